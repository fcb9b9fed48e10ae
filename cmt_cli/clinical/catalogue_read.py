"""From the fields of content/medicines.yaml to ingredients and products. A file with any problem gives none, and says every one."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from cmt_cli.base.medicine import CLASSES, OTHER, PAINKILLER, SOURCES, UNITS, Component, Limit, Product
from cmt_cli.base.reader import Fields, Place, near
from cmt_cli.base.words import catalogue as words

GENERAL = "general"  # the source of what nobody has found in a text yet
SYSTEMS = ("rxnorm", "snomed")
UNKNOWN, NOT_COUNTED = "unknown", "not_counted"
BOUGHT = SOURCES[:2]
MOST = 100_000
MCG_IN_MG = 1000
CONTENTS = ("components", "in_5_ml", "rate", "contents")
_NUMBER = re.compile(r"\d{1,6}(?:\.\d{1,4})?")
_COUNTRY = re.compile(r"[A-Z]{2}")


class Code(NamedTuple):
    system: str
    code: str
    verified: bool
    source: str


class Ingredient(NamedTuple):
    """What a medicine may hold; the first of its names is the one used."""

    id: str
    names: tuple[str, ...]
    kind: str
    codes: tuple[Code, ...]


class Catalogue(NamedTuple):
    ingredients: tuple[Ingredient, ...]
    products: tuple[Product, ...]


class _Known(NamedTuple):
    """What the products may refer to: sources as they are cited, and ingredients by id."""

    checked_on: str
    sources: dict[str, str]
    ingredients: dict[str, Ingredient]


def read_catalogue(fields: Fields) -> Catalogue | None:
    """medicines.yaml."""
    checked_on = _date(fields, "checked_on")
    sources = _sources(fields)
    listed_ingredients, listed_products = fields.each("ingredients"), fields.each("products")
    ingredients = [_ingredient(one, sources) for one in listed_ingredients]
    known = _Known(checked_on, sources, {one.id: one for one in ingredients})
    products = [_product(one, known) for one in listed_products]
    _alone(listed_ingredients, "id", words.SAME_ID)
    _alone(listed_products, "id", words.SAME_ID)
    _alone(listed_products, "name", words.SAME_NAME)
    fields.done()
    return None if fields.problems.found else Catalogue(tuple(ingredients), tuple(products))


def _sources(fields: Fields) -> dict[str, str]:
    """Each source as it is cited, by its key: "U1: NHS: a page, 2024-05-08"."""
    found: dict[str, str] = {}
    for one in fields.texts("sources"):
        key, _, cited = one.partition(": ")
        if not cited or key in found:
            fields.problem("sources", words.NOT_A_SOURCE.format(source=one))
        found[key] = cited
    return found


def _ingredient(fields: Fields, sources: dict[str, str]) -> Ingredient:
    codes = tuple(_code(one, sources) for one in fields.each("codes", required=False))
    ingredient = Ingredient(fields.text("id"), fields.texts("names"), fields.word("class", CLASSES), codes)
    _cited(fields, sources)
    fields.done()
    return ingredient


def _code(fields: Fields, sources: dict[str, str]) -> Code:
    code = Code(fields.word("system", SYSTEMS), fields.text("code"), fields.truth("verified"), _cited(fields, sources))
    _says_whether_it_was_read(fields)
    fields.done()
    return code


def _product(fields: Fields, known: _Known) -> Product:
    name, unit = fields.text("name"), fields.word("unit", UNITS)
    wear_hours = _amount(fields, "wear_hours", required=False)
    rates = _amounts(fields, "rate", known)
    components, classes = _contents(fields, known, unit, rates, wear_hours)
    product = Product(
        id=fields.text("id"),
        name=name,
        unit=unit,
        components=components,
        classes=classes,
        counts=fields.word("counts", (PAINKILLER, OTHER)),
        legal=_legal(fields),
        limit=_limit(fields.fields("limit"), known),
        wear_hours=wear_hours,
        verified=fields.truth("verified"),
        also=_also(fields, name, components, known),
        source=_cited(fields, known.sources),
        checked_on=known.checked_on,
        rate=rates[0].mg if rates else None,
    )
    for one in fields.each("other_limits", required=False):
        _limit(one, known)
    _says_whether_it_was_read(fields)
    fields.done()
    return product


def _contents(
    fields: Fields, known: _Known, unit: str, rates: tuple[Component, ...], wear_hours: float | None
) -> tuple[tuple[Component, ...] | None, tuple[str, ...]]:
    """What one unit holds, and of which classes that is."""
    if sum(fields.has(name) for name in CONTENTS) != 1:
        fields.problems.add(fields.place, words.ONE_CONTENTS)
    in_one_ml = tuple(one._replace(mg=round(one.mg / 5, 6)) for one in _amounts(fields, "in_5_ml", known))
    in_patch = tuple(one._replace(mg=round(one.mg * (wear_hours or 0) / MCG_IN_MG, 6)) for one in rates)
    components = _amounts(fields, "components", known) or in_one_ml or in_patch
    if rates and (unit != "patch" or wear_hours is None):
        fields.problem("rate", words.PATCH_IS_WORN)
    if in_one_ml and unit != "ml":
        fields.problem("in_5_ml", words.LIQUID_IN_ML)
    if fields.has("contents"):
        counted = fields.word("contents", (UNKNOWN, NOT_COUNTED))
        return (None if counted == UNKNOWN else ()), (fields.word("class", CLASSES),)
    kinds = {one.names[0]: one.kind for one in known.ingredients.values() if one.names}
    return components, tuple(kinds[one.ingredient] for one in components)


def _amounts(fields: Fields, name: str, known: _Known) -> tuple[Component, ...]:
    """Ingredients with their numbers; an ingredient nobody knows is left out and told."""
    if not (listed := fields.fields(name)):
        return ()
    found: list[Component] = []
    for one in listed.names():
        ingredient = known.ingredients.get(one)
        if ingredient is None:
            listed.problems.add(listed.node.keys[one], words.NO_INGREDIENT.format(id=one, near=near(one, known.ingredients)))
        elif ingredient.names:
            found.append(Component(ingredient.names[0], _amount(listed, one) or 1))
    if not listed.names():
        fields.problem(name, words.NO_AMOUNTS.format(name=name))
    return tuple(found)


def _amount(fields: Fields, name: str, *, required: bool = True) -> float | None:
    """A number above 0, with or without a decimal point."""
    said = fields.text(name, required=required)
    if not said:
        return None
    if _NUMBER.fullmatch(said) and 0 < float(said) <= MOST:
        return float(said)
    fields.problem(name, words.NOT_AMOUNT.format(name=name, most=MOST))
    return None


def _legal(fields: Fields) -> dict[str, str]:
    """How it is sold in each country; unknown where that was read nowhere."""
    read, unread = _by_country(fields, "legal"), _by_country(fields, "legal_unverified")
    for country in read.keys() & unread.keys():
        fields.problem("legal_unverified", words.SAME_COUNTRY.format(country=country))
    return {**dict.fromkeys(unread, SOURCES[2]), **read}


def _by_country(fields: Fields, name: str) -> dict[str, str]:
    if not (listed := fields.fields(name)):
        return {}
    for country in listed.names():
        if not _COUNTRY.fullmatch(country):
            listed.problems.add(listed.node.keys[country], words.NOT_A_COUNTRY)
    return {country: listed.word(country, BOUGHT) for country in listed.names()}


def _limit(fields: Fields | None, known: _Known) -> Limit | None:
    if fields is None:
        return None
    if not (fields.has("units") or fields.has("gap_hours")):
        fields.problems.add(fields.place, words.SAYS_NOTHING)
    limit = Limit(
        units=_amount(fields, "units", required=False),
        gap_hours=_amount(fields, "gap_hours", required=False),
        verified=fields.truth("verified"),
        source=_cited(fields, known.sources),
        checked_on=known.checked_on,
    )
    _says_whether_it_was_read(fields)
    fields.done()
    return limit


def _also(fields: Fields, name: str, components: tuple[Component, ...] | None, known: _Known) -> tuple[str, ...]:
    """The other names of a product, and its own with the other names of its ingredients: acetaminophen 500 mg."""
    written = fields.texts("also", required=False)
    for number, one in enumerate(written):
        if one in (name, *written[:number]):
            fields.problem("also", words.ALSO_ITS_NAME.format(name=one))
    first = {one.names[0]: one.names[1:] for one in known.ingredients.values() if one.names}
    others = ((one.ingredient, other) for one in components or () for other in first.get(one.ingredient, ()))
    added = (said.replace(ingredient, other) for ingredient, other in others for said in (name, *written) if ingredient in said)
    return tuple(dict.fromkeys((*written, *added)))


def _cited(fields: Fields, sources: dict[str, str]) -> str:
    """The sources a fact comes from, as they are cited; the file gives their keys, with commas between."""
    keys = [key.strip() for key in fields.text("source").split(",")]
    for key in keys:
        if key and key not in sources:
            fields.problem("source", words.NO_SOURCE.format(key=key, near=near(key, sources)))
    return "; ".join(sources.get(key, key) for key in keys)


def _says_whether_it_was_read(fields: Fields) -> None:
    """What was read in a text is verified, and what is general knowledge is not."""
    verified = fields.truth("verified")
    if (GENERAL in fields.text("source", required=False)) == verified:
        fields.problem("verified", words.SAYS_VERIFIED if verified else words.SAYS_UNVERIFIED)


def _date(fields: Fields, name: str) -> str:
    said = fields.text(name)
    try:
        return date.fromisoformat(said).isoformat() if said else ""
    except ValueError:
        fields.problem(name, words.NOT_A_DATE.format(name=name))
        return said


def _alone(listed: list[Fields], name: str, told: str) -> None:
    """No two of these have the same text in this field."""
    seen: dict[str, Place] = {}
    for one in listed:
        said = one.text(name, required=False)
        if said and said in seen:
            one.problem(name, told.format(**{name: said}, line=seen[said].line))
        seen.setdefault(said, one.place_of(name))
