"""Each rule against cases worked by hand around its thresholds. Sums stand beside the expected values."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cmt_cli.base.medicine import Component, Dose, Limit, Product
from cmt_cli.base.times import local_day
from cmt_cli.clinical.notices import World, brings_something_new, gone_quiet, met_by

OTC, RX = "over_the_counter", "prescription"


def product(name, *contents, unit="tablet", counts="painkiller", legal=None, units=None, gap=None, verified=True, wear=None):
    """A product of (ingredient, mg, class); its label allows so many units in 24 hours, so many hours apart."""
    limit = Limit(units, gap, verified, "a label", "2026-01-01") if units or gap else None
    components = tuple(Component(ingredient, mg) for ingredient, mg, _ in contents)
    return Product(name, name, unit, components, tuple(kind for *_, kind in contents), counts, legal or {}, limit, wear, verified)


def unknown(name, kind=None):
    return Product(None, name, "unit", None, (kind,) if kind else (), "painkiller", {})


PARACETAMOL = product("paracetamol 500 mg", ("paracetamol", 500, "simple"), units=8, gap=4)
DROPS = product("paracetamol drops", ("paracetamol", 1, "simple"), unit="ml")
CO_CODAMOL = product("co-codamol 30/500", ("paracetamol", 500, "simple"), ("codeine", 30, "weak-opioid"), units=8, gap=4, legal={"GB": RX})
SYNDOL = product("Syndol", ("paracetamol", 450, "simple"), ("codeine", 10, "weak-opioid"))
COLD = product("cold remedy", ("paracetamol", 500, "simple"), ("caffeine", 30, "caffeine"), counts="other", gap=4)
EXTRA = product("paracetamol and caffeine", ("paracetamol", 500, "simple"), ("caffeine", 65, "caffeine"), gap=4)
ANADIN = product("aspirin and caffeine", ("aspirin", 325, "nsaid"), ("caffeine", 15, "caffeine"), units=8, gap=4)
IBUPROFEN = product("ibuprofen 200 mg", ("ibuprofen", 200, "nsaid"), units=6, gap=4, legal={"GB": OTC})
IBUPROFEN_600 = product("ibuprofen 600 mg", ("ibuprofen", 600, "nsaid"), units=4, gap=4, legal={"GB": RX})
NUROFEN_PLUS = product(
    "Nurofen Plus", ("codeine", 12.8, "weak-opioid"), ("ibuprofen", 200, "nsaid"), units=6, gap=4, legal={"GB": OTC, "AU": RX}
)
ASPIRIN = product("aspirin 300 mg", ("aspirin", 300, "nsaid"), units=12, gap=4)
LOW_ASPIRIN = product("aspirin 75 mg", ("aspirin", 75, "nsaid"), counts="other", units=1, gap=24)
NAPROXEN = product("naproxen 250 mg", ("naproxen", 250, "nsaid"))
GEL = product("diclofenac gel", ("diclofenac", 11.6, "topical"), unit="unit", counts="other")
DICLOFENAC = product("diclofenac 75 mg", ("diclofenac", 75, "nsaid"), unit="suppository")
PARAMOL = product("Paramol", ("paracetamol", 500, "simple"), ("dihydrocodeine", 7.46, "weak-opioid"), gap=4, legal={"GB": OTC})
CODEINE = product("codeine 30 mg", ("codeine", 30, "weak-opioid"), legal={"GB": RX})
SUMATRIPTAN = product("sumatriptan 50 mg", ("sumatriptan", 50, "triptan"))
AMITRIPTYLINE = product("amitriptyline 10 mg", ("amitriptyline", 10, "antidepressant"), counts="other")
PREGABALIN = product("pregabalin 75 mg", ("pregabalin", 75, "gabapentinoid"), unit="capsule", counts="other")
DIAZEPAM = product("diazepam 2 mg", ("diazepam", 2, "sedative"), counts="other")
ALCOHOL = Product("alcohol", "alcohol", "unit", (), ("alcohol",), "other", {})
FENTANYL = product("fentanyl 25 patch", ("fentanyl", 1.8, "strong-opioid"), unit="patch", wear=72)
BUPRENORPHINE = product("buprenorphine 35 patch", ("buprenorphine", 2.94, "strong-opioid"), unit="patch", wear=84)
MYSTERY = unknown("something from a friend")
ALL = [
    *(PARACETAMOL, DROPS, CO_CODAMOL, COLD, EXTRA, ANADIN, IBUPROFEN, IBUPROFEN_600, NUROFEN_PLUS, ASPIRIN, LOW_ASPIRIN, NAPROXEN, GEL),
    *(DICLOFENAC, PARAMOL, CODEINE, SUMATRIPTAN, AMITRIPTYLINE, PREGABALIN, DIAZEPAM, ALCOHOL, FENTANYL, BUPRENORPHINE, MYSTERY),
]


def moment(text):
    """`02T08:00` of March 2026, in UTC unless the text has an offset."""
    return datetime.fromisoformat(f"2026-03-{text}" if "+" in text or "-" in text[3:] else f"2026-03-{text}+00:00")


def dose(of, at, units=1, *, reason=None, source="unknown"):
    at = moment(at) if isinstance(at, str) else at
    return Dose(0, at, local_day(at), of, units, reason, source=source)


def numbered(doses):
    return [one._replace(id=number) for number, one in enumerate(doses, 1)]


def met(*doses, now=None, country="GB", own=None):
    """The findings by rule when the last of these is logged after the others. Doses are numbered from 1; it is now the latest of them."""
    *log, new = numbered(doses)
    now = moment(now) if isinstance(now, str) else now or max(one.at for one in doses)
    found = met_by(new, log, World(now, local_day(now), country, own))
    assert len({(one.rule, one.about) for one in found}) == len(found)
    return {one.rule: one for one in found}


def days_of(of, *days, month=3, **about):
    return [dose(of, datetime(2026, month, day, 12, tzinfo=UTC), **about) for day in days]


# R1: paracetamol


@pytest.mark.parametrize(
    ("doses", "mg"),
    [
        ([dose(PARACETAMOL, "02T08:00", 8)], None),  # 8 x 500 = 4,000
        ([dose(PARACETAMOL, "02T08:00", 8), dose(DROPS, "02T12:00", 1)], 4001),  # 4,000 + 1
        ([dose(DROPS, "02T08:00", 1), dose(PARACETAMOL, "02T12:00", 8)], 4001),  # 1 + 4,000
        ([dose(CO_CODAMOL, "02T08:00", 4), dose(PARACETAMOL, "02T14:00", 4)], None),  # 2,000 + 2,000 = 4,000
        ([dose(CO_CODAMOL, "02T08:00", 4), dose(PARACETAMOL, "02T14:00", 5)], 4500),  # 2,000 + 2,500
        ([dose(CO_CODAMOL, "02T08:00", 4), dose(PARACETAMOL, "02T14:00", 4), dose(EXTRA, "02T20:00", 0.5)], 4250),  # 2,000 + 2,000 + 250
        ([dose(PARACETAMOL, "02T08:00", 7.5), dose(PARACETAMOL, "02T14:00", 0.5)], None),  # 3,750 + 250 = 4,000
        ([dose(PARACETAMOL, "02T08:00", 7.5), dose(PARACETAMOL, "02T14:00", 1)], 4250),  # 3,750 + 500
        ([dose(PARACETAMOL, "02T08:00", 7), dose(COLD, "02T14:00", 2)], 4500),  # 3,500 + 1,000: every product with it counts
        (
            [dose(SYNDOL, "02T08:00", 8.3), dose(DROPS, "02T09:00", 265)],
            None,
        ),  # 8.3 x 450 = 3,735, + 265 = 4,000, whatever floats make of it
    ],
)
def test_paracetamol_is_summed_over_all_products(doses, mg):
    found = met(*doses).get("R1")
    assert (found.values["mg"] if found else None) == mg


def test_it_names_the_medicines_and_the_entries_that_make_the_sum():
    found = met(dose(CO_CODAMOL, "02T08:00", 4), dose(IBUPROFEN, "02T09:00"), dose(PARACETAMOL, "02T14:00", 5))["R1"]
    assert found.about == ("co-codamol 30/500", "paracetamol 500 mg")
    assert found.doses == (1, 3)
    assert found.values == {"mg": 4500, "at_least": 0, "limit": 4000}


@pytest.mark.parametrize(
    ("first", "second", "mg"),
    [
        ("02T08:00", "03T07:59", 5000),  # 23 h 59: 2,500 + 2,500
        ("02T08:00", "03T08:00", None),  # 24 h: the first is no longer in (t - 24 h, t]
        ("02T23:50", "03T00:10", 5000),  # across midnight
        ("03T03:50", "03T04:10", 5000),  # across the start of a day
        ("28T12:00+00:00", "29T12:30+01:00", 5000),  # clocks go forward: 23 h 30
        ("28T12:00+00:00", "29T13:00+01:00", None),  # clocks go forward: 24 h
        ("02T20:00+00:00", "03T14:59-05:00", 5000),  # flown west: 19:59 in UTC, 23 h 59
        ("02T20:00+00:00", "03T15:00-05:00", None),  # flown west: 24 h
    ],
)
def test_a_window_is_twenty_four_hours_of_elapsed_time(first, second, mg):
    found = met(dose(PARACETAMOL, first, 5), dose(PARACETAMOL, second, 5)).get("R1")
    assert (found.values["mg"] if found else None) == mg


def test_the_wall_clock_of_one_zone_is_not_elapsed_time_either():
    london = ZoneInfo("Europe/London")
    first, second = datetime(2026, 10, 24, 12, 30, tzinfo=london), datetime(2026, 10, 25, 12, tzinfo=london)
    assert second - first == timedelta(hours=23, minutes=30)  # by the wall; clocks went back, so 24 h 30 have passed
    assert "R1" not in met(dose(PARACETAMOL, first, 5), dose(PARACETAMOL, second, 5))


def test_an_entry_for_earlier_completes_a_window():
    # 02T20:00 2,000 + 03T08:00 1,500 = 3,500; with 03T02:00 1,000 it is 4,500
    found = met(dose(PARACETAMOL, "02T20:00", 4), dose(PARACETAMOL, "03T08:00", 3), dose(CO_CODAMOL, "03T02:00", 2))["R1"]
    assert (found.values["mg"], found.doses) == (4500, (1, 3, 2))


def test_the_highest_of_the_windows_that_hold_the_entry_is_told():
    # ending 03T07:00: 2,000 + 2,500 = 4,500; ending 03T22:00: 2,500 + 3,000 = 5,500
    found = met(dose(PARACETAMOL, "02T08:00", 4), dose(PARACETAMOL, "03T22:00", 6), dose(PARACETAMOL, "03T07:00", 5))["R1"]
    assert (found.values["mg"], found.doses) == (5500, (3, 2))


def test_a_sum_the_entry_has_no_part_in_is_not_told_again():
    over = [dose(PARACETAMOL, "02T08:00", 5), dose(PARACETAMOL, "02T14:00", 5)]  # 5,000 that day
    assert "R1" not in met(*over, dose(PARACETAMOL, "03T14:00", 1))  # 500 in its own window
    assert "R1" not in met(*over, dose(IBUPROFEN, "02T15:00"))


@pytest.mark.parametrize(("now", "is_met"), [("05T13:59", True), ("05T14:00", False), ("20T08:00", False)])
def test_advice_is_given_for_windows_that_end_in_the_last_72_hours(now, is_met):
    doses = [dose(PARACETAMOL, "02T14:00", 5), dose(PARACETAMOL, "02T08:00", 5)]  # the window ends at 02T14:00: 71 h 59, 72 h
    assert ("R1" in met(*doses, now=now)) is is_met


def test_a_later_dose_of_something_else_does_not_make_an_old_sum_new():
    doses = [dose(PARACETAMOL, "02T14:00", 5), dose(IBUPROFEN, "03T07:00"), dose(PARACETAMOL, "02T08:00", 5)]
    assert "R1" not in met(*doses, now="05T14:00")


@pytest.mark.parametrize(
    ("other", "at_least"),
    [
        (dose(MYSTERY, "02T10:00"), 1),
        (dose(MYSTERY, "03T07:59"), 1),  # in the 24 hours that hold both doses
        (dose(MYSTERY, "01T14:00"), 0),  # 24 h before the last
        (dose(ALCOHOL, "02T10:00"), 0),  # nothing counted in it, which is not the same as unknown
    ],
)
def test_a_sum_with_unknown_contents_is_at_least(other, at_least):
    found = met(other, dose(PARACETAMOL, "02T08:00", 5), dose(PARACETAMOL, "02T14:00", 5))["R1"]
    assert (found.values["mg"], found.values["at_least"], found.doses) == (5000, at_least, (2, 3))


def test_unknown_contents_alone_meet_nothing():
    assert met(dose(MYSTERY, "02T08:00", 3), dose(MYSTERY, "02T09:00", 9)) == {}


@pytest.mark.parametrize(
    ("tablets", "own", "rule", "limit"),
    [
        (6, 3000, None, None),  # 3,000
        (6.5, 3000, "R1-own", 3000),  # 3,250
        (8, 3000, "R1-own", 3000),  # 4,000
        (8.5, 3000, "R1", 4000),  # 4,250: the usual limit stays
        (8, 4000, None, None),
        (6.5, None, None, None),
    ],
)
def test_a_lower_limit_stands_beside_the_usual_one(tablets, own, rule, limit):
    found = [one for name, one in met(dose(PARACETAMOL, "02T08:00", tablets), own=own).items() if name.startswith("R1")]
    assert [(one.rule, one.values["limit"], one.values["mg"]) for one in found] == ([(rule, limit, tablets * 500)] if rule else [])


@pytest.mark.parametrize(("now", "is_met"), [("03T07:59", True), ("03T08:00", False)])
def test_a_lower_limit_looks_at_the_last_24_hours(now, is_met):
    assert ("R1-own" in met(dose(PARACETAMOL, "02T08:00", 7), now=now, own=3000)) is is_met


# R3: the label's gap


@pytest.mark.parametrize(
    ("first", "second", "is_met"),
    [
        ("02T08:00", "02T11:59", True),
        ("02T08:00", "02T12:00", False),
        ("02T22:00", "03T01:59", True),  # across midnight
        ("03T01:00", "03T04:59", True),  # across the start of a day
        ("29T00:30+00:00", "29T05:00+01:00", True),  # clocks go forward: 4 h 30 on the wall, 3 h 30 passed
        ("29T00:30+01:00", "29T04:00+00:00", False),  # clocks go back: 3 h 30 on the wall, 4 h 30 passed
        ("02T08:00+00:00", "02T06:59-05:00", True),  # flown west: 3 h 59
        ("02T08:00+00:00", "02T07:00-05:00", False),  # flown west: 4 h
    ],
)
def test_a_gap_of_four_hours_in_elapsed_time(first, second, is_met):
    found = met(dose(PARACETAMOL, first), dose(PARACETAMOL, second)).get("R3")
    assert (found is not None) is is_met
    assert found is None or (found.values, found.doses) == ({"ingredient": "paracetamol", "gap": 4}, (1, 2))


@pytest.mark.parametrize(("minutes", "is_met"), [(0, False), (20, False), (21, True)])
def test_entries_of_one_product_within_twenty_minutes_are_one_dose(minutes, is_met):
    first = dose(PARACETAMOL, "02T08:00")
    assert ("R3" in met(first, dose(PARACETAMOL, first.at + timedelta(minutes=minutes)))) is is_met


@pytest.mark.parametrize(
    ("first", "second", "is_met"),
    [
        (CO_CODAMOL, PARACETAMOL, True),  # paracetamol in both, and two products are never one dose
        (CODEINE, CO_CODAMOL, True),  # codeine in both
        (EXTRA, ANADIN, False),  # caffeine alone
        (PARACETAMOL, IBUPROFEN, False),  # nothing
        (PARACETAMOL, DROPS, False),  # the later one's label gives no gap
        (DROPS, PARACETAMOL, True),
        (MYSTERY, PARACETAMOL, False),
        (LOW_ASPIRIN, ASPIRIN, False),  # for the heart: no painkiller
        (ASPIRIN, LOW_ASPIRIN, False),
        (PARACETAMOL, COLD, False),  # counted as no painkiller
        (PARACETAMOL, CO_CODAMOL._replace(limit=CO_CODAMOL.limit._replace(verified=False)), False),
    ],
)
def test_a_gap_is_after_any_dose_with_a_painkilling_ingredient_in_common(first, second, is_met):
    assert ("R3" in met(dose(first, "02T08:00"), dose(second, "02T08:10"))) is is_met


def test_an_entry_for_earlier_may_be_the_first_of_the_two():
    assert met(dose(PARACETAMOL, "02T10:00"), dose(CO_CODAMOL, "02T08:00"))["R3"].doses == (2, 1)


@pytest.mark.parametrize(("now", "is_met"), [("03T09:59", True), ("03T10:00", False)])
def test_a_gap_is_looked_at_for_a_day(now, is_met):
    assert ("R3" in met(dose(PARACETAMOL, "02T08:00"), dose(PARACETAMOL, "02T10:00"), now=now)) is is_met


# R4: the pack's three days


@pytest.mark.parametrize(
    ("doses", "country", "days"),
    [
        (days_of(NUROFEN_PLUS, 2, 3, 4, source=OTC), "GB", None),
        (days_of(NUROFEN_PLUS, 2, 3, 4, 5, source=OTC), "GB", 4),
        (days_of(NUROFEN_PLUS, 2, 3, 4, 5), "GB", 4),  # the source unknown: sold over the counter there
        (days_of(NUROFEN_PLUS, 2, 3, 4, 5), "AU", None),  # prescription only there
        (days_of(NUROFEN_PLUS, 2, 3, 4, 5), "US", None),  # not known there
        (days_of(NUROFEN_PLUS, 2, 3, 4, 5), None, None),
        (days_of(NUROFEN_PLUS._replace(legal={"GB": "unknown"}), 2, 3, 4, 5), "GB", None),  # its status was read nowhere
        (days_of(NUROFEN_PLUS, 2, 3, 4, 5, source=RX), "GB", None),
        (days_of(CO_CODAMOL, 2, 3, 4, 5), "GB", None),
        (days_of(CO_CODAMOL, 2, 3, 4, 5, source=OTC), "GB", 4),
        (days_of(PARAMOL, 2, 3, 4, 5, source=OTC), "GB", 4),  # dihydrocodeine
        ([*days_of(PARAMOL, 2, 4), *days_of(NUROFEN_PLUS, 3, 5)], "GB", 4),  # any of them
        (days_of(NUROFEN_PLUS, 2, 3, 4, 6), "GB", None),  # a day between
        (days_of(NUROFEN_PLUS, 2, 3, 5, 6, 4), "GB", 5),  # an entry for the 4th joins the 2nd to the 6th
        (days_of(NUROFEN_PLUS, 2, 2, 3, 3, 4), "GB", None),  # days are counted, not doses
        (days_of(IBUPROFEN, 2, 3, 4, 5, source=OTC), "GB", None),
        (days_of(NUROFEN_PLUS._replace(counts="other"), 2, 3, 4, 5, source=OTC), "GB", None),
        ([*days_of(NUROFEN_PLUS, 2, 3, 4, 5), dose(IBUPROFEN, "05T13:00")], "GB", None),  # the new dose is none of them
    ],
)
def test_shop_bought_codeine_on_more_than_three_days_running(doses, country, days):
    found = met(*doses, country=country).get("R4")
    assert (found.values["days"] if found else None) == days


def test_half_past_one_at_night_belongs_to_the_day_before():
    three = days_of(NUROFEN_PLUS, 2, 3, 4)
    assert "R4" not in met(*three, dose(NUROFEN_PLUS, "05T01:30"))  # still the 4th
    assert "R4" in met(*three, dose(NUROFEN_PLUS, "05T04:00"))  # the 5th


def test_days_are_those_of_the_place_where_a_dose_was_taken():
    # 22:00 on the 5th in New York is 03:00 on the 6th in London, which would leave the 5th out.
    assert met(*days_of(NUROFEN_PLUS, 2, 3, 4), dose(NUROFEN_PLUS, "05T23:30-05:00"))["R4"].values["days"] == 4


# R5: headache days


def headaches(*months, today=date(2026, 3, 31)):
    """For each of three months, the latest first, a list of (product, days): one dose a day, from the month's last day back."""
    doses = []
    for back, month in enumerate(months):
        for of, days in month:
            for before in days:
                day = today - timedelta(days=30 * back + before)
                doses.append(dose(of, datetime(day.year, day.month, day.day, 12, tzinfo=UTC), reason="headache"))
    return sorted(doses, key=lambda one: one.at)


