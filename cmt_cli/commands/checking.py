"""What `cmt programme check` adds to reading: the rules of the craft, and each finding at its place in a file."""

from __future__ import annotations

from collections.abc import Iterable

from cmt_cli.base.reader import Fields, Problem
from cmt_cli.commands.library import Checked
from cmt_cli.programme.craft import in_day, in_english, in_refrains, in_shared_practice
from cmt_cli.programme.craft_course import in_course
from cmt_cli.programme.said import Finding


def measured(read: Checked) -> list[Problem]:
    """What the rules of the craft find in everything that was read without a problem, file by file."""
    english = in_english(read.programme)
    found: list[tuple[Fields, Iterable[Finding]]] = []
    found += [(read.pages[name], in_shared_practice(practice, english)) for name, practice in read.practices.items()]
    found += [(lines, in_refrains(refrains, english)) for lines, refrains in read.refrains]
    found += [(read.pages[day.number], in_day(day, read.practices, english)) for day in read.days]
    found += [(read.pages[number], [finding]) for number, finding in in_course(read.days, read.practices)]
    return sorted(_placed(page, finding) for page, findings in found for finding in findings)


def _placed(page: Fields, finding: Finding) -> Problem:
    step, part, field = finding.where
    fields = page
    if step:
        fields = next(one for one in page.each("steps") if one.text("id") == step)
    if part:
        fields = fields.each("parts")[part - 1]
    place = fields.place_of(field)
    return Problem(page.problems.path, place.line, place.column, finding.text)
