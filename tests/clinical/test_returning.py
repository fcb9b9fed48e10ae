"""When a reply comes back, which is the best, and when nothing is brought back."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmt_cli.base.records import Reply, Thought
from cmt_cli.clinical.returning import READILY, Levels, Next, after_meeting, best_reply, due, first_due, held_back, strongest

TODAY = date(2026, 1, 12)
NOON = datetime(2026, 1, 12, 12, tzinfo=UTC)


def reply(number=1, warmth=None, before=None, after=None, at=NOON):
    return Reply(number, at, f"reply {number}", warmth, before, after)


def thought(number=1, due_on=TODAY, day=TODAY - timedelta(days=4), state="active", replies=None):
    return Thought(number, NOON, day, None, f"thought {number}", None, state, due_on, (reply(),) if replies is None else replies)


def test_it_is_first_due_three_days_after_it_has_a_reply():
    assert first_due(date(2026, 2, 27)) == date(2026, 3, 2)


@pytest.mark.parametrize(
    ("readily", "days", "resting"),
    [
        (["slowly"], 3, False),
        (["fairly"], 7, False),
        (["readily"], 14, False),
        (["readily", "readily"], 30, False),
        (["readily", "readily", "readily"], 30, False),
        (["readily", "fairly", "readily"], 14, False),
        (["slowly", "readily"], 14, False),
        (["readily", "slowly"], 3, False),
        ([None], 3, False),
        (["readily", None], 3, False),
        (["readily", None, "readily"], 14, False),
        (["not_at_all"], 7, True),
        (["readily", "not_at_all"], 7, True),
        (["not_at_all", "slowly", "not_at_all"], 7, True),
        (["not_at_all", None, "not_at_all"], 7, True),
        (["not_at_all", "slowly"], 3, False),
    ],
)
def test_the_ladder(readily, days, resting):
    assert after_meeting(TODAY, readily) == Next(TODAY + timedelta(days=days), resting)


def test_not_at_all_twice_running_rests_until_it_is_woken():
    assert after_meeting(TODAY, ["fairly", "not_at_all", "not_at_all"]) == Next(None, resting=True)


@given(st.lists(st.sampled_from([None, *READILY]), min_size=1, max_size=8))
def test_it_never_comes_back_sooner_than_in_three_days_and_a_refusal_never_hurries_it(readily):
    coming = after_meeting(TODAY, readily)
    assert coming.due_on is None or TODAY + timedelta(days=3) <= coming.due_on <= TODAY + timedelta(days=30)
    assert coming.resting == (readily[-1] == "not_at_all")
    assert not coming.resting or coming.due_on is None or coming.due_on >= TODAY + timedelta(days=7)


@pytest.mark.parametrize(
    ("replies", "best"),
    [
        ([], None),
        ([reply(1, warmth=3), reply(2, warmth=8), reply(3, warmth=5)], 2),
        ([reply(1, warmth=0), reply(2)], 1),
        ([reply(1, 5, 8, 6), reply(2, 5, 9, 2), reply(3, 5)], 2),
        ([reply(1, 5, 4, 6), reply(2, 5)], 1),
        ([reply(1, 5, 8, None), reply(2, 5, 8, 8)], 2),
        ([reply(1, 5, at=NOON), reply(2, 5, at=NOON - timedelta(days=1))], 1),
        ([reply(1, 5), reply(2, 5)], 2),
    ],
)
def test_the_best_is_the_warmest_then_the_one_believed_away_most_then_the_latest(replies, best):
    found = best_reply(replies)
    assert (found.id if found else None) == best


def test_the_strongest_are_one_a_thought_warmest_first_and_none_of_the_retired():
    thoughts = [
        thought(1, replies=(reply(1, 4), reply(2, 6))),
        thought(2, replies=(reply(3, 9),), state="retired"),
        thought(3, replies=(reply(4, 7),), state="resting", due_on=None),
        thought(4, replies=()),
        thought(5, replies=(reply(5, 1),), due_on=None),
    ]
    assert [one.id for one in strongest(thoughts, 5)] == [4, 2, 5]
    assert [one.id for one in strongest(thoughts, 2)] == [4, 2]


def test_the_one_that_is_longest_due_comes_first():
    found = due([thought(1), thought(2, due_on=TODAY - timedelta(days=9)), thought(3, due_on=TODAY - timedelta(days=9))], TODAY)
    assert [one.id for one in found] == [2, 3, 1]


@pytest.mark.parametrize(
    "other",
    [
        thought(due_on=None),
        thought(due_on=TODAY + timedelta(days=1)),
        thought(day=TODAY),
        thought(state="retired"),
        thought(replies=()),
    ],
)
def test_what_is_not_due_does_not_come_back(other):
    assert due([other], TODAY) == []


def test_one_that_rested_a_week_comes_back_at_its_end():
    assert due([thought(state="resting")], TODAY)


@pytest.mark.parametrize(
    ("levels", "hour", "held"),
    [
        (Levels(), 12, False),
        (Levels(7, 7, 3), 12, False),
        (Levels(pain=8), 12, True),
        (Levels(pain=0, urge=8), 12, True),
        (Levels(mood=2), 12, True),
        (Levels(mood=0), 12, True),
        (Levels(pain=10), 12, True),
        (Levels(), 0, True),
        (Levels(), 5, True),
        (Levels(), 6, False),
        (Levels(), 23, False),
    ],
)
def test_nothing_is_brought_back_at_a_bad_time(levels, hour, held):
    assert held_back(levels, NOON.replace(hour=hour)) == held