SIMPLE_14, SIMPLE_15 = [(PARACETAMOL, range(14))], [(PARACETAMOL, range(15))]
TRIPTAN_9, TRIPTAN_10 = [(SUMATRIPTAN, range(9))], [(SUMATRIPTAN, range(10))]


@pytest.mark.parametrize(
    ("month", "days"),
    [
        (SIMPLE_14, None),
        (SIMPLE_15, 15),
        ([(IBUPROFEN, range(7)), (PARACETAMOL, range(7, 14))], None),  # 7 + 7 = 14 days of simple ones
        ([(IBUPROFEN, range(8)), (PARACETAMOL, range(7, 15))], 15),  # 8 + 8, one day with both
        (TRIPTAN_9, None),
        (TRIPTAN_10, 10),
        ([(CODEINE, range(9))], None),
        ([(CODEINE, range(10))], 10),
        ([(EXTRA, range(9))], None),  # a combination
        ([(EXTRA, range(10))], 10),
        ([(SUMATRIPTAN, range(5)), (PARACETAMOL, range(5, 9))], None),  # mixed: 5 + 4 = 9
        ([(SUMATRIPTAN, range(5)), (PARACETAMOL, range(5, 10))], 10),  # mixed: 5 + 5 = 10
        ([(SUMATRIPTAN, range(5)), (PARACETAMOL, range(9))], None),  # mixed: 9 days, five with both
        ([(SUMATRIPTAN, range(1)), (PARACETAMOL, range(1, 10))], 10),
        ([(MYSTERY, range(14))], None),  # unknown contents are taken for simple ones
        ([(MYSTERY, range(15))], 15),
        ([(AMITRIPTYLINE, range(30))], None),
        ([(LOW_ASPIRIN, range(30))], None),
    ],
)
def test_headache_days_in_each_of_three_months(month, days):
    found = met(*headaches(month, month, month)).get("R5")
    assert (found.values["days"] if found else None) == days


