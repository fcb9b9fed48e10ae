"""What of today was asked, which programme somebody is on, which day they may open, and the days they rest."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import NamedTuple

from cmt_cli.base.faults import UsageFault
from cmt_cli.base.records import Started
from cmt_cli.base.words import programme as programme_words
from cmt_cli.base.words import today as words
from cmt_cli.commands.desk import output
from cmt_cli.commands.library import Library
from cmt_cli.commands.status import progress_of, status_values
from cmt_cli.env import Env
from cmt_cli.programme.progress import Progress
from cmt_cli.store import sessions
from cmt_cli.store.file import writing


class Asked(NamedTuple):
    """The options of `cmt today`. `pace` None: as the screen has it."""

    short: bool = False
    whole: bool = False
    rest: bool = False
    done: bool = False
    on_paper: bool = False
    cues: bool = False
    day: int | None = None
    pace: float | None = None
    programme: str = ""
    as_json: bool = False


def library_of(env: Env, path: str) -> Library:
    """The content of a programme: the shipped one, or the folder at `path`."""
    return Library(env.content, Path(path).expanduser().absolute() if path else None)


def on_programme(env: Env, connection: sqlite3.Connection, path: str = "") -> Started:
    """The programme the person is on, its version as it is now. `path` puts them on another; with neither, the shipped one."""
    before = sessions.started(connection)
    folder = path or (before.path if before else "")
    library = library_of(env, folder)
    programme = library.programme()
    on = Started(programme.id, programme.title, programme.version, str(library.folder) if folder else "")
    if on != before:
        with writing(connection):
            sessions.start(connection, on)
    return on


def keep_rest(env: Env, connection: sqlite3.Connection, on: Started, as_json: bool = False) -> None:
    """A rest day: neither the day nor the state changes."""
    with writing(connection):
        sessions.rest(connection, env.now(), env.today())
    where = progress_of(env, connection, on)
    answer(env, where, on, words.RESTED.format(day=where.day) if where.day else words.RESTED_AFTER, as_json)


def answer(env: Env, where: Progress, on: Started, text: str, as_json: bool) -> None:
    """Say what was done, or where that leaves the person when JSON is asked for."""
    if as_json:
        output(env).json(status_values(where, on))
    else:
        output(env).say(text)


def checked_day(day: int | None, where: Progress) -> int | None:
    """A day that may be opened: any up to the next. Raises UsageFault beyond it."""
    if day is None:
        return None
    if not 1 <= day <= where.days:
        raise UsageFault(programme_words.NO_DAY.format(day=day, days=where.days))
    if where.day is not None and day > where.day:
        raise UsageFault(words.BEYOND.format(day=day, next=where.day))
    return day
