"""The command tree: names, options, help. Each body imports one function and calls it, so that a command pays only for itself.

No `from __future__ import annotations` here: typer reads every annotation, and as text each one would be evaluated at every start.
"""

from typing import Annotated

import typer

from cmt_cli.base.words import help as says
from cmt_cli.grammar import (
    At,
    CriticalVoice,
    Cues,
    Json,
    Mood,
    More,
    Need,
    Number,
    Pace,
    Pain,
    Painkillers,
    Practised,
    ProgrammePath,
    SelfKindness,
    Urge,
    Used,
    Yes,
    command,
    group,
)

app = group(says.CMT, invoke_without_command=True)
checkin_app = group(says.CHECKIN, invoke_without_command=True)
programme_app = group(says.PROGRAMME)
app.add_typer(checkin_app, name="checkin")
app.add_typer(programme_app, name="programme")


@app.callback()
def cmt(
    ctx: typer.Context,
    version: Annotated[bool, typer.Option("--version", help=says.VERSION)] = False,
    accessible: Annotated[bool, typer.Option("--accessible", help=says.ACCESSIBLE)] = False,
) -> None:
    if version:
        from cmt_cli.commands.version import version as show

        show(ctx.obj)
    elif ctx.invoked_subcommand is None:
        from cmt_cli.commands.status import status as show_status

        show_status(ctx.obj, as_json=False)


@command(app, "status", says.STATUS)
def status(ctx: typer.Context, as_json: Json = False) -> None:
    from cmt_cli.commands.status import status as show

    show(ctx.obj, as_json)


@command(app, "today", says.TODAY)
def today(
    ctx: typer.Context,
    short: Annotated[bool, typer.Option("--short", help=says.SHORT)] = False,
    whole: Annotated[bool, typer.Option("--whole", help=says.WHOLE)] = False,
    rest: Annotated[bool, typer.Option("--rest", help=says.REST)] = False,
    done: Annotated[bool, typer.Option("--done", help=says.DONE)] = False,
    on_paper: Annotated[bool, typer.Option("--print", help=says.PRINT)] = False,
    day: Annotated[int | None, typer.Option("--day", metavar="N", help=says.DAY)] = None,
    pace: Pace = None,
    cues: Cues = False,
    programme: ProgrammePath = "",
    as_json: Json = False,
) -> None:
    from cmt_cli.commands.placing import Asked
    from cmt_cli.commands.today import today as lead

    lead(ctx.obj, Asked(short, whole, rest, done, on_paper, cues, day, pace, programme, as_json))


@command(app, "start", says.START)
def start(
    ctx: typer.Context,
    programme: Annotated[str, typer.Option("--programme", metavar="NAME", help=says.START_PROGRAMME)] = "compassion",
    country: Annotated[str | None, typer.Option("--country", metavar="CODE", help=says.COUNTRY)] = None,
    yes: Annotated[bool, typer.Option("--yes", help=says.START_YES)] = False,
    as_json: Json = False,
) -> None:
    from cmt_cli.commands.start import Asked
    from cmt_cli.commands.start import start as set_up

    set_up(ctx.obj, Asked(programme, country, yes, as_json))


@command(app, "ground", says.GROUND)
def ground(
    ctx: typer.Context,
    way: Annotated[str | None, typer.Option("--with", metavar="feet|around|breath", help=says.GROUND_WITH)] = None,
    pace: Pace = None,
    cues: Cues = False,
) -> None:
    from cmt_cli.commands.ground import ground as steady

    steady(ctx.obj, way, pace, cues)


@command(app, "support", says.SUPPORT)
def support(ctx: typer.Context, as_json: Json = False) -> None:
    from cmt_cli.commands.support import support as show

    show(ctx.obj, as_json)


for _hidden in ("crisis", "sos", "help-now"):
    command(app, _hidden, says.SUPPORT, hidden=True)(support)


