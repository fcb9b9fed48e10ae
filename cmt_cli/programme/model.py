"""What a programme is made of: days, steps and practices, as an author wrote them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

# No slots, no repr, no comparing by value: together they would cost every session ten milliseconds before its first word.

SHAPES = ("scene", "objection", "practice-first", "how-it-works", "two-people", "trial", "hours")
OPEN_EYES = "open-eyes"


class Recall(NamedTuple):
    """Brings back what was answered at `step` of `day` (None: the same day)."""

    day: int | None
    step: str
    fallback: str


class Rhythm(NamedTuple):
    """A breath: seconds in, seconds out, seconds in all."""

    breath_in: int
    breath_out: int
    seconds: int


class Picture(NamedTuple):
    """A drawing of at most 38 columns, and the same in words."""

    lines: str
    words: str


@dataclass(frozen=True, repr=False, eq=False, match_args=False)
class Part:
    """One line of a practice and what follows it: `quiet` seconds or a breath."""

    text: str
    quiet: int = 0
    rhythm: Rhythm | None = None
    instead: str = ""
    short: bool = False
    recall: Recall | None = None
    critic: bool = False
    ok: str = ""


@dataclass(frozen=True, repr=False, eq=False, match_args=False)
class Practice:
    """A guided practice; `alternative` names the easier one that `e` goes to.

    `id` is what it is remembered by: its file's name, or `day-04/practice` for one written out in its day.
    """

    id: str
    title: str
    card: str
    beats: str
    caution: str
    parts: tuple[Part, ...]
    alternative: str = OPEN_EYES


@dataclass(frozen=True, kw_only=True, repr=False, eq=False, match_args=False)
class Step:
    """What every step has. `ok` is the author's reason for a word the programme does not say."""

    id: str
    text: str = ""
    short: bool = False
    recall: Recall | None = None
    critic: bool = False
    ok: str = ""

    @property
    def kind(self) -> str:
        return KINDS_BY_TYPE[type(self)]


@dataclass(frozen=True, kw_only=True, repr=False, eq=False, match_args=False)
class Say(Step):
    refrain: str = ""
    picture: Picture | None = None


@dataclass(frozen=True, kw_only=True, repr=False, eq=False, match_args=False)
class Guided(Step):
    """A practice in a day: written out (`practice`) or taken by name (`use`). An empty `alternative` is the practice's own.

    `doors` are offered beside it before it begins.
    """

    practice: Practice | None = None
    use: str = ""
    alternative: str = ""
    doors: tuple[str, ...] = ()
    feedback: bool = True


@dataclass(frozen=True, kw_only=True, repr=False, eq=False, match_args=False)
class Breathe(Step):
    rhythm: Rhythm
    instead: str


@dataclass(frozen=True, kw_only=True, repr=False, eq=False, match_args=False)
class Ask(Step):
    seconds: int = 60


@dataclass(frozen=True, kw_only=True, repr=False, eq=False, match_args=False)
class Scale(Step):
    low: str
    high: str


@dataclass(frozen=True, kw_only=True, repr=False, eq=False, match_args=False)
class Choose(Step):
    answers: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, repr=False, eq=False, match_args=False)
class ThoughtWork(Step):
    """`do` is `notice`, `answer`, or `earlier`: as answer, with a thought that is due offered first.

    `due` is only that offer, and nothing when no thought is due; days the program puts together have it.
    """

    do: str
    none: str
    reply: str = ""
    warmly: str = ""
    belief: bool = False


@dataclass(frozen=True, kw_only=True, repr=False, eq=False, match_args=False)
class Diary(Step):
    pass


@dataclass(frozen=True, kw_only=True, repr=False, eq=False, match_args=False)
class Letter(Step):
    """A letter to oneself. `starters` begin its sentences, `warmly` leads the reading back, `pick` asks for the line to keep."""

    starters: tuple[str, ...]
    warmly: str
    pick: str
    seconds: int = 240


@dataclass(frozen=True, kw_only=True, repr=False, eq=False, match_args=False)
class Replies(Step):
    """The person's best replies as a page; `none` is said when there are none yet."""

    none: str


KINDS: dict[str, type[Step]] = {
    "say": Say,
    "practice": Guided,
    "breathe": Breathe,
    "ask": Ask,
    "scale": Scale,
    "choose": Choose,
    "thought": ThoughtWork,
    "diary": Diary,
    "letter": Letter,
    "replies": Replies,
}
KINDS_BY_TYPE = {step: kind for kind, step in KINDS.items()}


@dataclass(frozen=True, repr=False, eq=False, match_args=False)
class Day:
    """One day of a programme. `number` is None for a day the program put together after the course."""

    number: int | None
    title: str
    idea: str
    steps: tuple[Step, ...]
    image: str = ""
    shape: str = ""
    heavier: bool = False
    sources: tuple[str, ...] = ()

    def in_form(self, short: bool) -> tuple[Step, ...]:
        """The steps of the whole day, or only those of its short form."""
        return tuple(step for step in self.steps if step.short) if short else self.steps

    def recalls(self, practices: Iterable[Practice]) -> tuple[Recall, ...]:
        """Every recall of the day, in its steps, its own practices and the shared ones it may lead to."""
        own = [step.practice for step in self.steps if isinstance(step, Guided) and step.practice]
        parts = [part for practice in (*own, *practices) for part in practice.parts]
        found = [*(step.recall for step in self.steps), *(part.recall for part in parts)]
        return tuple(recall for recall in found if recall)


class Programme(NamedTuple):
    """A programme's own page; its days are in files beside it."""

    id: str
    title: str
    version: str
    days: int
    about: str
    sources: tuple[str, ...]
    language: str = "en-GB"


def asked_after(steps: Sequence[Step], at: int) -> bool:
    """True when how the practice at `at` left someone is asked: unless its author says no and another practice follows in this form."""
    step = steps[at]
    return isinstance(step, Guided) and (step.feedback or not any(isinstance(one, Guided) for one in steps[at + 1 :]))


def parts_in_form(practice: Practice, short: bool) -> tuple[Part, ...]:
    """The parts of the whole practice, or of its short form (the whole, where none is marked short)."""
    brief = tuple(part for part in practice.parts if part.short)
    return brief if short and brief else practice.parts
