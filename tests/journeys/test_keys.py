"""The keys of a session, as a person presses them."""

from __future__ import annotations

import time

import pytest

from cmt_cli.base.words import screen, session, today
from cmt_cli.base.words import support as help_words
from journeys.terminal import ENTER, SPACE, answers, day_later, on_one_line, rows, status
from journeys.walker import Walker

LED = ("today", "--pace", "0", "--whole")
FIRST = "Kindness may be the last thing"
BREATH = "In for 3, out for 3"
LETTERS = "bsegqh"


@pytest.fixture
def walker(sit, home):
    """Somebody on day 1."""
    return Walker(sit(home, *LED))


@pytest.fixture
def writer(sit, homes, tmp_path):
    """Somebody on day 4, where two words are asked for."""
    walker = Walker(sit(homes.on_day(4, tmp_path / "day-4"), *LED, now=day_later(3)))
    walker.to("What are you like, on one of your better days")
    return walker


def at_a_breath(walker):
    walker.to("Count the breath, three in and three out")
    walker.terminal.press(ENTER)
    walker.terminal.wait_for("in \u2588")
    return walker.terminal


def test_question_mark_says_which_step_of_how_many_and_the_keys_and_then_the_line_again(walker):
    walker.to(FIRST)
    said = on_one_line(walker.terminal.press("?").said)
    assert "step 1 of 13" in said
    assert "about fourteen minutes left" in said or "about thirteen minutes left" in said
    assert session.KEYS[1] in said
    assert FIRST in said.rpartition(" left.")[2]
    walker.to("First, the objection")
    assert "step 3 of 13" in on_one_line(walker.terminal.press("?").said)


@pytest.mark.parametrize("place", [today.PAIN, FIRST, "A few words", session.CATCH])
def test_h_shows_the_help_lines_anywhere_and_then_what_stood_there(walker, place):
    walker.to(place)
    terminal = walker.terminal
    terminal.type("/h") if place == session.CATCH else terminal.press("h")
    said = on_one_line(terminal.said)
    assert help_words.END_MY_LIFE in said
    assert "116 123" in said
    assert place in said.partition(help_words.MY_PEOPLE)[2]


def test_g_steadies_and_goes_on_from_where_it_was(walker):
    walker.to("Being kind to yourself never mended a disc")
    walker.terminal.press("g")
    assert "all right to touch" in on_one_line(walker.terminal.said)
    prompt = walker.to(session.AFTER_GROUND)
    assert prompt.answers == session.AFTER_GROUND_ANSWERS
    assert "Being kind to yourself never mended a disc" in on_one_line(walker.terminal.press("1").said)


@pytest.mark.parametrize("key", ["2", "q"])
def test_g_can_end_the_session_where_it_was_and_the_place_is_kept(walker, sit, home, key):
    walker.to("Being kind to yourself never mended a disc")
    walker.terminal.press("g")
    walker.to(session.AFTER_GROUND)
    walker.terminal.press(key)
    assert walker.terminal.ends() == 0
    assert today.LEFT in walker.terminal.words
    assert status(home)["state"] == "part_way"


def test_g_in_the_practice_counts_the_day_when_it_ends_there(walker, home):
    walker.to("Soften the jaw")
    walker.terminal.press("g")
    walker.to(session.AFTER_GROUND)
    walker.terminal.press("2")
    assert walker.terminal.ends() == 0
    assert rows(home, "SELECT left_by FROM practices") == [("ground",)]
    assert status(home)["days_completed"] == 1


def test_e_at_a_breath_gives_its_other_anchor_and_no_breath_after_it(walker):
    terminal = at_a_breath(walker)
    terminal.press("e")
    terminal.wait_for("Leave the breath to itself.")
    terminal.press(ENTER)
    assert "of quiet" in terminal.said
    mark = len(terminal.raw)
    walker.to(session.FELT)
    rest = terminal.raw[mark:].decode()
    assert "\u2588" not in rest
    assert "In for" not in rest
    assert "Stay with being held up" in on_one_line(rest)


def test_e_in_the_practice_goes_to_the_easier_one_with_open_eyes_and_the_day_counts(walker, home):
    walker.to("Soften the jaw")
    assert "Eyes open" in walker.terminal.press("e").said
    assert walker.finish() == 0
    assert rows(home, "SELECT practice, left_by FROM practices") == [("breath", "eased")]
    assert status(home)["days_completed"] == 1


def test_e_in_the_lesson_is_the_short_form_from_there(walker):
    walker.to("First, the objection")
    assert session.SHORT_FROM_HERE in walker.terminal.press("e").said
    walker.to("The doorway breath")
    assert "Kindness can help with something smaller" not in walker.terminal.words


@pytest.mark.parametrize(("key", "days"), [(ENTER, 1), ("y", 1), ("n", 0)])
def test_s_leaves_the_practice_out_and_asks_whether_the_day_counts(walker, home, key, days):
    walker.to("Soften the jaw")
    walker.terminal.press("s")
    assert session.COUNT_SKIPPED in walker.terminal.said
    walker.terminal.press(key)
    assert walker.finish() == 0
    assert rows(home, "SELECT left_by FROM practices") == [("skipped",)]
    assert status(home)["days_completed"] == days
    said = today.DAY_DONE.format(day=1, practised="One day practised.") if days else today.NOT_COUNTED.format(day=1)
    assert said in walker.terminal.words


