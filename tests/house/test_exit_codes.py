"""House rule 1: data on stdout, remarks and errors on stderr, and exit codes that scripts can depend on."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from every_command import FAILING, READING, READING_JSON, UNANSWERED, UNPIPED, WRITING, WRONG, named

from cmt_cli.store import file


def calm(sentence):
    """One sentence or a few on one line, the last perhaps with a path to copy, and nothing a programmer would recognise."""
    return (
        sentence.count("\n") == 1
        and sentence.endswith((".\n", ".txt\n"))
        and not any(sign in sentence for sign in ("Traceback", 'File "', "Error:", "errno"))
    )


@pytest.mark.parametrize("args", READING + READING_JSON, ids=named)
def test_what_can_be_answered_ends_with_0_on_stdout_alone(lived_in, capsys, args):
    result = lived_in(*args)
    assert result.code == 0
    assert result.out + capsys.readouterr().out
    assert result.err == "" or args == ("programme", "check")


@pytest.mark.parametrize("args", WRITING, ids=named)
def test_what_can_be_done_ends_with_0_and_says_so_on_stdout(lived_in, tmp_path, args):
    if args == ("settings", "people", "--remove", "Nan"):
        lived_in("settings", "people", "--add", "--name", "Nan", "--number", "at number 12")
    result = lived_in(*(str(tmp_path / "new") if arg == "NEW" else arg for arg in args))
    assert result.code == 0
    assert result.out


@pytest.mark.parametrize("args", WRONG, ids=named)
def test_what_is_asked_wrongly_ends_with_2_and_one_calm_line_on_stderr(lived_in, home, args):
    before = (home / file.FILE).read_bytes(), (home / "settings.json").read_bytes()
    result = lived_in(*args)
    assert (result.code, result.out) == (2, "")
    assert calm(result.err), result.err
    assert ((home / file.FILE).read_bytes(), (home / "settings.json").read_bytes()) == before


@pytest.mark.parametrize(("args", "flag"), UNANSWERED + UNPIPED, ids=named)
def test_what_would_have_to_ask_ends_with_2_and_names_the_flag(lived_in, home, args, flag):
    before = (home / file.FILE).read_bytes()
    result = lived_in(*args)
    assert (result.code, result.out) == (2, "")
    assert flag in result.err
    assert calm(result.err), result.err
    assert (home / file.FILE).read_bytes() == before


@pytest.mark.parametrize("args", FAILING, ids=named)
def test_what_cannot_be_done_ends_with_1(lived_in, args):
    result = lived_in(*args)
    assert result.code == 1
    assert calm(result.err), result.err


USES_THE_RECORD = (
    ("status",),
    ("today", "--done"),
    ("today", "--rest"),
    ("checkin", "--pain", "4"),
    ("checkin", "list"),
    ("journal", "add", "words"),
    ("journal", "list"),
    ("journal", "search", "words"),
    ("journal", "delete", "1", "--yes"),
    ("thought", "add", "words"),
    ("thought", "list"),
    ("undo",),
    ("start", "--yes"),
)


@pytest.mark.parametrize("args", USES_THE_RECORD, ids=named)
@pytest.mark.parametrize("state", ["broken", "newer"])
def test_a_data_file_that_cannot_be_used_ends_with_1_and_one_calm_line(cmt, home, args, state):
    home.mkdir()
    with closing(sqlite3.connect(home / file.FILE)) as connection:
        connection.execute("PRAGMA user_version = 99")
    if state == "broken":
        (home / file.FILE).write_bytes(b"not a data file at all")
    before = (home / file.FILE).read_bytes()
    result = cmt(*args)
    assert (result.code, result.out) == (1, "")
    assert calm(result.err), result.err
    assert (home / file.FILE).read_bytes() == before


def test_something_unforeseen_is_one_calm_line_too(cmt, monkeypatch):
    def fails(*_):
        raise ZeroDivisionError("the words somebody wrote")

    monkeypatch.setattr("cmt_cli.commands.status.status", fails)
    result = cmt("status")
    assert (result.code, result.out) == (1, "")
    assert calm(result.err), result.err
    assert "words somebody wrote" not in result.err


def test_a_remark_is_no_part_of_the_answer(cmt, home):
    home.mkdir()
    (home / "settings.json").write_text("{")
    result = cmt("status", "--json")
    assert result.json["state"] == "not_started"
    assert result.err
