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
    ("med", "list"),
    ("med", "names"),
    ("med", "directions"),
    ("med", "notices"),
    ("pause", "list"),
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
    ("med", "list", "--json"),
    ("med", "names", "--json"),
    ("med", "directions", "--json"),
    ("med", "notices", "--json"),
    ("pause", "list", "--json"),
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
    ("med", "add", "Zapain", "--units", "½", "--reason", "headache", "--pain", "6"),
    ("med", "add", "grandmother's drops", "--units", "12"),
    ("med", "add", "paracetamol 500", "--units", "20"),
    ("med", "none"),
    ("med", "edit", "1", "--units", "1", "--at", "08:00"),
    ("med", "delete", "1", "--yes"),
    ("med", "delete", "1", "--forever", "--yes"),
    ("med", "usual", "Zapain", "--set", "2"),
    ("med", "names", "--add", "Painaway", "--contains", "paracetamol 500, codeine 8", "--unit", "tablet", "--kind", "needed"),
    ("med", "directions", "Zapain", "--text", "one at night", "--units", "1", "--kind", "clock"),
    ("med", "notices", "--set-aside", "R8", "Zapain"),
    (
        "pause",
        "Zapain",
        "--pain",
        "6",
        "--urge",
        "8",
        "--need",
        "7",
        "--about",
        "stress",
        "--urge-after",
        "5",
        "--choice",
        "take",
        "--units",
        "2",
    ),
    ("pause", "Zapain", "--choice", "take"),
    ("pause", "--choice", "wait", "--wait", "20m"),
    ("pause", "--choice", "talk"),
    ("pause", "delete", "1", "--yes"),
    ("pause", "delete", "1", "--forever", "--yes"),
    ("settings", "paracetamol-24h", "3000", "--by", "my GP"),
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
    ("med", "ad"),
    ("med", "add"),
    ("med", "add", "ibuprofen"),
    ("med", "add", "Zapain", "--units", "0"),
    ("med", "add", "Zapain", "--at", "2099-01-01"),
    ("med", "add", "Zapain", "--reason", "fun"),
    ("med", "add", "Zapain", "--source", "a friend"),
    ("med", "none", "--on", "2099-01-01"),
    ("med", "list", "--limit", "0"),
    ("med", "edit", "1"),
    ("med", "usual", "--set", "2"),
    ("med", "names", "--add", "Painaway", "--contains", "some"),
    ("med", "names", "--add", "Painaway", "--unit", "handful"),
    ("med", "directions", "Zapain"),
    ("med", "notices", "--set-aside", "R1", "Zapain"),
    ("pause", "ibuprofen", "--choice", "open"),
    ("pause", "--choice", "later"),
    ("pause", "--choice", "open", "--about", "fun"),
    ("pause", "--choice", "wait", "--wait", "long"),
    ("pause", "--choice", "open", "--units", "2"),
    ("settings", "paracetamol-24h", "4001", "--by", "my GP"),
    ("settings", "paracetamol-24h", "3000"),
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
    (("med", "delete", "1"), "--yes"),
    (("pause",), "--choice"),
    (("pause", "Zapain", "--pain", "6"), "--choice"),
    (("pause", "delete", "1"), "--yes"),
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
    ("med", "edit", "99", "--units", "1"),
    ("med", "delete", "99", "--yes"),
    ("med", "usual"),
    ("med", "usual", "nothing of mine"),
    ("med", "notices", "--set-aside", "R8", "nothing of mine"),
    ("pause", "delete", "99", "--yes"),
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
