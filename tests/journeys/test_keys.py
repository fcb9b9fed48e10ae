"""The keys of a session, as a person presses them, in the little programme of the tests."""

from __future__ import annotations

import time

import pytest

from cmt_cli.base.words import screen, session, today
from cmt_cli.base.words import support as help_words
from journeys.terminal import ENTER, SPACE, answers, on_one_line, rows, status
from journeys.walker import Walker

LED = ("today", "--pace", "0", "--whole")
FIRST = "The first line is about the sea."
SECOND = "The second line is about the path"
SHELL = "What is in the shell you picked up?"
WAVES = "Breathe with the small waves."


@pytest.fixture
def walker(sit, sea):
    """Somebody on day 1."""
    return Walker(sit(sea, *LED))


@pytest.fixture
def writer(walker):
    """Somebody who is asked for words."""
    walker.to(SHELL)
    return walker


def at_a_breath(walker):
    walker.to(WAVES)
    walker.terminal.write(ENTER).wait_for("in \u2588")
    return walker.terminal


def test_question_mark_says_which_step_of_how_many_and_the_keys_and_then_the_line_again(walker):
    walker.to(FIRST)
    said = on_one_line(walker.terminal.press("?").said)
    assert "step 1 of 11, with about eight minutes left." in said or "step 1 of 11, with about nine minutes left." in said
    assert session.KEYS[1] in said
    assert said.endswith(f"left. {FIRST}")
    walker.to("The lesson begins with a gull")
    assert "step 2 of 11" in on_one_line(walker.terminal.press("?").said)


@pytest.mark.parametrize("place", [today.PAIN, FIRST, "Which weather", SHELL])
def test_h_shows_the_help_lines_anywhere_and_then_what_stood_there(walker, place):
    walker.to(place)
    terminal = walker.terminal
    terminal.type("/h") if place == SHELL else terminal.press("h")
    said = on_one_line(terminal.said)
    assert help_words.END_MY_LIFE in said
    assert "116 123" in said
    assert place in said.partition(help_words.MY_PEOPLE)[2]


def test_g_steadies_and_goes_on_from_where_it_was(walker):
    walker.to(SECOND)
    assert "touch" in walker.terminal.press("g").said
    assert walker.to(session.AFTER_GROUND).answers == session.AFTER_GROUND_ANSWERS
    assert SECOND in on_one_line(walker.terminal.press("1").said)


@pytest.mark.parametrize("key", ["2", "q"])
def test_g_can_end_the_session_where_it_was_and_the_place_is_kept(walker, sea, key):
    walker.to(SECOND)
    walker.terminal.press("g")
    walker.to(session.AFTER_GROUND)
    walker.terminal.press(key)
    assert walker.terminal.ends() == 0
    assert today.LEFT in walker.terminal.words
    assert status(sea)["state"] == "part_way"


def test_g_in_the_practice_counts_the_day_when_it_ends_there(walker, sea):
    walker.to(WAVES)
    walker.terminal.press("g")
    walker.to(session.AFTER_GROUND)
    walker.terminal.press("2")
    assert walker.terminal.ends() == 0
    assert rows(sea, "SELECT left_by FROM practices") == [("ground",)]
    assert status(sea)["days_completed"] == 1


def test_e_at_a_breath_gives_its_other_anchor_and_no_breath_after_it(walker):
    terminal = at_a_breath(walker)
    terminal.press("e")
    assert "Listen to the small waves." in terminal.said
    assert "of quiet" in terminal.press(ENTER).said
    mark = len(terminal.raw)
    walker.to(session.FELT)
    rest = terminal.raw[mark:].decode()
    assert "\u2588" not in rest
    assert "In for" not in rest
    assert "Listen to the larger waves." in rest
    assert "Breathe with" not in rest


def test_e_in_the_practice_goes_to_the_easier_one_with_open_eyes_and_the_day_counts(walker, sea):
    walker.to("Let the tide go out")
    assert "Eyes open" in walker.terminal.press("e").said
    assert walker.finish() == 0
    assert rows(sea, "SELECT practice, left_by FROM practices") == [("day-01/practice", "eased")]
    assert status(sea)["days_completed"] == 1


def test_e_in_the_lesson_is_the_short_form_from_there(walker):
    walker.to("The lesson begins with a gull")
    said = on_one_line(walker.terminal.press("e").said)
    assert session.SHORT_FROM_HERE in said
    assert "The tide" in said
    assert walker.finish() == 0
    assert "Let the tide go out" not in walker.terminal.words
    assert "bench" not in walker.terminal.words


@pytest.mark.parametrize(("key", "days"), [(ENTER, 1), ("y", 1), ("n", 0)])
def test_s_leaves_the_practice_out_and_asks_whether_the_day_counts(walker, sea, key, days):
    walker.to(WAVES)
    walker.terminal.press("s")
    assert session.COUNT_SKIPPED in walker.terminal.said
    walker.terminal.press(key)
    assert walker.finish() == 0
    assert rows(sea, "SELECT left_by FROM practices") == [("skipped",)]
    assert status(sea)["days_completed"] == days
    said = today.DAY_DONE.format(day=1, practised="One day practised.") if days else today.NOT_COUNTED.format(day=1)
    assert said in walker.terminal.words


