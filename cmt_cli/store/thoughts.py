"""Self-critical thoughts, the compassionate replies to them, and each time one was met again."""

from __future__ import annotations

import sqlite3
from datetime import date, datetime

from cmt_cli.base.records import Reply, Thought
from cmt_cli.base.times import iso
from cmt_cli.clinical.returning import Next

CHANGEABLE = ("text", "label", "state", "due_on")


def catch(
    connection: sqlite3.Connection,
    text: str,
    bring_back: bool,
    session: int | None,
    at: datetime,
    day: date,
    *,
    label: str | None = None,
    entry: int | None = None,
) -> int:
    """Keep a thought. It is never due without a reply."""
    cursor = connection.execute(
        "INSERT INTO thoughts (at, day, text, label, entry_id, session_id, bring_back) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (iso(at), str(day), text, label, entry, session, int(bring_back)),
    )
    return cursor.lastrowid or 0


def reply(connection: sqlite3.Connection, thought: int, text: str, at: datetime, day: date, due_on: date) -> int:
    """Keep a reply; a thought that is to be brought back is now due on `due_on`."""
    cursor = connection.execute("INSERT INTO replies (at, day, thought_id, text) VALUES (?, ?, ?, ?)", (iso(at), str(day), thought, text))
    connection.execute("UPDATE thoughts SET due_on = ? WHERE id = ? AND bring_back = 1 AND state = 'active'", (str(due_on), thought))
    return cursor.lastrowid or 0


def about_reply(connection: sqlite3.Connection, reply: int, warmth: int | None, before: int | None, after: int | None) -> None:
    """How warm a reply sounded, and how much the thought was believed before and after it."""
    connection.execute("UPDATE replies SET warmth = ?, belief_before = ?, belief_after = ? WHERE id = ?", (warmth, before, after, reply))


def change_reply(connection: sqlite3.Connection, reply: Reply) -> None:
    """Put a reply in the place of the one with its number."""
    connection.execute("UPDATE replies SET text = ?, warmth = ?, belief_before = ?, belief_after = ? WHERE id = ?", (*reply[2:], reply.id))


def change(connection: sqlite3.Connection, thought: Thought) -> None:
    """Keep a thought's words, name, state and when it is due; one that is made active may come back again."""
    values = (thought.text, thought.label, thought.state, str(thought.due_on) if thought.due_on else None)
    marks = ", ".join(f"{name} = ?" for name in CHANGEABLE)
    connection.execute(f"UPDATE thoughts SET {marks} WHERE id = ?", (*values, thought.id))


def wake(connection: sqlite3.Connection, thought: int, due_on: date | None) -> None:
    """Let a thought be brought back, whatever was said of it before."""
    due = str(due_on) if due_on else None
    connection.execute("UPDATE thoughts SET state = 'active', bring_back = 1, due_on = ? WHERE id = ?", (due, thought))


def delete(connection: sqlite3.Connection, number: int) -> None:
    connection.execute("DELETE FROM thoughts WHERE id = ?", (number,))


def find(connection: sqlite3.Connection, number: int) -> Thought | None:
    row = connection.execute("SELECT * FROM thoughts WHERE id = ?", (number,)).fetchone()
    if row is None:
        return None
    replies = connection.execute("SELECT * FROM replies WHERE thought_id = ? ORDER BY id", (number,))
    return _thought(row, [_reply(one) for one in replies])


def all_of(connection: sqlite3.Connection) -> list[Thought]:
    """Every thought with its replies, oldest first."""
    replies: dict[int, list[Reply]] = {}
    for row in connection.execute("SELECT * FROM replies ORDER BY id"):
        replies.setdefault(row["thought_id"], []).append(_reply(row))
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
    """When a thought comes back next, and whether it rests until then. One that is retired or left be stays so."""
    connection.execute(
        "UPDATE thoughts SET due_on = ?, state = ? WHERE id = ? AND bring_back = 1 AND state != 'retired'",
        (str(coming.due_on) if coming.due_on else None, "resting" if coming.resting else "active", thought),
    )


def _thought(row: sqlite3.Row, replies: list[Reply]) -> Thought:
    due_on = date.fromisoformat(row["due_on"]) if row["due_on"] else None
    at, day = datetime.fromisoformat(row["at"]), date.fromisoformat(row["day"])
    return Thought(row["id"], at, day, row["label"], row["text"], row["entry_id"], row["state"], due_on, tuple(replies))


def _reply(row: sqlite3.Row) -> Reply:
    at = datetime.fromisoformat(row["at"])
    return Reply(row["id"], at, row["text"], row["warmth"], row["belief_before"], row["belief_after"])
