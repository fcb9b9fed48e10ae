"""`cmt checkin` by flags: add, list, edit, delete, in words and in JSON."""

from __future__ import annotations

import pytest

KEYS = [
    "id",
    "at",
    "day",
    "pain",
    "urge",
    "need",
    "mood",
    "critical_voice",
    "self_kindness",
    "painkillers",
    "more",
    "practised",
    "used_in_life",
]
SCALES = ["--pain", "--urge", "--need", "--mood", "--critical-voice", "--self-kindness"]
EVERYTHING = (
    *("--pain", "4", "--urge", "6", "--need", "5", "--mood", "3", "--critical-voice", "7", "--self-kindness", "2"),
    *("--painkillers", "more", "--more", "one of the old ones", "--practised", "--used", "at the sink"),
)


def kept(cmt, *args):
    return cmt("checkin", *args, "--json").json["checkin"]


def test_everything_that_is_given_is_kept(cmt):
    assert kept(cmt, *EVERYTHING) == {
        "id": 1,
        "at": "2026-01-05T19:00:00+00:00",
        "day": "2026-01-05",
        "pain": 4,
        "urge": 6,
        "need": 5,
        "mood": 3,
        "critical_voice": 7,
        "self_kindness": 2,
        "painkillers": "more",
        "more": "one of the old ones",
        "practised": True,
        "used_in_life": "at the sink",
    }


@pytest.mark.parametrize("args", [("--pain", "4"), ("--not-practised",), ("--painkillers", "none"), ("--used", "words")], ids=" ".join)
def test_what_is_not_given_is_null_and_no_key_is_missing(cmt, args):
    one = kept(cmt, *args)
    assert list(one) == KEYS
    assert sum(value is not None for value in one.values()) == 4


def test_the_answer_says_what_was_stored_when_and_under_which_number(cmt):
    result = cmt("checkin", "--pain", "4", "--at", "yesterday 18:30")
    assert (result.code, result.err) == (0, "")
    assert result.out == "Check-in 1 is kept for Sun 4 Jan 2026 18:30.\n"


@pytest.mark.parametrize("flag", SCALES)
@pytest.mark.parametrize("value", ["0", "10"])
def test_every_scale_takes_0_and_10(cmt, flag, value):
    assert kept(cmt, flag, value)[flag[2:].replace("-", "_")] == int(value)


@pytest.mark.parametrize("flag", SCALES)
@pytest.mark.parametrize("value", ["-1", "11", "4.5", "four", ""])
def test_no_scale_takes_anything_else(cmt, home, flag, value):
    result = cmt("checkin", f"{flag}={value}")
    assert (result.code, result.out) == (2, "")
    assert flag in result.err
    assert not home.exists()


@pytest.mark.parametrize("value", ["none", "all_logged", "more"])
def test_painkillers_are_one_of_three_words(cmt, value):
    assert kept(cmt, "--painkillers", value)["painkillers"] == value


def test_another_word_for_painkillers_is_refused_with_the_three(cmt, home):
    result = cmt("checkin", "--painkillers", "some")
    assert (result.code, result.out) == (2, "")
    assert "all_logged" in result.err
    assert not home.exists()


@pytest.mark.parametrize(("flag", "key"), [("--more", "more"), ("--used", "used_in_life")])
def test_words_that_are_empty_are_no_words(cmt, flag, key):
    assert kept(cmt, "--pain", "4", flag, "")[key] is None


def test_a_past_day_without_a_time_is_kept_at_noon(cmt):
    one = kept(cmt, "--pain", "4", "--at", "2026-01-03")
    assert (one["at"], one["day"]) == ("2026-01-03T12:00:00+00:00", "2026-01-03")


def test_today_without_a_time_is_kept_at_now(cmt):
    assert kept(cmt, "--pain", "4", "--at", "today")["at"] == "2026-01-05T19:00:00+00:00"


def test_half_past_one_at_night_belongs_to_the_evening_before(cmt):
    cmt.later(hours=6.5)
    one = kept(cmt, "--pain", "4")
    assert (one["at"], one["day"]) == ("2026-01-06T01:30:00+00:00", "2026-01-05")


@pytest.mark.parametrize("when", ["2026-01-06", "2099-01-01", "2026-01-05 19:01"])
def test_the_future_is_refused_with_what_was_read(cmt, home, when):
    result = cmt("checkin", "--pain", "4", "--at", when)
    assert (result.code, result.out) == (2, "")
    assert when[:4] in result.err
    assert not home.exists()


def test_without_a_terminal_and_without_anything_it_names_a_flag_and_makes_nothing(cmt, home):
    result = cmt("checkin")
    assert (result.code, result.out) == (2, "")
    assert "--pain" in result.err
    assert not home.exists()


@pytest.mark.parametrize("args", [("--urge", "8"), ("--urge", "10"), ("--mood", "2"), ("--mood", "0")], ids=" ".join)
def test_a_heavy_day_is_answered_with_where_there_are_people(cmt, args):
    result = cmt("checkin", *args, "--json")
    assert "cmt support" in result.err
    assert result.json["checkin"]["id"] == 1


@pytest.mark.parametrize("args", [("--urge", "7"), ("--mood", "3"), ("--pain", "10")], ids=" ".join)
def test_any_other_day_is_not(cmt, args):
    assert cmt("checkin", *args).err == ""


def test_options_of_a_check_in_before_another_word_are_refused_and_not_dropped(cmt):
    result = cmt("checkin", "--pain", "4", "list")
    assert result.code == 2


