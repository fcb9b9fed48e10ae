"""Moments and local days: what people write, the hours a clock skips or has twice, the day that begins at four."""

from __future__ import annotations

import time as clock
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cmt_cli.base.faults import Exit, UsageFault
from cmt_cli.base.times import iso, local, local_day, parse_clock, parse_day, parse_when, spoken, spoken_day

NEW_YORK, LONDON = "America/New_York", "Europe/London"
WEDNESDAY = datetime.fromisoformat("2026-01-07T19:20:00+00:00")


@pytest.fixture
def zone(monkeypatch):
    """Put the machine into a time zone; conftest puts it back."""

    def put(name):
        monkeypatch.setenv("TZ", name)
        clock.tzset()

    return put


def when(text, now=WEDNESDAY, **more):
    return iso(parse_when(text, now, **more))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("now", "2026-01-07T19:20:00"),
        ("today", "2026-01-07T19:20:00"),
        ("  NOW ", "2026-01-07T19:20:00"),
        ("2026-01-07", "2026-01-07T19:20:00"),
        # a clock: its latest past occurrence
        ("18:30", "2026-01-07T18:30:00"),
        ("19:20", "2026-01-07T19:20:00"),
        ("19:21", "2026-01-06T19:21:00"),
        ("23:59", "2026-01-06T23:59:00"),
        ("00:00", "2026-01-07T00:00:00"),
        ("7:05", "2026-01-07T07:05:00"),
        ("18:30:15", "2026-01-07T18:30:15"),
        # named days: a past day without a time is kept at noon
        ("yesterday", "2026-01-06T12:00:00"),
        ("yesterday 18:30", "2026-01-06T18:30:00"),
        ("Yesterday  at 9:05", "2026-01-06T09:05:00"),
        ("today 07:00", "2026-01-07T07:00:00"),
        ("today at 19:20", "2026-01-07T19:20:00"),
        ("monday", "2026-01-05T12:00:00"),
        ("tuesday", "2026-01-06T12:00:00"),
        ("wednesday", "2025-12-31T12:00:00"),
        ("thursday", "2026-01-01T12:00:00"),
        ("friday", "2026-01-02T12:00:00"),
        ("saturday", "2026-01-03T12:00:00"),
        ("sunday", "2026-01-04T12:00:00"),
        ("Mon", "2026-01-05T12:00:00"),
        ("sun 22:15", "2026-01-04T22:15:00"),
        ("MONDAY at 8:00", "2026-01-05T08:00:00"),
        # so long ago
        ("2 hours ago", "2026-01-07T17:20:00"),
        ("1 hour ago", "2026-01-07T18:20:00"),
        ("an hour ago", "2026-01-07T18:20:00"),
        ("one hour ago", "2026-01-07T18:20:00"),
        ("a minute ago", "2026-01-07T19:19:00"),
        ("45 minutes ago", "2026-01-07T18:35:00"),
        ("45 min ago", "2026-01-07T18:35:00"),
        ("0 minutes ago", "2026-01-07T19:20:00"),
        ("3 days ago", "2026-01-04T19:20:00"),
        ("a day ago", "2026-01-06T19:20:00"),
        ("2 weeks ago", "2025-12-24T19:20:00"),
        ("30 hours ago", "2026-01-06T13:20:00"),
        # ISO
        ("2026-01-05", "2026-01-05T12:00:00"),
        ("20260105", "2026-01-05T12:00:00"),
        ("2026-01-05 18:30", "2026-01-05T18:30:00"),
        ("2026-01-05 at 18:30", "2026-01-05T18:30:00"),
        ("2026-01-05T18:30", "2026-01-05T18:30:00"),
        ("2026-01-05t18:30:45", "2026-01-05T18:30:45"),
        ("2026-01-05T18:30Z", "2026-01-05T18:30:00"),
        ("2026-01-05T18:30:00+02:00", "2026-01-05T16:30:00"),
        ("2026-01-05 18:30:00+02:00", "2026-01-05T16:30:00"),
        ("2026-01-06T20:00:00-05:00", "2026-01-07T01:00:00"),
        ("2024-02-29", "2024-02-29T12:00:00"),
        ("1999-12-31 23:59", "1999-12-31T23:59:00"),
    ],
)
def test_a_time_is_read_as_a_person_means_it(text, meant):
    assert when(text) == f"{meant}+00:00"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "24:00",
        "18:60",
        "18:30:60",
        "1830",
        "half past six",
        "today at",
        "yesterday at six",
        "yesterday 25:00",
        "mo",
        "mond",
        "2026-02-30",
        "2026-02-30 10:00",
        "2026-13-01",
        "05/01/2026",
        "two hours ago",
        "-2 hours ago",
        "99999 hours ago",
        "hours ago",
        "2 hours",
        "in 2 hours",
        "yesterday today",
    ],
)
def test_what_is_not_understood_is_said_with_what_to_write_instead(text):
    with pytest.raises(UsageFault) as fault:
        parse_when(text, WEDNESDAY)
    assert fault.value.code is Exit.USAGE
    assert fault.value.sentence.startswith("That was not understood as a time, so nothing was stored. Try ")


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("today 19:21", "Wed 7 Jan 2026 19:21"),
        ("today at 23:00", "Wed 7 Jan 2026 23:00"),
        ("2026-01-08", "Thu 8 Jan 2026 12:00"),
        ("2026-01-07 19:21", "Wed 7 Jan 2026 19:21"),
        ("2026-01-07T19:20:01", "Wed 7 Jan 2026 19:20"),
        ("2026-01-07T19:20:00-01:00", "Wed 7 Jan 2026 20:20"),
        ("2030-06-01 08:00", "Sat 1 Jun 2030 08:00"),
        ("9999-12-31", "Fri 31 Dec 9999 12:00"),
    ],
)
def test_the_future_is_refused_with_what_was_read(text, read):
    with pytest.raises(UsageFault) as fault:
        parse_when(text, WEDNESDAY)
    assert fault.value.code is Exit.USAGE
    assert fault.value.sentence.startswith(f"That was read as {read}, which has not come yet, so nothing was stored.")


