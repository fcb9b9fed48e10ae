"""House rules 4 and 7 at a real terminal: a delete asks, and codes are sent only where they are wanted."""

from __future__ import annotations

import pexpect
import pytest
from every_command import last_words


def test_delete_asks_and_the_default_is_no(terminal, program):
    program("checkin", "--pain", "4")
    child = terminal("checkin", "delete", "1")
    child.expect(r"Delete check-in 1 of .*\?")
    child.expect("Enter means no")
    child.send("\r")
    said, code = last_words(child)
    assert (code, said[-1]) == (0, "Nothing was deleted.")
    assert program("checkin", "list").stdout.startswith("1\t")


def test_delete_deletes_after_a_yes(terminal, program):
    program("checkin", "--pain", "4")
    child = terminal("checkin", "delete", "1")
    child.expect("Enter means no")
    child.send("y")
    said, code = last_words(child)
    assert (code, said[-1].endswith("is deleted.")) == (0, True)
    assert program("checkin", "list").stdout == ""


@pytest.mark.parametrize(("no_color", "codes"), [("", True), ("1", False)])
def test_no_color_is_honoured_bold_and_dim_too(terminal, no_color, codes):
    child = terminal("support", NO_COLOR=no_color)
    child.expect(pexpect.EOF)
    assert ("\x1b[" in child.before) is codes
    assert "I might end my life" in child.before


def test_a_dumb_terminal_gets_no_codes(terminal):
    child = terminal("support", TERM="dumb")
    child.expect("Enter for more")
    first = child.before
    child.send("\r")
    child.expect(pexpect.EOF)
    assert "\x1b" not in first + child.before
    assert "You do not have to be sure.\r\n" in first
