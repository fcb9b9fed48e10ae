"""`cmt journal`: add, list, show, edit, delete and search, in words and in JSON."""

from __future__ import annotations

import io
import json
import re
import shutil
import sqlite3
from contextlib import closing

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cmt_cli.store import file

KEYS = ["id", "at", "day", "text", "pain", "mood", "tags", "source"]
MARKER = "zwetschgenmus"
SCALES = ["--pain", "--mood"]
ANY = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0")
    | st.sampled_from("\r\n\t'\u202e\u05d0\u2066\u200d\U0001f327\u0301\x1b")
)
WORDS = ANY.filter(lambda text: text.strip() and text != "-")


def kept(cmt, *args, **given):
    return cmt("journal", "add", *args, "--json", **given).json["entry"]


def everything(cmt, *args):
    return cmt("journal", "list", *args, "--json").json["entries"]


def drafts_in(home):
    folder = home / "drafts"
    return [draft.read_text(encoding="utf-8") for draft in sorted(folder.iterdir())] if folder.is_dir() else []


# Add


def test_everything_that_is_given_is_kept(cmt):
    assert kept(cmt, "Worse", "after the stairs.", "--pain", "6", "--mood", "4", "--tag", "stairs", "--tag", "work") == {
        "id": 1,
        "at": "2026-01-05T19:00:00+00:00",
        "day": "2026-01-05",
        "text": "Worse after the stairs.",
        "pain": 6,
        "mood": 4,
        "tags": ["stairs", "work"],
        "source": "journal",
    }


def test_what_is_not_given_is_null_and_no_key_is_missing(cmt):
    one = kept(cmt, "words")
    assert list(one) == KEYS
    assert (one["pain"], one["mood"], one["tags"]) == (None, None, [])


def test_the_answer_says_what_was_stored_when_and_under_which_number(cmt):
    result = cmt("journal", "add", MARKER, "--at", "yesterday 18:30")
    assert (result.code, result.out, result.err) == (0, "Diary entry 1 is kept for Sun 4 Jan 2026 18:30.\n", "")


def test_several_entries_a_day_are_each_kept(cmt):
    for text in ("morning", "noon", "evening"):
        kept(cmt, text)
    assert [one["text"] for one in everything(cmt, "--on", "today")] == ["evening", "noon", "morning"]
    assert [one["id"] for one in everything(cmt)] == [3, 2, 1]


@pytest.mark.parametrize(
    ("when", "at", "day"),
    [
        ("2026-01-03", "2026-01-03T12:00:00+00:00", "2026-01-03"),
        ("2019-06-30", "2019-06-30T12:00:00+00:00", "2019-06-30"),
        ("today", "2026-01-05T19:00:00+00:00", "2026-01-05"),
        ("08:15", "2026-01-05T08:15:00+00:00", "2026-01-05"),
        ("20:00", "2026-01-04T20:00:00+00:00", "2026-01-04"),
        ("monday", "2025-12-29T12:00:00+00:00", "2025-12-29"),
        ("2 hours ago", "2026-01-05T17:00:00+00:00", "2026-01-05"),
        ("2026-01-05 01:30", "2026-01-05T01:30:00+00:00", "2026-01-04"),
        ("yesterday 01:30", "2026-01-05T01:30:00+00:00", "2026-01-04"),
    ],
)
def test_an_entry_may_be_for_any_past_day(cmt, when, at, day):
    one = kept(cmt, "words", "--at", when)
    assert (one["at"], one["day"]) == (at, day)


def test_half_past_one_at_night_belongs_to_the_evening_before(cmt):
    cmt.later(hours=6.5)
    assert (kept(cmt, "words")["at"], kept(cmt, "words")["day"]) == ("2026-01-06T01:30:00+00:00", "2026-01-05")


def test_a_day_or_a_bracket_in_the_words_is_no_date(cmt):
    one = kept(cmt, "yesterday:", "[2019-01-01 10:00]", "monday: it rained")
    assert (one["day"], one["text"]) == ("2026-01-05", "yesterday: [2019-01-01 10:00] monday: it rained")


@pytest.mark.parametrize("when", ["2026-01-06", "2099-01-01", "2026-01-05 19:01", "23rd of never"])
def test_a_time_that_cannot_be_is_refused_and_the_words_are_in_a_draft(cmt, home, when):
    result = cmt("journal", "add", MARKER, "--at", when)
    assert (result.code, result.out) == (2, "")
    assert MARKER not in result.err
    assert drafts_in(home) == [f"{MARKER}\n"]
    assert str(home / "drafts") in result.err
    assert not (home / file.FILE).exists()


