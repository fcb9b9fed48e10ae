"""Finding a medicine by a forgiving name. Only a whole name with room for no other product is a match; a strength is never guessed.

Case, spaces, hyphens, slashes, "mg" and "tablets" do not matter: "cocodamol 30", "Co Codamol 30/500 tabs" and "30/500 co-codamol" are one
medicine. Whatever could be several, or is only part of a name, gives choices. Reading the file is apart, in catalogue_read.py, so that
whoever only finds a medicine never loads the reader.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from cmt_cli.base.medicine import Product
from cmt_cli.base.text import folded

MOST_CHOICES = 9
LONGEST = 80
SHORTEST_PART = 3
MODIFIED = "mr"
UNITS = ("mg", "mgs", "milligram", "milligrams", "mcg", "mcgs", "ug", "microgram", "micrograms", "ml", "h", "hr", "hour", "hours", "per")
GRAMS = ("g", "gram", "grams", "gramme", "grammes")
FORMS = ("tablet", "tab", "capsule", "cap", "caplet", "pill", "sachet", "effervescent", "dispersible", "softgel")
SALTS = ("phosphate", "sulfate", "sulphate", "hydrochloride", "hcl", "tartrate", "bitartrate")
KINDS_OF_TABLET = ("soluble", "plain", "generic", "coated", "liquid")
SMALL = ("a", "an", "and", "the", "of", "with", "no", "number", "nr", "in", "release", "acting")
UNSAID = frozenset((*UNITS, *GRAMS, *FORMS, *(f"{one}s" for one in FORMS), *SALTS, *SMALL))
SLOW = ("modified", "slow", "prolonged", "extended", "sustained", "controlled", "long")
RELEASES = frozenset((MODIFIED, "sr", "er", "xr", "xl", "cr", "pr", *SLOW))
_PIECE = re.compile(r"\d{1,9}(?:[.,]\d{1,9})?|[^\W\d_]+(?:-[^\W\d_]+)*")
_BETWEEN = str.maketrans("", "", " -/.,")


class Found(NamedTuple):
    """One medicine, or those it could be, or neither, with the name that is nearest."""

    match: Product | None
    choices: tuple[Product, ...] = ()
    near: str = ""


class _Heard(NamedTuple):
    """What a name comes to: its words, its numbers, and whether it says modified release."""

    words: tuple[str, ...]
    numbers: frozenset[float]
    modified: bool

    @property
    def letters(self) -> str:
        return "".join(self.words)


class _Named(NamedTuple):
    """A product with its names as they are heard, its own first, and the numbers its strength may be said with."""

    product: Product
    labels: tuple[_Heard, ...]
    strengths: frozenset[float]

    def fits(self, said: _Heard) -> bool:
        """True when nothing that was said speaks against this product."""
        numbers = self.strengths.union(*(label.numbers for label in self.labels))
        return said.numbers <= numbers and (not said.modified or self.labels[0].modified)

    def is_whole(self, said: _Heard, label: _Heard) -> bool:
        """True when this whole name was said, with any number that is no strength but part of it."""
        return said.letters == label.letters and label.numbers - self.strengths <= said.numbers


def find(products: Sequence[Product], typed: str, country: str | None = None) -> Found:
    """The product a person means; those they could mean, their own country's first; or nothing, with the nearest name."""
    said = _heard(typed[:LONGEST])
    if not said.words:
        return Found(None)
    likely = _likely(products, said)
    if len(own_name := [one for one in likely if said == one.labels[0]]) == 1:
        return Found(own_name[0].product)
    fitting = [one for one in likely if one.fits(said)]
    whole = [one for one in fitting if any(one.is_whole(said, label) for label in one.labels)]
    part = [one for one in fitting if one not in whole and any(_is_part(said, label) for label in one.labels)]
    exact = [one for one in whole if said.numbers and said in one.labels]
    for sure in (exact, whole):
        if len(sure) == 1 and (said.numbers or not part):
            return Found(sure[0].product)
    choices = whole + part or [one for one in likely if any(label.letters == said.letters for label in one.labels)]
    if choices:
        return Found(None, _in_order(choices, whole, country))
    if plain := [word for word in said.words if word not in KINDS_OF_TABLET]:
        fewer = " ".join([*plain, *(f"{number:g}" for number in said.numbers), *([MODIFIED] if said.modified else [])])
        return find(products, fewer, country) if len(plain) < len(said.words) else Found(None, (), _near(products, said))
    return Found(None)


def _heard(text: str) -> _Heard:
    """The words and numbers of a name, without what makes no difference."""
    words: list[str] = []
    numbers: list[float] = []
    modified = False
    for piece in _PIECE.findall(folded(text)):
        word = piece.replace("-", "")
        if piece[0].isdigit():
            numbers += _number(piece)
        elif word in GRAMS and numbers:
            numbers[-1] *= 1000
        elif word.removesuffix("release").removesuffix("acting") in RELEASES:
            modified = True
        elif word not in UNSAID:
            words.append(words.pop() + word if words[-1:] == ["co"] else word)
    return _Heard(tuple(words), frozenset(numbers), modified)


def _number(piece: str) -> list[float]:
    """A number as it is written: 7.5, 7,5 or 1,000."""
    before, comma, after = piece.partition(",")
    plain = f"{before}{after}" if len(after) == 3 else f"{before}.{after}" if comma else before
    return [float(plain)] if plain.isascii() else []


def _likely(products: Sequence[Product], said: _Heard) -> list[_Named]:
    """The products with a name that holds how the first word begins: the others cannot be meant, and are not listened to."""
    beginning = said.words[0][:SHORTEST_PART]
    names = (((one.name, *one.also), one) for one in products)
    likely = ((known, one) for known, one in names if beginning in folded(" ".join(known)).translate(_BETWEEN))
    return [_Named(one, tuple(map(_heard, known)), _strengths(one)) for known, one in likely]


def _strengths(product: Product) -> frozenset[float]:
    """The numbers a strength may be said with: milligrams, or micrograms when they are few; of a liquid, in 1 ml or 5."""
    amounts = [product.rate] if product.rate is not None else [one.mg for one in product.components or ()]
    if product.unit == "ml":
        amounts += [5.0, *(one * 5 for one in amounts)]
    return frozenset(round(one, 6) for one in (*amounts, *(one * 1000 for one in amounts if one < 1)))


def _is_part(said: _Heard, label: _Heard) -> bool:
    """True when the words are among a name's words, or how it begins."""
    return set(said.words) <= set(label.words) or (len(said.letters) >= SHORTEST_PART and label.letters.startswith(said.letters))


def _in_order(choices: Sequence[_Named], whole: Sequence[_Named], country: str | None) -> tuple[Product, ...]:
    """Those whose whole name was said first, then those of the country, then ordinary before modified release, as the file has them."""
    ranked = sorted(choices, key=lambda one: (one not in whole, bool(country) and country not in one.product.legal, one.labels[0].modified))
    return tuple(one.product for one in ranked[:MOST_CHOICES])


def _near(products: Sequence[Product], said: _Heard) -> str:
    """The known name whose letters are nearest to what was typed, without its strength."""
    from cmt_cli.base.nearest import nearest  # difflib is loaded only when a name is not known

    names: dict[str, str] = {}
    for one in products:
        for name in (one.name, *one.also):
            names.setdefault(_heard(name).letters, name)
    close = nearest(said.letters, names)
    spoken = [word for word in names.get(close, "").split() if not any(map(str.isdigit, word)) and word.lower() not in UNSAID]
    return " ".join(spoken)