@pytest.mark.parametrize("months", [(SIMPLE_15, SIMPLE_15, SIMPLE_14), (SIMPLE_15, TRIPTAN_9, TRIPTAN_10), (SIMPLE_15, SIMPLE_15, [])])
def test_one_month_below_is_enough_for_silence(months):
    assert "R5" not in met(*headaches(*months))


def test_each_month_may_be_of_another_kind():
    assert met(*headaches(SIMPLE_15, TRIPTAN_10, [(CODEINE, range(29, 19, -1))]))["R5"].values["days"] == 15


def test_ninety_days_and_no_more():
    # The third month's tenth day moves from its last day, 89 days back, to the day before it.
    for back, is_met in ((29, True), (30, False)):
        doses = headaches(TRIPTAN_10, TRIPTAN_10, [(SUMATRIPTAN, [*range(9), back])])
        assert ("R5" in met(*doses)) is is_met


def test_other_reasons_are_not_counted():
    doses = [one._replace(reason="pain") for one in headaches(SIMPLE_15, SIMPLE_15, SIMPLE_15)]
    assert "R5" not in met(*doses, dose(PARACETAMOL, "31T13:00", reason="headache"))
    assert "R5" not in met(*headaches(SIMPLE_15, SIMPLE_15, SIMPLE_15), dose(PARACETAMOL, "31T13:00", reason="pain"))


