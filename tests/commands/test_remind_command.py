"""`cmt remind`: a calendar of the days that are left, which tells nothing."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from icalendar import Calendar

DAYS = 21


@pytest.fixture
def made(cmt, tmp_path):
    """Write the reminders and read them back."""

    def read(at="20:00"):
        path = tmp_path / "reminders.ics"
        result = cmt("remind", "--at", at, "--out", str(path))
        assert (result.code, result.err) == (0, "")
        return list(Calendar.from_ical(path.read_bytes()).walk("VEVENT"))

    return read


def times(events):
    return [event["DTSTART"].dt for event in events]


def test_each_day_that_is_left_has_one_at_that_time_from_today(made):
    assert times(made()) == [datetime(2026, 1, 5, 20) + timedelta(days=day) for day in range(DAYS)]


def test_a_time_that_is_past_today_begins_tomorrow(made):
    assert times(made("18:30"))[0] == datetime(2026, 1, 6, 18, 30)


def test_a_time_before_the_day_starts_is_the_evening_going_on(made):
    assert times(made("01:30"))[0] == datetime(2026, 1, 6, 1, 30)


def test_made_again_it_leaves_out_a_day_that_is_done_and_today(cmt, made):
    before = made()
    cmt("today", "--done")
    after = made()
    assert times(after) == [datetime(2026, 1, 6, 20) + timedelta(days=day) for day in range(DAYS - 1)]
    assert [event["UID"] for event in after] == [event["UID"] for event in before[1:]]


def test_a_rest_takes_nothing_off(cmt, made):
    cmt("today", "--rest")
    assert len(made()) == DAYS


def test_their_text_tells_nothing_private(cmt, made, tmp_path):
    made()
    text = (tmp_path / "reminders.ics").read_text(encoding="utf-8").lower()
    assert [word for word in ("pain", "tablet", "compassion", "medicine", "day ", "thought") if word in text] == []
    assert "summary:ten quiet minutes" in text
    assert "trigger" in text


def test_two_people_have_reminders_of_their_own(cmt, made, tmp_path):
    mine = made()
    cmt.home = tmp_path / "other"
    assert made()[0]["UID"] != mine[0]["UID"]


def test_when_every_day_is_done_no_file_is_written(cmt, tmp_path):
    for _ in range(DAYS):
        cmt("today", "--done")
        cmt.later(days=1)
    path = tmp_path / "reminders.ics"
    result = cmt("remind", "--at", "20:00", "--out", str(path))
    assert (result.code, path.exists()) == (0, False)
    assert "nothing to be reminded of" in result.out
    assert cmt("remind", "--at", "20:00", "--out", str(path), "--json").json == {"schema_version": 1, "path": None, "at": []}


def test_the_json_says_where_and_when(cmt, tmp_path):
    path = tmp_path / "r.ics"
    said = cmt("remind", "--at", "20:00", "--out", str(path), "--json").json
    assert said["path"] == str(path)
    assert said["at"][0] == "2026-01-05T20:00:00+00:00"
    assert len(said["at"]) == DAYS


@pytest.mark.parametrize("said", ["tea time", "25:00", "", "8"])
def test_what_is_no_time_of_day_is_refused(cmt, tmp_path, said):
    result = cmt("remind", "--at", said, "--out", str(tmp_path / "r.ics"))
    assert (result.code, result.out, (tmp_path / "r.ics").exists()) == (2, "", False)


def test_a_file_that_is_not_ours_is_left_alone(cmt, tmp_path):
    path = tmp_path / "mine.ics"
    path.write_text("BEGIN:VCALENDAR\nPRODID:-//somebody//else//EN\nEND:VCALENDAR\n", encoding="utf-8")
    before = path.read_bytes()
    assert cmt("remind", "--at", "20:00", "--out", str(path)).code == 1
    assert path.read_bytes() == before


def test_a_folder_that_is_not_there_ends_in_a_sentence(cmt, tmp_path):
    result = cmt("remind", "--at", "20:00", "--out", str(tmp_path / "no" / "r.ics"))
    assert result.code == 1
    assert "Nothing was changed." in result.err


def test_nothing_is_started_by_it(cmt, made):
    made()
    assert cmt("status", "--json").json["state"] == "not_started"
