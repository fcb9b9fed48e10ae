"""Three more ways to run a command: with something kept before, as the whole program with arguments and environment, and in a terminal."""

from __future__ import annotations

import io
import os
import shutil
import signal
import sys
from pathlib import Path
from typing import NamedTuple

import pexpect
import pytest

from cmt_cli import main

ROOT = Path(__file__).resolve().parents[2]


class Said(NamedTuple):
    code: int
    out: str
    err: str


@pytest.fixture(scope="session")
def life(tmp_path_factory):
    """A folder to copy from, made by the first test that needs it."""
    return tmp_path_factory.mktemp("life") / "home"


@pytest.fixture
def lived_in(cmt, life):
    """A world where something of every kind was kept, and where a diary lies to be imported."""
    Path("diary.csv").write_text("at,text,pain\n2025-06-01 10:00,the garden,3\n2025-06-02,rain all day,\n", encoding="utf-8")
    if not life.exists():
        cmt("start", "--yes", "--country", "GB")
        cmt.later(days=-3)
        cmt("journal", "add", "I can't manage the stairs. It rained.", "--pain", "6", "--mood", "4", "--tag", "stairs", "--tag", "work")
        cmt("thought", "add", "I should be able to cope", "--label", "coping", "--reply", "You are doing what you can", "--from", "1")
        cmt.later(days=3)
        cmt("med", "add", "cocodamol 30", "--units", "2", "--reason-words", "a long day, and the stairs after it", "--at", "yesterday")
        cmt("med", "directions", "cocodamol 30", "--text", "two, four times a day", "--units", "2", "--times", "4", "--days", "7")
        cmt("pause", "cocodamol 30", "--pain", "6", "--about", "other", "--about-words", "the stairs again", "--choice", "open")
        cmt("checkin", "--pain", "4", "--more", "two of the old ones, late in the evening, after the stairs", "--used", "at the sink")
        cmt("today", "--done")
        cmt("settings", "people", "--add", "--name", "Sam", "--number", "07700 900123")
        shutil.copytree(cmt.home, life)
    shutil.copytree(life, cmt.home, dirs_exist_ok=True)
    return cmt


@pytest.fixture(autouse=True)
def _elsewhere(monkeypatch, tmp_path):
    """What a command makes where it is run, it makes in a folder of the test's own."""
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")


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
                code = main.main(list(args))
            except SystemExit as end:
                code = int(end.code or 0)
        return Said(code, *(stream.buffer.getvalue().decode(encoding) for stream in (out, err)))

    yield run
    os.umask(mask)
    for number, listener in listeners:
        signal.signal(number, listener)


@pytest.fixture
def world(tmp_path):
    """The environment of a process of its own."""
    return {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "CMT_HOME": str(tmp_path / "home"), "TZ": "UTC", "TERM": "xterm"}


@pytest.fixture
def terminal(world):
    """Run the program in a pseudo-terminal."""
    children = []

    def run(*args, **environ):
        child = pexpect.spawn(
            sys.executable, ["-m", "cmt_cli", *args], cwd=str(ROOT), env={**world, **environ}, timeout=20, encoding="utf-8"
        )
        child.delaybeforesend = None
        children.append(child)
        return child

    yield run
    for child in children:
        child.close(force=True)
