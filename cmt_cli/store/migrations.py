"""The forms the data file has had, in order. Each step runs in one transaction and ends by setting `user_version`.

This file and the bulk writes are the only ones that import sqlite_utils.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from sqlite_utils import Database

from cmt_cli.base.medicine import REASONS, SOURCES
from cmt_cli.base.text import FOLDED

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


RECORDS = ("sessions", "answers", "practices", "arrivals", "rests", "entries", "thoughts", "replies", "meetings", "checkins")


def _m003_undo_and_search(db: Database) -> None:
    for statement in (
        # One command is one step. `current` names the command whose transaction is open, and is empty between them.
        "CREATE TABLE steps (id INTEGER PRIMARY KEY, at TEXT NOT NULL, command TEXT NOT NULL) STRICT",
        "CREATE TABLE current (step_id INTEGER NOT NULL, at TEXT NOT NULL, command TEXT NOT NULL) STRICT",
        """CREATE TABLE images (id INTEGER PRIMARY KEY AUTOINCREMENT, step_id INTEGER NOT NULL REFERENCES steps (id) ON DELETE CASCADE,
            kind TEXT NOT NULL, record INTEGER NOT NULL, before TEXT) STRICT""",
        "CREATE INDEX images_by_step ON images (step_id)",
        "CREATE INDEX entries_by_moment ON entries (julianday(at))",
        f"CREATE VIEW entries_folded AS SELECT id, {_folded('text')} AS text FROM entries",
        """CREATE VIRTUAL TABLE entries_found USING fts5
            (text, content = 'entries_folded', content_rowid = 'id', tokenize = "porter unicode61 remove_diacritics 2")""",
        "INSERT INTO entries_found (entries_found) VALUES ('rebuild')",
        f"CREATE TRIGGER entries_found_added AFTER INSERT ON entries BEGIN {_FIND} END",
        f"CREATE TRIGGER entries_found_changed AFTER UPDATE OF text ON entries BEGIN {_LOSE} {_FIND} END",
        f"CREATE TRIGGER entries_found_removed AFTER DELETE ON entries BEGIN {_LOSE} END",
    ):
        db.execute(statement)
    for table in RECORDS:
        watch(db, table)


def _m004_medicines(db: Database) -> None:
    for statement in (
        # `product` is a snapshot as JSON: what the person confirmed stays as it was when the catalogue changes.
        f"""CREATE TABLE medicines ({RECORD}, name TEXT NOT NULL UNIQUE, product TEXT NOT NULL,
            kind TEXT CHECK (kind IN ('clock', 'needed')), usual REAL) STRICT""",
        f"""CREATE TABLE doses ({RECORD}, medicine TEXT NOT NULL, product TEXT NOT NULL, units REAL NOT NULL CHECK (units > 0),
            reason TEXT CHECK (reason IN {REASONS}), reason_words TEXT, {_scale("pain")}, {_scale("urge")},
            after_pause INTEGER, source TEXT NOT NULL CHECK (source IN {SOURCES}),
            medicine_id INTEGER REFERENCES medicines (id) ON DELETE SET NULL) STRICT""",
        f"CREATE TABLE nones ({RECORD}) STRICT",
        f"""CREATE TABLE directions ({RECORD}, medicine TEXT NOT NULL, text TEXT NOT NULL, units REAL, times_a_day REAL,
            days INTEGER, kind TEXT CHECK (kind IN ('clock', 'needed'))) STRICT""",
        f"""CREATE TABLE pauses ({RECORD}, medicine TEXT, {_scale("pain")}, {_scale("urge")}, {_scale("need")},
            about TEXT CHECK (about IN {REASONS}), about_words TEXT, {_scale("urge_after")},
            choice TEXT CHECK (choice IN ('take', 'wait', 'something_else', 'talk', 'open')), wait_minutes INTEGER,
            went TEXT CHECK (went IN ('eased', 'same', 'stronger')), dose_id INTEGER REFERENCES doses (id) ON DELETE SET NULL,
            asked_back INTEGER NOT NULL DEFAULT 0) STRICT""",
        # Which notices were shown, and which the person set aside: `until` is the end of that.
        f"CREATE TABLE notices ({RECORD}, rule TEXT NOT NULL, about TEXT NOT NULL) STRICT",
        f"CREATE TABLE set_aside ({RECORD}, rule TEXT NOT NULL, about TEXT NOT NULL, until TEXT NOT NULL) STRICT",
        *(f"CREATE INDEX {table}_by_day ON {table} (day)" for table in ("doses", "nones", "pauses", "notices")),
        "CREATE INDEX doses_by_moment ON doses (julianday(at))",
    ):
        db.execute(statement)
    for table in ("medicines", "doses", "nones", "directions", "pauses", "set_aside"):
        watch(db, table)


def _folded(text: str) -> str:
    """SQL for a text as it is searched: without apostrophes, and with the letters that no search table folds in their plain form."""
    for letter, plain in FOLDED.items():
        text = f"replace({text}, '{letter.replace(chr(39), chr(39) * 2)}', '{plain}')"
    return text


_FIND = f"INSERT INTO entries_found (rowid, text) VALUES (new.id, {_folded('new.text')});"
_LOSE = f"INSERT INTO entries_found (entries_found, rowid, text) VALUES ('delete', old.id, {_folded('old.text')});"


def watch(db: Database, table: str) -> None:
    """Let every change of a table leave the row as it was, for undo. To be called again when the table gets a new column.

    OR IGNORE would not do for the step: inside a trigger the policy of the statement outside, such as an upsert, takes its place.
    """
    columns = [row[1] for row in db.execute(f"PRAGMA table_info ({table})")]
    before = "json_object(" + ", ".join(f"'{name}', old.{name}" for name in columns) + ")"
    for event, record, image in (("INSERT", "new.id", "NULL"), ("UPDATE", "old.id", before), ("DELETE", "old.id", before)):
        db.execute(f"DROP TRIGGER IF EXISTS {table}_{event.lower()}")
        db.execute(
            f"""CREATE TRIGGER {table}_{event.lower()} AFTER {event} ON {table} WHEN EXISTS (SELECT 1 FROM current) BEGIN
                INSERT INTO steps SELECT step_id, at, command FROM current WHERE step_id NOT IN (SELECT id FROM steps);
                INSERT INTO images (step_id, kind, record, before) SELECT step_id, '{table}', {record}, {image} FROM current;
            END"""
        )


MIGRATIONS: tuple[Callable[[Database], None], ...] = (_m001_initial, _m002_meetings, _m003_undo_and_search, _m004_medicines)


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
