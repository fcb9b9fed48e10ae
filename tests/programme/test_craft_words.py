"""The rules of words and sentences: for each, words that break it and words that keep it."""

from __future__ import annotations

import pytest

from cmt_cli.programme.craft_words import (
    UNSAID,
    answered,
    exclamations,
    few_short_sentences,
    first_person,
    idle_excuses,
    in_texts,
    long_sentences,
    one_question,
    room_in_lessons,
    short_runs,
    unanswered_critics,
    unsaid_words,
)
from cmt_cli.programme.model import Choose, Day, Guided, Part, Practice, Recall, Rhythm, Say
from cmt_cli.programme.said import Said, Where

SHORT = "It is quiet now."
SEVEN = "It is quiet now in the house."
TWELVE = "It is quiet now in the house and out on the stairs."
HERE = Where("a")
SAYS = {
    "must": "You must rest.",
    "should": "You shouldn't stay.",
    "need to": "You need to rest.",
    "needs to": "It needs to stop.",
    "needed to": "It needed to stop.",
    "just": "It is just pain.",
    "simply": "Simply rest.",
    "try": "Keep trying harder.",
    "addict": "It is an addiction.",
    "abus": "Nobody abuses it.",
    "clean": "Cleaner now.",
    "junk": "A junkie.",
    "failure": "A failure.",
    "suffer": "You suffer from it.",
    "victim": "A victim of it.",
    "non-complian": "You are non-compliant.",
    "catastrophi": "You catastrophise.",
}


def said(text, **more):
    return Said(HERE, more.pop("kind", "say"), text, **more)


def day(*texts, **more):
    return Day(number=1, title="", idea="", steps=tuple(Say(id=f"s{at}", text=text, **more) for at, text in enumerate(texts)))


def found(rule, *texts):
    return [finding.text for finding in rule(texts)]


def places(rule, one):
    return [finding.where.step for finding in rule(one, {})]


# One by one


def test_a_sentence_has_twenty_five_words_at_most():
    fits, long = " ".join(["word"] * 25), " ".join(["word"] * 26)
    assert found(long_sentences, said(f"{fits}. Again."), said(f"{fits}: {{recall}}")) == []
    assert found(long_sentences, said(f"That is all. {long[0].upper()}{long[1:]}.")) == [
        "the sentence 'Word word word word word ...' has 26 words; make it 25 at most"
    ]


def test_nothing_is_exclaimed():
    assert found(exclamations, said("Well. Then.")) == []
    assert found(exclamations, said("Well. Come in! Then.")) == ["'Come in' has an exclamation mark; end it with a full stop"]


@pytest.mark.parametrize("word", UNSAID)
def test_every_word_of_the_list_is_found(word):
    [text] = [text for start, text in SAYS.items() if word.startswith(start)]
    [finding] = unsaid_words([said(text)])
    assert finding.where == HERE
    assert finding.text.split("'")[1] in text.lower()


@pytest.mark.parametrize("text", ["Mustard, and the justice of it.", "An adjustment in a needle.", "What you need today.", "A subject."])
def test_a_word_that_is_not_on_the_list_is_not_found(text):
    assert found(unsaid_words, said(text)) == []


def test_a_word_of_the_list_may_be_a_critics_or_have_a_reason():
    assert found(unsaid_words, said("It is just pain.", critic=True), said("A just war.", ok="just as in fair")) == []


def test_a_reason_excuses_a_word_of_its_step():
    excused = [said("Clean hands.", ok="said of hands, in water"), said("Nothing here.", ok="said of hands, in water")]
    assert found(idle_excuses, *excused, said("Clean.")) == []
    assert found(idle_excuses, said("Nothing here.", ok="said of hands, in water")) == ["'ok' excuses no word here; take it out"]


def test_a_reason_is_given_in_words():
    assert found(idle_excuses, said("Clean hands.", ok="fine")) == ["'ok' gives its reason in three words or more"]


@pytest.mark.parametrize(
    ("text", "is_answered"),
    [
        ('It says: "You should cope." It has never had a hip like yours.', True),
        ('There is a kinder one. It says: "You should cope."', False),
        ('There is a kinder one. It says: "Cope."', False),
        ("There is a kinder one. It says: \u201cCope.\u201d", False),
        ("You are a failure.", False),
        ("There is a kinder one. You are a failure.", False),
        ("Her head has started: other people turn up. Keep hold of the other voice.", True),
    ],
)
def test_an_answer_comes_after_the_critic(text, is_answered):
    assert answered(text) == is_answered
    assert (found(unanswered_critics, said(text, critic=True)) == []) == is_answered
    assert found(unanswered_critics, said(text)) == []


