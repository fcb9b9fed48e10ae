"""Opening the data file: fresh, up to date, newer, broken, busy, or somewhere it cannot be kept."""

from __future__ import annotations

import os
import sqlite3
import stat
import sys
from contextlib import closing

import pytest

from cmt_cli.base.faults import Exit, Fault
from cmt_cli.store import checkins, file
from cmt_cli.store.file import opened, opened_if_there, saying_why, writing

ROLLBACK, FULL = "delete", 2


@pytest.fixture(autouse=True)
def _private():
    """As `main` does before anything else."""
    before = os.umask(0o077)
    yield
    os.umask(before)


def form_of(path):
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("PRAGMA user_version").fetchone()[0]


def set_form(path, number):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {number}")


def damaged_in_its_tables(home):
    """A file that opens, and whose tables cannot be read."""
    path = home / file.FILE
    with closing(sqlite3.connect(path)) as connection:
        size = connection.execute("PRAGMA page_size").fetchone()[0]
        pages = [row[0] for row in connection.execute("SELECT rootpage FROM sqlite_master WHERE rootpage > 1")]
    data = bytearray(path.read_bytes())
    for page in pages:
        data[(page - 1) * size : page * size] = b"\xff" * size
    path.write_bytes(data)
    return path


@pytest.fixture
def folder(tmp_path):
    home = tmp_path / "home"
    with opened(home):
        pass
    return home


def test_a_fresh_file_has_the_newest_form_and_every_table(tmp_path):
    with opened(tmp_path / "home") as connection:
        tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")}
        assert connection.execute("PRAGMA user_version").fetchone()[0] == file.SCHEMA
    assert {"sessions", "answers", "practices", "arrivals", "rests", "entries", "thoughts", "replies", "checkins"} <= tables


def test_nothing_is_made_by_looking_where_there_is_no_file(tmp_path):
    with opened_if_there(tmp_path / "home") as connection:
        assert connection is None
    assert not (tmp_path / "home").exists()


def test_looking_where_there_is_a_file_opens_it(folder):
    with opened_if_there(folder) as connection:
        assert connection is not None
        assert connection.execute("SELECT count(*) FROM checkins").fetchone()[0] == 0


@pytest.mark.parametrize(
    ("pragma", "value"),
    [("journal_mode", ROLLBACK), ("synchronous", FULL), ("secure_delete", 1), ("foreign_keys", 1), ("busy_timeout", 10_000)],
)
def test_the_file_is_opened_the_careful_way(folder, pragma, value):
    with opened(folder) as connection:
        assert connection.execute(f"PRAGMA {pragma}").fetchone()[0] == value


def test_the_connection_is_closed_afterwards(folder):
    with opened(folder) as connection:
        pass
    with pytest.raises(sqlite3.ProgrammingError):
        connection.execute("SELECT 1")


def test_an_up_to_date_file_needs_no_migrations(folder, monkeypatch):
    monkeypatch.setitem(sys.modules, "cmt_cli.store.migrations", None)
    with opened(folder) as connection:
        assert connection.execute("SELECT count(*) FROM checkins").fetchone()[0] == 0


def test_an_up_to_date_file_is_not_written_to(folder):
    before = (folder / file.FILE).read_bytes()
    with opened(folder):
        pass
    assert (folder / file.FILE).read_bytes() == before
    assert [path.name for path in folder.iterdir()] == [file.FILE]


def test_the_folder_and_the_file_are_for_their_owner_alone(folder):
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / file.FILE).stat().st_mode) == 0o600


def test_a_folder_others_could_enter_is_closed_to_them(folder):
    folder.chmod(0o755)
    with opened(folder):
        pass
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_file_others_could_read_is_closed_to_them(folder):
    (folder / file.FILE).chmod(0o644)
    with opened(folder):
        pass
    assert stat.S_IMODE((folder / file.FILE).stat().st_mode) == 0o600


def test_a_newer_file_is_refused_and_left_byte_for_byte(folder):
    path = folder / file.FILE
    set_form(path, file.SCHEMA + 1)
    before = path.read_bytes()
    with pytest.raises(Fault, match="newer cmt") as refused, opened(folder):
        pass
    assert refused.value.code == Exit.COULD_NOT
    assert path.read_bytes() == before
    assert [entry.name for entry in folder.iterdir()] == [file.FILE]


def test_a_file_that_is_no_data_file_is_said_to_be_broken_and_left(tmp_path):
    path = tmp_path / file.FILE
    path.write_bytes(b"this is a letter, not a data file\n" * 50)
    before = path.read_bytes()
    with pytest.raises(Fault, match=r"cannot be read.*support") as broken, opened(tmp_path):
        pass
    assert str(path) in broken.value.sentence
    assert path.read_bytes() == before


def test_an_empty_file_is_a_fresh_one(tmp_path):
    (tmp_path / file.FILE).touch()
    with opened(tmp_path) as connection:
        assert connection.execute("PRAGMA user_version").fetchone()[0] == file.SCHEMA


@pytest.mark.parametrize("args", [["status"], ["checkin", "list"], ["checkin", "--pain", "4"], ["today", "--done"]], ids=" ".join)
def test_a_file_whose_tables_are_damaged_is_said_to_be_broken_and_left(cmt, home, args):
    cmt("checkin", "--pain", "4")
    path = damaged_in_its_tables(home)
    before = path.read_bytes()
    result = cmt(*args)
    assert result.code == Exit.COULD_NOT
    assert "cannot be read" in result.err
    assert path.read_bytes() == before


