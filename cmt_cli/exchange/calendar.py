"""Reminders as a calendar file. Their text tells nothing to somebody who looks over a shoulder."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import NamedTuple

PRODUCT = "-//cmt//reminders//EN"
OURS = f"PRODID:{PRODUCT}".encode()


class Reminder(NamedTuple):
    """One reminder: at a wall-clock time, so that it comes at that hour wherever the person is. `uid` stays the same when made again."""

    uid: str
    at: datetime
    minutes: int
    text: str


def calendar_file(reminders: Iterable[Reminder], made: datetime) -> bytes:
    """The reminders as an .ics file (RFC 5545), each with an alarm at its time."""
    from icalendar import Alarm, Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    for one in reminders:
        event, alarm = Event(), Alarm()
        event.add("uid", one.uid)
        event.add("dtstamp", made)
        event.add("dtstart", one.at)
        event.add("duration", timedelta(minutes=one.minutes))
        event.add("summary", one.text)
        event.add("class", "PRIVATE")
        alarm.add("action", "DISPLAY")
        alarm.add("description", one.text)
        alarm.add("trigger", timedelta(0))
        event.add_component(alarm)
        calendar.add_component(event)
    return bytes(calendar.to_ical())
