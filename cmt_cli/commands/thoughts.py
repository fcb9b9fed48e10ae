"""`cmt thought`: list, show, edit, retire, delete. Catching one and meeting one have files of their own."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from cmt_cli.base.faults import Fault, UsageFault
from cmt_cli.base.records import Reply, Thought
from cmt_cli.base.times import spoken, spoken_date
from cmt_cli.base.words import desk as desk_words
from cmt_cli.base.words import session as session_words
from cmt_cli.base.words import thought as words
from cmt_cli.clinical.returning import best_reply, first_due, strongest
from cmt_cli.commands import desk
from cmt_cli.commands.desk import output
from cmt_cli.commands.writing import as_text
from cmt_cli.env import Env
from cmt_cli.exchange.values import thought_values
from cmt_cli.store import drafts, thoughts
from cmt_cli.store.file import opened_if_there, writing

STATES = ("active", "resting", "retired")
MOST_REPLIES = 5


class Changes(NamedTuple):
    """What is to be changed in a thought."""

    text: str | None = None
    label: str | None = None
    reply: str | None = None
    warmth: int | None = None
    state: str | None = None


def listed(env: Env, full: bool, as_json: bool) -> None:
    """Show the thoughts by name with the best reply to each, newest first; `full` with their words."""
    with opened_if_there(env.home) as connection:
        found = thoughts.all_of(connection)[::-1] if connection else []
    out = output(env)
    if as_json:
        out.json({"thoughts": [thought_values(one) for one in found]})
        return
    if not found and env.stdout_is_terminal:
        out.remark(words.NONE_YET)
        return
    from cmt_cli.screen.tables import show_records

    rows = [_row(one, full) for one in found]
    show_records(out, words.COLUMNS, rows, [_record(one, full) for one in found], words_from=words.WORDS_FROM)


def best_page(env: Env, as_json: bool) -> None:
    """The strongest replies, one a thought, as a page to keep."""
    with opened_if_there(env.home) as connection:
        found = thoughts.all_of(connection) if connection else []
    out = output(env)
    best = strongest(found, MOST_REPLIES)
    if as_json:
        chosen = {reply.id for reply in best}
        out.json({"thoughts": [thought_values(one) for one in found if chosen & {reply.id for reply in one.replies}]})
        return
    if not best and env.stdout_is_terminal:
        out.remark(words.NO_REPLIES)
    for at, reply in enumerate(best):
        if at and env.stdout_is_terminal and not env.accessible:
            out.line("")
        out.say(reply.text)


def show(env: Env, number: int, as_json: bool) -> None:
    """Show one thought whole, with every reply."""
    with opened_if_there(env.home) as connection:
        thought = found(thoughts.find(connection, number) if connection else None, number)
    out = output(env)
    if as_json:
        out.json({"thought": thought_values(thought)})
        return
    out.say(words.SHOWN.format(number=thought.id, when=spoken(thought.at)), style="bold")
    if thought.label:
        out.say(words.CALLED.format(label=thought.label))
    out.say(thought.text)
    for reply in thought.replies:
        out.say(words.REPLY.format(when=spoken(reply.at), text=reply.text))
        if about := _about(reply):
            out.say(about)
    out.say(what_comes(thought))


def edit(env: Env, number: int, changes: Changes, as_json: bool) -> None:
    """Change what is given and leave the rest."""
    typed = [text for text in (changes.text, changes.label, changes.reply) if text]
    with drafts.keeping(env.home, typed, env.now()):
        if changes == Changes():
            raise UsageFault(words.NOTHING_TO_CHANGE)
        if changes.state not in (None, *STATES):
            raise UsageFault(words.BAD_STATE)
        for text in typed:
            as_text(text)
        doing = "thought retire" if changes == Changes(state="retired") else "thought edit"
        with desk.recording(env, doing) as connection:
            before = found(thoughts.find(connection, number), number)
            if changes.warmth is not None and not (before.replies or changes.reply):
                raise Fault(words.NO_REPLY_YET.format(number=number))
            with writing(connection):
                _change(env, connection, before, changes)
            after = found(thoughts.find(connection, number), number)
    out = output(env)
    if as_json:
        out.json({"thought": thought_values(after)})
    elif after.state == "retired":
        out.say(words.RETIRED.format(number=number))
    else:
        out.say(f"{words.CHANGED.format(number=number)} {what_comes(after)}")


def delete(env: Env, number: int, forever: bool, everywhere: bool, yes: bool, as_json: bool) -> None:
    """Delete one thought and its replies, after asking; `forever` so that its words are nowhere in the folder."""
    if forever:
        from cmt_cli.commands.forgetting import forget

        forget(env, "thoughts", number, everywhere, yes, as_json)
        return
    with desk.recording(env, "thought delete") as connection:
        thought = found(thoughts.find(connection, number), number)
        if not yes and not desk.agreed(env, words.DELETE.format(number=number)):
            output(env).say(desk_words.NOTHING_DELETED)
            return
        with writing(connection):
            thoughts.delete(connection, number)
    out = output(env)
    if as_json:
        out.json({"thought": thought_values(thought)})
    else:
        out.say(words.DELETED.format(number=number))


def found(thought: Thought | None, number: int) -> Thought:
    if thought is None:
        raise Fault(desk_words.NOT_FOUND.format(kind=words.KIND, number=number, command="thought"))
    return thought


def name_of(thought: Thought) -> str:
    """What a thought goes by when its words are not shown."""
    return thought.label or session_words.NAMELESS.format(day=spoken_date(thought.day))


def what_comes(thought: Thought) -> str:
    """When a thought comes back, or why it does not."""
    if thought.state == "retired":
        return words.RETIRED.format(number=thought.id)
    if thought.due_on:
        return words.COMES_BACK.format(day=spoken_date(thought.due_on))
    if thought.state == "resting":
        return words.RESTS.format(number=thought.id)
    return words.LEFT_BE if thought.replies else words.WITHOUT_REPLY


def _change(env: Env, connection: sqlite3.Connection, before: Thought, changes: Changes) -> None:
    now, today = env.now(), env.today()
    label = before.label if changes.label is None else changes.label or None
    thought = before._replace(text=changes.text or before.text, label=label)
    if changes.state in ("resting", "retired"):
        thought = thought._replace(state=changes.state, due_on=None)
    thoughts.change(connection, thought)
    latest = before.replies[-1] if before.replies else None
    if changes.reply and latest is None:
        number = thoughts.reply(connection, before.id, changes.reply, now, today, first_due(today))
        thoughts.about_reply(connection, number, changes.warmth, None, None)
    elif latest and (changes.reply or changes.warmth is not None):
        warmth = latest.warmth if changes.warmth is None else changes.warmth
        thoughts.change_reply(connection, latest._replace(text=changes.reply or latest.text, warmth=warmth))
    if changes.state == "active":
        thoughts.wake(connection, before.id, first_due(today) if before.replies or changes.reply else None)


def _about(reply: Reply) -> str:
    warmth = [words.ABOUT_WARMTH.format(warmth=reply.warmth)] if reply.warmth is not None else []
    before, after = reply.belief_before, reply.belief_after
    belief = [words.ABOUT_BELIEF.format(before=before, after=after)] if before is not None and after is not None else []
    return " ".join(warmth + belief)


def _row(thought: Thought, full: bool) -> list[object]:
    best = best_reply(thought.replies)
    text = thought.text if full else None
    return [thought.id, name_of(thought), thought.state, thought.due_on, best.text if best else None, text]


def _record(thought: Thought, full: bool) -> list[object]:
    """The JSON keys in their order, the thought's words last, and only when they are asked for."""
    values = thought_values(thought)
    text = values.pop("text")
    return [*values.values(), text if full else None]
