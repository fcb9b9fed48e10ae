"""`cmt settings`: every key, the people, and a file that was broken by hand."""

from __future__ import annotations

import json
import stat

import pytest

KEYS = ["country", "accessible", "speak", "bell", "day-start", "hide-names", "people"]
SAM = ("--add", "--name", "Sam", "--number", "07700 900123")


def value_of(cmt, key):
    return cmt("settings", key, "--json").json["settings"][key.replace("-", "_")]


def on_disk(home):
    return json.loads((home / "settings.json").read_text(encoding="utf-8"))


def test_all_of_them_are_shown_and_nothing_is_made(cmt, home):
    result = cmt("settings")
    assert [line.split("\t")[0] for line in result.out.splitlines()] == KEYS
    assert not home.exists()


def test_before_anything_is_set_unknown_is_null(cmt):
    assert cmt("settings", "--json").json["settings"] == {
        "country": None,
        "accessible": None,
        "speak": False,
        "bell": None,
        "day_start": "04:00",
        "hide_names": False,
        "people": [],
    }


@pytest.mark.parametrize("key", KEYS)
def test_one_of_them_is_shown_by_its_name(cmt, key):
    result = cmt("settings", key)
    assert result.code == 0
    assert [line.split("\t")[0] for line in result.out.splitlines()] == [key]


@pytest.mark.parametrize("key", ["accessible", "speak", "bell", "hide-names"])
@pytest.mark.parametrize(("word", "value"), [("on", True), ("off", False), ("yes", True), ("NO", False), ("True", True), ("false", False)])
def test_what_is_on_or_off_takes_any_word_for_it(cmt, key, word, value):
    assert cmt("settings", key, word).code == 0
    assert value_of(cmt, key) is value


@pytest.mark.parametrize(
    ("key", "given", "value"),
    [("country", "nz", "NZ"), ("day-start", "05:30", "05:30"), ("day-start", "5:30", "05:30"), ("day-start", "0:00", "00:00")],
)
def test_a_setting_is_kept_as_it_is_meant(cmt, key, given, value):
    result = cmt("settings", key, given)
    assert result.code == 0
    assert value_of(cmt, key) == value


@pytest.mark.parametrize(
    ("key", "value"),
    [
        *(("speak", "loudly"), ("accessible", "2"), ("bell", ""), ("country", "XX"), ("country", "")),
        *(("day-start", "noon"), ("day-start", "12:00"), ("day-start", "25:00")),
    ],
)
def test_a_value_that_a_setting_cannot_take_changes_nothing(cmt, home, key, value):
    before = cmt("settings", "--json").json
    result = cmt("settings", key, value)
    assert (result.code, result.out) == (2, "")
    assert cmt("settings", "--json").json == before
    assert not home.exists()


def test_a_setting_that_is_not_there_gets_the_nearest_name_and_the_list(cmt):
    result = cmt("settings", "acessible", "on")
    assert (result.code, result.out) == (2, "")
    assert "'accessible'" in result.err
    assert "day-start" in result.err


def test_setting_one_leaves_the_others(cmt):
    cmt("settings", "country", "GB")
    cmt("settings", "people", *SAM)
    cmt("settings", "speak", "on")
    said = cmt("settings", "--json").json["settings"]
    assert (said["country"], said["speak"], said["people"]) == ("GB", True, [{"name": "Sam", "number": "07700 900123"}])


def test_the_accessible_setting_is_used_from_the_next_line_on(cmt):
    cmt("settings", "accessible", "on")
    assert cmt("support").out.splitlines()[1:3] == [
        "You do not have to be sure.",
        "Ring 112 if you may act on it, and be near someone if you can.",
    ]


def test_the_day_start_is_used_for_the_local_day(cmt):
    cmt.later(hours=6.5)
    cmt("settings", "day-start", "01:00")
    assert cmt("checkin", "--pain", "4", "--json").json["checkin"]["day"] == "2026-01-06"


def test_what_is_set_is_said(cmt):
    result = cmt("settings", "country", "gb", stdout_is_terminal=True)
    assert result.out == "country is now GB.\n"


# People


def test_somebody_can_be_kept_and_taken_off(cmt):
    assert cmt("settings", "people", *SAM).code == 0
    assert value_of(cmt, "people") == [{"name": "Sam", "number": "07700 900123"}]
    assert cmt("settings", "people", "--remove", "sam").code == 0
    assert value_of(cmt, "people") == []


def test_several_people_are_kept_in_order_and_the_others_stay(cmt):
    cmt("settings", "people", *SAM)
    cmt("settings", "people", "--add", "--name", "Nan", "--number", "at number 12")
    cmt("settings", "people", "--remove", "Sam")
    assert [one["name"] for one in value_of(cmt, "people")] == ["Nan"]