# List


def test_an_empty_list_is_no_error(cmt, home):
    assert cmt("checkin", "list").code == 0
    assert cmt("checkin", "list").out == ""
    assert cmt("checkin", "list", "--json").json == {"schema_version": 1, "checkins": []}
    assert not home.exists()


def test_an_empty_list_in_a_terminal_says_so(cmt):
    result = cmt("checkin", "list", stdout_is_terminal=True)
    assert (result.code, result.out) == (0, "")
    assert "No check-ins" in result.err


def test_the_list_is_newest_first(cmt):
    for when in ("yesterday 18:30", "2026-01-05 08:00", "2026-01-02"):
        cmt("checkin", "--pain", "4", "--at", when)
    found = cmt("checkin", "list", "--json").json["checkins"]
    assert [one["id"] for one in found] == [2, 1, 3]
    assert all(list(one) == KEYS for one in found)


@pytest.mark.parametrize(
    ("filters", "days"),
    [
        (("--since", "2026-01-04"), [5, 4]),
        (("--until", "2026-01-04"), [4, 3, 2]),
        (("--since", "yesterday", "--until", "yesterday"), [4]),
        (("--since", "saturday"), [5, 4, 3]),
        (("--limit", "1"), [5]),
        (("--since", "today"), [5]),
    ],
    ids=lambda value: " ".join(map(str, value)),
)
def test_the_list_can_be_of_some_days_or_of_so_many(cmt, filters, days):
    for day in (2, 3, 4, 5):
        cmt("checkin", "--pain", "4", "--at", f"2026-01-0{day} 10:00")
    found = cmt("checkin", "list", *filters, "--json").json["checkins"]
    assert [int(one["day"][-2:]) for one in found] == days


def test_twenty_are_shown_unless_another_number_is_given(cmt):
    for _ in range(21):
        cmt("checkin", "--pain", "4")
    assert len(cmt("checkin", "list").out.splitlines()) == 20
    assert len(cmt("checkin", "list", "--limit", "30").out.splitlines()) == 21


@pytest.mark.parametrize(
    "args", [("--limit", "0"), ("--limit", "many"), ("--since", "the day it rained"), ("--until", "2026-13-01")], ids=" ".join
)
def test_a_filter_that_is_not_understood_is_a_usage_error(cmt, args):
    result = cmt("checkin", "list", *args)
    assert (result.code, result.out) == (2, "")


# Edit


def test_edit_changes_what_is_named_and_leaves_the_rest(cmt):
    before = kept(cmt, *EVERYTHING)
    after = cmt("checkin", "edit", "1", "--pain", "9", "--not-practised", "--json").json["checkin"]
    assert after == before | {"pain": 9, "practised": False}
    assert cmt("checkin", "list", "--json").json["checkins"] == [after]


def test_edit_moves_a_check_in_to_another_moment_and_its_day(cmt):
    kept(cmt, "--pain", "4")
    after = cmt("checkin", "edit", "1", "--at", "yesterday 09:00", "--json").json["checkin"]
    assert (after["at"], after["day"], after["pain"]) == ("2026-01-04T09:00:00+00:00", "2026-01-04", 4)


def test_edit_says_what_was_changed_and_when_it_stands_for(cmt):
    kept(cmt, "--pain", "4")
    assert cmt("checkin", "edit", "1", "--pain", "5").out == "Check-in 1 is changed. It stands for Mon 5 Jan 2026 19:00.\n"


def test_edit_with_nothing_to_change_says_what_could_be(cmt):
    kept(cmt, "--pain", "4")
    result = cmt("checkin", "edit", "1")
    assert (result.code, result.out) == (2, "")
    assert "--pain" in result.err


@pytest.mark.parametrize("command", [("edit", "7", "--pain", "4"), ("delete", "7", "--yes")], ids=" ".join)
def test_a_check_in_that_is_not_there_is_not_found(cmt, command):
    result = cmt("checkin", *command)
    assert (result.code, result.out) == (1, "")
    assert "checkin list" in result.err


@pytest.mark.parametrize("command", ["edit", "delete"])
@pytest.mark.parametrize("number", ["0", "-1", "one", ""])
def test_a_number_that_is_none_is_a_usage_error(cmt, command, number):
    assert cmt("checkin", command, "--", number).code == 2


# Delete


def test_delete_with_yes_deletes_that_one_and_answers_with_it(cmt):
    first, second = kept(cmt, "--pain", "4"), kept(cmt, "--pain", "5")
    assert cmt("checkin", "delete", "1", "--yes", "--json").json["checkin"] == first
    assert cmt("checkin", "list", "--json").json["checkins"] == [second]


def test_delete_says_what_was_deleted(cmt):
    kept(cmt, "--pain", "4")
    assert cmt("checkin", "delete", "1", "--yes").out == "Check-in 1 of Mon 5 Jan 2026 19:00 is deleted.\n"


def test_delete_without_yes_and_without_a_terminal_deletes_nothing_and_names_the_flag(cmt):
    kept(cmt, "--pain", "4")
    result = cmt("checkin", "delete", "1")
    assert (result.code, result.out) == (2, "")
    assert "--yes" in result.err
    assert len(cmt("checkin", "list", "--json").json["checkins"]) == 1


def test_a_number_is_never_used_again(cmt):
    kept(cmt, "--pain", "4")
    cmt("checkin", "delete", "1", "--yes")
    assert kept(cmt, "--pain", "5")["id"] == 2
