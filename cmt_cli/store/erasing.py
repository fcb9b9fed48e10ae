"""Removing a record so that its words are nowhere in the folder, and knowing what else still holds them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from cmt_cli.base.text import sentences
from cmt_cli.store.drafts import left_over
from cmt_cli.store.file import BACKUPS
from cmt_cli.store.undo import rebuild_index

# What goes with a record of each kind, by the column that points to it.
BELOW = {"thoughts": (("replies", "thought_id"), ("meetings", "thought_id"))}
WORDS = {
    "entries": ("text",),
    "thoughts": ("text", "label"),
    "replies": ("text",),
    "answers": ("value",),
    "checkins": ("more", "used_in_life"),
    "doses": ("reason_words",),
    "pauses": ("about_words",),
}
# What only points to a record of each kind, by its column: it stays, and points nowhere.
BESIDE = {"entries": ("thoughts", "entry_id"), "doses": ("pauses", "dose_id"), "pauses": ("doses", "after_pause")}
WRITING = "writing"
SHORTEST = 8  # letters: a sentence shorter than this is found in words that have nothing to do with it


class Elsewhere(NamedTuple):
    """What else may hold a record's words: records it was made from or into, answers of its session, drafts, copies of the file."""

    entries: tuple[int, ...] = ()
    thoughts: tuple[int, ...] = ()
    answers: tuple[int, ...] = ()
    drafts: tuple[Path, ...] = ()
    backups: tuple[Path, ...] = ()


def is_known(connection: sqlite3.Connection, kind: str, number: int) -> bool:
    """True when a record is there, or is deleted and can still be brought back."""
    there = connection.execute(f"SELECT 1 FROM {kind} WHERE id = ?", (number,)).fetchone()
    return bool(there or connection.execute("SELECT 1 FROM images WHERE kind = ? AND record = ? LIMIT 1", (kind, number)).fetchone())


def forget(connection: sqlite3.Connection, kind: str, number: int) -> None:
    """Remove a record, what hangs on it, and every image of them that undo holds. Call `scrub` afterwards, outside the transaction."""
    for below, column in BELOW.get(kind, ()):
        for record in _pointing(connection, below, column, [number]):
            _forget_one(connection, below, record)
    _forget_one(connection, kind, number)
    if kind in BESIDE:
        beside, column = BESIDE[kind]
        connection.execute(f"UPDATE {beside} SET {column} = NULL WHERE {column} = ?", (number,))
        unlinked = f"UPDATE images SET before = json_set(before, '$.{column}', NULL) WHERE kind = '{beside}'"
        connection.execute(f"{unlinked} AND json_extract(before, '$.{column}') = ?", (number,))
    connection.execute("DELETE FROM steps WHERE id NOT IN (SELECT step_id FROM images)")


def scrub(connection: sqlite3.Connection) -> None:
    """Make the search index and the file itself anew, so that no deleted word is left in either."""
    rebuild_index(connection)
    connection.execute("VACUUM")


def own_drafts(connection: sqlite3.Connection, home: Path, kind: str, number: int) -> list[Path]:
    """Drafts with nothing in them but words of a record."""
    words = _spaced(" ".join(_words(connection, kind, number)))
    return [path for path in _drafts(home) if all(one in words for one in _sentences(_read(path), 1))]


def elsewhere(connection: sqlite3.Connection, home: Path, kind: str, number: int) -> Elsewhere:
    """What else still holds the words of a record. Its own drafts are not among them."""
    words = _words(connection, kind, number)
    entries: set[int] = set()
    thoughts: set[int] = set()
    if kind == "entries":
        thoughts = _pointing(connection, "thoughts", "entry_id", [number])
        answers = _answers(connection, words, {("entries", number)})
    else:
        made_from = _values(connection, kind, number, "entry_id") if kind == "thoughts" else set()
        entries = {one for one in made_from if _within(words, _words(connection, "entries", one))}
        beside = _pointing(connection, "thoughts", "entry_id", made_from) - {number}
        thoughts = {one for one in beside if _within(words, _words(connection, "thoughts", one))}
        answers = _answers(connection, words, {(kind, number), *(("entries", one) for one in entries)}) if kind == "thoughts" else []
    own = own_drafts(connection, home, kind, number)
    drafts = [path for path in _drafts(home) if path not in own and _shared(words, _read(path))]
    backups = sorted((home / BACKUPS).glob("*.db"))
    return Elsewhere(tuple(sorted(entries)), tuple(sorted(thoughts)), tuple(answers), tuple(drafts), tuple(backups))


