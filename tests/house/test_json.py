"""House rule 3 and DESIGN 4: `--json` on whatever reads or adds, with exactly these keys."""

from __future__ import annotations

import json
import shutil
from datetime import date, datetime
from pathlib import Path

import pytest
from every_command import FAILING, READING_JSON, UNANSWERED, WRONG, named, tree

STATUS = {
    "schema_version": int,
    "programme": str,
    "content_version": str,
    "day": int,
    "days": int,
    "days_completed": int,
    "state": str,
    "next": {"command": str, "text": str},
    "measure_due": None,
}
CHECKIN = {
    "id": int,
    "at": datetime,
    "day": date,
    "pain": int,
    "urge": int,
    "need": int,
    "mood": int,
    "critical_voice": int,
    "self_kindness": int,
    "painkillers": str,
    "more": str,
    "practised": bool,
    "used_in_life": str,
}
ENTRY = {"id": int, "at": datetime, "day": date, "text": str, "pain": int, "mood": int, "tags": [str], "source": str}
REPLY = {"id": int, "at": datetime, "text": str, "warmth": int, "belief_before": int, "belief_after": int}
THOUGHT = {
    "id": int,
    "at": datetime,
    "day": date,
    "label": str,
    "text": str,
    "entry_id": int,
    "state": str,
    "due_on": date,
    "replies": [REPLY],
}
WRITTEN = ("journal", "add", "words", "--pain", "4", "--mood", "5", "--tag", "a")
ANSWERED = ("--reply", "words", "--warmth", "4", "--belief-before", "8", "--belief-after", "5")
CAUGHT = ("thought", "add", "words", "--label", "a name", "--from", "1", *ANSWERED)
ALL = ("--pain", "4", "--urge", "6", "--need", "5", "--mood", "3", "--critical-voice", "7", "--self-kindness", "2")
EVERYTHING = ("checkin", *ALL, "--painkillers", "more", "--more", "words", "--practised", "--used", "words")
LINE = {"kind": str, "name": str, "number": str, "hours": str, "checked_on": date, "source": str}
DAY = {"day": int, "title": str, "minutes": float, "short_minutes": float, "words": int, "reading_grade": float}
SHAPES = {
    ("status",): STATUS,
    ("start", "--yes"): STATUS,
    ("today", "--done"): STATUS,
    ("today", "--rest"): STATUS,
    EVERYTHING: {"schema_version": int, "checkin": CHECKIN},
    ("checkin", "list"): {"schema_version": int, "checkins": [CHECKIN]},
    ("checkin", "edit", "1", "--pain", "4"): {"schema_version": int, "checkin": CHECKIN},
    ("checkin", "delete", "1", "--yes"): {"schema_version": int, "checkin": CHECKIN},
    WRITTEN: {"schema_version": int, "entry": ENTRY},
    ("journal", "list"): {"schema_version": int, "entries": [ENTRY]},
    ("journal", "search", "words"): {"schema_version": int, "entries": [ENTRY]},
    ("journal", "show", "1"): {"schema_version": int, "entry": ENTRY},
    ("journal", "edit", "1", "other", "words"): {"schema_version": int, "entry": ENTRY},
    ("journal", "edit", "1", "words"): {"schema_version": int, "entry": ENTRY},
    ("journal", "delete", "1", "--yes"): {"schema_version": int, "entry": ENTRY},
    CAUGHT: {"schema_version": int, "thought": THOUGHT},
    ("thought", "list"): {"schema_version": int, "thoughts": [THOUGHT]},
    ("thought", "list", "--best"): {"schema_version": int, "thoughts": [THOUGHT]},
    ("thought", "show", "1"): {"schema_version": int, "thought": THOUGHT},
    ("thought", "edit", "1", "--text", "other"): {"schema_version": int, "thought": THOUGHT},
    ("thought", "retire", "1"): {"schema_version": int, "thought": THOUGHT},
    ("thought", "delete", "1", "--yes"): {"schema_version": int, "thought": THOUGHT},
    ("thought", "practise", "1", "--readily", "fairly"): {"schema_version": int, "thought": THOUGHT},
    ("undo",): {"schema_version": int, "undone": {"command": str, "at": datetime, "records": [{"kind": str, "id": int}]}},
    ("data", "path"): {"schema_version": int, "path": str},
    ("data", "check"): {"schema_version": int, "ok": bool, "problems": []},
    ("data", "import", "diary.csv", "--yes"): {
        "schema_version": int,
        "imported": {"entries": int},
        "new": {"entries": int},
        "skipped": int,
        "problems": [],
    },
    ("support",): {"schema_version": int, "country": str, "lines": [LINE]},
    ("programme", "list"): {"schema_version": int, "programmes": [{"id": str, "title": str, "days": int}]},
    ("programme", "show", "1"): {"schema_version": int, "day": int, "title": str, "steps": [{"id": str, "kind": str, "text": str}]},
    ("programme", "check"): {"schema_version": int, "problems": [], "days": [DAY]},
}
# These neither read a record nor add one, and are for a person's eyes.
WITHOUT = {("ground",), ("programme", "new")}


