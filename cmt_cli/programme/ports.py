"""What the runner needs from outside: a screen to speak through and a keeper for what the person gives."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import TYPE_CHECKING, Literal, Protocol

if TYPE_CHECKING:
    from cmt_cli.programme.model import Picture, Rhythm


class Command(Enum):
    """What a key asks for. On and hold are the screen's own affair."""

    BACK = "b"
    SKIP = "s"
    EASE = "e"
    GROUND = "g"
    HELP = "h"
    LEAVE = "q"
    KEYS = "?"


class Move(Enum):
    """Where a session goes after a step. STOP ends the day here; LEAVE can be gone on with later."""

    ON = "on"
    BACK = "back"
    LEAVE = "leave"
    STOP = "stop"


LeftBy = Literal["end", "eased", "ground", "skipped", "left"]


class Screen(Protocol):
    """Where a session is shown. Seconds are as written; the screen applies the person's pace, except to breaths.

    Each method returns a Command when a key asked for one; an answer, or None for "passed", where it asks.
    """

    def heading(self, text: str) -> None: ...

    def line(self, text: str, seconds: float, aloud: str | None = None) -> Command | None:
        """Say a line. `aloud` is what a voice may say of it: never the person's own words. None: all of it."""
        ...

    def picture(self, picture: Picture, seconds: float) -> Command | None: ...

    def quiet(self, seconds: float) -> Command | None: ...

    def breathe(self, rhythm: Rhythm) -> Command | None: ...

    def ask(self, text: str, note: str = "") -> str | Command | None: ...

    def scale(self, text: str, low: str, high: str) -> int | Command | None: ...

    def choose(self, text: str, answers: Sequence[str], note: str = "") -> int | Command | None:
        """The index of the chosen answer, counted from 0."""
        ...

    def compose(self, begin: str) -> str | Command | None:
        """Words written in the person's editor, which opens on `begin`; None when nothing was written or no editor could be used."""
        ...

    def yes_no(self, text: str, default: bool) -> bool | Command: ...

    def tell(self, lines: Sequence[str]) -> None:
        """Show lines at once, outside the pace of the session."""
        ...


class ReplyKeeper(Protocol):
    """Keeps replies to thoughts, and that one was met again. Every method is durable when it returns."""

    def reply(self, thought: int, text: str) -> int: ...

    def about_reply(self, reply: int, warmth: int | None, before: int | None, after: int | None) -> None: ...

    def met(self, thought: int, reply: int | None, readily: int | None) -> None:
        """An earlier thought was met again. `readily` counts from 0, not at all; None is a pass."""
        ...


class Keeper(ReplyKeeper, Protocol):
    """Keeps each thing of a session the moment it is given. Every method is durable when it returns."""

    def reached(self, step: str) -> None:
        """The session goes on from `step`."""
        ...

    def shortened(self) -> None:
        """The day goes on in its short form."""
        ...

    def answer(self, step: str, value: str | int | None) -> None: ...

    def thought(self, step: str, text: str, bring_back: bool) -> int: ...

    def diary(self, step: str, text: str) -> None: ...

    def practised(self, step: str, practice: str, left_by: LeftBy) -> None: ...

    def felt(self, step: str, felt: int) -> None:
        """1 steadier, 2 much the same, 3 more stirred up."""
        ...

    def helped(self, step: str, helped: int) -> None: ...

    def counted(self) -> None:
        """The day is done, whatever follows."""
        ...

    def ended(self) -> None:
        """Nothing is left to come back to."""
        ...
