"""Records as JSON values, with the keys that scripts depend on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cmt_cli.base.times import iso

if TYPE_CHECKING:
    from cmt_cli.base.medicine import Dose, Pause
    from cmt_cli.base.records import CheckIn, Entry, Reply, Thought


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


def dose_values(dose: Dose) -> dict[str, object]:
    """One dose. `mg` is for the whole dose; components are null when the contents are unknown."""
    about = {"id": dose.id, "at": iso(dose.at), "day": str(dose.day), "medicine": dose.product.name, "product": dose.medicine_id}
    why = {"reason": dose.reason, "reason_words": dose.reason_words, "pain": dose.pain, "urge": dose.urge, "after_pause": dose.after_pause}
    components = None if dose.components is None else [one._asdict() for one in dose.components]
    counted = {"source": dose.source, "counts": dose.product.counts, "components": components}
    return {**about, "units": dose.units, "unit": dose.product.unit, **why, **counted}


def pause_values(pause: Pause) -> dict[str, object]:
    """One pause before a painkiller."""
    return pause._asdict() | {"at": iso(pause.at), "day": str(pause.day)}
