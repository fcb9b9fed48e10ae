"""Records as JSON values, with the keys that scripts depend on."""

from __future__ import annotations

from cmt_cli.base.records import CheckIn
from cmt_cli.base.times import iso


def checkin_values(checkin: CheckIn) -> dict[str, object]:
    """One check-in."""
    return checkin._asdict() | {"at": iso(checkin.at), "day": str(checkin.day)}
