"""`cmt thought`: add, list, show, edit, retire, delete, practise.

No `from __future__ import annotations` here: typer reads every annotation, and as text each one would be evaluated at every start.
"""

from typing import Annotated

import typer

from cmt_cli.base.words import help as says
from cmt_cli.grammar import Everywhere, Forever, Json, Label, Number, ReplyText, Warmth, Words, Yes, command, group, scale

app = group(says.THOUGHT)


@command(app, "add", says.THOUGHT_ADD)
def add(
    ctx: typer.Context,
    words: Words = None,
    label: Label = None,
    entry: Annotated[int | None, typer.Option("--from", metavar="ENTRY", min=1, help=says.THOUGHT_FROM)] = None,
    reply: ReplyText = None,
    warmth: Warmth = None,
    before: Annotated[int | None, scale("--belief-before", says.BELIEF_BEFORE)] = None,
    after: Annotated[int | None, scale("--belief-after", says.BELIEF_AFTER)] = None,
    leave_be: Annotated[bool, typer.Option("--leave-be", help=says.LEAVE_BE)] = False,
    as_json: Json = False,
) -> None:
    from cmt_cli.commands.catching import Caught, add

    add(ctx.obj, Caught(words, label, entry, reply, warmth, before, after, leave_be), as_json)


@command(app, "list", says.THOUGHT_LIST)
def listed(
    ctx: typer.Context,
    full: Annotated[bool, typer.Option("--full", help=says.FULL)] = False,
    best: Annotated[bool, typer.Option("--best", help=says.BEST)] = False,
    as_json: Json = False,
) -> None:
    from cmt_cli.commands.thoughts import best_page, listed

    if best:
        best_page(ctx.obj, as_json)
    else:
        listed(ctx.obj, full, as_json)


@command(app, "show", says.THOUGHT_SHOW)
def show(ctx: typer.Context, number: Number, as_json: Json = False) -> None:
    from cmt_cli.commands.thoughts import show

    show(ctx.obj, number, as_json)


@command(app, "edit", says.THOUGHT_EDIT)
def edit(
    ctx: typer.Context,
    number: Number,
    text: Annotated[str | None, typer.Option("--text", metavar="TEXT", help=says.THOUGHT_TEXT)] = None,
    label: Label = None,
    reply: ReplyText = None,
    warmth: Warmth = None,
    state: Annotated[str | None, typer.Option("--state", metavar="active|resting|retired", help=says.STATE)] = None,
    as_json: Json = False,
) -> None:
    from cmt_cli.commands.thoughts import Changes, edit

    edit(ctx.obj, number, Changes(text, label, reply, warmth, state), as_json)


@command(app, "retire", says.THOUGHT_RETIRE)
def retire(ctx: typer.Context, number: Number, as_json: Json = False) -> None:
    from cmt_cli.commands.thoughts import Changes, edit

    edit(ctx.obj, number, Changes(state="retired"), as_json)


@command(app, "delete", says.THOUGHT_DELETE)
def delete(
    ctx: typer.Context, number: Number, forever: Forever = False, everywhere: Everywhere = False, yes: Yes = False, as_json: Json = False
) -> None:
    from cmt_cli.commands.thoughts import delete

    delete(ctx.obj, number, forever or everywhere, everywhere, yes, as_json)


@command(app, "practise", says.THOUGHT_PRACTISE)
def practise(
    ctx: typer.Context,
    number: Annotated[int | None, typer.Argument(metavar="[N]", min=1)] = None,
    reply: ReplyText = None,
    warmth: Warmth = None,
    readily: Annotated[str | None, typer.Option("--readily", metavar="not_at_all|slowly|fairly|readily", help=says.READILY)] = None,
    as_json: Json = False,
) -> None:
    from cmt_cli.commands.meeting import Met, practise

    practise(ctx.obj, number, Met(reply, warmth, readily), as_json)
