"""House rule 1: Ctrl-C, a hang-up and a request to end give 130, 129 and 143, with one line that says what was kept."""

from __future__ import annotations

import os
import pty
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from every_command import last_words

ROOT = Path(__file__).resolve().parents[2]
CODES = {signal.SIGINT: 130, signal.SIGHUP: 129, signal.SIGTERM: 143}
IN_ITS_OWN_TERMINAL = "import fcntl, runpy, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0); runpy.run_module('cmt_cli', run_name='__main__')"


@pytest.mark.parametrize("number", CODES, ids=lambda number: number.name)
@pytest.mark.parametrize(("args", "waits"), [(("checkin",), "0 is no pain"), (("ground",), "Sounds and touch")], ids=["checkin", "ground"])
def test_a_signal_ends_a_command_with_its_code_and_one_line_of_what_was_kept(terminal, number, args, waits):
    child = terminal(*args)
    child.expect(waits)
    child.kill(number)
    said, code = last_words(child)
    assert code == CODES[number]
    assert re.search("Nothing .*(stored|kept)", said[-1])
    assert "Traceback" not in "".join(said)


def test_ctrl_c_at_the_keyboard_is_130(terminal):
    child = terminal("checkin")
    child.expect("0 is no pain")
    child.sendintr()
    said, code = last_words(child)
    assert (code, said[-1].removeprefix("> ")) == (130, "Stopped. Nothing was stored.")


@pytest.mark.parametrize("stderr", ["elsewhere", "in the same terminal"])
def test_a_terminal_that_was_closed_ends_with_129(world, tmp_path, stderr):
    ours, theirs = pty.openpty()
    said = (tmp_path / "said").open("wb+")
    with said:
        child = subprocess.Popen(
            [sys.executable, "-c", IN_ITS_OWN_TERMINAL, "checkin"],
            cwd=ROOT,
            env=world,
            stdin=theirs,
            stdout=theirs,
            stderr=said if stderr == "elsewhere" else theirs,
            start_new_session=True,
        )
        os.close(theirs)
        seen = b""
        while b"0 is no pain" not in seen:
            seen += os.read(ours, 4096)
        os.close(ours)
        assert child.wait(20) == 129
        said.seek(0)
        assert b"Traceback" not in said.read()
