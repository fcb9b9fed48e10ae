"""`cmt pause`: by flags in one go and by questions, what is told before the choice, and the line that every choice ends with."""

from __future__ import annotations

from datetime import timedelta

import pytest
from asked import asked, files_with, rows
from scripted import ScriptedScreen

from cmt_cli.base.faults import Fault, Signalled
from cmt_cli.base.medicine import CHOICES, REASONS
from cmt_cli.base.words import med as med_words
from cmt_cli.base.words import pause as words
from cmt_cli.base.words import session as session_words
from cmt_cli.commands import pausing
from cmt_cli.programme.ports import Command
from cmt_cli.store import sessions
from cmt_cli.store.file import opened, writing

KEYS = ["id", "at", "day", "medicine", "pain", "urge", "need", "about", "about_words", "urge_after", "choice", "wait_minutes", "went"]
KEYS += ["dose_id"]
CODEINE = "cocodamol 30"
NAME = "co-codamol 30/500"
SCALES = (6, 8, 7)
TAKE, WAIT, SOMETHING_ELSE, TALK, LEAVE_OPEN = words.CHOICE_ANSWERS
BREATH = f"\n{words.BREATH}"
OPENED = (*SCALES, "Pain")  # then the kind of a medicine, the breaths, the urge once more, and the choice


@pytest.fixture
def ask(cmt, monkeypatch):
    return lambda *args, **changes: asked(cmt, monkeypatch, *args, **changes)


def by_flags(cmt, *args):
    return cmt("pause", *args, "--json").json["pause"]


def pauses(cmt):
    return cmt("pause", "list", "--json").json["pauses"]


def doses(cmt):
    return cmt("med", "list", "--json").json["doses"]


def one_line(text):
    return " ".join(text.split())


def said(result):
    return one_line(result.out)


def has(cmt, name=CODEINE, kind="needed", usual=None):
    """Somebody who has a medicine already."""
    cmt("med", "names", "--add", name, "--kind", kind)
    if usual:
        cmt("med", "usual", name, "--set", usual)


# By flags, in one go


def test_everything_that_is_given_is_kept_under_its_keys_in_order(cmt):
    flags = ("--pain", "6", "--urge", "8", "--need", "7", "--about", "other", "--about-words", " the rain ", "--urge-after", "5")
    pause = by_flags(cmt, CODEINE, *flags, "--choice", "wait", "--wait", "20m")
    assert list(pause) == KEYS
    assert pause == {
        "id": 1,
        "at": "2026-01-05T19:00:00+00:00",
        "day": "2026-01-05",
        "medicine": NAME,
        "pain": 6,
        "urge": 8,
        "need": 7,
        "about": "other",
        "about_words": "the rain",
        "urge_after": 5,
        "choice": "wait",
        "wait_minutes": 20,
        "went": None,
        "dose_id": None,
    }
    assert pauses(cmt) == [pause]


@pytest.mark.parametrize("choice", CHOICES)
def test_each_choice_is_kept_alone_and_ends_with_the_same_line(cmt, choice):
    result = cmt("pause", "--choice", choice)
    assert (result.code, result.err) == (0, "")
    assert result.out.endswith(words.ENDS + "\n")
    assert "Pause 1 is kept, Mon 5 Jan 2026 19:00." in result.out
    [pause] = pauses(cmt)
    assert {name: value for name, value in pause.items() if value is not None} == {
        "id": 1,
        "at": "2026-01-05T19:00:00+00:00",
        "day": "2026-01-05",
        "choice": choice,
    }


@pytest.mark.parametrize("about", REASONS)
def test_it_may_be_about_any_reason_of_a_dose(cmt, about):
    pause = by_flags(cmt, CODEINE, "--about", about, "--choice", "take", "--units", "1")
    assert pause["about"] == about
    assert doses(cmt)[0]["reason"] == about


@pytest.mark.parametrize(("wait", "minutes"), [("20m", 20), ("20", 20), ("5 min", 5), ("90 minutes", 90), ("1 minute", 1)])
def test_a_wait_is_minutes(cmt, wait, minutes):
    assert by_flags(cmt, "--choice", "wait", "--wait", wait)["wait_minutes"] == minutes


def test_a_wait_need_not_be_so_long(cmt):
    assert by_flags(cmt, "--choice", "wait")["wait_minutes"] is None


