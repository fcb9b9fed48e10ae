"""The scripted screen and keeper: as strict as the tests that rest on them need."""

from __future__ import annotations

import inspect

import pytest
from scripted import PROMPTS, RecordingKeeper, ScriptedScreen, Shown, Unscripted

from cmt_cli.programme.model import Picture, Rhythm
from cmt_cli.programme.ports import Command, Keeper, Screen


def methods(one):
    return {name: inspect.signature(what) for name, what in inspect.getmembers(one, inspect.isfunction) if not name.startswith("_")}


@pytest.mark.parametrize(("port", "made"), [(Screen, ScriptedScreen), (Keeper, RecordingKeeper)])
def test_it_has_every_method_of_its_port_argument_for_argument(port, made):
    wanted, has = methods(port), methods(made)
    assert {name: has.get(name) for name in wanted} == wanted


def test_replies_are_given_in_order():
    with ScriptedScreen("words", 7, 1, True) as screen:
        assert screen.ask("Which?") == "words"
        assert screen.scale("How much?", "none", "all") == 7
        assert screen.choose("One of:", ("a", "b")) == 1
        assert screen.yes_no("Stop?", default=False) is True


def test_replies_are_found_by_what_is_asked():
    with ScriptedScreen(at={"much": 3, "Which": [None, "this one"]}) as screen:
        assert screen.ask("Which?") is None
        assert screen.scale("How much?", "none", "all") == 3
        assert screen.ask("Which then?") == "this one"


def test_a_choice_may_be_given_in_its_words():
    with ScriptedScreen("b") as screen:
        assert screen.choose("One of:", ("a", "b")) == 1


def test_a_pass_is_the_default_of_yes_or_no():
    with ScriptedScreen(None, None) as screen:
        assert screen.yes_no("Stop?", default=False) is False
        assert screen.yes_no("Go on?", default=True) is True


def test_a_key_may_be_pressed_at_a_line_a_silence_a_breath_and_a_picture():
    keys = {"Feel": Command.EASE, "quiet 20": Command.SKIP, "breathe 4/6 60": Command.BACK, "Two rings": Command.HELP}
    with ScriptedScreen(at=keys) as screen:
        assert screen.line("\nFeel the floor.", 2.0) is Command.EASE
        assert screen.line("Feel the floor.", 2.0) is None
        assert screen.quiet(20) is Command.SKIP
        assert screen.breathe(Rhythm(4, 6, 60)) is Command.BACK
        assert screen.picture(Picture("o-o", "Two rings."), 2.0) is Command.HELP


@pytest.mark.parametrize("reply", [KeyboardInterrupt, KeyboardInterrupt()])
def test_an_exception_in_the_script_is_raised(reply):
    with pytest.raises(KeyboardInterrupt):
        ScriptedScreen(reply).ask("Which?")
    with pytest.raises(KeyboardInterrupt):
        ScriptedScreen(at={"line": reply}).line("a line", 1)


@pytest.mark.parametrize("prompt", PROMPTS)
def test_a_prompt_without_a_reply_raises(prompt):
    ask = {
        "ask": lambda screen: screen.ask("Which?"),
        "scale": lambda screen: screen.scale("Which?", "", ""),
        "choose": lambda screen: screen.choose("Which?", ("a",)),
        "yes_no": lambda screen: screen.yes_no("Which?", default=True),
        "compose": lambda screen: screen.compose("Which?"),
    }[prompt]
    with pytest.raises(Unscripted, match=f"no reply is scripted for this {prompt}: 'Which"):
        ask(ScriptedScreen())


@pytest.mark.parametrize("script", [{"at": {"never shown": Command.SKIP}}, {"at": {"Which": ["one", "two"]}}])
def test_replies_left_over_fail_at_the_end(script):
    with pytest.raises(Unscripted, match="replies nobody asked for"), ScriptedScreen(**script) as screen:
        screen.line("a line", 1)
    with pytest.raises(Unscripted, match="replies nobody asked for"):
        ScriptedScreen(4).finish()


def test_a_failure_inside_is_not_hidden_by_replies_left_over():
    with pytest.raises(ZeroDivisionError), ScriptedScreen(4):
        raise ZeroDivisionError


@pytest.mark.parametrize(
    ("ask", "reply"),
    [
        (lambda screen: screen.ask("Which?"), 4),
        (lambda screen: screen.ask("Which?"), ""),
        (lambda screen: screen.scale("How much?", "", ""), 11),
        (lambda screen: screen.scale("How much?", "", ""), True),
        (lambda screen: screen.choose("One of:", ("a", "b")), 2),
        (lambda screen: screen.choose("One of:", ("a", "b")), "c"),
        (lambda screen: screen.yes_no("Stop?", default=False), 1),
        (lambda screen: screen.line("One of:", 1), "words"),
    ],
)
def test_what_no_person_could_reply_there_raises(ask, reply):
    with pytest.raises(Unscripted, match="is no reply to this"):
        ask(ScriptedScreen(at={"?": reply, ":": reply}))


def test_the_transcript_lists_all_that_was_shown():
    screen = ScriptedScreen("b")
    screen.heading("A day")
    screen.line("\nSettle in.", 1.5, aloud="")
    screen.picture(Picture("o-o", "Two rings."), 2)
    screen.quiet(20)
    screen.breathe(Rhythm(4, 6, 60))
    screen.choose("One of:", ("a", "b"), "a note")
    screen.tell(("one", "two"))
    screen.ring()
    assert screen.transcript == [
        Shown("heading", "A day"),
        Shown("line", "\nSettle in.", 1.5, ""),
        Shown("picture", "Two rings.", 2),
        Shown("quiet", "quiet 20", 20),
        Shown("breathe", "breathe 4/6 60", 60),
        Shown("choose", "One of:", note="a note", answers=("a", "b")),
        Shown("tell", "one"),
        Shown("tell", "two"),
        Shown("bell", ""),
    ]
    assert screen.texts("line", "tell") == ["Settle in.", "one", "two"]
    assert screen.count("o") == 4
    assert [one.spoken for one in screen.transcript[:2]] == ["A day", ""]


def test_the_keeper_writes_down_each_call_and_how_much_had_been_shown():
    screen = ScriptedScreen()
    keeper = RecordingKeeper(screen)
    keeper.reached("act")
    screen.heading("A day")
    keeper.answer("act", "yes")
    assert keeper.thought("notice", "words", bring_back=True) == 11
    assert keeper.thought("notice", "more", bring_back=False) == 12
    assert keeper.reply(11, "a reply") == 21
    assert keeper.calls[:2] == [("reached", "act"), ("answer", "act", "yes")]
    assert keeper.seen == [0, 1, 1, 1, 1]
    assert keeper.given() == keeper.calls[1:]
