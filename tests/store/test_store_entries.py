"""Diary entries: kept, changed, read by what is asked for, and found by their words in any script."""

from __future__ import annotations

import unicodedata
from datetime import date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cmt_cli.base.records import Entry
from cmt_cli.base.text import folded
from cmt_cli.store import entries
from cmt_cli.store.entries import Wanted
from cmt_cli.store.file import opened

MONDAY = date(2026, 1, 5)
NOW = datetime.fromisoformat("2026-01-05T19:00:00+00:00")
ANY_TEXT = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0") | st.sampled_from("\r\n\t'\u2019\u202e\u05d0\U0001f327\u0301")
)


@pytest.fixture(scope="module")
def empty(tmp_path_factory):
    with opened(tmp_path_factory.mktemp("home")) as connection:
        yield connection


@pytest.fixture
def connection(empty):
    """The same empty file for every test: what a test keeps is taken back."""
    empty.execute("BEGIN")
    yield empty
    empty.execute("ROLLBACK")


def kept(connection, text, at="2026-01-05T19:00:00+00:00", **about):
    moment = datetime.fromisoformat(at)
    return entries.add(connection, Entry(0, moment, moment.date(), text, **about))


def found(connection, words, limit=9, **wanted):
    return [one.text for one in entries.search(connection, words, Wanted(**wanted), limit)]


def listed(connection, limit=9, **wanted):
    return [one.text for one in entries.newest(connection, Wanted(**wanted), limit)]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    ANY_TEXT,
    st.none() | st.integers(0, 10),
    st.none() | st.integers(0, 10),
    st.lists(ANY_TEXT, unique=True),
    st.sampled_from(["journal", "session", "import"]),
)
def test_an_entry_comes_back_as_it_was_given(connection, text, pain, mood, tags, source):
    at = datetime.fromisoformat("2026-01-05T19:00:00+05:30")
    one = entries.add(connection, Entry(0, at, MONDAY, text, pain, mood, tuple(tags), source))
    assert entries.find(connection, one.id) == one
    assert one[1:] == (at, MONDAY, text, pain, mood, tuple(tags), source)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ANY_TEXT, ANY_TEXT)
def test_an_entry_changed_stands_in_the_place_of_the_old_one_and_of_no_other(connection, before, after):
    one, other = kept(connection, before), kept(connection, before)
    changed = one._replace(text=after, pain=9, mood=0, tags=("new",), day=date(2026, 1, 4))
    entries.change(connection, changed)
    assert entries.find(connection, one.id) == changed
    assert entries.find(connection, other.id) == other


def test_a_deleted_entry_is_gone_and_its_number_is_not_given_again(connection):
    one = kept(connection, "stairs")
    entries.delete(connection, one.id)
    assert entries.find(connection, one.id) is None
    assert kept(connection, "stairs").id == one.id + 1


# List


def test_entries_are_newest_first_by_the_moment_and_not_by_the_wall_clock(connection):
    for name, when in (
        ("second", "2026-01-05T19:00:00+00:00"),
        ("first", "2026-01-05T20:00:00+05:00"),
        ("third", "2026-01-05T18:00:00-05:00"),
    ):
        kept(connection, name, when)
    assert listed(connection) == ["third", "second", "first"]


def test_of_two_at_one_moment_the_later_kept_is_newer(connection):
    for name in ("one", "two"):
        kept(connection, name)
    assert listed(connection) == ["two", "one"]


@pytest.mark.parametrize(
    ("wanted", "days"),
    [
        ({}, ["5", "4", "3"]),
        ({"since": date(2026, 1, 4)}, ["5", "4"]),
        ({"until": date(2026, 1, 4)}, ["4", "3"]),
        ({"since": date(2026, 1, 4), "until": date(2026, 1, 4)}, ["4"]),
        ({"tags": ("work",)}, ["4", "3"]),
        ({"tags": ("WORK", "stairs")}, ["3"]),
        ({"tags": ("wor",)}, []),
        ({"contains": "3"}, ["3"]),
        ({"contains": "6"}, []),
        ({"limit": 2}, ["5", "4"]),
        ({"limit": 1, "tags": ("work",)}, ["4"]),
    ],
    ids=str,
)
def test_what_is_wanted_is_what_is_listed(connection, wanted, days):
    for day, tags in ((3, ("work", "stairs")), (4, ("work",)), (5, ())):
        kept(connection, str(day), f"2026-01-0{day}T19:00:00+00:00", tags=tags)
    assert listed(connection, **wanted) == days


@pytest.mark.parametrize("contains", ["cant", "CAN'T", "zazolc", "100%", "_", "腰"])
def test_contains_is_any_piece_of_the_words_with_nothing_special_in_it(connection, contains):
    kept(connection, "I can\u2019t, zażółć, 100% _ 腰が痛い")
    kept(connection, "nothing of it, 1000")
    assert len(listed(connection, contains=contains)) == 1


