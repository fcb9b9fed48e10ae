"""Undo at the file: any sequence of commands taken back all the way gives back the records as they were."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cmt_cli.base.records import CheckIn, Entry, Started
from cmt_cli.base.words.undo import JSON_KINDS, KINDS
from cmt_cli.clinical.returning import Next
from cmt_cli.store import checkins, entries, sessions, thoughts
from cmt_cli.store.checking import damage
from cmt_cli.store.file import FILE, STEPS_KEPT, opened, writing
from cmt_cli.store.migrations import RECORDS
from cmt_cli.store.undo import last_step, take_back

AT = datetime.fromisoformat("2026-01-05T19:00:00+00:00")
DAY = date(2026, 1, 5)
ON = Started("compassion", "A title", "1.0", "")
text = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=12)


@pytest.fixture(scope="module")
def empty(tmp_path_factory):
    """An empty file of the newest form."""
    home = tmp_path_factory.mktemp("empty")
    with opened(home):
        pass
    return home / FILE


class Window:
    """A terminal in which commands are run, one after another, or one that stays open."""

    def __init__(self, home):
        self.opening = opened(home, "a command", "2026-01-05T19:00:00+00:00")
        self.connection = self.opening.__enter__()
        self.connection.execute("PRAGMA synchronous = OFF")

    def run(self, change, *given, command=""):
        """One command, or one more change of the command that is open when `command` is empty."""
        if command:
            self.connection.doing, self.connection.step = command, None
        with writing(self.connection):
            change(self.connection, *given)

    def undo(self):
        """As `cmt undo` does it, in a connection that records nothing."""
        self.connection.doing, self.connection.step = "", None
        step = last_step(self.connection)
        if step:
            with writing(self.connection):
                take_back(self.connection, step.id)
        return step

    def close(self):
        self.opening.__exit__(None, None, None)


@pytest.fixture
def home(empty, tmp_path):
    return copied(empty, tmp_path / "home")


def copied(empty, home):
    home.mkdir()
    shutil.copy(empty, home / FILE)
    return home


@pytest.fixture
def window(home):
    with closing(Window(home)) as one:
        yield one


def records(connection):
    return {table: [tuple(row) for row in connection.execute(f"SELECT * FROM {table} ORDER BY id")] for table in RECORDS}


def assert_whole(connection):
    assert damage(connection) == ("", False, False)
    assert connection.execute("SELECT * FROM current").fetchall() == []


# What commands change. `pick` chooses among the records there are; with none, nothing is changed.


def _of(connection, table, pick):
    numbers = [row[0] for row in connection.execute(f"SELECT id FROM {table} ORDER BY id")]
    return numbers[pick % len(numbers)] if numbers else None


def add_entry(connection, pick, said):
    entries.add(connection, Entry(0, AT, DAY, said, mood=pick % 11, tags=(said,)), _of(connection, "sessions", pick))


def edit_entry(connection, pick, said):
    if number := _of(connection, "entries", pick):
        entries.change(connection, entries.find(connection, number)._replace(text=said, pain=pick % 11))


def delete_entry(connection, pick, said):
    entries.delete(connection, _of(connection, "entries", pick) or 0)


def import_entries(connection, pick, said):
    for number in range(4):
        entries.add(connection, Entry(0, AT, DAY, f"{said} {number}", source="import"))


def catch(connection, pick, said):
    number = thoughts.catch(connection, said, True, _of(connection, "sessions", pick), AT, DAY, entry=_of(connection, "entries", pick))
    thoughts.about_reply(connection, thoughts.reply(connection, number, said, AT, DAY, DAY), 5, 6, 7)


def reply(connection, pick, said):
    if number := _of(connection, "thoughts", pick):
        thoughts.reply(connection, number, said, AT, DAY, DAY)


def edit_thought(connection, pick, said):
    if number := _of(connection, "thoughts", pick):
        thoughts.change(connection, thoughts.find(connection, number)._replace(text=said, state="retired", due_on=None))


def delete_thought(connection, pick, said):
    thoughts.delete(connection, _of(connection, "thoughts", pick) or 0)


def meet(connection, pick, said):
    if number := _of(connection, "thoughts", pick):
        replies = thoughts.find(connection, number).replies
        session = _of(connection, "sessions", pick)
        thoughts.meet(connection, number, replies[-1].id if replies else None, "fairly", session, AT, DAY)
        thoughts.bring_back(connection, number, Next(DAY, pick % 2 == 0))


def check_in(connection, pick, said):
    checkins.add(connection, CheckIn(0, AT, DAY, pain=pick % 11, more=said))


def edit_check_in(connection, pick, said):
    if number := _of(connection, "checkins", pick):
        checkins.change(connection, checkins.find(connection, number)._replace(more=None, used_in_life=said))


def delete_check_in(connection, pick, said):
    checkins.delete(connection, _of(connection, "checkins", pick) or 0)


def rest(connection, pick, said):
    sessions.rest(connection, AT, DAY)


def sit(connection, pick, said):
    sessions.arrived(connection, sessions.arrive(connection, AT, DAY, None), pick % 11 if pick % 2 else None)
    session = _of(connection, "sessions", pick) if pick % 3 else None
    session = session or sessions.begin(connection, ON, AT, DAY, 1, "whole")
    sessions.answer(connection, session, "a", said, AT, DAY)
    sessions.answer(connection, session, "a", None, AT, DAY)
    sessions.practise(connection, session, "b", "breath", "end", AT, DAY)
    sessions.feel(connection, session, "b", 1)
    sessions.reach(connection, session, "c", 7)
    sessions.count(connection, session, AT)


CHANGES = (
    *(add_entry, edit_entry, delete_entry, import_entries, catch, reply, edit_thought, delete_thought, meet),
    *(check_in, edit_check_in, delete_check_in, rest, sit),
)
command = st.tuples(st.sampled_from(CHANGES), st.integers(0, 30), text)


@settings(max_examples=40, deadline=None)
@given(st.lists(command, max_size=14))
def test_any_sequence_of_commands_is_taken_back_step_by_step(empty, tmp_path_factory, commands):
    with closing(Window(copied(empty, tmp_path_factory.mktemp("sequence") / "home"))) as window:
        before = []
        for change, pick, said in commands:
            was = records(window.connection)
            window.run(change, pick, said, command=change.__name__)
            if records(window.connection) != was:
                before.append((window.connection.step, was))
        while step := window.undo():
            # A change of a record to itself is a step that shows in no record, and is not among those before.
            if before and before[-1][0] == step.id:
                assert records(window.connection) == before.pop()[1]
            assert_whole(window.connection)
        assert before == []
        assert window.connection.execute("SELECT * FROM images").fetchall() == []


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 2), command), max_size=14))
def test_with_a_session_open_in_another_window_too(empty, tmp_path_factory, given_in):
    """Windows 0 and 1 stay in one command; in window 2 each change is a command of its own."""
    home = copied(empty, tmp_path_factory.mktemp("windows") / "home")
    with closing(Window(home)) as one, closing(Window(home)) as two, closing(Window(home)) as three:
        windows = (one, two, three)
        start = records(one.connection)
        for which, (change, pick, said) in given_in:
            windows[which].run(change, pick, said, command="short" if which == 2 else "")
        while three.undo():
            assert_whole(three.connection)
        assert records(three.connection) == start
        assert three.connection.execute("SELECT * FROM steps").fetchall() == []


def test_a_command_is_one_step_however_many_transactions_it_takes(window):
    window.run(add_entry, 1, "words", command="journal add")
    window.run(catch, 0, "words")
    step = window.undo()
    assert (step.command, step.records) == ("journal add", (("entries", 1), ("thoughts", 1), ("replies", 1)))
    assert window.undo() is None


def test_what_another_window_wrote_meanwhile_is_taken_back_in_its_turn(home, window):
    with closing(Window(home)) as session:
        session.run(sit, 0, "first")
        window.run(check_in, 4, "more", command="checkin")
        session.run(catch, 0, "second")
    assert [next(kind for kind, _ in window.undo().records) for _ in range(3)] == ["thoughts", "checkins", "arrivals"]
    assert window.undo() is None


def test_an_edit_in_another_window_of_what_this_one_made_does_not_bring_it_back(home, window):
    with closing(Window(home)) as session:
        session.run(catch, 0, "first")
        window.run(edit_thought, 0, "second", command="thought edit")
        session.run(reply, 0, "third")
        while window.undo():
            assert_whole(window.connection)
    assert all(rows == [] for rows in records(window.connection).values())


def test_a_failed_command_leaves_no_step(window):
    def fail(connection):
        entries.add(connection, Entry(0, AT, DAY, "words"))
        raise KeyError

    with pytest.raises(KeyError):
        window.run(fail, command="journal add")
    assert window.undo() is None
    assert_whole(window.connection)


def test_the_last_hundred_steps_are_kept_and_older_ones_leave_nothing(window):
    for number in range(STEPS_KEPT + 5):
        window.run(add_entry, 1, f"words {number}", command=f"number {number}")
    assert [window.undo().command for _ in range(STEPS_KEPT)] == [f"number {number}" for number in range(STEPS_KEPT + 4, 4, -1)]
    assert window.undo() is None
    assert [row["text"] for row in window.connection.execute("SELECT text FROM entries")] == [f"words {number}" for number in range(5)]
    assert_whole(window.connection)


def test_numbers_are_never_given_again_after_undo(window):
    window.run(add_entry, 1, "words", command="journal add")
    window.undo()
    window.run(add_entry, 1, "other", command="journal add")
    assert [row["id"] for row in window.connection.execute("SELECT id FROM entries")] == [2]


def test_the_search_index_finds_what_was_brought_back_and_not_what_was_taken_back(window):
    window.run(add_entry, 1, "the first pebble", command="journal add")
    window.run(edit_entry, 0, "the second shell", command="journal edit")
    window.run(delete_entry, 0, "", command="journal delete")

    def finds(said):
        return [one.id for one in entries.search(window.connection, said, entries.Wanted(), 9)]

    assert (finds("pebble"), finds("shell")) == ([], [])
    window.undo()
    assert (finds("pebble"), finds("shell")) == ([], [1])
    window.undo()
    assert (finds("pebble"), finds("shell")) == ([1], [])
    window.undo()
    assert (finds("pebble"), finds("shell")) == ([], [])


@pytest.mark.parametrize(("change", "gone"), [(None, "pebbleword"), (edit_entry, "shellword")], ids=["an add", "an edit"])
def test_words_that_are_taken_back_are_nowhere_in_the_file(home, window, change, gone):
    window.run(add_entry, 1, "a pebbleword", command="journal add")
    if change:
        window.run(change, 0, "a shellword", command="journal edit")
    window.undo()
    assert gone[:6].encode() not in (home / FILE).read_bytes()


def test_every_record_is_watched_and_has_a_name(home):
    with closing(sqlite3.connect(home / FILE)) as connection:
        found = connection.execute("SELECT tbl_name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        watched = {table for table, statement in found if "INTO images" in statement}
        columns = {table: [row[1] for row in connection.execute(f"PRAGMA table_info ({table})")] for table in watched}
    assert set(RECORDS) <= watched
    assert watched == set(KINDS) == set(JSON_KINDS)
    for table, statement in found:
        if "json_object" in statement:
            assert [name for name in columns[table] if f"'{name}', old.{name}" not in statement] == []


def test_an_answer_given_again_in_one_session_is_one_step(window):
    """An upsert fires the triggers under its own conflict policy."""
    window.run(lambda connection: sessions.begin(connection, ON, AT, DAY, 1, "whole"), command="today")
    for value in ("caught 1", "caught", "met"):
        window.run(sessions.answer, 1, "answer", value, AT, DAY)
    step = window.undo()
    assert step.command == "today"
    assert window.connection.execute("SELECT count(*) FROM answers").fetchone()[0] == 0
