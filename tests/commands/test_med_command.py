"""`cmt med` add, none, list, edit, delete and usual, in words, in JSON and between tabs. A dose is never refused for being much."""

from __future__ import annotations

import json
import re

import pytest
from asked import asked, files_with, records, rows

from cmt_cli.base.words import med as words
from cmt_cli.base.words import times as times_words

KEYS = ["id", "at", "day", "medicine", "product", "units", "unit", "reason", "reason_words", "pain", "urge", "after_pause", "source"]
KEYS += ["counts", "components"]
NOTICE_KEYS = ["rule", "text", "next", "source"]
CODEINE = "cocodamol 30"
PATCH = "fentanyl patch 25 mcg/h"
WHY = ("--reason", "headache", "--reason-words", "the rain", "--pain", "7", "--urge", "9", "--source", "prescription")


def added(cmt, *args):
    return cmt("med", "add", *args, "--json").json["dose"]


def doses(cmt):
    return cmt("med", "list", "--json").json["doses"]


def one_line(text):
    return " ".join(text.split())


# Add


def test_everything_that_is_given_is_kept_under_its_keys_in_order(cmt):
    said = cmt("med", "add", CODEINE, "--units", "2", "--at", "yesterday 18:30", *WHY, "--json").json
    assert list(said) == ["schema_version", "dose", "notices"]
    assert said["notices"] == []
    assert list(said["dose"]) == KEYS
    assert said["dose"] == {
        "id": 1,
        "at": "2026-01-04T18:30:00+00:00",
        "day": "2026-01-04",
        "medicine": "co-codamol 30/500",
        "product": 1,
        "units": 2,
        "unit": "tablet",
        "reason": "headache",
        "reason_words": "the rain",
        "pain": 7,
        "urge": 9,
        "after_pause": None,
        "source": "prescription",
        "counts": "painkiller",
        "components": [{"ingredient": "paracetamol", "mg": 1000}, {"ingredient": "codeine", "mg": 60}],
    }


def test_what_is_not_given_is_null_and_one_unit_was_taken_now(cmt):
    dose = added(cmt, CODEINE)
    assert (dose["at"], dose["units"], dose["source"]) == ("2026-01-05T19:00:00+00:00", 1, "unknown")
    assert [dose[name] for name in ("reason", "reason_words", "pain", "urge", "after_pause")] == [None] * 5


@pytest.mark.parametrize("blank", ["", "  "])
def test_blank_words_are_no_words(cmt, blank):
    assert added(cmt, CODEINE, "--reason-words", blank)["reason_words"] is None


def test_the_answer_says_what_was_stored_when_and_its_number(cmt):
    result = cmt("med", "add", CODEINE, "--units", "2")
    assert (result.code, result.err) == (0, "")
    assert result.out == "Kept as dose 1: 2 tablets of co-codamol 30/500, Mon 5 Jan 2026 19:00.\n"


@pytest.mark.parametrize("said", ["0.5", "0,5", ".5", "\u00bd", " 0.5 "])
def test_half_a_tablet_is_half_of_what_it_holds(cmt, said):
    dose = added(cmt, CODEINE, "--units", said)
    assert (dose["units"], [one["mg"] for one in dose["components"]]) == (0.5, [250, 15])


@pytest.mark.parametrize(("said", "units"), [("1\u00bd", 1.5), ("2,000", 2000), ("007", 7), ("100000", 100_000)])
def test_counts_are_read_as_people_write_them(cmt, said, units):
    assert added(cmt, "drops", "--units", said)["units"] == units


def test_a_liquid_is_counted_in_ml(cmt):
    result = cmt("med", "add", "oramorph", "--units", "7.5")
    assert "7.5 ml of morphine" in result.out
    [dose] = doses(cmt)
    assert (dose["unit"], dose["components"]) == ("ml", [{"ingredient": "morphine", "mg": 15}])


def test_a_patch_is_one_dose_said_by_what_it_gives_in_an_hour(cmt):
    dose = added(cmt, PATCH)
    assert (dose["medicine"], dose["unit"], dose["units"]) == (PATCH, "patch", 1)
    assert "fentanyl 25 micrograms an hour for 72 hours" in one_line(cmt("med", "names", stdout_is_terminal=True, width=200).out)
    told = cmt("pause", PATCH, "--choice", "open").out
    assert "In the last 24 hours: 1 patch." in told
    assert cmt("med", "edit", "1", "--units", "2").out.startswith("Dose 1 is changed: 2 patches of ")


