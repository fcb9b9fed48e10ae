"""Pauses in the file, with the dose that came of one, and whether somebody is still to be asked how a wait went."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

import pytest

from cmt_cli.base.medicine import CHOICES, WENT, Dose, Pause, Product
from cmt_cli.store import medicines, pauses, undo
from cmt_cli.store.file import opened, writing

NOON = datetime(2026, 1, 5, 12, tzinfo=UTC)
TODAY = NOON.date()
BLANK = Pause(0, NOON, TODAY)
WHOLE = BLANK._replace(
    medicine="codeine 30 mg", pain=7, urge=9, need=0, about="other", about_words="the rain", urge_after=5, choice="wait", wait_minutes=20
)
SYRUP = Product(None, "syrup", "ml", None, (), "painkiller", {})


@contextmanager
def store(home, doing="pause"):
    with opened(home, doing, "2026-01-05T12:00:00+00:00") as connection, writing(connection):
        yield connection


def kept(home, *wanted):
    with store(home) as connection:
        return [pauses.add(connection, one) for one in wanted]


def ask(home, question, *values):
    with opened(home) as connection:
        return question(connection, *values)


@pytest.mark.parametrize("pause", [BLANK, WHOLE, *(BLANK._replace(choice=choice) for choice in CHOICES)])
def test_a_pause_comes_back_as_it_was_kept(home, pause):
    assert kept(home, pause) == [pause._replace(id=1)]
    assert ask(home, pauses.find, 1) == pause._replace(id=1)


def test_one_that_is_not_there_is_none(home):
    assert ask(home, pauses.find, 1) is None


def test_the_newest_come_first_and_no_more_than_are_wished(home):
    kept(home, *(BLANK._replace(at=NOON + timedelta(hours=hours)) for hours in (1, 3, 2)))
    assert [one.id for one in ask(home, pauses.newest, 20)] == [2, 3, 1]
    assert [one.id for one in ask(home, pauses.newest, 1)] == [2]


def test_a_changed_pause_is_in_its_own_place(home):
    first, second = kept(home, WHOLE, BLANK)
    with store(home) as connection:
        pauses.change(connection, first._replace(urge_after=1, choice="open"))
    assert ask(home, pauses.find, 1) == first._replace(urge_after=1, choice="open")
    assert ask(home, pauses.find, 2) == second


@pytest.mark.parametrize(("column", "value"), [("pain", 11), ("choice", "later"), ("about", "fun"), ("went", "away"), ("dose_id", 7)])
def test_the_file_itself_refuses_what_cannot_be(home, column, value):
    with opened(home) as connection, pytest.raises(sqlite3.IntegrityError):
        pauses.add(connection, BLANK._replace(**{column: value}))


# How a wait went


@pytest.mark.parametrize("choice", [None, *(one for one in CHOICES if one != "wait")])
def test_only_after_a_wait_is_there_something_to_ask(home, choice):
    kept(home, BLANK._replace(choice=choice))
    assert ask(home, pauses.waiting, TODAY) is None


def test_the_last_wait_of_the_day_is_asked_about(home):
    kept(home, WHOLE, WHOLE, BLANK._replace(choice="open"))
    assert ask(home, pauses.waiting, TODAY).id == 2


def test_a_wait_of_another_day_is_not_asked_about(home):
    kept(home, WHOLE._replace(day=TODAY - timedelta(days=1)))
    assert ask(home, pauses.waiting, TODAY) is None


@pytest.mark.parametrize("went", [None, *WENT])
def test_it_is_asked_once_whether_it_was_answered_or_passed(home, went):
    kept(home, WHOLE)
    with store(home) as connection:
        pauses.asked_back(connection, 1, went)
    assert ask(home, pauses.waiting, TODAY) is None
    assert ask(home, pauses.find, 1).went == went


# A pause and its dose


@pytest.fixture
def taken(home):
    """A dose after a pause, each with the other's number."""
    with store(home) as connection:
        pause = pauses.add(connection, BLANK._replace(choice="take"))
        dose = medicines.add(connection, Dose(0, NOON, TODAY, SYRUP, 5.0, after_pause=pause.id))
        pauses.change(connection, pause._replace(dose_id=dose.id))
    return home


def test_a_dose_stays_when_its_pause_goes_and_undo_joins_them_again(taken):
    with store(taken, "pause delete") as connection:
        pauses.delete(connection, 1)
    assert ask(taken, medicines.find_dose, 1).after_pause is None
    take_back(taken)
    assert ask(taken, medicines.find_dose, 1).after_pause == 1
    assert ask(taken, pauses.find, 1).dose_id == 1


def test_a_pause_stays_when_its_dose_goes_and_undo_joins_them_again(taken):
    with store(taken, "med delete") as connection:
        medicines.delete_dose(connection, 1)
    assert ask(taken, pauses.find, 1).dose_id is None
    take_back(taken)
    assert ask(taken, pauses.find, 1).dose_id == 1


def take_back(home):
    with opened(home) as connection, writing(connection):
        undo.take_back(connection, undo.last_step(connection).id)
