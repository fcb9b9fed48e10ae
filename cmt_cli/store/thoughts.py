"""Self-critical thoughts and the compassionate replies to them."""

from __future__ import annotations

import sqlite3
from datetime import date, datetime

from cmt_cli.base.records import Reply, Thought
from cmt_cli.base.times import iso
from cmt_cli.clinical.returning import Next


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


def all_of(connection: sqlite3.Connection) -> list[Thought]:
    """Every thought with its replies, oldest first."""
    replies: dict[int, list[Reply]] = {}
    for row in connection.execute("SELECT * FROM replies ORDER BY id"):
        kept = Reply(row["id"], datetime.fromisoformat(row["at"]), row["text"], row["warmth"], row["belief_before"], row["belief_after"])
        replies.setdefault(row["thought_id"], []).append(kept)
    return [_thought(row, replies.get(row["id"], [])) for row in connection.execute("SELECT * FROM thoughts ORDER BY id")]


def meetings(connection: sqlite3.Connection, thought: int) -> list[str | None]:
    """How readily kindness came each time a thought was met, oldest first."""
    return [row[0] for row in connection.execute("SELECT readily FROM meetings WHERE thought_id = ? ORDER BY id", (thought,))]


def meet(
    connection: sqlite3.Connection, thought: int, reply: int | None, readily: str | None, session: int | None, at: datetime, day: date
) -> None:
    """Keep that a thought was met again."""
    connection.execute(
        "INSERT INTO meetings (at, day, thought_id, reply_id, session_id, readily) VALUES (?, ?, ?, ?, ?, ?)",
        (iso(at), str(day), thought, reply, session, readily),
    )


def bring_back(connection: sqlite3.Connection, thought: int, coming: Next) -> None:
    """When a thought comes back next, and whether it rests until then."""
    state = "resting" if coming.resting else "active"
    connection.execute(
        "UPDATE thoughts SET due_on = ?, state = ? WHERE id = ?", (str(coming.due_on) if coming.due_on else None, state, thought)
    )


def _thought(row: sqlite3.Row, replies: list[Reply]) -> Thought:
    due_on = date.fromisoformat(row["due_on"]) if row["due_on"] else None
    at, day = datetime.fromisoformat(row["at"]), date.fromisoformat(row["day"])
    return Thought(row["id"], at, day, row["label"], row["text"], row["entry_id"], row["state"], due_on, tuple(replies))
