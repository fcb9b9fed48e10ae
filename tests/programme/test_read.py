"""From YAML to days and practices: every field, every mistake at its place, and a programme with twelve of them."""

from __future__ import annotations

import re
from dataclasses import asdict
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cmt_cli.base.reader import load
from cmt_cli.base.words.example import DAY as EXAMPLE_DAY
from cmt_cli.base.words.example import PROGRAMME as EXAMPLE_PROGRAMME
from cmt_cli.commands.library import Library
from cmt_cli.env import content_folder
from cmt_cli.programme import model
from cmt_cli.programme.model import (
    Ask,
    Breathe,
    Choose,
    Day,
    Diary,
    Guided,
    Letter,
    Part,
    Picture,
    Practice,
    Programme,
    Recall,
    Replies,
    Rhythm,
    Say,
    Scale,
    ThoughtWork,
)
from cmt_cli.programme.read import read_day, read_practice, read_programme, read_refrains
from cmt_cli.programme.read_steps import Known

HERE = "@@"  # stands where a problem is to be reported
KNOWN = Known(
    practices=("breath", "compassionate-self", "open-eyes"),
    refrains={"road-back": "Leave it there.", "none-today": "None today is fine."},
    answered={1: ("act", "two-qualities")},
)

PROGRAMME = """\
id: small-one
title: A small one
version: "1.2"
days: 2
about: Two days.
language: en-IE
sources:
  - A book
"""

DAY = """\
day: 2
title: The day's one idea
idea: One or two sentences.
image: a kettle
shape: trial
heavier: true
sources:
  - A book
  - A paper
steps:
  - id: welcome
    kind: say
    short: true
    ok: the word is quoted
    text: |
      Settle in.

      Move when you like.
    picture:
      lines: |
        o--o
          |
      words: Two rings, joined.
  - id: again
    kind: say
    voice: critic
    refrain: road-back
  - id: yesterday
    kind: choose
    recall: {day: 1, step: act, fallback: Did any of it happen?}
    text: "You named: {recall}"
    answers: ["yes", a little, not yet]
  - id: slow
    kind: breathe
    text: Three slow ones.
    in: 4
    out: 6
    seconds: 40
    instead: Feel the chair.
  - id: first
    kind: ask
    text: Where do you feel it?
    seconds: 90
  - id: pull
    kind: scale
    text: How strong is the pull?
    low: none
    high: the strongest
  - id: self
    kind: practice
    short: true
    use: breath
    alternative: open-eyes
    door: compassionate-self
    feedback: false
  - id: written
    kind: practice
    door: breath
    title: Written out
    card: G, M
    beats: one, two
    caution: Tears are common.
    parts:
      - {short: true, quiet: 6, text: Be held up.}
      - text: "Stay with: {recall}"
        breathe: {in: 3, out: 5, seconds: 24}
        instead: Feel the chair.
        recall: {step: first, fallback: the pull}
        voice: critic
        ok: it is quoted
      - {text: That is all.}
  - id: notice
    kind: thought
    do: notice
    text: Was there a harsh remark?
    none: None is fine.
  - id: answer
    kind: thought
    do: answer
    text: Bring a small one.
    none: None is fine.
    reply: Answer it kindly.
    warmly: Read it again.
    belief: true
  - id: earlier
    kind: thought
    do: earlier
    text: Bring one of today.
    none: None is fine.
    reply: Answer it kindly.
    warmly: Read it again.
  - id: letter
    kind: letter
    text: A letter to yourself.
    starters: [I can see that, It makes sense that]
    warmly: Read it slowly.
    pick: Which line would you keep?
    seconds: 300
  - id: best
    kind: replies
    text: Here are your replies.
    none: There are none yet.
  - id: lines
    kind: diary
    text: A few lines, if you like.
"""

PRACTICE = """\
id: sounds
title: Three sounds
card: A
beats: far, near
caution: Leave it if it is unpleasant.
alternative: ground-feet
sources:
  - A book
parts:
  - {short: true, quiet: 30, text: Find a sound.}
  - text: Let the breath be.
    breathe: {in: 4, out: 4, seconds: 32}
    instead: Stay with the sound.
    recall: {day: 1, step: act, fallback: that}
"""

REFRAINS = """\
sources:
  - A book
refrains:
  rest: Today is a rest day.
  support: |
    There are people to ring.
    Their numbers are here.
"""

