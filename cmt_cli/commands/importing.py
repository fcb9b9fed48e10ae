"""`cmt data import`: entries of a diary kept elsewhere. What is here already stays as it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from cmt_cli.base.faults import Exit, Fault, UsageFault
from cmt_cli.base.records import Entry
from cmt_cli.base.times import parse_when, spoken
from cmt_cli.base.words import data as words
from cmt_cli.commands.desk import agreed, output, recording
from cmt_cli.commands.journal import tags_of
from cmt_cli.commands.writing import as_text
from cmt_cli.env import Env
from cmt_cli.exchange.diaries import FIELDS, NotADiary, Row, rows_of
from cmt_cli.store import bulk
from cmt_cli.store.file import back_up, opened_if_there, writing

LARGEST = 256 * 1024 * 1024
MOST_TOLD = 20
IMPORT = "import"
SCALE = {str(number): number for number in range(11)}
# A file is read at any time, so what it says must not lean on when that is, as "monday" or "18:30" would.
_ABSOLUTE = re.compile(r"\d{4}-?[\dw]\d.*", re.IGNORECASE | re.ASCII)
_DAY_ONLY = re.compile(r"[\dw-]{7,10}", re.IGNORECASE | re.ASCII)
_ENDLESS = datetime(9999, 12, 1, tzinfo=UTC)


class Read(NamedTuple):
    """What a file holds: entries to keep, and why the others cannot be."""

    entries: list[bulk.Found]
    problems: list[str]


class Counts(NamedTuple):
    """How many entries of a file are new, were imported, and were here already."""

    new: int
    imported: int
    skipped: int


def import_file(env: Env, said: str, maps: Sequence[str], dry_run: bool, yes: bool, as_json: bool) -> Exit:
    """Import what is new in a file, after saying how much it is. Exit 1 when something in it could not be read."""
    path = _path(said)
    mapping = dict(_mapped(one) for one in maps)
    try:
        read = _read(env, rows_of(_text_of(path), mapping))
    except NotADiary as wrong:
        raise Fault(str(wrong)) from None
    with opened_if_there(env.home) as connection:
        new = bulk.not_yet_here(connection, read.entries)
    counts = Counts(len(new), 0, len(read.entries) - len(new))
    if new and not dry_run and _is_wished(env, len(new), path, yes):
        with recording(env, "data import") as connection:
            back_up(connection, env.home, IMPORT)
            with writing(connection):
                new = bulk.not_yet_here(connection, read.entries)
                bulk.add_entries(connection, new)
        counts = Counts(len(new), len(new), len(read.entries) - len(new))
    _answer(env, counts, read.problems, dry_run, as_json)
    return Exit.COULD_NOT if read.problems else Exit.DONE


def _is_wished(env: Env, count: int, path: Path, yes: bool) -> bool:
    if not yes and not env.interactive:
        raise UsageFault(words.NEEDS_YES)
    return yes or agreed(env, words.ASK.format(count=_counted(count), path=path))


def _path(said: str) -> Path:
    try:
        return Path(said).expanduser().absolute()
    except RuntimeError:  # ~ before the name of nobody here
        return Path(said).absolute()


def _text_of(path: Path) -> str:
    try:
        with path.open("rb") as file:
            found = file.read(LARGEST + 1)
        if len(found) > LARGEST:
            raise Fault(words.TOO_LARGE.format(path=path, limit=LARGEST // 1024 // 1024))
        return found.decode("utf-8-sig")
    except OSError as error:
        raise Fault(words.NO_FILE.format(path=path, reason=error.strerror or "unknown")) from None
    except UnicodeDecodeError:
        raise Fault(words.NOT_UTF8.format(path=path)) from None


def _mapped(said: str) -> tuple[str, str]:
    field, equals, column = said.partition("=")
    if not equals or field not in FIELDS or not column:
        raise UsageFault(words.BAD_MAP.format(fields=", ".join(FIELDS)))
    return field, column


def _read(env: Env, rows: Iterable[Row]) -> Read:
    read = Read([], [])
    for row in rows:
        try:
            read.entries.append(_entry(env, row))
        except _Unfit as unfit:
            read.problems.append(str(unfit))
    return read


class _Unfit(Exception):
    pass


def _entry(env: Env, row: Row) -> bulk.Found:
    """A row as an entry. Raises _Unfit with what is wrong, which never repeats what somebody wrote."""
    if row.wrong:
        raise _Unfit(row.wrong)
    at = _moment(env, row)
    if not row.text.strip():
        raise _Unfit(words.NO_TEXT.format(place=row.place))
    try:
        text = as_text(row.text)
    except Fault:
        raise _Unfit(words.BAD_TEXT.format(place=row.place)) from None
    try:
        tags = tags_of(row.tags)
    except UsageFault:
        raise _Unfit(words.BAD_TAG.format(place=row.place)) from None
    pain, mood = (_scale(row.place, field, said) for field, said in (("pain", row.pain), ("mood", row.mood)))
    return bulk.Found(Entry(0, at, env.day_of(at), text, pain, mood, tags, IMPORT), _is_day(row.at))


def _moment(env: Env, row: Row) -> datetime:
    """When a row was written; a past day without a time at 12:00, today without one now. Raises _Unfit."""
    try:
        at = parse_when(row.at if _ABSOLUTE.fullmatch(row.at) else "", _ENDLESS, env.settings.day_start)
        day = env.day_of(at)
    except (UsageFault, OverflowError):  # no time, or the first hours of all
        raise _Unfit(words.BAD_TIME.format(place=row.place)) from None
    if _is_day(row.at) and day == env.today():
        return env.now()
    if at > env.now():
        raise _Unfit(words.FUTURE.format(place=row.place, read=spoken(at)))
    return at


def _is_day(said: str) -> bool:
    return bool(_DAY_ONLY.fullmatch(said))


def _scale(place: str, field: str, said: str) -> int | None:
    if said and said not in SCALE:
        raise _Unfit(words.BAD_SCALE.format(place=place, field=field))
    return SCALE.get(said)


def _counted(count: int) -> str:
    return words.ENTRIES_NONE if count == 0 else words.ENTRIES_ONE if count == 1 else words.ENTRIES.format(count=count)


def _answer(env: Env, counts: Counts, problems: Sequence[str], dry_run: bool, as_json: bool) -> None:
    out = output(env)
    if as_json:
        out.json(
            {
                "imported": {"entries": counts.imported},
                "new": {"entries": counts.new},
                "skipped": counts.skipped,
                "problems": list(problems),
            }
        )
        return
    said = words.WOULD_IMPORT if dry_run else words.IMPORTED if counts.imported else words.NOT_IMPORTED
    out.say(said.format(count=_counted(counts.new)))
    if counts.skipped:
        out.say(words.SKIPPED.format(count=_counted(counts.skipped)))
    if problems:
        out.remark(words.PROBLEMS.format(count=len(problems)))
        for problem in problems[:MOST_TOLD]:
            out.remark(problem)
        if len(problems) > MOST_TOLD:
            out.remark(words.MORE_PROBLEMS.format(count=len(problems) - MOST_TOLD))
