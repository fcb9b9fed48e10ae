"""A data file that cannot be read: help is still there, and words that were typed are not lost."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cmt_cli.base.words import session
from cmt_cli.base.words import support as help_words
from journeys.terminal import cmt, on_one_line
from journeys.walker import Walker

WORDS = "marker words"
NONSENSE = b"this is no data file " * 400


@pytest.fixture
def broken(home):
    """A data file of somebody's, with its beginning overwritten."""
    data = home / "cmt.db"
    data.write_bytes(NONSENSE)
    return home


def test_support_works_and_looks_as_it_always_does(broken, home, homes, tmp_path):
    run = cmt(broken, "support")
    assert run.returncode == 0
    assert help_words.END_MY_LIFE in run.stdout
    assert "116 123" in run.stdout
    assert run.stdout == cmt(homes.on_day(1, tmp_path / "whole"), "support").stdout


def test_ground_leads_to_its_end(sit, broken):
    assert Walker(sit(broken, "ground", "--pace", "0")).finish() == 0


def test_words_given_to_a_checkin_are_kept_in_a_draft_whose_path_is_shown(broken):
    run = cmt(broken, "checkin", "--used", WORDS)
    assert run.returncode == 1
    assert run.stdout == ""
    assert WORDS not in run.stderr
    assert "Traceback" not in run.stderr
    path = Path(re.search(r"(/\S+\.txt)", run.stderr)[1])
    assert path.read_text() == WORDS + "\n"
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700


def test_the_broken_file_is_left_as_it_is(broken):
    for args in (("checkin", "--used", WORDS), ("status",), ("today", "--done")):
        assert cmt(broken, *args).returncode == 1, args
    assert (broken / "cmt.db").read_bytes() == NONSENSE


def test_today_at_a_terminal_says_so_in_a_sentence_and_the_day_can_still_be_read(sit, broken):
    terminal = sit(broken, "today").settle()
    assert terminal.ends() == 1
    assert "Traceback" not in terminal.words
    assert "cmt support" in terminal.words
    printed = cmt(broken, "today", "--print")
    assert printed.returncode == 0
    assert printed.stdout.startswith("Day 1.")


def test_words_typed_into_a_session_whose_file_breaks_meanwhile_are_kept_in_a_draft(sit, sea):
    walker = Walker(sit(sea, "today", "--pace", "0", "--whole"), {session.CATCH: WORDS})
    walker.to(session.KEEP_IT)
    (sea / "cmt.db").write_bytes(NONSENSE)
    walker.terminal.press("1")
    assert walker.terminal.ends() == 1
    kept = list((sea / "drafts").iterdir())
    assert [path.read_text() for path in kept] == [WORDS + "\n"]
    assert kept[0].name in on_one_line(walker.terminal.transcript).replace(" ", "")
    assert walker.terminal.attributes() == walker.terminal.attributes_before
