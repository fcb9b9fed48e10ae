"""`cmt thought practise`: up to three that are due, by their names, at a time that is fit for it, and kindly at the end."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

import pytest
from asked import asked, rows

from cmt_cli.base.records import CheckIn
from cmt_cli.base.words import session as session_words
from cmt_cli.base.words import thought as words
from cmt_cli.base.words import today as today_words
from cmt_cli.commands import meeting
from cmt_cli.programme.ports import Command
from cmt_cli.store import checkins, thoughts
from cmt_cli.store.file import opened, writing

MEET, ANOTHER, NONE_TODAY = session_words.PRACTISE_ANSWERS
ANEW, OLD = session_words.MEET_ANSWERS
BEST = "You hurt, and you waited."
# What says that somebody is behind with something, or counts what they have left.
DEBT = re.compile(
    r"overdue|behind|missed|late\b|still to do|backlog|catch up|waiting for you|outstanding|remain|"
    r"\b\d+ (?:thoughts?|left|more|of \d)|\b(?:two|three|four|five|six|seven|eight) (?:thoughts|more|left)|should|must|streak",
    re.IGNORECASE,
)


@pytest.fixture
def ask(cmt, monkeypatch):
    return lambda *args, **changes: asked(cmt, monkeypatch, *args, **changes)


def keep(cmt, count=1, *, ago=10, label="label", reply=BEST, bring_back=True):
    """Thoughts caught so many days ago; they are due three days after."""
    at, day = cmt.now - timedelta(days=ago), (cmt.now - timedelta(days=ago)).date()
    with opened(cmt.home) as connection, writing(connection):
        for number in range(1, count + 1):
            one = thoughts.catch(connection, f"words {number}", bring_back, None, at, day, label=f"{label} {number}")
            if reply:
                thoughts.reply(connection, one, reply, at, day, day + timedelta(days=3))


def well(cmt):
    """Pain, urge and mood of the day, so that nothing is asked before."""
    with opened(cmt.home) as connection, writing(connection):
        checkins.add(connection, CheckIn(0, cmt.now, cmt.now.date(), pain=4, urge=3, mood=5))


def said(result):
    """What was said, however it was wrapped."""
    return " ".join(result.out.split())


def thought(cmt, number=1):
    return cmt("thought", "show", str(number), "--json").json["thought"]


def offered(screen):
    return [one.text for one in screen.transcript if one.kind == "choose" and one.answers == session_words.PRACTISE_ANSWERS]


def offer(name):
    return session_words.EARLIER_OFFER.format(name=name)


def met_with_the_old(readily="Fairly"):
    return (MEET, OLD, readily)


def assert_it_ends_on_the_kind_line(result, screen):
    assert [one.text.strip() for one in screen.transcript if one.kind != "quiet"][-1] == session_words.KIND_LINE
    assert (result.code, result.err) == (0, "")
    assert result.out == ""


# What is presented


def test_one_that_is_due_is_met_by_its_name_and_the_kind_line_is_last(cmt, ask):
    keep(cmt)
    well(cmt)
    result, screen = ask("thought", "practise", replies=met_with_the_old())
    assert screen.texts()[0] == offer("label 1")
    assert BEST in screen.texts("line")
    assert_it_ends_on_the_kind_line(result, screen)
    assert thought(cmt)["due_on"] == "2026-01-12"
    assert rows(cmt.home, "SELECT thought_id, reply_id, readily FROM meetings") == [(1, None, "fairly")]


def test_one_without_a_name_goes_by_its_day_and_its_words_are_not_shown_before_it_is_met(cmt, ask):
    keep(cmt)
    cmt("thought", "edit", "1", "--label", "")
    well(cmt)
    result, screen = ask("thought", "practise", replies=(NONE_TODAY,))
    assert offered(screen) == [offer("a thought of 26 December")]
    assert screen.count("words 1") == 0
    assert_it_ends_on_the_kind_line(result, screen)


@pytest.mark.parametrize("count", [1, 2, 3, 4, 9])
def test_never_more_than_three_are_presented_and_it_ends_on_the_kind_line(cmt, ask, count):
    keep(cmt, count)
    well(cmt)
    result, screen = ask("thought", "practise", replies=met_with_the_old() * min(count, 3))
    assert offered(screen) == [offer(f"label {number}") for number in range(1, min(count, 3) + 1)]
    assert_it_ends_on_the_kind_line(result, screen)


def test_passing_over_counts_as_presenting(cmt, ask):
    keep(cmt, 9)
    well(cmt)
    result, screen = ask("thought", "practise", replies=(ANOTHER,) * 3)
    assert len(offered(screen)) == 3
    assert_it_ends_on_the_kind_line(result, screen)
    assert rows(cmt.home, "SELECT * FROM meetings") == []


@pytest.mark.parametrize("answer", [NONE_TODAY, None], ids=str)
def test_none_today_is_a_full_answer_and_changes_nothing(cmt, ask, answer):
    keep(cmt, 3)
    well(cmt)
    before = [thought(cmt, number) for number in (1, 2, 3)]
    result, screen = ask("thought", "practise", replies=(answer,))
    assert len(offered(screen)) == 1
    assert_it_ends_on_the_kind_line(result, screen)
    assert [thought(cmt, number) for number in (1, 2, 3)] == before


def test_a_new_reply_is_kept_with_its_warmth_and_belongs_to_the_meeting(cmt, ask):
    keep(cmt)
    well(cmt)
    result, screen = ask("thought", "practise", replies=(MEET, ANEW, "Anyone would be slow.", 7, "Readily"))
    assert_it_ends_on_the_kind_line(result, screen)
    assert [(one["text"], one["warmth"]) for one in thought(cmt)["replies"]] == [(BEST, None), ("Anyone would be slow.", 7)]
    assert rows(cmt.home, "SELECT reply_id, readily FROM meetings") == [(2, "readily")]


def test_where_kindness_stayed_away_nothing_has_gone_wrong_and_it_rests_a_week(cmt, ask):
    keep(cmt)
    well(cmt)
    result, screen = ask("thought", "practise", replies=met_with_the_old("Not at all"))
    assert session_words.NOT_THIS_TIME in screen.texts("line")
    assert_it_ends_on_the_kind_line(result, screen)
    assert (thought(cmt)["state"], thought(cmt)["due_on"]) == ("resting", "2026-01-12")


def test_twice_running_it_rests_until_it_is_woken(cmt, ask):
    keep(cmt)
    for _ in range(2):
        well(cmt)
        ask("thought", "practise", replies=met_with_the_old("Not at all"))
        cmt.later(days=7)
    assert (thought(cmt)["state"], thought(cmt)["due_on"]) == ("resting", None)
    cmt.later(days=300)
    assert said(ask("thought", "practise")[0]) == words.NONE_DUE


def test_the_persons_own_words_are_never_spoken(cmt, ask):
    keep(cmt)
    well(cmt)
    _, screen = ask("thought", "practise", replies=met_with_the_old())
    spoken = " ".join(one.spoken for one in screen.transcript if one.kind == "line")
    assert "words 1" not in spoken
    assert BEST not in spoken


def test_the_line_about_ending_ones_life_stands_at_every_offer(cmt, ask):
    keep(cmt, 3)
    well(cmt)
    _, screen = ask("thought", "practise", replies=(ANOTHER, ANOTHER, *met_with_the_old()))
    chosen = [one for one in screen.transcript if one.kind == "choose" and one.answers != session_words.READILY_ANSWERS]
    assert {one.note for one in chosen} == {session_words.IF_ABOUT_ENDING_LIFE}


@pytest.mark.parametrize("replies", [met_with_the_old("Not at all") * 3, (ANOTHER,) * 3, (NONE_TODAY,)], ids=["met", "passed", "none"])
def test_nobody_is_told_that_they_are_behind(cmt, ask, replies):
    keep(cmt, 9, ago=200, label="name")
    well(cmt)
    result, screen = ask("thought", "practise", replies=replies)
    everything = " ".join([*screen.texts(), *(answer for one in screen.transcript for answer in one.answers), result.out, result.err])
    assert not DEBT.search(re.sub(r"name \d|words \d", "", everything))


def test_a_year_away_makes_no_pile(cmt, ask):
    keep(cmt, 9, ago=400)
    well(cmt)
    _, screen = ask("thought", "practise", replies=met_with_the_old() * 3)
    cmt.later(days=1)
    well(cmt)
    _, again = ask("thought", "practise", replies=met_with_the_old() * 3)
    assert (len(offered(screen)), len(offered(again))) == (3, 3)
    assert not set(offered(screen)) & set(offered(again))


@pytest.mark.parametrize("where", ["offer", "how", "readily", "reply"])
def test_leaving_anywhere_keeps_what_was_given_and_is_no_fault(cmt, ask, where):
    keep(cmt, 3)
    well(cmt)
    replies = {"offer": (), "how": (MEET,), "readily": (MEET, OLD), "reply": (MEET, ANEW)}[where]
    result, screen = ask("thought", "practise", replies=(*replies, Command.LEAVE))
    assert (result.code, result.err) == (0, "")
    assert len(offered(screen)) == 1
    assert rows(cmt.home, "SELECT * FROM meetings") == []


def test_everything_that_was_met_is_one_step_for_undo(cmt, ask):
    keep(cmt, 3)
    before = [thought(cmt, number) for number in (1, 2, 3)]
    ask(
        "thought",
        "practise",
        replies=(4, 3, MEET, ANEW, "Anyone would.", 7, "Readily", *met_with_the_old("Not at all"), *met_with_the_old()),
    )
    undone = cmt("undo", "--json").json["undone"]
    assert undone["command"] == "thought practise"
    assert {one["kind"] for one in undone["records"]} == {"arrival", "thought", "reply", "meeting"}
    assert [thought(cmt, number) for number in (1, 2, 3)] == before


# When nothing is


def test_none_due_is_said_in_one_line(cmt, ask):
    result, screen = ask("thought", "practise")
    assert (result.code, result.err, said(result), screen.transcript) == (0, "", words.NONE_DUE, [])


@pytest.mark.parametrize(
    "kept",
    [
        {"ago": 0},
        {"ago": 2},
        {"reply": None},
        {"bring_back": False},
    ],
    ids=["caught today", "caught two days ago", "without a reply", "left be"],
)
def test_what_is_not_due_is_not_presented(cmt, ask, kept):
    keep(cmt, **kept)
    well(cmt)
    result, screen = ask("thought", "practise")
    assert (result.code, said(result), screen.transcript) == (0, words.NONE_DUE, [])


def test_a_retired_one_does_not_come_back(cmt, ask):
    keep(cmt)
    cmt("thought", "retire", "1")
    assert said(ask("thought", "practise")[0]) == words.NONE_DUE


TOO_MUCH = {
    "pain 8": ("--pain", "8"),
    "urge 8": ("--urge", "8"),
    "mood 2": ("--mood", "2"),
    "mood 0": ("--mood", "0"),
    "pain 10": ("--pain", "10"),
}


@pytest.mark.parametrize("number", [(), ("1",)], ids=["any", "by number"])
@pytest.mark.parametrize("given", TOO_MUCH.values(), ids=TOO_MUCH)
def test_at_much_pain_a_strong_urge_or_a_low_mood_it_waits_in_one_line(cmt, ask, given, number):
    keep(cmt, 3)
    cmt("checkin", *given)
    result, screen = ask("thought", "practise", *number)
    assert (result.code, result.err, said(result), screen.transcript) == (0, "", words.HELD_BACK, [])


@pytest.mark.parametrize("given", [("--pain", "7"), ("--urge", "7"), ("--mood", "3")], ids=" ".join)
def test_just_below_it_does_not_wait(cmt, ask, given):
    keep(cmt)
    cmt("checkin", *given)
    _, screen = ask("thought", "practise", replies=(NONE_TODAY,))
    assert len(offered(screen)) == 1


def test_the_mood_of_a_diary_entry_counts_too_and_a_later_one_takes_its_place(cmt, ask):
    keep(cmt)
    cmt("journal", "add", "words", "--mood", "1", "--at", "18:00")
    assert said(ask("thought", "practise")[0]) == words.HELD_BACK
    cmt("checkin", "--mood", "6")
    assert len(offered(ask("thought", "practise", replies=(NONE_TODAY,))[1])) == 1


def test_yesterdays_pain_is_not_todays(cmt, ask):
    keep(cmt)
    cmt("checkin", "--pain", "9", "--at", "yesterday 18:00")
    _, screen = ask("thought", "practise", replies=(3, 2, NONE_TODAY))
    assert screen.texts()[:2] == [today_words.PAIN, today_words.URGE]


@pytest.mark.parametrize("hour", ["00:00", "02:00", "05:59"])
@pytest.mark.parametrize("number", [(), ("1",)], ids=["any", "by number"])
def test_between_midnight_and_six_it_waits_and_asks_nothing(cmt, ask, hour, number):
    keep(cmt)
    cmt.now = datetime.fromisoformat(f"2026-01-06T{hour}:00+00:00")
    result, screen = ask("thought", "practise", *number)
    assert (result.code, result.err, said(result), screen.transcript) == (0, "", words.HELD_BACK, [])


@pytest.mark.parametrize("hour", ["06:00", "23:59"])
def test_at_any_other_hour_it_does_not(cmt, ask, hour):
    keep(cmt)
    cmt.now = datetime.fromisoformat(f"2026-01-06T{hour}:00+00:00")
    _, screen = ask("thought", "practise", replies=(3, 2, NONE_TODAY))
    assert len(offered(screen)) == 1


def test_one_caught_after_midnight_belongs_to_the_evening_before(cmt, ask):
    cmt.now = datetime.fromisoformat("2026-01-06T01:30:00+00:00")
    cmt("thought", "add", "words", "--reply", BEST)
    assert thought(cmt)["due_on"] == "2026-01-08"


@pytest.mark.parametrize(("answers", "held"), [((8, 0), True), ((0, 8), True), ((7, 7), False), ((None, None), False)], ids=str)
def test_where_the_day_has_said_nothing_pain_and_urge_are_asked_and_kept(cmt, ask, answers, held):
    keep(cmt)
    result, screen = ask("thought", "practise", replies=(*answers, *(() if held else (NONE_TODAY,))))
    assert screen.texts()[:2] == [today_words.PAIN, today_words.URGE]
    assert (words.HELD_BACK in said(result), len(offered(screen))) == ((True, 0) if held else (False, 1))
    assert result.code == 0
    assert rows(cmt.home, "SELECT pain, urge FROM arrivals") == ([] if answers == (None, None) else [answers])


def test_leaving_at_pain_or_urge_keeps_nothing(cmt, ask):
    keep(cmt)
    result, _ = ask("thought", "practise", replies=(4, Command.LEAVE))
    assert (result.code, said(result)) == (0, words.NOTHING_KEPT)
    assert rows(cmt.home, "SELECT * FROM arrivals") == []


def test_one_met_in_another_window_while_this_one_asks_is_not_presented(cmt, ask, monkeypatch):
    keep(cmt)
    answers = iter([[thought(cmt)], []])
    monkeypatch.setattr(meeting, "_due", lambda *_: next(answers))
    result, screen = ask("thought", "practise", replies=(4, 3))
    assert (result.code, offered(screen), said(result)) == (0, [], words.NONE_DUE)


# By number


def test_one_of_their_choice_may_be_met_before_it_is_due(cmt, ask):
    keep(cmt, 2, ago=1)
    well(cmt)
    result, screen = ask("thought", "practise", "2", replies=met_with_the_old())
    assert offered(screen) == [offer("label 2")]
    assert_it_ends_on_the_kind_line(result, screen)


@pytest.mark.parametrize("flags", [(), ("--readily", "fairly")], ids=["led", "in a script"])
def test_never_on_the_day_it_was_caught_even_by_number(cmt, ask, flags):
    keep(cmt, ago=0)
    result, screen = ask("thought", "practise", "1", *flags)
    assert (result.code, result.out, screen.transcript) == (1, "", [])
    assert result.err.strip() == words.CAUGHT_TODAY
    cmt.later(hours=6)  # one in the night: the same local day
    assert ask("thought", "practise", "1", "--readily", "fairly")[0].code == 1


def test_one_without_a_reply_says_how_to_give_it_one(cmt, ask):
    keep(cmt, reply=None)
    result, _ = ask("thought", "practise", "1")
    assert (result.code, result.err.strip()) == (1, words.NOT_TO_MEET.format(number=1))


@pytest.mark.parametrize(("state", "bring_back"), [("retired", True), ("active", False)], ids=["retired", "left be"])
def test_meeting_one_that_is_retired_or_left_be_leaves_it_so(cmt, state, bring_back):
    keep(cmt, bring_back=bring_back)
    if state == "retired":
        cmt("thought", "retire", "1")
    after = cmt("thought", "practise", "1", "--readily", "readily", "--json").json["thought"]
    assert (after["state"], after["due_on"]) == (state, None)
    assert rows(cmt.home, "SELECT readily FROM meetings") == [("readily",)]


# In a script


@pytest.mark.parametrize(
    ("readily", "state", "due"),
    [
        ("not_at_all", "resting", "2026-01-12"),
        ("slowly", "active", "2026-01-08"),
        ("fairly", "active", "2026-01-12"),
        ("readily", "active", "2026-01-19"),
    ],
)
def test_readily_keeps_that_it_was_met_and_moves_it_on_the_ladder(cmt, readily, state, due):
    keep(cmt)
    result = cmt("thought", "practise", "1", "--readily", readily, "--json")
    after = result.json["thought"]
    assert (result.code, after["state"], after["due_on"]) == (0, state, due)
    assert rows(cmt.home, "SELECT readily FROM meetings") == [(readily,)]


def test_readily_again_running_is_thirty_days(cmt):
    keep(cmt)
    for _ in range(2):
        after = cmt("thought", "practise", "1", "--readily", "readily", "--json").json["thought"]
    assert after["due_on"] == "2026-02-04"


def test_a_reply_and_its_warmth_are_kept_with_it(cmt):
    keep(cmt)
    result = cmt("thought", "practise", "1", "--reply", "Anyone would.", "--warmth", "7", "--readily", "fairly")
    assert (result.code, result.err) == (0, "")
    assert said(result) == f"{words.MET.format(number=1)} {words.COMES_BACK.format(day='12 January')}"
    assert [(one["text"], one["warmth"]) for one in thought(cmt)["replies"]][1:] == [("Anyone would.", 7)]


@pytest.mark.parametrize(
    ("args", "code"),
    [
        ((), 2),
        (("1",), 2),
        (("--readily", "fairly"), 2),
        (("1", "--readily", "very"), 2),
        (("1", "--warmth", "7", "--readily", "fairly"), 2),
        (("1", "--reply", "quokka"), 2),
        (("1", "--reply", "quo\0kka", "--readily", "fairly"), 2),
        (("9", "--reply", "quokka", "--readily", "fairly"), 1),
        (("0", "--readily", "fairly"), 2),
    ],
    ids=ascii,
)
def test_what_cannot_be_is_said_in_a_sentence_and_nothing_is_kept(cmt, home, args, code):
    keep(cmt)
    before = thought(cmt)
    result = cmt("thought", "practise", *args)
    assert (result.code, result.out) == (code, "")
    assert "quokka" not in result.err
    assert thought(cmt) == before
    drafts = [path.read_text() for path in (home / "drafts").glob("*")]
    assert [text.replace("\0", "").strip() for text in drafts] == (["quokka"] if "--reply" in args else [])


def test_without_a_terminal_it_names_the_flag(cmt):
    keep(cmt)
    assert "--readily" in cmt("thought", "practise").err


# The keys that do not leave


@pytest.mark.parametrize("key", [Command.SKIP, Command.EASE, Command.BACK], ids=str)
def test_a_key_that_has_nowhere_to_go_still_ends_on_the_kind_line(cmt, ask, key):
    keep(cmt)
    well(cmt)
    result, screen = ask("thought", "practise", replies=(key,))
    assert_it_ends_on_the_kind_line(result, screen)
