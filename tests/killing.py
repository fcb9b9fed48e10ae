"""Commands killed at a random moment, and what must be left of them: all of a command or nothing, and all that was confirmed."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

from asked import records

from cmt_cli.store.checking import damage
from cmt_cli.store.file import opened, writing
from cmt_cli.store.undo import last_step, take_back

ADD, EDIT, DELETE, PRACTISE = "journal add", "journal edit", "journal delete", "thought practise"
COMMANDS = (ADD, EDIT, DELETE, PRACTISE)
State = dict[str, list[tuple[Any, ...]]]


class Doing(NamedTuple):
    """A command: `number` is the record it changes, and `words` what it says."""

    command: str
    number: int
    words: str


def chosen(chance: random.Random, home: Path, at: int) -> Doing:
    """A command that can be done in this folder."""
    with closing(sqlite3.connect(home / "cmt.db")) as connection:
        numbers = [row[0] for row in connection.execute("SELECT id FROM entries")]
    command = chance.choice(COMMANDS) if numbers else chance.choice((ADD, PRACTISE))
    return Doing(command, 1 if command == PRACTISE else chance.choice(numbers or [0]), f"words {at} " * chance.choice((1, 30, 300)))


def seen(home: Path) -> State:
    """What a person would miss: entries by number, and what was kept of a thought."""
    every = records(home)
    return {
        "entries": [(row[0], row[3].strip()) for row in every["entries"]],
        "replies": [(row[4].strip(),) for row in every["replies"]],
        "meetings": [(row[3],) for row in every["meetings"]],
    }


def is_done(doing: Doing, before: State, after: State) -> bool:
    """True when a command was done, and nothing else."""
    words = doing.words.strip()
    if doing.command == PRACTISE:
        more = {"replies": [*before["replies"], (words,)], "meetings": [*before["meetings"], (1,)]}
        return after == before | more
    kept = dict(before["entries"])
    changed = dict(after["entries"])
    if doing.command == ADD:
        new = changed.keys() - kept.keys()
        fits = len(new) == 1 and changed == kept | {max(new): words}
    elif doing.command == EDIT:
        fits = changed == kept | {doing.number: words}
    else:
        fits = changed == {number: text for number, text in kept.items() if number != doing.number}
    return fits and after == before | {"entries": after["entries"]}


def assert_all_or_nothing(home: Path, doing: Doing, confirmed: bool, before: State, rows_before: State) -> bool:
    """The file is whole, the command is in it or not, and undo takes back what is in it. True when it was."""
    with opened(home) as connection:
        assert damage(connection) == ("", False, False), doing
        assert connection.execute("SELECT * FROM current").fetchall() == [], doing
        after = seen(home)
        done = is_done(doing, before, after)
        assert done or (after == before and not confirmed), (doing, confirmed, before, after)
        step = last_step(connection)
        if done:
            assert step, doing
            assert step.command == doing.command
            with writing(connection):
                take_back(connection, step.id)
            assert records(home) == rows_before, doing
    return done


def killed(do: Callable[[], None], moment: float) -> bool:
    """Do something in a process of its own that is killed at some moment; true when it said that it was done before."""
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        code = 1
        try:
            os.close(ours)
            os.write(theirs, b"b")
            do()
            os.write(theirs, b"d")
            code = 0
        finally:
            os._exit(code)
    os.close(theirs)
    try:
        assert os.read(ours, 1) == b"b"
        time.sleep(moment)
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        said = os.read(ours, 1) == b"d"
        assert os.WIFSIGNALED(status) or os.waitstatus_to_exitcode(status) == 0, "it failed before it was killed"
    finally:
        os.close(ours)
    return said
