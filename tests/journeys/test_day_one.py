"""Day 1 as it is lived: whole, short, one breath, again, and by somebody who presses every wrong key."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cmt_cli.base.words import session, today
from cmt_cli.base.words import support as help_words
from journeys import course
from journeys.terminal import CTRL_D, ENTER, Terminal, answers, cmt, day_later, on_one_line, rows, setting, side_by_side, status
from journeys.walker import ASK, CHOOSE, ON, SCALE, Walker

HARSH = "I am a nuisance to everybody"
NOTICE = session.NOTICE_ANSWERS[0]
ACT = course.act(1)
WORDS = {session.CATCH: HARSH, course.opening(ACT.text): "2", today.PAIN: "6", today.URGE: "4", session.HELPED: "7"}
WHOLE = ("today", "--pace", "0")


def led(terminal, **replies):
    walker = Walker(terminal, {**WORDS, **replies})
    assert walker.finish() == 0
    return walker


def test_the_whole_day_is_led_to_its_end_and_everything_given_is_kept(sit, home):
    walker = led(sit(home, *WHOLE))
    assert on_one_line(walker.terminal.said).endswith("Day 1 is done. One day practised.")
    assert rows(home, "SELECT pain, urge FROM arrivals") == [(6, 4)]
    assert answers(home) == {"notice": session.KEPT_CAUGHT, "act": ACT.answers[1]}
    assert rows(home, "SELECT text, bring_back, due_on FROM thoughts") == [(HARSH, 1, None)]
    assert rows(home, "SELECT practice, left_by, felt, helped FROM practices") == [(course.practice(1).id, "end", 1, 7)]
    assert rows(home, "SELECT form, number, ended, counted_at IS NOT NULL FROM sessions") == [("whole", 1, 1, 1)]
    after = status(home)
    assert (after["day"], after["days_completed"], after["state"]) == (2, 1, "done_today")
    assert walker.terminal.attributes() == walker.terminal.attributes_before


def test_whoever_presses_the_wrong_keys_at_every_step_still_finishes_with_their_own_answers(sit, home):
    terminal = sit(home, *WHOLE)
    walker = Walker(terminal, WORDS, wrong_keys=True)
    assert walker.finish() == 0
    assert {given.prompt.kind for given in walker.given} == {SCALE, CHOOSE, ASK, ON}
    assert rows(home, "SELECT pain, urge FROM arrivals") == [(6, 4)]
    assert answers(home) == {"notice": session.KEPT_CAUGHT, "act": ACT.answers[1]}
    assert rows(home, "SELECT text FROM thoughts") == [(HARSH,)]
    assert rows(home, "SELECT felt, helped FROM practices") == [(1, 7)]
    assert terminal.attributes() == terminal.attributes_before


NOTICED = {
    "typed and left be": ({NOTICE: "1", session.KEEP_IT: "2"}, session.KEPT_CAUGHT, [(HARSH, 0)]),
    "typed and not kept": ({NOTICE: "1", session.KEEP_IT: "3"}, session.KEPT_IN_MIND, []),
    "typed, and nothing": ({NOTICE: "1", session.CATCH: ""}, session.KEPT_IN_MIND, []),
    "not for keeping": ({NOTICE: "2"}, session.KEPT_IN_MIND, []),
    "none today": ({NOTICE: "3"}, session.KEPT_NONE, []),
    "passed": ({NOTICE: ""}, None, []),
}


def test_a_thought_can_be_kept_or_not_and_every_answer_is_a_full_one(sit, homes, tmp_path):
    terminals = {way: sit(homes.by_the_sea(tmp_path / way), *WHOLE) for way in NOTICED}
    ways = {terminal: way for way, terminal in terminals.items()}
    side_by_side(list(ways), lambda terminal: Walker(terminal, {session.CATCH: HARSH, **NOTICED[ways[terminal]][0]}).to("Here is a bench"))
    for way, (_, answer, thoughts) in NOTICED.items():
        assert answers(tmp_path / way)["notice"] == answer, way
        assert rows(tmp_path / way, "SELECT text, bring_back FROM thoughts") == thoughts, way
        assert session.IF_ABOUT_ENDING_LIFE in terminals[way].words
    unkept = b"".join(path.read_bytes() for path in (tmp_path / "typed and not kept").rglob("*") if path.is_file())
    assert HARSH.encode() not in unkept
    assert "Then the path was quiet." in terminals["none today"].words


def test_the_short_form_by_flag_or_by_question_leads_through_the_short_steps_alone_and_counts_alike(sit, homes, tmp_path):
    terminals = [sit(homes.on_day(1, tmp_path / name), *WHOLE, *args) for name, args in (("flag", ["--short"]), ("question", []))]
    flag, question = side_by_side(terminals, lambda terminal: led(terminal, **{today.SIZE: "2"}))
    assert today.SIZE not in flag.terminal.words
    assert today.SIZE in question.terminal.words
    for walker in (flag, question):
        assert course.only_in_the_whole(1) not in walker.terminal.words
        assert answers(Path(walker.terminal.home)) == {}
        assert rows(Path(walker.terminal.home), "SELECT form, counted_at IS NOT NULL FROM sessions") == [("short", 1)]


def test_one_breath_by_flag_or_by_question_is_a_rest_day_and_changes_neither_the_day_nor_the_state(sit, homes, tmp_path):
    terminals = [sit(homes.on_day(1, tmp_path / name), *WHOLE, *args) for name, args in (("flag", ["--rest"]), ("question", []))]
    before = status(tmp_path / "flag")
    for walker in side_by_side(terminals, lambda terminal: led(terminal, **{today.SIZE: "3"})):
        assert today.RESTED.format(day=1) in walker.terminal.words
        assert "In for 4, out for 4, eight seconds." in walker.terminal.words
        assert status(Path(walker.terminal.home)) == before
        assert rows(Path(walker.terminal.home), "SELECT count(*) FROM rests") == [(1,)]
        assert rows(Path(walker.terminal.home), "SELECT count(*) FROM sessions") == [(0,)]


def test_a_day_can_be_revisited_and_days_practised_stay_as_they_were(sit, sea):
    assert cmt(sea, "today", "--done").returncode == 0
    walker = led(sit(sea, *WHOLE, "--short", "--day", "1", now=day_later(1)))
    assert on_one_line(walker.terminal.said).endswith("Day 1 is done. One day practised.")
    assert status(sea, day_later(1))["day"] == 2


def test_a_day_beyond_the_next_is_refused_with_2_and_a_sentence(sit, home):
    wrong = {"9": "Day 9", "0": "day 0", "3": "--day 1"}
    terminals = [sit(home, *WHOLE, "--day", day) for day in wrong]
    assert side_by_side(terminals, Terminal.ends) == [2, 2, 2]
    for terminal, says in zip(terminals, wrong.values(), strict=True):
        assert says in terminal.words
        assert "Traceback" not in terminal.words
    assert rows(home, "SELECT count(*) FROM sessions") == [(0,)]


@pytest.fixture
def evening(homes, tmp_path):
    """The folder of somebody who has done today's day."""
    return homes.on_day(2, tmp_path / "evening")


