"""Moments, local days, and the ways people write them.

A moment is an aware datetime in the machine's own zone. A *local day* runs from `day_start` (04:00 unless set otherwise), so 01:30
belongs to the evening before.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from cmt_cli.base.faults import UsageFault
from cmt_cli.base.words import times as words

DAY_START = time(4, 0)
NOON = time(12, 0)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
UNITS = {"minute": 1, "min": 1, "hour": 60, "day": 1440, "week": 10080}

_CLOCK = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2}))?")
_AGO = re.compile(r"(\d{1,4}|an?|one) +(minute|min|hour|day|week)s? +ago")


def local(naive: datetime) -> datetime:
    """A wall-clock time as a moment: a skipped time moves forward, a doubled one is the first."""
    wall = naive.replace(tzinfo=None, fold=0)
    moment = wall.astimezone()
    if moment.replace(tzinfo=None) == wall:
        return moment
    before = (wall - timedelta(days=1)).astimezone().tzinfo
    return wall.replace(tzinfo=before).astimezone()


def local_day(moment: datetime, day_start: time = DAY_START) -> date:
    """The local day a moment belongs to, by its own wall clock."""
    wall = moment.replace(tzinfo=None)
    return (wall - timedelta(hours=day_start.hour, minutes=day_start.minute)).date()


def iso(moment: datetime) -> str:
    """Local ISO 8601 with seconds and numeric offset."""
    return moment.isoformat(timespec="seconds")


def spoken(moment: datetime) -> str:
    """A moment as a person says it: `Tue 3 Mar 2026 21:05`."""
    return f"{spoken_day(moment.date())} {moment:%H:%M}"


def spoken_day(day: date) -> str:
    """A day as a person says it: `Tue 3 Mar 2026`."""
    return f"{day:%a} {day.day} {day:%b %Y}"


def spoken_date(day: date) -> str:
    """A day without its year: `5 January`."""
    return f"{day.day} {day:%B}"


def parse_clock(text: str) -> time | None:
    """`HH:MM` or `HH:MM:SS`, or None when it is not one."""
    found = _CLOCK.fullmatch(text.strip())
    if not found:
        return None
    hour, minute, second = (int(part or 0) for part in found.groups())
    return time(hour, minute, second) if hour < 24 and minute < 60 and second < 60 else None


def parse_when(text: str, now: datetime, day_start: time = DAY_START) -> datetime:
    """What a person means by `text`, never in the future.

    Reads ISO dates and times, `HH:MM` (its latest past occurrence), `now`, `today`, `yesterday 18:30`, `2 hours ago` and `monday`
    (the last one before today). A past day without a time is kept at 12:00, today without one at now.

    Raises UsageFault when the text is not understood or lies in the future; the sentence says what was read, never what was typed.
    """
    said = " ".join(text.lower().split())
    try:
        moment = _moment(said, now, day_start)
        if moment:
            local_day(moment, day_start)
    except (OverflowError, ValueError):  # a date that no calendar here reaches
        moment = None
    if moment is None:
        raise UsageFault(words.NOT_A_TIME)
    if moment > now:
        raise UsageFault(words.IN_THE_FUTURE.format(read=spoken(moment)))
    return moment


def parse_day(text: str, now: datetime, day_start: time = DAY_START) -> date:
    """The local day a person means, for filters such as `--since`. Raises UsageFault like `parse_when`."""
    said = " ".join(text.lower().split())
    day = _day(said, local_day(now, day_start))
    return day if day is not None else local_day(parse_when(text, now, day_start), day_start)


def _moment(said: str, now: datetime, day_start: time) -> datetime | None:  # noqa: PLR0911  (one for each way to say it)
    if said == "now":
        return now
    if ago := _AGO.fullmatch(said):
        count = int(ago[1]) if ago[1].isdigit() else 1
        if ago[2] in ("day", "week"):
            return local(now.replace(tzinfo=None) - timedelta(minutes=count * UNITS[ago[2]]))
        return (now - timedelta(minutes=count * UNITS[ago[2]])).astimezone()
    if clock := parse_clock(said):
        return _latest(clock, now)
    day_text, _, clock_text = said.partition(" ")
    today = local_day(now, day_start)
    day = _day(day_text, today)
    if day is not None:
        if not clock_text:
            return now if day == today else local(datetime.combine(day, NOON))
        clock = parse_clock(clock_text.removeprefix("at "))
        if clock:
            return _on(day, clock, now, day_start) if day_text[0].isalpha() else local(datetime.combine(day, clock))
    return _iso_moment(said)


def _latest(clock: time, now: datetime) -> datetime:
    moment = local(datetime.combine(now.date(), clock))
    return moment if moment <= now else local(datetime.combine(now.date() - timedelta(days=1), clock))


def _on(day: date, clock: time, now: datetime, day_start: time) -> datetime:
    """A clock time on a local day, so that `yesterday 01:30` is the night after yesterday; or on the date, if that has not come yet."""
    later = local(datetime.combine(day + timedelta(days=1), clock))
    return later if clock < day_start and later <= now else local(datetime.combine(day, clock))


def _day(said: str, today: date) -> date | None:
    if said == "today":
        return today
    if said == "yesterday":
        return today - timedelta(days=1)
    for number, name in enumerate(WEEKDAYS):
        if said == name or (len(said) >= 3 and said == name[:3]):
            return today - timedelta(days=(today.weekday() - number - 1) % 7 + 1)
    try:
        return date.fromisoformat(said.upper())
    except ValueError:
        return None


def _iso_moment(said: str) -> datetime | None:
    try:
        read = datetime.fromisoformat(said.upper())
    except ValueError:
        return None
    return read.astimezone() if read.tzinfo else local(read)
