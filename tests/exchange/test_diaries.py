"""Diaries kept elsewhere, read as values: whatever is in a file, it ends in rows or in one sentence."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cmt_cli.exchange import diaries
from cmt_cli.exchange.diaries import FORMULA_SIGNS, NotADiary, Row, rows_of, without_guard

HEAD = ["at", "text", "pain", "mood", "tags"]
WORDS_A_PERSON_WROTE = "nobody must read this"


def read(text, /, **mapping):
    return list(rows_of(text, mapping))


def sheet(*records, **options):
    out = io.StringIO()
    csv.writer(out, **options).writerows(records)
    return out.getvalue()


def export(*entries):
    return json.dumps({"tags": {}, "entries": list(entries)})


def guarded(text):
    """As cmt writes a value into a CSV."""
    return f"'{text}" if text[:1] in FORMULA_SIGNS and text else text


# CSV


def test_a_csv_with_the_columns_cmt_writes_is_read_whole():
    text = 'id,at,text,pain,mood,tags\r\n7,2026-01-05T18:30:00+00:00,Slow.,4,6,"[""work"", ""sleep""]"\r\n'
    assert read(text) == [Row("line 2", "2026-01-05T18:30:00+00:00", "Slow.", "4", "6", ("work", "sleep"))]


def test_columns_of_any_name_are_taken_for_what_they_are_said_to_be():
    text = "Hurts,Notes,Date\n3,Slow.,2026-01-05\n"
    assert read(text, at="Date", text="Notes", pain="Hurts") == [Row("line 2", "2026-01-05", "Slow.", "3")]


def test_a_column_that_was_named_wins_over_one_that_has_the_name():
    assert read("at,Date,text\nwrong,2026-01-05,Slow.\n", at="Date")[0].at == "2026-01-05"


def test_columns_cmt_does_not_know_are_passed_over():
    assert read("weather,at,text,sleep\nrain,2026-01-05,Slow.,7\n") == [Row("line 2", "2026-01-05", "Slow.")]


def test_spaces_around_a_name_of_a_column_and_around_short_values_are_no_part_of_them():
    assert read("at , text, pain\n 2026-01-05 ,Slow., 4 \n") == [Row("line 2", "2026-01-05", "Slow.", "4")]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_what_stands_between_columns_is_seen_in_the_first_line(separator):
    text = sheet(["at", "text", "pain"], ["2026-01-05", "a, b; c\td", "4"], delimiter=separator)
    assert read(text) == [Row("line 2", "2026-01-05", "a, b; c\td", "4")]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_way_to_end_a_line_is_one(end):
    assert [row.text for row in read(end.join(["at,text", "2026-01-05,one", "2026-01-06,two", ""]))] == ["one", "two"]


def test_lines_quotes_and_commas_inside_quotes_stay_as_they_are():
    words = 'She said "no, not\r\nagain", and\nleft.'
    assert read(sheet(HEAD, ["2026-01-05", words, "", "", ""]))[0].text == words


def test_a_place_is_the_line_an_entry_begins_in():
    text = sheet(["at", "text"], ["2026-01-05", "one\ntwo\nthree"], [], ["", " "], ["2026-01-06", "four"])
    assert [row.place for row in read(text)] == ["line 2", "line 7"]


def test_a_comma_that_no_quotes_hold_is_told_and_never_cuts_the_words():
    [row] = read("at,text\n2026-01-05,slept badly, then better\n")
    assert row.wrong.startswith("line 2")
    assert row.text == ""


def test_empty_values_after_the_last_column_are_nothing():
    assert read("at,text\n2026-01-05,Slow.,,\n") == [Row("line 2", "2026-01-05", "Slow.")]


def test_a_line_that_ends_early_has_nothing_in_the_rest():
    assert read("at,text,pain\n2026-01-05\n") == [Row("line 2", "2026-01-05")]


@pytest.mark.parametrize(
    ("said", "tags"),
    [
        ("", ()),
        ("work, sleep", ("work", "sleep")),
        (" , ", ()),
        ('["a b", "c"]', ("a b", "c")),
        ("[]", ()),
        ("5", ("5",)),
        ("[1, 2]", ("[1", "2]")),
        ("[" * 5000, ("[" * 5000,)),
        ("9" * 5000, ("9" * 5000,)),
    ],
    ids=lambda value: str(value)[:12],
)
def test_tags_are_a_json_list_or_have_commas_between_them(said, tags):
    assert read(sheet(HEAD, ["2026-01-05", "Slow.", "", "", said]))[0].tags == tags


@pytest.mark.parametrize("sign", FORMULA_SIGNS)
def test_exactly_one_guard_before_what_a_spreadsheet_would_run_is_taken_off(sign):
    assert without_guard(f"'{sign}1") == f"{sign}1"
    assert without_guard(f"{sign}1") == f"{sign}1"


@pytest.mark.parametrize("text", ["", "'", "'tis late", "it's", "a=1"])
def test_an_apostrophe_that_guards_nothing_stays(text):
    assert without_guard(text) == text


FIELD_TEXT = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=40)


@given(st.lists(st.tuples(FIELD_TEXT, FIELD_TEXT), max_size=4), st.sampled_from(["\n", "\r\n"]))
@settings(max_examples=60)
def test_any_text_comes_through_a_csv_as_it_was(entries, end):
    quoting = csv.QUOTE_MINIMAL if end == "\r\n" else csv.QUOTE_ALL  # with a bare \n, Python leaves a \r without quotes
    rows = [["2026-01-05", guarded(text), "4", "", guarded(tag.replace(",", ""))] for text, tag in entries]
    found = read(sheet(HEAD, *rows, lineterminator=end, quoting=quoting))
    assert [row.text for row in found] == [text for text, _ in entries]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "it has: none"),
        ("\n\n", "it has: none"),
        ("[]", "it has: []"),
        ("Date,Notes\n2026-01-05,Slow.\n", "at and text (it has: Date, Notes)"),
        ("at,Notes\n2026-01-05,Slow.\n", "for text (it has: at, Notes)"),
        ('at,text\n2026-01-05,"Slow.\n2026-01-06,Slower.\n', "line 2"),
        ('at,text\n2026-01-05,"Slow." indeed\n', "line 2"),
        ('"at,text\n', "line 1"),
    ],
)
def test_a_file_that_is_no_diary_is_one_sentence(text, said):
    with pytest.raises(NotADiary) as wrong:
        read(text)
    assert said in str(wrong.value)
    assert str(wrong.value).endswith("Nothing was imported.")


def test_a_column_that_was_named_and_is_not_there_is_said():
    with pytest.raises(NotADiary, match=r"no column 'Hurts' \(it has: at, text\)"):
        read("at,text\n2026-01-05,Slow.\n", pain="Hurts")


def test_a_file_without_names_of_columns_never_has_its_first_entry_repeated():
    with pytest.raises(NotADiary) as wrong:
        read(f"2026-01-05,{WORDS_A_PERSON_WROTE}\n")
    assert WORDS_A_PERSON_WROTE not in str(wrong.value)
    assert "has to name its columns" in str(wrong.value)


def test_a_line_break_in_the_name_of_a_column_breaks_no_sentence():
    with pytest.raises(NotADiary) as wrong:
        read('"no\ntime",text\n')
    assert "\n" not in str(wrong.value)


def test_of_very_many_or_very_long_columns_only_the_beginning_is_said():
    with pytest.raises(NotADiary) as wrong:
        read(",".join(["x" * 10_000] * 1000))
    assert len(str(wrong.value)) < 1000


@pytest.mark.parametrize("line", [1, 2])
def test_a_value_larger_than_any_entry_is_one_sentence(line, monkeypatch):
    monkeypatch.setattr(diaries, "LONGEST_FIELD", 100)
    head = "at,text" + "x" * 200 * (line == 1)
    with pytest.raises(NotADiary, match=f"line {line}"):
        read(f"{head}\n2026-01-05,{'x' * 200}\n")


# jrnl


def test_a_jrnl_export_has_a_title_and_a_body_and_tags_with_a_sign():
    one = {"title": "Slept badly.", "body": "Then the garden.", "date": "2026-01-05", "time": "18:30", "tags": ["@work"], "starred": False}
    assert read(export(one)) == [Row("entry 1", "2026-01-05 18:30", "Slept badly.\nThen the garden.", tags=("work",))]


def test_a_star_is_a_tag():
    assert read(export({"title": "Slow.", "date": "2026-01-05", "time": "18:30", "tags": [], "starred": True}))[0].tags == ("starred",)


def test_an_entry_with_only_a_title_has_no_empty_line_after_it():
    assert read(export({"title": "Slow.", "body": "", "date": "2026-01-05", "time": "18:30"}))[0].text == "Slow."


def test_lines_before_the_json_do_not_matter():
    assert len(read("\n  " + export({"title": "Slow.", "date": "2026-01-05", "time": "18:30"}))) == 1


@pytest.mark.parametrize(
    "one",
    [None, 5, "words", [], {}, {"title": 5, "body": ["a"], "date": {}, "time": None, "tags": 5}, {"tags": [5, None], "starred": "yes"}],
)
def test_an_entry_of_another_make_is_an_empty_row_with_its_place(one):
    assert read(export({"title": "Slow."}, one))[1] == Row("entry 2")


@pytest.mark.parametrize(
    "text",
    ["{", "{}", '{"entries": 5}', '{"entries": {"a": 1}}', '{"entries": null}', '{"a":' * 100_000, '{"entries": ' + "[" * 100_000],
    ids=lambda text: text[:16],
)
def test_json_that_is_no_jrnl_export_is_one_sentence(text):
    with pytest.raises(NotADiary, match="jrnl export has 'entries'"):
        read(text)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8), lambda inner: st.lists(inner, max_size=3)
)
ENTRY = st.dictionaries(st.sampled_from(["title", "body", "date", "time", "tags", "starred", "x"]), JSON)


@given(st.lists(JSON | ENTRY, max_size=4))
@settings(max_examples=60)
def test_whatever_stands_in_a_jrnl_export_each_entry_is_a_row(entries):
    assert [row.place for row in read(export(*entries))] == [f"entry {number}" for number in range(1, len(entries) + 1)]


@given(
    st.text(max_size=200)
    | st.lists(st.sampled_from([*",;\"'\n\r\t{}[]:\0", "at", "text", "2026-01-05", "entries"]), max_size=40).map("".join)
    | st.text(max_size=100).map("at,text,pain\n".__add__)
)
@settings(max_examples=200)
def test_whatever_a_file_holds_it_ends_in_rows_or_in_a_sentence(text):
    said, found = "", []
    try:
        found = read(text, pain="pain") if text.startswith("at,") else read(text)
    except NotADiary as wrong:
        said = str(wrong)
    assert said.endswith("Nothing was imported.") or not said
    assert all(row.place and isinstance(row.text, str) for row in found)
