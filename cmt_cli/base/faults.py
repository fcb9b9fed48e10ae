"""How a command ends when it does not simply end: one calm sentence and an exit code."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """The exit codes people and scripts may depend on."""

    DONE = 0
    COULD_NOT = 1
    USAGE = 2
    LOCKED = 3
    HANG_UP = 129
    INTERRUPTED = 130
    TERMINATED = 143


class Fault(Exception):
    """Something could not be done. `sentence` says what happened, what was kept and what to do, and never quotes what a person wrote."""

    code = Exit.COULD_NOT

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class UsageFault(Fault):
    """The command was asked in a way it cannot follow."""

    code = Exit.USAGE


class Signalled(SystemExit):
    """A hang-up or a request to end, raised where the program stands.

    It is a SystemExit because event loops let only that and KeyboardInterrupt through.
    """

    def __init__(self, code: Exit) -> None:
        super().__init__(int(code))
        self.exit = code


class Stopped(Exception):
    """A person or the system ended the command early; `sentence` says what was kept."""

    def __init__(self, sentence: str, code: Exit) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.code = code


def how_stopped(stop: BaseException) -> Exit:
    """The exit code of an interruption: 130 for Ctrl-C, else the signal's own."""
    return stop.exit if isinstance(stop, Signalled) else Exit.INTERRUPTED
