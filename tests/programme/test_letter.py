"""A letter to oneself: each line kept as it is typed, read back, a line picked, and the letter kept only if they say so."""

from __future__ import annotations

import pytest
from small_day import AFTER, BEFORE, lead

from cmt_cli.base.words import session as words
from cmt_cli.programme.letter import IN_HEAD_SECONDS
from cmt_cli.programme.minutes import READ_SLOWLY, spoken_text, step_seconds
from cmt_cli.programme.model import Letter, Replies
from cmt_cli.programme.ports import Command

LETTER = Letter(
    id="kept-line",
    text="A letter comes next.",
    starters=("It makes sense that", "What would help is"),
    warmly="Read it slowly.",
    pick="Which line would you keep?",
)
FIRST, SECOND = "It makes sense that you are tired.", "What would help is an early night."
WHOLE = f"{FIRST}\n{SECOND}"
HERE = (words.LETTER_HERE, "you are tired.", "an early night.", None)


def written(*in_order, steps=(LETTER, AFTER), **changes):
    return lead(steps, *in_order, **changes)


def test_a_letter_is_written_read_back_and_kept():
    led = written(*HERE, FIRST, "Keep it in the diary")
    assert led.screen.texts() == [
        "A letter comes next.",
        words.LETTER_HOW,
        "It makes sense that ...",
        "What would help is ...",
        words.LETTER_MORE,
        "Read it slowly.",
        FIRST,
        f"quiet {READ_SLOWLY}",
        SECOND,
        f"quiet {READ_SLOWLY}",
        LETTER.pick,
        words.LETTER_KEEP,
        "After it.",
    ]
    assert led.given[:-1] == [
        ("answer", "kept-line.letter", FIRST),
        ("answer", "kept-line.letter", WHOLE),
        ("answer", "kept-line", FIRST),
        ("diary", "kept-line", WHOLE),
        ("answer", "kept-line.letter", None),
    ]


def test_a_letter_that_is_not_kept_leaves_only_the_line_they_picked():
    led = written(*HERE, SECOND, "Do not keep it")
    assert [call for call in led.given if call[0] == "diary"] == []
    assert led.given[-2:] == [("answer", "kept-line.letter", None), ("ended",)]
    assert ("answer", "kept-line", SECOND) in led.given


@pytest.mark.parametrize("picked", [words.LETTER_NO_LINE, None])
def test_no_line_has_to_be_picked(picked):
    assert ("answer", "kept-line", None) in written(*HERE, picked, None).given


def test_a_passed_question_does_not_put_it_into_the_diary():
    assert [call for call in written(*HERE, FIRST, None).given if call[0] == "diary"] == []


def test_beginnings_may_be_passed_and_lines_added():
    led = written(words.LETTER_HERE, None, "an early night.", "Yours, me", None, "Yours, me", "Keep it in the diary")
    assert ("diary", "kept-line", f"{SECOND}\nYours, me") in led.given


def test_their_own_lines_are_never_spoken():
    spoken = " ".join(one.spoken for one in written(*HERE, FIRST, None).screen.transcript if one.kind == "line")
    assert "early night" not in spoken


def test_only_as_many_lines_are_offered_as_have_a_key():
    more = [f"line {number}" for number in range(9)]
    led = written(words.LETTER_HERE, None, None, *more, None, "line 7", None)
    (picking,) = [one for one in led.screen.transcript if one.text == LETTER.pick]
    assert picking.answers == (*more[:8], words.LETTER_NO_LINE)


def test_one_that_was_thought_and_not_typed_counts_as_a_letter():
    led = written(words.LETTER_HERE, None, None, None)
    assert led.lines == ["A letter comes next.", words.LETTER_UNTYPED, "After it."]
    assert led.given[:-1] == [("answer", "kept-line", words.OWN_IN_HEAD)]


