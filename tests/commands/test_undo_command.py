"""`cmt undo`: one command is one step, taken back step by step, across runs, whatever the command was."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from asked import Willing, asked, records, rows

from cmt_cli.base.words import undo as words
from cmt_cli.store.checking import damage
from cmt_cli.store.file import opened
from cmt_cli.store.lock import sitting_alone

LITTLE = Path(__file__).resolve().parents[1] / "journeys" / "little"
ENTRY = ("journal", "add", "words", "--pain", "4", "--tag", "bus")
THOUGHT = ("thought", "add", "not good enough", "--label", "kitchen", "--reply", "Enough for a day.")
CHECKIN = ("checkin", "--pain", "4", "--more", "words")
# A command, what it needs before it, what undo calls it, and the kinds of record it changes.
COMMANDS = {
    "journal add": ((), ENTRY, {"entry"}),
    "journal edit": ((ENTRY,), ("journal", "edit", "1", "other words"), {"entry"}),
    "journal edit ": ((ENTRY,), ("journal", "edit", "1", "--pain", "9"), {"entry"}),
    "journal delete": ((ENTRY,), ("journal", "delete", "1", "--yes"), {"entry"}),
    "journal delete ": ((ENTRY, (*THOUGHT, "--from", "1")), ("journal", "delete", "1", "--yes"), {"entry", "thought"}),
    "thought add": ((), THOUGHT, {"thought", "reply"}),
    "thought edit": ((THOUGHT,), ("thought", "edit", "1", "--text", "x", "--reply", "y", "--state", "resting"), {"thought", "reply"}),
    "thought retire": ((THOUGHT,), ("thought", "retire", "1"), {"thought"}),
    "thought delete": ((THOUGHT,), ("thought", "delete", "1", "--yes"), {"thought", "reply"}),
    "thought practise": (
        (THOUGHT,),
        ("thought", "practise", "1", "--reply", "z", "--warmth", "5", "--readily", "slowly"),
        {"thought", "reply", "meeting"},
    ),
    "checkin": ((), CHECKIN, {"checkin"}),
    "checkin edit": ((CHECKIN,), ("checkin", "edit", "1", "--pain", "5"), {"checkin"}),
    "checkin delete": ((CHECKIN,), ("checkin", "delete", "1", "--yes"), {"checkin"}),
    "today --done": ((), ("today", "--done"), {"session"}),
    "today --rest": ((), ("today", "--rest"), {"rest"}),
    "data import": ((), ("data", "import", "FILE", "--map", "at=Date", "--map", "text=Words", "--yes"), {"entry"}),
}


@pytest.fixture
def run(cmt, tmp_path):
    """Run a command that must succeed, a day later where it could not be the same day."""
    file = tmp_path / "diary.csv"
    file.write_text("Date,Words\n2026-01-01 10:00,one\n2026-01-02 10:00,two\n2026-01-03 10:00,three\n")

    def run(*args):
        result = cmt(*(str(file) if arg == "FILE" else arg for arg in args))
        assert result.code == 0, result.err
        return result

    return run


def undone(cmt):
    return cmt("undo", "--json").json["undone"]


def assert_whole(home):
    with opened(home) as connection:
        assert damage(connection) == ("", False, False)


@pytest.mark.parametrize("name", COMMANDS)
def test_one_command_is_one_step_and_is_taken_back_whole(cmt, home, run, name):
    before, command, kinds = COMMANDS[name]
    run("checkin", "--pain", "1")  # so that the file is there, and something lies below
    for one in before:
        run(*one)
        cmt.later(days=1)
    was = records(home)
    run(*command)
    assert records(home) != was
    step = undone(cmt)
    assert (step["command"], {one["kind"] for one in step["records"]}) == (name.strip(), kinds)
    assert records(home) == was
    assert_whole(home)


def test_the_whole_of_a_week_is_taken_back_step_by_step(cmt, home, run):
    stack = []
    for name, (before, command, _) in COMMANDS.items():
        for one in (*before, command):
            cmt.later(days=1)
            numbered = [
                _latest(home, "journal" if at and one[at - 1] == "--from" else one[0]) if arg == "1" else arg for at, arg in enumerate(one)
            ]
            was = records(home) if stack else None
            run(*numbered)
            stack.append((name, was))
    for _, was in stack[:0:-1]:
        assert undone(cmt) is not None
        assert records(home) == was
    assert undone(cmt)["command"] == "journal add"
    assert all(found == [] for found in records(home).values())
    assert undone(cmt) is None
    assert_whole(home)


def _latest(home, kind):
    table = {"journal": "entries", "thought": "thoughts", "checkin": "checkins"}.get(kind)
    return str(rows(home, f"SELECT max(id) FROM {table}")[0][0]) if table else "1"


# What it says


def test_it_says_what_was_taken_back_and_when_that_was(cmt):
    cmt(*THOUGHT)
    cmt.later(days=1)
    result = cmt("undo")
    assert (result.code, result.err) == (0, "")
    assert result.out == "'cmt thought add' of Mon 5 Jan 2026 19:00 is taken back: thought 1, reply 1.\n"


def test_json_names_the_command_its_moment_and_the_records(cmt):
    cmt(*THOUGHT)
    cmt.later(days=1)
    assert cmt("undo", "--json").json == {
        "schema_version": 1,
        "undone": {
            "command": "thought add",
            "at": "2026-01-05T19:00:00+00:00",
            "records": [{"kind": "thought", "id": 1}, {"kind": "reply", "id": 1}],
        },
    }


def test_nothing_to_take_back_is_no_error_and_makes_no_file(cmt, home):
    assert cmt("undo", "--json").json == {"schema_version": 1, "undone": None}
    result = cmt("undo")
    assert (result.code, result.out, result.err) == (0, words.NOTHING + "\n", "")
    assert not home.exists()


def test_many_records_are_counted_and_not_listed(cmt, run):
    run("data", "import", "FILE", "--map", "at=Date", "--map", "text=Words", "--yes")
    assert "diary entry 1, diary entry 2, diary entry 3" in cmt("undo").out


def test_no_word_that_was_typed_is_in_what_it_says(cmt):
    cmt("journal", "add", "quokka")
    cmt("thought", "add", "quokka", "--label", "wombat", "--reply", "numbat")
    said = "".join(cmt("undo", *args).out for args in ((), ("--json",)))
    assert not {"quokka", "wombat", "numbat"} & set(said.replace(".", " ").split())


# What is no step


@pytest.mark.parametrize(
    "args",
    [
        ("journal", "list"),
        ("journal", "search", "words"),
        ("journal", "edit", "1", "words"),
        ("journal", "add", "words", "--pain", "11"),
        ("journal", "delete", "9", "--yes"),
        ("thought", "edit", "1"),
        ("data", "import", "FILE", "--map", "at=Date", "--map", "text=Words", "--dry-run"),
        ("data", "check"),
        ("today",),
        ("status",),
    ],
    ids=" ".join,
)
def test_what_changes_no_record_is_no_step(cmt, home, run, tmp_path, args):
    run("journal", "add", "words")
    cmt(*(str(tmp_path / "diary.csv") if arg == "FILE" else arg for arg in args))
    assert undone(cmt)["command"] == "journal add"


def test_undo_is_no_step_itself(cmt):
    for pain in "123":
        cmt("checkin", "--pain", pain)
    assert [undone(cmt)["records"][0]["id"] for _ in "123"] == [3, 2, 1]
    assert undone(cmt) is None


def test_after_undo_a_new_command_goes_on_and_numbers_are_not_given_again(cmt):
    cmt("checkin", "--pain", "1")
    cmt("undo")
    assert cmt("checkin", "--pain", "2", "--json").json["checkin"]["id"] == 2
    assert undone(cmt)["records"] == [{"kind": "checkin", "id": 2}]
    assert undone(cmt) is None


def test_an_import_again_after_undo_brings_all_of_it(cmt, run):
    args = ("data", "import", "FILE", "--map", "at=Date", "--map", "text=Words", "--yes")
    run(*args)
    cmt("undo")
    assert json.loads(run(*args, "--json").out)["imported"] == {"entries": 3}


def test_a_thought_forgotten_for_good_is_not_brought_back_and_the_rest_is(cmt, home):
    cmt("journal", "add", "words")
    cmt("thought", "add", "quokka", "--from", "1")
    cmt("thought", "edit", "1", "--label", "x")
    cmt("journal", "delete", "1", "--forever", "--yes")
    while step := undone(cmt):
        assert step["records"]
        assert_whole(home)
    assert all(found == [] for found in records(home).values())


# A led session


@pytest.fixture
def led(cmt, monkeypatch):
    """Somebody who answers whatever a session asks."""
    assert cmt("start", "--yes", "--country", "GB", "--programme", str(LITTLE)).code == 0
    return lambda: asked(cmt, monkeypatch, "today", screen=Willing())


def test_a_session_is_one_step_with_everything_that_was_given_in_it(cmt, home, led):
    before = records(home)
    assert led()[0].code == 0
    given = {table for table, found in records(home).items() if found}
    assert {"sessions", "answers", "practices", "arrivals", "entries", "thoughts", "replies"} <= given
    step = undone(cmt)
    assert step["command"] == "today"
    assert {one["kind"] for one in step["records"]} >= {"session", "answer", "practice", "arrival", "entry", "thought", "reply"}
    assert records(home) == before
    assert undone(cmt) is None
    assert cmt("status", "--json").json["state"] == "not_started"
    assert_whole(home)


@pytest.mark.parametrize(("answer", "left"), [(True, 0), (False, 1), (None, 1)], ids=["yes", "no", "Enter alone"])
def test_in_a_terminal_a_whole_session_is_asked_about_first(cmt, home, led, monkeypatch, answer, left):
    led()
    result, screen = asked(cmt, monkeypatch, "undo", replies=(answer,))
    assert result.code == 0
    assert [one.kind for one in screen.transcript] == ["yes_no"]
    assert len(records(home)["sessions"]) == left
    assert (words.KEPT in result.out) == bool(left)


def test_a_session_that_is_open_in_another_window_is_not_taken_back_under_it(cmt, home, led):
    led()
    before = records(home)
    with sitting_alone(home):
        result = cmt("undo")
    assert (result.code, result.out) == (1, "")
    assert result.err.strip() == words.STILL_OPEN
    assert records(home) == before
    assert cmt("undo").code == 0


def test_other_commands_are_taken_back_beside_an_open_session(cmt, home, led):
    led()
    before = records(home)
    with sitting_alone(home):
        cmt("checkin", "--pain", "4")
        assert undone(cmt)["command"] == "checkin"
    assert records(home) == before


def test_a_command_in_the_middle_of_an_open_session_is_taken_back_in_its_turn(cmt, home, monkeypatch):
    assert cmt("start", "--yes", "--country", "GB", "--programme", str(LITTLE)).code == 0
    before = records(home)

    class Elsewhere(Willing):
        def ask(self, text, note=""):
            cmt("journal", "add", "in another window", interactive=False)
            return super().ask(text, note)

    assert asked(cmt, monkeypatch, "today", screen=Elsewhere())[0].code == 0
    assert_whole(home)
    commands = []
    while step := undone(cmt):
        commands.append(step["command"])
        assert_whole(home)
    assert set(commands) == {"today", "journal add"}
    assert commands[0] == commands[-1] == "today"
    assert records(home) == before
