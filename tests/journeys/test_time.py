"""What keeps its own time: a breath, a silence, a line that is held, a voice. All of it is watched at once, because it cannot be hurried."""

from __future__ import annotations

import re
import time
from itertools import pairwise
from typing import NamedTuple

import pytest

from cmt_cli.base.words import screen
from journeys import course
from journeys.terminal import ENTER, NOW, SPACE, Terminal, cmt, day_later, on_one_line, side_by_side
from journeys.voice import Voice
from journeys.walker import Walker

FEET = course.opening(course.LIBRARY.practice("ground-feet").parts[0].text)
AFTER_FEET = course.opening(course.LIBRARY.practice("ground-feet").parts[1].text)
LISTENING = {"ACCESSIBLE": "1"}
AT_A_QUARTER = ("ground", "--with", "feet", "--pace", "0.25")


class Seen(NamedTuple):
    """A terminal when its scene is over, and what the scene noted."""

    terminal: Terminal
    noted: str = ""


def a_breath(terminal, voice):
    Walker(terminal).to("Breathe with the reeds.")
    terminal.write(ENTER).wait_for("In for 2, out for 2, four seconds.")
    return Seen(terminal)


def a_silence_by_ear(terminal, voice):
    terminal.wait_for(AFTER_FEET)
    return Seen(terminal)


def cues_by_ear(terminal, voice):
    Walker(terminal, plain=True).to("If that is the wrong pace")
    terminal.write(ENTER).wait_for("Out for 3.")
    return Seen(terminal)


def a_held_line(terminal, voice):
    terminal.wait_for(FEET)
    terminal.press(SPACE)
    terminal.wait_for(screen.HELD)
    time.sleep(2)  # longer than the line would have taken
    terminal.read(0)
    held = terminal.said
    terminal.write(SPACE).wait_for("seconds")
    return Seen(terminal, held)


def a_slow_voice(terminal, voice):
    terminal.wait_for(FEET)
    terminal.wait_for("seconds")
    return Seen(terminal, voice.read("ended"))


@pytest.fixture(scope="module")
def voice(tmp_path_factory):
    return Voice(tmp_path_factory.mktemp("voices") / "slow", then="/bin/sleep 2.5")


@pytest.fixture(scope="module")
def scenes(homes, tmp_path_factory, voice):
    """Every scene, driven side by side; by its name."""
    folder = tmp_path_factory.mktemp("scenes")

    def begin(scene, *args, env=None, now=NOW, **settings):
        home = homes.by_the_sea(folder / scene.__name__, **settings)
        if scene is a_breath:
            assert cmt(home, "today", "--done").returncode == 0
        return Terminal(home, *args, env=env, now=now), scene

    begun = dict(
        [
            begin(a_breath, "today", "--pace", "0", "--short", now=day_later(1)),
            begin(a_silence_by_ear, *AT_A_QUARTER, env=LISTENING),
            begin(cues_by_ear, "ground", "--with", "breath", "--cues", env=LISTENING),
            begin(a_held_line, *AT_A_QUARTER),
            begin(a_slow_voice, *AT_A_QUARTER, env=voice.env, speak=True),
        ]
    )
    seen = side_by_side(list(begun), lambda terminal: begun[terminal](terminal, voice))
    yield {begun[one.terminal]: one for one in seen}
    for terminal in begun:
        terminal.close()


def test_the_breath_bar_rewrites_one_line_steadily_for_its_seconds(scenes):
    terminal = scenes[a_breath].terminal
    raw = terminal.raw.decode()
    bar = raw[raw.index("\r  in") : raw.rindex("\r", 0, raw.index("(In for 2"))]
    assert bar.count("\n") == 0
    assert "\x1b" not in bar
    assert len(bar.encode()) < 4000
    frames = [frame for frame in bar.split("\r") if frame.strip()]
    assert len(frames) == 40
    widths = [frame.count("\u2588") for frame in frames]
    assert widths[:20] == sorted(widths[:20])
    assert all(abs(after - before) <= 1 for before, after in pairwise(widths))
    assert not any(row.split()[:1] in (["in"], ["out"]) for row in terminal.display), "the bar is gone when the breath is over"


def test_by_ear_silence_keeps_its_seconds_and_then_the_words_come_by_themselves(scenes):
    said = scenes[a_silence_by_ear].terminal.transcript.split("\n")
    at = said.index("Two seconds of quiet.")
    assert said[at + 1] == "Back now."
    assert said[at + 2].startswith(AFTER_FEET)


def test_cues_say_each_phase_of_a_breath_and_draw_nothing(scenes):
    terminal = scenes[cues_by_ear].terminal
    assert "In for 3.\nOut for 3.\n" in terminal.said
    assert re.search(r"\r(?!\n)|\x1b", terminal.raw.decode()) is None


def test_space_holds_a_timed_line_until_space(scenes):
    assert on_one_line(scenes[a_held_line].noted) == f"({screen.HELD})"


def test_the_pace_waits_for_the_voice(scenes):
    assert scenes[a_slow_voice].noted == "ended\n", "the first line was not spoken to its end"