@pytest.mark.parametrize(
    ("unit", "units", "said"),
    [
        ("tablet", "1", "1 tablet"),
        ("tablet", "0.5", "0.5 tablet"),
        ("tablet", "1.5", "1.5 tablets"),
        ("suppository", "2", "2 suppositories"),
        ("ml", "15", "15 ml"),
        ("patch", "2", "2 patches"),
        ("unit", "2", "2"),
        ("lozenge", "3", "3 lozenges"),
    ],
)
def test_units_are_said_as_one_says_them(cmt, unit, units, said):
    cmt("med", "names", "--add", "x", "--unit", unit)
    assert cmt("med", "add", "x", "--units", units).out.startswith(f"Kept as dose 1: {said} of x, ")


@pytest.mark.parametrize(
    "said", ["0", "-1", "-0.5", "", " ", "two", "nan", "inf", "1e3", "1_000", "1/2", "100001", "9" * 400, "0x10", "\u0663"]
)
@pytest.mark.parametrize("command", [("med", "add", CODEINE, "--units"), ("med", "usual", CODEINE, "--set")], ids=["units", "set"])
def test_a_count_that_is_none_gets_one_clear_sentence_and_nothing_is_stored(cmt, home, command, said):
    result = cmt(*command, said)
    assert (result.code, result.out) == (2, "")
    assert result.err == words.BAD_UNITS.format(flag=command[-1]) + "\n"
    assert not home.exists()


@pytest.mark.parametrize("units", ["11", "40", "500", "100000"])
def test_a_dose_is_never_refused_for_being_much_and_is_kept_before_anything_is_said(cmt, units):
    result = cmt("med", "add", "paracetamol 500", "--units", units)
    assert result.code == 0
    assert doses(cmt)[0]["units"] == float(units)
    assert "Kept as dose 1" in result.out


def test_after_many_tablets_the_help_lines_come_first(cmt):
    cmt("start", "--yes", "--country", "GB")
    said = cmt("med", "add", "paracetamol 500", "--units", "20").out
    assert said.index("Samaritans") < said.index("Kept as dose 1") < said.index("10 g of paracetamol")


def test_a_notice_has_its_rule_its_words_one_next_step_and_its_source(cmt):
    cmt("med", "add", "paracetamol 500", "--units", "8")
    cmt.later(hours=1)
    said = cmt("med", "add", "paracetamol 500", "--json").json
    assert [one["rule"] for one in said["notices"]] == ["R1", "R3"]
    for notice in said["notices"]:
        assert list(notice) == NOTICE_KEYS
        assert all(notice.values())


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (("--at", "2026-01-05 19:01"), times_words.IN_THE_FUTURE.partition("{")[0]),
        (("--at", "2099-01-01"), times_words.IN_THE_FUTURE.partition("{")[0]),
        (("--at", "at tea"), times_words.NOT_A_TIME),
        (("--reason", "fun"), words.BAD_REASON.partition("{")[0]),
        (("--source", "a friend"), words.BAD_SOURCE),
        (("--pain", "11"), "--pain"),
        (("--urge", "-1"), "--urge"),
        (("--reason-words", "a\0b"), ""),
    ],
)
def test_what_cannot_be_is_one_clear_sentence_and_nothing_is_stored(cmt, home, args, sentence):
    result = cmt("med", "add", CODEINE, *args)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(sentence)
    assert not (home / "cmt.db").exists() or records_of_medicines(home) == []


def records_of_medicines(home):
    return [row for table in ("medicines", "doses", "nones") for row in rows(home, f"SELECT * FROM {table}")]


@pytest.mark.parametrize("args", [(CODEINE, "--units", "0"), (CODEINE, "--at", "2099-01-01"), ("ibuprofen",), (CODEINE, "--reason", "fun")])
def test_words_of_a_dose_that_could_not_be_kept_are_in_a_draft(cmt, home, args):
    result = cmt("med", "add", *args, "--reason-words", "after the stairs")
    assert result.code == 2
    [draft] = (home / "drafts").iterdir()
    assert draft.read_text() == "after the stairs\n"
    assert str(draft) in result.err
    assert "after the stairs" not in result.err


def test_words_that_were_kept_leave_no_draft(cmt, home):
    added(cmt, CODEINE, *WHY)
    cmt("med", "edit", "1", "--reason-words", "the wind")
    assert not (home / "drafts").exists()


