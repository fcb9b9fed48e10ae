"""A person's own medicines: forgiving names, several and unknown ones, contents of one's own, and what is asked once of each."""

from __future__ import annotations

import pytest
from asked import asked, rows

from cmt_cli.base.words import med as words
from cmt_cli.programme.ports import Command

KEYS = ["id", "name", "unit", "components", "counts", "verified", "kind", "usual"]
OWN = ("--contains", "paracetamol 500, codeine 30", "--unit", "tablet")
UNCHECKED = "co-codaprin 8/400"  # its contents are general knowledge, and are to be looked up on the pack


@pytest.fixture
def ask(cmt, monkeypatch):
    return lambda *args, **changes: asked(cmt, monkeypatch, *args, **changes)


def dose(cmt, *args):
    return cmt("med", "add", *args, "--json").json["dose"]


def names(cmt):
    return cmt("med", "names", "--json").json["medicines"]


def named(cmt, *args):
    [medicine] = cmt("med", "names", "--add", *args, "--json").json["medicines"]
    return medicine


def choices(result):
    before, _, after = words.WHICH.partition("{choices}")
    return result.err.removeprefix(before).partition(after)[0].split(", ")


def components(**mg):
    return [{"ingredient": name, "mg": amount} for name, amount in mg.items()]


# Forgiving names


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("cocodamol 30", "co-codamol 30/500"),
        ("Co Codamol 30/500 Tablets", "co-codamol 30/500"),
        ("ZAPAIN", "co-codamol 30/500"),
        ("tylenol 3", "Tylenol with Codeine 3"),
        ("nurofen plus", "Nurofen Plus"),
        ("acetaminophen 500", "paracetamol 500 mg"),
        ("oramorph", "morphine 10 mg/5 ml"),
    ],
)
def test_a_loose_name_is_the_medicine_that_is_meant(cmt, typed, name):
    assert dose(cmt, *typed.split())["medicine"] == name
    assert [one["name"] for one in names(cmt)] == [name]


def test_a_name_is_one_however_many_words_it_comes_in(cmt):
    assert dose(cmt, "nurofen", "plus")["medicine"] == dose(cmt, "nurofen plus")["medicine"]
    assert len(names(cmt)) == 1


def test_the_same_medicine_by_another_name_is_kept_once(cmt):
    for typed in ("cocodamol 30", "Zapain", "co-codamol 30/500"):
        dose(cmt, typed)
    assert [one["id"] for one in names(cmt)] == [1]


def test_whoever_has_one_strength_need_not_say_which(cmt):
    dose(cmt, "ibuprofen 400")
    assert dose(cmt, "ibuprofen")["medicine"] == "ibuprofen 400 mg"


def test_another_strength_than_their_own_is_never_taken_for_it(cmt):
    dose(cmt, "ibuprofen 400")
    assert dose(cmt, "ibuprofen 200")["medicine"] == "ibuprofen 200 mg"


# Several, and none


@pytest.mark.parametrize(
    "command",
    [
        ("med", "add", "ibuprofen"),
        ("med", "add", "ibuprofen", "--units", "2", "--json"),
        ("med", "directions", "ibuprofen", "--text", "words"),
        ("med", "usual", "ibuprofen", "--set", "2"),
        ("med", "names", "--add", "ibuprofen"),
        ("pause", "ibuprofen", "--choice", "open"),
    ],
    ids=" ".join,
)
def test_a_name_that_could_be_several_tells_them_and_stores_nothing(cmt, home, command):
    result = cmt(*command)
    assert (result.code, result.out) == (2, "")
    assert {"ibuprofen 200 mg", "ibuprofen 400 mg"} <= set(choices(result))
    assert "Nothing was stored." in result.err
    for table in ("medicines", "doses", "directions", "pauses"):
        assert rows(home, f"SELECT * FROM {table}") == []


def test_the_choices_are_at_most_nine(cmt):
    assert 2 <= len(choices(cmt("med", "add", "morphine"))) <= 9


