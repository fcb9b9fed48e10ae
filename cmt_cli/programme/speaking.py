"""Saying the words of a step line by line, and answering the keys that do not leave it: help, keys, ground."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from cmt_cli.base.records import Earlier
from cmt_cli.base.words import session as words
from cmt_cli.programme import minutes
from cmt_cli.programme.model import Day, Part, Picture, Practice, Recall, Rhythm, Step
from cmt_cli.programme.ports import Command, Screen

RECALL_MARK = "{recall}"
STOP_AFTER_GROUND = 1

Given = TypeVar("Given")


@dataclass(frozen=True, repr=False, eq=False, match_args=False)
class Plan:
    """Everything a session needs, as values. `recalled` maps (day, step) to what the person answered there.

    `earlier` is a thought that is due, `best_replies` tells the person's own, and `can_compose` whether an editor of theirs is at hand.
    """

    day: Day
    short: bool
    practices: Mapping[str, Practice]
    ground: Practice
    recalled: Mapping[tuple[int | None, str], str]
    help_lines: Sequence[str]
    refrains: Mapping[str, str]
    stirred_before: bool = False
    start: str = ""
    earlier: Earlier | None = None
    best_replies: Callable[[], Sequence[str]] = tuple
    can_compose: bool = False


class Line(NamedTuple):
    """One line to say. `instead` is said to somebody who has eased off the breath; `aloud` leaves out the person's own words."""

    text: str
    instead: str = ""
    aloud: str | None = None


class Quiet(NamedTuple):
    seconds: int


class Breath(NamedTuple):
    """A breath, which follows its line. Once somebody has eased off one today, it is a silence with that line's other anchor."""

    rhythm: Rhythm


Beat = Line | Quiet | Breath | Picture


class Speaker:
    """Speaks beats through the screen. `where` says how far the session is; `answers` are the person's own words by (day, step)."""

    def __init__(self, plan: Plan, screen: Screen, where: Callable[[], str]) -> None:
        self.plan = plan
        self.screen = screen
        self.where = where
        self.answers: dict[tuple[int | None, str], str] = dict(plan.recalled)
        self.without_breath = False

    def present(self, beats: Sequence[Beat], aside: bool = False) -> Command | None:
        """Say each beat; help and keys repeat the line, back goes a line back. Returns the command that ended it early.

        `aside`: a stretch outside the session's own steps, in which back, ease and ground have nowhere to go.
        """
        at = 0
        while at < len(beats):
            command = self._beat(beats[at])
            before = _line_before(beats, at)
            if command is None:
                at += 1
            elif command is Command.EASE and isinstance(beats[at], Breath) and not self.without_breath:
                self.without_breath = True
                at = before or 0
            elif command is Command.BACK and before is not None:
                at = before
            elif aside and command in (Command.BACK, Command.EASE, Command.GROUND):
                continue
            elif not self.answered(command):
                return command
        return None

    def put(self, question: Callable[[], Given | Command]) -> Given | Command:
        """Put a question, and put it again after any key that does not leave it."""
        while isinstance(given := question(), Command) and self.answered(given):
            pass
        return given

    def answered(self, command: Command) -> bool:
        """True when the command was met without leaving the step."""
        if command is Command.HELP:
            self.screen.tell(self.plan.help_lines)
        elif command is Command.KEYS:
            self.screen.tell([*words.KEYS, self.where()])
        elif command is Command.GROUND:
            return self.ground()
        else:
            return False
        return True

    def ground(self) -> bool:
        """Steady the person, then ask whether to go on. False: they stop here."""
        if self.present(self.beats_of(self.plan.ground.parts), aside=True) is Command.LEAVE:
            return False
        wish = self.put(lambda: self.screen.choose(words.AFTER_GROUND, words.AFTER_GROUND_ANSWERS))
        return wish not in (STOP_AFTER_GROUND, Command.LEAVE)

    def beats_of(self, parts: Sequence[Part]) -> list[Beat]:
        """The lines, silences and breaths of a practice's parts."""
        beats: list[Beat] = []
        for part in parts:
            beats += self.said(part.text, part.recall, part.instead)
            if part.rhythm:
                beats.append(Breath(part.rhythm))
            elif part.quiet:
                beats.append(Quiet(part.quiet))
        return beats

    def said(self, text: str, recall: Recall | None, instead: str = "") -> list[Beat]:
        """The lines of a text, with the person's own words in it, or else its fallback in their place. `instead` makes it one line."""
        own = self._own(recall)
        filled = text.replace(RECALL_MARK, recall.fallback) if recall and not own else text
        lines = [f"\n{filled}"] if instead else _lines(filled)
        return [
            Line(line.replace(RECALL_MARK, own), instead, line.replace(RECALL_MARK, "") if RECALL_MARK in line else None) for line in lines
        ]

    def text_of(self, step: Step) -> str:
        """A step's text with the person's own words in it, or else its fallback in place of all of it."""
        if step.recall is None:
            return step.text
        own = self._own(step.recall)
        return step.text.replace(RECALL_MARK, own) if own else step.recall.fallback

    def lines_in(self, step: Step, instead: str = "") -> list[Beat]:
        """The same, as lines to say."""
        if step.recall is None or self._own(step.recall):
            return self.said(step.text, step.recall, instead)
        return self.said(step.recall.fallback, None, instead)

    def _own(self, recall: Recall | None) -> str:
        own = self.answers.get((recall.day, recall.step), "").strip() if recall else ""
        return "" if own == words.OWN_IN_HEAD else own

    def _beat(self, beat: Beat) -> Command | None:
        if isinstance(beat, Line):
            if beat.instead and self.without_breath:
                return self.screen.line(f"\n{beat.instead}", minutes.spoken_seconds(beat.instead))
            return self.screen.line(beat.text, minutes.spoken_seconds(beat.text), beat.aloud)
        if isinstance(beat, Quiet):
            return self.screen.quiet(beat.seconds)
        if isinstance(beat, Picture):
            return self.screen.picture(beat, minutes.spoken_seconds(beat.words))
        return self.screen.quiet(beat.rhythm.seconds) if self.without_breath else self.screen.breathe(beat.rhythm)


def lines_of(text: str) -> list[Beat]:
    """The lines of a text, each said on its own."""
    return [Line(line) for line in _lines(text)]


def _lines(text: str) -> list[str]:
    """The lines of a text. The first of a paragraph begins with a new line, for screens that show space."""
    found: list[str] = []
    for paragraph in text.strip().split("\n\n"):
        lines = [line.strip() for line in paragraph.split("\n") if line.strip()]
        found += [line if at else f"\n{line}" for at, line in enumerate(lines)]
    return found


def _line_before(beats: Sequence[Beat], at: int) -> int | None:
    """Where the nearest line before beat `at` stands; None when there is none."""
    return next((i for i in range(at - 1, -1, -1) if isinstance(beats[i], Line)), None)
