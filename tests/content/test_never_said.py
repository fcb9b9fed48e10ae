"""What a program beside somebody's painkillers never says: one pattern a row, over every text of the content and of base/words.

The rules are those of the medicines reference, 3.1, by number. Each row is tried on a sentence it stops and on one it lets through.
"""

from __future__ import annotations

import re

import pytest
from sentences import program_texts, yaml_texts

from cmt_cli.base.text import sentences
from cmt_cli.base.words import start as start_words
from cmt_cli.base.words import support as support_words

MEDICINE = r"(?:tablets?|pills?|doses?|medicines?|medication|painkillers?|paracetamol|ibuprofen|codeine|opioids?|prescriptions?)"
THAT_DOSE = rf"(?:\b(?:{MEDICINE}|sum|total|amount|gap|limit|notice)|^(?:that|this|it|they|these))"
WELL = r"(?:safe|clear|ok|okay|all right|harmless)"
ILLS = r"(?:MOH|addiction|dependence|dependency|disorder|depression|PTSD|overuse|hyperalgesia|fibromyalgia)"
ILL = r"(?:dependent|addicted|an addict|hooked|depressed|in withdrawal|an? abuser)"
SOMEONE_TO_ASK = r"(?:doctor|GP|prescriber|pharmacist|nurse|label|surgery)"
END = r"(?:ease|reduce|lessen|lower|cure|heal|end|remove|take away|get rid of)"
NEVER = [
    # 1: no advice on a dose, and no allowance that is left
    (
        1,
        r"\byou (?:can|may|could|might) (?:\w+ )?take\b(?! (?:in|up|up on|it slowly|your time|a (?:breath|moment|minute|seat)))",
        "You can take two more.",
        "What you take is yours to decide.",
    ),
    (1, r"\byou(?:'ve| have| still have| will have)\b[^.?]*\bleft\b", "You have 2 g left.", "The light is left on."),
    (1, r"\bremaining\b|\ballowance\b", "Your remaining allowance is 2 g.", "The rest of the day is free."),
    (1, r"\bnext dose\b", "Your next dose at 14:00 is OK.", "The next breath is enough."),
    (
        1,
        rf"\btake (?:\w+ ){{0,2}}(?:more|fewer|extra|less) (?:\w+ )?{MEDICINE}",
        "Take one more tablet.",
        "Wanting relief from more pain is sensible.",
    ),
    (
        1,
        rf"\btake (?:one|two|three|four|half|\d+)(?: \w+)? {MEDICINE}|\btake \d+ ?m?g\b",
        "Take two tablets.",
        "Take two words you would like to have.",
    ),
    (
        1,
        r"\b(?:up to|no more than|at most) (?:\w+ )?(?:tablets|mg|grams?|g)\b",
        "You may use up to eight tablets.",
        "Up to a minute of breath.",
    ),
    (
        1,
        rf"\b(?:enough|too soon|time) (?:for|to take) (?:a|another|your|the next) {MEDICINE}",
        "It is time for another dose.",
        "There is time for another breath.",
    ),
    # 2: no schedule for taking less
    (2, r"\btaper\w*|\bwean\w*", "You could taper over four weeks.", "The sound fades by itself."),
    (2, r"\d+ ?%|\bper ?cent\b", "Cut it by 10 % a week.", "Ten minutes of company."),
    (
        2,
        rf"\b(?:skip|miss|drop|leave out|go without|do without) (?:a|an|the|one|this|that|your|today's|tonight's) (?:\w+ )?{MEDICINE}",
        "You might skip a dose.",
        "s skips this.",
    ),
    (
        2,
        rf"\b(?:cut|reduce|lower|halve|decrease)(?: down| back)?(?: on| the| your| this)+ (?:\w+ )?(?:{MEDICINE}|use|intake)",
        "Reduce your dose by half.",
        "When a regular medicine is late, cut down or stopped, ask a pharmacist.",
    ),
    (
        2,
        rf"\b(?:cut (?:down|back)|reduce|lower \w+) by\b|\bhalf a {MEDICINE}",
        "Cut down by a quarter a week.",
        "Half a minute of slow breath.",
    ),
    (
        2,
        r"\b(?:come|coming|get|getting|stay|staying) off (?:the|your|all|these|those|them|opioids|codeine|painkillers)\b",
        "Getting off your tablets takes time.",
        "Take your eyes off the clock.",
    ),
    (
        2,
        rf"\b(?:fewer|less) {MEDICINE}",
        "Try to have fewer tablets.",
        "Those who did the exercises relied on painkillers less than the others.",
    ),
    (2, r"\bstop (?:taking|using) (?:the|your|a|any|all|these|them)\b", "Stop taking your tablets.", "Do not stop it suddenly."),
    # 3: no switching sums
    (3, r"\bequivalen(?:t|ce|ts)\b|\bMME\b|\bOME\b", "That is 30 mg morphine equivalent.", "Both count the same."),
    (
        3,
        r"\d ?m?c?g\b[^.]*(?:=|\bequals?\b|\bsame as\b|\bcomes to\b)[^.]*\d",
        "20 mg oxycodone equals 200 mg of codeine.",
        "Day 4 equals no other.",
    ),
    (
        3,
        rf"\b(?:switch|swap|change) (?:\w+ ){{0,3}}(?:{MEDICINE} )?(?:to|for) (?:an? )?{MEDICINE}",
        "Swap your codeine for paracetamol.",
        "Swap when your body has had enough.",
    ),
    # 4: no "safe", no "clear", no all-clear
    (
        4,
        r"\bsafe to\b|\bsafely\b|\bsafe (?:dose|amount|limit|level|gap|number)s?\b",
        "It is safe to take another.",
        "If no place feels safe, take one a bit calmer than here.",
    ),
    (
        4,
        rf"{THAT_DOSE} (?:is|are|looks?|seems?) (?:\w+ )?{WELL}(?: to\b|[.;,]|$)",
        "That dose is quite safe.",
        "Find one thing that is all right to touch.",
    ),
    (4, r"\b(?:fine|all right|ok|okay) to (?:take|have|use|mix|stop|drive)\b", "It is fine to take with food.", "It is fine to leave it."),
    (
        4,
        r"\bno (?:known )?(?:interactions?|risks?|danger|harm|problem) (?:\w+ )?(?:found|between|with (?:this|that|these|your))",
        "No interactions found.",
        "No interest in breathing is no matter.",
    ),
    (
        4,
        r"\ball clear\b|\bnothing to worry about\b|\bwithin (?:the )?(?:safe|normal) (?:limits?|range)\b",
        "You are within the normal range.",
        "Nothing is owed for it tomorrow.",
    ),
    # 5: no diagnosis
    (
        5,
        rf"\byou(?:'re| are| may be| might be| seem| sound| could be) (?:\w+ )?{ILL}\b",
        "You are probably dependent.",
        "You are the one who lives there.",
    ),
    (
        5,
        rf"\byou (?:may |might |probably |seem to |could )?have (?:an? |got )?(?:\w+ )?{ILLS}\b",
        "You may have an addiction.",
        "You have a voice for other people.",
    ),
    (
        5,
        r"\byour (?:addiction|dependenc[ey]|diagnosis|disorder|condition|withdrawal)\b|\boveruse headache\b",
        "Your addiction score is 12.",
        "Your own two qualities belong here.",
    ),
    # 6: no streaks, no marks, no praise for a day without
    (6, r"\bstreaks?\b|\bin a row\b|\bunbroken\b", "That is a streak of five.", "Space holds, and space again goes on."),
    (
        6,
        r"\b(?:well done|good job|great job|congratulations|bravo|keep it up|proud of you)\b",
        "Well done.",
        "Wishing yourself well, done slowly.",
    ),
    (
        6,
        rf"\b(?:{MEDICINE}|drug|opioid)-free\b|\b(?:days?|hours?|weeks?|a night) without (?:a |any |your )?{MEDICINE}",
        "Three days without a tablet.",
        "A day without any harsh remark.",
    ),
    (
        6,
        r"\byou (?:have |'ve )?(?:missed|skipped|failed|broke|lapsed|slipped|relapsed)\b(?! your appointment)",
        "You missed two days.",
        "She missed her physio.",
    ),
    (
        6,
        r"\bbehind schedule\b|\bcatch up on\b|\bovercame\b|\bresisted\b|\bgave in\b|\bgiving in\b|\bwillpower\b",
        "You gave in on Tuesday.",
        "Come in, and catch your breath.",
    ),
    (6, r"\brelaps\w+|\bsober\b|\bsobriety\b", "After a relapse, begin again.", "A sore day comes back."),
    # 7: nobody who prescribes is contradicted, and nothing is promised
    (
        7,
        rf"\b(?:whatever|no matter what|despite what|instead of what|ignore|never mind) (?:your|the) {SOMEONE_TO_ASK}\b",
        "Ignore your doctor.",
        "Ask your doctor or nurse.",
    ),
    (
        7,
        rf"\byou (?:do not|don't|no longer|never) (?:need|really need|have to take) (?:the|your|a|that|any|those|this) (?:\w+ )?{MEDICINE}",
        "You do not need your tablets.",
        "You do not have to feel kind before you begin.",
    ),
    (
        7,
        rf"\b(?:will|can|to|shall|'ll) (?:\w+ )?{END} (?:the|your|any|all) pain\b",
        "This will ease your pain.",
        "What you want turned down may be the pain.",
    ),
    (
        7,
        r"\b(?:have|feel|be in|bring|brings|means) (?:\w+ )?(?:less|no|little) pain\b|\bpain-free\b|\b(?:the|your) pain will\b",
        "You will have less pain.",
        "Nobody here promises you less pain.",
    ),
    (
        7,
        r"\bthis (?:will|is going to|is sure to|always) works?\b|\bguarantee\w*|\bproven to\b|\bcures?\b",
        "This will work.",
        "Half the work is noticing.",
    ),
    (
        7,
        r"\b(?:fit|able|safe|allowed|all right|well enough) (?:to drive|for driving)\b|\bpregnan\w+(?!, cancer)\b",
        "You are fit for driving.",
        "Wanting, or drive, is one of the big ones.",
    ),
    # 8: nothing about method or what would harm
    (
        8,
        r"\btoxic\b|\blethal\b|\bfatal\b|\bpoisonous\b|\boverdos\w+|\bmg/kg\b|\bkill\w*\b",
        "Ten grams is toxic.",
        "The poisons line has advice.",
    ),
    (
        8,
        r"\b(?:liver|kidney|brain) (?:damage|failure|injury)\b|\bhow many (?:\w+ )?(?:it takes|would|to)\b",
        "It can do liver damage.",
        "The brain makes a note.",
    ),
    (
        8,
        r"\b(?:harm|damage|dangerous)\w* (?:above|over|after|from) (?:\w+ )?\d",
        "Dangerous above 4 g.",
        "Dangerous roads are not needed here.",
    ),
    # 9: nothing stands before logging
    (
        9,
        r"\b(?:wait|hold off|hang on) (?:\w+ ){0,6}before (?:you |your |the |taking |logging |having )",
        "Wait ten minutes before you take it.",
        "The time before a tablet is often crowded.",
    ),
    (
        9,
        rf"(?<!not for )\b(?:put off|putting off|delay|delaying|postpone|resist) (?:a|an|the|your|that|taking|this) (?:\w+ )?{MEDICINE}",
        "Try putting off a dose.",
        "This is not for putting off a dose you take by the clock.",
    ),
    (
        9,
        r"\bcannot be logged (?:yet|until)|\bbefore (?:you can|it can be) log(?:ged)?\b",
        "It cannot be logged yet.",
        "It can be logged afterwards.",
    ),
]

