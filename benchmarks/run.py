"""How long a command takes to start and finish, beside an empty Typer command and `python -c pass`. Printed; nothing is asserted.

Run as `python benchmarks/run.py [--rounds N] [--jrnl]`. Each round runs every case once, in shuffled order, so that a busy moment of the
machine falls on all of them alike. The diary is timed empty, with 10,000 and with 100,000 entries; `--jrnl` times jrnl beside it.
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
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import diaries

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 20
PASS, TYPER, TYPER_YAML = "python -c pass", "an empty Typer command", "the same, importing yaml"
FIRST_WORDS = b"Day 1"
PATIENCE = 30
IMPORT_SECONDS = 60

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
    parser.add_argument("--jrnl", action="store_true", help="time jrnl too, installed into an environment of its own (needs the network)")
    given = parser.parse_args()
    rounds = max(1, given.rounds)
    with tempfile.TemporaryDirectory() as folder:
        environ = world(Path(folder))
        cases = prepare(Path(folder), environ) | diaries.bare_case(Path(folder), environ, to_its_end)
        journal, imported_in = diaries.cmt_cases(Path(folder), environ, to_its_end)
        cases |= journal | (diaries.jrnl_cases(Path(folder), environ, to_its_end) if given.jrnl else {})
        for case in cases.values():
            case()
        times: dict[str, list[float]] = {name: [] for name in cases}
        for _ in range(rounds):
            for name in random.sample(list(cases), k=len(cases)):
                times[name].append(cases[name]())
    report(times, rounds)
    report_targets(times, imported_in)


def world(folder: Path) -> dict[str, str]:
    """The environment of every case, with a HOME of its own. It has no PYTHONDONTWRITEBYTECODE, which would time the compiler."""
    return {
        "PATH": os.environ.get("PATH", os.defpath),
        "HOME": str(folder),
        "CMT_HOME": str(folder / "cmt"),
        "TZ": "UTC",
        "LANG": "C.UTF-8",
        "TERM": "xterm-256color",
    }


def prepare(folder: Path, environ: dict[str, str]) -> dict[str, Case]:
    """The cases by name, on a record that is begun and up to date."""
    script, script_yaml = folder / "empty.py", folder / "empty_yaml.py"
    script.write_text(TYPER_SCRIPT, encoding="utf-8")
    script_yaml.write_text("import yaml\n" + TYPER_SCRIPT, encoding="utf-8")

    def cmt(*words: str) -> list[str]:
        return [sys.executable, "-m", "cmt_cli", *words]

    def finished(command: list[str]) -> Case:
        return lambda: to_its_end(command, environ)

    for words in (("start", "--country", "GB", "--yes"), ("settings", "bell", "off"), ("settings", "accessible", "off")):
        to_its_end(cmt(*words), environ)

    def to_a_new_name() -> float:
        """A medicine that is not theirs yet, so the catalogue is looked into; it is taken back outside the time."""
        seconds = to_its_end(cmt("med", "add", "naproxen", "500"), environ)
        to_its_end(cmt("undo"), environ)
        return seconds

    cases = {
        PASS: finished([sys.executable, "-c", "pass"]),
        TYPER: finished([sys.executable, str(script)]),
        TYPER_YAML: finished([sys.executable, str(script_yaml)]),
        "cmt status": finished(cmt("status")),
        "cmt support": finished(cmt("support")),
        "cmt checkin --pain 4": finished(cmt("checkin", "--pain", "4")),
        "cmt med add, known": finished(cmt("med", "add", "ibuprofen", "200")),
        "cmt med add, first of its name": to_a_new_name,
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
    """A table of medians, and their ratios to the bare cases."""
    medians = {name: statistics.median(taken) for name, taken in times.items()}
    bare = {"/ pass": PASS, "/ Typer": TYPER, "/ Typer + yaml": TYPER_YAML, "/ sqlite3": diaries.BARE}
    width = max(map(len, times))
    print(f"{rounds} rounds, Python {sys.version.split()[0]}, medians")
    print(f"{'':<{width}}  {'ms':>7}  {'fastest':>7}  {'  '.join(f'{head:>7}' for head in bare)}")
    for name, median in medians.items():
        ratios = "  ".join(f"{median / medians[other]:{max(7, len(head))}.2f}" for head, other in bare.items())
        print(f"{name:<{width}}  {median * 1000:7.1f}  {min(times[name]) * 1000:7.1f}  {ratios}")


def report_targets(times: Mapping[str, Sequence[float]], imported_in: float) -> None:
    """What is aimed at, and what was found: of the medians, and of the fastest runs, which a busy machine disturbs least."""
    print("\nTargets, each a ratio within this run: median, fastest, target")
    for case, other, most in diaries.targets(TYPER):
        if other in times:
            median, fastest = (measure(times[case]) / measure(times[other]) for measure in (statistics.median, min))
            print(f"{median:5.2f}  {fastest:5.2f}  {most:5.2f}  {case} / {other}")
        else:
            print(f"    -      -  {most:5.2f}  {case} / {other} (give --jrnl)")
    print(f"100,000 entries imported: {imported_in:.1f} s, under {IMPORT_SECONDS} s")


if __name__ == "__main__":
    main()