@pytest.mark.parametrize("flag", SCALES)
@pytest.mark.parametrize("value", ["0", "10"])
def test_every_scale_takes_0_and_10(cmt, flag, value):
    assert kept(cmt, "words", flag, value)[flag[2:]] == int(value)


@pytest.mark.parametrize("flag", SCALES)
@pytest.mark.parametrize("value", ["-1", "11", "4.5", "four", ""])
def test_no_scale_takes_anything_else(cmt, home, flag, value):
    result = cmt("journal", "add", MARKER, f"{flag}={value}")
    assert (result.code, result.out) == (2, "")
    assert flag in result.err
    assert MARKER not in result.err
    assert not home.exists()


@pytest.mark.parametrize("tag", ["one,two", "two\nlines", "a\ttab", "x" * 41, "\x1b[31m", "\udcff"])
def test_a_tag_that_could_not_stand_in_a_list_is_refused_and_the_words_are_in_a_draft(cmt, home, tag):
    result = cmt("journal", "add", MARKER, "--tag", tag)
    assert (result.code, result.out) == (2, "")
    assert drafts_in(home) == [f"{MARKER}\n"]


@pytest.mark.parametrize(
    ("given", "tags"),
    [
        (["a", "a", " b "], ["a", "b"]),
        (["", " "], []),
        (["two words"], ["two words"]),
        (["mądrość", "腰"], ["mądrość", "腰"]),
        (["x" * 40], ["x" * 40]),
    ],
    ids=str,
)
def test_each_tag_is_kept_once_without_the_space_around_it(cmt, given, tags):
    assert kept(cmt, "words", *(piece for tag in given for piece in ("--tag", tag)))["tags"] == tags


@pytest.mark.parametrize(
    "words", [("--", "-worse than yesterday"), ("--", "--pain", "is no option here"), ("worse", "--", "-much")], ids=" ".join
)
def test_words_after_two_dashes_may_begin_with_a_dash(cmt, words):
    assert cmt("journal", "add", "--json", *words).json["entry"]["text"] == " ".join(word for word in words if word != "--")


@pytest.mark.parametrize("mood", ["0", "2"])
def test_a_heavy_day_is_answered_with_where_there_are_people(cmt, mood):
    result = cmt("journal", "add", "words", "--mood", mood, "--json")
    assert "cmt support" in result.err
    assert result.json["entry"]["id"] == 1


@pytest.mark.parametrize("args", [("--mood", "3"), ("--pain", "10"), ()], ids=" ".join)
def test_any_other_day_is_not(cmt, args):
    assert cmt("journal", "add", "words", *args).err == ""


@pytest.mark.parametrize("words", ["I want to die", "overdose", "kill"])
def test_nothing_that_is_written_is_looked_through_for_words(cmt, words):
    heavy, light = cmt("journal", "add", words), cmt("journal", "add", "the garden")
    assert re.sub(r"\d+", "", heavy.out + heavy.err) == re.sub(r"\d+", "", light.out + light.err)


@pytest.mark.parametrize("words", ["", " ", "\n\t ", "\u3000"])
def test_blank_words_are_no_entry(cmt, home, words):
    result = cmt("journal", "add", words)
    assert (result.code, result.out) == (2, "")
    assert "Nothing was written" in result.err
    assert drafts_in(home) == []
    assert everything(cmt) == []


@pytest.mark.parametrize(
    "words",
    ["nul \0 in it", "bytes \udcff that are no text", "half a pair \ud83d"],
    ids=["nul", "bytes", "surrogate"],
)
@pytest.mark.parametrize("command", [("add",), ("edit", "1")], ids=" ".join)
def test_what_is_no_text_is_refused_and_is_in_a_draft(cmt, home, command, words):
    before = kept(cmt, "before")
    result = cmt("journal", *command, words)
    assert (result.code, result.out) == (2, "")
    assert "Something went wrong" not in result.err
    assert str(home / "drafts") in result.err
    [draft] = (home / "drafts").iterdir()
    assert draft.read_bytes().decode("utf-8", "surrogatepass" if "\ud83d" in words else "surrogateescape") == f"{words}\n"
    assert everything(cmt) == [before]


def broken(home):
    (home / file.FILE).write_bytes(b"not a data file at all, whatever its name says")


