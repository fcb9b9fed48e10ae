"""A person's medicines, what was taken of them, days without, directions, and which notices were shown."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from functools import lru_cache

from cmt_cli.base.medicine import Component, Direction, Dose, Limit, Medicine, Product
from cmt_cli.base.times import iso

NEWEST = "ORDER BY julianday(at) DESC, id DESC"


# Medicines


def keep(connection: sqlite3.Connection, product: Product, kind: str | None, at: datetime, day: date) -> Medicine:
    """Keep a medicine as this person's own."""
    cursor = connection.execute(
        "INSERT INTO medicines (at, day, name, product, kind) VALUES (?, ?, ?, ?, ?)",
        (iso(at), str(day), product.name, product_text(product), kind),
    )
    return Medicine(cursor.lastrowid or 0, product, kind)


def change(connection: sqlite3.Connection, medicine: Medicine) -> None:
    """Put a medicine in the place of the one with its number."""
    connection.execute(
        "UPDATE medicines SET name = ?, product = ?, kind = ?, usual = ? WHERE id = ?",
        (medicine.product.name, product_text(medicine.product), medicine.kind, medicine.usual, medicine.id),
    )


def all_of(connection: sqlite3.Connection) -> list[Medicine]:
    """Every medicine of this person, in the order they came."""
    rows = connection.execute("SELECT * FROM medicines ORDER BY id")
    return [Medicine(row["id"], product_of(row["product"]), row["kind"], row["usual"]) for row in rows]


# Doses