def test_somebody_who_is_not_there_cannot_be_taken_off(cmt):
    cmt("settings", "people", *SAM)
    result = cmt("settings", "people", "--remove", "Alex")
    assert (result.code, result.out) == (2, "")
    assert len(value_of(cmt, "people")) == 1


@pytest.mark.parametrize("args", [("--add",), ("--add", "--name", "Sam"), ("--add", "--number", "1")], ids=" ".join)
def test_without_a_terminal_the_flags_that_are_missing_are_named(cmt, home, args):
    result = cmt("settings", "people", *args)
    assert (result.code, result.out) == (2, "")
    assert "--name" in result.err
    assert "--number" in result.err
    assert not home.exists()


def test_people_are_not_set_like_the_others(cmt, home):
    result = cmt("settings", "people", "Sam")
    assert (result.code, result.out) == (2, "")
    assert "--add" in result.err
    assert not home.exists()


@pytest.mark.parametrize("args", [SAM, ("--remove", "Sam")], ids=["--add", "--remove"])
def test_adding_and_taking_off_answer_in_json_when_asked(cmt, args):
    cmt("settings", "people", *SAM)
    assert cmt("settings", "people", *args, "--json").json["settings"]["people"] == value_of(cmt, "people")


@pytest.mark.parametrize("key", [(), ("speak",)], ids=["without a key", "with another key"])
def test_the_flags_of_people_are_refused_elsewhere_and_not_dropped(cmt, home, key):
    result = cmt("settings", *key, *SAM)
    assert (result.code, result.out) == (2, "")
    assert not home.exists()


# The file


def test_the_file_is_for_its_owner_alone(cmt, home):
    cmt("settings", "country", "GB")
    assert stat.S_IMODE((home / "settings.json").stat().st_mode) == 0o600
    assert stat.S_IMODE(home.stat().st_mode) == 0o700


def test_a_folder_others_could_enter_is_closed_to_them(cmt, home):
    home.mkdir(mode=0o755)
    home.chmod(0o755)
    cmt("settings", "people", *SAM)
    assert stat.S_IMODE(home.stat().st_mode) == 0o700


def test_nothing_is_left_beside_the_file(cmt, home):
    cmt("settings", "country", "GB")
    assert [path.name for path in home.iterdir()] == ["settings.json"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        '"GB"',
        '{"country": 7}',
        '{"day_start": "noon"}',
        '{"people": [{"name": "Sam"}]}',
        '{"speak": "on"}',
        '{"people": "Sam"}',
        "\x00",
    ],
)
def test_a_broken_file_is_remarked_on_and_the_usual_settings_are_used(cmt, home, text):
    home.mkdir()
    (home / "settings.json").write_text(text, encoding="utf-8")
    result = cmt("settings", "--json")
    assert result.code == 0
    assert result.json["settings"]["day_start"] == "04:00"
    assert str(home / "settings.json") in result.err
    assert (home / "settings.json").read_text(encoding="utf-8") == text


def test_a_file_that_is_not_utf8_is_a_broken_one(cmt, home):
    home.mkdir()
    (home / "settings.json").write_bytes(b'{"country": "\xff"}')
    result = cmt("support")
    assert result.code == 0
    assert "cannot be read" in result.err


@pytest.mark.parametrize(
    "args", [(), ("status",), ("support",), ("ground",), ("today", "--print"), ("checkin", "--pain", "4")], ids=" ".join
)
def test_with_a_broken_file_every_command_works(cmt, home, args):
    home.mkdir()
    (home / "settings.json").write_text("{", encoding="utf-8")
    result = cmt(*args)
    assert result.code == 0
    assert result.out
    assert result.err.count("\n") == 1


def test_settings_writes_a_new_file_over_a_broken_one(cmt, home):
    home.mkdir()
    (home / "settings.json").write_text("{", encoding="utf-8")
    cmt("settings", "country", "GB")
    assert on_disk(home)["country"] == "GB"
    assert cmt("settings").err == ""


def test_people_in_a_file_broken_by_hand_are_not_lost_when_a_setting_is_changed(cmt, home):
    home.mkdir()
    (home / "settings.json").write_text('{"people": [{"name": "Sam", "number": "07700 900123"}],}', encoding="utf-8")
    cmt("settings", "country", "GB")
    assert any("07700 900123" in path.read_text(encoding="utf-8") for path in home.iterdir())


def test_where_nothing_can_be_written_it_is_one_sentence(cmt, tmp_path):
    cmt.home = tmp_path / "taken" / "home"
    (tmp_path / "taken").write_text("a file")
    result = cmt("settings", "country", "GB")
    assert (result.code, result.out) == (1, "")
    assert "could not be kept" in result.err
    assert "Something went wrong" not in result.err
