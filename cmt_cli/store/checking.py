"""Whether the data file is whole."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from cmt_cli.store.file import writing
from cmt_cli.store.undo import rebuild_index


class Damage(NamedTuple):
    """What SQLite says is wrong inside (empty for nothing), whether records point to nothing, and whether the search index was wrong."""

    inside: str
    loose: bool
    search: bool


def damage(connection: sqlite3.Connection) -> Damage:
    """Look at the whole file. A search index that does not fit is made anew."""
    said = connection.execute("PRAGMA integrity_check (1)").fetchone()[0]
    loose = connection.execute("PRAGMA foreign_key_check").fetchone() is not None
    index = False
    if said == "ok":
        try:
            with writing(connection):
                connection.execute("INSERT INTO entries_found (entries_found, rank) VALUES ('integrity-check', 1)")
        except Exception:  # noqa: BLE001  (however it does not fit)
            index = True
            with writing(connection):
                rebuild_index(connection)
    return Damage("" if said == "ok" else str(said), loose, index)
