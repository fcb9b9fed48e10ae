"""Taking back what a command changed, from the rows as they were before it. The last hundred steps are kept, inside the file."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

# What a command changed since another one wrote: beside an open session a command's changes may lie between two parts of the session's.
SINCE_ANOTHER = "step_id = :step AND id > (SELECT coalesce(max(id), 0) FROM images WHERE step_id != :step)"


class Step(NamedTuple):
    """A command that changed records, and which: kinds with numbers."""

    id: int
    command: str
    at: datetime
    records: tuple[tuple[str, int], ...]


def last_step(connection: sqlite3.Connection) -> Step | None:
    """The step that changed something last."""
    row = connection.execute("SELECT steps.* FROM images JOIN steps ON steps.id = step_id ORDER BY images.id DESC LIMIT 1").fetchone()
    if row is None:
        return None
    images = connection.execute(
        f"SELECT kind, record FROM images WHERE {SINCE_ANOTHER} GROUP BY kind, record ORDER BY min(id)", {"step": row["id"]}
    )
    return Step(row["id"], row["command"], datetime.fromisoformat(row["at"]), tuple((kind, record) for kind, record in images))


def take_back(connection: sqlite3.Connection, step: int) -> None:
    """Put every row of a step back as it was, the last change first. Words that are taken back are nowhere afterwards."""
    connection.execute("PRAGMA defer_foreign_keys = ON")
    named = {"step": step}
    images = connection.execute(f"SELECT kind, record, before FROM images WHERE {SINCE_ANOTHER} ORDER BY id DESC", named).fetchall()
    words_gone = False
    for kind, record, before in images:
        words_gone = words_gone or (kind == "entries" and _is_there(connection, kind, record))
        if before is None:
            connection.execute(f"DELETE FROM {kind} WHERE id = ?", (record,))
        else:
            _put_back(connection, kind, json.loads(before))
    connection.execute(f"DELETE FROM images WHERE {SINCE_ANOTHER}", named)
    connection.execute("DELETE FROM steps WHERE id = :step AND NOT EXISTS (SELECT 1 FROM images WHERE step_id = :step)", named)
    if words_gone:
        rebuild_index(connection)


def forget_steps(connection: sqlite3.Connection, steps: Sequence[int]) -> None:
    """These steps can no longer be taken back. The search index keeps deleted words until it is rebuilt, so those go from it too."""
    marks = ", ".join("?" * len(steps))
    gone = f"SELECT 1 FROM images WHERE kind = 'entries' AND before IS NOT NULL AND step_id IN ({marks})"
    words_gone = connection.execute(f"{gone} LIMIT 1", list(steps)).fetchone()
    connection.execute(f"DELETE FROM steps WHERE id IN ({marks})", list(steps))
    if words_gone:
        rebuild_index(connection)


def rebuild_index(connection: sqlite3.Connection) -> None:
    """Make the search index anew, so that no deleted word is left in it."""
    connection.execute("INSERT INTO entries_found (entries_found) VALUES ('rebuild')")


def _is_there(connection: sqlite3.Connection, kind: str, number: int) -> bool:
    return connection.execute(f"SELECT 1 FROM {kind} WHERE id = ?", (number,)).fetchone() is not None


def _put_back(connection: sqlite3.Connection, kind: str, row: dict[str, object]) -> None:
    """A row as it was, in the place of the one with its number; whatever hangs on that stays."""
    names = list(row)
    changed = ", ".join(f"{name} = excluded.{name}" for name in names if name != "id")
    connection.execute(
        f"INSERT INTO {kind} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))}) ON CONFLICT (id) DO UPDATE SET {changed}",
        list(row.values()),
    )
