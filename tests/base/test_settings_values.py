"""Settings as values: written and read again, and refused when they are not what this program writes."""

from __future__ import annotations

import json
from datetime import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cmt_cli.base.settings import Person, Settings, from_values, to_values

MAYBE = st.sampled_from([None, True, False])
PEOPLE = st.lists(st.builds(Person, st.text(max_size=20), st.text(max_size=20)), max_size=4).map(tuple)
MINUTES = st.builds(time, st.integers(0, 23), st.integers(0, 59))
SETTINGS = st.builds(
    Settings,
    country=st.sampled_from(["", "GB", "IE", "US"]),
    accessible=MAYBE,
    speak=st.booleans(),
    bell=MAYBE,
    day_start=MINUTES,
    people=PEOPLE,
)


@settings(max_examples=60, deadline=None)
@given(SETTINGS)
def test_settings_written_as_json_are_read_again_as_they_were(before):
    assert from_values(json.loads(json.dumps(to_values(before)))) == before


def test_an_empty_file_of_settings_gives_the_defaults():
    assert from_values({}) == Settings()
    assert Settings() == Settings(country="", accessible=None, speak=False, bell=None, day_start=time(4, 0), people=())


def test_settings_are_written_in_plain_values():
    assert to_values(Settings("GB", True, False, None, time(5, 30), (Person("Ann", "07700 900123"),))) == {
        "country": "GB",
        "accessible": True,
        "speak": False,
        "bell": None,
        "day_start": "05:30",
        "people": [{"name": "Ann", "number": "07700 900123"}],
        "hide_names": False,
    }


def test_a_setting_this_program_does_not_know_is_passed_over():
    assert from_values({"country": "IE", "theme": "dark"}) == Settings(country="IE")


@pytest.mark.parametrize(
    "values",
    [
        None,
        [],
        "GB",
        7,
        {"country": 44},
        {"country": None},
        {"day_start": 4},
        {"day_start": "four"},
        {"day_start": "25:00"},
        {"accessible": "yes"},
        {"speak": "true"},
        {"bell": 2},
        {"bell": []},
        {"people": {}},
        {"people": "Ann"},
        {"people": ["Ann"]},
        {"people": [{"name": "Ann"}]},
        {"people": [{"name": "Ann", "number": 7}]},
        {"people": [{"name": None, "number": "7"}]},
    ],
)
def test_anything_else_is_refused_whole(values):
    assert from_values(values) is None


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


@settings(max_examples=80, deadline=None)
@given(st.dictionaries(st.sampled_from(["country", "accessible", "speak", "bell", "day_start", "people"]), JSON))
def test_no_values_crash_it(values):
    read = from_values(values)
    assert read is None or from_values(to_values(read)) == read
