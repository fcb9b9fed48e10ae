"""`cmt pause list` and `delete`: the pauses there were."""

from __future__ import annotations

from cmt_cli.base.faults import Fault
from cmt_cli.base.medicine import Pause
from cmt_cli.base.times import spoken
from cmt_cli.base.words import desk as desk_words
from cmt_cli.base.words import pause as words
from cmt_cli.commands import desk
from cmt_cli.commands.desk import output
from cmt_cli.commands.naming import shown_names
from cmt_cli.env import Env
from cmt_cli.exchange.values import pause_values
from cmt_cli.store import pauses
from cmt_cli.store.file import opened_if_there, writing


def listed(env: Env, limit: int, as_json: bool) -> None:
    """Show pauses, newest first."""
    with opened_if_there(env.home) as connection:
        found = pauses.newest(connection, limit) if connection else []
    out = output(env)
    if as_json:
        out.json({"pauses": [pause_values(one) for one in found]})
        return
    if not found and env.stdout_is_terminal:
        out.remark(words.NONE_YET)
        return
    from cmt_cli.screen.tables import show_records

    rows, records = [_row(env, one) for one in found], [list(pause_values(one).values()) for one in found]
    show_records(out, words.COLUMNS, rows, records, words_from=len(words.COLUMNS) - 1)


def delete(env: Env, number: int, forever: bool, everywhere: bool, yes: bool, as_json: bool) -> None:
    """Delete one pause, after asking; `forever` so that it is nowhere in the folder."""
    if forever:
        from cmt_cli.commands.forgetting import forget

        forget(env, "pauses", number, everywhere, yes, as_json)
        return
    with desk.recording(env, "pause delete") as connection:
        there = pauses.find(connection, number)
        if there is None:
            raise Fault(desk_words.NOT_FOUND.format(kind=words.KIND, number=number, command="pause"))
        if not yes and not desk.agreed(env, words.DELETE.format(number=number, when=spoken(there.at))):
            output(env).say(desk_words.NOTHING_DELETED)
            return
        with writing(connection):
            pauses.delete(connection, number)
    if as_json:
        output(env).json({"pause": pause_values(there)})
    else:
        output(env).say(words.DELETED.format(number=number, when=spoken(there.at)))


def _row(env: Env, one: Pause) -> list[object]:
    name = shown_names(env, [one.medicine]) if one.medicine else None
    about, choice = (text.replace("_", " ") if text else None for text in (one.about, one.choice))
    scales = [one.pain, one.urge, one.need, one.urge_after]
    return [one.id, f"{one.at:%Y-%m-%d %H:%M}", name, *scales, about, choice, one.wait_minutes, one.went, one.about_words]
