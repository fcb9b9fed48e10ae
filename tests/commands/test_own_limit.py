"""`cmt settings paracetamol-24h`: a lower limit that a clinician gave, with whose it is. It tells of the person, so it is in the data file."""

from __future__ import annotations

import json

import pytest
from asked import rows

from cmt_cli.base.words import settings as words

KEY = ("settings", "paracetamol-24h")


def kept(cmt):
    return cmt(*KEY, "--json").json["settings"]


def test_a_limit_is_kept_with_whose_it_is(cmt):
    result = cmt(*KEY, "3000", "--by", "  my  GP ")
    assert (result.code, result.out, result.err) == (0, "paracetamol-24h: 3000 mg, from my GP\n", "")
    assert kept(cmt) == {"paracetamol_24h": 3000, "by": "my GP"}
    assert list(kept(cmt)) == ["paracetamol_24h", "by"]
    assert cmt(*KEY).out == result.out


def test_without_one_it_is_null_and_looking_makes_nothing(cmt, home):
    assert cmt(*KEY).out == words.NO_LIMIT + "\n"
    assert kept(cmt) == {"paracetamol_24h": None, "by": None}
    assert not home.exists()


@pytest.mark.parametrize("value", ["500", "4000"])
def test_both_ends_may_be_given(cmt, value):
    assert cmt(*KEY, value, "--by", "a nurse").code == 0
    assert kept(cmt)["paracetamol_24h"] == int(value)


@pytest.mark.parametrize("value", ["4001", "5000", "499", "0", "-1", "3,000", "3 g", "3000.5", "", "nan", "\u0663\u0660\u0660\u0660"])
def test_over_four_thousand_or_no_such_number_is_refused_and_the_one_before_stays(cmt, value):
    cmt(*KEY, "3000", "--by", "my GP")
    result = cmt(*KEY, "--by", "my GP", "--", value)
    assert (result.code, result.out, result.err) == (2, "", words.BAD_LIMIT + "\n")
    assert kept(cmt) == {"paracetamol_24h": 3000, "by": "my GP"}


@pytest.mark.parametrize("by", [(), ("--by", ""), ("--by", "  ")])
def test_it_needs_whose_it_is(cmt, home, by):
    result = cmt(*KEY, "3000", *by)
    assert (result.code, result.out, result.err) == (2, "", words.LIMIT_NEEDS_BY + "\n")
    assert not home.exists()


def test_whose_it_is_alone_is_refused_rather_than_dropped(cmt):
    assert (cmt(*KEY, "--by", "my GP").code, cmt(*KEY, "--by", "my GP").err) == (2, words.BY_NEEDS_LIMIT + "\n")


@pytest.mark.parametrize("off", ["off", "OFF"])
def test_off_takes_it_away(cmt, off):
    cmt(*KEY, "3000", "--by", "my GP")
    assert cmt(*KEY, off).out == words.NO_LIMIT + "\n"
    assert kept(cmt) == {"paracetamol_24h": None, "by": None}


def test_it_is_in_the_data_file_and_not_among_the_settings(cmt, home):
    cmt("settings", "bell", "on")
    cmt(*KEY, "3000", "--by", "Dr Grey")
    assert "Grey" not in (home / "settings.json").read_text()
    assert "paracetamol" not in json.dumps(cmt("settings", "--json").json)
    assert rows(home, "SELECT value FROM marks WHERE key LIKE 'paracetamol%' ORDER BY key") == [("3000",), ("Dr Grey",)]


def test_the_notice_says_whose_limit_it_is_and_four_thousand_stays(cmt):
    cmt(*KEY, "3000", "--by", "my GP")

    def met(units):
        notices = cmt("med", "add", "paracetamol 500", "--units", units, "--json").json["notices"]
        return [one["text"] for one in notices if one["rule"] == "R1"]

    assert met("6") == []  # 3,000 mg
    [own] = met("1")  # 3,500 mg
    assert "3.5 g" in own
    assert "my GP" in own.replace("My GP", "my GP")
    [usual] = met("2")  # 4,500 mg
    assert "4.5 g" in usual
    assert "The usual adult limit is 4 g" in usual
