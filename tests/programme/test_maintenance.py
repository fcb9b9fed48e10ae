"""After the last day: the practices that helped most, in turn."""

from __future__ import annotations

import pytest
from small_day import lead

from cmt_cli.base.words import session as words
from cmt_cli.programme.maintenance import HELPFUL_AT_ONCE, Practised, maintenance_day, next_practice
from cmt_cli.programme.model import Guided

REFRAINS = {"maintenance-welcome": "Five minutes.", "maintenance-close": "That is all."}


@pytest.mark.parametrize(
    ("practised", "following"),
    [
        ([], None),
        ([("breath", 7)], "breath"),
        ([("breath", None)], "breath"),
        ([("breath", 7), ("self", 3)], "breath"),
        ([("breath", 7), ("self", 3), ("breath", 8)], "self"),
        # an unrated practice is among the best while there are fewer than four rated ones
        ([("odd", None), ("breath", 7), ("self", 3)], "odd"),
        # of five, the one that helped least is left out, however long ago it was
        ([("worst", 1), ("a", 9), ("b", 8), ("c", 7), ("d", 6)], "a"),
        ([("unrated", None), ("a", 9), ("b", 8), ("c", 7), ("d", 0)], "a"),
        # a rating of nought is a rating
        ([("nought", 0), ("u", None), ("a", 9), ("b", 8), ("c", 7)], "nought"),
        # the mean of its ratings counts, and a pass between them does not
        ([("up", 2), ("a", 5), ("b", 5), ("c", 5), ("d", 4), ("up", 8), ("up", None)], "a"),
        ([("up", 0), ("a", 5), ("b", 5), ("c", 5), ("d", 4), ("up", 6)], "a"),
    ],
)
def test_the_next_is_the_helpful_one_done_longest_ago(practised, following):
    assert next_practice([Practised(*one) for one in practised]) == following


def test_of_two_that_helped_as_much_the_one_done_later_stands_first():
    practised = [("old", 4), ("a", 9), ("b", 8), ("c", 7), ("new", 4)]
    assert next_practice([Practised(*one) for one in practised]) == "a"


def test_the_four_best_come_round_in_turn():
    practised = [Practised(name, helped) for name, helped in (("a", 9), ("e", 1), ("b", 8), ("c", 7), ("f", None), ("d", 6))]
    order = []
    for _ in range(8):
        order.append(next_practice(practised))
        practised.append(Practised(order[-1], None))
    assert order == ["a", "b", "c", "d"] * 2
    assert len(set(order)) == HELPFUL_AT_ONCE


def test_a_session_after_the_course_is_one_practice_between_two_lines():
    day = maintenance_day(Guided(id="practice", use="kinder", short=True), REFRAINS, "A kinder voice")
    assert (day.number, day.title) == (None, "A kinder voice")
    for short in (False, True):
        led = lead(day.in_form(short), at={words.FELT: "Steadier", words.HELPED: 8}, short=short)
        assert led.reached == ["welcome", "practice", "close"] if short else ["welcome", "practice", "earlier", "close"]
        assert (led.lines[0], led.lines[-1]) == ("Five minutes.", "That is all.")
        assert ("practised", "practice", "kinder", "end") in led.given