def test_where_a_medicine_is_from_is_as_the_last_time(cmt):
    added(cmt, CODEINE, "--source", "prescription")
    assert added(cmt, "Zapain")["source"] == "prescription"
    assert added(cmt, CODEINE, "--source", "over_the_counter")["source"] == "over_the_counter"


def test_a_dose_after_midnight_belongs_to_the_evening_before(cmt):
    dose = added(cmt, CODEINE, "--at", "2026-01-05 01:30")
    assert (dose["at"], dose["day"]) == ("2026-01-05T01:30:00+00:00", "2026-01-04")


# None


def test_a_day_without_is_not_an_unlogged_one(cmt, home):
    assert cmt("med", "none", "--json").json == {"schema_version": 1, "day": "2026-01-05", "taken": False}
    assert cmt("med", "none", "--on", "yesterday").out == words.NONE_KEPT.format(day="Sun 4 Jan 2026") + "\n"
    assert rows(home, "SELECT day FROM nones ORDER BY day") == [("2026-01-04",), ("2026-01-05",)]


def test_the_same_day_twice_is_one(cmt, home):
    for _ in range(2):
        assert cmt("med", "none").code == 0
    assert rows(home, "SELECT count(*) FROM nones") == [(1,)]


def test_a_dose_beats_a_none_and_that_is_said(cmt):
    added(cmt, CODEINE, "--at", "yesterday")
    assert cmt("med", "none", "--on", "yesterday").out == words.NONE_BESIDE.format(day="Sun 4 Jan 2026") + "\n"
    assert cmt("med", "none").out == words.NONE_KEPT.format(day="Mon 5 Jan 2026") + "\n"


def test_what_is_no_painkiller_does_not_beat_it(cmt):
    assert added(cmt, "pregabalin 75")["counts"] == "other"
    assert cmt("med", "none").out == words.NONE_KEPT.format(day="Mon 5 Jan 2026") + "\n"


@pytest.mark.parametrize("day", ["2026-01-06", "2099-01-01", "when it rained"])
def test_a_day_that_has_not_come_is_refused(cmt, home, day):
    result = cmt("med", "none", "--on", day)
    assert (result.code, result.out) == (2, "")
    assert not home.exists()


def test_undo_takes_back_a_none(cmt, home):
    cmt("med", "none")
    assert cmt("undo", "--json").json["undone"]["records"] == [{"kind": "none", "id": 1}]
    assert rows(home, "SELECT * FROM nones") == []


# List


def test_doses_are_newest_first_by_when_they_were_taken(cmt):
    for at in ("2026-01-03", "2026-01-05 08:00", "2026-01-04"):
        added(cmt, CODEINE, "--at", at)
    assert [one["id"] for one in doses(cmt)] == [2, 3, 1]
    assert [one["id"] for one in cmt("med", "list", "--limit", "1", "--json").json["doses"]] == [2]
    only = cmt("med", "list", "--since", "2026-01-04", "--until", "2026-01-04", "--json").json["doses"]
    assert [one["id"] for one in only] == [3]


def test_a_list_in_a_pipe_is_the_json_in_order_between_tabs(cmt):
    dose = added(cmt, CODEINE, "--units", "2", *WHY)
    [cells] = [line.split("\t") for line in cmt("med", "list").out.splitlines()]
    components = cells.pop()
    assert json.loads(components) == dose.pop("components")
    assert cells == ["" if value is None else str(value) for value in dose.values()]


def test_tabs_and_new_lines_in_words_are_a_space_there(cmt):
    added(cmt, CODEINE, "--reason-words", "one\ttwo\nthree")
    assert "\tone two three\t" in cmt("med", "list").out
    assert len(cmt("med", "list").out.split("\t")) == len(KEYS)


def test_an_empty_list_is_0_and_makes_nothing(cmt, home):
    assert (cmt("med", "list").code, cmt("med", "list").out) == (0, "")
    assert cmt("med", "list", stdout_is_terminal=True).err == words.NONE_YET + "\n"
    assert doses(cmt) == []
    assert not home.exists()


@pytest.mark.parametrize("width", [40, 60, 80, 200])
def test_nothing_of_a_dose_is_cut_at_any_width(cmt, width):
    added(cmt, CODEINE, "--units", "2", *WHY[:2], "--reason-words", "the rain on the stairs", "--source", "over_the_counter")
    out = cmt("med", "list", stdout_is_terminal=True, width=width).out
    assert max(map(len, out.splitlines())) <= width
    words_of_it = "co codamol 30 500 2 tablets headache over the counter 2026 01 05 19 00 rain on stairs"
    assert set(words_of_it.split()) <= set(re.findall(r"\w+", out))