def test_talk_says_where_the_numbers_are(cmt):
    assert words.TALK in cmt("pause", "--choice", "talk").out


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (("--choice", "later"), words.BAD_CHOICE),
        (("--choice", "open", "--about", "fun"), words.BAD_ABOUT.partition("{")[0]),
        (("--choice", "wait", "--wait", "long"), words.BAD_WAIT),
        (("--choice", "wait", "--wait", "0"), words.BAD_WAIT),
        (("--choice", "wait", "--wait", "-5"), words.BAD_WAIT),
        (("--choice", "open", "--wait", "20m"), words.WAIT_WITH_WAIT),
        (("--choice", "open", "--units", "1"), words.UNITS_WITH_TAKE),
        (("--choice", "take", "--units", "0"), med_words.BAD_UNITS.format(flag="--units")),
        (("--choice", "take", "--units", "-2"), med_words.BAD_UNITS.format(flag="--units")),
        (("--choice", "take", "--units", "lots"), med_words.BAD_UNITS.format(flag="--units")),
        (("--choice", "open", "--pain", "11"), "--pain"),
        (("--choice", "open", "--urge-after", "-1"), "--urge-after"),
    ],
)
def test_what_cannot_be_is_one_clear_sentence_and_nothing_is_stored(cmt, home, args, sentence):
    result = cmt("pause", *args)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(sentence)
    assert not home.exists()


# Take


def test_take_with_units_logs_a_dose_after_this_pause(cmt):
    flags = ("--pain", "6", "--urge", "8", "--about", "other", "--about-words", "the rain")
    pause = by_flags(cmt, CODEINE, *flags, "--choice", "take", "--units", "\u00bd")
    assert (pause["medicine"], pause["dose_id"]) == (NAME, 1)
    [dose] = doses(cmt)
    about = [dose[name] for name in ("id", "units", "reason", "reason_words", "pain", "urge", "after_pause")]
    assert about == [1, 0.5, "other", "the rain", 6, 8, 1]


def test_take_says_what_was_stored(cmt):
    out = cmt("pause", CODEINE, "--choice", "take", "--units", "2").out
    assert "Kept as dose 1: 2 tablets of co-codamol 30/500, Mon 5 Jan 2026 19:00." in out


def test_take_logs_the_usual_dose_when_there_is_one(cmt):
    has(cmt, usual="1.5")
    assert by_flags(cmt, CODEINE, "--choice", "take")["dose_id"] == 1
    assert doses(cmt)[0]["units"] == 1.5


def test_with_neither_and_nobody_to_ask_no_dose_is_logged_and_that_is_said(cmt):
    result = cmt("pause", CODEINE, "--choice", "take")
    assert result.code == 0
    assert words.NOT_SAID_HOW_MANY in result.out
    assert result.out.endswith(words.ENDS + "\n")
    assert [(one["medicine"], one["dose_id"]) for one in pauses(cmt)] == [(NAME, None)]
    assert doses(cmt) == []


def test_in_json_it_is_said_beside_the_answer(cmt):
    result = cmt("pause", CODEINE, "--choice", "take", "--json")
    assert (result.json["pause"]["dose_id"], result.err) == (None, words.NOT_SAID_HOW_MANY + "\n")


def test_units_of_no_medicine_are_no_dose(cmt):
    assert words.NOT_NAMED in cmt("pause", "--choice", "take", "--units", "2").out
    assert doses(cmt) == []


def test_in_a_terminal_it_asks_how_many(cmt, ask):
    result, screen = ask("pause", CODEINE, "--choice", "take", replies=("lots", "2"))
    assert [one.text for one in screen.transcript] == [words.HOW_MANY.format(units="tablets", name=NAME)] * 2
    assert med_words.NOT_A_COUNT in said(result)
    assert doses(cmt)[0]["units"] == 2


@pytest.mark.parametrize("reply", [None, Command.LEAVE])
def test_a_pass_there_keeps_the_pause_and_logs_none(cmt, ask, reply):
    result, _ = ask("pause", CODEINE, "--choice", "take", replies=(reply,))
    assert words.NOT_LOGGED_NOW in said(result)
    assert said(result).endswith(words.ENDS)
    assert [one["choice"] for one in pauses(cmt)] == ["take"]
    assert doses(cmt) == []


