"""`cmt pause [MEDICINE]`, with list and delete.

No `from __future__ import annotations` here: typer reads every annotation, and as text each one would be evaluated at every start.
"""

from typing import Annotated, Any

import typer

from cmt_cli.base.words import help as says
from cmt_cli.grammar import Everywhere, Forever, Group, Json, Limit, Need, Number, Pain, Urge, Yes, command, group, scale

NOW = "now"


class PauseGroup(Group):
    """`cmt pause codeine` is a pause about codeine: whatever is no command of the group belongs to the pause itself."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        asks_for_help = {"-h", "--help"} & set(args)
        if not args or (args[0] not in self.commands and not asks_for_help):
            args = [NOW, *args]
        return super().parse_args(ctx, args)


app = group(says.PAUSE)
app.info.cls = PauseGroup


@command(app, NOW, says.PAUSE, hidden=True)
def now(
    ctx: typer.Context,
    names: Annotated[list[str] | None, typer.Argument(metavar="[MEDICINE...]")] = None,
    pain: Pain = None,
    urge: Urge = None,
    need: Need = None,
    about: Annotated[str | None, typer.Option("--about", metavar="REASON", help=says.ABOUT)] = None,
    about_words: Annotated[str | None, typer.Option("--about-words", metavar="TEXT", help=says.ABOUT_WORDS)] = None,
    urge_after: Annotated[int | None, scale("--urge-after", says.URGE_AFTER)] = None,
    choice: Annotated[str | None, typer.Option("--choice", metavar="CHOICE", help=says.CHOICE)] = None,
    units: Annotated[str | None, typer.Option("--units", metavar="COUNT", help=says.UNITS)] = None,
    wait: Annotated[str | None, typer.Option("--wait", metavar="MINUTES", help=says.WAIT)] = None,
    as_json: Json = False,
) -> None:
    from cmt_cli.commands.pausing import Paused, pause

    pause(ctx.obj, names or (), Paused(pain, urge, need, about, about_words, urge_after, choice, units, wait), as_json)


@command(app, "list", says.PAUSE_LIST)
def listed(ctx: typer.Context, limit: Limit = 20, as_json: Json = False) -> None:
    from cmt_cli.commands.paused import listed

    listed(ctx.obj, limit, as_json)


@command(app, "delete", says.PAUSE_DELETE)
def delete(
    ctx: typer.Context, number: Number, forever: Forever = False, everywhere: Everywhere = False, yes: Yes = False, as_json: Json = False
) -> None:
    from cmt_cli.commands.paused import delete

    delete(ctx.obj, number, forever or everywhere, everywhere, yes, as_json)
