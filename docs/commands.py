"""Write docs/commands.md from the program's own help, or, with --check, say whether it still agrees."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

PAGE = Path(__file__).with_name("commands.md")
COMMANDS = (
    "",
    *("today", "start", "status"),
    *("pause", "pause list", "pause delete"),
    *("checkin", "checkin list", "checkin edit", "checkin delete"),
    *("journal add", "journal list", "journal search", "journal show", "journal edit", "journal delete"),
    *("thought add", "thought practise", "thought list", "thought show", "thought edit", "thought retire", "thought delete"),
    *("med add", "med usual", "med none", "med list", "med edit", "med delete", "med names", "med directions", "med notices"),
    *("ground", "support", "undo", "remind", "settings"),
    *("data path", "data check", "data import"),
    *("programme list", "programme show", "programme check", "programme new"),
)
HEAD = "# Every command\n\nThis page is written by `make docs` from the program's own help and checked by `make check`.\n"


def help_of(command: str) -> str:
    """What `cmt COMMAND --help` prints at 80 columns."""
    with tempfile.TemporaryDirectory() as home:
        world = {**os.environ, "CMT_HOME": home, "COLUMNS": "80", "TERM": "xterm", "ACCESSIBLE": ""}
        call = [sys.executable, "-m", "cmt_cli", *command.split(), "--help"]
        return subprocess.run(call, env=world, capture_output=True, text=True, check=True).stdout


def page() -> str:
    """The whole page."""
    parts = [f"## cmt {command}".rstrip() + f"\n\n```text\n{help_of(command).rstrip()}\n```\n" for command in COMMANDS]
    return "\n".join([HEAD, *parts])


def main() -> int:
    """Write the page, or check it."""
    written = page()
    if "--check" not in sys.argv:
        PAGE.write_text(written, encoding="utf-8")
        return 0
    if PAGE.is_file() and PAGE.read_text(encoding="utf-8") == written:
        return 0
    sys.stderr.write("docs/commands.md no longer says what the program says. Run: make docs\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
