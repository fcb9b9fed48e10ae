"""What a new dose meets: a few published rules, as pure functions over the doses in the log. What they say is in content/notices.yaml.

Rules are named as in docs/safety.md. A window of 24 hours is (t - 24 h, t] in elapsed time. No notice is computed from a limit that was not
read in a source. Numbers that are cmt's own choice are marked so here and in the data.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from cmt_cli.base.medicine import OPIOIDS, SEDATING, Dose, Product

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
PACK_OPIOIDS = ("codeine", "dihydrocodeine")
PAINKILLING = ("simple", "nsaid", *OPIOIDS, "triptan")
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
    country: str | None
    own_limit: float | None = None


def met_by(new: Dose, log: Sequence[Dose], world: World) -> list[Finding]:
    """Every rule that a new dose meets, the most pressing first. `log` holds the other doses."""
    every = sorted([*log, new], key=lambda dose: (dose.at, dose.id))
    found = [many_at_once(new), paracetamol(new, every, world), opioid_and_sedative(new, every, world), too_soon(new, every, world)]
    found += [anti_inflammatories(new, every, world), pack_days(new, every, world), headache_days(new, every)]
    return [one for one in found if one]


def many_at_once(new: Dose) -> Finding | None:
    """R11: a single entry of many tablets, or of much paracetamol."""
    tablets = new.units if new.product.unit in ("tablet", "capsule") else 0
    if tablets > MANY_UNITS or _mg(new, PARACETAMOL) >= MANY_MG:
        return Finding("R11", (new.product.name,), (new.id,), {})
    return None


def paracetamol(new: Dose, every: Sequence[Dose], world: World) -> Finding | None:
    """R1: more than the usual adult limit in some 24 hours that hold the new dose, or than the lower limit a clinician gave."""
    if _mg(new, PARACETAMOL) == 0:
        return None
    windows = [window for window in _windows_with(new, every) if window[-1].at > world.now - ADVICE_FOR]
    sums = [(sum(_mg(dose, PARACETAMOL) for dose in window), window) for window in windows]
    if not sums:
        return None
    mg, window = max(sums, key=lambda one: one[0])
    own = mg <= PARACETAMOL_24H
    limit = (world.own_limit or PARACETAMOL_24H) if own else PARACETAMOL_24H
    if mg <= limit:
        return None
    doses = [dose for dose in window if _mg(dose, PARACETAMOL)]
    values: dict[str, str | float | date] = {"mg": mg, "at_least": _unknown(window), "limit": limit}
    return Finding("R1-own" if own else "R1", _names(doses), tuple(dose.id for dose in doses), values)


def too_soon(new: Dose, every: Sequence[Dose], world: World) -> Finding | None:
    """R3: a dose sooner than its label's gap after one with a painkilling ingredient in common."""
    for later in every:
        if later.at <= world.now - DAY or not (gap := _gap(later.product)):
            continue
        for earlier in every:
            if new not in (earlier, later) or earlier is later or not _before(earlier, later):
                continue
            shared = _painkilling(earlier.product) & _painkilling(later.product)
            if shared and not _is_one_dose(earlier, later) and later.at - earlier.at < timedelta(hours=gap):
                values: dict[str, str | float | date] = {"ingredient": min(shared), "gap": gap}
                return Finding("R3", _names([earlier, later]), (earlier.id, later.id), values)
    return None


def pack_days(new: Dose, every: Sequence[Dose], world: World) -> Finding | None:
    """R4: shop-bought codeine or dihydrocodeine on more than three days running."""
    bought = {dose.day for dose in every if _is_bought(dose, world.country) and _has(dose, PACK_OPIOIDS)}
    if new.day not in bought or not (_is_bought(new, world.country) and _has(new, PACK_OPIOIDS)):
        return None
    days = _run_through(new.day, bought)
    return Finding("R4", (new.product.name,), (new.id,), {"days": float(days)}) if days > DAYS_ON_THE_PACK else None


def headache_days(new: Dose, every: Sequence[Dose]) -> Finding | None:
    """R5: painkillers for headache on many days of each of the last three months, as far as the log knows."""
    if new.reason != "headache":
        return None
    days: list[float] = []
    for back in range(WINDOWS):
        last = new.day - timedelta(days=back * WINDOW_DAYS)
        month = [dose for dose in every if last - timedelta(days=WINDOW_DAYS) < dose.day <= last and dose.reason == "headache"]
        simple = {dose.day for dose in month if _is_simple(dose.product)}
        other = {dose.day for dose in month if not _is_simple(dose.product) and _painkilling(dose.product)}
        together = simple | other
        if not (len(simple) >= SIMPLE_DAYS or len(other) >= OTHER_DAYS or (simple and other and len(together) >= OTHER_DAYS)):
            return None
        days.append(len(together))
    return Finding("R5", (new.product.name,), (new.id,), {"days": days[0]})


def anti_inflammatories(new: Dose, every: Sequence[Dose], world: World) -> Finding | None:
    """R6: two anti-inflammatories by mouth within 24 hours, or more of a shop-bought one than its label says."""
    if not _nsaids(new):
        return None
    for window in _windows_with(new, every):
        if window[-1].at <= world.now - DAY:
            continue
        taken = [dose for dose in window if _nsaids(dose)]
        kinds = {ingredient for dose in taken for ingredient in _nsaids(dose)}
        if len(kinds) > 1:
            return Finding("R6-two", _names(taken), tuple(dose.id for dose in taken), {"ingredients": " and ".join(sorted(kinds))})
        if over := _over_its_label(taken):
            return over
    return None


