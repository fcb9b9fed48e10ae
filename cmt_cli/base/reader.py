"""YAML read with its places kept, so that an author sees every problem at once with file:line:column.

Scalars arrive as text and are read by the field that asks for them, which closes the YAML 1.1 traps (`no`, `12:30`, `010`). Anchors, tags,
duplicate keys, great depth and great size are refused. This is the only file that imports yaml.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import yaml

from cmt_cli.base.nearest import nearest
from cmt_cli.base.words import reader as words

GREATEST_BYTES = 400_000
GREATEST_DEPTH = 12
LONGEST_NUMBER = 9

# Absent where PyYAML was built without libyaml; the pure loader reads the same, more slowly.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Problem(NamedTuple):
    """Something an author can mend: lines and columns count from 1."""

    path: str
    line: int
    column: int
    text: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.text}"


class Place(NamedTuple):
    line: int
    column: int


class Scalar:
    """Text as it stands; `plain` when it is not quoted."""

    def __init__(self, place: Place, text: str, *, plain: bool) -> None:
        self.place = place
        self.text = text
        self.plain = plain


class Sequence:
    """A list."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self.items: list[Node] = []


class Mapping:
    """Fields by name, and where each name stands."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self.items: dict[str, Node] = {}
        self.keys: dict[str, Place] = {}


Node = Scalar | Sequence | Mapping


class Problems:
    """The problems of one file, gathered while it is read."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.found: list[Problem] = []

    def add(self, place: Place, text: str) -> None:
        self.found.append(Problem(self.path, place.line, place.column, text))


class _Refused(Exception):
    def __init__(self, place: Place, text: str) -> None:
        super().__init__(text)
        self.place = place
        self.text = text


def load(path: Path) -> tuple[Fields | None, Problems]:  # noqa: PLR0911  (one for each way to fail)
    """The mapping at the top of a YAML file and the problems met so far; None when there is no mapping to read."""
    problems = Problems(str(path))
    start = Place(1, 1)
    try:
        data = path.read_bytes()
    except OSError as error:
        problems.add(start, words.CANNOT_READ.format(reason=error.strerror or "unknown"))
        return None, problems
    if len(data) > GREATEST_BYTES:
        problems.add(start, words.TOO_LARGE.format(limit=GREATEST_BYTES))
        return None, problems
    try:
        root = _parse(data.decode("utf-8"), problems)
    except UnicodeDecodeError:
        problems.add(start, words.NOT_UTF8)
        return None, problems
    except _Refused as refused:
        problems.add(refused.place, refused.text)
        return None, problems
    except yaml.YAMLError as error:
        problems.add(_place_of(error, data), words.NOT_YAML.format(reason=_reason_of(error)))
        return None, problems
    if not isinstance(root, Mapping):
        problems.add(root.place if root else start, words.TOP_IS_NOT_FIELDS)
        return None, problems
    return Fields(root, problems), problems


def _place_of(error: yaml.YAMLError, data: bytes) -> Place:
    mark = getattr(error, "problem_mark", None)
    if mark:
        return Place(mark.line + 1, mark.column + 1)
    before = data.decode("utf-8")[: getattr(error, "position", 0)]
    return Place(before.count("\n") + 1, len(before) - before.rfind("\n"))


def _reason_of(error: yaml.YAMLError) -> str:
    return str(getattr(error, "problem", None) or "the text cannot be read")


def _parse(text: str, problems: Problems) -> Node | None:
    events = yaml.parse(text, Loader=_LOADER)
    root: Node | None = None
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent):
            if root is not None:
                raise _Refused(_at(event), words.ONE_DOCUMENT)
            root = _node(next(events), events, problems, 1)
    return root


def _at(event: yaml.Event) -> Place:
    mark = event.start_mark
    return Place(mark.line + 1, mark.column + 1) if mark else Place(1, 1)


def _node(event: yaml.Event, events: Iterator[yaml.Event], problems: Problems, depth: int) -> Node:
    place = _at(event)
    if depth > GREATEST_DEPTH:
        raise _Refused(place, words.TOO_DEEP)
    if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
        raise _Refused(place, words.NO_ANCHORS)
    if getattr(event, "tag", None) not in (None, "!"):
        raise _Refused(place, words.NO_TAGS)
    if isinstance(event, yaml.ScalarEvent):
        return Scalar(place, event.value, plain=not event.style)
    if isinstance(event, yaml.SequenceStartEvent):
        sequence = Sequence(place)
        while not isinstance(following := next(events), yaml.SequenceEndEvent):
            sequence.items.append(_node(following, events, problems, depth + 1))
        return sequence
    mapping = Mapping(place)
    while not isinstance(following := next(events), yaml.MappingEndEvent):
        key = _node(following, events, problems, depth + 1)
        value = _node(next(events), events, problems, depth + 1)
        if not isinstance(key, Scalar):
            problems.add(key.place, words.KEY_IS_NOT_A_WORD)
        elif key.text in mapping.items:
            problems.add(key.place, words.TWICE.format(key=key.text, line=mapping.keys[key.text].line))
        else:
            mapping.items[key.text] = value
            mapping.keys[key.text] = key.place
    return mapping


