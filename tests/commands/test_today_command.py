"""`cmt today` without a screen: on paper, done away, a rest, another day."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from cmt_cli.store import file

STATUS_KEYS = {"schema_version", "programme", "content_version", "day", "days", "days_completed", "state", "next", "measure_due"}
DAYS = 21


def rows(home, statement):
    with closing(sqlite3.connect(home / file.FILE)) as connection:
        return connection.execute(statement).fetchall()


def title_of(result):
    return result.out.splitlines()[0]


# On paper


@pytest.mark.parametrize("args", [("today",), ("today", "--print")], ids=" ".join)
def test_it_prints_day_1_on_a_fresh_machine_and_makes_nothing(cmt, home, args):
    result = cmt(*args)
    assert result.code == 0
    assert title_of(result).startswith("Day 1. ")
    assert not home.exists()


def test_it_prints_the_day_somebody_is_on(cmt):
    cmt("today", "--done")
    cmt.later(days=1)
    assert title_of(cmt("today", "--print")).startswith("Day 2. ")


@pytest.mark.parametrize("day", range(1, DAYS + 1))
def test_any_day_can_be_printed_in_both_forms(cmt, home, day):
    whole, short = cmt("today", "--print", "--day", str(day)), cmt("today", "--print", "--day", str(day), "--short")
    assert (whole.code, short.code, whole.err, short.err) == (0, 0, "", "")
    assert title_of(whole) == title_of(short)
    assert 0 < len(short.out) < len(whole.out)
    assert "{recall}" not in whole.out + short.out
    assert "cmt support" in whole.out
    assert not home.exists()


def test_printing_leaves_the_record_byte_for_byte(cmt, home):
    cmt("today", "--done")
    before = (home / file.FILE).read_bytes()
    cmt("today", "--print")
    cmt("today", "--print", "--day", "5")
    assert (home / file.FILE).read_bytes() == before


@pytest.mark.parametrize("day", ["0", "22", "99", "-1"])
def test_a_day_that_is_not_there_is_a_usage_error(cmt, day):
    result = cmt("today", "--print", "--day", day)
    assert (result.code, result.out) == (2, "")
    assert "1 to 21" in result.err


def test_with_a_broken_record_day_1_is_printed_all_the_same(cmt, home):
    home.mkdir()
    (home / file.FILE).write_bytes(b"not a data file at all")
    result = cmt("today", "--print")
    assert result.code == 0
    assert title_of(result).startswith("Day 1. ")
    assert "cannot be read" in result.err


def test_with_a_record_whose_tables_are_damaged_day_1_is_printed_all_the_same(cmt, home):
    cmt("start", "--yes")
    with closing(sqlite3.connect(home / file.FILE)) as connection:
        connection.execute("DROP TABLE marks")
        connection.commit()
    result = cmt("today", "--print")
    assert result.code == 0
    assert title_of(result).startswith("Day 1. ")
    assert "cannot be read" in result.err


def test_a_programme_of_ones_own_is_printed_without_being_started(cmt, home, tmp_path):
    cmt("programme", "new", str(tmp_path / "mine"))
    result = cmt("today", "--programme", str(tmp_path / "mine"), "--print")
    assert title_of(result) == "Day 1. Three sounds"
    assert not home.exists()


def test_a_broken_programme_is_one_sentence_with_the_place(cmt, tmp_path):
    cmt("programme", "new", str(tmp_path / "mine"))
    (tmp_path / "mine" / "day-01.yaml").write_text("day: 1\ntitel: wrong\n", encoding="utf-8")
    result = cmt("today", "--programme", str(tmp_path / "mine"), "--print")
    assert (result.code, result.out) == (1, "")
    assert "day-01.yaml:" in result.err
    assert "programme check" in result.err


# Done away from the screen


def test_done_counts_the_day_and_keeps_its_form(cmt, home):
    result = cmt("today", "--done")
    assert result.code == 0
    assert "One day practised." in result.out
    assert rows(home, "SELECT number, form, counted_at IS NOT NULL, ended FROM sessions") == [(1, "done", 1, 1)]


def test_done_again_the_same_day_changes_nothing_and_says_how_to_open_the_next(cmt, home):
    cmt("today", "--done")
    result = cmt("today", "--done")
    assert result.code == 0
    assert "--day 2" in result.out
    assert len(rows(home, "SELECT id FROM sessions")) == 1


def test_done_with_a_day_goes_on_to_the_next_on_the_same_day(cmt):
    cmt("today", "--done")
    assert cmt("today", "--done", "--day", "2", "--json").json["days_completed"] == 2


def test_done_again_on_a_day_already_done_counts_nothing_twice(cmt):
    cmt("today", "--done")
    assert cmt("today", "--done", "--day", "1", "--json").json["days_completed"] == 1


@pytest.mark.parametrize("flag", ["--done", "--rest"])
def test_the_json_is_that_of_status(cmt, flag):
    said = cmt("today", flag, "--json").json
    assert set(said) == STATUS_KEYS
    assert said == cmt("status", "--json").json


def test_done_again_the_same_day_answers_in_json_too(cmt):
    cmt("today", "--done")
    assert cmt("today", "--done", "--json").json["state"] == "done_today"


def test_a_day_beyond_the_next_is_refused_and_the_next_is_named(cmt, home):
    cmt("today", "--done")
    result = cmt("today", "--done", "--day", "4")
    assert (result.code, result.out) == (2, "")
    assert "--day 2" in result.err
    assert len(rows(home, "SELECT id FROM sessions")) == 1


@pytest.mark.parametrize("day", ["0", "22"])
def test_done_with_a_day_that_is_not_there_is_a_usage_error(cmt, day):
    assert cmt("today", "--done", "--day", day).code == 2


def test_after_the_last_day_done_is_maintenance_and_no_day_is_lost(cmt, home):
    for _ in range(DAYS):
        cmt("today", "--done")
        cmt.later(days=1)
    said = cmt("today", "--done", "--json").json
    assert (said["state"], said["days_completed"], said["day"]) == ("finished", DAYS, None)
    assert rows(home, "SELECT number, form FROM sessions ORDER BY id DESC LIMIT 1") == [(None, "maintenance")]


def test_after_the_last_day_a_day_can_be_gone_through_again(cmt):
    for _ in range(DAYS):
        cmt("today", "--done")
        cmt.later(days=1)
    assert cmt("today", "--done", "--day", "3", "--json").json["days_completed"] == DAYS


def test_a_session_belongs_to_the_local_day_it_began(cmt, home):
    cmt.later(hours=6.5)
    cmt("today", "--done")
    assert rows(home, "SELECT day FROM sessions") == [("2026-01-05",)]


# A rest


def test_a_rest_is_kept_as_a_day_and_is_no_session(cmt, home):
    result = cmt("today", "--rest")
    assert result.code == 0
    assert "Day 1 waits" in result.out
    assert rows(home, "SELECT day FROM rests") == [("2026-01-05",)]
    assert rows(home, "SELECT id FROM sessions") == []


def test_a_rest_after_the_last_day_names_no_day(cmt):
    for _ in range(DAYS):
        cmt("today", "--done")
        cmt.later(days=1)
    assert "None" not in cmt("today", "--rest").out


# What cannot be asked together


@pytest.mark.parametrize(
    "flags", [("--short", "--whole"), ("--rest", "--done"), ("--short", "--rest"), ("--whole", "--done")], ids=" ".join
)
def test_two_sizes_at_once_are_a_usage_error_and_nothing_begins(cmt, home, flags):
    result = cmt("today", *flags)
    assert (result.code, result.out) == (2, "")
    assert not home.exists()


@pytest.mark.parametrize("pace", ["0.1", "5", "nan"])
@pytest.mark.parametrize("flags", [(), ("--print",)], ids=" ".join)
def test_a_pace_that_cannot_be_kept_is_a_usage_error_wherever_it_is_given(cmt, home, pace, flags):
    result = cmt("today", f"--pace={pace}", *flags)
    assert (result.code, result.out) == (2, "")
    assert not home.exists()


def test_with_a_newer_data_file_done_is_refused_and_the_file_is_left(cmt, home):
    cmt("today", "--done")
    with closing(sqlite3.connect(home / file.FILE)) as connection:
        connection.execute("PRAGMA user_version = 99")
    before = (home / file.FILE).read_bytes()
    assert (cmt("today", "--done").code, cmt("today", "--rest").code) == (1, 1)
    assert (home / file.FILE).read_bytes() == before


def test_a_rest_with_json_is_kept_without_leading_even_in_a_terminal(cmt):
    result = cmt("today", "--rest", "--json", interactive=True)
    assert (result.code, result.json["days_completed"]) == (0, 0)
    assert cmt("status", "--json").json["state"] == "not_started"
