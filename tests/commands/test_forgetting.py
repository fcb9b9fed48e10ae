"""`delete N --forever [--everywhere]`: the words are found nowhere in the folder, or it says where they still are."""

from __future__ import annotations

import pytest
from asked import Willing, asked, files_with, records, rows

from cmt_cli.base.words import desk as desk_words
from cmt_cli.base.words import forgetting as words
from cmt_cli.commands import forgetting
from cmt_cli.store import file

JOURNAL = ("journal", "add", "A quokkaword by the road. It rained.")
THOUGHT = ("thought", "add", "A quokkaword by the road.", "--label", "numbatword", "--reply", "dingoword")
CHECKIN = ("checkin", "--pain", "4", "--more", "quokkaword", "--used", "wombatword")
PIECES = ("quokkaw", "numbatw", "dingow", "wombatw")
DELETE = {"journal": JOURNAL, "thought": THOUGHT, "checkin": CHECKIN}
TABLE = {"journal": "entries", "thought": "thoughts", "checkin": "checkins"}


def run(cmt, *args, **given):
    result = cmt(*args, **given)
    assert result.code == 0, result.err
    return result


def everywhere(cmt, kind, number="1"):
    return run(cmt, kind, "delete", number, "--forever", "--everywhere", "--yes")


def refuse_once(cmt, monkeypatch, *args):
    """The store breaks under a command; its words go into a draft."""
    with monkeypatch.context() as patched:
        patched.setattr(file, "_close_the_step", lambda _: 1 / 0)
        assert cmt(*args).code == 1


def an_import(cmt, tmp_path):
    other = tmp_path / "diary.csv"
    other.write_text("Date,Words\n2026-01-01 10:00,another\n")
    run(cmt, "data", "import", str(other), "--map", "at=Date", "--map", "text=Words", "--yes")


@pytest.mark.parametrize("deleted", [False, True], ids=["there", "deleted before"])
@pytest.mark.parametrize("kind", DELETE)
def test_forever_leaves_no_word_of_it_in_the_folder(cmt, home, kind, deleted):
    run(cmt, *DELETE[kind])
    if deleted:
        run(cmt, kind, "delete", "1", "--yes")
    assert files_with(home, *PIECES) == ["cmt.db"]
    result = run(cmt, kind, "delete", "1", "--forever", "--yes")
    assert result.out == words.FORGOTTEN.format(kind=forgetting.CALLED[TABLE[kind]][0], number=1) + "\n"
    assert files_with(home, *PIECES) == []
    assert rows(home, f"SELECT * FROM {TABLE[kind]}") == []
    assert cmt("data", "check").code == 0


@pytest.mark.parametrize("kind", DELETE)
def test_what_was_edited_away_goes_with_it(cmt, home, kind):
    run(cmt, *DELETE[kind])
    edits = {"journal": ("new words",), "thought": ("--text", "new words", "--reply", "new reply"), "checkin": ("--more", "new words")}
    run(cmt, kind, "edit", "1", *edits[kind])
    run(cmt, kind, "delete", "1", "--forever", "--yes")
    assert files_with(home, *PIECES, "new words", "new reply") == []


@pytest.mark.parametrize("kind", DELETE)
def test_a_draft_of_it_goes_with_it(cmt, home, monkeypatch, kind):
    run(cmt, "journal", "list")
    refuse_once(cmt, monkeypatch, *DELETE[kind])
    assert len(list((home / "drafts").iterdir())) == 1
    run(cmt, *DELETE[kind])
    run(cmt, kind, "delete", "1", "--forever", "--yes")
    assert files_with(home, *PIECES) == []


