"""Removing a record so that its words are nowhere in the folder, and knowing what else still holds them."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import NamedTuple

from cmt_cli.store.file import BACKUPS
from cmt_cli.store.undo import rebuild_index

# What goes with a record of each kind, by the column that points to it.
BELOW = {"thoughts": (("replies", "thought_id"), ("meetings", "thought_id"))}


class Elsewhere(NamedTuple):
    """What else may hold a record's words: thoughts made from it, answers kept in the same session, and copies of the file."""

    thoughts: tuple[int, ...] = ()
    answers: tuple[int, ...] = ()
    backups: tuple[Path, ...] = ()


def is_known(connection: sqlite3.Connection, kind: str, number: int) -> bool:
    """True when a record is there, or is deleted and can still be brought back."""
    there = connection.execute(f"SELECT 1 FROM {kind} WHERE id = ?", (number,)).fetchone()
    return bool(there or connection.execute("SELECT 1 FROM images WHERE kind = ? AND record = ? LIMIT 1", (kind, number)).fetchone())


def forget(connection: sqlite3.Connection, kind: str, number: int) -> None:
    """Remove a record, what hangs on it, and every image of them that undo holds. Call `scrub` afterwards, outside the transaction."""
    for below, column in BELOW.get(kind, ()):
        rows = connection.execute(f"SELECT id FROM {below} WHERE {column} = ?", (number,))
        images = connection.execute(f"SELECT record FROM images WHERE kind = ? AND json_extract(before, '$.{column}') = ?", (below, number))
        for (record,) in [*rows.fetchall(), *images.fetchall()]:
            _forget_one(connection, below, record)
    _forget_one(connection, kind, number)
    connection.execute("DELETE FROM steps WHERE id NOT IN (SELECT step_id FROM images)")


def scrub(connection: sqlite3.Connection) -> None:
    """Make the search index and the file itself anew, so that no deleted word is left in either."""
    rebuild_index(connection)
    connection.execute("VACUUM")


def elsewhere(connection: sqlite3.Connection, home: Path, kind: str, number: int) -> Elsewhere:
    """What still holds the words of a record."""
    backups = tuple(sorted((home / BACKUPS).glob("*.db")))
    if kind != "entries":
        return Elsewhere(backups=backups)
    thoughts = connection.execute("SELECT id FROM thoughts WHERE entry_id = ? ORDER BY id", (number,)).fetchall()
    lines = connection.execute(
        """SELECT answers.id FROM answers JOIN entries ON entries.session_id = answers.session_id
        WHERE entries.id = ? AND length(answers.value) > 0 AND instr(entries.text, answers.value) > 0 ORDER BY answers.id""",
        (number,),
    ).fetchall()
    return Elsewhere(tuple(row[0] for row in thoughts), tuple(row[0] for row in lines), backups)


def forget_elsewhere(connection: sqlite3.Connection, others: Elsewhere) -> None:
    """Remove the records among them; the backups are files, and go with `remove_backups`."""
    for thought in others.thoughts:
        forget(connection, "thoughts", thought)
    for answer in others.answers:
        forget(connection, "answers", answer)


def remove_backups(others: Elsewhere) -> None:
    for path in others.backups:
        path.unlink(missing_ok=True)


def _forget_one(connection: sqlite3.Connection, kind: str, number: int) -> None:
    connection.execute(f"DELETE FROM {kind} WHERE id = ?", (number,))
    connection.execute("DELETE FROM images WHERE kind = ? AND record = ?", (kind, number))
