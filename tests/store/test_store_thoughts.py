"""Thoughts met again, and the latest pain, urge and mood of a day."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from cmt_cli.base.records import CheckIn, Entry
from cmt_cli.clinical.returning import Levels
from cmt_cli.commands.meeting import earlier_now, meet
from cmt_cli.store import checkins, entries, sessions, thoughts
from cmt_cli.store.file import opened, writing
from cmt_cli.store.levels import latest_levels

AT = datetime.fromisoformat("2026-01-05T19:00:00+00:00")
TODAY = date(2026, 1, 5)


@pytest.fixture
def kept(tmp_path):
    with opened(tmp_path / "home") as connection, writing(connection):
        yield connection


def caught(connection, ago=4, replies=("You were tired.",), bring_back=True, text="you hold everyone up"):
    at, day = AT - timedelta(days=ago), TODAY - timedelta(days=ago)
    number = thoughts.catch(connection, text, bring_back, None, at, day)
    for reply in replies:
        thoughts.reply(connection, number, reply, at, day, day + timedelta(days=3))
    return number


def test_a_thought_that_is_due_comes_by_its_day_with_its_best_reply(kept):
    number = caught(kept, replies=("One.", "Two."))
    thoughts.about_reply(kept, 1, 9, None, None)
    assert earlier_now(kept, AT, TODAY) == (number, "a thought of 1 January", "you hold everyone up", "One.")


def test_one_with_a_label_comes_by_its_label(kept):
    caught(kept)
    kept.execute("UPDATE thoughts SET label = 'the queue'")
    assert earlier_now(kept, AT, TODAY).name == "the queue"


def test_nothing_due_is_nothing(kept):
    caught(kept, replies=())
    caught(kept, bring_back=False)
    caught(kept, ago=2)
    assert earlier_now(kept, AT, TODAY) is None


def test_at_much_pain_it_waits(kept):
    caught(kept)
    sessions.arrive(kept, AT, TODAY, 8)
    assert earlier_now(kept, AT, TODAY) is None


def test_meeting_it_moves_it_up_the_ladder(kept):
    number = caught(kept)
    meet(kept, number, None, "readily", None, AT, TODAY)
    (found,) = thoughts.all_of(kept)
    assert (found.state, found.due_on) == ("active", TODAY + timedelta(days=14))
    assert earlier_now(kept, AT, TODAY) is None


def test_after_two_refusals_running_it_rests(kept):
    number = caught(kept)
    meet(kept, number, None, "not_at_all", None, AT, TODAY)
    (found,) = thoughts.all_of(kept)
    assert (found.state, found.due_on) == ("resting", TODAY + timedelta(days=7))
    meet(kept, number, None, "not_at_all", None, AT, TODAY + timedelta(days=7))
    (found,) = thoughts.all_of(kept)
    assert (found.state, found.due_on) == ("resting", None)


def test_the_latest_of_each_is_found_whichever_record_it_is_in(kept):
    sessions.arrive(kept, AT, TODAY, 3)
    sessions.arrived(kept, 1, 4)
    checkins.add(kept, CheckIn(0, AT + timedelta(hours=1), TODAY, pain=6, mood=7))
    entries.add(kept, Entry(0, AT + timedelta(hours=2), TODAY, "words", mood=2))
    assert latest_levels(kept, TODAY) == Levels(pain=6, urge=4, mood=2)
    assert latest_levels(kept, TODAY + timedelta(days=1)) == Levels()


def test_the_order_is_by_the_moment_not_by_its_text(kept):
    checkins.add(kept, CheckIn(0, datetime.fromisoformat("2026-01-05T20:00:00+02:00"), TODAY, pain=1))
    checkins.add(kept, CheckIn(0, datetime.fromisoformat("2026-01-05T19:00:00+00:00"), TODAY, pain=9))
    assert latest_levels(kept, TODAY).pain == 9
