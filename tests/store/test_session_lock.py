"""Knowing that another session is open beside this one."""

from __future__ import annotations

import stat
import subprocess
import sys

from cmt_cli.store.lock import FILE, sitting_alone

HOLDS = """
import sys
from pathlib import Path
from cmt_cli.store.lock import sitting_alone
with sitting_alone(Path(sys.argv[1])) as alone:
    print(alone, flush=True)
    sys.stdin.readline()
"""


def test_the_first_session_sits_alone(tmp_path):
    with sitting_alone(tmp_path) as alone:
        assert alone


def test_a_second_one_beside_it_is_told_so_and_goes_on(tmp_path):
    with sitting_alone(tmp_path), sitting_alone(tmp_path) as alone:
        assert not alone


def test_when_the_first_has_ended_the_next_sits_alone(tmp_path):
    with sitting_alone(tmp_path), sitting_alone(tmp_path):
        pass
    with sitting_alone(tmp_path) as alone:
        assert alone


def test_sessions_in_two_folders_do_not_know_of_each_other(tmp_path):
    (tmp_path / "other").mkdir()
    with sitting_alone(tmp_path), sitting_alone(tmp_path / "other") as alone:
        assert alone


def test_the_lock_is_for_its_owner_alone(tmp_path):
    with sitting_alone(tmp_path):
        assert stat.S_IMODE((tmp_path / FILE).stat().st_mode) == 0o600


def test_another_program_is_seen_and_its_kill_lets_go(tmp_path):
    with subprocess.Popen([sys.executable, "-c", HOLDS, tmp_path], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout.readline() == "True\n"
        with sitting_alone(tmp_path) as alone:
            assert not alone
        other.kill()
        other.communicate()
    with sitting_alone(tmp_path) as alone:
        assert alone
