"""Day 1 for somebody who hears the terminal: the plain screen, rule 5 of the contract to the letter, and the voice."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cmt_cli.base.words import screen, session, today
from cmt_cli.base.words import support as help_words
from journeys import course
from journeys.terminal import CTRL_C, ENTER, Terminal, answers, days_done, on_one_line, rows, side_by_side
from journeys.walker import CHOOSE, ON, SCALE, Walker

HARSH = "I am no use to anybody"
LENGTH = r"[A-Z][a-z-]+(?: and a half)? (?:second|minute)s?"
TWO_SENTENCES = re.compile(r"[.?!][\"')]* +[\"'(]?[A-Z]")
LISTENING = {"ACCESSIBLE": "1"}


class Heard:
    """Somebody who goes through a session by ear, and keeps what was said between two Enters apart."""

    def __init__(self, terminal, replies) -> None:
        self.walker = Walker(terminal, replies, plain=True)
        self.between: list[list[str]] = []
        while not terminal.settle().gone:
            self.between.append(self.lines(terminal.said))
            self.walker.step()
        self.between.append(self.lines(terminal.said))
        self.code = terminal.ends()
        self.raw = terminal.raw.decode()
        self.said = [line for lines in self.between for line in lines]

    def lines(self, said):
        """The program's own lines; the first is what the person typed."""
        lines = said.split("\n")
        return [line for line in (lines[1:] if self.between else lines) if line]


@pytest.fixture(scope="module")
def heard(homes, tmp_path_factory):
    """The whole of day 1 from the very first run, by ear."""
    home = tmp_path_factory.mktemp("listening") / "home"
    with Terminal(home, "today", env=LISTENING, now="") as terminal:
        day = Heard(terminal, {session.CATCH: HARSH, today.PAIN: "6", course.opening(course.act(1).text): "2"})
    day.home = home
    return day


def test_the_whole_day_can_be_done_by_ear(heard):
    assert heard.code == 0
    assert heard.said[-2:] == ["Day 1 is done.", "One day practised."]
    assert rows(heard.home, "SELECT pain, urge FROM arrivals") == [(6, 3)]
    assert rows(heard.home, "SELECT text FROM thoughts") == [(HARSH,)]
    assert answers(heard.home)["act"] == course.act(1).answers[1]
    assert days_done(heard.home) == {1}


def test_no_code_moves_or_colours_anything_and_nothing_is_drawn_over(heard):
    assert "\x1b" not in heard.raw
    assert "\b" not in heard.raw
    assert re.search(r"\r(?!\n)", heard.raw) is None


def test_no_arrow_box_bar_bullet_or_rule_is_said(heard):
    assert [char for char in heard.raw if "\u2190" <= char <= "\u2bff"] == []
    assert [line for line in heard.said if re.match(r"\s*[-*\u2022\u00b7]\s|[-=_*]{3,}", line)] == []


def test_each_line_is_one_whole_sentence(heard):
    said = [re.sub(r"^\d\. ", "", line) for line in heard.said]
    assert [line for line in said if TWO_SENTENCES.search(line)] == []
    assert [line for line in said if not re.search(r"[.?:!][\"')]*$", line)] == []
    assert [line for line in said if re.match(r"[a-z]{2}", line) and not line.startswith("cmt is")] == []


def test_never_more_than_fifteen_lines_come_without_an_enter(heard):
    assert max(map(len, heard.between)) <= 15, max(heard.between, key=len)


def test_each_line_of_the_lesson_waits_for_enter(heard):
    given = [one for one in heard.walker.given if one.prompt.kind == ON]
    assert len(given) > 60
    lines = dict(zip(map(id, heard.walker.given), heard.between, strict=False))
    at_once = [lines[id(one)] for one in given if screen.MORE not in lines[id(one)]]
    # A title, what the breath or the silence before it ended with, and the line.
    assert max(map(len, at_once)) <= 4, max(at_once, key=len)


def test_questions_have_numbered_answers_and_say_what_to_type(heard):
    for given in heard.walker.given:
        text = given.prompt.text
        if given.prompt.kind == CHOOSE:
            most = re.search(r"(\d)\. [^.]+\. Type 1 to (\d), then Enter\. Enter alone passes\.$", text)
            assert most, text
            assert int(most[1]) == int(most[2]) >= 2
        elif given.prompt.kind == SCALE:
            assert re.search(r"0 is [\w ]+, 10 is [\w ]+\. Type 0 to 10, then Enter\. Enter alone passes\.$", text)
    assert {given.prompt.kind for given in heard.walker.given} >= {CHOOSE, SCALE}
    assert sum(screen.TYPE_WORDS in line for line in heard.said) == 1


