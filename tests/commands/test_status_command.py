"""`cmt` and `cmt status`: where somebody is, and the next step."""

from __future__ import annotations

import pytest

KEYS = ["schema_version", "programme", "content_version", "day", "days", "days_completed", "state", "next", "measure_due"]
DAYS = 21
AWAY = "is here when you want it. There is a short form."


def finish(cmt):
    for _ in range(DAYS):
        cmt("today", "--done")
        cmt.later(days=1)


def open_a_session(cmt, number=1, counted=False):
    from cmt_cli.base.records import Started
    from cmt_cli.store import sessions
    from cmt_cli.store.file import opened

    with opened(cmt.home) as connection:
        on = sessions.started(connection) or Started("compassion", "T", "1.0", "")
        session = sessions.begin(connection, on, cmt.now, cmt.now.date(), number, "whole")
        if counted:
            sessions.count(connection, session, cmt.now)


def test_before_anything_it_says_how_to_begin_and_makes_nothing(cmt, home):
    result = cmt("status")
    assert result.code == 0
    assert "cmt today" in result.out
    assert "cmt support" in result.out
    assert not home.exists()


def test_before_anything_the_json_is_of_day_1_and_nothing_is_known(cmt, home):
    said = cmt("status", "--json").json
    assert said == {
        "schema_version": 1,
        "programme": None,
        "content_version": None,
        "day": 1,
        "days": None,
        "days_completed": 0,
        "state": "not_started",
        "next": {"command": "cmt today", "text": said["next"]["text"]},
        "measure_due": None,
    }
    assert said["next"]["text"]
    assert not home.exists()


def test_the_json_has_exactly_the_keys_that_scripts_depend_on(cmt):
    cmt("start", "--yes")
    said = cmt("status", "--json").json
    assert list(said) == KEYS
    assert list(said["next"]) == ["command", "text"]
    assert (said["programme"], said["content_version"], said["days"]) == ("compassion", "1.0", DAYS)


def test_bare_cmt_says_what_status_says(cmt):
    cmt("today", "--done")
    assert cmt().out == cmt("status").out
    assert cmt().code == 0


def test_after_starting_and_before_any_session_the_state_is_not_started(cmt):
    cmt("start", "--yes")
    said = cmt("status", "--json").json
    assert (said["state"], said["day"], said["days_completed"]) == ("not_started", 1, 0)


def test_a_day_done_today_is_said_and_the_next_waits(cmt):
    cmt("today", "--done")
    said = cmt("status", "--json").json
    assert (said["state"], said["day"], said["days_completed"]) == ("done_today", 2, 1)
    assert "One day practised." in cmt("status").out


def test_the_next_local_day_it_is_ready(cmt):
    cmt("today", "--done")
    cmt.later(days=1)
    said = cmt("status", "--json").json
    assert (said["state"], said["day"], said["days_completed"]) == ("ready", 2, 1)


def test_half_past_one_at_night_still_belongs_to_the_evening_before(cmt):
    cmt("today", "--done")
    cmt.later(hours=6.5)
    assert cmt("status", "--json").json["state"] == "done_today"
    cmt.later(hours=3)
    assert cmt("status", "--json").json["state"] == "ready"


def test_a_session_opened_and_not_counted_is_part_way(cmt):
    cmt("start", "--yes")
    open_a_session(cmt)
    said = cmt("status", "--json").json
    assert (said["state"], said["day"], said["days_completed"]) == ("part_way", 1, 0)
    assert "open where you left it" in cmt("status").out


def test_part_way_comes_before_done_today(cmt):
    cmt("today", "--done")
    open_a_session(cmt, number=2)
    assert cmt("status", "--json").json["state"] == "part_way"


def test_a_day_gone_through_again_is_no_new_day(cmt):
    cmt("today", "--done")
    cmt.later(days=1)
    open_a_session(cmt, number=1, counted=True)
    said = cmt("status", "--json").json
    assert (said["state"], said["day"], said["days_completed"]) == ("ready", 2, 1)


def test_after_the_last_day_it_is_finished_and_no_day_is_next(cmt):
    cmt("start", "--yes")
    finish(cmt)
    said = cmt("status", "--json").json
    assert (said["state"], said["day"], said["days_completed"]) == ("finished", None, DAYS)
    assert "None" not in cmt("status").out


def test_the_lowest_day_not_completed_is_the_day(cmt):
    cmt("start", "--yes")
    open_a_session(cmt, number=1, counted=True)
    open_a_session(cmt, number=3, counted=True)
    said = cmt("status", "--json").json
    assert (said["day"], said["days_completed"]) == (2, 2)


def test_a_rest_changes_neither_the_day_nor_the_state(cmt):
    cmt("start", "--yes")
    before = cmt("status", "--json").json
    cmt("today", "--rest")
    assert cmt("status", "--json").json == before


def test_after_three_days_away_one_line_is_said_once(cmt):
    cmt("today", "--done")
    cmt.later(days=4)
    assert f"Day 2 {AWAY}" in cmt("status").out
    assert AWAY not in cmt("status").out
    cmt.later(days=9)
    assert AWAY not in cmt("status").out


@pytest.mark.parametrize("days", [1, 2, 3])
def test_before_that_nothing_is_said_of_being_away(cmt, days):
    cmt("today", "--done")
    cmt.later(days=days)
    assert AWAY not in cmt("status").out


def test_a_rest_is_not_being_away(cmt):
    cmt("today", "--done")
    cmt.later(days=3)
    cmt("today", "--rest")
    cmt.later(days=2)
    assert AWAY not in cmt("status").out


def test_being_away_a_second_time_is_a_line_again(cmt):
    cmt("today", "--done")
    cmt.later(days=4)
    cmt("status")
    cmt("today", "--done")
    cmt.later(days=4)
    assert f"Day 3 {AWAY}" in cmt("status").out


def test_a_script_that_asks_does_not_use_up_the_line_for_the_person(cmt):
    cmt("today", "--done")
    cmt.later(days=4)
    cmt("status", "--json")
    assert AWAY in cmt("status").out


def test_days_practised_only_ever_rises(cmt):
    counts = []
    for step in (("today", "--done"), ("today", "--rest"), ("today", "--done", "--day", "1"), ("today", "--done"), ("today", "--rest")):
        cmt(*step)
        cmt.later(days=2)
        counts.append(cmt("status", "--json").json["days_completed"])
    assert counts == sorted(counts)
    assert counts[-1] == 2
