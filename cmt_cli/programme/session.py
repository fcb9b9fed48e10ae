"""One sitting: its steps, where it stands, and what a key means for the step it was pressed in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from cmt_cli.base.text import duration
from cmt_cli.base.words import session as words
from cmt_cli.programme import minutes
from cmt_cli.programme.ports import Command, Keeper, Move, Screen
from cmt_cli.programme.speaking import Beat, Plan, Speaker

Given = TypeVar("Given")


class Away(Exception):
    """A key left the step."""

    def __init__(self, command: Command) -> None:
        super().__init__()
        self.command = command


class Session:
    """`speaker` says and asks, `keeper` keeps, `at` is the step being taken."""

    def __init__(self, plan: Plan, screen: Screen, keeper: Keeper, counted: bool) -> None:
        self.day = plan.day
        self.short = plan.short
        self.steps = list(plan.day.in_form(plan.short))
        self.at = next((i for i, step in enumerate(self.steps) if step.id == plan.start), 0)
        self.screen = screen
        self.keeper = keeper
        self.counted = counted
        self.speaker = Speaker(plan, screen, self.where)
        self.earlier = None if plan.short else plan.earlier

    def say(self, beats: Sequence[Beat]) -> None:
        """Say something inside a step; s skips what is left of it. Raises Away for any other key that leaves."""
        command = self.speaker.present(beats)
        if command and command is not Command.SKIP:
            raise Away(command)

    def ask(self, text: str, note: str) -> str:
        """Words typed inside a step, empty for none. Raises Away."""
        return _given(self.speaker.put(lambda: self.screen.ask(text, note))) or ""

    def choose(self, text: str, answers: tuple[str, ...], note: str = "") -> int | None:
        """The index of an answer picked inside a step; None is a pass. Raises Away."""
        return _given(self.speaker.put(lambda: self.screen.choose(text, answers, note)))

    def scale(self, text: str, low: str, high: str) -> int | None:
        """A number from 0 to 10 given inside a step; None is a pass. Raises Away."""
        return _given(self.speaker.put(lambda: self.screen.scale(text, low, high)))

    def answer(self, step: str, value: str | int | None) -> None:
        """Keep an answer, for later days and for the rest of this one."""
        self.keeper.answer(step, value)
        self.speaker.answers[None, step] = "" if value is None else str(value)

    def move_for(self, command: Command | None) -> Move:
        """What a key means for the step it was pressed in."""
        if command is Command.EASE:
            self.ease_the_day()
        moves = {Command.BACK: Move.BACK, Command.LEAVE: Move.LEAVE, Command.GROUND: Move.LEAVE}
        return moves.get(command, Move.ON) if command else Move.ON

    def ease_the_day(self) -> None:
        """From here on, only the steps of the short form."""
        if not self.short:
            self.short = True
            self.keeper.shortened()
            done, rest = self.steps[: self.at + 1], self.steps[self.at + 1 :]
            self.steps = done + [step for step in rest if step.short]
            self.screen.tell([words.SHORT_FROM_HERE])

    def count(self) -> None:
        """The day is done, whatever follows."""
        if not self.counted:
            self.counted = True
            self.keeper.counted()

    def where(self) -> str:
        left = minutes.steps_seconds(self.steps[self.at :], self.speaker.plan.practices, self.short)
        return words.WHERE.format(step=self.at + 1, steps=len(self.steps), left=duration(max(60, round(left / 60) * 60)))


def _given(given: Given | Command) -> Given:
    if isinstance(given, Command):
        raise Away(given)
    return given