def test_quiet_is_one_line_and_ends_with_back_now(heard):
    quiets = [at for at, line in enumerate(heard.said) if line.endswith(" of quiet.")]
    assert len(quiets) == sum(part.quiet > 0 for part in course.parts(1))
    for at in quiets:
        assert re.fullmatch(LENGTH + r" of quiet\.", heard.said[at])
        assert heard.said[at + 1] == "Back now."


def test_a_breath_is_one_line(heard):
    breaths = [line for line in heard.said if line.startswith("In for")]
    assert len(breaths) == 1 + sum(part.rhythm is not None for part in course.parts(1)), "the first breath, and those of the practice"
    assert all(re.fullmatch(r"In for \d, out for \d, [a-z]+(?:-[a-z]+)? (?:second|minute)s?\.", line) for line in breaths)


def test_the_plain_screen_can_be_had_in_three_ways_and_draws_nothing(sit, homes, tmp_path):
    ways = [([], {"ACCESSIBLE": "1"}), (["--accessible"], {}), ([], {"TERM": "dumb"})]
    terminals = [sit(homes.by_the_sea(tmp_path / str(number)), "today", *args, env=env) for number, (args, env) in enumerate(ways)]
    side_by_side(terminals, lambda terminal: Walker(terminal, {"in the shell": "a pearl"}, plain=True).to("Stand or lie"))
    for way, terminal in zip(ways, terminals, strict=True):
        assert "\x1b" not in terminal.raw.decode(), way
        assert "1. The whole day, about" in terminal.transcript, way
        assert answers(Path(terminal.home))["shell"] == "a pearl", way


def test_the_setting_gives_the_plain_screen_too(sit, homes, tmp_path):
    terminal = sit(homes.on_day(1, tmp_path / "home", accessible=True), "today").settle()
    assert on_one_line(terminal.said).endswith(screen.TYPE_SCALE)


def test_wrong_answers_by_ear_are_never_taken(sit, home):
    walker = Walker(sit(home, "today", "--pace", "0", "--short", env=LISTENING), {today.PAIN: "6"}, plain=True, wrong_keys=True)
    assert walker.finish() == 0
    assert rows(home, "SELECT pain, urge FROM arrivals") == [(6, 3)]
    assert days_done(home) == {1}
    assert walker.terminal.attributes() == walker.terminal.attributes_before


def test_keys_are_letters_and_enter(sit, sea):
    walker = Walker(sit(sea, "today", "--whole", env=LISTENING), plain=True)
    walker.to("The first line")
    for typed, shown in (("?", "This is step 1 of 11, with about"), ("h", help_words.END_MY_LIFE), ("/h", help_words.END_MY_LIFE)):
        assert shown in walker.terminal.type(typed).said
        walker.to("The first line")


def test_at_free_text_letters_are_text_by_ear_too(sit, sea):
    walker = Walker(sit(sea, "today", "--pace", "0", env=LISTENING), plain=True)
    for typed in (*"bsegqh?", "//q"):
        walker.to("What is in the shell")
        walker.terminal.type(typed)
        assert answers(sea)["shell"] == typed.replace("//", "/")
        walker.terminal.type("b")


def test_q_by_ear_leaves_at_every_kind_of_prompt(sit, homes, tmp_path):
    places = [today.PAIN, today.SIZE, "The first line", "What is in the shell", "How strong is the wind"]
    terminals = [sit(homes.by_the_sea(tmp_path / str(number)), "today", "--pace", "0", env=LISTENING) for number in range(len(places))]

    def drive(terminal):
        place = places[terminals.index(terminal)]
        Walker(terminal, plain=True).to(place)
        return terminal.type("/q" if "shell" in place else "q").ends()

    assert side_by_side(terminals, drive) == [0] * len(places)


def test_ctrl_c_by_ear_is_one_line_too(sit, home):
    terminal = sit(home, "today", env=LISTENING).press("6" + ENTER, CTRL_C)
    assert terminal.ends() == 130
    said = terminal.said.removeprefix("^C")
    assert on_one_line(said) == today.STOPPED
    assert all(re.search(r"[.]$", line) for line in said.split("\n") if line)


def test_space_and_enter_hold_a_silence_by_ear(sit, home):
    walker = Walker(sit(home, "ground", "--with", "feet", env=LISTENING), plain=True)
    walker.to("of quiet.")
    assert screen.HELD in walker.terminal.type(" ").said
    assert "Back now." in walker.terminal.type("").said
