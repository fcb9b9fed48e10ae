"""The forms the data file has had, in order. Each step runs in one transaction and ends by setting `user_version`.

This file and the bulk writes are the only ones that import sqlite_utils.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from sqlite_utils import Database

RECORD = "id INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, day TEXT NOT NULL"
SCALE = "INTEGER CHECK ({0} BETWEEN 0 AND 10)"


def _scale(name: str) -> str:
    return f"{name} {SCALE.format(name)}"


def _m001_initial(db: Database) -> None:
    for statement in (
        # What is known of the person's place that is no record: the programme they are on, lines said once.
        "CREATE TABLE marks (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
        f"""CREATE TABLE sessions ({RECORD},
            programme TEXT NOT NULL, content_version TEXT NOT NULL, number INTEGER,
            form TEXT NOT NULL CHECK (form IN ('whole', 'short', 'done', 'maintenance')),
            step TEXT NOT NULL DEFAULT '', counted_at TEXT, seconds INTEGER, ended INTEGER NOT NULL DEFAULT 0) STRICT""",
        f"""CREATE TABLE answers ({RECORD},
            session_id INTEGER NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
            programme TEXT NOT NULL, content_version TEXT NOT NULL, number INTEGER, step TEXT NOT NULL,
            value TEXT, UNIQUE (session_id, step)) STRICT""",
        f"""CREATE TABLE practices ({RECORD},
            session_id INTEGER NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
            step TEXT NOT NULL, practice TEXT NOT NULL,
            left_by TEXT NOT NULL CHECK (left_by IN ('end', 'eased', 'ground', 'skipped', 'left')),
            felt INTEGER CHECK (felt BETWEEN 1 AND 3), {_scale("helped")}, UNIQUE (session_id, step)) STRICT""",
        f"CREATE TABLE arrivals ({RECORD}, {_scale('pain')}, {_scale('urge')}) STRICT",
        f"CREATE TABLE rests ({RECORD}) STRICT",
        f"""CREATE TABLE entries ({RECORD},
            text TEXT NOT NULL, {_scale("pain")}, {_scale("mood")}, tags TEXT NOT NULL DEFAULT '[]',
            source TEXT NOT NULL CHECK (source IN ('journal', 'session', 'import')),
            session_id INTEGER REFERENCES sessions (id) ON DELETE SET NULL) STRICT""",
        f"""CREATE TABLE thoughts ({RECORD},
            text TEXT NOT NULL, label TEXT, entry_id INTEGER REFERENCES entries (id) ON DELETE SET NULL,
            session_id INTEGER REFERENCES sessions (id) ON DELETE SET NULL,
            state TEXT NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'resting', 'retired')),
            bring_back INTEGER NOT NULL DEFAULT 1 CHECK (bring_back IN (0, 1)), due_on TEXT) STRICT""",
        f"""CREATE TABLE replies ({RECORD},
            thought_id INTEGER NOT NULL REFERENCES thoughts (id) ON DELETE CASCADE,
            text TEXT NOT NULL, {_scale("warmth")}, {_scale("belief_before")}, {_scale("belief_after")}) STRICT""",
        f"""CREATE TABLE checkins ({RECORD},
            {_scale("pain")}, {_scale("urge")}, {_scale("need")}, {_scale("mood")}, {_scale("critical_voice")},
            {_scale("self_kindness")}, painkillers TEXT CHECK (painkillers IN ('none', 'all_logged', 'more')), more TEXT,
            practised INTEGER CHECK (practised IN (0, 1)), used_in_life TEXT) STRICT""",
        *(f"CREATE INDEX {table}_by_day ON {table} (day)" for table in ("sessions", "checkins", "arrivals", "entries")),
        "CREATE INDEX answers_by_step ON answers (programme, number, step)",
        "CREATE INDEX replies_by_thought ON replies (thought_id)",
    ):
        db.execute(statement)


def _m002_meetings(db: Database) -> None:
    # Each time a thought was met again, and how readily kindness came (NULL: passed).
    db.execute(f"""CREATE TABLE meetings ({RECORD},
        thought_id INTEGER NOT NULL REFERENCES thoughts (id) ON DELETE CASCADE,
        reply_id INTEGER REFERENCES replies (id) ON DELETE SET NULL,
        session_id INTEGER REFERENCES sessions (id) ON DELETE SET NULL,
        readily TEXT CHECK (readily IN ('not_at_all', 'slowly', 'fairly', 'readily'))) STRICT""")
    db.execute("CREATE INDEX meetings_by_thought ON meetings (thought_id)")


MIGRATIONS: tuple[Callable[[Database], None], ...] = (_m001_initial, _m002_meetings)


def migrate(connection: sqlite3.Connection) -> None:
    """Bring a file to the newest form. Each step is kept wholly or not at all, and never twice when two programs open the file at once."""
    db = Database(connection, execute_plugins=False)
    for version, step in enumerate(MIGRATIONS, 1):
        connection.execute("BEGIN IMMEDIATE")
        try:
            if connection.execute("PRAGMA user_version").fetchone()[0] < version:
                step(db)
                connection.execute(f"PRAGMA user_version = {version}")
        except BaseException:
            connection.rollback()
            raise
        connection.commit()
