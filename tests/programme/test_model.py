"""What a programme is made of: forms, recalls, and which practice is asked about."""

from __future__ import annotations

import pytest

from cmt_cli.programme.model import Ask, Day, Guided, Part, Practice, Recall, Say, asked_after, parts_in_form


def practice(*parts):
    return Practice("p", "P", "A", "b", "c", parts)


def day(*steps):
    return Day(number=1, title="A day", idea="", steps=steps)


LONG, SHORT = Part("long"), Part("short", short=True)


@pytest.mark.parametrize(
    ("parts", "short", "led"),
    [
        ((LONG, SHORT), False, (LONG, SHORT)),
        ((LONG, SHORT), True, (SHORT,)),
        ((LONG, LONG), True, (LONG, LONG)),
        ((SHORT,), True, (SHORT,)),
    ],
)
def test_the_parts_of_a_form(parts, short, led):
    assert parts_in_form(practice(*parts), short) == led


def test_the_steps_of_a_form():
    first, second = Say(id="a", text="x", short=True), Ask(id="b", text="y")
    assert day(first, second).in_form(short=False) == (first, second)
    assert day(first, second).in_form(short=True) == (first,)


def test_every_recall_of_a_day_is_found_in_its_steps_its_practices_and_those_it_uses():
    one, two, three = (Recall(number, "act", "f") for number in (1, 2, 3))
    written = Guided(id="b", practice=practice(Part("x {recall}", recall=two), LONG))
    used = practice(Part("y {recall}", recall=three))
    steps = (Say(id="a", text="{recall}", recall=one), written, Guided(id="c", use="used"), Ask(id="d", text="z"))
    assert day(*steps).recalls([used]) == (one, two, three)
    assert day(Ask(id="d", text="z")).recalls([]) == ()


GUIDED, BEFORE_ANOTHER, SAID = Guided(id="g", use="x"), Guided(id="h", use="x", feedback=False), Say(id="s", text="x")


@pytest.mark.parametrize(
    ("steps", "asked"),
    [
        ((GUIDED, SAID), [True, False]),
        ((BEFORE_ANOTHER, SAID, GUIDED), [False, False, True]),
        ((BEFORE_ANOTHER, SAID), [True, False]),
        ((GUIDED, GUIDED), [True, True]),
        ((GUIDED, BEFORE_ANOTHER), [True, True]),
    ],
)
def test_which_practice_is_asked_about(steps, asked):
    assert [asked_after(steps, at) for at in range(len(steps))] == asked
