"""Every way a session can be stopped, and how it is gone on with."""

from __future__ import annotations

import re
import shutil
import signal
import sys
import time

import pytest

from cmt_cli.base.words import session, today
from journeys.terminal import (
    CTRL_C,
    CTRL_Z,
    ENTER,
    Terminal,
    answers,
    day_later,
    on_one_line,
    plain,
    rows,
    side_by_side,
    status,
)
from journeys.walker import Walker

LED = ("today", "--pace", "0", "--whole")
HARSH = "Other people manage"
FIRST = "Kindness may be the last thing"
ACT = "Pick one small thing to do"
GO_ON = today.GO_ON.format(day=4)
# Somewhere of every kind: where the person is, and what stands in the data file by then.
PLACES = {
    "a scale": today.URGE,
    "a choice": "Day 3 left you with a small act",
    "typed words": "What are you like, on one of your better days",
    "a line": "Open out a little where you are",
    "a silence": "Six seconds of quiet",
    "a breath": "In for 3",
    "after a thought": ACT,
}


@pytest.fixture
def homes_of_day_4(homes, tmp_path):
    return lambda count: [homes.on_day(4, tmp_path / f"home-{number}") for number in range(count)]


def led_to(terminal: Terminal, place: str, **more: str) -> Walker:
    walker = Walker(terminal, {session.CATCH: HARSH, "What are you like": "calm, honest", **more})
    if place == "In for 3":
        walker.to("Let the breath find an even pace")
        terminal.press(ENTER)
        terminal.wait_for("in \u2588")
    else:
        walker.to(place)
    return walker


def in_every_place(sit, folders, stop):
    """Sit down in each place and stop there; the terminals with how they ended."""
    terminals = [sit(folder, *LED, now=day_later(3)) for folder in folders]
    places = dict(zip(terminals, PLACES.values(), strict=True))

    def drive(terminal: Terminal) -> int:
        led_to(terminal, places[terminal])
        terminal.settle()
        return stop(terminal)

    return list(zip(PLACES, terminals, side_by_side(terminals, drive), strict=True))


def pressed_ctrl_c(terminal: Terminal) -> int:
    return terminal.write(CTRL_C).ends()


def sent(number: signal.Signals):
    def stop(terminal: Terminal) -> int:
        terminal.write("").signal(number)
        return terminal.ends()

    return stop


@pytest.mark.parametrize(
    ("stop", "code"),
    [(pressed_ctrl_c, 130), (sent(signal.SIGHUP), 129), (sent(signal.SIGTERM), 143)],
    ids=["Ctrl-C", "a hang-up", "an end"],
)
def test_wherever_it_is_stopped_one_line_says_what_is_kept_and_the_terminal_is_as_before(sit, homes_of_day_4, stop, code):
    for place, terminal, ended in in_every_place(sit, homes_of_day_4(len(PLACES)), stop):
        assert ended == code, place
        lines = [line for line in terminal.said.split("\n") if line.strip(" >\b") and "in " not in line]
        assert on_one_line(" ".join(lines)) == today.STOPPED, place
        assert terminal.attributes() == terminal.attributes_before, place


def test_that_line_stands_on_a_row_of_its_own_where_something_was_being_typed(sit, home):
    terminal = sit(home, *LED).press("4", CTRL_C)
    assert any(row.startswith("Stopped.") for row in terminal.display), terminal.picture()


def test_a_window_that_is_closed_ends_it_with_129_and_keeps_what_was_given(sit, homes_of_day_4):
    folders = homes_of_day_4(len(PLACES))
    for (place, _, ended), folder in zip(in_every_place(sit, folders, Terminal.hang_up), folders, strict=True):
        assert ended == 129, place
        assert rows(folder, "PRAGMA integrity_check") == [("ok",)], place
        if place == "after a thought":
            assert rows(folder, "SELECT text FROM thoughts") == [(HARSH,)]
            assert answers(folder)["two-qualities"] == "calm, honest"


def test_ctrl_c_and_then_going_on_from_there_asks_nothing_that_was_answered(sit, homes_of_day_4):
    (folder,) = homes_of_day_4(1)
    led_to(sit(folder, *LED, now=day_later(3)), ACT).terminal.press(CTRL_C)
    again = sit(folder, "today", "--pace", "0", now=day_later(3))
    walker = Walker(again)
    assert walker.to(GO_ON).answers == today.GO_ON_ANSWERS
    assert ACT in on_one_line(again.press("1").said)
    assert walker.finish() == 0
    assert today.PAIN not in again.words
    assert "What are you like" not in again.words
    assert answers(folder)["two-qualities"] == "calm, honest"
    assert status(folder, day_later(3))["days_completed"] == 4


