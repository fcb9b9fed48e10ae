"""Every way a session can be stopped, and how it is gone on with."""

from __future__ import annotations

import re
import shutil
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from cmt_cli.base.words import session, today
from journeys.terminal import (
    CTRL_C,
    CTRL_Z,
    ENTER,
    Terminal,
    answers,
    day_later,
    days_done,
    on_one_line,
    plain,
    rows,
    side_by_side,
)
from journeys.walker import Walker

pytestmark = pytest.mark.faults  # slow: whole sessions or every command, one after another

LED = ("today", "--pace", "0", "--whole")
HARSH = "Other people manage"
FIRST = "The first line is about the sea."
ACT = "One small thing to take home"
BREATH = "a breath"
GO_ON = today.GO_ON.format(day=1)
REPLIES = {session.CATCH: HARSH, "in the shell": "a pearl", today.PAIN: "7"}
# Somewhere of every kind.
PLACES = {
    "a scale": today.URGE,
    "a choice": "Which weather",
    "typed words": "What is in the shell",
    "a line": "Stand or lie where the sand is dry",
    "a silence": "Six seconds of quiet",
    BREATH: "Breathe with the small waves",
    "after a thought": ACT,
}


def led_to(terminal: Terminal, place: str) -> Terminal:
    Walker(terminal, REPLIES).to(place)
    if place == PLACES[BREATH]:
        terminal.write(ENTER).wait_for("in \u2588")
    return terminal.settle()


def pressed_ctrl_c(terminal: Terminal) -> int:
    return terminal.write(CTRL_C).ends()


def hung_up(terminal: Terminal) -> int:
    terminal.write("").signal(signal.SIGHUP)
    return terminal.ends()


def ended(terminal: Terminal) -> int:
    terminal.write("").signal(signal.SIGTERM)
    return terminal.ends()


CODES = {pressed_ctrl_c: 130, hung_up: 129, ended: 143, Terminal.hang_up: 129}


class Stop(NamedTuple):
    """Somebody who was led to a place and stopped there in some way."""

    terminal: Terminal
    place: str
    way: Callable[[Terminal], int]
    code: int = -1


@pytest.fixture(scope="module")
def stops(homes, tmp_path_factory):
    """Every place left with Ctrl-C, and some in each other way; all of them side by side."""
    folder = tmp_path_factory.mktemp("stops")
    wanted = [(place, pressed_ctrl_c) for place in PLACES]
    wanted += [(place, way) for place in ("typed words", BREATH, "after a thought") for way in CODES if way is not pressed_ctrl_c]
    stops = [Stop(Terminal(homes.by_the_sea(folder / str(number)), *LED), place, way) for number, (place, way) in enumerate(wanted)]
    of = {stop.terminal: stop for stop in stops}
    codes = side_by_side(list(of), lambda terminal: of[terminal].way(led_to(terminal, PLACES[of[terminal].place])))
    yield [stop._replace(code=code) for stop, code in zip(stops, codes, strict=True)]
    for stop in stops:
        stop.terminal.close()


@pytest.mark.parametrize("way", CODES, ids=["Ctrl-C", "SIGHUP", "SIGTERM", "a closed window"])
def test_each_way_of_stopping_ends_with_its_own_code_wherever_it_happens(stops, way):
    codes = {stop.place: stop.code for stop in stops if stop.way is way}
    assert codes == dict.fromkeys(codes, CODES[way])
    assert len(codes) >= 3


def test_wherever_it_is_stopped_one_line_says_what_is_kept_and_the_terminal_is_as_before(stops):
    for terminal, place, way, _ in stops:
        if way is not Terminal.hang_up:
            lines = [line for line in terminal.said.split("\n") if line.strip(" >\b") and "\u2588" not in line]
            assert on_one_line(" ".join(lines)) == today.STOPPED, (place, way)
            assert terminal.attributes() == terminal.attributes_before, (place, way)


def test_wherever_it_is_stopped_the_file_is_whole_and_what_was_given_is_in_it(stops):
    for terminal, place, way, _ in stops:
        folder = Path(terminal.home)
        assert rows(folder, "PRAGMA integrity_check") == [("ok",)], (place, way)
        assert rows(folder, "SELECT pain FROM arrivals") == [(7,)], (place, way)
        if place == "after a thought":
            assert {text for (text,) in rows(folder, "SELECT text FROM thoughts")} == {HARSH}, way
            assert answers(folder)["shell"] == "a pearl", way


def test_that_line_stands_on_a_row_of_its_own_where_something_was_being_typed(sit, sea):
    terminal = sit(sea, *LED).press("4", CTRL_C)
    assert any(row.startswith("Stopped.") for row in terminal.display), terminal.picture()


@pytest.fixture(scope="module")
def stopped(homes, tmp_path_factory):
    """A folder whose session was stopped with Ctrl-C at its last choice."""
    folder = homes.by_the_sea(tmp_path_factory.mktemp("stopped") / "sea")
    with Terminal(folder, *LED) as terminal:
        assert led_to(terminal, ACT).press(CTRL_C).ends() == 130
    return folder


@pytest.fixture
def left(stopped, tmp_path):
    """A copy of it."""
    return Path(shutil.copytree(stopped, tmp_path / "left"))


def test_after_ctrl_c_the_next_run_goes_on_from_there_and_asks_nothing_that_was_answered(sit, left):
    again = sit(left, "today", "--pace", "0")
    walker = Walker(again)
    assert walker.to(GO_ON).answers == today.GO_ON_ANSWERS
    assert ACT in on_one_line(again.press("1").said)
    assert walker.finish() == 0
    assert today.PAIN not in again.words
    assert "in the shell" not in again.words
    assert answers(left)["shell"] == "a pearl"
    assert days_done(left) == {1}


