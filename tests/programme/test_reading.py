"""How hard a text is to read: syllables that are known, and a grade worked out by hand."""

from __future__ import annotations

import pytest

from cmt_cli.programme.model import Ask, Choose, Day, Guided, Part, Practice, Say
from cmt_cli.programme.reading import Reading, day_reading, reading, syllables, words_of

SYLLABLES = {
    1: "a the pain breath hurt kind word come done have since those voice small hours eyes stopped used asked touch two high you",
    2: "any over open body kindness tablet noticed wanted needed kitchen little table places changes practice being quiet Monday harsher ease's",
    3: "compassion painkiller remember another medicine gentleness radio animal banana",
    4: "medication noticeable kindheartedly self-compassion",
}


@pytest.mark.parametrize(("count", "word"), [(count, word) for count, group in SYLLABLES.items() for word in group.split()])
def test_the_syllables_of_a_word(count, word):
    assert syllables(word) == count


@pytest.mark.parametrize(("word", "count"), [("", 1), ("-", 1), ("hmm", 1), ("Don't", 1), ("PAIN", 1)])
def test_a_word_has_at_least_one(word, count):
    assert syllables(word) == count


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Stay, if you can.", ["Stay", "if", "you", "can"]),
        ("It isn't a well-known 12:30 thing", ["It", "isn't", "a", "well-known", "thing"]),
        ("4 in, 6 out", ["in", "out"]),
        ("...", []),
    ],
)
def test_the_words_of_a_text(text, words):
    assert words_of(text) == words


def test_a_grade_worked_out_by_hand():
    # 12 words in 2 sentences; 14 syllables, two in each of "kitchen" and "tablet"
    text = "The pain came back. I went to the kitchen for a tablet."
    assert reading(text) == Reading(12, 2, pytest.approx(0.39 * 6 + 11.8 * 14 / 12 - 15.59))
    assert reading(text).grade == pytest.approx(0.5167, abs=0.001)


def test_longer_sentences_and_longer_words_are_harder():
    easy = "I sat. I had tea. It was hot."
    assert reading(easy).grade < reading("I sat and I had tea and it was hot.").grade < reading("Remembering medication consumption.").grade


@pytest.mark.parametrize(
    "word",
    ["compassion", "Compassionate", "self-compassion", "painkiller", "painkillers", "prescriber", "pharmacist", "medication", "gabapentin"],
)
def test_the_words_of_the_course_are_left_out(word):
    assert reading(f"I took the {word} home.") == reading("I took the home.")


@pytest.mark.parametrize("text", ["", "12:30", "Compassion.", "\n\n"])
def test_a_text_without_words_has_no_grade(text):
    assert reading(text) == Reading(0, 0, None)


def test_each_line_of_a_text_is_a_sentence_of_its_own():
    assert reading("one two\nthree four").sentences == 2


def test_a_day_is_read_with_its_practices_and_its_answers():
    practice = Practice("p", "Title", "A", "b", "Tears come.", (Part("Sit down."), Part("Get up.")))
    steps = (
        Say(id="a", text="Hello there."),
        Guided(id="b", use="p"),
        Choose(id="c", text="One thing:", answers=("Tea", "Bed")),
        Ask(id="d", text="Which?"),
    )
    day = Day(number=1, title="", idea="", steps=steps)
    assert day_reading(day, {"p": practice}) == reading("Hello there.\nTears come.\nSit down.\nGet up.\nOne thing:\nTea\nBed\nWhich?")
    assert day_reading(day, {"p": practice}).words == 13
