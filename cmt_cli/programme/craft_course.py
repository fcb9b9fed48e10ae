"""The rules of days beside each other: what is said once in a course, and how its days differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from cmt_cli.base.text import sentences
from cmt_cli.base.words import craft as words
from cmt_cli.programme.minutes import spoken_text
from cmt_cli.programme.model import Day
from cmt_cli.programme.said import Finding, Practices, Where, all_said, few, five_word_runs, opening, words_in

LONG_SENTENCE = 9
MOST_RUNS_IN_100 = 8
MOST_OF_A_SHAPE = 4
CARRYING = 5
Found = Iterator[tuple[int | None, Finding]]


def in_course(days: Sequence[Day], practices: Practices) -> Found:
    """What is to be mended between days, each with the number of the day to mend."""
    yield from said_twice(days)
    yield from shared_runs(days)
    yield from openings(days, practices)
    yield from shapes(days)
    yield from images(days, practices)


def said_twice(days: Sequence[Day]) -> Found:
    """No long sentence comes twice in a course, outside what is shared."""
    first: dict[tuple[str, ...], tuple[int | None, str]] = {}
    for day in days:
        for said in (one for one in all_said(day) if not one.shared):
            for sentence in sentences(said.text):
                key = tuple(words_in(sentence))
                if len(key) >= LONG_SENTENCE and key in first:
                    number, step = first[key]
                    yield day.number, Finding(said.where, words.SAID_TWICE.format(words=few(sentence), day=number, step=step))
                first.setdefault(key, (day.number, said.where.step))


def shared_runs(days: Sequence[Day]) -> Found:
    """Few of a day's five-word runs are in another day."""
    runs = [five_word_runs(day) for day in days]
    everywhere = Counter(run for own in runs for run in own)
    for day, own in zip(days, runs, strict=True):
        shared = sorted(" ".join(run) for run in own if everywhere[run] > 1)
        if len(shared) * 100 > MOST_RUNS_IN_100 * len(own):
            share = len(shared) * 100 / len(own)
            yield day.number, Finding(Where(), words.RUNS_SHARED.format(share=share, words=shared[0], most=MOST_RUNS_IN_100))


def openings(days: Sequence[Day], practices: Practices) -> Found:
    """No two days open with the same word."""
    first: dict[str, int | None] = {}
    for day in days:
        word = opening(day, practices)
        if word and word in first:
            yield day.number, Finding(Where(day.steps[0].id), words.SAME_OPENING.format(day=first[word], word=word))
        first.setdefault(word, day.number)


def shapes(days: Sequence[Day]) -> Found:
    """No shape comes twice running, nor more than four times."""
    for before, day in pairwise(days):
        if before.shape == day.shape and (before.number or 0) + 1 == day.number:
            yield day.number, Finding(Where(field="shape"), words.SAME_SHAPE.format(day=before.number, shape=day.shape))
    for at, day in enumerate(days):
        count = sum(one.shape == day.shape for one in days[:at])
        if count >= MOST_OF_A_SHAPE:
            yield day.number, Finding(Where(field="shape"), words.SHAPE_TOO_OFTEN.format(count=count, shape=day.shape))


def images(days: Sequence[Day], practices: Practices) -> Found:
    """No image serves two days, and each is in the words of its own."""
    for at, day in enumerate(days):
        earlier = next((one for one in days[:at] if _same_image(one.image, day.image)), None)
        if earlier:
            yield day.number, Finding(Where(field="image"), words.SAME_IMAGE.format(day=earlier.number, words=few(day.image)))
        said = set(words_in("\n".join(text for step in day.steps for text in spoken_text(step, practices))))
        if not said & _carrying(day.image):
            yield day.number, Finding(Where(field="image"), words.IMAGE_UNSAID.format(words=few(day.image)))


def _same_image(one: str, other: str) -> bool:
    """True when one image is in the other, word for word."""
    first, second = (f" {' '.join(words_in(image))} " for image in (one, other))
    return first in second or second in first


def _carrying(image: str) -> set[str]:
    """The words that carry an image: those that are not small, or else the longest."""
    own = words_in(image)
    return {word for word in own if len(word) >= CARRYING} or set(sorted(own, key=len)[-1:])
