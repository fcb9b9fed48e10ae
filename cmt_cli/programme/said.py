"""A day taken apart: everything it may say, where and in which voice, and what is heard one after another on one road through it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from cmt_cli.base.text import sentences
from cmt_cli.programme.minutes import part_text, spoken_text
from cmt_cli.programme.model import Breathe, Day, Diary, Guided, Part, Practice, Replies, Say, Scale, Step, ThoughtWork, parts_in_form
from cmt_cli.programme.speaking import RECALL_MARK

Practices = Mapping[str, Practice]

# A number is a word to somebody who hears it; `reading.words_of` leaves numbers out, because they have no letters to count syllables in.
_WORD = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*")
_QUOTED = re.compile('"[^"]*"|\u201c[^\u201d]*\u201d')
_FEW = 5
# Fields of a step that are said as well as its text; what stands in the others is given to the person to answer with.
_SAID_TOO = ("instead", "none", "reply", "warmly", "pick")
_TO_ANSWER_WITH = ("low", "high", "answers", "starters")


class Where(NamedTuple):
    """A place in a file: a step by its id (none: the file itself), a part of its practice by number (none: 0), and a field."""

    step: str = ""
    part: int = 0
    field: str = ""


class Finding(NamedTuple):
    """Something for the author to mend, and where."""

    where: Where
    text: str


class Said(NamedTuple):
    """One text as somebody meets it.

    `kind` is the step's, or `part`, `caution`, `picture`, `refrain`, `answer` (the person's own words) or `page` (a title or the like).
    `shared` marks what several days may say word for word: refrains, scales and practices in files of their own.
    """

    where: Where
    kind: str
    text: str
    shared: bool = False
    critic: bool = False
    ok: str = ""


def words_in(text: str) -> list[str]:
    """The words of a text in small letters, what a recall puts in left out."""
    return [word.lower() for word in _WORD.findall(text.replace(RECALL_MARK, ""))]


def few(text: str) -> str:
    """The first words of a text, enough to find it by."""
    words = text.split()
    return " ".join(words[:_FEW]) + (" ..." if len(words) > _FEW else "")


def outside_quotes(text: str) -> str:
    return _QUOTED.sub("", text)


def practice_of(step: Guided, practices: Practices) -> Practice:
    return step.practice or practices[step.use]


def practices_in(day: Day, practices: Practices) -> list[Practice]:
    return [practice_of(step, practices) for step in day.steps if isinstance(step, Guided)]


def cards_of(practice: Practice) -> list[str]:
    """The letters of a practice's cards."""
    return [card.strip() for card in practice.card.split(",")]


def all_said(day: Day) -> list[Said]:
    """Everything that is the day's own on any road through it: answers, fallbacks, other anchors and captions with it."""
    return [said for step in day.steps for said in _said_in(step)]


def said_by(practice: Practice, step: str = "", *, critic: bool = False, ok: str = "", shared: bool = False) -> Iterator[Said]:
    """Everything a practice may say; `critic` and `ok` are those of its step, and hold for its caution."""
    yield Said(Where(step, field="caution"), "caution", practice.caution, shared, critic, ok)
    for number, part in enumerate(practice.parts, start=1):
        for text in (part_text(part), part.instead):
            if text:
                yield Said(Where(step, number), "part", text, shared, part.critic, part.ok)


def pages(day: Day) -> list[Said]:
    """What stands over the day and its own practices."""
    own = [step for step in day.steps if isinstance(step, Guided) and step.practice]
    titles = [Said(Where(step.id, field="title"), "page", step.practice.title) for step in own if step.practice]
    page = {"title": day.title, "idea": day.idea, "image": day.image}
    return [*(Said(Where(field=field), "page", text) for field, text in page.items()), *titles]


def stretches(day: Day, practices: Practices, short: bool = False, recalled: bool = False, breath: bool = True) -> Iterator[list[Said]]:
    """What is heard without a question to answer or a fork between, on one road through the day."""
    heard: list[Said] = []
    for step in day.in_form(short):
        heard += _heard(step, practices, short, recalled, breath)
        if isinstance(step, ThoughtWork | Replies):
            yield heard
            yield [Said(Where(step.id), step.kind, step.none)]
            heard = []
        elif not isinstance(step, Say) and not (isinstance(step, Guided) and not step.feedback):
            yield heard
            heard = []
        heard += [Said(Where(step.id), step.kind, text) for text in _after(step)]
    yield heard


def opening(day: Day, practices: Practices) -> str:
    """The first word a day says; none when it begins without one."""
    said = " ".join(spoken_text(day.steps[0], practices)) if day.steps else ""
    return next(iter(words_in(said)), "")


def five_word_runs(day: Day) -> set[tuple[str, ...]]:
    """Every run of five words inside a sentence that is the day's own."""
    own = [words_in(one) for said in all_said(day) if not said.shared for one in sentences(said.text)]
    return {tuple(one[at : at + 5]) for one in own for at in range(len(one) - 4)}


def _said_in(step: Step) -> Iterator[Said]:
    if isinstance(step, Guided):
        if step.practice:
            yield from said_by(step.practice, step.id, critic=step.critic, ok=step.ok)
        return
    refrain = isinstance(step, Say) and bool(step.refrain)
    for kind, text in _texts(step):
        said = "refrain" if refrain else kind
        yield Said(Where(step.id), said, text, refrain or isinstance(step, Scale), step.critic, step.ok)


def _texts(step: Step) -> Iterator[tuple[str, str]]:
    yield step.kind, step.text
    if step.recall:
        yield step.kind, step.recall.fallback
    if isinstance(step, Say) and step.picture:
        yield "picture", step.picture.words
    yield from ((step.kind, text) for field in _SAID_TOO if (text := getattr(step, field, "")))
    yield from (("answer", text) for field in _TO_ANSWER_WITH for text in _listed(getattr(step, field, ())))


def _listed(value: Any) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (value,)


def _heard(step: Step, practices: Practices, short: bool, recalled: bool, breath: bool) -> list[Said]:
    if isinstance(step, Guided):
        practice = practice_of(step, practices)
        led = parts_in_form(practice, short)
        # The parts of a practice in a file of its own have no place in the day's.
        parts = [(number if step.practice else 0, part) for number, part in enumerate(practice.parts, start=1) if part in led]
        heard = [Said(Where(step.id, number), "part", _part_heard(part, recalled, breath)) for number, part in parts]
        return [Said(Where(step.id), "caution", practice.caution), *heard]
    if isinstance(step, Diary):
        return []
    text = step.recall.fallback if step.recall and not recalled else step.text
    if isinstance(step, Breathe) and not breath:
        text = step.instead
    return [Said(Where(step.id), step.kind, text, shared=isinstance(step, Say) and bool(step.refrain))]


def _part_heard(part: Part, recalled: bool, breath: bool) -> str:
    if part.instead and not breath:
        return part.instead
    return part.text if recalled else part_text(part)


def _after(step: Step) -> list[str]:
    """What a step says once it was answered."""
    return [text for field in ("reply", "warmly", "pick") if (text := getattr(step, field, ""))]
