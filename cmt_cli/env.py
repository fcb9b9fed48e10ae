"""The outside world: clock, environment, settings, terminal or not. Nothing else in the program reads any of them."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TextIO

from cmt_cli.base.faults import Fault
from cmt_cli.base.settings import Settings, from_values, to_values
from cmt_cli.base.times import local_day, parse_when, spoken
from cmt_cli.base.words import env as words

SETTINGS = "settings.json"
NARROWEST = 20


# Compared and shown by nobody: the methods it does without cost every command a millisecond.
@dataclass(frozen=True, eq=False, repr=False, match_args=False)
class Env:
    """What a command may know of the outside. `remarks` wait to be said on stderr."""

    home: Path
    content: Path
    now: Callable[[], datetime]
    stdin: TextIO
    stdout: TextIO
    stderr: TextIO
    interactive: bool = False
    stdout_is_terminal: bool = False
    accessible: bool = False
    color: bool = False
    width: int = 80
    measure: Callable[[], int] | None = None
    settings: Settings = field(default_factory=Settings)
    remarks: tuple[str, ...] = field(default=())
    environ: dict[str, str] = field(default_factory=dict)

    def today(self) -> date:
        """The local day it is."""
        return local_day(self.now(), self.settings.day_start)

    def day_of(self, moment: datetime) -> date:
        return local_day(moment, self.settings.day_start)

    def when(self, text: str | None) -> datetime:
        """The moment a person means, now when they say nothing. Raises UsageFault."""
        return parse_when(text, self.now(), self.settings.day_start) if text else self.now()

    def speech_command(self) -> tuple[str, ...]:
        """The first command on this machine that can speak, as a whole path; empty when there is none."""
        from cmt_cli.screen.speech import COMMANDS

        found = ((shutil.which(name, path=self.environ.get("PATH")), options) for name, *options in COMMANDS)
        return next(((path, *options) for path, options in found if path), ())

    def with_settings(self, settings: Settings) -> Env:
        """The same world with these settings, kept in settings.json."""
        save_settings(self.home, settings)
        return replace(self, settings=settings, accessible=self.accessible or bool(settings.accessible))


def real(accessible: bool = False) -> Env:
    """The world as it is. Problems with settings or CMT_NOW become remarks or a Fault; nothing is made here."""
    environ = dict(os.environ)
    home = home_of(environ)
    settings, remarks = load_settings(home)
    now, started = _clock(environ)
    dumb = environ.get("TERM") == "dumb"
    interactive = _is_terminal(sys.stdin) and _is_terminal(sys.stdout)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    return Env(
        home=home,
        content=content_folder(),
        now=now,
        stdin=sys.stdin,
        stdout=sys.stdout,
        stderr=sys.stderr,
        interactive=interactive,
        stdout_is_terminal=_is_terminal(sys.stdout),
        accessible=accessible or dumb or _is_on(environ.get("ACCESSIBLE")) or bool(settings.accessible),
        color=_is_terminal(sys.stdout) and not environ.get("NO_COLOR") and not dumb,
        width=_columns(),
        measure=_columns,
        settings=settings,
        remarks=(*started, *remarks),
        environ=environ,
    )


def home_of(environ: dict[str, str]) -> Path:
    """The one folder that holds everything: $CMT_HOME, else the platform's data folder."""
    if environ.get("CMT_HOME"):
        return Path(environ["CMT_HOME"]).expanduser().absolute()
    from platformdirs import user_data_path

    return user_data_path("cmt", appauthor=False)


def content_folder() -> Path:
    """The words: inside the installed package, or beside it in a checkout."""
    package = Path(__file__).parent
    inside = package / "content"
    return inside if inside.is_dir() else package.parent / "content"


def load_settings(home: Path) -> tuple[Settings, tuple[str, ...]]:
    """The settings of a folder; a broken file falls back to defaults with a remark."""
    path = home / SETTINGS
    try:
        settings = from_values(json.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError:
        return Settings(), ()
    except (OSError, ValueError):
        settings = None
    return (settings, ()) if settings else (Settings(), (words.SETTINGS_BROKEN.format(path=path),))


def save_settings(home: Path, settings: Settings) -> None:
    """Keep the settings, whole or not at all, readable by their owner alone. A file that could not be read is set aside, not lost."""
    path = home / SETTINGS
    _, broken = load_settings(home)
    written = path.with_suffix(".new")
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        home.chmod(0o700)
        with os.fdopen(os.open(written, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
            json.dump(to_values(settings), file, indent=2, ensure_ascii=False)
            file.write("\n")
        if broken:
            path.replace(path.with_suffix(".json.broken"))
        written.replace(path)
    except OSError as error:
        raise Fault(words.SETTINGS_NOT_KEPT.format(path=path, reason=error.strerror or "unknown")) from None


def _clock(environ: dict[str, str]) -> tuple[Callable[[], datetime], tuple[str, ...]]:
    """The machine's clock, or one that was started at CMT_NOW, for authors and tests."""
    said = environ.get("CMT_NOW")
    if not said:
        return lambda: datetime.now().astimezone(), ()
    try:
        begin = datetime.fromisoformat(said)
    except ValueError:
        begin = None
    if begin is None or begin.tzinfo is None:
        raise Fault(words.BAD_CMT_NOW)
    real_begin = datetime.now().astimezone()

    def now() -> datetime:
        passed: timedelta = datetime.now().astimezone() - real_begin
        return (begin + passed).astimezone()

    return now, (words.CMT_NOW.format(moment=spoken(begin.astimezone())),)


def _columns() -> int:
    return max(NARROWEST, shutil.get_terminal_size().columns)


def _is_terminal(stream: TextIO | None) -> bool:
    try:
        return stream is not None and stream.isatty()
    except ValueError:
        return False


def _is_on(value: str | None) -> bool:
    return bool(value) and value not in ("0", "false", "no")
