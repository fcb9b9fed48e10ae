"""The rules of the craft that can be measured: what an author is told beside what is wrong with a file.

Where the rules come from: docs/programmes.md, "What check measures". Some are rules of English and hold for programmes in English alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from cmt_cli.base.words import craft as words
from cmt_cli.programme.craft_practice import in_practice, recalled_last
from cmt_cli.programme.craft_words import few_short_sentences, in_texts, one_question, room_in_lessons, short_runs
from cmt_cli.programme.minutes import day_seconds, part_seconds, spoken_text
from cmt_cli.programme.model import Ask, Day, Guided, Letter, Practice, Programme, Say, Scale, Step, ThoughtWork, asked_after, parts_in_form
from cmt_cli.programme.reading import day_reading, reading, words_of
from cmt_cli.programme.said import Finding, Practices, Said, Where, all_said, cards_of, pages, practice_of, said_by, words_in

WHOLE = (600, 900)
SHORT = (180, 300)
SHORT_PRACTICE = (120, 180)
GRADES = (2, 6.5)
LONG_STEP, LONG_STEP_GRADE = 100, 8
SCALES, SCALES_WITH_BELIEF, TYPED = 4, 6, 2
IDEA = 60
GENTLE_CARDS = ("B", "G")
CLOSE = 3
SUPPORT = "support"
SUPPORT_COMMAND = "cmt support"


def in_english(programme: Programme | None) -> bool:
    """True when the rules of English hold; not while nobody can tell the language."""
    return programme is not None and programme.language.lower().startswith("en")


def in_day(day: Day, practices: Practices, english: bool) -> list[Finding]:
    """What is to be mended in one day and the practices written out in it, each thing once."""
    # A refrain is told of its own file.
    found = list(in_texts([*pages(day), *(one for one in all_said(day) if one.kind != "refrain")], english))
    for rule in (minutes, scales, typed, recalls, short_form, short_practice, heavier_day):
        found += rule(day, practices)
    for rule in (room_in_lessons, few_short_sentences, short_runs, one_question):
        found += rule(day, practices)
    if english:
        found += grades(day, practices)
    for step in _guided(day.steps):
        found += in_practice(step.practice, english, step.id) if step.practice else ()
    return list(dict.fromkeys(found))


def in_shared_practice(practice: Practice, english: bool) -> list[Finding]:
    """What is to be mended in a practice that has a file of its own."""
    title = Said(Where(field="title"), "page", practice.title)
    return list(dict.fromkeys([*in_texts([title, *said_by(practice)], english), *in_practice(practice, english)]))


def in_refrains(refrains: Mapping[str, str], english: bool) -> list[Finding]:
    """What is to be mended in the lines that many days may say."""
    return list(dict.fromkeys(in_texts([Said(Where(field=name), "refrain", text) for name, text in refrains.items()], english)))


def minutes(day: Day, practices: Practices) -> Iterator[Finding]:
    """A day takes ten to fifteen minutes, and its short form three to five."""
    for short, (least, most), finding in ((False, WHOLE, words.WHOLE_SECONDS), (True, SHORT, words.SHORT_SECONDS)):
        seconds = day_seconds(day, practices, short)
        if not least <= seconds <= most:
            yield Finding(Where(), finding.format(seconds=seconds, least=least, most=most))


def grades(day: Day, practices: Practices) -> Iterator[Finding]:
    """A day reads at grade two to six and a half, and no long step above eight."""
    least, most = GRADES
    grade = day_reading(day, dict(practices)).grade
    if grade is not None and not least <= grade <= most:
        yield Finding(Where(), words.DAY_GRADE.format(grade=grade, least=least, most=most))
    for step in day.steps:
        text = "\n".join(spoken_text(step, practices))
        grade = reading(text).grade
        if grade is not None and grade > LONG_STEP_GRADE and len(words_of(text)) >= LONG_STEP:
            yield Finding(Where(step.id), words.STEP_GRADE.format(grade=grade, most=LONG_STEP_GRADE))


def scales(day: Day, practices: Practices) -> Iterator[Finding]:
    """A day asks four scales at most, six where belief is asked before and after."""
    most = SCALES_WITH_BELIEF if any(step.belief for step in _answering(day)) else SCALES
    if (count := scales_asked(day)) > most:
        yield Finding(Where(), words.SCALES.format(count=count, most=most))


def scales_asked(day: Day) -> int:
    """The scales of a whole day: pain and urge, "did it help" after a practice, how warm an answer sounded, and its own."""
    helped = sum(asked_after(day.steps, at) for at in range(len(day.steps)))
    warmth = sum(3 if step.belief else 1 for step in _answering(day))
    return 2 + helped + warmth + sum(isinstance(step, Scale) for step in day.steps)


def typed(day: Day, practices: Practices) -> Iterator[Finding]:
    """A day asks for two typed answers at most; a letter is one, and the diary is never counted."""
    asked = sum(isinstance(step, Ask | Letter | ThoughtWork) for step in day.steps)
    if (count := asked + len(_answering(day))) > TYPED:
        yield Finding(Where(), words.TYPED.format(count=count, most=TYPED))


def recalls(day: Day, practices: Practices) -> Iterator[Finding]:
    """The person's own words come last in a line of a step."""
    for step in day.steps:
        yield from recalled_last(Where(step.id), step.text, step.recall)


