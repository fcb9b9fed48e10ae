"""The shipped words, taken apart: what each day says and in which voice, its sentences, and every text of the content and of base/words."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cmt_cli.base import reader, words
from cmt_cli.commands.library import Library
from cmt_cli.env import content_folder
from cmt_cli.programme.minutes import part_text
from cmt_cli.programme.model import (
    Breathe,
    Choose,
    Day,
    Diary,
    Guided,
    Part,
    Practice,
    Say,
    Scale,
    Step,
    ThoughtWork,
    parts_in_form,
)
from cmt_cli.programme.speaking import RECALL_MARK

CONTENT = content_folder()
LIBRARY = Library(CONTENT)
CHECKED = LIBRARY.check()
DAYS = {day.number: day for day in CHECKED.days if day.number}
PRACTICES = CHECKED.practices
REFRAINS = LIBRARY.refrains()
SHORT, LONG, LONGEST = 7, 12, 25

_END = re.compile(r"""(?:(?<=[.?!])|(?<=[.?!]["')]))\s+(?=["'(]?[A-Z0-9])|\n""")
_WORD = re.compile(r"[A-Za-z0-9]+(?:['\u2019-][A-Za-z0-9]+)*")
_QUOTED = re.compile(r'"[^"]*"')
_NOT_SAID = ("sources", "source", "id", "kind", "card", "use", "door", "alternative", "shape", "ok", "step", "checked_on", "language")


@dataclass(frozen=True)
class Said:
    """One text as somebody meets it. `where` places it; `kind` is the step's, or `part`, `caution`, `answer` or `instead`.

    `shared` marks the texts that several days may say word for word: refrains, scales and practices taken with `use`.
    """

    where: str
    kind: str
    text: str
    shared: bool = False
    critic: bool = False
    ok: str = ""

    def __str__(self) -> str:
        return f"{self.where}: {self.text!r}"


def sentences(text: str) -> list[str]:
    """Sentences end with a full stop, a question or exclamation mark, or the line."""
    return [one.strip() for one in _END.split(text) if one.strip()]


def words_in(text: str) -> list[str]:
    """The words of a text in small letters, what a recall puts in left out."""
    return [word.lower() for word in _WORD.findall(text.replace(RECALL_MARK, ""))]


def outside_quotes(text: str) -> str:
    return _QUOTED.sub("", text)


def practice_of(step: Guided) -> Practice:
    return step.practice or PRACTICES[step.use]


def practices_in(day: Day) -> list[Practice]:
    return [practice_of(step) for step in day.steps if isinstance(step, Guided)]


def written_practices() -> dict[str, Practice]:
    """Every practice there is: those in days by `day-04/practice`, the shared ones by their name."""
    own = [step.practice for day in DAYS.values() for step in day.steps if isinstance(step, Guided) and step.practice]
    return {practice.id: practice for practice in (*own, *PRACTICES.values())}


def all_said(day: Day) -> list[Said]:
    """Everything a day may say on any road through it: answers, fallbacks, other anchors and captions with it."""
    return [said for step in day.steps for said in _said_in(step, f"day {day.number}, {step.id}")]


def all_shared() -> list[Said]:
    """Everything said by the practices and refrains that stand in files of their own."""
    practices = [said for name, practice in PRACTICES.items() for said in _of_practice(practice, f"practices/{name}", shared=True)]
    return [*practices, *(Said(f"refrain {name}", "say", text, shared=True) for name, text in REFRAINS.items())]


def stretches(day: Day, short: bool = False, recalled: bool = False, breath: bool = True) -> Iterator[list[Said]]:
    """What is heard in a row, without a question to answer or a fork between, on one road through the day."""
    heard: list[Said] = []
    for step in day.in_form(short):
        where = f"day {day.number}, {step.id}"
        heard += _heard(step, where, short, recalled, breath)
        if isinstance(step, ThoughtWork):
            yield heard
            yield [Said(where, step.kind, step.none)]
            heard = [Said(where, step.kind, text) for text in (step.reply, step.warmly) if text]
        elif not isinstance(step, Say) and not (isinstance(step, Guided) and not step.feedback):
            yield heard
            heard = []
    yield heard


def opening(day: Day) -> str:
    """The first word a day says."""
    return words_in(day.steps[0].text)[0]


def five_word_runs(day: Day) -> set[tuple[str, ...]]:
    """Every run of five words inside a sentence that is the day's own."""
    own = [words_in(one) for said in all_said(day) if not said.shared for one in sentences(said.text)]
    return {tuple(one[at : at + 5]) for one in own for at in range(len(one) - 4)}


def yaml_texts() -> dict[str, str]:
    """Every text of the content that is said or shown, by file and line. Sources, ids and names of things are not said."""
    return {
        f"{path.relative_to(CONTENT)}:{scalar.place.line}:{scalar.place.column}": scalar.text
        for path in sorted(CONTENT.rglob("*.yaml"))
        for scalar in _scalars(_loaded(path).node)
    }


def program_texts() -> dict[str, str]:
    """Every text the program itself says, by its file and name in base/words."""
    found: dict[str, str] = {}
    for module in pkgutil.iter_modules(words.__path__):
        for name, value in vars(importlib.import_module(f"{words.__name__}.{module.name}")).items():
            if name.isupper():
                found |= {f"words/{module.name}.py {name}{at}": text for at, text in _texts(value)}
    return found


def sources_of(path: Path) -> tuple[str, ...]:
    return _loaded(path).texts("sources")


def _loaded(path: Path) -> reader.Fields:
    fields, problems = reader.load(path)
    assert fields, problems.found
    return fields


def _said_in(step: Step, where: str) -> Iterator[Said]:
    marks = {"critic": step.critic, "ok": step.ok}
    if isinstance(step, Guided):
        if step.practice:
            yield from _of_practice(step.practice, where)
        return
    refrain = isinstance(step, Say) and bool(step.refrain)
    shared = refrain or isinstance(step, Scale)
    if step.text:
        yield Said(where, step.kind, step.text, shared, **marks)
    if step.recall:
        yield Said(where, step.kind, step.recall.fallback, shared, **marks)
    if isinstance(step, Say) and step.picture:
        yield Said(where, "picture", step.picture.words, **marks)
    if isinstance(step, Breathe):
        yield Said(where, "instead", step.instead, **marks)
    if isinstance(step, Scale):
        yield from (Said(where, "answer", end, shared, **marks) for end in (step.low, step.high))
    if isinstance(step, Choose):
        yield from (Said(where, "answer", answer, **marks) for answer in step.answers)
    if isinstance(step, ThoughtWork):
        yield from (Said(where, step.kind, text, **marks) for text in (step.none, step.reply, step.warmly) if text)


def _of_practice(practice: Practice, where: str, shared: bool = False) -> Iterator[Said]:
    yield Said(where, "caution", practice.caution, shared)
    for number, part in enumerate(practice.parts, start=1):
        place, marks = f"{where}, part {number}", {"shared": shared, "critic": part.critic, "ok": part.ok}
        yield Said(place, "part", part_text(part), **marks)
        if part.instead:
            yield Said(place, "instead", part.instead, **marks)


def _heard(step: Step, where: str, short: bool, recalled: bool, breath: bool) -> list[Said]:
    if isinstance(step, Guided):
        practice = practice_of(step)
        said = [_part_heard(part, recalled, breath) for part in parts_in_form(practice, short)]
        return [Said(where, "caution", practice.caution), *(Said(where, "part", text) for text in said)]
    if isinstance(step, Diary):
        return []
    text = step.recall.fallback if step.recall and not recalled else step.text
    return [Said(where, step.kind, text, shared=isinstance(step, Say) and bool(step.refrain))]


def _part_heard(part: Part, recalled: bool, breath: bool) -> str:
    if part.instead and not breath:
        return part.instead
    return part.text if recalled else part_text(part)


def _scalars(node: reader.Node) -> Iterator[reader.Scalar]:
    if isinstance(node, reader.Scalar):
        yield node
    elif isinstance(node, reader.Sequence):
        for item in node.items:
            yield from _scalars(item)
    else:
        for name, item in node.items.items():
            if name not in _NOT_SAID:
                yield from _scalars(item)


def _texts(value: Any, at: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield at, value
    elif isinstance(value, tuple | list):
        for number, item in enumerate(value):
            yield from _texts(item, f"{at}[{number}]")
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _texts(item, f"{at}[{key!r}]")
