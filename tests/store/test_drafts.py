"""Words that were typed and could not be stored: they are in a draft, and the draft is private."""

from __future__ import annotations

import io
import os
import sqlite3
import stat
from contextlib import closing
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cmt_cli.base.faults import Exit, Fault, Signalled, Stopped, UsageFault
from cmt_cli.commands import writing
from cmt_cli.store import file
from cmt_cli.store.drafts import DRAFTS, keeping

NOW = datetime.fromisoformat("2026-01-05T19:00:00+00:00")


def drafts_in(home):
    folder = home / DRAFTS
    return sorted(folder.iterdir()) if folder.is_dir() else []


def test_words_are_kept_when_what_follows_fails(tmp_path):
    with pytest.raises(Fault) as failed, keeping(tmp_path, ["some words", "and more"], NOW):
        raise Fault("It could not be stored.")
    [draft] = drafts_in(tmp_path)
    assert draft.read_text(encoding="utf-8").splitlines() == ["some words", "and more"]
    assert failed.value.sentence.startswith("It could not be stored. ")
    assert str(draft) in failed.value.sentence


def test_the_error_does_not_say_the_words(tmp_path):
    with pytest.raises(Fault) as failed, keeping(tmp_path, ["some words"], NOW):
        raise Fault("It could not be stored.")
    assert "some words" not in failed.value.sentence


def test_a_draft_and_its_folder_are_for_their_owner_alone(tmp_path):
    with pytest.raises(Fault), keeping(tmp_path, ["some words"], NOW):
        raise Fault("It could not be stored.")
    [draft] = drafts_in(tmp_path)
    assert stat.S_IMODE(draft.stat().st_mode) == 0o600
    assert stat.S_IMODE(draft.parent.stat().st_mode) == 0o700


def test_the_kind_of_fault_stays_what_it_was(tmp_path):
    with pytest.raises(UsageFault) as failed, keeping(tmp_path, ["some words"], NOW):
        raise UsageFault("It was asked wrongly.")
    assert failed.value.code == Exit.USAGE


def test_nothing_is_kept_when_nothing_fails(tmp_path):
    with keeping(tmp_path, ["some words"], NOW):
        pass
    assert drafts_in(tmp_path) == []


@pytest.mark.parametrize("texts", [[], [None], ["", None]])
def test_no_draft_is_made_of_nothing(tmp_path, texts):
    with pytest.raises(Fault, match=r"^It could not be stored\.$"), keeping(tmp_path, texts, NOW):
        raise Fault("It could not be stored.")
    assert drafts_in(tmp_path) == []


def test_two_drafts_of_the_same_second_are_both_there(tmp_path):
    for text in ("first words", "second words"):
        with pytest.raises(Fault), keeping(tmp_path, [text], NOW):
            raise Fault("It could not be stored.")
    kept = "".join(draft.read_text(encoding="utf-8") for draft in drafts_in(tmp_path))
    assert "first words" in kept
    assert "second words" in kept


@pytest.mark.parametrize(
    ("failure", "code"),
    [(RuntimeError("unforeseen"), Exit.COULD_NOT), (KeyboardInterrupt(), Exit.INTERRUPTED), (Signalled(Exit.TERMINATED), Exit.TERMINATED)],
    ids=["error", "ctrl-c", "term"],
)
def test_words_are_kept_whatever_it_is_that_fails(tmp_path, failure, code):
    with pytest.raises((Fault, Stopped)) as failed, keeping(tmp_path, ["some words"], NOW):
        raise failure
    [draft] = drafts_in(tmp_path)
    assert draft.read_text(encoding="utf-8") == "some words\n"
    assert str(draft) in failed.value.sentence
    assert "unforeseen" not in failed.value.sentence
    assert failed.value.code == code


@settings(max_examples=40)
@given(st.text(min_size=1))
def test_a_draft_holds_any_words_exactly(tmp_path_factory, words):
    home = tmp_path_factory.mktemp("home")
    with pytest.raises(Fault), keeping(home, [words], NOW):
        raise Fault("It could not be stored.")
    [draft] = drafts_in(home)
    assert draft.read_bytes() == f"{words}\n".encode("utf-8", "surrogateescape")


def broken(home):
    home.mkdir()
    (home / file.FILE).write_bytes(b"not a data file at all, whatever its name says")


def newer(home):
    home.mkdir()
    with closing(sqlite3.connect(home / file.FILE)) as connection:
        connection.execute("PRAGMA user_version = 99")


@pytest.mark.parametrize("state", [broken, newer], ids=["broken", "newer"])
def test_a_check_in_that_the_file_cannot_take_keeps_its_words_in_a_draft(cmt, home, state):
    state(home)
    result = cmt("checkin", "--pain", "4", "--more", "two of the old ones", "--used", "at the sink")
    assert (result.code, result.out) == (Exit.COULD_NOT, "")
    [draft] = drafts_in(home)
    assert draft.read_text(encoding="utf-8") == "two of the old ones\nat the sink\n"
    assert str(draft) in result.err