def test_what_the_dose_meets_is_told_with_it_and_is_in_json(cmt):
    cmt("med", "add", "paracetamol 500", "--units", "8")
    cmt.later(hours=5)
    answer = cmt("pause", CODEINE, "--choice", "take", "--units", "1", "--json").json
    assert [one["rule"] for one in answer["notices"]] == ["R1"]
    assert list(answer["notices"][0]) == ["rule", "text", "next", "source"]


def test_after_many_tablets_the_help_lines_come_first(cmt):
    cmt("start", "--yes", "--country", "GB")
    out = cmt("pause", "paracetamol 500", "--choice", "take", "--units", "20").out
    assert out.index("Samaritans") < out.index("Pause 1 is kept") < out.index("Kept as dose 1") < out.index("10 g of paracetamol")


# What is told before the choice


def test_what_is_in_the_log_is_told_first(cmt):
    cmt("med", "add", CODEINE, "--units", "2", "--at", "15:00")
    cmt("med", "add", "paracetamol 500", "--units", "1", "--at", "16:00")
    cmt("med", "add", CODEINE, "--units", "2", "--at", "2026-01-04 19:00")  # 24 hours ago is outside
    lines = cmt("pause", CODEINE, "--choice", "open").out.splitlines()
    assert lines[0] == f"{NAME} is in the log last at Mon 5 Jan 2026 15:00."
    assert lines[1] == "In the last 24 hours: paracetamol 1.5 g, codeine 60 mg."


def test_of_one_never_logged_that_is_said(cmt):
    lines = cmt("pause", CODEINE, "--choice", "open").out.splitlines()
    assert lines[:2] == [words.NOT_LOGGED.format(name=NAME), words.NOTHING_IN_24]


def test_of_contents_unknown_its_own_units_are_told_and_the_sums_of_others_say_at_least(cmt):
    cmt("med", "add", "drops", "--units", "3")
    cmt("med", "add", "drops", "--units", "2")
    assert "In the last 24 hours: 5." in cmt("pause", "drops", "--choice", "open").out
    assert words.UNKNOWN_IN_24 in cmt("pause", CODEINE, "--choice", "open").out
    cmt("med", "add", CODEINE)
    told = words.AT_LEAST_IN_24.format(amounts="paracetamol 500 mg, codeine 30 mg")
    assert told in cmt("pause", CODEINE, "--choice", "open").out


def test_hidden_names_hide_ingredients_too(cmt):
    cmt("settings", "hide-names", "on")
    cmt("med", "add", CODEINE, "--units", "2")
    lines = cmt("pause", CODEINE, "--choice", "open").out.splitlines()
    assert lines[0].startswith("a medicine is in the log last at")
    assert lines[1] == "In the last 24 hours: 1 g, 60 mg."


MET = {
    "R1": (("med", "add", "paracetamol 500", "--units", "8", "--at", "14:00"), ("med", "usual", "paracetamol 500", "--set", "1")),
    "R3": (("med", "add", "paracetamol 500", "--units", "1", "--at", "18:00"),),
    "R8": (("med", "add", "diazepam", "--at", "18:00"), ("med", "names", "--add", CODEINE)),
}


@pytest.mark.parametrize("rule", MET)
def test_what_the_next_dose_would_meet_is_told_before_the_choice(cmt, ask, rule):
    for command in MET[rule]:
        assert cmt(*command).code == 0
    name = CODEINE if rule == "R8" else "paracetamol 500"
    cmt("med", "names", "--add", name, "--kind", "needed")
    screen = ScriptedScreen(*OPENED, 5, LEAVE_OPEN)
    told = []
    screen.breathe = lambda rhythm: told.append(True) or None
    result, _ = ask("pause", name, screen=screen)
    piece = {"R1": "4.5 g", "R3": "four hours", "R8": "slow breathing"}[rule]
    assert piece in said(result)
    assert said(result).index(piece) < said(result).index("Pause 1 is kept")
    assert told
    assert rows(cmt.home, "SELECT * FROM notices WHERE rule = ?", rule) == []


def test_by_flags_too_unless_it_is_taken_which_tells_it_itself(cmt):
    cmt("med", "add", "paracetamol 500", "--units", "8")
    cmt.later(hours=5)
    told = cmt("pause", "paracetamol 500", "--choice", "open").out
    assert "4.5 g" in told
    assert cmt("pause", "paracetamol 500", "--choice", "take", "--units", "1").out.count("4.5 g") == 1


