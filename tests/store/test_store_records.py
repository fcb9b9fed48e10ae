"""Check-ins, sessions, rests and marks, kept and read back."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cmt_cli.base.records import PAINKILLER_ANSWERS, CheckIn, Started
from cmt_cli.store import checkins, sessions
from cmt_cli.store.file import opened

MONDAY = date(2026, 1, 5)
ON = Started("compassion", "A title", "1.0", "")
scale = st.none() | st.integers(0, 10)
words = st.none() | st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40)


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


def at(text):
    return datetime.fromisoformat(text)


def begun(connection, number=1, form="whole", when="2026-01-05T19:00:00+00:00"):
    return sessions.begin(connection, ON, at(when), at(when).date(), number, form)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(scale, min_size=6, max_size=6),
    st.sampled_from([None, *PAINKILLER_ANSWERS]),
    words,
    st.sampled_from([None, True, False]),
    words,
)
def test_a_check_in_comes_back_as_it_was_given(connection, scales, painkillers, more, practised, used):
    given_one = CheckIn(0, at("2026-01-05T19:00:00+05:30"), MONDAY, *scales, painkillers, more, practised, used)
    kept = checkins.add(connection, given_one)
    assert checkins.find(connection, kept.id) == given_one._replace(id=kept.id)


def test_a_check_in_changed_stands_in_the_place_of_the_old_one(connection):
    kept = checkins.add(connection, CheckIn(0, at("2026-01-05T19:00:00+00:00"), MONDAY, pain=4))
    other = checkins.add(connection, CheckIn(0, at("2026-01-05T20:00:00+00:00"), MONDAY, pain=5))
    checkins.change(connection, kept._replace(pain=9, more="words"))
    assert checkins.find(connection, kept.id) == kept._replace(pain=9, more="words")
    assert checkins.find(connection, other.id) == other


def test_a_deleted_check_in_is_gone_and_its_number_is_not_given_again(connection):
    first = checkins.add(connection, CheckIn(0, at("2026-01-05T19:00:00+00:00"), MONDAY))
    checkins.delete(connection, first.id)
    assert checkins.find(connection, first.id) is None
    assert checkins.add(connection, first).id == first.id + 1


def test_check_ins_are_newest_first_by_the_moment_and_not_by_the_wall_clock(connection):
    for when in ("2026-01-05T19:00:00+00:00", "2026-01-05T20:00:00+05:00", "2026-01-05T18:00:00-05:00"):
        checkins.add(connection, CheckIn(0, at(when), MONDAY))
    assert [one.id for one in checkins.newest(connection, None, None, 9)] == [3, 1, 2]


def test_check_ins_can_be_asked_for_by_day_and_by_number(connection):
    for day in (3, 4, 5):
        checkins.add(connection, CheckIn(0, at(f"2026-01-0{day}T19:00:00+00:00"), date(2026, 1, day)))
    assert [one.day.day for one in checkins.newest(connection, date(2026, 1, 4), None, 9)] == [5, 4]
    assert [one.day.day for one in checkins.newest(connection, None, date(2026, 1, 4), 9)] == [4, 3]
    assert [one.day.day for one in checkins.newest(connection, None, None, 1)] == [5]


def test_nobody_is_on_a_programme_before_they_start(connection):
    assert sessions.started(connection) is None


def test_the_programme_somebody_is_on_is_the_last_they_started(connection):
    sessions.start(connection, ON)
    sessions.start(connection, other := Started("mine", "Mine", "0.1", "/somewhere"))
    assert sessions.started(connection) == other


def test_a_session_begins_open_and_uncounted(connection):
    number = begun(connection)
    record = sessions.latest(connection, ON.programme)
    assert (record.id, record.step, record.counted_at, record.ended, record.seconds) == (number, "", None, False, 0)


def test_a_session_counts_once_whatever_follows(connection):
    number = begun(connection)
    sessions.count(connection, number, at("2026-01-05T19:10:00+00:00"))
    sessions.count(connection, number, at("2026-01-05T19:20:00+00:00"))
    assert sessions.latest(connection, ON.programme).counted_at == at("2026-01-05T19:10:00+00:00")


def test_where_a_session_goes_on_is_kept_with_the_time_it_took(connection):
    number = begun(connection)
    sessions.reach(connection, number, "idea", 75)
    record = sessions.latest(connection, ON.programme)
    assert (record.step, record.seconds) == ("idea", 75)


def test_sessions_of_another_programme_are_not_seen(connection):
    begun(connection)
    assert sessions.latest(connection, "mine") is None
    assert sessions.sittings(connection, "mine") == []


def test_an_answer_given_again_takes_the_place_of_the_first(connection):
    number = begun(connection)
    for value in ("the first", "the second"):
        sessions.answer(connection, number, "act", value, at("2026-01-05T19:00:00+00:00"), MONDAY)
    assert sessions.answers_of(connection, number) == {"act": "the second"}
    row = connection.execute("SELECT programme, content_version, number FROM answers").fetchone()
    assert tuple(row) == ("compassion", "1.0", 1)


def test_what_is_recalled_is_the_latest_that_was_answered_and_a_pass_recalls_the_one_before(connection):
    for value in ("the first", "the second", None):
        number = begun(connection)
        sessions.answer(connection, number, "act", value, at("2026-01-05T19:00:00+00:00"), MONDAY)
    assert sessions.recalled(connection, "compassion", 1, "act") == "the second"
    assert sessions.recalled(connection, "compassion", 2, "act") is None


def test_a_practice_left_by_a_skip_is_not_one_to_come_back_to(connection):
    number = begun(connection)
    for step, left_by in (("a", "end"), ("b", "skipped"), ("c", "eased"), ("d", "ground"), ("e", "left")):
        sessions.practise(connection, number, step, f"practice-{step}", left_by, at("2026-01-05T19:00:00+00:00"), MONDAY)
    sessions.help_given(connection, number, "a", 7)
    assert [tuple(one) for one in sessions.practised(connection, "compassion")] == [
        ("practice-a", 7),
        ("practice-c", None),
        ("practice-d", None),
    ]


def test_a_rest_is_a_day_and_no_session(connection):
    sessions.rest(connection, at("2026-01-05T19:00:00+00:00"), MONDAY)
    assert sessions.rests(connection) == [MONDAY]
    assert sessions.sittings(connection, "compassion") == []