def test_after_todays_session_it_can_be_left_there_had_again_or_the_next_one_opened(sit, evening):
    says = {ENTER: today.LEFT_BEFORE, "1": today.LEFT_BEFORE, "2": "Day 1. ", "3": "Day 2. "}
    terminals = [sit(evening, *WHOLE) for _ in says]
    side_by_side(terminals, lambda terminal: terminal.press(list(says)[terminals.index(terminal)]))
    for terminal, said in zip(terminals, says.values(), strict=True):
        assert today.DONE_TODAY in terminal.transcript
        assert said in terminal.said
        assert terminal.gone == (said == today.LEFT_BEFORE)
    assert rows(evening, "SELECT count(*) FROM sessions") == [(1,)]


def test_after_todays_session_h_shows_the_help_lines_and_q_leaves(sit, evening):
    terminal = sit(evening, *WHOLE).press("h")
    assert help_words.END_MY_LIFE in terminal.transcript
    assert today.DONE_TODAY in terminal.said
    assert terminal.press("q").ends() == 0


def at_the_bell(sit, homes, tmp_path):
    home = homes.by_the_sea(tmp_path / "home", bell=None)
    walker = Walker(sit(home, *WHOLE))
    walker.to(today.BELL)
    return home, walker.terminal


def test_the_bell_rings_once_is_offered_once_and_never_again(sit, homes, tmp_path):
    home, terminal = at_the_bell(sit, homes, tmp_path)
    assert terminal.raw.count(b"\a") == 1
    terminal.press("y", "q")
    assert terminal.ends() == 0
    assert setting(home, "bell") is True
    again = Walker(sit(home, *WHOLE, "--short"))
    assert again.finish() == 0
    assert today.BELL not in again.terminal.words
    assert today.URGE in again.terminal.words


def test_no_to_the_bell_is_remembered_too(sit, homes, tmp_path):
    home, terminal = at_the_bell(sit, homes, tmp_path)
    terminal.press(ENTER)
    assert setting(home, "bell") is False


def test_at_the_bell_h_and_the_keys_are_shown_and_q_leaves_with_nothing_decided(sit, homes, tmp_path):
    home, terminal = at_the_bell(sit, homes, tmp_path)
    for key, shown in (("h", help_words.END_MY_LIFE), ("?", session.KEYS[0])):
        said = on_one_line(terminal.press(key).said)
        assert shown in said
        assert said.endswith("y or n? Enter means no.")
    assert terminal.press("q").ends() == 0
    assert setting(home, "bell") is None


def test_ctrl_d_leaves_as_q_does(sit, home):
    terminal = sit(home, *WHOLE).press(CTRL_D)
    assert terminal.ends() == 0
    assert today.LEFT_BEFORE in terminal.words


def test_the_sizes_say_their_minutes_and_the_shown_ones_are_those_of_the_contract(sit, home):
    size = Walker(sit(home, *WHOLE)).to(today.SIZE)
    whole, short, breath = size.answers
    assert re.fullmatch(r"The whole day, about (ten|eleven|twelve|thirteen|fourteen|fifteen) minutes", whole)
    assert re.fullmatch(r"The short form, about (three|four|five) minutes", short)
    assert breath == "One breath, and that is today"


def test_a_line_of_the_day_is_said_one_at_a_time_and_waits_for_enter(sit, sea):
    walker = Walker(sit(sea, *WHOLE))
    walker.to("The first line is about the sea.")
    assert walker.prompt.kind == ON
    assert "The second line" not in walker.terminal.words
    assert on_one_line(walker.terminal.press(ENTER).said) == "The second line is about the path, and you are in no hurry on it."
