"""The keys of a session, as a person presses them, in the little programme of the tests."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from cmt_cli.base.words import screen, session, today
from cmt_cli.base.words import support as help_words
from journeys.terminal import ENTER, SPACE, answers, days_done, on_one_line, rows, side_by_side
from journeys.walker import Walker

pytestmark = pytest.mark.faults  # slow: whole sessions or every command, one after another

LED = ("today", "--pace", "0", "--whole")
FIRST = "The first line is about the sea."
SECOND = "The second line is about the path"
SHELL = "What is in the shell you picked up?"
WAVES = "Breathe with the small waves."


@pytest.fixture
def walker(sit, sea):
    """Somebody on day 1."""
    return Walker(sit(sea, *LED))


@pytest.fixture
def writer(walker):
    """Somebody who is asked for words."""
    walker.to(SHELL)
    return walker


def at_a_breath(walker):
    walker.to(WAVES)
    walker.terminal.write(ENTER).wait_for("in \u2588")
    return walker.terminal


def test_question_mark_says_which_step_of_how_many_and_the_keys_and_then_the_line_again(walker):
    walker.to(FIRST)
    said = on_one_line(walker.terminal.press("?").said)
    assert "step 1 of 11, with about eight minutes left." in said or "step 1 of 11, with about nine minutes left." in said
    assert session.KEYS[1] in said
    assert said.endswith(f"left. {FIRST}")
    walker.to("The lesson begins with a gull")
    assert "step 2 of 11" in on_one_line(walker.terminal.press("?").said)


def test_h_shows_the_help_lines_anywhere_and_then_what_stood_there(walker):
    for place in (today.PAIN, FIRST, "Which weather", SHELL):
        walker.to(place)
        terminal = walker.terminal
        said = on_one_line((terminal.type("/h") if place == SHELL else terminal.press("h")).said)
        assert help_words.END_MY_LIFE in said
        assert "116 123" in said
        assert place in said.partition(help_words.MY_PEOPLE)[2]


@pytest.mark.parametrize("key", ["2", "q"])
def test_g_steadies_goes_on_from_where_it_was_or_ends_there_with_the_place_kept(walker, sea, key):
    walker.to(SECOND)
    assert "touch" in walker.terminal.press("g").said
    assert walker.to(session.AFTER_GROUND).answers == session.AFTER_GROUND_ANSWERS
    assert SECOND in on_one_line(walker.terminal.press("1").said)
    walker.terminal.press("g")
    walker.to(session.AFTER_GROUND)
    assert walker.terminal.press(key).ends() == 0
    assert today.LEFT in walker.terminal.words
    assert days_done(sea) == set()


def test_g_in_the_practice_counts_the_day_when_it_ends_there(walker, sea):
    walker.to(WAVES)
    walker.terminal.press("g")
    walker.to(session.AFTER_GROUND)
    walker.terminal.press("2")
    assert walker.terminal.ends() == 0
    assert rows(sea, "SELECT left_by FROM practices") == [("ground",)]
    assert days_done(sea) == {1}


def test_e_at_a_breath_gives_its_other_anchor_and_no_breath_after_it(walker):
    terminal = at_a_breath(walker)
    terminal.press("e")
    assert "Listen to the small waves." in terminal.said
    assert "of quiet" in terminal.press(ENTER).said
    mark = len(terminal.raw)
    walker.to(session.FELT)
    rest = terminal.raw[mark:].decode()
    assert "\u2588" not in rest
    assert "In for" not in rest
    assert "Listen to the larger waves." in rest
    assert "Breathe with" not in rest


def test_e_in_the_practice_goes_to_the_easier_one_with_open_eyes_and_the_day_counts(walker, sea):
    walker.to("Let the tide go out")
    assert "Eyes open" in walker.terminal.press("e").said
    assert walker.finish() == 0
    assert rows(sea, "SELECT practice, left_by FROM practices") == [("day-01/practice", "eased")]
    assert days_done(sea) == {1}


def test_e_in_the_lesson_is_the_short_form_from_there(walker):
    walker.to("The lesson begins with a gull")
    said = on_one_line(walker.terminal.press("e").said)
    assert session.SHORT_FROM_HERE in said
    assert "The tide" in said
    assert walker.finish() == 0
    assert "Let the tide go out" not in walker.terminal.words
    assert "bench" not in walker.terminal.words


def test_s_leaves_the_practice_out_and_asks_whether_the_day_counts(sit, homes, tmp_path):
    answered = {ENTER: 1, "n": 0}
    terminals = [sit(homes.by_the_sea(tmp_path / str(number)), *LED) for number in range(len(answered))]

    def drive(terminal):
        walker = Walker(terminal)
        walker.to(WAVES)
        assert session.COUNT_SKIPPED in terminal.press("s").said
        terminal.press(list(answered)[terminals.index(terminal)])
        return walker.finish()

    assert side_by_side(terminals, drive) == [0, 0]
    for terminal, days in zip(terminals, answered.values(), strict=True):
        assert rows(Path(terminal.home), "SELECT left_by FROM practices") == [("skipped",)]
        assert rows(Path(terminal.home), "SELECT counted_at IS NOT NULL FROM sessions") == [(days,)]
        said = today.DAY_DONE.format(day=1, practised="One day practised.") if days else today.NOT_COUNTED.format(day=1)
        assert said in terminal.words


def test_b_goes_a_line_back_and_from_the_first_line_of_a_step_a_step_back(walker):
    walker.to(SECOND)
    assert on_one_line(walker.terminal.press("b").said) == FIRST
    walker.to("The lesson begins with a gull")
    assert on_one_line(walker.terminal.press("b").said) == FIRST


def test_a_large_letter_is_the_same_key(walker):
    walker.to(SECOND)
    assert walker.terminal.press("Q").ends() == 0
    assert today.LEFT in walker.terminal.words


def test_space_holds_a_breath_and_space_or_enter_goes_on(walker):
    terminal = at_a_breath(walker)
    for on in (SPACE, ENTER):
        terminal.press(SPACE)
        terminal.wait_for(screen.HELD)
        terminal.settle()
        held = len(terminal.raw)
        time.sleep(0.4)  # the bar would have moved
        terminal.read(0)
        assert len(terminal.raw) == held
        terminal.write(on).wait_for("in \u2588")


TYPED = {
    **{letter: letter for letter in "bsegqh?4"},
    "b and q": "b and q",
    "/x": "/x",
    "//q": "/q",
    "müde, 疲れた, тихо 🙂": "müde, 疲れた, тихо 🙂",
    "": None,
}


def test_at_free_text_letters_are_text_two_slashes_are_one_and_enter_alone_is_thought_and_not_typed(writer, sea):
    """Each is typed, kept, and typed over after going back."""
    assert session.EMPTY_IS_FINE in on_one_line(writer.terminal.said)
    for typed, kept in TYPED.items():
        writer.terminal.type(typed)
        assert answers(sea)["shell"] == kept
        writer.terminal.press("b")
        writer.to(SHELL)


def test_slash_s_passes_slash_b_goes_back_and_slash_q_leaves(writer, sea):
    writer.terminal.type("/s")
    assert "shell" not in answers(sea)
    writer.terminal.press("b")
    writer.to(SHELL)
    assert "Which weather" in writer.terminal.type("/b").said
    writer.to(SHELL)
    assert writer.terminal.type("/q").ends() == 0
    assert today.LEFT in writer.terminal.words


def test_keys_typed_before_a_question_appears_answer_nothing(walker, sea):
    walker.to(today.PAIN)
    walker.terminal.press("4\r9\r")
    said = on_one_line(walker.terminal.said)
    assert today.URGE in said
    assert said.endswith(">")
    walker.terminal.press("2", ENTER)
    assert rows(sea, "SELECT pain, urge FROM arrivals") == [(4, 2)]


def test_a_number_can_be_mended_until_enter_and_enter_alone_passes(walker, sea):
    walker.to(today.PAIN)
    walker.terminal.press("1", "0", "\x7f", "\x7f", "\x7f", "8", ENTER, ENTER)
    assert rows(sea, "SELECT pain, urge FROM arrivals") == [(8, None)]


def test_more_stirred_up_is_met_with_steadying_an_offer_to_stop_and_one_line_of_support(walker, sea):
    walker.to(session.FELT)
    walker.terminal.press("3")
    walker.to(session.STOP_HERE)
    assert "you did nothing wrong" in walker.terminal.words
    said = on_one_line(walker.terminal.press("h").said)
    assert help_words.END_MY_LIFE in said
    assert session.STOP_HERE in said
    assert walker.terminal.press("y").ends() == 0
    assert "If today is heavy" in walker.terminal.words
    assert rows(sea, "SELECT felt FROM practices") == [(3,)]
    assert days_done(sea) == {1}


def test_e_where_the_size_is_asked_is_the_short_form(sit, sea):
    walker = Walker(sit(sea, "today", "--pace", "0"))
    walker.to(today.SIZE)
    walker.terminal.press("e")
    walker.to(FIRST)
    assert rows(sea, "SELECT form FROM sessions") == [("short",)]
