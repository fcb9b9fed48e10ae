"""Finding and reading the content: a programme's days, the practices they use, and the refrains."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple, TypeVar

from cmt_cli.base.faults import Fault
from cmt_cli.base.reader import Fields, Place, Problem, Problems, load
from cmt_cli.base.words import programme as words
from cmt_cli.base.words import reader as reader_words
from cmt_cli.programme.model import OPEN_EYES, Day, Guided, Practice, Programme
from cmt_cli.programme.read import read_day, read_practice, read_programme, read_refrains
from cmt_cli.programme.read_steps import ANSWERED, Known

COMPASSION = "compassion"
GROUND = "ground-around"
REFRAINS = "refrains"
T = TypeVar("T")
_DAY_FILE = re.compile(r"day-(\d{2,3})\.yaml")


class Checked(NamedTuple):
    """A programme read whole: what could be read, from which fields (by day or practice; refrains file by file), and every problem."""

    programme: Programme | None
    days: tuple[Day, ...]
    practices: dict[str, Practice]
    refrains: tuple[tuple[Fields, dict[str, str]], ...]
    pages: Mapping[int | str | None, Fields]
    problems: tuple[Problem, ...]


class Library:
    """The content beside one programme. `shipped` is the content folder that comes with the program."""

    def __init__(self, shipped: Path, programme: Path | None = None) -> None:
        self.folder = programme or shipped / "programmes" / COMPASSION
        own = (self.folder / "practices", self.folder.parent / "practices")
        self._refrains: dict[str, str] | None = None
        self.shelves = tuple(dict.fromkeys((*own, shipped / "practices")))

    def numbers(self) -> list[int]:
        """The day numbers that have a file, in order."""
        names = (_DAY_FILE.fullmatch(path.name) for path in _listed(self.folder))
        return sorted(int(name[1]) for name in names if name)

    def programme(self) -> Programme:
        """The programme's own page; raises Fault when it has a problem."""
        fields, problems = self._load(self.folder / "programme.yaml", missing=reader_words.NO_PROGRAMME_FILE)
        return _or_fault(read_programme(fields) if fields else None, problems)

    def day(self, number: int) -> Day:
        """One day; raises Fault when it has a problem."""
        fields, problems = load(self.day_path(number))
        return _or_fault(read_day(fields, number, self._known()) if fields else None, problems)

    def practice(self, name: str) -> Practice:
        """One practice from the first shelf that has it; raises Fault when it has a problem."""
        path = self._on_shelf(name)
        if path is None:
            raise Fault(words.NO_PRACTICE.format(name=name))
        fields, problems = load(path)
        return _or_fault(read_practice(fields, name) if fields else None, problems)

    def practices_for(self, steps: Iterable[Guided]) -> dict[str, Practice]:
        """Every practice these steps may lead to, by name."""
        found = {name: self.practice(name) for name in (GROUND, OPEN_EYES)}
        for step in steps:
            names = [name for name in (step.use, *step.doors, step.alternative) if name]
            practices = [found.setdefault(name, self.practice(name)) for name in names]
            for practice in practices:
                found.setdefault(practice.alternative, self.practice(practice.alternative))
        return found

    def refrains(self) -> dict[str, str]:
        """The lines that may be said on many days, a programme's own before those shipped; raises Fault when a file has a problem."""
        if self._refrains is None:
            found: dict[str, str] = {}
            for path in self._refrain_files():
                fields, problems = load(path)
                found |= _or_fault(read_refrains(fields) if fields else None, problems)
            self._refrains = found
        return self._refrains

    def day_path(self, number: int) -> Path:
        return self.folder / f"day-{number:02}.yaml"

    def check(self) -> Checked:
        """Read everything, measure what could be read, and gather every problem there is."""
        from cmt_cli.commands.checking import measured

        read = self.read_whole()
        return read._replace(problems=tuple(dict.fromkeys((*read.problems, *measured(read)))))

    def read_whole(self) -> Checked:
        """Read everything and gather every problem there is with reading it."""
        found: list[Problem] = []
        pages: dict[int | str | None, Fields] = {}
        fields, problems = self._load(self.folder / "programme.yaml", missing=reader_words.NO_PROGRAMME_FILE)
        programme = read_programme(fields) if fields else None
        numbers = self.numbers()
        if programme and numbers != list(range(1, programme.days + 1)) and fields:
            fields.problem("days", reader_words.DAYS_DO_NOT_COUNT.format(days=programme.days, found=_without_gap(numbers)))
        found += problems.found
        practices = self._read_practices(found, pages)
        refrains = self._read_refrains(found)
        days: list[Day] = []
        answered: dict[int, tuple[str, ...]] = {}
        known = self._known(answered)
        for number in numbers:
            fields, problems = load(self.day_path(number))
            day = read_day(fields, number, known) if fields else None
            found += problems.found
            if day and fields:
                days.append(day)
                pages[number] = fields
                answered[number] = tuple(step.id for step in day.steps if isinstance(step, ANSWERED))
            elif fields:
                answered[number] = _ids(fields)
        led = tuple(day for day in days if all(name in practices for name in _used(day)))
        return Checked(programme, led, practices, refrains, pages, tuple(dict.fromkeys(found)))

    def _read_practices(self, found: list[Problem], pages: dict[int | str | None, Fields]) -> dict[str, Practice]:
        practices: dict[str, Practice] = {}
        names = self._names()
        for name in names:
            path = self._on_shelf(name)
            fields, problems = load(path) if path else (None, Problems(name))
            practice = read_practice(fields, name) if fields else None
            if practice and practice.alternative not in names and fields:
                fields.problem("alternative", reader_words.NO_SUCH_FILE.format(name=practice.alternative, near=""))
            if practice and fields:
                practices[name] = practice
                pages[name] = fields
            found += problems.found
        return practices

    def _read_refrains(self, found: list[Problem]) -> tuple[tuple[Fields, dict[str, str]], ...]:
        read: list[tuple[Fields, dict[str, str]]] = []
        for path in self._refrain_files():
            fields, problems = load(path)
            refrains = read_refrains(fields) if fields else None
            if refrains and fields and (lines := fields.fields("refrains")):
                read.append((lines, refrains))
            found += problems.found
        return tuple(read)

    def _known(self, answered: dict[int, tuple[str, ...]] | None = None) -> Known:
        return Known(self._names(), self._refrains_or_none(), answered)

    def _refrains_or_none(self) -> dict[str, str] | None:
        try:
            return self.refrains()
        except Fault:
            return None

    def _refrain_files(self) -> list[Path]:
        """Those of every shelf, the nearest last."""
        paths = (shelf / f"{REFRAINS}.yaml" for shelf in reversed(self.shelves))
        return [path for path in paths if path.is_file()]

    def _names(self) -> tuple[str, ...]:
        stems = (path.stem for shelf in self.shelves for path in _listed(shelf) if path.suffix == ".yaml")
        return tuple(dict.fromkeys(stem for stem in stems if stem != REFRAINS))

    def _on_shelf(self, name: str) -> Path | None:
        paths = (shelf / f"{name}.yaml" for shelf in self.shelves)
        return next((path for path in paths if path.is_file()), None)

    def _load(self, path: Path, missing: str) -> tuple[Fields | None, Problems]:
        if path.is_file():
            return load(path)
        problems = Problems(str(path))
        problems.add(Place(1, 1), missing)
        return None, problems


def _listed(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []


def _without_gap(numbers: list[int]) -> int:
    return next((count for count, number in enumerate(numbers) if number != count + 1), len(numbers))


def _used(day: Day) -> list[str]:
    """The practices a day takes from files of their own."""
    return [step.use for step in day.steps if isinstance(step, Guided) and step.use]


def _ids(fields: Fields) -> tuple[str, ...]:
    """The ids of a day with problems, so that a later day's recall is not blamed for them."""
    return tuple(one.text("id", required=False) for one in fields.each("steps", required=False))


def _or_fault(value: T | None, problems: Problems) -> T:
    if value is None or problems.found:
        first = problems.found[0]
        raise Fault(words.CANNOT_USE.format(problem=first, more=len(problems.found) - 1))
    return value