@pytest.mark.parametrize("text", ["0001-01-01", "0001-01-01 00:00", "0001-01-01T00:00+14:00", "9999-12-31T23:59-14:00"])
def test_a_date_no_calendar_here_reaches_is_refused_and_not_a_crash(text):
    with pytest.raises(UsageFault):
        parse_when(text, WEDNESDAY)


@pytest.mark.parametrize("text", ["when I took the tablets", "2030-06-01 08:00"])
def test_what_was_typed_is_not_in_the_sentence(text):
    with pytest.raises(UsageFault) as fault:
        parse_when(text, WEDNESDAY)
    assert text not in fault.value.sentence


# The hours a clock skips, and those it has twice


@pytest.mark.parametrize(
    ("place", "now", "text", "meant"),
    [
        # New York, 8 March 2026: 02:00 becomes 03:00
        (NEW_YORK, "2026-03-08T12:00:00-04:00", "02:30", "2026-03-08T03:30:00-04:00"),
        (NEW_YORK, "2026-03-08T12:00:00-04:00", "2026-03-08 02:00", "2026-03-08T03:00:00-04:00"),
        (NEW_YORK, "2026-03-08T12:00:00-04:00", "2026-03-08T02:59", "2026-03-08T03:59:00-04:00"),
        (NEW_YORK, "2026-03-08T12:00:00-04:00", "01:59", "2026-03-08T01:59:00-05:00"),
        (NEW_YORK, "2026-03-08T03:10:00-04:00", "02:30", "2026-03-07T02:30:00-05:00"),
        (NEW_YORK, "2026-03-08T12:00:00-04:00", "12 hours ago", "2026-03-07T23:00:00-05:00"),
        (NEW_YORK, "2026-03-08T12:00:00-04:00", "1 day ago", "2026-03-07T12:00:00-05:00"),
        (NEW_YORK, "2026-03-09T02:30:00-04:00", "1 day ago", "2026-03-08T03:30:00-04:00"),
        (NEW_YORK, "2026-03-08T12:00:00-04:00", "yesterday", "2026-03-07T12:00:00-05:00"),
        # New York, 1 November 2026: 02:00 becomes 01:00 again
        (NEW_YORK, "2026-11-01T12:00:00-05:00", "01:30", "2026-11-01T01:30:00-04:00"),
        (NEW_YORK, "2026-11-01T12:00:00-05:00", "2026-11-01 01:00", "2026-11-01T01:00:00-04:00"),
        (NEW_YORK, "2026-11-01T12:00:00-05:00", "2026-11-01T01:30-05:00", "2026-11-01T01:30:00-05:00"),
        (NEW_YORK, "2026-11-01T12:00:00-05:00", "02:00", "2026-11-01T02:00:00-05:00"),
        (NEW_YORK, "2026-11-01T12:00:00-05:00", "11 hours ago", "2026-11-01T01:00:00-05:00"),
        (NEW_YORK, "2026-11-01T12:00:00-05:00", "12 hours ago", "2026-11-01T01:00:00-04:00"),
        (NEW_YORK, "2026-11-01T01:40:00-05:00", "20 minutes ago", "2026-11-01T01:20:00-05:00"),
        (NEW_YORK, "2026-11-01T01:40:00-05:00", "50 minutes ago", "2026-11-01T01:50:00-04:00"),
        (NEW_YORK, "2026-11-01T01:40:00-05:00", "1:50", "2026-11-01T01:50:00-04:00"),
        (NEW_YORK, "2026-11-02T01:30:00-05:00", "1 day ago", "2026-11-01T01:30:00-04:00"),
        (NEW_YORK, "2026-11-02T12:00:00-05:00", "2 weeks ago", "2026-10-19T12:00:00-04:00"),
        # London, 29 March 2026: 01:00 becomes 02:00
        (LONDON, "2026-03-29T12:00:00+01:00", "01:30", "2026-03-29T02:30:00+01:00"),
        (LONDON, "2026-03-29T12:00:00+01:00", "2026-03-29 01:00", "2026-03-29T02:00:00+01:00"),
        (LONDON, "2026-03-29T12:00:00+01:00", "00:59", "2026-03-29T00:59:00+00:00"),
        (LONDON, "2026-03-29T12:00:00+01:00", "12 hours ago", "2026-03-28T23:00:00+00:00"),
        # London, 25 October 2026: 02:00 becomes 01:00 again
        (LONDON, "2026-10-25T12:00:00+00:00", "01:30", "2026-10-25T01:30:00+01:00"),
        (LONDON, "2026-10-25T12:00:00+00:00", "2026-10-25T01:30Z", "2026-10-25T01:30:00+00:00"),
        (LONDON, "2026-10-25T12:00:00+00:00", "12 hours ago", "2026-10-25T01:00:00+01:00"),
        (LONDON, "2026-07-01T12:00:00+01:00", "2026-01-05 18:30", "2026-01-05T18:30:00+00:00"),
    ],
)
def test_a_skipped_time_moves_forward_and_a_doubled_one_is_the_first(zone, place, now, text, meant):
    zone(place)
    assert when(text, datetime.fromisoformat(now)) == meant


