"""`cmt data path`, `check` and `import`."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import sqlite3
import time
from contextlib import closing
from datetime import datetime

import pytest
from asked import asked
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cmt_cli.commands import importing
from cmt_cli.store.file import BACKUPS, FILE

ADD = ("journal", "add", "slow")
WORDS_A_PERSON_WROTE = "nobody must read this"
TWO = "at,text\n2026-01-03 09:00,one\n2026-01-04 21:30,two\n"
JRNL = {"title": "Slept badly.", "body": "Then the garden.", "date": "2026-01-03", "time": "18:30", "tags": ["@work"], "starred": True}


@pytest.fixture(autouse=True)
def _private():
    """As `main` does before anything else."""
    before = os.umask(0o077)
    yield
    os.umask(before)


@pytest.fixture
def diary(tmp_path):
    """Write a file to import, and say where it is."""

    def write(content, name="diary.csv"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return str(path)

    return write


@pytest.fixture
def bring(cmt, diary):
    """Import what a file holds."""
    return lambda content, *options, name="diary.csv": cmt("data", "import", diary(content, name), "--yes", *options)


def kept(cmt):
    return cmt("journal", "list", "--json").json["entries"]


def texts(cmt):
    return [one["text"] for one in kept(cmt)]


def refused(cmt, result, code=1):
    """One calm line, and nothing kept."""
    assert (result.code, result.out) == (code, "")
    assert result.err.count("\n") == 1
    assert "inside cmt" not in result.err
    assert WORDS_A_PERSON_WROTE not in result.err
    assert texts(cmt) == []


# path


def test_path_says_the_folder_and_makes_nothing(cmt, home):
    assert cmt("data", "path").out == f"{home}\n"
    assert cmt("data", "path", "--json").json == {"schema_version": 1, "path": str(home)}
    assert not home.exists()


# check


def test_a_whole_record_is_said_to_be_whole(cmt):
    cmt(*ADD)
    result = cmt("data", "check")
    assert (result.code, result.out, result.err) == (0, "The record is whole.\n", "")
    assert cmt("data", "check", "--json").json == {"schema_version": 1, "ok": True, "problems": []}


def test_before_there_is_a_record_none_is_made_by_looking(cmt, home):
    result = cmt("data", "check")
    assert (result.code, result.out) == (0, "There is no record here yet.\n")
    assert not home.exists()


def problems(cmt):
    """What check finds: the same in words and as JSON, with exit 1."""
    result = cmt("data", "check", "--json")
    assert result.code == 1
    assert result.json["ok"] is False
    assert result.err == ""
    return result.json["problems"]


def damaged(home):
    with closing(sqlite3.connect(home / FILE)) as connection:
        [page] = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'checkins'").fetchone()
        [size] = connection.execute("PRAGMA page_size").fetchone()
    data = bytearray((home / FILE).read_bytes())
    data[(page - 1) * size : page * size] = b"\xff" * size
    (home / FILE).write_bytes(data)


def no_data_file(home):
    (home / FILE).write_bytes(b"this is a letter\n" * 500)


def of_a_newer_cmt(home):
    with closing(sqlite3.connect(home / FILE)) as connection:
        connection.execute("PRAGMA user_version = 99")


@pytest.mark.parametrize(
    ("harm", "said"), [(damaged, "damage|cannot be read"), (no_data_file, "cannot be read"), (of_a_newer_cmt, "newer")]
)
def test_a_file_that_cannot_be_used_is_a_problem_and_the_folder_is_looked_at_all_the_same(cmt, home, harm, said):
    cmt(*ADD)
    harm(home)
    before = (home / FILE).read_bytes()
    (home / "drafts").mkdir(0o700)
    (home / "drafts" / "one.txt").touch(0o600)
    first, second = problems(cmt)
    assert re.search(said, first)
    assert "one.txt" in second
    assert (home / FILE).read_bytes() == before


def test_beside_damage_it_says_where_the_copies_are(cmt, home, bring):
    bring(TWO)
    assert cmt("data", "check").code == 0
    no_data_file(home)
    assert str(home / BACKUPS) in problems(cmt)[1]


def test_loose_records_are_said(cmt, home):
    cmt(*ADD)
    with closing(sqlite3.connect(home / FILE)) as connection:
        connection.execute("INSERT INTO replies (at, day, thought_id, text) VALUES ('2026-01-05T18:30:00+00:00', '2026-01-05', 99, 'kind')")
        connection.commit()
    [said] = problems(cmt)
    assert "leads to something that is gone" in said


def test_a_search_index_that_does_not_fit_is_said_and_made_anew(cmt, home):
    cmt(*ADD)
    with closing(sqlite3.connect(home / FILE)) as connection:
        connection.execute("INSERT INTO entries_found (entries_found) VALUES ('delete-all')")
        connection.commit()
    [said] = problems(cmt)
    assert "search index" in said
    assert cmt("data", "check").code == 0
    assert [one["text"] for one in cmt("journal", "search", "slow", "--json").json["entries"]] == ["slow"]


def test_words_that_were_never_stored_are_named_by_their_path(cmt, home):
    cmt(*ADD)
    left = [home / "drafts" / "2026-01-05-190000-7.txt", home / "writing" / "abc" / "words.txt"]
    for path in left:
        path.parent.mkdir(mode=0o700, parents=True)
        path.parent.parent.chmod(0o700)
        path.touch(0o600)
        path.write_text(WORDS_A_PERSON_WROTE)
    said = problems(cmt)
    assert [str(path) in one for path, one in zip(left, said, strict=True)] == [True, True]
    assert WORDS_A_PERSON_WROTE not in "".join(said)


@pytest.mark.parametrize("mode", [0o644, 0o620, 0o604])
def test_what_other_accounts_can_read_is_named(cmt, home, mode):
    cmt(*ADD)
    (home / "settings.json").write_text("{}")
    (home / "settings.json").chmod(mode)
    [said] = problems(cmt)
    assert str(home / "settings.json") in said
    (home / "settings.json").chmod(0o600)
    assert cmt("data", "check").code == 0


def test_a_folder_others_can_enter_is_named(cmt, home):
    cmt(*ADD)
    (home / BACKUPS).mkdir()
    (home / BACKUPS).chmod(0o755)
    [said] = problems(cmt)
    assert "chmod 700" in said


def test_a_link_to_nowhere_is_no_problem(cmt, home):
    cmt(*ADD)
    (home / "link").symlink_to(home / "gone")
    assert cmt("data", "check").code == 0


def test_in_words_each_problem_is_a_line_and_the_folder_is_named(cmt, home):
    cmt(*ADD)
    (home / "settings.json").write_text("{}")
    (home / "settings.json").chmod(0o644)
    result = cmt("data", "check")
    assert result.code == 1
    assert result.out.splitlines()[0] == f"Things to look at in {home}:"
    assert len(result.out.splitlines()) == 2


# import: what comes in


def test_a_csv_is_imported_and_said(cmt, bring):
    result = bring(TWO)
    assert (result.code, result.err) == (0, "")
    assert result.out == "2 diary entries imported. 'cmt undo' takes this back.\n"
    about = {"pain": None, "mood": None, "tags": [], "source": "import"}
    assert kept(cmt)[0] == {"id": 2, "at": "2026-01-04T21:30:00+00:00", "day": "2026-01-04", "text": "two", **about}


def test_a_jrnl_export_is_imported(cmt, bring):
    assert bring(json.dumps({"tags": {"@work": 1}, "entries": [JRNL]}), name="diary.json").code == 0
    about = {"pain": None, "mood": None, "tags": ["work", "starred"], "source": "import"}
    text = "Slept badly.\nThen the garden."
    assert kept(cmt) == [{"id": 1, "at": "2026-01-03T18:30:00+00:00", "day": "2026-01-03", "text": text, **about}]


def test_what_is_imported_is_found_by_its_words(cmt, bring):
    bring(TWO)
    assert [one["text"] for one in cmt("journal", "search", "two", "--json").json["entries"]] == ["two"]


def test_columns_of_other_names_are_mapped(cmt, bring):
    result = bring(
        'Date,Notes,Hurts,Feel,Labels\n2026-01-03,one,4,6,"work, sleep"\n',
        *mapped(at="Date", text="Notes", pain="Hurts", mood="Feel", tags="Labels"),
    )
    assert result.code == 0
    [entry] = kept(cmt)
    assert (entry["pain"], entry["mood"], entry["tags"]) == (4, 6, ["work", "sleep"])


def mapped(**columns):
    return [part for field, column in columns.items() for part in ("--map", f"{field}={column}")]


@pytest.mark.parametrize("content", [b"\xef\xbb\xbf" + TWO.encode(), TWO.replace("\n", "\r\n").encode(), TWO.replace(",", ";").encode()])
def test_a_csv_as_spreadsheets_write_it_is_imported(cmt, bring, content):
    assert bring(content).code == 0
    assert texts(cmt) == ["two", "one"]


@pytest.mark.parametrize(
    "text",
    ['"quoted", he said', "one\r\ntwo\nthree", "=1+1", "'=1+1", "'tis", "-", "@me", "\ttab", "zażółć", "日本語", "مرحبا", "🌱", " spaces "],
)
def test_words_in_a_csv_come_in_as_they_were_written(cmt, bring, text):
    out = io.StringIO()
    guard = "'" if text[0] in "=+-@\t\r'" else ""
    csv.writer(out).writerows([["at", "text"], ["2026-01-03", guard + text]])
    assert bring(out.getvalue()).code == 0
    assert texts(cmt) == [text]


def test_a_past_day_without_a_time_is_kept_at_noon(cmt, bring):
    bring("at,text\n2026-01-03,one\n20260102,two\n2026-W01-4,three\n")
    assert [one["at"][:16] for one in kept(cmt)] == ["2026-01-03T12:00", "2026-01-02T12:00", "2026-01-01T12:00"]


def test_today_without_a_time_is_kept_at_now(cmt, bring):
    bring("at,text\n2026-01-05,one\n")
    assert kept(cmt)[0]["at"] == "2026-01-05T19:00:00+00:00"


def test_a_time_after_midnight_belongs_to_the_evening_before(cmt, bring):
    bring("at,text\n2026-01-04 01:30,one\n")
    assert kept(cmt)[0]["day"] == "2026-01-03"


def test_a_time_with_an_offset_is_that_moment(cmt, bring):
    bring("at,text\n2026-01-03T18:30:00-05:00,one\n")
    assert kept(cmt)[0]["at"] == "2026-01-03T23:30:00+00:00"


# import: what does not


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("2026-01-06 09:00,later,,", "line 2: the time was read as Tue 6 Jan 2026 09:00, which has not come yet"),
        ("2026-01-06,later,,", "line 2: the time was read as Tue 6 Jan 2026 12:00, which has not come yet"),
        (f"{WORDS_A_PERSON_WROTE},one,,", "line 2: no time that can be read, such as 2026-01-05 18:30"),
        (",one,,", "line 2: no time that can be read, such as 2026-01-05 18:30"),
        ("2026-02-30,one,,", "line 2: no time that can be read, such as 2026-01-05 18:30"),
        ("03/01/2026,one,,", "line 2: no time that can be read, such as 2026-01-05 18:30"),
        ("0001-01-01 00:30,one,,", "line 2: no time that can be read, such as 2026-01-05 18:30"),
        ("9998-12-31 23:59,one,,", "line 2: the time was read as Thu 31 Dec 9998 23:59, which has not come yet"),
        ("9999-12-31 23:59,one,,", "line 2: no time that can be read, such as 2026-01-05 18:30"),
        (f"2026-01-03,one,{WORDS_A_PERSON_WROTE},", "line 2: pain is not a whole number from 0 to 10"),
        ("2026-01-03,one,11,", "line 2: pain is not a whole number from 0 to 10"),
        ("2026-01-03,one,4,-1", "line 2: mood is not a whole number from 0 to 10"),
        (f"2026-01-03,one,4,{'9' * 5000}", "line 2: mood is not a whole number from 0 to 10"),
        ("2026-01-03,one,٣,", "line 2: pain is not a whole number from 0 to 10"),
        ("2026-01-03, ,4,", "line 2: there are no words"),
        ("2026-01-03,o\0ne,,", "line 2: the words are not text that can be kept"),
        (f"2026-01-03,{WORDS_A_PERSON_WROTE}, and, and, and more", "line 2: more values than there are columns"),
    ],
)
def test_a_row_that_cannot_be_kept_is_told_by_its_place_and_the_others_are_kept(cmt, bring, row, said):
    result = bring(f"at,text,pain,mood\n{row}\n2026-01-03 09:00,kept,,\n")
    assert texts(cmt) == ["kept"]
    assert result.code == 1
    assert result.out.startswith("One diary entry imported.")
    assert result.err.splitlines()[0] == "1 could not be read:"
    assert result.err.splitlines()[1].startswith(said)
    assert WORDS_A_PERSON_WROTE not in result.err


@pytest.mark.parametrize("said", ["now", "today", "yesterday", "monday", "18:30", "2 hours ago", "a week ago"])
def test_a_time_that_depends_on_when_the_file_is_read_is_none(cmt, bring, said):
    result = bring(f"at,text\n{said},one\n")
    assert (result.code, texts(cmt)) == (1, [])
    assert "line 2: no time that can be read" in result.err


@pytest.mark.parametrize("tag", ["x" * 41, "a\x1b[31m", "a\nb"])
def test_a_tag_that_cannot_stand_in_a_list_is_told(cmt, bring, tag):
    result = bring(json.dumps({"entries": [{**JRNL, "tags": [tag]}, JRNL]}))
    assert (result.code, len(texts(cmt))) == (1, 1)
    assert "entry 1: a tag that cannot be kept" in result.err


def test_half_a_letter_in_json_is_told(cmt, bring):
    result = bring(json.dumps({"entries": [{**JRNL, "body": "\ud800"}, {**JRNL, "date": "\ud800"}, {**JRNL, "tags": ["\ud800"]}]}))
    assert result.code == 1
    assert [line.split(":")[0] for line in result.err.splitlines()[1:]] == ["entry 1", "entry 2", "entry 3"]


def test_of_many_bad_rows_the_first_twenty_are_told_and_json_has_them_all(cmt, bring):
    bad = "at,text\n" + "never,one\n" * 25
    result = bring(bad)
    assert (result.code, result.out) == (1, "Nothing was imported.\n")
    assert len(result.err.splitlines()) == 22
    assert result.err.splitlines()[-1] == "and 5 more"
    assert len(bring(bad, "--json").json["problems"]) == 25


# import: again, dry, undone, backed up


def test_the_same_file_again_adds_nothing(cmt, bring, home):
    bring(TWO)
    copies = len(list((home / BACKUPS).iterdir()))
    result = bring(TWO)
    assert (result.code, result.out) == (0, "Nothing was imported.\n2 diary entries already here: left alone.\n")
    assert texts(cmt) == ["two", "one"]
    assert len(list((home / BACKUPS).iterdir())) == copies


def test_a_file_that_has_grown_adds_what_is_new(cmt, bring):
    bring(TWO)
    result = bring(TWO + "2026-01-05,three\n", "--json").json
    assert (result["imported"], result["skipped"]) == ({"entries": 1}, 2)
    assert texts(cmt) == ["three", "two", "one"]


def test_an_entry_of_today_without_a_time_is_not_added_again_an_hour_or_a_day_later(cmt, bring):
    today = "at,text\n2026-01-05,one\n"
    bring(today)
    for _ in range(2):
        cmt.later(hours=1)
        bring(today)
        cmt.later(hours=23)
        bring(today)
    assert texts(cmt) == ["one"]


def test_a_file_read_again_in_another_country_adds_nothing(cmt, bring, monkeypatch):
    export = json.dumps({"entries": [JRNL]})
    bring(export)
    monkeypatch.setenv("TZ", "America/New_York")
    time.tzset()
    cmt.now = cmt.now.astimezone()
    bring(export)
    assert len(texts(cmt)) == 1


def test_what_cmt_wrote_itself_and_a_file_says_too_is_one_entry(cmt, bring):
    cmt("journal", "add", "two", "--at", "2026-01-04 21:30")
    assert bring(TWO, "--json").json["imported"] == {"entries": 1}


def test_a_dry_run_says_and_stores_nothing(cmt, diary, home):
    result = cmt("data", "import", diary(TWO), "--dry-run")
    assert (result.code, result.out) == (0, "2 diary entries would be imported. Nothing was stored.\n")
    assert not home.exists()
    said = cmt("data", "import", diary(TWO), "--dry-run", "--json").json
    assert said == {"schema_version": 1, "imported": {"entries": 0}, "new": {"entries": 2}, "skipped": 0, "problems": []}


def test_a_dry_run_tells_what_is_wrong_and_what_is_here(cmt, bring, diary):
    bring(TWO)
    result = cmt("data", "import", diary(TWO + "never,three\n"), "--dry-run")
    assert (result.code, result.out.splitlines()[1]) == (1, "2 diary entries already here: left alone.")
    assert "line 4" in result.err


def test_undo_takes_a_whole_import_back_and_leaves_the_rest(cmt, bring):
    cmt(*ADD)
    bring(TWO)
    undone = cmt("undo", "--json").json["undone"]
    assert (undone["command"], len(undone["records"])) == ("data import", 2)
    assert texts(cmt) == ["slow"]
    assert cmt("journal", "search", "two", "--json").json["entries"] == []
    bring(TWO)
    assert len(texts(cmt)) == 3


def test_before_an_import_the_file_is_copied_as_it_was(cmt, bring, home):
    cmt(*ADD)
    bring(TWO)
    [copy] = (home / BACKUPS).iterdir()
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT text FROM entries").fetchall() == [("slow",)]


def test_without_a_backup_nothing_is_imported(cmt, bring, home):
    cmt(*ADD)
    (home / BACKUPS).write_text("a file where the folder should be")
    result = bring(TWO)
    assert (result.code, result.out) == (1, "")
    assert texts(cmt) == ["slow"]


def test_a_failure_half_way_keeps_none_of_it(cmt, bring, home, monkeypatch):
    cmt(*ADD)
    with closing(sqlite3.connect(home / FILE)) as connection:
        connection.execute("CREATE TRIGGER stop BEFORE INSERT ON entries WHEN new.text = 'two' BEGIN SELECT raise(ABORT, 'full'); END")
    result = bring(TWO)
    assert (result.code, result.out) == (1, "")
    assert texts(cmt) == ["slow"]


# import: asking


def test_without_a_terminal_it_wants_yes(cmt, diary):
    result = cmt("data", "import", diary(TWO))
    assert "--yes" in result.err
    refused(cmt, result, code=2)


@pytest.mark.parametrize(("reply", "count"), [(True, 2), (False, 0), (None, 0)])
def test_in_a_terminal_it_asks_how_much_first(cmt, diary, monkeypatch, reply, count):
    result, screen = asked(cmt, monkeypatch, "data", "import", diary(TWO), replies=[reply])
    assert screen.texts("yes_no")[0].startswith("Import 2 diary entries from")
    assert result.code == 0
    assert len(texts(cmt)) == count
    assert ("Nothing was imported." in result.out) == (count == 0)


def test_with_json_a_no_is_told_as_json(cmt, diary, monkeypatch):
    result, _ = asked(cmt, monkeypatch, "data", "import", diary(TWO), "--json", replies=[False])
    assert (result.json["imported"], result.json["new"]) == ({"entries": 0}, {"entries": 2})


def test_where_all_is_here_already_nothing_is_asked(cmt, bring, diary):
    bring(TWO)
    assert cmt("data", "import", diary(TWO)).code == 0


@pytest.mark.parametrize("said", ["at", "at=", "=Date", "when=Date", ""])
def test_a_map_that_maps_nothing_is_a_usage_error(cmt, bring, said):
    refused(cmt, bring(TWO, "--map", said), code=2)


# import: hostile files


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"at,text\n2026-01-03,\xff\xfe\n", "UTF-8"),
        (TWO.encode("utf-16"), "UTF-8"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "UTF-8"),
        (b"", "no column"),
        (b"\0" * 100, "no column"),
        (f"2026-01-03,{WORDS_A_PERSON_WROTE}\n".encode(), "name its columns"),
        (f'at,text\n2026-01-03,"{WORDS_A_PERSON_WROTE}\n'.encode(), "line 2"),
        (b'{"entries": ' + b"[" * 200_000, "jrnl export"),
        (b'{"a": 1}', "jrnl export"),
        (b'{"entries": {', "jrnl export"),
    ],
    ids=["latin", "utf-16", "a picture", "empty", "zeros", "no head", "open quote", "deep", "other json", "half"],
)
def test_a_file_that_is_no_diary_ends_in_one_sentence(cmt, bring, home, content, said):
    result = bring(content)
    assert said in result.err
    refused(cmt, result)
    assert not home.exists()


@pytest.mark.parametrize(
    ("name", "reason"), [("folder", "directory"), ("nowhere.csv", "No such file"), ("~nobody-of-this-name/x.csv", "No such file")]
)
def test_a_file_that_cannot_be_read_ends_in_one_sentence(cmt, tmp_path, name, reason):
    (tmp_path / "folder").mkdir()
    result = cmt("data", "import", name if name.startswith("~") else str(tmp_path / name), "--yes")
    assert reason in result.err
    refused(cmt, result)


def test_a_file_larger_than_any_diary_is_not_read_to_its_end(cmt, bring, monkeypatch):
    monkeypatch.setattr(importing, "LARGEST", 20)
    result = bring(TWO)
    assert "larger than" in result.err
    refused(cmt, result)
    refused(cmt, cmt("data", "import", "/dev/zero", "--yes"))


def test_a_megabyte_of_words_comes_in_whole(cmt, bring):
    text = "slow " * 200_000 + "end"
    assert bring(f"at,text\n2026-01-03,{text}\n").code == 0
    assert texts(cmt) == [text]


def test_escape_sequences_in_a_file_never_reach_the_screen(cmt, bring):
    assert "\x1b" not in bring("\x1b[31mat,te\x1bxt\n").err


PIECES = [
    "at,text,pain\n",
    "2026-01-03",
    "2099-01-01",
    ",",
    ";",
    '"',
    "'",
    "\n",
    "\r",
    "\t",
    "\0",
    "=1",
    "11",
    "4",
    "{",
    "}",
    "[",
    "]",
    ":",
    "\ufeff",
    "é",
]
BYTES = st.binary(max_size=60) | st.lists(st.sampled_from(PIECES), max_size=25).map(lambda parts: "".join(parts).encode())
SHEETS = st.lists(
    st.lists(st.sampled_from(["2026-01-03", "2026-01-03 25:00", "words", "4", "", "[", '"', "\ud800"]), max_size=4), max_size=4
)
VALUES = st.recursive(st.none() | st.integers() | st.text(max_size=6) | st.just("2026-01-03"), lambda inner: st.lists(inner, max_size=2))
OBJECTS = st.lists(VALUES | st.dictionaries(st.sampled_from(["title", "body", "date", "time", "tags", "starred"]), VALUES), max_size=3)
CSVS = SHEETS.map(lambda rows: "\n".join(["at,text,pain,tags", *map(",".join, rows)]).encode("utf-8", "surrogatepass"))
EXPORTS = OBJECTS.map(lambda found: json.dumps({"entries": found}).encode())


@given(BYTES | CSVS | EXPORTS)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_in_a_file_it_ends_in_entries_or_in_sentences(cmt, diary, content):
    result = cmt("data", "import", diary(content), "--dry-run", "--json")
    assert result.code in (0, 1)
    assert "inside cmt" not in result.err
    if result.out:
        said = result.json
        assert result.code == bool(said["problems"])
        assert all(one.startswith(("line ", "entry ")) for one in said["problems"])
    else:
        assert result.err.endswith(".\n")
        assert result.err.count("\n") == 1


ANY_TEXT = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1, max_size=60).filter(str.strip)


@given(st.lists(ANY_TEXT, min_size=1, max_size=4, unique=True))
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_words_come_in_once_and_as_they_are(cmt, diary, found):
    cmt.home = cmt.home.with_name(os.urandom(8).hex())
    out = io.StringIO()
    guarded = [f"'{text}" if text[0] in "=+-@\t\r'" else text for text in found]
    csv.writer(out).writerows([["at", "text"], *(("2026-01-03", text) for text in guarded)])
    for _ in range(2):
        assert cmt("data", "import", diary(out.getvalue()), "--yes").code == 0
        assert sorted(texts(cmt)) == sorted(found)


def test_times_are_those_of_the_day_the_clock_changed(cmt, bring, monkeypatch):
    monkeypatch.setenv("TZ", "Europe/London")
    time.tzset()
    cmt.now = datetime.fromisoformat("2026-04-01T12:00:00+01:00")
    bring("at,text\n2026-03-29 01:30,skipped\n2025-10-26 01:30,doubled\n")
    assert [one["at"] for one in kept(cmt)] == ["2026-03-29T02:30:00+01:00", "2025-10-26T01:30:00+01:00"]
