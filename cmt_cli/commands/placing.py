"""Which programme somebody is on, and where its files are."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from cmt_cli.base.records import Started
from cmt_cli.commands.library import COMPASSION, Library
from cmt_cli.env import Env
from cmt_cli.store import sessions
from cmt_cli.store.file import writing


def library_of(env: Env, path: str) -> Library:
    """The content of a programme: the shipped one, or the folder at `path`."""
    return Library(env.content, Path(path).expanduser().absolute() if path else None)


def on_programme(env: Env, connection: sqlite3.Connection, path: str = "") -> Started:
    """The programme the person is on, its version as it is now. `path` puts them on another; with neither, the shipped one."""
    before = sessions.started(connection)
    folder = path or (before.path if before else "")
    programme = library_of(env, folder).programme()
    kept = str(Path(folder).expanduser().absolute()) if folder else ""
    on = Started(programme.id if kept else COMPASSION, programme.title, programme.version, kept)
    if on != before:
        with writing(connection):
            sessions.start(connection, on)
    return on