def test_a_critic_is_answered_in_the_same_step():
    harsh, kinder = said('It says: "You again."', critic=True), said("You hurt, and pain is real.", critic=True)
    assert found(unanswered_critics, harsh, kinder) == []
    elsewhere = kinder._replace(where=Where("b"), critic=False)
    assert found(unanswered_critics, harsh, elsewhere) == [
        "the critic has the last word from 'It says: \"You again.\"'; answer it in the same step"
    ]


@pytest.mark.parametrize("text", ["I know.", "It is mine.", "Tell me.", "So I'd say."])
def test_the_programme_never_says_i(text):
    assert len(found(first_person, said(text))) == 1
    assert found(first_person, said(text, critic=True), said(text, kind="answer"), said(f'She said: "{text}"')) == []


def test_the_list_and_i_are_rules_of_english():
    texts = [said("I must rest!"), Said(Where("b"), "say", "Rest.", critic=True), Said(Where("c"), "say", "Rest.", ok="no reason at all")]
    assert len(list(in_texts(texts, english=True))) == 5
    assert [finding.text for finding in in_texts(texts, english=False)] == [
        "'I must rest' has an exclamation mark; end it with a full stop"
    ]


# One after another


def test_a_third_of_a_lessons_sentences_have_room():
    assert places(room_in_lessons, day(f"{TWELVE} {SEVEN} {SEVEN}")) == []
    assert places(room_in_lessons, day(f"{TWELVE} {SEVEN}", f"{SEVEN} {SEVEN}")) == [""]
    assert places(room_in_lessons, day(f"{SEVEN} {SEVEN}", refrain="rest")) == []
    assert places(room_in_lessons, day()) == []


def test_a_quarter_of_a_days_sentences_are_short_at_most():
    assert places(few_short_sentences, day(f"{SHORT} {SEVEN} {SEVEN} {SEVEN}")) == []
    assert places(few_short_sentences, day(f"{SHORT} {SEVEN} {SEVEN}")) == [""]
    assert places(few_short_sentences, day(SHORT, refrain="rest")) == []


def test_so_are_those_of_the_short_form():
    steps = (Say(id="a", text=f"{SHORT} {SEVEN} {SEVEN}", short=True), Say(id="b", text=f"{SEVEN} {SEVEN}"))
    [finding] = few_short_sentences(Day(number=1, title="", idea="", steps=steps), {})
    assert finding.text.startswith("1 of the 3 sentences in the short form")


def test_three_short_sentences_never_follow_each_other():
    assert places(short_runs, day(f"{SHORT} {SHORT} {SEVEN}", f"{SHORT} {SHORT}")) == []
    assert set(places(short_runs, day(SEVEN, f"{SHORT} {SHORT}", SHORT))) == {"s1"}
    assert len(set(short_runs(day(f"{SHORT} {SHORT} {SHORT} {SHORT}"), {}))) == 1


BREATHE = Part("Breathe slowly now, in and out, for a while.", rhythm=Rhythm(4, 4, 8), instead="Listen.", short=True)


@pytest.mark.parametrize(
    "parts",
    [
        pytest.param((BREATHE, Part(SHORT, short=True), Part(SHORT, short=True)), id="without the breath"),
        pytest.param((Part(SHORT, short=True), Part(SEVEN), Part(SHORT, short=True), Part(SHORT, short=True)), id="in the short form"),
    ],
)
def test_nor_do_they_on_another_road(parts):
    practice = Practice("p", "P", "A", "a, b", "Any sound that is near is a way back.", parts)
    one = Day(number=1, title="", idea="", steps=(Guided(id="p", practice=practice, short=True),))
    assert set(places(short_runs, one)) == {"p"}
    again = Practice("p", "P", "A", "a, b", practice.caution, (*parts[:1], Part(SEVEN, short=True), *parts[1:2], Part(SEVEN, short=True)))
    assert places(short_runs, Day(number=1, title="", idea="", steps=(Guided(id="p", practice=again, short=True),))) == []


def test_a_line_that_ends_in_the_persons_own_words_is_not_short():
    def steps(fallback):
        recalling = Say(id="s", text="You named: {recall}", recall=Recall(1, "act", fallback))
        return Day(number=2, title="", idea="", steps=(recalling, Say(id="t", text=f"{SHORT} {SHORT}")))

    assert places(short_runs, steps(SEVEN)) == []
    assert set(places(short_runs, steps(SHORT))) == {"s"}


def test_a_lesson_asks_one_question_at_most():
    assert places(one_question, day("Where is it?", 'She said: "Is it?" Then she left.')) == []
    assert places(one_question, day("Where is it?", "Is it?", "Was it?")) == ["s1"]
    asked = (Say(id="a", text="Where is it?"), Choose(id="b", text="Which is it?", answers=("Tea", "Bed")))
    assert places(one_question, Day(number=1, title="", idea="", steps=asked)) == []
