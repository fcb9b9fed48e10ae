"""Words a person typed that could not be stored, kept in the private folder."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from cmt_cli.base.faults import Fault
from cmt_cli.base.words import store as words
from cmt_cli.store.file import make_private

DRAFTS = "drafts"


@contextmanager
def keeping(home: Path, texts: Sequence[str | None], now: datetime) -> Iterator[None]:
    """When what follows fails, keep these words in a draft and say where."""
    try:
        yield
    except Fault as fault:
        typed = [text for text in texts if text]
        if not typed:
            raise
        raise type(fault)(f"{fault.sentence} {words.DRAFT_KEPT.format(path=_keep(home, typed, now))}") from None


def _keep(home: Path, texts: Sequence[str], now: datetime) -> Path:
    folder = home / DRAFTS
    make_private(folder)
    path = folder / f"{now:%Y-%m-%d-%H%M%S}-{os.getpid()}.txt"
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8", errors="surrogateescape") as draft:
        draft.write("\n".join(texts) + "\n")
        draft.flush()
        os.fsync(draft.fileno())
    return path
