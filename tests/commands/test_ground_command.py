"""`cmt ground` where there is no terminal: it is printed, needs no record and leaves none."""

from __future__ import annotations

import pytest

from cmt_cli.store import file

WAYS = {"feet": None, "around": "Sounds and touch.", "breath": None}


def test_it_prints_a_way_of_steadying_and_makes_nothing(cmt, home):
    result = cmt("ground")
    assert (result.code, result.err) == (0, "")
    assert result.out.splitlines()[0] == WAYS["around"]
    assert not home.exists()


def test_each_way_is_another(cmt):
    assert len({cmt("ground", "--with", way).out for way in WAYS}) == len(WAYS)


@pytest.mark.parametrize("way", WAYS)
def test_each_way_has_words_and_quiet_or_a_breath(cmt, way):
    result = cmt("ground", "--with", way)
    assert (result.code, result.err) == (0, "")
    assert "of quiet." in result.out or "In for " in result.out


def test_a_way_that_is_not_there_is_a_usage_error_that_names_those_that_are(cmt):
    result = cmt("ground", "--with", "hands")
    assert (result.code, result.out) == (2, "")
    assert all(way in result.err for way in WAYS)


@pytest.mark.parametrize("pace", ["0.1", "5", "nan"])
def test_a_pace_that_cannot_be_kept_is_a_usage_error(cmt, pace):
    result = cmt("ground", f"--pace={pace}")
    assert (result.code, result.out) == (2, "")
    assert "0.25" in result.err


def test_with_a_broken_data_file_it_works_and_leaves_it(cmt, home):
    home.mkdir()
    (home / file.FILE).write_bytes(b"not a data file at all")
    assert cmt("ground").code == 0
    assert (home / file.FILE).read_bytes() == b"not a data file at all"
