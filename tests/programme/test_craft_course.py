"""The rules of days beside each other: for each, days that break it and days that keep it."""

from __future__ import annotations

from cmt_cli.programme.craft_course import images, in_course, openings, said_twice, shapes, shared_runs
from cmt_cli.programme.model import SHAPES, Day, Guided, Practice, Say, Scale

NINE = "It is as quiet in here as it was."


def day(number, *texts, **page):
    steps = tuple(Say(id=f"s{at}", text=text) for at, text in enumerate(texts))
    return Day(number=number, title="", idea="", steps=page.pop("steps", steps), **page)


def told(found):
    return [(number, finding.where.step or finding.where.field, finding.text) for number, finding in found]


def numbers(found):
    return [number for number, _ in found]


# Said once


def test_a_long_sentence_is_said_once():
    assert numbers(said_twice([day(1, NINE), day(2, "It is quiet in here as it was."), day(3, "It is quiet in here as it was.")])) == []
    assert told(said_twice([day(1, NINE), day(3, f"Well. {NINE}"), day(4, NINE)])) == [
        (3, "s0", "'It is as quiet in ...' is said in day 1 as well, in step 's0'; say it another way"),
        (4, "s0", "'It is as quiet in ...' is said in day 1 as well, in step 's0'; say it another way"),
    ]


def test_refrains_and_scales_may_come_again():
    refrain, scale = Say(id="a", text=NINE, refrain="rest"), Scale(id="b", text=NINE, low="a", high="b")
    assert numbers(said_twice([day(1, steps=(refrain, scale)), day(2, steps=(refrain, scale))])) == []


def text_of(day, count):
    return " ".join(f"{day}word{at}" for at in range(count))


def test_at_most_eight_in_a_hundred_runs_are_shared():
    shared = "these five words are shared"
    assert numbers(shared_runs([day(1, shared, text_of("a", 16)), day(2, shared, text_of("b", 16))])) == []
    found = told(shared_runs([day(1, shared, text_of("a", 15)), day(2, shared, text_of("b", 16))]))
    assert found == [
        (
            1,
            "",
            "8.3 in 100 of the day's runs of five words are in other days as well, 'these five words are shared' among them; make it 8 at most",
        )
    ]


def test_a_run_in_one_day_twice_is_not_shared():
    assert numbers(shared_runs([day(1, "these five words are here", "these five words are here"), day(2)])) == []


# How days differ


def test_no_two_days_open_with_the_same_word():
    assert numbers(openings([day(1, "Sun on the wall."), day(2, "Some sun."), day(3, "..."), day(4, "...")], {})) == []
    found = told(openings([day(1, "Sun on the wall."), day(2, "Some."), day(5, "sun, again.")], {}))
    assert found == [(5, "s0", "day 1 opens with 'sun' as well; open with another word")]


def test_no_shape_comes_twice_running():
    assert numbers(shapes([day(1, shape="trial"), day(2, shape="hours"), day(3, shape="trial")])) == []
    assert numbers(shapes([day(1, shape="trial"), day(3, shape="trial")])) == []
    found = told(shapes([day(1, shape="trial"), day(2, shape="trial")]))
    assert found == [(2, "shape", "day 1 has the shape 'trial' as well; choose another than the day before")]


def test_no_shape_comes_more_than_four_times():
    often = [day(number, shape="trial" if number % 2 else SHAPES[number % 4]) for number in range(1, 12)]
    assert numbers(shapes(often[:8])) == []
    assert told(shapes(often))[0] == (9, "shape", "4 days before this one have the shape 'trial'; choose another")
    assert numbers(shapes(often)) == [9, 11]


def test_no_image_serves_two_days():
    different = [day(1, "cup", image="a cup"), day(2, "cupboard", image="a cupboard door")]
    assert numbers(images(different, {})) == []
    same = [day(1, "kettle", image="a kettle"), day(2, "x kettle", image="A kettle on the boil"), day(3, "tap", image="a tap")]
    assert told(images(same, {})) == [(2, "image", "day 1 has the image 'A kettle on the boil' as well; give this day one of its own")]
    assert numbers(images([same[1], same[0]], {})) == [1]


def test_the_image_is_in_the_words_of_its_day():
    practice = Practice("p", "P", "A", "a, b", "A kettle sings.", ())
    assert numbers(images([day(1, steps=(Guided(id="p", use="p"),), image="a kettle on the boil")], {"p": practice})) == []
    assert numbers(images([day(1, "The tap drips.", image="a tap")], {})) == []
    assert told(images([day(1, "A bath on the run.", image="a kettle on the boil")], {})) == [
        (1, "image", "no word of the image 'a kettle on the boil' is said in the day; use it in the lesson or the practice")
    ]
    assert numbers(images([day(1, "A bath.", image="a tap")], {})) == [1]
    assert numbers(images([day(1, "A bath.", image="...")], {})) == [1]


def test_every_rule_is_asked_of_a_course():
    twice = [day(1, NINE, shape="trial", image="a kettle"), day(2, NINE, shape="trial", image="a kettle")]
    assert len({finding.text.split("'")[0] for _, finding in in_course(twice, {})}) == 6
