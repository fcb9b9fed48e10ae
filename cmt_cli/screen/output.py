"""What a command says: the answer on stdout, remarks on stderr, fitted to a terminal, a screen reader or a pipe."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TextIO

from cmt_cli.base.text import one_line, sentences, visible, wrapped
from cmt_cli.base.words import screen as words

WIDEST = 76
MOST_LINES = 14


class Output:
    """Writes to stdout and stderr. `width` is None where nothing is wrapped (a pipe); `accessible` gives one sentence a line.

    `measure` says the width anew each time, where a window can be resized.

    `pause` is called before a screen reader's listener would be given more than fifteen lines at once; None where nobody could answer.
    """

    # One count for the terminal, whichever part of a command is speaking.
    since_enter = 0

    def __init__(
        self,
        out: TextIO,
        err: TextIO,
        *,
        width: int | None,
        measure: Callable[[], int] | None = None,
        accessible: bool = False,
        color: bool = False,
        pause: Callable[[str], None] | None = None,
    ) -> None:
        self.out = out
        self.err = err
        self._width = width
        self._measure = measure
        self.accessible = accessible
        self.color = color
        self.pause = pause

    @property
    def terminal_width(self) -> int | None:
        """The columns there are now: a window may be resized in mid session."""
        return self._measure() if self._measure and self._width else self._width

    @property
    def width(self) -> int | None:
        """The columns that are written in."""
        columns = self.terminal_width
        return min(columns, WIDEST) if columns else None

    def say(self, text: str = "", *, style: str = "") -> None:
        """A piece of prose: wrapped on a terminal, a sentence a line for a listener, as it is in a pipe."""
        for line in self.fitted(text):
            self.line(line, style=style)

    def fitted(self, text: str) -> list[str]:
        if self.accessible:
            return [plain_characters(sentence) for sentence in sentences(text)]
        return wrapped(text, self.width) if self.width else visible(text).split("\n")

    def line(self, text: str, *, style: str = "", end: str = "\n") -> None:
        """One line as it is."""
        if self.pause and self.accessible and self.since_enter >= MOST_LINES:
            self.pause(words.MORE)
            self.entered()
        Output.since_enter += 1
        self.out.write(self.styled(visible(text), style) + end)
        self.out.flush()

    def raw(self, text: str) -> None:
        """Characters for the terminal itself, such as a carriage return or a bell."""
        self.out.write(text)
        self.out.flush()

    def entered(self) -> None:
        """The person pressed Enter: the count of lines begins again."""
        Output.since_enter = 0

    def styled(self, text: str, style: str) -> str:
        codes = {"bold": "\x1b[1m", "dim": "\x1b[2m"}
        return f"{codes[style]}{text}\x1b[0m" if style and text and self.color and not self.accessible else text

    def remark(self, text: str) -> None:
        """Something beside the answer, on stderr."""
        for line in self.fitted(text):
            Output.since_enter += 1
            self.err.write(line + "\n")
        self.err.flush()

    def json(self, value: Mapping[str, object]) -> None:
        """One object and a new line. Letters beyond ASCII are escaped, so that no encoding loses one and none can drive a terminal."""
        self.out.write(json.dumps({"schema_version": 1, **value}) + "\n")
        self.out.flush()

    def record(self, values: Iterable[object]) -> None:
        """One tab-separated record; nothing stands for None."""
        self.out.write("\t".join("" if value is None else one_line(_as_text(value)) for value in values) + "\n")

    def labelled(self, pairs: Sequence[tuple[str, object]]) -> None:
        """One record as `Label: value.` pieces: one line for a listener, wrapped on a screen."""
        said = " ".join(f"{label}: {one_line(_as_text(value))}." for label, value in pairs if value is not None)
        for line in [plain_characters(said)] if self.accessible else wrapped(said, self.width or WIDEST):
            self.line(line)


def _as_text(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False)
    return str(value)


def plain_characters(text: str) -> str:
    """The text without arrows, boxes, bars and other symbols that a screen reader stumbles over."""
    return "".join(" " if "\u2190" <= char <= "\u2bff" else char for char in text)
