"""The pain diary."""

from __future__ import annotations

import sqlite3
from datetime import date, datetime

from cmt_cli.base.times import iso


def add(connection: sqlite3.Connection, text: str, source: str, session: int | None, at: datetime, day: date) -> int:
    """Keep a diary entry and return its number."""
    cursor = connection.execute(
        "INSERT INTO entries (at, day, text, source, session_id) VALUES (?, ?, ?, ?, ?)",
        (iso(at), str(day), text, source, session),
    )
    return cursor.lastrowid or 0