READERS = {
    "programme": read_programme,
    "day": lambda fields: read_day(fields, 2, KNOWN),
    "practice": lambda fields: read_practice(fields, "sounds"),
    "refrains": read_refrains,
}
TEXTS = {"programme": PROGRAMME, "day": DAY, "practice": PRACTICE, "refrains": REFRAINS}


@pytest.fixture
def read(tmp_path):
    """Read a file of a kind: what it gave, and its problems as `line:column: text`, each once."""

    def go(kind, text, reader=None):
        path = tmp_path / f"{kind}.yaml"
        path.write_text(text, encoding="utf-8")
        fields, problems = load(path)
        value = (reader or READERS[kind])(fields) if fields else None
        return value, list(dict.fromkeys(str(problem).removeprefix(f"{path}:") for problem in problems.found))

    return go


# Every field


def test_every_field_of_a_programme_is_read(read):
    assert read("programme", PROGRAMME) == (Programme("small-one", "A small one", "1.2", 2, "Two days.", ("A book",), "en-IE"), [])


def test_a_programme_is_in_british_english_unless_it_says_otherwise(read):
    assert read("programme", PROGRAMME.replace("language: en-IE\n", ""))[0].language == "en-GB"


def test_every_field_of_a_day_is_read(read):
    day, problems = read("day", DAY)
    assert problems == []
    assert asdict(day) == asdict(
        Day(
            number=2,
            title="The day's one idea",
            idea="One or two sentences.",
            image="a kettle",
            shape="trial",
            heavier=True,
            sources=("A book", "A paper"),
            steps=(
                Say(
                    id="welcome",
                    short=True,
                    ok="the word is quoted",
                    text="Settle in.\n\nMove when you like.",
                    picture=Picture("o--o\n  |", "Two rings, joined."),
                ),
                Say(id="again", critic=True, refrain="road-back", text="Leave it there."),
                Choose(
                    id="yesterday",
                    text="You named: {recall}",
                    recall=Recall(1, "act", "Did any of it happen?"),
                    answers=("yes", "a little", "not yet"),
                ),
                Breathe(id="slow", text="Three slow ones.", rhythm=Rhythm(4, 6, 40), instead="Feel the chair."),
                Ask(id="first", text="Where do you feel it?", seconds=90),
                Scale(id="pull", text="How strong is the pull?", low="none", high="the strongest"),
                Guided(id="self", short=True, use="breath", alternative="open-eyes", doors=("compassionate-self",), feedback=False),
                Guided(
                    id="written",
                    doors=("breath",),
                    practice=Practice(
                        id="day-02/written",
                        title="Written out",
                        card="G, M",
                        beats="one, two",
                        caution="Tears are common.",
                        alternative="open-eyes",
                        parts=(
                            Part("Be held up.", quiet=6, short=True),
                            Part(
                                "Stay with: {recall}",
                                rhythm=Rhythm(3, 5, 24),
                                instead="Feel the chair.",
                                recall=Recall(None, "first", "the pull"),
                                critic=True,
                                ok="it is quoted",
                            ),
                            Part("That is all."),
                        ),
                    ),
                ),
                ThoughtWork(id="notice", do="notice", text="Was there a harsh remark?", none="None is fine."),
                ThoughtWork(
                    id="answer",
                    do="answer",
                    text="Bring a small one.",
                    none="None is fine.",
                    reply="Answer it kindly.",
                    warmly="Read it again.",
                    belief=True,
                ),
                ThoughtWork(
                    id="earlier",
                    do="earlier",
                    text="Bring one of today.",
                    none="None is fine.",
                    reply="Answer it kindly.",
                    warmly="Read it again.",
                ),
                Letter(
                    id="letter",
                    text="A letter to yourself.",
                    starters=("I can see that", "It makes sense that"),
                    warmly="Read it slowly.",
                    pick="Which line would you keep?",
                    seconds=300,
                ),
                Replies(id="best", text="Here are your replies.", none="There are none yet."),
                Diary(id="lines", text="A few lines, if you like."),
            ),
        )
    )


def test_every_step_knows_its_kind(read):
    day, _ = read("day", DAY)
    kinds = ["say", "say", "choose", "breathe", "ask", "scale", "practice", "practice", "thought", "thought", "thought"]
    kinds += ["letter", "replies", "diary"]
    assert [step.kind for step in day.steps] == kinds
    assert set(kinds) == set(model.KINDS)


