"""The rules of words and sentences: how long they are, how they follow each other, and what the programme does not say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product

from cmt_cli.base.text import sentences
from cmt_cli.base.words import craft as words
from cmt_cli.programme.model import Day
from cmt_cli.programme.said import Finding, Practices, Said, Where, all_said, few, outside_quotes, stretches, words_in
from cmt_cli.programme.speaking import RECALL_MARK

SHORT, ROOM, LONGEST = 7, 12, 25
LEAST_REASON = 3
UNSAID = (
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
_UNSAID = re.compile(rf"\b(?:{'|'.join(UNSAID)})\b", re.IGNORECASE)
_FIRST_PERSON = re.compile(r"\b(?:I|I'm|I'll|I've|I'd|me|my|mine|myself)\b")
_QUOTE = re.compile('["\u201c\u201d]')


def in_texts(said: Sequence[Said], english: bool) -> Iterator[Finding]:
    """What is to be mended in these texts, one by one; the word list and "I" are rules of English."""
    for rule in (long_sentences, exclamations):
        yield from rule(said)
    if english:
        for rule in (unsaid_words, idle_excuses, unanswered_critics, first_person):
            yield from rule(said)


def long_sentences(said: Sequence[Said]) -> Iterator[Finding]:
    """No sentence has more than twenty-five words."""
    for one in said:
        for sentence in sentences(one.text):
            if (count := len(words_in(sentence))) > LONGEST:
                yield Finding(one.where, words.TOO_LONG.format(words=few(sentence), count=count, most=LONGEST))


def exclamations(said: Sequence[Said]) -> Iterator[Finding]:
    """Nothing is exclaimed."""
    for one in said:
        if "!" in one.text:
            sentence = next(sentence for sentence in sentences(one.text) if "!" in sentence)
            yield Finding(one.where, words.EXCLAIMED.format(words=few(sentence.replace("!", ""))))


def unsaid_words(said: Sequence[Said]) -> Iterator[Finding]:
    """Words on the list are a critic's, or excused by the author."""
    for one in said:
        if not one.critic and not one.ok:
            for match in _UNSAID.finditer(one.text):
                yield Finding(one.where, words.UNSAID.format(word=match[0].lower()))


def idle_excuses(said: Sequence[Said]) -> Iterator[Finding]:
    """Every excuse excuses a word, and gives its reason."""
    reasons = {one.where: one.ok for one in said if one.ok}
    used = {one.where for one in said if _UNSAID.search(one.text)}
    for where, reason in reasons.items():
        if where not in used:
            yield Finding(where, words.NOTHING_TO_EXCUSE)
        elif len(words_in(reason)) < LEAST_REASON:
            yield Finding(where, words.NO_REASON)


def unanswered_critics(said: Sequence[Said]) -> Iterator[Finding]:
    """A critic's voice is answered in the same step, or in the same part of a practice."""
    places = dict.fromkeys((one.where, one.kind) for one in said if one.critic)
    for where, kind in places:
        text = "\n".join(one.text for one in said if (one.where, one.kind) == (where, kind))
        if not answered(text):
            yield Finding(where, words.UNANSWERED.format(words=few(sentences(text)[-1])))


def answered(text: str) -> bool:
    """True when something follows the critic's words: those in quotes or on the list, or else the first sentence."""
    every = sentences(text)
    harsh = [at for at, one in enumerate(every) if _QUOTE.search(one) or _UNSAID.search(one)]
    return len(every) > (harsh[-1] + 1 if harsh else 1)


def first_person(said: Sequence[Said]) -> Iterator[Finding]:
    """The programme never says "I"; a critic does, and so do people in quotes and in their own answers."""
    for one in said:
        if not one.critic and one.kind != "answer" and (found := _FIRST_PERSON.search(outside_quotes(one.text))):
            yield Finding(one.where, words.FIRST_PERSON.format(word=found[0]))


def room_in_lessons(day: Day, practices: Practices) -> Iterator[Finding]:
    """At least a third of a lesson's sentences have twelve words or more."""
    lengths = [len(words_in(sentence)) for one in all_said(day) if one.kind == "say" for sentence in sentences(one.text)]
    roomy = sum(ROOM <= length <= LONGEST for length in lengths)
    if roomy * 3 < len(lengths):
        yield Finding(Where(), words.LITTLE_ROOM.format(count=roomy, all=len(lengths), least=ROOM, most=LONGEST))


def few_short_sentences(day: Day, practices: Practices) -> Iterator[Finding]:
    """At most a quarter of a day's sentences are short, and of its short form's."""
    for short, finding in ((False, words.MANY_SHORT), (True, words.MANY_SHORT_IN_SHORT)):
        heard = [one for stretch in stretches(day, practices, short) for one in stretch if not one.shared]
        every = [sentence for one in heard for sentence in sentences(one.text)]
        brief = sum(map(is_short, every))
        if brief * 4 > len(every):
            yield Finding(Where(), finding.format(count=brief, all=len(every), words=SHORT))


def short_runs(day: Day, practices: Practices) -> Iterator[Finding]:
    """Never do three short sentences follow each other, whichever road is taken through the day."""
    for short, recalled, breath in product((False, True), repeat=3):
        for heard in stretches(day, practices, short, recalled, breath):
            own = [(one.where, sentence) for one in heard for sentence in sentences(one.text)]
            brief = [is_short(sentence) for _, sentence in own]
            for at in range(len(own) - 2):
                if all(brief[at : at + 3]) and not (at and brief[at - 1]):
                    where, sentence = own[at]
                    yield Finding(where, words.SHORT_RUN.format(count=SHORT, words=few(sentence)))


def is_short(sentence: str) -> bool:
    """Under seven words; a line that ends in the person's own words has as many as they gave."""
    return len(words_in(sentence)) < SHORT and RECALL_MARK not in sentence


def one_question(day: Day, practices: Practices) -> Iterator[Finding]:
    """A lesson asks one question at most."""
    lessons = [(one.where, sentence) for one in all_said(day) if one.kind == "say" for sentence in sentences(outside_quotes(one.text))]
    asked = [(where, sentence) for where, sentence in lessons if sentence.endswith("?")]
    for where, sentence in asked[1:2]:
        yield Finding(where, words.QUESTIONS.format(count=len(asked), words=few(sentence)))
