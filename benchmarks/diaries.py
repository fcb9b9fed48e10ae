"""Diaries of several sizes for the benchmark: cmt's and jrnl's, each filled by its own import, and one bare SQLite file."""

from __future__ import annotations

import csv
import json
import random
import shutil
import subprocess
import sys
import venv
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

SIZES = (0, 10_000, 100_000)
PEER_SIZES = SIZES[:2]
COMMON, RARE, NOWHERE = "garden", "entry777", "xylophone"
TEXT = "Slept badly, then the garden, slowly."
WORDS = """
    pain back morning walk tablet night slept kind voice breath garden heavy slow rest quiet stairs kettle friend doctor pacing worry
    shoulder light rain bus kitchen letter sister evening soft table window music bread stretch phone worse better again almost
"""
BARE = "python, bare sqlite3 insert"
BARE_SCRIPT = """\
import sqlite3, sys

connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA synchronous = FULL")
connection.execute("CREATE TABLE IF NOT EXISTS entries (id INTEGER PRIMARY KEY, at TEXT, text TEXT)")
connection.execute("BEGIN IMMEDIATE")
connection.execute("INSERT INTO entries (at, text) VALUES (?, ?)", ("2026-01-05T19:00:00+00:00", sys.argv[2]))
connection.execute("COMMIT")
"""
JRNL_SETTINGS = """\
journals: {{default: {{journal: {path}}}}}
editor: ''
encrypt: false
template: false
default_hour: 9
default_minute: 0
timeformat: '%Y-%m-%d %H:%M'
tagsymbols: '@'
highlight: true
linewrap: 79
indent_character: '|'
colors: {{body: none, date: none, tags: none, title: none}}
version: v4.6
"""

Case = Callable[[], float]
Run = Callable[[list[str], dict[str, str]], float]


class Target(NamedTuple):
    """That the median of one case is at most so many times another's."""

    case: str
    other: str
    most: float


def name(program: str, doing: str, size: int) -> str:
    return f"{program} {doing}, {size:,} entries"


def written(size: int) -> Iterator[tuple[datetime, str]]:
    """So many entries of half a page (150 words in sentences), always the same ones."""
    chance, words, at = random.Random(4), WORDS.split(), datetime(2001, 1, 1, 9, 0, tzinfo=UTC)
    for number in range(size):
        sentences = (f"{' '.join(chance.choices(words, k=10)).capitalize()}." for _ in range(15))
        yield at + timedelta(minutes=97 * number), f"{' '.join(sentences)} entry{number}"


def cmt_cases(folder: Path, environ: dict[str, str], run: Run) -> tuple[dict[str, Case], float]:
    """Adding, listing and searching at every size, and the seconds that importing the largest took."""
    cmt = [sys.executable, "-m", "cmt_cli"]
    cases, seconds = {}, 0.0
    for size in SIZES:
        adding, reading = ({**environ, "CMT_HOME": str(folder / f"cmt-{doing}-{size}")} for doing in ("add", "read"))
        run([*cmt, "start", "--country", "GB", "--yes"], adding)
        if size:
            file = folder / f"{size}.csv"
            with file.open("w", newline="", encoding="utf-8") as out:
                csv.writer(out).writerows([("at", "text"), *written(size)])
            seconds = run([*cmt, "data", "import", str(file), "--yes"], adding)
        shutil.copytree(adding["CMT_HOME"], reading["CMT_HOME"])
        for doing, words, home in (
            ("journal add", ["add", TEXT], adding),
            ("journal list --limit 5", ["list", "--limit", "5"], reading),
            ("journal search, a common word", ["search", COMMON], reading),
            ("journal search, a rare word", ["search", RARE], reading),
            ("journal search, no such word", ["search", NOWHERE], reading),
        ):
            cases[name("cmt", doing, size)] = lambda words=words, home=home: run([*cmt, "journal", *words], home)
    return cases, seconds


def bare_case(folder: Path, environ: dict[str, str], run: Run) -> dict[str, Case]:
    """What keeping one entry costs with the standard library alone."""
    script = folder / "bare.py"
    script.write_text(BARE_SCRIPT, encoding="utf-8")
    return {BARE: lambda: run([sys.executable, str(script), str(folder / "bare.db"), TEXT], environ)}


def jrnl_cases(folder: Path, environ: dict[str, str], run: Run) -> dict[str, Case]:
    """The same with jrnl, installed from the package index into an environment of its own."""
    place = folder / "jrnl"
    venv.create(place, with_pip=True)
    python = place / "bin" / "python"
    subprocess.run(
        [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "jrnl"], check=True, stderr=subprocess.DEVNULL
    )
    cases = {}
    for size in PEER_SIZES:
        settings, file, diary = (folder / f"jrnl-{size}.{kind}" for kind in ("yaml", "txt", "diary"))
        settings.write_text(JRNL_SETTINGS.format(path=json.dumps(str(diary))), encoding="utf-8")
        file.write_text("".join(f"[{at:%Y-%m-%d %H:%M}] {text}\n\n" for at, text in written(size)), encoding="utf-8")
        diary.touch()
        jrnl = [str(place / "bin" / "jrnl"), "--config-file", str(settings)]
        if size:
            run([*jrnl, "--import", "--file", str(file)], environ)
        for doing, words in (("add", [TEXT]), ("-n 5", ["-n", "5"]), ("-contains a common word", ["-contains", COMMON, "-n", "20"])):
            cases[name("jrnl", doing, size)] = lambda words=words, jrnl=jrnl: run([*jrnl, *words], environ)
    return cases


def targets(typer: str) -> list[Target]:
    """What is aimed at."""
    add, (none, some, many) = "journal add", SIZES
    return [
        *(Target(name("cmt", add, size), typer, 1.4) for size in SIZES),
        Target(name("cmt", add, none), name("jrnl", "add", none), 0.7),
        Target(name("cmt", add, some), name("jrnl", "add", some), 0.13),
        Target(name("cmt", add, many), name("cmt", add, none), 1.15),
        Target(name("cmt", "journal list --limit 5", many), name("cmt", "journal list --limit 5", none), 1.15),
        *(
            Target(name("cmt", f"journal search, {word}", many), name("cmt", f"journal search, {word}", none), 1.3)
            for word in ("a common word", "a rare word", "no such word")
        ),
    ]
