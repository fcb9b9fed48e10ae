"""What is kept, as values. Times are aware datetimes, days are local days, scales are whole numbers from 0 to 10 or None."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

PAINKILLER_ANSWERS = ("none", "all_logged", "more")


class CheckIn(NamedTuple):
    """A look at one day. `id` is 0 until it is kept."""

    id: int
    at: datetime
    day: date
    pain: int | None = None
    urge: int | None = None
    need: int | None = None
    mood: int | None = None
    critical_voice: int | None = None
    self_kindness: int | None = None
    painkillers: str | None = None
    more: str | None = None
    practised: bool | None = None
    used_in_life: str | None = None


class Entry(NamedTuple):
    """A diary entry. `id` is 0 until it is kept; `source` is journal, session or import."""

    id: int
    at: datetime
    day: date
    text: str
    pain: int | None = None
    mood: int | None = None
    tags: tuple[str, ...] = ()
    source: str = "journal"


class Reply(NamedTuple):
    """A compassionate reply to a thought."""

    id: int
    at: datetime
    text: str
    warmth: int | None = None
    belief_before: int | None = None
    belief_after: int | None = None


class Thought(NamedTuple):
    """A self-critical thought, and the replies to it, oldest first. `due_on` None: it is not brought back."""

    id: int
    at: datetime
    day: date
    label: str | None
    text: str
    entry_id: int | None
    state: str
    due_on: date | None
    replies: tuple[Reply, ...] = ()


class Earlier(NamedTuple):
    """A thought that may be met again: its number, the name it goes by, its words, and the best reply to it."""

    thought: int
    name: str
    text: str
    reply: str


class SessionRecord(NamedTuple):
    """One sitting of a programme. `number` is its day there, None in maintenance; `step` is where it goes on."""

    id: int
    programme: str
    at: datetime
    day: date
    number: int | None
    form: str
    step: str
    counted_at: datetime | None
    ended: bool
    seconds: int = 0


class Practised(NamedTuple):
    """A practice that was done, and how much it helped."""

    practice: str
    helped: int | None


class Started(NamedTuple):
    """The programme a person is on. `path` is empty for the one that comes with cmt."""

    programme: str
    title: str
    version: str
    path: str
