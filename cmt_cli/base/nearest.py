"""The nearest of some known words."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word nearest to this one, or an empty text when none is near."""
    close = get_close_matches(word.lower(), list(known), n=1, cutoff=0.6)
    return close[0] if close else ""