def test_every_field_of_a_practice_is_read(read):
    practice, problems = read("practice", PRACTICE)
    assert problems == []
    assert asdict(practice) == asdict(
        Practice(
            id="sounds",
            title="Three sounds",
            card="A",
            beats="far, near",
            caution="Leave it if it is unpleasant.",
            alternative="ground-feet",
            parts=(
                Part("Find a sound.", quiet=30, short=True),
                Part("Let the breath be.", rhythm=Rhythm(4, 4, 32), instead="Stay with the sound.", recall=Recall(1, "act", "that")),
            ),
        ),
    )


def test_a_practice_is_eased_to_open_eyes_unless_it_names_another(read):
    assert read("practice", PRACTICE.replace("alternative: ground-feet\n", ""))[0].alternative == "open-eyes"


def test_refrains_are_read_by_name(read):
    assert read("refrains", REFRAINS) == (
        {"rest": "Today is a rest day.", "support": "There are people to ring.\nTheir numbers are here."},
        [],
    )


def test_what_an_author_may_leave_out_has_its_usual_value(read):
    day, problems = read("day", EXAMPLE_DAY, lambda fields: read_day(fields, 1, Known(())))
    assert problems == []
    welcome, _, practice, *_, act, _ = day.steps
    assert (welcome.recall, welcome.critic, welcome.ok, welcome.picture, welcome.refrain) == (None, False, "", None, "")
    assert (practice.use, practice.alternative, practice.doors, practice.feedback) == ("", "", (), True)
    assert practice.practice.alternative == "open-eyes"
    assert (act.short, day.heavier) == (False, False)


def test_a_practice_may_have_several_doors(read):
    day, problems = read("day", DAY.replace("door: compassionate-self", "door: [compassionate-self, breath]"))
    assert problems == []
    assert next(step for step in day.steps if step.id == "self").doors == ("compassionate-self", "breath")


def test_a_letter_has_four_minutes_unless_it_says_otherwise(read):
    day, _ = read("day", DAY.replace("    seconds: 300\n", ""))
    assert next(step for step in day.steps if step.id == "letter").seconds == 240


def test_an_answer_has_a_minute_unless_it_says_otherwise(read):
    day, _ = read("day", DAY.replace("    seconds: 90\n", ""))
    assert next(step for step in day.steps if step.id == "first").seconds == 60


# Every mistake at its place, told once


def _lacking(kind, line, block, problem):
    """A mistake that leaves a line out, which is reported where its fields begin."""
    return (kind, block, HERE + block.replace(line, ""), problem)


