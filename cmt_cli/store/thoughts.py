"""Self-critical thoughts and the compassionate replies to them."""

from __future__ import annotations

import sqlite3
from datetime import date, datetime

from cmt_cli.base.times import iso


def catch(connection: sqlite3.Connection, text: str, bring_back: bool, session: int | None, at: datetime, day: date) -> int:
    """Keep a thought. It is never due without a reply."""
    cursor = connection.execute(
        "INSERT INTO thoughts (at, day, text, session_id, bring_back) VALUES (?, ?, ?, ?, ?)",
        (iso(at), str(day), text, session, int(bring_back)),
    )
    return cursor.lastrowid or 0


def reply(connection: sqlite3.Connection, thought: int, text: str, at: datetime, day: date, due_on: date) -> int:
    """Keep a reply; a thought that is to be brought back is now due on `due_on`."""
    cursor = connection.execute("INSERT INTO replies (at, day, thought_id, text) VALUES (?, ?, ?, ?)", (iso(at), str(day), thought, text))
    connection.execute("UPDATE thoughts SET due_on = ? WHERE id = ? AND bring_back = 1", (str(due_on), thought))
    return cursor.lastrowid or 0


def about_reply(connection: sqlite3.Connection, reply: int, warmth: int | None, before: int | None, after: int | None) -> None:
    """How warm a reply sounded, and how much the thought was believed before and after it."""
    connection.execute("UPDATE replies SET warmth = ?, belief_before = ?, belief_after = ? WHERE id = ?", (warmth, before, after, reply))
