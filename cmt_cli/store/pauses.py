"""Pauses before a painkiller."""

from __future__ import annotations

import sqlite3
from datetime import date, datetime

from cmt_cli.base.medicine import Pause
from cmt_cli.base.times import iso

COLUMNS = Pause._fields[1:]


def add(connection: sqlite3.Connection, pause: Pause) -> Pause:
    """Keep a pause; it comes back with its number."""
    cursor = connection.execute(f"INSERT INTO pauses ({', '.join(COLUMNS)}) VALUES ({', '.join('?' * len(COLUMNS))})", _row(pause))
    return pause._replace(id=cursor.lastrowid or 0)


def change(connection: sqlite3.Connection, pause: Pause) -> None:
    """Put a pause in the place of the one with its number."""
    connection.execute(f"UPDATE pauses SET {', '.join(f'{name} = ?' for name in COLUMNS)} WHERE id = ?", (*_row(pause), pause.id))


def delete(connection: sqlite3.Connection, number: int) -> None:
    """Delete a pause; a dose that came after it stays."""
    connection.execute("UPDATE doses SET after_pause = NULL WHERE after_pause = ?", (number,))
    connection.execute("DELETE FROM pauses WHERE id = ?", (number,))


def find(connection: sqlite3.Connection, number: int) -> Pause | None:
    row = connection.execute("SELECT * FROM pauses WHERE id = ?", (number,)).fetchone()
    return _pause(row) if row else None


def newest(connection: sqlite3.Connection, limit: int) -> list[Pause]:
    rows = connection.execute("SELECT * FROM pauses ORDER BY julianday(at) DESC, id DESC LIMIT ?", (limit,))
    return [_pause(row) for row in rows]


def waiting(connection: sqlite3.Connection, day: date) -> Pause | None:
    """The last pause of a day that ended in a wait and was not asked back about."""
    row = connection.execute(
        "SELECT * FROM pauses WHERE day = ? AND choice = 'wait' AND went IS NULL AND asked_back = 0 ORDER BY id DESC LIMIT 1", (str(day),)
    ).fetchone()
    return _pause(row) if row else None


def asked_back(connection: sqlite3.Connection, number: int, went: str | None) -> None:
    """How a wait went, or that it was passed; it is asked once."""
    connection.execute("UPDATE pauses SET went = ?, asked_back = 1 WHERE id = ?", (went, number))


def _row(pause: Pause) -> tuple[object, ...]:
    return (iso(pause.at), str(pause.day), *pause[3:])


def _pause(row: sqlite3.Row) -> Pause:
    at, day = datetime.fromisoformat(row["at"]), date.fromisoformat(row["day"])
    return Pause(row["id"], at, day, *(row[name] for name in COLUMNS[2:]))
