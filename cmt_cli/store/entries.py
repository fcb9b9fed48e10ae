"""The pain diary: kept, read, listed and searched."""

from __future__ import annotations

import json
import re
import sqlite3
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from itertools import islice
from typing import NamedTuple

from cmt_cli.base.records import Entry
from cmt_cli.base.text import folded
from cmt_cli.base.times import iso

COLUMNS = ("at", "day", "text", "pain", "mood", "tags", "source")
NEWEST = "ORDER BY julianday(at) DESC, id DESC"
FOUND = "SELECT rowid FROM entries_found WHERE entries_found MATCH ?"
FEW = 1000
PREFIX_FROM = 4
_WORD = re.compile(r"[^\W_]+")
# Scripts that leave no space between words, or write prefixes and vowels onto them, which the index takes for other words or for their
# ends: what is looked for in these is found by the letters themselves.
_UNSPACED = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "THAI", "LAO", "KHMER", "MYANMAR", "TIBETAN")
_JOINED = (
    "ARABIC",
    "HEBREW",
    "SYRIAC",
    "DEVANAGARI",
    "BENGALI",
    "GURMUKHI",
    "GUJARATI",
    "TAMIL",
    "TELUGU",
    "KANNADA",
    "MALAYALAM",
    "SINHALA",
)


class Wanted(NamedTuple):
    """Which entries: of the local days from `since` to `until`, with every one of `tags`, and with `contains` somewhere in the text."""

    since: date | None = None
    until: date | None = None
    tags: tuple[str, ...] = ()
    contains: str = ""


def add(connection: sqlite3.Connection, entry: Entry, session: int | None = None) -> Entry:
    """Keep an entry; it comes back with its number."""
    cursor = connection.execute(
        f"INSERT INTO entries ({', '.join(COLUMNS)}, session_id) VALUES ({', '.join('?' * len(COLUMNS))}, ?)", (*_row(entry), session)
    )
    return entry._replace(id=cursor.lastrowid or 0)


def change(connection: sqlite3.Connection, entry: Entry) -> None:
    """Put an entry in the place of the one with its number."""
    marks = ", ".join(f"{name} = ?" for name in COLUMNS)
    connection.execute(f"UPDATE entries SET {marks} WHERE id = ?", (*_row(entry), entry.id))


def delete(connection: sqlite3.Connection, number: int) -> None:
    connection.execute("DELETE FROM entries WHERE id = ?", (number,))


def find(connection: sqlite3.Connection, number: int) -> Entry | None:
    row = connection.execute("SELECT * FROM entries WHERE id = ?", (number,)).fetchone()
    return entry_of(row) if row else None


def newest(connection: sqlite3.Connection, wanted: Wanted, limit: int) -> list[Entry]:
    """Entries, newest first, at most `limit`."""
    return list(islice(_fitting(connection.execute(f"SELECT * FROM entries {NEWEST}"), wanted), limit))


def search(connection: sqlite3.Connection, words: str, wanted: Wanted, limit: int) -> list[Entry]:
    """Entries with every one of these words, newest first: by the index, and where it finds none, by their letters anywhere in a text."""
    match = _match(words)
    if match and not _is_by_letters(words):
        rows = connection.execute(f"SELECT * FROM entries WHERE {_id_for(connection, match)} IN ({FOUND}) {NEWEST}", (match,))
        if entries := list(islice(_fitting(rows, wanted), limit)):
            return entries
    pieces = folded(words).split()
    everything = connection.execute(f"SELECT * FROM entries {NEWEST}")
    matching = (row for row in everything if _has(row["text"], pieces))
    return list(islice(_fitting(matching, wanted), limit)) if pieces else []


def entry_of(row: sqlite3.Row) -> Entry:
    """A row as a record."""
    at, day = datetime.fromisoformat(row["at"]), date.fromisoformat(row["day"])
    return Entry(row["id"], at, day, row["text"], row["pain"], row["mood"], tuple(json.loads(row["tags"])), row["source"])


def _row(entry: Entry) -> tuple[object, ...]:
    tags = json.dumps(entry.tags, ensure_ascii=False)
    return iso(entry.at), str(entry.day), entry.text, entry.pain, entry.mood, tags, entry.source


def _has(text: str, pieces: Sequence[str]) -> bool:
    plain = folded(text)
    return all(piece in plain for piece in pieces)


def _fitting(rows: Iterable[sqlite3.Row], wanted: Wanted) -> Iterator[Entry]:
    """The entries among these that are wanted."""
    contains, tags = folded(wanted.contains), {folded(tag) for tag in wanted.tags}
    for row in rows:
        entry = entry_of(row)
        in_time = (wanted.since or date.min) <= entry.day <= (wanted.until or date.max)
        if in_time and tags <= {folded(tag) for tag in entry.tags} and (not contains or contains in folded(entry.text)):
            yield entry


def _match(words: str) -> str:
    """The typed words for the index, each quoted; from four letters on a word may go on."""
    typed = _WORD.findall(folded(words))
    return " ".join(f'"{word}"*' if len(word) >= PREFIX_FROM else f'"{word}"' for word in typed)


def _id_for(connection: sqlite3.Connection, match: str) -> str:
    """How the database is to go about it: a few entries are looked up by number, many are met on the way back in time."""
    few = len(connection.execute(f"{FOUND} LIMIT {FEW + 1}", (match,)).fetchall()) <= FEW
    return "id" if few else "+id"


def _is_by_letters(words: str) -> bool:
    return any(unicodedata.name(char, "").startswith(_UNSPACED + _JOINED) for char in words)