ID = "an id is lower case letters, digits and dashes, beginning with a letter"
UP_TO_DOOR = DAY[DAY.index("\nsources") : DAY.index("    door: breath")]
DRAWN = "|\n        o--o\n          |\n"
PICTURE = "a picture is plain ASCII, at most 38 columns and 14 lines"
MISTAKES = [
    # programme.yaml
    ("programme", "id: small-one", f"id: {HERE}Small_One", ID),
    ("programme", "id: small-one", f"id: {HERE}1st", ID),
    ("programme", "id: small-one", f"id: {HERE}a--b", ID),
    ("programme", "days: 2", f"days: {HERE}two", "'days' is a whole number, written in digits without quotes"),
    ("programme", "days: 2", f"days: {HERE}0", "'days' is from 1 to 400"),
    ("programme", "id: small-one\n", f"{HERE}", "'id' is missing"),
    ("programme", "about:", f"{HERE}colour: red\nabout:", "unknown field 'colour'"),
    ("programme", "language:", f"{HERE}langauge:", "unknown field 'langauge', did you mean 'language'?"),
    # a day's own page
    ("day", "day: 2", f"day: {HERE}3", "this file's name says day 2"),
    ("day", "day: 2", f'day: {HERE}"2"', "'day' is a whole number, written in digits without quotes"),
    ("day", "day: 2\n", f"{HERE}", "'day' is missing"),
    ("day", "shape: trial", f"shape: {HERE}trail", "unknown shape 'trail', did you mean 'trial'? (one of " + ", ".join(model.SHAPES) + ")"),
    ("day", "heavier: true", f"heavier: {HERE}yes", "'heavier' is true or false"),
    (
        "day",
        f"heavier: true{UP_TO_DOOR}    door: breath\n",
        f"heavier: {HERE}true{UP_TO_DOOR}",
        "a heavier day's practice names its second 'door'",
    ),
    ("day", "  - A book\n  - A paper", f"  {HERE}- A book\n  - ''", "'sources' is a list of texts, none of them empty"),
    # steps
    ("day", "  - id: welcome\n    kind", f"  - id: {HERE}Welcome\n    kind", ID),
    ("day", "  - id: welcome\n    kind", f"  - {HERE}kind", "'id' is missing"),
    ("day", "id: pull", f"id: {HERE}welcome", "the id 'welcome' is already used on line 11 of this day"),
    ("day", "    kind: scale", f"    kind: {HERE}scael", f"unknown kind 'scael', did you mean 'scale'? (one of {', '.join(model.KINDS)})"),
    ("day", "  - id: pull\n    kind: scale\n", f"  - {HERE}id: pull\n", "'kind' is missing"),
    (
        "day",
        "  - id: first\n    kind: ask",
        f"  - id: first\n    short: {HERE}true\n    kind: ask",
        "the short form has nothing to type, and 'ask' is typed",
    ),
    ("day", "  - id: notice\n", f"  - id: notice\n    short: {HERE}true\n", "the short form has nothing to type, and 'thought' is typed"),
    ("day", "  - id: lines\n", f"  - id: lines\n    short: {HERE}true\n", "the short form has nothing to type, and 'diary' is typed"),
    (
        "day",
        "    voice: critic\n    refrain",
        f"    voice: {HERE}critics\n    refrain",
        "unknown voice 'critics', did you mean 'critic'? (one of critic)",
    ),
    ("day", "    short: true\n    ok:", f"    short: {HERE}no\n    ok:", "'short' is true or false"),
    ("day", "    low: none", f"    {HERE}lowest: 0\n    low: none", "unknown field 'lowest', did you mean 'low'?"),
    # say
    ("day", "    refrain: road-back", f"    refrain: {HERE}road-bakc", "no refrain of the name 'road-bakc', did you mean 'road-back'?"),
    ("day", "    refrain: road-back", f"    refrain: {HERE}road-back\n    text: Too much.", "'text' or 'refrain', not both"),
    _lacking(
        "day", "    refrain: road-back\n", "id: again\n    kind: say\n    voice: critic\n    refrain: road-back\n", "'text' is missing"
    ),
    ("day", DRAWN, f"{HERE}|\n        " + "o" * 39 + "\n", PICTURE),
    ("day", DRAWN, f"{HERE}|\n" + "        o\n" * 15, PICTURE),
    ("day", DRAWN, f"{HERE}|\n        o\u2500\u2500o\n", PICTURE),
    _lacking("day", "      words: Two rings, joined.\n", f"lines: {DRAWN}      words: Two rings, joined.\n", "'words' is missing"),
    ("day", "      words: Two", f"      {HERE}word: x\n      words: Two", "unknown field 'word', did you mean 'words'?"),
    # recall
    ("day", "{day: 1, step: act,", f"{{day: {HERE}2, step: act,", "a recall looks back to an earlier day"),
    ("day", "{day: 1, step: act,", f"{{day: {HERE}7, step: act,", "a recall looks back to an earlier day"),
    ("day", "{day: 1, step: act,", f'{{day: {HERE}"1", step: act,', "'day' is a whole number, written in digits without quotes"),
    (
        "day",
        "{day: 1, step: act,",
        f"{{day: 1, step: {HERE}two-quality,",
        "day 1 has no step 'two-quality' that is answered, did you mean 'two-qualities'?",
    ),
    ("day", "{day: 1, step: act,", f"{HERE}{{day: 1,", "'step' is missing"),
    ("day", "step: act, fallback: Did any of it happen?}", f"step: act, fallback: {HERE}''}}", "'fallback' is empty"),
    ("day", "{day: 1, step: act, fall", f"{{day: 1, step: act, {HERE}days: 1, fall", "unknown field 'days', did you mean 'day'?"),
    ("day", "{step: first,", f"{{step: {HERE}pulled,", "no step 'pulled' that is answered stands before this one in the day"),
    ("day", "{step: first,", f"{{step: {HERE}notice,", "no step 'notice' that is answered stands before this one in the day"),
    # practice
    ("day", "    use: breath", f"    use: {HERE}breth", "'breth' is in none of the practices folders, did you mean 'breath'?"),
    (
        "day",
        "    alternative: open-eyes",
        f"    alternative: {HERE}opn-eyes",
        "'opn-eyes' is in none of the practices folders, did you mean 'open-eyes'?",
    ),
    ("day", "    door: compassionate-self", f"    door: {HERE}nowhere", "'nowhere' is in none of the practices folders"),
    ("day", "    door: compassionate-self", f"    door: {HERE}[breath, nowhere]", "'nowhere' is in none of the practices folders"),
    ("day", "    door: compassionate-self", f"    door: {HERE}[]", "'door' has from 1 to 3 items"),
    (
        "day",
        "    use: breath",
        f"    use: {HERE}breath\n    caution: Two.\n    card: B",
        "'use' takes the practice from its file, so 'card' cannot stand beside it",
    ),
    ("day", "    use: breath", f"    use: {HERE}''", "'use' is empty"),
    ("day", "    feedback: false", f"    feedback: {HERE}off", "'feedback' is true or false"),
    _lacking("day", "    caution: Tears are common.\n", DAY[DAY.index("id: written") : DAY.index("    parts:")], "'caution' is missing"),
    (
        "day",
        "{short: true, quiet: 6, text: Be held up.}",
        f"{{short: true, quiet: {HERE}six, text: Be held up.}}",
        "'quiet' is a whole number, written in digits without quotes",
    ),
    (
        "day",
        "{short: true, quiet: 6, text: Be held up.}",
        f"{{short: true, quiet: {HERE}601, text: Be held up.}}",
        "'quiet' is from 0 to 600",
    ),
    ("day", "{short: true, quiet: 6, text: Be held up.}", f"{HERE}{{short: true, quiet: 6}}", "'text' is missing"),
    (
        "day",
        "{short: true, quiet: 6, text: Be held up.}",
        f"{{{HERE}sort: true, quiet: 6, text: Be held up.}}",
        "unknown field 'sort', did you mean 'short'?",
    ),
    (
        "day",
        "{text: That is all.}",
        f"{{instead: {HERE}The chair., text: That is all.}}",
        "'instead' stands in for a breath, and this part has none",
    ),
    ("day", "{in: 3, out: 5, seconds: 24}", f"{{in: {HERE}1, out: 5, seconds: 24}}", "'in' is from 2 to 10"),
    ("day", "{in: 3, out: 5, seconds: 24}", f"{{in: 3, out: {HERE}13, seconds: 24}}", "'out' is from 2 to 12"),
    ("day", "{in: 3, out: 5, seconds: 24}", f"{{in: 3, out: 5, seconds: {HERE}3}}", "'seconds' is from 4 to 600"),
    ("day", "{in: 3, out: 5, seconds: 24}", f"{{in: 3, out: 5, seconds: 24, {HERE}hold: 2}}", "unknown field 'hold'"),
    ("day", "{in: 3, out: 5, seconds: 24}", f"{HERE}slowly", "'breathe' holds fields, such as 'title: ...'"),
    ("day", "{in: 3, out: 5, seconds: 24}", f"{{in: 3, out: 5, seconds: 24}}\n        quiet: {HERE}5", "'quiet' or 'breathe', not both"),
    _lacking(
        "day",
        "        instead: Feel the chair.\n",
        DAY[DAY.index('text: "Stay') : DAY.index("        recall: {step")],
        "'instead' is missing",
    ),
    # the other kinds
    ("day", "    in: 4\n", f"    in: {HERE}four\n", "'in' is a whole number, written in digits without quotes"),
    _lacking("day", "    instead: Feel the chair.\n", DAY[DAY.index("id: slow") : DAY.index("  - id: first")], "'instead' is missing"),
    ("day", "    seconds: 90", f"    seconds: {HERE}4", "'seconds' is from 5 to 1200"),
    _lacking("day", "    high: the strongest\n", DAY[DAY.index("id: pull") : DAY.index("  - id: self")], "'high' is missing"),
    ("day", '["yes", a little, not yet]', f'{HERE}["yes"]', "'answers' has from 2 to 9 items"),
    ("day", '["yes", a little, not yet]', f"{HERE}[a, b, c, d, e, f, g, h, i, j]", "'answers' has from 2 to 9 items"),
    ("day", '["yes", a little, not yet]', f"{HERE}[a, b, a]", "two answers are the same"),
    ("day", '["yes", a little, not yet]', f"{HERE}perhaps", "'answers' is a list of texts, none of them empty"),
    ("day", "    do: notice", f"    do: {HERE}notise", "unknown do 'notise', did you mean 'notice'? (one of notice, answer, earlier)"),
    _lacking("day", "    reply: Answer it kindly.\n", DAY[DAY.index("id: answer") : DAY.index("  - id: earlier")], "'reply' is missing"),
    _lacking("day", "    warmly: Read it again.\n", DAY[DAY.index("id: answer") : DAY.index("  - id: earlier")], "'warmly' is missing"),
    ("day", "    belief: true", f"    belief: {HERE}maybe", "'belief' is true or false"),
    _lacking("day", "    warmly: Read it again.\n", DAY[DAY.index("id: earlier") : DAY.index("  - id: letter")], "'warmly' is missing"),
    ("day", "[I can see that, It makes sense that]", f"{HERE}[I can see that]", "'starters' has from 2 to 4 items"),
    ("day", "[I can see that, It makes sense that]", f"{HERE}[a, b, c, d, e]", "'starters' has from 2 to 4 items"),
    ("day", "    seconds: 300", f"    seconds: {HERE}29", "'seconds' is from 30 to 1200"),
    ("day", "  - id: letter\n", f"  - id: letter\n    short: {HERE}true\n", "the short form has nothing to type, and 'letter' is typed"),
    _lacking(
        "day", "    pick: Which line would you keep?\n", DAY[DAY.index("id: letter") : DAY.index("  - id: best")], "'pick' is missing"
    ),
    _lacking("day", "    none: There are none yet.\n", DAY[DAY.index("id: best") : DAY.index("  - id: lines")], "'none' is missing"),
    _lacking("day", "    text: A few lines, if you like.\n", DAY[DAY.index("id: lines") :], "'text' is missing"),
    # practices/NAME.yaml
    ("practice", "id: sounds", f"id: {HERE}sound", "this file's name says 'sounds'"),
    ("practice", "id: sounds\n", f"{HERE}", "'id' is missing"),
    _lacking("practice", "sources:\n  - A book\n", PRACTICE, "'sources' is missing"),
    ("practice", PRACTICE[PRACTICE.index("parts:") :], f"parts: {HERE}[]\n", "'parts' is a list of fields, with at least one item"),
    (
        "practice",
        "{day: 1, step: act, fallback: that}",
        f"{{step: {HERE}act, fallback: that}}",
        "no step 'act' that is answered stands before this one in the day",
    ),
    ("practice", "card: A", f"card: A\n{HERE}feedback: true", "unknown field 'feedback'"),
    # practices/refrains.yaml
    ("refrains", "rest: Today is a rest day.", f"rest: {HERE}''", "'rest' is empty"),
    ("refrains", REFRAINS[REFRAINS.index("refrains:") :], f"refrains: {HERE}none\n", "'refrains' holds fields, such as 'title: ...'"),
    _lacking("refrains", REFRAINS[REFRAINS.index("refrains:") :], REFRAINS, "'refrains' is missing"),
    ("refrains", "sources:\n", f"{HERE}source: x\nsources:\n", "unknown field 'source', did you mean 'sources'?"),
]


