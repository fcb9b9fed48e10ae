"""From the fields of a YAML file to the steps of a day and the parts of a practice."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from cmt_cli.base.reader import Fields, Sequence, near
from cmt_cli.base.words import reader as words
from cmt_cli.programme.model import (
    KINDS,
    OPEN_EYES,
    Ask,
    Breathe,
    Choose,
    Diary,
    Guided,
    Letter,
    Part,
    Picture,
    Practice,
    Recall,
    Replies,
    Rhythm,
    Say,
    Scale,
    Step,
    ThoughtWork,
)

GREATEST_SILENCE = 600
PICTURE_COLUMNS = 38
PICTURE_LINES = 14
Common = dict[str, Any]
_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


class Known(NamedTuple):
    """What a day may refer to. `answered` maps days to the ids of their answered steps; None: not looked at.

    `refrains` is None when their file has problems, which are told of that file and not of the days that use it.
    """

    practices: tuple[str, ...]
    refrains: Mapping[str, str] | None = MappingProxyType({})
    answered: Mapping[int, tuple[str, ...]] | None = None


class Here(NamedTuple):
    """Where in a programme something stands: its day (0: in no day), the ids before it with their lines, and those that are answered."""

    number: int
    seen: Mapping[str, int]
    answered: tuple[str, ...]
    known: Known


ANSWERED = (Ask, Scale, Choose, Letter)
TYPED = ("ask", "thought", "diary", "letter")


def read_id(fields: Fields) -> str:
    """The id of something that answers may be kept under."""
    said = fields.text("id")
    if said and not _ID.fullmatch(said):
        fields.problem("id", words.NOT_AN_ID)
    return said


def read_steps(fields: Fields, number: int, known: Known) -> tuple[Step, ...]:
    """The steps of a day, in order; each problem is told at its place."""
    steps: list[Step] = []
    seen: dict[str, int] = {}
    written = fields.each("steps")
    answered: tuple[str, ...] = ()
    for one in written:
        step = _step(one, Here(number, seen, answered, known))
        if step:
            steps.append(step)
        if step is None or isinstance(step, ANSWERED):
            answered += (one.text("id", required=False),)
        if one.has("id"):
            seen[one.text("id")] = one.place_of("id").line
        one.done()
    practices = [step for step in steps if isinstance(step, Guided)]
    if steps and len(steps) == len(written) and not any(step.short for step in practices):
        fields.problem("steps", words.NO_SHORT_FORM if practices else words.NO_PRACTICE)
    return tuple(steps)


def _step(one: Fields, here: Here) -> Step | None:
    name = read_id(one)
    if name in here.seen:
        one.problem("id", words.SAME_ID.format(id=name, line=here.seen[name]))
    kind = one.word("kind", tuple(KINDS))
    if kind not in KINDS:
        one.names()
        return None
    short = one.truth("short")
    if short and kind in TYPED:
        one.problem("short", words.TYPED_IN_SHORT.format(kind=kind))
    common = {
        "id": name,
        "short": short,
        "recall": _recall(one, here),
        "critic": one.word("voice", ("critic",), required=False) == "critic",
        "ok": one.text("ok", required=False),
    }
    return _KIND[kind](one, here, common)


def _recall(one: Fields, here: Here) -> Recall | None:
    fields = one.fields("recall")
    if fields is None:
        return None
    day = fields.whole("day", 1, 400, required=False) or None
    step = fields.text("step")
    answered = here.known.answered or {}
    if not step or (fields.has("day") and day is None):
        pass  # said already
    elif day is not None and here.number and day >= here.number:
        fields.problem("day", words.RECALL_FROM_LATER)
    elif day is None and step not in here.answered:
        fields.problem("step", words.RECALL_UNKNOWN.format(step=step))
    elif day is not None and day in answered and step not in answered[day]:
        hint = near(step, answered[day])
        fields.problem("step", words.RECALL_NOWHERE.format(day=day, step=step, near=hint))
    recall = Recall(day, step, fields.text("fallback"))
    fields.done()
    return recall


def _say(one: Fields, here: Here, common: Common) -> Step:
    refrain = one.text("refrain", required=False)
    if refrain and one.has("text"):
        one.text("text", required=False)
        one.problem("refrain", words.TEXT_OR_REFRAIN)
    refrains = here.known.refrains or {}
    if refrain and refrain not in refrains and here.known.refrains is not None:
        one.problem("refrain", words.NO_SUCH_REFRAIN.format(name=refrain, near=near(refrain, tuple(refrains))))
    text = refrains.get(refrain, "") if refrain else one.text("text")
    return Say(text=text, refrain=refrain, picture=_picture(one), **common)


def _picture(one: Fields) -> Picture | None:
    fields = one.fields("picture")
    if fields is None:
        return None
    picture = Picture(fields.text("lines"), fields.text("words"))
    drawn = picture.lines.split("\n")
    if len(drawn) > PICTURE_LINES or any(len(line) > PICTURE_COLUMNS or not line.isascii() for line in drawn):
        fields.problem("lines", words.PICTURE_TOO_LARGE.format(columns=PICTURE_COLUMNS, lines=PICTURE_LINES))
    fields.done()
    return picture


def _guided(one: Fields, here: Here, common: Common) -> Step:
    use = _named(one, "use", here.known)
    inline = {"parts", "card", "beats", "caution", "title"} & set(one.node.items)
    if use and inline:
        one.problem("use", words.USE_OR_WRITE.format(name=min(inline)))
        one.names()
    return Guided(
        use=use,
        practice=None if one.has("use") else practice_in(one, f"day-{here.number:02}/{common['id']}", OPEN_EYES, here),
        alternative=_named(one, "alternative", here.known),
        doors=_doors(one, here.known),
        feedback=one.truth("feedback", default=True),
        **common,
    )


def _doors(one: Fields, known: Known) -> tuple[str, ...]:
    if isinstance(one.node.items.get("door"), Sequence):
        names = one.texts("door", least=1, most=3)
        for name in names:
            _check_name(one, "door", name, known)
        return names
    name = _named(one, "door", known)
    return (name,) if name else ()


def _named(one: Fields, field: str, known: Known) -> str:
    name = one.text(field, required=False)
    if name:
        _check_name(one, field, name, known)
    return name


def _check_name(one: Fields, field: str, name: str, known: Known) -> None:
    if name not in known.practices:
        one.problem(field, words.NO_SUCH_FILE.format(name=name, near=near(name, known.practices)))


def practice_in(one: Fields, name: str, alternative: str, here: Here) -> Practice:
    """A practice written in these fields, with its parts."""
    parts = tuple(_part(part, here) for part in one.each("parts"))
    title, card, beats, caution = (one.text(field) for field in ("title", "card", "beats", "caution"))
    return Practice(name, title, card, beats, caution, parts, alternative)


def _part(part: Fields, here: Here) -> Part:
    rhythm = part.fields("breathe")
    quiet = part.whole("quiet", 0, GREATEST_SILENCE, required=False)
    if rhythm and part.has("quiet"):
        part.problem("quiet", words.QUIET_OR_BREATHE)
    read = Part(
        text=part.text("text"),
        quiet=quiet,
        rhythm=_rhythm(rhythm) if rhythm else None,
        instead=part.text("instead", required=bool(rhythm)),
        short=part.truth("short"),
        recall=_recall(part, here),
        critic=part.word("voice", ("critic",), required=False) == "critic",
        ok=part.text("ok", required=False),
    )
    if read.instead and not part.has("breathe"):
        part.problem("instead", words.INSTEAD_OF_A_BREATH)
    if rhythm:
        rhythm.done()
    part.done()
    return read


def _rhythm(fields: Fields) -> Rhythm:
    return Rhythm(fields.whole("in", 2, 10), fields.whole("out", 2, 12), fields.whole("seconds", 4, GREATEST_SILENCE))


def _breathe(one: Fields, here: Here, common: Common) -> Step:
    text, instead, rhythm = one.text("text"), one.text("instead"), _rhythm(one)
    return Breathe(text=text, rhythm=rhythm, instead=instead, **common)


def _ask(one: Fields, here: Here, common: Common) -> Step:
    text, seconds = one.text("text"), one.whole("seconds", 5, 1200, required=False, default=60)
    return Ask(text=text, seconds=seconds, **common)


def _scale(one: Fields, here: Here, common: Common) -> Step:
    return Scale(text=one.text("text"), low=one.text("low"), high=one.text("high"), **common)


def _choose(one: Fields, here: Here, common: Common) -> Step:
    text, answers = one.text("text"), one.texts("answers", least=2, most=9)
    if len(set(answers)) < len(answers):
        one.problem("answers", words.SAME_ANSWER)
    return Choose(text=text, answers=answers, **common)


def _thought(one: Fields, here: Here, common: Common) -> Step:
    do = one.word("do", ("notice", "answer", "earlier"))
    answering = do in ("answer", "earlier")
    return ThoughtWork(
        do=do,
        text=one.text("text"),
        none=one.text("none"),
        reply=one.text("reply", required=answering),
        warmly=one.text("warmly", required=answering),
        belief=one.truth("belief"),
        **common,
    )


def _diary(one: Fields, here: Here, common: Common) -> Step:
    return Diary(text=one.text("text"), **common)


def _letter(one: Fields, here: Here, common: Common) -> Step:
    return Letter(
        text=one.text("text"),
        starters=one.texts("starters", least=2, most=4),
        warmly=one.text("warmly"),
        pick=one.text("pick"),
        seconds=one.whole("seconds", 30, 1200, required=False, default=240),
        **common,
    )


def _replies(one: Fields, here: Here, common: Common) -> Step:
    return Replies(text=one.text("text"), none=one.text("none"), **common)


_KIND: dict[str, Callable[[Fields, Here, Common], Step]] = {
    "say": _say,
    "practice": _guided,
    "breathe": _breathe,
    "ask": _ask,
    "scale": _scale,
    "choose": _choose,
    "thought": _thought,
    "diary": _diary,
    "letter": _letter,
    "replies": _replies,
}
