"""House rule 12: help everywhere with an example before the options, nearest names, `--version`."""

from __future__ import annotations

import re
import shlex

import pytest
from every_command import READING, READING_JSON, WRITING, named, tree

import cmt_cli
from cmt_cli.screen.output import Output

ALL = tree()
SHOWN = [one for one in ALL if not one.command.hidden]


@pytest.mark.parametrize("found", ALL, ids=lambda one: named(one.path))
@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_every_command_has_help_with_an_example_before_the_options(whole, found, flag):
    result = whole(*found.path, flag)
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith("Usage: cmt")
    assert 0 < result.out.index("Example: cmt") < result.out.index("Options:")


@pytest.mark.parametrize("found", SHOWN, ids=lambda one: named(one.path))
def test_every_option_says_what_it_does(found):
    silent = [one.name for one in found.command.params if str(one.opts[0]).startswith("-") and not (getattr(one, "help", "") or "").strip()]
    assert silent == []


@pytest.mark.parametrize("found", SHOWN, ids=lambda one: named(one.path))
def test_an_example_is_never_a_usage_error(lived_in, found):
    [example] = re.findall(r"Example: cmt ?(.*)", found.command.help)
    result = lived_in(*shlex.split(example))
    assert result.code in (0, 1) or re.search("no terminal to ask in|read them from a pipe", result.err)


def test_help_lists_every_command_that_is_not_hidden(whole):
    out = whole("--help").out
    for name, command in ALL[0].command.commands.items():
        assert bool(re.search(rf"^  {name} ", out, re.MULTILINE)) is not command.hidden


def test_every_command_is_run_by_the_tests_of_this_house():
    run = [*READING, *READING_JSON, *WRITING]
    leaves = [one.path for one in SHOWN if not one.is_group or one.path == ("checkin",)]
    assert [path for path in leaves if not any(args[: len(path)] == path for args in run)] == []


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        (("stauts",), "cmt status"),
        (("todya",), "cmt today"),
        (("chekin",), "cmt checkin"),
        (("suport",), "cmt support"),
        (("programs",), "cmt programme"),
        (("SUPPORT",), "cmt support"),
        (("checkin", "lsit"), "cmt checkin list"),
        (("checkin", "xyzzy"), None),
        (("programme", "chek"), "cmt programme check"),
        (("xyzzy",), None),
    ],
    ids=named,
)
def test_a_mistyped_command_gets_the_nearest_name_and_exit_2(cmt, typed, near):
    result = cmt(*typed)
    assert (result.code, result.out) == (2, "")
    assert "--help" in result.err
    assert (f"'{near}'" in result.err) if near else ("nearest" not in result.err)


@pytest.mark.parametrize("typed", ["cris", "soss", "help-nw"])
def test_a_hidden_name_is_never_offered(cmt, typed):
    assert not re.search("crisis|sos'|help-now", cmt(typed).err)


@pytest.mark.parametrize(
    ("args", "near"),
    [(("status", "--jsno"), "--json"), (("checkin", "--pian", "4"), "--pain"), (("today", "--shrt"), "--short")],
    ids=named,
)
def test_a_mistyped_option_gets_the_nearest_name_and_exit_2(cmt, args, near):
    result = cmt(*args)
    assert (result.code, result.out) == (2, "")
    assert f"'{near}'" in result.err


def test_the_version_names_the_program_and_the_content(cmt, home):
    result = cmt("--version")
    assert (result.code, result.err) == (0, "")
    assert result.out == f"cmt {cmt_cli.__version__}, content 1.0\n"
    assert not home.exists()


def test_bare_groups_say_what_to_add(cmt):
    result = cmt("programme")
    assert (result.code, result.out) == (2, "")
    assert "cmt programme --help" in result.err


def test_help_needs_no_record_and_makes_none(cmt, home, capsys):
    for found in ALL:
        assert cmt(*found.path, "--help").code == 0
    assert capsys.readouterr().out
    assert not home.exists()


def test_a_screenful_of_help_waits_only_where_somebody_can_press_enter(cmt, monkeypatch):
    waited = []
    monkeypatch.setattr(Output, "entered", lambda *_: waited.append(1))
    assert cmt("checkin", "--help", accessible=True).code == 0
    assert waited == []
