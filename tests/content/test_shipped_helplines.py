"""The help lines that come with the program: each with its source and day, and no number that nobody has read in a text."""

from __future__ import annotations

import re
from datetime import date

import pytest
from sentences import CONTENT

from cmt_cli.base.words import start as start_words
from cmt_cli.base.words import support as support_words
from cmt_cli.commands.helplines import KINDS, read_helplines
from cmt_cli.commands.support import FALLBACK_EMERGENCY

LINES = read_helplines(CONTENT)
assert LINES, "helplines.yaml has a problem"
EMERGENCY = {
    "GB": ("999", "112"),
    "IE": ("112", "999"),
    "US": ("911",),
    "CA": ("911",),
    "AU": ("000",),
    "NZ": ("111",),
    "IN": ("112",),
    "ZA": ("112", "10177"),
    "DE": ("112",),
}
# Numbers of the compiled table that were known only from memory, or are not help lines at all.
NOT_READ = {
    "GB": ("0300 123 6600",),
    "CA": ("1-866-531-2600", "211"),
    "IN": ("14446", "1800 116 117", "1933"),
    "DE": ("116 123", "01806 313031", "01805 313031"),
}
# Lines whose number was read and whose hours were not.
HOURS_NOT_READ = (("US", "poison"), ("NZ", "drugs"), ("ZA", "poison"))
CRISIS = {
    "GB": "116 123",
    "IE": "116 123",
    "US": "988",
    "CA": "988",
    "AU": "13 11 14",
    "NZ": "1737",
    "IN": "14416",
    "ZA": "0800 567 567",
    "DE": "0800 111 0 111",
}
POISON = {
    "GB": "111",
    "IE": "01 809 2166",
    "US": "1-800-222-1222",
    "CA": "1-844-764-7669",
    "AU": "13 11 26",
    "NZ": "0800 764 766",
    "ZA": "0861 555 777",
}

EVERY = [(country.code, line) for country in LINES.countries for line in country.lines] + [("any", line) for line in LINES.everywhere]
every_line = pytest.mark.parametrize(("code", "line"), EVERY, ids=[f"{code} {line.number}" for code, line in EVERY])


def digits(text: str) -> list[str]:
    """The numbers in a text, the spaces and dashes inside them dropped."""
    return re.findall(r"\d+", re.sub(r"(?<=\d)[ -](?=\d)", "", text))


def lines_of(code, kind):
    country = LINES.of(code)
    return [line for line in country.lines if line.kind == kind] if country else []


def test_the_countries_are_those_of_the_table():
    assert {country.code for country in LINES.countries} == set(EMERGENCY)


@pytest.mark.parametrize(("code", "numbers"), EMERGENCY.items())
def test_every_country_has_its_emergency_number_first(code, numbers):
    country = LINES.of(code)
    assert country
    assert country.lines[0].kind == "emergency"
    assert digits(country.lines[0].number) == list(numbers)


@pytest.mark.parametrize(
    ("kind", "code", "number"), [("crisis", *one) for one in CRISIS.items()] + [("poison", *one) for one in POISON.items()]
)
def test_every_country_has_somebody_to_ring(kind, code, number):
    assert digits(number)[0] in [one for line in lines_of(code, kind) for one in digits(line.number)]


def test_where_no_country_is_known_there_is_an_emergency_number_and_two_directories():
    everywhere = [(line.kind, line.number) for line in LINES.everywhere]
    assert everywhere == [("emergency", "112"), ("directory", "findahelpline.com"), ("directory", "befrienders.org")]


@every_line
def test_every_line_names_its_source_and_the_day_it_was_checked(code, line):
    assert line.source.strip()
    assert date(2026, 1, 1) <= date.fromisoformat(line.checked_on)
    assert line.kind in KINDS
    assert line.name.strip()


@pytest.mark.parametrize(("code", "number"), [(code, number) for code, numbers in NOT_READ.items() for number in numbers])
def test_a_number_nobody_has_read_in_a_text_is_not_shipped(code, number):
    country = LINES.of(code)
    assert country
    shipped = [one for line in country.lines for one in digits(f"{line.name}; {line.number}")]
    assert digits(number)[0] not in shipped


def test_no_country_ships_a_number_that_takes_crime_tips():
    assert "1933" not in [one for _, line in EVERY for one in digits(line.number)]


def test_the_professionals_poison_service_is_not_offered():
    assert [line for _, line in EVERY if re.search(r"toxbase|npis", f"{line.name} {line.number}", re.IGNORECASE)] == []


@pytest.mark.parametrize(("code", "kind"), HOURS_NOT_READ)
def test_hours_nobody_has_read_are_not_shipped(code, kind):
    assert [line.number for line in lines_of(code, kind)]
    assert [line.hours for line in lines_of(code, kind) if line.hours] == []


def test_a_poisons_line_that_closes_says_when():
    assert [line.hours for line in lines_of("IE", "poison")] == ["8 to 22 every day"]


@pytest.mark.parametrize("code", ["GB", "IE", "US", "CA", "NZ"])
def test_somebody_who_cannot_speak_has_a_number_to_text(code):
    country = LINES.of(code)
    assert country
    assert [line.number for line in country.lines if line.by == "text"]


@every_line
def test_no_line_is_a_bot(code, line):
    assert not re.search(r"\b(?:bot|chatbot|AI|app)\b", line.name)


def test_with_a_broken_list_the_emergency_numbers_are_still_said():
    for number in ("112", "999", "911", "000"):
        assert number in support_words.LINES_BROKEN
    assert digits(FALLBACK_EMERGENCY) == ["112", "999", "911"]


def test_the_countries_are_named_in_the_help():
    from cmt_cli.base.words import help as help_words

    assert set(re.findall(r"\b[A-Z]{2}\b", help_words.COUNTRY)) == set(EMERGENCY)
    assert start_words.NO_COUNTRY
