"""Meeting thoughts again: which may come back now, `cmt thought practise`, and keeping that one was met."""

from __future__ import annotations

import sqlite3
from datetime import date, datetime
from typing import NamedTuple

from cmt_cli.base.faults import Fault, UsageFault
from cmt_cli.base.records import Earlier, Thought
from cmt_cli.base.words import thought as words
from cmt_cli.base.words import today as today_words
from cmt_cli.clinical.returning import READILY, Levels, after_meeting, best_reply, due, first_due, held_back
from cmt_cli.commands import desk
from cmt_cli.commands.desk import output
from cmt_cli.commands.thoughts import found, name_of, what_comes
from cmt_cli.commands.writing import as_text
from cmt_cli.env import Env
from cmt_cli.exchange.values import thought_values
from cmt_cli.store import drafts, sessions, thoughts
from cmt_cli.store.file import writing
from cmt_cli.store.levels import latest_levels

MOST_AT_ONCE = 3


class Met(NamedTuple):
    """How a thought was met, as it was given with the command."""

    reply: str | None = None
    warmth: int | None = None
    readily: str | None = None


def earlier_now(connection: sqlite3.Connection, began: datetime, day: date) -> Earlier | None:
    """The thought that is longest due, unless this is no moment for it."""
    if held_back(latest_levels(connection, day), began):
        return None
    found = due(thoughts.all_of(connection), day)
    return as_earlier(found[0]) if found else None


def as_earlier(thought: Thought) -> Earlier:
    """A thought as it is met: by its name."""
    best = best_reply(thought.replies)
    return Earlier(thought.id, name_of(thought), thought.text, best.text if best else "")


def meet(
    connection: sqlite3.Connection, thought: int, reply: int | None, readily: str | None, session: int | None, at: datetime, day: date
) -> None:
    """Keep that a thought was met, and when it comes back."""
    thoughts.meet(connection, thought, reply, readily, session, at, day)
    thoughts.bring_back(connection, thought, after_meeting(day, thoughts.meetings(connection, thought)))


def practise(env: Env, number: int | None, given: Met, as_json: bool) -> None:
    """Meet thoughts that are due, or the one that is named; with `--readily`, keep that it was met."""
    with drafts.keeping(env.home, [given.reply], env.now()):
        if given.readily not in (None, *READILY):
            raise UsageFault(words.BAD_READILY)
        if given.warmth is not None and not given.reply:
            raise UsageFault(words.NO_REPLY)
        asks = given == Met()
        if asks or number is None or given.readily is None:
            desk.need_terminal(env, words.PRACTISE_FLAGS)
        with desk.recording(env, "thought practise") as connection:
            if number is not None:
                _may_be_met(env, found(thoughts.find(connection, number), number))
            if not asks and number is not None:
                _keep_given(env, connection, number, given, as_json)
                return
            _through(env, connection, number)


def _may_be_met(env: Env, thought: Thought) -> None:
    """Raises Fault for a thought caught today, or without a reply."""
    if thought.day >= env.today():
        raise Fault(words.CAUGHT_TODAY)
    if not thought.replies:
        raise Fault(words.NOT_TO_MEET.format(number=thought.id))


def _keep_given(env: Env, connection: sqlite3.Connection, number: int, given: Met, as_json: bool) -> None:
    now, today = env.now(), env.today()
    with writing(connection):
        reply = None
        if given.reply:
            reply = thoughts.reply(connection, number, as_text(given.reply), now, today, first_due(today))
            thoughts.about_reply(connection, reply, given.warmth, None, None)
        meet(connection, number, reply, given.readily, None, now, today)
    thought = found(thoughts.find(connection, number), number)
    if as_json:
        output(env).json({"thought": thought_values(thought)})
    else:
        output(env).say(f"{words.MET.format(number=number)} {what_comes(thought)}")


def _through(env: Env, connection: sqlite3.Connection, number: int | None) -> None:
    """Up to three thoughts that are due, or the one that is named, unless this is no moment for it."""
    from cmt_cli.commands.asking import Left, asking
    from cmt_cli.commands.keeping import PractiseKeeper
    from cmt_cli.programme.thought_work import meet_each

    began, out = env.now(), output(env)
    if not held_back(latest_levels(connection, env.today()), began) and number is None and not _due(connection, env.today()):
        out.say(words.NONE_DUE)
        return
    try:
        with asking(env) as ask:
            levels = latest_levels(connection, env.today())
            if levels == Levels() and not held_back(levels, began):
                pain = ask.scale(today_words.PAIN, today_words.PAIN_LOW, today_words.PAIN_HIGH)
                urge = ask.scale(today_words.URGE, today_words.URGE_LOW, today_words.URGE_HIGH)
                with writing(connection):
                    arrival = sessions.arrive(connection, env.now(), env.today(), pain)
                    sessions.arrived(connection, arrival, urge)
                levels = latest_levels(connection, env.today())
            if held_back(levels, began):
                out.say(words.HELD_BACK)
                return
            chosen = [found(thoughts.find(connection, number), number)] if number is not None else _due(connection, env.today())
            if not chosen:  # met in another window meanwhile
                out.say(words.NONE_DUE)
                return
            keeper = PractiseKeeper(env, connection)
            meet_each([as_earlier(one) for one in chosen[:MOST_AT_ONCE]], ask.speaker.plan, ask.screen, keeper)
    except Left:
        out.say(words.NOTHING_KEPT)


def _due(connection: sqlite3.Connection, today: date) -> list[Thought]:
    return due(thoughts.all_of(connection), today)
