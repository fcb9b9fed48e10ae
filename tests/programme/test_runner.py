"""The session runner: every key at every kind of step, what is kept and when, where it goes on, and what a voice may say."""

from __future__ import annotations

import pytest
from scripted import RecordingKeeper, ScriptedScreen, Unscripted
from small_day import AFTER, ANSWER, BEFORE, EACH, FIRST, GIVEN, HELP, PRACTISE, lead, plan

from cmt_cli.base.words import session as words
from cmt_cli.programme.model import Ask, Breathe, Choose, Diary, Guided, Part, Picture, Practice, Recall, Rhythm, Say, Scale, ThoughtWork
from cmt_cli.programme.ports import Command
from cmt_cli.programme.runner import Outcome, play

KINDS = tuple(EACH)


def around(kind):
    return (BEFORE, EACH[kind], AFTER)


def pressed(kind, key, **more):
    """A session whose key is pressed as a step begins, and which is answered after that."""
    return lead(around(kind), at={FIRST[kind]: [key, GIVEN[kind]]}, **more)


# Every key at every kind of step (a practice has a file of its own)


@pytest.mark.parametrize("kind", KINDS)
def test_a_step_without_a_key_is_taken_once_and_the_session_ends(kind):
    led = lead(around(kind), at={FIRST[kind]: GIVEN[kind]})
    assert led.outcome == Outcome(left=False, counted=False)
    assert led.reached == ["before", EACH[kind].id, "after"]
    assert led.keeper.calls[-1] == ("ended",)


@pytest.mark.parametrize("kind", KINDS)
def test_back_goes_to_the_step_before(kind):
    led = pressed(kind, Command.BACK)
    assert led.reached == ["before", EACH[kind].id, "before", EACH[kind].id, "after"]
    assert led.screen.count(FIRST[kind]) == 2


@pytest.mark.parametrize("kind", KINDS)
def test_skip_leaves_a_step_without_an_answer(kind):
    led = lead(around(kind), at={FIRST[kind]: Command.SKIP})
    assert led.given == [("ended",)]
    assert led.lines[-1] == "After it."
    assert led.screen.count(FIRST[kind]) == 1


@pytest.mark.parametrize("kind", KINDS)
def test_q_leaves_and_the_place_is_kept(kind):
    led = lead(around(kind), at={FIRST[kind]: Command.LEAVE})
    assert led.outcome == Outcome(left=True, counted=False)
    assert led.keeper.calls == [("reached", "before"), ("reached", EACH[kind].id)]
    assert led.screen.count("After it.") == 0


@pytest.mark.parametrize("kind", KINDS)
def test_help_shows_the_help_lines_and_puts_the_step_again(kind):
    led = pressed(kind, Command.HELP)
    assert led.screen.texts("tell") == list(HELP)
    assert led.screen.count(FIRST[kind]) == 2
    assert led.lines[-1] == "After it."


@pytest.mark.parametrize("kind", KINDS)
def test_the_question_mark_shows_the_keys_and_how_far_it_is(kind):
    led = pressed(kind, Command.KEYS)
    told = led.screen.texts("tell")
    assert told[:-1] == list(words.KEYS)
    assert told[-1].startswith("This is step 2 of 3, with about ")
    assert led.screen.count(FIRST[kind]) == 2


@pytest.mark.parametrize("kind", KINDS)
def test_ease_goes_on_with_the_short_form(kind):
    rest = (Say(id="long", text="A long way round."), AFTER)
    led = lead((BEFORE, EACH[kind], *rest), at={FIRST[kind]: Command.EASE})
    assert led.screen.texts("tell") == [words.SHORT_FROM_HERE]
    assert led.reached == ["before", EACH[kind].id, "after"]
    assert led.given == [("shortened",), ("ended",)]


@pytest.mark.parametrize("kind", KINDS)
def test_ground_steadies_and_goes_back_to_the_step(kind):
    at = {FIRST[kind]: [Command.GROUND, GIVEN[kind]], words.AFTER_GROUND: "Go on"}
    led = lead(around(kind), at=at, counted=True)
    assert led.lines.count("Touch a sleeve.") == 1
    assert led.screen.count(FIRST[kind]) == 2
    assert led.outcome == Outcome(left=False, counted=True)


