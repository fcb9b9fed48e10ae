"""Records as JSON values, with the keys that scripts depend on."""

from __future__ import annotations

from cmt_cli.base.records import CheckIn, Entry
from cmt_cli.base.times import iso


def checkin_values(checkin: CheckIn) -> dict[str, object]:
    """One check-in."""
    return checkin._asdict() | {"at": iso(checkin.at), "day": str(checkin.day)}


def entry_values(entry: Entry) -> dict[str, object]:
    """One diary entry."""
    about = {"id": entry.id, "at": iso(entry.at), "day": str(entry.day), "text": entry.text}
    return {**about, "pain": entry.pain, "mood": entry.mood, "tags": list(entry.tags), "source": entry.source}
