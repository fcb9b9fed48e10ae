"""A small day made by hand, and a person led through it by a script."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from scripted import RecordingKeeper, Reply, ScriptedScreen

from cmt_cli.programme.model import Ask, Breathe, Choose, Day, Diary, Guided, Part, Practice, Rhythm, Say, Scale, Step, ThoughtWork
from cmt_cli.programme.runner import Outcome, play
from cmt_cli.programme.speaking import Plan

BREATH = Practice(
    id="breath",
    title="The doorway breath",
    card="B",
    beats="one, two",
    caution="Tears are common.",
    parts=(
        Part("Be held up.", quiet=6, short=True),
        Part("Count the breath.", rhythm=Rhythm(4, 6, 60), instead="Feel the chair.", short=True),
        Part("Let the count go.", rhythm=Rhythm(5, 5, 30), instead="Stay with the chair."),
        Part("Find a sound.", quiet=20),
        Part("The breath ends here.", short=True),
    ),
)
KINDER = Practice(
    id="kinder",
    title="A kinder voice",
    card="G",
    beats="one",
    caution="It may feel odd.",
    parts=(
        Part("Hear a kind voice.", quiet=10),
        Part("Breathe with it.", rhythm=Rhythm(3, 3, 12), instead="Listen on."),
        Part("Let the voice go."),
    ),
    alternative="sounds",
)
OPEN_EYES = Practice(
    "open-eyes", "Eyes open", "A", "one", "Keep them open.", (Part("Look at one thing.", quiet=14), Part("That is enough."))
)
SOUNDS = Practice("sounds", "Sounds", "A", "one", "Any sound.", (Part("Hear one sound.", quiet=8), Part("Hear another.")))
GROUND = Practice("ground-around", "Around", "A", "one", "Take another.", (Part("Touch a sleeve.", quiet=6), Part("Name a sound.")))
PRACTICES = {one.id: one for one in (BREATH, KINDER, OPEN_EYES, SOUNDS, GROUND)}
REFRAINS = {
    "stirred-up": "Practice can stir things up.\nSteadying is next.",
    "support": "There are people to ring.\n",
    "plainest": "Keep to the plainest kind.\nTell somebody how this has been.",
}
HELP = ("Samaritans: 116 123.", "Emergency: 999.")

BEFORE = Say(id="before", text="Before it.", short=True)
AFTER = Say(id="after", text="After it.", short=True)
PRACTISE = Guided(id="practice", use="breath", short=True)
NOTICE = ThoughtWork(id="notice", do="notice", text="Was there a harsh remark?", none="None is a full answer.")
ANSWER = ThoughtWork(
    id="answer",
    do="answer",
    text="Bring a small one.",
    none="None is a full answer.",
    reply="Answer it kindly:",
    warmly="Read it again.\nSlowly now.",
    belief=True,
)
EACH = {
    "say": Say(id="it", text="First line.\nSecond line.\n\nNew paragraph."),
    "breathe": Breathe(id="it", text="Breathe slowly.", rhythm=Rhythm(4, 6, 40), instead="Feel the floor."),
    "ask": Ask(id="it", text="Where do you feel it?"),
    "scale": Scale(id="it", text="How strong is the pull?", low="none", high="strong"),
    "choose": Choose(id="it", text="One small thing:", answers=("A slow breath", "A phone call", "One of my own, in my head")),
    "thought": NOTICE,
    "diary": Diary(id="it", text="A few lines?"),
}
# What is shown first in each of these steps, and what a person then gives it.
FIRST = {kind: step.text.split("\n")[0] for kind, step in EACH.items()}
GIVEN: dict[str, Reply] = {
    "say": None,
    "breathe": None,
    "ask": "in the neck",
    "scale": 4,
    "choose": "A phone call",
    "thought": "None today",
    "diary": "Not today",
}


class Led(NamedTuple):
    """What came of a session: how it ended, what was kept and what was shown."""

    outcome: Outcome
    keeper: RecordingKeeper
    screen: ScriptedScreen

    @property
    def given(self) -> list[tuple[object, ...]]:
        return self.keeper.given()

    @property
    def reached(self) -> list[object]:
        return [call[1] for call in self.keeper.calls if call[0] == "reached"]

    @property
    def lines(self) -> list[str]:
        return self.screen.texts("line")


def plan(steps: tuple[Step, ...], **changes: object) -> Plan:
    """A plan of these steps. `short`, `start`, `recalled` and `stirred_before` may be set."""
    usual: dict[str, object] = {"short": False, "recalled": {}, "practices": PRACTICES}
    day = Day(number=4, title="A small day", idea="", steps=steps)
    return Plan(day=day, ground=GROUND, help_lines=HELP, refrains=REFRAINS, **{**usual, **changes})  # type: ignore[arg-type]


def lead(
    steps: tuple[Step, ...], *in_order: Reply, at: Mapping[str, Reply | list[Reply]] | None = None, counted: bool = False, **changes: object
) -> Led:
    """Lead a person through these steps by a script, which must be used up."""
    with ScriptedScreen(*in_order, at=at) as screen:
        keeper = RecordingKeeper(screen)
        return Led(play(plan(steps, **changes), screen, keeper, counted), keeper, screen)
