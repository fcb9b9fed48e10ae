"""`cmt start` by flags: what it says, what it sets, and what it leaves alone."""

from __future__ import annotations

import json

import pytest

from cmt_cli.base.words import start as words

STATUS_KEYS = {"schema_version", "programme", "content_version", "day", "days", "days_completed", "state", "next", "measure_due"}


def test_it_says_the_six_lines_and_where_the_record_is(cmt, home):
    result = cmt("start", "--yes", "--country", "GB")
    assert result.code == 0
    assert [line in result.out for line in words.SIX_LINES] == [True] * 6
    assert str(home) in result.out
    assert "cmt today" in result.out


MUST = (
    "under 18",
    "pregnancy",
    "cancer",
    "end-of-life",
    "methadone",
    "buprenorphine",
    "ask your team",
    "as prescribed",
    "asks you to take less",
)


@pytest.mark.parametrize("must", MUST)
def test_it_says_whom_it_was_not_made_for_and_to_keep_taking_what_is_prescribed(cmt, must):
    assert must in cmt("start", "--yes").out.lower()


def test_the_country_is_kept_in_two_large_letters(cmt, home):
    cmt("start", "--yes", "--country", "gb")
    assert json.loads((home / "settings.json").read_text(encoding="utf-8"))["country"] == "GB"


def test_without_a_country_none_is_set(cmt, home):
    assert cmt("start", "--yes").code == 0
    assert not (home / "settings.json").exists()


def test_a_country_that_is_not_known_names_those_that_are_and_keeps_nothing(cmt, home):
    result = cmt("start", "--yes", "--country", "XX")
    assert (result.code, result.out) == (2, "")
    assert "GB" in result.err
    assert not home.exists()


def test_the_json_is_that_of_status(cmt):
    said = cmt("start", "--yes", "--country", "GB", "--json").json
    assert set(said) == STATUS_KEYS
    assert said == cmt("status", "--json").json


def test_a_programme_of_ones_own_can_be_started(cmt, tmp_path):
    cmt("programme", "new", str(tmp_path / "mine"))
    said = cmt("start", "--yes", "--programme", str(tmp_path / "mine"), "--json").json
    assert (said["programme"], said["content_version"], said["days"]) == ("my-programme", "0.1", 1)
    assert cmt("status", "--json").json["programme"] == "my-programme"


def test_a_programme_that_is_nowhere_is_refused_and_nothing_is_made(cmt, home):
    result = cmt("start", "--yes", "--programme", "nowhere")
    assert (result.code, result.out) == (2, "")
    assert "programme list" in result.err
    assert not home.exists()


def test_without_a_terminal_and_without_yes_it_names_the_flags_and_makes_nothing(cmt, home):
    result = cmt("start", "--country", "GB")
    assert (result.code, result.out) == (2, "")
    assert "--yes" in result.err
    assert "--country" in result.err
    assert not home.exists()


def test_starting_again_loses_nothing(cmt):
    cmt("today", "--done")
    said = cmt("start", "--yes", "--json").json
    assert (said["days_completed"], said["day"]) == (1, 2)


def test_starting_again_without_a_country_keeps_the_country(cmt, home):
    cmt("start", "--yes", "--country", "GB")
    cmt("start", "--yes")
    assert cmt("settings", "country", "--json").json["settings"]["country"] == "GB"