@pytest.mark.parametrize(("kind", "old", "new", "problem"), MISTAKES)
def test_one_mistake_is_one_problem_at_its_place(read, kind, old, new, problem):
    assert old in TEXTS[kind]
    before, marker, after = TEXTS[kind].replace(old, new, 1).partition(HERE)
    assert marker
    value, problems = read(kind, before + after)
    assert problems == [f"{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}: {problem}"]
    assert value is None


def test_two_steps_without_an_id_are_two_problems(read):
    spoiled = DAY.replace("  - id: pull\n    kind", "  - kind").replace("  - id: slow\n    kind", "  - kind")
    assert [problem.split(": ", 1)[1] for problem in read("day", spoiled)[1]] == ["'id' is missing"] * 2


@pytest.mark.parametrize("step", ["welcome", "self", "slow"])
def test_a_recall_in_the_same_day_is_of_a_step_that_is_answered(read, step):
    spoiled = DAY.replace("{step: first,", f"{{step: {step},")
    _, problems = read("day", spoiled)
    assert [problem.split(": ")[0] for problem in problems] == ["68:24"]


def test_a_mistyped_kind_of_the_only_practice_is_one_problem(read):
    spoiled = EXAMPLE_DAY.replace("kind: practice", "kind: practise")
    _, problems = read("day", spoiled, lambda fields: read_day(fields, 1, Known(())))
    assert problems == [f"22:11: unknown kind 'practise', did you mean 'practice'? (one of {', '.join(model.KINDS)})"]