def test_b_goes_a_line_back_and_from_the_first_line_of_a_step_a_step_back(walker):
    walker.to(SECOND)
    assert on_one_line(walker.terminal.press("b").said) == FIRST
    walker.to("The lesson begins with a gull")
    assert on_one_line(walker.terminal.press("b").said) == FIRST


@pytest.mark.parametrize("key", ["q", "Q"])
def test_q_leaves_and_says_that_the_place_is_kept(walker, sea, key):
    walker.to(SECOND)
    assert walker.terminal.press(key).ends() == 0
    assert today.LEFT in walker.terminal.words
    assert status(sea)["state"] == "part_way"


def test_space_holds_a_timed_line_until_space(sit, sea):
    terminal = sit(sea, "ground", "--with", "feet", "--pace", "0.25")
    terminal.wait_for("Notice your feet")
    terminal.press(SPACE)
    terminal.wait_for(screen.HELD)
    time.sleep(2)  # longer than the line would have taken
    terminal.read(0)
    assert on_one_line(terminal.said) == f"({screen.HELD})"
    terminal.write(SPACE).wait_for("seconds")


@pytest.mark.parametrize("on", [SPACE, ENTER])
def test_space_holds_a_breath_and_it_goes_on(walker, on):
    terminal = at_a_breath(walker)
    terminal.press(SPACE)
    terminal.wait_for(screen.HELD)
    terminal.settle()
    held = len(terminal.raw)
    time.sleep(0.5)  # the bar would have moved
    terminal.read(0)
    assert len(terminal.raw) == held
    terminal.write(on).wait_for("in \u2588")


def test_at_free_text_letters_are_text(writer, sea):
    """Each is typed, kept, and typed over after going back."""
    for typed in (*"bsegqh", "?", "4", "b and q", "/x"):
        writer.terminal.type(typed)
        assert answers(sea)["shell"] == typed
        writer.terminal.press("b")
        writer.to(SHELL)


def test_two_slashes_type_one(writer, sea):
    writer.terminal.type("//q")
    assert answers(sea)["shell"] == "/q"


def test_an_empty_enter_is_thought_and_not_typed(writer, sea):
    assert session.EMPTY_IS_FINE in on_one_line(writer.terminal.said)
    writer.terminal.press(ENTER)
    assert answers(sea)["shell"] is None
    assert not writer.terminal.gone


def test_slash_s_passes_slash_b_goes_back_and_slash_q_leaves(writer, sea):
    writer.terminal.type("/s")
    assert "shell" not in answers(sea)
    writer.terminal.press("b")
    writer.to(SHELL)
    assert "Which weather" in writer.terminal.type("/b").said
    writer.to(SHELL)
    assert writer.terminal.type("/q").ends() == 0
    assert today.LEFT in writer.terminal.words


def test_words_in_any_script_are_kept_as_they_were_typed(writer, sea):
    writer.terminal.type("müde, 疲れた, тихо 🙂")
    assert answers(sea)["shell"] == "müde, 疲れた, тихо 🙂"


def test_keys_typed_before_a_question_appears_answer_nothing(walker, sea):
    walker.to(today.PAIN)
    walker.terminal.press("4\r9\r")
    said = on_one_line(walker.terminal.said)
    assert today.URGE in said
    assert said.endswith(">")
    walker.terminal.press("2", ENTER)
    assert rows(sea, "SELECT pain, urge FROM arrivals") == [(4, 2)]


def test_a_number_can_be_mended_until_enter(walker, sea):
    walker.to(today.PAIN)
    walker.terminal.press("1", "0", "\x7f", "\x7f", "\x7f", "8", ENTER, "2", ENTER)
    assert rows(sea, "SELECT pain, urge FROM arrivals") == [(8, 2)]


def test_a_scale_has_no_preset_answer_and_enter_alone_passes_it(walker, sea):
    walker.to(today.PAIN)
    walker.terminal.press(ENTER, "2", ENTER)
    assert rows(sea, "SELECT pain, urge FROM arrivals") == [(None, 2)]


def test_more_stirred_up_is_met_with_steadying_an_offer_to_stop_and_one_line_of_support(walker, sea):
    walker.to(session.FELT)
    walker.terminal.press("3")
    walker.to(session.STOP_HERE)
    assert "you did nothing wrong" in walker.terminal.words
    walker.terminal.press("y")
    assert walker.terminal.ends() == 0
    assert "If today is heavy" in walker.terminal.words
    assert rows(sea, "SELECT felt FROM practices") == [(3,)]
    assert status(sea)["days_completed"] == 1


def test_h_where_stopping_is_offered_shows_the_help_lines_and_asks_again(walker):
    walker.to(session.FELT)
    walker.terminal.press("3")
    walker.to(session.STOP_HERE)
    said = on_one_line(walker.terminal.press("h").said)
    assert help_words.END_MY_LIFE in said
    assert session.STOP_HERE in said