def test_of_several_their_own_come_first(cmt):
    for strength in ("600", "400"):
        dose(cmt, f"ibuprofen {strength}")
    assert choices(cmt("med", "add", "ibuprofen"))[:3] == ["ibuprofen 600 mg", "ibuprofen 400 mg", "ibuprofen 200 mg"]


def test_for_the_usual_dose_only_their_own_are_choices(cmt):
    for strength in ("600", "400"):
        dose(cmt, f"ibuprofen {strength}")
    result = cmt("med", "usual", "ibuprofen")
    assert result.code == 2
    assert result.err == words.WHICH.format(choices="ibuprofen 600 mg, ibuprofen 400 mg") + "\n"


def test_an_unknown_one_is_kept_with_contents_unknown_and_says_so(cmt):
    result = cmt("med", "add", "grandmother's drops", "--units", "2")
    assert result.code == 0
    assert result.err == words.UNKNOWN.format(near="") + "\n"
    [medicine] = names(cmt)
    assert list(medicine) == KEYS
    assert medicine == dict(zip(KEYS, [1, "grandmother's drops", "unit", None, "painkiller", False, None, None], strict=True))
    [kept] = cmt("med", "list", "--json").json["doses"]
    assert (kept["components"], kept["units"]) == (None, 2)


def test_a_slip_in_a_name_is_told_the_nearest_one(cmt):
    assert "(the nearest name there is ibuprofen)" in cmt("med", "add", "ibuprofin 200").err


def test_it_is_said_once_that_a_name_is_unknown(cmt):
    assert cmt("med", "add", "drops").err
    assert cmt("med", "add", "Drops ").err == ""
    assert [one["name"] for one in names(cmt)] == ["drops"]


@pytest.mark.parametrize(
    "command",
    [("med", "usual", "drops", "--set", "2"), ("med", "directions", "drops", "--text", "x"), ("pause", "drops", "--choice", "open")],
)
def test_wherever_an_unknown_one_is_named_first_it_is_said(cmt, command):
    assert words.UNKNOWN.format(near="") in cmt(*command).err


@pytest.mark.parametrize("name", ["", " ", "2", "30/500", "...", "x" * 81, "two\nlines", "a\tb", "a\0b", "a\x1b[31mb"])
def test_what_is_no_name_gets_one_sentence_and_stores_nothing(cmt, home, name):
    for command in (("med", "add", name), ("med", "names", "--add", name), ("pause", name, "--choice", "open")):
        result = cmt(*command)
        assert (result.code, result.out) == (2, "")
        assert result.err.count("\n") == 1
    assert not rows(home, "SELECT * FROM medicines") if (home / "cmt.db").exists() else True


def test_a_sum_with_an_unknown_one_says_at_least(cmt):
    cmt("med", "add", "paracetamol 500", "--units", "4")
    cmt("med", "add", "grandmother's drops")
    told = cmt("pause", "paracetamol 500", "--choice", "open").out
    assert "In the last 24 hours at least: paracetamol 2 g." in told
    [notice] = [one for one in cmt("med", "add", "paracetamol 500", "--units", "5", "--json").json["notices"] if one["rule"] == "R1"]
    assert notice["text"].startswith("At least 4.5 g")


# One's own, with what the pack says


def test_a_product_of_ones_own_has_its_contents(cmt):
    medicine = named(cmt, "Painaway", *OWN)
    assert medicine == dict(
        zip(KEYS, [1, "Painaway", "tablet", components(paracetamol=500, codeine=30), "painkiller", True, None, None], strict=True)
    )
    assert dose(cmt, "pain away", "--units", "2")["components"] == components(paracetamol=1000, codeine=60)


