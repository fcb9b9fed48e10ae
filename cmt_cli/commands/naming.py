"""A person's own medicines: found by forgiving names, and kept with what they hold."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

from cmt_cli.base.faults import Fault, UsageFault
from cmt_cli.base.medicine import PAINKILLER, UNITS, Medicine, Product
from cmt_cli.base.times import spoken_day
from cmt_cli.base.words import med as words
from cmt_cli.clinical.catalogue import MOST_CHOICES, find
from cmt_cli.commands import desk
from cmt_cli.commands.contents import KINDS, contents_of, contents_said, shown_name, with_contents
from cmt_cli.commands.desk import output
from cmt_cli.commands.noticing import SET_ASIDE, notices_now
from cmt_cli.commands.writing import as_text
from cmt_cli.env import Env
from cmt_cli.store import medicines
from cmt_cli.store.file import opened_if_there, writing

LONGEST_NAME = 80
UNIT = "unit"
MOST_PRESSING = ("R11", "R1")


class Naming(NamedTuple):
    """What was given of a medicine with `med names`."""

    add: str | None = None
    contains: str | None = None
    unit: str | None = None
    kind: str | None = None


def medicine_called(env: Env, connection: sqlite3.Connection, typed: str) -> Medicine:
    """The person's medicine of that name; else one from the catalogue, or one with contents unknown, kept as theirs from now on.

    Raises UsageFault for a name that could be several, with the choices.
    """
    medicine, near = _identified(env, connection, typed)
    if medicine.id:
        return medicine
    if not medicine.product.id:
        output(env).remark(words.UNKNOWN.format(near=words.NEAR.format(name=near) if near else ""))
    with writing(connection):  # looked for once more, because another cmt may have kept it in between
        kept = _among(medicines.all_of(connection), medicine.product.name)
        return kept or medicines.keep(connection, medicine.product, None, env.now(), env.today())


def own_medicine(env: Env, connection: sqlite3.Connection, typed: str) -> Medicine:
    """The person's medicine of that name. Raises UsageFault for a name that could be several of theirs, and Fault for none."""
    own = medicines.all_of(connection)
    if medicine := _among(own, checked_name(typed)):
        return medicine
    found = find([one.product for one in own], typed, env.settings.country)
    if found.match:
        return next(one for one in own if one.product == found.match)
    if found.choices:
        raise UsageFault(_which(found.choices))
    raise Fault(words.NOT_YOURS)


def names(env: Env, given: Naming, as_json: bool) -> None:
    """Show the person's medicines, or keep one with what its pack says."""
    if given != Naming():
        _name(env, given, as_json)
        return
    with opened_if_there(env.home) as connection:
        own = medicines.all_of(connection) if connection else []
    out = output(env)
    if as_json:
        out.json({"medicines": [medicine_values(one) for one in own]})
        return
    if not own and env.stdout_is_terminal:
        out.remark(words.NO_MEDICINES)
        return
    from cmt_cli.screen.tables import show_records

    records = [list(medicine_values(one).values()) for one in own]
    show_records(out, words.NAME_COLUMNS, [_row(env, one) for one in own], records)


def notices(env: Env, rule: str | None, typed: Sequence[str], as_json: bool) -> None:
    """Show what is met now, or set a notice aside for half a year."""
    if rule is None:
        _show_notices(env, typed, as_json)
        return
    rule = rule.upper()
    if rule not in SET_ASIDE:
        raise UsageFault(words.CANNOT_SET_ASIDE.format(rule=as_text(rule)))
    if not typed:
        raise UsageFault(words.NEEDS_NAME)
    until = medicines.half_a_year_after(env.today())
    with desk.recording(env, "med notices") as connection:
        about = sorted(_all_called(env, connection, [as_text(one) for one in typed]))
        with writing(connection):
            medicines.set_aside(connection, rule, " + ".join(about), until, env.now(), env.today())
    if as_json:
        output(env).json({"set_aside": {"rule": rule, "about": about, "until": str(until)}})
    else:
        output(env).say(words.SET_ASIDE.format(rule=rule, names=shown_names(env, about), day=spoken_day(until)))


def medicine_values(medicine: Medicine) -> dict[str, object]:
    """One medicine; components are for one unit."""
    product = medicine.product
    components = None if product.components is None else [one._asdict() for one in product.components]
    about = {"id": medicine.id, "name": product.name, "unit": product.unit, "components": components}
    return {**about, "counts": product.counts, "verified": product.verified, "kind": medicine.kind, "usual": medicine.usual}


def shown_names(env: Env, names: Sequence[str]) -> str:
    """Names of medicines, unless they are hidden on screen."""
    return (words.A_MEDICINE if len(names) == 1 else words.MEDICINES) if env.settings.hide_names else words.AND.join(names)


