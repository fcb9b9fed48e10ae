"""`cmt thought add`: keep a self-critical thought from given words, from a diary entry, or by questions. Nothing is picked for anybody."""

from __future__ import annotations

import re
import sqlite3
from typing import NamedTuple

from cmt_cli.base.faults import Fault, Signalled, Stopped, UsageFault, how_stopped
from cmt_cli.base.records import Thought
from cmt_cli.base.text import sentences
from cmt_cli.base.words import session as session_words
from cmt_cli.base.words import thought as words
from cmt_cli.clinical.returning import first_due
from cmt_cli.commands import desk
from cmt_cli.commands.asking import Asking, Left, asking
from cmt_cli.commands.desk import output
from cmt_cli.commands.thoughts import what_comes
from cmt_cli.commands.writing import as_text, brought
from cmt_cli.env import Env
from cmt_cli.exchange.values import thought_values
from cmt_cli.store import drafts, entries, thoughts
from cmt_cli.store.file import writing

BRING_BACK, LEAVE_BE = range(2)


class Caught(NamedTuple):
    """What was given with the command."""

    words: list[str] | None = None
    label: str | None = None
    entry: int | None = None
    reply: str | None = None
    warmth: int | None = None
    before: int | None = None
    after: int | None = None
    leave_be: bool = False


def add(env: Env, given: Caught, as_json: bool) -> None:
    """Keep a thought and what was given of the reply to it; without words, ask."""
    asks = given.words is None and env.interactive and not as_json
    there = None if asks else brought(env, given.words)
    with drafts.keeping(env.home, [there, given.label, given.reply], env.now()) as unstored:
        if not given.reply and (given.warmth, given.before, given.after) != (None, None, None):
            raise UsageFault(words.NO_REPLY)
        for text in (given.label, given.reply):
            as_text(text or "")
        with desk.recording(env, "thought add") as connection:
            if given.entry is not None and entries.find(connection, given.entry) is None:
                raise Fault(words.NO_ENTRY.format(number=given.entry))
            if asks:
                unstored.clear()  # from here on each thing is kept as it is given
                _ask(env, connection, given)
                return
            if not there:
                raise UsageFault(words.NOTHING_GIVEN)
            with writing(connection):
                number = keep(env, connection, given, as_text(there).strip())
            unstored.clear()
            kept = _there(connection, number)
    _answer(env, kept, as_json)


def offer_to_catch(env: Env, connection: sqlite3.Connection, entry: int) -> None:
    """After a diary entry: whether there is a self-critical voice in it that the person would keep and answer. Raises Left."""
    with asking(env) as ask:
        if ask.yes(words.ANY_CRITIC):
            _pick(env, connection, ask, Caught(entry=entry))


def keep(env: Env, connection: sqlite3.Connection, given: Caught, text: str) -> int:
    """Store a thought with its reply, inside a transaction; its number."""
    now, today = env.now(), env.today()
    number = thoughts.catch(connection, text, not given.leave_be, None, now, today, label=given.label or None, entry=given.entry)
    if given.reply:
        reply = thoughts.reply(connection, number, given.reply, now, today, first_due(today))
        thoughts.about_reply(connection, reply, given.warmth, given.before, given.after)
    return number


def _ask(env: Env, connection: sqlite3.Connection, given: Caught) -> None:
    before = connection.total_changes
    try:
        with asking(env) as ask:
            if given.entry is not None:
                _pick(env, connection, ask, given)
                return
            text = ask.words(session_words.CATCH, session_words.IF_ABOUT_ENDING_LIFE_TYPING)
            if text:
                _keep_asked(env, connection, ask, given, text)
            else:
                output(env).say(words.NOTHING_KEPT)
    except Left:
        if connection.total_changes == before:
            output(env).say(words.NOTHING_KEPT)


def _pick(env: Env, connection: sqlite3.Connection, ask: Asking, given: Caught) -> None:
    """Show the sentences of an entry, and keep the ones that are picked."""
    entry = entries.find(connection, given.entry or 0)
    assert entry
    found = sentences(entry.text)
    out = output(env)
    for number, sentence in enumerate(found, 1):
        out.line(f"{number}. {sentence}") if env.accessible else out.say(f"  {number}  {sentence}")
    while True:
        said = ask.words(words.PICK, session_words.IF_ABOUT_ENDING_LIFE_TYPING)
        picked = [int(one) for one in re.findall(r"\d+", said)]
        if not said or (picked and all(1 <= one <= len(found) for one in picked)):
            break
        out.say(words.NOT_A_PICK.format(most=len(found)))
    if not said:
        out.say(words.PICKED_NONE)
    for one in dict.fromkeys(picked if said else ()):
        out.say(found[one - 1], style="bold")
        _keep_asked(env, connection, ask, given, found[one - 1])


def _keep_asked(env: Env, connection: sqlite3.Connection, ask: Asking, given: Caught, text: str) -> None:
    """Ask how it is to be kept, what it is called, and what would answer it; keep each as it is given."""
    with drafts.keeping(env.home, [text], env.now()):
        as_text(text)
    how = ask.choose(session_words.KEEP_IT, session_words.KEEP_ANSWERS, session_words.IF_ABOUT_ENDING_LIFE)
    if how not in (BRING_BACK, LEAVE_BE):
        output(env).say(words.NOTHING_KEPT)
        return
    with drafts.keeping(env.home, [text, given.label, given.reply], env.now()), writing(connection):
        number = keep(env, connection, given._replace(leave_be=how == LEAVE_BE), text)
    try:
        _ask_about(env, connection, ask, given, number)
    except (KeyboardInterrupt, Signalled) as stop:
        raise Stopped(words.KEPT.format(number=number), how_stopped(stop)) from None
    except Left:
        _answer(env, _there(connection, number), as_json=False)
        raise
    _answer(env, _there(connection, number), as_json=False)


def _ask_about(env: Env, connection: sqlite3.Connection, ask: Asking, given: Caught, number: int) -> None:
    """What a thought is called, and what would answer it."""
    label = "" if given.label else ask.words(words.ASK_LABEL, "")
    if label:
        with drafts.keeping(env.home, [label], env.now()), writing(connection):
            thoughts.change(connection, _there(connection, number)._replace(label=as_text(label)))
    reply = "" if given.reply else ask.words(words.ASK_REPLY, session_words.EMPTY_IS_FINE)
    if reply:
        with drafts.keeping(env.home, [reply], env.now()), writing(connection):
            kept = thoughts.reply(connection, number, as_text(reply), env.now(), env.today(), first_due(env.today()))
        warmth = ask.scale(session_words.WARMTH, session_words.WARMTH_LOW, session_words.WARMTH_HIGH)
        with writing(connection):
            thoughts.about_reply(connection, kept, warmth, None, None)


def _there(connection: sqlite3.Connection, number: int) -> Thought:
    thought = thoughts.find(connection, number)
    assert thought
    return thought


def _answer(env: Env, thought: Thought, as_json: bool) -> None:
    out = output(env)
    if as_json:
        out.json({"thought": thought_values(thought)})
    else:
        out.say(f"{words.KEPT.format(number=thought.id)} {what_comes(thought)}")
