"""Seven days lived through, one each evening, and the days after them."""

from __future__ import annotations

from cmt_cli.base.words import session, today
from journeys.terminal import answers, day_later, on_one_line, rows, status
from journeys.walker import CHOOSE, Walker

REPLY = "No wonder. One thing at a time."
REPLIES = {
    "What are you like, on one of your better days": "stubborn, funny",
    "sits somewhere in the body": "behind the ribs",
    session.CATCH: "Other people manage",
    "Answer it": REPLY,
    "A few lines, for you alone": "A long day.",
}


def lived(terminal):
    walker = Walker(terminal, REPLIES)
    assert walker.finish() == 0
    return walker


def test_seven_days_are_lived_through_and_then_five_minutes_are_there_for_good(sit, home):
    """One week in one test, because each day stands on the one before."""
    act = None
    for day in range(1, 8):
        now = day_later(day - 1)
        assert (status(home, now)["day"], status(home, now)["days_completed"]) == (day, day - 1)
        walker = lived(sit(home, "today", "--pace", "0", now=now))
        assert act is None or any(f"You named: {act}" in given.prompt.text for given in walker.given), f"day {day} does not bring the act back"
        act = answers(home)["act"]
        assert f"Day {day} is done." in on_one_line(walker.terminal.said)
    assert today.LAST_DAY_DONE in on_one_line(walker.terminal.said)
    assert "stubborn, funny" in " ".join(text for (text,) in rows(home, "SELECT value FROM answers WHERE value IS NOT NULL"))

    after = status(home, day_later(6))
    assert (after["day"], after["days_completed"], after["state"]) == (None, 7, "finished")
    assert rows(home, "SELECT number, form, counted_at IS NOT NULL, ended FROM sessions") == [(day, "whole", 1, 1) for day in range(1, 8)]
    assert rows(home, "SELECT DISTINCT text, warmth FROM replies") == [(REPLY, 3)]
    assert rows(home, "SELECT count(*) FROM thoughts WHERE due_on IS NOT NULL") == rows(home, "SELECT count(*) FROM replies") == [(3,)]

    practices = set()
    for evening in (7, 8):
        walker = lived(sit(home, "today", "--pace", "0", now=day_later(evening)))
        assert today.SIZE not in walker.terminal.words
        assert on_one_line(walker.terminal.said).endswith(today.MAINTENANCE_DONE.format(practised="7 days practised."))
        practices |= set(rows(home, "SELECT practice FROM practices ORDER BY id DESC LIMIT 1"))
    assert len(practices) == 2, "the helpful practices come in turn"
    assert status(home, day_later(8))["days_completed"] == 7


def test_what_was_said_on_a_better_day_comes_back_in_the_practice_of_the_same_day(sit, homes, tmp_path):
    home = homes.on_day(4, tmp_path / "home")
    walker = Walker(sit(home, "today", "--pace", "0", now=day_later(3)), REPLIES)
    said = walker.to("in someone like this").text
    assert said.endswith("in someone like this: stubborn, funny")


def test_whoever_wrote_nothing_gets_the_authors_words_in_that_place(sit, homes, tmp_path):
    home = homes.on_day(4, tmp_path / "home")
    walker = Walker(sit(home, "today", "--pace", "0", now=day_later(3)))
    assert walker.to("in someone like this").text.endswith("patient and calm")
    assert "{recall}" not in walker.terminal.words


def test_a_day_practised_away_from_the_screen_asks_nothing_it_cannot_know_the_next_day(sit, homes, tmp_path):
    home = homes.on_day(2, tmp_path / "home")
    walker = Walker(sit(home, "today", "--pace", "0", now=day_later(1)))
    prompt = walker.to("Day 1 ended with something small to do")
    assert prompt.kind == CHOOSE
    assert "You named" not in prompt.text


def test_after_three_days_away_one_line_says_so_once_and_counts_nothing(sit, homes, tmp_path):
    home = homes.on_day(2, tmp_path / "home")
    line = "Day 2 is here when you want it. There is a short form."
    first = sit(home, "today", "--pace", "0", now=day_later(5)).settle()
    assert line in on_one_line(first.said)
    assert first.press("q").ends() == 0
    again = sit(home, "today", "--pace", "0", now=day_later(5)).settle()
    assert today.PAIN in again.said
    assert line not in on_one_line(again.said)
