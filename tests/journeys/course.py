"""The course as it is written today, so that the journeys follow it when its words change."""

from __future__ import annotations

from functools import cache

from cmt_cli.commands.library import Library
from cmt_cli.env import content_folder
from cmt_cli.programme.model import Ask, Choose, Day, Guided, Letter, Part, Practice, Step, ThoughtWork, parts_in_form

LIBRARY = Library(content_folder())
DAYS = LIBRARY.programme().days


@cache
def day(number: int) -> Day:
    return LIBRARY.day(number)


def steps(number: int, kind: type[Step]) -> list[Step]:
    """The steps of a day that are of one kind."""
    return [step for step in day(number).steps if isinstance(step, kind)]


def step(number: int, name: str) -> Step:
    return next(step for step in day(number).steps if step.id == name)


def opening(text: str) -> str:
    """The first words of a text, as the screen begins them."""
    return " ".join(text.partition("\n")[0].split()[:6])


def first_line(number: int) -> str:
    """How the first line of a day begins."""
    return opening(day(number).steps[0].text)


def act(number: int) -> Choose:
    """The small thing to choose at the end of a day."""
    found = step(number, "act")
    assert isinstance(found, Choose)
    return found


def only_in_the_whole(number: int) -> str:
    """How a step begins that the short form leaves out."""
    return opening(next(step.text for step in day(number).steps if not step.short and step.kind == "say" and step.text))


def practice(number: int) -> Practice:
    guided = steps(number, Guided)[0]
    assert isinstance(guided, Guided)
    return guided.practice or LIBRARY.practice(guided.use)


def parts(number: int, short: bool = False) -> tuple[Part, ...]:
    return parts_in_form(practice(number), short)


def thoughts(*ways: str) -> int:
    """How many steps of the course work on a thought in one of these ways."""
    steps = [step for number in range(1, DAYS + 1) for step in day(number).steps]
    return sum(isinstance(step, ThoughtWork) and step.do in ways for step in steps)


def recalls(number: int) -> list[tuple[str, tuple[int, str]]]:
    """Each text of a day that brings something back, and the day and step it was asked in, where words were typed or chosen there."""
    own = [step.practice for step in steps(number, Guided) if isinstance(step, Guided) and step.practice]
    texts = [(step.text, step.recall) for step in day(number).steps] + [(part.text, part.recall) for one in own for part in one.parts]
    found = [(text, (recall.day or number, recall.step)) for text, recall in texts if recall]
    return [(text, (of, name)) for text, (of, name) in found if isinstance(step(of, name), Ask | Choose | Letter)]
