"""House rule 4: escape sequences in stored text never reach a terminal."""

from __future__ import annotations

import re
import shutil

import pytest
from every_command import named
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

EVIL = "\x1b[31mred\x1b]0;title\x07\x9b2J\x9dlink\x9c\r\x08\x7f\u202eback\u2066"
DRIVES = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
CONTROLS = re.compile("[\x00-\x09\x0b-\x1f\x80-\x9f]")
OURS = re.compile("\x1b\\[[0-2]m")
SHOWING = (
    ("checkin", "list"),
    ("journal", "list"),
    ("journal", "show", "1"),
    ("journal", "search", "link"),
    ("thought", "list", "--full"),
    ("thought", "list", "--best"),
    ("thought", "show", "1"),
    ("support",),
    ("settings",),
    ("settings", "people"),
)
WAYS = {
    "a pipe": {},
    "a terminal": {"stdout_is_terminal": True, "color": True},
    "a narrow terminal": {"stdout_is_terminal": True, "width": 40},
    "plain lines": {"accessible": True},
}


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """A folder to copy from, made by the first test that needs it."""
    return tmp_path_factory.mktemp("evil") / "home"


@pytest.fixture
def evil(cmt, written):
    if written.exists():
        shutil.copytree(written, cmt.home)
        return cmt
    cmt("checkin", "--pain", "4", "--more", EVIL, "--used", EVIL)
    cmt("settings", "people", "--add", "--name", EVIL, "--number", EVIL)
    cmt("journal", "add", EVIL)
    cmt("thought", "add", EVIL, "--label", EVIL, "--reply", EVIL)
    shutil.copytree(cmt.home, written)
    return cmt


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("args", SHOWING, ids=named)
def test_nothing_that_was_stored_drives_the_terminal(evil, args, way):
    result = evil(*args, **WAYS[way])
    assert "red" in result.out
    assert not DRIVES.search(OURS.sub("", result.out.replace("\t", "")))


@pytest.mark.parametrize(
    "args",
    [
        ("checkin", "list", "--json"),
        ("journal", "list", "--json"),
        ("thought", "list", "--json"),
        ("support", "--json"),
        ("settings", "--json"),
    ],
    ids=named,
)
def test_json_holds_it_without_a_character_that_drives(evil, args):
    result = evil(*args)
    assert not CONTROLS.search(result.out)
    assert "back" in result.out


@pytest.mark.parametrize(
    "args",
    [
        ("checkin", "edit", "1", "--pain", "5"),
        ("checkin", "delete", "1", "--yes"),
        ("journal", "edit", "1", f"{EVIL}!"),
        ("thought", "edit", "1", "--label", EVIL),
        ("undo",),
        ("settings", "people", "--remove", EVIL),
    ],
    ids=named,
)
def test_neither_does_what_is_said_about_a_change(evil, args):
    result = evil(*args)
    assert result.code == 0
    assert not DRIVES.search(result.out + result.err)


@pytest.mark.parametrize(
    "args",
    [("programme", "check"), ("programme", "new"), ("today", "--print", "--programme"), ("start", "--yes", "--programme")],
    ids=named,
)
def test_nor_does_a_path(cmt, tmp_path, args):
    folder = tmp_path / EVIL.replace("/", "")
    folder.mkdir()
    result = cmt(*args, str(folder))
    assert result.code in (1, 2)
    assert not DRIVES.search(result.out + result.err)


def test_nor_does_a_programme_somebody_else_wrote(cmt, tmp_path):
    folder = tmp_path / "mine"
    cmt("programme", "new", str(folder))
    day = folder / "day-01.yaml"
    day.write_text(day.read_text().replace("title: Three sounds", r'title: "\e[31mThree\x9b2J sounds"', 1))
    page = folder / "programme.yaml"
    page.write_text(page.read_text().replace("title: A programme of my own", r'title: "\e[31mMine\x9b2J"', 1))
    for args in (
        ("today", "--print", "--programme"),
        ("programme", "check"),
        ("programme", "show", "1", "--programme"),
        ("start", "--yes", "--programme"),
    ):
        result = cmt(*args, str(folder))
        assert result.code == 0
        assert not DRIVES.search((result.out + result.err).replace("\t", ""))
    assert "Mine" in cmt("status").out
    assert not DRIVES.search(cmt("status").out)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(max_codepoint=0x9F) | st.sampled_from("\u202a\u202e\u2066\u2069\u200d\u2190"), min_size=1))
def test_no_text_drives_the_terminal(cmt, words):
    cmt("checkin", "--more", words)
    for way in WAYS.values():
        assert not DRIVES.search(cmt("checkin", "list", "--limit", "1", **way | {"color": False}).out.replace("\t", ""))