def add(connection: sqlite3.Connection, dose: Dose) -> Dose:
    """Keep a dose; it comes back with its number."""
    cursor = connection.execute(
        """INSERT INTO doses (at, day, medicine, product, units, reason, reason_words, pain, urge, after_pause, source, medicine_id)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        _row(dose),
    )
    return dose._replace(id=cursor.lastrowid or 0)


def change_dose(connection: sqlite3.Connection, dose: Dose) -> None:
    """Put a dose in the place of the one with its number."""
    connection.execute(
        """UPDATE doses SET at = ?, day = ?, medicine = ?, product = ?, units = ?, reason = ?, reason_words = ?, pain = ?, urge = ?,
        after_pause = ?, source = ?, medicine_id = ? WHERE id = ?""",
        (*_row(dose), dose.id),
    )


def delete_dose(connection: sqlite3.Connection, number: int) -> None:
    connection.execute("DELETE FROM doses WHERE id = ?", (number,))


def find_dose(connection: sqlite3.Connection, number: int) -> Dose | None:
    row = connection.execute("SELECT * FROM doses WHERE id = ?", (number,)).fetchone()
    return _dose(row) if row else None


def doses(connection: sqlite3.Connection, since: date | None = None, until: date | None = None, limit: int = -1) -> list[Dose]:
    """Doses of the local days from `since` to `until`, newest first; all of them without a limit."""
    rows = connection.execute(
        f"SELECT * FROM doses WHERE day BETWEEN ? AND ? {NEWEST} LIMIT ?", (str(since or date.min), str(until or date.max), limit)
    )
    return [_dose(row) for row in rows]


def since_moment(connection: sqlite3.Connection, moment: datetime) -> list[Dose]:
    """Doses taken after a moment, newest first."""
    rows = connection.execute(f"SELECT * FROM doses WHERE julianday(at) > julianday(?) {NEWEST}", (iso(moment),))
    return [_dose(row) for row in rows]


def latest_of(connection: sqlite3.Connection, name: str) -> Dose | None:
    """The dose of a medicine that was taken last."""
    row = connection.execute(f"SELECT * FROM doses WHERE medicine = ? {NEWEST} LIMIT 1", (name,)).fetchone()
    return _dose(row) if row else None


def products_beside(connection: sqlite3.Connection, number: int) -> list[Product]:
    """Every product in the log but for one dose."""
    return [product_of(row[0]) for row in connection.execute("SELECT DISTINCT product FROM doses WHERE id != ?", (number,))]


def none_on(connection: sqlite3.Connection, at: datetime, day: date) -> None:
    """A day without painkillers, kept once."""
    if connection.execute("SELECT 1 FROM nones WHERE day = ?", (str(day),)).fetchone() is None:
        connection.execute("INSERT INTO nones (at, day) VALUES (?, ?)", (iso(at), str(day)))


# Directions


def direct(connection: sqlite3.Connection, direction: Direction, at: datetime, day: date) -> None:
    """What the label or prescriber says of a medicine, from this day on."""
    connection.execute(
        "INSERT INTO directions (at, day, medicine, text, units, times_a_day, days, kind) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (iso(at), str(day), direction.medicine, direction.text, direction.units, direction.times_a_day, direction.days, direction.kind),
    )


def directions(connection: sqlite3.Connection) -> list[Direction]:
    """Every direction there was, oldest first."""
    rows = connection.execute("SELECT medicine, text, units, times_a_day, days, day, kind FROM directions ORDER BY id")
    return [
        Direction(row["medicine"], row["text"], row["units"], row["times_a_day"], row["days"], date.fromisoformat(row["day"]), row["kind"])
        for row in rows
    ]


# Notices


def shown_since(connection: sqlite3.Connection, rule: str, about: str | None, day: date) -> bool:
    """True when a notice about these medicines, or without them about any, was shown on that day or later."""
    row = connection.execute(
        "SELECT 1 FROM notices WHERE rule = ? AND about = coalesce(?, about) AND day >= ? LIMIT 1", (rule, about, str(day))
    ).fetchone()
    return row is not None


def show(connection: sqlite3.Connection, rule: str, about: str, at: datetime, day: date) -> None:
    connection.execute("INSERT INTO notices (at, day, rule, about) VALUES (?, ?, ?, ?)", (iso(at), str(day), rule, about))


def set_aside(connection: sqlite3.Connection, rule: str, about: str, until: date, at: datetime, day: date) -> None:
    """Let a notice about these medicines rest until a day."""
    values = (iso(at), str(day), rule, about, str(until))
    connection.execute("INSERT INTO set_aside (at, day, rule, about, until) VALUES (?, ?, ?, ?, ?)", values)


def is_set_aside(connection: sqlite3.Connection, rule: str, about: Iterable[str], day: date) -> bool:
    """True when a rule rests for one of these names today."""
    names = list(about)
    marks = ", ".join("?" * len(names))
    row = connection.execute(
        f"SELECT 1 FROM set_aside WHERE rule = ? AND until > ? AND about IN ({marks}) LIMIT 1", (rule, str(day), *names)
    ).fetchone()
    return row is not None


def any_set_aside(connection: sqlite3.Connection, day: date) -> bool:
    return connection.execute("SELECT 1 FROM set_aside WHERE until > ? LIMIT 1", (str(day),)).fetchone() is not None


def end_set_asides(connection: sqlite3.Connection, day: date) -> None:
    """What was set aside counts again from this day."""
    connection.execute("UPDATE set_aside SET until = ? WHERE until > ?", (str(day), str(day)))


def half_a_year_after(day: date) -> date:
    return day + timedelta(days=183)


# Rows


def product_text(product: Product) -> str:
    """A product as it is stored."""
    components = None if product.components is None else [list(one) for one in product.components]
    limit = list(product.limit) if product.limit else None
    return json.dumps({**product._asdict(), "components": components, "limit": limit}, ensure_ascii=False)


@lru_cache(maxsize=256)
def product_of(text: str) -> Product:
    """A product from how it is stored. A log of months holds few of them, each many times."""
    values = json.loads(text)
    components = None if values["components"] is None else tuple(Component(*one) for one in values["components"])
    limit = Limit(*values["limit"]) if values["limit"] else None
    lists = {name: tuple(values[name]) for name in ("classes", "also")}
    return Product(**{**values, **lists, "components": components, "limit": limit})


def _row(dose: Dose) -> tuple[object, ...]:
    product = product_text(dose.product)
    about = (dose.reason, dose.reason_words, dose.pain, dose.urge, dose.after_pause, dose.source, dose.medicine_id)
    return (iso(dose.at), str(dose.day), dose.product.name, product, dose.units, *about)


def _dose(row: sqlite3.Row) -> Dose:
    at, day = datetime.fromisoformat(row["at"]), date.fromisoformat(row["day"])
    about = (row["reason"], row["reason_words"], row["pain"], row["urge"], row["after_pause"], row["source"], row["medicine_id"])
    return Dose(row["id"], at, day, product_of(row["product"]), row["units"], *about)