def test_what_is_not_known_to_be_a_painkiller_or_not_counts_as_one(cmt):
    assert named(cmt, "Willow", "--contains", "willow bark 200")["counts"] == "painkiller"
    assert named(cmt, "Calm", "--contains", "pregabalin 75")["counts"] == "other"


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("paracetamol 500", {"paracetamol": 500}),
        (" Paracetamol  500mg ", {"paracetamol": 500}),
        ("paracetamol 1,000", {"paracetamol": 1000}),
        ("codeine 12,8; ibuprofen 200", {"codeine": 12.8, "ibuprofen": 200}),
        ("codeine 12.8 mg + ibuprofen 200 mg", {"codeine": 12.8, "ibuprofen": 200}),
        ("paracetamol 1,000, codeine 8", {"paracetamol": 1000, "codeine": 8}),
        ("acetaminophen 325", {"paracetamol": 325}),
        ("mefenamic acid 250", {"mefenamic acid": 250}),
    ],
)
def test_contents_are_read_as_packs_write_them(cmt, said, read):
    assert named(cmt, "Painaway", "--contains", said)["components"] == components(**read)


@pytest.mark.parametrize("said", ["paracetamol 120 in 5 ml", "paracetamol 120 mg/5 ml", "paracetamol 24 per ml", "paracetamol 24"])
def test_a_liquid_is_said_as_its_bottle_says_it(cmt, said):
    assert named(cmt, "Pink syrup", "--contains", said, "--unit", "ml")["components"] == components(paracetamol=24)
    assert dose(cmt, "pink syrup", "--units", "7.5")["components"] == components(paracetamol=180)
    assert cmt("med", "names", stdout_is_terminal=True, width=60).out.count("paracetamol 120 mg in 5 ml") == 1


@pytest.mark.parametrize(
    "said",
    [
        "",
        " ",
        ",",
        "paracetamol",
        "500",
        "paracetamol -500",
        "paracetamol 0",
        "paracetamol 500, codeine",
        "paracetamol 1e9",
        "codeine 100001",
        "paracetamol 120 in 5 ml",
        "codeine 5 in 0 ml",
        "codeine 1,00,0",
    ],
)
def test_contents_that_cannot_be_read_are_refused_and_nothing_is_stored(cmt, home, said):
    result = cmt("med", "names", "--add", "Painaway", "--contains", said, "--unit", "tablet")
    assert (result.code, result.out, result.err) == (2, "", words.BAD_CONTENTS + "\n")
    assert rows(home, "SELECT * FROM medicines") == []


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (("--contains", "codeine 30"), words.NEEDS_ADD),
        (("--kind", "clock"), words.NEEDS_ADD),
        (("--add", "x", "--kind", "sometimes"), words.BAD_KIND),
        (("--add", "x", "--unit", "handful"), words.BAD_UNIT.partition("{")[0]),
        (("--add", "cocodamol 30", "--unit", "ml"), words.UNIT_NEEDS_CONTENTS),
    ],
)
def test_what_does_not_fit_is_refused_with_what_to_do(cmt, args, sentence):
    result = cmt("med", "names", *args)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(sentence)
    assert names(cmt) == []


def test_a_name_of_the_catalogue_is_kept_with_what_the_catalogue_says(cmt):
    medicine = named(cmt, "cocodamol 30", "--kind", "clock")
    assert (medicine["name"], medicine["kind"]) == ("co-codamol 30/500", "clock")
    assert medicine["components"] == components(paracetamol=500, codeine=30)


def test_what_the_pack_says_later_changes_the_medicine_and_no_dose_that_was_taken_before(cmt):
    before = dose(cmt, "drops", "--units", "2")
    assert named(cmt, "drops", "--contains", "codeine 5", "--unit", "drop")["id"] == before["product"]
    after = dose(cmt, "drops", "--units", "2")
    assert (before["components"], before["unit"]) == (None, "unit")
    assert (after["components"], after["unit"]) == (components(codeine=10), "drop")
    assert cmt("med", "list", "--json").json["doses"] == [after, before]


def test_undo_takes_back_what_the_pack_says(cmt):
    named(cmt, "drops", *OWN)
    before = names(cmt)
    named(cmt, "drops", "--contains", "codeine 5")
    cmt("undo")
    assert names(cmt) == before
    cmt("undo")
    assert names(cmt) == []


