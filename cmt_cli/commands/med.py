"""`cmt med`: painkillers taken. The dose is kept first, whatever follows."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from cmt_cli.base.faults import Fault, UsageFault
from cmt_cli.base.medicine import PAINKILLER, REASONS, SOURCES, Dose, Medicine, Product
from cmt_cli.base.times import parse_day, spoken, spoken_day
from cmt_cli.base.words import desk as desk_words
from cmt_cli.base.words import med as words
from cmt_cli.base.words import times as times_words
from cmt_cli.commands import desk
from cmt_cli.commands.contents import asked_once, number_of, shown_name
from cmt_cli.commands.desk import output
from cmt_cli.commands.naming import UNIT, medicine_called, medicine_values, own_medicine
from cmt_cli.commands.noticing import Notice, notices_for, quiet_notices
from cmt_cli.commands.writing import as_text
from cmt_cli.env import Env
from cmt_cli.exchange.values import dose_values
from cmt_cli.store import drafts, medicines
from cmt_cli.store.file import opened_if_there, writing

MOST_UNITS = 100_000


class Given(NamedTuple):
    """What was given of a dose with the command."""

    units: str | None = None
    at: str | None = None
    reason: str | None = None
    reason_words: str | None = None
    pain: int | None = None
    urge: int | None = None
    source: str | None = None


def add(env: Env, names: Sequence[str], given: Given, as_json: bool) -> None:
    """Log a dose of a medicine, known or new."""
    with drafts.keeping(env.home, [given.reason_words], env.now()) as unstored:
        given = _checked(given)
        moment = env.when(given.at)
        with desk.recording(env, "med add") as connection:
            medicine = medicine_called(env, connection, as_text(" ".join(names)))
            dose, notices = log(env, connection, medicine, units_of(given.units, medicine), moment, given)
            unstored.clear()
            _answer(env, dose, words.KEPT, notices, as_json)
            if env.interactive and not as_json:
                medicine = asked_once(env, connection, medicine)
                _as_the_pack_says(env, connection, dose, medicine)


def log(
    env: Env,
    connection: sqlite3.Connection,
    medicine: Medicine,
    units: float,
    moment: datetime,
    given: Given,
    after_pause: int | None = None,
) -> tuple[Dose, list[Notice]]:
    """Keep a dose, and then see which notices it meets."""
    source = given.source or _usual_source(connection, medicine)
    about = (given.reason, given.reason_words or None, given.pain, given.urge, after_pause, source, medicine.id)
    dose = Dose(0, moment, env.day_of(moment), medicine.product, units, *about)
    with writing(connection):
        dose = medicines.add(connection, dose)
    with writing(connection):
        notices = notices_for(env, connection, dose) + quiet_notices(env, connection)
    return dose, notices


def none(env: Env, on: str | None, as_json: bool) -> None:
    """A day without painkillers is not the same as a day that was not logged."""
    day = parse_day(on, env.now(), env.settings.day_start) if on else env.today()
    if day > env.today():
        raise UsageFault(times_words.IN_THE_FUTURE.format(read=spoken_day(day)))
    with desk.recording(env, "med none") as connection:
        with writing(connection):
            medicines.none_on(connection, env.now(), day)
        beside = any(dose.product.counts == PAINKILLER for dose in medicines.doses(connection, day, day))
    if as_json:
        output(env).json({"day": str(day), "taken": False})
    else:
        output(env).say((words.NONE_BESIDE if beside else words.NONE_KEPT).format(day=spoken_day(day)))


def listed(env: Env, since: str | None, until: str | None, limit: int, as_json: bool) -> None:
    """Show doses, newest first."""
    days = [parse_day(text, env.now(), env.settings.day_start) if text else None for text in (since, until)]
    with opened_if_there(env.home) as connection:
        found = medicines.doses(connection, days[0], days[1], limit) if connection else []
    out = output(env)
    if as_json:
        out.json({"doses": [dose_values(one) for one in found]})
        return
    if not found and env.stdout_is_terminal:
        out.remark(words.NONE_YET)
        return
    from cmt_cli.screen.tables import show_records

    rows, records = [_row(env, one) for one in found], [list(dose_values(one).values()) for one in found]
    show_records(out, words.COLUMNS, rows, records, words_from=len(words.COLUMNS) - 1)


def edit(env: Env, number: int, given: Given, as_json: bool) -> None:
    """Change what is given of a dose, and leave the rest."""
    with drafts.keeping(env.home, [given.reason_words], env.now()) as unstored:
        if given == Given():
            raise UsageFault(words.NOTHING_TO_CHANGE)
        given = _checked(given)
        with desk.recording(env, "med edit") as connection:
            dose = _changed(env, found(medicines.find_dose(connection, number), number), given)
            with writing(connection):
                medicines.change_dose(connection, dose)
            unstored.clear()
            with writing(connection):
                notices = notices_for(env, connection, dose)
    _answer(env, dose, words.CHANGED, notices, as_json)


def delete(env: Env, number: int, forever: bool, everywhere: bool, yes: bool, as_json: bool) -> None:
    """Delete one dose, after asking; `forever` so that it is nowhere in the folder."""
    if forever:
        from cmt_cli.commands.forgetting import forget

        forget(env, "doses", number, everywhere, yes, as_json)
        return
    with desk.recording(env, "med delete") as connection:
        dose = found(medicines.find_dose(connection, number), number)
        if not yes and not desk.agreed(env, words.DELETE.format(number=number, when=spoken(dose.at))):
            output(env).say(desk_words.NOTHING_DELETED)
            return
        with writing(connection):
            medicines.delete_dose(connection, number)
    _answer(env, dose, words.DELETED, [], as_json)


def usual(env: Env, names: Sequence[str], set_to: str | None, as_json: bool) -> None:
    """Log the usual dose now in one step, or set it and log nothing."""
    typed = as_text(" ".join(names))
    if set_to is not None:
        _set_usual(env, typed, units_of(set_to, None, "--set"), as_json)
        return
    with desk.recording(env, "med usual") as connection:
        medicine = _with_usual(env, connection, typed)
        dose, notices = log(env, connection, medicine, units_of(None, medicine), env.now(), Given())
        _answer(env, dose, words.KEPT, notices, as_json)


def units_of(said: str | None, medicine: Medicine | None, flag: str = "--units") -> float:
    """A count of units above 0: the one given, else the usual one, else 1. Raises UsageFault."""
    if said is None:
        return (medicine.usual if medicine else None) or 1.0
    units = number_of(said) or 0.0
    if not 0 < units <= MOST_UNITS:
        raise UsageFault(words.BAD_UNITS.format(flag=flag))
    return units


def found(dose: Dose | None, number: int) -> Dose:
    if dose is None:
        raise Fault(desk_words.NOT_FOUND.format(kind=words.KIND, number=number, command="med"))
    return dose


def counted(product: Product, units: float) -> str:
    """So many of its units: `2 tablets`, `0.5 tablet`, `5 ml`."""
    said = f"{units:.10g}"
    if product.unit == UNIT:
        return said
    many = product.unit if units <= 1 else words.PLURALS.get(product.unit, f"{product.unit}s")
    return words.COUNT.format(units=said, unit=many)


def tell_dose(env: Env, dose: Dose, notices: Sequence[Notice], said: str = words.KEPT) -> None:
    """That a dose is kept, and what it meets; after many tablets the help lines come first."""
    if notices and notices[0].rule == "R11":
        tell(env, notices[:1])
        notices = notices[1:]
    amount = words.AMOUNT.format(count=counted(dose.product, dose.units), name=shown_name(env, dose.product))
    output(env).say(said.format(number=dose.id, amount=amount, when=spoken(dose.at)))
    tell(env, notices)


def tell(env: Env, notices: Sequence[Notice]) -> None:
    """Each notice, calmly: what it is, and one next step."""
    for notice in notices:
        output(env).say(notice.text)
        output(env).say(notice.next)


def notice_values(notices: Sequence[Notice]) -> list[dict[str, object]]:
    return [{"rule": one.rule, "text": one.text, "next": one.next, "source": one.source} for one in notices]


def _set_usual(env: Env, typed: str, units: float, as_json: bool) -> None:
    if not typed.strip():
        raise UsageFault(words.SET_NEEDS_NAME)
    with desk.recording(env, "med usual") as connection:
        medicine = medicine_called(env, connection, typed)._replace(usual=units)
        with writing(connection):
            medicines.change(connection, medicine)
    if as_json:
        output(env).json({"medicines": [medicine_values(medicine)]})
    else:
        said = words.USUAL_SET.format(name=shown_name(env, medicine.product), amount=counted(medicine.product, units))
        output(env).say(said)


def _with_usual(env: Env, connection: sqlite3.Connection, typed: str) -> Medicine:
    """The medicine whose usual dose is meant. Raises Fault or UsageFault."""
    if typed:
        medicine = own_medicine(env, connection, typed)
        if medicine.usual is None:
            raise Fault(words.NO_USUAL)
        return medicine
    ready = [one for one in medicines.all_of(connection) if one.usual is not None]
    if not ready:
        raise Fault(words.NONE_USUAL)
    if len(ready) > 1:
        these = "" if env.settings.hide_names else words.THESE.format(names=", ".join(one.product.name for one in ready))
        raise UsageFault(words.WHICH_USUAL.format(names=these))
    return ready[0]


def _as_the_pack_says(env: Env, connection: sqlite3.Connection, dose: Dose, medicine: Medicine) -> None:
    """The dose that was kept before the pack was looked at holds what the pack says too, and may meet other notices."""
    if medicine.product.components == dose.product.components:
        return
    dose = dose._replace(product=medicine.product)
    with writing(connection):
        medicines.change_dose(connection, dose)
    with writing(connection):
        notices = notices_for(env, connection, dose)
    tell(env, notices)


def _changed(env: Env, dose: Dose, given: Given) -> Dose:
    """A dose with what was given in the place of what was there; empty words for none."""
    changes = {name: value for name, value in given._asdict().items() if value is not None and name not in ("units", "at")}
    dose = dose._replace(**changes)
    if given.reason_words is not None:
        dose = dose._replace(reason_words=given.reason_words or None)
    if given.units is not None:
        dose = dose._replace(units=units_of(given.units, None))
    if given.at is not None:
        moment = env.when(given.at)
        dose = dose._replace(at=moment, day=env.day_of(moment))
    return dose


def _usual_source(connection: sqlite3.Connection, medicine: Medicine) -> str:
    """Where the last dose of it came from."""
    last = medicines.latest_of(connection, medicine.product.name)
    return last.source if last else "unknown"


def _checked(given: Given) -> Given:
    """What was given, its words without the space around them. Raises UsageFault for a count, reason or source that is none."""
    if given.units is not None:
        units_of(given.units, None)
    if given.reason is not None and given.reason not in REASONS:
        raise UsageFault(words.BAD_REASON.format(known=", ".join(REASONS)))
    if given.source is not None and given.source not in SOURCES:
        raise UsageFault(words.BAD_SOURCE)
    return given if given.reason_words is None else given._replace(reason_words=as_text(given.reason_words).strip())


def _row(env: Env, dose: Dose) -> list[object]:
    source = None if dose.source == "unknown" else dose.source.replace("_", " ")
    reason = dose.reason.replace("_", " ") if dose.reason else None
    about = [f"{dose.at:%Y-%m-%d %H:%M}", shown_name(env, dose.product), counted(dose.product, dose.units)]
    return [dose.id, *about, reason, dose.pain, dose.urge, source, dose.reason_words]


def _answer(env: Env, dose: Dose, said: str, notices: Sequence[Notice], as_json: bool) -> None:
    if as_json:
        output(env).json({"dose": dose_values(dose), "notices": notice_values(notices)})
    else:
        tell_dose(env, dose, notices, said)