def test_a_day_without_a_practice_says_so(read):
    start, end = EXAMPLE_DAY.index("  - id: listen"), EXAMPLE_DAY.index("  - id: act")
    _, problems = read("day", EXAMPLE_DAY[:start] + EXAMPLE_DAY[end:], lambda fields: read_day(fields, 1, Known(())))
    assert "9:3: a day has a practice" in problems


def test_a_day_whose_practice_is_in_no_short_form_says_so(read):
    spoiled = EXAMPLE_DAY.replace("    kind: practice\n    short: true\n", "    kind: practice\n")
    _, problems = read("day", spoiled, lambda fields: read_day(fields, 1, Known(())))
    assert problems == ["9:3: a day has a short form with a practice: mark its steps 'short: true', and the practice's parts too"]


def test_a_day_without_steps_is_one_problem(read):
    _, problems = read("day", DAY[: DAY.index("steps:")])
    assert problems == ["1:1: 'steps' is missing"]


def test_a_recall_is_taken_at_its_word_where_earlier_days_are_not_looked_at(read):
    known = Known(KNOWN.practices, KNOWN.refrains, answered=None)
    day, problems = read("day", DAY.replace("step: act,", "step: anything,"), lambda fields: read_day(fields, 2, known))
    assert problems == []
    assert day.steps[2].recall == Recall(1, "anything", "Did any of it happen?")