@pytest.mark.parametrize("kind", DELETE)
def test_undo_brings_nothing_of_it_back_and_the_rest_as_it_was(cmt, home, kind):
    run(cmt, "checkin", "--pain", "1")
    number = "2" if kind == "checkin" else "1"
    run(cmt, *DELETE[kind])
    run(cmt, kind, "delete", number, "--forever", "--yes")
    assert cmt("undo", "--json").json["undone"]["records"] == [{"kind": "checkin", "id": 1}]
    assert cmt("undo", "--json").json["undone"] is None
    assert all(found == [] for found in records(home).values())


# What still holds the words


def test_without_everywhere_it_names_what_still_holds_the_words_and_leaves_that(cmt, home, tmp_path):
    run(cmt, *JOURNAL)
    run(cmt, *THOUGHT, "--from", "1")
    an_import(cmt, tmp_path)
    (backup,) = (home / "backups").glob("*.db")
    result = run(cmt, "journal", "delete", "1", "--forever", "--yes", width=1000)
    assert words.IN_THOUGHT.format(number=1) in result.out
    assert str(backup) in result.out
    assert words.HOW_EVERYWHERE in result.out
    assert cmt("thought", "show", "1", "--json").json["thought"]["entry_id"] is None
    assert backup.exists()


def test_json_names_it_too(cmt):
    run(cmt, *JOURNAL)
    run(cmt, *THOUGHT, "--from", "1")
    result = run(cmt, "journal", "delete", "1", "--forever", "--yes", "--json")
    assert result.json == {
        "schema_version": 1,
        "forgotten": {"kind": "entries", "id": 1},
        "left_in": [words.IN_THOUGHT.format(number=1)],
    }


def test_everywhere_finds_every_place(cmt, home, tmp_path, monkeypatch):
    run(cmt, *JOURNAL)
    run(cmt, *THOUGHT, "--from", "1")
    run(cmt, "thought", "edit", "1", "--text", "wombatword")
    refuse_once(cmt, monkeypatch, "journal", "edit", "1", "A quokkaword by the road. And a line of its own.")
    an_import(cmt, tmp_path)
    everywhere(cmt, "journal")
    assert files_with(home, *PIECES) == []
    assert [row[0] for row in rows(home, "SELECT text FROM entries")] == ["another"]


def test_everywhere_from_the_thought_takes_the_entry_it_was_picked_from(cmt, home):
    run(cmt, *JOURNAL)
    run(cmt, *THOUGHT, "--from", "1")
    said = run(cmt, "thought", "delete", "1", "--forever", "--yes", "--json").json["left_in"]
    assert said == [words.IN_ENTRY.format(number=1)]
    cmt("journal", "delete", "1", "--yes")
    run(cmt, *JOURNAL)
    run(cmt, *THOUGHT, "--from", "2")
    everywhere(cmt, "thought", "2")
    everywhere(cmt, "journal", "1")
    assert files_with(home, *PIECES) == []


def test_the_words_of_a_led_session_are_forgotten_one_by_one(cmt, home, monkeypatch):
    from journeys.terminal import LITTLE

    run(cmt, "start", "--yes", "--country", "GB", "--programme", str(LITTLE))
    assert asked(cmt, monkeypatch, "today", screen=Willing())[0].code == 0
    (entry, text), *_ = rows(home, "SELECT id, text FROM entries")
    thoughts = rows(home, "SELECT id, text FROM thoughts")
    replies = [row[0] for row in rows(home, "SELECT text FROM replies")]
    everywhere(cmt, "journal", str(entry))
    for number, _ in thoughts:
        everywhere(cmt, "thought", str(number))
    held = [one for one in (text, *(said for _, said in thoughts), *replies) if files_with(home, one)]
    assert held == []
    assert rows(home, "SELECT count(*) FROM sessions") == [(1,)]


def test_other_words_stay(cmt, home):
    run(cmt, *JOURNAL)
    run(cmt, "journal", "add", "bilbyword")
    run(cmt, "thought", "add", "bilbyword", "--from", "2")
    run(cmt, *CHECKIN)
    everywhere(cmt, "journal")
    assert [row[0] for row in rows(home, "SELECT text FROM entries UNION ALL SELECT text FROM thoughts")] == ["bilbyword"] * 2
    assert rows(home, "SELECT more FROM checkins") == [("quokkaword",)]
    assert cmt("journal", "search", "bilbyword", "--json").json["entries"][0]["id"] == 2


