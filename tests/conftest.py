"""What every test may use: a folder of its own, a world to run commands in, and a clock that stands where it is put."""

from __future__ import annotations

import io
import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from cmt_cli import main
from cmt_cli.commands import catalogue
from cmt_cli.env import Env, content_folder, load_settings
from cmt_cli.store import file

ROOT = Path(__file__).resolve().parent.parent
COMMANDS_ARE_TRIED_IN = ("commands", "house")
READ_FILE = catalogue.read_file
READ_ONCE = cache(lambda path, _: READ_FILE(path))
MONDAY = datetime.fromisoformat("2026-01-05T19:00:00+00:00")


@pytest.fixture(autouse=True)
def _utc(monkeypatch):
    """Local time is UTC unless a test says otherwise, and nothing of this machine's settings is seen."""
    import time

    for name in ("CMT_HOME", "CMT_NOW", "ACCESSIBLE", "NO_COLOR", "CMT_PASSPHRASE_FILE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.fixture(scope="session")
def newest_form(tmp_path_factory):
    """An empty data file of the newest form."""
    home = tmp_path_factory.mktemp("newest") / "home"
    with file.opened(home):
        pass
    with closing(sqlite3.connect(home / file.FILE, check_same_thread=False)) as empty:
        yield empty


@pytest.fixture(autouse=True)
def _new_files_are_copied(request, monkeypatch):
    """Where commands are tried, a new data file is a copy of an empty one and the catalogue is read once: either would take minutes in all."""
    if request.path.parent.name not in COMMANDS_ARE_TRIED_IN:
        return
    newest_form, bring = request.getfixturevalue("newest_form"), file._bring_up_to_date

    def copy(connection, home):
        made = connection.execute("PRAGMA user_version").fetchone()[0] or connection.execute("SELECT 1 FROM sqlite_master").fetchone()
        if not made:
            newest_form.backup(connection)
        bring(connection, home)

    monkeypatch.setattr(file, "_bring_up_to_date", copy)
    monkeypatch.setattr(
        catalogue, "read_file", lambda path: READ_ONCE(path, tuple(catalogue._mark(path))) if path.is_file() else READ_FILE(path)
    )


@dataclass
class Result:
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@dataclass
class World:
    """Runs commands in this process against a folder. No terminal unless a test gives one."""

    home: Path
    now: datetime = MONDAY
    changes: dict[str, Any] = field(default_factory=dict)

    def __call__(self, *args: str, stdin: str = "", **changes: Any) -> Result:
        out, err = io.StringIO(), io.StringIO()
        settings, remarks = load_settings(self.home)
        env = Env(
            home=self.home,
            content=content_folder(),
            now=lambda: self.now,
            stdin=io.StringIO(stdin),
            stdout=out,
            stderr=err,
            settings=settings,
            remarks=remarks,
            accessible=bool(settings.accessible),
        )
        env = replace(env, **self.changes, **changes)
        code = main.run(list(args), env)
        return Result(code, out.getvalue(), err.getvalue())

    def later(self, **passed: float) -> None:
        self.now += timedelta(**passed)


@pytest.fixture
def cmt(tmp_path):
    """Run a command: `cmt("checkin", "--pain", "4").json`."""
    return World(tmp_path / "home")


@pytest.fixture
def home(cmt):
    return cmt.home


@pytest.fixture
def program(tmp_path):
    """Run the installed program as a process of its own, without a terminal."""

    def run(*args: str, stdin: str | None = None, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
        world = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "CMT_HOME": str(tmp_path / "home"), "TZ": "UTC", **(env or {})}
        return subprocess.run(
            [sys.executable, "-m", "cmt_cli", *args], cwd=ROOT, env=world, input=stdin, capture_output=True, text=True, check=False
        )

    return run
