"""Looking whether the data file is whole."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date, datetime

import pytest

from cmt_cli.base.faults import Fault
from cmt_cli.base.records import Entry
from cmt_cli.store import entries
from cmt_cli.store.checking import Damage, damage
from cmt_cli.store.file import FILE, opened, writing

AT = datetime.fromisoformat("2026-01-05T18:30:00+00:00")


@pytest.fixture
def folder(tmp_path):
    home = tmp_path / "home"
    with opened(home) as connection, writing(connection):
        for number in range(200):
            entries.add(connection, Entry(0, AT, date(2026, 1, 5), f"Garden number{number}. {'slow ' * 100}"))
    return home


def checked(home):
    with opened(home) as connection:
        return damage(connection)


def said_of(home):
    """What is wrong inside, from the check itself or, where the file cannot even be opened for it, in the one sentence for that."""
    try:
        return checked(home).inside
    except Fault as fault:
        return fault.sentence


def raw(home, statement):
    with closing(sqlite3.connect(home / FILE)) as connection:
        connection.execute(statement)
        connection.commit()


def overwritten(home, page, size):
    data = bytearray((home / FILE).read_bytes())
    data[(page - 1) * size : page * size] = b"\xff" * size
    (home / FILE).write_bytes(data)


def test_a_whole_file_has_nothing_to_say(folder):
    before = (folder / FILE).read_bytes()
    assert checked(folder) == Damage()
    assert (folder / FILE).read_bytes() == before


@pytest.mark.parametrize("kind", ["checkins", "entries", "thoughts", "entries_by_day"])
def test_a_damaged_page_is_said(folder, kind):
    with closing(sqlite3.connect(folder / FILE)) as connection:
        [page] = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (kind,)).fetchone()
        [size] = connection.execute("PRAGMA page_size").fetchone()
    overwritten(folder, page, size)
    before = (folder / FILE).read_bytes()
    assert said_of(folder)
    assert (folder / FILE).read_bytes() == before


def test_a_file_that_was_cut_short_is_said(folder):
    data = (folder / FILE).read_bytes()
    (folder / FILE).write_bytes(data[: len(data) // 2])
    assert said_of(folder)


def test_an_index_that_lost_its_rows_is_said_in_the_words_of_sqlite(folder):
    with closing(sqlite3.connect(folder / FILE)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("UPDATE sqlite_master SET sql = 'CREATE INDEX entries_by_day ON entries (at)' WHERE name = 'entries_by_day'")
        connection.commit()
    before = (folder / FILE).read_bytes()
    assert "entries_by_day" in checked(folder).inside
    assert (folder / FILE).read_bytes() == before


def test_records_that_point_to_nothing_are_said(folder):
    raw(folder, "INSERT INTO replies (at, day, thought_id, text) VALUES ('2026-01-05T18:30:00+00:00', '2026-01-05', 99, 'kind')")
    assert checked(folder) == Damage("", loose=True)


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO entries_found (entries_found) VALUES ('delete-all')",
        "INSERT INTO entries_found (rowid, text) VALUES (9999, 'a word that no entry has')",
        "INSERT INTO entries_found (entries_found, rowid, text) VALUES ('delete', 7, 'garden number6')",
    ],
    ids=["empty", "a word too many", "a word too few"],
)
def test_a_search_index_that_does_not_fit_is_said_once_and_mended(folder, statement):
    raw(folder, statement)
    assert checked(folder) == Damage("", search=True)
    assert checked(folder) == Damage()
    with opened(folder) as connection:
        found = connection.execute("SELECT count(*) FROM entries_found WHERE entries_found MATCH 'number6'").fetchone()[0]
    assert found == 1


def test_mending_the_index_is_nothing_undo_could_take_back(folder):
    raw(folder, "INSERT INTO entries_found (entries_found) VALUES ('delete-all')")
    checked(folder)
    with opened(folder) as connection:
        assert connection.execute("SELECT count(*) FROM steps").fetchone()[0] == 0


def test_a_file_nobody_may_write_to_is_looked_at_all_the_same(folder):
    with opened(folder) as connection:
        connection.execute("PRAGMA query_only = ON")
        assert damage(connection) == Damage()


def test_a_file_another_program_holds_is_busy_and_not_damaged(folder):
    with closing(sqlite3.connect(folder / FILE, isolation_level=None)) as other, opened(folder) as connection:
        other.execute("BEGIN IMMEDIATE")
        connection.execute("PRAGMA busy_timeout = 0")
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            damage(connection)