def test_every_mistake_of_a_day_is_told_at_once(read):
    spoiled = DAY
    for old, new in (
        ("trial", "trail"),
        ("high:", "hihg:"),
        ("seconds: 90", "seconds: 9999"),
        ("do: notice", "do: see"),
        ("day: 2", "day: 4"),
    ):
        spoiled = spoiled.replace(old, new, 1)
    _, problems = read("day", spoiled)
    assert sorted(int(problem.split(":")[0]) for problem in problems) == [1, 5, 43, 44, 48, 74]


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_no_spoiled_day_crashes_it(read, data):
    lines = DAY.split("\n")
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(lines) - 1))
        how = data.draw(st.sampled_from(["drop", "double", "empty", "list", "word", "number", "indent"]))
        head = lines[at].partition(": ")[0]
        lines[at : at + 1] = {
            "drop": [],
            "double": [lines[at]] * 2,
            "empty": [f"{head}:"],
            "list": [f"{head}: [a, b]"],
            "word": [f"{head}: no"],
            "number": [f"{head}: 7"],
            "indent": ["  " + lines[at]],
        }[how]
    value, problems = read("day", "\n".join(lines))
    assert (value is None) == bool(problems)


# A whole programme


@pytest.fixture
def written(tmp_path):
    """Write the files of a programme into a folder and return it."""

    def write(files):
        folder = tmp_path / "mine"
        for name, text in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return folder

    return write


SECOND_DAY = EXAMPLE_DAY.replace("day: 1", "day: 2")
THIRD_DAY = EXAMPLE_DAY.replace("day: 1", "day: 3").replace(
    "  - id: act\n    kind: choose\n", "  - id: act\n    kind: choose\n    recall: {day: 1, step: act, fallback: One small thing?}\n"
)
THREE_DAYS = {
    "programme.yaml": EXAMPLE_PROGRAMME.replace("days: 1", "days: 3"),
    "day-01.yaml": EXAMPLE_DAY,
    "day-02.yaml": SECOND_DAY,
    "day-03.yaml": THIRD_DAY,
    "practices/sounds.yaml": PRACTICE,
}


def test_a_programme_without_a_mistake_has_no_problem(written):
    checked = Library(content_folder(), written(THREE_DAYS)).read_whole()
    assert checked.problems == ()
    assert [day.number for day in checked.days] == [1, 2, 3]
    assert checked.programme.days == 3
    assert checked.practices["sounds"].title == "Three sounds"


