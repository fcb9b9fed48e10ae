"""Each command pays only for itself: what is absent from a clean interpreter after it ran. No test looks at a clock."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CRAFT = {"cmt_cli.programme.craft", "cmt_cli.programme.said", "cmt_cli.commands.checking"}
HEAVY = {"questionary", "prompt_toolkit", "sqlite_utils", "rich", "pydantic"}
COMMANDS = {
    "status": HEAVY | {"yaml"},
    "checkin --pain 4": HEAVY | {"yaml"},
    "checkin list": HEAVY | {"yaml"},
    "journal add words --pain 4": HEAVY | {"yaml"},
    "journal list": HEAVY | {"yaml"},
    "journal search stairs": HEAVY | {"yaml"},
    "journal show 1": HEAVY | {"yaml"},
    "thought list": HEAVY | {"yaml"},
    "med add Zapain --units 1": HEAVY | {"yaml", "cmt_cli.commands.catalogue"},
    "med usual": HEAVY | {"yaml", "cmt_cli.commands.catalogue"},
    "med list": HEAVY | {"yaml"},
    "pause list": HEAVY | {"yaml"},
    "undo": HEAVY | {"yaml"},
    "support": HEAVY,
    "today --print": HEAVY | CRAFT,
}
THEN_LOOK = """
import sys
from cmt_cli.main import main
code = main(sys.argv[1:])
sys.stdout.flush()
sys.stderr.write(f"{code} " + " ".join(sorted(sys.modules)))
"""


@pytest.mark.parametrize("command", COMMANDS)
def test_on_an_up_to_date_store_nothing_heavy_is_imported(cmt, tmp_path, command):
    cmt("start", "--yes", "--country", "GB")
    cmt("checkin", "--pain", "4")
    cmt("journal", "add", "stairs")
    cmt("thought", "add", "words")
    cmt("med", "usual", "Zapain", "--set", "1")
    cmt("pause", "Zapain", "--choice", "take")
    cmt("today", "--done")
    world = {"HOME": str(tmp_path), "CMT_HOME": str(cmt.home), "TZ": "UTC"}
    result = subprocess.run(
        [sys.executable, "-c", THEN_LOOK, *command.split()],
        cwd=ROOT,
        env=world,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=True,
    )
    code, *modules = result.stderr.split()
    assert (code, "cmt_cli" in modules, bool(result.stdout)) == ("0", True, True)
    assert COMMANDS[command] & set(modules) == set()


def test_typer_is_pinned_below_the_release_that_imports_pydantic():
    [typer] = [one for one in dependencies() if one.startswith("typer")]
    assert typer.endswith("<0.29")


def dependencies():
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]


def test_nothing_that_speaks_to_a_network_is_a_dependency():
    names = {one.partition(">")[0].partition("<")[0].strip().lower() for one in dependencies()}
    assert names == {"typer", "rich", "sqlite-utils", "questionary", "pyyaml", "platformdirs", "icalendar"}
