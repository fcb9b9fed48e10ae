"""A minute before a painkiller, at a terminal: a whole pause, one by the clock, q anywhere, and being asked once how a wait went."""

from __future__ import annotations

import json
import shutil

import pytest

from cmt_cli.base.words import med as med_words
from cmt_cli.base.words import pause as words
from cmt_cli.base.words import today as today_words
from journeys.terminal import CTRL_C, ENTER, NOW, cmt, on_one_line, rows, side_by_side
from journeys.walker import ASK, CHOOSE, ON, SCALE, Walker

pytestmark = pytest.mark.faults  # slow: whole sessions or every command, one after another

NAME = "co-codamol 30/500"
HALF_PAST = "2026-01-05T19:30:00+00:00"
TAKE, WAIT, LEAVE_OPEN = "1", "2", "5"
OTHER = "9"
BREATH = "Three slow breaths"
WENT = words.WENT.format(when="19:00")
# What is asked and said, in order: a piece of each.
QUESTIONS = (
    words.PAIN,
    words.URGE,
    words.NEED,
    words.ABOUT,
    words.ABOUT_WORDS,
    "by the clock, or when needed",
    BREATH,
    words.URGE_AFTER,
    words.CHOICE,
    "How many tablets",
)
REPLIES = {words.PAIN: "6", words.URGE: "8", words.NEED: "7", words.ABOUT: OTHER, words.ABOUT_WORDS: "the stairs", words.URGE_AFTER: "4"}
REPLIES |= {"by the clock, or when needed": "2", words.CHOICE: TAKE, "How many tablets": "\u00bd"}


def pauses(home):
    return json.loads(cmt(home, "pause", "list", "--json").stdout)["pauses"]


def doses(home):
    return json.loads(cmt(home, "med", "list", "--json").stdout)["doses"]


@pytest.fixture
def has_codeine(home):
    """The folder of somebody who took two tablets an hour and a half ago, and was asked about them then."""
    assert cmt(home, "med", "add", NAME, "--units", "2", "--at", "17:30").returncode == 0
    assert cmt(home, "med", "names", "--add", NAME, "--kind", "needed").returncode == 0
    return home


@pytest.fixture
def waited(home):
    """The folder of somebody who chose to wait at seven."""
    assert cmt(home, "pause", "--choice", "wait", "--wait", "20m").returncode == 0
    return home


def test_a_whole_pause_with_a_medicine_asks_tells_and_keeps_everything(sit, home):
    cmt(home, "med", "add", NAME, "--units", "2", "--at", "17:30")
    walker = Walker(sit(home, "pause", "cocodamol", "30"), REPLIES)
    assert walker.finish() == 0
    asked = [given.prompt for given in walker.given]
    assert [
        next(piece for piece in reversed(QUESTIONS) if piece in prompt.text)
        for prompt in asked
        if prompt.kind != ON or BREATH in prompt.text
    ]
    assert [prompt.kind for prompt in asked if prompt.kind != ON] == [SCALE] * 3 + [CHOOSE, ASK, CHOOSE, SCALE, CHOOSE, ASK]
    said = walker.terminal.words
    in_order = [words.OPENS, f"{NAME} is in the log last at Mon 5 Jan 2026 17:30.", "In the last 24 hours: paracetamol 1 g, codeine 60 mg."]
    in_order += ["four hours", BREATH, words.KIND_LINES, words.CHOICE, "Pause 1 is kept", f"0.5 tablet of {NAME}", words.ENDS]
    places = [said.index(piece) for piece in in_order]
    assert places == sorted(places)
    [pause] = pauses(home)
    kept = [pause[name] for name in ("medicine", "pain", "urge", "need", "about", "about_words", "urge_after", "choice", "dose_id")]
    assert kept == [NAME, 6, 8, 7, "other", "the stairs", 4, "take", 2]
    assert (doses(home)[0]["units"], doses(home)[0]["after_pause"]) == (0.5, 1)


def test_a_pause_without_a_medicine_may_be_passed_from_end_to_end(sit, home):
    walker = Walker(sit(home, "pause"), dict.fromkeys(QUESTIONS, ""))
    assert walker.finish() == 0
    assert walker.terminal.words.endswith(words.ENDS)
    assert [(one["choice"], one["pain"], one["about"]) for one in pauses(home)] == [("open", None, None)]


