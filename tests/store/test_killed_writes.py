"""kill -9 in the middle of a hundred writes, each in a forked child; `make faults` does it to two hundred commands."""

from __future__ import annotations

import random
import time
from datetime import date, datetime

import pytest
from asked import records
from killing import ADD, COMMANDS, DELETE, EDIT, Doing, assert_all_or_nothing, chosen, killed, seen

from cmt_cli.base.records import Entry
from cmt_cli.clinical.returning import Next
from cmt_cli.store import entries, thoughts
from cmt_cli.store.file import STEPS_KEPT, opened, writing

AT = datetime.fromisoformat("2026-01-05T19:00:00+00:00")
DAY = date(2026, 1, 5)
CHILDREN, ENTRIES = 100, 8


@pytest.fixture
def home(tmp_path):
    """A diary with so many steps that each new one makes the oldest go."""
    home = tmp_path / "home"
    with opened(home, "journal add", "2026-01-05T19:00:00+00:00") as connection:
        connection.execute("PRAGMA synchronous = OFF")
        with writing(connection):
            thoughts.catch(connection, "not good enough", True, None, AT, DAY)
        for number in range(STEPS_KEPT):
            connection.step = None
            with writing(connection):
                if number < ENTRIES:
                    entries.add(connection, Entry(0, AT, DAY, f"entry {number}"))
                entries.change(connection, Entry(number % ENTRIES + 1, AT, DAY, f"entry {number} again"))
    return home


def do(home, doing):
    """As the commands do it."""
    with opened(home, doing.command, "2026-01-05T19:00:00+00:00") as connection, writing(connection):
        if doing.command == ADD:
            entries.add(connection, Entry(0, AT, DAY, doing.words))
        elif doing.command == EDIT:
            entries.change(connection, Entry(doing.number, AT, DAY, doing.words))
        elif doing.command == DELETE:
            entries.delete(connection, doing.number)
        else:
            reply = thoughts.reply(connection, doing.number, doing.words, AT, DAY, DAY)
            thoughts.meet(connection, doing.number, reply, "fairly", None, AT, DAY)
            thoughts.bring_back(connection, doing.number, Next(DAY, resting=False))


def test_a_hundred_writes_killed_at_random_moments_are_there_whole_or_not_at_all(home):
    chance = random.Random(4)
    began = time.monotonic()
    for command in COMMANDS:
        do(home, Doing(command, 1, "words " * 300))
    usual = (time.monotonic() - began) / len(COMMANDS)
    confirmed = done = 0
    for at in range(CHILDREN):
        doing = chosen(chance, home, at)
        before, rows_before = seen(home), records(home)
        said = killed(lambda doing=doing: do(home, doing), chance.uniform(0, 1.5 * usual))
        done += assert_all_or_nothing(home, doing, said, before, rows_before)
        confirmed += said
    assert confirmed <= done
    assert confirmed < CHILDREN, "somebody is killed before the end"
