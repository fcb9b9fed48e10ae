"""Help lines by country, read from content/helplines.yaml."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from cmt_cli.base.reader import Fields, load

KINDS = ("emergency", "crisis", "poison", "drugs", "directory")


class HelpLine(NamedTuple):
    """One line to ring or text. `checked_on` is an ISO date; `hours` is empty when its source does not say."""

    kind: str
    name: str
    number: str
    hours: str
    checked_on: str
    source: str
    by: str = "call"


class Country(NamedTuple):
    code: str
    name: str
    lines: tuple[HelpLine, ...]


class HelpLines(NamedTuple):
    countries: tuple[Country, ...]
    everywhere: tuple[HelpLine, ...]

    def of(self, code: str) -> Country | None:
        return next((country for country in self.countries if country.code == code.upper()), None)

    def lines(self, code: str) -> tuple[HelpLine, ...]:
        """A country's lines and the directories; where the country is not known, the lines of everywhere."""
        country = self.of(code)
        if country is None:
            return self.everywhere
        return (*country.lines, *(line for line in self.everywhere if line.kind == "directory"))


def read_helplines(content: Path) -> HelpLines | None:
    """Every help line, or None when the file has a problem."""
    fields, problems = load(content / "helplines.yaml")
    if fields is None:
        return None
    fields.texts("sources")
    lines = HelpLines(tuple(_country(one) for one in fields.each("countries")), _lines(fields, "everywhere"))
    fields.done()
    return None if problems.found else lines


def _country(fields: Fields) -> Country:
    country = Country(fields.text("code"), fields.text("name"), _lines(fields, "lines"))
    fields.done()
    return country


def _lines(fields: Fields, name: str) -> tuple[HelpLine, ...]:
    return tuple(_line(one) for one in fields.each(name))


def _line(fields: Fields) -> HelpLine:
    line = HelpLine(
        kind=fields.word("kind", KINDS),
        name=fields.text("name"),
        number=fields.text("number"),
        hours=fields.text("hours", required=False),
        checked_on=fields.text("checked_on"),
        source=fields.text("source"),
        by=fields.word("by", ("call", "text"), required=False, default="call"),
    )
    fields.done()
    return line
