"""The command tree: names, options, help. Each body imports one function and calls it, so that a command pays only for itself.

No `from __future__ import annotations` here: typer reads every annotation, and as text each one would be evaluated at every start.
"""

from copy import copy
from importlib import import_module
from typing import Annotated

import typer

from cmt_cli.base.words import help as says
from cmt_cli.grammar import Cues, Json, Pace, ProgrammePath, Yes, command, group

app = group(says.CMT, invoke_without_command=True)
BRANCHES = ("checkin", "journal", "thought", "med", "pause", "programme", "data")


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
        from cmt_cli.commands.waiting import how_it_went

        how_it_went(ctx.obj)
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
    by: Annotated[str | None, typer.Option("--by", metavar="WHO", help=says.LIMIT_BY)] = None,
    as_json: Json = False,
) -> None:
    from cmt_cli.commands import settings as settings_commands

    if key == "paracetamol-24h":
        from cmt_cli.commands.own_limit import own_limit

        own_limit(ctx.obj, value, by, as_json)
    elif add or name or number:
        settings_commands.add_person(ctx.obj, key, name, number, as_json)
    elif remove:
        settings_commands.remove_person(ctx.obj, key, remove, as_json)
    else:
        settings_commands.settings(ctx.obj, key, value, as_json)


@command(app, "undo", says.UNDO)
def undo(ctx: typer.Context, yes: Yes = False, as_json: Json = False) -> None:
    from cmt_cli.commands.undo import undo as take_back

    take_back(ctx.obj, yes, as_json)


@command(app, "remind", says.REMIND)
def remind(
    ctx: typer.Context,
    at: Annotated[str, typer.Option("--at", metavar="TIME", help=says.REMIND_AT)],
    out: Annotated[str, typer.Option("--out", metavar="FILE", help=says.REMIND_OUT)],
    as_json: Json = False,
) -> None:
    from cmt_cli.commands.remind import remind as write

    write(ctx.obj, at, out, as_json)


def tree(first: str = "") -> typer.Typer:
    """The tree with only the command that a first word asks for, or all of it: what is not called need not be built."""
    commands = [one for one in app.registered_commands if one.name == first]
    branches = [first] if first in BRANCHES else [] if commands else list(BRANCHES)
    asked = copy(app)
    asked.registered_commands = commands or ([] if first in BRANCHES else app.registered_commands)
    asked.registered_groups = []
    for name in branches:
        asked.add_typer(import_module(f"cmt_cli.branches.{name}").app, name=name)
    return asked
