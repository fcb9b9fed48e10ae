"""When a compassionate reply comes back to be practised, which reply is the best, and when nothing is brought back.

The trial kept thoughts in a personal database; bringing the replies back by a small ladder is cmt's own design.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from cmt_cli.base.records import Reply, Thought

READILY = ("not_at_all", "slowly", "fairly", "readily")
NOT_AT_ALL, SLOWLY, _, READY = READILY
DAYS = {"slowly": 3, "fairly": 7, "readily": 14}
READILY_AGAIN = 30
REST = 7
TOO_MUCH = 8
LOW_MOOD = 2
MORNING = 6


class Levels(NamedTuple):
    """The latest pain, urge and mood of a local day, 0 to 10; None where nothing was said."""

    pain: int | None = None
    urge: int | None = None
    mood: int | None = None


class Next(NamedTuple):
    """When a thought is due again (None: not until it is woken), and whether it rests."""

    due_on: date | None
    resting: bool


def first_due(replied_on: date) -> date:
    """The day a thought is first brought back: three days after it has a reply."""
    return replied_on + timedelta(days=DAYS[SLOWLY])


def after_meeting(today: date, readily: Sequence[str | None]) -> Next:
    """When a thought comes back, from how readily kindness came each time it was met, oldest first, today's last.

    A pass counts as slowly. Not at all is a week's rest; twice running, rest until woken.
    """
    now, before = readily[-1] or SLOWLY, readily[-2] if len(readily) > 1 else None
    if now == NOT_AT_ALL:
        return Next(None if before == NOT_AT_ALL else today + timedelta(days=REST), resting=True)
    days = READILY_AGAIN if now == before == READY else DAYS[now]
    return Next(today + timedelta(days=days), resting=False)


def best_reply(replies: Iterable[Reply]) -> Reply | None:
    """The warmest; of those the one after which the thought was believed least against before; of those the latest."""
    return max(replies, key=_strength, default=None)


def strongest(thoughts: Iterable[Thought], most: int) -> list[Reply]:
    """The best replies of the thoughts that are not retired, one a thought, strongest first."""
    best = [best_reply(thought.replies) for thought in thoughts if thought.state != "retired"]
    return sorted((reply for reply in best if reply), key=_strength, reverse=True)[:most]


def due(thoughts: Iterable[Thought], today: date) -> list[Thought]:
    """The thoughts that may be brought back, longest due first. One without a reply, or caught today, is not among them."""
    found = [one for one in thoughts if one.due_on and one.due_on <= today and one.day < today and one.replies]
    return sorted((one for one in found if one.state != "retired"), key=lambda one: (one.due_on, one.id))


def held_back(levels: Levels, began: datetime) -> bool:
    """True when nothing is brought back: much pain, a strong urge, low mood, or a session begun in the small hours."""
    much = any(level is not None and level >= TOO_MUCH for level in (levels.pain, levels.urge))
    low = levels.mood is not None and levels.mood <= LOW_MOOD
    return much or low or began.hour < MORNING


def _strength(reply: Reply) -> tuple[int, int, datetime, int]:
    """Not answered is weaker than any answer."""
    warmth = -1 if reply.warmth is None else reply.warmth
    asked = reply.belief_before is not None and reply.belief_after is not None
    fall = (reply.belief_before or 0) - (reply.belief_after or 0) if asked else -11
    return warmth, fall, reply.at, reply.id
