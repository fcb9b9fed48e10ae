"""A day taken apart: its words, every text of every kind of step, and what is heard one after another on each road."""

from __future__ import annotations

from dataclasses import replace

import pytest
from small_day import AFTER, ANSWER, BEFORE, BREATH, EACH, NOTICE, PRACTICES, PRACTISE

from cmt_cli.programme.model import Breathe, Choose, Day, Guided, Letter, Part, Picture, Practice, Recall, Replies, Rhythm, Say, Scale
from cmt_cli.programme.said import (
    Said,
    Where,
    all_said,
    cards_of,
    few,
    five_word_runs,
    opening,
    outside_quotes,
    pages,
    practices_in,
    said_by,
    stretches,
    words_in,
)

LETTER = Letter(id="letter", text="Write it.", starters=("I can see", "It is hard"), warmly="Read it.", pick="Keep which?")
REPLIES = Replies(id="best", text="Here they are.", none="None yet.")
RECALL = Recall(3, "act", "If you chose one:")
OWN = Practice(
    id="day-04/own",
    title="Of its own",
    card="G, M",
    beats="one",
    caution="Tears come.",
    parts=(
        Part("Stay with: {recall}", quiet=9, recall=Recall(None, "two", "calm")),
        Part("Breathe.", rhythm=Rhythm(4, 4, 24), instead="Listen.", short=True),
        Part("Say it.", critic=True, ok="it is quoted"),
    ),
)


def day(*steps, **page):
    return Day(number=4, steps=steps, **{"title": "A day", "idea": "One idea.", "image": "a cup", **page})


def heard(*steps, **road):
    return [[one.text for one in stretch] for stretch in stretches(day(*steps), PRACTICES, **road) if stretch]


# Words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("You named: {recall}", ["you", "named"]),
        ("It doesn't, half-heard, at 4", ["it", "doesn't", "half-heard", "at", "4"]),
        ("Caf\u00e9, \u00fcber \u00c9t\u00e9", ["caf\u00e9", "\u00fcber", "\u00e9t\u00e9"]),
        ("one_two", ["one", "two"]),
        ("...", []),
    ],
)
def test_the_words_of_a_text(text, words):
    assert words_in(text) == words


@pytest.mark.parametrize(("text", "shown"), [("One two three four five.", "One two three four five."), ("a b c d e f", "a b c d e ...")])
def test_a_text_is_quoted_by_its_first_words(text, shown):
    assert few(text) == shown


@pytest.mark.parametrize("text", ['He said: "I am tired." Then', "He said: \u201cI am tired.\u201d Then"])
def test_what_is_quoted_is_left_out(text):
    assert outside_quotes(text) == "He said:  Then"


# What may be said


@pytest.mark.parametrize(
    ("step", "texts"),
    [
        (BEFORE, [("say", "Before it.")]),
        (Say(id="a", text="x", recall=RECALL), [("say", "x"), ("say", "If you chose one:")]),
        (Say(id="a", text="x", picture=Picture("o", "A ring.")), [("say", "x"), ("picture", "A ring.")]),
        (Say(id="a", text="x", refrain="rest"), [("refrain", "x")]),
        (EACH["breathe"], [("breathe", "Breathe slowly."), ("breathe", "Feel the floor.")]),
        (EACH["ask"], [("ask", "Where do you feel it?")]),
        (EACH["scale"], [("scale", "How strong is the pull?"), ("answer", "none"), ("answer", "strong")]),
        (Choose(id="a", text="Which?", answers=("Tea", "Bed")), [("choose", "Which?"), ("answer", "Tea"), ("answer", "Bed")]),
        (NOTICE, [("thought", "Was there a harsh remark?"), ("thought", "None is a full answer.")]),
        (ANSWER, [("thought", text) for text in (ANSWER.text, ANSWER.none, ANSWER.reply, ANSWER.warmly)]),
        (EACH["diary"], [("diary", "A few lines?")]),
        (
            LETTER,
            [("letter", "Write it."), ("letter", "Read it."), ("letter", "Keep which?"), ("answer", "I can see"), ("answer", "It is hard")],
        ),
        (REPLIES, [("replies", "Here they are."), ("replies", "None yet.")]),
        (PRACTISE, []),
        (
            Guided(id="a", practice=OWN),
            [("caution", "Tears come."), ("part", "Stay with: calm"), ("part", "Breathe."), ("part", "Listen."), ("part", "Say it.")],
        ),
    ],
)
def test_everything_a_step_may_say(step, texts):
    assert [(said.kind, said.text) for said in all_said(day(step))] == texts


def test_each_text_says_where_it_stands():
    step = Guided(id="own", practice=OWN)
    assert [said.where for said in all_said(day(step))] == [
        Where("own", field="caution"),
        Where("own", 1),
        Where("own", 2),
        Where("own", 2),
        Where("own", 3),
    ]
    assert [said.where for said in all_said(day(LETTER))] == [Where("letter")] * 5
    assert [said.where for said in said_by(BREATH)][:2] == [Where(field="caution"), Where(part=1)]