def newer(home):
    with closing(sqlite3.connect(home / file.FILE)) as connection:
        connection.execute("PRAGMA user_version = 99")


def without_its_tables(home):
    with closing(sqlite3.connect(home / file.FILE)) as connection:
        connection.execute("DROP TABLE entries")


@pytest.mark.parametrize("state", [broken, newer, without_its_tables], ids=lambda state: state.__name__)
@pytest.mark.parametrize(
    ("args", "stdin"),
    [(("add", MARKER), ""), (("add", "-"), MARKER), (("add",), MARKER), (("edit", "1", MARKER), ""), (("edit", "1", "-"), MARKER)],
    ids=str,
)
def test_words_that_the_file_cannot_take_are_in_a_draft_and_not_in_the_error(cmt, home, state, args, stdin):
    kept(cmt, "before")
    state(home)
    result = cmt("journal", *args, stdin=stdin)
    assert (result.code, result.out) == (1, "")
    assert MARKER not in result.err
    assert drafts_in(home) == [f"{MARKER}\n"]
    assert str(home / "drafts") in result.err


def test_words_for_an_entry_that_is_not_there_are_in_a_draft(cmt, home):
    result = cmt("journal", "edit", "7", MARKER)
    assert (result.code, result.out) == (1, "")
    assert "journal list" in result.err
    assert drafts_in(home) == [f"{MARKER}\n"]


class Closed(io.StringIO):
    """A pipe whose reader went away."""

    def write(self, text):
        raise BrokenPipeError(32, "Broken pipe")


def test_an_answer_nobody_reads_takes_nothing_back_and_leaves_no_draft(cmt, home):
    result = cmt("journal", "add", MARKER, stdout=Closed())
    assert (result.err, drafts_in(home)) == ("", [])
    assert [one["text"] for one in everything(cmt)] == [MARKER]


# Any text


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(WORDS, WORDS)
def test_any_text_comes_back_from_add_and_from_edit(cmt, first, second):
    one = cmt("journal", "add", "--json", "--", first).json["entry"]
    assert one["text"] == first
    assert cmt("journal", "show", str(one["id"]), "--json").json["entry"] == one
    edited = cmt("journal", "edit", str(one["id"]), "--json", "--", second).json["entry"]
    assert edited == one | {"text": second}
    assert everything(cmt, "--limit", "1") == [edited]


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(WORDS.filter(lambda text: text[-1] not in "\r\n"), st.sampled_from(["", "\n", "\r\n"]))
def test_any_text_comes_back_from_a_pipe_without_its_last_line_end(cmt, text, end):
    assert cmt("journal", "add", "-", "--json", stdin=text + end).json["entry"]["text"] == text


@pytest.mark.parametrize("long", ["a word " * 150_000, "\u5bc2" * 350_000, "line\r\n" * 175_000], ids=["words", "without a space", "lines"])
def test_a_megabyte_comes_back_whole(cmt, long):
    text = long.strip()
    assert len(text.encode()) > 1_000_000
    assert kept(cmt, "-", stdin=text)["text"] == text
    assert cmt("journal", "show", "1", "--json").json["entry"]["text"] == text
    assert everything(cmt)[0]["text"] == text
    shown = cmt("journal", "show", "1").out
    assert [line for line in shown.splitlines()[1:] if line] == text.splitlines()


# List


def test_an_empty_list_is_no_error_and_makes_nothing(cmt, home):
    for command in (("list",), ("search", "stairs")):
        assert (cmt("journal", *command).code, cmt("journal", *command).out) == (0, "")
        assert cmt("journal", *command, "--json").json == {"schema_version": 1, "entries": []}
        shown = cmt("journal", *command, stdout_is_terminal=True)
        assert (shown.code, shown.out) == (0, "")
        assert "No diary entr" in shown.err
    assert not home.exists()


@pytest.fixture(scope="module")
def lived(tmp_path_factory):
    """A folder to copy from, made by the first test that needs it."""
    return tmp_path_factory.mktemp("week") / "home"


@pytest.fixture
def week(cmt, lived):
    """Four entries on four days."""
    if not lived.exists():
        for day, text, tags in (
            (2, "stairs can't", ("work",)),
            (3, "garden", ("work", "rain")),
            (4, "stairs again", ()),
            (5, "zażółć", ("rain",)),
        ):
            given_tags = [piece for tag in tags for piece in ("--tag", tag)]
            cmt("journal", "add", f"a day: {text}", "--at", f"2026-01-0{day} 10:00", *given_tags)
        shutil.copytree(cmt.home, lived)
    shutil.copytree(lived, cmt.home, dirs_exist_ok=True)
    return cmt