@pytest.mark.parametrize("kind", KINDS)
def test_stopping_after_ground_leaves_and_the_place_is_kept(kind):
    at = {FIRST[kind]: Command.GROUND, words.AFTER_GROUND: "Stop here for now"}
    led = lead(around(kind), at=at)
    assert led.outcome == Outcome(left=True, counted=False)
    assert led.keeper.calls == [("reached", "before"), ("reached", EACH[kind].id)]


def test_every_line_of_the_steadying_is_said():
    led = lead((BEFORE, AFTER), at={"Before it.": [Command.GROUND, None], words.AFTER_GROUND: "Go on"})
    assert led.lines == ["Before it.", "Touch a sleeve.", "Name a sound.", "Before it.", "After it."]
    assert led.screen.texts("quiet") == ["quiet 6"]


@pytest.mark.parametrize("key", [Command.EASE, Command.GROUND, Command.BACK])
def test_a_key_with_nowhere_to_go_says_the_line_of_the_steadying_again(key):
    at = {"Before it.": [Command.GROUND, None], "Touch a sleeve.": [key, None], words.AFTER_GROUND: "Go on"}
    assert lead((BEFORE, AFTER), at=at).lines.count("Touch a sleeve.") == 2


def test_back_in_the_steadying_goes_a_line_back():
    at = {"Before it.": [Command.GROUND, None], "Name a sound.": [Command.BACK, None], words.AFTER_GROUND: "Go on"}
    assert lead((BEFORE, AFTER), at=at).lines[1:5] == ["Touch a sleeve.", "Name a sound.", "Touch a sleeve.", "Name a sound."]


def test_skip_in_the_steadying_goes_to_its_end():
    at = {"Before it.": [Command.GROUND, None], "Touch a sleeve.": Command.SKIP, words.AFTER_GROUND: "Go on"}
    assert lead((BEFORE, AFTER), at=at).lines == ["Before it.", "Touch a sleeve.", "Before it.", "After it."]


def test_q_in_the_steadying_leaves():
    led = lead((BEFORE, AFTER), at={"Before it.": Command.GROUND, "Touch a sleeve.": Command.LEAVE})
    assert led.outcome.left


def test_q_when_asked_whether_to_go_on_leaves():
    led = lead((BEFORE, AFTER), at={"Before it.": Command.GROUND, words.AFTER_GROUND: Command.LEAVE})
    assert led.outcome.left
    assert led.screen.count("After it.") == 0


@pytest.mark.parametrize(("key", "told"), [(Command.HELP, HELP[0]), (Command.KEYS, words.KEYS[0])])
def test_help_and_keys_are_shown_when_asked_whether_to_go_on(key, told):
    led = lead((BEFORE, AFTER), at={"Before it.": [Command.GROUND, None], words.AFTER_GROUND: [key, "Go on"]})
    assert led.screen.texts("tell")[0] == told
    assert led.lines[-1] == "After it."


@pytest.mark.parametrize(("key", "told"), [(Command.HELP, HELP[0]), (Command.KEYS, words.KEYS[0])])
def test_help_and_keys_are_shown_in_the_steadying(key, told):
    at = {"Before it.": [Command.GROUND, None], "Touch a sleeve.": [key, None], words.AFTER_GROUND: "Go on"}
    led = lead((BEFORE, AFTER), at=at)
    assert led.screen.texts("tell")[0] == told
    assert led.lines.count("Touch a sleeve.") == 2


def test_back_at_the_first_step_begins_it_again():
    led = lead((BEFORE, AFTER), at={"Before it.": [Command.BACK, None]})
    assert led.reached == ["before", "before", "after"]


# Saying


def test_each_line_is_said_on_its_own_and_a_paragraph_begins_with_space():
    led = lead((EACH["say"],))
    assert [one.text for one in led.screen.transcript] == ["\nFirst line.", "Second line.", "\nNew paragraph."]