def test_a_critic_and_a_reason_are_those_of_the_step_or_of_the_part():
    [said] = all_said(day(replace(BEFORE, critic=True, ok="a reason")))
    assert said == Said(Where("before"), "say", "Before it.", critic=True, ok="a reason")
    marked = all_said(day(Guided(id="own", practice=OWN, critic=True, ok="for the caution")))
    assert [(one.critic, one.ok) for one in marked] == [(True, "for the caution"), *[(False, "")] * 3, (True, "it is quoted")]


def test_refrains_scales_and_practices_in_files_of_their_own_are_shared():
    steps = (Say(id="a", text="x", refrain="rest"), EACH["scale"], BEFORE, Guided(id="own", practice=OWN))
    shared = [said for said in all_said(day(*steps)) if said.shared]
    assert {said.where.step for said in shared} == {"a", "it"}
    assert len(shared) == 4
    assert all(said.shared for said in said_by(BREATH, shared=True))


def test_what_stands_over_a_day():
    over = pages(day(BEFORE, PRACTISE, Guided(id="own", practice=OWN)))
    assert [(said.where, said.text) for said in over] == [
        (Where(field="title"), "A day"),
        (Where(field="idea"), "One idea."),
        (Where(field="image"), "a cup"),
        (Where("own", field="title"), "Of its own"),
    ]


def test_the_practices_of_a_day_and_their_cards():
    assert practices_in(day(PRACTISE, BEFORE, Guided(id="own", practice=OWN)), PRACTICES) == [BREATH, OWN]
    assert cards_of(OWN) == ["G", "M"]


# What is heard


def test_a_stretch_ends_where_something_is_asked():
    assert heard(BEFORE, AFTER, EACH["ask"], BEFORE) == [["Before it.", "After it.", "Where do you feel it?"], ["Before it."]]


def test_a_kind_line_stands_alone_and_an_answer_is_read_warmly_before_what_follows():
    assert heard(BEFORE, ANSWER, AFTER) == [["Before it.", ANSWER.text], [ANSWER.none], [ANSWER.reply, ANSWER.warmly, "After it."]]
    assert heard(NOTICE, AFTER) == [[NOTICE.text], [NOTICE.none], ["After it."]]


def test_a_letter_and_a_page_of_replies_are_heard_in_their_order():
    assert heard(LETTER, AFTER) == [["Write it."], ["Read it.", "Keep which?", "After it."]]
    assert heard(REPLIES, AFTER) == [["Here they are."], ["None yet."], ["After it."]]


def test_a_diary_is_a_fork_without_words():
    assert heard(BEFORE, EACH["diary"], AFTER) == [["Before it."], ["After it."]]


def test_a_practice_goes_on_into_what_follows_when_nothing_is_asked_after_it():
    asked, not_asked = Guided(id="own", practice=OWN), Guided(id="own", practice=OWN, feedback=False)
    assert heard(not_asked, AFTER) == [["Tears come.", "Stay with: calm", "Breathe.", "Say it.", "After it."]]
    assert heard(asked, AFTER) == [["Tears come.", "Stay with: calm", "Breathe.", "Say it."], ["After it."]]


@pytest.mark.parametrize(
    ("road", "said"),
    [
        ({"short": True}, ["Tears come.", "Breathe."]),
        ({"recalled": True}, ["Tears come.", "Stay with: {recall}", "Breathe.", "Say it."]),
        ({"breath": False}, ["Tears come.", "Stay with: calm", "Listen.", "Say it."]),
    ],
)
def test_each_road_through_a_practice(road, said):
    assert heard(Guided(id="own", practice=OWN, short=True), **road) == [said]


def test_each_road_through_a_step():
    recalling = Say(id="a", text="You named: {recall}", recall=RECALL)
    breathing = Breathe(id="b", text="Slowly.", rhythm=Rhythm(4, 4, 8), instead="Listen.")
    assert heard(recalling, breathing) == [["If you chose one:", "Slowly."]]
    assert heard(recalling, breathing, recalled=True, breath=False) == [["You named: {recall}", "Listen."]]


def test_what_is_heard_has_its_place_in_the_day():
    own, used = Guided(id="own", practice=OWN, feedback=False, short=True), replace(PRACTISE, id="used")
    [stretch, _] = stretches(day(own, used, Say(id="a", text="x", refrain="rest", short=True)), PRACTICES, short=True)
    assert [said.where for said in stretch] == [Where("own"), Where("own", 2), *[Where("used")] * 4]


def test_a_refrain_that_is_heard_is_shared():
    [[said]] = stretches(day(Say(id="a", text="x", refrain="rest")), {})
    assert said.shared


# What makes a day its own


@pytest.mark.parametrize(
    ("steps", "word"),
    [
        ((Say(id="a", text='"Soft," he says.'),), "soft"),
        ((PRACTISE,), "tears"),
        ((Say(id="a", text="{recall}", recall=RECALL),), "if"),
        ((Say(id="a", text="..."),), ""),
        ((), ""),
    ],
)
def test_the_first_word_of_a_day(steps, word):
    assert opening(day(*steps), PRACTICES) == word


def test_runs_of_five_words_end_with_their_sentence():
    steps = (
        Say(id="a", text="One two three four five six. And four more words."),
        Scale(id="b", text="one two three four five", low="a", high="b"),
    )
    assert five_word_runs(day(*steps)) == {("one", "two", "three", "four", "five"), ("two", "three", "four", "five", "six")}