def fits(value, shape):
    """True when a value has exactly the keys and kinds of a shape; null is allowed where something may be unknown."""
    if isinstance(shape, dict):
        return isinstance(value, dict) and list(value) == list(shape) and all(fits(value[key], shape[key]) for key in shape)
    if isinstance(shape, list):
        return isinstance(value, list) and all(fits(one, shape[0]) for one in value) and bool(value) == bool(shape)
    if value is None or shape is None:
        return value is None
    if shape in (date, datetime):
        return shape.fromisoformat(value).isoformat() == value
    return type(value) is shape


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """A folder to copy from, made by the first test that needs it."""
    return tmp_path_factory.mktemp("told") / "home"


@pytest.fixture
def everything(cmt, told):
    """A world with a record of every kind in which nothing is left out."""
    Path("diary.csv").write_text("at,text\n2025-06-01 10:00,the garden\n", encoding="utf-8")
    if not told.exists():
        cmt("start", "--yes", "--country", "US")
        cmt.later(days=-1)
        cmt(*WRITTEN)
        cmt(*CAUGHT)
        cmt.later(days=1)
        cmt(*EVERYTHING)
        shutil.copytree(cmt.home, told)
    shutil.copytree(told, cmt.home, dirs_exist_ok=True)
    return cmt


@pytest.mark.parametrize("args", SHAPES, ids=named)
def test_the_answer_has_exactly_the_keys_of_the_contract(everything, args):
    said = everything(*args, "--json").json
    assert fits(said, SHAPES[args]), said
    assert said["schema_version"] == 1


def test_a_problem_of_a_programme_has_exactly_its_keys(cmt, tmp_path):
    said = cmt("programme", "check", str(tmp_path), "--json").json
    assert fits(said, {"schema_version": int, "problems": [{"path": str, "line": int, "column": int, "text": str}], "days": []})


@pytest.mark.parametrize("args", READING_JSON, ids=named)
def test_an_answer_is_one_object_and_a_new_line(lived_in, args):
    out = lived_in(*args).out
    assert out.endswith("}\n")
    assert out.count("\n") == 1
    assert out.startswith('{"schema_version": 1, ')


@pytest.mark.parametrize(
    "args", [*WRONG, *(args for args, _ in UNANSWERED), *(args for args in FAILING if args[0] != "programme")], ids=named
)
def test_on_failure_stdout_is_empty(lived_in, args):
    result = lived_in(*args, "--json")
    assert result.code in (1, 2)
    assert result.out == ""


@pytest.mark.parametrize("args", [("today",), ("today", "--print")], ids=named)
def test_whoever_asks_for_json_is_never_given_prose(lived_in, args):
    result = lived_in(*args, "--json")
    assert (result.code, result.out) == (2, "") or json.loads(result.out)


def test_every_command_takes_json_but_those_that_hold_no_record():
    leaves = [found for found in tree() if not found.is_group or found.path == ("checkin",)]
    without = {found.path for found in leaves if not any("--json" in parameter.opts for parameter in found.command.params)}
    assert without == WITHOUT


def nowhere_empty(value):
    if isinstance(value, dict):
        return all(map(nowhere_empty, value.values()))
    return all(map(nowhere_empty, value)) if isinstance(value, list) else value != ""


@pytest.mark.parametrize("args", READING_JSON, ids=named)
def test_what_is_unknown_is_null_and_never_an_empty_text(cmt, args):
    cmt("checkin", "--pain", "4")
    cmt("journal", "add", "stairs")
    cmt("thought", "add", "words")
    assert nowhere_empty(cmt(*args).json)


@pytest.mark.parametrize("words", ["café — ☕ “quoted”", 'a "quote" and a \\', "日本語", "two\nlines\tand a tab"])
def test_words_come_back_exactly(cmt, words):
    assert cmt("checkin", "--more", words, "--json").json["checkin"]["more"] == words
    assert cmt("checkin", "list", "--json").json["checkins"][0]["more"] == words


def test_a_moment_has_seconds_and_a_numeric_offset_and_the_day_is_the_local_one(cmt, monkeypatch):
    import time

    monkeypatch.setenv("TZ", "Australia/Adelaide")
    time.tzset()
    one = cmt("checkin", "--pain", "4", "--at", "2026-01-04 01:30", "--json").json["checkin"]
    assert (one["at"], one["day"]) == ("2026-01-04T01:30:00+10:30", "2026-01-03")
