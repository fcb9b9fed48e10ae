"""kill -9 at random moments of two hundred commands: each is there whole or not at all, and what was confirmed is there."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time

import pytest
from asked import records
from journeys.terminal import ROOT
from killing import ADD, DELETE, EDIT, PRACTISE, assert_all_or_nothing, chosen, seen

KILLS = 200


class Program:
    """Runs the program as a process of its own, which reads its words from a pipe."""

    def __init__(self, home):
        self.home = home
        self.world = {"PATH": os.environ["PATH"], "HOME": str(home.parent), "CMT_HOME": str(home), "TZ": "UTC"}

    def started(self, *args, words="", now="2026-01-09T19:00:00+00:00"):
        command = [sys.executable, "-m", "cmt_cli", *args]
        world = self.world | {"CMT_NOW": now}
        process = subprocess.Popen(command, cwd=ROOT, env=world, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        process.stdin.write(words.encode())
        process.stdin.close()
        return process

    def run(self, *args, **given):
        process = self.started(*args, **given)
        said, wrong = process.stdout.read(), process.stderr.read()
        assert process.wait() == 0, wrong
        process.stdout.close()
        process.stderr.close()
        return said

    def do(self, doing):
        number = str(doing.number)
        return {
            ADD: lambda: self.started("journal", "add", "-", words=doing.words),
            EDIT: lambda: self.started("journal", "edit", number, "-", words=doing.words),
            DELETE: lambda: self.started("journal", "delete", number, "--yes"),
            PRACTISE: lambda: self.started("thought", "practise", number, "--reply", doing.words, "--readily", "fairly"),
        }[doing.command]()


@pytest.mark.faults
def test_two_hundred_commands_killed_at_random_moments_are_there_whole_or_not_at_all(tmp_path):
    program = Program(tmp_path / "home")
    program.run("thought", "add", "not good enough", "--reply", "Enough.", now="2026-01-05T19:00:00+00:00")
    usual = []
    for number in range(5):
        began = time.monotonic()
        program.run("journal", "add", f"entry {number}")
        usual.append(time.monotonic() - began)
    chance = random.Random(5)
    confirmed = done = 0
    for at in range(KILLS):
        doing = chosen(chance, program.home, at)
        before, rows_before = seen(program.home), records(program.home)
        process = program.do(doing)
        time.sleep(chance.uniform(0.5 * min(usual), 1.2 * max(usual)))
        process.send_signal(signal.SIGKILL)
        said = bool(process.stdout.read())
        process.wait()
        process.stdout.close()
        process.stderr.close()
        done += assert_all_or_nothing(program.home, doing, said, before, rows_before)
        confirmed += said
    assert confirmed <= done
    assert confirmed < KILLS, "somebody is killed before the end"
    assert done, "and somebody after it"
