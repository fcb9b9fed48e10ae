"""What a medicine holds: read from what its pack says, and checked against the pack once, in a terminal."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable
from typing import TYPE_CHECKING

from cmt_cli.base.medicine import CLOCK, NEEDED, OPIOIDS, OTHER, PAINKILLER, Component, Medicine, Product
from cmt_cli.base.words import med as words
from cmt_cli.commands.desk import output
from cmt_cli.env import Env
from cmt_cli.store import medicines, sessions
from cmt_cli.store.file import writing

if TYPE_CHECKING:
    from cmt_cli.commands.asking import Asking

PACK, KIND, ASKED = "pack", "kind", "asked"
KINDS = (CLOCK, NEEDED)
LIQUID = "ml"
SPOON = 5  # ml, as labels of liquids count
MOST_MG = 100_000
PAINKILLING = {"simple", "nsaid", *OPIOIDS, "triptan"}
_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+")
_NUMBER = re.compile(r"[0-9]{0,7}(?:[.,][0-9]{1,6}|\u00bd)?")
_AMOUNT = r"[0-9]+(?:[.,][0-9]+)*"
_PART = re.compile(
    rf"\s*([^\d,;+]*[^\W\d_][^\d,;+]*?)\s+({_AMOUNT})\s*(?:mg)?\s*(?P<liquid>(?:in|per|/)\s*({_AMOUNT})?\s*ml)?\s*", re.IGNORECASE
)


def number_of(said: str) -> float | None:
    """A number as people write it: 2, 0.5, 0,5, \u00bd, 1\u00bd or 1,000. None for anything else."""
    said = said.strip()
    if _THOUSANDS.fullmatch(said):
        return float(said.replace(",", ""))
    if not said or not _NUMBER.fullmatch(said):
        return None
    return float(said.replace(",", ".").replace("\u00bd", ".5"))


def contents_of(said: str, unit: str) -> tuple[Component, ...] | None:
    """`paracetamol 500, codeine 30` in one unit, or of a liquid `paracetamol 120 in 5 ml`; None when it cannot be read."""
    parts = [part for part in re.split(r"[,;+](?!\d)", said) if part.strip()]
    read = [_component(part, unit) for part in parts]
    components = tuple(one for one in read if one)
    return components if parts and len(components) == len(parts) else None


def _component(part: str, unit: str) -> Component | None:
    found = _PART.fullmatch(part)
    if not found or (found["liquid"] and unit != LIQUID):
        return None
    mg, in_ml = number_of(found[2]), number_of(found[4] or "1")
    if not mg or not in_ml or mg > MOST_MG:
        return None
    return Component(" ".join(found[1].casefold().split()), mg / in_ml)


def with_contents(env: Env, product: Product, components: tuple[Component, ...]) -> Product:
    """A product with what its pack says. Each ingredient has the name and the class by which it is known here.

    Where that is not what it was taken to hold, how many a label allows no longer fits, and is left out.
    """
    from cmt_cli.commands.catalogue import classes_of, ingredients_of

    said = [one.ingredient for one in components]
    classes = classes_of(env, said)
    read = tuple(Component(name, one.mg) for name, one in zip(ingredients_of(env, said), components, strict=True))
    counts = PAINKILLER if PAINKILLING & set(classes) or not any(classes) else OTHER
    limit = product.limit if read == product.components else product.limit and product.limit._replace(units=None)
    return product._replace(components=read, classes=tuple(one or "other" for one in classes), counts=counts, limit=limit, verified=True)


def contents_said(product: Product) -> str:
    """What it holds, in words: `paracetamol 500 mg in one tablet`, `morphine 10 mg in 5 ml`."""
    if product.components is None:
        return words.UNKNOWN_CONTENTS
    if product.rate is not None:
        [name] = (one.ingredient for one in product.components)
        return words.IN_PATCH.format(ingredient=name, rate=f"{product.rate:g}", hours=f"{product.wear_hours:g}")
    times = SPOON if product.unit == LIQUID else 1
    held = ", ".join(words.COMPONENT.format(ingredient=one.ingredient, mg=f"{one.mg * times:.10g}") for one in product.components)
    return (words.IN_LIQUID if product.unit == LIQUID else words.IN_ONE).format(contents=held, unit=product.unit)


def shown_name(env: Env, product: Product) -> str:
    """A medicine's name, unless names are hidden on screen."""
    return words.A_MEDICINE if env.settings.hide_names else product.name


def asked_once(env: Env, connection: sqlite3.Connection, medicine: Medicine) -> Medicine:
    """Whether the pack says what the catalogue does, and whether it is taken by the clock: each asked once of a medicine, in a terminal.

    An answer is kept before the next question. q at a question is an answer too: it is not asked again.
    """
    from cmt_cli.commands.asking import Left, asking

    if not (_is_due(connection, medicine, PACK) or _is_due(connection, medicine, KIND)):
        return medicine
    try:
        with asking(env) as ask:
            medicine = _asked(connection, medicine, PACK, lambda: _checked_against_the_pack(env, ask, medicine))
            return kind_asked(env, connection, ask, medicine)
    except Left:
        return medicine


def kind_asked(env: Env, connection: sqlite3.Connection, ask: Asking, medicine: Medicine) -> Medicine:
    """By the clock or when needed, when that was not asked yet."""

    def kind() -> Medicine:
        picked = ask.choose(words.ASK_KIND.format(name=shown_name(env, medicine.product)), words.KIND_ANSWERS)
        return medicine if picked is None else medicine._replace(kind=KINDS[picked])

    return _asked(connection, medicine, KIND, kind)


def _checked_against_the_pack(env: Env, ask: Asking, medicine: Medicine) -> Medicine:
    product = medicine.product
    if ask.yes(words.ASK_PACK.format(name=shown_name(env, product), contents=contents_said(product))):
        return medicine._replace(product=product._replace(verified=True))
    if product.rate is not None:
        return medicine
    question = words.ASK_LIQUID if product.unit == LIQUID else words.ASK_CONTENTS.format(unit=product.unit)
    while typed := ask.words(question):
        if components := contents_of(typed, product.unit):
            return medicine._replace(product=with_contents(env, product, components)._replace(counts=product.counts))
        output(env).say(words.NOT_CONTENTS)
    return medicine


def _asked(connection: sqlite3.Connection, medicine: Medicine, about: str, question: Callable[[], Medicine]) -> Medicine:
    """Put a question that is due, and keep the answer at once."""
    from cmt_cli.commands.asking import Left

    if not _is_due(connection, medicine, about):
        return medicine
    try:
        answered = question()
    except Left:
        _keep(connection, medicine, about)
        raise
    _keep(connection, answered, about)
    return answered


def _keep(connection: sqlite3.Connection, medicine: Medicine, about: str) -> None:
    with writing(connection):
        sessions.mark(connection, _mark(medicine, about), ASKED)
        medicines.change(connection, medicine)


def _is_due(connection: sqlite3.Connection, medicine: Medicine, about: str) -> bool:
    to_be_checked = bool(medicine.product.components) and not medicine.product.verified
    wanted = to_be_checked if about == PACK else medicine.kind is None
    return wanted and sessions.marked(connection, _mark(medicine, about)) is None


def _mark(medicine: Medicine, about: str) -> str:
    return f"{about}-{ASKED}-{medicine.id}"
