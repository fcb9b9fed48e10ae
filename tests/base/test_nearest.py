"""The nearest of some known words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cmt_cli.base.nearest import nearest

COMMANDS = ("status", "today", "start", "checkin", "ground", "support", "settings", "programme")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("stauts", "status"),
        ("tody", "today"),
        ("chekin", "checkin"),
        ("suport", "support"),
        ("program", "programme"),
        ("SETTINGS", "settings"),
        ("Ground", "ground"),
        ("xyzzy", ""),
        ("", ""),
        ("q", ""),
    ],
)
def test_a_mistyped_word_finds_the_one_that_was_meant(typed, meant):
    assert nearest(typed, COMMANDS) == meant


def test_among_several_that_are_near_the_nearest_is_taken():
    assert nearest("star", ("status", "start")) == "start"


def test_nothing_is_near_when_nothing_is_known():
    assert nearest("today", ()) == ""


def test_the_known_words_may_come_from_anything_that_can_be_gone_through():
    assert nearest("tday", iter(COMMANDS)) == "today"


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=30), st.lists(st.text(max_size=10), max_size=8))
def test_the_answer_is_one_of_the_known_words_or_nothing(word, known):
    assert nearest(word, known) in (*known, "")
