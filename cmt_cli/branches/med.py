"""`cmt med`: add, none, list, edit, delete, usual, names, directions, notices.

No `from __future__ import annotations` here: typer reads every annotation, and as text each one would be evaluated at every start.
"""

from typing import Annotated

import typer

from cmt_cli.base.words import help as says
from cmt_cli.grammar import At, Everywhere, Forever, Json, Limit, Number, On, Since, Until, Yes, command, group, scale

app = group(says.MED)

Names = Annotated[list[str], typer.Argument(metavar="NAME...")]
AnyNames = Annotated[list[str] | None, typer.Argument(metavar="[NAME...]")]
Units = Annotated[str | None, typer.Option("--units", metavar="COUNT", help=says.UNITS)]
Reason = Annotated[str | None, typer.Option("--reason", metavar="REASON", help=says.REASON)]
ReasonWords = Annotated[str | None, typer.Option("--reason-words", metavar="TEXT", help=says.REASON_WORDS)]
Pain = Annotated[int | None, scale("--pain", says.MED_PAIN)]
Urge = Annotated[int | None, scale("--urge", says.MED_URGE)]
Source = Annotated[str | None, typer.Option("--source", metavar="SOURCE", help=says.SOURCE)]
Kind = Annotated[str | None, typer.Option("--kind", metavar="clock|needed", help=says.MED_KIND)]


@command(app, "add", says.MED_ADD)
def add(
    ctx: typer.Context,
    names: Names,
    units: Units = None,
    at: At = None,
    reason: Reason = None,
    reason_words: ReasonWords = None,
    pain: Pain = None,
    urge: Urge = None,
    source: Source = None,
    as_json: Json = False,
) -> None:
    from cmt_cli.commands.med import Given, add

    add(ctx.obj, names, Given(units, at, reason, reason_words, pain, urge, source), as_json)


@command(app, "none", says.MED_NONE)
def none(ctx: typer.Context, on: On = None, as_json: Json = False) -> None:
    from cmt_cli.commands.med import none

    none(ctx.obj, on, as_json)


@command(app, "list", says.MED_LIST)
def listed(ctx: typer.Context, since: Since = None, until: Until = None, limit: Limit = 20, as_json: Json = False) -> None:
    from cmt_cli.commands.med import listed

    listed(ctx.obj, since, until, limit, as_json)


@command(app, "edit", says.MED_EDIT)
def edit(
    ctx: typer.Context,
    number: Number,
    units: Units = None,
    at: At = None,
    reason: Reason = None,
    reason_words: ReasonWords = None,
    pain: Pain = None,
    urge: Urge = None,
    source: Source = None,
    as_json: Json = False,
) -> None:
    from cmt_cli.commands.med import Given, edit

    edit(ctx.obj, number, Given(units, at, reason, reason_words, pain, urge, source), as_json)


@command(app, "delete", says.MED_DELETE)
def delete(
    ctx: typer.Context, number: Number, forever: Forever = False, everywhere: Everywhere = False, yes: Yes = False, as_json: Json = False
) -> None:
    from cmt_cli.commands.med import delete

    delete(ctx.obj, number, forever or everywhere, everywhere, yes, as_json)


@command(app, "usual", says.MED_USUAL)
def usual(
    ctx: typer.Context,
    names: AnyNames = None,
    set_to: Annotated[str | None, typer.Option("--set", metavar="COUNT", help=says.SET_USUAL)] = None,
    as_json: Json = False,
) -> None:
    from cmt_cli.commands.med import usual

    usual(ctx.obj, names or (), set_to, as_json)


@command(app, "names", says.MED_NAMES)
def names(
    ctx: typer.Context,
    add: Annotated[str | None, typer.Option("--add", metavar="NAME", help=says.ADD_NAME)] = None,
    contains: Annotated[str | None, typer.Option("--contains", metavar="CONTENTS", help=says.CONTAINS_MG)] = None,
    unit: Annotated[str | None, typer.Option("--unit", metavar="UNIT", help=says.UNIT)] = None,
    kind: Kind = None,
    as_json: Json = False,
) -> None:
    from cmt_cli.commands.naming import Naming, names

    names(ctx.obj, Naming(add, contains, unit, kind), as_json)


@command(app, "directions", says.MED_DIRECTIONS)
def directions(
    ctx: typer.Context,
    names: AnyNames = None,
    text: Annotated[str | None, typer.Option("--text", metavar="TEXT", help=says.DIRECTION_TEXT)] = None,
    units: Annotated[str | None, typer.Option("--units", metavar="COUNT", help=says.DIRECTION_UNITS)] = None,
    times: Annotated[str | None, typer.Option("--times", metavar="COUNT", help=says.DIRECTION_TIMES)] = None,
    days: Annotated[int | None, typer.Option("--days", metavar="COUNT", help=says.DIRECTION_DAYS)] = None,
    kind: Kind = None,
    as_json: Json = False,
) -> None:
    from cmt_cli.commands.directing import Directing, directions

    directions(ctx.obj, names or (), Directing(text, units, times, days, kind), as_json)


@command(app, "notices", says.MED_NOTICES)
def notices(
    ctx: typer.Context,
    names: AnyNames = None,
    rule: Annotated[str | None, typer.Option("--set-aside", metavar="RULE", help=says.SET_ASIDE)] = None,
    as_json: Json = False,
) -> None:
    from cmt_cli.commands.naming import notices

    notices(ctx.obj, rule, names or (), as_json)
