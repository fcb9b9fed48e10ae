"""Keeping a self-critical thought by questions, from a diary entry or from the air: nothing is picked for anybody."""

from __future__ import annotations

import io

import pytest
from asked import asked

from cmt_cli.base.words import session as session_words
from cmt_cli.base.words import thought as words
from cmt_cli.programme.ports import Command

BRING_BACK, LEAVE_BE, DO_NOT_KEEP = session_words.KEEP_ANSWERS
ENTRY = "The bus was late. I hold everyone up. It rained."


@pytest.fixture
def ask(cmt, monkeypatch):
    return lambda *args, **changes: asked(cmt, monkeypatch, *args, **changes)


def all_of(cmt):
    return cmt("thought", "list", "--json").json["thoughts"]


def test_a_thought_a_name_a_reply_and_its_warmth_are_asked_for_and_kept(cmt, ask):
    result, screen = ask("thought", "add", replies=("not good enough", BRING_BACK, "the kitchen", "Enough for one day.", 7))
    (thought,) = all_of(cmt)
    assert (thought["text"], thought["label"], thought["due_on"]) == ("not good enough", "the kitchen", "2026-01-08")
    assert [(one["text"], one["warmth"]) for one in thought["replies"]] == [("Enough for one day.", 7)]
    assert screen.texts() == [session_words.CATCH, session_words.KEEP_IT, words.ASK_LABEL, words.ASK_REPLY, session_words.WARMTH]
    assert words.KEPT.format(number=1) in result.out


def test_the_line_about_ending_ones_life_stands_under_the_thought_and_under_whether_to_keep_it(ask):
    _, screen = ask("thought", "add", replies=("not good enough", DO_NOT_KEEP))
    assert [one.note for one in screen.transcript] == [session_words.IF_ABOUT_ENDING_LIFE_TYPING, session_words.IF_ABOUT_ENDING_LIFE]


@pytest.mark.parametrize("keep", [DO_NOT_KEEP, None, Command.LEAVE], ids=str)
def test_what_is_not_to_be_kept_is_not(cmt, ask, home, keep):
    result, _ = ask("thought", "add", replies=("quokka", keep))
    assert (result.code, " ".join(result.out.split())) == (0, words.NOTHING_KEPT)
    assert all_of(cmt) == []
    assert not (home / "drafts").exists()
    assert b"quokka" not in (home / "cmt.db").read_bytes()


def test_kept_and_left_be_is_never_due(cmt, ask):
    ask("thought", "add", replies=("not good enough", LEAVE_BE, None, "Enough.", None))
    (thought,) = all_of(cmt)
    assert (thought["state"], thought["due_on"], thought["label"]) == ("active", None, None)


@pytest.mark.parametrize("given", [None, Command.LEAVE], ids=str)
def test_no_words_are_no_thought(cmt, ask, given):
    result, _ = ask("thought", "add", replies=(given,))
    assert (result.code, " ".join(result.out.split())) == (0, words.NOTHING_KEPT)
    assert all_of(cmt) == []


def test_help_is_one_key_away_at_every_question(ask):
    _, screen = ask("thought", "add", replies=(Command.HELP, "x", Command.HELP, BRING_BACK, Command.HELP, None, Command.HELP, None))
    assert len(screen.texts("tell")) >= 4


@pytest.mark.parametrize("after", [(), ("the kitchen",), ("the kitchen", "Enough.")], ids=["at the name", "at the reply", "at its warmth"])
def test_leaving_after_it_was_kept_says_so_and_keeps_all_that_was_given(cmt, ask, after):
    result, _ = ask("thought", "add", replies=("not good enough", BRING_BACK, *after, Command.LEAVE))
    assert (result.code, result.err) == (0, "")
    assert words.KEPT.format(number=1) in result.out
    assert words.NOTHING_KEPT not in result.out
    (thought,) = all_of(cmt)
    assert [thought["label"], *(one["text"] for one in thought["replies"])] == [*after, None][: max(1, len(after))]


@pytest.mark.parametrize("flags", [(), ("--label", "the kitchen")], ids=["asked for all", "named before"])
def test_ctrl_c_after_it_was_kept_says_that_it_is(cmt, ask, home, flags):
    result, _ = ask("thought", "add", *flags, replies=("not good enough", BRING_BACK, KeyboardInterrupt))
    assert result.code == 130
    assert words.KEPT.format(number=1) in result.err
    assert len(all_of(cmt)) == 1
    assert not (home / "drafts").exists()


def test_given_with_the_command_is_not_asked_for_again(cmt, ask):
    _, screen = ask("thought", "add", "--label", "the kitchen", "--reply", "Enough.", replies=("not good enough", BRING_BACK))
    assert screen.texts() == [session_words.CATCH, session_words.KEEP_IT]
    (thought,) = all_of(cmt)
    assert (thought["label"], thought["replies"][0]["text"], thought["due_on"]) == ("the kitchen", "Enough.", "2026-01-08")


