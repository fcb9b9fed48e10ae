"""A day on paper, or as values for another program."""

from __future__ import annotations

from cmt_cli.base.faults import UsageFault
from cmt_cli.base.words import programme as words
from cmt_cli.commands.desk import output
from cmt_cli.commands.library import Library
from cmt_cli.env import Env
from cmt_cli.programme.minutes import spoken_text
from cmt_cli.programme.model import Guided
from cmt_cli.screen.printed import print_day


def show_day(env: Env, library: Library, number: int, short: bool, as_json: bool) -> None:
    """Print a day, whole or short. Raises UsageFault for a day that the programme does not have."""
    numbers = library.numbers()
    if number not in numbers:
        raise UsageFault(words.NO_DAY.format(day=number, days=len(numbers)))
    day = library.day(number)
    practices = library.practices_for(step for step in day.steps if isinstance(step, Guided))
    if not as_json:
        print_day(output(env), day, practices, short)
        return
    steps = [{"id": step.id, "kind": step.kind, "text": "\n".join(spoken_text(step, practices))} for step in day.in_form(short)]
    output(env).json({"day": number, "title": day.title, "steps": steps})