@pytest.mark.parametrize(
    ("filters", "days"),
    [
        ((), [5, 4, 3, 2]),
        (("--since", "2026-01-04"), [5, 4]),
        (("--until", "yesterday"), [4, 3, 2]),
        (("--on", "2026-01-03"), [3]),
        (("--on", "yesterday"), [4]),
        (("--on", "saturday"), [3]),
        (("--since", "saturday", "--until", "sunday"), [4, 3]),
        (("--tag", "work"), [3, 2]),
        (("--tag", "Work", "--tag", "rain"), [3]),
        (("--tag", "nothing"), []),
        (("--limit", "1"), [5]),
        (("--limit", "1", "--tag", "work"), [3]),
    ],
    ids=lambda value: " ".join(map(str, value)),
)
@pytest.mark.parametrize("command", ["list", "search"])
def test_entries_can_be_asked_for_by_day_tag_and_number(week, command, filters, days):
    found = week("journal", command, *(["day"] if command == "search" else []), *filters, "--json").json["entries"]
    assert [int(one["day"][-2:]) for one in found] == days
    assert all(list(one) == KEYS for one in found)


@pytest.mark.parametrize(("contains", "days"), [("stairs", [4, 2]), ("STAIRS A", [4]), ("cant", [2]), ("zazolc", [5]), ("nowhere", [])])
def test_the_list_can_be_of_entries_with_something_in_their_words(week, contains, days):
    assert [int(one["day"][-2:]) for one in everything(week, "--contains", contains)] == days


def test_twenty_are_shown_unless_another_number_is_given(cmt):
    for _ in range(21):
        cmt("journal", "add", "stairs")
    for command in (("list",), ("search", "stairs")):
        assert len(cmt("journal", *command).out.splitlines()) == 20
        assert len(cmt("journal", *command, "--limit", "30").out.splitlines()) == 21


@pytest.mark.parametrize(
    "args",
    [
        ("--limit", "0"),
        ("--limit", "many"),
        ("--since", "the day it rained"),
        ("--until", "2026-13-01"),
        ("--on", "2099-01-01 10:00"),
        ("--tag", "a,b"),
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("command", [("list",), ("search", "stairs")], ids=" ".join)
def test_a_filter_that_is_not_understood_is_a_usage_error(cmt, command, args):
    result = cmt("journal", *command, *args)
    assert (result.code, result.out) == (2, "")


def test_in_a_pipe_a_record_is_the_json_in_order_between_tabs_with_the_words_last(cmt):
    kept(cmt, "one\ttwo\nthree\r\nfour", "--pain", "4", "--tag", "a", "--tag", "ą")
    kept(cmt, "five")
    assert cmt("journal", "list").out.splitlines() == [
        "2\t2026-01-05T19:00:00+00:00\t2026-01-05\t\t\t[]\tjournal\tfive",
        '1\t2026-01-05T19:00:00+00:00\t2026-01-05\t4\t\t["a", "ą"]\tjournal\tone two three four',
    ]
    assert cmt("journal", "search", "five").out == cmt("journal", "list", "--limit", "1").out


@pytest.mark.parametrize("width", [40, 80])
def test_on_a_terminal_nothing_of_an_entry_is_cut(cmt, width):
    text = "A long day, with the stairs and the queue and the rain, and then some of it again in the evening."
    kept(cmt, text, "--pain", "4", "--tag", "stairs")
    for command in (("list",), ("search", "queue"), ("show", "1")):
        result = cmt("journal", *command, stdout_is_terminal=True, width=width)
        assert text in " ".join(result.out.split())
        assert max(map(len, result.out.splitlines())) <= width
        assert "stairs" in result.out


def test_a_listener_hears_one_labelled_record_a_line(cmt):
    kept(cmt, "It rained. Then it stopped.", "--pain", "4")
    result = cmt("journal", "list", accessible=True, stdout_is_terminal=True)
    assert result.out == "Number: 1. When: 2026-01-05 19:00. Pain: 4. Words: It rained. Then it stopped..\n"


# Show


def test_show_says_the_entry_whole(cmt):
    kept(cmt, "It rained.\n\nThen it stopped.", "--pain", "4", "--mood", "5", "--tag", "a", "--tag", "b")
    assert cmt("journal", "show", "1").out == (
        "Diary entry 1, Mon 5 Jan 2026 19:00\nPain 4. Mood 5. Tags: a, b.\nIt rained.\n\nThen it stopped.\n"
    )


def test_show_says_nothing_of_what_was_not_given(cmt):
    kept(cmt, "It rained.")
    assert cmt("journal", "show", "1").out == "Diary entry 1, Mon 5 Jan 2026 19:00\nIt rained.\n"


def test_a_listener_hears_an_entry_one_sentence_a_line(cmt):
    kept(cmt, "It rained. Then it stopped.\n→ walk ★", "--pain", "4", "--mood", "5")
    lines = cmt("journal", "show", "1", accessible=True).out.splitlines()
    assert lines[1:5] == ["Pain 4.", "Mood 5.", "It rained.", "Then it stopped."]
    assert not re.search("[\u2190-\u2bff]", "".join(lines))


# Search


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("I can't go on like this", ["cant"]),
        ("pacing went well", ["pace"]),
        ("zażółć gęślą jaźń", ["zazolc"]),
        ("المشي كان صعبا اليوم", ["المشي"]),
        ("今日は腰が痛い", ["腰"]),
        ("วันนี้ปวดหลังมาก", ["ปวดหลัง"]),
        ("the queue at the pharmacy", ["pharmacy", "queue"]),
        ("-5 degrees", ["--", "-5"]),
    ],
)
def test_search_finds_words_however_they_are_written(cmt, text, words):
    cmt("journal", "add", "--", text)
    kept(cmt, "another day entirely")
    assert [one["text"] for one in cmt("journal", "search", "--json", *words).json["entries"]] == [text]


