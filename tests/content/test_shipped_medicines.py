"""The medicines that come with the program: their contents, limits and marks, against a table written by hand from the reference."""

from __future__ import annotations

import re
from datetime import date

import pytest
from sentences import CONTENT

from cmt_cli.base.medicine import CLASSES, UNITS
from cmt_cli.base.reader import load
from cmt_cli.clinical.catalogue_read import read_catalogue

FIELDS, PROBLEMS = load(CONTENT / "medicines.yaml")
CATALOGUE = read_catalogue(FIELDS) if FIELDS else None
assert CATALOGUE, PROBLEMS.found
PRODUCTS = {one.name: one for one in CATALOGUE.products}
WRITTEN = {one.text("id"): one for one in FIELDS.each("products")}
SOURCES = dict(one.split(": ", 1) for one in FIELDS.texts("sources"))
GENERAL = "general professional knowledge"
every_product = pytest.mark.parametrize("product", CATALOGUE.products, ids=lambda one: one.id)

# What one unit holds, by the table of combinations, its units in 24 hours, hours between, and whether that limit was read: (holds, limit).
COMBINED = {
    "co-codamol 8/500": ({"paracetamol": 500, "codeine": 8}, (8, 4, True)),
    "co-codamol 15/500": ({"paracetamol": 500, "codeine": 15}, (None, 4, True)),
    "co-codamol 30/500": ({"paracetamol": 500, "codeine": 30}, (8, 4, True)),
    "co-dydramol 10/500": ({"paracetamol": 500, "dihydrocodeine": 10}, (8, 4, True)),
    "co-dydramol 20/500": ({"paracetamol": 500, "dihydrocodeine": 20}, (None, 4, True)),
    "co-dydramol 30/500": ({"paracetamol": 500, "dihydrocodeine": 30}, (None, 4, True)),
    "Paramol": ({"paracetamol": 500, "dihydrocodeine": 7.46}, (8, 4, True)),
    "Solpadeine Plus": ({"paracetamol": 500, "codeine": 8, "caffeine": 30}, (8, 4, True)),
    "Solpadeine Max": ({"paracetamol": 500, "codeine": 12.8}, (8, 4, True)),
    "Solpadeine Max Soluble": ({"paracetamol": 500, "codeine": 12.8, "caffeine": 30}, (8, 4, True)),
    "Panadol Extra": ({"paracetamol": 500, "caffeine": 65}, (None, 4, True)),
    "Syndol": ({"paracetamol": 450, "codeine": 10, "caffeine": 30, "doxylamine": 5}, (8, 4, True)),
    "Nurofen Plus": ({"ibuprofen": 200, "codeine": 12.8}, (6, 4, True)),
    "Solpadeine Migraine": ({"ibuprofen": 200, "codeine": 12.8}, (6, 4, True)),
    "Nuromol": ({"paracetamol": 500, "ibuprofen": 200}, (None, 4, True)),
    "co-codaprin 8/400": ({"aspirin": 400, "codeine": 8}, (None, 4, True)),
    "Anadin Extra": ({"paracetamol": 200, "aspirin": 300, "caffeine": 45}, (8, 4, True)),
    "Anadin Original": ({"aspirin": 325, "caffeine": 15}, (None, 4, True)),
    "Migraleve Pink": ({"paracetamol": 500, "codeine": 8, "buclizine": 6.25}, (None, 4, True)),
    "Migraleve Yellow": ({"paracetamol": 500, "codeine": 8}, (None, 4, True)),
    "tramadol/paracetamol 37.5/325": ({"paracetamol": 325, "tramadol": 37.5}, (None, 4, True)),
    "hydrocodone/paracetamol 5/300": ({"paracetamol": 300, "hydrocodone": 5}, (8, None, False)),
    "hydrocodone/paracetamol 7.5/300": ({"paracetamol": 300, "hydrocodone": 7.5}, (6, None, False)),
    "hydrocodone/paracetamol 10/300": ({"paracetamol": 300, "hydrocodone": 10}, (6, None, False)),
    "hydrocodone/paracetamol 5/325": ({"paracetamol": 325, "hydrocodone": 5}, (8, None, False)),
    "hydrocodone/paracetamol 7.5/325": ({"paracetamol": 325, "hydrocodone": 7.5}, (6, None, True)),
    "hydrocodone/paracetamol 10/325": ({"paracetamol": 325, "hydrocodone": 10}, (6, None, True)),
    "oxycodone/paracetamol 2.5/325": ({"paracetamol": 325, "oxycodone": 2.5}, (12, None, True)),
    "oxycodone/paracetamol 5/325": ({"paracetamol": 325, "oxycodone": 5}, (12, None, True)),
    "oxycodone/paracetamol 7.5/325": ({"paracetamol": 325, "oxycodone": 7.5}, (8, None, True)),
    "oxycodone/paracetamol 10/325": ({"paracetamol": 325, "oxycodone": 10}, (6, None, True)),
    "oxycodone/paracetamol 2.5/300": ({"paracetamol": 300, "oxycodone": 2.5}, None),
    "oxycodone/paracetamol 10/300": ({"paracetamol": 300, "oxycodone": 10}, None),
    "Tylenol with Codeine 3": ({"paracetamol": 300, "codeine": 30}, None),
    "Tylenol with Codeine 4": ({"paracetamol": 300, "codeine": 60}, None),
    "Fioricet with Codeine": ({"paracetamol": 300, "codeine": 30, "butalbital": 50, "caffeine": 40}, (6, None, False)),
    "hydrocodone/ibuprofen 7.5/200": ({"ibuprofen": 200, "hydrocodone": 7.5}, (5, None, False)),
    "hydrocodone/ibuprofen 2.5/200": ({"ibuprofen": 200, "hydrocodone": 2.5}, (5, None, False)),
    "Trezix": ({"paracetamol": 320.5, "dihydrocodeine": 16, "caffeine": 30}, None),
    "Synalgos-DC": ({"aspirin": 356.4, "dihydrocodeine": 16, "caffeine": 30}, None),
    "Excedrin Migraine": ({"paracetamol": 250, "aspirin": 250, "caffeine": 65}, (2, None, True)),
    "Excedrin Extra Strength": ({"paracetamol": 250, "aspirin": 250, "caffeine": 65}, (8, None, False)),
    "oxycodone/naloxone 20/10": ({"oxycodone": 20, "naloxone": 10}, None),
    "Combiflam": ({"paracetamol": 325, "ibuprofen": 400}, None),
}
SINGLE = {
    "paracetamol 500 mg": ({"paracetamol": 500}, (8, 4, True)),
    "paracetamol 325 mg": ({"paracetamol": 325}, (None, 4, True)),
    "paracetamol 665 mg modified release": ({"paracetamol": 665}, None),
    "ibuprofen 200 mg": ({"ibuprofen": 200}, (6, 4, True)),
    "ibuprofen 400 mg": ({"ibuprofen": 400}, (3, 4, True)),
    "ibuprofen 600 mg": ({"ibuprofen": 600}, (4, 4, True)),
    "ibuprofen 800 mg": ({"ibuprofen": 800}, None),
    "aspirin 300 mg": ({"aspirin": 300}, (12, 4, True)),
    "aspirin 325 mg": ({"aspirin": 325}, (None, 4, True)),
    "aspirin 75 mg": ({"aspirin": 75}, None),
    "naproxen 250 mg": ({"naproxen": 250}, (4, None, True)),
    "Boots Period Pain": ({"naproxen": 250}, (3, None, True)),
    "naproxen 500 mg": ({"naproxen": 500}, (2, None, True)),
    "naproxen sodium 220 mg": ({"naproxen": 200}, (3, None, True)),
    "diclofenac 50 mg": ({"diclofenac": 50}, (3, None, False)),
    "celecoxib 200 mg": ({"celecoxib": 200}, (2, None, False)),
    "meloxicam 15 mg": ({"meloxicam": 15}, (1, None, False)),
    "codeine 15 mg": ({"codeine": 15}, (16, None, True)),
    "codeine 30 mg": ({"codeine": 30}, (8, None, True)),
    "codeine 60 mg": ({"codeine": 60}, (4, None, True)),
    "dihydrocodeine 30 mg": ({"dihydrocodeine": 30}, (6, None, True)),
    "dihydrocodeine 40 mg": ({"dihydrocodeine": 40}, (6, None, True)),
    "tramadol 50 mg": ({"tramadol": 50}, (8, None, True)),
    "tramadol 150 mg modified release": ({"tramadol": 150}, None),
    "tramadol 200 mg modified release": ({"tramadol": 200}, (2, None, True)),
    "sumatriptan 50 mg": ({"sumatriptan": 50}, (4, None, True)),
    "sumatriptan 100 mg": ({"sumatriptan": 100}, (2, None, True)),
    "morphine 10 mg/5 ml": ({"morphine": 2}, None),
    "morphine 10 mg": ({"morphine": 10}, None),
    "fentanyl patch 25 mcg/h": ({"fentanyl": 1.8}, None),
    "fentanyl patch 12 mcg/h": ({"fentanyl": 0.864}, None),
    "buprenorphine weekly patch 5 mcg/h": ({"buprenorphine": 0.84}, None),
    "buprenorphine patch 52.5 mcg/h": ({"buprenorphine": 5.04}, None),
    "pregabalin 75 mg": ({"pregabalin": 75}, None),
    "nefopam 30 mg": ({"nefopam": 30}, None),
    "metamizole 500 mg": ({"metamizole": 500}, None),
}
# Each limit that was read, in milligrams of its first ingredient in 24 hours.
IN_24_HOURS = {
    "paracetamol 500 mg": 4000,
    "ibuprofen 200 mg": 1200,
    "ibuprofen 400 mg": 1200,
    "ibuprofen 600 mg": 2400,
    "aspirin 300 mg": 3600,
    "naproxen 250 mg": 1000,
    "naproxen 500 mg": 1000,
    "Boots Period Pain": 750,
    "naproxen sodium 220 mg": 600,
    "codeine 15 mg": 240,
    "codeine 30 mg": 240,
    "codeine 60 mg": 240,
    "dihydrocodeine 30 mg": 180,
    "dihydrocodeine 40 mg": 240,
    "tramadol 50 mg": 400,
    "tramadol 100 mg modified release": 400,
    "tramadol 200 mg modified release": 400,
    "sumatriptan 50 mg": 200,
    "sumatriptan 100 mg": 200,
    "co-codamol 8/500": 4000,
    "co-codamol 30/500": 4000,
    "co-dydramol 10/500": 4000,
    "Paramol": 4000,
    "Solpadeine Plus": 4000,
    "Solpadeine Max": 4000,
    "Solpadeine Max Soluble": 4000,
    "Syndol": 3600,
    "Nurofen Plus": 1200,
    "Solpadeine Migraine": 1200,
    "Anadin Extra": 1600,
    "hydrocodone/paracetamol 7.5/325": 1950,
    "hydrocodone/paracetamol 10/325": 1950,
    "oxycodone/paracetamol 2.5/325": 3900,
    "oxycodone/paracetamol 5/325": 3900,
    "oxycodone/paracetamol 7.5/325": 2600,
    "oxycodone/paracetamol 10/325": 1950,
    "Excedrin Migraine": 500,
}
# Marked [G] in the reference: neither a limit in units nor a status may be verified.
LIMIT_NOT_READ = (
    *("co-codamol 15/500", "co-dydramol 20/500", "co-dydramol 30/500", "Panadol Extra", "Nuromol", "co-codaprin 8/400", "Anadin Original"),
    *("Migraleve Pink", "Migraleve Yellow", "tramadol/paracetamol 37.5/325", "Fioricet with Codeine", "Excedrin Extra Strength"),
    *("hydrocodone/paracetamol 5/300", "hydrocodone/paracetamol 5/325", "hydrocodone/ibuprofen 7.5/200", "aspirin 325 mg"),
    *("diclofenac 25 mg", "diclofenac 50 mg", "celecoxib 100 mg", "meloxicam 7.5 mg"),
)
CONTENTS_NOT_READ = (
    *("co-codamol 15/500", "co-dydramol 20/500", "co-dydramol 30/500", "Panadol Extra", "Nuromol", "co-codaprin 8/400", "Anadin Original"),
    *("Migraleve Pink", "Migraleve Yellow", "oxycodone/naloxone 5/2.5", "Combiflam", "ibuprofen 200 mg", "paracetamol 325 mg"),
    *("celecoxib 100 mg", "gabapentin 300 mg", "pregabalin 75 mg", "nefopam 30 mg", "metamizole 500 mg", "sumatriptan 50 mg"),
    *("Midrid", "Lemsip Max", "Beechams", "Night Nurse", "morphine 10 mg/5 ml", "meptazinol 200 mg", "diclofenac gel 1.16"),
)
NOT_COUNTED = ("gabapentinoid", "antidepressant", "anticonvulsant", "topical", "sedative", "alcohol", "antidote")


