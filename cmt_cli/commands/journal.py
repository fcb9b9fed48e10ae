"""`cmt journal`: the pain diary."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from cmt_cli.base.faults import Fault, UsageFault
from cmt_cli.base.records import Entry
from cmt_cli.base.times import parse_day, spoken
from cmt_cli.base.words import desk as desk_words
from cmt_cli.base.words import journal as words
from cmt_cli.base.words import support as support_words
from cmt_cli.commands import desk
from cmt_cli.commands.desk import output
from cmt_cli.commands.writing import written
from cmt_cli.env import Env
from cmt_cli.exchange.values import entry_values
from cmt_cli.store import entries
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
    moment, tags = env.when(given.at), tags_of(given.tags)
    with desk.recording(env, "journal add") as connection, written(env, given.words) as text:
        if text is None:
            if given.words is not None or not env.interactive:
                raise UsageFault(words.NOTHING_WRITTEN)
            output(env).say(words.NOTHING_WRITTEN)
            return
        if given.at is None:
            moment = env.now()
        with writing(connection):
            entry = entries.add(connection, Entry(0, moment, env.day_of(moment), text, given.pain, given.mood, tags))
        _answer(env, entry, words.KEPT, as_json)
        if entry.mood is not None and entry.mood <= HEAVY_MOOD:
            output(env).remark(support_words.HEAVY)
        if given.words is None and env.interactive and not as_json:
            from cmt_cli.commands.catching import offer_to_catch

            offer_to_catch(env, connection, entry.id)


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
    tags = tags_of(given.tags)
    only_about = given.words is None and given[1:] != (None,) * 4
    with desk.recording(env, "journal edit") as connection:
        before = _found(entries.find(connection, number), number)
        changed = before._replace(pain=_or(given.pain, before.pain), mood=_or(given.mood, before.mood))
        if given.tags is not None:
            changed = changed._replace(tags=tags)
        if given.at:
            moment = env.when(given.at)
            changed = changed._replace(at=moment, day=env.day_of(moment))
        if only_about:
            with writing(connection):
                entries.change(connection, changed)
        else:
            with written(env, given.words, before.text) as text:
                if text is None or text == before.text:
                    output(env).say(words.UNCHANGED)
                    return
                changed = changed._replace(text=text)
                with writing(connection):
                    entries.change(connection, changed)
    _answer(env, changed, words.CHANGED, as_json)


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


def _or(given: int | None, before: int | None) -> int | None:
    return before if given is None else given


def _answer(env: Env, entry: Entry, said: str, as_json: bool) -> None:
    out = output(env)
    if as_json:
        out.json({"entry": entry_values(entry)})
    else:
        out.say(said.format(number=entry.id, when=spoken(entry.at)))