def test_b_goes_a_line_back_and_from_the_first_line_a_step_back(walker):
    walker.to("Nothing in these three weeks")
    assert FIRST in on_one_line(walker.terminal.press("b").said)
    walker.to("Many kitchens have a drawer")
    assert FIRST in on_one_line(walker.terminal.press("b").said)


def test_space_holds_a_timed_line_until_space(sit, home):
    walker = Walker(sit(home, "today", "--pace", "0.25", "--whole"))
    walker.to(today.URGE)
    terminal = walker.terminal
    terminal.press(ENTER)
    terminal.wait_for("if anybody was listening.")
    terminal.press(SPACE)
    terminal.wait_for(screen.HELD)
    time.sleep(4)  # longer than the line would have taken
    terminal.read(0)
    assert on_one_line(terminal.said) == f"({screen.HELD})"
    terminal.write(SPACE).wait_for("Nothing in these three weeks")


@pytest.mark.parametrize("on", [SPACE, ENTER])
def test_space_holds_a_breath_and_it_goes_on(walker, on):
    terminal = at_a_breath(walker)
    terminal.press(SPACE)
    terminal.wait_for(screen.HELD)
    terminal.settle()
    held = len(terminal.raw)
    time.sleep(0.7)
    terminal.read(0)
    assert len(terminal.raw) == held
    terminal.write(on).wait_for("in \u2588")


def test_at_free_text_letters_are_text(writer, tmp_path):
    """Each is typed, kept, and typed over after going back."""
    for typed in (*LETTERS, "?", "4", "b and q", "/x"):
        writer.terminal.type(typed)
        assert answers(tmp_path / "day-4")["two-qualities"] == typed
        writer.terminal.press("b")
        writer.to("What are you like, on one of your better days")


def test_two_slashes_type_one(writer, tmp_path):
    writer.terminal.type("//q")
    assert answers(tmp_path / "day-4")["two-qualities"] == "/q"


def test_an_empty_enter_is_thought_and_not_typed(writer, tmp_path):
    assert session.EMPTY_IS_FINE in on_one_line(writer.terminal.said)
    writer.terminal.press(ENTER)
    assert answers(tmp_path / "day-4")["two-qualities"] is None
    assert not writer.terminal.gone


def test_slash_q_leaves_and_slash_s_passes(writer, tmp_path):
    writer.terminal.type("/s")
    assert "two-qualities" not in answers(tmp_path / "day-4")
    writer.terminal.press("b")
    writer.to("What are you like, on one of your better days")
    writer.terminal.type("/q")
    assert writer.terminal.ends() == 0
    assert today.LEFT in writer.terminal.words


def test_words_in_any_script_are_kept_as_they_were_typed(writer, tmp_path):
    writer.terminal.type("müde, 疲れた — тихо 🙂")
    assert answers(tmp_path / "day-4")["two-qualities"] == "müde, 疲れた — тихо 🙂"


def test_keys_typed_before_a_question_appears_answer_nothing(walker, home):
    walker.to(today.PAIN)
    walker.terminal.press("4\r9\r")
    assert on_one_line(walker.terminal.said).endswith(">")
    assert today.URGE in on_one_line(walker.terminal.said)
    walker.terminal.press("2", ENTER)
    assert rows(home, "SELECT pain, urge FROM arrivals") == [(4, 2)]


def test_a_number_can_be_mended_until_enter(walker, home):
    walker.to(today.PAIN)
    walker.terminal.press("1", "0", "\x7f", "\x7f", "\x7f", "8", ENTER, "2", ENTER)
    assert rows(home, "SELECT pain, urge FROM arrivals") == [(8, 2)]


def test_a_scale_has_no_preset_answer_and_enter_alone_passes_it(walker, home):
    walker.to(today.PAIN)
    walker.terminal.press(ENTER, "2", ENTER)
    assert rows(home, "SELECT pain, urge FROM arrivals") == [(None, 2)]


def test_more_stirred_up_is_met_with_steadying_an_offer_to_stop_and_one_line_of_support(walker, home):
    walker.to(session.FELT)
    walker.terminal.press("3")
    walker.to(session.STOP_HERE)
    assert "you did nothing wrong" in walker.terminal.words
    walker.terminal.press("y")
    assert walker.terminal.ends() == 0
    assert "If today is heavy, there are people you can ring or text." in walker.terminal.words
    assert rows(home, "SELECT felt FROM practices") == [(3,)]
    assert status(home)["days_completed"] == 1


def test_h_where_stopping_is_offered_shows_the_help_lines_and_asks_again(walker):
    walker.to(session.FELT)
    walker.terminal.press("3")
    walker.to(session.STOP_HERE)
    said = on_one_line(walker.terminal.press("h").said)
    assert help_words.END_MY_LIFE in said
    assert session.STOP_HERE in said
