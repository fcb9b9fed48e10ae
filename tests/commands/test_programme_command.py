"""`cmt programme`: list, show, check, and a new one that passes."""

from __future__ import annotations

import pytest

from cmt_cli.programme.model import KINDS

DAYS = 21


@pytest.fixture
def mine(cmt, tmp_path):
    """A small programme of somebody's own."""
    folder = tmp_path / "mine"
    assert cmt("programme", "new", str(folder)).code == 0
    return folder


def change(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


# List


def test_the_list_names_what_comes_with_cmt(cmt, home):
    said = cmt("programme", "list", "--json").json
    assert list(said) == ["schema_version", "programmes"]
    assert said["programmes"] == [{"id": "compassion", "title": said["programmes"][0]["title"], "days": DAYS}]
    assert not home.exists()


# Show


def test_a_day_is_shown_with_its_steps_in_json(cmt):
    said = cmt("programme", "show", "2", "--json").json
    assert list(said) == ["schema_version", "day", "title", "steps"]
    assert said["day"] == 2
    assert all(list(step) == ["id", "kind", "text"] for step in said["steps"])
    assert {step["kind"] for step in said["steps"]} <= set(KINDS)
    assert len({step["id"] for step in said["steps"]}) == len(said["steps"])


@pytest.mark.parametrize("day", range(1, DAYS + 1))
def test_every_day_shows_what_it_prints(cmt, day):
    assert cmt("programme", "show", str(day)).out == cmt("today", "--print", "--day", str(day)).out


def test_the_short_form_is_shown_when_asked(cmt):
    assert len(cmt("programme", "show", "1", "--short").out) < len(cmt("programme", "show", "1").out)


@pytest.mark.parametrize("day", ["0", "22", "one", "-1"])
def test_a_day_that_is_not_there_is_a_usage_error(cmt, day):
    result = cmt("programme", "show", "--", day)
    assert (result.code, result.out) == (2, "")


def test_a_day_of_a_programme_of_ones_own_is_shown(cmt, mine):
    assert cmt("programme", "show", "1", "--programme", str(mine), "--json").json["title"] == "Three sounds"


# Check


def test_the_shipped_programme_has_no_problems_and_every_day_is_measured(cmt):
    result = cmt("programme", "check", "--json")
    assert result.code == 0
    assert list(result.json) == ["schema_version", "problems", "days"]
    assert result.json["problems"] == []
    assert [day["day"] for day in result.json["days"]] == list(range(1, DAYS + 1))
    assert all(list(day) == ["day", "title", "minutes", "short_minutes", "words", "reading_grade"] for day in result.json["days"])


def test_a_planted_mistake_is_found_with_its_place_and_exit_1(cmt, mine):
    change(mine / "day-01.yaml", "shape: practice-first", "shape: practise-first")
    result = cmt("programme", "check", str(mine), "--json")
    assert result.code == 1
    [problem] = result.json["problems"]
    assert list(problem) == ["path", "line", "column", "text"]
    assert (problem["path"], problem["line"], problem["column"]) == (str(mine / "day-01.yaml"), 5, 8)
    assert "practice-first" in problem["text"]


def test_in_words_a_problem_is_file_line_column_and_what_it_is(cmt, mine):
    change(mine / "day-01.yaml", "shape: practice-first", "shape: practise-first")
    result = cmt("programme", "check", str(mine))
    assert result.code == 1
    assert result.out.startswith(f"{mine / 'day-01.yaml'}:5:8: ")
    assert "One thing to mend" in result.err


def test_problems_of_several_files_are_told_at_once(cmt, mine):
    change(mine / "day-01.yaml", "shape: practice-first", "shape: practise-first")
    change(mine / "day-01.yaml", "image: a radio", "imgae: a radio")
    change(mine / "programme.yaml", 'version: "0.1"', "version: [0.1]")
    result = cmt("programme", "check", str(mine), "--json")
    assert result.code == 1
    assert {problem["path"].rpartition("/")[2] for problem in result.json["problems"]} == {"day-01.yaml", "programme.yaml"}
    assert len(result.json["problems"]) >= 4


PRACTICE = """\
id: sounds
title: Two sounds
card: A
beats: far, near
caution: "Leave it for the cloth under one hand, if any sound is unpleasant."
sources:
  - A book
parts:
  - {short: true, quiet: 30, text: "Find the nearest of all the sounds there are."}
  - {short: true, quiet: 50, text: "Find another one that is further away than that."}
"""
REFRAINS = """\
sources:
  - A book
refrains:
  rest: It is simply a day of rest.
"""
# A change to a file that breaks one rule of the craft: where it is told, and how that begins. None: the file is new.
BROKEN = {
    "a step": (
        "day-01.yaml",
        "The trouble is",
        "The trouble should be",
        "day-01.yaml",
        "  - id: lesson",
        5,
        "the programme does not say 'should'",
    ),
    "a part": (
        "day-01.yaml",
        '{short: true, quiet: 30, text: "Find one',
        '{short: true, quiet: 41, text: "Find one',
        "day-01.yaml",
        "      - {short: true, quiet: 41",
        9,
        "a silence of 41",
    ),
    "a field": (
        "day-01.yaml",
        "image: a radio in the next",
        "image: a kettle in another",
        "day-01.yaml",
        "image: a kettle",
        8,
        "no word of the image",
    ),
    "a title": (
        "day-01.yaml",
        "title: Three sounds\nidea",
        "title: Must we\nidea",
        "day-01.yaml",
        "title: Must we",
        8,
        "the programme does not say 'must'",
    ),
    "a caution": (
        "day-01.yaml",
        'caution: "If listening',
        'caution: "You are a victim. If listening',
        "day-01.yaml",
        "    caution:",
        14,
        "the programme does not say 'victim'",
    ),
    "a practice": ("practices/sounds.yaml", None, PRACTICE, "practices/sounds.yaml", "  - {short: true, quiet: 50", 5, "a silence of 50"),
    "a refrain": (
        "practices/refrains.yaml",
        None,
        REFRAINS,
        "practices/refrains.yaml",
        "  rest:",
        9,
        "the programme does not say 'simply'",
    ),
}


def broken(folder, name, old, new):
    path = folder / name
    if old is None:
        path.parent.mkdir()
        path.write_text(new, encoding="utf-8")
    else:
        change(path, old, new)


@pytest.mark.parametrize(("name", "old", "new", "told", "line", "column", "text"), BROKEN.values(), ids=BROKEN)
def test_a_rule_of_the_craft_that_is_broken_is_told_at_its_place(cmt, mine, name, old, new, told, line, column, text):
    broken(mine, name, old, new)
    result = cmt("programme", "check", str(mine), "--json")
    assert result.code == 1
    [problem] = result.json["problems"]
    lines = (mine / told).read_text(encoding="utf-8").split("\n")
    assert (problem["path"], problem["column"]) == (str(mine / told), column)
    assert lines[problem["line"] - 1].startswith(line)
    assert problem["text"].startswith(text)


def test_a_day_that_is_too_long_is_told_at_its_beginning(cmt, mine):
    for silence in ("short: true, quiet: 30", "{quiet: 20", "{quiet: 30"):
        path = mine / "day-01.yaml"
        path.write_text(path.read_text(encoding="utf-8").replace(silence, f"{silence[:-2]}600"), encoding="utf-8")
    found = cmt("programme", "check", str(mine), "--json").json["problems"]
    assert (found[0]["line"], found[0]["column"]) == (1, 1)
    assert any(problem["text"].startswith("the whole day takes") for problem in found)


def test_two_days_alike_are_told_at_the_second(cmt, mine):
    first = (mine / "day-01.yaml").read_text(encoding="utf-8")
    (mine / "day-02.yaml").write_text(first.replace("day: 1", "day: 2", 1), encoding="utf-8")
    change(mine / "programme.yaml", "days: 1", "days: 2")
    found = cmt("programme", "check", str(mine), "--json").json["problems"]
    second = [problem for problem in found if problem["path"].endswith("day-02.yaml")]
    assert {problem["text"] for problem in found if problem not in second} == {
        one["text"] for one in second if "runs of five" in one["text"]
    }
    assert [problem["line"] for problem in second] == sorted(problem["line"] for problem in second)
    assert {"shape", "image", "opens", "said in day 1"} == {
        sign for sign in ("shape", "image", "opens", "said in day 1") if any(sign in problem["text"] for problem in second)
    }


def test_only_a_day_that_could_be_read_is_measured(cmt, mine):
    change(mine / "day-01.yaml", "The trouble is", "The trouble should be")
    change(mine / "day-01.yaml", "shape: practice-first", "shape: practise-first")
    [problem] = cmt("programme", "check", str(mine), "--json").json["problems"]
    assert problem["text"].startswith("unknown shape")


def test_rules_of_english_are_not_asked_of_another_language(cmt, mine):
    change(mine / "day-01.yaml", "The trouble is", "The trouble should be")
    change(mine / "programme.yaml", "days: 1", "days: 1\nlanguage: cy")
    assert cmt("programme", "check", str(mine), "--json").json["problems"] == []


def test_a_day_with_a_practice_that_cannot_be_read_is_not_measured(cmt, mine):
    broken(mine, "practices/sounds.yaml", None, PRACTICE.replace("card: A\n", ""))
    change(mine / "day-01.yaml", "  - id: act\n", "  - {id: again, kind: practice, use: sounds}\n  - id: act\n")
    result = cmt("programme", "check", str(mine), "--json")
    assert result.code == 1
    assert [problem["text"] for problem in result.json["problems"]] == ["'card' is missing"]
    assert result.json["days"] == []


@pytest.mark.parametrize("folder", ["nowhere", "empty"])
def test_a_folder_without_a_programme_is_a_problem_and_no_crash(cmt, tmp_path, folder):
    (tmp_path / "empty").mkdir()
    result = cmt("programme", "check", str(tmp_path / folder), "--json")
    assert result.code == 1
    assert [problem["text"] for problem in result.json["problems"]] == ["no programme.yaml here"]
    assert result.json["days"] == []


def test_a_file_in_the_place_of_a_folder_is_a_problem_and_no_crash(cmt, tmp_path):
    (tmp_path / "file").write_text("id: x\n")
    result = cmt("programme", "check", str(tmp_path / "file"))
    assert result.code == 1
    assert "Something went wrong" not in result.err


# New


def test_a_new_programme_passes_its_check_and_can_be_read(cmt, mine):
    checked = cmt("programme", "check", str(mine), "--json")
    assert (checked.code, checked.json["problems"]) == (0, [])
    assert cmt("today", "--programme", str(mine), "--print").code == 0
    assert cmt("today", "--programme", str(mine), "--print", "--short").code == 0


def test_a_new_programme_says_where_it_is_and_what_comes_next(cmt, tmp_path):
    folder = tmp_path / "mine"
    result = cmt("programme", "new", str(folder))
    assert f"cmt programme check {folder}" in result.out
    assert sorted(path.name for path in folder.iterdir()) == ["day-01.yaml", "programme.yaml"]


def test_a_new_programme_is_never_written_over_something(cmt, mine):
    before = (mine / "day-01.yaml").read_bytes()
    result = cmt("programme", "new", str(mine))
    assert (result.code, result.out) == (1, "")
    assert (mine / "day-01.yaml").read_bytes() == before


def test_where_a_new_programme_cannot_be_made_it_is_one_sentence(cmt, tmp_path):
    (tmp_path / "taken").write_text("a file")
    result = cmt("programme", "new", str(tmp_path / "taken" / "mine"))
    assert (result.code, result.out) == (1, "")
    assert result.err.count("\n") == 1


def test_a_new_programme_needs_no_record_and_leaves_none(cmt, home, mine):
    assert not home.exists()


# A programme of one's own, lived


def test_a_programme_of_ones_own_is_gone_on_with_where_it_is(cmt, mine):
    cmt("today", "--done", "--programme", str(mine))
    said = cmt("status", "--json").json
    assert (said["programme"], said["state"], said["days_completed"]) == ("my-programme", "finished", 1)


def test_a_programme_of_ones_own_that_went_away_is_one_sentence(cmt, mine):
    cmt("start", "--yes", "--programme", str(mine))
    (mine / "programme.yaml").unlink()
    result = cmt("today", "--done")
    assert result.code == 1
    assert "Something went wrong" not in result.err
    assert cmt("status").code == 0
