"""The guided practices that ship: what their cards ask for beside `check`, and that nobody has to breathe, lie still or close their eyes."""

from __future__ import annotations

import re

import pytest
from sentences import DAYS, LIBRARY, PRACTICES, written_practices

from cmt_cli.base.text import sentences
from cmt_cli.programme.minutes import part_text
from cmt_cli.programme.model import OPEN_EYES, Guided
from cmt_cli.programme.said import cards_of, practice_of, practices_in, words_in

CARDS = "ABCDEFGHIJKLMNOPQRS"
# The map of the days: the cards that a day's practices have among them. Two letters together: one or the other.
MAP = {
    1: "B", 2: "A", 3: "B", 4: "G", 5: "G M", 6: "B G P", 7: "D", 8: "C B", 9: "A B", 10: "S B", 11: "G", 12: "BD", 13: "EF",
    14: "K", 15: "L M", 16: "P G", 17: "O", 18: "I G", 19: "H", 20: "N", 21: "G",
}  # fmt: skip

ALL = written_practices()
every_practice = pytest.mark.parametrize("practice", ALL.values(), ids=list(ALL))
in_days = [practice for practice in ALL.values() if practice.id.startswith("day-")]


def with_card(letters: str) -> list[str]:
    return [name for name, practice in ALL.items() if set(letters) & set(cards_of(practice))]


def said_in(practice) -> str:
    return "\n".join(part_text(part) for part in practice.parts)


@every_practice
def test_a_practice_names_its_cards(practice):
    assert cards_of(practice)
    assert set(cards_of(practice)) <= set(CARDS)


@pytest.mark.parametrize("number", [number for number in MAP if number in DAYS])
def test_a_day_practises_the_cards_of_the_map(number):
    assert [either for either in MAP[number].split() if not set(either) & cards_on(number)] == []


def cards_on(number: int) -> set[str]:
    return {card for practice in practices_in(DAYS[number], PRACTICES) for card in cards_of(practice)}


@pytest.mark.parametrize("name", with_card("G"))
def test_the_compassionate_self_lists_all_its_beats(name):
    beats = words_in(ALL[name].beats)
    assert {"posture", "breath", "face", "voice", "wisdom", "strength", "care", "intention"} - set(beats) == set()
    assert "hard" not in beats or {"nearer", "further", "easy"} <= set(beats)


@pytest.mark.parametrize("name", with_card("G"))
def test_the_compassionate_self_says_its_three_qualities_after_the_voice(name):
    said = said_in(ALL[name]).lower()
    found = [
        re.search(quality, said)
        for quality in (r"\bvoice|\bhear\b|\binwardly\b", r"\bwis(?:e|dom)\b", r"\bstr(?:ong|ength)\b", r"\bcar(?:e|ing)\b")
    ]
    assert all(found)
    places = [one.start() for one in found if one]
    assert places[0] < places[1]
    assert places[-1] > places[1]


@pytest.mark.parametrize("practice", in_days, ids=[practice.id for practice in in_days])
def test_a_practice_of_a_day_has_silences_worth_the_name(practice):
    assert max(part.rhythm.seconds if part.rhythm else part.quiet for part in practice.parts) >= 10


@every_practice
def test_breaths_are_short_at_first_and_never_held(practice):
    rhythms = [part.rhythm for part in practice.parts if part.rhythm]
    assert [rhythm for rhythm in rhythms if max(rhythm.breath_in, rhythm.breath_out) > 6] == []
    assert not rhythms or rhythms[0].breath_in <= 4
    assert not re.search(r"\bhold (?:it|your breath|the breath)\b|\bdeep breath", said_in(practice), re.IGNORECASE)


@every_practice
def test_no_breath_is_asked_of_someone_who_would_rather_not(practice):
    others = [part.instead for part in practice.parts if part.rhythm]
    assert [
        other for other in others if not other or re.search(r"\bbreathe\b|\b(?:in|out)-breath\b|breath (?:in|out)\b", other, re.IGNORECASE)
    ] == []


@every_practice
def test_a_line_of_a_practice_is_one_to_three_sentences(practice):
    assert [part.text for part in practice.parts if not 1 <= len(sentences(part.text)) <= 3] == []


@every_practice
def test_silence_follows_every_line_but_the_last(practice):
    lines = practice.parts[:-1]
    assert [part.text for part in lines if not part.quiet and not part.rhythm] == []


@every_practice
def test_easing_off_leads_to_a_practice_without_counted_breath(practice):
    easier = PRACTICES[practice.alternative]
    assert easier.id != practice.id
    assert [part.text for part in easier.parts if part.rhythm] == []


def test_easing_off_within_a_day_leads_to_open_eyes():
    easing = [
        step.alternative or practice_of(step, PRACTICES).alternative
        for day in DAYS.values()
        for step in day.steps
        if isinstance(step, Guided)
    ]
    assert set(easing) == {OPEN_EYES}
    assert "open" in PRACTICES[OPEN_EYES].caution


@every_practice
def test_closed_eyes_and_a_body_that_sits_are_never_asked_for(practice):
    said = f"{practice.caution}\n{said_in(practice)}"
    assert not re.search(
        r"\b(?:close|shut) your eyes\b|\bsit (?:up|straight|upright)\b|\bstand up\b|\bfeet on the floor\b", said, re.IGNORECASE
    )


def test_every_practice_on_the_shelf_can_be_led():
    names = set(LIBRARY.practices_for([step for day in DAYS.values() for step in day.steps if isinstance(step, Guided)]))
    assert {practice.alternative for practice in PRACTICES.values()} <= names | set(PRACTICES)
    assert {OPEN_EYES, "ground-around"} <= names