@pytest.mark.parametrize(
    ("place", "earlier", "later", "hours"),
    [
        (NEW_YORK, "2026-03-08T01:30", "2026-03-08T03:30", 1),
        (NEW_YORK, "2026-11-01T00:30", "2026-11-01T02:30", 3),
        (LONDON, "2026-03-29T00:30", "2026-03-29T02:30", 1),
        (LONDON, "2026-10-25T00:30", "2026-10-25T02:30", 3),
        (LONDON, "2026-10-24T12:00", "2026-10-25T12:00", 25),
    ],
)
def test_an_interval_is_the_time_that_really_passed(zone, place, earlier, later, hours):
    zone(place)
    assert local(datetime.fromisoformat(later)) - local(datetime.fromisoformat(earlier)) == timedelta(hours=hours)


def test_a_wall_clock_time_is_taken_as_the_first_whatever_it_says_of_itself(zone):
    zone(NEW_YORK)
    assert iso(local(datetime.fromisoformat("2026-11-01T01:30").replace(fold=1))) == "2026-11-01T01:30:00-04:00"


# The day that begins at four


@pytest.mark.parametrize(
    ("moment", "start", "day"),
    [
        ("2026-01-07T19:20:00+00:00", "04:00", "2026-01-07"),
        ("2026-01-07T01:30:00+00:00", "04:00", "2026-01-06"),
        ("2026-01-07T03:59:59+00:00", "04:00", "2026-01-06"),
        ("2026-01-07T04:00:00+00:00", "04:00", "2026-01-07"),
        ("2026-01-01T00:10:00+00:00", "04:00", "2025-12-31"),
        ("2026-01-07T00:00:00+00:00", "00:00", "2026-01-07"),
        ("2026-01-07T05:29:00+00:00", "05:30", "2026-01-06"),
        ("2026-01-07T05:30:00+00:00", "05:30", "2026-01-07"),
        # the wall clock of its own offset, wherever the machine is now, and on days of 23 and 25 hours
        ("2026-01-07T03:00:00-05:00", "04:00", "2026-01-06"),
        ("2026-03-08T03:30:00-04:00", "04:00", "2026-03-07"),
        ("2026-03-08T04:00:00-04:00", "04:00", "2026-03-08"),
        ("2026-11-01T01:30:00-05:00", "04:00", "2026-10-31"),
        ("2026-11-01T04:00:00-05:00", "04:00", "2026-11-01"),
    ],
)
def test_the_small_hours_belong_to_the_evening_before(moment, start, day):
    assert str(local_day(datetime.fromisoformat(moment), time.fromisoformat(start))) == day


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("today", "2026-01-06T02:00:00"),
        ("today 23:00", "2026-01-05T23:00:00"),
        ("today 01:30", "2026-01-06T01:30:00"),
        ("yesterday", "2026-01-04T12:00:00"),
        ("yesterday 18:30", "2026-01-04T18:30:00"),
        ("yesterday 01:30", "2026-01-05T01:30:00"),
        ("monday", "2025-12-29T12:00:00"),
        ("01:30", "2026-01-06T01:30:00"),
        ("2026-01-05", "2026-01-06T02:00:00"),
    ],
)
def test_at_two_in_the_morning_it_is_still_monday(text, meant):
    assert when(text, datetime.fromisoformat("2026-01-06T02:00:00+00:00")) == f"{meant}+00:00"