def test_an_entry_for_earlier_completes_a_month_and_the_days_told_are_those_of_the_last():
    *log, late = headaches([(SUMATRIPTAN, range(12))], TRIPTAN_10, TRIPTAN_10)[::-1]
    assert late.day == date(2026, 1, 21)  # 31 March - 60 - 9
    assert met(*log, late)["R5"].values["days"] == 12
    assert "R5" not in met(*log, late._replace(at=late.at - timedelta(days=30), day=late.day - timedelta(days=30)), now="31T12:00")


def test_an_entry_older_than_the_three_months_completes_nothing():
    old = headaches([], [], [(SUMATRIPTAN, [30])])
    assert "R5" not in met(*headaches(TRIPTAN_10, TRIPTAN_10, TRIPTAN_10), *old)


# R6: anti-inflammatories


@pytest.mark.parametrize(
    ("first", "second", "at", "is_met"),
    [
        (IBUPROFEN, NAPROXEN, "03T07:59", True),  # 23 h 59
        (IBUPROFEN, NAPROXEN, "03T08:00", False),  # 24 h
        (IBUPROFEN, NUROFEN_PLUS, "02T20:00", False),  # ibuprofen in both
        (ASPIRIN, NUROFEN_PLUS, "02T20:00", True),
        (ANADIN, ASPIRIN, "02T20:00", False),
        (LOW_ASPIRIN, NAPROXEN, "02T20:00", False),  # for the heart
        (NAPROXEN, LOW_ASPIRIN, "02T20:00", False),
        (GEL, IBUPROFEN, "02T20:00", False),
        (IBUPROFEN, GEL, "02T20:00", False),
        (DICLOFENAC, IBUPROFEN, "02T20:00", False),  # not by mouth
        (PARACETAMOL, IBUPROFEN, "02T20:00", False),
    ],
)
def test_two_anti_inflammatories_by_mouth_within_24_hours(first, second, at, is_met):
    assert ("R6-two" in met(dose(first, "02T08:00"), dose(second, at))) is is_met