def checked_name(typed: str) -> str:
    """A name on one line, with a letter in it. Raises UsageFault."""
    name = typed.strip()
    if len(name) > LONGEST_NAME or not name.isprintable() or not any(map(str.isalpha, name)):
        raise UsageFault(words.BAD_NAME)
    return name


def checked_kind(kind: str | None) -> None:
    if kind not in (None, *KINDS):
        raise UsageFault(words.BAD_KIND)


def _identified(env: Env, connection: sqlite3.Connection, typed: str) -> tuple[Medicine, str]:
    """The person's medicine of that name, else one without a number, which is not kept yet; and the known name nearest to one unknown."""
    name, own = checked_name(typed), medicines.all_of(connection)
    if medicine := _among(own, name):
        return medicine, ""
    theirs = find([one.product for one in own], name, env.settings.country)
    if theirs.match:
        return next(one for one in own if one.product == theirs.match), ""
    from cmt_cli.commands.catalogue import catalogue

    found = find(catalogue(env), name, env.settings.country)
    if found.match:
        return _among(own, found.match.name) or Medicine(0, found.match), ""
    if choices := {one.name: one for one in (*theirs.choices, *found.choices)}:
        raise UsageFault(_which(list(choices.values())[:MOST_CHOICES]))
    return Medicine(0, Product(None, name, UNIT, None, (), PAINKILLER, {})), found.near


def _all_called(env: Env, connection: sqlite3.Connection, typed: Sequence[str]) -> set[str]:
    """The medicines that are meant: the words as one name, else each as a name of its own."""
    try:
        return {own_medicine(env, connection, " ".join(typed)).product.name}
    except Fault:
        return {own_medicine(env, connection, one).product.name for one in typed}


def _name(env: Env, given: Naming, as_json: bool) -> None:
    if given.add is None:
        raise UsageFault(words.NEEDS_ADD)
    if given.unit not in (None, *UNITS):
        raise UsageFault(words.BAD_UNIT.format(known=", ".join(UNITS)))
    checked_kind(given.kind)
    with desk.recording(env, "med names") as connection:
        name = checked_name(as_text(given.add))
        if given.contains is None:
            medicine, _ = _identified(env, connection, name)
        else:
            own = _among(medicines.all_of(connection), name)
            medicine = own or Medicine(0, Product(None, name, UNIT, None, (), PAINKILLER, {}))
        medicine = medicine._replace(product=_as_given(env, medicine.product, given), kind=given.kind or medicine.kind)
        with writing(connection):
            if not medicine.id:
                medicine = medicine._replace(id=medicines.keep(connection, medicine.product, None, env.now(), env.today()).id)
            medicines.change(connection, medicine)
    if as_json:
        output(env).json({"medicines": [medicine_values(medicine)]})
    else:
        said = words.NAMED.format(name=shown_name(env, medicine.product), contents=_contents(env, medicine.product))
        output(env).say(said)


def _as_given(env: Env, product: Product, given: Naming) -> Product:
    """A product with the unit and the contents that were given. Raises UsageFault."""
    unit = given.unit or product.unit
    if given.contains is None:
        if unit != product.unit and product.components is not None:
            raise UsageFault(words.UNIT_NEEDS_CONTENTS)
        return product._replace(unit=unit)
    components = contents_of(as_text(given.contains), unit)
    if components is None:
        raise UsageFault(words.BAD_CONTENTS)
    return with_contents(env, product._replace(unit=unit), components)


def _among(own: Sequence[Medicine], name: str) -> Medicine | None:
    return next((one for one in own if one.product.name.casefold() == name.casefold()), None)


def _which(choices: Sequence[Product]) -> str:
    return words.WHICH.format(choices=", ".join(one.name for one in choices))


def _contents(env: Env, product: Product) -> str:
    """What it holds; where names are hidden on screen, that would tell which it is."""
    return words.HIDDEN_CONTENTS if env.settings.hide_names and product.components else contents_said(product)


def _row(env: Env, medicine: Medicine) -> list[object]:
    kind = words.BY_KIND[medicine.kind] if medicine.kind else None
    usual = f"{medicine.usual:g}" if medicine.usual else None
    product = medicine.product
    return [medicine.id, shown_name(env, product), product.unit, _contents(env, product), kind, usual]


def _show_notices(env: Env, typed: Sequence[str], as_json: bool) -> None:
    from cmt_cli.commands.med import notice_values, tell

    if typed:
        raise UsageFault(words.NEEDS_RULE)
    with opened_if_there(env.home) as connection:
        found = notices_now(env, connection) if connection else []
    found.sort(key=lambda one: MOST_PRESSING.index(one.rule) if one.rule in MOST_PRESSING else len(MOST_PRESSING))
    if as_json:
        output(env).json({"notices": notice_values(found)})
        return
    tell(env, found)
    if not found:
        output(env).say(words.NO_NOTICES)
    output(env).say(words.FEW_RULES)