@pytest.mark.parametrize("words", ["", " "])
def test_a_search_for_nothing_is_a_usage_error(cmt, words):
    result = cmt("journal", "search", words)
    assert (result.code, result.out) == (2, "")
    assert "journal list" in result.err


@pytest.mark.parametrize("words", ["'", '"', "*", "(", "AND", "\udcff"])
def test_a_search_for_what_is_no_word_finds_nothing_and_is_no_error(cmt, words):
    kept(cmt, "the garden")
    result = cmt("journal", "search", words)
    assert (result.code, result.out, result.err) == (0, "", "")


# Edit


def test_edit_changes_what_is_named_and_leaves_the_rest(cmt):
    before = kept(cmt, "words", "--pain", "4", "--mood", "5", "--tag", "a")
    assert cmt("journal", "edit", "1", "--pain", "9", "--json").json["entry"] == before | {"pain": 9}
    assert cmt("journal", "edit", "1", "--mood", "0", "--json").json["entry"] == before | {"pain": 9, "mood": 0}
    assert cmt("journal", "edit", "1", "--tag", "b", "--tag", "c", "--json").json["entry"]["tags"] == ["b", "c"]
    after = cmt("journal", "edit", "1", "other", "words", "--json").json["entry"]
    assert after == before | {"pain": 9, "mood": 0, "tags": ["b", "c"], "text": "other words"}
    assert everything(cmt) == [after]


def test_an_empty_tag_takes_the_tags_away(cmt):
    kept(cmt, "words", "--tag", "a")
    assert cmt("journal", "edit", "1", "--tag", "", "--json").json["entry"]["tags"] == []


def test_edit_moves_an_entry_to_another_moment_and_its_day(cmt):
    before = kept(cmt, "words", "--pain", "4")
    after = cmt("journal", "edit", "1", "--at", "2026-01-05 01:30", "--json").json["entry"]
    assert after == before | {"at": "2026-01-05T01:30:00+00:00", "day": "2026-01-04"}


def test_edit_says_what_was_changed_and_when_it_stands_for(cmt):
    kept(cmt, "words")
    assert cmt("journal", "edit", "1", MARKER).out == "Diary entry 1 is changed. It stands for Mon 5 Jan 2026 19:00.\n"


def test_the_same_words_again_change_nothing_and_say_so(cmt):
    before = kept(cmt, "words")
    result = cmt("journal", "edit", "1", "words")
    assert (result.code, result.err) == (0, "")
    assert "Nothing was changed" in result.out
    answer = cmt("journal", "edit", "1", "words", "--json")
    assert answer.json["entry"] == before
    assert "Nothing was changed" in answer.err