@pytest.mark.parametrize("way", [words.LETTER_IN_HEAD, None])
def test_in_the_head_each_beginning_has_its_silence_and_nothing_is_kept_of_it(way):
    led = written(way)
    assert led.screen.texts("line", "quiet")[1:-2] == [
        "It makes sense that ...",
        f"quiet {IN_HEAD_SECONDS}",
        "What would help is ...",
        f"quiet {IN_HEAD_SECONDS}",
        "Read it slowly.",
        f"quiet {IN_HEAD_SECONDS}",
    ]
    assert led.given[:-1] == [("answer", "kept-line", words.OWN_IN_HEAD)]


def test_the_editor_is_offered_only_where_there_is_one():
    ways = [one.answers for one in written(None).screen.transcript if one.text == words.LETTER_HOW]
    assert ways == [(words.LETTER_HERE, words.LETTER_IN_HEAD)]


def test_what_the_editor_wrote_is_the_letter_without_beginnings_left_as_they_were():
    led = written(words.LETTER_EDITOR, f"{FIRST}\n\nWhat would help is \n", FIRST, "Keep it in the diary", can_compose=True)
    (opened,) = led.screen.texts("compose")
    assert opened == "It makes sense that \nWhat would help is"
    assert ("diary", "kept-line", FIRST) in led.given


def test_an_editor_that_wrote_nothing_leaves_the_letter_in_the_head():
    assert words.LETTER_UNTYPED in written(words.LETTER_EDITOR, None, can_compose=True).lines


@pytest.mark.parametrize("place", [words.LETTER_HOW, "What would help is ...", words.LETTER_MORE, LETTER.pick, words.LETTER_KEEP])
def test_q_leaves_from_anywhere_in_it_and_what_was_typed_stays(place):
    script = {
        words.LETTER_HOW: words.LETTER_HERE,
        "It makes sense that ...": "you are tired.",
        "What would help is ...": "an early night.",
        words.LETTER_MORE: None,
        LETTER.pick: FIRST,
        words.LETTER_KEEP: None,
    }
    before = dict(list(script.items())[: list(script).index(place)])
    led = written(at={**before, place: Command.LEAVE})
    assert led.outcome.left
    assert place == words.LETTER_HOW or ("answer", "kept-line.letter", FIRST) in led.given


def test_q_in_the_editors_place_leaves():
    assert written(words.LETTER_EDITOR, Command.LEAVE, can_compose=True).outcome.left


def test_back_goes_to_the_step_before():
    led = lead((BEFORE, LETTER, AFTER), at={words.LETTER_HOW: Command.BACK, "Before it.": [None, Command.LEAVE]})
    assert led.reached == ["before", "kept-line", "before"]


def test_a_letter_left_half_written_is_shown_and_goes_on():
    led = written(None, FIRST, "Do not keep it", recalled={(None, "kept-line.letter"): FIRST})
    assert led.lines[:2] == [words.LETTER_SO_FAR, FIRST]
    assert led.screen.count("It makes sense that ...") == 0


def test_its_time_is_what_its_author_gives_it():
    words_said = len(" ".join((LETTER.text, *LETTER.starters, LETTER.warmly, LETTER.pick)).split())
    assert step_seconds(LETTER, {}, short=False) == pytest.approx(words_said * 60 / 130 + 240 + 15)
    assert spoken_text(LETTER, {}) == [LETTER.text, *LETTER.starters, LETTER.warmly, LETTER.pick]


# The page of replies

PAGE = Replies(id="best-replies", text="These are yours.", none="None yet, and that is no matter.")


def test_the_best_replies_are_a_page_read_slowly_and_never_aloud():
    led = lead((PAGE,), best_replies=lambda: ["No wonder.", "You waited your turn."])
    assert led.screen.texts() == ["These are yours.", "No wonder.", f"quiet {READ_SLOWLY}", "You waited your turn.", f"quiet {READ_SLOWLY}"]
    assert [one.spoken for one in led.screen.transcript if one.kind == "line"][1:] == ["", ""]


def test_without_replies_one_line_is_said_instead():
    assert lead((PAGE,)).screen.texts() == ["None yet, and that is no matter."]


def test_the_page_counts_no_time_beyond_its_text():
    assert step_seconds(PAGE, {}, short=False) == pytest.approx(3 * 60 / 130)
    assert spoken_text(PAGE, {}) == [PAGE.text, PAGE.none]
