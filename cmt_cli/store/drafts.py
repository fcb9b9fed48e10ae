"""Words a person typed that could not be stored, kept in the private folder."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from cmt_cli.base.faults import Fault, Signalled, Stopped, how_stopped
from cmt_cli.base.words import store as words
from cmt_cli.store.file import make_private

DRAFTS = "drafts"


@contextmanager
def keeping(home: Path, texts: Sequence[str | None], now: datetime) -> Iterator[list[str]]:
    """Whatever fails in what follows, keep these words in a draft and say where. Clear the list it gives as soon as they are stored."""
    typed = [text for text in texts if text]
    try:
        yield typed
    except Fault as fault:
        if not typed:
            raise
        raise type(fault)(f"{fault.sentence} {_kept(home, typed, now)}") from None
    except (KeyboardInterrupt, Signalled) as stop:
        if not typed:
            raise
        raise Stopped(f"{words.STOPPED} {_kept(home, typed, now)}", how_stopped(stop)) from None
    except Exception as error:
        if not typed:
            raise
        raise Fault(f"{words.NOT_STORED.format(kind=type(error).__name__)} {_kept(home, typed, now)}") from None


class Draft:
    """Words that are being typed, a line at a time, on disk before the next one begins."""

    def __init__(self, home: Path, now: datetime) -> None:
        self.home = home
        self.now = now
        self.path: Path | None = None

    def add(self, line: str) -> None:
        self.path = _keep(self.home, [line], self.now)

    def told(self, sentence: str) -> str:
        """A sentence, and where the words are, if there are any."""
        return f"{sentence} {words.DRAFT_KEPT.format(path=self.path)}" if self.path else sentence

    def discard(self) -> None:
        """The words are stored."""
        if self.path:
            self.path.unlink(missing_ok=True)


def left_over(home: Path) -> list[Path]:
    """Drafts of words that were never stored, oldest first."""
    return sorted((home / DRAFTS).glob("*.txt"))


def _kept(home: Path, texts: Sequence[str], now: datetime) -> str:
    return words.DRAFT_KEPT.format(path=_keep(home, texts, now))


def _keep(home: Path, texts: Sequence[str], now: datetime) -> Path:
    folder = home / DRAFTS
    make_private(folder)
    path = folder / f"{now:%Y-%m-%d-%H%M%S}-{os.getpid()}.txt"
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(handle, "wb") as draft:
        draft.write(_as_it_came("\n".join(texts) + "\n"))
        draft.flush()
        os.fsync(draft.fileno())
    return path


def _as_it_came(text: str) -> bytes:
    """The bytes a text was read from, whether or not they were a text."""
    try:
        return text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return text.encode("utf-8", "surrogatepass")
