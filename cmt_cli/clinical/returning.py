"""When a compassionate reply comes back to be practised."""

from __future__ import annotations

from datetime import date, timedelta

FIRST_DUE = timedelta(days=3)


def first_due(replied_on: date) -> date:
    """The day a thought is first brought back: three days after it has a reply."""
    return replied_on + FIRST_DUE
