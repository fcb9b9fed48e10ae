"""The days that come with the program: that `check` finds nothing in them, and what this course has to keep beside it."""

from __future__ import annotations

import re

import pytest
from sentences import CHECKED, CONTENT, DAYS, PRACTICES, REFRAINS, sources_of

from cmt_cli.base.words import session as session_words
from cmt_cli.base.words import today as today_words
from cmt_cli.programme.model import Ask, Choose, Guided, Say, Scale, ThoughtWork
from cmt_cli.programme.read_steps import ANSWERED
from cmt_cli.programme.said import practice_of, practices_in, words_in
from cmt_cli.programme.speaking import RECALL_MARK

# Word for word from the guide for authors.
MEDICINE = (
    "If you take codeine or another opioid, gabapentin, pregabalin, or a tablet for nerves or sleep on most days, "
    "do not stop it suddenly. Talk first to whoever prescribes it, or to a pharmacist if you buy it."
)
MEDICINE_DAYS = (1, 7, 16, 21)
HEAVIER_DAYS = (8, 12, 13, 14, 15, 17, 18, 19, 20)
BELIEF_DAYS = (5, 10, 15, 21)
SPENT = (
    r"\btrees?\b",
    r"\bnurses?\b",
    r"\bactors?\b",
    r"\bcoins?\b",
    r"\bcrowded\b",
    r"\btablets? at\b",
    r"\bshoulders?\b",
    r"\bsoup\b",
)
SOUP_DAY = 4

every_day = pytest.mark.parametrize("day", DAYS.values(), ids=[f"day {number}" for number in DAYS])


def shipped(numbers):
    return [number for number in numbers if number in DAYS]


def test_check_finds_nothing_to_mend():
    assert CHECKED.problems == ()
    assert CHECKED.programme
    assert list(DAYS) == list(range(1, CHECKED.programme.days + 1))


# What is asked


@every_day
def test_belief_is_asked_on_its_four_days_only(day):
    asking = [step.id for step in day.steps if isinstance(step, ThoughtWork) and step.belief]
    assert asking == [] or day.number in BELIEF_DAYS


@every_day
def test_a_thought_is_only_noticed_before_day_five(day):
    answered = [step.id for step in day.steps if isinstance(step, ThoughtWork) and step.do != "notice"]
    assert answered == [] or day.number >= 5


@every_day
def test_what_the_program_asks_by_itself_is_not_asked_again(day):
    asked = re.compile(
        r"how (strong|bad|much) is (the|your) (pain|urge)|did (it|that|the practice) help|how has (it|that) left you", re.IGNORECASE
    )
    assert [step.id for step in day.steps if isinstance(step, Ask | Choose | Scale) and asked.search(step.text)] == []
    assert asked.search(today_words.PAIN)
    assert asked.search(session_words.HELPED)
    assert asked.search(session_words.FELT)


# The short form


@every_day
def test_the_short_form_begins_with_its_welcome_and_its_idea_and_has_no_act(day):
    brief = day.in_form(short=True)
    assert [step.id for step in brief if isinstance(step, Say)][:2] == ["welcome", "idea"]
    assert "act" not in [step.id for step in brief]


@every_day
def test_the_short_practice_is_marked_in_its_parts(day):
    practices = [practice_of(step, PRACTICES) for step in day.in_form(short=True) if isinstance(step, Guided)]
    assert [practice.id for practice in practices if not any(part.short for part in practice.parts)] == []


@every_day
def test_the_short_form_recalls_nothing_it_has_not_asked(day):
    brief = {step.id for step in day.in_form(short=True)}
    short_parts = [
        part for step in day.in_form(short=True) if isinstance(step, Guided) for part in practice_of(step, PRACTICES).parts if part.short
    ]
    recalls = [one.recall for one in (*day.in_form(short=True), *short_parts) if one.recall and one.recall.day is None]
    assert [recall.step for recall in recalls if recall.step not in brief] == []


# Safety