def test_the_day_may_begin_when_the_person_says():
    at_five = datetime.fromisoformat("2026-01-06T05:00:00+00:00")
    assert when("yesterday", at_five) == "2026-01-05T12:00:00+00:00"
    assert when("yesterday", at_five, day_start=time(6, 0)) == "2026-01-04T12:00:00+00:00"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("today", "2026-01-07"),
        ("yesterday", "2026-01-06"),
        ("Monday", "2026-01-05"),
        ("2026-01-05", "2026-01-05"),
        ("2031-01-05", "2031-01-05"),
        ("3 days ago", "2026-01-04"),
        ("18:30", "2026-01-07"),
        ("03:00", "2026-01-06"),
        ("2026-01-05 01:00", "2026-01-04"),
        ("now", "2026-01-07"),
    ],
)
def test_a_filter_takes_the_local_day_a_person_means(text, day):
    assert str(parse_day(text, WEDNESDAY)) == day


def test_a_filter_refuses_what_is_no_day():
    with pytest.raises(UsageFault):
        parse_day("whenever", WEDNESDAY)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("04:00", time(4)),
        ("4:00", time(4)),
        (" 23:59 ", time(23, 59)),
        ("12:30:15", time(12, 30, 15)),
        ("24:00", None),
        ("12:60", None),
        ("12:00:60", None),
        ("12", None),
        ("12:3", None),
        ("12:30pm", None),
        ("", None),
    ],
)
def test_a_clock_is_hours_and_minutes(text, read):
    assert parse_clock(text) == read


def test_a_moment_is_written_with_seconds_and_offset_and_said_in_words():
    moment = datetime.fromisoformat("2026-03-03T21:05:09.123456-05:00")
    assert iso(moment) == "2026-03-03T21:05:09-05:00"
    assert spoken(moment) == "Tue 3 Mar 2026 21:05"
    assert spoken_day(date(2026, 11, 29)) == "Sun 29 Nov 2026"


CLOCKS = st.builds("{:02}:{:02}".format, st.integers(0, 23), st.integers(0, 59))
MOMENTS = st.integers(0, 15 * 365 * 1440).map(lambda minutes: datetime(2020, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes))
PHRASES = st.one_of(
    CLOCKS,
    st.builds("{} {}".format, st.sampled_from(["yesterday", "today", "monday", "fri"]), CLOCKS),
    st.builds("{} {} ago".format, st.integers(0, 9999), st.sampled_from(["minutes", "hours", "days", "weeks"])),
    st.dates().map(str),
    st.builds("{}T{}".format, st.dates(), CLOCKS),
    st.text(max_size=20),
)


@settings(max_examples=150, deadline=None)
@given(PHRASES, MOMENTS)
@example("0001-01-01", WEDNESDAY)
@example("9999-12-31T23:59", WEDNESDAY)
def test_whatever_is_written_gives_a_moment_that_has_passed_or_is_refused(text, now):
    try:
        read = parse_when(text, now)
    except UsageFault:
        return
    assert read.tzinfo is not None
    assert read <= now


@settings(max_examples=80, deadline=None)
@given(CLOCKS, MOMENTS)
def test_a_bare_clock_lies_within_the_last_day(text, now):
    assert timedelta(0) <= now - parse_when(text, now) < timedelta(days=1)


@settings(max_examples=80, deadline=None)
@given(MOMENTS, st.integers(0, 23))
def test_a_local_day_lasts_from_its_start_to_the_next(moment, hour):
    day = local_day(moment, time(hour))
    begins = datetime.combine(day, time(hour), UTC)
    assert begins <= moment < begins + timedelta(days=1)
