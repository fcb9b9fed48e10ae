"""How hard a text is to read: words, sentences and the Flesch-Kincaid grade (Kincaid et al. 1975, Navy report 8-75).

Syllables are counted by vowel groups. Hyphenation dictionaries were tried first and miss a third of the syllables of everyday words
("any", "over", "open" may not be hyphenated), which makes every text look easier than it is.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from cmt_cli.base.text import sentences
from cmt_cli.programme.minutes import spoken_text
from cmt_cli.programme.model import Day, Practice

# Words the course is about. They would make every page look hard, and the reader meets them daily.
COURSE_WORDS = re.compile(
    r"\b(?:(?:self-)?compassion\w*|painkillers?|prescribers?|pharmacists?|medications?|gabapentin|pregabalin)\b", re.IGNORECASE
)

_WORD = re.compile(r"[A-Za-z]+(?:['\u2019-][A-Za-z]+)*")
_SILENT_END = re.compile(r"(?<=[^aeiouyl])e$|(?<=[^td])ed$|(?<![sxzcg])(?<![cs]h)es$")
_VOWELS = re.compile(r"[aeiouy]+")
_TWO_SOUNDS = re.compile(r"ia|io(?!us|n)|eo(?!p)|being|iet")


class Reading(NamedTuple):
    """Counts of a text, and its grade in US school years (None without a sentence)."""

    words: int
    sentences: int
    grade: float | None


def syllables(word: str) -> int:
    """The syllables of one English word, at least one; parts joined by a hyphen are counted apart."""
    return sum(_syllables(part) for part in re.sub(r"['\u2019]", "", word.lower()).split("-") if part) or 1


def _syllables(part: str) -> int:
    stem = _SILENT_END.sub("", part)
    return max(1, len(_VOWELS.findall(stem)) + len(_TWO_SOUNDS.findall(stem)))


def words_of(text: str) -> list[str]:
    """The words of a text, in order."""
    return _WORD.findall(text)


def reading(text: str) -> Reading:
    """How hard a text is to read, course words left out."""
    said = [words_of(sentence) for sentence in sentences(COURSE_WORDS.sub("", text))]
    said = [one for one in said if one]
    count = sum(map(len, said))
    if not count:
        return Reading(0, 0, None)
    sounds = sum(syllables(word) for one in said for word in one)
    grade = 0.39 * count / len(said) + 11.8 * sounds / count - 15.59
    return Reading(count, len(said), grade)


def day_reading(day: Day, practices: dict[str, Practice]) -> Reading:
    """How hard everything said in a whole day is to read."""
    return reading("\n".join(text for step in day.steps for text in spoken_text(step, practices)))
