"""House rule 1: what a person typed is never said back in an error, whichever argument or option it was typed into."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from every_command import named, tree

from cmt_cli.store import file

MARKER = "zwetschgenmus"
ENOUGH = {("programme", "show"): ("1",), ("programme", "new"): ()} | {
    (kind, verb): ("1",) for kind in ("checkin", "journal", "thought") for verb in ("show", "edit", "delete", "retire", "practise")
}
# Whoever names a file has to be told which one it was: `programme check` answers in places.
PATHS = {
    ("import", "file"),
    ("programme", "path"),
    ("check", "path"),
    ("new", "path"),
    ("today", "programme"),
    ("start", "programme"),
    ("show", "programme"),
}


def places(found):
    """A line for every argument and option of a command, with the marker where a person might type their words."""
    path, command = found
    if not {(path[-1], one.name) for one in command.params if path} & PATHS:
        yield (*path, MARKER)
    yield (*path, f"--{MARKER}")
    yield (*path, f"-{MARKER}")
    words = ENOUGH.get(path, ())
    for parameter in command.params:
        option = str(parameter.opts[-1])
        if path and (path[-1], parameter.name) in PATHS:
            continue
        if not option.startswith("-"):
            yield (*path, MARKER)
        elif getattr(parameter, "is_flag", False):
            yield (*path, f"{option}={MARKER}", *words)
        else:
            yield (*path, option, MARKER, *words)


def silent(result):
    return MARKER not in result.err and (result.code == 0 or MARKER not in result.out)


def test_the_marker_stands_in_many_places():
    assert len({args for found in tree() for args in places(found)}) > 80


@pytest.mark.parametrize("found", tree(), ids=lambda found: named(found.path))
def test_it_is_not_said_back(lived_in, capsys, found):
    loud = [args for args in places(found) if not silent(lived_in(*args)) or MARKER in capsys.readouterr().err]
    assert loud == []


WORDS = (
    ("checkin", "--more", MARKER, "--used", MARKER, "--pain", "99"),
    ("checkin", "--more", MARKER, "--painkillers", MARKER),
    ("checkin", "--more", MARKER, "--at", "2099-01-01"),
    ("checkin", "edit", "99", "--more", MARKER),
    ("checkin", MARKER, MARKER, MARKER),
    ("checkin", "--pain", "4", MARKER),
    ("journal", "add", MARKER, "--pain", "99"),
    ("journal", "add", MARKER, "--at", "2099-01-01"),
    ("journal", "add", MARKER, "--tag", f"{MARKER},{MARKER}"),
    ("journal", "add", f"{MARKER}\0"),
    ("journal", "add", f"{MARKER}\udcff"),
    ("journal", "edit", "99", MARKER),
    ("journal", "edit", "1", MARKER, "--tag", f"{MARKER},{MARKER}"),
    ("journal", "show", MARKER),
    ("journal", MARKER, MARKER),
    ("thought", "add", MARKER, "--warmth", "4"),
    ("thought", "add", f"{MARKER}\0"),
    ("thought", "add", MARKER, "--reply", f"{MARKER}\udcff"),
    ("thought", "add", MARKER, "--from", "99"),
    ("thought", "edit", "99", "--text", MARKER, "--label", MARKER, "--reply", MARKER),
    ("thought", "edit", "1", "--state", MARKER),
    ("thought", "practise", "99", "--readily", "slowly", "--reply", MARKER),
    ("thought", "practise", "1", "--readily", MARKER),
    ("data", "import", "nowhere.csv", "--map", MARKER),
    ("undo", MARKER),
    ("settings", "people", "--add", "--name", MARKER),
    ("settings", "people", "--remove", MARKER),
    ("settings", "people", MARKER),
    ("settings", MARKER, MARKER),
    ("settings", "speak", MARKER),
    ("settings", "day-start", MARKER),
    ("settings", "country", MARKER),
    ("status", MARKER, MARKER),
)


@pytest.mark.parametrize("args", WORDS, ids=named)
def test_words_beside_a_mistake_are_not_said_back(cmt, args):
    result = cmt(*args)
    assert result.code in (1, 2)
    assert silent(result), result.err


@pytest.mark.parametrize(
    "args",
    [
        ("checkin", "--more", MARKER),
        ("checkin", "edit", "1", "--used", MARKER),
        ("journal", "add", MARKER),
        ("journal", "edit", "1", MARKER),
        ("thought", "add", MARKER),
        ("thought", "edit", "1", "--reply", MARKER),
    ],
    ids=named,
)
@pytest.mark.parametrize("state", ["broken", "newer", "without its tables", "read-only"])
def test_words_that_cannot_be_stored_are_not_said_back(cmt, home, monkeypatch, args, state):
    cmt("checkin", "--pain", "4")
    cmt("journal", "add", "words")
    cmt("thought", "add", "words")
    with closing(sqlite3.connect(home / file.FILE)) as connection:
        if state == "newer":
            connection.execute("PRAGMA user_version = 99")
        if state == "without its tables":
            for table in ("checkins", "entries", "thoughts"):
                connection.execute(f"DROP TABLE {table}")
    if state == "broken":
        (home / file.FILE).write_bytes(b"not a data file at all")
    if state == "read-only":
        connect = sqlite3.connect
        monkeypatch.setattr(sqlite3, "connect", lambda path, **options: connect(f"file:{path}?mode=ro", uri=True, **options))
    result = cmt(*args)
    assert result.code == 1
    assert silent(result), result.err
    drafts = list((home / "drafts").iterdir())
    assert [MARKER in draft.read_text(encoding="utf-8") for draft in drafts] == [True]
