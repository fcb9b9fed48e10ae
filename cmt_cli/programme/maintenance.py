"""After the last day: five minutes with the practices the person found most helpful, in turn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cmt_cli.base.records import Practised
from cmt_cli.base.words import session as words
from cmt_cli.programme.model import Day, Guided, Say, ThoughtWork

HELPFUL_AT_ONCE = 4


def next_practice(practised: Sequence[Practised]) -> str | None:
    """The next of the most helpful practices: the one among the four best rated that was done longest ago.

    Practices without a rating stand after the rated ones. None when nothing was practised yet.
    """
    last: dict[str, int] = {}
    ratings: dict[str, list[int]] = {}
    for order, one in enumerate(practised):
        last[one.practice] = order
        if one.helped is not None:
            ratings.setdefault(one.practice, []).append(one.helped)
    if not last:
        return None
    best = sorted(last, key=lambda name: (-_mean(ratings.get(name, [])), -last[name]))[:HELPFUL_AT_ONCE]
    return min(best, key=lambda name: last[name])


def _mean(ratings: Sequence[int]) -> float:
    return sum(ratings) / len(ratings) if ratings else -1.0


def maintenance_day(guided: Guided, refrains: Mapping[str, str], title: str) -> Day:
    """A session of one practice between a line of welcome and a closing line, and an earlier thought when one is due."""
    steps = (
        Say(id="welcome", text=refrains["maintenance-welcome"], short=True),
        guided,
        ThoughtWork(id="earlier", do="due", text="", none=words.DUE_NONE, reply=words.DUE_LEAD, warmly=words.DUE_WARMLY),
        Say(id="close", text=refrains["maintenance-close"], short=True),
    )
    return Day(number=None, title=title, idea="", steps=steps)