def test_other_contents_than_the_catalogue_has_leave_its_label_behind(cmt, home):
    dose(cmt, "ibuprofen 200")
    named(cmt, "ibuprofen 200 mg", "--contains", "ibuprofen 400")
    [(limit,)] = rows(home, "SELECT json_extract(product, '$.limit[0]') FROM medicines")
    assert limit is None


def test_names_in_a_pipe_are_the_json_in_order_between_tabs(cmt):
    named(cmt, "Painaway", "--contains", "codeine 30", "--unit", "tablet", "--kind", "needed")
    cmt("med", "usual", "Painaway", "--set", "2")
    assert cmt("med", "names").out == '1\tPainaway\ttablet\t[{"ingredient": "codeine", "mg": 30.0}]\tpainkiller\ttrue\tneeded\t2.0\n'


def test_without_any_a_terminal_is_told_how_to_begin_and_a_pipe_nothing(cmt, home):
    assert cmt("med", "names", stdout_is_terminal=True).err == words.NO_MEDICINES + "\n"
    assert (cmt("med", "names").out, cmt("med", "names").err) == ("", "")
    assert not home.exists()


# Asked once, and only in a terminal


def test_of_a_medicine_that_is_to_be_checked_two_things_are_asked_with_its_first_dose(ask, cmt):
    result, screen = ask("med", "add", UNCHECKED, replies=(True, "When needed"))
    assert result.code == 0
    assert [one.kind for one in screen.transcript] == ["yes_no", "choose"]
    assert "codeine 8 mg" in screen.transcript[0].text
    assert [(one["verified"], one["kind"]) for one in names(cmt)] == [(True, "needed")]


def test_neither_is_asked_again(ask):
    ask("med", "add", UNCHECKED, replies=(True, "By the clock"))
    _, screen = ask("med", "add", UNCHECKED)
    assert screen.transcript == []


@pytest.mark.parametrize(
    ("replies", "kind"), [((None, None, None), None), ((Command.LEAVE, "By the clock"), "clock"), ((True, Command.LEAVE), None)]
)
def test_a_pass_or_q_is_an_answer_too_and_stays_unknown(ask, cmt, replies, kind):
    left = Command.LEAVE in replies[:1]
    ask("med", "add", UNCHECKED, replies=replies[:1] if left else replies)
    if left:
        ask("med", "add", UNCHECKED, replies=replies[1:])
    _, screen = ask("med", "add", UNCHECKED)
    assert screen.transcript == []
    [medicine] = names(cmt)
    assert (medicine["kind"], medicine["verified"]) == (kind, replies[0] is True)


def test_what_was_answered_before_q_stays(ask, cmt):
    ask("med", "add", UNCHECKED, replies=(False, "aspirin 300, codeine 8", Command.LEAVE))
    [medicine] = names(cmt)
    assert (medicine["components"], medicine["verified"]) == (components(aspirin=300, codeine=8), True)


def test_the_dose_that_was_just_logged_holds_what_the_pack_says(ask, cmt):
    ask("med", "add", UNCHECKED, "--units", "2", replies=(False, "paracetamol 3,000", "When needed"))
    [kept] = cmt("med", "list", "--json").json["doses"]
    assert kept["components"] == components(paracetamol=6000)


def test_and_is_told_what_it_meets_by_that(ask):
    result, _ = ask("med", "add", UNCHECKED, "--units", "2", replies=(False, "paracetamol 3,000", "When needed"))
    assert "6 g of paracetamol" in result.out


def test_contents_that_cannot_be_read_are_asked_for_again(ask, cmt):
    result, screen = ask("med", "add", UNCHECKED, replies=(False, "some", "codeine 8", None))
    assert words.NOT_CONTENTS in result.out
    assert [one.kind for one in screen.transcript] == ["yes_no", "ask", "ask", "choose"]
    assert names(cmt)[0]["components"] == components(codeine=8)


def test_unanswered_they_count(ask, cmt):
    ask("med", "add", UNCHECKED, replies=(None, None, None))
    assert names(cmt)[0]["components"] == components(aspirin=400, codeine=8)


