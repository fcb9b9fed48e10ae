"""A practice in a session: its keys, its roads out and which of them count, its two doors, and how it left the person."""

from __future__ import annotations

from dataclasses import replace

import pytest
from scripted import RecordingKeeper, ScriptedScreen
from small_day import AFTER, BEFORE, BREATH, EACH, HELP, NOTICE, PRACTISE, REFRAINS, lead, plan

from cmt_cli.base.words import session as words
from cmt_cli.programme.model import Guided, Say
from cmt_cli.programme.ports import Command
from cmt_cli.programme.runner import Outcome, play

DAY = (BEFORE, PRACTISE, AFTER)
STEADIER = {words.FELT: "Steadier", words.HELPED: 7}
WHOLE = [
    "Tears are common.",
    "Be held up.",
    "quiet 6",
    "Count the breath.",
    "breathe 4/6 60",
    "Let the count go.",
    "breathe 5/5 30",
    "Find a sound.",
    "quiet 20",
    "The breath ends here.",
]


class Reached(Exception):
    """Raised by a script where a session ought to get to."""


def practised(led):
    return [call for call in led.given if call[0] in ("practised", "counted")]


# From its title to its end


def test_a_practice_is_led_from_its_title_to_its_end():
    led = lead((PRACTISE,), "Steadier", 7)
    assert led.screen.texts() == ["The doorway breath", *WHOLE, words.FELT, words.HELPED]
    assert led.screen.transcript[0].kind == "heading"


def test_its_short_form_is_its_short_parts():
    led = lead((PRACTISE,), "Steadier", 7, short=True)
    short = ["Tears are common.", "Be held up.", "quiet 6", "Count the breath.", "breathe 4/6 60", "The breath ends here."]
    assert led.screen.texts()[1:-2] == short


def test_a_practice_without_short_parts_is_led_whole():
    whole = replace(BREATH, parts=tuple(replace(part, short=False) for part in BREATH.parts))
    led = lead((Guided(id="p", practice=whole, short=True),), "Steadier", 7, short=True)
    assert led.screen.texts()[1:-2] == WHOLE


def test_a_practice_written_out_in_its_day_is_kept_under_its_own_name():
    led = lead((Guided(id="p", practice=replace(BREATH, id="day-04/p")),), "Steadier", 7)
    assert ("practised", "p", "day-04/p", "end") in led.given


@pytest.mark.parametrize("piece", ["Be held up.", "quiet 6", "breathe 4/6 60"])
@pytest.mark.parametrize("key", [Command.HELP, Command.KEYS])
def test_after_help_the_practice_goes_on_from_the_same_place(piece, key):
    led = lead(DAY, at={piece: [key, None], **STEADIER})
    told = led.screen.texts("tell")
    assert told == list(HELP) if key is Command.HELP else told[:-1] == list(words.KEYS)
    assert led.screen.count(piece) == 2
    assert practised(led) == [("practised", "practice", "breath", "end"), ("counted",)]


@pytest.mark.parametrize(
    ("piece", "again"),
    [
        ("quiet 6", "Be held up."),
        ("Count the breath.", "Be held up."),
        ("breathe 4/6 60", "Count the breath."),
        ("quiet 20", "Find a sound."),
    ],
)
def test_back_goes_to_the_line_before(piece, again):
    led = lead(DAY, at={piece: [Command.BACK, None], **STEADIER})
    shown = led.screen.texts()
    assert shown[shown.index(piece) + 1] == again
    assert practised(led) == [("practised", "practice", "breath", "end"), ("counted",)]


def test_back_from_its_first_line_goes_to_the_step_before_and_counts_nothing():
    led = lead(DAY, at={"Tears": [Command.BACK, Command.LEAVE]})
    assert led.reached == ["before", "practice", "before", "practice"]
    assert practised(led) == [("practised", "practice", "breath", "left")]


# The roads out of it, and which of them count


@pytest.mark.parametrize("piece", ["Tears are common.", "Be held up.", "quiet 20", "breathe 4/6 60"])
def test_q_leaves_and_the_day_does_not_count(piece):
    led = lead(DAY, at={piece: Command.LEAVE})
    assert led.outcome == Outcome(left=True, counted=False)
    assert led.given == [("practised", "practice", "breath", "left")]


def test_to_its_end_the_day_counts():
    led = lead(DAY, at=STEADIER)
    assert led.given[:2] == [("practised", "practice", "breath", "end"), ("counted",)]
    assert led.outcome == Outcome(left=False, counted=True)


