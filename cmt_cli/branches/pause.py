"""`cmt pause [MEDICINE]`, with list and delete.

No `from __future__ import annotations` here: typer reads every annotation, and as text each one would be evaluated at every start.
"""

from typing import Annotated, Any

import typer

from cmt_cli.base.words import help as says
from cmt_cli.grammar import SETTINGS, Command, Everywhere, Forever, Group, Json, Limit, Need, Number, Yes, command, group, scale

NOW = "now"
PainNow = Annotated[int | None, scale("--pain", says.MED_PAIN)]
UrgeNow = Annotated[int | None, scale("--urge", says.MED_URGE)]


class PauseGroup(Group):
    """`cmt pause codeine` is a pause about codeine: whatever is no command of the group belongs to the pause itself, its help too."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        if not args or args[0] not in self.commands:
            args = [NOW, *args]
        return super().parse_args(ctx, args)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        name, found, rest = super().resolve_command(ctx, args)
        return "" if name == NOW else name, found, rest


class PauseContext(typer.Context):
    """The pause itself goes by the name of the group alone."""

    @property
    def command_path(self) -> str:
        return super().command_path.rstrip()


class PauseItself(Command):
    """A pause, by questions or by what is given. Its help names the commands of the group too."""

    context_class = PauseContext

    def list_commands(self, ctx: Any) -> Any:
        return ctx.parent.command.list_commands(ctx.parent)

    def get_command(self, ctx: Any, name: str) -> Any:
        return ctx.parent.command.get_command(ctx.parent, name)

    def format_options(self, ctx: Any, formatter: Any) -> None:
        super().format_options(ctx, formatter)
        ctx.parent.command.format_commands(ctx.parent, formatter)


app = group(says.PAUSE)
app.info.cls = PauseGroup


@app.command(NOW, cls=PauseItself, help=says.PAUSE, context_settings=SETTINGS, hidden=True)
def now(
    ctx: typer.Context,
    names: Annotated[list[str] | None, typer.Argument(metavar="[MEDICINE...]")] = None,
    pain: PainNow = None,
    urge: UrgeNow = None,
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