def test_q_and_then_going_on_brings_back_the_words_typed_before(sit, homes_of_day_4):
    (folder,) = homes_of_day_4(1)
    terminal = led_to(sit(folder, *LED, now=day_later(3)), "The voice you use for a friend Kindness").terminal
    assert terminal.press("q").ends() == 0
    assert today.LEFT in terminal.words
    assert terminal.attributes() == terminal.attributes_before
    walker = Walker(sit(folder, "today", "--pace", "0", now=day_later(3)))
    assert walker.to("in someone like this").text.endswith("calm, honest")


def test_a_day_can_be_started_again_from_the_top_instead(sit, homes_of_day_4):
    (folder,) = homes_of_day_4(1)
    led_to(sit(folder, *LED, now=day_later(3)), ACT).terminal.press("q")
    walker = Walker(sit(folder, "today", "--pace", "0", now=day_later(3)), {GO_ON: "2", "What are you like": "gentle"})
    assert "A friend rings" in on_one_line(walker.to("A friend rings").text)
    assert walker.finish() == 0
    assert rows(folder, "SELECT count(*), max(day) FROM sessions WHERE number = 4") == [(1, "2026-01-08")]
    assert answers(folder)["two-qualities"] == "gentle"


def test_q_at_going_on_leaves_the_place_as_it_was(sit, homes_of_day_4):
    (folder,) = homes_of_day_4(1)
    led_to(sit(folder, *LED, now=day_later(3)), ACT).terminal.press("q")
    terminal = sit(folder, "today", now=day_later(3)).press("q")
    assert terminal.ends() == 0
    assert rows(folder, "SELECT step, ended FROM sessions ORDER BY id DESC LIMIT 1") == [("act", 0)]


def test_pain_is_kept_before_the_urge_is_asked(sit, home):
    walker = Walker(sit(home, *LED), {today.PAIN: "7"})
    walker.to(today.URGE)
    walker.terminal.press(CTRL_C)
    assert rows(home, "SELECT pain, urge FROM arrivals") == [(7, None)]


@pytest.mark.skipif(not shutil.which("bash"), reason="there is no bash to go back to")
@pytest.mark.parametrize(("mode", "place"), [("", today.PAIN), ("", FIRST), ("--accessible", today.PAIN)])
def test_ctrl_z_gives_the_shell_its_terminal_and_fg_takes_it_back(sit, home, mode, place):
    shell = sit(home, command=["bash", "--norc", "--noprofile", "-i"], env={"PS1": "READY ", "PS2": "", "HISTFILE": ""})

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
        assert "Nothing in these three weeks" in on_one_line(shell.press(ENTER).said)
        shell.write("q").wait_for(today.LEFT)
    else:
        assert today.URGE in on_one_line(shell.press("6\r").said)
        shell.write("q\r" if mode else "q").wait_for(today.LEFT_BEFORE)
    shell.wait_for("READY")
    assert attributes() == before


def test_a_second_session_beside_an_open_one_says_so_and_both_go_on(sit, home):
    first = Walker(sit(home, *LED))
    first.to("Many kitchens")
    second = Walker(sit(home, "today", "--pace", "0"))
    second.to(today.GO_ON.format(day=1))
    assert today.ANOTHER_OPEN in second.terminal.words
    assert today.ANOTHER_OPEN not in first.terminal.words
    assert second.finish() == first.finish() == 0
    assert status(home)["days_completed"] == 1
    third = sit(home, "today").settle()
    assert today.ANOTHER_OPEN not in third.words


@pytest.mark.parametrize("size", [(24, 40), (50, 132)])
def test_a_window_resized_in_mid_session_is_filled_as_it_then_is(sit, homes_of_day_4, size):
    (folder,) = homes_of_day_4(1)
    terminal = sit(folder, *LED, now=day_later(3), size=(30, 100))
    walker = Walker(terminal)
    walker.to("A friend rings")
    terminal.resize(*size)
    resized = len(terminal.raw)
    walker.to("What are you like")
    lines = plain(terminal.raw[resized:].decode()).split("\n")
    assert max(map(len, lines)) <= size[1], "words are broken at the edge"
    terminal.send("stub")
    terminal.resize(30, 60)
    terminal.settle()
    terminal.send("born\r")
    terminal.settle()
    assert answers(folder)["two-qualities"] == "stubborn"
    assert walker.finish() == 0
    assert terminal.attributes() == terminal.attributes_before
