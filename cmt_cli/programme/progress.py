"""Where a person is in a programme, from the sessions they have had. Nothing here counts what was missed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

DAYS_AWAY = 3
STIRRED_UP = 3
STIRRED_WITHIN_DAYS = 3


class Sitting(NamedTuple):
    """One session as progress sees it. `number` is its day in the programme (None: maintenance), `day` the local day it began."""

    number: int | None
    day: date
    counted: bool
    ended: bool


class Progress(NamedTuple):
    """`day` is the lowest not completed; `state` the first that fits of not_started, finished, part_way, done_today, ready."""

    day: int | None
    days: int
    completed: int
    state: str


def progress(sittings: Sequence[Sitting], days: int, today: date) -> Progress:
    """Where someone is, on a programme of `days` days."""
    completed = {one.number for one in sittings if one.counted and one.number is not None and one.number <= days}
    day = next((number for number in range(1, days + 1) if number not in completed), None)
    if not sittings:
        state = "not_started"
    elif day is None:
        state = "finished"
    elif any(one.number == day for one in sittings):
        state = "part_way"
    elif _new_day_done(sittings, today):
        state = "done_today"
    else:
        state = "ready"
    return Progress(day, days, len(completed), state)


def _new_day_done(sittings: Sequence[Sitting], today: date) -> bool:
    """True when a day was completed for the first time in this local day."""
    before = {one.number for one in sittings if one.counted and one.day < today}
    return any(one.counted and one.day == today and one.number is not None and one.number not in before for one in sittings)


def was_away(sittings: Sequence[Sitting], rests: Sequence[date], today: date) -> bool:
    """True after three days without a session or a rest."""
    days = [one.day for one in sittings] + list(rests)
    return bool(days) and (today - max(days)).days > DAYS_AWAY


def stirred_twice(felt: Sequence[tuple[date, int]], today: date) -> bool:
    """True when practices left someone more stirred up twice within three days, today included."""
    recent = [answer for day, answer in felt if answer == STIRRED_UP and 0 <= (today - day).days < STIRRED_WITHIN_DAYS]
    return len(recent) >= 2