def holds(product):
    return {one.ingredient: one.mg for one in product.components}


def limit_of(product):
    return tuple(product.limit[:3]) if product.limit else None


@pytest.mark.parametrize(("name", "row"), [*COMBINED.items(), *SINGLE.items()], ids=[*COMBINED, *SINGLE])
def test_contents_and_limit_are_those_of_the_reference(name, row):
    assert (holds(PRODUCTS[name]), limit_of(PRODUCTS[name])) == row


def test_every_limit_in_units_that_is_verified_stands_in_the_table_by_hand():
    read = {one.name: one for one in CATALOGUE.products if one.limit and one.limit.verified and one.limit.units}
    assert {name: one.components[0].mg * one.limit.units for name, one in read.items()} == pytest.approx(IN_24_HOURS)


def test_every_combination_stands_in_the_table_or_beside_one_that_does():
    listed = {re.sub(r"[\d./]+", "", name) for name in COMBINED}
    combined = [one.name for one in CATALOGUE.products if len(one.components or ()) > 1]
    assert [name for name in combined if re.sub(r"[\d./]+", "", name) not in listed] == []


@pytest.mark.parametrize("name", LIMIT_NOT_READ)
def test_a_limit_nobody_has_read_is_not_verified(name):
    used = PRODUCTS[name].limit
    assert used.units is None or not used.verified
    others = WRITTEN[PRODUCTS[name].id].each("other_limits", required=False)
    assert [one.text("source") for one in others if one.truth("verified") is (one.text("source") == "general")] == []


