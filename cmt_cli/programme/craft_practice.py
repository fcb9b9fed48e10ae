"""The rules of a guided practice: silences, invitations, the road back, and what the cards that need care have to say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cmt_cli.base.words import craft as words
from cmt_cli.programme.minutes import part_text
from cmt_cli.programme.model import Practice, Recall
from cmt_cli.programme.said import Finding, Where, cards_of
from cmt_cli.programme.speaking import RECALL_MARK

LONGEST_SILENCE = 40
MOST_INVITATIONS = 2
# What a caution says, word for word, before a card that needs one.
CAUTIONS = {
    "P": ("not for putting off a dose you take by the clock", "late", "stopped", "pharmacist"),
    "K": ("sounds like someone who hurt you", "press g"),
    "M": ("sounds like someone who hurt you", "press g"),
    "O": ("sounds like someone who hurt you", "press g"),
}
PAUSE_SAYS = "often eases within minutes; yours may vary"
_INVITATION = re.compile(r"\bif you like\b|\byou might\b", re.IGNORECASE)
_ROAD_BACK = re.compile(r"holding you up|sound|hear|touch|look up|press [eg]|cloth", re.IGNORECASE)
_CHOICE = re.compile(r"decision|choice|deciding|decide", re.IGNORECASE)


def in_practice(practice: Practice, english: bool, step: str = "") -> Iterator[Finding]:
    """What is to be mended in one practice, written out in `step` or in a file of its own."""
    for rule in (long_silences, beats, recalls):
        yield from rule(practice, step)
    if english:
        for rule in (invitations, road_back, cautions, urge_pause):
            yield from rule(practice, step)


def long_silences(practice: Practice, step: str) -> Iterator[Finding]:
    """A silence lasts forty seconds at most."""
    for number, part in enumerate(practice.parts, start=1):
        if part.quiet > LONGEST_SILENCE:
            yield Finding(Where(step, number), words.LONG_SILENCE.format(seconds=part.quiet, most=LONGEST_SILENCE))


def beats(practice: Practice, step: str) -> Iterator[Finding]:
    """A practice lists the beats of its card."""
    if len([beat for beat in re.split("[,;]", practice.beats) if beat.strip()]) < 2:
        yield Finding(Where(step, field="beats"), words.ONE_BEAT)


def recalls(practice: Practice, step: str) -> Iterator[Finding]:
    """The person's own words come last in the line of a part."""
    for number, part in enumerate(practice.parts, start=1):
        yield from recalled_last(Where(step, number), part.text, part.recall)


def invitations(practice: Practice, step: str) -> Iterator[Finding]:
    """A practice invites twice at most, at real forks."""
    count = len(_INVITATION.findall(_said_in(practice)))
    if count > MOST_INVITATIONS:
        yield Finding(Where(step), words.INVITATIONS.format(count=count, most=MOST_INVITATIONS))


def road_back(practice: Practice, step: str) -> Iterator[Finding]:
    """A practice has a road back that is not the breath."""
    if not _ROAD_BACK.search(f"{practice.caution}\n{_said_in(practice)}"):
        yield Finding(Where(step, field="caution"), words.NO_ROAD_BACK)


def cautions(practice: Practice, step: str) -> Iterator[Finding]:
    """The cards that need a caution of their own have it before them."""
    for card in cards_of(practice):
        missing = [text for text in CAUTIONS.get(card, ()) if text not in practice.caution]
        if missing:
            lacks = ", ".join(f"'{text}'" for text in missing)
            yield Finding(Where(step, field="caution"), words.CAUTION_LACKS.format(card=card, missing=lacks))


def urge_pause(practice: Practice, step: str) -> Iterator[Finding]:
    """The urge pause promises nothing, and ends with the person's own decision."""
    if "P" not in cards_of(practice):
        return
    if PAUSE_SAYS not in _said_in(practice):
        yield Finding(Where(step), words.PAUSE_LACKS.format(missing=PAUSE_SAYS))
    if not _CHOICE.search(part_text(practice.parts[-1])):
        yield Finding(Where(step, len(practice.parts)), words.PAUSE_CHOICE)


def recalled_last(where: Where, text: str, recall: Recall | None) -> Iterator[Finding]:
    """What a person wrote comes back at the end of a line, and only where a recall says from where."""
    lines = [line.rstrip() for line in text.split("\n") if RECALL_MARK in line]
    if recall and not lines:
        yield Finding(where, words.RECALL_UNSAID.format())
    if lines and not recall:
        yield Finding(where, words.NOTHING_RECALLED.format())
    if not all(line.endswith(RECALL_MARK) and line.count(RECALL_MARK) == 1 for line in lines):
        yield Finding(where, words.RECALL_NOT_LAST.format())
    if recall and RECALL_MARK in recall.fallback:
        yield Finding(where, words.RECALL_IN_FALLBACK.format())


def _said_in(practice: Practice) -> str:
    return "\n".join(part_text(part) for part in practice.parts)