@pytest.mark.parametrize("piece", ["Tears are common.", "Be held up.", "quiet 20"])
def test_eased_off_to_its_alternative_the_day_counts(piece):
    led = lead(DAY, at={piece: Command.EASE, **STEADIER})
    shown = led.screen.texts()
    assert shown[shown.index("Eyes open") :][:4] == ["Eyes open", "Look at one thing.", "quiet 14", "That is enough."]
    assert practised(led) == [("practised", "practice", "breath", "eased"), ("counted",)]
    assert led.outcome == Outcome(left=False, counted=True)


def test_stopping_after_ground_the_day_counts_and_is_over():
    led = lead(DAY, at={"Be held up.": Command.GROUND, words.AFTER_GROUND: "Stop here for now"})
    assert led.given == [("practised", "practice", "breath", "ground"), ("counted",), ("ended",)]
    assert led.outcome == Outcome(left=False, counted=True)
    assert led.screen.count("After it.") == 0


def test_going_on_after_ground_the_practice_is_led_to_its_end():
    led = lead(DAY, at={"Be held up.": [Command.GROUND, None], words.AFTER_GROUND: "Go on", **STEADIER})
    assert led.lines.count("Be held up.") == 2
    assert practised(led) == [("practised", "practice", "breath", "end"), ("counted",)]


@pytest.mark.parametrize(("reply", "counted"), [(True, True), (None, True), (False, False)])
def test_after_a_skip_the_person_says_whether_it_counts(reply, counted):
    led = lead(DAY, at={"Be held up.": Command.SKIP, words.COUNT_SKIPPED: reply})
    assert practised(led) == [("practised", "practice", "breath", "skipped"), *([("counted",)] if counted else [])]
    assert led.outcome == Outcome(left=False, counted=counted)
    assert led.lines[-1] == "After it."
    assert led.screen.count(words.FELT) == 0


def test_a_day_that_counts_already_is_not_asked_about_after_a_skip():
    led = lead(DAY, at={"Be held up.": Command.SKIP}, counted=True)
    assert practised(led) == [("practised", "practice", "breath", "skipped")]
    assert led.screen.count(words.COUNT_SKIPPED) == 0


def test_a_day_is_counted_once():
    steps = (replace(PRACTISE, feedback=False), replace(PRACTISE, id="second"))
    assert lead(steps, at=STEADIER).keeper.calls.count(("counted",)) == 1
    assert ("counted",) not in lead((PRACTISE,), at=STEADIER, counted=True).given


@pytest.mark.parametrize(
    ("key", "outcome", "reached"),
    [
        (Command.LEAVE, Outcome(left=True, counted=False), ["before", "practice"]),
        (Command.SKIP, Outcome(left=False, counted=False), ["before", "practice", "after"]),
    ],
)
def test_a_key_when_asked_whether_a_skip_counts_does_what_it_does_anywhere(key, outcome, reached):
    led = lead(DAY, at={"Be held up.": Command.SKIP, words.COUNT_SKIPPED: key})
    assert (led.outcome, led.reached) == (outcome, reached)


def test_help_when_asked_whether_a_skip_counts_asks_again():
    led = lead(DAY, at={"Be held up.": Command.SKIP, words.COUNT_SKIPPED: [Command.HELP, True]})
    assert led.screen.texts("tell") == list(HELP)
    assert ("counted",) in led.given


def test_thought_work_and_diary_never_decide_whether_a_day_counts():
    assert lead((NOTICE, EACH["diary"]), "A few words", "not good enough", 0, "Write a few lines", "x").outcome.counted is False


# Easing off


def test_the_first_ease_off_a_breath_goes_to_its_other_anchor_and_it_stays_so():
    led = lead(DAY, at={"breathe 4/6 60": Command.EASE, **STEADIER})
    shown = led.screen.texts()
    assert shown[shown.index("breathe 4/6 60") :][1:6] == [
        "Feel the chair.",
        "quiet 60",
        "Stay with the chair.",
        "quiet 30",
        "Find a sound.",
    ]
    assert practised(led) == [("practised", "practice", "breath", "end"), ("counted",)]


def test_the_second_ease_goes_to_the_alternative():
    led = lead(DAY, at={"breathe 4/6 60": Command.EASE, "Feel the chair.": Command.EASE, **STEADIER})
    assert "Look at one thing." in led.lines
    assert practised(led) == [("practised", "practice", "breath", "eased"), ("counted",)]