@pytest.mark.parametrize("name", CONTENTS_NOT_READ)
def test_contents_nobody_has_read_are_not_verified(name):
    assert not PRODUCTS[name].verified


def test_with_no_source_nothing_is_verified_and_with_one_everything_is():
    for one in CATALOGUE.products:
        assert one.verified is (GENERAL not in one.source), one.name
        assert one.limit is None or one.limit.verified is (GENERAL not in one.limit.source), one.name
    for ingredient in CATALOGUE.ingredients:
        assert all(code.verified is (GENERAL not in code.source) for code in ingredient.codes)


@every_product
def test_every_product_is_whole(product):
    assert product.unit in UNITS
    assert set(product.classes) <= set(CLASSES)
    assert len(product.classes) == len(product.components or ("the whole",))
    assert date.fromisoformat(product.checked_on) >= date(2026, 1, 1)
    assert product.source
    assert all(status in ("over_the_counter", "prescription", "unknown") for status in product.legal.values())
    assert (product.wear_hours is None) == (product.rate is None)


@every_product
def test_what_counts_is_what_the_issue_says(product):
    heart = product.name in ("aspirin 75 mg", "aspirin 81 mg")
    assert (product.counts == "other") is (heart or product.classes[0] in NOT_COUNTED)


@every_product
def test_a_strength_in_the_name_is_the_strength_inside(product):
    if said := re.search(r"([\d.]+) mg(?:$| m| u)", product.name):
        salt = {"naproxen sodium 220 mg": 200}
        assert product.components[0].mg == salt.get(product.name, float(said[1]))
    if said := re.fullmatch(r"co-\w+ ([\d.]+)/([\d.]+)|\w+/\w+ ([\d.]+)/([\d.]+)", product.name):
        assert {float(one) for one in said.groups() if one} == {one.mg for one in product.components}


