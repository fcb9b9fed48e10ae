"""Opening the data file, and writing to it so that what was confirmed stays.

Rollback journal (one file to copy, sync and erase), synchronous FULL, secure_delete, foreign keys, ten seconds of patience with another
writer. A write takes the lock at its beginning, because a read that turns into a write fails at once when somebody else holds it.
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cmt_cli.base.faults import Fault
from cmt_cli.base.words import store as words

FILE = "cmt.db"
BACKUPS = "backups"
SCHEMA = 4
BUSY_SECONDS = 10
TURN_MILLISECONDS = 200
OLDEST_SQLITE = (3, 37)
STEPS_KEPT = 100


class Store(sqlite3.Connection):
    """A connection to the data file. `doing` is the command that writes through it and `at` when it began; `step` is its step for undo."""

    doing = ""
    at = ""
    step: int | None = None


@contextmanager
def opened(home: Path, doing: str = "", at: str = "") -> Iterator[sqlite3.Connection]:
    """The data file of a folder, made or brought up to date where needed, and closed afterwards.

    `doing` names the command, and `at` the moment, under which undo takes back what is written; without it nothing is taken back.
    """
    _fit_sqlite()
    make_private(home)
    with saying_why(home):
        connection = _connect(home / FILE)
    connection.doing, connection.at = doing, at
    try:
        with saying_why(home):
            _bring_up_to_date(connection, home)
            yield connection
    finally:
        connection.close()


@contextmanager
def opened_if_there(home: Path) -> Iterator[sqlite3.Connection | None]:
    """The data file where there is one; nothing is made."""
    if not (home / FILE).is_file():
        yield None
        return
    with opened(home) as connection:
        yield connection


@contextmanager
def writing(connection: sqlite3.Connection) -> Iterator[None]:
    """One command's change: all of it is kept, or none."""
    with saying_why(Path(_file_of(connection)).parent):
        _begin(connection)
        try:
            _name_the_step(connection)
            yield
            _close_the_step(connection)
        except BaseException:
            connection.rollback()
            raise
        connection.commit()


def _name_the_step(connection: sqlite3.Connection) -> None:
    """From here on, what changes belongs to the step of this connection's command."""
    if not isinstance(connection, Store) or not connection.doing:
        return
    newest = connection.execute("SELECT step_id FROM images ORDER BY id DESC LIMIT 1").fetchone()
    if connection.step is None or newest is None or newest[0] != connection.step:
        # Another command wrote meanwhile, or this one's changes were taken back: what follows is a step of its own.
        connection.step = connection.execute("SELECT coalesce(max(step_id), 0) + 1 FROM images").fetchone()[0]
    connection.execute("INSERT INTO current VALUES (?, ?, ?)", (connection.step, connection.at, connection.doing))


def _close_the_step(connection: sqlite3.Connection) -> None:
    """The step is whole. The oldest goes when there are more than are kept."""
    if not isinstance(connection, Store) or not connection.doing:
        return
    connection.execute("DELETE FROM current")
    oldest = connection.execute("SELECT id FROM steps ORDER BY id DESC LIMIT -1 OFFSET ?", (STEPS_KEPT,)).fetchall()
    if oldest:
        from cmt_cli.store.undo import forget_steps

        forget_steps(connection, [row[0] for row in oldest])


@contextmanager
def saying_why(home: Path) -> Iterator[None]:
    """Turn what SQLite says into one calm sentence."""
    try:
        yield
    except sqlite3.OperationalError as error:
        raise Fault(_operational(error, home)) from None
    except sqlite3.DatabaseError:
        raise Fault(words.BROKEN.format(path=home / FILE)) from None


def _begin(connection: sqlite3.Connection) -> None:
    """Take the write lock, waiting in short turns: SQLite's own wait would answer Ctrl-C only at its end."""
    end = time.monotonic() + BUSY_SECONDS
    connection.execute(f"PRAGMA busy_timeout = {TURN_MILLISECONDS}")
    try:
        while True:
            try:
                connection.execute("BEGIN IMMEDIATE")
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > end:
                    raise
            else:
                return
    finally:
        connection.execute(f"PRAGMA busy_timeout = {int(BUSY_SECONDS * 1000)}")


def make_private(folder: Path) -> None:
    """A folder only its owner can enter."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if folder.stat().st_mode & 0o077:
            folder.chmod(0o700)
    except OSError as error:
        raise Fault(words.NO_FOLDER.format(path=folder, reason=error.strerror or "unknown")) from None


def _fit_sqlite() -> None:
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        raise Fault(words.OLD_SQLITE.format(version=sqlite3.sqlite_version))


def _connect(path: Path) -> Store:
    connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None, factory=Store)
    if path.stat().st_mode & 0o077:
        path.chmod(0o600)
    connection.row_factory = sqlite3.Row
    for pragma in ("synchronous = FULL", "secure_delete = ON", "foreign_keys = ON"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def _bring_up_to_date(connection: sqlite3.Connection, home: Path) -> None:
    found = connection.execute("PRAGMA user_version").fetchone()[0]
    if found == SCHEMA:
        return
    if found > SCHEMA:
        raise Fault(words.NEWER_FILE.format(found=found, known=SCHEMA))
    from cmt_cli.store.migrations import migrate

    options = {row[0] for row in connection.execute("PRAGMA compile_options")}
    if "ENABLE_FTS5" not in options:
        raise Fault(words.OLD_SQLITE.format(version=sqlite3.sqlite_version))
    if found:
        back_up(connection, home, f"before-form-{found + 1}")
    migrate(connection)


def back_up(connection: sqlite3.Connection, home: Path, why: str) -> Path:
    """A whole copy of the file as it is, and where. Two programs that do this at once each make their own."""
    folder = home / BACKUPS
    make_private(folder)
    copy = folder / f"{why}-{os.urandom(4).hex()}.db"
    connection.execute("VACUUM INTO ?", (str(copy),))
    return copy


def _file_of(connection: sqlite3.Connection) -> str:
    return str(connection.execute("PRAGMA database_list").fetchone()[2])


def _operational(error: sqlite3.OperationalError, home: Path) -> str:
    code = (error.sqlite_errorcode or 0) & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return words.BUSY
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return words.CANNOT_WRITE.format(reason=words.READ_ONLY)
    if code in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR):
        return words.CANNOT_WRITE.format(reason=str(error))
    return words.BROKEN.format(path=home / FILE)
