"""The rules of a day: for each, a small day that breaks it and one that keeps it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from small_day import ANSWER, EACH, NOTICE

from cmt_cli.programme.craft import (
    grades,
    heavier_day,
    in_day,
    in_english,
    in_refrains,
    in_shared_practice,
    minutes,
    recalls,
    scales,
    scales_asked,
    short_form,
    short_practice,
    typed,
)
from cmt_cli.programme.model import Ask, Day, Diary, Guided, Letter, Part, Practice, Programme, Recall, Say, Scale, ThoughtWork
from cmt_cli.programme.said import Where

CALM = Practice(
    "calm",
    "Calm",
    "B",
    "far, near",
    "Tears come, and any sound is a way back from them.",
    (Part("Find one sound that is nearest to you.", quiet=40, short=True),) * 3
    + (Part("Stay with the sound for a while longer.", quiet=40),) * 9,
)
SOUND = replace(CALM, id="sound", card="A")
PRACTICES = {"calm": CALM, "sound": SOUND}
FIRST = Say(id="welcome", text="Settle in here.", short=True)
IDEA = Say(id="idea", text="A sound is there.", short=True)
PRACTISE = Guided(id="practice", use="calm", short=True)
CLOSE = Say(id="close", text="That is the day.", short=True)
SUPPORT = Say(id="support", refrain="support", text="Ring somebody.")
STEPS = (FIRST, IDEA, PRACTISE, CLOSE)
SCALE = Scale(id="scale", text="How much?", low="none", high="all")
LETTER = Letter(id="letter", text="Write.", starters=("I see", "It is"), warmly="Read.", pick="Which?")
EARLIER = ThoughtWork(id="earlier", do="earlier", text="Bring one.", none="None.", reply="Answer.", warmly="Read.")


def day(*steps, **page):
    return Day(number=4, steps=steps, **{"title": "A day", "idea": "One idea.", **page})


def told(rule, *steps, **page):
    return [(where.step or where.field, text) for where, text in rule(day(*steps, **page), PRACTICES)]


def places(rule, *steps, **page):
    return [place for place, _ in told(rule, *steps, **page)]


# How long, how hard


def quiet(seconds, brief=0):
    """A day whose words and questions take no more than the seconds they must: 40 in all, and the words of the practice."""
    parts = (Part("a", quiet=seconds), Part("a", quiet=brief, short=True))
    return Guided(id="p", practice=replace(CALM, title="", caution="", parts=parts), short=True)


@pytest.mark.parametrize(("seconds", "found"), [(400, 0), (355, 1), (650, 0), (670, 1)])
def test_a_day_takes_ten_to_fifteen_minutes(seconds, found):
    assert [text.split(" takes")[0] for _, text in told(minutes, quiet(seconds, 200))] == ["the whole day"] * found


@pytest.mark.parametrize(("seconds", "found"), [(145, 0), (130, 1), (255, 0), (265, 1)])
def test_its_short_form_takes_three_to_five(seconds, found):
    assert [text.split(" takes")[0] for _, text in told(minutes, quiet(500, seconds))] == ["the short form"] * found


EASY = "The cat sat on the mat and then it had a nap. " * 3
FAIR = "Somebody else reads down the same list, and he says it all again in the kitchen. "
HARD = "Considerable deliberation regarding medication consumption necessitates organisational determination. "


@pytest.mark.parametrize(("text", "found"), [(FAIR, []), (EASY, ["the day reads at"]), (HARD, ["the day reads at"]), ("...", [])])
def test_a_day_reads_at_grade_two_to_six_and_a_half(text, found):
    assert [said[:16] for _, said in told(grades, Say(id="a", text=text))] == found


def test_no_long_step_reads_above_grade_eight():
    def hard(*texts):
        return [place for place in places(grades, *(Say(id=f"s{at}", text=text) for at, text in enumerate(texts))) if place]

    assert hard(FAIR * 60, HARD * 13) == ["s1"]
    assert hard(FAIR * 60, HARD * 12) == []
    assert hard("...") == []


# What is asked


@pytest.mark.parametrize(
    ("steps", "count"),
    [
        ((PRACTISE,), 3),
        ((replace(PRACTISE, feedback=False),), 3),
        ((replace(PRACTISE, feedback=False), PRACTISE), 3),
        ((PRACTISE, PRACTISE), 4),
        ((PRACTISE, SCALE), 4),
        ((PRACTISE, NOTICE), 3),
        ((PRACTISE, EARLIER), 4),
        ((PRACTISE, ANSWER), 6),
    ],
)
def test_the_scales_of_a_day(steps, count):
    assert scales_asked(day(*steps)) == count


def test_a_day_has_four_scales_at_most_and_six_where_belief_is_asked():
    assert told(scales, PRACTISE, SCALE) == []
    assert told(scales, PRACTISE, SCALE, EARLIER) == [("", "the day has 5 scales, with those the program asks by itself; keep 4 at most")]
    assert told(scales, PRACTISE, ANSWER) == []
    assert told(scales, PRACTISE, ANSWER, SCALE) == [("", "the day has 7 scales, with those the program asks by itself; keep 6 at most")]


@pytest.mark.parametrize(
    ("steps", "count"),
    [
        ((EACH["ask"], EACH["ask"], EACH["diary"]), 2),
        ((EACH["ask"], NOTICE), 2),
        ((EARLIER,), 2),
        ((LETTER, EACH["ask"]), 2),
        ((ANSWER, EACH["ask"]), 3),
        ((LETTER, EACH["ask"], NOTICE), 3),
    ],
)
def test_a_day_asks_for_two_typed_answers_at_most(steps, count):
    texts = [] if count <= 2 else [("", f"the day asks for {count} typed answers; keep 2 at most")]
    assert told(typed, *steps) == texts


BACK = Recall(1, "act", "Anything at all?")


@pytest.mark.parametrize(
    ("text", "recall", "found"),
    [
        ("You named: {recall}", BACK, []),
        ("You named: {recall}\nDid it come about?", BACK, []),
        ("No mark.", None, []),
        ("You named {recall} then.", BACK, ["a"]),
        ("You named: {recall}", None, ["a"]),
        ("No mark.", BACK, ["a"]),
    ],
)
def test_the_persons_own_words_come_last(text, recall, found):
    assert places(recalls, Ask(id="a", text=text, recall=recall)) == found


# The short form


REFRAIN = Say(id="medicine", refrain="medicine", text="Do not stop suddenly.", short=True)
BEFORE_IT = Say(id="before", text="Some have codeine in them.", short=True)
LONG_IDEA = replace(IDEA, text=" ".join(["word"] * 61))


@pytest.mark.parametrize(
    "steps",
    [
        STEPS,
        (FIRST, IDEA, EACH["ask"], PRACTISE, NOTICE, CLOSE),
        (FIRST, IDEA, BEFORE_IT, REFRAIN, PRACTISE, CLOSE),
        (FIRST, IDEA, PRACTISE, BEFORE_IT, REFRAIN, CLOSE),
        (FIRST, IDEA, REFRAIN, PRACTISE, CLOSE),
        (FIRST, IDEA, replace(SCALE, short=True), PRACTISE, CLOSE),
        (FIRST, replace(IDEA, text=" ".join(["word"] * 60)), PRACTISE, CLOSE),
    ],
)
def test_a_short_form_as_it_is_meant(steps):
    assert told(short_form, *steps) == []


@pytest.mark.parametrize(
    ("steps", "place", "text"),
    [
        ((FIRST, PRACTISE, CLOSE), "", "the short form is a welcome"),
        ((FIRST, IDEA, BEFORE_IT, PRACTISE, CLOSE), "", "the short form is a welcome"),
        ((FIRST, IDEA, PRACTISE, PRACTISE, CLOSE), "", "the short form is a welcome"),
        ((FIRST, PRACTISE, IDEA, CLOSE), "", "the short form is a welcome"),
        ((FIRST, IDEA, PRACTISE), "", "the short form is a welcome"),
        ((EACH["say"], *STEPS), "welcome", "the short form begins with another step"),
        ((*STEPS, EACH["diary"]), "close", "the short form ends with another step"),
        ((FIRST, IDEA, PRACTISE, replace(CLOSE, text="One.\nTwo.")), "close", "the closing line of the short form has a line break"),
        ((FIRST, LONG_IDEA, PRACTISE, CLOSE), "idea", "the idea of the short form has 61 words; keep it to 60"),
    ],
)
def test_a_short_form_that_is_not(steps, place, text):
    [(where, said)] = told(short_form, *steps)
    assert where == place
    assert said.startswith(text)


def test_a_step_beside_the_short_form_may_be_of_any_kind():
    assert told(short_form, FIRST, IDEA, PRACTISE, Diary(id="d", text="A few lines?"), CLOSE) == []


@pytest.mark.parametrize(("seconds", "found"), [(119, 1), (120, 0), (179, 0), (180, 1)])
def test_the_short_practice_takes_two_to_three_minutes(seconds, found):
    assert places(short_practice, quiet(500, seconds)) == ["p"] * found


def test_a_short_form_without_a_practice_is_told_of_the_day():
    assert places(short_practice, FIRST) == [""]


# Heavier days


@pytest.mark.parametrize(
    ("steps", "found"),
    [
        ((replace(PRACTISE, doors=("calm",)), SUPPORT, CLOSE), []),
        ((replace(PRACTISE, doors=("sound", "calm")), FIRST, IDEA, replace(CLOSE, text="Run cmt support.")), []),
        ((replace(PRACTISE, doors=("sound",)), SUPPORT), ["no second door"]),
        ((replace(PRACTISE, doors=("nowhere",)), SUPPORT), ["no second door"]),
        ((replace(PRACTISE, doors=("calm",)), SUPPORT, FIRST, IDEA, CLOSE), ["a heavier day "]),
        ((PRACTISE,), ["no second door", "a heavier day "]),
    ],
)
def test_a_heavier_day_has_a_gentle_door_and_closes_with_support(steps, found):
    assert [text[:14] for _, text in told(heavier_day, *steps, heavier=True)] == found
    assert set(places(heavier_day, *steps, heavier=True)) <= {"heavier"}
    assert told(heavier_day, *steps) == []


# Everything at once


LESSON = Say(
    id="lesson",
    text="It is quiet in the kitchen this evening, apart from the tap that has dripped since Tuesday. "
    "You can hear it from the bed, and on some nights it is company of a kind.",
)
KEPT = (
    replace(FIRST, text="Settle in whatever way is easiest tonight, and move about whenever you want to."),
    replace(IDEA, text="There is always some sound to go back to, even if it is only the tap in the kitchen."),
    Guided(
        id="practice",
        short=True,
        practice=replace(CALM, id="day-04/practice", parts=(*CALM.parts[:3], *CALM.parts[3:8] * 2)),
    ),
    LESSON,
    replace(CLOSE, text="If it gets loud in your head later on, there is the tap in the kitchen."),
)


def test_a_day_that_keeps_every_rule():
    assert in_day(day(*KEPT, image="a dripping tap"), {}, english=True) == []


@pytest.mark.parametrize(
    ("changes", "where"),
    [
        ({"title": "You must rest"}, Where(field="title")),
        ({"idea": "It is simply pain."}, Where(field="idea")),
        ({"image": "a clean cup"}, Where(field="image")),
        ({"heavier": True}, Where(field="heavier")),
        ({"steps": (*KEPT[:3], replace(LESSON, text=f"{LESSON.text} I hear it."), KEPT[4])}, Where("lesson")),
        ({"steps": (*KEPT[:3], replace(LESSON, ok="nothing to excuse here"), KEPT[4])}, Where("lesson")),
        (
            {"steps": (*KEPT[:2], replace(KEPT[2], practice=replace(KEPT[2].practice, beats="one")), *KEPT[3:])},
            Where("practice", field="beats"),
        ),
        (
            {"steps": (*KEPT[:3], replace(LESSON, text=f"{LESSON.text} Is it there, in the kitchen, as it was? Or is it out?"), KEPT[4])},
            Where("lesson"),
        ),
    ],
)
def test_a_rule_that_is_broken_is_told_at_its_place(changes, where):
    assert {finding.where for finding in in_day(replace(day(*KEPT), **changes), {}, english=True)} == {where}


def test_what_is_told_is_told_once_whichever_roads_lead_to_it():
    twice = (*KEPT[:3], replace(LESSON, text=f"{LESSON.text} It drips. It stops. It drips."), KEPT[4])
    found = in_day(day(*twice), {}, english=True)
    assert [finding.text[:30] for finding in found] == ["three sentences of under 7 wor"]


def test_a_refrain_is_told_of_its_own_file():
    harsh = replace(SUPPORT, text="You must ring somebody tonight, whichever way the evening goes.")
    assert in_day(day(*KEPT[:4], harsh, KEPT[4]), {}, english=True) == []
    assert [finding.where for finding in in_refrains({"support": harsh.text}, english=True)] == [Where(field="support")]
    assert in_refrains({"support": harsh.text}, english=False) == []


def test_a_practice_in_a_file_of_its_own_is_held_to_the_same_rules():
    assert in_shared_practice(CALM, english=True) == []
    spoiled = replace(CALM, title="Simply calm", caution="Any sound!", parts=(Part("Rest, as you should.", quiet=50),))
    assert {finding.where for finding in in_shared_practice(spoiled, english=True)} == {
        Where(field="title"),
        Where(field="caution"),
        Where(part=1),
    }
    assert {finding.where for finding in in_shared_practice(spoiled, english=False)} == {Where(field="caution"), Where(part=1)}


def test_grade_list_and_i_are_not_asked_of_another_language():
    spoiled = (*KEPT[:3], replace(LESSON, text=f"{LESSON.text} I must rest after it, as in any other week."), KEPT[4])
    assert len(in_day(day(*spoiled), {}, english=True)) == 2
    assert in_day(day(*spoiled), {}, english=False) == []


@pytest.mark.parametrize(("language", "english"), [("en", True), ("en-IE", True), ("EN-gb", True), ("de", False), ("fr-CA", False)])
def test_a_programme_is_english_by_its_language(language, english):
    assert in_english(Programme("a", "A", "1", 1, "A.", (), language)) == english


def test_nobody_guesses_the_language_of_a_programme_that_cannot_be_read():
    assert not in_english(None)
