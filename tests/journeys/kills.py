"""Sessions that are killed at some moment, what must be left of them, and how they are gone on with."""

from __future__ import annotations

import random
import sqlite3
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from cmt_cli.base.words import session, today
from journeys.terminal import ENTER, Homes, Terminal, day_later, rows, side_by_side
from journeys.walker import ASK, CHOOSE, ON, Given, Walker

LAST_DAY = 7
PRESSES = 45  # fewer than any of the days takes
AT_ONCE = 10


class Killed(NamedTuple):
    """One session: whose it was, and what they had given."""

    seed: int
    day: int
    home: Path
    given: list[Given]

    @property
    def now(self) -> str:
        return day_later(self.day - 1)


class _Enough(Exception):
    """The moment to be killed has come."""


class DoomedWalker(Walker):
    """Answers so many prompts and is killed a moment after the last."""

    def __init__(self, terminal: Terminal, seed: int, presses: int, moment: float) -> None:
        super().__init__(terminal)
        self.seed = seed
        self.presses = presses
        self.moment = moment

    def answer(self, prompt, reply):
        if prompt.kind == ASK:
            reply = f"words {self.seed}-{len(self.given)}"
            self.given[-1] = Given(prompt, reply)
        if len(self.given) < self.presses:
            super().answer(prompt, reply)
            return
        self.terminal.write(reply if prompt.kind == CHOOSE and reply else reply + ENTER)
        time.sleep(self.moment)
        self.terminal.kill()
        raise _Enough


def killed_sessions(homes: Homes, folder: Path, seeds: Sequence[int]) -> list[Killed]:
    """Sessions of several days, each killed at a moment of its seed's choosing."""
    found: list[Killed] = []
    for start in range(0, len(seeds), AT_ONCE):
        found += _killed(homes, folder, seeds[start : start + AT_ONCE])
    return found


def _killed(homes: Homes, folder: Path, seeds: Sequence[int]) -> list[Killed]:
    terminals = {}
    for seed in seeds:
        chance = random.Random(seed)
        day = chance.randint(1, LAST_DAY)
        home = homes.on_day(day, folder / f"home-{seed}")
        terminal = Terminal(home, "today", "--pace", "0", now=day_later(day - 1))
        terminals[terminal] = (seed, day, home, DoomedWalker(terminal, seed, chance.randint(2, PRESSES), chance.uniform(0, 0.02)))

    def drive(terminal: Terminal) -> Killed:
        seed, day, home, walker = terminals[terminal]
        try:
            walker.finish()
        except _Enough:
            return Killed(seed, day, home, walker.given)
        raise AssertionError(f"seed {seed}: the day was over after {len(walker.given)} keys, before it was to be killed")

    try:
        return side_by_side(list(terminals), drive)
    finally:
        for terminal in terminals:
            terminal.close()


def assert_nothing_but_the_unanswered_step_is_lost(killed: Killed) -> None:
    """The file is whole, and everything that was answered before the last key is in it."""
    where = f"seed {killed.seed}"
    connection = sqlite3.connect(killed.home / "cmt.db")
    try:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)], where
    finally:
        connection.close()
    kept = {value for (value,) in rows(killed.home, "SELECT value FROM answers")}
    texts = {text for table in ("thoughts", "replies", "entries") for (text,) in rows(killed.home, f"SELECT text FROM {table}")}
    pain, urge = next(iter(rows(killed.home, "SELECT pain, urge FROM arrivals")), (None, None))
    felt, helped = next(iter(rows(killed.home, "SELECT felt, helped FROM practices ORDER BY id DESC LIMIT 1")), (None, None))
    confirmed = killed.given[:-1]
    for at, given in enumerate(confirmed):
        text, said = given.prompt.text, f"{where}: {given}"
        if today.PAIN in text:
            assert pain == int(given.reply), said
        elif today.URGE in text:
            assert urge == int(given.reply), said
        elif session.FELT in text:
            assert felt == int(given.reply), said
        elif session.HELPED in text:
            assert helped == int(given.reply), said
        elif session.CATCH in text:
            assert given.reply in texts or not any(session.KEEP_IT in later.prompt.text for later in confirmed[at:]), said
        elif given.prompt.kind == ASK:
            assert given.reply in kept | texts, said
        elif given.prompt.kind == CHOOSE and not _asked_by_the_program(given):
            assert given.prompt.answers[int(given.reply) - 1] in kept, said


def _asked_by_the_program(given: Given) -> bool:
    """True for a choice that decides what comes next, and whose own words are not kept."""
    own = (session.NOTICE_ANSWERS, session.THOUGHT_ANSWERS, session.KEEP_ANSWERS, session.DIARY_ANSWERS)
    return today.SIZE in given.prompt.text or given.prompt.answers in own


def begun(killed: Killed) -> bool:
    """True when words of the day had been said before the last key."""
    return any(given.prompt.kind == ON for given in killed.given)


def gone_on_with(killed: Sequence[Killed], to_the_end: bool) -> None:
    """Every one of them is offered to go on with, and asks nothing again that an earlier step had kept."""
    for start in range(0, len(killed), AT_ONCE):
        _gone_on_with(killed[start : start + AT_ONCE], to_the_end)


def _gone_on_with(killed: Sequence[Killed], to_the_end: bool) -> None:
    terminals = {Terminal(one.home, "today", "--pace", "0", now=one.now): one for one in killed}

    def drive(terminal: Terminal) -> None:
        one = terminals[terminal]
        where = f"seed {one.seed}"
        walker = Walker(terminal)
        prompt = walker.prompt
        opened = rows(one.home, "SELECT ended FROM sessions WHERE form != 'done' ORDER BY id DESC LIMIT 1")
        if opened and opened[0][0]:
            assert today.DONE_TODAY in prompt.text, where
            return
        if not opened:
            assert not begun(one), where
            assert today.PAIN in prompt.text, where
            return
        assert today.GO_ON.format(day=one.day) in prompt.text, where
        walker.step()
        assert today.PAIN not in terminal.words, where
        if to_the_end:
            assert walker.finish() == 0, where
            asked = {given.prompt.answers for given in one.given[:-1] if given.prompt.kind == CHOOSE and not _asked_by_the_program(given)}
            again = {given.prompt.answers for given in walker.given} & asked - {session.FELT_ANSWERS}
            assert not again, f"{where}: {again} was asked again"

    try:
        side_by_side(list(terminals), drive)
    finally:
        for terminal in terminals:
            terminal.close()