def test_prescribed_ones_count_and_all_are_named():
    found = met(dose(NAPROXEN, "02T08:00", source=RX), dose(GEL, "02T09:00"), dose(IBUPROFEN, "02T10:00"))["R6-two"]
    assert (found.about, found.doses) == (("naproxen 250 mg", "ibuprofen 200 mg"), (1, 3))
    assert found.values == {"ingredients": "ibuprofen and naproxen"}


def test_windows_with_different_medicines_are_findings_of_their_own():
    # 02T08:00 ibuprofen, 03T07:00 naproxen, 04T06:00 aspirin: naproxen is within 24 h of each, they are 46 h apart.
    found = met_by(
        dose(NAPROXEN, "03T07:00")._replace(id=3),
        [dose(IBUPROFEN, "02T08:00")._replace(id=1), dose(ASPIRIN, "04T06:00")._replace(id=2)],
        World(moment("04T06:00"), date(2026, 3, 4), "GB"),
    )
    # The first window ended 23 h before now, so both are looked at.
    assert [(one.rule, one.values["ingredients"]) for one in found] == [
        ("R6-two", "ibuprofen and naproxen"),
        ("R6-two", "aspirin and naproxen"),
    ]


@pytest.mark.parametrize(("now", "is_met"), [("03T09:59", True), ("03T10:00", False)])
def test_older_windows_are_not_told(now, is_met):
    assert ("R6-two" in met(dose(IBUPROFEN, "02T08:00"), dose(NAPROXEN, "02T10:00"), now=now)) is is_met


