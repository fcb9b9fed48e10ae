"""What a new dose meets: a few published rules, as pure functions over the doses in the log. What they say is in content/notices.yaml.

Rules are named as in docs/safety.md. A window of 24 hours is (t - 24 h, t] in elapsed time, and ends with a dose of what it adds up. No
notice is computed from a limit that was not read in a source. Numbers that are cmt's own choice are marked so here and in the data.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from math import ceil, fsum
from typing import NamedTuple

from cmt_cli.base.medicine import OPIOIDS, PAINKILLER, SEDATING, Dose, Product

DAY = timedelta(hours=24)
PARACETAMOL = "paracetamol"
PARACETAMOL_24H = 4000.0
ADVICE_FOR = timedelta(hours=72)  # cmt's own choice
ONE_DOSE = timedelta(minutes=20)  # cmt's own choice
DAYS_ON_THE_PACK = 3
DAILY_USE = 14  # cmt's own choice
NO_ENTRY = timedelta(hours=48)  # cmt's own choice
MANY_UNITS = 10  # cmt's own choice
MANY_MG = 5000.0  # cmt's own choice
WINDOWS, WINDOW_DAYS, SIMPLE_DAYS, OTHER_DAYS = 3, 30, 15, 10
PACK_OPIOIDS = {"codeine", "dihydrocodeine"}
PAINKILLING = ("simple", "nsaid", *OPIOIDS, "triptan")
DAILY = (*OPIOIDS, "gabapentinoid")
NOT_ORAL = ("patch", "injection", "suppository")


class Finding(NamedTuple):
    """A rule that is met: which medicines it is about, the doses that make it, and the values its words need."""

    rule: str
    about: tuple[str, ...]
    doses: tuple[int, ...]
    values: Mapping[str, str | float | date]


class World(NamedTuple):
    """What the rules may know beside the doses. `own_limit` is a lower paracetamol limit in mg that a clinician gave."""

    now: datetime
    today: date
    country: str | None
    own_limit: float | None = None


def met_by(new: Dose, log: Sequence[Dose], world: World) -> list[Finding]:
    """Every rule that a new dose meets, the most pressing first. `log` holds the other doses, in any order."""
    new = _elapsed(new)
    every = sorted([*map(_elapsed, log), new], key=_when)
    found = [many_at_once(new), paracetamol(new, every, world), *opioid_and_sedative(new, every, world), too_soon(new, every, world)]
    found += [*anti_inflammatories(new, every, world), pack_days(new, every, world), headache_days(new, every, world)]
    return [one for one in found if one]


def many_at_once(new: Dose) -> Finding | None:
    """R11: a single entry of many tablets, or of much paracetamol."""
    tablets = new.units if new.product.unit in ("tablet", "capsule") else 0
    if tablets > MANY_UNITS or _sum([new], PARACETAMOL) >= MANY_MG:
        return Finding("R11", (new.product.name,), (new.id,), {})
    return None


def paracetamol(new: Dose, every: Sequence[Dose], world: World) -> Finding | None:
    """R1: more than the usual adult limit in some 24 hours that hold the new dose, or than the lower limit a clinician gave.

    Every product with paracetamol in it counts, whatever it is for.
    """
    if not _holds(new, PARACETAMOL):
        return None
    may_hold = [dose for dose in every if dose.components is None or _holds(dose, PARACETAMOL)]
    windows = _windows_with(new, may_hold)
    own = world.own_limit or PARACETAMOL_24H
    over = _most_over(PARACETAMOL_24H, [one for one in windows if one[-1].at > world.now - ADVICE_FOR])
    over_own = over or _most_over(own, [one for one in windows if one[-1].at > world.now - DAY])
    if not over_own:
        return None
    doses = [dose for dose in over_own if _holds(dose, PARACETAMOL)]
    limit = PARACETAMOL_24H if over else own
    values = {"mg": _sum(doses, PARACETAMOL), "at_least": float(_has_unknown(over_own)), "limit": limit}
    return Finding("R1" if over else "R1-own", _names(doses), tuple(dose.id for dose in doses), values)


def too_soon(new: Dose, every: Sequence[Dose], world: World) -> Finding | None:
    """R3: a dose sooner than its label's gap after one with a painkilling ingredient in common."""
    for earlier, later in _pairs_with(new, every):
        gap, shared = _gap(later.product), _painkillers(earlier) & _painkillers(later)
        if not gap or not shared or later.at <= world.now - DAY or _is_one_dose(earlier, later):
            continue
        if later.at - earlier.at < timedelta(hours=gap):
            return Finding("R3", _names([earlier, later]), (earlier.id, later.id), {"ingredient": min(shared), "gap": gap})
    return None


def pack_days(new: Dose, every: Sequence[Dose], world: World) -> Finding | None:
    """R4: shop-bought codeine or dihydrocodeine on more than three days running."""
    bought = [dose for dose in every if _is_bought(dose, world.country) and _painkillers(dose) & PACK_OPIOIDS]
    if not any(dose is new for dose in bought):
        return None
    days = _run_through(new.day, {dose.day for dose in bought})
    return Finding("R4", (new.product.name,), (new.id,), {"days": float(days)}) if days > DAYS_ON_THE_PACK else None


