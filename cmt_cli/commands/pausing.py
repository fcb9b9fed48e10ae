"""`cmt pause`: a minute before a painkiller: what is there, three breaths, and the person's own choice. Nothing is gated behind it."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from typing import Any, NamedTuple

from cmt_cli.base.faults import UsageFault
from cmt_cli.base.medicine import CHOICES, CLOCK, REASONS, Dose, Medicine, Pause
from cmt_cli.base.times import spoken
from cmt_cli.base.words import med as med_words
from cmt_cli.base.words import pause as words
from cmt_cli.commands import desk
from cmt_cli.commands.asking import Asking, Left, asking
from cmt_cli.commands.beforehand import in_the_log, kind_line
from cmt_cli.commands.contents import kind_asked, shown_name
from cmt_cli.commands.desk import output
from cmt_cli.commands.med import Given, log, notice_values, tell, tell_dose, units_of
from cmt_cli.commands.naming import medicine_called
from cmt_cli.commands.noticing import Notice, would_meet
from cmt_cli.commands.waiting import how_it_went
from cmt_cli.commands.writing import as_text
from cmt_cli.env import Env
from cmt_cli.exchange.values import pause_values
from cmt_cli.programme.model import Rhythm
from cmt_cli.programme.ports import Command
from cmt_cli.programme.speaking import Beat, Breath, Line
from cmt_cli.store import drafts, pauses
from cmt_cli.store.file import writing

TAKE, WAIT, _, TALK, OPEN = CHOICES
WITHDRAWAL, OTHER_REASON = "withdrawal", "other"
BEFORE_THE_CHOICE = ("R1", "R3", "R8")
THREE_BREATHS = Rhythm(4, 6, 30)
_MINUTES = re.compile(r"([0-9]{1,4}) *(?:m|mins?|minutes?)?", re.IGNORECASE)


class Paused(NamedTuple):
    """What was given with the command."""

    pain: int | None = None
    urge: int | None = None
    need: int | None = None
    about: str | None = None
    about_words: str | None = None
    urge_after: int | None = None
    choice: str | None = None
    units: str | None = None
    wait: str | None = None


class Ended(NamedTuple):
    """What came of a choice: the pause as it is kept, and a dose, when one was logged, with what it meets."""

    pause: Pause
    dose: Dose | None = None
    notices: Sequence[Notice] = ()


def pause(env: Env, names: Sequence[str], given: Paused, as_json: bool) -> None:
    """A pause by questions, or by what was given."""
    with drafts.keeping(env.home, [given.about_words], env.now()) as unstored:
        given = _checked(given)
        if given.choice is None:
            desk.need_terminal(env, words.FLAGS)
            if as_json:
                raise UsageFault(words.JSON_NEEDS_CHOICE)
            how_it_went(env)
        with desk.recording(env, "pause") as connection:
            medicine = medicine_called(env, connection, as_text(" ".join(names))) if names else None
            name = medicine.product.name if medicine else None
            begun = Pausing(env, connection, given, Pause(0, env.now(), env.today(), name), medicine, unstored)
            begun.by_flags(as_json) if given.choice else begun.by_questions()


class Pausing:
    """One pause. `unstored` are words that were typed and are not kept yet."""

    def __init__(
        self, env: Env, connection: sqlite3.Connection, given: Paused, blank: Pause, medicine: Medicine | None, unstored: list[str]
    ) -> None:
        self.env = env
        self.connection = connection
        self.given = given
        self.pause = blank._replace(**{name: getattr(given, name) for name in given._fields if name not in ("units", "wait")})
        self.medicine = medicine
        self.unstored = unstored
        self.out = output(env)

    def by_flags(self, as_json: bool) -> None:
        """Everything in one go. A question is put only for a dose to be taken, and only where somebody can answer."""
        if as_json:
            ended = self._carry_out(None)
            self.out.json({"pause": pause_values(ended.pause), "notices": notice_values(ended.notices)})
            if self._is_without_a_dose(ended):
                self.out.remark(self._why_no_dose())
            return
        for line in in_the_log(self.env, self.connection, self.medicine):
            self.out.say(line)
        if self._is_not_for_waiting():
            self.out.say(words.BY_CLOCK)
        else:
            if self.pause.choice != TAKE:
                self._say_what_would_be_met()
            self.out.say(kind_line(self.connection))
        with asking(self.env) if self.env.interactive and self._lacks_a_count() else nullcontext() as ask:
            self._end(self._carry_out(ask))

    def by_questions(self) -> None:
        """Question by question; what was given already is not asked. q leaves, and nothing is kept before the choice."""
        try:
            with asking(self.env) as ask:
                self._ask(ask)
                self._end(self._carry_out(ask))
        except Left:
            self.out.say(words.LEFT)
            self.unstored.clear()

    def _ask(self, ask: Asking) -> None:
        """The questions, the breaths, one kind line, and the choice."""
        self.out.say(words.OPENS)
        for name, text, ends in words.SCALES:
            self._fill(name, lambda text=text, ends=ends: ask.scale(text, *ends))  # type: ignore[misc]
        self._fill("about", lambda: _picked(REASONS, ask.choose(words.ABOUT, words.ABOUT_ANSWERS)))
        if self.pause.about == OTHER_REASON:
            self._fill("about_words", lambda: ask.words(words.ABOUT_WORDS) or None)
            self.unstored[:] = [self.pause.about_words] if self.pause.about_words else []
        if self.medicine:
            self.medicine = kind_asked(self.env, self.connection, ask, self.medicine)
        for line in in_the_log(self.env, self.connection, self.medicine):
            self.out.say(line)
        if self._is_not_for_waiting():
            self.out.say(words.BY_CLOCK)
            self.pause = self.pause._replace(choice=TAKE)
            return
        self._say_what_would_be_met()
        _breathe(ask)
        self._fill("urge_after", lambda: ask.scale(words.URGE_AFTER, *words.URGE_ENDS))
        self.out.say(kind_line(self.connection))
        self._fill("choice", lambda: _picked(CHOICES, ask.choose(words.CHOICE, words.CHOICE_ANSWERS)) or OPEN)

    def _fill(self, name: str, question: Callable[[], Any]) -> None:
        """Ask for what was not given with the command."""
        if getattr(self.given, name) is None:
            self.pause = self.pause._replace(**{name: question()})

    def _carry_out(self, ask: Asking | None) -> Ended:
        """Keep the pause, and with `take` the dose, when it is known of what and how much."""
        self.pause = self.pause._replace(wait_minutes=_minutes(self.given.wait) if self.pause.choice == WAIT else None)
        with writing(self.connection):
            self.pause = pauses.add(self.connection, self.pause)
        self.unstored.clear()
        units = self._units(ask) if self.pause.choice == TAKE else None
        if self.medicine is None or units is None:
            return Ended(self.pause)
        given = Given(reason=self.pause.about, reason_words=self.pause.about_words, pain=self.pause.pain, urge=self.pause.urge)
        dose, notices = log(self.env, self.connection, self.medicine, units, self.env.now(), given, after_pause=self.pause.id)
        self.pause = self.pause._replace(dose_id=dose.id, medicine=self.medicine.product.name)
        with writing(self.connection):
            pauses.change(self.connection, self.pause)
        return Ended(self.pause, dose, notices)

    def _lacks_a_count(self) -> bool:
        """True when a dose is to be logged, and nobody said of what, or how much."""
        known = self.given.units is not None or (self.medicine is not None and self.medicine.usual is not None)
        return self.pause.choice == TAKE and not (self.medicine and known)

    def _units(self, ask: Asking | None) -> float | None:
        """How much is taken: as given, else the usual dose, else as asked; None for no answer."""
        try:
            self.medicine = self.medicine or (_which(self.env, self.connection, ask) if ask else None)
            if self.medicine is None:
                return None
            if self.given.units is not None or self.medicine.usual is not None:
                return units_of(self.given.units, self.medicine)
            return _how_many(self.env, ask, self.medicine) if ask else None
        except Left:
            return None

    def _end(self, ended: Ended) -> None:
        """What is kept, and the line that every choice ends with."""
        if ended.notices and ended.notices[0].rule == "R11":
            tell(self.env, ended.notices[:1])
            ended = ended._replace(notices=ended.notices[1:])
        self.out.say(words.KEPT.format(number=ended.pause.id, when=spoken(ended.pause.at)))
        if ended.dose:
            tell_dose(self.env, ended.dose, ended.notices)
        elif self._is_without_a_dose(ended):
            self.out.say(self._why_no_dose())
        if ended.pause.choice == TALK:
            self.out.say(words.TALK)
        self.out.say(words.ENDS)

    def _is_without_a_dose(self, ended: Ended) -> bool:
        return ended.pause.choice == TAKE and ended.dose is None

    def _why_no_dose(self) -> str:
        if self.medicine is None:
            return words.NOT_NAMED
        return words.NOT_LOGGED_NOW if self.env.interactive else words.NOT_SAID_HOW_MANY

    def _is_not_for_waiting(self) -> bool:
        """A medicine taken by the clock, or withdrawal: a pause is not for putting that off."""
        return (self.medicine is not None and self.medicine.kind == CLOCK) or self.pause.about == WITHDRAWAL

    def _say_what_would_be_met(self) -> None:
        """What the next dose, the usual one or else one unit, would meet if it were taken now."""
        if self.medicine:
            usual = units_of(self.given.units, self.medicine)
            dose = Dose(0, self.env.now(), self.env.today(), self.medicine.product, usual)
            tell(self.env, would_meet(self.env, self.connection, dose, BEFORE_THE_CHOICE))


def _breathe(ask: Asking) -> None:
    """Three breaths, or with e an anchor outside. Raises Left for q."""
    beats: list[Beat] = [Line(f"\n{words.BREATH}", instead=words.INSTEAD), Breath(THREE_BREATHS)]
    while (command := ask.speaker.present(beats)) is not None:
        if command in (Command.LEAVE, Command.GROUND):
            raise Left
        if command is Command.SKIP:
            return
        ask.speaker.without_breath = ask.speaker.without_breath or command is Command.EASE


def _which(env: Env, connection: sqlite3.Connection, ask: Asking) -> Medicine | None:
    while typed := ask.words(words.WHICH_MEDICINE):
        try:
            return medicine_called(env, connection, as_text(typed))
        except UsageFault as fault:
            output(env).say(fault.sentence)
    return None


def _how_many(env: Env, ask: Asking, medicine: Medicine) -> float | None:
    many = med_words.PLURALS.get(medicine.product.unit, f"{medicine.product.unit}s")
    while typed := ask.words(words.HOW_MANY.format(units=many, name=shown_name(env, medicine.product))):
        try:
            return units_of(typed, None)
        except UsageFault:
            output(env).say(med_words.NOT_A_COUNT)
    return None


def _checked(given: Paused) -> Paused:
    """What was given. Raises UsageFault for a choice, a reason, a count or a wait that is none, or that does not go with the choice."""
    if given.choice not in (None, *CHOICES):
        raise UsageFault(words.BAD_CHOICE)
    if given.about not in (None, *REASONS):
        raise UsageFault(words.BAD_ABOUT.format(known=", ".join(REASONS)))
    for said, goes_with, sentence in ((given.units, TAKE, words.UNITS_WITH_TAKE), (given.wait, WAIT, words.WAIT_WITH_WAIT)):
        if said is not None and given.choice not in (None, goes_with):
            raise UsageFault(sentence)
    if given.units is not None:
        units_of(given.units, None)
    _minutes(given.wait)
    return given._replace(about_words=as_text(given.about_words or "").strip() or None)


def _minutes(said: str | None) -> int | None:
    if said is None:
        return None
    found = _MINUTES.fullmatch(said.strip())
    if not found or not int(found[1]):
        raise UsageFault(words.BAD_WAIT)
    return int(found[1])


def _picked(answers: Sequence[str], index: int | None) -> str | None:
    return None if index is None else answers[index]
