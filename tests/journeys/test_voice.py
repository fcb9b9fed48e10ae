"""Guidance read aloud: what the voice is given, what it is never given, and how it is stopped."""

from __future__ import annotations

import os

import pytest

from cmt_cli.base.words import session
from journeys.terminal import CTRL_C
from journeys.voice import Voice
from journeys.walker import Walker


def test_the_voice_is_given_the_guidance_on_its_stdin_and_never_the_persons_words(sit, homes, tmp_path):
    voice = Voice(tmp_path / "voice")
    terminal = sit(homes.by_the_sea(tmp_path / "home", speak=True), "today", "--pace", "0", env=voice.env)
    own = {"in the shell": "zebra marmalade", session.CATCH: "zebra gooseberry", "What would the sea say": "zebra quince"}
    walker = Walker(terminal, own)
    walker.to("Stand or lie")
    voice.wait_for("Stand or lie where the sand is dry.")
    assert walker.to("Look into the shell").text.endswith("zebra marmalade")
    voice.wait_for("Look into the shell once more:")
    walker.to("Read it again")
    voice.wait_for("Read it again, as slowly as the tide.")
    walker.to("One small thing to take home")
    assert terminal.words.count("zebra quince") >= 2, "typed, and read again"
    assert "zebra gooseberry" in terminal.words
    assert "zebra" not in voice.read("stdin")
    assert set(voice.read("argv").split("\n")) == {"--stdin", ""}


@pytest.mark.parametrize(("key", "code"), [("q", 0), (CTRL_C, 130)])
def test_q_and_ctrl_c_stop_the_voice_at_once(sit, homes, tmp_path, key, code):
    voice = Voice(tmp_path / "voice", then="exec /bin/sleep 60")
    terminal = sit(homes.on_day(1, tmp_path / "home", speak=True), "ground", "--with", "feet", env=voice.env)
    terminal.wait_for("Notice your feet")
    voice.wait_for("Notice your feet")
    assert terminal.write(key).ends() == code
    (pid,) = voice.read("pid").split()
    with pytest.raises(ProcessLookupError):
        os.kill(int(pid), 0)


def test_without_the_setting_nothing_is_spoken(sit, home, tmp_path):
    voice = Voice(tmp_path / "voice")
    assert Walker(sit(home, "ground", "--with", "feet", "--pace", "0", env=voice.env)).finish() == 0
    assert voice.read("argv") == ""
