"""Work on a self-critical thought: noticed or answered, kept only as they wish, and every way out of it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from scripted import RecordingKeeper, ScriptedScreen
from small_day import AFTER, ANSWER, BEFORE, HELP, NOTICE, lead, plan

from cmt_cli.base.records import Earlier
from cmt_cli.base.words import session as words
from cmt_cli.programme.minutes import READ_SLOWLY, READ_WARMLY
from cmt_cli.programme.ports import Command
from cmt_cli.programme.thought_work import meet_each

KEEP, LEAVE_BE, DO_NOT = words.KEEP_ANSWERS


def kept(*steps_and_replies, **more):
    step, *replies = steps_and_replies
    return lead((step,), *replies, **more).given[:-1]


# Notice one


@pytest.mark.parametrize(
    ("replies", "calls"),
    [
        (
            ("A few words", "not good enough", KEEP),
            [("thought", "notice", "not good enough", True), ("answer", "notice", words.KEPT_CAUGHT)],
        ),
        (
            ("A few words", "not good enough", LEAVE_BE),
            [("thought", "notice", "not good enough", False), ("answer", "notice", words.KEPT_CAUGHT)],
        ),
        (("A few words", "not good enough", DO_NOT), [("answer", "notice", words.KEPT_IN_MIND)]),
        (("A few words", None), [("answer", "notice", words.KEPT_IN_MIND)]),
        (("Yes, and not for keeping",), [("answer", "notice", words.KEPT_IN_MIND)]),
        (("None today",), [("answer", "notice", words.KEPT_NONE)]),
        ((None,), [("answer", "notice", None)]),
    ],
)
def test_a_thought_that_is_noticed_is_kept_as_they_wish(replies, calls):
    assert kept(NOTICE, *replies) == calls


def test_no_answer_to_it_is_asked_where_it_is_only_noticed():
    led = lead((NOTICE, AFTER), "A few words", "not good enough", KEEP)
    assert [one.text for one in led.screen.transcript if one.kind in ("ask", "choose", "scale")] == [
        NOTICE.text,
        words.CATCH,
        words.KEEP_IT,
    ]


# Answer one

THROUGH = ("I will type it", "not good enough", KEEP, 8, "No wonder.", 3, 5)


def test_a_thought_is_answered_in_order():
    led = lead((ANSWER,), *THROUGH)
    assert led.screen.texts() == [
        ANSWER.text,
        words.CATCH,
        words.KEEP_IT,
        words.BELIEF_BEFORE,
        ANSWER.reply,
        "Read it again.",
        "Slowly now.",
        "No wonder.",
        f"quiet {READ_WARMLY}",
        words.WARMTH,
        words.BELIEF_AFTER,
    ]
    assert led.given[:-1] == [
        ("thought", "answer", "not good enough", True),
        ("answer", "answer", "caught 11"),
        ("reply", 11, "No wonder."),
        ("about_reply", 21, None, 8, None),
        ("about_reply", 21, 3, 8, None),
        ("about_reply", 21, 3, 8, 5),
        ("answer", "answer", words.KEPT_CAUGHT),
    ]


def test_belief_is_asked_only_where_the_author_says_so():
    led = lead((replace(ANSWER, belief=False),), "I will type it", "not good enough", KEEP, "No wonder.", 3)
    assert ("about_reply", 21, 3, None, None) in led.given
    assert led.screen.count("believe") == 0


def test_scales_about_it_may_all_be_passed():
    led = lead((ANSWER,), "I will type it", "not good enough", KEEP, None, "No wonder.", None, None)
    assert ("about_reply", 21, None, None, None) in led.given


def test_an_answer_that_is_thought_and_not_typed_has_half_a_minute():
    led = lead((ANSWER,), "I will type it", "not good enough", KEEP, 8, None, 3, 5)
    assert led.screen.texts("line", "quiet") == ["quiet 30", "Read it again.", "Slowly now.", f"quiet {READ_WARMLY}"]
    assert led.given[:-1] == [
        ("thought", "answer", "not good enough", True),
        ("answer", "answer", "caught 11"),
        ("answer", "answer", words.KEPT_CAUGHT),
    ]


@pytest.mark.parametrize("caught", [("I will hold it in mind",), ("I will type it", None), ("I will type it", "not good enough", DO_NOT)])
def test_a_thought_that_is_not_kept_is_answered_and_nothing_is_kept(caught):
    led = lead((ANSWER,), *caught, 8, "No wonder.", 3, 5)
    assert "No wonder." in led.lines
    assert led.given[:-1] == [("answer", "answer", words.KEPT_IN_MIND)]


@pytest.mark.parametrize("step", [NOTICE, ANSWER])
def test_none_today_gets_one_kind_line_read_slowly(step):
    led = lead((step, AFTER), "None today")
    assert led.screen.texts()[1:] == ["None is a full answer.", f"quiet {READ_SLOWLY}", "After it."]
    assert led.given[:-1] == [("answer", step.id, words.KEPT_NONE)]


def test_a_pass_gets_no_line_at_all():
    assert lead((ANSWER, AFTER), None).screen.texts()[1:] == ["After it."]


# What always stands under it


@pytest.mark.parametrize(
    ("step", "replies"),
    [(NOTICE, ("A few words", "not good enough", KEEP)), (ANSWER, THROUGH)],
)
def test_what_to_do_if_it_is_about_ending_your_life_stands_under_catching_it(step, replies):
    led = lead((step,), *replies)
    notes = {one.text: one.note for one in led.screen.transcript}
    assert notes[step.text] == notes[words.KEEP_IT] == words.IF_ABOUT_ENDING_LIFE
    assert notes[words.CATCH] == words.IF_ABOUT_ENDING_LIFE_TYPING
    assert "press h" in words.IF_ABOUT_ENDING_LIFE
    assert "/h" in words.IF_ABOUT_ENDING_LIFE_TYPING


# Every key at every place in it

SHOWN = {
    ANSWER.text: "I will type it",
    words.CATCH: "not good enough",
    words.KEEP_IT: KEEP,
    words.BELIEF_BEFORE: 8,
    ANSWER.reply: "No wonder.",
    "Slowly now.": None,
    words.WARMTH: 3,
    words.BELIEF_AFTER: 5,
}
PLACES = tuple(SHOWN)
QUESTIONS = tuple(place for place in PLACES if place != "Slowly now.")
DAY = (BEFORE, ANSWER, AFTER)


def until(place):
    """The replies up to a place, which are all that is asked when a key leaves there."""
    return {piece: SHOWN[piece] for piece in PLACES[: PLACES.index(place)]}


@pytest.mark.parametrize("place", PLACES)
def test_q_leaves_from_anywhere_in_it(place):
    led = lead(DAY, at={**until(place), place: Command.LEAVE})
    assert led.outcome.left
    assert led.screen.count("After it.") == 0
    assert ("ended",) not in led.given


@pytest.mark.parametrize("place", QUESTIONS)
def test_skip_at_a_question_leaves_the_step(place):
    led = lead(DAY, at={**until(place), place: Command.SKIP})
    assert led.reached == ["before", "answer", "after"]
    assert ("answer", "answer", words.KEPT_CAUGHT) not in led.given


@pytest.mark.parametrize("place", QUESTIONS)
def test_back_at_a_question_goes_to_the_step_before(place):
    led = lead(DAY, at={**until(place), place: Command.BACK, "Before it.": [None, Command.LEAVE]})
    assert led.reached == ["before", "answer", "before"]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("key", [Command.HELP, Command.KEYS])
def test_help_and_keys_come_back_to_the_same_place(place, key):
    led = lead(DAY, at={**SHOWN, place: [key, SHOWN[place]]})
    told = led.screen.texts("tell")
    assert told == list(HELP) if key is Command.HELP else told[:-1] == list(words.KEYS)
    assert led.screen.count(place) == 2
    assert ("about_reply", 21, 3, 8, 5) in led.given


@pytest.mark.parametrize("place", PLACES)
def test_ground_comes_back_to_the_same_place(place):
    led = lead(DAY, at={**SHOWN, place: [Command.GROUND, SHOWN[place]], words.AFTER_GROUND: "Go on"})
    assert led.screen.count(place) == 2
    assert led.lines[-1] == "After it."


@pytest.mark.parametrize("place", PLACES)
def test_stopping_after_ground_leaves_from_anywhere_in_it(place):
    led = lead(DAY, at={**until(place), place: Command.GROUND, words.AFTER_GROUND: "Stop here for now"})
    assert led.outcome.left
    assert led.screen.texts()[-1] == words.AFTER_GROUND


@pytest.mark.parametrize("place", QUESTIONS)
def test_ease_goes_on_with_the_short_form(place):
    led = lead(DAY, at={**until(place), place: Command.EASE})
    assert led.screen.texts("tell") == [words.SHORT_FROM_HERE]
    assert led.lines[-1] == "After it."


def test_skip_while_it_is_read_again_goes_on_to_how_warm_it_was():
    led = lead(DAY, at={**SHOWN, "Slowly now.": Command.SKIP})
    assert "No wonder." not in led.lines
    assert ("about_reply", 21, 3, 8, 5) in led.given


def test_skip_in_the_half_minute_goes_on_to_reading_it():
    led = lead(DAY, at={**SHOWN, ANSWER.reply: None, "quiet 30": Command.SKIP})
    assert "Read it again." in led.lines


def test_what_was_given_before_a_key_left_stays_kept():
    led = lead(DAY, at={**until(words.WARMTH), words.WARMTH: Command.LEAVE})
    assert led.given == [
        ("thought", "answer", "not good enough", True),
        ("answer", "answer", "caught 11"),
        ("reply", 11, "No wonder."),
        ("about_reply", 21, None, 8, None),
    ]


def test_a_thought_passed_at_whether_to_keep_it_is_not_kept():
    led = lead((ANSWER,), "I will type it", "not good enough", None, 8, "No wonder.", 3, 5)
    assert [call for call in led.given if call[0] in ("thought", "reply")] == []


def test_a_session_stopped_after_the_thought_was_kept_goes_on_with_its_answer():
    led = lead((ANSWER,), 8, "No wonder.", 3, 5, recalled={(None, "answer"): "caught 14"})
    assert led.screen.texts()[0] == words.BELIEF_BEFORE
    assert ("reply", 14, "No wonder.") in led.given
    assert [call for call in led.given if call[0] == "thought"] == []


# An earlier one

EARLIER = Earlier(7, "the queue", "you hold everyone up", "You were in pain, and you waited your turn.")
AGAIN = replace(ANSWER, do="earlier", belief=False)
DUE = replace(AGAIN, do="due")
OFFER = words.EARLIER_OFFER.format(name="the queue")


def again(*in_order, step=AGAIN, **changes):
    return lead((step, AFTER), *in_order, **{"earlier": EARLIER, **changes})


def test_an_earlier_thought_is_offered_by_its_name_and_its_words_are_not_shown():
    led = again("None today")
    assert led.screen.texts()[0] == OFFER
    assert led.screen.count(EARLIER.text) == 0
    assert led.given[:-1] == [("answer", "answer", words.KEPT_NONE)]


def test_meeting_it_ends_on_the_kind_line():
    led = again("Meet it again", words.MEET_ANSWERS[0], "You hurt, and you waited.", 6, "Fairly")
    assert led.screen.texts() == [
        OFFER,
        words.MEET_SETTLE,
        f"{words.MEET_THOUGHT} {EARLIER.text}",
        f"quiet {READ_SLOWLY}",
        words.MEET_HOW,
        AGAIN.reply,
        "Read it again.",
        "Slowly now.",
        "You hurt, and you waited.",
        f"quiet {READ_WARMLY}",
        words.WARMTH,
        words.READILY,
        words.KIND_LINE,
        f"quiet {READ_SLOWLY}",
        "After it.",
    ]
    assert led.given[:-1] == [
        ("reply", 7, "You hurt, and you waited."),
        ("about_reply", 21, 6, None, None),
        ("met", 7, 21, 2),
        ("answer", "answer", words.KEPT_MET),
    ]


def test_the_best_reply_is_one_key_away_and_is_read_warmly():
    led = again("Meet it again", words.MEET_ANSWERS[1], "Readily")
    assert EARLIER.reply in led.lines
    assert ("met", 7, None, 3) in led.given


def test_where_kindness_did_not_come_it_is_let_be_and_the_kind_line_is_still_last():
    led = again("Meet it again", words.MEET_ANSWERS[1], "Not at all")
    assert led.lines[-3:] == [words.NOT_THIS_TIME, words.KIND_LINE, "After it."]
    assert ("met", 7, None, 0) in led.given


def test_how_readily_it_came_may_be_passed():
    led = again("Meet it again", words.MEET_ANSWERS[1], None)
    assert ("met", 7, None, None) in led.given


def test_the_persons_own_words_are_never_spoken():
    led = again("Meet it again", words.MEET_ANSWERS[1], "Slowly")
    spoken = " ".join(one.spoken for one in led.screen.transcript if one.kind == "line")
    assert EARLIER.text not in spoken
    assert EARLIER.reply not in spoken


def test_another_one_is_the_usual_work():
    led = again("A thought of now instead", "I will hold it in mind", "No wonder.", 3)
    assert led.given[:-1] == [("answer", "answer", words.KEPT_IN_MIND)]


def test_a_pass_at_the_offer_passes_the_step():
    assert again(None).given[:-1] == [("answer", "answer", None)]


def test_it_is_offered_once_in_a_session():
    led = lead(
        (BEFORE, AGAIN, AFTER), earlier=EARLIER, at={OFFER: "None today", "After it.": [Command.BACK, None], AGAIN.text: "None today"}
    )
    assert led.screen.count(OFFER) == 1


def test_nothing_is_brought_back_in_a_short_session():
    led = lead((replace(DUE, short=True), AFTER), earlier=EARLIER, short=True)
    assert led.screen.count(OFFER) == 0


@pytest.mark.parametrize("step", [NOTICE, ANSWER])
def test_it_is_offered_only_where_the_day_has_room_for_it(step):
    assert again("None today", step=step).screen.count(OFFER) == 0


def test_a_step_for_what_is_due_is_nothing_when_nothing_is_due():
    led = lead((DUE, AFTER))
    assert led.screen.texts() == ["After it."]


def test_what_is_due_may_wait_for_another_day():
    led = again("Not today", step=DUE)
    assert led.given[:-1] == [("answer", "answer", words.KEPT_NONE)]
    assert "None is a full answer." in led.lines


# One after another, as `cmt thought practise` has them

OTHER = Earlier(8, "the form", "you never finish anything", "It was a long form.")
OTHER_OFFER = words.EARLIER_OFFER.format(name="the form")


def each(at, earlier=(EARLIER, OTHER)):
    with ScriptedScreen(at=at) as screen:
        keeper = RecordingKeeper(screen)
        meet_each(earlier, plan((), short=True), screen, keeper)
    return screen, keeper.given()


def test_each_is_offered_by_its_name_and_the_kind_line_is_last():
    screen, given = each({OFFER: "Another", OTHER_OFFER: "Meet it", words.MEET_HOW: words.MEET_ANSWERS[1], words.READILY: "Fairly"})
    assert given == [("met", 8, None, 2)]
    assert screen.texts("line")[-1] == words.KIND_LINE
    assert screen.count(EARLIER.text) == 0


@pytest.mark.parametrize("reply", ["None today", None])
def test_none_today_ends_it_on_the_kind_line(reply):
    screen, given = each({OFFER: reply})
    assert given == []
    assert screen.texts()[-1] == words.KIND_LINE


def test_when_all_are_passed_over_it_ends_on_the_kind_line():
    screen, _ = each({OFFER: "Another", OTHER_OFFER: "Another"})
    assert screen.texts()[-1] == words.KIND_LINE


@pytest.mark.parametrize(("key", "last"), [(Command.SKIP, words.KIND_LINE), (Command.LEAVE, OFFER)])
def test_a_key_that_leaves_it_ends_it(key, last):
    screen, given = each({OFFER: key})
    assert (screen.texts()[-1], given) == (last, [])