def test_the_next_dose_is_the_usual_one_or_one_unit(cmt):
    cmt("med", "add", "paracetamol 500", "--units", "6")
    cmt.later(hours=5)
    assert "g of paracetamol" not in cmt("pause", "paracetamol 500", "--choice", "open").out
    cmt("med", "usual", "paracetamol 500", "--set", "3")
    assert "4.5 g" in cmt("pause", "paracetamol 500", "--choice", "open").out


# One kind line


def card(cmt, day, text):
    """What somebody wrote on their pause card, on a day of the programme."""
    with opened(cmt.home) as connection, writing(connection):
        on = sessions.started(connection)
        session = sessions.begin(connection, on, cmt.now, cmt.now.date(), day, "whole")
        sessions.answer(connection, session, "pause-card", text, cmt.now, cmt.now.date())


def kind_line(cmt):
    return cmt("pause", "--choice", "open").out.splitlines()[0]


def test_the_kind_line_is_their_own_card_before_all_else(cmt):
    assert kind_line(cmt) == words.KIND_LINES
    cmt("start", "--yes", "--country", "GB")
    assert kind_line(cmt) == words.KIND_LINES
    cmt("thought", "add", "no", "--reply", "A middling reply.", "--warmth", "5")
    cmt("thought", "add", "no", "--reply", "The warmest reply.", "--warmth", "9")
    assert kind_line(cmt) == "The warmest reply."
    card(cmt, 6, "A line from day six.")
    assert kind_line(cmt) == "A line from day six."
    card(cmt, 16, "A line from day sixteen.")
    assert kind_line(cmt) == "A line from day sixteen."
    card(cmt, 6, "A later line, of the earlier day.")
    assert kind_line(cmt) == "A line from day sixteen."


@pytest.mark.parametrize("passed", [session_words.OWN_IN_HEAD, None, "  "])
def test_a_card_that_was_only_thought_is_none(cmt, passed):
    cmt("start", "--yes", "--country", "GB")
    card(cmt, 6, "A line from day six.")
    card(cmt, 16, passed)
    assert kind_line(cmt) == "A line from day six."


def test_the_kind_line_stands_between_the_breath_and_the_choice(ask):
    result, screen = ask("pause", replies=(*OPENED, 5, LEAVE_OPEN))
    assert [one.kind for one in screen.transcript] == ["scale"] * 3 + ["choose", "line", "breathe", "scale", "choose"]
    assert result.out.split("\n", 1)[0] == words.OPENS
    assert result.out.index(words.KIND_LINES) < result.out.index("Pause 1 is kept")


# By the clock


@pytest.mark.parametrize("choice", CHOICES)
def test_by_flags_a_medicine_taken_by_the_clock_has_its_own_line(cmt, choice):
    has(cmt, kind="clock", usual="2")
    result = cmt("pause", CODEINE, "--choice", choice)
    assert words.BY_CLOCK in result.out
    assert words.KIND_LINES not in result.out
    assert result.out.endswith(words.ENDS + "\n")
    assert pauses(cmt)[0]["choice"] == choice


def test_withdrawal_feelings_have_it_too(cmt):
    assert words.BY_CLOCK in cmt("pause", "--about", "withdrawal", "--choice", "open").out


def test_by_questions_it_is_said_and_then_logged_without_a_choice(cmt, ask):
    has(cmt, kind="clock", usual="2")
    result, screen = ask("pause", CODEINE, replies=OPENED)
    assert [one.kind for one in screen.transcript] == ["scale"] * 3 + ["choose"]
    assert words.BY_CLOCK in said(result)
    assert said(result).endswith(words.ENDS)
    assert [(one["choice"], one["dose_id"]) for one in pauses(cmt)] == [("take", 1)]
    assert doses(cmt)[0]["units"] == 2


def test_withdrawal_without_a_medicine_asks_which_and_how_many(cmt, ask):
    result, screen = ask("pause", replies=(*SCALES, "Withdrawal feelings", "ibuprofen", CODEINE, "1"))
    assert screen.texts("ask") == [words.WHICH_MEDICINE, words.WHICH_MEDICINE, words.HOW_MANY.format(units="tablets", name=NAME)]
    assert "could be one of these" in said(result)
    assert [(one["medicine"], one["dose_id"]) for one in pauses(cmt)] == [(NAME, 1)]