TWELVE = [
    ("programme.yaml", "days: 3", "days: @@4", "'days' says 4, and 3 day files without a gap are here"),
    (
        "day-01.yaml",
        "shape: practice-first",
        "shape: @@practise-first",
        f"unknown shape 'practise-first', did you mean 'practice-first'? (one of {', '.join(model.SHAPES)})",
    ),
    (
        "day-01.yaml",
        'quiet: 30, text: "Find the sound',
        'quiet: @@010, text: "Find the sound',
        "'quiet' is a whole number, written in digits without quotes",
    ),
    ("day-01.yaml", "id: close", "id: @@welcome", "the id 'welcome' is already used on line 9 of this day"),
    ("day-01.yaml", 'in the next room."}', 'in the next room.", @@breath: 4}', "unknown field 'breath', did you mean 'breathe'?"),
    (
        "day-02.yaml",
        "  - id: close\n    kind: say",
        "  - id: close\n    kind: @@sya",
        f"unknown kind 'sya', did you mean 'say'? (one of {', '.join(model.KINDS)})",
    ),
    ("day-02.yaml", "in: 4, out: 4", "in: @@40, out: 4", "'in' is from 2 to 10"),
    (
        "day-02.yaml",
        "title: Three sounds\nidea",
        "title: Three sounds\n@@title: Two\nidea",
        "'title' stands here a second time (first on line 2)",
    ),
    ("day-02.yaml", "- Listen to one sound before a phone call\n      - One", "@@- One", "'answers' has from 2 to 9 items"),
    ("day-03.yaml", "day: 1, step: act", "day: 1, step: @@atc", "day 1 has no step 'atc' that is answered, did you mean 'act'?"),
    (
        "day-03.yaml",
        "    short: true\n    text: |\n      That is the day.",
        "    short: @@yes\n    text: |\n      That is the day.",
        "'short' is true or false",
    ),
    (
        "practices/sounds.yaml",
        PRACTICE[PRACTICE.index("text: Let") : PRACTICE.index("    recall")],
        "@@text: Let it be.\n    breathe: {in: 4, out: 4, seconds: 32}\n",
        "'instead' is missing",
    ),
]


def test_twelve_different_mistakes_are_twelve_located_problems(written):
    files, numbered = dict(THREE_DAYS), {}
    for number, (name, old, new, problem) in enumerate(TWELVE):
        assert old in files[name]
        files[name] = files[name].replace(old, new.replace(HERE, f"@{number:02}@"), 1)
        numbered[number] = (name, problem)
    expected = set()
    for number, (name, problem) in numbered.items():
        before = re.sub(r"@\d\d@", "", files[name].split(f"@{number:02}@")[0])
        expected.add((name, before.count("\n") + 1, len(before) - before.rfind("\n"), problem))
    folder = written({name: re.sub(r"@\d\d@", "", text) for name, text in files.items()})
    problems = Library(content_folder(), folder).check().problems
    assert {(str(Path(one.path).relative_to(folder)), one.line, one.column, one.text) for one in problems} == expected
    assert len(problems) == len(expected) == 12


def test_a_recall_of_a_day_with_problems_is_not_blamed_for_them(written):
    files = {**THREE_DAYS, "day-01.yaml": EXAMPLE_DAY.replace("image: a radio", "images: a radio")}
    problems = Library(content_folder(), written(files)).read_whole().problems
    assert {Path(one.path).name for one in problems} == {"day-01.yaml"}


def test_a_recall_of_a_day_that_is_no_yaml_is_not_blamed_for_it(written):
    files = {**THREE_DAYS, "day-01.yaml": EXAMPLE_DAY.replace("title: Three sounds", "title: Three: sounds", 1)}
    problems = Library(content_folder(), written(files)).read_whole().problems
    assert [Path(one.path).name for one in problems] == ["day-01.yaml"]


def test_a_mistake_in_the_refrains_is_not_told_of_the_days_that_use_them(written):
    files = {
        **THREE_DAYS,
        "day-02.yaml": SECOND_DAY.replace(
            "    text: |\n      Settle in whatever way is easiest, and move whenever you want to.\n", "    refrain: rest\n"
        ),
        "practices/refrains.yaml": REFRAINS.replace("    There are people to ring.\n    Their numbers are here.\n", "    \n"),
    }
    problems = Library(content_folder(), written(files)).read_whole().problems
    assert [(Path(one.path).name, one.text) for one in problems] == [("refrains.yaml", "'support' is empty")]


def test_a_programme_with_refrains_of_its_own_keeps_the_lines_a_session_says(written):
    library = Library(content_folder(), written({**THREE_DAYS, "practices/refrains.yaml": REFRAINS}))
    shipped = Library(content_folder()).refrains()
    assert library.refrains()["rest"] == "Today is a rest day."
    assert set(library.refrains()) >= set(shipped)


def test_the_shipped_programme_has_no_problem():
    assert Library(content_folder()).check().problems == ()


def test_the_practices_a_day_may_lead_to_are_all_there():
    library = Library(content_folder())
    for number in library.numbers():
        steps = [step for step in library.day(number).steps if isinstance(step, Guided)]
        found = library.practices_for(steps)
        for step in steps:
            assert {name for name in (step.use, *step.doors, step.alternative) if name} <= set(found)
            practice = step.practice or found[step.use]
            assert practice.alternative in found
