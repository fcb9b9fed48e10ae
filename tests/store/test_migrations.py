"""Bringing the data file to its newest form: whole or not at all, backed up first, once when two programs begin together."""

from __future__ import annotations

import os
import sqlite3
import stat
import threading
from contextlib import closing, suppress

import pytest

from cmt_cli.base.faults import Fault
from cmt_cli.store import file, migrations
from cmt_cli.store.file import opened


@pytest.fixture(autouse=True)
def _private():
    before = os.umask(0o077)
    yield
    os.umask(before)


@pytest.fixture
def folder(tmp_path):
    """A data file of form 1 with one thing in it."""
    home = tmp_path / "home"
    with opened(home) as connection:
        connection.execute("INSERT INTO marks VALUES ('before', 'kept')")
    return home


@pytest.fixture
def next_form(monkeypatch):
    """Give the program a form after its newest, made by `step`."""

    def give(step):
        monkeypatch.setattr(migrations, "MIGRATIONS", (*migrations.MIGRATIONS, step))
        monkeypatch.setattr(file, "SCHEMA", len(migrations.MIGRATIONS))

    return give


def added(db):
    db.execute("CREATE TABLE added (word TEXT) STRICT")


def read(path, statement):
    with closing(sqlite3.connect(path)) as connection:
        return [tuple(row) for row in connection.execute(statement)]


def test_every_step_has_a_number_and_the_newest_is_the_form_of_the_program():
    assert len(migrations.MIGRATIONS) == file.SCHEMA


def test_a_file_of_the_form_before_is_brought_up_to_date_with_all_it_held(folder, next_form):
    next_form(added)
    with opened(folder) as connection:
        assert connection.execute("PRAGMA user_version").fetchone()[0] == file.SCHEMA
        assert connection.execute("SELECT count(*) FROM added").fetchone()[0] == 0
        assert [tuple(row) for row in connection.execute("SELECT * FROM marks")] == [("before", "kept")]


def test_the_file_is_backed_up_before_its_form_changes(folder, next_form):
    next_form(added)
    with opened(folder):
        pass
    [copy] = (folder / file.BACKUPS).iterdir()
    assert read(copy, "PRAGMA user_version") == [(file.SCHEMA - 1,)]
    assert read(copy, "SELECT * FROM marks") == [("before", "kept")]
    assert read(copy, "SELECT count(*) FROM sqlite_master WHERE name = 'added'") == [(0,)]
    assert read(copy, "PRAGMA integrity_check") == [("ok",)]


def test_the_backup_is_for_its_owner_alone(folder, next_form):
    next_form(added)
    with opened(folder):
        pass
    [copy] = (folder / file.BACKUPS).iterdir()
    assert stat.S_IMODE((folder / file.BACKUPS).stat().st_mode) == 0o700
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600


def test_a_fresh_file_has_nothing_to_back_up(folder):
    assert not (folder / file.BACKUPS).exists()


def test_a_step_that_fails_half_way_leaves_the_file_as_it_was(folder, next_form):
    def half(db):
        added(db)
        db.execute("UPDATE marks SET value = 'changed'")
        db.execute("SELECT * FROM nowhere")

    next_form(half)
    with pytest.raises(Fault), opened(folder):
        pass
    assert read(folder / file.FILE, "SELECT * FROM marks") == [("before", "kept")]
    assert read(folder / file.FILE, "SELECT count(*) FROM sqlite_master WHERE name = 'added'") == [(0,)]
    assert read(folder / file.FILE, "PRAGMA user_version") == [(file.SCHEMA - 1,)]


def test_a_step_is_not_begun_when_there_can_be_no_backup(folder, next_form):
    next_form(added)
    (folder / file.BACKUPS).write_text("a file where the folder should be")
    with pytest.raises(Fault), opened(folder):
        pass
    assert read(folder / file.FILE, "PRAGMA user_version") == [(file.SCHEMA - 1,)]


def together(home, count=2):
    """Open the file in so many threads; what each met that it should not have."""
    met = []

    def one():
        try:
            with opened(home) as connection:
                assert connection.execute("PRAGMA user_version").fetchone()[0] == file.SCHEMA
        except Exception as error:  # noqa: BLE001  (whatever it is, it is what the test is about)
            met.append(error)

    threads = [threading.Thread(target=one) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert not any(thread.is_alive() for thread in threads)
    return met


@pytest.fixture
def side_by_side(monkeypatch):
    """Both programs have found the old form before either begins to migrate, and each step is counted."""
    begun = []
    waiting = threading.Barrier(2)
    migrate = migrations.migrate

    def wait_and_migrate(connection):
        with suppress(threading.BrokenBarrierError):  # where the two go one after the other, nobody is waited for long
            waiting.wait(0.5)
        migrate(connection)

    def counted(number, step):
        def do(db):
            begun.append(number)
            step(db)

        return do

    monkeypatch.setattr(migrations, "migrate", wait_and_migrate)
    monkeypatch.setattr(migrations, "MIGRATIONS", tuple(counted(*one) for one in enumerate(migrations.MIGRATIONS, 1)))
    return begun


def test_two_programs_that_make_a_file_together_make_it_once(tmp_path, side_by_side):
    assert together(tmp_path / "home") == []
    assert side_by_side == list(range(1, file.SCHEMA + 1))


def test_two_programs_that_migrate_a_file_together_do_each_step_once(folder, next_form, side_by_side):
    next_form(added)
    assert together(folder) == []
    assert side_by_side == []
    assert read(folder / file.FILE, "SELECT * FROM marks") == [("before", "kept")]
    assert read(folder / file.FILE, "PRAGMA user_version") == [(file.SCHEMA,)]


def test_a_backup_holds_the_old_form_even_when_another_program_migrates_meanwhile(folder, next_form, monkeypatch):
    next_form(added)
    back_up = file.back_up

    def after_another(*args):
        monkeypatch.setattr(file, "back_up", back_up)
        with opened(folder):
            pass
        back_up(*args)

    monkeypatch.setattr(file, "back_up", after_another)
    with opened(folder):
        pass
    forms = [read(copy, "PRAGMA user_version")[0][0] for copy in (folder / file.BACKUPS).iterdir()]
    assert file.SCHEMA - 1 in forms
