"""House rule 2: without a terminal nothing prompts and nothing hangs, and every prompt outside a session has a flag."""

from __future__ import annotations

import pytest
from every_command import READING, UNANSWERED, WRITING, WRONG, named


class Silence:
    """A stdin that remembers whether anybody looked for an answer there."""

    def __init__(self):
        self.asked = []

    def isatty(self):
        return False

    def __getattr__(self, name):
        self.asked.append(name)
        raise AttributeError(name)


@pytest.mark.parametrize("args", [*READING, *WRITING, *WRONG, *(args for args, _ in UNANSWERED)], ids=named)
def test_nothing_is_read_from_stdin(lived_in, tmp_path, args):
    silence = lived_in.changes["stdin"] = Silence()
    lived_in(*(str(tmp_path / "new") if arg == "NEW" else arg for arg in args))
    assert silence.asked == []


@pytest.mark.parametrize("args", [(), ("today",), ("today", "--print"), ("ground",)], ids=named)
def test_a_process_without_a_terminal_ends_with_0_and_an_answer(program, args):
    result = program(*args, stdin="")
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout


@pytest.mark.parametrize(("args", "flag"), UNANSWERED[:2], ids=named)
def test_a_process_that_would_have_to_ask_ends_with_2_and_names_the_flag(program, args, flag):
    program("checkin", "--pain", "4")
    result = program(*args, stdin="y\n")
    assert (result.returncode, result.stdout) == (2, "")
    assert flag in result.stderr


@pytest.mark.parametrize(
    "args", [(), ("today",), ("today", "--print"), ("ground",), ("support",), ("settings",), ("programme", "check")], ids=named
)
def test_what_only_shows_makes_nothing(cmt, home, args):
    assert cmt(*args).code == 0
    assert not home.exists()
