"""`cmt settings paracetamol-24h`: a lower limit that a clinician gave. It is kept in the data file, because it tells of the person."""

from __future__ import annotations

from cmt_cli.base.faults import UsageFault
from cmt_cli.base.words import settings as words
from cmt_cli.clinical.notices import PARACETAMOL_24H
from cmt_cli.commands import desk
from cmt_cli.commands.desk import output
from cmt_cli.commands.noticing import BY, LIMIT
from cmt_cli.commands.writing import as_text
from cmt_cli.env import Env
from cmt_cli.store import sessions
from cmt_cli.store.file import opened_if_there, writing

KEY = "paracetamol-24h"
OFF = "off"
LEAST = 500


def own_limit(env: Env, value: str | None, by: str | None, as_json: bool) -> None:
    """Show the limit, set it with who gave it, or take it off."""
    if value is None and by is not None:
        raise UsageFault(words.BY_NEEDS_LIMIT)
    if value is not None:
        value = value.lower()
        if value != OFF and (not value.isascii() or not value.isdecimal() or not LEAST <= int(value) <= PARACETAMOL_24H):
            raise UsageFault(words.BAD_LIMIT)
        if value != OFF and not (by or "").strip():
            raise UsageFault(words.LIMIT_NEEDS_BY)
        with desk.recording(env, "settings") as connection, writing(connection):
            for key, said in ((LIMIT, value), (BY, " ".join(as_text(by or "").split()))):
                sessions.unmark(connection, key) if value == OFF else sessions.mark(connection, key, said)
    with opened_if_there(env.home) as there:
        limit, given_by = (sessions.marked(there, key) if there else None for key in (LIMIT, BY))
    out = output(env)
    if as_json:
        out.json({"settings": {"paracetamol_24h": int(limit) if limit else None, "by": given_by}})
    else:
        out.say(words.LIMIT_IS.format(mg=limit, by=given_by) if limit else words.NO_LIMIT)
