"""Finding a medicine by a forgiving name, and reading the catalogue with every problem told at its place."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cmt_cli.base.medicine import Component, Product
from cmt_cli.base.reader import load
from cmt_cli.clinical.catalogue import MOST_CHOICES, find
from cmt_cli.clinical.catalogue_read import read_catalogue
from cmt_cli.env import content_folder

FIELDS, _ = load(content_folder() / "medicines.yaml")
assert FIELDS
CATALOGUE = read_catalogue(FIELDS)
assert CATALOGUE
PRODUCTS = CATALOGUE.products
NAMED = {one.name: one for one in PRODUCTS}
every_product = pytest.mark.parametrize("product", PRODUCTS, ids=lambda one: one.id)


def name_of(typed, country=None, products=PRODUCTS):
    found = find(products, typed, country)
    return found.match.name if found.match else None


def choices(typed, country=None, products=PRODUCTS):
    found = find(products, typed, country)
    assert found.match is None
    return [one.name for one in found.choices]


# One medicine


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("cocodamol 30", "co-codamol 30/500"),
        ("co codamol 30/500", "co-codamol 30/500"),
        ("CO-CODAMOL 30/500 tablets", "co-codamol 30/500"),
        ("30/500 co-codamol", "co-codamol 30/500"),
        ("cocodamol30/500mg", "co-codamol 30/500"),
        ("effervescent co-codamol 8/500", "co-codamol 8/500"),
        ("soluble co-codamol 8/500", "co-codamol 8/500"),
        ("Zapain", "co-codamol 30/500"),
        ("zapain 30/500", "co-codamol 30/500"),
        ("tylenol 3", "Tylenol with Codeine 3"),
        ("Tylenol #3", "Tylenol with Codeine 3"),
        ("tylenol no. 4", "Tylenol with Codeine 4"),
        ("tylenol 500", "paracetamol 500 mg"),
        ("nurofen plus", "Nurofen Plus"),
        ("Nurofenplus tablets", "Nurofen Plus"),
        ("nurofen 200", "ibuprofen 200 mg"),
        ("oramorph", "morphine 10 mg/5 ml"),
        ("oramorph 10mg/5ml", "morphine 10 mg/5 ml"),
        ("Oramorph 2 mg per ml", "morphine 10 mg/5 ml"),
        ("paracetamol 500", "paracetamol 500 mg"),
        ("acetaminophen 500 mg caplets", "paracetamol 500 mg"),
        ("paracetamol 0.5 g", "paracetamol 500 mg"),
        ("paracetamol 0,5g", "paracetamol 500 mg"),
        ("codeine phosphate 30mg", "codeine 30 mg"),
        ("percocet 5/325", "oxycodone/paracetamol 5/325"),
        ("percocet 10", "oxycodone/paracetamol 10/325"),
        ("hydrocodone/acetaminophen 5-325", "hydrocodone/paracetamol 5/325"),
        ("MST 10", "morphine 10 mg modified release"),
        ("ms contin 30 mg", "morphine 30 mg modified release"),
        ("Zydol SR 100", "tramadol 100 mg modified release"),
        ("tramadol 100mg slow-release", "tramadol 100 mg modified release"),
        ("morphine 10 prolonged release", "morphine 10 mg modified release"),
        ("durogesic 25 microgram/hour", "fentanyl patch 25 mcg/h"),
        ("butrans 7.5", "buprenorphine weekly patch 7.5 mcg/h"),
        ("belbuca 75 mcg", "buprenorphine film 0.075 mg"),
        ("solpadeine max", "Solpadeine Max"),
        ("solpadeine max soluble", "Solpadeine Max Soluble"),
        ("aleve", "naproxen sodium 220 mg"),
        ("voltarol gel 1.16", "diclofenac gel 1.16"),
        ("alcohol", "alcohol"),
    ],
)
def test_a_forgiving_name_is_understood(typed, name):
    assert name_of(typed) == name


@every_product
def test_each_product_is_found_by_its_own_name(product):
    for said in (product.name, product.name.upper(), product.name.replace("-", " "), f"  {product.name} tablets "):
        assert find(PRODUCTS, said).match == product


@every_product
def test_each_product_is_found_by_each_of_its_brands(product):
    for brand in product.also:
        found = find(PRODUCTS, brand, next(iter(product.legal), None))
        assert product in (found.match, *found.choices), brand


@pytest.mark.parametrize("product", [one for one in PRODUCTS if one.components], ids=lambda one: one.id)
def test_a_brand_with_its_strength_is_never_another_strength(product):
    strength = product.rate if product.rate is not None else product.components[-1].mg * (5 if product.unit == "ml" else 1)
    for brand in product.also:
        match = find(PRODUCTS, f"{brand} {strength:g}").match
        assert match is None or strength in {match.rate, *(one.mg for one in match.components), *(one.mg * 5 for one in match.components)}


# Several


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("cocodamol", ["co-codamol 8/500", "co-codamol 15/500", "co-codamol 30/500"]),
        ("co-codamol 500", ["co-codamol 8/500", "co-codamol 15/500", "co-codamol 30/500"]),
        ("remedeine", ["co-dydramol 20/500", "co-dydramol 30/500"]),
        ("nurofen", ["ibuprofen 200 mg", "ibuprofen 400 mg", "Nurofen Plus"]),
        ("solpadeine", ["Solpadeine Plus", "Solpadeine Max", "Solpadeine Max Soluble", "Panadol Extra", "Solpadeine Migraine"]),
        ("migraleve", ["Migraleve Pink", "Migraleve Yellow"]),
        ("meperidine", ["pethidine 50 mg", "pethidine 100 mg"]),
        ("fentanyl 25", ["fentanyl patch 25 mcg/h"]),
        ("vicodin 5/500", ["hydrocodone/paracetamol 5/300", "hydrocodone/paracetamol 7.5/300", "hydrocodone/paracetamol 10/300"]),
        ("codeine 20", ["codeine 15 mg", "codeine 30 mg", "codeine 60 mg"]),
    ],
)
def test_a_strength_is_never_guessed(typed, names):
    assert choices(typed) == names


def test_choices_of_ones_own_country_come_first_and_there_are_nine_at_most():
    assert choices("paracetamol", "GB")[:1] == ["paracetamol 500 mg"]
    assert choices("aspirin", "US")[:2] == ["aspirin 325 mg", "aspirin 81 mg"]
    assert choices("aspirin", "GB")[:2] == ["aspirin 300 mg", "aspirin 75 mg"]
    assert len(choices("morphine")) == MOST_CHOICES
    assert choices("morphine", "US")[:3] == ["morphine 15 mg", "morphine 30 mg", "morphine 10 mg/5 ml"]


def test_ordinary_tablets_come_before_modified_release():
    assert choices("zydol")[0] == "tramadol 50 mg"
    assert choices("zydol sr") == [f"tramadol {mg} mg modified release" for mg in (100, 150, 200, 300)]


def test_part_of_a_name_is_never_taken_for_the_whole():
    own = [NAMED["co-codamol 30/500"], NAMED["Tylenol with Codeine 3"], NAMED["ibuprofen 200 mg"]]
    for typed in ("codeine 30", "codeine", "tylenol", "tylenol 500", "paracetamol", "ibuprofen 400", "nurofen plus", "co", "ibu"):
        assert name_of(typed, "GB", own) is None


def test_among_a_persons_own_the_only_strength_is_meant():
    own = [NAMED["co-codamol 30/500"], NAMED["paracetamol 500 mg"]]
    assert name_of("cocodamol", "GB", own) == "co-codamol 30/500"
    assert name_of("paracetamol tabs", "GB", own) == "paracetamol 500 mg"


def test_a_product_of_ones_own_with_contents_unknown_is_found_too():
    own = [Product(None, "the blue ones", "unit", None, (), "painkiller", {})]
    assert name_of("Blue ones", None, own) == "the blue ones"


# Nothing


@pytest.mark.parametrize(
    ("typed", "near"),
    [("asprin", "aspirin"), ("paracetmol 500", "paracetamol"), ("ibuprofin", "ibuprofen"), ("nurofun plus", "Nurofen Plus")],
)
def test_an_unknown_name_tells_the_nearest(typed, near):
    assert find(PRODUCTS, typed) == (None, (), near)


@pytest.mark.parametrize("typed", ["", " ", "500", "500 mg tablets", "tablets", "mr", "xyzzy", "plain", "\u00b2 \u0663", "\ud83d\ude00"])
def test_what_is_no_name_is_nothing(typed):
    assert find(PRODUCTS, typed) == (None, (), "")


fragments = st.sampled_from(
    [
        *{word for one in PRODUCTS for name in (one.name, *one.also) for word in name.split()},
        "co",
        "30/500",
        "5",
        "mg",
        "mr",
        "1,000",
        "g",
        "soluble",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(fragments, max_size=5).map(" ".join)), st.sampled_from([None, "GB", "US", "ZZ"]))
def test_any_typed_name_ends_in_a_match_choices_or_nothing(typed, country):
    found = find(PRODUCTS, typed, country)
    assert not (found.match and found.choices)
    assert len(found.choices) <= MOST_CHOICES
    assert len({one.id for one in found.choices}) == len(found.choices)
    assert not found.near or not (found.match or found.choices)


# Reading

SOURCES = 'sources:\n  - "U1: NHS: a page, 2024-05-08"\n  - "general: nobody has read it"\n'
INGREDIENTS = (
    "ingredients:\n"
    "  - {id: paracetamol, names: [paracetamol, acetaminophen], class: simple, source: general}\n"
    "  - {id: codeine, names: [codeine], class: weak-opioid, source: general}\n"
)
TOP = f"checked_on: 2026-11-21\n{SOURCES}{INGREDIENTS}products:\n"
WHOLE = "id: a, name: A 500, unit: tablet, components: {paracetamol: 500}, counts: painkiller, verified: true, source: U1"
READ = "counts: painkiller, verified: false, source: general"


@pytest.fixture
def read(tmp_path):
    """What a file with these products comes to, and its problems without the path."""

    def reading(*products, top=TOP):
        path = tmp_path / "medicines.yaml"
        path.write_text(top + "".join(f"  - {{{one}}}\n" for one in products), encoding="utf-8")
        fields, problems = load(path)
        assert fields
        catalogue = read_catalogue(fields)
        assert (catalogue is None) == bool(problems.found)
        return catalogue, [str(one).removeprefix(f"{path}:") for one in dict.fromkeys(problems.found)]

    return reading


def test_a_product_is_read_with_its_source_as_it_is_cited(read):
    catalogue, problems = read(f"{WHOLE}, also: [B], legal: {{GB: prescription}}, legal_unverified: {{US: over_the_counter}}")
    assert problems == []
    assert catalogue
    [product] = catalogue.products
    assert (product.source, product.checked_on) == ("NHS: a page, 2024-05-08", "2026-11-21")
    assert product.legal == {"GB": "prescription", "US": "unknown"}
    assert (product.components, product.classes, product.also) == ((Component("paracetamol", 500),), ("simple",), ("B",))


def test_liquids_and_patches_come_to_milligrams_in_one_unit(read):
    catalogue, _ = read(
        f"id: a, name: A, unit: ml, in_5_ml: {{codeine: 12.5}}, {READ}",
        f"id: b, name: B, unit: patch, rate: {{codeine: 25}}, wear_hours: 72, {READ}",
        f"id: c, name: C, unit: tablet, contents: unknown, class: simple, {READ}",
        f"id: d, name: D, unit: unit, contents: not_counted, class: alcohol, {READ}",
    )
    assert catalogue
    liquid, patch, unknown, alcohol = catalogue.products
    assert liquid.components == (Component("codeine", 2.5),)
    assert (patch.components, patch.rate, patch.wear_hours) == ((Component("codeine", 1.8),), 25, 72)
    assert (unknown.components, unknown.classes) == (None, ("simple",))
    assert (alcohol.components, alcohol.classes) == ((), ("alcohol",))


def test_a_name_is_also_given_with_the_other_names_of_its_ingredients(read):
    catalogue, _ = read(f"id: a, name: paracetamol 500 mg, unit: tablet, components: {{paracetamol: 500}}, also: [Hedex], {READ}")
    assert catalogue
    assert catalogue.products[0].also == ("Hedex", "acetaminophen 500 mg")


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        (WHOLE.replace("paracetamol", "paracetamul"), "9:53: no ingredient has the id 'paracetamul', did you mean 'paracetamol'?"),
        (WHOLE.replace("{paracetamol: 500}", "{}"), "9:52: 'components' names at least one ingredient"),
        (WHOLE.replace(": 500}", ": lots}"), "9:66: 'paracetamol' is a number above 0 and up to 100000, written in digits"),
        (WHOLE.replace(": 500}", ": 0}"), "9:66: 'paracetamol' is a number above 0 and up to 100000, written in digits"),
        (WHOLE.replace("source: U1", "source: genral"), "9:116: no source has the key 'genral', did you mean 'general'?"),
        (
            WHOLE.replace("source: U1", "source: general"),
            "9:102: 'verified: true' needs a source that was read; the source here is general knowledge",
        ),
        (WHOLE.replace("verified: true", "verified: false"), "9:102: the source here was read, so it is 'verified: true'"),
        (
            WHOLE.replace("components: {paracetamol: 500}, ", ""),
            "9:5: a product has one of 'components', 'in_5_ml', 'rate' and 'contents'",
        ),
        (f"{WHOLE}, contents: unknown, class: simple", "9:5: a product has one of 'components', 'in_5_ml', 'rate' and 'contents'"),
        (WHOLE.replace("components", "in_5_ml"), "9:49: 'in_5_ml' is of a liquid, whose unit is ml"),
        (WHOLE.replace("components", "rate"), "9:46: 'rate' is of a patch, whose unit is patch, and needs 'wear_hours'"),
        (f"{WHOLE}, legal: {{gb: prescription}}", "9:128: a country is two capital letters, such as GB"),
        (f"{WHOLE}, legal: {{GB: prescription}}, legal_unverified: {{GB: prescription}}", "9:165: 'GB' stands under 'legal' too"),
        (f"{WHOLE}, also: [B, B]", "9:126: 'B' is given twice"),
        (f"{WHOLE}, limit: {{verified: true, source: U1}}", "9:127: a limit says 'units' or 'gap_hours'"),
        (
            f"{WHOLE}, limit: {{units: 8, verified: true, source: general}}",
            "9:148: 'verified: true' needs a source that was read; the source here is general knowledge",
        ),
        (
            f"{WHOLE}, other_limits: [{{units: x, verified: true, source: U1}}]",
            "9:143: 'units' is a number above 0 and up to 100000, written in digits",
        ),
        (f"{WHOLE}, colour: blue", "9:120: unknown field 'colour'"),
    ],
)
def test_every_problem_is_told_at_its_place(read, written, problem):
    assert problem in read(written)[1]


def test_the_same_id_or_name_twice_is_told_with_the_line_of_the_first(read):
    _, problems = read(WHOLE, WHOLE)
    assert problems == ["10:10: the id 'a' is used already, on line 9", "10:19: the name 'A 500' is used already, on line 9"]


def test_a_date_that_is_none_is_told(read):
    _, problems = read(WHOLE, top=TOP.replace("2026-11-21", "yesterday"))
    assert problems == ["1:13: 'checked_on' is a date such as 2026-11-21"]


def test_a_code_from_memory_is_not_verified(read):
    codes = "codes: [{system: rxnorm, code: '1', verified: true, source: general}]"
    _, problems = read(WHOLE, top=TOP.replace("class: simple, ", f"class: simple, {codes}, "))
    assert len(problems) == 1
    assert "'verified: true' needs a source that was read" in problems[0]


def test_a_file_without_anything_says_what_is_missing(read):
    _, problems = read(top="colour: blue\n")
    assert [one.partition(": ")[2] for one in problems] == [
        *("'checked_on' is missing", "'sources' is missing", "'ingredients' is missing", "'products' is missing"),
        "unknown field 'colour'",
    ]


def test_an_ingredient_whose_names_are_no_list_is_told_and_stops_nothing(read):
    _, problems = read(WHOLE, top=TOP.replace("[codeine]", "codeine"))
    assert [one.partition(": ")[2] for one in problems] == ["'names' is a list of texts, none of them empty"]


@pytest.mark.parametrize("source", ["U1", "U1: NHS: another page"])
def test_a_source_without_a_key_of_its_own_is_told(read, source):
    _, problems = read(WHOLE, top=TOP.replace("general: nobody has read it", source).replace("source: general", "source: U1"))
    assert problems == [f"3:3: a source is a key of its own, a colon and where it is; this one is not: {source}"]


def test_an_ingredient_without_a_name_is_told_once(read):
    top = TOP.replace("[codeine]", "[]")
    _, problems = read(f"id: a, name: A, unit: tablet, components: {{codeine: 8}}, {READ}", top=top)
    assert len(problems) == 1
    assert "names" in problems[0]