def short_form(day: Day, practices: Practices) -> Iterator[Finding]:
    """The short form is a welcome, the idea, a practice and a closing line; a refrain, and the line before it, may stand there too."""
    brief = day.in_form(short=True)
    said = [step for step in brief if isinstance(step, Say) and not step.refrain]
    ahead = {one.id for one, following in pairwise(brief) if isinstance(following, Say) and following.refrain}
    passed = ahead - {step.id for step in said[:2]}
    kinds = [step.kind for step in brief if (isinstance(step, Guided) or step in said) and step.id not in passed]
    if kinds != ["say", "say", "practice", "say"]:
        yield Finding(Where(), words.SHORT_ORDER)
        return
    if brief[0] is not day.steps[0]:
        yield Finding(Where(brief[0].id), words.SHORT_BEGINS)
    if brief[-1] is not day.steps[-1]:
        yield Finding(Where(brief[-1].id), words.SHORT_ENDS)
    if "\n" in said[-1].text:
        yield Finding(Where(said[-1].id), words.SHORT_CLOSE)
    if (count := len(words_in(said[1].text))) > IDEA:
        yield Finding(Where(said[1].id), words.SHORT_IDEA.format(count=count, most=IDEA))


def short_practice(day: Day, practices: Practices) -> Iterator[Finding]:
    """The practice of the short form takes two to three minutes."""
    least, most = SHORT_PRACTICE
    guided = _guided(day.in_form(short=True))
    seconds = sum(part_seconds(part) for step in guided for part in parts_in_form(practice_of(step, practices), short=True))
    if not least <= seconds <= most:
        yield Finding(Where(guided[0].id if guided else ""), words.SHORT_PRACTICE.format(seconds=seconds, least=least, most=most))


def heavier_day(day: Day, practices: Practices) -> Iterator[Finding]:
    """A heavier day has a gentle second door, and closes with a line of support."""
    if not day.heavier:
        return
    doors = [cards_of(practices[name]) for step in _guided(day.steps) for name in step.doors if name in practices]
    if not any(card in GENTLE_CARDS for cards in doors for card in cards):
        yield Finding(Where(field="heavier"), words.GENTLE_DOOR.format(cards=" or ".join(GENTLE_CARDS)))
    closing = [step for step in day.steps[-CLOSE:] if isinstance(step, Say)]
    if not any(step.refrain == SUPPORT or SUPPORT_COMMAND in step.text for step in closing):
        yield Finding(Where(field="heavier"), words.NO_SUPPORT.format(count=CLOSE))


def _guided(steps: tuple[Step, ...]) -> list[Guided]:
    return [step for step in steps if isinstance(step, Guided)]


def _answering(day: Day) -> list[ThoughtWork]:
    """The thought steps that answer a thought, and do more than notice one."""
    return [step for step in day.steps if isinstance(step, ThoughtWork) and step.do != "notice"]
