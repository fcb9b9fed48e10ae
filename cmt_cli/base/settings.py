"""Settings that reveal nothing about a person, as values. They are read while the data file is locked or broken."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import time
from typing import NamedTuple

from cmt_cli.base.times import DAY_START, parse_clock

TRUTHS = ("accessible", "speak", "bell", "hide_names")


class Person(NamedTuple):
    """Somebody the person would ring or text."""

    name: str
    number: str


class Settings(NamedTuple):
    """`country` is a two-letter code or empty; None means: not asked yet."""

    country: str = ""
    accessible: bool | None = None
    speak: bool = False
    bell: bool | None = None
    day_start: time = DAY_START
    people: tuple[Person, ...] = ()
    hide_names: bool = False


def from_values(values: object) -> Settings | None:
    """Settings from what settings.json held; None when it is not the form this program writes."""
    if not isinstance(values, Mapping):
        return None
    country, start, people = values.get("country", ""), values.get("day_start", "04:00"), values.get("people", [])
    truths = [values.get(name) for name in TRUTHS]
    day_start = parse_clock(start) if isinstance(start, str) else None
    if not isinstance(country, str) or day_start is None or not isinstance(people, list):
        return None
    if any(truth not in (True, False, None) for truth in truths) or not all(map(_is_person, people)):
        return None
    accessible, speak, bell, hide = truths
    known = tuple(Person(one["name"], one["number"]) for one in people)
    return Settings(country, accessible, bool(speak), bell, day_start, known, bool(hide))


def to_values(settings: Settings) -> dict[str, object]:
    """The form settings.json holds."""
    people = [person._asdict() for person in settings.people]
    return settings._asdict() | {"day_start": f"{settings.day_start:%H:%M}", "people": people}


def _is_person(value: object) -> bool:
    return isinstance(value, Mapping) and isinstance(value.get("name"), str) and isinstance(value.get("number"), str)