def test_one_taken_by_the_clock_is_logged_and_never_put_off(sit, home):
    cmt(home, "med", "names", "--add", NAME, "--kind", "clock")
    cmt(home, "med", "usual", NAME, "--set", "2")
    walker = Walker(sit(home, "pause", NAME), REPLIES)
    assert walker.finish() == 0
    said = walker.terminal.words
    assert words.BY_CLOCK in said
    assert words.CHOICE not in said
    assert said.endswith(words.ENDS)
    assert [one["units"] for one in doses(home)] == [2]


def test_for_a_listener_it_is_the_same_in_plain_lines(sit, has_codeine):
    walker = Walker(sit(has_codeine, "--accessible", "pause", NAME), {**REPLIES, words.CHOICE: LEAVE_OPEN}, plain=True)
    assert walker.finish() == 0
    assert "\x1b" not in walker.terminal.raw.decode()
    assert "In for 4, out for 6" in walker.terminal.words
    assert words.ENDS in walker.terminal.transcript.splitlines()
    assert [(one["choice"], one["about_words"], one["urge_after"]) for one in pauses(has_codeine)] == [("open", "the stairs", 4)]


def test_in_forty_columns_no_line_is_wider_and_nothing_is_missing(sit, has_codeine):
    walker = Walker(sit(has_codeine, "pause", NAME, size=(24, 40)), {**REPLIES, words.CHOICE: LEAVE_OPEN})
    assert walker.finish() == 0
    assert max(len(line.rstrip()) for line in walker.terminal.transcript.splitlines()) <= 40
    for piece in (words.OPENS, words.KIND_LINES, words.ENDS):
        assert piece in walker.terminal.words


def test_q_at_each_question_leaves_with_0_and_no_pause_until_the_choice_is_made(sit, has_codeine, tmp_path):
    places = [words.PAIN, words.ABOUT, words.ABOUT_WORDS, BREATH, words.CHOICE, "How many tablets"]
    folders = [shutil.copytree(has_codeine, tmp_path / str(number)) for number in range(len(places))]
    terminals = [sit(folder, "pause", NAME) for folder in folders]

    def leave(terminal):
        place = places[terminals.index(terminal)]
        prompt = Walker(terminal, REPLIES).to(place)
        return (terminal.type("/q") if prompt.kind == ASK else terminal.press("q" if prompt.kind != SCALE else f"q{ENTER}")).ends()

    assert side_by_side(terminals, leave) == [0] * len(places)
    for place, folder, terminal in zip(places, folders, terminals, strict=True):
        assert terminal.attributes() == terminal.attributes_before
        made = place == places[-1]
        assert [one["choice"] for one in pauses(folder)] == (["take"] if made else []), place
        assert len(doses(folder)) == 1, place
        assert (words.ENDS if made else words.LEFT) in terminal.words, place


def test_ctrl_c_after_typing_leaves_130_and_the_words_are_in_a_draft(sit, has_codeine):
    terminal = sit(has_codeine, "pause", NAME)
    Walker(terminal, REPLIES).to(words.URGE_AFTER)
    assert terminal.press(CTRL_C).ends() == 130
    [draft] = (has_codeine / "drafts").iterdir()
    assert draft.read_text() == "the stairs\n"
    assert pauses(has_codeine) == []


@pytest.mark.parametrize("command", [(), ("today",), ("checkin",), ("pause",)], ids=lambda command: " ".join(command) or "cmt")
def test_after_a_wait_each_of_them_asks_once_how_it_went_and_goes_on(sit, waited, command):
    terminal = sit(waited, *command, now=HALF_PAST).settle()
    assert on_one_line(terminal.said).count(WENT) == 1
    terminal.press("1")
    after = {"today": today_words.PAIN, "checkin": "10 is", "pause": words.PAIN}.get(" ".join(command), "Day 1")
    assert after in on_one_line(terminal.said)
    if command:
        terminal.press(f"q{ENTER}")
    assert terminal.ends() == 0
    assert rows(waited, "SELECT went FROM pauses") == [("eased",)]
    again = sit(waited, now=HALF_PAST)
    assert again.ends() == 0
    assert WENT not in again.words


def test_a_first_dose_asks_once_about_its_medicine(sit, home):
    walker = Walker(sit(home, "med", "add", "cocodamol", "30", "--units", "2"), REPLIES)
    assert walker.finish() == 0
    assert [given.prompt.kind for given in walker.given] == [CHOOSE]
    assert on_one_line(med_words.ASK_KIND.format(name=NAME)) in walker.terminal.words
    again = sit(home, "med", "add", "cocodamol", "30", now=NOW)
    assert again.ends() == 0
    assert rows(home, "SELECT kind FROM medicines") == [("needed",)]
