"""What every test may use: a folder of its own, a world to run commands in, and a clock that stands where it is put."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from cmt_cli import main
from cmt_cli.env import Env, content_folder, load_settings

ROOT = Path(__file__).resolve().parent.parent
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
