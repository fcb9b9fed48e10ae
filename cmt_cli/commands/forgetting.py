"""`delete N --forever`: a record and its words, out of the file for good, and an honest list of what still holds them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from cmt_cli.base.faults import Fault
from cmt_cli.base.words import desk as desk_words
from cmt_cli.base.words import forgetting as words
from cmt_cli.commands.desk import agreed, output
from cmt_cli.env import Env
from cmt_cli.store import erasing
from cmt_cli.store.file import opened, writing

# Each kind of record: what it is called, and the command that lists it.
CALLED: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "entries": (words.ENTRY, "journal"),
        "thoughts": (words.THOUGHT, "thought"),
        "checkins": (words.CHECKIN, "checkin"),
        "doses": (words.DOSE, "med"),
        "pauses": (words.PAUSE, "pause"),
    }
)


def forget(env: Env, kind: str, number: int, everywhere: bool, yes: bool, as_json: bool) -> None:
    """Remove a record for good, after asking, and with `everywhere` whatever else holds its words."""
    called, command = CALLED[kind]
    with opened(env.home) as connection:
        if not erasing.is_known(connection, kind, number):
            raise Fault(desk_words.NOT_FOUND.format(kind=called, number=number, command=command))
        if not yes and not agreed(env, words.FORGET.format(kind=called, number=number)):
            output(env).say(desk_words.NOTHING_DELETED)
            return
        others = erasing.elsewhere(connection, env.home, kind, number)
        too = everywhere or (any(others) and not yes and _those_too(env, others))
        own = erasing.own_drafts(connection, env.home, kind, number)
        with writing(connection):
            erasing.forget(connection, kind, number)
            if too:
                erasing.forget_elsewhere(connection, others)
            # Before the record is gone for good: whoever is stopped here can ask for it again.
            erasing.remove([*own, *(*others.drafts, *others.backups)] if too else own)
        erasing.scrub(connection)
    out = output(env)
    if as_json:
        out.json({"forgotten": {"kind": kind, "id": number}, "left_in": [] if too else _named(others)})
        return
    out.say(words.FORGOTTEN.format(kind=called, number=number))
    if not too and any(others):
        out.say(words.STILL_IN.format(places=words.AND.join(_named(others))))
        out.say(words.HOW_EVERYWHERE)


def _those_too(env: Env, others: erasing.Elsewhere) -> bool:
    output(env).say(words.STILL_IN.format(places=words.AND.join(_named(others))))
    return agreed(env, words.THOSE_TOO)


def _named(others: erasing.Elsewhere) -> list[str]:
    """What else holds the words, by name."""
    entries = [words.IN_ENTRY.format(number=number) for number in others.entries]
    thoughts = [words.IN_THOUGHT.format(number=number) for number in others.thoughts]
    answers = [words.IN_ANSWER] if others.answers else []
    drafts = [words.IN_DRAFT.format(path=path) for path in others.drafts]
    return [*entries, *thoughts, *answers, *drafts, *(words.IN_BACKUP.format(path=path) for path in others.backups)]
