"""Many records at once."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import datetime

from cmt_cli.base.records import Entry
from cmt_cli.store import entries


def each_once(found: Sequence[Entry]) -> list[Entry]:
    """The entries without repetitions: one moment and one text are one entry."""
    return list({_key(entry.at, entry.text): entry for entry in reversed(found)}.values())[::-1]


def not_yet_here(connection: sqlite3.Connection, found: Sequence[Entry]) -> list[Entry]:
    """Those that are not in the diary yet, each once."""
    here = {_key(datetime.fromisoformat(at), text) for at, text in connection.execute("SELECT at, text FROM entries")}
    return [entry for entry in each_once(found) if _key(entry.at, entry.text) not in here]


def add_entries(connection: sqlite3.Connection, new: Sequence[Entry]) -> None:
    """Keep them all, inside one transaction."""
    for entry in new:
        entries.add(connection, entry)


def _key(at: datetime, text: str) -> tuple[float, str]:
    return at.replace(microsecond=0).timestamp(), text
