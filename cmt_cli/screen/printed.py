"""A day on paper: everything a session says, with its questions and silences, for a pipe or for practising away from the screen."""

from __future__ import annotations

from collections.abc import Mapping

from cmt_cli.base.text import duration, sentence_case
from cmt_cli.base.words import screen as words
from cmt_cli.base.words import session, today
from cmt_cli.programme.minutes import part_text
from cmt_cli.programme.model import (
    Ask,
    Breathe,
    Choose,
    Day,
    Diary,
    Guided,
    Letter,
    Practice,
    Replies,
    Rhythm,
    Say,
    Scale,
    Step,
    ThoughtWork,
    asked_after,
    parts_in_form,
)
from cmt_cli.screen.output import Output


def print_day(out: Output, day: Day, practices: Mapping[str, Practice], short: bool) -> None:
    """Print a day, or its short form."""
    out.say(today.DAY_TITLE.format(day=day.number, title=day.title), style="bold")
    out.say(today.ARRIVE_ON_PAPER)
    steps = day.in_form(short)
    for at, step in enumerate(steps):
        _space(out)
        _print_step(out, step, practices, short)
        if asked_after(steps, at):
            out.say(session.FELT)
            _print_answers(out, session.FELT_ANSWERS)
    _space(out)
    out.say(today.DONE_ON_PAPER)


def _space(out: Output) -> None:
    """An empty line between steps, except for a listener."""
    if not out.accessible:
        out.line("")


def _print_step(out: Output, step: Step, practices: Mapping[str, Practice], short: bool) -> None:
    if isinstance(step, Guided):
        print_practice(out, step.practice or practices[step.use], short)
        return
    _print_text(out, step.recall.fallback if step.recall else step.text)
    _print_what_is_asked(out, step)


def _print_what_is_asked(out: Output, step: Step) -> None:
    if isinstance(step, Say) and step.picture:
        _print_text(out, step.picture.words)
    elif isinstance(step, Breathe):
        _print_breath(out, step.rhythm, step.instead)
    elif isinstance(step, Scale):
        out.say(words.SCALE_ENDS.format(low=step.low, high=step.high))
    elif isinstance(step, Choose):
        _print_answers(out, step.answers)
    elif isinstance(step, ThoughtWork):
        _print_thought(out, step)
    elif isinstance(step, Letter):
        for starter in step.starters:
            out.say(f"{starter} ...")
        _print_text(out, step.warmly)
        _print_text(out, step.pick)
    elif isinstance(step, Replies):
        out.say(session.BEST_ON_PAPER)
    elif isinstance(step, Ask | Diary):
        out.say(session.EMPTY_ON_PAPER)


def print_practice(out: Output, practice: Practice, short: bool) -> None:
    """Print a guided practice with its silences and breaths."""
    out.say(f"{practice.title}.", style="bold")
    _print_text(out, practice.caution)
    for part in parts_in_form(practice, short):
        _print_text(out, part_text(part))
        if part.rhythm:
            _print_breath(out, part.rhythm, part.instead)
        elif part.quiet:
            out.say(words.QUIET.format(length=sentence_case(duration(part.quiet))))


def _print_thought(out: Output, step: ThoughtWork) -> None:
    _print_answers(out, session.NOTICE_ANSWERS if step.do == "notice" else session.THOUGHT_ANSWERS)
    out.say(session.IF_ABOUT_ENDING_LIFE_ON_PAPER)
    for text in (step.reply, step.warmly):
        _print_text(out, text)


def _print_answers(out: Output, answers: tuple[str, ...]) -> None:
    for number, answer in enumerate(answers, 1):
        numbered = f"{number}. {answer}"
        if out.accessible:  # a number and a full stop would be a sentence of their own
            out.line(numbered)
        else:
            out.say(numbered)


def _print_text(out: Output, text: str) -> None:
    for line in text.split("\n"):
        if line.strip():
            out.say(line.strip())


def _print_breath(out: Output, rhythm: Rhythm, instead: str) -> None:
    length = duration(rhythm.seconds)
    out.say(words.BREATHE_ONCE.format(breath_in=rhythm.breath_in, breath_out=rhythm.breath_out, length=length))
    out.say(words.OR_INSTEAD.format(instead=instead))
