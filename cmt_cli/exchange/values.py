"""Records as JSON values, with the keys that scripts depend on."""

from __future__ import annotations

from cmt_cli.base.records import CheckIn, Entry, Reply, Thought
from cmt_cli.base.times import iso


def checkin_values(checkin: CheckIn) -> dict[str, object]:
    """One check-in."""
    return checkin._asdict() | {"at": iso(checkin.at), "day": str(checkin.day)}


def entry_values(entry: Entry) -> dict[str, object]:
    """One diary entry."""
    about = {"id": entry.id, "at": iso(entry.at), "day": str(entry.day), "text": entry.text}
    return {**about, "pain": entry.pain, "mood": entry.mood, "tags": list(entry.tags), "source": entry.source}


def thought_values(thought: Thought) -> dict[str, object]:
    """One thought with its replies, oldest first."""
    about = {"id": thought.id, "at": iso(thought.at), "day": str(thought.day), "label": thought.label, "text": thought.text}
    due_on = str(thought.due_on) if thought.due_on else None
    replies = [_reply_values(reply) for reply in thought.replies]
    return {**about, "entry_id": thought.entry_id, "state": thought.state, "due_on": due_on, "replies": replies}


def _reply_values(reply: Reply) -> dict[str, object]:
    return reply._asdict() | {"at": iso(reply.at)}
