"""Asking where no session is open: help, keys and grounding work at every question, and q leaves."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from cmt_cli.base.words import today as words
from cmt_cli.commands.library import GROUND, Library
from cmt_cli.env import Env
from cmt_cli.programme.model import Day, Practice
from cmt_cli.programme.ports import Command
from cmt_cli.programme.speaking import Plan, Speaker

if TYPE_CHECKING:
    from cmt_cli.commands.desk import AnyScreen

Given = TypeVar("Given")


class Left(Exception):
    """The person left with q before anything began."""


def asker(env: Env, screen: AnyScreen, library: Library, ground: Practice | None = None) -> Speaker:
    """A speaker without a session. `ground` is the practice that g leads through."""
    from cmt_cli.commands.support import help_lines

    practices = library.practices_for(())
    nothing = Day(number=None, title="", idea="", steps=())
    plan = Plan(nothing, True, practices, ground or practices[GROUND], {}, help_lines(env), library.refrains())
    return Speaker(plan, screen, lambda: words.BEFORE_IT_BEGINS)


def unless_left(given: Given | Command | None) -> Given | None:
    """The answer, or None for one that was passed. Raises Left for somebody who leaves; ground gets here only from them."""
    if given in (Command.LEAVE, Command.GROUND):
        raise Left
    return None if isinstance(given, Command) else given


class Asking:
    """Questions one after another on a screen; q and the end of input raise Left."""

    def __init__(self, env: Env, screen: AnyScreen) -> None:
        self.screen = screen
        self.speaker = asker(env, screen, Library(env.content))

    def words(self, text: str, note: str = "") -> str:
        """Typed words, empty for none."""
        return unless_left(self.speaker.put(lambda: self.screen.ask(text, note))) or ""

    def choose(self, text: str, answers: tuple[str, ...], note: str = "") -> int | None:
        return unless_left(self.speaker.put(lambda: self.screen.choose(text, answers, note)))

    def scale(self, text: str, low: str, high: str) -> int | None:
        return unless_left(self.speaker.put(lambda: self.screen.scale(text, low, high)))

    def yes(self, text: str) -> bool:
        """Yes or no, with no as what Enter means."""
        return unless_left(self.speaker.put(lambda: self.screen.yes_no(text, default=False))) is True


@contextmanager
def asking(env: Env) -> Iterator[Asking]:
    """A screen to ask on, left as it was found."""
    from cmt_cli.commands import desk

    with desk.screen(env) as screen:
        yield Asking(env, screen)
