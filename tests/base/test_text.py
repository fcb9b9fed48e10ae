"""Text made fit to show: escape sequences, sentences, wrapping, numbers in words."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cmt_cli.base.text import duration, number, one_line, sentence_case, sentences, visible, wrapped

ESC = "\x1b"
OVERRIDES = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (f"{ESC}[31mred{ESC}[0m", "[31mred[0m"),
        (f"{ESC}[2J{ESC}[H", "[2J[H"),
        (f"{ESC}]0;a new title\x07", "]0;a new title"),
        (f"{ESC}]52;c;aGk={ESC}\\", "]52;c;aGk=\\"),
        (f"{ESC}]8;;https://example.org{ESC}\\here{ESC}]8;;{ESC}\\", "]8;;https://example.org\\here]8;;\\"),
        (f"{ESC}P1$q{ESC}\\", "P1$q\\"),
        (f"{ESC}c", "c"),
        ("\x9b31mred", "31mred"),
        ("\x9d0;title\x9c", "0;title"),
        ("bell\x07", "bell"),
        ("keep\b\b\b\bgone", "keepgone"),
        ("first\rover", "firstover"),
        ("null\x00", "null"),
        ("del\x7f", "del"),
        ("form\x0cfeed\x0btab", "formfeedtab"),
        ("next\x85line", "nextline"),
        ("a\tb", "a b"),
        ("one\r\ntwo\nthree", "one\ntwo\nthree"),
        ("safe \u202egnp.exe", "safe gnp.exe"),
        ("\u2066iso\u2069late", "isolate"),
        ("caf\u00e9 na\u00efve \u00fcber", "caf\u00e9 na\u00efve \u00fcber"),
        ("\u0928\u094d\u200d\u092f", "\u0928\u094d\u200d\u092f"),
        ("\U0001f469\u200d\U0001f33e", "\U0001f469\u200d\U0001f33e"),
        ("", ""),
    ],
)
def test_nothing_written_can_drive_the_terminal(written, shown):
    assert visible(written) == shown


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.one_of(st.characters(max_codepoint=0xA5), st.sampled_from(OVERRIDES), st.characters()), max_size=80))
def test_no_control_character_but_the_new_line_is_shown(text):
    shown = visible(text)
    assert not [c for c in shown if c != "\n" and (unicodedata.category(c) == "Cc" or c in OVERRIDES)]
    assert visible(shown) == shown


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet=st.characters(categories=["L", "N", "P", "M", "Zs"]), max_size=80))
def test_words_in_any_script_are_shown_as_they_were_written(text):
    assert visible(text) == text


def test_one_line_holds_a_whole_record():
    assert one_line("first\nsecond\tthird\r\nfourth\x1b[0m") == "first second third fourth[0m"


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=80))
def test_one_line_never_splits_a_tab_separated_record(text):
    assert not set("\t\n\r\x0b\x0c") & set(one_line(text))


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("A short line.", ["A short line."]),
        ("", [""]),
        ("first\nsecond", ["first", "second"]),
        ("first\n\nsecond", ["first", "", "second"]),
        ("Being kind to yourself can feel odd, or bring tears.", ["Being kind to yourself can feel odd, or", "bring tears."]),
        ("self-compassion " * 3, ["self-compassion self-compassion", "self-compassion"]),
        ("x" * 90, ["x" * 40, "x" * 40, "x" * 10]),
        ("see " + "y" * 60, ["see " + "y" * 36, "y" * 24]),
    ],
)
def test_text_is_wrapped_at_forty_columns(text, lines):
    assert wrapped(text, 40) == lines


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200), st.integers(8, 80))
def test_wrapping_keeps_every_character_and_every_line_within_its_width(text, width):
    lines = wrapped(text, width)
    assert all(len(line) <= width for line in lines)
    assert re.sub(r"\s", "", "".join(lines)) == re.sub(r"\s", "", visible(text))


@pytest.mark.parametrize("width", [-3, 0, 1, 7])
def test_a_hopeless_width_is_taken_as_eight(width):
    assert wrapped("a kind word", width) == ["a kind", "word"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("One. Two. Three.", ["One.", "Two.", "Three."]),
        ("Who says so? Nobody! Good.", ["Who says so?", "Nobody!", "Good."]),
        ("You named: Ring the surgery", ["You named: Ring the surgery"]),
        ('The door sticks. "Again? Really?" That is all.', ["The door sticks.", '"Again?', 'Really?"', "That is all."]),
        ("b goes back. s skips this. ? shows these keys.", ["b goes back.", "s skips this.", "? shows these keys."]),
        ("Say a word inwardly. 'Easy' will do.", ["Say a word inwardly.", "'Easy' will do."]),
        ("Put / before the key. // types a slash.", ["Put / before the key.", "// types a slash."]),
        ("He said it (twice.) Then he left.", ["He said it (twice.)", "Then he left."]),
        ("Wait 2.5 minutes. 30 seconds more.", ["Wait 2.5 minutes.", "30 seconds more."]),
        ("It is 12:30 now. stay.", ["It is 12:30 now. stay."]),
        ("first line\nsecond line. Third.", ["first line", "second line.", "Third."]),
        ("  spaced out.   Again. ", ["spaced out.", "Again."]),
        ("no full stop", ["no full stop"]),
        ("\n\n", []),
        ("", []),
    ],
)
def test_a_text_falls_into_its_sentences(text, found):
    assert sentences(text) == found


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet=st.sampled_from("aAbB1 .!?:\"')(\n"), max_size=60))
def test_no_word_is_lost_between_sentences(text):
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "zero"),
        (1, "one"),
        (12, "twelve"),
        (13, "thirteen"),
        (19, "nineteen"),
        (20, "twenty"),
        (21, "twenty-one"),
        (40, "forty"),
        (85, "eighty-five"),
        (90, "ninety"),
        (99, "ninety-nine"),
        (100, "100"),
        (250, "250"),
    ],
)
def test_counts_up_to_ninety_nine_are_words(count, words):
    assert number(count) == words


def test_no_two_counts_have_the_same_words():
    assert len({number(count) for count in range(120)}) == 120


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "one second"),
        (1, "one second"),
        (2, "two seconds"),
        (20, "twenty seconds"),
        (59.4, "fifty-nine seconds"),
        (59.6, "one minute"),
        (60, "one minute"),
        (75, "seventy-five seconds"),
        (90, "one and a half minutes"),
        (120, "two minutes"),
        (150, "two and a half minutes"),
        (121, "121 seconds"),
        (600, "ten minutes"),
        (720, "twelve minutes"),
    ],
)
def test_a_length_of_time_is_said_in_words(seconds, words):
    assert duration(seconds) == words


@pytest.mark.parametrize(("text", "shown"), [("twenty seconds", "Twenty seconds"), ("", ""), ("Already", "Already"), ("a GP", "A GP")])
def test_a_sentence_begins_with_a_large_letter(text, shown):
    assert sentence_case(text) == shown
