"""`cmt support`: help now, in every country and whatever else is broken."""

from __future__ import annotations

import re
import shutil
from datetime import date

import pytest

from cmt_cli.commands.helplines import read_helplines
from cmt_cli.env import content_folder
from cmt_cli.store import file

KNOWN = read_helplines(content_folder())
CODES = [country.code for country in KNOWN.countries]
LINE_KEYS = ["kind", "name", "number", "hours", "checked_on", "source"]
TITLES = (
    "I might end my life",
    "Too many tablets, even if I feel well",
    "Someone cannot be woken, or is breathing slowly",
    "A medicine ran out, or was stopped",
    "Someone to text",
    "My own people",
)
SCREEN = 24


@pytest.fixture
def broken_content(tmp_path):
    """Content whose help lines cannot be read."""
    content = tmp_path / "content"
    content.mkdir()
    (content / "helplines.yaml").write_text("countries: [\n", encoding="utf-8")
    return content


@pytest.mark.parametrize("code", [*CODES, ""])
def test_every_door_is_there_in_this_order(cmt, home, code):
    if code:
        cmt("settings", "country", code)
    lines = cmt("support").out.splitlines()
    assert [line for line in lines if not line.startswith(" ")][: len(TITLES)] == list(TITLES)


@pytest.mark.parametrize("code", CODES)
def test_every_line_of_a_country_is_shown_with_its_number_and_hours(cmt, code):
    cmt("settings", "country", code)
    result = cmt("support")
    assert (result.code, result.err) == (0, "")
    for line in KNOWN.of(code).lines:
        assert line.number in result.out
        assert line.hours in result.out
        if line.kind != "emergency":
            assert line.name in result.out


@pytest.mark.parametrize("code", CODES)
def test_the_day_the_numbers_were_checked_is_said(cmt, code):
    cmt("settings", "country", code)
    assert re.search(r"Numbers checked \w{3} \d{1,2} \w{3} \d{4}\.", cmt("support").out)


@pytest.mark.parametrize("code", CODES)
def test_the_emergency_number_of_the_country_is_under_ending_ones_life_and_under_not_being_woken(cmt, code):
    cmt("settings", "country", code)
    out = cmt("support").out
    number = next(line.number for line in KNOWN.of(code).lines if line.kind == "emergency")
    assert f"Ring {number} if you may act on it" in out
    assert f"Ring {number} now. Give naloxone" in out


@pytest.mark.parametrize("code", [*CODES, ""])
def test_it_fits_on_one_screen(cmt, code):
    if code:
        cmt("settings", "country", code)
    assert len(cmt("support", stdout_is_terminal=True).out.splitlines()) <= SCREEN


def test_without_a_country_it_says_how_to_set_one_and_names_the_directories(cmt, home):
    out = cmt("support").out
    assert "112" in out
    assert "findahelpline.com" in out
    assert "cmt settings country" in out
    assert not home.exists()


def test_a_country_that_is_no_longer_known_is_as_none(cmt, home):
    home.mkdir()
    (home / "settings.json").write_text('{"country": "ZZ"}', encoding="utf-8")
    result = cmt("support")
    assert (result.code, result.err) == (0, "")
    assert "112" in result.out
    assert "cmt settings country" in result.out


@pytest.mark.parametrize("code", CODES)
def test_the_json_of_a_country_is_its_lines_and_the_directories(cmt, code):
    cmt("settings", "country", code)
    said = cmt("support", "--json").json
    assert list(said) == ["schema_version", "country", "lines"]
    assert said["country"] == code
    assert all(list(line) == LINE_KEYS for line in said["lines"])
    assert {line["kind"] for line in said["lines"]} <= {"emergency", "crisis", "poison", "drugs", "directory", "person"}
    assert [line["number"] for line in said["lines"]] == [line.number for line in KNOWN.lines(code)]
    for line in said["lines"]:
        assert line["hours"] != ""
        assert all((line["name"], line["number"], line["source"]))
        date.fromisoformat(line["checked_on"])


def test_the_json_without_a_country_is_of_everywhere(cmt):
    said = cmt("support", "--json").json
    assert said["country"] is None
    assert {line["kind"] for line in said["lines"]} == {"emergency", "directory"}


def test_ones_own_people_are_shown_last_and_in_json(cmt):
    cmt("settings", "people", "--add", "--name", "Sam", "--number", "07700 900123")
    out = cmt("support").out
    assert "Sam 07700 900123" in out[out.index("My own people") :]
    assert cmt("support", "--json").json["lines"][-1] == {
        "kind": "person",
        "name": "Sam",
        "number": "07700 900123",
        "hours": None,
        "checked_on": None,
        "source": None,
    }


def test_without_people_it_says_how_to_keep_one(cmt):
    assert "--add" in cmt("support").out


@pytest.mark.parametrize("name", ["crisis", "sos", "help-now"])
def test_it_has_other_names_that_help_does_not_show(cmt, capsys, name):
    assert cmt(name).out == cmt("support").out
    cmt("--help")
    assert name not in capsys.readouterr().out


def test_opening_it_is_never_recorded(cmt, home):
    cmt("today", "--done")
    before = {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in home.iterdir()}
    cmt("support")
    cmt("support", "--json")
    assert {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in home.iterdir()} == before


def test_with_a_broken_data_file_it_works_and_the_people_are_there(cmt, home):
    cmt("settings", "people", "--add", "--name", "Sam", "--number", "07700 900123")
    (home / file.FILE).write_bytes(b"not a data file at all")
    result = cmt("support")
    assert (result.code, result.err) == (0, "")
    assert "Sam 07700 900123" in result.out
    assert (home / file.FILE).read_bytes() == b"not a data file at all"


def test_with_broken_help_lines_there_are_emergency_numbers_and_ones_own_people(cmt, broken_content):
    cmt("settings", "people", "--add", "--name", "Sam", "--number", "07700 900123")
    result = cmt("support", content=broken_content)
    assert (result.code, result.err) == (0, "")
    assert all(number in result.out for number in ("112", "999", "911", "000"))
    assert "Sam 07700 900123" in result.out
    assert [line for line in result.out.splitlines() if line in TITLES] == list(TITLES)


def test_with_broken_help_lines_the_json_has_ones_own_people(cmt, broken_content):
    cmt("settings", "people", "--add", "--name", "Sam", "--number", "07700 900123")
    said = cmt("support", "--json", content=broken_content).json
    assert [line["kind"] for line in said["lines"]] == ["person"]


@pytest.mark.parametrize("missing", ["helplines.yaml", "everything"])
def test_with_no_help_lines_at_all_it_still_answers(cmt, tmp_path, missing):
    content = tmp_path / "content"
    if missing == "helplines.yaml":
        shutil.copytree(content_folder(), content)
        (content / missing).unlink()
    result = cmt("support", content=content)
    assert (result.code, result.err) == (0, "")
    assert "112" in result.out


def test_a_country_set_while_the_help_lines_are_broken_says_what_is_wrong(cmt, broken_content):
    result = cmt("settings", "country", "GB", content=broken_content)
    assert result.code in (1, 2)
    assert "The countries are ." not in result.err
