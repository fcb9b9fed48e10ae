"""What is drawn: a narrow screen, colour and none, the breath bar, a simple terminal."""

from __future__ import annotations

import re

from cmt_cli.base.words import session, start, today
from cmt_cli.programme.model import Say
from journeys import course
from journeys.terminal import ENTER, day_later, side_by_side
from journeys.walker import CHOOSE, SCALE, YES_NO, Walker

REST = course.LIBRARY.practice("one-breath")
SGR = re.compile(r"\x1b\[[0-9;:]*m")
ANY_CODE = re.compile(r"\x1b")
DAYS = (1, 2)
HARSH = "Other people manage"
KEYS_END = " ? shows them all. "
QUESTIONS = (CHOOSE, SCALE, YES_NO)


class Narrow(Walker):
    """Looks whether each question stands whole on the screen with its answers, before it is answered."""

    seen = 0
    echo = ""

    def answer(self, prompt, reply):
        if prompt.kind in QUESTIONS:
            self.seen += 1
            asked = prompt.text.rpartition(f"{HARSH} ")[2].partition(KEYS_END)[2] or prompt.text.rpartition(f"{HARSH} ")[2]
            assert self.terminal.shows(asked.removeprefix(self.echo)), self.terminal.picture()
        self.echo = {CHOOSE: f"> {reply} ", YES_NO: "> no ", SCALE: f"{reply} "}.get(prompt.kind, "")
        super().answer(prompt, reply)


def test_forty_columns_and_twenty_rows_say_every_word_that_eighty_do_and_each_question_stands_whole(sit, homes, tmp_path):
    walkers = {}
    for day in DAYS:
        for size, kind in (((20, 40), Narrow), ((24, 80), Walker)):
            home = homes.on_day(day, tmp_path / f"{day}-{size[1]}", bell=None)
            terminal = sit(home, "today", "--pace", "0", size=size, now=day_later(day - 1))
            walkers[terminal] = kind(terminal, {session.CATCH: HARSH})
    assert side_by_side(list(walkers), lambda terminal: walkers[terminal].finish()) == [0] * len(walkers)
    both = list(walkers.values())
    for narrow, wide in zip(both[::2], both[1::2], strict=True):
        assert narrow.seen >= 8
        assert [one.prompt for one in narrow.given] == [one.prompt for one in wide.given]
        lines = [line for line in narrow.terminal.transcript.split("\n") if HARSH not in line]
        assert max(map(len, lines)) <= 40, max(lines, key=len)


def test_the_countries_of_the_first_run_stand_together_in_forty_columns(sit, new_home):
    terminal = sit(new_home, "today", size=(20, 40)).press(ENTER)
    names = ("United Kingdom", "Ireland", "United States", "Canada", "Australia", "New Zealand", "India", "South Africa", "Germany")
    answers = " ".join(f"{number} {name}" for number, name in enumerate(names, 1))
    assert terminal.shows(f"{start.COUNTRY} {start.COUNTRY_NOTE} {answers}"), terminal.picture()
    assert max(map(len, terminal.said.split("\n"))) <= 40


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
