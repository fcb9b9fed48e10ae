"""The YAML reader: every kind of problem at its file, line and column; the traps of YAML 1.1; no bytes that crash it."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from cmt_cli.base.reader import GREATEST_BYTES, GREATEST_DEPTH, Fields, Place, Problem, load, near

KINDS = ("say", "practice", "breathe")


@pytest.fixture
def file(tmp_path):
    """Write a file and return its path."""

    def write(content):
        path = tmp_path / "day-01.yaml"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


@pytest.fixture
def found(file):
    """The problems of a file, as `line:column: text`, after `ask` has taken its fields."""

    def read(content, ask=lambda fields: None):
        path = file(content)
        fields, problems = load(path)
        if fields:
            ask(fields)
        assert all(problem.path == str(path) for problem in problems.found)
        return [str(problem).removeprefix(f"{path}:") for problem in problems.found]

    return read


@pytest.fixture
def fields(file):
    def read(content):
        got, problems = load(file(content))
        assert isinstance(got, Fields), problems.found
        return got

    return read


# Files that hold no fields


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("", "1:1: the file is not a list of fields such as 'title: ...'"),
        ("# only a remark\n", "1:1: the file is not a list of fields such as 'title: ...'"),
        ("- one\n- two\n", "1:1: the file is not a list of fields such as 'title: ...'"),
        ("\n\n  just words\n", "3:3: the file is not a list of fields such as 'title: ...'"),
        ("a: 1\n---\nb: 2\n", "2:1: a second '---' document begins here; one file holds one"),
        ("a: &here 1\n", "1:4: anchors and aliases (& and *) are not used here; write it out"),
        ("a: 1\nb: &all\n  c: 1\n", "2:4: anchors and aliases (& and *) are not used here; write it out"),
        ("a: &list [1]\n", "1:4: anchors and aliases (& and *) are not used here; write it out"),
        ("a: 1\nb:\n  - *gone\n", "3:5: anchors and aliases (& and *) are not used here; write it out"),
        ("a: !!int 3\n", "1:4: tags (!) are not used here"),
        ("a: 1\nb: !mine\n  c: 1\n", "2:4: tags (!) are not used here"),
        ("a:\n  - !!python/object:os.system [x]\n", "2:5: tags (!) are not used here"),
        ("a: 1\nb: [1, 2\n", "3:1: not YAML here: "),
        ("a: 1\n\tb: 2\n", "2:1: not YAML here: "),
        ("title: one: two\n", "1:11: not YAML here: "),
        ('title: "no end\n', "2:1: not YAML here: "),
        ("a: 1\nb: \x07bell\n", "2:4: not YAML here: "),
        (b"title: caf\xe9\n", "1:1: this file is not UTF-8 text"),
        (b"\xff\xfet\x00", "1:1: this file is not UTF-8 text"),
        ("a: " + "[" * 20, f"1:{3 + GREATEST_DEPTH}: too deeply nested"),
        ("{a: " * 20, f"1:{4 * GREATEST_DEPTH - 2}: too deeply nested"),
        ("a: 1\n" + "#" * GREATEST_BYTES, f"1:1: this file is larger than {GREATEST_BYTES} bytes"),
    ],
)
def test_a_file_that_cannot_be_read_says_where(found, content, problem):
    (only,) = found(content)
    assert only.startswith(problem) if problem.endswith(": ") else only == problem


def test_a_file_that_is_not_there_says_so(tmp_path):
    path = tmp_path / "day-09.yaml"
    assert [str(one) for one in load(path)[1].found] == [f"{path}:1:1: this file cannot be read (No such file or directory)"]


def test_a_folder_in_the_place_of_a_file_says_so(tmp_path):
    fields, problems = load(tmp_path)
    assert fields is None
    assert problems.found == [Problem(str(tmp_path), 1, 1, "this file cannot be read (Is a directory)")]


def test_depth_and_size_up_to_the_limit_are_read(fields):
    deep = "a: " + "[" * (GREATEST_DEPTH - 1) + "]" * (GREATEST_DEPTH - 1)
    assert fields(deep).has("a")
    long = "title: one\n#"
    assert fields(long + "x" * (GREATEST_BYTES - len(long))).text("title") == "one"


def test_a_byte_order_mark_is_no_mistake(fields):
    assert fields(b"\xef\xbb\xbftitle: one\n").text("title") == "one"


# Fields that are not what they should be


@pytest.mark.parametrize(
    ("content", "ask", "problem"),
    [
        ("b: 1\n", lambda f: f.text("title"), "1:1: 'title' is missing"),
        ("\n# remark\nb: 1\n", lambda f: f.text("title"), "3:1: 'title' is missing"),
        ("title:\n  - one\n", lambda f: f.text("title"), "2:3: 'title' is text; quote it if it holds ': ' or begins with a dash"),
        ("title: {a: 1}\n", lambda f: f.text("title"), "1:8: 'title' is text; quote it if it holds ': ' or begins with a dash"),
        ("title:\n", lambda f: f.text("title"), "1:7: 'title' is empty"),
        ('title: "  "\n', lambda f: f.text("title", required=False), "1:8: 'title' is empty"),
        ("a: 1\nday: three\n", lambda f: f.whole("day", 1, 9), "2:6: 'day' is a whole number, written in digits without quotes"),
        ('day: "3"\n', lambda f: f.whole("day", 1, 9), "1:6: 'day' is a whole number, written in digits without quotes"),
        ("day: 10\n", lambda f: f.whole("day", 1, 9), "1:6: 'day' is from 1 to 9"),
        ("day: 0\n", lambda f: f.whole("day", 1, 9), "1:6: 'day' is from 1 to 9"),
        ("day: " + "9" * 5000 + "\n", lambda f: f.whole("day", 1, 9), "1:6: 'day' is from 1 to 9"),
        ("b: 1\n", lambda f: f.whole("day", 1, 9), "1:1: 'day' is missing"),
        ("short: yes\n", lambda f: f.truth("short"), "1:8: 'short' is true or false"),
        ('short: "true"\n', lambda f: f.truth("short"), "1:8: 'short' is true or false"),
        ("short: [true]\n", lambda f: f.truth("short"), "1:8: 'short' is true or false"),
        ("kind: sya\n", lambda f: f.word("kind", KINDS), "1:7: unknown kind 'sya', did you mean 'say'? (one of say, practice, breathe)"),
        ("kind: xyz\n", lambda f: f.word("kind", KINDS), "1:7: unknown kind 'xyz' (one of say, practice, breathe)"),
        ("kind: Say\n", lambda f: f.word("kind", KINDS), "1:7: unknown kind 'Say', did you mean 'say'? (one of say, practice, breathe)"),
        ("kind: [say]\n", lambda f: f.word("kind", KINDS), "1:7: 'kind' is text; quote it if it holds ': ' or begins with a dash"),
        ("kind: ''\n", lambda f: f.word("kind", KINDS), "1:7: 'kind' is empty"),
        ("b: 1\n", lambda f: f.word("kind", KINDS), "1:1: 'kind' is missing"),
        ("sources: one\n", lambda f: f.texts("sources"), "1:10: 'sources' is a list of texts, none of them empty"),
        ("sources:\n  - one\n  - ''\n", lambda f: f.texts("sources"), "2:3: 'sources' is a list of texts, none of them empty"),
        ("sources:\n  - one\n  - {a: b}\n", lambda f: f.texts("sources"), "2:3: 'sources' is a list of texts, none of them empty"),
        ("answers: [a]\n", lambda f: f.texts("answers", least=2, most=3), "1:10: 'answers' has from 2 to 3 items"),
        ("answers: [a, b, c, d]\n", lambda f: f.texts("answers", least=2, most=3), "1:10: 'answers' has from 2 to 3 items"),
        ("sources: []\n", lambda f: f.texts("sources"), "1:10: 'sources' has from 1 to 99 items"),
        ("b: 1\n", lambda f: f.texts("sources"), "1:1: 'sources' is missing"),
        ("recall: 3\n", lambda f: f.fields("recall"), "1:9: 'recall' holds fields, such as 'title: ...'"),
        ("recall: [a]\n", lambda f: f.fields("recall"), "1:9: 'recall' holds fields, such as 'title: ...'"),
        ("b: 1\n", lambda f: f.fields("recall", required=True), "1:1: 'recall' is missing"),
        ("steps: one\n", lambda f: f.each("steps"), "1:8: 'steps' is a list of fields, with at least one item"),
        ("steps: []\n", lambda f: f.each("steps"), "1:8: 'steps' is a list of fields, with at least one item"),
        ("steps:\n  - a: 1\n  - words\n", lambda f: f.each("steps"), "3:5: 'steps' holds fields, such as 'title: ...'"),
        ("b: 1\n", lambda f: f.each("steps"), "1:1: 'steps' is missing"),
        ("title: one\ntitel: two\n", lambda f: (f.text("title"), f.done()), "2:1: unknown field 'titel', did you mean 'title'?"),
        ("title: one\nxyz: 2\n", lambda f: (f.text("title"), f.done()), "2:1: unknown field 'xyz'"),
        ("title: one\n<<: two\n", lambda f: (f.text("title"), f.done()), "2:1: unknown field '<<'"),
        ("title: one\n\ntitle: two\n", lambda f: f.text("title"), "3:1: 'title' stands here a second time (first on line 1)"),
        ('title: one\n"title": two\n', lambda f: f.text("title"), "2:1: 'title' stands here a second time (first on line 1)"),
        ("a: {b: 1, b: 2}\n", lambda f: f.fields("a"), "1:11: 'b' stands here a second time (first on line 1)"),
        ("? [a, b]\n: 1\n", lambda f: None, "1:3: a field's name is a word"),
        ("? {a: b}\n: 1\nc: 2\n", lambda f: f.text("c"), "1:3: a field's name is a word"),
        ("b: 1\n", lambda f: f.problem("b", "is too cold"), "1:4: is too cold"),
        ("b: 1\n", lambda f: f.problem("c", "is not here"), "1:1: is not here"),
    ],
)
def test_a_field_that_is_not_right_says_where_and_what_is_wanted(found, content, ask, problem):
    assert found(content, ask) == [problem]


def test_every_problem_of_a_file_is_found_at_once(found):
    content = "title: one\ntitel: two\nday: x\nday: 2\nshort: no\nkind: sya\n"

    def ask(fields):
        fields.text("title"), fields.whole("day", 1, 9), fields.truth("short"), fields.word("kind", KINDS), fields.text("idea")
        fields.done()

    assert [problem.split(": ")[0] for problem in found(content, ask)] == ["4:1", "3:6", "5:8", "6:7", "1:1", "2:1"]


def test_the_first_of_two_fields_with_one_name_is_the_one_that_is_read(fields):
    assert fields("title: one\ntitle: two\n").text("title") == "one"


def test_what_is_not_required_may_be_left_out(found):
    def ask(fields):
        assert fields.text("title", required=False, default="none") == "none"
        assert fields.whole("day", 1, 9, required=False, default=4) == 4
        assert fields.truth("short", default=True) is True
        assert fields.word("kind", KINDS, required=False) == ""
        assert fields.texts("sources", required=False) == ()
        assert fields.fields("recall") is None
        assert fields.each("steps", required=False) == []

    assert found("b: 1\n", ask) == []


def test_a_wrong_value_reads_as_the_default_so_that_reading_goes_on(file):
    fields, problems = load(file("a: [1]\nb: x\nb2: 10\nc: maybe\nd: sya\ne: 3\nf: 3\ng: 3\n"))
    assert fields.text("a", default="kept") == "kept"
    assert fields.whole("b", 1, 9, default=7) == 7
    assert fields.whole("b2", 1, 9, default=7) == 7
    assert fields.truth("c", default=True) is True
    assert fields.word("d", KINDS, default="say") == "say"
    assert (fields.texts("e"), fields.fields("f"), fields.each("g")) == ((), None, [])
    assert len(problems.found) == 8


# The traps of YAML 1.1


@pytest.mark.parametrize(
    "word", ["no", "yes", "on", "off", "n", "y", "null", "~", "12:30", "010", "1_000", "0x1F", "1e3", "2026-01-05", ".inf", "=", "true"]
)
def test_a_plain_word_is_the_text_that_was_written(fields, word):
    assert fields(f"title: {word}\n").text("title") == word
    assert fields(f"answers: [{word}, other]\n").texts("answers") == (word, "other")


@pytest.mark.parametrize("number", ["010", "00", "0x1F", "0o17", "1_000", "1e3", "+5", "-5", "5.0", "12:30", "five", "[5]", "null", ""])
def test_only_plain_digits_are_a_number(found, number):
    assert found(f"day: {number}\n", lambda f: f.whole("day", 0, 9999)) == [
        f"1:{5 if number == '' else 6}: 'day' is a whole number, written in digits without quotes"
    ]


@pytest.mark.parametrize(("written", "number"), [("0", 0), ("5", 5), ("400", 400)])
def test_plain_digits_are_a_number(fields, written, number):
    assert fields(f"day: {written}\n").whole("day", 0, 400) == number


@pytest.mark.parametrize("word", ["yes", "no", "on", "off", "True", "FALSE", "1", "0", "y", "~"])
def test_truth_is_true_or_false_and_no_other_word(found, word):
    assert found(f"short: {word}\n", lambda f: f.truth("short")) == ["1:8: 'short' is true or false"]


@pytest.mark.parametrize(("word", "truth"), [("true", True), ("false", False)])
def test_truth_is_read(fields, word, truth):
    assert fields(f"short: {word}\n").truth("short", default=not truth) is truth


# What is read


def test_text_keeps_its_lines_and_loses_the_new_line_at_its_end(fields):
    assert fields("text: |\n  one\n\n    two\n  three\n\n").text("text") == "one\n\n  two\nthree"


def test_a_list_of_fields_keeps_its_order_and_its_places(fields):
    first, second = fields("steps:\n  - {id: a}\n  - id: b\n    kind: say\n").each("steps")
    assert (first.text("id"), second.text("id")) == ("a", "b")
    assert (first.place, second.place, second.place_of("kind")) == (Place(2, 5), Place(3, 5), Place(4, 11))
    assert second.place_of("nowhere") == second.place


def test_naming_every_field_counts_as_having_asked_for_it(found):
    def ask(fields):
        assert fields.names() == ["b", "a"]
        fields.done()

    assert found("b: 1\na: 2\n", ask) == []


def test_a_field_inside_another_shares_its_list_of_problems(found):
    assert found("recall:\n  step: act\n  fall: x\n", lambda f: (inner := f.fields("recall"), inner.text("step"), inner.done())) == [
        "3:3: unknown field 'fall'"
    ]


@pytest.mark.parametrize(("word", "hint"), [("brethe", ", did you mean 'breathe'?"), ("zzz", "")])
def test_a_near_miss_is_pointed_out(word, hint):
    assert near(word, KINDS) == hint


# Nothing crashes it

YAML = st.lists(
    st.sampled_from(
        [
            "a",
            "b: ",
            "- ",
            "\n",
            "  ",
            "{",
            "}",
            "[",
            "]",
            ": ",
            ",",
            "'",
            '"',
            "|",
            ">",
            "&x ",
            "*x",
            "!t ",
            "# ",
            "? ",
            "---\n",
            "...\n",
            "%",
            "9",
            "\t",
            "é",
            "\x85",
            "\x00",
        ]
    ),
    max_size=30,
).map("".join)
CONTENT = st.one_of(
    st.binary(max_size=60), YAML.map(str.encode), st.text(max_size=40).map(lambda text: text.encode("utf-8", "surrogatepass"))
)


def ask_everything(fields, depth=0):
    for name in (*fields.names(), "absent"):
        fields.text(name), fields.whole(name, 0, 9), fields.truth(name), fields.word(name, KINDS), fields.texts(name)
        for inner in (fields.fields(name), *fields.each(name)):
            if inner:
                ask_everything(inner, depth + 1)
    fields.done()


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(CONTENT)
@example(b"? - a\n: b")
@example(b"'")
@example(b"a: *a")
@example(b"--- |\n--- >\n")
@example(b"%YAML 3.0\n--- a")
@example("a: \u2028b".encode())
def test_no_bytes_crash_it(tmp_path, content):
    path = tmp_path / "any.yaml"
    path.write_bytes(content)
    fields, problems = load(path)
    assert fields is not None or problems.found
    if fields:
        ask_everything(fields)
    assert all(one.line >= 1 and one.column >= 1 and one.text for one in problems.found)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet=st.characters(min_codepoint=0x20, max_codepoint=0x24FF, exclude_categories=["Cc", "Cs"]), min_size=1, max_size=40))
def test_quoted_text_is_read_as_it_was_written(tmp_path, text):
    path = tmp_path / "any.yaml"
    path.write_text("title: '{}'\n".format(text.replace("'", "''")), encoding="utf-8", newline="")
    fields, _ = load(path)
    assert fields.text("title").split() == text.split()
