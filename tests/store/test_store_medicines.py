"""Medicines, doses and what belongs to them in the file: everything comes back as it was kept, and a snapshot stays."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cmt_cli.base.faults import Fault
from cmt_cli.base.medicine import Component, Direction, Dose, Limit, Product
from cmt_cli.store import medicines, undo
from cmt_cli.store.file import opened, writing

NOON = datetime(2026, 1, 5, 12, tzinfo=UTC)
TODAY = NOON.date()
CODEINE = Product(
    "co-codamol-30-500",
    "co-codamol 30/500",
    "tablet",
    (Component("paracetamol", 500), Component("codeine", 30)),
    ("simple", "weak-opioid"),
    "painkiller",
    {"GB": "prescription"},
    Limit(8, 4, True, "U17", "2026-11-21"),
    None,
    True,
    ("Zapain", "Kapake"),
    "U17",
    "2026-11-21",
)
PATCH = Product("fentanyl-25", "fentanyl patch", "patch", None, ("strong-opioid",), "painkiller", {}, wear_hours=72, rate=25)


@contextmanager
def store(home, doing="med add"):
    with opened(home, doing, "2026-01-05T12:00:00+00:00") as connection, writing(connection):
        yield connection


def reopened(home, read):
    with opened(home) as connection:
        return read(connection)


def dose(at=NOON, product=CODEINE, units=1.0, **about):
    return Dose(0, at, at.date(), product, units, **about)


@pytest.mark.parametrize("product", [CODEINE, PATCH, CODEINE._replace(limit=None, legal={}, also=()), PATCH._replace(components=())])
def test_a_product_comes_back_as_it_was_kept(home, product):
    with store(home) as connection:
        kept = medicines.keep(connection, product, "needed", NOON, TODAY)
    assert reopened(home, medicines.all_of) == [kept]
    assert (kept.id, kept.product, kept.kind, kept.usual) == (1, product, "needed", None)


texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
amounts = st.floats(0.001, 100_000, allow_nan=False)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts, st.none() | st.lists(st.builds(Component, texts, amounts)).map(tuple), amounts)
def test_whatever_a_product_holds_it_is_the_same_as_text_and_back(name, components, units):
    product = PATCH._replace(name=name, components=components, limit=Limit(units, None, False, name, "2026-11-21"))
    assert medicines.product_of(medicines.product_text(product)) == product


def test_a_changed_medicine_keeps_its_number_and_its_doses_keep_what_they_were(home):
    with store(home) as connection:
        kept = medicines.keep(connection, CODEINE, None, NOON, TODAY)
        medicines.add(connection, dose(units=2, medicine_id=kept.id))
        weaker = CODEINE._replace(components=(Component("paracetamol", 325),), classes=("simple",))
        medicines.change(connection, kept._replace(product=weaker, kind="clock", usual=1.5))
    [changed] = reopened(home, medicines.all_of)
    assert (changed.id, changed.product, changed.kind, changed.usual) == (kept.id, weaker, "clock", 1.5)
    [taken] = reopened(home, medicines.doses)
    assert taken.product == CODEINE
    assert taken.components == (Component("paracetamol", 1000), Component("codeine", 60))


def test_two_medicines_never_have_one_name(home):
    with store(home) as connection:
        medicines.keep(connection, CODEINE, None, NOON, TODAY)
    with pytest.raises(Fault), store(home) as connection:
        medicines.keep(connection, CODEINE, None, NOON, TODAY)
    assert len(reopened(home, medicines.all_of)) == 1


def test_a_dose_comes_back_with_everything_that_was_given(home):
    evening = NOON.astimezone(timezone(timedelta(hours=9, minutes=30))).replace(microsecond=0)
    about = {"reason": "headache", "reason_words": "the rain", "pain": 7, "urge": 0, "after_pause": 4, "source": "prescription"}
    with store(home) as connection:
        medicine = medicines.keep(connection, CODEINE, None, NOON, TODAY)
        kept = medicines.add(connection, dose(evening, units=0.5, medicine_id=medicine.id, **about))
    assert kept == dose(evening, units=0.5, medicine_id=1, **about)._replace(id=1)
    assert reopened(home, lambda connection: medicines.find_dose(connection, 1)) == kept
    assert reopened(home, lambda connection: medicines.find_dose(connection, 2)) is None


def test_a_changed_dose_takes_its_own_place_and_a_deleted_one_leaves_its_number_unused(home):
    with store(home) as connection:
        first, second = (medicines.add(connection, dose(NOON + timedelta(hours=hours))) for hours in (0, 1))
        medicines.change_dose(connection, first._replace(units=3, reason="sleep"))
        medicines.delete_dose(connection, second.id)
        third = medicines.add(connection, dose())
    assert third.id == 3
    found = reopened(home, medicines.doses)
    assert [(one.id, one.units, one.reason) for one in found] == [(3, 1, None), (1, 3, "sleep")]


@pytest.mark.parametrize(("column", "value"), [("units", 0), ("units", -1), ("pain", 11), ("reason", "fun"), ("source", "a friend")])
def test_the_file_itself_refuses_what_cannot_be(home, column, value):
    with store(home) as connection:
        medicines.add(connection, dose())
        with pytest.raises(sqlite3.IntegrityError):
            medicines.change_dose(connection, dose()._replace(id=1, **{column: value}))


def test_doses_are_newest_first_by_the_moment_they_were_taken_wherever_that_was(home):
    zones = [timezone(timedelta(hours=hours)) for hours in (0, 11, -8)]
    with store(home) as connection:
        for zone, hours in zip(zones, (0, 2, 1), strict=True):
            medicines.add(connection, dose((NOON + timedelta(hours=hours)).astimezone(zone)))
    assert [one.id for one in reopened(home, medicines.doses)] == [2, 3, 1]
    assert [one.id for one in reopened(home, lambda connection: medicines.doses(connection, limit=2))] == [2, 3]
    assert reopened(home, lambda connection: medicines.latest_of(connection, CODEINE.name)).id == 2
    assert reopened(home, lambda connection: medicines.latest_of(connection, "another")) is None


def test_doses_are_found_by_local_day_both_ends_among_them(home):
    days = [TODAY + timedelta(days=number) for number in range(4)]
    with store(home) as connection:
        for day in days:
            medicines.add(connection, dose()._replace(day=day))
    found = reopened(home, lambda connection: medicines.doses(connection, days[1], days[2]))
    assert {one.day for one in found} == {days[1], days[2]}


def test_a_window_leaves_out_the_dose_at_its_beginning_and_keeps_the_one_after(home):
    moment = NOON - timedelta(hours=24)
    with store(home) as connection:
        for seconds in (-1, 0, 1):
            medicines.add(connection, dose(moment + timedelta(seconds=seconds)))
        medicines.add(connection, dose((moment + timedelta(seconds=2)).astimezone(timezone(timedelta(hours=-8)))))
    found = reopened(home, lambda connection: medicines.since_moment(connection, moment))
    assert [one.id for one in found] == [4, 3]


def test_a_dose_outlives_its_medicine_and_says_that_it_is_gone(home):
    with store(home) as connection:
        kept = medicines.keep(connection, CODEINE, None, NOON, TODAY)
        medicines.add(connection, dose(medicine_id=kept.id))
        connection.execute("DELETE FROM medicines")
    [left] = reopened(home, medicines.doses)
    assert (left.product, left.medicine_id) == (CODEINE, None)


def test_a_day_without_is_kept_once(home):
    with store(home) as connection:
        for day in (TODAY, TODAY, TODAY - timedelta(days=1)):
            medicines.none_on(connection, NOON, day)
    days = reopened(home, lambda connection: [row["day"] for row in connection.execute("SELECT day FROM nones ORDER BY id")])
    assert days == ["2026-01-05", "2026-01-04"]


def test_directions_are_kept_one_after_another_word_for_word(home):
    said = [
        Direction("naproxen", "  ONE twice\ta day, with food\n", 1.0, 2.0, None, TODAY, "clock"),
        Direction("naproxen", "none for now", None, None, 7, date(2026, 2, 1), None),
    ]
    with store(home) as connection:
        for one in said:
            medicines.direct(connection, one, NOON, one.since)
    assert reopened(home, medicines.directions) == said


def test_undo_takes_back_a_medicine_with_its_dose_and_a_change_of_either(home):
    with store(home) as connection:
        kept = medicines.keep(connection, CODEINE, None, NOON, TODAY)
        taken = medicines.add(connection, dose(medicine_id=kept.id))
    with store(home, "med edit") as connection:
        medicines.change(connection, kept._replace(usual=2))
        medicines.change_dose(connection, taken._replace(units=9, reason_words="words"))
    take_back(home)
    assert (reopened(home, medicines.all_of), reopened(home, medicines.doses)) == ([kept], [taken])
    take_back(home)
    assert (reopened(home, medicines.all_of), reopened(home, medicines.doses)) == ([], [])


def take_back(home):
    with opened(home) as connection, writing(connection):
        undo.take_back(connection, undo.last_step(connection).id)