def test_a_line_takes_as_long_as_saying_it():
    led = lead((Say(id="it", text=" ".join(["word"] * 13)),))
    assert led.screen.transcript[0].seconds == pytest.approx(6.0)


@pytest.mark.parametrize("key", [Command.HELP, Command.KEYS])
def test_a_line_is_said_again_after_help(key):
    assert lead((EACH["say"],), at={"Second line.": [key, None]}).lines == ["First line.", "Second line.", "Second line.", "New paragraph."]


def test_back_in_a_text_goes_a_line_back():
    led = lead((BEFORE, EACH["say"]), at={"New paragraph.": [Command.BACK, None]})
    assert led.lines == ["Before it.", "First line.", "Second line.", "New paragraph.", "Second line.", "New paragraph."]
    assert led.reached == ["before", "it"]


def test_skip_in_a_text_leaves_the_rest_of_it():
    assert lead((EACH["say"], AFTER), at={"Second line.": Command.SKIP}).lines == ["First line.", "Second line.", "After it."]


def test_a_picture_follows_its_text():
    step = Say(id="it", text="Three rings.", picture=Picture("o-o-o", "Three rings, joined in a row."))
    led = lead((step,))
    assert [one.kind for one in led.screen.transcript] == ["line", "picture"]
    assert led.screen.transcript[1].seconds == pytest.approx(6 * 60 / 130)


def test_back_at_a_picture_says_the_line_before_it_again():
    step = Say(id="it", text="Three rings.", picture=Picture("o-o-o", "A row."))
    led = lead((step,), at={"A row.": [Command.BACK, None]})
    assert led.screen.texts() == ["Three rings.", "A row.", "Three rings.", "A row."]


# Breathing


def test_a_breath_is_led_in_its_rhythm():
    assert lead((EACH["breathe"],)).screen.texts() == ["Breathe slowly.", "breathe 4/6 40"]


def test_easing_off_a_breath_goes_to_its_other_anchor_for_as_long():
    led = lead((EACH["breathe"], AFTER), at={"breathe 4/6 40": Command.EASE})
    assert led.screen.texts() == ["Breathe slowly.", "breathe 4/6 40", "Feel the floor.", "quiet 40", "After it."]


def test_once_eased_off_the_breath_every_breath_after_it_is_its_other_anchor():
    again = Breathe(id="again", text="And once more.", rhythm=Rhythm(5, 5, 50), instead="Feel the wall.")
    led = lead((EACH["breathe"], again), at={"breathe 4/6 40": Command.EASE})
    assert led.screen.texts()[4:] == ["Feel the wall.", "quiet 50"]


def test_easing_off_twice_shortens_the_day():
    led = lead(
        (EACH["breathe"], Say(id="long", text="A long way."), AFTER), at={"breathe 4/6 40": Command.EASE, "Feel the floor.": Command.EASE}
    )
    assert led.screen.texts("tell") == [words.SHORT_FROM_HERE]
    assert led.lines[-1] == "After it."
    assert led.screen.count("A long way.") == 0


def test_the_other_anchor_is_said_again_after_help():
    led = lead((EACH["breathe"], AFTER), at={"breathe 4/6 40": Command.EASE, "Feel the floor.": [Command.HELP, None]})
    assert led.lines.count("Feel the floor.") == 2
    assert led.screen.texts("quiet") == ["quiet 40"]


def test_q_at_the_other_anchor_leaves():
    assert lead((EACH["breathe"], AFTER), at={"breathe 4/6 40": Command.EASE, "Feel the floor.": Command.LEAVE}).outcome.left


@pytest.mark.parametrize("key", [Command.SKIP, Command.BACK])
def test_other_keys_at_a_breath_do_what_they_do_anywhere(key):
    led = lead((BEFORE, EACH["breathe"], AFTER), at={"breathe 4/6 40": [key, None] if key is Command.BACK else key})
    assert led.lines[2:] == {Command.SKIP: ["After it."], Command.BACK: ["Breathe slowly.", "After it."]}[key]


# Asking


