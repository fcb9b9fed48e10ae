"""Diaries written elsewhere, read as plain values: a jrnl JSON export, or a CSV with a time and words."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from cmt_cli.base.text import one_line
from cmt_cli.base.words import data as words

FIELDS = ("at", "text", "pain", "mood", "tags")
NEEDED = ("at", "text")
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "'")
SEPARATORS = (",", ";", "\t")
LONGEST_FIELD = 16 * 1024 * 1024
MOST_NAMED = 20
LONGEST_NAME = 30


class Row(NamedTuple):
    """One entry as it stood in the file: `at` as text, everything unchecked. `place` says where, `wrong` why it cannot be one."""

    place: str
    at: str = ""
    text: str = ""
    pain: str = ""
    mood: str = ""
    tags: tuple[str, ...] = ()
    wrong: str = ""


class NotADiary(Exception):
    """What is wrong with the whole file, as a sentence."""


def rows_of(text: str, mapping: Mapping[str, str]) -> Iterator[Row]:
    """The entries of a file of either kind. Raises NotADiary."""
    return _of_jrnl(text) if text.lstrip()[:1] == "{" else _of_csv(text, mapping)


def without_guard(text: str) -> str:
    """A CSV value without the one sign that keeps spreadsheets from taking it for a formula."""
    return text[1:] if text[:1] == "'" and text[1:2] in FORMULA_SIGNS else text


def _of_jrnl(text: str) -> Iterator[Row]:
    try:
        entries = json.loads(text)["entries"]
    except (ValueError, KeyError, RecursionError):
        raise NotADiary(words.NOT_JRNL) from None
    if not isinstance(entries, list):
        raise NotADiary(words.NOT_JRNL)
    for number, one in enumerate(entries, 1):
        yield _jrnl_row(words.ENTRY_PLACE.format(number=number), one if isinstance(one, dict) else {})


def _jrnl_row(place: str, one: Mapping[str, object]) -> Row:
    title, body, date, time = (
        found.strip() if isinstance(found := one.get(name), str) else "" for name in ("title", "body", "date", "time")
    )
    listed = one.get("tags")
    tags = [tag.lstrip("@") for tag in listed if isinstance(tag, str)] if isinstance(listed, list) else []
    starred = [words.STARRED] if one.get("starred") is True else []
    return Row(place, f"{date} {time}".strip(), "\n".join(part for part in (title, body) if part), tags=(*tags, *starred))


def _of_csv(text: str, mapping: Mapping[str, str]) -> Iterator[Row]:
    records = _records(text)
    _, first = next(records, (0, []))
    columns = [name.strip() for name in first]
    named = {field: mapping.get(field, field).strip() for field in FIELDS}
    _check_columns(columns, named, mapping)
    where = {field: columns.index(name) for field, name in named.items() if name in columns}
    for line, record in records:
        place = words.LINE_PLACE.format(number=line)
        if any(value.strip() for value in record[len(columns) :]):
            yield Row(place, wrong=words.TOO_MANY.format(place=place))
            continue
        at, said, pain, mood, tags = (without_guard(_value(record, where.get(field))) for field in FIELDS)
        yield Row(place, at.strip(), said, pain.strip(), mood.strip(), _tags(tags))


def _records(text: str) -> Iterator[tuple[int, list[str]]]:
    """Each record with the number of the line it begins in; those with nothing in them are left out. Raises NotADiary."""
    csv.field_size_limit(LONGEST_FIELD)
    head = text.split("\n", 1)[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(SEPARATORS, key=head.count), strict=True)
    line = 1
    try:
        for record in reader:
            if any(value.strip() for value in record):
                yield line, record
            line = reader.line_num + 1
    except csv.Error:
        raise NotADiary(words.NOT_CSV.format(line=line)) from None


def _check_columns(columns: Sequence[str], named: Mapping[str, str], mapping: Mapping[str, str]) -> None:
    """The columns that are needed or were named are there. Raises NotADiary, which never repeats a line of the diary itself."""
    missing = [field for field in NEEDED if named[field] not in columns]
    unknown = [named[field] for field in mapping if named[field] not in columns]
    if not missing and not unknown:
        return
    if any(name[:1].isdigit() for name in columns):
        raise NotADiary(words.NO_HEAD)
    found = ", ".join(one_line(name[:LONGEST_NAME]) for name in columns[:MOST_NAMED] if name) or words.NONE
    if missing:
        raise NotADiary(words.NO_COLUMNS.format(missing=words.AND.join(missing), columns=found))
    raise NotADiary(words.NO_SUCH_COLUMN.format(column=unknown[0], columns=found))


def _value(record: Sequence[str], column: int | None) -> str:
    return "" if column is None or column >= len(record) else record[column]


def _tags(text: str) -> tuple[str, ...]:
    """Tags as a JSON list, as cmt writes them, or with commas between them."""
    try:
        listed = json.loads(text)
    except (ValueError, RecursionError):
        listed = None
    if isinstance(listed, list) and all(isinstance(tag, str) for tag in listed):
        return tuple(listed)
    return tuple(tag.strip() for tag in text.split(",") if tag.strip())
