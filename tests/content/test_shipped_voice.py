"""The voice of the programme: the words it does not say, who says "I", and how its sentences run."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from itertools import product

import pytest
from sentences import (
    DAYS,
    LONG,
    LONGEST,
    SHORT,
    Said,
    all_said,
    all_shared,
    five_word_runs,
    opening,
    outside_quotes,
    program_texts,
    sentences,
    stretches,
    words_in,
    yaml_texts,
)

from cmt_cli.programme.speaking import RECALL_MARK

BANNED = (
    r"must(?:n't)?",
    r"should(?:n't)?",
    r"need to",
    r"needs to",
    r"needed to",
    r"just",
    r"simply",
    r"try(?:ing)? harder",
    r"addict\w*",
    r"abus\w+",
    r"clean\w*",
    r"junk(?:ie|y|ies)",
    r"failures?",
    r"suffer(?:s|ed|ing|er|ers)?(?: from)?",
    r"victims?",
    r"non-complian\w+",
    r"catastrophi[sz]\w+",
)
BANNED_WORD = re.compile(rf"\b(?:{'|'.join(BANNED)})\b", re.IGNORECASE)
FIRST_PERSON = re.compile(r"\b(?:I|I'm|I'll|I've|I'd|me|my|mine|myself)\b")
SHARED_BY_TWO_DAYS = 0.08
LONG_SENTENCE = 9

EVERYTHING = [*(said for day in DAYS.values() for said in all_said(day)), *all_shared()]
every_day = pytest.mark.parametrize("day", DAYS.values(), ids=[f"day {number}" for number in DAYS])


def shown(found) -> list[str]:
    return [str(one) for one in found]


# Words


@pytest.mark.parametrize("word", BANNED)
def test_a_word_the_programme_does_not_say_is_a_critics_or_excused(word):
    said = re.compile(rf"\b(?:{word})\b", re.IGNORECASE)
    assert shown(one for one in EVERYTHING if said.search(one.text) and not one.critic and not one.ok) == []


@every_day
def test_titles_ideas_and_images_do_not_say_them_either(day):
    assert [text for text in (day.title, day.idea, day.image) if BANNED_WORD.search(text)] == []


def test_every_excuse_excuses_a_word_and_gives_its_reason():
    excused = [one for one in EVERYTHING if one.ok]
    places = {one.where: one.ok for one in excused}
    using = {one.where for one in excused if BANNED_WORD.search(one.text)}
    assert set(places) - using == set()
    assert [ok for ok in places.values() if len(words_in(ok)) < 3] == []


def test_a_critics_voice_is_answered_in_the_same_step():
    critics = [one for one in EVERYTHING if one.critic]
    assert critics
    assert shown(one for one in critics if not answered(one)) == []


def answered(said: Said) -> bool:
    """True when something kinder comes after the critic's words: those in quotes, after a colon, or not for the programme to say."""
    own = sentences(said.text)
    harsh = [at for at, one in enumerate(own) if '"' in one or BANNED_WORD.search(one)]
    return len(own) > (harsh[-1] + 1 if harsh else 1)


@pytest.mark.parametrize(
    ("text", "is_answered"),
    [
        ('It says: "You should cope." It has never had a hip like yours.', True),
        ('There is a kinder one. It says: "You should cope."', False),
        ("You are a failure.", False),
        ("Her head has started: other people turn up. Keep hold of the other voice.", True),
    ],
)
def test_an_answer_comes_after_the_critic(text, is_answered):
    assert answered(Said("here", "say", text, critic=True)) == is_answered


def test_the_programme_never_says_i():
    own = [one for one in EVERYTHING if not one.critic and one.kind != "answer"]
    assert shown(one for one in own if FIRST_PERSON.search(outside_quotes(one.text))) == []


TEXTS = yaml_texts() | program_texts()


def test_nothing_is_exclaimed():
    assert {at: text for at, text in TEXTS.items() if "!" in text.replace("(!)", "")} == {}


def test_there_are_no_emoji_arrows_or_boxes():
    odd = {
        at: [char for char in text if unicodedata.category(char) in ("So", "Cf", "Co") or "\u2190" <= char <= "\u2bff"]
        for at, text in TEXTS.items()
    }
    assert {at: chars for at, chars in odd.items() if chars} == {}


