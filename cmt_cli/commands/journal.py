"""`cmt journal`: the pain diary."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence
from contextlib import suppress
from typing import Any, NamedTuple

from cmt_cli.base.faults import Fault, Signalled, Stopped, UsageFault, how_stopped
from cmt_cli.base.records import Entry
from cmt_cli.base.times import parse_day, spoken
from cmt_cli.base.words import desk as desk_words
from cmt_cli.base.words import journal as words
from cmt_cli.base.words import support as support_words
from cmt_cli.commands import desk
from cmt_cli.commands.desk import output
from cmt_cli.commands.writing import brought, composed
from cmt_cli.env import Env
from cmt_cli.exchange.values import entry_values
from cmt_cli.store import drafts, entries
from cmt_cli.store.file import opened_if_there, writing

HEAVY_MOOD = 2
_TAG = re.compile(r"[^,\r\n\t]{1,40}")


class Given(NamedTuple):
    """What was given with the command."""

    words: list[str] | None = None
    pain: int | None = None
    mood: int | None = None
    tags: list[str] | None = None
    at: str | None = None


class Filters(NamedTuple):
    """Which entries to show, as they were asked for."""

    since: str | None = None
    until: str | None = None
    on: str | None = None
    tags: list[str] | None = None
    contains: str = ""
    limit: int = 20


def add(env: Env, given: Given, as_json: bool) -> None:
    """Keep an entry, from wherever its words come."""
    there = brought(env, given.words)
    with drafts.keeping(env.home, [there], env.now()) as unstored:
        moment, tags = env.when(given.at), tags_of(given.tags)
        with desk.recording(env, "journal add") as connection:
            with composed(env, there, in_place=bool(given.words)) as text:
                if text is None:
                    _nothing_written(env, given, there, as_json)
                    return
                if given.at is None:
                    moment = env.now()
                with writing(connection):
                    entry = entries.add(connection, Entry(0, moment, env.day_of(moment), text, given.pain, given.mood, tags))
            unstored.clear()
            _answer(env, entry, words.KEPT, as_json)
            if entry.mood is not None and entry.mood <= HEAVY_MOOD:
                output(env).remark(support_words.HEAVY)
            if there is None and not as_json:
                _offer_to_catch(env, connection, entry.id)


def listed(env: Env, filters: Filters, as_json: bool) -> None:
    """Show entries, newest first."""
    wanted = _wanted(env, filters)
    with opened_if_there(env.home) as connection:
        found = entries.newest(connection, wanted, filters.limit) if connection else []
    _show_all(env, found, words.NONE_YET, as_json)


def search(env: Env, said: str, filters: Filters, as_json: bool) -> None:
    """Show the entries that have these words."""
    if not said.strip():
        raise UsageFault(words.NO_WORDS_TO_FIND)
    wanted = _wanted(env, filters)
    with opened_if_there(env.home) as connection:
        found = entries.search(connection, said, wanted, filters.limit) if connection else []
    _show_all(env, found, words.NONE_FOUND, as_json)


def show(env: Env, number: int, as_json: bool) -> None:
    """Show one entry whole."""
    with opened_if_there(env.home) as connection:
        entry = _found(entries.find(connection, number) if connection else None, number)
    out = output(env)
    if as_json:
        out.json({"entry": entry_values(entry)})
        return
    out.say(words.SHOWN.format(number=entry.id, when=spoken(entry.at)), style="bold")
    about = [words.PAIN.format(pain=entry.pain)] if entry.pain is not None else []
    about += [words.MOOD.format(mood=entry.mood)] if entry.mood is not None else []
    about += [words.TAGS.format(tags=", ".join(entry.tags))] if entry.tags else []
    if about:
        out.say(" ".join(about))
    out.say(entry.text)


def edit(env: Env, number: int, given: Given, as_json: bool) -> None:
    """Change what is given and leave the rest; with nothing given, the words in the editor."""
    only_about = given.words is None and given[1:] != (None,) * 4
    there = None if only_about else brought(env, given.words)
    with drafts.keeping(env.home, [there], env.now()) as unstored:
        changes = _changes(env, given)
        with desk.recording(env, "journal edit") as connection:
            before = _found(entries.find(connection, number), number)
            if only_about:
                after = _changed(connection, number, changes)
            else:
                with composed(env, there, before.text, bool(given.words)) as text:
                    if text is None and there is not None:
                        _need_words(env, given)
                    after = _changed(connection, number, changes if text is None else {**changes, "text": text})
            unstored.clear()
    if after != before:
        _answer(env, after, words.CHANGED, as_json)
        return
    if as_json:
        _answer(env, after, "", as_json)
        output(env).remark(words.UNCHANGED)
    else:
        output(env).say(words.UNCHANGED)


def delete(env: Env, number: int, forever: bool, everywhere: bool, yes: bool, as_json: bool) -> None:
    """Delete one entry after asking; `forever` so that its words are nowhere in the folder."""
    from cmt_cli.commands.forgetting import forget

    if forever:
        forget(env, "entries", number, everywhere, yes, as_json)
        return
    with desk.recording(env, "journal delete") as connection:
        entry = _found(entries.find(connection, number), number)
        if not yes and not desk.agreed(env, words.DELETE.format(number=number, when=spoken(entry.at))):
            output(env).say(desk_words.NOTHING_DELETED)
            return
        with writing(connection):
            entries.delete(connection, number)
    _answer(env, entry, words.DELETED, as_json)


def tags_of(given: Sequence[str] | None) -> tuple[str, ...]:
    """The tags, each once. Raises UsageFault for one that cannot stand in a list."""
    tags = tuple(dict.fromkeys(tag.strip() for tag in given or () if tag.strip()))
    if not all(_TAG.fullmatch(tag) and tag.isprintable() for tag in tags):
        raise UsageFault(words.BAD_TAG)
    return tags


def _wanted(env: Env, filters: Filters) -> entries.Wanted:
    since, until, on = (
        parse_day(text, env.now(), env.settings.day_start) if text else None for text in (filters.since, filters.until, filters.on)
    )
    return entries.Wanted(on or since, on or until, tags_of(filters.tags), filters.contains)


def _show_all(env: Env, found: list[Entry], none: str, as_json: bool) -> None:
    out = output(env)
    if as_json:
        out.json({"entries": [entry_values(one) for one in found]})
        return
    if not found and env.stdout_is_terminal:
        out.remark(none)
        return
    from cmt_cli.screen.tables import show_records

    show_records(out, words.COLUMNS, [_row(one) for one in found], [_record(one) for one in found], words_from=words.WORDS_FROM)


def _row(entry: Entry) -> list[object]:
    return [entry.id, f"{entry.at:%Y-%m-%d %H:%M}", entry.pain, entry.mood, ", ".join(entry.tags) or None, entry.text]


def _record(entry: Entry) -> list[object]:
    """The JSON keys in their order, the words last."""
    values = entry_values(entry)
    text = values.pop("text")
    return [*values.values(), text]


def _found(entry: Entry | None, number: int) -> Entry:
    if entry is None:
        raise Fault(desk_words.NOT_FOUND.format(kind=words.KIND, number=number, command="journal"))
    return entry


def _changes(env: Env, given: Given) -> dict[str, Any]:
    """What is to be changed beside the words, by the names of a record."""
    changes: dict[str, Any] = {name: value for name, value in (("pain", given.pain), ("mood", given.mood)) if value is not None}
    if given.tags is not None:
        changes["tags"] = tags_of(given.tags)
    if given.at:
        moment = env.when(given.at)
        changes |= {"at": moment, "day": env.day_of(moment)}
    return changes


def _changed(connection: sqlite3.Connection, number: int, changes: dict[str, Any]) -> Entry:
    """The entry as it stands by now, which may be later than it was read, with these changes."""
    with writing(connection):
        before = _found(entries.find(connection, number), number)
        after = before._replace(**changes)
        if after != before:
            entries.change(connection, after)
    return after


def _need_words(env: Env, given: Given) -> None:
    """Say that words are wanted, and how to give them. Raises UsageFault."""
    if not given.words:
        desk.need_terminal(env, words.FLAGS)
    raise UsageFault(words.NOTHING_WRITTEN)


def _nothing_written(env: Env, given: Given, there: str | None, as_json: bool) -> None:
    """A person may leave their editor without a word; a script may not."""
    if there is not None:
        _need_words(env, given)
    if as_json:
        output(env).json({"entry": None})
        output(env).remark(words.NOTHING_WRITTEN)
    else:
        output(env).say(words.NOTHING_WRITTEN)


def _offer_to_catch(env: Env, connection: sqlite3.Connection, number: int) -> None:
    """The entry is kept, whatever becomes of this."""
    from cmt_cli.commands.asking import Left
    from cmt_cli.commands.catching import offer_to_catch

    try:
        with suppress(Left):
            offer_to_catch(env, connection, number)
    except (KeyboardInterrupt, Signalled) as stop:
        raise Stopped(words.STOPPED_AFTER.format(number=number), how_stopped(stop)) from None


def _answer(env: Env, entry: Entry, said: str, as_json: bool) -> None:
    out = output(env)
    if as_json:
        out.json({"entry": entry_values(entry)})
    else:
        out.say(said.format(number=entry.id, when=spoken(entry.at)))
