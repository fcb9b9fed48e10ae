"""Several terminals that write at once lose nothing, and whoever finds the file locked waits."""

from __future__ import annotations

import os
import time
from contextlib import contextmanager
from datetime import date, datetime

import pytest
from asked import records, rows

from cmt_cli.base.records import Entry
from cmt_cli.store import entries, file
from cmt_cli.store.checking import damage
from cmt_cli.store.file import opened, writing

AT = datetime.fromisoformat("2026-01-05T19:00:00+00:00")
DAY = date(2026, 1, 5)
TERMINALS, EACH = 4, 8


@pytest.fixture(autouse=True)
def _private():
    """As `main` does before anything else."""
    before = os.umask(0o077)
    yield
    os.umask(before)


@contextmanager
def children(*jobs):
    """Processes that wait until they are told to begin, all at the same moment; each must end well.

    No connection may be open here meanwhile: SQLite would take its locks for their own.
    """
    go, begin = os.pipe()
    numbers = []
    for job in jobs:
        number = os.fork()
        if number == 0:
            code = 1
            try:
                os.close(begin)
                os.read(go, 1)
                code = 0 if job() else 1
            finally:
                os._exit(code)
        numbers.append(number)
    os.close(go)
    try:
        yield lambda: os.write(begin, b"b" * len(jobs))
    finally:
        os.close(begin)
        codes = [os.waitstatus_to_exitcode(os.waitpid(number, 0)[1]) for number in numbers]
    assert codes == [0] * len(jobs)


def add(home, text):
    with opened(home, "journal add", "2026-01-05T19:00:00+00:00") as connection, writing(connection):
        entries.add(connection, Entry(0, AT, DAY, text))
    return True


def test_every_entry_of_every_terminal_is_there_once_and_each_is_a_step(home, cmt):
    cmt("checkin", "--pain", "1")
    words = {f"terminal {terminal} entry {number}" for terminal in range(TERMINALS) for number in range(EACH)}

    def typing(terminal):
        return lambda: all(add(home, f"terminal {terminal} entry {number}") for number in range(EACH))

    with children(*map(typing, range(TERMINALS))) as begin:
        begin()
    assert sorted(text for (text,) in rows(home, "SELECT text FROM entries")) == sorted(words)
    assert rows(home, "SELECT count(DISTINCT id), max(id) FROM entries") == [(len(words), len(words))]
    assert rows(home, "SELECT count(*), count(DISTINCT step_id) FROM images WHERE kind = 'entries'") == [(len(words), len(words))]
    for _ in words:
        assert cmt("undo", "--json").json["undone"]["command"] == "journal add"
    assert records(home)["entries"] == []
    with opened(home) as connection:
        assert damage(connection) == ("", False, False)


def test_commands_that_begin_a_new_folder_at_once_all_keep_their_words(home, cmt):
    jobs = [lambda number=number: cmt("journal", "add", f"entry {number}").code == 0 for number in range(TERMINALS)]
    with children(*jobs) as begin:
        assert not home.exists()
        begin()
    assert len(rows(home, "SELECT DISTINCT text FROM entries")) == TERMINALS
    assert cmt("data", "check").code == 0


@pytest.fixture
def told(monkeypatch):
    """A clock that says so whenever it is looked at: before the first try to write, and after each that was refused."""
    heard, said = os.pipe()
    monotonic = time.monotonic

    class Telling:
        @staticmethod
        def monotonic():
            os.write(said, b".")
            return monotonic()

    monkeypatch.setattr(file, "time", Telling)
    monkeypatch.setattr(file, "TURN_MILLISECONDS", 1)
    yield lambda: os.read(heard, 1)
    os.close(heard)
    os.close(said)


def test_the_loser_of_a_lock_waits_and_then_writes(home, cmt, monkeypatch, told):
    cmt("checkin", "--pain", "1")
    told()
    with children(lambda: cmt("journal", "add", "waited").code == 0) as begin, opened(home) as winner:
        winner.execute("BEGIN IMMEDIATE")
        begin()
        refused = [told() for _ in range(4)]
        winner.execute("INSERT INTO rests (at, day) VALUES ('2026-01-05T19:00:00+00:00', '2026-01-05')")
        winner.execute("COMMIT")
    assert refused == [b"."] * 4
    assert rows(home, "SELECT text FROM entries") == [("waited",)]
    assert rows(home, "SELECT count(*) FROM rests") == [(1,)]


@pytest.mark.parametrize(
    "args",
    [
        ("journal", "add", "quokka"),
        ("journal", "edit", "1", "quokka"),
        ("thought", "add", "quokka"),
        ("thought", "edit", "1", "--text", "quokka"),
        ("thought", "practise", "1", "--reply", "quokka", "--readily", "fairly"),
        ("checkin", "--more", "quokka"),
    ],
    ids=" ".join,
)
def test_one_that_waited_too_long_keeps_its_words_once_and_says_where(home, cmt, monkeypatch, args):
    cmt("journal", "add", "words")
    cmt("thought", "add", "words", "--reply", "words")
    cmt.later(days=1)
    before = records(home)
    monkeypatch.setattr(file, "BUSY_SECONDS", 0)
    monkeypatch.setattr(file, "TURN_MILLISECONDS", 1)
    with opened(home) as winner:
        winner.execute("BEGIN IMMEDIATE")
        result = cmt(*args)
    (draft,) = (home / "drafts").iterdir()
    assert (result.code, result.out) == (1, "")
    assert result.err.count(str(draft)) == 1
    assert "quokka" not in result.err
    assert draft.read_text().split() == ["quokka"]
    assert records(home) == before


@pytest.mark.parametrize("args", [("journal", "delete", "1", "--yes"), ("undo",), ("journal", "delete", "1", "--everywhere", "--yes")])
def test_one_without_words_says_that_nothing_was_done(home, cmt, monkeypatch, args):
    cmt("journal", "add", "words")
    before = records(home)
    monkeypatch.setattr(file, "BUSY_SECONDS", 0)
    monkeypatch.setattr(file, "TURN_MILLISECONDS", 1)
    with opened(home) as winner:
        winner.execute("BEGIN IMMEDIATE")
        result = cmt(*args)
    assert (result.code, result.out) == (1, "")
    assert "Nothing was stored" in result.err
    assert records(home) == before


def test_reading_goes_on_beside_one_that_writes(home, cmt):
    cmt("journal", "add", "words")
    with opened(home) as winner:
        winner.execute("BEGIN IMMEDIATE")
        assert cmt("journal", "list", "--json").json["entries"][0]["text"] == "words"
        assert cmt("thought", "list").code == 0