def headache_days(new: Dose, every: Sequence[Dose], world: World) -> Finding | None:
    """R5: painkillers for headache on many days of each of the three months up to today, as far as the log knows."""
    first = world.today - timedelta(days=WINDOWS * WINDOW_DAYS)
    taken = [dose for dose in every if dose.reason == "headache" and dose.product.counts == PAINKILLER and first < dose.day <= world.today]
    if not any(dose is new for dose in taken):
        return None
    months = [[dose for dose in taken if (world.today - dose.day).days // WINDOW_DAYS == back] for back in range(WINDOWS)]
    if not all(map(_is_overuse, months)):
        return None
    return Finding("R5", (new.product.name,), (new.id,), {"days": float(len({dose.day for dose in months[0]}))})


def anti_inflammatories(new: Dose, every: Sequence[Dose], world: World) -> list[Finding]:
    """R6: two anti-inflammatories by mouth within 24 hours, or more of one than a shop-bought pack's label says."""
    windows = [one for one in _windows_with(new, [dose for dose in every if _nsaids(dose)]) if one[-1].at > world.now - DAY]
    found = [_more_than_one(window) for window in windows]
    found += [_over_its_label(window, new, one, world.country) for window in windows for one in sorted(_nsaids(new))]
    return _distinct(found)


def opioid_and_sedative(new: Dose, every: Sequence[Dose], world: World) -> list[Finding]:
    """R8: an opioid within 24 hours of a sedative, a gabapentinoid or alcohol; one finding for each two medicines."""
    near = [
        (earlier, later)
        for earlier, later in _pairs_with(new, every)
        if later.at > world.now - DAY and later.at - _until(earlier) < DAY and _slow_breathing(earlier, later)
    ]
    return _distinct([Finding("R8", _names(pair), (pair[0].id, pair[1].id), {}) for pair in near])


def gone_quiet(log: Sequence[Dose], now: datetime) -> list[Finding]:
    """R7: an opioid or gabapentinoid logged daily for two weeks, and then nothing for two days."""
    doses = sorted(map(_elapsed, log), key=_when)
    found = []
    for ingredient in sorted({one for dose in doses for one in _of_classes(dose.product, DAILY)}):
        taken = [dose for dose in doses if _holds(dose, ingredient)]
        last = max(taken, key=lambda dose: (_until(dose), dose.id))
        days = {day for dose in taken for day in _days_of(dose)}
        if now - _until(last) >= NO_ENTRY and _run_through(max(days), days) >= DAILY_USE:
            found.append(Finding("R7", (last.product.name,), (last.id,), {"ingredient": ingredient, "since": last.day}))
    return found


def brings_something_new(product: Product, others: Iterable[Product]) -> bool:
    """True when a product holds an opioid or a sedative that none of the others do."""
    known = {one for other in others for one in _makes_drowsy(other)}
    return bool(_makes_drowsy(product) - known)


def _elapsed(dose: Dose) -> Dose:
    """The dose with its moment in one zone, so that every difference is elapsed time, whatever the clock on the wall did."""
    return dose._replace(at=dose.at.astimezone(UTC))


def _when(dose: Dose) -> tuple[datetime, int]:
    return dose.at, dose.id


def _windows_with(new: Dose, every: Sequence[Dose]) -> list[list[Dose]]:
    """Every stretch of 24 hours that ends with one of these doses and holds the new one, when that is one of them."""
    ends = {dose.at for dose in every if new.at <= dose.at < new.at + DAY}
    windows = [[dose for dose in every if end - DAY < dose.at <= end] for end in sorted(ends)]
    return [window for window in windows if any(dose is new for dose in window)]


def _pairs_with(new: Dose, every: Sequence[Dose]) -> list[list[Dose]]:
    """The new dose beside each other one, the earlier first."""
    return [sorted((other, new), key=_when) for other in every if other is not new]


def _most_over(limit: float, windows: Sequence[list[Dose]]) -> list[Dose] | None:
    """The window with the most paracetamol over a limit; of equal ones one with unknown contents in it."""
    over = [window for window in windows if _sum(window, PARACETAMOL) > limit]
    return max(over, key=lambda window: (_sum(window, PARACETAMOL), _has_unknown(window)), default=None)


def _more_than_one(window: Sequence[Dose]) -> Finding | None:
    kinds = sorted({ingredient for dose in window for ingredient in _nsaids(dose)})
    if len(kinds) < 2:
        return None
    return Finding("R6-two", _names(window), tuple(dose.id for dose in window), {"ingredients": " and ".join(kinds)})


def _over_its_label(window: Sequence[Dose], new: Dose, ingredient: str, country: str | None) -> Finding | None:
    """Doses not marked prescription that come to more of an anti-inflammatory than the label of any of them allows."""
    taken = [dose for dose in window if dose.source != "prescription" and ingredient in _nsaids(dose)]
    labels = [mg for dose in taken if (mg := _label_mg(dose, ingredient, country))]
    if not any(dose is new for dose in taken) or not labels or _sum(taken, ingredient) <= max(labels):
        return None
    return Finding("R6-label", _names(taken), tuple(dose.id for dose in taken), {"ingredient": ingredient})


def _label_mg(dose: Dose, ingredient: str, country: str | None) -> float | None:
    """What a label allows of an ingredient in 24 hours; None where none was read, or the product is known to be prescribed only."""
    limit = dose.product.limit
    prescribed = dose.source == "unknown" and dose.product.legal.get(country or "") == "prescription"
    if prescribed or limit is None or not limit.verified or limit.units is None:
        return None
    return _sum([dose._replace(units=limit.units)], ingredient)


def _is_overuse(month: Sequence[Dose]) -> bool:
    """Simple painkillers on 15 days of a month, others on 10, or both kinds on 10 together. Unknown contents are taken for simple."""
    simple = {dose.day for dose in month if _is_simple(dose.product)}
    other = {dose.day for dose in month if not _is_simple(dose.product)}
    mixed = len(simple | other) if simple and other else 0
    return len(simple) >= SIMPLE_DAYS or len(other) >= OTHER_DAYS or mixed >= OTHER_DAYS


def _slow_breathing(one: Dose, other: Dose) -> bool:
    return (_is(one, OPIOIDS) and _is(other, SEDATING)) or (_is(other, OPIOIDS) and _is(one, SEDATING))


def _sum(doses: Iterable[Dose], ingredient: str) -> float:
    """Milligrams in all, to the microgram."""
    return round(fsum(one.mg for dose in doses for one in dose.components or () if one.ingredient == ingredient), 3)


def _holds(dose: Dose, ingredient: str) -> bool:
    return any(one.ingredient == ingredient for one in dose.components or ())


def _is(dose: Dose, classes: Sequence[str]) -> bool:
    return bool(set(dose.product.classes) & set(classes))


def _of_classes(product: Product, classes: Sequence[str]) -> set[str]:
    """The ingredients of a product that belong to one of these classes."""
    pairs = zip(product.components or (), product.classes, strict=False)
    return {component.ingredient for component, one in pairs if one in classes}


def _painkillers(dose: Dose) -> set[str]:
    """The painkilling ingredients of a dose that counts as a painkiller."""
    return _of_classes(dose.product, PAINKILLING) if dose.product.counts == PAINKILLER else set()


def _nsaids(dose: Dose) -> set[str]:
    """The anti-inflammatories taken by mouth. Low-dose aspirin for the heart counts as no painkiller, and is none of them."""
    oral = dose.product.unit not in NOT_ORAL and dose.product.counts == PAINKILLER
    return _of_classes(dose.product, ("nsaid",)) if oral else set()


def _makes_drowsy(product: Product) -> set[str]:
    """The opioids and sedatives of a product; itself, where it is one of them and its contents are not counted."""
    itself = {product.name} if set(product.classes) & {*OPIOIDS, *SEDATING} else set()
    return _of_classes(product, (*OPIOIDS, *SEDATING)) or itself


def _is_simple(product: Product) -> bool:
    """One painkiller that is neither opioid nor triptan, and nothing beside it."""
    return product.components is None or (len(product.components) == 1 and product.classes[:1] in (("simple",), ("nsaid",)))


def _is_bought(dose: Dose, country: str | None) -> bool:
    if dose.source == "unknown":
        return dose.product.legal.get(country or "") == "over_the_counter"
    return dose.source == "over_the_counter"


def _gap(product: Product) -> float | None:
    return product.limit.gap_hours if product.limit and product.limit.verified else None


def _is_one_dose(earlier: Dose, later: Dose) -> bool:
    """Entries of one product within twenty minutes are one dose."""
    same = (earlier.product.id or earlier.product.name) == (later.product.id or later.product.name)
    return same and later.at - earlier.at <= ONE_DOSE


def _until(dose: Dose) -> datetime:
    """When a dose was taken, or a patch was worn out."""
    return dose.at + timedelta(hours=dose.product.wear_hours or 0)


def _days_of(dose: Dose) -> list[date]:
    """The local days a dose stands for: each day a patch is worn, so that one worn for 84 hours leaves no day out before the next."""
    days = max(1, ceil((dose.product.wear_hours or 0) / 24))
    return [dose.day + timedelta(days=after) for after in range(days)]


def _run_through(day: date, days: set[date]) -> int:
    """How many days running there are, through this one."""
    first = last = day
    while first - timedelta(days=1) in days:
        first -= timedelta(days=1)
    while last + timedelta(days=1) in days:
        last += timedelta(days=1)
    return (last - first).days + 1


def _has_unknown(window: Sequence[Dose]) -> bool:
    """True when the contents of a dose are unknown, so that a sum says "at least"."""
    return any(dose.components is None for dose in window)


def _distinct(found: Iterable[Finding | None]) -> list[Finding]:
    """One finding for each rule and set of medicines."""
    return list({(one.rule, *sorted(one.about)): one for one in found if one}.values())


def _names(doses: Iterable[Dose]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(dose.product.name for dose in doses))
