"""Whether the data file is whole."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from cmt_cli.store.file import writing
from cmt_cli.store.undo import rebuild_index

MOST_SAID = 20
INDEX = "fts5"


class Damage(NamedTuple):
    """What SQLite says is wrong inside (empty for nothing), whether records point to nothing, and whether the search index was wrong."""

    inside: str = ""
    loose: bool = False
    search: bool = False


def damage(connection: sqlite3.Connection) -> Damage:
    """Look at the whole file. A search index that does not fit is made anew."""
    said = [str(row[0]) for row in connection.execute(f"PRAGMA integrity_check ({MOST_SAID})") if row[0] != "ok"]
    inside = [one for one in said if INDEX not in one.lower()]  # newer SQLite looks into the search index too
    if inside:
        return Damage(inside[0])
    loose = connection.execute("PRAGMA foreign_key_check").fetchone() is not None
    fits = not said and _index_fits(connection)
    if not fits:
        with writing(connection):
            rebuild_index(connection)
    return Damage("", loose, not fits)


def _index_fits(connection: sqlite3.Connection) -> bool:
    """Whether the search index holds the words of the diary. Where nothing can be written it cannot be asked, and is taken to."""
    try:
        connection.execute("INSERT INTO entries_found (entries_found, rank) VALUES ('integrity-check', 1)")
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_CORRUPT:
            return False
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_READONLY:
            raise
    return True