@pytest.mark.parametrize(
    ("doses", "is_met"),
    [
        ([dose(IBUPROFEN, "02T08:00", 4), dose(IBUPROFEN, "02T14:00", 2)], False),  # 800 + 400 = 1,200
        ([dose(IBUPROFEN, "02T08:00", 4), dose(IBUPROFEN, "02T14:00", 2.5)], True),  # 800 + 500 = 1,300
        ([dose(IBUPROFEN, "02T08:00", 4, source=OTC), dose(NUROFEN_PLUS, "02T14:00", 3)], True),  # 800 + 600 = 1,400
        ([dose(IBUPROFEN, "02T08:00", 4), dose(IBUPROFEN, "03T08:00", 4)], False),  # 24 h apart: 800
        ([dose(IBUPROFEN, "02T08:00", 4), dose(IBUPROFEN, "03T07:59", 4)], True),  # 23 h 59: 1,600
        ([dose(IBUPROFEN, "02T08:00", 8, source=RX)], False),  # marked prescription
        ([dose(IBUPROFEN, "02T08:00", 4), dose(IBUPROFEN, "02T14:00", 4, source=RX)], False),  # 800 beside what was prescribed
        ([dose(IBUPROFEN, "02T08:00", 7), dose(IBUPROFEN, "02T14:00", source=RX)], False),  # the new dose has no part in the 1,400
        ([dose(IBUPROFEN_600, "02T08:00", 3)], False),  # 1,800, of what is sold on prescription alone: no shop-bought label
        ([dose(IBUPROFEN_600, "02T08:00", 1), dose(IBUPROFEN, "02T14:00", 4)], True),  # 600 + 800 = 1,400 over 1,200
        ([dose(IBUPROFEN_600, "02T08:00", 4, source=OTC)], False),  # 2,400 by its own label
        ([dose(IBUPROFEN_600, "02T08:00", 4.5, source=OTC)], True),  # 2,700
        ([dose(ASPIRIN, "02T08:00", 6), dose(ASPIRIN, "02T14:00", 6)], False),  # 1,800 + 1,800 = 3,600
        ([dose(ASPIRIN, "02T08:00", 6), dose(ASPIRIN, "02T14:00", 6.5)], True),  # 1,800 + 1,950 = 3,750
        ([dose(ASPIRIN, "02T08:00", 6), dose(ANADIN, "02T10:00", 4), dose(ASPIRIN, "02T14:00", 2)], True),  # 1,800 + 1,300 + 600 = 3,700
        ([dose(ASPIRIN, "02T08:00", 5), dose(ANADIN, "02T10:00", 4)], False),  # 1,500 + 1,300 = 2,800, over 8 x 325 and under 12 x 300
        ([dose(LOW_ASPIRIN, "02T08:00", 4), dose(ASPIRIN, "02T14:00", 12)], False),  # 3,600; for the heart is not counted
        ([dose(LOW_ASPIRIN, "02T08:00", 4)], False),
        ([dose(NAPROXEN, "02T08:00", 9)], False),  # no label read
        ([dose(IBUPROFEN._replace(limit=IBUPROFEN.limit._replace(verified=False)), "02T08:00", 9)], False),
        ([dose(IBUPROFEN._replace(limit=IBUPROFEN.limit._replace(units=None)), "02T08:00", 9)], False),
        # Unverified contents count all the same: 600 + 800 = 1,400 against the label that was read
        ([dose(IBUPROFEN._replace(name="x", verified=False, limit=None), "02T08:00", 3), dose(IBUPROFEN, "02T14:00", 4)], True),
    ],
)
def test_more_than_a_pack_s_label_by_doses_not_marked_prescription(doses, is_met):
    found = met(*doses)
    assert ("R6-label" in found) is is_met
    assert "R6-two" not in found


def test_both_kinds_of_r6_are_told():
    found = met(dose(NAPROXEN, "02T08:00"), dose(IBUPROFEN, "02T09:00", 7))  # ibuprofen 1,400
    assert (found["R6-two"].about, found["R6-label"].about) == (("naproxen 250 mg", "ibuprofen 200 mg"), ("ibuprofen 200 mg",))


# R7: daily, and then nothing


def quiet(doses, now):
    return [(one.rule, one.values["ingredient"], one.values["since"]) for one in gone_quiet(numbered(doses), moment(now))]


@pytest.mark.parametrize("of", [CODEINE, CO_CODAMOL, PREGABALIN])
@pytest.mark.parametrize(
    ("days", "now", "is_met"),
    [
        (13, "16T12:00", False),  # 2 to 14 March, 48 h
        (14, "17T11:59", False),  # 2 to 15 March, 47 h 59
        (14, "17T12:00", True),  # 48 h
        (14, "30T12:00", True),
    ],
)
def test_two_weeks_of_daily_use_and_two_days_without_an_entry(of, days, now, is_met):
    found = quiet(days_of(of, *range(2, 2 + days)), now)
    assert [since for _, _, since in found] == ([date(2026, 3, 15)] if is_met else [])


@pytest.mark.parametrize("of", [PARACETAMOL, NAPROXEN, AMITRIPTYLINE, DIAZEPAM, ALCOHOL, MYSTERY])
def test_other_medicines_do_not_go_quiet(of):
    assert quiet(days_of(of, *range(2, 20)), "30T12:00") == []


def test_one_day_left_out_is_no_daily_use():
    assert quiet(days_of(CODEINE, *range(2, 8), *range(9, 16)), "30T12:00") == []


def test_what_came_before_a_gap_is_not_counted():
    assert quiet([*days_of(CODEINE, *range(1, 16)), *days_of(CODEINE, 20)], "30T12:00") == []


def test_one_ingredient_in_several_products_is_one_use():
    doses = [*days_of(CODEINE, *range(2, 9)), *days_of(NUROFEN_PLUS, *range(9, 16))]
    assert quiet(doses, "17T12:00") == [("R7", "codeine", date(2026, 3, 15))]


def test_each_ingredient_goes_quiet_by_itself():
    doses = [*days_of(CODEINE, *range(2, 16)), *days_of(PREGABALIN, *range(2, 18))]
    assert quiet(doses, "17T12:00") == [("R7", "codeine", date(2026, 3, 15))]
    assert [ingredient for _, ingredient, _ in quiet(doses, "19T12:00")] == ["codeine", "pregabalin"]


