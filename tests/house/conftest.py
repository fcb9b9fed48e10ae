"""Two more ways to run a command: with something kept before, and as the whole program with arguments, environment and exit code."""

from __future__ import annotations

import io
import os
import signal
import sys
from typing import NamedTuple

import pytest

from cmt_cli import cli


class Said(NamedTuple):
    code: int
    out: str
    err: str


@pytest.fixture
def lived_in(cmt):
    """A world where a check-in with words, a day done and somebody to ring were kept."""
    cmt("start", "--yes", "--country", "GB")
    cmt("checkin", "--pain", "4", "--more", "two of the old ones, late in the evening, after the stairs", "--used", "at the sink")
    cmt("today", "--done")
    cmt("settings", "people", "--add", "--name", "Sam", "--number", "07700 900123")
    return cmt


@pytest.fixture
def whole(monkeypatch, tmp_path):
    """Run `main` in this process as the installed program would be run: arguments, environment, both streams and the exit code."""
    monkeypatch.setenv("CMT_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("TERM", "xterm")
    mask, listeners = os.umask(0o077), [(number, signal.getsignal(number)) for number in (signal.SIGTERM, signal.SIGHUP)]

    def run(*args, encoding="utf-8", **environ):
        for name, value in environ.items():
            monkeypatch.setenv(name, value)
        out, err = (io.TextIOWrapper(io.BytesIO(), encoding=encoding, write_through=True) for _ in range(2))
        with monkeypatch.context() as streams:
            for name, stream in (("stdin", io.StringIO()), ("stdout", out), ("stderr", err)):
                streams.setattr(sys, name, stream)
            try:
                code = cli.main(list(args))
            except SystemExit as end:
                code = int(end.code or 0)
        return Said(code, *(stream.buffer.getvalue().decode(encoding) for stream in (out, err)))

    yield run
    os.umask(mask)
    for number, listener in listeners:
        signal.signal(number, listener)
