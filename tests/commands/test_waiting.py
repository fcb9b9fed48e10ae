"""After a pause that ended in a wait: the next bare `cmt`, `today`, `checkin` or `pause` in a terminal asks once how it went."""

from __future__ import annotations

import pytest
from asked import asked, rows
from scripted import ScriptedScreen

from cmt_cli.base.medicine import WENT
from cmt_cli.base.words import pause as words
from cmt_cli.programme.ports import Command

QUESTION = words.WENT.format(when="19:00")
ASKING = [(), ("today",), ("checkin",), ("pause",)]


class Leaving(ScriptedScreen):
    """Somebody who answers how a wait went, and leaves at the next question."""

    def __init__(self, reply):
        super().__init__()
        self.reply = reply

    def _answer(self, shown):
        self.transcript.append(shown)
        if shown.text != QUESTION:
            return Command.LEAVE
        if isinstance(self.reply, BaseException):
            raise self.reply
        return self.reply

    def _key(self, shown):
        self.transcript.append(shown)
        return Command.LEAVE


@pytest.fixture
def come_back(cmt, monkeypatch):
    """Come back with a command, and leave at its next question: how often it was asked how the wait went."""

    def run(*args, reply=None, code=0, **changes):
        screen = Leaving(reply)
        result, _ = asked(cmt, monkeypatch, *args, screen=screen, **changes)
        assert result.code == code, result
        return screen.count(QUESTION)

    return run


def waited(cmt):
    cmt("start", "--yes", "--country", "GB")
    cmt("pause", "--choice", "wait", "--wait", "20m")
    cmt.later(minutes=30)


def went(cmt):
    return [one["went"] for one in cmt("pause", "list", "--json").json["pauses"]]


@pytest.mark.parametrize("args", ASKING, ids=lambda args: args[0] if args else "cmt")
@pytest.mark.parametrize("reply", [0, 1, 2])
def test_it_is_asked_and_kept(cmt, come_back, args, reply):
    waited(cmt)
    assert come_back(*args, reply=reply) == 1
    assert went(cmt) == [WENT[reply]]


@pytest.mark.parametrize("args", ASKING, ids=lambda args: args[0] if args else "cmt")
@pytest.mark.parametrize("reply", [0, None, Command.LEAVE], ids=str)
def test_it_is_asked_once_whether_it_was_answered_passed_or_left(cmt, come_back, args, reply):
    waited(cmt)
    assert come_back(*args, reply=reply) == 1
    assert [come_back(*again) for again in ASKING] == [0] * 4
    assert went(cmt) == [None if reply != 0 else "eased"]


def test_the_command_goes_on_afterwards(cmt, monkeypatch):
    waited(cmt)
    result, _ = asked(cmt, monkeypatch, replies=("It eased",))
    assert "Day 1" in result.out


@pytest.mark.parametrize(
    "args",
    [
        ("status",),
        ("today", "--print"),
        ("today", "--done"),
        ("checkin", "--pain", "4"),
        ("checkin", "list"),
        ("pause", "--choice", "open"),
        ("pause", "list"),
        ("med", "none"),
        ("support",),
        ("journal", "list"),
    ],
    ids=" ".join,
)
def test_no_other_command_asks(cmt, come_back, args):
    waited(cmt)
    assert come_back(*args) == 0


@pytest.mark.parametrize("args", [(), ("today",)], ids=["cmt", "today"])
def test_where_nobody_can_answer_it_is_not_asked_and_may_be_asked_later(cmt, come_back, args):
    waited(cmt)
    result = cmt(*args)
    assert result.code == 0
    assert QUESTION not in result.out
    assert come_back() == 1


@pytest.mark.parametrize(("later", "times"), [({"hours": 8}, 1), ({"hours": 9}, 0), ({"days": 1}, 0)])
def test_it_is_asked_that_day_until_the_next_begins_at_four(cmt, come_back, later, times):
    waited(cmt)
    cmt.later(**later)
    assert come_back() == times


@pytest.mark.parametrize("choice", ["take", "something_else", "talk", "open"])
def test_after_another_choice_nothing_is_asked(cmt, come_back, choice):
    cmt("pause", "--choice", choice)
    assert come_back() == 0


def test_each_of_two_waits_is_asked_about_once(cmt, come_back):
    cmt("pause", "--choice", "wait")
    cmt("pause", "--choice", "wait")
    assert [come_back(reply=reply) for reply in (0, 2, 1)] == [1, 1, 0]
    assert went(cmt) == ["eased", "stronger"]


@pytest.mark.parametrize(("stop", "code"), [(KeyboardInterrupt(), 130), (RuntimeError(), 1)])
def test_an_interrupted_question_is_put_again(cmt, come_back, stop, code):
    waited(cmt)
    assert come_back(reply=stop, code=code) == 1
    assert rows(cmt.home, "SELECT asked_back FROM pauses") == [(0,)]
    assert come_back(reply=1) == 1


def test_undo_takes_back_the_answer_alone(cmt, come_back):
    waited(cmt)
    come_back(reply=0)
    assert cmt("undo", "--json").json["undone"]["records"] == [{"kind": "pause", "id": 1}]
    assert went(cmt) == [None]


def test_without_a_record_nothing_is_made(cmt, home, come_back):
    assert come_back() == 0
    assert not home.exists()