def test_the_same_words_again_do_not_drop_what_else_was_given(cmt):
    before = kept(cmt, "words")
    assert cmt("journal", "edit", "1", "words", "--pain", "6", "--json").json["entry"] == before | {"pain": 6}


def test_a_pipe_is_read_when_nothing_else_is_named(cmt):
    before = kept(cmt, "words", "--pain", "4")
    assert cmt("journal", "edit", "1", "--json", stdin="from a pipe\n").json["entry"] == before | {"text": "from a pipe"}
    assert cmt("journal", "edit", "1", "-", "--pain", "5", "--json", stdin="again\n").json["entry"] == before | {"text": "again", "pain": 5}


@pytest.mark.parametrize("args", [("add",), ("add", "--pain", "4"), ("edit", "1")], ids=" ".join)
def test_without_a_terminal_and_without_words_it_says_how_to_give_them(cmt, args):
    before = kept(cmt, "words")
    result = cmt("journal", *args)
    assert (result.code, result.out) == (2, "")
    assert "the words, or -" in result.err
    assert everything(cmt) == [before]


@pytest.mark.parametrize("args", [("add", "-"), ("edit", "1", "-"), ("edit", "1", "")], ids=" ".join)
def test_an_empty_pipe_is_nothing_written(cmt, args):
    before = kept(cmt, "words")
    result = cmt("journal", *args)
    assert (result.code, result.out) == (2, "")
    assert "Nothing was written" in result.err
    assert everything(cmt) == [before]


@pytest.mark.parametrize(
    "command", [("show", "7"), ("edit", "7", "--pain", "4"), ("delete", "7", "--yes"), ("delete", "7", "--forever", "--yes")], ids=" ".join
)
@pytest.mark.parametrize("is_there", [True, False])
def test_an_entry_that_is_not_there_is_not_found(cmt, command, is_there):
    if is_there:
        kept(cmt, "words")
    result = cmt("journal", *command)
    assert (result.code, result.out) == (1, "")
    assert "journal list" in result.err


@pytest.mark.parametrize("command", ["show", "edit", "delete"])
@pytest.mark.parametrize("number", ["0", "-1", "one", "", "1.5"])
def test_a_number_that_is_none_is_a_usage_error(cmt, command, number):
    assert cmt("journal", command, "--", number).code == 2


# Delete


def test_delete_with_yes_deletes_that_one_and_answers_with_it(cmt):
    first, second = kept(cmt, "one", "--tag", "a"), kept(cmt, "two")
    assert cmt("journal", "delete", "1", "--yes", "--json").json["entry"] == first
    assert everything(cmt) == [second]
    assert cmt("journal", "search", "one").out == ""


def test_delete_says_what_was_deleted_and_how_to_get_it_back(cmt):
    before = kept(cmt, MARKER)
    assert cmt("journal", "delete", "1", "--yes").out == "Diary entry 1 of Mon 5 Jan 2026 19:00 is deleted. 'cmt undo' brings it back.\n"
    cmt("undo")
    assert everything(cmt) == [before]
    assert cmt("journal", "search", MARKER, "--json").json["entries"] == [before]


def test_delete_without_yes_and_without_a_terminal_deletes_nothing_and_names_the_flag(cmt):
    before = kept(cmt, MARKER)
    for more in ((), ("--forever",), ("--forever", "--everywhere")):
        result = cmt("journal", "delete", "1", *more)
        assert (result.code, result.out) == (2, "")
        assert "--yes" in result.err
        assert MARKER not in result.err
    assert everything(cmt) == [before]


def test_a_number_is_never_used_again(cmt):
    kept(cmt, "one")
    cmt("journal", "delete", "1", "--yes")
    assert kept(cmt, "two")["id"] == 2


@pytest.mark.parametrize("args", [("edit", "1", "other"), ("edit", "1", "--pain", "9"), ("delete", "1", "--yes")], ids=" ".join)
def test_every_change_can_be_taken_back(cmt, args):
    before = kept(cmt, "words", "--pain", "4", "--tag", "a")
    cmt("journal", *args)
    cmt("undo")
    assert everything(cmt) == [before]
    cmt("undo")
    assert everything(cmt) == []


def test_json_is_one_line_of_plain_letters(cmt):
    out = cmt("journal", "add", "zażółć\x1b[31m", "--json").out
    assert out.isascii()
    assert out.count("\n") == 1
    assert "\x1b" not in out
    assert json.loads(out)["entry"]["text"] == "zażółć\x1b[31m"
