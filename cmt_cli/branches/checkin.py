"""`cmt checkin`, with list, edit and delete.

No `from __future__ import annotations` here: typer reads every annotation, and as text each one would be evaluated at every start.
"""

import typer

from cmt_cli.base.words import help as says
from cmt_cli.grammar import (
    At,
    CriticalVoice,
    Everywhere,
    Forever,
    Json,
    Limit,
    Mood,
    More,
    Need,
    Number,
    Pain,
    Painkillers,
    Practised,
    SelfKindness,
    Since,
    Until,
    Urge,
    Used,
    Yes,
    command,
    group,
)

app = group(says.CHECKIN, invoke_without_command=True)


@app.callback()
def checkin(
    ctx: typer.Context,
    pain: Pain = None,
    urge: Urge = None,
    need: Need = None,
    mood: Mood = None,
    critical_voice: CriticalVoice = None,
    self_kindness: SelfKindness = None,
    painkillers: Painkillers = None,
    more: More = None,
    practised: Practised = None,
    used: Used = None,
    at: At = None,
    as_json: Json = False,
) -> None:
    from cmt_cli.commands.checkin import add, refuse_options

    given = {"pain": pain, "urge": urge, "need": need, "mood": mood, "critical_voice": critical_voice}
    given |= {"self_kindness": self_kindness, "practised": practised}
    every = {**given, "painkillers": painkillers, "more": more, "used_in_life": used}
    if ctx.invoked_subcommand is None:
        add(ctx.obj, every, at, as_json)
    else:
        refuse_options(ctx.obj, {**every, "at": at, "json": as_json or None})


@command(app, "list", says.CHECKIN_LIST)
def checkin_list(
    ctx: typer.Context,
    since: Since = None,
    until: Until = None,
    limit: Limit = 20,
    as_json: Json = False,
) -> None:
    from cmt_cli.commands.checkin import listed

    listed(ctx.obj, since, until, limit, as_json)


@command(app, "edit", says.CHECKIN_EDIT)
def checkin_edit(
    ctx: typer.Context,
    number: Number,
    pain: Pain = None,
    urge: Urge = None,
    need: Need = None,
    mood: Mood = None,
    critical_voice: CriticalVoice = None,
    self_kindness: SelfKindness = None,
    painkillers: Painkillers = None,
    more: More = None,
    practised: Practised = None,
    used: Used = None,
    at: At = None,
    as_json: Json = False,
) -> None:
    from cmt_cli.commands.checkin import edit

    given = {"pain": pain, "urge": urge, "need": need, "mood": mood, "critical_voice": critical_voice}
    given |= {"self_kindness": self_kindness, "practised": practised}
    edit(ctx.obj, number, {**given, "painkillers": painkillers, "more": more, "used_in_life": used}, at, as_json)


@command(app, "delete", says.CHECKIN_DELETE)
def checkin_delete(
    ctx: typer.Context, number: Number, forever: Forever = False, everywhere: Everywhere = False, yes: Yes = False, as_json: Json = False
) -> None:
    from cmt_cli.commands.checkin import delete

    delete(ctx.obj, number, forever or everywhere, everywhere, yes, as_json)
