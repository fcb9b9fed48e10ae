"""The outside world as the program finds it: CMT_NOW, CMT_HOME, and what makes the screen a plain one."""

from __future__ import annotations

import io
import sys
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from cmt_cli import env as outside
from cmt_cli.base.faults import Exit, Fault
from cmt_cli.base.settings import Settings


@pytest.fixture(autouse=True)
def _world(monkeypatch, tmp_path):
    monkeypatch.setenv("CMT_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("TERM", "xterm")


def test_the_clock_starts_at_cmt_now_and_says_so(monkeypatch):
    monkeypatch.setenv("CMT_NOW", "2026-01-05T09:00:00+02:00")
    env = outside.real()
    began = datetime.fromisoformat("2026-01-05T09:00:00+02:00")
    assert timedelta(0) <= env.now() - began < timedelta(minutes=5)
    assert env.now().tzinfo is not None
    assert any("CMT_NOW" in remark and "Mon 5 Jan 2026 07:00" in remark for remark in env.remarks)


def test_the_clock_that_was_started_goes_on(monkeypatch):
    monkeypatch.setenv("CMT_NOW", "2026-01-05T09:00:00+00:00")
    env = outside.real()
    assert env.now() < env.now()


@pytest.mark.parametrize("said", ["yesterday", "2026-01-05", "2026-01-05T09:00:00", "09:00"])
def test_a_moment_without_an_offset_is_refused(monkeypatch, said):
    monkeypatch.setenv("CMT_NOW", said)
    with pytest.raises(Fault, match="offset") as refused:
        outside.real()
    assert refused.value.code == Exit.COULD_NOT


def test_without_cmt_now_the_clock_is_the_machines_and_nothing_is_remarked():
    env = outside.real()
    assert abs(env.now() - datetime.now().astimezone()) < timedelta(minutes=5)
    assert env.remarks == ()


def test_nothing_is_made_by_looking_at_the_world(tmp_path):
    outside.real()
    assert not (tmp_path / "home").exists()


def test_the_folder_is_cmt_home_or_the_platforms(monkeypatch):
    assert outside.home_of({"CMT_HOME": "/somewhere"}) == Path("/somewhere")
    assert outside.home_of({"CMT_HOME": "here"}).is_absolute()
    monkeypatch.setenv("XDG_DATA_HOME", "/data")
    assert outside.home_of({}).name == "cmt"


@pytest.mark.parametrize(("name", "value"), [("TERM", "dumb"), ("ACCESSIBLE", "1"), ("ACCESSIBLE", "yes")])
def test_the_environment_can_ask_for_the_plain_screen(monkeypatch, name, value):
    assert not outside.real().accessible
    monkeypatch.setenv(name, value)
    assert outside.real().accessible


@pytest.mark.parametrize("value", ["", "0"])
def test_accessible_can_be_switched_off_in_the_environment(monkeypatch, value):
    monkeypatch.setenv("ACCESSIBLE", value)
    assert not outside.real().accessible


def test_the_setting_and_the_option_ask_for_the_plain_screen(tmp_path):
    assert outside.real(accessible=True).accessible
    outside.save_settings(tmp_path / "home", Settings(accessible=True))
    assert outside.real().accessible


class Terminal(io.StringIO):
    def isatty(self):
        return True


def terminals(monkeypatch, *names):
    for name in names:
        monkeypatch.setattr(sys, name, Terminal())


@pytest.mark.parametrize(("names", "interactive"), [((), False), (("stdin",), False), (("stdout",), False), (("stdin", "stdout"), True)])
def test_it_asks_only_where_both_ends_are_a_terminal(monkeypatch, names, interactive):
    terminals(monkeypatch, *names)
    assert outside.real().interactive is interactive


@pytest.mark.parametrize(
    ("name", "value", "color"), [("NO_COLOR", "1", False), ("NO_COLOR", "", True), ("TERM", "dumb", False), ("TERM", "xterm", True)]
)
def test_there_are_codes_only_in_a_terminal_that_wants_them(monkeypatch, name, value, color):
    monkeypatch.setenv(name, value)
    terminals(monkeypatch, "stdin", "stdout")
    assert outside.real().color is color


def test_a_pipe_has_no_codes():
    assert not outside.real().color


def test_settings_come_back_as_they_were_kept(tmp_path):
    kept = Settings(country="GB", accessible=False, speak=True, bell=True)
    outside.save_settings(tmp_path / "home", kept)
    assert outside.load_settings(tmp_path / "home") == (kept, ())


def test_in_a_process_of_its_own_the_clock_says_when_it_was_started(program):
    result = program("checkin", "--pain", "4", env={"CMT_NOW": "2026-01-05T09:00:00+00:00"})
    assert (result.returncode, result.stdout) == (0, "Check-in 1 is kept for Mon 5 Jan 2026 09:00.\n")
    assert "CMT_NOW" in result.stderr


def test_in_a_process_of_its_own_a_bad_clock_is_one_sentence(program):
    result = program("status", env={"CMT_NOW": "tomorrow"})
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr.count("\n") == 1
    assert "tomorrow" not in result.stderr