# By questions


def test_a_whole_pause_with_every_answer(cmt, ask):
    replies = (*SCALES, "Something else", "the rain", "When needed", 4, WAIT)
    result, screen = ask("pause", CODEINE, replies=replies)
    assert screen.texts("choose")[1] == med_words.ASK_KIND.format(name=NAME)
    [pause] = pauses(cmt)
    kept = [pause[name] for name in ("pain", "urge", "need", "about", "about_words", "urge_after", "choice", "medicine")]
    assert kept == [*SCALES, "other", "the rain", 4, "wait", NAME]
    assert said(result).endswith(words.ENDS)


def test_every_question_may_be_passed_and_then_it_is_left_open(cmt, ask):
    result, _ = ask("pause", replies=(None,) * 6)
    assert result.code == 0
    [pause] = pauses(cmt)
    assert pause["choice"] == "open"
    assert [pause[name] for name in ("pain", "urge", "need", "about", "about_words", "urge_after")] == [None] * 6


@pytest.mark.parametrize(("answer", "choice"), list(zip(words.CHOICE_ANSWERS, CHOICES, strict=True)))
def test_every_choice_by_questions_ends_with_the_same_line(cmt, ask, answer, choice):
    has(cmt, usual="1")
    result, _ = ask("pause", CODEINE, replies=(*OPENED, 5, answer))
    assert said(result).endswith(words.ENDS)
    assert [(one["choice"], one["dose_id"]) for one in pauses(cmt)] == [(choice, 1 if choice == "take" else None)]


def test_what_was_given_is_not_asked(cmt, ask):
    has(cmt)
    given = ("--pain", "6", "--need", "7", "--about", "sleep", "--wait", "30m")
    _, screen = ask("pause", CODEINE, *given, replies=(8, 5, WAIT))
    assert screen.texts("scale") == [words.URGE, words.URGE_AFTER]
    [pause] = pauses(cmt)
    assert [pause[name] for name in ("pain", "urge", "need", "about", "wait_minutes")] == [6, 8, 7, "sleep", 30]


def test_q_at_any_question_leaves_with_0_and_keeps_no_pause(cmt, ask):
    has(cmt)
    answers = (*OPENED[:3], "Something else", "words", 5, TAKE)
    for asked_before in range(len(answers)):
        result, screen = ask("pause", CODEINE, replies=(*answers[:asked_before], Command.LEAVE))
        assert (result.code, result.err) == (0, "")
        assert said(result).endswith(words.LEFT)
        assert len([one for one in screen.transcript if one.kind in ("scale", "choose", "ask")]) == asked_before + 1
    assert pauses(cmt) == doses(cmt) == []
    assert not (cmt.home / "drafts").exists()


@pytest.mark.parametrize("key", [Command.LEAVE, Command.SKIP])
def test_q_in_the_breath_leaves_and_s_goes_on(cmt, ask, key):
    replies = OPENED if key is Command.LEAVE else (*OPENED, 5, LEAVE_OPEN)
    result, _ = ask("pause", replies=replies, at={"breathe 4/6 30": key})
    assert said(result).endswith(words.LEFT if key is Command.LEAVE else words.ENDS)
    assert len(pauses(cmt)) == (0 if key is Command.LEAVE else 1)


@pytest.mark.parametrize("at", [BREATH, "breathe 4/6 30"], ids=["line", "breath"])
def test_e_takes_an_anchor_outside_instead_of_the_breath(cmt, ask, at):
    _, screen = ask("pause", replies=(*OPENED, 5, LEAVE_OPEN), at={at: Command.EASE})
    assert words.INSTEAD in screen.texts("line")
    assert screen.transcript[-3].text == "quiet 30"
    assert len(pauses(cmt)) == 1


def test_the_outside_anchor_is_offered_in_words(ask):
    _, screen = ask("pause", replies=(*OPENED, 5, LEAVE_OPEN))
    assert "one sound" in screen.texts("line")[0]


def test_json_of_a_pause_by_questions_is_refused(cmt, ask):
    result, screen = ask("pause", "--json")
    assert (result.code, result.out, one_line(result.err)) == (2, "", words.JSON_NEEDS_CHOICE)
    assert screen.transcript == []