def opioid_and_sedative(new: Dose, every: Sequence[Dose], world: World) -> Finding | None:
    """R8: an opioid within 24 hours of a sedative, a gabapentinoid or alcohol."""
    for other in every:
        pair = sorted((other, new), key=lambda dose: dose.at)
        if other is new or pair[1].at <= world.now - DAY or pair[1].at - _until(pair[0]) >= DAY:
            continue
        if (_is(other, OPIOIDS) and _is(new, SEDATING)) or (_is(new, OPIOIDS) and _is(other, SEDATING)):
            return Finding("R8", _names(pair), (pair[0].id, pair[1].id), {})
    return None


def gone_quiet(log: Sequence[Dose], now: datetime, today: date) -> list[Finding]:
    """R7: an opioid or gabapentinoid logged daily for two weeks, and then nothing for two days."""
    found = []
    ingredients = sorted({ingredient for dose in log for ingredient in _of_classes(dose.product, (*OPIOIDS, "gabapentinoid"))})
    for ingredient in ingredients:
        doses = [dose for dose in log if _has(dose, (ingredient,))]
        last = max(doses, key=_until)
        days = {day for dose in doses for day in _days_of(dose)}
        run = _run_through(max(days & {day for day in days if day <= today}), days)
        if now - _until(last) >= NO_ENTRY and run >= DAILY_USE:
            found.append(Finding("R7", (last.product.name,), (last.id,), {"ingredient": ingredient, "since": last.day}))
    return found


def _windows_with(new: Dose, every: Sequence[Dose]) -> list[list[Dose]]:
    """Every stretch of 24 hours that ends with a dose and holds the new one."""
    ends = [dose.at for dose in every if new.at <= dose.at < new.at + DAY]
    return [[dose for dose in every if end - DAY < dose.at <= end] for end in sorted(set(ends))]


def _over_its_label(taken: Sequence[Dose]) -> Finding | None:
    """Shop-bought doses of one anti-inflammatory that come to more than the label of any of them allows."""
    bought = [dose for dose in taken if dose.source != "prescription"]
    limits = [_label_mg(dose) for dose in bought]
    most = max((mg for mg in limits if mg is not None), default=None)
    ingredient = next((one for dose in bought for one in _nsaids(dose)), None)
    if most is None or ingredient is None or sum(_mg(dose, ingredient) for dose in bought) <= most:
        return None
    return Finding("R6-label", _names(bought), tuple(dose.id for dose in bought), {"ingredient": ingredient})


def _label_mg(dose: Dose) -> float | None:
    """What a label allows of its anti-inflammatory in 24 hours."""
    limit = dose.product.limit
    if limit is None or not limit.verified or limit.units is None:
        return None
    return sum(one.mg * limit.units for one in dose.product.components or () if one.ingredient in _nsaids(dose))


def _mg(dose: Dose, ingredient: str) -> float:
    return sum(one.mg for one in dose.components or () if one.ingredient == ingredient)


def _has(dose: Dose, ingredients: Iterable[str]) -> bool:
    return any(_mg(dose, one) > 0 for one in ingredients)


def _is(dose: Dose, classes: Sequence[str]) -> bool:
    return bool(set(dose.product.classes) & set(classes))


def _of_classes(product: Product, classes: Sequence[str]) -> set[str]:
    """The ingredients of a product that belong to one of these classes."""
    pairs = zip(product.components or (), product.classes, strict=False)
    return {component.ingredient for component, one in pairs if one in classes}


def _painkilling(product: Product) -> set[str]:
    return _of_classes(product, PAINKILLING)


def _nsaids(dose: Dose) -> set[str]:
    """The anti-inflammatories taken by mouth. Low-dose aspirin for the heart counts as no painkiller, and is none of them."""
    oral = dose.product.unit not in NOT_ORAL and dose.product.counts == "painkiller"
    return _of_classes(dose.product, ("nsaid",)) if oral else set()


def _is_simple(product: Product) -> bool:
    """One painkiller that is neither opioid nor triptan, and nothing beside it."""
    return product.components is not None and len(product.components) == 1 and product.classes[:1] in (("simple",), ("nsaid",))


def _is_bought(dose: Dose, country: str | None) -> bool:
    if dose.source == "unknown":
        return dose.product.legal.get(country or "") == "over_the_counter"
    return dose.source == "over_the_counter"


def _gap(product: Product) -> float | None:
    return product.limit.gap_hours if product.limit and product.limit.verified else None


def _before(earlier: Dose, later: Dose) -> bool:
    return (earlier.at, earlier.id) < (later.at, later.id)


def _is_one_dose(earlier: Dose, later: Dose) -> bool:
    """Entries of one product within twenty minutes are one dose."""
    same = (earlier.product.id or earlier.product.name) == (later.product.id or later.product.name)
    return same and later.at - earlier.at <= ONE_DOSE


def _until(dose: Dose) -> datetime:
    """When a dose was taken, or a patch was worn out."""
    return dose.at + timedelta(hours=dose.product.wear_hours or 0)


def _days_of(dose: Dose) -> list[date]:
    """The local days a dose stands for: each day a patch is worn."""
    days = int((dose.product.wear_hours or 0) // 24)
    return [dose.day + timedelta(days=after) for after in range(max(1, days))]


def _run_through(day: date, days: set[date]) -> int:
    """How many days running there are, through this one."""
    first = last = day
    while first - timedelta(days=1) in days:
        first -= timedelta(days=1)
    while last + timedelta(days=1) in days:
        last += timedelta(days=1)
    return (last - first).days + 1


def _unknown(window: Sequence[Dose]) -> float:
    """1 when the contents of a dose in the window are unknown, so that a sum says "at least"."""
    return float(any(dose.components is None for dose in window))


def _names(doses: Iterable[Dose]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(dose.product.name for dose in doses))