@pytest.mark.parametrize("number", shipped(MEDICINE_DAYS))
def test_the_medicine_refrain_is_said_word_for_word(number):
    said = [step for step in DAYS[number].steps if isinstance(step, Say) and step.refrain == "medicine"]
    assert [step.text for step in said] == [MEDICINE]


def test_the_medicine_refrain_is_what_the_guide_says():
    assert REFRAINS["medicine"] == MEDICINE


@every_day
def test_a_medicine_line_like_the_refrain_is_the_refrain_itself(day):
    near = [step for step in day.steps if "stop it suddenly" in step.text or "stop suddenly" in step.text]
    assert [step.id for step in near if not (isinstance(step, Say) and step.refrain == "medicine")] == []


@every_day
def test_heavier_days_are_those_of_the_map(day):
    assert day.heavier == (day.number in HEAVIER_DAYS)


# What joins the days


@every_day
def test_every_day_ends_with_an_act_that_may_be_ones_own(day):
    acts = [step for step in day.steps if step.id == "act"]
    assert [type(act) for act in acts] == [Choose]
    assert len(acts[0].answers) == 4
    assert acts[0].answers[-1] == session_words.OWN_IN_HEAD


@pytest.mark.parametrize("number", [number for number in DAYS if number > 1])
def test_the_act_of_the_day_before_is_asked_after(number):
    asked = next(step for step in DAYS[number].steps if step.id == "yesterday")
    assert isinstance(asked, Choose)
    assert asked.recall
    assert (asked.recall.day, asked.recall.step) == (number - 1, "act")
    assert asked.answers == ("yes", "a little", "not yet", "pass")


@every_day
def test_every_recall_has_a_step_that_keeps_an_answer(day):
    for recall in day.recalls(practices_in(day, PRACTICES)):
        recalled = DAYS[recall.day or day.number]
        assert recall.step in [step.id for step in recalled.steps if isinstance(step, ANSWERED)]


@every_day
def test_recalled_words_come_after_a_colon(day):
    parts = [part for practice in practices_in(day, PRACTICES) for part in practice.parts]
    lines = [line for one in (*day.steps, *parts) for line in one.text.split("\n") if RECALL_MARK in line]
    assert [line for line in lines if not line.endswith(f": {RECALL_MARK}")] == []


@every_day
def test_one_of_my_own_is_spelt_in_one_way(day):
    answers = [answer for step in day.steps if isinstance(step, Choose) for answer in step.answers]
    own = [answer for answer in answers if "of my own" in answer.lower() or "of mine" in answer.lower() or "in my head" in answer.lower()]
    assert set(own) <= {"One of my own, in my head"}
    assert session_words.OWN_IN_HEAD == "One of my own, in my head"


@every_day
def test_the_ones_own_answer_is_the_last(day):
    for step in day.steps:
        if isinstance(step, Choose) and session_words.OWN_IN_HEAD in step.answers:
            assert step.answers[-1] == session_words.OWN_IN_HEAD


# Unlike each other


@every_day
def test_no_image_is_one_of_those_spent(day):
    spent = [image for image in SPENT if re.search(image, day.image, re.IGNORECASE)]
    assert spent == ([r"\bsoup\b"] if day.number == SOUP_DAY and "soup" in day.image else [])


# Pictures and sources


@every_day
def test_a_picture_fits_and_its_words_say_everything_drawn(day):
    for step in day.steps:
        if not isinstance(step, Say) or not step.picture:
            continue
        assert all(len(line) <= 38 for line in step.picture.lines.split("\n"))
        drawn = {word for word in words_in(step.picture.lines) if len(word) > 1}
        assert drawn
        assert drawn - set(words_in(step.picture.words)) == set()


@every_day
def test_every_lesson_has_sources(day):
    assert day.sources
    assert all(len(words_in(source)) >= 3 for source in day.sources)


@pytest.mark.parametrize("path", sorted(CONTENT.rglob("*.yaml")), ids=lambda path: path.stem)
def test_every_file_of_the_content_has_sources(path):
    assert sources_of(path)
