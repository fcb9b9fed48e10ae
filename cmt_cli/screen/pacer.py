"""The breath pacer: one line whose bar grows with the breath in and shrinks with the breath out.

Only the one line is rewritten, and only when the bar changes, so nothing flickers and nothing else moves.
"""

from __future__ import annotations

from collections.abc import Callable

from cmt_cli.base.words import screen as words
from cmt_cli.programme.model import Rhythm
from cmt_cli.programme.ports import Command

BAR = 20


def pace_breath(rhythm: Rhythm, write: Callable[[str], None], wait: Callable[[float], Command | bool | None], full: str) -> Command | None:
    """Lead as many whole breaths as its seconds hold, which no pace changes; held time is not taken from them.

    `wait` waits that many seconds and returns None, or True to go on early, or a Command. `full` is the character of the bar.
    """
    breaths = max(1, round(rhythm.seconds / (rhythm.breath_in + rhythm.breath_out)))
    try:
        for _ in range(breaths):
            for label, seconds, growing in (
                (words.PACER_IN, rhythm.breath_in, True),
                (words.PACER_OUT, rhythm.breath_out, False),
            ):
                stopped = _phase(label, seconds, growing, write, wait, full)
                if stopped is not None:
                    return stopped if isinstance(stopped, Command) else None
        return None
    finally:
        write("\r" + " " * (BAR + 8) + "\r")


def _phase(
    label: str, seconds: int, growing: bool, write: Callable[[str], None], wait: Callable[[float], Command | bool | None], full: str
) -> Command | bool | None:
    for step in range(BAR):
        filled = step + 1 if growing else BAR - step - 1
        write(f"\r  {label:<4}{full * filled}{' ' * (BAR - filled)}")
        stopped = wait(seconds / BAR)
        if stopped is not None:
            return stopped
    return None
