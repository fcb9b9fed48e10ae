"""House rule 4: what goes into a pipe is plain text, one tab-separated record a line for lists; a closed pipe ends quietly."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from every_command import FAILING, READING, READING_JSON, WRITING, WRONG, named
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

ROOT = Path(__file__).resolve().parents[2]
FULL = Path("/dev/full")
DRAWN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2500-\u259f\u2800-\u28ff]")


@pytest.mark.parametrize("args", READING + READING_JSON + WRITING + WRONG + FAILING, ids=named)
def test_nothing_in_a_pipe_drives_or_draws_anything(lived_in, tmp_path, capsys, args):
    result = lived_in(*(str(tmp_path / "new") if arg == "NEW" else arg for arg in args), color=False)
    said = result.out + result.err + "".join(capsys.readouterr())
    assert said
    assert not DRAWN.search(said)


def cells(line):
    return line.split("\t")


def as_cell(value):
    if isinstance(value, list):
        return json.dumps(value, ensure_ascii=False)
    return "" if value is None else {True: "true", False: "false"}[value] if isinstance(value, bool) else str(value)


def in_order(record):
    """The values in the order of their keys, text last."""
    return [value for key, value in record.items() if key != "text"] + [value for key, value in record.items() if key == "text"]


LISTS = (
    ("checkin", "list"),
    ("journal", "list"),
    ("journal", "search", "stairs"),
    ("thought", "list", "--full"),
    ("programme", "list"),
    ("programme", "check"),
)


@pytest.mark.parametrize("args", LISTS, ids=named)
def test_a_list_is_the_json_in_order_between_tabs(lived_in, args):
    lived_in("checkin", "--pain", "4", "--not-practised", "--painkillers", "all_logged")
    out, said = lived_in(*args).out, lived_in(*args, "--json").json
    [records] = [said[kind] for kind in ("checkins", "entries", "thoughts", "programmes", "days") if kind in said]
    assert records
    assert [cells(line) for line in out.splitlines()] == [[as_cell(value) for value in in_order(record)] for record in records]


def test_settings_are_a_name_and_a_value_between_a_tab(lived_in):
    assert [len(cells(line)) for line in lived_in("settings").out.splitlines()] == [2] * 7


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("\t\n\r\x0b\x0c\x1b\x85\u2028\u2029"), min_size=1))
def test_whatever_was_written_a_record_stays_one_line_with_its_columns(cmt, words):
    cmt("checkin", "--more", words)
    [line] = cmt("checkin", "list", "--limit", "1").out.split("\n")[:-1]
    assert len(cells(line)) == 13
    assert not re.search("[\x00-\x08\x0a-\x1f\x7f-\x9f]", line)


def test_a_tab_and_a_new_line_in_words_are_a_space(cmt):
    cmt("checkin", "--more", "one\ttwo\nthree\r\nfour")
    assert cells(cmt("checkin", "list").out.rstrip("\n"))[10] == "one two three four"


def test_a_list_has_its_table_only_in_a_terminal(lived_in):
    piped, shown = lived_in("checkin", "list").out, lived_in("checkin", "list", stdout_is_terminal=True).out
    assert "Number" not in piped
    assert "Number" in shown
    assert "\t" not in shown


@pytest.mark.parametrize(
    "args", [("support",), ("programme", "show", "1"), ("programme", "check", "--json"), ("today",), ("--help",), ("--version",)], ids=named
)
def test_a_pipe_that_was_closed_ends_quietly_with_0(tmp_path, args):
    read, write = os.pipe()
    os.close(read)
    world = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "CMT_HOME": str(tmp_path / "home")}
    with os.fdopen(write, "wb") as closed:
        result = subprocess.run(
            [sys.executable, "-m", "cmt_cli", *args],
            cwd=ROOT,
            env=world,
            stdin=subprocess.DEVNULL,
            stdout=closed,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert (result.returncode, result.stderr) == (0, b"")


def test_a_reader_that_takes_one_line_gets_it_and_all_ends_quietly(tmp_path):
    world = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "CMT_HOME": str(tmp_path / "home")}
    with subprocess.Popen(
        [sys.executable, "-m", "cmt_cli", "programme", "show", "1"],
        cwd=ROOT,
        env=world,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        bufsize=0,
    ) as child:
        assert child.stdout.readline().startswith(b"Day 1. ")
        child.stdout.close()
        assert child.stderr.read() == b""
    assert child.returncode == 0


@pytest.mark.skipif(not FULL.exists(), reason="this system has no full device")
def test_a_full_disk_behind_stdout_ends_with_1_and_one_calm_line(tmp_path):
    world = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "CMT_HOME": str(tmp_path / "home")}
    with FULL.open("wb") as full:
        result = subprocess.run(
            [sys.executable, "-m", "cmt_cli", "support"],
            cwd=ROOT,
            env=world,
            stdin=subprocess.DEVNULL,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert result.returncode == 1
    assert result.stderr.count(b"\n") == 1
    assert b"Traceback" not in result.stderr
    assert b"Exception ignored" not in result.stderr