def test_who_has_eased_off_the_breath_keeps_the_other_anchor_in_the_practice_after():
    steps = (replace(PRACTISE, feedback=False), Guided(id="second", use="kinder"))
    led = lead(steps, at={"breathe 4/6 60": Command.EASE, **STEADIER})
    assert led.screen.texts()[-6:-2] == ["quiet 10", "Listen on.", "quiet 12", "Let the voice go."]


@pytest.mark.parametrize(
    ("step", "heading"),
    [
        (Guided(id="p", use="breath"), "Eyes open"),
        (Guided(id="p", use="kinder"), "Sounds"),
        (Guided(id="p", use="kinder", alternative="ground-around"), "Around"),
        (Guided(id="p", practice=replace(BREATH, alternative="")), "Eyes open"),
    ],
)
def test_the_alternative_is_the_one_that_is_named_nearest(step, heading):
    caution = "Tears" if step.use != "kinder" else "It may feel odd."
    led = lead((step,), at={caution: Command.EASE, **STEADIER})
    assert led.screen.texts("heading")[1:] == [heading]


@pytest.mark.parametrize(
    ("key", "left_by", "counted"),
    [(Command.EASE, "eased", True), (Command.LEAVE, "left", False)],
)
def test_a_key_in_the_alternative(key, left_by, counted):
    at = {"Tears": Command.EASE, "Look at one thing.": key, **(STEADIER if counted else {})}
    led = lead(DAY, at=at)
    assert led.given[0] == ("practised", "practice", "breath", left_by)
    assert led.outcome.counted is counted


def test_a_skip_of_the_alternative_asks_whether_it_counts():
    led = lead(DAY, at={"Tears": Command.EASE, "Look at one thing.": Command.SKIP, words.COUNT_SKIPPED: True})
    assert practised(led) == [("practised", "practice", "breath", "skipped"), ("counted",)]


def test_ground_in_the_alternative_counts_when_they_stop_there():
    at = {"Tears": Command.EASE, "Look at one thing.": Command.GROUND, words.AFTER_GROUND: "Stop here for now"}
    assert practised(lead(DAY, at=at)) == [("practised", "practice", "breath", "ground"), ("counted",)]


# Two doors

TWO_DOORS = words.WAYS_IN.format(count="two")
HEAVIER = (BEFORE, Guided(id="practice", use="breath", doors=("kinder",), short=True), AFTER)


@pytest.mark.parametrize(
    ("reply", "name", "title"),
    [
        ("The doorway breath", "breath", "The doorway breath"),
        ("A kinder voice", "kinder", "A kinder voice"),
        (None, "breath", "The doorway breath"),
        (Command.EASE, "kinder", "A kinder voice"),
    ],
)
def test_either_door_counts(reply, name, title):
    led = lead(HEAVIER, at={TWO_DOORS: reply, **STEADIER})
    assert led.screen.texts("heading") == [title]
    assert practised(led) == [("practised", "practice", name, "end"), ("counted",)]


def test_both_doors_are_named():
    led = lead(HEAVIER, at={TWO_DOORS: 0, **STEADIER})
    (doors,) = [one for one in led.screen.transcript if one.text == TWO_DOORS]
    assert doors.answers == ("The doorway breath", "A kinder voice")


def test_q_at_the_doors_leaves_with_nothing_practised():
    led = lead(HEAVIER, at={TWO_DOORS: Command.LEAVE})
    assert led.outcome == Outcome(left=True, counted=False)
    assert led.given == []


def test_back_at_the_doors_goes_to_the_step_before():
    led = lead(HEAVIER, at={TWO_DOORS: [Command.BACK, 0], **STEADIER})
    assert led.reached == ["before", "practice", "before", "practice", "after"]


def test_skip_at_the_doors_begins_neither():
    led = lead(HEAVIER, at={TWO_DOORS: Command.SKIP, words.COUNT_SKIPPED: False})
    assert "Tears are common." not in led.lines
    assert "It may feel odd." not in led.lines
    assert led.lines[-1] == "After it."


@pytest.mark.parametrize("key", [Command.HELP, Command.KEYS])
def test_help_and_keys_at_the_doors_ask_again(key):
    led = lead(HEAVIER, at={TWO_DOORS: [key, 0], **STEADIER})
    assert led.screen.count(TWO_DOORS) == 2
    assert led.screen.texts("tell")


