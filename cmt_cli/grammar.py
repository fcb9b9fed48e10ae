"""How the command tree is written: groups and commands with their help, and the options that several commands share.

No `from __future__ import annotations` here: typer reads every annotation, and as text each one would be evaluated at every start.
"""

from collections.abc import Callable
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from cmt_cli.base.faults import Exit, UsageFault
from cmt_cli.base.text import sentences, wrapped
from cmt_cli.base.words import desk as words
from cmt_cli.base.words import help as says
from cmt_cli.env import Env

NARROWEST_HELP = 52
SETTINGS: dict[str, Any] = {"help_option_names": ["-h", "--help"]}


def _help(command: Any, ctx: Any, usual: Callable[[Any], str]) -> str:
    """Help as it is, or as plain lines, on the plain screen and where its columns would not fit."""
    env = ctx.find_object(Env)
    if env is None or not (env.accessible or env.width < NARROWEST_HELP):
        return usual(ctx)
    from cmt_cli.commands.desk import output
    from cmt_cli.screen.usage import spoken_help

    out = output(env)
    for said in spoken_help(command, ctx):
        for line in sentences(said) if env.accessible else wrapped(said, env.width):
            out.line(line)
    raise typer.Exit(Exit.DONE)


class Command(TyperCommand):
    """A command."""

    def get_help(self, ctx: Any) -> str:
        return _help(self, ctx, super().get_help)


class Group(TyperGroup):
    """A group of commands; a mistyped one gets the nearest name."""

    def get_help(self, ctx: Any) -> str:
        return _help(self, ctx, super().get_help)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        if args and not ctx.resilient_parsing and self.get_command(ctx, args[0]) is None:
            from cmt_cli.base.nearest import nearest
            from cmt_cli.base.words.usage import NEAREST

            shown = [name for name, command in self.commands.items() if not command.hidden]
            near = nearest(args[0], shown)
            said = NEAREST.format(word=f"{ctx.command_path} {near}") if near else "."
            raise UsageFault(words.NO_COMMAND.format(command=ctx.command_path, near=said))
        return super().resolve_command(ctx, args)


def group(help_text: str, **options: Any) -> typer.Typer:
    return typer.Typer(
        cls=Group,
        help=help_text,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings=SETTINGS,
        **options,
    )


def command(tree: typer.Typer, name: str, help_text: str, **options: Any) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    return tree.command(name, cls=Command, help=help_text, context_settings=SETTINGS, **options)


Json = Annotated[bool, typer.Option("--json", help=says.JSON)]
Yes = Annotated[bool, typer.Option("--yes", help=says.YES)]
At = Annotated[str | None, typer.Option("--at", metavar="WHEN", help=says.AT)]
Since = Annotated[str | None, typer.Option(metavar="WHEN", help=says.SINCE)]
Until = Annotated[str | None, typer.Option(metavar="WHEN", help=says.UNTIL)]
Limit = Annotated[int, typer.Option(min=1, max=100_000, metavar="COUNT", help=says.LIMIT)]
On = Annotated[str | None, typer.Option("--on", metavar="DAY", help=says.ON)]
Contains = Annotated[str, typer.Option("--contains", metavar="TEXT", help=says.CONTAINS)]
Tags = Annotated[list[str] | None, typer.Option("--tag", metavar="TAG", help=says.TAG)]
Words = Annotated[list[str] | None, typer.Argument(metavar="[WORDS...]")]
Forever = Annotated[bool, typer.Option("--forever", help=says.FOREVER)]
Everywhere = Annotated[bool, typer.Option("--everywhere", help=says.EVERYWHERE)]
Label = Annotated[str | None, typer.Option("--label", metavar="NAME", help=says.LABEL)]
ReplyText = Annotated[str | None, typer.Option("--reply", metavar="TEXT", help=says.REPLY)]
Warmth = Annotated[int | None, typer.Option("--warmth", min=0, max=10, metavar="0-10", help=says.WARMTH)]
ProgrammePath = Annotated[str, typer.Option("--programme", metavar="PATH", help=says.PROGRAMME_PATH)]
Pace = Annotated[float | None, typer.Option("--pace", metavar="X", help=says.PACE)]
Cues = Annotated[bool, typer.Option("--cues", help=says.CUES)]
Number = Annotated[int, typer.Argument(metavar="N", min=1)]


def scale(flag: str, text: str) -> Any:
    return typer.Option(flag, min=0, max=10, metavar="0-10", help=text)


# What a check-in may hold, for `checkin` and `checkin edit`.
Pain = Annotated[int | None, scale("--pain", says.PAIN)]
Urge = Annotated[int | None, scale("--urge", says.URGE)]
Need = Annotated[int | None, scale("--need", says.NEED)]
Mood = Annotated[int | None, scale("--mood", says.MOOD)]
CriticalVoice = Annotated[int | None, scale("--critical-voice", says.CRITICAL_VOICE)]
SelfKindness = Annotated[int | None, scale("--self-kindness", says.SELF_KINDNESS)]
Painkillers = Annotated[str | None, typer.Option(metavar="none|all_logged|more", help=says.PAINKILLERS)]
More = Annotated[str | None, typer.Option(metavar="TEXT", help=says.MORE)]
Practised = Annotated[bool | None, typer.Option("--practised/--not-practised", help=says.PRACTISED)]
Used = Annotated[str | None, typer.Option(metavar="TEXT", help=says.USED)]
