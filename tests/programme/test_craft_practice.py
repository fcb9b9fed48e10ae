"""The rules of a practice: for each, a practice that breaks it and one that keeps it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cmt_cli.programme.craft_practice import in_practice
from cmt_cli.programme.model import Part, Practice, Recall, Rhythm
from cmt_cli.programme.said import Where

HARD = "If a voice sounds like someone who hurt you, press g."
CLOCK = (
    "This is not for putting off a dose you take by the clock, nor for the sweats when a medicine is late or stopped. "
    "A pharmacist can help, and the nearest sound is a way back."
)
CALM = Practice(
    "calm",
    "Calm",
    "A",
    "far, near",
    "The way back is the nearest sound.",
    (
        Part("Find a sound.", quiet=40),
        Part("If you like, find two. You might find three.", quiet=9),
        Part("Breathe.", rhythm=Rhythm(4, 4, 64), instead="Listen."),
        Part("Stay with: {recall}", recall=Recall(1, "act", "one sound")),
    ),
)
PAUSE = replace(
    CALM,
    card="B, P",
    caution=CLOCK,
    parts=(Part("It often eases within minutes; yours may vary.", quiet=9), Part("Then decide, or leave it open.")),
)


def found(practice, english=True, step="p"):
    return [(where, text) for where, text in in_practice(practice, english, step)]


@pytest.mark.parametrize(
    "practice",
    [
        CALM,
        PAUSE,
        replace(CALM, beats="one; two"),
        *(replace(CALM, card=card, caution=HARD) for card in "KMO"),
        replace(CALM, caution="Tears come.", parts=(Part("Feel what is holding you up."),)),
    ],
)
def test_a_practice_that_keeps_every_rule(practice):
    assert found(practice) == []


def part(**changes):
    return replace(CALM, parts=(*CALM.parts, Part(**{"text": "Stay.", **changes})))


LAST = Where("p", 5)
NO_CALL = Part("It often eases within minutes; yours may vary.")
BREAKS = {
    "a long silence": (part(quiet=41), LAST, "a silence of 41 seconds"),
    "one beat": (replace(CALM, beats="far"), Where("p", field="beats"), "'beats' lists"),
    "beats that are only commas": (replace(CALM, beats="far, ;"), Where("p", field="beats"), "'beats' lists"),
    "a third invitation": (part(text="You might stay."), Where("p"), "'if you like' and 'you might' are said 3 times"),
    "no road back": (
        replace(CALM, caution="Tears come.", parts=(Part("Breathe."),)),
        Where("p", field="caution"),
        "this practice names no road back",
    ),
    "a pause without its caution": (
        replace(PAUSE, caution="Not for a medicine that is late. Listen to a sound."),
        Where("p", field="caution"),
        "the caution of card P lacks 'not for putting off a dose you take by the clock', 'stopped', 'pharmacist'",
    ),
    "a harsh voice without a way to leave it": (
        replace(CALM, card="G, M"),
        Where("p", field="caution"),
        "the caution of card M lacks 'sounds like someone who hurt you', 'press g'",
    ),
    "a pause that promises": (replace(PAUSE, parts=PAUSE.parts[1:]), Where("p"), "a practice with card P says 'often eases"),
    "a pause without a choice": (replace(PAUSE, parts=(*PAUSE.parts, NO_CALL)), Where("p", 3), "the last part of card P"),
    "a recall that is not said": (part(recall=Recall(1, "act", "x")), LAST, "'recall' brings words back and the text has no '{recall}'"),
    "a mark without a recall": (part(text="Stay: {recall}"), LAST, "'{recall}' is in the text without a 'recall'"),
    "words after a recall": (part(text="{recall}, then.", recall=Recall(1, "act", "x")), LAST, "'{recall}' is not the end of its line"),
    "words brought back twice": (part(text="{recall} {recall}", recall=Recall(1, "act", "x")), LAST, "'{recall}' is not the end"),
    "a mark in a fallback": (
        part(text="Stay: {recall}", recall=Recall(1, "act", "with {recall}")),
        LAST,
        "the fallback is said when there are no words to bring back; take '{recall}' out",
    ),
}


@pytest.mark.parametrize(("practice", "where", "text"), BREAKS.values(), ids=BREAKS)
def test_a_practice_that_breaks_one_rule(practice, where, text):
    [(place, told)] = found(practice)
    assert place == where
    assert told.startswith(text)


def test_a_practice_in_a_file_of_its_own_is_told_there():
    assert [where for where, _ in found(part(quiet=41), step="")] == [Where(part=5)]


ENGLISH = ("a third invitation", "no road back", "a pause", "a harsh voice")


@pytest.mark.parametrize(("name", "practice"), [(name, breaks[0]) for name, breaks in BREAKS.items()])
def test_rules_of_english_hold_in_english_only(name, practice):
    assert (found(practice, english=False) == []) == name.startswith(ENGLISH)
