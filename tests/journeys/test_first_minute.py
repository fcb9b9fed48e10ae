"""The first run: one plain question, six lines, a country, the first breath."""

from __future__ import annotations

import json
from pathlib import Path

from cmt_cli.base.words import start, today
from cmt_cli.base.words import support as help_words
from cmt_cli.base.words.screen import NOT_A_CHOICE, TYPE_CHOICE
from journeys.terminal import CTRL_C, DOWN, ENTER, ESCAPE, TAB, UP, cmt, on_one_line, side_by_side, status
from journeys.walker import Walker


def kept_in(home):
    return json.loads((home / "settings.json").read_text())


def at_the_country(terminal):
    terminal.press(ENTER)
    assert start.COUNTRY in on_one_line(terminal.said)
    return terminal


def test_the_first_minute_goes_from_one_plain_question_to_the_first_breath_and_into_day_1(sit, new_home):
    terminal = sit(new_home, "today", "--pace", "0", now="").settle()
    assert terminal.raw.decode().replace("\r\n", "\n") == start.PLAIN_OR_NOT + "\n"
    terminal.press(ENTER)
    said = on_one_line(terminal.said)
    places = [said.index(line) for line in (*start.SIX_LINES, start.COUNTRY)]
    assert places == sorted(places)
    assert len(start.SIX_LINES) == 6
    terminal.press("2")
    assert start.FIRST_BREATH in on_one_line(terminal.said)
    terminal.press(ENTER)
    terminal.wait_for("in \u2588")
    terminal.press(ENTER)
    terminal.wait_for(start.AFTER_BREATH)
    terminal.press(ENTER)
    terminal.wait_for(today.PAIN)
    assert "Day 1." in terminal.said
    assert (kept_in(new_home)["country"], kept_in(new_home)["accessible"]) == ("IE", False)


def test_everything_the_first_minute_makes_can_be_read_by_its_owner_alone(sit, new_home):
    at_the_country(sit(new_home, "today")).press("1", ENTER, ENTER, ENTER)
    modes = {path.name: path.stat().st_mode & 0o777 for path in (new_home, *new_home.iterdir())}
    assert modes.pop(new_home.name) == 0o700
    assert {"cmt.db", "settings.json", "session.lock"} <= set(modes)
    assert set(modes.values()) == {0o600}


def test_anything_but_y_at_the_plain_question_means_no(sit, tmp_path):
    wrong = ("x99", UP + DOWN + ESCAPE, TAB, "é", "n")
    terminals = [sit(tmp_path / str(number), "today") for number in range(len(wrong))]
    for typed, terminal in zip(wrong, side_by_side(terminals, lambda one: one.type(wrong[terminals.index(one)])), strict=True):
        assert "  1  United Kingdom" in terminal.said, typed
        assert kept_in(Path(terminal.home))["accessible"] is False, typed


def test_y_at_the_plain_question_gives_the_plain_screen_from_there_on(sit, new_home):
    terminal = sit(new_home, "today").type("y")
    terminal.wait_for(TYPE_CHOICE.format(most=9), "Enter for more.")
    assert "\x1b" not in terminal.raw.decode()
    assert kept_in(new_home)["accessible"] is True


def test_wrong_keys_at_the_country_are_said_to_be_wrong_and_the_right_one_still_works(sit, new_home):
    terminal = at_the_country(sit(new_home, "today"))
    for wrong in ("x", "0", "é"):
        terminal.press(wrong)
        assert on_one_line(terminal.said) == NOT_A_CHOICE
    terminal.press(UP + DOWN, TAB, "1")
    assert "> 1" in terminal.said
    assert kept_in(new_home)["country"] == "GB"


def test_enter_at_the_country_is_somewhere_else_and_is_not_asked_again(sit, new_home):
    terminal = at_the_country(sit(new_home, "today")).press(ENTER)
    assert start.FIRST_BREATH in on_one_line(terminal.said)
    assert kept_in(new_home)["country"] == ""


def test_at_the_country_h_shows_the_help_lines_and_q_leaves_with_0_to_begin_again_there(sit, new_home):
    terminal = at_the_country(sit(new_home, "today")).press("h")
    assert help_words.END_MY_LIFE in terminal.said
    assert start.COUNTRY in on_one_line(terminal.said)
    assert terminal.press("q").ends() == 0
    assert status(new_home)["state"] == "not_started"
    again = sit(new_home, "today").settle()
    assert start.PLAIN_OR_NOT not in again.said
    assert start.COUNTRY in on_one_line(again.said)


def test_q_at_the_first_breath_leaves_with_0(sit, new_home):
    terminal = at_the_country(sit(new_home, "today")).press("1", "q")
    assert terminal.ends() == 0
    assert today.PAIN not in terminal.words


def test_ctrl_c_in_the_first_minute_leaves_130_with_one_line(sit, tmp_path):
    presses = ([], [ENTER], [ENTER, "1"], [ENTER, "1", ENTER])
    terminals = [sit(tmp_path / str(number), "today") for number in range(len(presses))]
    ended = side_by_side(terminals, lambda one: one.press(*presses[terminals.index(one)]).press(CTRL_C).ends())
    assert ended == [130] * len(presses)
    for terminal in terminals:
        assert "Traceback" not in terminal.transcript
        assert terminal.transcript.count("Stopped.") == 1
        assert terminal.attributes() == terminal.attributes_before


def test_start_with_flags_asks_nothing_and_today_begins_at_once(sit, new_home):
    assert cmt(new_home, "start", "--country", "GB", "--yes").returncode == 0
    terminal = sit(new_home, "today").settle()
    assert today.PAIN in on_one_line(terminal.said)
    assert start.PLAIN_OR_NOT not in terminal.transcript


def test_who_asks_for_the_plain_screen_keeps_it_after_an_answer_although_their_setting_is_off(sit, new_home):
    assert sit(new_home, "today").press(ENTER, "q").gone
    again = sit(new_home, "today", env={"ACCESSIBLE": "1"})
    Walker(again, plain=True).to("In for 4")
    assert "\x1b" not in again.raw.decode()
    assert "\u2588" not in again.transcript
