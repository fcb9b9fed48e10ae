"""The whole course lived through, a day each evening, and the days after it."""

from __future__ import annotations

import pytest

from cmt_cli.base.words import session, today
from journeys import course
from journeys.terminal import answers, cmt, day_later, days_done, on_one_line, rows, status
from journeys.walker import CHOOSE, Walker

pytestmark = pytest.mark.faults  # slow: whole sessions or every command, one after another

REPLY = "No wonder. One thing at a time."
REPLIES = {session.CATCH: "Other people manage", session.DIARY_ASK: "A long day.", session.LETTER_MORE: ""}


def lived(terminal):
    walker = Walker(terminal, REPLIES, typed=REPLY)
    assert walker.finish() == 0
    return walker


def test_every_day_is_lived_through_and_then_five_minutes_are_there_for_good(sit, home):
    """The course in one test, because each day stands on the one before."""
    given = {}
    for day in range(1, course.DAYS + 1):
        now = day_later(day - 1)
        assert rows(home, "SELECT count(*) FROM sessions WHERE counted_at IS NOT NULL") == [(day - 1,)]
        walker = lived(sit(home, "today", "--pace", "0", now=now))
        given |= {(day, step): value for step, value in answers(home).items()}
        for text, (of, step) in course.recalls(day):
            own = given[of, step]
            back = on_one_line(text.replace("{recall}", own or ""))
            assert not own or back in walker.terminal.words, f"day {day} does not bring back {step} of day {of}"
        said = on_one_line(walker.terminal.said)
        assert f"Day {day} is done. " + ("One day" if day == 1 else f"{day} days") + " practised." in said
    assert today.LAST_DAY_DONE in on_one_line(walker.terminal.said)

    after = status(home, day_later(course.DAYS - 1))
    assert (after["day"], after["days_completed"], after["state"]) == (None, course.DAYS, "finished")
    whole = [(day, "whole", 1, 1) for day in range(1, course.DAYS + 1)]
    assert rows(home, "SELECT number, form, counted_at IS NOT NULL, ended FROM sessions") == whole
    noticed, replies = course.thoughts("notice"), course.thoughts("answer", "earlier")
    assert rows(home, "SELECT text, warmth FROM replies") == [(REPLY, 3)] * replies
    ((caught,), (met,)) = rows(home, "SELECT count(*) FROM thoughts UNION ALL SELECT count(*) FROM meetings")
    assert caught + met == noticed + replies
    assert met > course.DAYS // 4, "from day 8 earlier thoughts come back"
    assert rows(home, "SELECT count(*) FROM entries WHERE text LIKE '%sorry that you%'") == [(1,)], "the letter is kept as they said"

    practices = set()
    for evening in (course.DAYS, course.DAYS + 1):
        walker = lived(sit(home, "today", "--pace", "0", now=day_later(evening)))
        assert today.SIZE not in walker.terminal.words
        practised = f"{course.DAYS} days practised."
        assert on_one_line(walker.terminal.said).endswith(today.MAINTENANCE_DONE.format(practised=practised))
        practices |= set(rows(home, "SELECT practice FROM practices ORDER BY id DESC LIMIT 1"))
    assert len(practices) == 2, "the helpful practices come in turn"
    assert days_done(home) == set(range(1, course.DAYS + 1))


@pytest.mark.parametrize(("typed", "comes_back"), [("a pearl", "a pearl"), ("", "nothing at all")])
def test_what_was_typed_comes_back_in_the_practice_and_else_the_authors_words(sit, sea, typed, comes_back):
    walker = Walker(sit(sea, "today", "--pace", "0"), {"in the shell": typed})
    assert walker.to("Look into the shell once more").text.endswith(f"Look into the shell once more: {comes_back}")
    assert "{recall}" not in walker.terminal.words


def test_after_a_day_practised_away_from_the_screen_nothing_is_said_to_have_been_named(sit, homes, tmp_path):
    home = homes.by_the_sea(tmp_path / "home")
    assert cmt(home, "today", "--done").returncode == 0
    prompt = Walker(sit(home, "today", "--pace", "0", now=day_later(1))).to("take anything home")
    assert prompt.text.startswith("Did you take anything home?")
    assert prompt.kind == CHOOSE


def test_after_three_days_away_one_line_says_so_once_and_counts_nothing(sit, homes, tmp_path):
    home = homes.on_day(2, tmp_path / "home")
    line = "Day 2 is here when you want it. There is a short form."
    first = sit(home, "today", "--pace", "0", now=day_later(5)).settle()
    assert line in on_one_line(first.said)
    assert first.press("q").ends() == 0
    again = sit(home, "today", "--pace", "0", now=day_later(5)).settle()
    assert today.PAIN in again.said
    assert line not in on_one_line(again.said)
