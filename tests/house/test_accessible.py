"""House rule 5: plain lines for a listener, by option, setting or environment, in answers, help and usage errors."""

from __future__ import annotations

import re

import pytest
from every_command import FAILING, READING, WRITING, WRONG, named, tree

STUMBLES = re.compile("[\u2190-\u2bff\x00-\x09\x0b-\x1f]")
BULLET = re.compile(r"^\s*[-*•=_~#]+(\s|$)")
# Where a sentence ends and another begins. A numbered answer and a labelled record are one line by the same rule.
ENDS_INSIDE = re.compile(r"[.!?][\"')\]]*\s+\S")
NUMBERED = re.compile(r"^\d+\. ")
LABELLED = re.compile(r"^(Number|Day|Name): \S+\. ")
SHOWN = (*READING, *WRITING, *(("programme", "show", str(day)) for day in range(1, 8)))


def obeys(text):
    for line in text.splitlines():
        assert not STUMBLES.search(line), line
        assert not BULLET.match(line), line
        assert line == line.strip(), line
        if not LABELLED.match(line):
            assert not ENDS_INSIDE.search(NUMBERED.sub("", line)), line


@pytest.mark.parametrize("args", SHOWN, ids=named)
def test_an_answer_is_one_sentence_a_line(lived_in, tmp_path, capsys, args):
    lived_in.changes["accessible"] = True
    result = lived_in(*(str(tmp_path / "new") if arg == "NEW" else arg for arg in args), stdout_is_terminal=True)
    said = result.out + result.err
    assert said
    obeys(said)


@pytest.mark.parametrize("args", [*WRONG, *FAILING], ids=named)
def test_an_error_is_one_sentence_a_line_too(lived_in, args):
    result = lived_in(*args, accessible=True)
    assert result.code in (1, 2)
    assert result.err
    obeys(result.err)


@pytest.mark.parametrize("found", [one for one in tree() if not one.command.hidden], ids=lambda one: named(one.path))
def test_help_is_one_sentence_a_line_too(lived_in, found):
    result = lived_in(*found.path, "--help", accessible=True)
    assert result.code == 0
    obeys(result.out)
    assert "Example: cmt" in result.out


@pytest.mark.parametrize("found", [one for one in tree() if not one.command.hidden], ids=lambda one: named(one.path))
def test_in_help_each_option_and_each_command_stands_beside_what_it_does(lived_in, found):
    lines = lived_in(*found.path, "--help", accessible=True).out.splitlines()
    for parameter in found.command.params:
        if str(parameter.opts[0]).startswith("-"):
            assert [line for line in lines if re.match(rf"[^:]*{re.escape(parameter.opts[-1])}\b[^:]*: \S", line)], parameter.opts
    for name, child in getattr(found.command, "commands", {}).items():
        assert child.hidden or [line for line in lines if re.match(rf"Command {name}: \S", line)]


def test_in_help_the_example_stands_before_the_options(lived_in):
    out = lived_in("checkin", "--help", accessible=True).out
    assert out.index("Example: ") < out.index("--pain")


@pytest.mark.parametrize("country", ["GB", "US", "DE", "IE"])
def test_a_help_line_is_heard_with_its_number_on_the_same_line(cmt, country):
    cmt("settings", "country", country)
    lines = cmt("support", accessible=True).out.splitlines()
    for line in cmt("support", "--json").json["lines"]:
        if line["kind"] in ("crisis", "poison", "drugs"):
            assert [said for said in lines if line["name"] in said and line["number"] in said], line


def test_a_record_is_one_labelled_line(lived_in):
    [line] = lived_in("checkin", "list", accessible=True, stdout_is_terminal=True, width=40).out.splitlines()
    assert line.startswith("Number: 1. When: ")
    assert "Pain: 4." in line
    assert "Urge" not in line


def test_symbols_in_ones_own_words_are_not_read_out(cmt):
    cmt("checkin", "--pain", "4", "--more", "worse → better ■ ★ 5 ≤ 6")
    out = cmt("checkin", "list", accessible=True).out
    assert not STUMBLES.search(out.replace("\n", ""))
    assert "better" in out


# The ways to ask for it


def plain(said):
    return "You do not have to be sure.\n" in said.out


@pytest.mark.parametrize(
    "args", [("--accessible", "support"), ("support", "--accessible"), ("--accessible", "support", "--accessible")], ids=named
)
def test_the_option_stands_before_or_after_a_command(whole, args):
    assert not plain(whole("support"))
    assert plain(whole(*args))


@pytest.mark.parametrize(
    "args", [("--accessible", "checkin", "list"), ("checkin", "--accessible", "list"), ("checkin", "list", "--accessible")], ids=named
)
def test_the_option_stands_anywhere_among_two_words(whole, args):
    whole("checkin", "--pain", "4")
    assert whole(*args).out.startswith("Number: 1. ")


@pytest.mark.parametrize("environ", [{"ACCESSIBLE": "1"}, {"TERM": "dumb"}], ids=str)
def test_the_environment_asks_for_it(whole, environ):
    assert plain(whole("support", **environ))


def test_the_setting_asks_for_it(whole):
    whole("settings", "accessible", "on")
    assert plain(whole("support"))


def test_the_option_wins_over_a_setting_that_is_off(whole):
    whole("settings", "accessible", "off")
    assert plain(whole("support", "--accessible"))


def test_words_after_two_dashes_are_left_alone(whole):
    result = whole("programme", "check", "--", "--accessible")
    assert "--accessible/programme.yaml:1:1: " in result.out


@pytest.mark.parametrize(
    "args", [("--accessible", "chekin"), ("chekin", "--accessible"), ("checkin", "--pain", "11", "--accessible")], ids=named
)
def test_a_usage_error_is_plain_when_asked_for_anywhere(whole, args):
    result = whole(*args)
    assert result.code == 2
    obeys(result.err)
    assert len(result.err.splitlines()) > 1


def test_help_is_plain_when_asked_for_anywhere(whole):
    assert whole("checkin", "--help", "--accessible") == whole("--accessible", "checkin", "-h")