@command(app, "settings", says.SETTINGS)
def settings(
    ctx: typer.Context,
    key: Annotated[str | None, typer.Argument(metavar="[KEY]")] = None,
    value: Annotated[str | None, typer.Argument(metavar="[VALUE]")] = None,
    add: Annotated[bool, typer.Option("--add", help=says.PEOPLE_ADD)] = False,
    remove: Annotated[str | None, typer.Option("--remove", metavar="NAME", help=says.PEOPLE_REMOVE)] = None,
    name: Annotated[str | None, typer.Option("--name", metavar="NAME", help=says.PERSON_NAME)] = None,
    number: Annotated[str | None, typer.Option("--number", metavar="NUMBER", help=says.PERSON_NUMBER)] = None,
    as_json: Json = False,
) -> None:
    from cmt_cli.commands import settings as settings_commands

    if add or name or number:
        settings_commands.add_person(ctx.obj, key, name, number, as_json)
    elif remove:
        settings_commands.remove_person(ctx.obj, key, remove, as_json)
    else:
        settings_commands.settings(ctx.obj, key, value, as_json)


@command(app, "remind", says.REMIND)
def remind(
    ctx: typer.Context,
    at: Annotated[str, typer.Option("--at", metavar="TIME", help=says.REMIND_AT)],
    out: Annotated[str, typer.Option("--out", metavar="FILE", help=says.REMIND_OUT)],
    as_json: Json = False,
) -> None:
    from cmt_cli.commands.remind import remind as write

    write(ctx.obj, at, out, as_json)


@checkin_app.callback()
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


@command(checkin_app, "list", says.CHECKIN_LIST)
def checkin_list(
    ctx: typer.Context,
    since: Annotated[str | None, typer.Option(metavar="WHEN", help=says.SINCE)] = None,
    until: Annotated[str | None, typer.Option(metavar="WHEN", help=says.UNTIL)] = None,
    limit: Annotated[int, typer.Option(min=1, max=100_000, metavar="COUNT", help=says.LIMIT)] = 20,
    as_json: Json = False,
) -> None:
    from cmt_cli.commands.checkin import listed

    listed(ctx.obj, since, until, limit, as_json)


@command(checkin_app, "edit", says.CHECKIN_EDIT)
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


@command(checkin_app, "delete", says.CHECKIN_DELETE)
def checkin_delete(ctx: typer.Context, number: Number, yes: Yes = False, as_json: Json = False) -> None:
    from cmt_cli.commands.checkin import delete

    delete(ctx.obj, number, yes, as_json)


@command(programme_app, "list", says.PROGRAMME_LIST)
def programme_list(ctx: typer.Context, as_json: Json = False) -> None:
    from cmt_cli.commands.programme import listed

    listed(ctx.obj, as_json)


@command(programme_app, "show", says.PROGRAMME_SHOW)
def programme_show(
    ctx: typer.Context,
    day: Annotated[int, typer.Argument(metavar="DAY", min=1)],
    short: Annotated[bool, typer.Option("--short", help=says.SHORT)] = False,
    programme: ProgrammePath = "",
    as_json: Json = False,
) -> None:
    from cmt_cli.commands.paper import show_day
    from cmt_cli.commands.placing import library_of

    show_day(ctx.obj, library_of(ctx.obj, programme), day, short, as_json)


@command(programme_app, "check", says.PROGRAMME_CHECK)
def programme_check(ctx: typer.Context, path: Annotated[str, typer.Argument(metavar="[PATH]")] = "", as_json: Json = False) -> int:
    from cmt_cli.commands.programme import check

    return check(ctx.obj, path, as_json)


@command(programme_app, "new", says.PROGRAMME_NEW)
def programme_new(ctx: typer.Context, path: Annotated[str, typer.Argument(metavar="PATH")]) -> None:
    from cmt_cli.commands.programme import new

    new(ctx.obj, path)