def test_what_was_read_in_a_source_is_not_asked_for(ask):
    _, screen = ask("med", "add", "cocodamol 30", replies=("By the clock",))
    assert screen.texts() == [words.ASK_KIND.format(name="co-codamol 30/500")]


def test_a_kind_that_was_given_is_not_asked_for_and_the_pack_still_is(ask, cmt):
    named(cmt, UNCHECKED, "--kind", "needed")
    _, screen = ask("med", "add", UNCHECKED, replies=(True,))
    assert screen.texts("choose") == []


@pytest.mark.parametrize(
    "args", [("med", "add", UNCHECKED, "--json"), ("med", "usual", UNCHECKED, "--set", "1"), ("med", "usual")], ids=" ".join
)
def test_json_and_the_usual_dose_ask_nothing(ask, cmt, args):
    named(cmt, UNCHECKED)
    cmt("med", "usual", UNCHECKED, "--set", "1")
    result, screen = ask(*args)
    assert (result.code, screen.transcript) == (0, [])


def test_where_nobody_can_answer_nothing_is_asked_and_it_is_asked_later(cmt, ask):
    assert cmt("med", "add", UNCHECKED).code == 0
    _, screen = ask("med", "add", UNCHECKED, replies=(True, None))
    assert len(screen.transcript) == 2


# Directions


def test_directions_are_kept_word_for_word_and_as_numbers(cmt):
    result = cmt("med", "directions", "naproxen 250", "--text", "ONE twice  a day", "--units", "1", "--times", "2", "--days", "7", "--json")
    expected = {
        "medicine": "naproxen 250 mg",
        "text": "ONE twice  a day",
        "units": 1,
        "times_a_day": 2,
        "days": 7,
        "from": "2026-01-05",
        "kind": None,
    }
    assert result.json["directions"] == [expected]
    assert list(result.json["directions"][0]) == list(expected)
    assert cmt("med", "directions", "--json").json["directions"] == [expected]
    assert cmt("med", "directions").out == "naproxen 250 mg\tONE twice  a day\t1.0\t2.0\t7\t2026-01-05\t\n"


def test_halves_are_numbers_and_what_is_not_said_is_null(cmt):
    [said] = cmt("med", "directions", "drops", "--text", "half", "--units", "\u00bd", "--json").json["directions"]
    assert [said[name] for name in ("units", "times_a_day", "days", "kind")] == [0.5, None, None, None]


def test_later_directions_come_after_and_a_kind_among_them_is_the_medicines(cmt):
    cmt("med", "directions", "drops", "--text", "one")
    cmt.later(days=1)
    cmt("med", "directions", "drops", "--text", "two", "--kind", "clock")
    assert [(one["text"], one["from"], one["kind"]) for one in cmt("med", "directions", "--json").json["directions"]] == [
        ("one", "2026-01-05", None),
        ("two", "2026-01-06", "clock"),
    ]
    assert names(cmt)[0]["kind"] == "clock"


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (("drops",), words.NEEDS_TEXT),
        (("drops", "--text", " "), words.NEEDS_TEXT),
        (("drops", "--units", "2"), words.NEEDS_TEXT),
        (("--text", "one"), words.DIRECTIONS_NEED_NAME),
        (("--units", "1"), words.DIRECTIONS_NEED_NAME),
        (("drops", "--text", "x", "--units", "0"), words.BAD_NUMBER.format(flag="--units")),
        (("drops", "--text", "x", "--times", "some"), words.BAD_NUMBER.format(flag="--times")),
        (("drops", "--text", "x", "--times", "nan"), words.BAD_NUMBER.format(flag="--times")),
        (("drops", "--text", "x", "--days", "-1"), words.BAD_NUMBER.format(flag="--days")),
        (("drops", "--text", "x", "--kind", "often"), words.BAD_KIND),
    ],
)
def test_directions_that_lack_something_are_refused_and_nothing_is_stored(cmt, args, sentence):
    result = cmt("med", "directions", *args)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(sentence)
    assert names(cmt) == []


