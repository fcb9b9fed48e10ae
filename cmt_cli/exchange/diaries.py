"""Diaries written elsewhere, read as plain values: a jrnl JSON export, or a CSV with a time and words."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from cmt_cli.base.words import data as words

JRNL, CSV = "jrnl", "csv"
FIELDS = ("at", "text", "pain", "mood", "tags")
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "'")
LONGEST_FIELD = 16 * 1024 * 1024


class Row(NamedTuple):
    """One entry as it stood in the file: `at` as text, everything unchecked. `place` says where."""

    place: str
    at: str
    text: str
    pain: str = ""
    mood: str = ""
    tags: tuple[str, ...] = ()


class NotADiary(Exception):
    """What is wrong with the whole file, as a sentence."""


def rows_of(text: str, mapping: Mapping[str, str]) -> Iterator[Row]:
    """The entries of a file of either kind. Raises NotADiary."""
    return _of_jrnl(text) if text.lstrip()[:1] == "{" else _of_csv(text, mapping)


def without_guard(text: str) -> str:
    """A CSV value without the one sign that keeps spreadsheets from taking it for a formula."""
    return text[1:] if text[:1] == "'" and text[1:2] in FORMULA_SIGNS and len(text) > 1 else text


def _of_jrnl(text: str) -> Iterator[Row]:
    try:
        found = json.loads(text)
        entries = found["entries"]
    except (ValueError, KeyError, TypeError, RecursionError):
        raise NotADiary(words.NOT_JRNL) from None
    if not isinstance(entries, list):
        raise NotADiary(words.NOT_JRNL)
    for number, one in enumerate(entries, 1):
        yield _jrnl_row(words.ENTRY_PLACE.format(number=number), one if isinstance(one, dict) else {})


def _jrnl_row(place: str, one: dict[str, Any]) -> Row:
    title, body, date, time = (str(one.get(name) or "").strip() for name in ("title", "body", "date", "time"))
    tags = [str(tag).lstrip("@") for tag in one.get("tags") or () if isinstance(tag, str)]
    starred = [words.STARRED] if one.get("starred") is True else []
    return Row(place, f"{date} {time}".strip(), "\n".join(part for part in (title, body) if part), tags=(*tags, *starred))


def _of_csv(text: str, mapping: Mapping[str, str]) -> Iterator[Row]:
    csv.field_size_limit(LONGEST_FIELD)
    reader = csv.DictReader(io.StringIO(text, newline=""))
    columns = [name for name in reader.fieldnames or () if name]
    named = {field: mapping.get(field, field) for field in FIELDS}
    missing = [field for field in ("at", "text") if named[field] not in columns]
    if missing:
        raise NotADiary(words.NO_COLUMNS.format(missing=words.AND.join(missing), columns=", ".join(columns) or words.NONE))
    unknown = [column for field, column in mapping.items() if column not in columns]
    if unknown:
        raise NotADiary(words.NO_SUCH_COLUMN.format(column=unknown[0], columns=", ".join(columns)))
    try:
        for one in reader:
            at, said, pain, mood, tags = (without_guard(one.get(named[field]) or "") for field in FIELDS)
            yield Row(words.LINE_PLACE.format(number=reader.line_num), at.strip(), said, pain.strip(), mood.strip(), _tags(tags))
    except csv.Error:
        raise NotADiary(words.NOT_CSV.format(line=reader.line_num)) from None


def _tags(text: str) -> tuple[str, ...]:
    """Tags as a JSON list, as cmt writes them, or with commas between them."""
    try:
        listed = json.loads(text)
    except ValueError:
        listed = None
    if isinstance(listed, list):
        return tuple(str(tag) for tag in listed)
    return tuple(tag.strip() for tag in text.split(",") if tag.strip())
