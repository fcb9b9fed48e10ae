"""Which earlier thought may be met again now, and keeping that one was."""

from __future__ import annotations

import sqlite3
from datetime import date, datetime

from cmt_cli.base.records import Earlier, Thought
from cmt_cli.base.times import spoken_date
from cmt_cli.base.words import session as words
from cmt_cli.clinical.returning import after_meeting, best_reply, due, held_back
from cmt_cli.store import thoughts
from cmt_cli.store.levels import latest_levels


def earlier_now(connection: sqlite3.Connection, began: datetime, day: date) -> Earlier | None:
    """The thought that is longest due, unless this is no moment for it."""
    if held_back(latest_levels(connection, day), began):
        return None
    found = due(thoughts.all_of(connection), day)
    return as_earlier(found[0]) if found else None


def as_earlier(thought: Thought) -> Earlier:
    """A thought as it is met: by its label, or by the day it was caught."""
    best = best_reply(thought.replies)
    name = thought.label or words.NAMELESS.format(day=spoken_date(thought.day))
    return Earlier(thought.id, name, thought.text, best.text if best else "")


def meet(
    connection: sqlite3.Connection, thought: int, reply: int | None, readily: str | None, session: int | None, at: datetime, day: date
) -> None:
    """Keep that a thought was met, and when it comes back."""
    thoughts.meet(connection, thought, reply, readily, session, at, day)
    thoughts.bring_back(connection, thought, after_meeting(day, thoughts.meetings(connection, thought)))