def test_the_day_can_be_started_again_from_the_top_instead(sit, left):
    walker = Walker(sit(left, "today", "--pace", "0"), {GO_ON: "2", "in the shell": "sand"})
    assert FIRST in walker.to(FIRST).text
    assert walker.finish() == 0
    assert rows(left, "SELECT count(*) FROM sessions") == [(1,)]
    assert answers(left)["shell"] == "sand"


def test_q_at_going_on_leaves_the_place_as_it_was(sit, left):
    assert sit(left, "today").press("q").ends() == 0
    assert rows(left, "SELECT step, ended FROM sessions") == [("act", 0)]


def test_q_and_then_going_on_brings_back_the_words_typed_before(sit, sea):
    terminal = led_to(sit(sea, *LED), "The tide may bring nothing.")
    assert terminal.press("q").ends() == 0
    assert today.LEFT in terminal.words
    assert terminal.attributes() == terminal.attributes_before
    walker = Walker(sit(sea, "today", "--pace", "0"))
    assert walker.to("Look into the shell once more").text.endswith("once more: a pearl")


def test_a_day_left_before_its_practice_can_be_gone_on_with_days_later(sit, sea):
    led_to(sit(sea, *LED), "Which weather").press("q")
    walker = Walker(sit(sea, "today", "--pace", "0", now=day_later(3)))
    walker.to(GO_ON)
    assert "Which weather" in walker.terminal.press("1").said
    walker.to("What is in the shell")
    assert rows(sea, "SELECT step, day FROM sessions") == [("shell", "2026-01-05")], "a session belongs to the day it began"


def test_pain_is_kept_before_the_urge_is_asked(sit, sea):
    led_to(sit(sea, *LED), today.URGE).press(CTRL_C)
    assert rows(sea, "SELECT pain, urge FROM arrivals") == [(7, None)]


@pytest.mark.skipif(not shutil.which("bash"), reason="there is no bash to go back to")
@pytest.mark.parametrize(("mode", "place"), [("", today.PAIN), ("", FIRST), ("--accessible", today.PAIN)])
def test_ctrl_z_gives_the_shell_its_terminal_and_fg_takes_it_back(sit, sea, mode, place):
    shell = sit(sea, command=["bash", "--norc", "--noprofile", "-i"], env={"PS1": "READY ", "PS2": "", "HISTFILE": ""})

    def attributes() -> str:
        shell.write("stty -g; echo ask''ed\n").wait_for("asked READY")
        return re.search(r"[0-9a-f]+(?::[0-9a-f]+){10,}", shell.said)[0]

    shell.wait_for("READY")
    before = attributes()
    shell.write(f"{sys.executable} -m cmt_cli today --pace 0 --whole {mode}\n").wait_for(today.PAIN)
    if place == FIRST:
        shell.press("5\r", "5\r")
    shell.settle().write(CTRL_Z).wait_for("Stopped")
    assert attributes() == before
    shell.write("fg\n").wait_for("cmt_cli")
    time.sleep(0.1)  # for the shell to hand the terminal over; before that a key would be the shell's
    if place == FIRST:
        assert "The second line" in on_one_line(shell.press(ENTER).said)
        shell.write("q").wait_for(today.LEFT)
    else:
        assert today.URGE in on_one_line(shell.press("6\r").said)
        shell.write("q\r" if mode else "q").wait_for(today.LEFT_BEFORE)
    shell.wait_for("READY")
    assert attributes() == before


def test_a_second_session_beside_an_open_one_says_so_and_both_go_on(sit, sea):
    first = Walker(sit(sea, *LED))
    first.to(FIRST)
    second = Walker(sit(sea, "today", "--pace", "0"))
    second.to(GO_ON)
    assert today.ANOTHER_OPEN in second.terminal.words
    assert today.ANOTHER_OPEN not in first.terminal.words
    assert FIRST in second.terminal.press("1").said
    assert "The second line" in first.terminal.press(ENTER).said
    assert first.terminal.press("q").ends() == second.terminal.press("q").ends() == 0
    assert today.ANOTHER_OPEN not in sit(sea, "today").settle().words


def test_a_window_resized_in_mid_session_is_filled_as_it_then_is(sit, sea):
    terminal = sit(sea, *LED, size=(30, 100))
    walker = Walker(terminal)
    walker.to(FIRST)
    terminal.resize(24, 40)
    resized = len(terminal.raw)
    walker.to("What is in the shell")
    lines = plain(terminal.raw[resized:].decode()).split("\n")
    assert max(map(len, lines)) <= 40, "words are broken at the edge"
    terminal.send("stub")
    terminal.resize(30, 60)
    terminal.settle()
    terminal.send("born\r")
    terminal.settle()
    assert answers(sea)["shell"] == "stubborn"
    assert walker.finish() == 0
    assert terminal.attributes() == terminal.attributes_before


def test_ctrl_c_while_it_is_still_starting_is_no_traceback(sit, sea, tmp_path):
    """A module that interrupts stands for the finger, so that it always comes at the same moment."""
    (tmp_path / "typer.py").write_text("raise KeyboardInterrupt\n")
    terminal = sit(sea, "today", env={"PYTHONPATH": str(tmp_path)})
    assert terminal.ends() == 130
    assert "Traceback" not in terminal.transcript
