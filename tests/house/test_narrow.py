"""House rule 6: at 40 columns nothing is wider, and nothing essential is cut."""

from __future__ import annotations

import pytest
from every_command import READING, UNANSWERED, WRITING, WRONG, named, tree

WIDTH = 40


def too_wide(text, width=WIDTH):
    return [line for line in text.splitlines() if len(line) > width]


# A path is one piece, to be copied.
PATHS = {("data", "path")}


@pytest.mark.parametrize(
    "args", [*(args for args in READING if args not in PATHS), *WRITING, *WRONG, *(args for args, _ in UNANSWERED)], ids=named
)
def test_no_line_is_wider_than_forty_columns(lived_in, tmp_path, args):
    result = lived_in(*(str(tmp_path / "new") if arg == "NEW" else arg for arg in args), width=WIDTH, stdout_is_terminal=True)
    assert result.out + result.err
    assert too_wide(result.out + result.err) == []


@pytest.mark.parametrize("found", [one for one in tree() if not one.command.hidden], ids=lambda one: named(one.path))
def test_no_line_of_help_is_wider_than_forty_columns(whole, found):
    result = whole(*found.path, "--help", COLUMNS=str(WIDTH))
    assert result.code == 0
    assert too_wide(result.out) == []


@pytest.mark.parametrize("found", [one for one in tree() if not one.command.hidden], ids=lambda one: named(one.path))
def test_in_help_at_forty_columns_every_option_is_there(whole, found):
    words = [word.strip(",:") for word in whole(*found.path, "--help", COLUMNS=str(WIDTH)).out.split()]
    for parameter in found.command.params:
        if str(parameter.opts[0]).startswith("-"):
            assert set(parameter.opts) <= {word.strip(",") for word in words}


@pytest.mark.parametrize("width", [40, 60, 80, 200])
@pytest.mark.parametrize(
    "args", [("support",), ("checkin", "list"), ("journal", "list"), ("thought", "list", "--full"), ("programme", "show", "3")], ids=named
)
def test_nothing_is_cut_at_any_width(lived_in, width, args):
    def letters(text):
        return "".join(char for char in text if char.isalnum())

    shown = lived_in(*args, width=width, stdout_is_terminal=True).out
    assert too_wide(shown, width) == []
    assert "…" not in shown
    for one in (
        "twooftheoldoneslateintheeveningafterthestairs",
        "Icantmanagethestairs",
        "Ishouldbeabletocope",
        "Youaredoing",
        "Samaritans",
    ):
        if one in letters(lived_in(*args).out):
            assert one in letters(shown)


def test_a_check_in_is_whole_at_forty_columns(lived_in):
    shown = " ".join(lived_in("checkin", "list", width=WIDTH, stdout_is_terminal=True).out.split())
    assert "Number: 1." in shown
    assert "Pain: 4." in shown
    assert "two of the old ones, late in the evening, after the stairs" in shown