@pytest.mark.parametrize(
    ("kind", "reply", "kept"),
    [
        ("ask", "in the neck", "in the neck"),
        ("ask", None, None),
        ("scale", 0, 0),
        ("scale", 10, 10),
        ("scale", None, None),
        ("choose", 0, "A slow breath"),
        ("choose", "A phone call", "A phone call"),
        ("choose", 2, words.OWN_IN_HEAD),
        ("choose", None, None),
    ],
)
def test_an_answer_is_kept_in_its_words_and_a_pass_as_nothing(kind, reply, kept):
    assert lead((EACH[kind],), reply).given == [("answer", "it", kept), ("ended",)]


def test_an_answer_given_again_after_going_back_is_kept_again():
    led = lead((EACH["ask"], AFTER), at={"Where": ["in the neck", "in the jaw"], "After it.": [Command.BACK, None]})
    assert led.given == [("answer", "it", "in the neck"), ("answer", "it", "in the jaw"), ("ended",)]


def test_a_question_shows_what_belongs_to_it():
    led = lead((EACH["ask"], EACH["scale"], EACH["choose"]), "x", 4, 1)
    asked, scaled, chosen = led.screen.transcript
    assert asked.note == words.EMPTY_IS_FINE
    assert scaled.note == "none; strong"
    assert chosen.answers == EACH["choose"].answers


@pytest.mark.parametrize("wish", ["Not today", None])
def test_the_diary_is_only_for_those_who_want_it(wish):
    assert lead((EACH["diary"], AFTER), wish).given == [("ended",)]


def test_a_diary_entry_is_kept():
    led = lead((EACH["diary"], AFTER), "Write a few lines", "Slept badly.")
    assert led.given == [("diary", "it", "Slept badly."), ("ended",)]
    assert led.screen.transcript[1].note == words.DIARY_NOTE


def test_an_empty_diary_entry_is_not_kept():
    assert lead((EACH["diary"], AFTER), "Write a few lines", None).given == [("ended",)]


@pytest.mark.parametrize(
    ("key", "left", "reached"),
    [
        (Command.LEAVE, True, ["before", "it"]),
        (Command.SKIP, False, ["before", "it", "after"]),
    ],
)
def test_a_key_while_writing_the_diary_keeps_nothing(key, left, reached):
    led = lead(around("diary"), "Write a few lines", key)
    assert (led.outcome.left, led.reached) == (left, reached)
    assert ("ended",) in led.given or left
    assert not [call for call in led.given if call[0] == "diary"]


def test_help_while_writing_the_diary_asks_again():
    led = lead(around("diary"), "Write a few lines", Command.HELP, "Slept badly.")
    assert led.screen.texts("tell") == list(HELP)
    assert ("diary", "it", "Slept badly.") in led.given


# How far it is


def test_the_question_mark_says_the_step_and_the_minutes_left():
    steps = (
        BEFORE,
        Ask(id="ask", text=" ".join(["word"] * 13), seconds=114),
        Breathe(id="slow", text=" ".join(["word"] * 26), rhythm=Rhythm(4, 6, 288), instead="x"),
    )
    led = lead(steps, at={"word word": [Command.KEYS, None]})
    assert led.screen.texts("tell")[-1] == "This is step 2 of 3, with about seven minutes left."


def test_less_than_a_minute_is_about_one():
    led = lead((BEFORE, AFTER), at={"After it.": [Command.KEYS, None]})
    assert led.screen.texts("tell")[-1] == "This is step 2 of 2, with about one minute left."


def test_in_the_short_form_only_its_own_steps_are_counted():
    steps = (BEFORE, Say(id="long", text="A long way."), EACH["ask"], AFTER)
    led = lead(steps, at={"After it.": [Command.KEYS, None]}, short=True)
    assert led.screen.texts("tell")[-1].startswith("This is step 2 of 2,")


def test_after_easing_off_the_steps_that_are_left_are_counted():
    steps = (BEFORE, Say(id="long", text="A long way."), Say(id="longer", text="Longer."), AFTER)
    led = lead(steps, at={"A long way.": Command.EASE, "After it.": [Command.KEYS, None]})
    assert led.screen.texts("tell")[-1].startswith("This is step 3 of 3,")


