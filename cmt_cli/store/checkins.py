"""Check-ins, kept and read."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from datetime import date, datetime

from cmt_cli.base.records import CheckIn
from cmt_cli.base.times import iso

COLUMNS = CheckIn._fields[1:]


def add(connection: sqlite3.Connection, checkin: CheckIn) -> CheckIn:
    """Keep a check-in; it comes back with its number."""
    marks = ", ".join("?" * len(COLUMNS))
    cursor = connection.execute(f"INSERT INTO checkins ({', '.join(COLUMNS)}) VALUES ({marks})", _row(checkin))
    return checkin._replace(id=cursor.lastrowid or 0)


def change(connection: sqlite3.Connection, checkin: CheckIn) -> None:
    """Put a check-in in the place of the one with its number."""
    marks = ", ".join(f"{name} = ?" for name in COLUMNS)
    connection.execute(f"UPDATE checkins SET {marks} WHERE id = ?", (*_row(checkin), checkin.id))


def delete(connection: sqlite3.Connection, number: int) -> None:
    connection.execute("DELETE FROM checkins WHERE id = ?", (number,))


def find(connection: sqlite3.Connection, number: int) -> CheckIn | None:
    row = connection.execute("SELECT * FROM checkins WHERE id = ?", (number,)).fetchone()
    return _checkin(row) if row else None


def newest(connection: sqlite3.Connection, since: date | None, until: date | None, limit: int) -> list[CheckIn]:
    """Check-ins of the local days from `since` to `until`, newest first, at most `limit`."""
    rows = connection.execute(
        "SELECT * FROM checkins WHERE day BETWEEN ? AND ? ORDER BY julianday(at) DESC, id DESC LIMIT ?",
        (str(since or date.min), str(until or date.max), limit),
    )
    return [_checkin(row) for row in rows]


def _row(checkin: CheckIn) -> tuple[object, ...]:
    return (iso(checkin.at), str(checkin.day), *checkin[3:])


def _checkin(row: Mapping[str, object]) -> CheckIn:
    values = {name: row[name] for name in CheckIn._fields}
    practised = values["practised"]
    values["practised"] = None if practised is None else bool(practised)
    values["at"] = datetime.fromisoformat(str(values["at"]))
    values["day"] = date.fromisoformat(str(values["day"]))
    return CheckIn(**values)  # type: ignore[arg-type]
