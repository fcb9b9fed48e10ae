"""Which notices are shown, how often, and in which words. Doses are put into the store by hand; the catalogue has no part in it."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import sys
from datetime import date, datetime, timedelta

import pytest

from cmt_cli.base.medicine import Component, Dose, Limit, Product
from cmt_cli.base.reader import load
from cmt_cli.base.times import iso
from cmt_cli.commands.helplines import read_helplines
from cmt_cli.commands.noticing import RESTS, SET_ASIDE, notices_for, notices_now, quiet_notices, would_meet
from cmt_cli.env import Env, content_folder, load_settings
from cmt_cli.store import medicines
from cmt_cli.store.file import opened, writing

OTC, RX = "over_the_counter", "prescription"
CONTENT = content_folder()
HELP = read_helplines(CONTENT)
COUNTRIES = [*(country.code for country in HELP.countries), "FR", ""]
LABEL = {"verified": True, "source": "a label", "checked_on": "2026-01-01"}


def product(name, *contents, unit="tablet", counts="painkiller", units=None, gap=None):
    components = tuple(Component(ingredient, mg) for ingredient, mg, _ in contents)
    limit = Limit(units, gap, **LABEL) if units or gap else None
    return Product(name, name, unit, components, tuple(kind for *_, kind in contents), counts, {}, limit)


PARACETAMOL = product("paracetamol 500 mg", ("paracetamol", 500, "simple"), gap=4)
ZAPAIN = product("Zapain", ("paracetamol", 500, "simple"), ("codeine", 30, "weak-opioid"), gap=4)
CODEINE = product("codeine 30 mg", ("codeine", 30, "weak-opioid"))
SOLPADEINE = product("Solpadeine", ("codeine", 8, "weak-opioid"))
MORPHINE = product("Oramorph", ("morphine", 2, "strong-opioid"), unit="ml")
IBUPROFEN = product("ibuprofen 200 mg", ("ibuprofen", 200, "nsaid"), units=6, gap=4)
NAPROXEN = product("naproxen 250 mg", ("naproxen", 250, "nsaid"))
ASPIRIN = product("aspirin 300 mg", ("aspirin", 300, "nsaid"))
SUMATRIPTAN = product("sumatriptan 50 mg", ("sumatriptan", 50, "triptan"))
DIAZEPAM = product("diazepam 2 mg", ("diazepam", 2, "sedative"), counts="other")
PREGABALIN = product("pregabalin 75 mg", ("pregabalin", 75, "gabapentinoid"), unit="capsule", counts="other")
ALCOHOL = Product("alcohol", "alcohol", "unit", (), ("alcohol",), "other", {})
MYSTERY = Product(None, "something from a friend", "unit", None, (), "painkiller", {})


def env_of(cmt, **changes):
    settings, _ = load_settings(cmt.home)
    streams = {"stdin": io.StringIO(), "stdout": io.StringIO(), "stderr": io.StringIO()}
    known = {"home": cmt.home, "content": CONTENT, "now": lambda: cmt.now, "settings": settings, **streams}
    return Env(**(known | changes))


def keep(cmt, connection, of, units=1, ago=0.0, reason=None, source="unknown"):
    env = env_of(cmt)
    at = env.now() - timedelta(hours=ago)
    return medicines.add(connection, Dose(0, at, env.day_of(at), of, units, reason, source=source))


def logged(cmt, of, units=1, *, env=None, **about):
    """Log a dose, so many hours ago, and see what is shown."""
    with opened(cmt.home, "med add", iso(cmt.now)) as connection:
        with writing(connection):
            dose = keep(cmt, connection, of, units, **about)
        with writing(connection):
            return notices_for(env or env_of(cmt), connection, dose)


def kept_before(cmt, of, *ago, units=1, **about):
    """Doses that were in the log before anybody looked, at so many hours ago."""
    with opened(cmt.home) as connection, writing(connection):
        for hours in ago:
            keep(cmt, connection, of, units, hours, **about)


def with_store(cmt, look, *args, **changes):
    with opened(cmt.home) as connection, writing(connection):
        return look(env_of(cmt, **changes), connection, *args)


def aside(cmt, rule, about):
    today = env_of(cmt).today()
    with opened(cmt.home) as connection, writing(connection):
        medicines.set_aside(connection, rule, about, medicines.half_a_year_after(today), cmt.now, today)


def rules(notices):
    return [one.rule for one in notices]


def said(notices):
    return " ".join(f"{one.text} {one.next}" for one in notices)


# How often


def test_r1_is_shown_whenever_a_new_entry_meets_it(cmt):
    assert rules(logged(cmt, PARACETAMOL, 8)) == []  # 4,000
    cmt.later(hours=5)
    assert rules(logged(cmt, PARACETAMOL, 1)) == ["R1"]  # 4,500
    cmt.later(hours=5)
    assert rules(logged(cmt, PARACETAMOL, 1)) == ["R1"]  # 5,000
    cmt.later(hours=5)
    assert rules(logged(cmt, ZAPAIN, 1)) == ["R1"]  # 5,500
    cmt.later(hours=1)
    assert rules(logged(cmt, IBUPROFEN, 1)) == []


def test_r11_is_shown_whenever_a_new_entry_meets_it(cmt):
    assert [rules(logged(cmt, PREGABALIN, 11)), rules(logged(cmt, PREGABALIN, 11))] == [["R11"], ["R11"]]


def test_r3_is_shown_once_a_local_day(cmt):
    logged(cmt, PARACETAMOL)  # Monday 19:00
    cmt.later(hours=1)
    assert rules(logged(cmt, PARACETAMOL)) == ["R3"]
    cmt.later(hours=1)
    assert rules(logged(cmt, PARACETAMOL)) == []
    logged(cmt, IBUPROFEN)
    cmt.later(hours=1)
    assert rules(logged(cmt, IBUPROFEN)) == []  # whatever it is about
    cmt.later(hours=3)  # 01:00 on Tuesday's date, still Monday
    assert rules(logged(cmt, PARACETAMOL)) == []
    cmt.later(hours=3, minutes=30)  # 04:30
    assert rules(logged(cmt, PARACETAMOL)) == ["R3"]


@pytest.mark.parametrize("rule", ["R4", "R6"])
def test_these_are_shown_once_a_day(cmt, rule):
    if rule == "R4":
        kept_before(cmt, SOLPADEINE, 24, 48, 72, source=OTC)
    else:
        kept_before(cmt, NAPROXEN, 5)
    of = SOLPADEINE if rule == "R4" else IBUPROFEN
    assert rules(logged(cmt, of, source=OTC)) == [rule]
    cmt.later(hours=4)
    assert rules(logged(cmt, of, source=OTC)) == []
    cmt.later(hours=20)
    logged(cmt, NAPROXEN)
    assert rules(logged(cmt, of, source=OTC)) == ([rule] if rule == "R4" else [])  # R6: the naproxen entry showed it that day


def test_both_kinds_of_r6_are_shown(cmt):
    logged(cmt, NAPROXEN)
    assert [one.text for one in logged(cmt, IBUPROFEN, 7)] == [
        "More than one anti-inflammatory within 24 hours: ibuprofen and naproxen.",
        "Ibuprofen 200 mg: more ibuprofen within 24 hours than the label of a pack gives.",
    ]


def headaches(cmt, days=10):
    """Ten days with a triptan for headache in each of the two months before, and nine in this one."""
    kept_before(cmt, SUMATRIPTAN, *(24 * day for month in (30, 60) for day in range(month, month + days)), reason="headache")
    kept_before(cmt, SUMATRIPTAN, *(24 * day for day in range(1, days)), reason="headache")


def test_r5_is_shown_once_in_thirty_days(cmt):
    headaches(cmt, days=25)
    first = logged(cmt, SUMATRIPTAN, reason="headache")
    assert rules(first) == ["R5"]
    assert first[0].text.startswith("Painkillers for headache on twenty-five of the last 30 days, as far as the log knows")
    cmt.later(days=1)
    assert rules(logged(cmt, SUMATRIPTAN, reason="headache")) == []
    cmt.later(days=28)
    kept_before(cmt, SUMATRIPTAN, *(24 * day for day in range(1, 28)), reason="headache")
    assert rules(logged(cmt, SUMATRIPTAN, reason="headache")) == []
    cmt.later(days=1)
    assert rules(logged(cmt, SUMATRIPTAN, reason="headache")) == ["R5"]


def test_r8_is_shown_when_first_met_and_then_at_most_weekly(cmt):
    shown = {}
    for day in range(16):
        kept_before(cmt, PREGABALIN, 1)
        shown[day] = rules(logged(cmt, CODEINE))
        cmt.later(days=1)
    assert [day for day, one in shown.items() if one] == [0, 7, 14]


def test_another_two_medicines_are_shown_although_the_first_rest(cmt):
    kept_before(cmt, PREGABALIN, 1)
    assert rules(logged(cmt, CODEINE)) == ["R8"]
    cmt.later(days=1)
    kept_before(cmt, PREGABALIN, 2)
    kept_before(cmt, ALCOHOL, 1)
    (notice,) = logged(cmt, CODEINE)
    assert notice.text == "Alcohol and codeine 30 mg within 24 hours. Together they can slow breathing."


def test_several_at_once_are_one_notice(cmt):
    kept_before(cmt, PREGABALIN, 3)
    kept_before(cmt, ALCOHOL, 1)
    (notice,) = logged(cmt, CODEINE)
    assert notice.text == "Pregabalin 75 mg, codeine 30 mg and alcohol within 24 hours. Together they can slow breathing."
    cmt.later(hours=5)
    assert logged(cmt, CODEINE) == []  # each two of them rest


def test_r7_is_shown_once_for_each_stop(cmt):
    kept_before(cmt, CODEINE, *(48 + 24 * day for day in range(14)))
    (notice,) = with_store(cmt, quiet_notices)
    assert notice.text == "No codeine is in the log since Sat 3 Jan 2026. If it was only not logged, there is nothing to do."
    assert with_store(cmt, quiet_notices) == []
    cmt.later(days=30)
    assert with_store(cmt, quiet_notices) == []
    kept_before(cmt, CODEINE, *(48 + 24 * day for day in range(14)))
    assert [one.text[:41] for one in with_store(cmt, quiet_notices)] == ["No codeine is in the log since Mon 2 Feb "]
    assert with_store(cmt, quiet_notices) == []


def test_an_entry_for_earlier_is_told_like_any_other(cmt):
    kept_before(cmt, PARACETAMOL, 30, units=5)
    assert rules(logged(cmt, PARACETAMOL, 4, ago=40)) == ["R1"]  # 2,500 + 2,000, ten hours apart, 30 hours ago
    assert rules(logged(cmt, PARACETAMOL, 8.5, ago=73)) == []  # 4,250 by itself, and older than 72 hours


# Set aside


def meet(cmt, rule):
    """Doses that meet a rule anew on this day; the last is logged."""
    if rule == "R4":
        kept_before(cmt, SOLPADEINE, 24, 48, 72, source=OTC)
        return logged(cmt, SOLPADEINE, source=OTC)
    if rule == "R5":
        headaches(cmt)
        return logged(cmt, SUMATRIPTAN, reason="headache")
    kept_before(cmt, *((NAPROXEN, 6) if rule == "R6" else (PREGABALIN, 6)))
    return logged(cmt, IBUPROFEN if rule == "R6" else CODEINE)


ABOUT = {
    "R4": "Solpadeine",
    "R5": "sumatriptan 50 mg",
    "R6": "ibuprofen 200 mg + naproxen 250 mg",
    "R8": "codeine 30 mg + pregabalin 75 mg",
}


@pytest.mark.parametrize("rule", SET_ASIDE)
def test_what_is_set_aside_is_back_after_half_a_year(cmt, rule):
    kept_before(cmt, CODEINE, 200)
    aside(cmt, rule, ABOUT[rule])  # Monday 5 January 2026
    assert rules(meet(cmt, rule)) == []
    cmt.later(days=182)  # 6 July
    assert rules(meet(cmt, rule)) == []
    cmt.later(days=1)  # 7 July
    assert rules(meet(cmt, rule)) == [rule]


@pytest.mark.parametrize("rule", SET_ASIDE)
@pytest.mark.parametrize("of", [MORPHINE, DIAZEPAM], ids=["an opioid", "a sedative"])
def test_what_is_set_aside_is_back_with_a_new_opioid_or_sedative(cmt, rule, of):
    kept_before(cmt, SOLPADEINE, 2000, source=RX)
    kept_before(cmt, PREGABALIN, 2000)
    aside(cmt, rule, ABOUT[rule])
    cmt.later(days=2)
    assert meet(cmt, rule) == []
    cmt.later(days=4)
    logged(cmt, of)
    cmt.later(days=4)
    assert rules(meet(cmt, rule)) == [rule]


def test_no_other_medicine_brings_it_back(cmt):
    kept_before(cmt, CODEINE, 4000)  # longer ago than the log that notices look at
    kept_before(cmt, PREGABALIN, 4000)
    aside(cmt, "R6", ABOUT["R6"])
    for of in (PARACETAMOL, MYSTERY, CODEINE, SOLPADEINE):  # codeine by another name is no new opioid
        logged(cmt, of, ago=24)
    assert meet(cmt, "R6") == []


@pytest.mark.parametrize(
    ("rule", "about", "of", "other", "is_shown"),
    [
        ("R8", "codeine 30 mg", CODEINE, PREGABALIN, False),  # for a medicine: with whatever it comes
        ("R8", "pregabalin 75 mg", CODEINE, PREGABALIN, False),
        ("R8", "codeine 30 mg + pregabalin 75 mg", CODEINE, ALCOHOL, True),  # for two: only these
        ("R8", "alcohol + codeine 30 mg", CODEINE, PREGABALIN, True),
        ("R6", "naproxen 250 mg", IBUPROFEN, NAPROXEN, False),
        ("R6", "ibuprofen 200 mg + naproxen 250 mg", IBUPROFEN, ASPIRIN, True),
        ("R4", "ibuprofen 200 mg", IBUPROFEN, NAPROXEN, True),  # of another rule
    ],
)
def test_it_is_set_aside_for_a_medicine_or_for_two(cmt, rule, about, of, other, is_shown):
    kept_before(cmt, CODEINE, 200)
    kept_before(cmt, other, 200)
    aside(cmt, rule, about)
    kept_before(cmt, other, 5)
    assert bool(logged(cmt, of)) is is_shown


def test_two_that_are_set_aside_do_not_hide_a_third(cmt):
    kept_before(cmt, CODEINE, 200)
    kept_before(cmt, ALCOHOL, 200)
    kept_before(cmt, PREGABALIN, 5)
    aside(cmt, "R8", ABOUT["R8"])
    kept_before(cmt, ALCOHOL, 1)
    assert [one.text for one in logged(cmt, CODEINE)] == ["Alcohol and codeine 30 mg within 24 hours. Together they can slow breathing."]


@pytest.mark.parametrize("rule", ["R1", "R3", "R7", "R11"])
def test_these_cannot_be_set_aside_whatever_the_file_says(cmt, rule):
    aside(cmt, rule, "paracetamol 500 mg")
    aside(cmt, rule, "codeine 30 mg")
    kept_before(cmt, PARACETAMOL, 1)
    kept_before(cmt, CODEINE, *(48 + 24 * day for day in range(14)))
    assert rule in rules([*logged(cmt, PARACETAMOL, 11), *with_store(cmt, quiet_notices)])


# In words


def test_r1_says_the_sum_its_entries_and_what_to_do(cmt):
    cmt("settings", "country", "GB")
    kept_before(cmt, ZAPAIN, 5, units=4)
    kept_before(cmt, IBUPROFEN, 4)
    (notice,) = logged(cmt, PARACETAMOL, 5)  # 2,000 + 2,500
    assert notice.text == (
        "4.5 g of paracetamol within 24 hours, in doses 1 and 3: Zapain and paracetamol 500 mg. The usual adult limit is 4 g in 24 hours."
    )
    assert notice.next.startswith("Get advice now, even if you feel well: NHS 111")
    assert "If an entry is a slip, 'cmt med edit' mends it." in notice.next


def test_one_entry_and_unknown_contents_are_said(cmt):
    kept_before(cmt, MYSTERY, 2)
    (notice,) = logged(cmt, PARACETAMOL, 8.002)  # 4,001
    assert notice.text.startswith("At least 4.001 g of paracetamol within 24 hours, in dose 2: paracetamol 500 mg.")


def test_a_clinicians_limit_is_named_with_whose_it_is_and_the_usual_one_stays(cmt):
    assert cmt("settings", "paracetamol-24h", "3000", "--by", "my GP").code == 0
    (notice,) = logged(cmt, PARACETAMOL, 7)  # 3,500
    assert notice.rule == "R1"
    assert notice.text.endswith("Your own limit here is 3 g, given by my GP.")
    assert "4 g" not in said([notice])
    cmt.later(hours=5)
    (notice,) = logged(cmt, PARACETAMOL, 2)  # 4,500
    assert "The usual adult limit is 4 g" in notice.text
    assert "Get advice now" in notice.next


def test_over_4000_is_refused_as_a_limit(cmt):
    assert cmt("settings", "paracetamol-24h", "4001", "--by", "my GP").code == 2
    assert logged(cmt, PARACETAMOL, 8) == []


POISON = {
    "GB": "NHS 111",
    "IE": "01 809 2166",
    "US": "1-800-222-1222",
    "CA": "1-844-764-7669",
    "AU": "13 11 26",
    "NZ": "0800 764 766",
    "ZA": "0861 555 777",
    "DE": "0361 730730",
    # No poisons line was verified there: the emergency number and the nearest hospital.
    "IN": "112, or the nearest hospital",
    "FR": "112, or the nearest hospital",
    "": "112, or the nearest hospital",
}
CRISIS = {"GB": "Samaritans, 116 123", "US": "988", "IN": "14416", "FR": "findahelpline.com", "": "findahelpline.com"}


@pytest.mark.parametrize("country", COUNTRIES)
def test_the_country_s_line_stands_in_r1_r7_and_r11(cmt, country):
    if country:
        cmt("settings", "country", country)
    kept_before(cmt, CODEINE, *(48 + 24 * day for day in range(14)))
    notices = [*logged(cmt, PARACETAMOL, 11), *with_store(cmt, quiet_notices)]
    assert rules(notices) == ["R11", "R1", "R7"]
    assert all(POISON[country] in one.next for one in notices)
    assert CRISIS.get(country, "") in notices[0].text


def test_r11_has_every_crisis_line_and_those_to_text(cmt):
    cmt("settings", "country", "GB")
    text = logged(cmt, PREGABALIN, 11)[0].text
    assert text.index("Samaritans, 116 123; NHS") < text.index("Shout, text SHOUT to 85258")


def test_without_the_help_lines_there_is_still_a_number(cmt, tmp_path):
    content = tmp_path / "content"
    content.mkdir()
    shutil.copy(CONTENT / "notices.yaml", content)
    (notice,) = logged(cmt, PARACETAMOL, 9, env=env_of(cmt, content=content))
    assert "the emergency number (112, 999 or 911), or the nearest hospital" in notice.next


@pytest.mark.parametrize("text", [None, "notices: [", "notices:\n  - rule: R3\n    text: x\n"])
def test_without_the_words_of_a_rule_it_is_still_told(cmt, tmp_path, text):
    content = tmp_path / "content"
    content.mkdir()
    if text:
        (content / "notices.yaml").write_text(text, encoding="utf-8")
    (notice,) = logged(cmt, PARACETAMOL, 9, env=env_of(cmt, content=content))
    assert notice.rule == "R1"
    assert "the nearest hospital" in notice.next


# Every rule, in every country

EVERY_RULE = {"R1", "R3", "R4", "R5", "R6", "R7", "R8", "R11"}
NEVER = [
    r"\bsafe\w*|\bunsafe\b|\bclear\b|\b(?:fine|ok|okay|all right|good) to\b|\bharmless\b|\bno risk\b|\bno interaction",
    r"\bleft\b|\bremain\w*|\ballowance\b|\bstill have\b|\bmore you\b|\bup to\b|\bat most\b",
    r"\byou (?:can|may|could|might|should|must) (?:\w+ )?(?:take|have)\b|\bnext dose\b|\btake (?:one|two|\d|no|a|another|your)\b",
    r"\btaper|\bwean|\bcut down|\breduc|\bskip\b|\bmiss(?:ed)? a\b|%|\bpercent",
    r"\bequivalent|\bMME\b|\binstead of\b|\bswitch",
    r"\baddict|\bdependen|\boveruse|\bMOH\b|\byou are\b",
    r"\bwell done|\bcongrat|\bstreak|\bonly\b.*\bdays without|\bgood\b",
    r"\btoxic|\blethal|\bfatal|\bkill|\boverdose|\bliver\b|mg/kg",
    r"\bwait\b|\bdelay|\bput off|\bbefore you\b",
]
MARKED = re.compile("|".join(f"(?:{one})" for one in NEVER), re.IGNORECASE)
NAMES = re.compile(r"codeine|solpadeine|zapain|pregabalin|alcohol|ibuprofen|naproxen|sumatriptan|500 mg", re.IGNORECASE)


@pytest.fixture
def everything(cmt):
    """A log that meets every rule at once."""
    cmt("settings", "paracetamol-24h", "3000", "--by", "my GP")
    headaches(cmt)
    kept_before(cmt, SUMATRIPTAN, 0, reason="headache")
    kept_before(cmt, PREGABALIN, *(48 + 24 * day for day in range(14)))  # R7
    kept_before(cmt, SOLPADEINE, 1, 24, 48, 72, source=OTC)  # R4
    kept_before(cmt, ALCOHOL, 2)  # R8
    kept_before(cmt, PARACETAMOL, 50, units=11)  # R11, R1
    kept_before(cmt, PARACETAMOL, 3, 4, units=3.5)  # R1 by the lower limit, R3
    kept_before(cmt, NAPROXEN, 3)  # R6
    kept_before(cmt, IBUPROFEN, 2, units=7)  # R6 by a label
    return cmt


@pytest.mark.parametrize("hidden", [False, True], ids=["names", "hidden names"])
def test_no_notice_says_what_is_never_said_and_each_has_a_source_and_a_next_step(everything, hidden):
    kept = load_settings(everything.home)[0]._replace(hide_names=hidden)
    for country in COUNTRIES:
        settings = kept._replace(country=country)
        now = with_store(everything, notices_now, settings=settings)
        assert set(rules(now)) == EVERY_RULE
        assert len(now) == len(EVERY_RULE) + 2  # R1 and R6 in both their forms
        ahead = with_store(everything, would_meet, dose_of(everything, ZAPAIN), ("R1", "R3", "R8"), settings=settings)
        assert rules(ahead) == ["R1", "R8", "R3"]
        for one in [*now, *ahead]:
            words = f"{one.text} {one.next}"
            assert MARKED.search(words) is None, words
            assert not re.search(r"[{}!]|\bNone\b|  ", words)
            assert not one.text[0].islower()
            assert one.text[-1] == one.next[-1] == "."
            assert one.source
            assert not (hidden and NAMES.search(words)), words


def dose_of(cmt, of, units=1):
    env = env_of(cmt)
    return Dose(0, env.now(), env.today(), of, units)


@pytest.mark.parametrize("sentence", ["It is safe.", "You have 2 g left.", "That is fine to mix.", "Take two.", "Your allowance is 1 g."])
def test_the_patterns_stop_what_they_are_for(sentence):
    assert MARKED.search(sentence)


def test_names_are_hidden_by_the_setting_and_paracetamol_is_said_where_it_matters(everything):
    shown = said(with_store(everything, notices_now))
    for name in ("Solpadeine", "alcohol", "pregabalin", "paracetamol 500 mg", "naproxen"):
        assert name.casefold() in shown.casefold()
    assert everything("settings", "hide-names", "on").code == 0
    hidden = said(with_store(everything, notices_now))
    assert NAMES.search(hidden) is None
    assert "of paracetamol within 24 hours" in hidden
    assert "Medicines in your log within 24 hours. Together they can slow breathing." in hidden


def test_a_sum_under_the_limit_is_never_mentioned(cmt):
    assert logged(cmt, PARACETAMOL, 7) == []  # 3,500: no word of what a day would still hold
    assert with_store(cmt, would_meet, dose_of(cmt, IBUPROFEN), ("R1", "R3", "R8")) == []


# Before the choice


def test_what_the_dose_would_meet_is_told_as_what_would_be(cmt):
    cmt("settings", "country", "AU")
    kept_before(cmt, PARACETAMOL, 2, units=8)
    kept_before(cmt, PREGABALIN, 3)
    before = with_store(cmt, would_meet, dose_of(cmt, ZAPAIN, 2), ("R1", "R3", "R8"))
    assert [one.text.partition(". The usual")[0] for one in before] == [
        "With this one the log would have 5 g of paracetamol within 24 hours, from paracetamol 500 mg and Zapain",
        "With this one the log would have pregabalin 75 mg and Zapain within 24 hours. Together they can slow breathing.",
        "The log has a dose with paracetamol from less than four hours ago. The label's usual gap is four hours.",
    ]
    assert "13 11 26" in before[0].next


def test_nothing_of_it_is_kept_so_the_dose_shows_it_again(cmt):
    kept_before(cmt, PREGABALIN, 3)
    for _ in range(2):
        assert rules(with_store(cmt, would_meet, dose_of(cmt, CODEINE), ("R8",))) == ["R8"]
    assert rules(logged(cmt, CODEINE)) == ["R8"]


def test_other_rules_and_what_is_set_aside_are_not_told_before(cmt):
    kept_before(cmt, NAPROXEN, 3)
    kept_before(cmt, PREGABALIN, 3)
    assert with_store(cmt, would_meet, dose_of(cmt, IBUPROFEN), ("R1", "R3", "R8")) == []
    aside(cmt, "R8", ABOUT["R8"])
    assert with_store(cmt, would_meet, dose_of(cmt, CODEINE), ("R1", "R3", "R8")) == []


def test_a_clinicians_limit_is_told_before_too(cmt):
    cmt("settings", "paracetamol-24h", "3000", "--by", "the liver clinic")
    (notice,) = with_store(cmt, would_meet, dose_of(cmt, PARACETAMOL, 7), ("R1",))
    assert "would have 3.5 g" in notice.text
    assert "given by the liver clinic" in notice.text


# What is met now


def test_what_is_met_now_is_there_to_look_at_although_it_was_shown(cmt):
    kept_before(cmt, PREGABALIN, 3)
    assert rules(logged(cmt, CODEINE)) == ["R8"]
    for _ in range(2):
        assert rules(with_store(cmt, notices_now)) == ["R8"]
    cmt.later(days=2)
    assert with_store(cmt, notices_now) == []


def test_what_is_set_aside_is_not_among_it(cmt):
    kept_before(cmt, PREGABALIN, 3)
    kept_before(cmt, CODEINE, 2)
    aside(cmt, "R8", ABOUT["R8"])
    assert with_store(cmt, notices_now) == []


# The data


def texts_of_the_data():
    fields, problems = load(CONTENT / "notices.yaml")
    assert not problems.found
    names = ("text", "next", "ahead", "ahead_next", "source", "own_choice")
    return {one.text("rule"): {name: one.text(name, required=False) for name in names} for one in fields.each("notices")}


def test_every_rule_has_words_a_next_step_and_a_source_and_no_other_rule_has():
    data = texts_of_the_data()
    assert set(data) == {"R1", "R1-own", "R7", "R11", *RESTS}
    for said_of in data.values():
        assert said_of["text"]
        assert said_of["next"]
        assert said_of["source"]
        assert bool(said_of["ahead"]) == bool(said_of["ahead_next"])
    assert {rule for rule, one in data.items() if one["ahead"]} == {"R1", "R1-own", "R3", "R8"}


@pytest.mark.parametrize(
    ("rule", "choice"),
    [
        ("R1", "72 hours"),
        ("R3", "20 minutes"),
        ("R4", "six months"),
        ("R5", "six months"),
        ("R5", "once in 30 days"),
        ("R6-two", "six months"),
        ("R6-label", "six months"),
        ("R7", "Two weeks"),
        ("R7", "48 hours"),
        ("R8", "weekly"),
        ("R8", "six months"),
        ("R11", "10 tablets or capsules, or 5 g"),
    ],
)
def test_what_is_the_program_s_own_choice_is_said_in_the_data_and_in_the_docs(rule, choice):
    assert choice in texts_of_the_data()[rule]["own_choice"]
    own = (CONTENT.parent / "docs" / "safety.md").read_text(encoding="utf-8").split("## Numbers of its own")[1].split("\n## ")[0]
    assert choice.casefold() in " ".join(own.split()).casefold()


def test_the_docs_name_every_rule():
    page = (CONTENT.parent / "docs" / "safety.md").read_text(encoding="utf-8")
    assert {f"R{number}" for number in (1, 2, 3, 4, 5, 6, 7, 8, 9, 11)} <= set(re.findall(r"\bR\d+\b", page))


# The store


def test_a_product_comes_back_as_it_was_kept():
    patch = ZAPAIN._replace(limit=None, wear_hours=72, also=("a", "b"), verified=True, legal={"GB": RX})
    for one in (ZAPAIN, MYSTERY, ALCOHOL, IBUPROFEN, patch):
        assert medicines.product_of(medicines.product_text(one)) == one


def test_half_a_year_is_183_days():
    assert medicines.half_a_year_after(date(2026, 1, 5)) == date(2026, 7, 7)


def test_nothing_is_read_from_the_content_until_there_is_something_to_say(cmt):
    look = "import sys, cmt_cli.commands.noticing; sys.exit('yaml' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", look], check=False, cwd=CONTENT.parent).returncode == 0
    assert logged(cmt, PARACETAMOL, env=env_of(cmt, content=cmt.home / "nowhere")) == []


def test_it_holds_in_a_place_where_it_is_another_day(cmt):
    cmt.now = datetime.fromisoformat("2026-01-05T23:30:00-05:00")
    logged(cmt, PARACETAMOL)
    cmt.now = datetime.fromisoformat("2026-01-06T07:00:00+00:00")  # two and a half hours later
    assert rules(logged(cmt, PARACETAMOL)) == ["R3"]
