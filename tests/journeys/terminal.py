"""A person at a terminal: runs the program in a pseudo-terminal, sees what they would see, and presses keys only when it waits for them."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Self, TypeVar

import pexpect
import pyte

ROOT = Path(__file__).resolve().parents[2]
LITTLE = Path(__file__).resolve().parent / "little"
NOW = "2026-01-05T19:00:00+00:00"
PATIENCE = 20.0
GLANCE = 0.001
WORKING = 0.004
IDLE = 60  # glances of a twentieth of a second: whoever waits for a key that long is not about to end
THROWN_AWAY = 0.4
ESCAPE_IS_ALONE = 0.04  # longer than the program waits for the rest of an arrow key
UNSEEN = 0.15  # where the system does not say what a process waits for, silence this long means that it waits

ENTER, SPACE, ESCAPE, TAB = "\r", " ", "\x1b", "\t"
CTRL_C, CTRL_D, CTRL_E, CTRL_U, CTRL_Z = "\x03", "\x04", "\x05", "\x15", "\x1a"
UP, DOWN = "\x1b[A", "\x1b[B"

CURSOR_WHERE = b"\x1b[6n"
CODES = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[@-Z\\-_=>])")


def plain(text: str) -> str:
    """What a text says, without the codes that colour it and move it about; a line that was drawn over counts as a line."""
    return CODES.sub("", text).replace("\r\n", "\n").replace("\r", "\n").replace("\a", "")


def on_one_line(text: str) -> str:
    """The words alone, however they were wrapped."""
    return " ".join(text.split())


class Screen(pyte.Screen):
    """A screen that answers when it is asked where its cursor is, as terminals do."""

    answer: Any = None

    def write_process_input(self, data: str) -> None:
        if self.answer:
            self.answer(data)


class Terminal:
    """One run of the program. `said` is what has appeared since the last key; `raw` is every byte of it."""

    def __init__(
        self,
        home: Path,
        *args: str,
        size: tuple[int, int] = (24, 80),
        now: str = NOW,
        env: Mapping[str, str] | None = None,
        command: Sequence[str] | None = None,
    ) -> None:
        rows, columns = size
        world = {"HOME": str(home.parent), "CMT_HOME": str(home), "TERM": "xterm-256color", "TZ": "UTC", "LANG": "C.UTF-8"}
        if now:
            world["CMT_NOW"] = now
        world |= {"PATH": os.environ["PATH"], **(env or {})}
        self.home = str(home)
        whole = list(command or (sys.executable, "-m", "cmt_cli", *args))
        self.child = pexpect.spawn(whole[0], whole[1:], env=world, cwd=str(ROOT), dimensions=size, timeout=PATIENCE)
        self.child.delaybeforesend = None
        self.child.ptyproc.delayafterclose = self.child.ptyproc.delayafterterminate = 0.001
        self.attributes_before = self.attributes()
        self._screen = Screen(columns, rows)
        self._screen.answer = self.send
        self._stream = pyte.ByteStream(self._screen)
        self._drawn = 0
        self._settled = False
        self._owed = 0
        self._sent = 0.0
        self.gone = False
        self.raw = bytearray()
        self.mark = 0

    # What is seen

    @property
    def said(self) -> str:
        return plain(self.raw[self.mark :].decode("utf-8", "replace"))

    @property
    def transcript(self) -> str:
        return plain(self.raw.decode("utf-8", "replace"))

    @property
    def words(self) -> str:
        """Everything said so far, on one line."""
        return on_one_line(self.transcript)

    @property
    def display(self) -> list[str]:
        self._draw()
        return [line.rstrip() for line in self._screen.display]

    def shows(self, text: str) -> bool:
        """True when all of a text stands on the screen at this moment, however it is wrapped."""
        return text in on_one_line(" ".join(self.display))

    def attributes(self) -> list[Any]:
        return termios.tcgetattr(self.child.child_fd)

    # What is done

    def read(self, seconds: float) -> bool:
        """Take in what arrives within that time; False when nothing does."""
        try:
            data = self.child.read_nonblocking(65536, timeout=seconds)
        except pexpect.TIMEOUT:
            return False
        except pexpect.EOF:
            self.gone = True
            return False
        self.raw += data
        if CURSOR_WHERE in data:
            self._draw()
        return True

    def wait_for(self, *texts: str, seconds: float = PATIENCE) -> str:
        """Wait until one of these texts has appeared since the last key; which one it was."""
        deadline = time.monotonic() + seconds
        while True:
            said = on_one_line(self.said)
            found = next((text for text in texts if text in said), None)
            if found is not None:
                return found
            if self.gone or time.monotonic() > deadline:
                raise AssertionError(f"{texts!r} did not appear. Since the last key:\n{self.said}\nOn the screen:\n{self.picture()}")
            self.read(0.05)

    def settle(self) -> Terminal:
        """Wait until the program has said what it has to say and waits for a key."""
        if self._settled:
            return self
        deadline = time.monotonic() + PATIENCE
        quiet = 0
        while not self.gone:
            assert time.monotonic() < deadline, f"it went on without waiting:\n{self.picture()}"
            waits = self._waits()
            if waits is None:
                if not self.read(UNSEEN) and self.raw:
                    break
                continue
            more = self.read(GLANCE if waits else WORKING)
            quiet = quiet + 1 if waits and not more and self.raw else 0
            if quiet == 2:
                break
        self._settled = True
        return self

    def press(self, *keys: str) -> Terminal:
        """Press keys one after another, each when the program waits for one, and see what comes of the last."""
        for key in keys:
            self.settle()
            self.write(key)
            if ESCAPE in key:
                self.settle()
                time.sleep(ESCAPE_IS_ALONE)
                self._settled = False
        return self.settle()

    def type(self, text: str) -> Terminal:
        """Type words and Enter."""
        return self.press(text + ENTER)

    def send(self, text: str) -> None:
        """Keys at once, whether or not anybody waits for them."""
        self._settled = False
        data = text.encode()
        if text not in (CTRL_C, CTRL_Z):
            self._sent = time.monotonic()
            self._owed = max(self._owed, self._taken()) + len(data)
        try:
            self.child.send(data)
        except OSError:
            self.gone = True

    def write(self, text: str) -> Terminal:
        """Keys at once, as the first of what follows."""
        self.mark = len(self.raw)
        self.send(text)
        return self

    def resize(self, rows: int, columns: int) -> None:
        self.child.setwinsize(rows, columns)
        self._draw()
        self._screen.resize(rows, columns)

    def signal(self, number: signal.Signals) -> None:
        os.kill(self.child.pid, number)

    def ends(self, seconds: float = PATIENCE) -> int:
        """Wait for the end; the exit code, or minus the signal that killed it."""
        deadline = time.monotonic() + seconds
        idle = 0
        while not self.gone and time.monotonic() < deadline and idle < IDLE:
            idle = 0 if self.read(0.05) or not self._waits() else idle + 1
        assert self.gone, f"it did not end:\n{self.picture()}"
        self.child.wait()
        return -self.child.signalstatus if self.child.signalstatus else self.child.exitstatus

    def kill(self) -> None:
        """kill -9, and whatever it had written by then."""
        self.signal(signal.SIGKILL)
        assert self.ends() == -signal.SIGKILL

    def hang_up(self) -> int:
        """The window is closed over the program; its exit code."""
        self.child.ptyproc.fileobj.close()
        deadline = time.monotonic() + PATIENCE
        ended, status = 0, 0
        while not ended:
            assert time.monotonic() < deadline, "it goes on without a window"
            ended, status = os.waitpid(self.child.pid, os.WNOHANG)
            time.sleep(0.005)
        for one in (self.child, self.child.ptyproc):
            one.closed = one.terminated = True
        return os.waitstatus_to_exitcode(status)

    def close(self) -> None:
        """Whatever it does, it ends now."""
        if not self.child.closed:
            if self.child.isalive():
                self.signal(signal.SIGKILL)
                self.child.wait()
            self.child.close()

    def picture(self) -> str:
        return "\n".join(f"|{line}" for line in self.display)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _draw(self) -> None:
        self._stream.feed(bytes(self.raw[self._drawn :]))
        self._drawn = len(self.raw)

    def _waits(self) -> bool | None:
        """True when the process in front has taken every key and sleeps; None where the system does not say.

        A key that is thrown away unread, as those before a question are, is waited for a moment and no longer.
        """
        try:
            state = _state(self.child.pid)
            if self._taken() < self._owed and time.monotonic() - self._sent < THROWN_AWAY:
                return False
            return (state if state[5] == str(self.child.pid) else _state(state[5]))[0] == "S"
        except OSError:
            return None

    def _taken(self) -> int:
        """How many characters the process in front has read, from anywhere; it reads nothing while it waits."""
        try:
            counts = Path(f"/proc/{_state(self.child.pid)[5]}/io").read_text()
            return int(counts.split()[1])
        except OSError:
            return 0


def _state(process: int | str) -> list[str]:
    """What the system says of a process after its name: state, parent, group, session, terminal, the group in front, and more."""
    return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()


Got = TypeVar("Got")


def side_by_side(terminals: Sequence[Terminal], drive: Callable[[Terminal], Got]) -> list[Got]:
    """Drive several terminals at once. All of them are open already, so that no process is made while there are threads."""
    with ThreadPoolExecutor(max(1, len(terminals))) as pool:
        return list(pool.map(drive, terminals))


def cmt(home: Path, *args: str, now: str = NOW, env: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """Run a command without a terminal."""
    world = {"PATH": os.environ["PATH"], "HOME": str(home.parent), "CMT_HOME": str(home), "TZ": "UTC", "CMT_NOW": now, **(env or {})}
    return subprocess.run([sys.executable, "-m", "cmt_cli", *args], cwd=ROOT, env=world, capture_output=True, text=True, check=False)


def status(home: Path, now: str = NOW) -> dict[str, Any]:
    return json.loads(cmt(home, "status", "--json", now=now).stdout)


def day_later(days: int) -> str:
    """Seven in the evening, so many days after the first."""
    return (datetime.fromisoformat(NOW) + timedelta(days=days)).isoformat()


class Homes:
    """Folders of people who have started and are some way on, each made once and then copied."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def on_day(self, day: int, into: Path, **settings: object) -> Path:
        """A copy of the folder of somebody whose next day is this one; `now` for them is `day_later(day - 1)`."""
        return self._copied(self._made(day), into, settings)

    def by_the_sea(self, into: Path, **settings: object) -> Path:
        """A copy of the folder of somebody who begins the little programme of the tests."""
        return self._copied(self._made(1, LITTLE), into, settings)

    def _copied(self, made: Path, into: Path, settings: Mapping[str, object]) -> Path:
        shutil.copytree(made, into)
        kept = into / "settings.json"
        kept.write_text(json.dumps(json.loads(kept.read_text()) | settings))
        return into

    def _made(self, day: int, programme: Path | None = None) -> Path:
        made = self.folder / (f"day-{day}" if programme is None else programme.name)
        if made.exists():
            return made
        if day == 1:
            run = cmt(made, "start", "--country", "GB", "--yes", *(("--programme", str(programme)) if programme else ()))
            kept = made / "settings.json"
            kept.write_text(json.dumps(json.loads(kept.read_text()) | {"accessible": False, "bell": False}))
        else:
            shutil.copytree(self._made(day - 1), made)
            run = cmt(made, "today", "--done", now=day_later(day - 2))
        assert run.returncode == 0, run.stderr
        return made


def rows(home: Path, question: str, *values: object) -> list[tuple[Any, ...]]:
    """What the data file holds, read beside the program."""
    connection = sqlite3.connect(f"file:{home / 'cmt.db'}?mode=ro", uri=True)
    try:
        return connection.execute(question, values).fetchall()
    finally:
        connection.close()


def days_done(home: Path) -> set[int]:
    """The days of the programme that count as practised."""
    return {day for (day,) in rows(home, "SELECT number FROM sessions WHERE counted_at IS NOT NULL AND number IS NOT NULL")}


def setting(home: Path, name: str) -> object:
    return json.loads((home / "settings.json").read_text())[name]


def answers(home: Path) -> dict[str, str | None]:
    """The answers of the session opened last, by step."""
    return dict(rows(home, "SELECT step, value FROM answers WHERE session_id = (SELECT max(id) FROM sessions)"))