@pytest.mark.parametrize("args", [(), (CODEINE,), ("--pain", "6"), ("--json",)])
def test_without_a_terminal_it_names_the_flags(cmt, home, args):
    result = cmt("pause", *args)
    assert (result.code, result.out) == (2, "")
    assert "--choice" in result.err
    assert not home.exists()


# Nothing typed is lost


@pytest.mark.parametrize("args", [(), ("--choice", "later"), ("ibuprofen", "--choice", "open"), ("--choice", "open", "--units", "1")])
def test_words_of_a_pause_that_could_not_be_kept_are_in_a_draft(cmt, home, args):
    result = cmt("pause", *args, "--about", "other", "--about-words", "the rain")
    assert result.code == 2
    [draft] = (home / "drafts").iterdir()
    assert draft.read_text() == "the rain\n"
    assert str(draft) in result.err


@pytest.mark.parametrize(
    ("failure", "code"), [(Fault("The disk is full."), 1), (RuntimeError(), 1), (KeyboardInterrupt(), 130), (Signalled(143), 143)]
)
def test_words_that_were_typed_survive_whatever_fails_after_them(cmt, home, ask, failure, code):
    result, _ = ask("pause", replies=(*SCALES, "Something else", "the rain", 5, failure))
    assert result.code == code
    [draft] = (home / "drafts").iterdir()
    assert draft.read_text() == "the rain\n"
    assert str(draft) in result.err.replace("\n", "")
    assert pauses(cmt) == []


def test_a_pause_is_kept_before_its_dose_so_that_a_failure_there_loses_one_step(cmt, monkeypatch):
    monkeypatch.setattr(pausing, "log", lambda *_, **__: (_ for _ in ()).throw(Fault("The disk is full.")))
    result = cmt("pause", CODEINE, "--choice", "take", "--units", "1", "--about-words", "the rain")
    assert result.code == 1
    assert [one["about_words"] for one in pauses(cmt)] == ["the rain"]
    assert not (cmt.home / "drafts").exists()


# List, delete, undo


def test_a_list_is_newest_first_and_between_tabs_the_json_in_order(cmt):
    by_flags(cmt, "--choice", "open")
    cmt.later(minutes=1)
    newest = by_flags(cmt, CODEINE, "--pain", "6", "--about-words", "one\ttwo", "--choice", "take", "--units", "1")
    assert [one["id"] for one in pauses(cmt)] == [2, 1]
    [line] = cmt("pause", "list", "--limit", "1").out.splitlines()
    assert line.split("\t") == ["" if value is None else str(value).replace("\t", " ") for value in newest.values()]


def test_an_empty_list_is_0_and_makes_nothing(cmt, home):
    assert (cmt("pause", "list").code, cmt("pause", "list").out) == (0, "")
    assert cmt("pause", "list", stdout_is_terminal=True).err == words.NONE_YET + "\n"
    assert not home.exists()


@pytest.mark.parametrize("width", [40, 60, 80, 200])
def test_nothing_of_a_pause_is_cut_at_any_width(cmt, width):
    by_flags(
        cmt,
        CODEINE,
        "--pain",
        "6",
        "--urge",
        "8",
        "--about",
        "low_mood",
        "--about-words",
        "the rain on the stairs",
        "--choice",
        "something_else",
    )
    out = cmt("pause", "list", stdout_is_terminal=True, width=width).out
    assert max(map(len, out.splitlines())) <= width
    for piece in ["codamol", "30", "500", "low", "mood", "something", "else", "rain", "stairs", "19", "00"]:
        assert piece in out


def test_a_listener_hears_one_labelled_record_a_line(cmt):
    by_flags(cmt, CODEINE, "--pain", "6", "--about", "low_mood", "--choice", "wait", "--wait", "20m")
    out = cmt("pause", "list", accessible=True, stdout_is_terminal=True).out
    assert out == ("Number: 1. When: 2026-01-05 19:00. Medicine: co-codamol 30/500. Pain: 6. About: low mood. Choice: wait. Minutes: 20.\n")