@pytest.mark.parametrize(("after", "left"), [("Go on", False), ("Stop here for now", True)])
def test_ground_at_the_doors(after, left):
    at = {TWO_DOORS: [Command.GROUND, 0], words.AFTER_GROUND: after, **STEADIER}
    if left:
        at = {TWO_DOORS: Command.GROUND, words.AFTER_GROUND: after}
    led = lead(HEAVIER, at=at)
    assert led.outcome == Outcome(left=left, counted=not left)


# How it left them


@pytest.mark.parametrize(("reply", "felt"), [("Steadier", 1), ("Much the same", 2)])
def test_how_it_left_them_is_kept_and_whether_it_helped(reply, felt):
    led = lead(DAY, at={words.FELT: reply, words.HELPED: 0})
    assert led.given[2:4] == [("felt", "practice", felt), ("helped", "practice", 0)]


def test_both_questions_may_be_passed():
    led = lead(DAY, at={words.FELT: None, words.HELPED: None})
    assert led.given == [("practised", "practice", "breath", "end"), ("counted",), ("ended",)]


def test_feedback_is_asked_after_the_last_practice_only():
    steps = (replace(PRACTISE, id="one", feedback=False), BEFORE, replace(PRACTISE, id="two"), AFTER)
    led = lead(steps, at=STEADIER)
    assert led.screen.count(words.FELT) == 1
    assert [call[:2] for call in led.given if call[0] in ("felt", "helped")] == [("felt", "two"), ("helped", "two")]


def test_feedback_is_asked_after_the_last_practice_of_the_short_form():
    steps = (replace(PRACTISE, id="one", feedback=False), replace(PRACTISE, id="two", short=False), AFTER)
    led = lead(steps, at=STEADIER, short=True)
    assert [call[:2] for call in led.given if call[0] == "felt"] == [("felt", "one")]


def test_feedback_is_asked_where_easing_off_made_a_practice_the_last():
    steps = (
        Say(id="long", text="A long way."),
        replace(PRACTISE, id="one", feedback=False),
        replace(PRACTISE, id="two", short=False),
        AFTER,
    )
    led = lead(steps, at={"A long way.": Command.EASE, **STEADIER})
    assert [call[:2] for call in led.given if call[0] == "felt"] == [("felt", "one")]


@pytest.mark.parametrize("question", [words.FELT, words.HELPED])
def test_q_at_a_question_after_it_leaves_and_the_day_counts(question):
    led = lead(DAY, at={**({} if question == words.FELT else {words.FELT: "Steadier"}), question: Command.LEAVE})
    assert led.outcome == Outcome(left=True, counted=True)
    assert ("ended",) not in led.given


@pytest.mark.parametrize("question", [words.FELT, words.HELPED])
@pytest.mark.parametrize("key", [Command.HELP, Command.KEYS])
def test_help_and_keys_at_a_question_after_it_ask_again(question, key):
    led = lead(DAY, at={**STEADIER, question: [key, STEADIER[question]]})
    assert led.screen.count(question) == 2
    assert led.given[2:4] == [("felt", "practice", 1), ("helped", "practice", 7)]


@pytest.mark.parametrize("question", [words.FELT, words.HELPED])
def test_stopping_after_ground_at_a_question_after_it_really_stops(question):
    at = {**({} if question == words.FELT else {words.FELT: "Steadier"}), question: Command.GROUND, words.AFTER_GROUND: "Stop here for now"}
    led = lead(DAY, at=at)
    assert led.outcome.counted
    assert led.screen.texts()[-1] == words.AFTER_GROUND


@pytest.mark.parametrize("question", [words.FELT, words.HELPED])
def test_back_at_a_question_after_it_does_not_go_forward(question):
    at = {words.FELT: [0, Reached], words.HELPED: [Command.BACK, Reached], "ends here.": [None, Reached], "Tears": [None, Reached]}
    if question == words.FELT:
        at = {words.FELT: [Command.BACK, Reached], "ends here.": [None, Reached], "Tears": [None, Reached]}
    screen = ScriptedScreen(at=at)
    with pytest.raises(Reached):
        play(plan(DAY), screen, RecordingKeeper())
    assert screen.count("After it.") == 0


@pytest.mark.parametrize("question", [words.FELT, words.HELPED])
def test_skip_at_a_question_after_it_keeps_no_answer(question):
    led = lead(DAY, at={**STEADIER, question: Command.SKIP})
    kept = {call[0] for call in led.given}
    assert ("felt" in kept, "helped" in kept) == (question != words.FELT, question != words.HELPED)
    assert led.lines[-1] == "After it."


