"""Knowing whether another session is open beside this one. The system lets go of the lock when a program ends, however it ends."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

FILE = "session.lock"


@contextmanager
def sitting_alone(home: Path) -> Iterator[bool]:
    """True when no other session is open in this folder."""
    if fcntl is None:
        yield True
        return
    handle = os.open(home / FILE, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            alone = True
        except OSError:
            alone = False
        yield alone
    finally:
        os.close(handle)
