"""`cmt journal`: add, list, show, edit, delete, search.

No `from __future__ import annotations` here: typer reads every annotation, and as text each one would be evaluated at every start.
"""

from typing import Annotated

import typer

from cmt_cli.base.words import help as says
from cmt_cli.grammar import (
    At,
    Contains,
    Everywhere,
    Forever,
    Json,
    Limit,
    Mood,
    Number,
    On,
    Pain,
    Since,
    Tags,
    Until,
    Words,
    Yes,
    command,
    group,
)

app = group(says.JOURNAL)


@command(app, "add", says.JOURNAL_ADD)
def add(
    ctx: typer.Context, words: Words = None, pain: Pain = None, mood: Mood = None, tag: Tags = None, at: At = None, as_json: Json = False
) -> None:
    from cmt_cli.commands.journal import Given, add

    add(ctx.obj, Given(words, pain, mood, tag, at), as_json)


@command(app, "list", says.JOURNAL_LIST)
def listed(
    ctx: typer.Context,
    since: Since = None,
    until: Until = None,
    on: On = None,
    tag: Tags = None,
    contains: Contains = "",
    limit: Limit = 20,
    as_json: Json = False,
) -> None:
    from cmt_cli.commands.journal import Filters, listed

    listed(ctx.obj, Filters(since, until, on, tag, contains, limit), as_json)


@command(app, "search", says.JOURNAL_SEARCH)
def search(
    ctx: typer.Context,
    words: Annotated[list[str], typer.Argument(metavar="WORDS...")],
    since: Since = None,
    until: Until = None,
    on: On = None,
    tag: Tags = None,
    limit: Limit = 20,
    as_json: Json = False,
) -> None:
    from cmt_cli.commands.journal import Filters, search

    search(ctx.obj, " ".join(words), Filters(since, until, on, tag, "", limit), as_json)


@command(app, "show", says.JOURNAL_SHOW)
def show(ctx: typer.Context, number: Number, as_json: Json = False) -> None:
    from cmt_cli.commands.journal import show

    show(ctx.obj, number, as_json)


@command(app, "edit", says.JOURNAL_EDIT)
def edit(
    ctx: typer.Context,
    number: Number,
    words: Words = None,
    pain: Pain = None,
    mood: Mood = None,
    tag: Tags = None,
    at: At = None,
    as_json: Json = False,
) -> None:
    from cmt_cli.commands.journal import Given, edit

    edit(ctx.obj, number, Given(words, pain, mood, tag, at), as_json)


@command(app, "delete", says.JOURNAL_DELETE)
def delete(
    ctx: typer.Context, number: Number, forever: Forever = False, everywhere: Everywhere = False, yes: Yes = False, as_json: Json = False
) -> None:
    from cmt_cli.commands.journal import delete

    delete(ctx.obj, number, forever or everywhere, everywhere, yes, as_json)
