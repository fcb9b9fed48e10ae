"""`cmt programme list`, show, check and new.

No `from __future__ import annotations` here: typer reads every annotation, and as text each one would be evaluated at every start.
"""

from typing import Annotated

import typer

from cmt_cli.base.words import help as says
from cmt_cli.grammar import Json, ProgrammePath, command, group

app = group(says.PROGRAMME)


@command(app, "list", says.PROGRAMME_LIST)
def programme_list(ctx: typer.Context, as_json: Json = False) -> None:
    from cmt_cli.commands.programme import listed

    listed(ctx.obj, as_json)


@command(app, "show", says.PROGRAMME_SHOW)
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


@command(app, "check", says.PROGRAMME_CHECK)
def programme_check(ctx: typer.Context, path: Annotated[str, typer.Argument(metavar="[PATH]")] = "", as_json: Json = False) -> int:
    from cmt_cli.commands.programme import check

    return check(ctx.obj, path, as_json)


@command(app, "new", says.PROGRAMME_NEW)
def programme_new(ctx: typer.Context, path: Annotated[str, typer.Argument(metavar="PATH")]) -> None:
    from cmt_cli.commands.programme import new

    new(ctx.obj, path)