def forget_elsewhere(connection: sqlite3.Connection, others: Elsewhere) -> None:
    """Remove the records among them; the others are files, and go with `remove`."""
    for kind, numbers in (("entries", others.entries), ("thoughts", others.thoughts), ("answers", others.answers)):
        for number in numbers:
            forget(connection, kind, number)


def remove(paths: Iterable[Path]) -> None:
    for path in paths:
        path.unlink(missing_ok=True)


def _forget_one(connection: sqlite3.Connection, kind: str, number: int) -> None:
    connection.execute(f"DELETE FROM {kind} WHERE id = ?", (number,))
    connection.execute("DELETE FROM images WHERE kind = ? AND record = ?", (kind, number))


def _pointing(connection: sqlite3.Connection, kind: str, column: str, numbers: Iterable[int]) -> set[int]:
    """The records that point to these, or did before they were changed."""
    found: set[int] = set()
    for number in numbers:
        found.update(row[0] for row in connection.execute(f"SELECT id FROM {kind} WHERE {column} = ?", (number,)))
        images = connection.execute(f"SELECT record FROM images WHERE kind = ? AND json_extract(before, '$.{column}') = ?", (kind, number))
        found.update(row[0] for row in images)
    return found


def _values(connection: sqlite3.Connection, kind: str, number: int, column: str) -> set[int]:
    """What stands, or stood, in a column of a record."""
    rows = connection.execute(f"SELECT * FROM {kind} WHERE id = ?", (number,)).fetchall()
    images = connection.execute("SELECT before FROM images WHERE kind = ? AND record = ? AND before IS NOT NULL", (kind, number))
    every = [*(dict(row) for row in rows), *(json.loads(before) for (before,) in images)]
    return {row[column] for row in every if row[column] is not None}


def _words(connection: sqlite3.Connection, kind: str, number: int) -> list[str]:
    """Every text of a record and of what hangs on it, as it is and as it was."""
    own: set[object] = {text for column in WORDS.get(kind, ()) for text in _values(connection, kind, number, column)}
    hanging = ((below, one) for below, column in BELOW.get(kind, ()) for one in _pointing(connection, below, column, [number]))
    return [*map(str, own), *(text for below, one in hanging for text in _words(connection, below, one))]


def _answers(connection: sqlite3.Connection, words: Sequence[str], records: set[tuple[str, int]]) -> list[int]:
    """Answers of the sessions of these records that share a sentence with the words."""
    sessions = {session for kind, number in records for session in _values(connection, kind, number, "session_id")}
    near = _pointing(connection, "answers", "session_id", sessions)
    return [one for one in sorted(near) if any(_shared(words, text) for text in _words(connection, "answers", one))]


def _drafts(home: Path) -> list[Path]:
    """Files with words that were never stored, an editor's own among them."""
    return [*left_over(home), *(path for path in sorted((home / WRITING).rglob("*")) if path.is_file())]


def _read(path: Path) -> str:
    return path.read_bytes().decode("utf-8", "replace")


def _within(words: Sequence[str], others: Sequence[str]) -> bool:
    """True when one of these texts stands in one of the others."""
    return any(_spaced(text) in _spaced(other) for text in words for other in others)


def _shared(words: Sequence[str], other: str) -> bool:
    """True when a sentence of the words stands in the other text, or one of that in the words."""
    whole, flat = _spaced(" ".join(words)), _spaced(other)
    own = [one for text in words for one in _sentences(text, SHORTEST)]
    return any(one in flat for one in own) or any(one in whole for one in _sentences(other, SHORTEST))


def _sentences(text: str, least: int) -> list[str]:
    return [one for one in map(_spaced, sentences(text)) if len(one) >= least]


def _spaced(text: str) -> str:
    """A text with one space between its words, however it was laid out."""
    return " ".join(text.split())
