"""`cmt remind`: the days that are left, as a calendar file."""

from __future__ import annotations

import os
import sqlite3
import uuid
from datetime import date, datetime, time, timedelta
from pathlib import Path

from cmt_cli.base.faults import Fault, UsageFault
from cmt_cli.base.records import Started
from cmt_cli.base.text import number, sentence_case
from cmt_cli.base.times import iso, parse_clock, spoken
from cmt_cli.base.words import remind as words
from cmt_cli.commands.desk import output
from cmt_cli.commands.placing import library_of
from cmt_cli.commands.status import progress_of
from cmt_cli.env import Env
from cmt_cli.exchange.calendar import OURS, Reminder, calendar_file
from cmt_cli.programme.progress import Progress
from cmt_cli.store import sessions
from cmt_cli.store.file import opened, writing

MINUTES = 15
SEED = "reminder-seed"


def remind(env: Env, said_at: str, out: str, as_json: bool) -> None:
    """Write a reminder for each day that is left, one a day, and say where."""
    at = parse_clock(said_at)
    if at is None:
        raise UsageFault(words.BAD_AT.format(said=said_at))
    path = Path(out).expanduser().absolute()
    _leave_what_is_not_ours(path)
    with opened(env.home) as connection:
        on = sessions.started(connection) or _shipped(env)
        where = progress_of(env, connection, on)
        seed = _seed(connection)
    reminders = _of_the_days_left(env, where, at, f"{seed}-{on.programme}")
    if reminders:
        _write(path, calendar_file(reminders, env.now()))
    if as_json:
        times = [iso(one.at.astimezone()) for one in reminders]
        output(env).json({"path": str(path) if reminders else None, "at": times})
    elif reminders:
        count = words.ONE if len(reminders) == 1 else words.MORE.format(count=sentence_case(number(len(reminders))))
        output(env).say(words.WRITTEN.format(count=count, path=path, first=spoken(reminders[0].at), text=words.REMINDER))
        output(env).say(words.OPEN_IT)
    else:
        output(env).say(words.NONE_LEFT)


def _of_the_days_left(env: Env, where: Progress, at: time, name: str) -> list[Reminder]:
    """One for each day that is not completed: from today, unless today's is done or its time is past."""
    first = env.today()
    if where.state == "done_today" or _moment(env, first, at) <= env.now().replace(tzinfo=None):
        first += timedelta(days=1)
    left = range(where.days - where.completed)
    uids = (str(uuid.uuid5(uuid.NAMESPACE_OID, f"{name}-{where.completed + after + 1}")) for after in left)
    return [
        Reminder(uid, _moment(env, first + timedelta(days=after), at), MINUTES, words.REMINDER)
        for after, uid in zip(left, uids, strict=True)
    ]


def _moment(env: Env, day: date, at: time) -> datetime:
    """That time of a local day by the clock on the wall: before the day starts, it is the next morning's date."""
    return datetime.combine(day + timedelta(days=at < env.settings.day_start), at)


def _seed(connection: sqlite3.Connection) -> str:
    """What makes this person's reminders theirs, so that a file made again puts them in the place of the old ones."""
    seed = sessions.marked(connection, SEED)
    if seed is None:
        seed = uuid.uuid4().hex
        with writing(connection):
            sessions.mark(connection, SEED, seed)
    return seed


def _shipped(env: Env) -> Started:
    programme = library_of(env, "").programme()
    return Started(programme.id, programme.title, programme.version, "")


def _leave_what_is_not_ours(path: Path) -> None:
    try:
        there = path.exists() and (not path.is_file() or OURS not in path.read_bytes())
    except OSError as error:
        raise Fault(words.CANNOT_WRITE.format(path=path, reason=error.strerror or "unknown")) from None
    if there:
        raise Fault(words.NOT_OURS.format(path=path))


def _write(path: Path, calendar: bytes) -> None:
    """Whole or not at all."""
    written = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        written.write_bytes(calendar)
        written.replace(path)
    except OSError as error:
        written.unlink(missing_ok=True)
        raise Fault(words.CANNOT_WRITE.format(path=path, reason=error.strerror or "unknown")) from None
