"""Keys one at a time and lines with a time limit, straight from the terminal, which is always left as it was found.

While keys are read the terminal neither echoes nor waits for Enter. Ctrl-C and Ctrl-Z keep working; after `fg` keys are read again.
"""

from __future__ import annotations

import codecs
import os
import select
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any, TextIO

from cmt_cli.base.faults import Exit, Signalled

try:
    import termios
    import tty
except ImportError:  # Windows, where only the plain screen is used
    termios = None  # type: ignore[assignment]

ENTER = "enter"
SPACE = "space"
ERASE = "erase"
END = "end"
NONE = ""
AFTER_ESCAPE = 0.03
LONGEST_LINE = 4095
TURN = 0.5

_NAMED = {"\r": ENTER, "\n": ENTER, " ": SPACE, "\x7f": ERASE, "\b": ERASE, "\x04": END}


def can_read_keys() -> bool:
    """False where the system has no such terminals."""
    return termios is not None


class Keyboard:
    """The keyboard behind a terminal."""

    def __init__(self, stream: TextIO) -> None:
        self.fd = stream.fileno()
        self.stream = stream
        self._usual: list[Any] = []
        self._waiting = b""
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")

    @contextmanager
    def one_at_a_time(self) -> Iterator[None]:
        """Inside, keys arrive one at a time."""
        self._usual = termios.tcgetattr(self.fd)
        old = signal.signal(signal.SIGTSTP, self._stop), signal.signal(signal.SIGCONT, self._single)
        self._single()
        try:
            yield
        finally:
            signal.signal(signal.SIGTSTP, old[0])
            signal.signal(signal.SIGCONT, old[1])
            self._whole_lines()

    @contextmanager
    def as_usual(self) -> Iterator[None]:
        """Inside `one_at_a_time`, a stretch in which the terminal works as it did before."""
        self._whole_lines()
        try:
            yield
        finally:
            self._single()

    def _single(self, *_: Any) -> None:
        with suppress(termios.error):  # the terminal may be gone, and its signal on the way
            tty.setcbreak(self.fd, termios.TCSADRAIN)

    def _whole_lines(self) -> None:
        with suppress(termios.error):
            termios.tcsetattr(self.fd, termios.TCSADRAIN, self._usual)

    def _stop(self, *_: Any) -> None:
        self._whole_lines()
        os.kill(os.getpid(), signal.SIGSTOP)

    def key(self, seconds: float | None) -> str | None:
        """The next key's name or character; None when `seconds` pass without one. A key that means nothing is NONE."""
        char = self._char(seconds)
        if char is None:
            return None
        if char == "\x1b":
            while self._char(AFTER_ESCAPE):
                pass
            return NONE
        return _NAMED.get(char, char if char.isprintable() else NONE)

    def line(self, seconds: float | None) -> str | None:
        """A line typed with Enter; None when `seconds` pass without one, END at the end of input."""
        if termios is None:
            return self._line_without_waiting(seconds)
        deadline = None if seconds is None else time.monotonic() + seconds
        while b"\n" not in self._waiting:
            left = None if deadline is None else max(0.0, deadline - time.monotonic())
            if not self._ready(left):
                return None
            read = self._read(65536)
            if not read:
                return END
            self._waiting += read
        line, _, self._waiting = self._waiting.partition(b"\n")
        return line.decode("utf-8", "replace").rstrip("\r")

    def forget(self) -> None:
        """Drop what was typed before a question stood there."""
        if termios is None:
            return
        self._waiting = b""
        self._decoder.reset()
        with suppress(termios.error):
            termios.tcflush(self.fd, termios.TCIFLUSH)

    def _line_without_waiting(self, seconds: float | None) -> str | None:
        """Where a terminal cannot be waited for: a silence passes in full, and a line is read when one is asked for."""
        if seconds is not None:
            time.sleep(seconds)
            return None
        line = self.stream.readline()
        return line.rstrip("\r\n") if line else END

    def _ready(self, seconds: float | None) -> bool:
        """Wait for something to read, in short turns: a signal that comes just before a wait begins is seen only after it."""
        end = None if seconds is None else time.monotonic() + seconds
        while True:
            turn = TURN if end is None else min(TURN, max(0.0, end - time.monotonic()))
            if select.select([self.fd], [], [], turn)[0]:
                return True
            if end is not None and time.monotonic() >= end:
                return False

    def _read(self, most: int) -> bytes:
        """What is there to read; a terminal that is gone counts as a hang-up, whether or not its signal has come."""
        try:
            return os.read(self.fd, most)
        except OSError:
            raise Signalled(Exit.HANG_UP) from None

    def _char(self, seconds: float | None) -> str | None:
        deadline = None if seconds is None else time.monotonic() + seconds
        while True:
            left = None if deadline is None else max(0.0, deadline - time.monotonic())
            if not self._ready(left):
                return None
            byte = self._read(1)
            if not byte:  # Ctrl-D is a character here, so this is the end of the terminal
                raise Signalled(Exit.HANG_UP)
            if char := self._decoder.decode(byte):
                return char
