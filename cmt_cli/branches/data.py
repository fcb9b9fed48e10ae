"""`cmt data`: path, check, import.

No `from __future__ import annotations` here: typer reads every annotation, and as text each one would be evaluated at every start.
"""

from typing import Annotated

import typer

from cmt_cli.base.words import help as says
from cmt_cli.grammar import Json, Yes, command, group

app = group(says.DATA)


@command(app, "path", says.DATA_PATH)
def path(ctx: typer.Context, as_json: Json = False) -> None:
    from cmt_cli.commands.data import path

    path(ctx.obj, as_json)


@command(app, "check", says.DATA_CHECK)
def check(ctx: typer.Context, as_json: Json = False) -> int:
    from cmt_cli.commands.data import check

    return check(ctx.obj, as_json)


@command(app, "import", says.DATA_IMPORT)
def import_file(
    ctx: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE")],
    maps: Annotated[list[str] | None, typer.Option("--map", metavar="FIELD=COLUMN", help=says.MAP)] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help=says.DRY_RUN)] = False,
    yes: Yes = False,
    as_json: Json = False,
) -> int:
    from cmt_cli.commands.importing import import_file

    return import_file(ctx.obj, file, maps or (), dry_run, yes, as_json)
