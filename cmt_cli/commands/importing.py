"""`cmt data import`: entries of a diary kept elsewhere. What is here already stays as it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from cmt_cli.base.faults import Fault, UsageFault
from cmt_cli.base.records import Entry
from cmt_cli.base.times import parse_when
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


class Read(NamedTuple):
    """What a file holds: entries to keep, and why the others cannot be."""

    entries: list[Entry]
    problems: list[str]


def import_file(env: Env, said: str, maps: Sequence[str], dry_run: bool, yes: bool, as_json: bool) -> None:
    """Import what is new in a file, after saying how much it is."""
    path = Path(said).expanduser().absolute()
    mapping = dict(_mapped(one) for one in maps)
    try:
        read = _read(env, rows_of(_text_of(path), mapping))
    except NotADiary as wrong:
        raise Fault(str(wrong)) from None
    with opened_if_there(env.home) as connection:
        new = bulk.not_yet_here(connection, read.entries) if connection else bulk.each_once(read.entries)
    skipped = len(read.entries) - len(new)
    if new and not dry_run:
        if not yes and not env.interactive:
            raise UsageFault(words.NEEDS_YES)
        if not yes and not agreed(env, words.ASK.format(count=_counted(len(new)), path=path)):
            output(env).say(words.NOT_IMPORTED)
            return
        with recording(env, "data import") as connection:
            back_up(connection, env.home, IMPORT)
            with writing(connection):
                new = bulk.not_yet_here(connection, read.entries)
                bulk.add_entries(connection, new)
    _answer(env, len(new), skipped, read.problems, dry_run, as_json)


def _text_of(path: Path) -> str:
    try:
        if path.stat().st_size > LARGEST:
            raise Fault(words.TOO_LARGE.format(path=path, limit=LARGEST // 1024 // 1024))
        return path.read_bytes().decode("utf-8-sig")
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


def _entry(env: Env, row: Row) -> Entry:
    """A row as an entry. Raises _Unfit with what is wrong."""
    try:
        at = parse_when(row.at, env.now(), env.settings.day_start)
    except UsageFault:
        raise _Unfit(words.BAD_TIME.format(place=row.place, said=row.at)) from None
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
    pain, mood = (_scale(row.place, said) for said in (row.pain, row.mood))
    return Entry(0, at, env.day_of(at), text, pain, mood, tags, IMPORT)


def _scale(place: str, said: str) -> int | None:
    if not said:
        return None
    if said.isdecimal() and said.isascii() and int(said) <= 10:
        return int(said)
    raise _Unfit(words.BAD_SCALE.format(place=place, said=said))


def _counted(count: int) -> str:
    return words.ENTRIES_NONE if count == 0 else words.ENTRIES_ONE if count == 1 else words.ENTRIES.format(count=count)


def _answer(env: Env, imported: int, skipped: int, problems: Sequence[str], dry_run: bool, as_json: bool) -> None:
    out = output(env)
    if as_json:
        out.json({"imported": {"entries": 0 if dry_run else imported}, "skipped": skipped, "problems": list(problems)})
        return
    out.say((words.WOULD_IMPORT if dry_run else words.IMPORTED if imported else words.NOT_IMPORTED).format(count=_counted(imported)))
    if skipped:
        out.say(words.SKIPPED.format(count=_counted(skipped)))
    if problems:
        out.remark(words.PROBLEMS.format(count=len(problems)))
        for problem in problems[:MOST_TOLD]:
            out.remark(problem)
        if len(problems) > MOST_TOLD:
            out.remark(words.MORE_PROBLEMS.format(count=len(problems) - MOST_TOLD))
