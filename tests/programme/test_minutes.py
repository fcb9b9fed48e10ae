"""How long a day takes, worked out by hand."""

from __future__ import annotations

import pytest

from cmt_cli.programme.minutes import day_seconds, part_seconds, part_text, spoken_seconds, spoken_text, step_seconds, steps_seconds
from cmt_cli.programme.model import (
    Ask,
    Breathe,
    Choose,
    Day,
    Diary,
    Guided,
    Letter,
    Part,
    Picture,
    Practice,
    Recall,
    Replies,
    Rhythm,
    Say,
    Scale,
    ThoughtWork,
)

SIX = " ".join(["word"] * 13)  # six seconds, at 130 words a minute
TWELVE = f"{SIX} {SIX}"
BACK = Recall(1, "act", TWELVE)
PRACTICE = Practice(
    id="calm",
    title="Three words here",
    card="B",
    beats="never said",
    caution="and these are ten words, to make thirteen of it.",
    parts=(
        Part(SIX, quiet=20, short=True),
        Part(TWELVE, rhythm=Rhythm(4, 6, 60), instead=SIX, short=True),
        Part("one two three: {recall}", quiet=8, recall=Recall(1, "act", " ".join(["word"] * 23))),
        Part(SIX),
    ),
)
PRACTICES = {"calm": PRACTICE}
ANSWER = {"id": "a", "do": "answer", "text": SIX, "none": TWELVE, "reply": SIX, "warmly": SIX}


@pytest.mark.parametrize(
    ("step", "seconds"),
    [
        (Say(id="a", text=SIX), 6),
        (Say(id="a", text=f"{SIX}\n\n{SIX}"), 12),
        (Say(id="a", text=SIX, picture=Picture("o-o", TWELVE)), 18),
        (Say(id="a", text=SIX, recall=BACK), 12),
        (Breathe(id="a", text=SIX, rhythm=Rhythm(4, 6, 60), instead=TWELVE), 66),
        (Ask(id="a", text=SIX), 66),
        (Ask(id="a", text=SIX, seconds=90), 96),
        (Ask(id="a", text=SIX, recall=BACK), 72),
        (Scale(id="a", text=SIX, low="six words to say no pull", high="and seven words to say very strong"), 22),
        (Choose(id="a", text=SIX, answers=(SIX, SIX)), 23),
        (Choose(id="a", text=SIX, answers=("yes",) * 13, recall=BACK), 23),
        (Diary(id="a", text=TWELVE), 0),
        # a key, a typed thought and a key; then a typed answer, twelve seconds to read it warmly, and a scale
        (ThoughtWork(id="a", do="notice", text=SIX, none=TWELVE), 6 + 5 + 60 + 5),
        (ThoughtWork(**ANSWER), 6 + 70 + 6 + 6 + 60 + 12 + 10),
        (ThoughtWork(**ANSWER, belief=True), 6 + 70 + 6 + 6 + 60 + 12 + 10 + 20),
        (ThoughtWork(**{**ANSWER, "do": "earlier"}), 6 + 70 + 6 + 6 + 60 + 12 + 10),
        (ThoughtWork(**{**ANSWER, "do": "due", "text": ""}), 0),
        # the writing as long as it says, two starters, the lines before it is read and before one is picked, and three keys
        (Letter(id="a", text=SIX, starters=(SIX, SIX), warmly=SIX, pick=SIX), 6 + 24 + 240 + 15),
        (Letter(id="a", text=SIX, starters=(SIX, SIX), warmly=SIX, pick=SIX, seconds=300), 6 + 24 + 300 + 15),
        (Replies(id="a", text=SIX, none=TWELVE), 6),
        # 6 to begin with, then 26, 72, 20 and 6
        (Guided(id="a", use="calm"), 130),
        (Guided(id="a", practice=PRACTICE, feedback=False, doors=("calm",), alternative="calm"), 130),
    ],
)
def test_a_step_takes_what_can_be_counted_by_hand(step, seconds):
    assert step_seconds(step, PRACTICES, short=False) == pytest.approx(seconds)


def test_a_short_form_counts_its_short_parts_only():
    assert step_seconds(Guided(id="a", use="calm"), PRACTICES, short=True) == pytest.approx(6 + 26 + 72)


def test_words_are_said_at_a_hundred_and_thirty_a_minute():
    assert spoken_seconds(" ".join(["word"] * 130)) == pytest.approx(60)
    assert spoken_seconds("") == 0


def test_a_part_counts_the_fallback_of_what_it_recalls():
    part = PRACTICE.parts[2]
    assert part_text(part) == "one two three: " + " ".join(["word"] * 23)
    assert part_seconds(part) == pytest.approx(20)


DAY = Day(
    number=1,
    title="A day",
    idea="",
    steps=(
        Say(id="welcome", text=SIX, short=True),
        Guided(id="practice", use="calm", short=True),
        Ask(id="ask", text=SIX),
        Diary(id="diary", text=SIX),
        Say(id="close", text=TWELVE, short=True),
    ),
)


def test_a_day_counts_its_arrival_and_the_questions_after_its_practice():
    assert day_seconds(DAY, PRACTICES, short=False) == pytest.approx(25 + 6 + 130 + 15 + 66 + 12)


def test_a_short_day_counts_its_own_steps():
    assert day_seconds(DAY, PRACTICES, short=True) == pytest.approx(25 + 6 + 104 + 15 + 12)


@pytest.mark.parametrize(
    ("steps", "times_asked"),
    [
        ((Guided(id="a", use="calm", feedback=False), Guided(id="b", use="calm")), 1),
        ((Guided(id="a", use="calm"), Guided(id="b", use="calm")), 2),
        ((Guided(id="a", use="calm", feedback=False),), 1),
        ((), 0),
    ],
)
def test_the_questions_after_a_practice_count_as_often_as_they_are_asked(steps, times_asked):
    asked = steps_seconds(steps, PRACTICES, short=False) - 130 * len(steps)
    assert asked == pytest.approx(15 * times_asked)


def test_everything_that_is_said_is_there_to_be_read():
    said = [spoken_text(step, PRACTICES) for step in DAY.steps]
    assert said[0] == [SIX]
    assert said[1] == [PRACTICE.caution, *(part_text(part) for part in PRACTICE.parts)]
    assert spoken_text(Choose(id="a", text="Which?", answers=("yes", "no")), {}) == ["Which?", "yes", "no"]
    assert spoken_text(ThoughtWork(**{**ANSWER, "reply": "r", "warmly": ""}), {}) == [SIX, TWELVE, "r"]
    assert spoken_text(Say(id="a", text="x", picture=Picture("o-o", "rings")), {}) == ["x", "rings"]
    assert spoken_text(Say(id="a", text="{recall}", recall=BACK), {}) == [TWELVE]
    assert spoken_text(Guided(id="a", practice=PRACTICE), {})[0] == PRACTICE.caution