# Sentences


def test_no_sentence_is_longer_than_twenty_five_words():
    every = [(one, sentence) for one in EVERYTHING for sentence in sentences(one.text)]
    assert [f"{one.where}: {sentence}" for one, sentence in every if len(words_in(sentence)) > LONGEST] == []


@every_day
def test_a_third_of_a_lessons_sentences_have_room(day):
    lessons = [one for one in all_said(day) if one.kind == "say" and not one.shared]
    lengths = [len(words_in(sentence)) for one in lessons for sentence in sentences(one.text)]
    assert sum(LONG <= length <= LONGEST for length in lengths) * 3 >= len(lengths)


@every_day
@pytest.mark.parametrize("short", [False, True], ids=["whole", "short form"])
def test_at_most_a_quarter_of_a_days_sentences_are_short(day, short):
    said = [one for heard in stretches(day, short) for one in heard if not one.shared]
    every = [sentence for one in said for sentence in sentences(one.text)]
    brief = [sentence for sentence in every if is_short(sentence)]
    assert len(brief) * 4 <= len(every), brief


def is_short(sentence: str) -> bool:
    """Under seven words; a line that ends in the person's own words has as many as they gave."""
    return len(words_in(sentence)) < SHORT and RECALL_MARK not in sentence


@every_day
@pytest.mark.parametrize(("short", "recalled", "breath"), list(product([False, True], repeat=3)))
def test_never_do_three_short_sentences_run_on(day, short, recalled, breath):
    running = []
    for heard in stretches(day, short, recalled, breath):
        own = [(one.where, sentence) for one in heard for sentence in sentences(one.text)]
        running += [own[at : at + 3] for at in range(len(own) - 2) if all(is_short(sentence) for _, sentence in own[at : at + 3])]
    assert running == []


@every_day
def test_a_lesson_asks_one_question_at_most(day):
    asked = [one for said in all_said(day) if said.kind == "say" for one in sentences(outside_quotes(said.text)) if one.endswith("?")]
    assert len(asked) <= 1, asked


# Said once


def test_no_sentence_of_nine_words_comes_twice_in_the_course():
    own = [said for day in DAYS.values() for said in all_said(day) if not said.shared]
    places: dict[str, list[str]] = {}
    for said in own:
        for sentence in sentences(said.text):
            if len(words_in(sentence)) >= LONG_SENTENCE:
                places.setdefault(" ".join(words_in(sentence)), []).append(said.where)
    assert {sentence: at for sentence, at in places.items() if len(at) > 1} == {}


@every_day
def test_few_five_word_runs_are_shared_with_another_day(day):
    runs = {number: five_word_runs(one) for number, one in DAYS.items()}
    everywhere = Counter(run for own in runs.values() for run in own)
    shared = sorted(" ".join(run) for run in runs[day.number] if everywhere[run] > 1)
    assert len(shared) <= SHARED_BY_TWO_DAYS * len(runs[day.number]), shared


def test_no_two_days_open_with_the_same_word():
    openings = {number: opening(day) for number, day in DAYS.items()}
    assert {number: word for number, word in openings.items() if list(openings.values()).count(word) > 1} == {}


# The tools of this room


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("One thing. Another thing.", ["One thing.", "Another thing."]),
        ("Say inwardly: this is an urge.", ["Say inwardly: this is an urge."]),
        ("Say a word inwardly. 'Easy' will do.", ["Say a word inwardly.", "'Easy' will do."]),
        ('It says: "Again? There are people." That is all.', ['It says: "Again?', 'There are people."', "That is all."]),
        ("A line\nand another", ["A line", "and another"]),
        ("At 4.30 you rest.", ["At 4.30 you rest."]),
    ],
)
def test_sentences_end_where_they_end(text, found):
    assert [re.sub(r"\s+", " ", one) for one in sentences(text)] == found


def test_words_are_counted_without_what_is_recalled():
    assert words_in("You named: {recall}") == ["you", "named"]
    assert words_in("It doesn't, half-heard, at 4") == ["it", "doesn't", "half-heard", "at", "4"]