# Search


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("I can't go on like this", "cant"),
        ("I can\u2019t go on like this", "cant"),
        ("I cant go on like this", "can't"),
        ("I cant go on like this", "can\u2019t"),
        ("pacing again", "pace"),
        ("the same pace", "pacing"),
        ("I walked", "walking"),
        ("three stories", "story"),
        ("physiotherapy", "physio"),
        ("physiotherapy", "therapy"),
        ("STAIRS", "stairs"),
        ("stairs", "STAIRS"),
        ("zażółć gęślą jaźń", "zazolc"),
        ("zażółć gęślą jaźń", "gesla jazn"),
        ("zazolc", "zażółć"),
        (unicodedata.normalize("NFD", "zażółć gęślą jaźń"), "zazolc"),
        ("zażółć gęślą jaźń", unicodedata.normalize("NFD", "zażółć")),
        ("Straße", "strasse"),
        ("smørrebrød", "smorrebrod"),
        ("المشي كان صعبا اليوم", "المشي"),
        ("كِتَابٌ", "كتاب"),
        ("היום כאב לי הגב", "כאב"),
        ("боль в спине", "БОЛЬ"),
        ("मुझे दर्द है", "दर्द"),
        ("今日は腰が痛い", "腰"),
        ("今日は腰が痛い", "痛い 今日"),
        ("カフェで休んだ", "カフェ"),
        ("오늘은 허리가 아프다", "허리"),
        ("วันนี้ปวดหลังมาก", "ปวดหลัง"),
        ("背痛了一整天", "背痛"),
        ("rain \U0001f327 all day", "\U0001f327"),
        ("100% of the night", "100%"),
        ("a co-codamol day", "co-codamol"),
        ("over\nthree\r\nlines", "lines over"),
    ],
)
def test_words_are_found_however_they_are_written(connection, text, words):
    kept(connection, text)
    kept(connection, "another day entirely")
    assert found(connection, words) == [text]


@pytest.mark.parametrize(
    ("alone", "within"),
    [
        ("腰", "今日は腰が痛い"),
        ("ปวด", "วันนี้ปวดหลังมาก"),
        ("허리", "허리가 아프다"),
        ("مشي", "المشي كان صعبا"),
        ("كتاب", "كِتَابٌ"),
        ("כאב", "הכאב חזר"),
        ("पीठ", "पीठों में"),
    ],
)
def test_a_word_is_found_inside_others_where_a_script_writes_them_as_one(connection, alone, within):
    kept(connection, alone)
    kept(connection, within)
    assert found(connection, alone) == [within, alone]


def test_letters_of_a_word_in_other_places_are_not_that_word(connection):
    kept(connection, "प और ठ")
    assert found(connection, "पीठ") == []


def test_every_one_of_the_words_has_to_be_there(connection):
    for text in ("stairs and rain", "stairs alone", "rain alone"):
        kept(connection, text)
    assert found(connection, "rain stairs") == ["stairs and rain"]


@pytest.mark.parametrize("text", ["cantor", "canteen"])
def test_three_letters_are_a_word_of_their_own_and_no_beginning(connection, text):
    kept(connection, text)
    kept(connection, "I can do it")
    assert found(connection, "can") == ["I can do it"]


@pytest.mark.parametrize(
    "words",
    [
        '"',
        "*",
        "AND",
        "stairs OR",
        "NEAR(",
        "text:stairs",
        "(",
        "^",
        "-stairs",
        "'",
        "%",
        "_",
        "stairs*",
        "a" * 5000,
        "\udcff",
        "\0",
        "\u00a8",
    ],
)
def test_nothing_that_is_typed_breaks_the_search(connection, words):
    kept(connection, "another day entirely")
    assert found(connection, words) == []


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ANY_TEXT)
def test_any_words_at_all_may_be_looked_for(connection, words):
    connection.execute("DELETE FROM entries")
    one = kept(connection, f"a day with {words} in it")
    assert found(connection, words) == ([one.text] if folded(words).split() else [])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=8), min_size=1, max_size=4), st.data())
def test_a_word_that_was_written_is_found(connection, words, data):
    connection.execute("DELETE FROM entries")
    text = " ".join(words)
    kept(connection, text)
    assert found(connection, data.draw(st.sampled_from(words))) == [text]


@pytest.mark.parametrize("few", [0, 1000])
def test_few_or_many_are_found_newest_first_and_no_more_than_so_many(connection, monkeypatch, few):
    monkeypatch.setattr(entries, "FEW", few)
    for day in (3, 5, 4):
        kept(connection, f"stairs {day}", f"2026-01-0{day}T19:00:00+00:00", tags=("work",) if day == 3 else ())
    assert found(connection, "stairs") == ["stairs 5", "stairs 4", "stairs 3"]
    assert found(connection, "stairs", limit=2) == ["stairs 5", "stairs 4"]
    assert found(connection, "stairs", limit=1, until=date(2026, 1, 4)) == ["stairs 4"]
    assert found(connection, "stairs", tags=("work",)) == ["stairs 3"]


def test_the_search_follows_a_change_and_a_delete(connection):
    one = kept(connection, "zażółć in the rain")
    entries.change(connection, one._replace(text="can't on the stairs"))
    assert found(connection, "zazolc") == []
    assert found(connection, "cant") == ["can't on the stairs"]
    entries.delete(connection, one.id)
    assert found(connection, "cant") == []
    connection.execute("INSERT INTO entries_found (entries_found, rank) VALUES ('integrity-check', 1)")
