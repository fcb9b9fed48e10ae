"""House rule 1: Ctrl-C, a hang-up and a request to end give 130, 129 and 143, with one line that says what was kept."""

from __future__ import annotations

import os
import pty
import re
import signal
import subprocess
import sys
from pathlib import Path

import pexpect
import pytest

ROOT = Path(__file__).resolve().parents[2]
CODES = {signal.SIGINT: 130, signal.SIGHUP: 129, signal.SIGTERM: 143}
CSI = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]")


@pytest.fixture
def world(tmp_path):
    return {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "CMT_HOME": str(tmp_path / "home"), "TZ": "UTC", "TERM": "xterm"}


@pytest.fixture
def terminal(world):
    children = []

    def run(*args, **environ):
        child = pexpect.spawn(sys.executable, ["-m", "cmt_cli", *args], cwd=str(ROOT), env={**world, **environ}, timeout=20, encoding="utf-8")
        child.delaybeforesend = None
        children.append(child)
        return child

    yield run
    for child in children:
        child.close(force=True)


def ended(child):
    """The last words of a command and its exit code."""
    child.expect(pexpect.EOF)
    child.wait()
    return CSI.sub("", child.before).replace("\r\n", "\n").strip().split("\n"), child.exitstatus


@pytest.mark.parametrize("number", CODES, ids=lambda number: number.name)
@pytest.mark.parametrize(("args", "waits"), [(("checkin",), "0 is no pain"), (("ground",), "Sounds and touch")], ids=["checkin", "ground"])
def test_a_signal_ends_a_command_with_its_code_and_one_line_of_what_was_kept(terminal, number, args, waits):
    child = terminal(*args)
    child.expect(waits)
    child.kill(number)
    said, code = ended(child)
    assert code == CODES[number]
    assert re.search("Nothing .*(stored|kept)", said[-1])
    assert "Traceback" not in "".join(said)


def test_ctrl_c_at_the_keyboard_is_130(terminal):
    child = terminal("checkin")
    child.expect("0 is no pain")
    child.sendintr()
    said, code = ended(child)
    assert (code, said[-1]) == (130, "Stopped. Nothing was stored.")


def test_a_terminal_that_was_closed_ends_with_129(world, tmp_path):
    ours, theirs = pty.openpty()
    said = tmp_path / "said"
    with said.open("wb") as stderr:
        child = subprocess.Popen(
            [sys.executable, "-c", "import os, runpy, sys; os.setsid(); import fcntl, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0); runpy.run_module('cmt_cli', run_name='__main__')", "checkin"],
            cwd=ROOT, env=world, stdin=theirs, stdout=theirs, stderr=stderr,
        )
        os.close(theirs)
        seen = b""
        while b"0 is no pain" not in seen:
            seen += os.read(ours, 4096)
        os.close(ours)
        assert child.wait(20) == 129
    assert b"Traceback" not in said.read_bytes()


def test_a_terminal_that_was_closed_behind_everything_ends_with_129(world):
    """Even the one line has nowhere to go."""
    child = pexpect.spawn(sys.executable, ["-m", "cmt_cli", "checkin"], cwd=str(ROOT), env=world, timeout=20)
    child.expect("0 is no pain")
    os.close(child.child_fd)
    status = os.waitpid(child.pid, 0)[1]
    child.closed = child.terminated = child.ptyproc.closed = child.ptyproc.terminated = True
    assert os.waitstatus_to_exitcode(status) == 129


def test_delete_asks_and_the_default_is_no(terminal, program):
    program("checkin", "--pain", "4")
    child = terminal("checkin", "delete", "1")
    child.expect(r"Delete check-in 1 of .*\?")
    child.expect("Enter means no")
    child.send("\r")
    said, code = ended(child)
    assert (code, said[-1]) == (0, "Nothing was deleted.")
    assert program("checkin", "list").stdout.startswith("1\t")


def test_delete_deletes_after_a_yes(terminal, program):
    program("checkin", "--pain", "4")
    child = terminal("checkin", "delete", "1")
    child.expect("Enter means no")
    child.send("y")
    said, code = ended(child)
    assert (code, said[-1].endswith("is deleted.")) == (0, True)
    assert program("checkin", "list").stdout == ""


@pytest.mark.parametrize(("no_color", "codes"), [("", True), ("1", False)])
def test_no_color_is_honoured_bold_and_dim_too(terminal, no_color, codes):
    child = terminal("support", NO_COLOR=no_color)
    child.expect(pexpect.EOF)
    assert ("\x1b[" in child.before) is codes
    assert "I might end my life" in child.before


def test_a_dumb_terminal_gets_no_codes(terminal):
    child = terminal("support", TERM="dumb")
    child.expect(pexpect.EOF)
    assert "\x1b" not in child.before
    assert "You do not have to be sure.\r\n" in child.before
