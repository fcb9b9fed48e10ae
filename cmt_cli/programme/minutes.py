"""How long a day takes, as written: words at 130 a minute, silences and breaths as they stand, and a fixed time for each answer.

Source of the rates: docs/programmes.md, "How minutes are counted".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cmt_cli.programme.model import (
    Ask,
    Breathe,
    Choose,
    Day,
    Diary,
    Guided,
    Letter,
    Part,
    Practice,
    Replies,
    Say,
    Scale,
    Step,
    ThoughtWork,
    asked_after,
    parts_in_form,
)

WORDS_A_MINUTE = 130
SCALE = 10.0
ONE_KEY = 5.0
TYPED = 60.0
READ_SLOWLY = 3
READ_WARMLY = 12
ARRIVAL = 2 * SCALE + ONE_KEY
AFTER_A_PRACTICE = ONE_KEY + SCALE


def spoken_seconds(text: str) -> float:
    """The time it takes to say a text."""
    return len(text.split()) * 60 / WORDS_A_MINUTE


def step_seconds(step: Step, practices: Mapping[str, Practice], short: bool) -> float:  # noqa: PLR0911  (one for each kind)
    """The seconds one step takes by itself. Diary entries, second doors and alternatives count nothing."""
    said = spoken_seconds(_as_said(step))
    if isinstance(step, Say):
        return said + (spoken_seconds(step.picture.words) if step.picture else 0)
    if isinstance(step, Guided):
        practice = step.practice or practices[step.use]
        parts = parts_in_form(practice, short)
        return spoken_seconds(f"{practice.title} {practice.caution}") + sum(map(part_seconds, parts))
    if isinstance(step, Breathe):
        return said + step.rhythm.seconds
    if isinstance(step, Ask):
        return said + step.seconds
    if isinstance(step, Scale):
        return said + spoken_seconds(f"{step.low} {step.high}") + SCALE
    if isinstance(step, Choose):
        return said + sum(map(spoken_seconds, step.answers)) + ONE_KEY
    if isinstance(step, ThoughtWork):
        return said + _thought_seconds(step)
    if isinstance(step, Letter):
        return said + spoken_seconds(" ".join((*step.starters, step.warmly, step.pick))) + step.seconds + 3 * ONE_KEY
    if isinstance(step, Replies):
        return said
    assert isinstance(step, Diary)
    return 0.0


def spoken_text(step: Step, practices: Mapping[str, Practice]) -> list[str]:
    """Everything a step says on the whole day, a recall's fallback in place of the person's words."""
    said = [_as_said(step)]
    if isinstance(step, Say) and step.picture:
        said.append(step.picture.words)
    if isinstance(step, Guided):
        practice = step.practice or practices[step.use]
        said += [practice.caution, *(part_text(part) for part in practice.parts)]
    if isinstance(step, Choose):
        said += step.answers
    if isinstance(step, ThoughtWork):
        said += [step.none, step.reply, step.warmly]
    if isinstance(step, Letter):
        said += [*step.starters, step.warmly, step.pick]
    if isinstance(step, Replies):
        said.append(step.none)
    return [text for text in said if text]


def part_text(part: Part) -> str:
    """What a part says when nothing is recalled."""
    return part.text.replace("{recall}", part.recall.fallback) if part.recall else part.text


def part_seconds(part: Part) -> float:
    """The seconds one part of a practice takes; a recall counts its fallback."""
    return spoken_seconds(part_text(part)) + (part.rhythm.seconds if part.rhythm else part.quiet)


def day_seconds(day: Day, practices: Mapping[str, Practice], short: bool) -> float:
    """The seconds of a whole day or of its short form, with what the program asks by itself."""
    return ARRIVAL + steps_seconds(day.in_form(short), practices, short)


def steps_seconds(steps: Sequence[Step], practices: Mapping[str, Practice], short: bool) -> float:
    """The seconds of some steps in a row, the two questions after a practice among them."""
    after = sum(AFTER_A_PRACTICE for at in range(len(steps)) if asked_after(steps, at))
    return after + sum(step_seconds(step, practices, short) for step in steps)


def _as_said(step: Step) -> str:
    return step.recall.fallback if step.recall else step.text


def _thought_seconds(step: ThoughtWork) -> float:
    if step.do == "due":
        return 0.0
    noticed = ONE_KEY + TYPED + ONE_KEY
    if step.do == "notice":
        return noticed
    belief = 2 * SCALE if step.belief else 0
    return noticed + spoken_seconds(f"{step.reply} {step.warmly}") + TYPED + READ_WARMLY + SCALE + belief
