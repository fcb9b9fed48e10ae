"""What is drawn: a narrow screen, colour and none, the breath bar, a simple terminal."""

from __future__ import annotations

import re

import pytest

from cmt_cli.base.words import session, start, today
from cmt_cli.programme.model import Say
from journeys import course
from journeys.terminal import ENTER, cmt, day_later, side_by_side
from journeys.walker import CHOOSE, SCALE, YES_NO, Walker

REST = course.LIBRARY.practice("one-breath")
SGR = re.compile(r"\x1b\[[0-9;:]*m")
ANY_CODE = re.compile(r"\x1b")
QUESTIONS = (CHOOSE, SCALE, YES_NO)


@pytest.fixture
def sessions_of(sit, homes, tmp_path):
    """The same day at two sizes of window."""

    def both(day, *sizes):
        walkers = []
        for size in sizes:
            home = homes.on_day(day, tmp_path / f"{size[1]}-columns", bell=None)
            walkers.append(Walker(sit(home, "today", "--pace", "0", size=size, now=day_later(day - 1)), {session.CATCH: "Other people manage"}))
        return walkers

    return both


@pytest.mark.parametrize("day", [1, 2, 7])
def test_forty_columns_say_every_word_that_eighty_do(sessions_of, day):
    narrow, wide = sessions_of(day, (20, 40), (24, 80))
    codes = side_by_side([narrow.terminal, wide.terminal], lambda one: (narrow if one is narrow.terminal else wide).finish())
    assert codes == [0, 0]
    assert [(one.prompt.text, one.prompt.answers) for one in narrow.given] == [(one.prompt.text, one.prompt.answers) for one in wide.given]
    typed = [line for line in narrow.terminal.transcript.split("\n") if "Other people manage" in line]
    lines = [line for line in narrow.terminal.transcript.split("\n") if line not in typed]
    assert max(map(len, lines)) <= 40, max(lines, key=len)


@pytest.mark.parametrize("day", [1, 3])
def test_in_forty_columns_and_twenty_rows_each_question_stands_whole_with_its_answers(sessions_of, day):
    (walker,) = sessions_of(day, (20, 40))
    terminal, seen, echo = walker.terminal, 0, ""
    while not terminal.settle().gone:
        prompt = walker.prompt
        if prompt.kind in QUESTIONS:
            seen += 1
            asked = prompt.text.partition(f"{echo} ")[2] if echo else prompt.text.partition(" all. ")[2] or prompt.text
            assert terminal.shows(asked.rpartition("manage ")[2]), terminal.picture()
        walker.step()
        reply = walker.given[-1].reply
        echo = {"n": "> no", "": ""}.get(reply, f"> {reply}" if prompt.kind == CHOOSE else reply)
    assert seen >= 8


def test_the_countries_of_the_first_run_stand_together_in_forty_columns(sit, new_home):
    terminal = sit(new_home, "today", size=(20, 40)).press(ENTER)
    names = ("United Kingdom", "Ireland", "United States", "Canada", "Australia", "New Zealand", "India", "South Africa", "Germany")
    answers = " ".join(f"{number} {name}" for number, name in enumerate(names, 1))
    assert terminal.shows(f"{start.COUNTRY} {start.COUNTRY_NOTE} {answers}"), terminal.picture()
    assert max(map(len, terminal.said.split("\n"))) <= 40


@pytest.mark.parametrize("command", ["support", "status", "ground"])
def test_what_is_needed_most_fits_forty_columns(sit, home, command):
    terminal = sit(home, command, size=(20, 40)).settle()
    assert max(map(len, terminal.transcript.split("\n"))) <= 40


def drawn(sit, homes, tmp_path, **env):
    """A session up to its first line after a breath: every kind of thing is drawn by then."""
    walker = Walker(sit(homes.by_the_sea(tmp_path / "sea"), "today", "--pace", "0", env=env), {"in the shell": "a pearl"})
    walker.to("Breathe with the small waves.")
    walker.terminal.press(ENTER)
    walker.to("Let the tide go out.")
    return walker.terminal.raw.decode()


def test_no_color_means_no_colour_no_bold_and_no_dim(sit, homes, tmp_path):
    assert SGR.findall(drawn(sit, homes, tmp_path, NO_COLOR="1")) == []


def test_otherwise_questions_are_bold_and_asides_dim_and_each_is_closed_again(sit, homes, tmp_path):
    raw = drawn(sit, homes, tmp_path)
    assert f"\x1b[1m{today.PAIN}\x1b[0m" in raw
    assert "\x1b[2m  (" in raw
    assert len(re.findall(r"\x1b\[[12]m", raw)) <= raw.count("\x1b[0m")


@pytest.mark.parametrize("args", [("support",), ("status",), ("settings",), ("programme", "list"), ("today", "--print")])
def test_nothing_that_is_piped_has_a_code_in_it(home, args):
    run = cmt(home, *args, env={"TERM": "xterm-256color"})
    assert run.returncode == 0
    assert ANY_CODE.search(run.stdout + run.stderr) is None


def test_the_breath_bar_rewrites_one_line_steadily_for_its_seconds(sit, home):
    terminal = sit(home, "today", "--rest", "--pace", "0")
    Walker(terminal).to(course.opening(REST.parts[0].text))
    terminal.write(ENTER).wait_for("In for 4, out for 4, eight seconds.")
    raw = terminal.raw.decode()
    bar = raw[raw.index("\r  in") : raw.rindex("\r", 0, raw.index("(In for 4"))]
    assert bar.count("\n") == 0
    assert len(bar.encode()) < 4000
    assert ANY_CODE.search(bar) is None
    frames = [frame for frame in bar.split("\r") if frame.strip()]
    assert len(frames) == 40
    widths = [frame.count("\u2588") for frame in frames]
    assert widths[:20] == sorted(widths[:20])
    assert all(abs(after - before) <= 1 for before, after in zip(widths, widths[1:], strict=False))
    assert not any("\u2588" in row for row in terminal.display), "the bar is gone when the breath is over"


def test_a_terminal_without_blocks_gets_a_bar_of_its_own_characters(sit, home):
    terminal = sit(home, "today", "--rest", "--pace", "0", env={"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"})
    Walker(terminal).to(course.opening(REST.parts[0].text))
    terminal.write(ENTER).wait_for("in #")
    assert "\u2588" not in terminal.transcript


def test_a_drawing_is_seen_where_it_fits_and_its_words_are_read_where_it_is_heard(sit, homes, tmp_path):
    day, picture = next((day, step.picture) for day in range(1, course.DAYS + 1) for step in course.steps(day, Say) if step.picture)
    args = ("today", "--pace", "0", "--day", str(day))
    seen = Walker(sit(homes.on_day(day, tmp_path / "seen"), *args, size=(20, 40)))
    heard = Walker(sit(homes.on_day(day, tmp_path / "heard"), *args, env={"ACCESSIBLE": "1"}), plain=True)
    assert side_by_side([seen.terminal, heard.terminal], lambda one: (seen if one is seen.terminal else heard).finish()) == [0, 0]
    drawing = "\n".join(line.rstrip() for line in picture.lines.split("\n"))
    assert drawing in "\n".join(line.rstrip() for line in seen.terminal.transcript.split("\n"))
    assert drawing.split("\n")[0] not in heard.terminal.transcript
    assert course.opening(picture.words) in heard.terminal.words