def test_a_listener_hears_one_labelled_record_a_line(cmt):
    added(cmt, CODEINE, *WHY)
    out = cmt("med", "list", accessible=True, stdout_is_terminal=True).out
    assert out == (
        "Number: 1. When: 2026-01-05 19:00. Medicine: co-codamol 30/500. Units: 1 tablet. Reason: headache. Pain: 7. Urge: 9. "
        "From: prescription. In words: the rain.\n"
    )


def test_escape_sequences_in_words_never_reach_a_terminal(cmt):
    added(cmt, CODEINE, "--reason-words", "a\x1b[31mb")
    for changes in ({"stdout_is_terminal": True}, {"stdout_is_terminal": True, "accessible": True}, {}):
        assert "\x1b" not in cmt("med", "list", **changes).out


# Edit and delete


def test_edit_changes_what_is_named_and_leaves_the_rest(cmt):
    before = added(cmt, CODEINE, "--units", "2", *WHY)
    after = cmt("med", "edit", "1", "--units", "\u00bd", "--at", "08:00", "--json").json["dose"]
    changed = {"units": 0.5, "at": "2026-01-05T08:00:00+00:00", "components": after["components"]}
    assert after == {**before, **changed}
    assert [one["mg"] for one in after["components"]] == [250, 15]
    assert doses(cmt) == [after]


def test_edit_takes_words_away_with_none(cmt):
    added(cmt, CODEINE, *WHY)
    assert cmt("med", "edit", "1", "--reason-words", "", "--json").json["dose"]["reason_words"] is None


def test_an_edit_that_completes_a_window_is_told_so(cmt):
    added(cmt, "paracetamol 500", "--units", "6")
    assert "R1" in [one["rule"] for one in cmt("med", "edit", "1", "--units", "9", "--json").json["notices"]]


@pytest.mark.parametrize(
    ("args", "code"),
    [
        ((), 2),
        (("--units", "0"), 2),
        (("--units", ""), 2),
        (("--at", "2099-01-01"), 2),
        (("--reason", "fun"), 2),
        (("--source", "x"), 2),
        (("--pain", "11"), 2),
    ],
)
def test_an_edit_that_cannot_be_changes_nothing(cmt, args, code):
    before = added(cmt, CODEINE, *WHY)
    result = cmt("med", "edit", "1", *args)
    assert (result.code, result.out) == (code, "")
    assert doses(cmt) == [before]


@pytest.mark.parametrize("command", [("edit", "7", "--units", "1"), ("delete", "7", "--yes"), ("delete", "7", "--forever", "--yes")])
def test_a_dose_that_is_not_there_is_1(cmt, command):
    added(cmt, CODEINE)
    result = cmt("med", *command)
    assert (result.code, result.out) == (1, "")
    assert "There is no dose 7." in result.err
    assert len(doses(cmt)) == 1


def test_delete_asks_and_the_default_is_no(cmt, monkeypatch):
    before = added(cmt, CODEINE)
    for reply, left in ((None, [before]), (False, [before]), (True, [])):
        result, screen = asked(cmt, monkeypatch, "med", "delete", "1", replies=(reply,))
        assert (result.code, len(screen.transcript)) == (0, 1)
        assert doses(cmt) == left


def test_delete_needs_yes_where_nobody_can_answer(cmt):
    added(cmt, CODEINE)
    result = cmt("med", "delete", "1")
    assert (result.code, result.out) == (2, "")
    assert "--yes" in result.err
    assert len(doses(cmt)) == 1


def test_delete_answers_with_the_dose_and_undo_brings_it_back(cmt):
    before = added(cmt, CODEINE, *WHY)
    assert cmt("med", "delete", "1", "--yes", "--json").json["dose"] == before
    assert doses(cmt) == []
    cmt("undo")
    assert doses(cmt) == [before]


def test_undo_goes_back_step_by_step_to_nothing(cmt, home):
    first = added(cmt, CODEINE)
    cmt("med", "usual", CODEINE, "--set", "2")
    cmt("med", "usual")
    cmt("med", "edit", "1", "--units", "3")
    for left in ([2, 1], [1], [1]):
        assert cmt("undo").code == 0
        assert [one["id"] for one in doses(cmt)] == left
    assert doses(cmt) == [first]
    cmt("undo")
    assert all(not kept for kept in records(home).values())
    assert cmt("med", "names", "--json").json["medicines"] == []