def near(word: str, known: Iterable[str]) -> str:
    """`, did you mean 'x'?` when one of the known words is near, else an empty text."""
    close = nearest(word, known)
    return words.NEAR.format(word=close) if close else ""


class Fields:
    """The fields of one mapping, taken one by one; `done` reports those nobody asked for."""

    def __init__(self, node: Mapping, problems: Problems) -> None:
        self.node = node
        self.problems = problems
        self.asked: list[str] = []

    @property
    def place(self) -> Place:
        return self.node.place

    def place_of(self, name: str) -> Place:
        node = self.node.items.get(name)
        return node.place if node else self.node.place

    def has(self, name: str) -> bool:
        return name in self.node.items

    def problem(self, name: str, text: str) -> None:
        """A problem with the field `name`, placed at its value."""
        self.problems.add(self.place_of(name), text)

    def text(self, name: str, *, required: bool = True, default: str = "") -> str:
        """Text that is not empty; trailing new lines are dropped."""
        node = self._take(name, required)
        if node is None:
            return default
        if not isinstance(node, Scalar):
            self.problem(name, words.NOT_TEXT.format(name=name))
            return default
        if not node.text.strip():
            self.problem(name, words.EMPTY.format(name=name))
        return node.text.strip("\n").rstrip()

    def whole(self, name: str, low: int, high: int, *, required: bool = True, default: int = 0) -> int:
        """A whole number from `low` to `high`."""
        node = self._take(name, required)
        if node is None:
            return default
        digits = node.text if isinstance(node, Scalar) and node.plain else ""
        if not digits.isdecimal() or (len(digits) > 1 and digits[0] == "0"):
            self.problem(name, words.NOT_WHOLE.format(name=name))
            return default
        if len(digits) > LONGEST_NUMBER or not low <= int(digits) <= high:
            self.problem(name, words.OUT_OF_RANGE.format(name=name, low=low, high=high))
            return default
        return int(digits)

    def truth(self, name: str, *, default: bool = False) -> bool:
        """`true` or `false`, and no other word."""
        node = self._take(name, required=False)
        if node is None:
            return default
        if isinstance(node, Scalar) and node.plain and node.text in ("true", "false"):
            return node.text == "true"
        self.problem(name, words.NOT_TRUTH.format(name=name))
        return default

    def word(self, name: str, known: tuple[str, ...], *, required: bool = True, default: str = "") -> str:
        """One of the known words."""
        said = self.text(name, required=required, default=default)
        if said and said not in known and self.has(name):
            self.problem(name, words.UNKNOWN_WORD.format(name=name, said=said, near=near(said, known), known=", ".join(known)))
            return default
        return said

    def texts(self, name: str, *, required: bool = True, least: int = 1, most: int = 99) -> tuple[str, ...]:
        """A list of texts."""
        node = self._take(name, required)
        if node is None:
            return ()
        if not isinstance(node, Sequence) or not all(isinstance(item, Scalar) and item.text.strip() for item in node.items):
            self.problem(name, words.NOT_TEXTS.format(name=name))
            return ()
        if not least <= len(node.items) <= most:
            self.problem(name, words.COUNT_OF.format(name=name, least=least, most=most))
        return tuple(item.text.strip() for item in node.items if isinstance(item, Scalar))

    def fields(self, name: str, *, required: bool = False) -> Fields | None:
        """A mapping inside this one."""
        node = self._take(name, required)
        if node is None:
            return None
        if isinstance(node, Mapping):
            return Fields(node, self.problems)
        self.problem(name, words.NOT_FIELDS.format(name=name))
        return None

    def each(self, name: str, *, required: bool = True) -> list[Fields]:
        """A list of mappings."""
        node = self._take(name, required)
        if node is None:
            return []
        if not isinstance(node, Sequence) or not node.items:
            self.problem(name, words.NOT_LIST.format(name=name))
            return []
        found: list[Fields] = []
        for item in node.items:
            if isinstance(item, Mapping):
                found.append(Fields(item, self.problems))
            else:
                self.problems.add(item.place, words.NOT_FIELDS.format(name=name))
        return found

    def names(self) -> list[str]:
        """Every field written here, in order; they count as asked for."""
        self.asked += list(self.node.items)
        return list(self.node.items)

    def done(self) -> None:
        """Report each field that nobody asked for."""
        for name, place in self.node.keys.items():
            if name not in self.asked:
                self.problems.add(place, words.UNKNOWN_FIELD.format(name=name, near=near(name, self.asked)))

    def _take(self, name: str, required: bool) -> Node | None:
        self.asked.append(name)
        node = self.node.items.get(name)
        if node is None and required:
            self.problems.add(self.place, words.MISSING.format(name=name))
        return node
