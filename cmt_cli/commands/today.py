"""`cmt today`: the day on paper, a rest, a day done away from the screen, or a session led."""

from __future__ import annotations

from cmt_cli.base.faults import Fault, UsageFault
from cmt_cli.base.words import today as words
from cmt_cli.commands.desk import checked_pace, output, recording
from cmt_cli.commands.paper import show_day
from cmt_cli.commands.placing import Asked, answer, checked_day, keep_rest, library_of, on_programme
from cmt_cli.commands.status import days_practised, progress_of
from cmt_cli.env import Env
from cmt_cli.store import sessions
from cmt_cli.store.file import opened_if_there, writing


def today(env: Env, asked: Asked) -> None:
    """Do what was asked of today."""
    if sum((asked.short, asked.whole, asked.rest, asked.done)) > 1:
        raise UsageFault(words.ONE_SIZE)
    checked_pace(asked.pace)
    if asked.as_json and env.interactive and not (asked.on_paper or asked.done or asked.rest):
        raise UsageFault(words.JSON_OF_A_SESSION)
    if asked.on_paper or not (env.interactive or asked.rest or asked.done):
        _on_paper(env, asked)
    elif asked.done:
        _done_away(env, asked)
    elif asked.rest and (asked.as_json or not env.interactive):
        with recording(env, "today --rest") as connection:
            keep_rest(env, connection, on_programme(env, connection, asked.programme), asked.as_json)
    else:
        from cmt_cli.commands.leading import lead

        lead(env, asked)


def _on_paper(env: Env, asked: Asked) -> None:
    """Print a day. The record is only looked at to know which day it is; without one, or with a broken one, day 1."""
    library = library_of(env, asked.programme)
    number = asked.day
    if number is None:
        number = 1
        try:
            with opened_if_there(env.home) as connection:
                on = sessions.started(connection) if connection else None
                if connection and on:
                    library = library_of(env, asked.programme or on.path)
                    where = progress_of(env, connection, on)
                    number = (where.day if not asked.programme else None) or 1
        except Fault as fault:
            output(env).remark(fault.sentence)
    show_day(env, library, number, asked.short, asked.as_json)


def _done_away(env: Env, asked: Asked) -> None:
    """Keep today's day as practised away from the screen."""
    with recording(env, "today --done") as connection:
        on = on_programme(env, connection, asked.programme)
        where = progress_of(env, connection, on)
        if where.state == "done_today" and asked.day is None:
            answer(env, where, on, words.ALREADY_DONE.format(day=where.day), asked.as_json)
            return
        number = checked_day(asked.day, where) or where.day
        with writing(connection):
            form = "done" if number else "maintenance"
            session = sessions.begin(connection, on, env.now(), env.today(), number, form)
            sessions.count(connection, session, env.now())
            sessions.end(connection, [session])
        where = progress_of(env, connection, on)
        said = words.PRACTISED_AWAY if number else words.MAINTENANCE_DONE
        answer(env, where, on, said.format(day=number, practised=days_practised(where)), asked.as_json)
