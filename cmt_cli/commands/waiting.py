"""After a pause that ended in a wait: how it went, asked once, the next time the person is here that day."""

from __future__ import annotations

from cmt_cli.base.medicine import WENT
from cmt_cli.base.words import pause as words
from cmt_cli.env import Env
from cmt_cli.store import pauses
from cmt_cli.store.file import opened_if_there, writing


def how_it_went(env: Env) -> None:
    """Ask, where somebody can answer and a wait of today was not asked about yet."""
    if not env.interactive:
        return
    with opened_if_there(env.home) as connection:
        waited = pauses.waiting(connection, env.today()) if connection else None
    if waited is None:
        return
    from cmt_cli.commands import desk
    from cmt_cli.commands.asking import Left, asking

    with desk.recording(env, "pause") as connection:
        try:
            with asking(env) as ask:
                picked = ask.choose(words.WENT.format(when=f"{waited.at:%H:%M}"), words.WENT_ANSWERS)
        except Left:
            picked = None
        with writing(connection):
            pauses.asked_back(connection, waited.id, None if picked is None else WENT[picked])
