"""Taking back what a command changed, from the rows as they were before it. The last hundred steps are kept, inside the file."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple


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
    images = connection.execute("SELECT kind, record FROM images WHERE step_id = ? GROUP BY kind, record ORDER BY min(id)", (row["id"],))
    return Step(row["id"], row["command"], datetime.fromisoformat(row["at"]), tuple((kind, record) for kind, record in images))


def take_back(connection: sqlite3.Connection, step: int) -> None:
    """Put every row of a step back as it was, the last change first."""
    connection.execute("PRAGMA defer_foreign_keys = ON")
    images = connection.execute("SELECT kind, record, before FROM images WHERE step_id = ? ORDER BY id DESC", (step,)).fetchall()
    for kind, record, before in images:
        if before is None:
            connection.execute(f"DELETE FROM {kind} WHERE id = ?", (record,))
        else:
            _put_back(connection, kind, json.loads(before))
    connection.execute("DELETE FROM steps WHERE id = ?", (step,))


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


def _put_back(connection: sqlite3.Connection, kind: str, row: dict[str, object]) -> None:
    """A row as it was, in the place of the one with its number; whatever hangs on that stays."""
    names = list(row)
    changed = ", ".join(f"{name} = excluded.{name}" for name in names if name != "id")
    connection.execute(
        f"INSERT INTO {kind} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))}) ON CONFLICT (id) DO UPDATE SET {changed}",
        list(row.values()),
    )