def test_each_strength_once_and_each_id_and_name_once():
    assert len({one.id for one in CATALOGUE.products}) == len(PRODUCTS) == len(CATALOGUE.products) > 200


def test_no_source_is_listed_that_nothing_comes_from_and_each_says_where_it_is():
    used = {key.strip() for one in _every(FIELDS) for key in one.split(",")}
    remarks = " ".join(line for line in (CONTENT / "medicines.yaml").read_text().splitlines() if line.lstrip().startswith("#"))
    assert used <= set(SOURCES)
    assert [key for key in SOURCES if key not in used and not re.search(rf"\b{key}\b", remarks)] == []
    assert all(SOURCES.values())


def test_codes_known_from_memory_are_not_verified():
    codes = {(one.id, code.system): code for one in CATALOGUE.ingredients for code in one.codes}
    from_memory = ("naproxen", "meloxicam", "indometacin", "ketoprofen", "metamizole", "gabapentin", "pregabalin", "sumatriptan")
    assert [name for name in (*from_memory, "rizatriptan", "zolmitriptan") if codes[name, "rxnorm"].verified] == []
    assert codes["paracetamol", "rxnorm"][1:3] == ("161", True)
    assert codes["codeine", "snomed"].code == "387494007"


def test_codeine_from_a_shop_is_known_where_it_was_read_and_nowhere_else():
    shop = {one.name for one in CATALOGUE.products if one.legal.get("GB") == "over_the_counter" and "weak-opioid" in one.classes}
    combined = {"Solpadeine Plus", "Solpadeine Max", "Solpadeine Max Soluble", "Syndol", "Nurofen Plus", "Solpadeine Migraine"}
    assert shop == combined | {"co-codamol 8/500", "Paramol"}
    assert [one.name for one in CATALOGUE.products if one.legal.get("AU") == "over_the_counter" and "weak-opioid" in one.classes] == []


def test_what_is_there_for_the_notices_alone_takes_no_part_in_sums():
    for name in ("baclofen", "diazepam", "zopiclone", "alcohol", "naloxone spray", "naloxone injection", "capsaicin patch 8"):
        assert (PRODUCTS[name].components, PRODUCTS[name].counts) == ((), "other")


def test_where_contents_are_not_given_they_are_unknown():
    unknown = {one.name for one in CATALOGUE.products if one.components is None}
    assert unknown == {"Calpol liquid", "Calprofen liquid", "Midrid", "Lemsip Max", "Beechams", "Night Nurse"}


def _every(fields):
    """Every `source` in the file."""
    for one in (*fields.each("ingredients"), *fields.each("products")):
        yield one.text("source")
        for name in ("codes", "other_limits"):
            yield from (inner.text("source") for inner in one.each(name, required=False))
        if limit := one.fields("limit"):
            yield limit.text("source")
