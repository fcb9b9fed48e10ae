"""House rule 11: the program never opens a network socket."""

from __future__ import annotations

import ast
import os
import socket
import subprocess
import sys
from pathlib import Path

import pexpect
import pytest
import refusing_sockets
from every_command import FAILING, READING, READING_JSON, UNANSWERED, WRITING, WRONG, named

ROOT = Path(__file__).resolve().parents[2]
HOUSE = Path(__file__).resolve().parent
EVERY = (*READING, *READING_JSON, *WRITING, *WRONG, *FAILING, *(args for args, _ in UNANSWERED))
THEN_RUN = "import refusing_sockets; refusing_sockets.refuse(); import sys; from cmt_cli.main import main; sys.exit(main(sys.argv[1:]))"
THEN_RUN_ALL = """
import ast, sys
import refusing_sockets
refusing_sockets.refuse()
from cmt_cli.main import main
for args in ast.literal_eval(sys.stdin.read()):
    try:
        main(args)
    except SystemExit:
        pass
sys.stderr.write("all of them ran")
"""


def test_what_is_refused_here_is_refused(monkeypatch):
    refusing_sockets.refuse(monkeypatch.setattr)
    for ask in (
        lambda: socket.socket(socket.AF_INET),
        lambda: socket.create_connection(("localhost", 9)),
        lambda: socket.getaddrinfo("localhost", 9),
    ):
        with pytest.raises(refusing_sockets.Refused):
            ask()
    for one in socket.socketpair():
        one.close()


@pytest.mark.parametrize("args", EVERY, ids=named)
def test_no_command_opens_one(lived_in, tmp_path, monkeypatch, args):
    refusing_sockets.refuse(monkeypatch.setattr)
    assert lived_in(*(str(tmp_path / "new") if arg == "NEW" else arg for arg in args)).code in (0, 1, 2)


def refusing_world(tmp_path):
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(tmp_path),
        "CMT_HOME": str(tmp_path / "home"),
        "TZ": "UTC",
        "TERM": "xterm",
        "PROMPT_TOOLKIT_NO_CPR": "1",  # this terminal does not say where its cursor is
        "PYTHONPATH": os.pathsep.join((str(ROOT), str(HOUSE))),
    }


def test_no_command_opens_one_in_a_process_of_its_own(tmp_path):
    runs = [[str(tmp_path / "new") if arg == "NEW" else arg for arg in args] for args in EVERY]
    assert ast.literal_eval(repr(runs)) == runs
    (tmp_path / "diary.csv").write_text("at,text\n2025-06-01 10:00,the garden\n", encoding="utf-8")
    result = subprocess.run(
        [sys.executable, "-c", THEN_RUN_ALL],
        cwd=tmp_path,
        env=refusing_world(tmp_path),
        input=repr(runs),
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr[-500:]
    assert result.stderr.endswith("all of them ran")
    assert "network socket" not in result.stderr


def test_words_typed_in_a_terminal_open_none_either(tmp_path):
    child = pexpect.spawn(
        sys.executable, ["-c", THEN_RUN, "settings", "people", "--add"], cwd=str(tmp_path), env=refusing_world(tmp_path), timeout=20
    )
    child.expect("Their name:.*>")
    child.send("Sam\r")
    child.expect("how to reach them:.*>")
    child.send("07700 900123\r")
    child.expect("Kept among your people")
    child.expect(pexpect.EOF)
    child.wait()
    assert child.exitstatus == 0