def test_a_busy_file_keeps_the_words_in_a_draft(cmt, home, monkeypatch):
    cmt("checkin", "--pain", "4")
    monkeypatch.setattr(file, "BUSY_SECONDS", 0.02)
    with closing(sqlite3.connect(home / file.FILE, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        result = cmt("checkin", "--more", "two of the old ones")
    assert result.code == Exit.COULD_NOT
    assert [draft.read_text(encoding="utf-8") for draft in drafts_in(home)] == ["two of the old ones\n"]


@pytest.mark.parametrize(
    "args", [("checkin", "edit", "99"), ("checkin", "edit", "1", "--at", "2099-01-01"), ("checkin", "--at", "2099-01-01")]
)
def test_words_survive_a_command_that_cannot_follow_what_it_was_asked(cmt, home, args):
    cmt("checkin", "--pain", "4")
    result = cmt(*args, "--more", "two of the old ones")
    assert result.code in (Exit.COULD_NOT, Exit.USAGE)
    assert [draft.read_text(encoding="utf-8") for draft in drafts_in(home)] == ["two of the old ones\n"]


def test_words_in_another_encoding_than_the_terminals_are_not_lost(cmt, home):
    words = b"caf\xe9".decode("utf-8", "surrogateescape")
    result = cmt("checkin", "--pain", "4", "--more", words)
    kept = [draft.read_bytes() for draft in drafts_in(home)]
    assert result.code == Exit.DONE or kept == [b"caf\xe9\n"]
    assert "Something went wrong" not in result.err


def test_words_that_are_stored_by_now_are_kept_nowhere_else(tmp_path):
    def stored_and_then_fails():
        with keeping(tmp_path, ["some words"], NOW) as unstored:
            unstored.clear()
            raise Fault("It could not be said.")

    with pytest.raises(Fault, match=r"^It could not be said\.$"):
        stored_and_then_fails()
    assert drafts_in(tmp_path) == []


@pytest.mark.parametrize("words", ["caf\udce9", "half a pair \ud83d", "\udcff\ud83d both"])
def test_what_is_no_text_is_kept_as_it_came(tmp_path, words):
    with pytest.raises(Fault), keeping(tmp_path, [words], NOW):
        raise Fault("It could not be stored.")
    [draft] = drafts_in(tmp_path)
    assert draft.read_bytes() == f"{words}\n".encode("utf-8", "surrogateescape" if words == "caf\udce9" else "surrogatepass")


# The diary: something happens to the record after the person closed their editor, and before the words are in it


class Tty(io.StringIO):
    def isatty(self):
        return True


@pytest.fixture
def editing(cmt, tmp_path):
    """Run a command with an editor that writes a line and ends."""
    path = tmp_path / "an editor"
    path.write_text('#!/bin/sh\necho "two of the old ones" > "$1"\n', encoding="utf-8")
    path.chmod(0o755)

    def run(*args, typed=None):
        environ = {"PATH": os.environ["PATH"]} | ({} if typed else {"EDITOR": f"'{path}'"})
        cmt.changes.update(stdin=Tty(typed or ""), interactive=True, environ=environ)
        result = cmt(*args)
        cmt.changes.clear()
        return result

    return run


def overwritten(home, connection):
    data = (home / file.FILE).read_bytes()
    (home / file.FILE).write_bytes(b"\xff" * len(data))


def cut_short(home, connection):
    os.truncate(home / file.FILE, 5000)


def without_its_table(home, connection):
    connection.execute("DROP TABLE entries")


def full(home, connection):
    connection.execute("PRAGMA max_page_count = 1")
    connection.execute("CREATE TRIGGER grows BEFORE INSERT ON entries BEGIN UPDATE marks SET value = hex(zeroblob(1000000)); END")
    connection.execute("CREATE TRIGGER grows_too BEFORE UPDATE ON entries BEGIN UPDATE marks SET value = hex(zeroblob(1000000)); END")
    connection.execute("INSERT INTO marks VALUES ('big', '')")


def unwritable(home, connection):
    connection.execute("PRAGMA query_only = ON")


def confused(home, connection):
    connection.create_function("julianday", 1, lambda _: 1 / 0, deterministic=True)


BREAKS = [overwritten, cut_short, without_its_table, full, unwritable, confused]


@pytest.mark.parametrize("happens", BREAKS, ids=lambda happens: happens.__name__)
@pytest.mark.parametrize("way", ["editor", "typed in place"])
@pytest.mark.parametrize("args", [("add", "--pain", "4"), ("edit", "1")], ids=" ".join)
def test_whatever_happens_to_the_record_after_the_editor_closed_the_words_are_in_a_draft(
    cmt, home, monkeypatch, editing, args, way, happens
):
    cmt("journal", "add", "before")
    written = writing.as_text

    def and_then(text):
        if text:
            happens(home, connections[-1])
        return written(text)

    connections = []
    connect = file._connect
    monkeypatch.setattr(file, "_connect", lambda path: connections.append(connect(path)) or connections[-1])
    monkeypatch.setattr(writing, "as_text", and_then)
    result = editing("journal", *args, typed="two of the old ones\n.\n" if way == "typed in place" else None)
    assert result.code == Exit.COULD_NOT
    assert "kept for" not in result.out
    [draft] = drafts_in(home)
    assert draft.read_text(encoding="utf-8").strip() == "two of the old ones"
    assert str(draft) in result.err
    assert "old ones" not in result.err


@pytest.mark.parametrize("args", [("add",), ("edit", "1")], ids=" ".join)
def test_a_record_that_somebody_else_holds_leaves_the_words_of_the_editor_in_a_draft(cmt, home, monkeypatch, editing, args):
    cmt("journal", "add", "before")
    monkeypatch.setattr(file, "BUSY_SECONDS", 0.02)
    with closing(sqlite3.connect(home / file.FILE, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        result = editing("journal", *args)
    assert (result.code, result.out) == (Exit.COULD_NOT, "")
    assert [draft.read_text(encoding="utf-8").strip() for draft in drafts_in(home)] == ["two of the old ones"]
    assert cmt("journal", "list").out.endswith("\tbefore\n")