def test_forever_leaves_its_words_nowhere_in_the_folder(cmt, home):
    added(cmt, CODEINE, "--reason-words", "zanzibar")
    cmt("med", "edit", "1", "--reason-words", "timbuktu")
    assert files_with(home, "zanzibar", "timbuktu") == ["cmt.db"]
    result = cmt("med", "delete", "1", "--forever", "--yes", "--json")
    assert result.json["forgotten"] == {"kind": "doses", "id": 1}
    assert files_with(home, "zanzibar", "timbuktu") == []
    assert doses(cmt) == []
    assert cmt("data", "check").code == 0


def test_a_number_is_never_used_again(cmt):
    added(cmt, CODEINE)
    cmt("med", "delete", "1", "--forever", "--yes")
    assert added(cmt, CODEINE)["id"] == 2


def test_a_medicine_taken_back_leaves_doses_that_say_so(cmt, home):
    added(cmt, CODEINE)
    with_medicine = doses(cmt)[0]
    assert with_medicine["product"] == cmt("med", "names", "--json").json["medicines"][0]["id"]
    from cmt_cli.store.file import opened, writing

    with opened(home) as connection, writing(connection):
        connection.execute("DELETE FROM medicines")
    assert doses(cmt) == [{**with_medicine, "product": None}]


# The usual dose


def test_the_usual_dose_is_set_without_logging_and_logged_without_a_question(cmt, monkeypatch):
    said = cmt("med", "usual", CODEINE, "--set", "2")
    assert said.out == "The usual dose of co-codamol 30/500 is 2 tablets. Nothing was logged.\n"
    assert doses(cmt) == []
    result, screen = asked(cmt, monkeypatch, "med", "usual")
    assert (result.code, screen.transcript) == (0, [])
    assert [one["units"] for one in doses(cmt)] == [2]


def test_the_usual_dose_in_json_is_a_dose_with_its_notices_and_set_is_the_medicine(cmt):
    [medicine] = cmt("med", "usual", CODEINE, "--set", "1.5", "--json").json["medicines"]
    assert (medicine["name"], medicine["usual"]) == ("co-codamol 30/500", 1.5)
    said = cmt("med", "usual", "--json").json
    assert list(said) == ["schema_version", "dose", "notices"]
    assert list(said["dose"]) == KEYS


def test_add_without_a_count_logs_the_usual_dose(cmt):
    cmt("med", "usual", CODEINE, "--set", "2")
    assert added(cmt, "zapain")["units"] == 2
    assert added(cmt, "zapain", "--units", "1")["units"] == 1


def test_without_a_name_it_needs_exactly_one(cmt):
    none = cmt("med", "usual")
    assert (none.code, none.out, none.err) == (1, "", words.NONE_USUAL + "\n")
    cmt("med", "usual", CODEINE, "--set", "2")
    cmt("med", "usual", "drops", "--set", "9")
    two = cmt("med", "usual")
    assert (two.code, two.out) == (2, "")
    assert two.err == words.WHICH_USUAL.format(names=" (co-codamol 30/500, drops)") + "\n"
    assert doses(cmt) == []
    assert cmt("med", "usual", "drops", "--json").json["dose"]["units"] == 9


def test_one_without_a_usual_dose_is_not_logged(cmt):
    added(cmt, "drops")
    result = cmt("med", "usual", "drops")
    assert (result.code, result.out, result.err) == (1, "", words.NO_USUAL + "\n")
    assert len(doses(cmt)) == 1


def test_the_usual_dose_of_nobodys_medicine_is_1(cmt):
    result = cmt("med", "usual", "cocodamol 30")
    assert (result.code, result.out) == (1, "")
    assert cmt("med", "names", "--json").json["medicines"] == []


def test_set_needs_a_name(cmt):
    result = cmt("med", "usual", "--set", "2")
    assert (result.code, result.out, result.err) == (2, "", words.SET_NEEDS_NAME + "\n")


# What it never says


def test_no_answer_tells_of_an_allowance_or_calls_a_dose_safe(cmt):
    answers = [cmt("med", "add", "paracetamol 500", "--units", units).out for units in ("1", "8", "12")]
    answers += [cmt("med", *args).out for args in (("list",), ("names",), ("notices",), ("none",))]
    assert not re.search(
        r"\b(safe|clear|fine to|left|remaining|you can take|you may take|allowed|well done)\b", one_line(" ".join(answers)), re.IGNORECASE
    )
