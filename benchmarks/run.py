"""How long a command takes to start and finish, beside an empty Typer command and `python -c pass`. Printed; nothing is asserted.

Run as `python benchmarks/run.py [--rounds N]`. Each round runs every case once, in shuffled order, so that a busy moment of the machine
falls on all of them alike.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 20
PASS, TYPER, TYPER_YAML = "python -c pass", "an empty Typer command", "the same, importing yaml"
FIRST_WORDS = b"Day 1"
PATIENCE = 30

TYPER_SCRIPT = """\
import typer

app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False, add_completion=False)


@app.command()
def nothing() -> None:
    pass


app()
"""

Case = Callable[[], float]


def main() -> None:
    """Time every case and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--rounds", type=int, default=ROUNDS, help=f"how often each case is run ({ROUNDS})")
    rounds = max(1, parser.parse_args().rounds)
    with tempfile.TemporaryDirectory() as folder:
        cases = prepare(Path(folder))
        for case in cases.values():
            case()
        times: dict[str, list[float]] = {name: [] for name in cases}
        for _ in range(rounds):
            for name in random.sample(list(cases), k=len(cases)):
                times[name].append(cases[name]())
    report(times, rounds)


def prepare(folder: Path) -> dict[str, Case]:
    """The cases by name, in a HOME of their own whose record is begun and up to date."""
    environ = {
        "PATH": os.environ.get("PATH", os.defpath),
        "HOME": str(folder),
        "CMT_HOME": str(folder / "cmt"),
        "TZ": "UTC",
        "LANG": "C.UTF-8",
        "TERM": "xterm-256color",
    }
    script, script_yaml = folder / "empty.py", folder / "empty_yaml.py"
    script.write_text(TYPER_SCRIPT, encoding="utf-8")
    script_yaml.write_text("import yaml\n" + TYPER_SCRIPT, encoding="utf-8")

    def cmt(*words: str) -> list[str]:
        return [sys.executable, "-m", "cmt_cli", *words]

    def finished(command: list[str]) -> Case:
        return lambda: to_its_end(command, environ)

    for words in (("start", "--country", "GB", "--yes"), ("settings", "bell", "off"), ("settings", "accessible", "off")):
        to_its_end(cmt(*words), environ)
    cases = {
        PASS: finished([sys.executable, "-c", "pass"]),
        TYPER: finished([sys.executable, str(script)]),
        TYPER_YAML: finished([sys.executable, str(script_yaml)]),
        "cmt status": finished(cmt("status")),
        "cmt support": finished(cmt("support")),
        "cmt checkin --pain 4": finished(cmt("checkin", "--pain", "4")),
        "cmt --help": finished(cmt("--help")),
        "cmt today --print": finished(cmt("today", "--print")),
    }
    if os.name == "posix":
        cases["cmt today, first words"] = lambda: to_first_words(cmt("today"), environ)
    return cases


def to_its_end(command: list[str], environ: dict[str, str]) -> float:
    """The seconds until a command has ended."""
    begin = time.perf_counter()
    done = subprocess.run(command, cwd=ROOT, env=environ, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    seconds = time.perf_counter() - begin
    if done.returncode:
        sys.exit(f"{' '.join(command)} ended with {done.returncode}: {done.stderr.decode(errors='replace')}")
    return seconds


def to_first_words(command: list[str], environ: dict[str, str]) -> float:
    """The seconds until the first words stand in a terminal; the command is then ended, and has kept nothing."""
    import fcntl
    import pty
    import select
    import struct
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    begin = time.perf_counter()
    process = subprocess.Popen(command, cwd=ROOT, env=environ, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True)
    os.close(theirs)
    said = b""
    try:
        while FIRST_WORDS not in said:
            ready, _, _ = select.select([ours], [], [], PATIENCE)
            said += os.read(ours, 4096) if ready else sys.exit(f"{' '.join(command)} said nothing: {said!r}")
        return time.perf_counter() - begin
    except OSError:
        sys.exit(f"{' '.join(command)} ended before its first words: {said!r}")
    finally:
        process.kill()
        process.wait()
        os.close(ours)


def report(times: dict[str, list[float]], rounds: int) -> None:
    """A table of medians, and their ratios to the three bare cases."""
    medians = {name: statistics.median(taken) for name, taken in times.items()}
    width = max(map(len, times))
    print(f"{rounds} rounds, Python {sys.version.split()[0]}, medians")
    print(f"{'':<{width}}  {'ms':>7}  {'fastest':>7}  {'/ pass':>7}  {'/ Typer':>7}  {'/ Typer + yaml':>14}")
    for name, median in medians.items():
        ratios = [median / medians[bare] for bare in (PASS, TYPER, TYPER_YAML)]
        print(
            f"{name:<{width}}  {median * 1000:7.1f}  {min(times[name]) * 1000:7.1f}  {ratios[0]:7.2f}  {ratios[1]:7.2f}  {ratios[2]:14.2f}"
        )


if __name__ == "__main__":
    main()
