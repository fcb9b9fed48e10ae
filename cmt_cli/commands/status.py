"""Bare `cmt` and `cmt status`: where you are, and the next step."""

from __future__ import annotations

import sqlite3

from cmt_cli.base.records import Started
from cmt_cli.base.words import status as words
from cmt_cli.commands.desk import output
from cmt_cli.env import Env
from cmt_cli.programme.progress import Progress, progress, was_away
from cmt_cli.store import sessions
from cmt_cli.store.file import opened_if_there, writing

SAID_AWAY = "said-away"
NOT_STARTED = Progress(1, 0, 0, "not_started")
DAY_FILES = "day-[0-9][0-9]*.yaml"


def status(env: Env, as_json: bool) -> None:
    """Say where the person is. Nothing is made and no day file is read."""
    with opened_if_there(env.home) as connection:
        on = sessions.started(connection) if connection else None
        where = progress_of(env, connection, on) if connection and on else NOT_STARTED
        if as_json:
            output(env).json(status_values(where, on))
            return
        out = output(env)
        for line in _lines(where, on):
            out.say(line)
        away = away_line(env, connection, on, where) if connection and on else None
        if away:
            out.say(away)


def progress_of(env: Env, connection: sqlite3.Connection, on: Started) -> Progress:
    """Progress on the programme the person is on, its days counted by their files."""
    return progress(sessions.sittings(connection, on.programme), day_count(env, on), env.today())


def day_count(env: Env, on: Started) -> int:
    """How many days the programme has, without reading them."""
    from pathlib import Path

    folder = Path(on.path) if on.path else env.content / "programmes" / on.programme
    return sum(1 for _ in folder.glob(DAY_FILES))


def status_values(where: Progress, on: Started | None) -> dict[str, object]:
    """What `status --json`, `start`, `today --done` and `today --rest` answer."""
    command, text = next_step(where)
    return {
        "programme": on.programme if on else None,
        "content_version": on.version if on else None,
        "day": where.day if on else 1,
        "days": where.days if on else None,
        "days_completed": where.completed,
        "state": where.state,
        "next": {"command": command, "text": text},
        "measure_due": None,
    }


def next_step(where: Progress) -> tuple[str, str]:
    """The command that comes next, and what it is, in words."""
    return "cmt today", words.NEXT[where.state].format(day=where.day)


def away_line(env: Env, connection: sqlite3.Connection, on: Started, where: Progress) -> str | None:
    """After three days away, one line, once."""
    sittings, rests = sessions.sittings(connection, on.programme), sessions.rests(connection)
    if where.day is None or not was_away(sittings, rests, env.today()):
        return None
    last = str(max([one.day for one in sittings] + rests))
    if sessions.marked(connection, SAID_AWAY) == last:
        return None
    with writing(connection):
        sessions.mark(connection, SAID_AWAY, last)
    return words.AFTER_DAYS_AWAY.format(day=where.day)


def days_practised(where: Progress) -> str:
    return words.PRACTISED_ONE if where.completed == 1 else words.PRACTISED.format(days=where.completed)


def _lines(where: Progress, on: Started | None) -> list[str]:
    if on is None:
        return [words.WELCOME, words.HOW_TO_START, words.HELP]
    command, text = next_step(where)
    practised = [days_practised(where)] if where.completed else []
    return [words.ON.format(title=on.title), *practised, text, words.RUN.format(command=command), words.HELP]