# The short form, and where it goes on


def test_the_short_form_is_its_own_steps_and_nothing_else():
    led = lead((BEFORE, EACH["say"], EACH["ask"], AFTER), short=True)
    assert led.reached == ["before", "after"]
    assert led.lines == ["Before it.", "After it."]


def test_easing_off_in_the_short_form_goes_on_without_a_word():
    led = lead((BEFORE, AFTER), short=True, at={"Before it.": Command.EASE})
    assert led.screen.texts("tell") == []
    assert led.lines == ["Before it.", "After it."]


def test_back_after_easing_off_still_finds_the_steps_already_taken():
    steps = (BEFORE, EACH["ask"], Say(id="long", text="A long way."), AFTER)
    led = lead(steps, at={"Where": [Command.EASE, "here"], "After it.": [Command.BACK, None]})
    assert led.reached == ["before", "it", "after", "it", "after"]


def test_a_session_goes_on_from_the_step_it_was_left_at():
    led = lead((BEFORE, EACH["ask"], AFTER), "here", start="it")
    assert led.reached == ["it", "after"]
    assert led.lines == ["After it."]


@pytest.mark.parametrize("start", ["", "a-step-no-longer-there"])
def test_a_session_without_a_place_to_go_on_from_begins_at_the_top(start):
    assert lead((BEFORE, AFTER), start=start).reached == ["before", "after"]


def test_back_from_where_it_went_on_reaches_the_steps_before():
    assert lead((BEFORE, AFTER), start="after", at={"After it.": [Command.BACK, None]}).reached == ["after", "before", "after"]


def test_a_day_without_steps_ends_at_once():
    assert lead(()).keeper.calls == [("ended",)]


# The person's own words


ACT = Recall(3, "act", "Did any of it happen?")
RECALLED = {(3, "act"): "ring the zebra"}
RECALLING = {
    "say": Say(id="it", text="You named: {recall}", recall=ACT),
    "breathe": Breathe(id="it", text="Breathe with it: {recall}", recall=ACT, rhythm=Rhythm(4, 6, 40), instead="Feel the floor."),
    "ask": Ask(id="it", text="You named: {recall}", recall=ACT),
    "scale": Scale(id="it", text="You named: {recall}", recall=ACT, low="a", high="b"),
    "choose": Choose(id="it", text="You named: {recall}", recall=ACT, answers=("yes", "no")),
    "thought": ThoughtWork(id="it", do="notice", text="You named: {recall}", none="Fine.", recall=ACT),
    "diary": Diary(id="it", text="You named: {recall}", recall=ACT),
}
ANSWERED = {"say": (), "breathe": (), "ask": (None,), "scale": (None,), "choose": (None,), "thought": (None,), "diary": (None,)}


@pytest.mark.parametrize("kind", RECALLING)
def test_what_somebody_named_comes_back_in_the_text(kind):
    led = lead((RECALLING[kind],), *ANSWERED[kind], recalled=RECALLED)
    assert led.screen.texts()[0] == RECALLING[kind].text.replace("{recall}", "ring the zebra")


@pytest.mark.parametrize("kind", RECALLING)
@pytest.mark.parametrize("named", [None, "", "  "])
def test_without_an_answer_the_fallback_is_said_in_place_of_the_whole_text(kind, named):
    led = lead((RECALLING[kind],), *ANSWERED[kind], recalled={} if named is None else {(3, "act"): named})
    assert led.screen.texts()[0] == "Did any of it happen?"
    assert led.screen.count("{recall}") == 0


def test_each_line_is_said_on_its_own_with_somebodys_own_words_in_it_too():
    step = Say(id="it", text="The last day ended so.\nYou named: {recall}", recall=ACT)
    led = lead((step,), recalled=RECALLED)
    assert led.lines == ["The last day ended so.", "You named: ring the zebra"]
    assert [one.spoken.strip() for one in led.screen.transcript] == ["The last day ended so.", "You named:"]


