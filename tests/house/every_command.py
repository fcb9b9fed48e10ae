"""Every command there is, found in the command tree, and a run of each for the rules that hold for all of them."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

import pexpect
import typer

from cmt_cli import cli

CODES = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]")

# Each in a world where something of every kind was kept: a diary entry, a thought with a reply, a check-in with words, a day done, and
# somebody to ring. Beside it lies a diary.csv to import.
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
    ("journal", "list"),
    ("journal", "show", "1"),
    ("journal", "search", "stairs"),
    ("thought", "list"),
    ("thought", "list", "--full"),
    ("thought", "show", "1"),
    ("data", "path"),
    ("data", "check"),
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
    ("journal", "list", "--json"),
    ("journal", "show", "1", "--json"),
    ("journal", "search", "stairs", "--json"),
    ("thought", "list", "--json"),
    ("thought", "show", "1", "--json"),
    ("data", "path", "--json"),
    ("data", "check", "--json"),
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
    ("journal", "add", "worse after the stairs", "--pain", "6", "--mood", "2", "--tag", "work", "--at", "yesterday"),
    ("journal", "edit", "1", "better", "by", "now", "--pain", "3"),
    ("journal", "delete", "1", "--yes"),
    ("journal", "delete", "1", "--forever", "--yes"),
    ("thought", "add", "I am a burden", "--label", "burden", "--reply", "You are tired", "--warmth", "4", "--from", "1"),
    ("thought", "edit", "1", "--label", "the queue"),
    ("thought", "retire", "1"),
    ("thought", "delete", "1", "--yes"),
    ("thought", "practise", "1", "--readily", "slowly", "--reply", "It was a long day", "--warmth", "6"),
    ("undo",),
    ("data", "import", "diary.csv", "--yes"),
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
    ("journal", "lst"),
    ("journal", "add", "words", "--pain", "11"),
    ("journal", "add", "words", "--at", "2099-01-01"),
    ("journal", "add", "words", "--tag", "one,two"),
    ("journal", "add", ""),
    ("journal", "list", "--limit", "0"),
    ("journal", "search", ""),
    ("journal", "show"),
    ("thought", "practice"),
    ("thought", "add", "words", "--warmth", "4"),
    ("thought", "edit", "1", "--state", "gone"),
    ("thought", "practise", "--readily", "slowly"),
    ("data", "import"),
    ("data", "import", "diary.csv", "--map", "Date"),
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
    (("journal", "delete", "1"), "--yes"),
    (("journal", "delete", "1", "--forever"), "--yes"),
    (("thought", "delete", "1"), "--yes"),
    (("thought", "practise"), "--readily"),
    (("data", "import", "diary.csv"), "--yes"),
    (("start",), "--yes"),
    (("settings", "people", "--add"), "--name"),
    (("settings", "people", "--add", "--name", "Nan"), "--number"),
)
# What takes its words from a pipe when none are given, and finds it empty.
UNPIPED = ((("journal", "add"), "the words"), (("journal", "edit", "1"), "the words"), (("thought", "add"), "its words"))
# What cannot be done: each ends with 1.
FAILING = (
    ("checkin", "edit", "99", "--pain", "4"),
    ("checkin", "delete", "99", "--yes"),
    ("journal", "show", "99"),
    ("journal", "edit", "99", "words"),
    ("thought", "edit", "99", "--label", "words"),
    ("thought", "delete", "99", "--yes"),
    ("thought", "practise", "99", "--readily", "slowly"),
    ("thought", "add", "words", "--from", "99"),
    ("data", "import", "nowhere.csv", "--yes"),
    ("programme", "check", "nowhere"),
)


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
