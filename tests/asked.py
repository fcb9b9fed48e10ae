"""Commands that ask, over a screen that answers from a script, and what the folder holds afterwards."""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager

from scripted import ScriptedScreen

from cmt_cli.commands import desk
from cmt_cli.store.file import FILE


class Willing(ScriptedScreen):
    """Somebody who types a word where words are asked for (not twice running), says 3, picks the first answer, and agrees to nothing."""

    def _answer(self, shown):
        again = bool(self.transcript) and self.transcript[-1].text == shown.text
        self.transcript.append(shown)
        return {"ask": None if again else f"words {len(self.transcript)}", "scale": 3, "choose": 0, "yes_no": False}.get(shown.kind)


def asked(cmt, monkeypatch, *args, replies=(), at=None, terminal=None, screen=None, **changes):
    """Run a command in a terminal where the screen answers from a script: what it ended with, and the screen.

    `terminal` is what it reads typed lines from.
    """
    screen = screen or ScriptedScreen(*replies, at=at)

    @contextmanager
    def scripted(*_, **__):
        yield screen

    with monkeypatch.context() as patched:
        patched.setattr(desk, "screen", scripted)
        if terminal:
            patched.setitem(cmt.changes, "stdin", terminal)
        result = cmt(*args, interactive=True, stdout_is_terminal=True, **changes)
    screen.finish()
    return result, screen


def rows(home, question, *values):
    """What the data file holds, read beside the program."""
    with closing(sqlite3.connect(home / FILE)) as connection:
        return connection.execute(question, values).fetchall()


def records(home):
    """Every record in the file, by table."""
    from cmt_cli.store.migrations import RECORDS

    with closing(sqlite3.connect(home / FILE)) as connection:
        return {table: connection.execute(f"SELECT * FROM {table} ORDER BY id").fetchall() for table in RECORDS}


def files_with(home, *pieces):
    """The files of a folder that hold any of these pieces, whatever their letters' size."""
    wanted = [piece.lower().encode() for piece in pieces]
    return sorted(path.name for path in home.rglob("*") if path.is_file() and any(one in path.read_bytes().lower() for one in wanted))
