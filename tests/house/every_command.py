"""Every command there is, found in the command tree, and a run of each for the rules that hold for all of them."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

import pexpect
import typer

from cmt_cli import cli

CODES = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]")

# Each in a world where three things were kept: a check-in with words, a day done, and somebody to ring.
READING = (
    (),
    ("status",),
    ("today",),
    ("today", "--print", "--short"),
    ("today", "--print", "--day", "6"),
    ("ground",),
    ("ground", "--with", "breath"),
    ("support",),
    ("settings",),
    ("settings", "people"),
    ("checkin", "list"),
    ("programme", "list"),
    ("programme", "show", "2"),
    ("programme", "check"),
    ("--version",),
)
READING_JSON = (
    ("status", "--json"),
    ("support", "--json"),
    ("settings", "--json"),
    ("checkin", "list", "--json"),
    ("programme", "list", "--json"),
    ("programme", "show", "2", "--json"),
    ("programme", "check", "--json"),
)
WRITING = (
    ("start", "--yes", "--country", "GB"),
    ("today", "--done", "--day", "2"),
    ("today", "--rest"),
    ("settings", "bell", "on"),
    ("settings", "people", "--add", "--name", "Nan", "--number", "at number 12"),
    ("settings", "people", "--remove", "Nan"),
    ("checkin", "--pain", "4", "--urge", "9", "--more", "two of the old ones"),
    ("checkin", "edit", "1", "--mood", "5"),
    ("checkin", "delete", "1", "--yes"),
    ("programme", "new", "NEW"),
    ("remind", "--at", "20:00", "--out", "NEW"),
)
# What is asked wrongly, and how: each ends with 2.
WRONG = (
    ("chekin",),
    ("nothing-like-it-at-all",),
    ("checkin", "lst"),
    ("programme",),
    ("programme", "shwo", "1"),
    ("status", "--jsn"),
    ("status", "twice"),
    ("checkin", "--pain", "11"),
    ("checkin", "--pain"),
    ("checkin", "--painkillers", "some"),
    ("checkin", "--pain", "4", "--at", "2099-01-01"),
    ("checkin", "--pain", "4", "--at", "when it rained"),
    ("checkin", "edit"),
    ("checkin", "edit", "one"),
    ("checkin", "edit", "1"),
    ("checkin", "list", "--limit", "0"),
    ("programme", "show"),
    ("programme", "show", "99"),
    ("programme", "new"),
    ("today", "--short", "--whole"),
    ("today", "--done", "--day", "6"),
    ("today", "--print", "--day", "99"),
    ("today", "--print", "--pace", "fast"),
    ("ground", "--with", "hands"),
    ("ground", "--pace", "9"),
    ("settings", "nothing"),
    ("settings", "speak", "loudly"),
    ("settings", "people", "Sam"),
    ("settings", "people", "--remove", "Nobody"),
    ("start", "--yes", "--country", "XX"),
    ("remind", "--at", "20:00"),
    ("remind", "--at", "at tea", "--out", "NEW"),
    ("start", "--yes", "--programme", "nowhere"),
)
# What would have to ask, where nobody can answer, and a flag the error names.
UNANSWERED = (
    (("checkin",), "--pain"),
    (("checkin", "delete", "1"), "--yes"),
    (("start",), "--yes"),
    (("settings", "people", "--add"), "--name"),
    (("settings", "people", "--add", "--name", "Nan"), "--number"),
)
# What cannot be done: each ends with 1.
FAILING = (("checkin", "edit", "99", "--pain", "4"), ("checkin", "delete", "99", "--yes"), ("programme", "check", "nowhere"))


class Found(NamedTuple):
    path: tuple[str, ...]
    command: Any

    @property
    def is_group(self) -> bool:
        return hasattr(self.command, "commands")


def tree() -> list[Found]:
    """Every command and group, hidden ones too, with the words that lead to it."""

    def below(path: tuple[str, ...], command: Any) -> list[Found]:
        children = getattr(command, "commands", {})
        return [Found(path, command), *(one for name, child in children.items() for one in below((*path, name), child))]

    return below((), typer.main.get_command(cli.tree()))


def named(value: object) -> str:
    """A readable name for a row of a table of commands."""
    return " ".join(value) or "cmt" if isinstance(value, tuple) and all(isinstance(one, str) for one in value) else str(value)


def last_words(child: Any) -> tuple[list[str], int]:
    """What a program in a terminal said last, line by line and without codes, and its exit code."""
    child.expect(pexpect.EOF)
    child.wait()
    return CODES.sub("", child.before).replace("\r\n", "\n").strip().split("\n"), child.exitstatus
