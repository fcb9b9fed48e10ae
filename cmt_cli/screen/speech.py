"""Guidance read aloud by a speech command of the person's own machine. Words arrive on its stdin, never in its arguments."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence

# In this order: the voice of macOS, then the two of Linux. Each reads stdin and ends when it has spoken.
COMMANDS: tuple[tuple[str, ...], ...] = (("say", "-f", "-"), ("espeak-ng", "--stdin"), ("spd-say", "--wait", "--pipe-mode"))


class Speech:
    """Speaks one line at a time; `command` is empty where nothing can speak, and then nothing is said."""

    def __init__(self, command: Sequence[str]) -> None:
        self.command = command
        self._speaking: subprocess.Popen[bytes] | None = None

    def say(self, text: str) -> None:
        """Begin to speak; whatever was being said ends."""
        self.stop()
        if not self.command or not text.strip():
            return
        try:
            self._speaking = subprocess.Popen(
                self.command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
            )
            assert self._speaking.stdin
            self._speaking.stdin.write(text.strip().encode() + b"\n")
            self._speaking.stdin.close()
        except OSError:
            self._speaking = None

    def speaking(self) -> bool:
        return self._speaking is not None and self._speaking.poll() is None

    def stop(self) -> None:
        """Silence at once."""
        if self._speaking and self._speaking.poll() is None:
            self._speaking.terminate()
            self._speaking.wait()
        self._speaking = None