# Asking


def test_in_a_terminal_it_asks_and_then_asks_about_what_else_holds_them(cmt, home, monkeypatch):
    run(cmt, *JOURNAL)
    run(cmt, *THOUGHT, "--from", "1")
    result, screen = asked(cmt, monkeypatch, "journal", "delete", "1", "--forever", replies=(True, True), width=200)
    assert screen.texts() == [words.FORGET.format(kind=words.ENTRY, number=1), words.THOSE_TOO]
    assert result.code == 0
    assert files_with(home, *PIECES) == []


@pytest.mark.parametrize(("replies", "left"), [((None,), 2), ((False,), 2), ((True, None), 1), ((True, False), 1)], ids=str)
def test_no_is_what_enter_means_at_both(cmt, home, monkeypatch, replies, left):
    run(cmt, *JOURNAL)
    run(cmt, *THOUGHT, "--from", "1")
    asked(cmt, monkeypatch, "journal", "delete", "1", "--forever", replies=replies)
    assert len(rows(home, "SELECT id FROM entries UNION ALL SELECT id FROM thoughts")) == left


@pytest.mark.parametrize("args", [("--forever",), ("--forever", "--everywhere"), ("--everywhere",)], ids=" ".join)
def test_without_a_terminal_it_needs_yes(cmt, home, args):
    run(cmt, *JOURNAL)
    result = cmt("journal", "delete", "1", *args)
    assert (result.code, result.out, result.err.strip()) == (2, "", desk_words.NEEDS_YES)
    assert len(rows(home, "SELECT * FROM entries")) == 1


@pytest.mark.parametrize("kind", DELETE)
def test_what_is_not_there_is_not_found(cmt, kind):
    run(cmt, *DELETE[kind])
    result = cmt(kind, "delete", "9", "--forever", "--yes")
    assert (result.code, result.out) == (1, "")
    assert "9" in result.err


def test_a_store_that_breaks_under_it_keeps_the_record_whole_and_a_second_try_ends_it(cmt, home, tmp_path, monkeypatch):
    run(cmt, *JOURNAL)
    run(cmt, *THOUGHT, "--from", "1")
    an_import(cmt, tmp_path)
    before = records(home)
    with monkeypatch.context() as patched:
        patched.setattr(forgetting.erasing, "remove", lambda _: 1 / 0)
        assert cmt("journal", "delete", "1", "--everywhere", "--yes").code == 1
    assert records(home) == before
    everywhere(cmt, "journal")
    assert files_with(home, *PIECES) == []


# Undo no longer holds it


def test_after_a_hundred_other_commands_a_deleted_entry_is_nowhere(cmt, home):
    run(cmt, *JOURNAL)
    run(cmt, "journal", "edit", "1", "wombatword")
    run(cmt, "journal", "delete", "1", "--yes")
    with file.opened(home, "checkin", "2026-01-05T19:00:00+00:00") as connection:
        for number in range(file.STEPS_KEPT):
            if number == file.STEPS_KEPT - 1:
                assert files_with(home, *PIECES) == ["cmt.db"]
            connection.step = None
            with file.writing(connection):
                connection.execute("INSERT INTO rests (at, day) VALUES ('2026-01-05T19:00:00+00:00', '2026-01-05')")
    assert files_with(home, *PIECES) == []


@pytest.mark.parametrize("command", [JOURNAL, THOUGHT, CHECKIN], ids=lambda command: command[0])
def test_what_undo_took_back_is_nowhere(cmt, home, command):
    run(cmt, *command)
    run(cmt, "undo")
    assert files_with(home, *PIECES) == []