def test_a_picture_is_shown_whether_or_not_something_is_recalled():
    step = Say(id="it", text="You named: {recall}", recall=ACT, picture=Picture("o-o", "Two rings."))
    assert lead((step,)).screen.texts() == ["Did any of it happen?", "Two rings."]
    assert lead((step,), recalled=RECALLED).screen.texts() == ["You named: ring the zebra", "Two rings."]


SAME_DAY = (EACH["choose"], Say(id="later", text="You chose: {recall}", recall=Recall(None, "it", "You chose something.")))


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        ("A phone call", "You chose: A phone call"),
        (words.OWN_IN_HEAD, "You chose something."),
        (None, "You chose something."),
    ],
)
def test_what_is_chosen_in_the_day_comes_back_and_one_in_the_head_stays_there(reply, said):
    assert lead(SAME_DAY, reply).lines == [said]


def test_a_zero_on_a_scale_is_an_answer_too():
    steps = (EACH["scale"], Say(id="later", text="You said {recall}", recall=Recall(None, "it", "You passed.")))
    assert lead(steps, 0).lines == ["You said 0"]


def test_the_last_answer_is_the_one_that_comes_back():
    led = lead(SAME_DAY, at={"One small": ["A phone call", None], "You chose: A phone call": Command.BACK})
    assert led.lines[-1] == "You chose something."


def test_a_practice_part_takes_its_fallback_in_place_of_the_mark_only():
    part = Part("Two words next: {recall}", quiet=5, recall=Recall(4, "two", "patient and calm"))
    step = Guided(id="p", practice=Practice("day-04/p", "T", "G", "b", "C.", (part,)))
    silent = {"at": {words.FELT: None, words.HELPED: None}}
    assert lead((step,), **silent).lines[-1] == "Two words next: patient and calm"
    assert lead((step,), **silent, recalled={(4, "two"): "brave and dry"}).lines[-1] == "Two words next: brave and dry"


def test_a_voice_never_says_what_the_person_wrote():
    part = Part("Two words next: {recall}", rhythm=Rhythm(4, 4, 8), instead="Feel the chair.", recall=ACT)
    practice = Guided(id="p", practice=Practice("day-04/p", "T", "G", "b", "C.", (part,)))
    steps = (RECALLING["say"], practice, ANSWER, EACH["diary"])
    replies = ("Steadier", 7, "I will type it", "I am a zebra", 0, 5, "So are all zebras", 5, 2, "Write a few lines", "zebra zebra")
    led = lead(steps, *replies, recalled=RECALLED)
    lines = [one for one in led.screen.transcript if one.kind in ("line", "heading")]
    assert sum("zebra" in one.text for one in lines) == 3
    assert not [one for one in lines if "zebra" in one.spoken]
    assert [one.spoken.strip() for one in lines if "zebra" in one.text] == ["You named:", "Two words next:", ""]


def test_a_voice_says_the_anchor_that_is_shown():
    part = Part("Two words next: {recall}", rhythm=Rhythm(4, 4, 8), instead="Feel the chair.", recall=ACT)
    practice = Guided(id="p", practice=Practice("day-04/p", "T", "G", "b", "C.", (part,)))
    led = lead((EACH["breathe"], practice), None, None, recalled=RECALLED, at={"breathe 4/6 40": Command.EASE})
    (anchor,) = [one for one in led.screen.transcript if one.text.strip() == "Feel the chair."]
    assert anchor.spoken.strip() == "Feel the chair."


# What is kept, and when


