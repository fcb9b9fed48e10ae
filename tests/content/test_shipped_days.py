"""The days that come with the program: how long they take, how they are built, and what joins them."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from sentences import CHECKED, CONTENT, DAYS, PRACTICES, REFRAINS, practice_of, practices_in, sources_of, words_in

from cmt_cli.base.words import session as session_words
from cmt_cli.base.words import today as today_words
from cmt_cli.programme.minutes import day_seconds, part_seconds, spoken_text
from cmt_cli.programme.model import Ask, Choose, Day, Guided, Say, Scale, ThoughtWork, parts_in_form
from cmt_cli.programme.read_steps import ANSWERED
from cmt_cli.programme.reading import day_reading, reading, words_of
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


@every_day
def test_a_day_takes_ten_to_fifteen_minutes(day):
    assert 600 <= day_seconds(day, PRACTICES, short=False) <= 900


@every_day
def test_its_short_form_takes_three_to_five(day):
    assert 180 <= day_seconds(day, PRACTICES, short=True) <= 300


@every_day
def test_a_day_is_read_at_grade_two_to_six_and_a_half(day):
    grade = day_reading(day, PRACTICES).grade
    assert grade is not None
    assert 2 <= grade <= 6.5


@every_day
def test_no_long_step_is_harder_than_grade_eight(day):
    said = {step.id: "\n".join(spoken_text(step, PRACTICES)) for step in day.steps}
    grades = {name: reading(text).grade for name, text in said.items() if len(words_of(text)) >= 100}
    assert grades
    assert {name: grade for name, grade in grades.items() if grade > 8} == {}


# What is asked


def scales_in(day: Day) -> int:
    """The scales of a whole day, with those the program asks by itself.

    They are pain and urge, "did it help" after each practice (after the last one always), and how warm an answer sounded.
    """
    practices = [step for step in day.steps if isinstance(step, Guided)]
    asked = 2 + max(1, sum(step.feedback for step in practices)) + sum(isinstance(step, Scale) for step in day.steps)
    answers = [step for step in day.steps if isinstance(step, ThoughtWork) and step.do != "notice"]
    return asked + sum(3 if step.belief else 1 for step in answers)


def typed_in(day: Day) -> int:
    """The answers somebody may type in a whole day, the diary apart."""
    typed = {Ask: lambda step: 1, ThoughtWork: lambda step: 1 if step.do == "notice" else 2}
    return sum(typed[type(step)](step) for step in day.steps if type(step) in typed)


@every_day
def test_a_day_has_four_scales_at_most_and_six_where_belief_is_asked(day):
    assert scales_in(day) <= (6 if day.number in BELIEF_DAYS else 4)


@every_day
def test_a_day_asks_for_two_typed_answers_at_most(day):
    assert typed_in(day) <= 2


@every_day
def test_belief_is_asked_on_its_four_days_only(day):
    asking = [step.id for step in day.steps if isinstance(step, ThoughtWork) and step.belief]
    assert asking == [] or day.number in BELIEF_DAYS


@every_day
def test_a_thought_is_only_noticed_before_day_five(day):
    answered = [step.id for step in day.steps if isinstance(step, ThoughtWork) and step.do == "answer"]
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
def test_the_short_form_has_nothing_to_type_and_no_act_or_diary(day):
    brief = day.in_form(short=True)
    assert [step.id for step in brief if step.kind in ("ask", "thought", "diary") or step.id == "act"] == []


@every_day
def test_the_short_form_is_a_welcome_an_idea_a_practice_and_a_closing_line(day):
    brief = [step for step in day.in_form(short=True) if step.id not in medicine_lines(day)]
    assert [step.kind for step in brief if step.kind in ("say", "practice")] == ["say", "say", "practice", "say"]
    assert [step.id for step in brief[:2]] == ["welcome", "idea"]
    assert brief[0] == day.steps[0]
    assert brief[-1] == day.steps[-1]
    assert "\n" not in brief[-1].text


def medicine_lines(day: Day) -> set[str]:
    """The ids of the medicine refrain and of the step that leads to it: they may stand in a short form too."""
    medicine = [at for at, step in enumerate(day.steps) if isinstance(step, Say) and step.refrain == "medicine"]
    return {day.steps[place].id for at in medicine for place in (at - 1, at)}


@every_day
def test_the_idea_of_the_short_form_has_sixty_words_at_most(day):
    ideas = [step.text for step in day.in_form(short=True) if step.id == "idea"]
    assert len(ideas) == 1
    assert len(words_in(ideas[0])) <= 60


@every_day
def test_the_short_practice_takes_two_to_three_minutes(day):
    practices = [practice_of(step) for step in day.in_form(short=True) if isinstance(step, Guided)]
    assert practices
    seconds = sum(part_seconds(part) for practice in practices for part in parts_in_form(practice, short=True))
    assert 120 <= seconds <= 180


@every_day
def test_the_short_practice_is_marked_in_its_parts(day):
    practices = [practice_of(step) for step in day.in_form(short=True) if isinstance(step, Guided)]
    assert [practice.id for practice in practices if not any(part.short for part in practice.parts)] == []


@every_day
def test_the_short_form_recalls_nothing_it_has_not_asked(day):
    brief = {step.id for step in day.in_form(short=True)}
    short_parts = [part for step in day.in_form(short=True) if isinstance(step, Guided) for part in practice_of(step).parts if part.short]
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


@every_day
def test_a_heavier_day_has_two_doors_and_a_line_of_support(day):
    doors = [PRACTICES[name] for step in day.steps if isinstance(step, Guided) for name in step.doors]
    closing = [step for step in day.steps[-3:] if isinstance(step, Say)]
    supported = any(step.refrain == "support" or "cmt support" in step.text for step in closing)
    assert not day.heavier or (doors and supported)
    assert not day.heavier or any({"B", "G"} & set(door.card.split(", ")) for door in doors)


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
    for recall in day.recalls(practices_in(day)):
        recalled = DAYS[recall.day or day.number]
        assert recall.step in [step.id for step in recalled.steps if isinstance(step, ANSWERED)]


@every_day
def test_recalled_words_stand_last_in_their_line(day):
    parts = [part for practice in practices_in(day) for part in practice.parts]
    for text, recall in [(one.text, one.recall) for one in (*day.steps, *parts)]:
        lines = [line for line in text.split("\n") if RECALL_MARK in line]
        assert bool(recall) == bool(lines)
        for line in lines:
            before, after = line.split(RECALL_MARK)
            assert after == ""
            assert before.endswith(": ")
        assert not recall or RECALL_MARK not in recall.fallback


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


def test_no_shape_comes_twice_running():
    shapes = [day.shape for day in DAYS.values()]
    assert [number for number, (one, following) in enumerate(pairwise(shapes), start=1) if one == following] == []


def test_no_shape_comes_more_than_four_times():
    shapes = [day.shape for day in DAYS.values()]
    assert {shape for shape in shapes if shapes.count(shape) > 4} == set()


def test_no_image_serves_two_days():
    images = [" ".join(words_in(day.image)) for day in DAYS.values()]
    assert [one for one in images if sum(one in other for other in images) > 1] == []


@every_day
def test_no_image_is_one_of_those_spent(day):
    spent = [image for image in SPENT if re.search(image, day.image, re.IGNORECASE)]
    assert spent == ([r"\bsoup\b"] if day.number == SOUP_DAY and "soup" in day.image else [])


@every_day
def test_the_image_is_in_the_words_of_its_day(day):
    said = set(words_in("\n".join(text for step in day.steps for text in spoken_text(step, PRACTICES))))
    carrying = [word for word in words_in(day.image) if len(word) > 4]
    assert set(carrying) & said


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