def test_delete_asks_answers_and_leaves_the_dose(cmt, ask):
    before = by_flags(cmt, CODEINE, "--choice", "take", "--units", "1")
    _, screen = ask("pause", "delete", "1", replies=(None,))
    assert len(screen.transcript) == 1
    assert pauses(cmt) == [before]
    assert cmt("pause", "delete", "1", "--yes", "--json").json["pause"] == before
    assert pauses(cmt) == []
    assert [(one["id"], one["after_pause"]) for one in doses(cmt)] == [(1, None)]
    cmt("undo")
    assert pauses(cmt) == [before]
    assert doses(cmt)[0]["after_pause"] == 1


def test_undo_takes_back_a_pause_with_its_dose_and_its_medicine(cmt):
    by_flags(cmt, CODEINE, "--choice", "take", "--units", "1")
    undone = cmt("undo", "--json").json["undone"]
    assert undone["command"] == "pause"
    assert sorted(one["kind"] for one in undone["records"]) == ["dose", "medicine", "pause"]
    assert pauses(cmt) == doses(cmt) == []


@pytest.mark.parametrize("first", ["pause", "med"])
def test_forever_leaves_nothing_behind_whichever_of_the_two_goes_first_and_undo_still_works(cmt, home, first):
    cmt("journal", "add", "words")
    by_flags(cmt, CODEINE, "--about", "other", "--about-words", "zanzibar", "--choice", "take", "--units", "1")
    second = {"pause": "med", "med": "pause"}[first]
    cmt(second, "delete", "1", "--yes")
    assert cmt(first, "delete", "1", "--forever", "--yes").code == 0
    assert cmt("undo").code == 0
    [left] = doses(cmt) if second == "med" else pauses(cmt)
    assert left["after_pause" if second == "med" else "dose_id"] is None
    assert cmt(second, "delete", "1", "--forever", "--yes").code == 0
    assert files_with(home, "zanzibar") == []
    assert cmt("data", "check").code == 0


@pytest.mark.parametrize("args", [("delete", "7", "--yes"), ("delete", "7", "--forever", "--yes")])
def test_a_pause_that_is_not_there_is_1(cmt, args):
    by_flags(cmt, "--choice", "open")
    result = cmt("pause", *args)
    assert (result.code, result.out) == (1, "")
    assert "There is no pause 7." in result.err


def test_a_medicine_called_as_a_command_can_still_be_named(cmt):
    assert cmt("pause", "--choice", "open", "--json", "list").json["pause"]["medicine"] == "list"


def test_a_pause_just_after_midnight_belongs_to_the_evening_before(cmt):
    cmt.now += timedelta(hours=6)
    assert by_flags(cmt, "--choice", "open")["day"] == "2026-01-05"


def test_at_forty_columns_and_for_a_listener_it_is_all_there(cmt):
    has(cmt)
    narrow = cmt("pause", CODEINE, "--choice", "talk", stdout_is_terminal=True, width=40).out
    assert max(map(len, narrow.splitlines())) <= 40
    for sentence in (words.TALK, words.ENDS, words.KIND_LINES):
        assert sentence in " ".join(narrow.split())
    plain = cmt("pause", CODEINE, "--choice", "talk", stdout_is_terminal=True, accessible=True).out.splitlines()
    assert {"Wanting relief makes sense.", words.ENDS, words.TALK} <= set(plain)


def test_the_program_itself_takes_less_than_a_minute_of_the_two(cmt, ask):
    """What is left is for eight answers."""
    has(cmt)
    _, screen = ask("pause", CODEINE, replies=(*OPENED, 5, LEAVE_OPEN))
    assert sum(one.seconds for one in screen.transcript) <= 60
    assert len([one for one in screen.transcript if one.kind in ("scale", "choose", "ask")]) <= 8


@pytest.mark.parametrize("args", [("--help",), ("-h",), ("codeine", "--help")])
def test_help_shows_every_flag_of_the_pause_itself_and_the_commands_beside_it(program, args):
    out = program("pause", *args).stdout
    assert out.startswith("Usage: cmt pause [OPTIONS] [MEDICINE...]\n")
    assert {"--pain", "--urge", "--need", "--about", "--about-words", "--urge-after", "--choice", "--units", "--wait"} <= set(out.split())
    assert "  list    Show pauses, newest first." in out


def test_a_mistyped_flag_is_told_with_the_name_of_the_command(cmt):
    result = cmt("pause", "--choise", "open")
    assert (result.code, result.out) == (2, "")
    assert "'--choice'" in result.err
    assert "'cmt pause --help'" in result.err