TEXTS = yaml_texts() | program_texts()
SAID = [(at, sentence) for at, text in TEXTS.items() for sentence in sentences(text)]
every_rule = pytest.mark.parametrize(("rule", "pattern", "stopped", "passed"), NEVER, ids=[f"{row[0]}: {row[2]}" for row in NEVER])


@every_rule
def test_it_is_never_said(rule, pattern, stopped, passed):
    never = re.compile(pattern, re.IGNORECASE)
    assert [f"{at}: {sentence}" for at, sentence in SAID if never.search(sentence)] == []


@every_rule
def test_the_pattern_stops_what_it_is_for_and_nothing_beside_it(rule, pattern, stopped, passed):
    never = re.compile(pattern, re.IGNORECASE)
    assert never.search(stopped)
    assert not never.search(passed)


def test_every_rule_of_the_reference_has_a_pattern_or_a_test():
    assert {row[0] for row in NEVER} | {10} == set(range(1, 11))


def test_who_it_was_not_made_for_is_said_at_the_first_run():
    out_of_scope = " ".join(start_words.SIX_LINES)
    for whom in ("under 18", "pregnancy", "cancer", "end-of-life pain", "methadone", "buprenorphine", "your team"):
        assert whom in out_of_scope


def test_taking_what_is_prescribed_is_said_at_the_first_run():
    assert "Keep taking what is prescribed as prescribed; nothing here asks you to take less." in start_words.SIX_LINES


def test_the_first_run_says_it_is_not_treatment_and_gives_no_dose():
    assert any("not treatment" in line and "never advises a dose" in line for line in start_words.SIX_LINES)


def test_the_help_screen_names_no_amount_of_anything():
    said = [value for name, value in vars(support_words).items() if name.isupper() and isinstance(value, str)]
    assert [line for line in said if re.search(r"\d+ ?(?:mg|g|grams?|tablets|pills|units)\b", line)] == []


def test_the_words_looked_through_are_all_there():
    assert len(yaml_texts()) > 500
    assert len(program_texts()) > 200
    assert "practices/refrains.yaml" in {at.split(":")[0] for at in TEXTS}
    assert any(at.startswith("words/support.py TABLETS_TEXT") for at in TEXTS)
