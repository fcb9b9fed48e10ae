"""Text made fit to show: nothing a person or a file wrote can drive the terminal."""

from __future__ import annotations

import re
import textwrap
import unicodedata

# A sentence may begin with a quoted command, an option, or a key, such as "b goes back." or "// types a slash."
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"')\]]*\s+(?=[\"'(]\S|[A-Z0-9]|[a-z?] |//|--)")
_SMALL = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"),
    *("fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


# Letters that no folding table of the database or of Unicode makes plain, and the signs that are written inside words.
FOLDED = {
    "'": "", "\u2019": "", "\u02bc": "", "\u0142": "l", "\u0141": "L", "\u00f8": "o", "\u00d8": "O", "\u0111": "d", "\u0110": "D",
    "\u00f0": "d", "\u00d0": "D", "\u00fe": "th", "\u00de": "Th", "\u00df": "ss", "\u00e6": "ae", "\u00c6": "Ae",
    "\u0153": "oe", "\u0152": "Oe", "\u0131": "i",
}  # fmt: skip
_FOLDS = str.maketrans(FOLDED)


def folded(text: str) -> str:
    """A text as it is searched: plain letters without marks, small, and without apostrophes."""
    if text.isascii():
        return text.replace("'", "").lower()
    plain = unicodedata.normalize("NFKD", text.translate(_FOLDS))
    return "".join(char for char in plain if unicodedata.category(char) != "Mn").casefold()


def visible(text: str) -> str:
    """The text without control and invisible formatting characters, new lines kept."""
    if text.isprintable():
        return text
    kept = (c for c in text.replace("\r\n", "\n").replace("\t", " ") if c == "\n" or not _drives(c))
    return "".join(kept)


def one_line(text: str) -> str:
    """The text on one line, fit for a tab-separated record."""
    return visible(text).replace("\n", " ")


def _drives(char: str) -> bool:
    """Control characters, and the bidirectional overrides that can make text read as other text. Joiners in words stay."""
    return unicodedata.category(char) == "Cc" or char in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def wrapped(text: str, width: int) -> list[str]:
    """The text's lines, each no wider than `width`; long words are broken rather than cut."""
    lines: list[str] = []
    for line in visible(text).split("\n"):
        lines += textwrap.wrap(line, max(width, 8), break_on_hyphens=False) or [""]
    return lines


def sentences(text: str) -> list[str]:
    """The sentences of a text, in order."""
    found: list[str] = []
    for line in visible(text).split("\n"):
        start = 0
        for end in _SENTENCE_END.finditer(line):
            found.append(line[start : end.end()].strip())
            start = end.end()
        found.append(line[start:].strip())
    return [sentence for sentence in found if sentence]


def number(count: int) -> str:
    """A count in words up to ninety-nine, in digits beyond."""
    if count < 20:
        return _SMALL[count]
    if count < 100:
        tens, ones = divmod(count, 10)
        return _TENS[tens] + (f"-{_SMALL[ones]}" if ones else "")
    return str(count)


def duration(seconds: float) -> str:
    """A length of time in words: `twenty seconds`, `one minute`, `two and a half minutes`."""
    whole = max(1, round(seconds))
    if whole < 60:
        return f"{number(whole)} second{'s' if whole > 1 else ''}"
    if whole % 60 == 0:
        return f"{number(whole // 60)} minute{'s' if whole > 60 else ''}"
    if whole % 60 == 30:
        return f"{number(whole // 60)} and a half minutes"
    return f"{number(whole)} seconds"


def sentence_case(text: str) -> str:
    """The text with its first letter large."""
    return text[:1].upper() + text[1:]
