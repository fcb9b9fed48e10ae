"""Many records at once."""

from __future__ import annotations

import sqlite3
from collections.abc import Hashable, Iterator, Sequence
from datetime import date, datetime
from typing import NamedTuple

from cmt_cli.base.records import Entry
from cmt_cli.store import entries


class Found(NamedTuple):
    """An entry of a file. `untimed`: the file says only on which day it was written."""

    entry: Entry
    untimed: bool = False


def not_yet_here(connection: sqlite3.Connection | None, found: Sequence[Found]) -> list[Entry]:
    """Those that are not in the diary yet, each once.

    An entry is the same when its text is, and the moment or what the clock showed (a file without offsets may be read in another country),
    or for one without a time the day.
    """
    here = {key for at, day, text in _here(connection) for key in _keys(at, day, text)}
    new = []
    for entry, untimed in found:
        moment, clock, day = _keys(entry.at, entry.day, entry.text)
        if here.isdisjoint((day,) if untimed else (moment, clock)):
            new.append(entry)
            here.update((moment, clock, day))
    return new


def add_entries(connection: sqlite3.Connection, new: Sequence[Entry]) -> None:
    """Keep them all, inside one transaction."""
    for entry in new:
        entries.add(connection, entry)


def _here(connection: sqlite3.Connection | None) -> Iterator[tuple[datetime, date, str]]:
    if connection:
        for at, day, text in connection.execute("SELECT at, day, text FROM entries"):
            yield datetime.fromisoformat(at), date.fromisoformat(day), text


def _keys(at: datetime, day: date, text: str) -> tuple[Hashable, Hashable, Hashable]:
    whole = at.replace(microsecond=0)
    return (whole.timestamp(), text), (whole.replace(tzinfo=None), text), (day, text)
