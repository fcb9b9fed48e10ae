"""The shipped content as it was read, every text of it that is said, and every text of base/words."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from cmt_cli.base import reader, words
from cmt_cli.commands.library import Library
from cmt_cli.env import content_folder
from cmt_cli.programme.model import Guided, Practice

CONTENT = content_folder()
LIBRARY = Library(CONTENT)
CHECKED = LIBRARY.check()
DAYS = {day.number: day for day in CHECKED.days if day.number}
PRACTICES = CHECKED.practices
REFRAINS = LIBRARY.refrains()

_NOT_SAID = ("sources", "source", "id", "kind", "card", "use", "door", "alternative", "shape", "ok", "step", "checked_on", "language")


def written_practices() -> dict[str, Practice]:
    """Every practice there is: those in days by `day-04/practice`, the shared ones by their name."""
    own = [step.practice for day in DAYS.values() for step in day.steps if isinstance(step, Guided) and step.practice]
    return {practice.id: practice for practice in (*own, *PRACTICES.values())}


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
