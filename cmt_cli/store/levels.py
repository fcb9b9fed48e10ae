"""The latest pain, urge and mood of a day, whichever record they were given in."""

from __future__ import annotations

import sqlite3
from datetime import date

from cmt_cli.clinical.returning import Levels

GIVEN_IN = {
    "pain": ("checkins", "arrivals", "entries", "doses", "pauses"),
    "urge": ("checkins", "arrivals", "doses", "pauses"),
    "mood": ("checkins", "entries"),
}


def latest_levels(connection: sqlite3.Connection, day: date) -> Levels:
    """What was said last of each on a local day."""
    return Levels(*(_latest(connection, level, tables, day) for level, tables in GIVEN_IN.items()))


def _latest(connection: sqlite3.Connection, level: str, tables: tuple[str, ...], day: date) -> int | None:
    every = " UNION ALL ".join(f"SELECT at, {level} AS level FROM {table} WHERE day = :day AND {level} IS NOT NULL" for table in tables)
    row = connection.execute(f"SELECT level FROM ({every}) ORDER BY julianday(at) DESC LIMIT 1", {"day": str(day)}).fetchone()
    return row[0] if row else None