@pytest.mark.parametrize(
    ("of", "put_on", "now", "is_met"),
    [
        (FENTANYL, ["01T12:00", "04T12:00", "07T12:00", "10T12:00"], "20T12:00", False),  # 4 x 3 = 12 days
        (FENTANYL, ["01T12:00", "04T12:00", "07T12:00", "10T12:00", "13T12:00"], "18T11:59", False),  # worn to 16T12:00, 47 h 59
        (FENTANYL, ["01T12:00", "04T12:00", "07T12:00", "10T12:00", "13T12:00"], "18T12:00", True),  # 5 x 3 = 15 days, 48 h
        (FENTANYL, ["01T12:00", "05T12:00", "08T12:00", "11T12:00", "14T12:00"], "25T12:00", False),  # the 4th is left out: 12
        # 84 h: 2nd 08:00 to 5th 20:00, to 9th 08:00, to 12th 20:00, to 16th 08:00: 14 days, none left out
        (BUPRENORPHINE, ["02T08:00", "05T20:00", "09T08:00", "12T20:00"], "18T08:00", True),
        (BUPRENORPHINE, ["02T08:00", "05T20:00", "09T08:00"], "18T08:00", False),
        (FENTANYL._replace(wear_hours=12), [f"{day:02}T12:00" for day in range(2, 16)], "18T00:00", True),  # a day each, 48 h after
    ],
)
def test_each_day_a_patch_is_worn_is_a_day(of, put_on, now, is_met):
    assert bool(quiet([dose(of, at) for at in put_on], now)) is is_met


def test_the_later_entry_of_two_at_one_moment_names_the_medicine():
    for last_two in ([NUROFEN_PLUS, CODEINE], [CODEINE, NUROFEN_PLUS]):
        log = numbered([*days_of(CODEINE, *range(2, 15)), *(dose(of, "15T12:00") for of in last_two)])
        for order in (log, log[::-1]):
            assert [one.about for one in gone_quiet(order, moment("17T12:00"))] == [(last_two[1].name,)]


def test_an_empty_log_is_quiet_without_a_word():
    assert gone_quiet([], moment("02T08:00")) == []


# R8: an opioid beside a sedative


@pytest.mark.parametrize(
    ("first", "second", "at", "is_met"),
    [
        (CODEINE, DIAZEPAM, "03T07:59", True),  # 23 h 59
        (CODEINE, DIAZEPAM, "03T08:00", False),  # 24 h
        (DIAZEPAM, CO_CODAMOL, "03T07:59", True),
        (PREGABALIN, CODEINE, "02T08:00", True),
        (ALCOHOL, CODEINE, "02T20:00", True),
        (CODEINE, ALCOHOL, "02T20:00", True),
        (FENTANYL, ALCOHOL, "05T08:00", True),  # as it comes off
        (FENTANYL, ALCOHOL, "06T07:59", True),  # 72 h worn, 23 h 59 after
        (FENTANYL, ALCOHOL, "06T08:00", False),
        (ALCOHOL, FENTANYL, "03T08:00", False),
        (CODEINE, AMITRIPTYLINE, "02T08:00", False),
        (DIAZEPAM, ALCOHOL, "02T08:00", False),  # no opioid
        (CODEINE, CO_CODAMOL, "02T08:00", False),  # no sedative
        (PARACETAMOL, ALCOHOL, "02T08:00", False),
        (unknown("strong drops", "strong-opioid"), ALCOHOL, "02T08:00", True),  # known to be one, whatever is in it
    ],
)
def test_an_opioid_within_24_hours_of_a_sedative(first, second, at, is_met):
    assert ("R8" in met(dose(first, "02T08:00"), dose(second, at))) is is_met


def test_each_two_medicines_are_found_once():
    log = numbered([dose(ALCOHOL, "02T08:00"), dose(DIAZEPAM, "02T09:00"), dose(DIAZEPAM, "02T10:00"), dose(PARACETAMOL, "02T10:00")])
    found = met_by(dose(CODEINE, "02T12:00")._replace(id=9), log, World(moment("02T12:00"), date(2026, 3, 2), "GB"))
    assert [one.about for one in found] == [("alcohol", "codeine 30 mg"), ("diazepam 2 mg", "codeine 30 mg")]


@pytest.mark.parametrize(("now", "is_met"), [("03T09:59", True), ("03T10:00", False)])
def test_the_two_must_be_of_the_last_day(now, is_met):
    assert ("R8" in met(dose(ALCOHOL, "02T10:00"), dose(CODEINE, "02T08:00"), now=now)) is is_met


# R11: much at one time


@pytest.mark.parametrize(
    ("one", "is_met"),
    [
        (dose(IBUPROFEN, "02T08:00", 10), False),
        (dose(IBUPROFEN, "02T08:00", 10.5), True),
        (dose(IBUPROFEN, "02T08:00", 11), True),
        (dose(PREGABALIN, "02T08:00", 10), False),
        (dose(PREGABALIN, "02T08:00", 11), True),  # capsules
        (dose(MYSTERY, "02T08:00", 11), False),  # neither tablets nor capsules, as far as is known
        (dose(ALCOHOL, "02T08:00", 11), False),
        (dose(DROPS, "02T08:00", 4999), False),  # 4,999 mg
        (dose(DROPS, "02T08:00", 5000), True),  # 5,000 mg
        (dose(PARACETAMOL, "02T08:00", 9.5), False),  # 4,750 mg
        (dose(PARACETAMOL, "02T08:00", 10), True),  # 10 tablets, and 5,000 mg
    ],
)
def test_a_single_entry_of_many_tablets_or_much_paracetamol(one, is_met):
    assert ("R11" in met(one)) is is_met


