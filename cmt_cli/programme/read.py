"""From the fields of a YAML file to days and practices. A file with any problem gives none, and says every problem it has."""

from __future__ import annotations

from cmt_cli.base.reader import Fields
from cmt_cli.base.words import reader as words
from cmt_cli.programme.model import OPEN_EYES, SHAPES, Day, Guided, Practice, Programme
from cmt_cli.programme.read_steps import Here, Known, practice_in, read_id, read_steps


def read_programme(fields: Fields) -> Programme | None:
    """programme.yaml."""
    programme = Programme(
        id=read_id(fields),
        title=fields.text("title"),
        version=fields.text("version"),
        days=fields.whole("days", 1, 400),
        about=fields.text("about"),
        sources=fields.texts("sources"),
        language=fields.text("language", required=False, default="en-GB"),
    )
    fields.done()
    return None if fields.problems.found else programme


def read_day(fields: Fields, number: int, known: Known) -> Day | None:
    """day-NN.yaml; `number` is the one in the file's name."""
    if fields.whole("day", 1, 400, default=number) != number:
        fields.problem("day", words.DAY_IS_NOT_ITS_FILE.format(number=number))
    day = Day(
        number=number,
        title=fields.text("title"),
        idea=fields.text("idea"),
        image=fields.text("image"),
        shape=fields.word("shape", SHAPES),
        heavier=fields.truth("heavier"),
        sources=fields.texts("sources"),
        steps=read_steps(fields, number, known),
    )
    for step in day.steps:
        if day.heavier and isinstance(step, Guided) and step.feedback and not step.doors:
            fields.problem("heavier", words.NO_DOOR)
    fields.done()
    return None if fields.problems.found else day


def read_practice(fields: Fields, name: str) -> Practice | None:
    """practices/NAME.yaml."""
    if read_id(fields) != name and fields.has("id"):
        fields.problem("id", words.ID_IS_NOT_ITS_FILE.format(name=name))
    fields.texts("sources")
    alternative = fields.text("alternative", required=False, default=OPEN_EYES)
    practice = practice_in(fields, name, alternative, Here(0, {}, (), Known(())))
    fields.done()
    return None if fields.problems.found else practice


def read_refrains(fields: Fields) -> dict[str, str] | None:
    """practices/refrains.yaml: names to lines that may be said on many days."""
    fields.texts("sources")
    refrains = fields.fields("refrains", required=True)
    found = {name: refrains.text(name) for name in refrains.names()} if refrains else {}
    fields.done()
    return None if fields.problems.found else found
