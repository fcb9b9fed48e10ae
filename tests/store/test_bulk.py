"""Many entries at once: what is here already is known again, and nothing else is taken for it."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from cmt_cli.base.records import Entry
from cmt_cli.store import entries
from cmt_cli.store.bulk import Found, add_entries, not_yet_here
from cmt_cli.store.file import opened, writing

EVENING = "2026-01-05T18:30:00+00:00"


@pytest.fixture
def store(tmp_path):
    with opened(tmp_path / "home") as connection:
        yield connection


def entry(at=EVENING, text="Slow."):
    moment = datetime.fromisoformat(at)
    return Entry(0, moment, moment.date(), text, source="import")


def keep(store, *kept):
    with writing(store):
        add_entries(store, kept)


def new(store, *found, untimed=False):
    return [(one.at.isoformat(), one.text) for one in not_yet_here(store, [Found(one, untimed) for one in found])]


def test_without_a_diary_everything_is_new_and_in_its_order():
    found = [entry(text="b"), entry(text="a")]
    assert not_yet_here(None, [Found(one) for one in found]) == found


def test_what_is_here_is_not_new(store):
    keep(store, entry())
    assert new(store, entry()) == []


def test_an_entry_that_stands_twice_in_a_file_is_one():
    assert len(not_yet_here(None, [Found(entry()), Found(entry())])) == 1


@pytest.mark.parametrize(
    "other", [entry(text="slow."), entry(text="Slow. "), entry("2026-01-05T18:31:00+00:00"), entry("2026-01-06T18:30:00+00:00")]
)
def test_other_words_or_another_minute_are_another_entry(store, other):
    keep(store, entry())
    assert len(new(store, other)) == 1


@pytest.mark.parametrize(
    "same",
    ["2026-01-05T18:30:00.750000+00:00", "2026-01-05T13:30:00-05:00", "2026-01-05T18:30:00-05:00"],
    ids=["with parts of a second", "the moment, told in another country", "what the clock showed, read in another country"],
)
def test_one_moment_is_known_again_however_it_is_told(store, same):
    keep(store, entry())
    assert new(store, entry(same)) == []


def test_an_entry_without_a_time_is_known_again_by_its_day(store):
    keep(store, entry())
    assert new(store, entry("2026-01-05T12:00:00+00:00"), untimed=True) == []
    assert len(new(store, entry("2026-01-06T12:00:00+00:00"), untimed=True)) == 1
    assert len(new(store, entry("2026-01-05T12:00:00+00:00", "Other."), untimed=True)) == 1


def test_an_entry_after_midnight_belongs_to_the_evening_before(store):
    late = entry("2026-01-06T01:30:00+00:00")._replace(day=date(2026, 1, 5))
    keep(store, late)
    assert new(store, entry("2026-01-05T12:00:00+00:00"), untimed=True) == []


def test_all_are_kept_or_none(store):
    with pytest.raises(Exception, match=r"."), writing(store):
        add_entries(store, [entry(), entry(text="Other.")._replace(pain=11)])
    assert entries.newest(store, entries.Wanted(), 10) == []


def test_what_was_brought_in_is_found_by_its_words(store):
    keep(store, *(entry(f"2026-01-05T18:{minute:02}:00+00:00", f"Garden number{minute}.") for minute in range(60)))
    assert [one.text for one in entries.search(store, "number31", entries.Wanted(), 10)] == ["Garden number31."]
