"""A voice for the machine that has none: a speech command that writes down what it is given."""

from __future__ import annotations

import stat
import time
from pathlib import Path

from journeys.terminal import on_one_line

SCRIPT = """#!/bin/sh
printf '%s\\n' "$*" >> "$HEARD.argv"
printf '%s\\n' $$ >> "$HEARD.pid"
/bin/cat >> "$HEARD.stdin"
THEN
printf 'ended\\n' >> "$HEARD.ended"
"""
PATIENCE = 10.0


class Voice:
    """`env` puts it on a PATH of its own; `then` is what it does once it was given its words."""

    def __init__(self, folder: Path, then: str = ":") -> None:
        folder.mkdir()
        command = folder / "espeak-ng"
        command.write_text(SCRIPT.replace("THEN", then))
        command.chmod(stat.S_IRWXU)
        self.log = folder / "heard"
        self.env = {"PATH": str(folder), "HEARD": str(self.log)}

    def read(self, what: str) -> str:
        path = self.log.with_suffix(f".{what}")
        return path.read_text() if path.exists() else ""

    def wait_for(self, text: str) -> None:
        """Wait until it was given these words."""
        deadline = time.monotonic() + PATIENCE
        while text not in on_one_line(self.read("stdin")):
            assert time.monotonic() < deadline, f"{text!r} was never heard in {self.read('stdin')!r}"
            time.sleep(0.01)