def test_it_is_one_step_for_undo_however_many_questions_it_took(cmt, ask):
    ask("thought", "add", replies=("not good enough", BRING_BACK, "the kitchen", "Enough.", 7))
    undone = cmt("undo", "--json").json["undone"]
    assert undone["command"] == "thought add"
    assert undone["records"] == [{"kind": "thought", "id": 1}, {"kind": "reply", "id": 1}]
    assert all_of(cmt) == []
    assert cmt("undo", "--json").json["undone"] is None


# From a diary entry


def test_the_person_picks_among_all_sentences_and_nothing_is_marked_for_them(cmt, ask):
    cmt("journal", "add", ENTRY)
    result, _ = ask("thought", "add", "--from", "1", replies=("2", BRING_BACK, None, None))
    for number, sentence in enumerate(("The bus was late.", "I hold everyone up.", "It rained."), 1):
        assert f"  {number}  {sentence}" in result.out
    (thought,) = all_of(cmt)
    assert (thought["text"], thought["entry_id"]) == ("I hold everyone up.", 1)


def test_several_are_picked_each_once_in_the_order_they_were_said(cmt, ask):
    cmt("journal", "add", ENTRY)
    ask("thought", "add", "--from", "1", replies=("3, 2 and 3", LEAVE_BE, None, None, BRING_BACK, None, None))
    assert [one["text"] for one in all_of(cmt)[::-1]] == ["It rained.", "I hold everyone up."]


@pytest.mark.parametrize("wrong", ["4", "0", "the second", "2 9"])
def test_a_number_that_is_not_there_is_asked_for_again(cmt, ask, wrong):
    cmt("journal", "add", ENTRY)
    result, _ = ask("thought", "add", "--from", "1", replies=(wrong, None))
    assert words.NOT_A_PICK.format(most=3) in result.out
    assert words.PICKED_NONE in result.out
    assert all_of(cmt) == []


def test_leaving_at_the_second_of_two_keeps_the_first(cmt, ask):
    cmt("journal", "add", ENTRY)
    result, _ = ask("thought", "add", "--from", "1", replies=("1 2", BRING_BACK, None, None, Command.LEAVE))
    assert [one["text"] for one in all_of(cmt)] == ["The bus was late."]
    assert words.NOTHING_KEPT not in result.out


# After a diary entry is written in a terminal


class Typing(io.StringIO):
    """A terminal into which an entry is typed."""

    def __init__(self, text):
        super().__init__(f"{text}\n.\n")

    def isatty(self):
        return True


def test_after_an_entry_it_is_offered_and_no_is_what_enter_means(cmt, ask, home):
    result, screen = ask("journal", "add", replies=(None,), terminal=Typing(ENTRY))
    assert result.code == 0
    assert screen.texts() == [words.ANY_CRITIC]
    assert all_of(cmt) == []


def test_after_an_entry_a_sentence_of_it_is_kept_with_the_entry_it_came_from(cmt, ask):
    ask(
        "journal",
        "add",
        replies=(True, "2", BRING_BACK, "the bus", "You were in pain."),
        at={session_words.WARMTH: 8},
        terminal=Typing(ENTRY),
    )
    (thought,) = all_of(cmt)
    assert (thought["text"], thought["entry_id"], thought["label"]) == ("I hold everyone up.", 1, "the bus")
    assert cmt("undo", "--json").json["undone"]["command"] == "journal add"
    assert (all_of(cmt), cmt("journal", "list", "--json").json["entries"]) == ([], [])


@pytest.mark.parametrize("replies", [(Command.LEAVE,), (True, Command.LEAVE), (True, "2", Command.LEAVE)], ids=str)
def test_leaving_the_offer_leaves_the_entry_kept_and_no_draft(cmt, ask, home, replies):
    result, _ = ask("journal", "add", replies=replies, terminal=Typing(ENTRY))
    assert (result.code, result.err) == (0, "")
    assert len(cmt("journal", "list", "--json").json["entries"]) == 1
    assert list((home / "drafts").glob("*")) == []


def test_ctrl_c_at_the_offer_says_that_the_entry_is_kept_and_leaves_no_draft(cmt, ask, home):
    result, _ = ask("journal", "add", replies=(KeyboardInterrupt,), terminal=Typing(ENTRY))
    assert result.code == 130
    assert "kept" in result.out + result.err
    assert "Nothing was stored" not in result.err
    assert len(cmt("journal", "list", "--json").json["entries"]) == 1
    assert list((home / "drafts").glob("*")) == []
