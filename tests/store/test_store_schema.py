"""What the tables refuse, whoever writes to them."""

from __future__ import annotations

import sqlite3

import pytest

from cmt_cli.store.file import opened

AT = "'2026-01-05T19:00:00+00:00', '2026-01-05'"
SCALES = {
    "arrivals": ("pain", "urge"),
    "entries": ("pain", "mood"),
    "replies": ("warmth", "belief_before", "belief_after"),
    "checkins": ("pain", "urge", "need", "mood", "critical_voice", "self_kindness"),
    "practices": ("helped",),
}
RECORDS = ("sessions", "answers", "practices", "arrivals", "rests", "entries", "thoughts", "replies", "checkins")


@pytest.fixture(scope="module")
def full(tmp_path_factory):
    """A data file with one record in every table."""
    with opened(tmp_path_factory.mktemp("home")) as connection:
        connection.execute("BEGIN")
        connection.execute(f"INSERT INTO sessions (at, day, programme, content_version, number, form) VALUES ({AT}, 'p', '1', 1, 'whole')")
        connection.execute(f"INSERT INTO practices (at, day, session_id, step, practice, left_by) VALUES ({AT}, 1, 's', 'p', 'end')")
        connection.execute(f"INSERT INTO entries (at, day, text, source) VALUES ({AT}, 'words', 'journal')")
        connection.execute(f"INSERT INTO thoughts (at, day, text, session_id, entry_id) VALUES ({AT}, 'words', 1, 1)")
        connection.execute(f"INSERT INTO replies (at, day, thought_id, text) VALUES ({AT}, 1, 'words')")
        connection.execute(f"INSERT INTO answers (at, day, session_id, programme, content_version, step) VALUES ({AT}, 1, 'p', '1', 's')")
        for table in ("arrivals", "rests", "checkins"):
            connection.execute(f"INSERT INTO {table} (at, day) VALUES ({AT})")
        connection.execute("COMMIT")
        yield connection


@pytest.fixture
def connection(full):
    """The same file for every test: what a test changes is taken back."""
    full.execute("BEGIN")
    yield full
    full.execute("ROLLBACK")


def columns_of(connection, table):
    return {row["name"]: row for row in connection.execute(f"PRAGMA table_info({table})")}


def test_every_table_is_strict(connection):
    tables = [
        tuple(row) for row in connection.execute("SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table'")
    ]
    assert {name for name, strict in tables if not strict} <= {"sqlite_schema", "sqlite_sequence"}
    assert len(tables) > len(RECORDS)


@pytest.mark.parametrize("table", RECORDS)
def test_a_record_has_a_number_a_moment_and_a_local_day(connection, table):
    columns = columns_of(connection, table)
    assert columns["id"]["pk"] == 1
    assert all(columns[name]["type"] == "TEXT" and columns[name]["notnull"] for name in ("at", "day"))


@pytest.mark.parametrize("table", RECORDS)
def test_a_number_is_never_used_again(connection, table):
    connection.execute(f"DELETE FROM {table}")
    assert connection.execute("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)).fetchone()[0] == 1


@pytest.mark.parametrize(("table", "column"), [(table, column) for table, columns in SCALES.items() for column in columns])
def test_a_scale_is_a_whole_number_from_0_to_10_or_nothing(connection, table, column):
    for value in (0, 10, None):
        connection.execute(f"UPDATE {table} SET {column} = ?", (value,))
    for value in (-1, 11, 2.5, "many"):
        with pytest.raises(sqlite3.IntegrityError):
            connection.execute(f"UPDATE {table} SET {column} = ?", (value,))


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("sessions", "form", "long"),
        ("practices", "left_by", "bored"),
        ("practices", "felt", 4),
        ("practices", "felt", 0),
        ("entries", "source", "elsewhere"),
        ("thoughts", "state", "gone"),
        ("thoughts", "bring_back", 2),
        ("checkins", "painkillers", "some"),
        ("checkins", "practised", 2),
        ("checkins", "day", None),
        ("entries", "text", None),
        ("entries", "text", b"bytes"),
        ("sessions", "number", "one"),
        ("answers", "session_id", 99),
        ("replies", "thought_id", 99),
    ],
)
def test_what_no_command_would_write_is_refused_by_the_file_too(connection, table, column, value):
    with pytest.raises(sqlite3.IntegrityError):
        connection.execute(f"UPDATE {table} SET {column} = ?", (value,))


def test_an_answer_is_kept_once_for_each_step_of_a_session(connection):
    with pytest.raises(sqlite3.IntegrityError):
        connection.execute(f"INSERT INTO answers (at, day, session_id, programme, content_version, step) VALUES ({AT}, 1, 'p', '1', 's')")


def test_a_session_takes_its_answers_with_it_and_leaves_the_thoughts_and_the_diary(connection):
    connection.execute("UPDATE entries SET session_id = 1")
    connection.execute("DELETE FROM sessions")
    counts = {
        table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        for table in ("answers", "practices", "thoughts", "entries")
    }
    assert counts == {"answers": 0, "practices": 0, "thoughts": 1, "entries": 1}


def test_a_thought_outlives_the_entry_it_came_from_and_its_replies_do_not_outlive_it(connection):
    connection.execute("DELETE FROM entries")
    assert connection.execute("SELECT entry_id FROM thoughts").fetchone()[0] is None
    connection.execute("DELETE FROM thoughts")
    assert connection.execute("SELECT count(*) FROM replies").fetchone()[0] == 0


def test_each_answer_stores_the_programme_and_the_version_it_was_given_under(connection):
    columns = columns_of(connection, "answers")
    assert all(columns[name]["notnull"] for name in ("programme", "content_version"))
