"""Words that were typed and could not be stored: they are in a draft, and the draft is private."""

from __future__ import annotations

import sqlite3
import stat
from contextlib import closing
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cmt_cli.base.faults import Exit, Fault, Signalled, Stopped, UsageFault
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