def test_several_entries_are_not_one():
    assert "R11" not in met(dose(IBUPROFEN, "02T08:00", 6), dose(IBUPROFEN, "02T08:00", 6))


def test_the_most_pressing_comes_first():
    found = met(dose(ALCOHOL, "02T07:00"), dose(CO_CODAMOL, "02T08:00"), dose(CO_CODAMOL, "02T09:00", 11))
    assert list(found) == ["R11", "R1", "R8", "R3"]


# What brings back a notice that was set aside


@pytest.mark.parametrize(
    ("product", "others", "is_new"),
    [
        (CODEINE, [], True),
        (CODEINE, [PARACETAMOL, IBUPROFEN], True),
        (CODEINE, [CO_CODAMOL], False),  # codeine was there, under another name
        (FENTANYL, [CODEINE], True),
        (PREGABALIN, [CODEINE], True),
        (ALCOHOL, [CODEINE], True),
        (ALCOHOL, [ALCOHOL], False),
        (PARACETAMOL, [], False),
        (MYSTERY, [], False),
    ],
)
def test_a_new_opioid_or_sedative(product, others, is_new):
    assert brings_something_new(product, others) is is_new


# What always holds


def test_doses_of_one_moment_are_in_the_order_they_were_logged():
    one, two, new = numbered([dose(PARACETAMOL, "02T08:00", 3), dose(CO_CODAMOL, "02T08:00", 3), dose(EXTRA, "02T08:00", 3)])
    found = [met_by(new, log, World(new.at, new.day, "GB")) for log in ([one, two], [two, one])]
    assert found[0] == found[1]
    assert found[0][0].doses == (1, 2, 3)  # 3 x 1,500 = 4,500


SOME_DOSES = st.builds(
    lambda of, minutes, units, reason, source: dose(
        of, moment("02T08:00") + timedelta(minutes=minutes), units, reason=reason, source=source
    ),
    st.sampled_from(ALL),
    st.one_of(st.integers(0, 3000), st.sampled_from([0, 20, 239, 240, 1439, 1440, 2880]), st.integers(-130_000, 3000)),
    st.sampled_from([0.5, 1, 2, 4, 8, 11]),
    st.sampled_from(["headache", "pain", None]),
    st.sampled_from([OTC, RX, "unknown"]),
)
LOGS = st.lists(SOME_DOSES, min_size=1, max_size=14).map(numbered)
WORLDS = st.builds(
    lambda minutes, country, own: World(
        moment("04T10:00") + timedelta(minutes=minutes), (moment("04T10:00") + timedelta(minutes=minutes)).date(), country, own
    ),
    st.integers(0, 6000),
    st.sampled_from(["GB", "US", "AU", "", None]),
    st.sampled_from([None, 500, 3000, 4000]),
)
modestly = settings(max_examples=80, deadline=None)


def paracetamol_mg(found):
    return max((one.values["mg"] for one in found if one.rule in ("R1", "R1-own")), default=0)


@modestly
@given(LOGS, WORLDS, st.randoms(use_true_random=False))
def test_the_order_of_the_log_never_matters(log, world, random):
    new, *others = log
    shuffled = random.sample(others, len(others))
    assert met_by(new, shuffled, world) == met_by(new, others, world)
    assert gone_quiet(shuffled, world.now) == gone_quiet(others, world.now)


@modestly
@given(LOGS, WORLDS, st.data())
def test_a_duplicate_never_lowers_a_sum_nor_silences_a_rule(log, world, data):
    new, *others = log
    before = met_by(new, others, world)
    twice = data.draw(st.sampled_from(log))._replace(id=99)
    after = met_by(new, [*others, twice], world)
    assert paracetamol_mg(after) >= paracetamol_mg(before)
    rules = {one.rule.replace("R1-own", "R1") for one in after}
    assert {one.rule.replace("R1-own", "R1") for one in before} <= rules


@modestly
@given(LOGS, WORLDS)
def test_what_counts_as_no_painkiller_meets_no_rule_about_painkillers(log, world):
    new, *others = log
    by_number = {one.id: one for one in log}
    for found in met_by(new, others, world):
        doses = [by_number[number] for number in found.doses]
        if found.rule in ("R3", "R4", "R5", "R6-two", "R6-label"):
            assert {one.product.counts for one in doses} == {"painkiller"}
        if found.rule in ("R1", "R1-own"):  # every product with paracetamol in it, and nothing else
            assert all(any(part.ingredient == "paracetamol" for part in one.components) for one in doses)


@modestly
@given(LOGS, WORLDS)
def test_a_finding_names_the_new_dose_and_doses_of_the_log(log, world):
    new, *others = log
    for found in met_by(new, others, world):
        assert new.id in found.doses
        assert set(found.doses) <= {one.id for one in log}
        assert found.about


@modestly
@given(LOGS, WORLDS)
def test_unverified_limits_meet_nothing_while_unverified_contents_count(log, world):
    def unread(one):
        limit = one.product.limit and one.product.limit._replace(verified=False)
        return one._replace(product=one.product._replace(limit=limit, verified=False))

    new, *others = log
    by_labels = ("R3", "R6-label")
    found = met_by(unread(new), [unread(one) for one in others], world)
    assert found == [one for one in met_by(new, others, world) if one.rule not in by_labels]


@modestly
@given(LOGS, WORLDS, st.integers(-11, 13))
def test_the_zone_a_moment_is_written_in_never_matters(log, world, hours):
    there = timezone(timedelta(hours=hours))
    moved = [one._replace(at=one.at.astimezone(there)) for one in log]
    assert met_by(moved[0], moved[1:], world) == met_by(log[0], log[1:], world)
    assert gone_quiet(moved, world.now) == gone_quiet(log, world.now)
