"""Where a person is in a programme: the state, the day, and what only ever rises."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cmt_cli.programme.progress import Progress, Sitting, progress, stirred_twice, was_away

TODAY = date(2026, 1, 20)
YESTERDAY, LAST_WEEK = TODAY - timedelta(days=1), TODAY - timedelta(days=7)


def sat(number, day=YESTERDAY, *, counted=True, ended=True):
    return Sitting(number, day, counted, ended)


def opened(number, day=TODAY, *, ended=False):
    return Sitting(number, day, counted=False, ended=ended)


@pytest.mark.parametrize(
    ("sittings", "day", "completed", "state"),
    [
        ([], 1, 0, "not_started"),
        ([opened(1)], 1, 0, "part_way"),
        ([opened(1, LAST_WEEK)], 1, 0, "part_way"),
        ([opened(1, ended=True)], 1, 0, "part_way"),
        ([opened(1), sat(1, TODAY)], 2, 1, "done_today"),
        ([sat(1, TODAY)], 2, 1, "done_today"),
        ([sat(1, TODAY, ended=False)], 2, 1, "done_today"),
        ([sat(1)], 2, 1, "ready"),
        ([sat(1), opened(2)], 2, 1, "part_way"),
        ([sat(1), opened(2, LAST_WEEK)], 2, 1, "part_way"),
        # a new day and the next one opened the same day: the first that fits
        ([sat(1, TODAY), opened(2)], 2, 1, "part_way"),
        # revisiting a day is no new day
        ([sat(1), sat(1, TODAY)], 2, 1, "ready"),
        ([sat(1, LAST_WEEK), opened(1)], 2, 1, "ready"),
        ([sat(1, TODAY), sat(1, TODAY)], 2, 1, "done_today"),
        # the next day opened early: the lowest not completed stays the day
        ([sat(1), sat(3)], 2, 2, "ready"),
        ([sat(1), sat(3, TODAY)], 2, 2, "done_today"),
        ([sat(2), sat(3)], 1, 2, "ready"),
        # the last day, and after it
        ([sat(1), sat(2), sat(3)], None, 3, "finished"),
        ([sat(1), sat(2), sat(3, TODAY)], None, 3, "finished"),
        ([sat(1), sat(2), sat(3), opened(None)], None, 3, "finished"),
        ([sat(1), sat(2), sat(3), sat(None, TODAY)], None, 3, "finished"),
        ([sat(1), sat(2), sat(3), opened(3)], None, 3, "finished"),
        # maintenance of a programme that has grown since, and a day of one that has shrunk
        ([sat(1), sat(2), sat(None, TODAY)], 3, 2, "ready"),
        ([sat(1), sat(9)], 2, 1, "ready"),
    ],
)
def test_the_state_is_the_first_that_fits(sittings, day, completed, state):
    assert progress(sittings, 3, TODAY) == Progress(day=day, days=3, completed=completed, state=state)


def test_a_session_counts_for_the_day_it_began():
    sitting = [sat(1, YESTERDAY)]
    assert progress(sitting, 3, YESTERDAY).state == "done_today"
    assert progress(sitting, 3, TODAY).state == "ready"


SITTINGS = st.lists(
    st.builds(
        Sitting,
        number=st.one_of(st.none(), st.integers(1, 21)),
        day=st.integers(0, 30).map(lambda ago: TODAY - timedelta(days=ago)),
        counted=st.booleans(),
        ended=st.booleans(),
    ),
    max_size=30,
)


@settings(max_examples=100, deadline=None)
@given(SITTINGS, SITTINGS)
def test_days_practised_only_ever_rises(before, more):
    assert progress(before, 21, TODAY).completed <= progress(before + more, 21, TODAY).completed


@settings(max_examples=100, deadline=None)
@given(SITTINGS, st.integers(0, 40))
def test_days_practised_does_not_fall_with_time(sittings, passed):
    now, later = (progress(sittings, 21, day) for day in (TODAY, TODAY + timedelta(days=passed)))
    assert (now.completed, now.day) == (later.completed, later.day)


@settings(max_examples=100, deadline=None)
@given(SITTINGS, st.integers(1, 21))
def test_where_somebody_is_hangs_together(sittings, days):
    where = progress(sittings, days, TODAY)
    done = {one.number for one in sittings if one.counted}
    assert 0 <= where.completed <= where.days == days
    assert (where.day is None) == (where.completed == days)
    assert where.day is None or (where.day not in done and set(range(1, where.day)) <= done)
    assert (where.state == "not_started") == (not sittings)
    assert (where.state == "finished") == (where.day is None and bool(sittings))
    assert (where.state == "part_way") == (where.day is not None and any(one.number == where.day for one in sittings))


@pytest.mark.parametrize(
    ("days_since_session", "days_since_rest", "away"),
    [
        (None, None, False),
        (0, None, False),
        (1, None, False),
        (3, None, False),
        (4, None, True),
        (30, None, True),
        (30, 3, False),
        (30, 4, True),
        (None, 4, True),
        (None, 2, False),
        (2, 30, False),
    ],
)
def test_somebody_was_away_after_three_days_without_a_session_or_a_rest(days_since_session, days_since_rest, away):
    sittings = (
        [] if days_since_session is None else [sat(1, LAST_WEEK - timedelta(days=60)), sat(2, TODAY - timedelta(days=days_since_session))]
    )
    rests = [] if days_since_rest is None else [TODAY - timedelta(days=days_since_rest)]
    assert was_away(sittings, rests, TODAY) is away


@pytest.mark.parametrize(
    ("felt", "twice"),
    [
        ([], False),
        ([(0, 3)], False),
        ([(0, 3), (0, 3)], True),
        ([(2, 3), (0, 3)], True),
        ([(3, 3), (0, 3)], False),
        ([(2, 3), (1, 3)], True),
        ([(1, 2), (0, 3)], False),
        ([(1, 1), (0, 2)], False),
        ([(9, 3), (8, 3), (0, 3)], False),
        ([(-1, 3), (0, 3)], False),
    ],
)
def test_twice_stirred_up_is_twice_in_three_days_today_among_them(felt, twice):
    assert stirred_twice([(TODAY - timedelta(days=ago), answer) for ago, answer in felt], TODAY) is twice
