"""House rule 4: what the terminal's encoding lacks is replaced, and nothing crashes."""

from __future__ import annotations

import io
import json

import pytest
from every_command import READING, READING_JSON, WRONG, named

pytestmark = pytest.mark.faults  # slow: whole sessions or every command, one after another

WORDS = "café — ☕ 日本語"


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
@pytest.mark.parametrize("args", [*READING, *READING_JSON, ("--help",), ("checkin", "--help"), *WRONG[:4]], ids=named)
def test_nothing_crashes_in_an_old_encoding(lived_in, whole, encoding, args):
    lived_in("checkin", "--pain", "4", "--more", WORDS)
    if args and args[0] in ("journal", "thought"):
        lived_in("journal", "edit", "1", f"{WORDS} stairs", "--tag", WORDS)
        lived_in("thought", "edit", "1", "--text", WORDS, "--reply", WORDS)
    result = whole(*args, encoding=encoding)
    assert result.code == (2 if args in WRONG else 0)
    assert result.out or result.err
    assert "Something went wrong" not in result.err


@pytest.mark.parametrize(("encoding", "shown"), [("ascii", "caf? ? ? ???"), ("latin-1", "café ? ? ???"), ("utf-8", WORDS)])
def test_what_is_lacking_is_replaced_and_the_rest_is_there(whole, encoding, shown):
    whole("checkin", "--pain", "4", "--more", WORDS)
    assert shown in whole("checkin", "list", encoding=encoding).out


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "utf-8"])
def test_json_loses_no_word_whatever_the_encoding(whole, encoding):
    result = whole("checkin", "--pain", "4", "--more", WORDS, "--json", encoding=encoding)
    assert json.loads(result.out.encode(encoding).decode("utf-8"))["checkin"]["more"] == WORDS


def test_a_process_with_an_old_encoding_shows_words_of_every_kind(program):
    program("checkin", "--pain", "4", "--more", WORDS)
    result = program("checkin", "list", env={"PYTHONIOENCODING": "ascii"})
    assert (result.returncode, result.stderr) == (0, "")
    assert "caf? ? ? ???" in result.stdout


def test_a_table_in_a_terminal_without_boxes_has_no_boxes(lived_in):
    out = io.TextIOWrapper(io.BytesIO(), encoding="ascii", write_through=True)
    assert lived_in("checkin", "list", stdout=out, stdout_is_terminal=True).code == 0
    assert b"Number" in out.buffer.getvalue()
    assert b"?" not in out.buffer.getvalue()