def test_a_data_file_that_is_a_folder_is_one_calm_sentence(tmp_path):
    (tmp_path / file.FILE).mkdir()
    with pytest.raises(Fault, match="could not be stored"), opened(tmp_path):
        pass


@pytest.mark.parametrize("inside", ["a file", "the kernel's folder"])
def test_a_folder_that_cannot_be_made_is_one_calm_sentence(tmp_path, inside):
    (tmp_path / "taken").write_text("a file")
    home = tmp_path / "taken" / "home" if inside == "a file" else file.Path("/proc/cmt-cannot-be-here")
    with pytest.raises(Fault, match="CMT_HOME") as refused, opened(home):
        pass
    assert str(home) in refused.value.sentence


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is read-only for root")
def test_a_read_only_folder_is_one_calm_sentence(folder):
    (folder / file.FILE).chmod(0o400)
    folder.chmod(0o500)
    try:
        with opened(folder) as connection, pytest.raises(Fault, match="could not be stored"), writing(connection):
            connection.execute("INSERT INTO marks VALUES ('a', 'b')")
    finally:
        folder.chmod(0o700)


def test_a_file_that_may_only_be_read_is_one_calm_sentence(folder):
    connection = sqlite3.connect(f"file:{folder / file.FILE}?mode=ro", uri=True, isolation_level=None)
    with closing(connection), pytest.raises(Fault, match=r"does not let it.*kept"), writing(connection):
        connection.execute("INSERT INTO marks VALUES ('a', 'b')")


def test_a_full_disk_is_one_calm_sentence_and_what_was_stored_stays(folder):
    with opened(folder) as connection:
        with writing(connection):
            connection.execute("INSERT INTO marks VALUES ('before', 'kept')")
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(Fault, match=r"full.*What was stored before is kept"), writing(connection):
            connection.execute("INSERT INTO marks VALUES ('after', ?)", ("x" * 500_000,))
        assert connection.execute("SELECT key FROM marks").fetchall()[0][0] == "before"


def test_another_writer_is_waited_for_and_then_named(folder, monkeypatch):
    monkeypatch.setattr(file, "BUSY_SECONDS", 0.02)
    with closing(sqlite3.connect(folder / file.FILE, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with opened(folder) as connection, pytest.raises(Fault, match="Another cmt is writing") as busy, writing(connection):
            pytest.fail("the lock was held by somebody else")
    assert busy.value.code == Exit.COULD_NOT


def test_a_file_that_another_program_holds_wholly_is_named_as_busy(folder, monkeypatch):
    monkeypatch.setattr(file, "BUSY_SECONDS", 0.02)
    with closing(sqlite3.connect(folder / file.FILE, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(Fault, match="Another cmt is writing"), opened(folder):
            pass


def test_a_write_takes_the_lock_at_its_beginning(folder, monkeypatch):
    monkeypatch.setattr(file, "BUSY_SECONDS", 0.02)
    other = sqlite3.connect(folder / file.FILE, timeout=0.02)
    with opened(folder) as connection, writing(connection), closing(other), pytest.raises(sqlite3.OperationalError, match="locked"):
        other.execute("INSERT INTO marks VALUES ('a', 'b')")


def half_done(connection, stop):
    with writing(connection):
        connection.execute("INSERT INTO marks VALUES ('one', '1')")
        connection.execute("INSERT INTO marks VALUES ('two', '2')")
        raise stop


@pytest.mark.parametrize("stop", [KeyboardInterrupt, SystemExit, ValueError])
def test_a_change_is_kept_whole_or_not_at_all(folder, stop):
    with opened(folder) as connection:
        with pytest.raises(stop):
            half_done(connection, stop)
        assert connection.execute("SELECT count(*) FROM marks").fetchone()[0] == 0
        with writing(connection):
            connection.execute("INSERT INTO marks VALUES ('one', '1')")
    with opened(folder) as again:
        assert [tuple(row) for row in again.execute("SELECT * FROM marks")] == [("one", "1")]


def test_a_change_that_breaks_a_rule_of_the_file_leaves_nothing_behind(folder):
    with opened(folder) as connection:
        with pytest.raises(Fault):
            half_done(connection, sqlite3.IntegrityError("what SQLite says"))
        assert connection.execute("SELECT count(*) FROM marks").fetchone()[0] == 0


def test_a_change_is_seen_by_the_next_program_as_soon_as_it_is_kept(folder):
    with opened(folder) as connection, opened(folder) as other:
        with writing(connection):
            connection.execute("INSERT INTO marks VALUES ('one', '1')")
            assert other.execute("SELECT count(*) FROM marks").fetchone()[0] == 0
        assert other.execute("SELECT count(*) FROM marks").fetchone()[0] == 1


def test_a_fault_of_the_program_passes_through_unchanged(tmp_path):
    with pytest.raises(Fault, match=r"^as it was$"), saying_why(tmp_path):
        raise Fault("as it was")


def test_an_old_sqlite_is_refused_with_a_sentence(folder, monkeypatch):
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 36, 0))
    monkeypatch.setattr(sqlite3, "sqlite_version", "3.36.0")
    with pytest.raises(Fault, match=r"3\.36\.0.*Nothing was changed"), opened(folder):
        pass


def test_a_check_in_that_cannot_be_stored_says_nothing_of_success(cmt, home, monkeypatch):
    cmt("checkin", "--pain", "4")
    monkeypatch.setattr(file, "BUSY_SECONDS", 0.02)
    with closing(sqlite3.connect(home / file.FILE, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        result = cmt("checkin", "--pain", "5")
    assert (result.code, result.out) == (Exit.COULD_NOT, "")
    with opened(home) as connection:
        assert [one.pain for one in checkins.newest(connection, None, None, 9)] == [4]