# Stirred up

STIRRED = {words.FELT: "More stirred up"}


def test_who_is_stirred_up_is_steadied_and_may_stop():
    led = lead(DAY, at={**STIRRED, words.STOP_HERE: True})
    shown = led.screen.texts()
    steadying = ["Practice can stir things up.", "Steadying is next.", "Touch a sleeve.", "quiet 6", "Name a sound."]
    assert shown[shown.index(words.FELT) + 1 :] == [*steadying, words.STOP_HERE, "There are people to ring."]
    assert led.given[2:] == [("felt", "practice", 3), ("ended",)]
    assert led.outcome == Outcome(left=False, counted=True)


@pytest.mark.parametrize("reply", [False, None])
def test_who_is_stirred_up_may_go_on(reply):
    led = lead(DAY, at={**STIRRED, words.STOP_HERE: reply, words.HELPED: 2})
    assert led.given[2:4] == [("felt", "practice", 3), ("helped", "practice", 2)]
    assert led.screen.texts("tell") == ["There are people to ring."]
    assert led.lines[-1] == "After it."


@pytest.mark.parametrize("stop", [True, False])
def test_twice_in_three_days_the_plainest_practices_and_somebody_to_tell_are_suggested(stop):
    led = lead(DAY, at={**STIRRED, words.STOP_HERE: stop, **({} if stop else {words.HELPED: None})}, stirred_before=True)
    assert led.screen.texts("tell") == ["There are people to ring.", *REFRAINS["plainest"].split("\n")]


def test_once_they_are_not():
    led = lead(DAY, at={**STIRRED, words.STOP_HERE: True}, stirred_before=False)
    assert led.screen.count("plainest") == 0


def test_nobody_who_is_steady_is_told_of_it():
    assert lead(DAY, at=STEADIER, stirred_before=True).screen.texts("tell") == []


@pytest.mark.parametrize("key", [Command.EASE, Command.GROUND])
def test_a_key_with_nowhere_to_go_while_they_are_steadied_says_the_line_again(key):
    led = lead(DAY, at={**STIRRED, "Touch a sleeve.": [key, None], words.STOP_HERE: True})
    assert led.lines.count("Touch a sleeve.") == 2


def test_help_while_they_are_steadied_shows_the_help_lines():
    led = lead(DAY, at={**STIRRED, "Touch a sleeve.": [Command.HELP, None], words.STOP_HERE: True})
    assert led.screen.texts("tell")[:2] == list(HELP)


@pytest.mark.parametrize(("key", "told"), [(Command.HELP, HELP[0]), (Command.KEYS, words.KEYS[0])])
def test_help_and_keys_when_asked_whether_to_stop_ask_again(key, told):
    led = lead(DAY, at={**STIRRED, words.STOP_HERE: [key, True]})
    assert led.screen.texts("tell")[0] == told
    assert led.screen.count(words.STOP_HERE) == 2


@pytest.mark.parametrize("piece", ["Touch a sleeve.", words.STOP_HERE])
def test_q_while_they_are_steadied_leaves_with_the_place_kept(piece):
    led = lead(DAY, at={**STIRRED, piece: Command.LEAVE})
    assert led.outcome == Outcome(left=True, counted=True)
    assert ("ended",) not in led.given
    assert led.screen.texts("tell") == ["There are people to ring."]


def test_back_when_asked_whether_to_stop_does_not_stop():
    at = {words.FELT: ["More stirred up", Reached], words.STOP_HERE: [Command.BACK, Reached], "Name a sound.": [None, Reached]}
    with pytest.raises(Reached):
        play(plan(DAY), ScriptedScreen(at=at), RecordingKeeper())


def test_ground_when_asked_whether_to_stop_may_end_in_stopping():
    at = {**STIRRED, words.STOP_HERE: Command.GROUND, words.AFTER_GROUND: "Stop here for now"}
    led = lead(DAY, at=at)
    assert led.screen.count(words.HELPED) == 0
    assert led.screen.texts("tell") == ["There are people to ring."]


def test_back_at_the_question_whether_it_helped_lets_them_say_again_how_it_left_them():
    led = lead(DAY, at={words.FELT: ["More stirred up", "Steadier"], words.STOP_HERE: False, words.HELPED: [Command.BACK, 6]})
    assert led.given[2:5] == [("felt", "practice", 3), ("felt", "practice", 1), ("helped", "practice", 6)]