def test_the_words_of_refused_directions_are_in_a_draft(cmt, home):
    result = cmt("med", "directions", "ibuprofen", "--text", "two after meals, said the chemist")
    [draft] = (home / "drafts").iterdir()
    assert draft.read_text() == "two after meals, said the chemist\n"
    assert str(draft) in result.err


def test_without_directions_a_terminal_is_told(cmt):
    assert cmt("med", "directions", stdout_is_terminal=True).err == words.DIRECTIONS_NONE + "\n"


# Notices


def test_a_notice_is_set_aside_for_a_medicine_or_for_two(cmt):
    for name in ("tramadol 50", "pregabalin 75"):
        dose(cmt, name)
    one = cmt("med", "notices", "--set-aside", "r8", "tramadol", "50", "--json").json["set_aside"]
    assert (one["rule"], len(one["about"]), one["until"]) == ("R8", 1, "2026-07-07")
    two = cmt("med", "notices", "--set-aside", "R8", "pregabalin", "tramadol", "--json").json["set_aside"]
    assert len(two["about"]) == 2
    assert two["about"] == sorted(two["about"])


@pytest.mark.parametrize(
    ("args", "code", "sentence"),
    [
        (("--set-aside", "R1", "drops"), 2, words.CANNOT_SET_ASIDE.format(rule="R1")),
        (("--set-aside", "R8"), 2, words.NEEDS_NAME),
        (("--set-aside", "R8", "nothing of mine"), 1, words.NOT_YOURS),
        (("drops",), 2, words.NEEDS_RULE),
    ],
)
def test_what_cannot_be_set_aside_is_refused(cmt, home, args, code, sentence):
    dose(cmt, "drops")
    result = cmt("med", "notices", *args)
    assert (result.code, result.out) == (code, "")
    assert result.err.startswith(sentence)
    assert rows(home, "SELECT * FROM set_aside") == []


def test_what_is_met_now_is_shown_again_whenever_it_is_asked_for_and_says_how_few_rules_there_are(cmt):
    cmt("med", "add", "paracetamol 500", "--units", "11")
    for _ in range(2):
        assert [one["rule"] for one in cmt("med", "notices", "--json").json["notices"]] == ["R11", "R1"]
    shown = cmt("med", "notices").out
    assert "5.5 g" in shown
    assert shown.endswith(words.FEW_RULES + "\n")


def test_no_notice_never_stands_alone(cmt, home):
    assert cmt("med", "notices").out == f"{words.NO_NOTICES}\n{words.FEW_RULES}\n"
    assert not home.exists()


# Hidden names


def test_hidden_names_are_on_no_screen(cmt):
    cmt("settings", "hide-names", "on")
    commands = [
        ("med", "add", "grandmother's drops"),
        ("med", "add", "cocodamol 30"),
        ("med", "names", "--add", "cocodamol 30", "--kind", "needed"),
        ("med", "usual", "cocodamol 30", "--set", "2"),
        ("med", "usual"),
        ("med", "directions", "cocodamol 30", "--text", "two"),
        ("med", "notices", "--set-aside", "R4", "cocodamol 30"),
        ("med", "list"),
        ("med", "names"),
        ("med", "directions"),
        ("med", "notices"),
        ("pause", "cocodamol 30", "--choice", "take", "--units", "1"),
        ("pause", "list"),
        ("med", "edit", "1", "--units", "2"),
    ]
    for command in commands:
        result = cmt(*command, stdout_is_terminal=True, width=120)
        assert result.code == 0
        for name in ("codamol", "codeine", "paracetamol", "drops"):
            assert name not in result.out + result.err, command


def test_a_pipe_and_json_have_them(cmt):
    cmt("settings", "hide-names", "on")
    dose(cmt, "cocodamol 30")
    for command in (("med", "list"), ("med", "names"), ("med", "list", "--json")):
        assert "co-codamol 30/500" in cmt(*command).out