WHOLE_DAY = (BEFORE, EACH["ask"], Scale(id="pull", text="How strong?", low="", high=""), PRACTISE, ANSWER, EACH["diary"], AFTER)
WHOLE_REPLIES = (
    "in the neck",
    4,
    "Steadier",
    7,
    "I will type it",
    "not good enough",
    0,
    8,
    "No wonder.",
    3,
    5,
    "Write a few lines",
    "Slept badly.",
)
WHOLE_CALLS = [
    ("reached", "before"),
    ("reached", "it"),
    ("answer", "it", "in the neck"),
    ("reached", "pull"),
    ("answer", "pull", 4),
    ("reached", "practice"),
    ("practised", "practice", "breath", "end"),
    ("counted",),
    ("felt", "practice", 1),
    ("helped", "practice", 7),
    ("reached", "answer"),
    ("thought", "answer", "not good enough", True),
    ("answer", "answer", "caught 11"),
    ("reply", 11, "No wonder."),
    ("about_reply", 21, None, 8, None),
    ("about_reply", 21, 3, 8, None),
    ("about_reply", 21, 3, 8, 5),
    ("answer", "answer", words.KEPT_CAUGHT),
    ("reached", "it"),
    ("diary", "it", "Slept badly."),
    ("reached", "after"),
    ("ended",),
]


def test_everything_given_in_a_day_is_kept_in_its_order():
    led = lead(WHOLE_DAY, *WHOLE_REPLIES)
    assert led.keeper.calls == WHOLE_CALLS
    assert led.outcome == Outcome(left=False, counted=True)


@pytest.mark.parametrize(
    ("prompt", "call"),
    [
        ("Where do you feel it?", ("answer", "it", "in the neck")),
        ("How strong?", ("answer", "pull", 4)),
        ("The breath ends here.", ("practised", "practice", "breath", "end")),
        ("The breath ends here.", ("counted",)),
        (words.FELT, ("felt", "practice", 1)),
        (words.HELPED, ("helped", "practice", 7)),
        (words.KEEP_IT, ("thought", "answer", "not good enough", True)),
        ("Answer it kindly:", ("reply", 11, "No wonder.")),
        (words.WARMTH, ("about_reply", 21, 3, 8, None)),
        (words.BELIEF_AFTER, ("about_reply", 21, 3, 8, 5)),
        (words.DIARY_ASK, ("diary", "it", "Slept badly.")),
    ],
)
def test_what_is_given_is_kept_before_anything_else_is_shown(prompt, call):
    led = lead(WHOLE_DAY, *WHOLE_REPLIES)
    shown = next(at for at, one in enumerate(led.screen.transcript) if prompt in one.text)
    assert led.keeper.seen[led.keeper.calls.index(call)] == shown + 1


def test_a_step_is_reached_before_any_of_it_is_shown():
    led = lead(WHOLE_DAY, *WHOLE_REPLIES)
    shown = next(at for at, one in enumerate(led.screen.transcript) if one.text == "How strong?")
    assert led.keeper.seen[led.keeper.calls.index(("reached", "pull"))] == shown


@pytest.mark.parametrize("at", range(len(WHOLE_REPLIES)))
def test_an_interruption_at_a_question_loses_nothing_given_before_it(at):
    screen = ScriptedScreen(*WHOLE_REPLIES[:at], KeyboardInterrupt)
    keeper = RecordingKeeper(screen)
    with pytest.raises(KeyboardInterrupt):
        play(plan(WHOLE_DAY), screen, keeper)
    assert keeper.calls == WHOLE_CALLS[: len(keeper.calls)]
    assert ("ended",) not in keeper.calls
    kept = {value for call in keeper.calls for value in call[1:]}
    typed = [reply for reply in WHOLE_REPLIES[:at] if isinstance(reply, str) and reply in ("in the neck", "No wonder.", "Slept badly.")]
    assert set(typed) <= kept


def test_a_failure_to_keep_is_not_swallowed():
    class Full(RecordingKeeper):
        def answer(self, step, value):
            raise OSError

    with pytest.raises(OSError):
        play(plan((EACH["ask"],)), ScriptedScreen("words"), Full())


def test_the_same_day_with_too_few_replies_fails_the_test_that_wrote_them():
    with pytest.raises(Unscripted):
        lead(WHOLE_DAY, *WHOLE_REPLIES[:-1])


def test_an_outcome_says_when_the_day_was_counted_before():
    led = lead((AFTER,), counted=True)
    assert led.outcome == Outcome(left=False, counted=True)
    assert ("counted",) not in led.given
