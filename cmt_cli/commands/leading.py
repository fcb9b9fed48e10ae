"""Leading a session: where to go on, the arrival, the size of the day, and the session itself.

What the first words do not need is imported after them.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property

from cmt_cli.base.faults import Signalled, Stopped, how_stopped
from cmt_cli.base.records import Earlier, SessionRecord, Started
from cmt_cli.base.text import duration
from cmt_cli.base.words import today as words
from cmt_cli.clinical.returning import strongest
from cmt_cli.commands import desk
from cmt_cli.commands.asking import Left, asker, unless_left
from cmt_cli.commands.desk import output
from cmt_cli.commands.library import Library
from cmt_cli.commands.placing import Asked, checked_day, keep_rest, library_of, on_programme
from cmt_cli.commands.status import away_line, days_practised, progress_of
from cmt_cli.commands.waiting import how_it_went
from cmt_cli.env import Env
from cmt_cli.programme.maintenance import maintenance_day, next_practice
from cmt_cli.programme.minutes import day_seconds
from cmt_cli.programme.model import Day, Guided, Practice
from cmt_cli.programme.ports import Command
from cmt_cli.programme.progress import STIRRED_UP, Progress, stirred_twice
from cmt_cli.programme.speaking import Plan, Speaker
from cmt_cli.store import sessions, thoughts
from cmt_cli.store.file import writing
from cmt_cli.store.lock import sitting_alone

MOST_REPLIES = 5
WHOLE, SHORT, ONE_BREATH = range(3)
LEAVE_IT, AGAIN, NEXT_NOW = range(3)
START_AGAIN = 1


def lead(env: Env, asked: Asked) -> None:
    """Lead a person through today's session on their screen."""
    how_it_went(env)
    with desk.recording(env, "today") as connection, sitting_alone(env.home) as alone:
        try:
            if sessions.started(connection) is None:
                from cmt_cli.commands.start import first_run

                env = first_run(env)
            on = on_programme(env, connection, asked.programme)
            if not alone:
                output(env).remark(words.ANOTHER_OPEN)
            with desk.screen(env, asked.pace, asked.cues) as screen:
                _Leading(env, connection, on, screen, asked).run()
        except Left:
            output(env).say(words.LEFT_BEFORE)
        except (KeyboardInterrupt, Signalled) as stop:
            raise Stopped(words.STOPPED, how_stopped(stop)) from None


class _Leading:
    def __init__(self, env: Env, connection: sqlite3.Connection, on: Started, screen: desk.AnyScreen, asked: Asked) -> None:
        self.env = env
        self.connection = connection
        self.on = on
        self.screen = screen
        self.asked = asked
        self.out = output(env)
        self.library: Library = library_of(env, on.path)
        self.where: Progress = progress_of(env, connection, on)

    def run(self) -> None:
        if self.asked.rest:
            self.rest()
            return
        open_session = self.open_session()
        if open_session:
            self.resume(open_session)
            return
        number = self.number()
        day = self.day(number)
        self.welcome(day)
        plan = self.plan(day, short=False)
        short = self.arrive(plan)
        if short is None:
            self.rest()
            return
        form = "maintenance" if number is None else "short" if short else "whole"
        with writing(self.connection):
            self.close_open_ones()
            sessions.begin(self.connection, self.on, self.env.now(), self.env.today(), number, form)
        record = sessions.latest(self.connection, self.on.programme)
        assert record is not None
        self.sit(replace(plan, short=short, earlier=self.earlier(record)), record)

    # Where to begin

    def open_session(self) -> SessionRecord | None:
        """A session to go on with: left before its end, and either not counted yet or of today."""
        latest = sessions.latest(self.connection, self.on.programme)
        if latest is None or latest.ended or (latest.counted_at and latest.day != self.env.today()):
            return None
        if self.asked.day not in (None, latest.number) or self.asked.short or self.asked.whole:
            return None
        if latest.number is not None and latest.number not in self.library.numbers():
            return None
        return latest

    def resume(self, record: SessionRecord) -> None:
        question = words.GO_ON.format(day=record.number) if record.number else words.GO_ON_MAINTENANCE
        day = self.day(record.number)
        self.welcome(day)
        plan = self.plan(day, short=record.form == "short")
        if self.choose(question, words.GO_ON_ANSWERS) == START_AGAIN:
            with writing(self.connection):
                sessions.reach(self.connection, record.id, "", record.seconds)
            record = record._replace(step="")
        own: dict[tuple[int | None, str], str] = {
            (None, step): value for step, value in sessions.answers_of(self.connection, record.id).items()
        }
        self.sit(replace(plan, start=record.step, recalled={**plan.recalled, **own}, earlier=self.earlier(record)), record)

    def earlier(self, record: SessionRecord) -> Earlier | None:
        """A thought that may be met again in this session."""
        from cmt_cli.commands.meeting import earlier_now

        return earlier_now(self.connection, record.at, self.env.today())

    def number(self) -> int | None:
        """The day to lead through; None for maintenance."""
        number = checked_day(self.asked.day, self.where)
        if number or self.where.state != "done_today":
            return number or self.where.day
        assert self.where.day
        latest = sessions.latest(self.connection, self.on.programme)
        done = latest.number if latest and latest.number else self.where.day - 1
        answers = tuple(answer.format(done=done, day=self.where.day) for answer in words.DONE_TODAY_ANSWERS)
        picked = self.choose(words.DONE_TODAY, answers)
        if picked not in (AGAIN, NEXT_NOW):
            raise Left
        return done if picked == AGAIN else self.where.day

    def day(self, number: int | None) -> Day:
        if number is not None:
            return self.library.day(number)
        name = next_practice(sessions.practised(self.connection, self.on.programme)) or "breath"
        guided = self.guided(name)
        title = (guided.practice or self.library.practice(guided.use)).title
        return maintenance_day(guided, self.library.refrains(), title)

    def guided(self, name: str) -> Guided:
        """A practice by the name it is remembered by, as a step of its own."""
        number = _written_for(name)
        if number is None:
            return Guided(id="practice", use=name, short=True)
        step_id = name.partition("/")[2]
        step = next(step for step in self.library.day(number).steps if step.id == step_id)
        assert isinstance(step, Guided)
        return replace(step, id="practice", short=True, feedback=True, doors=())

    def plan(self, day: Day, short: bool) -> Plan:
        asking = self.speaker.plan
        steps = [step for step in day.steps if isinstance(step, Guided)]
        practices = self.library.practices_for(steps)
        return Plan(
            day=day,
            short=short,
            practices=practices,
            ground=asking.ground,
            recalled=self.recalled(day, practices),
            help_lines=asking.help_lines,
            refrains=asking.refrains,
            best_replies=self.best_replies,
            can_compose=desk.editor_of(self.env) is not None,
            stirred_before=stirred_twice([*sessions.felt(self.connection), (self.env.today(), STIRRED_UP)], self.env.today()),
        )

    def best_replies(self) -> list[str]:
        """The person's best replies so far."""
        return [reply.text for reply in strongest(thoughts.all_of(self.connection), MOST_REPLIES)]

    def recalled(self, day: Day, practices: Mapping[str, Practice]) -> dict[tuple[int | None, str], str]:
        found: dict[tuple[int | None, str], str] = {}
        for recall in day.recalls(practices.values()):
            number = recall.day or (_origin(day) if day.number is None else None)
            own = sessions.recalled(self.connection, self.on.programme, number, recall.step) if number else None
            if own:
                found[recall.day, recall.step] = own
        return found

    # The sitting

    def welcome(self, day: Day) -> None:
        """The first words, before anything is asked and before anything is read that is not needed for them."""
        title = words.DAY_TITLE if day.number else words.MAINTENANCE_TITLE
        self.screen.heading(title.format(day=day.number, title=day.title))
        if line := away_line(self.env, self.connection, self.on, self.where):
            self.out.say(line)
        if self.where.completed == 0 or self.env.accessible:
            self.out.say(words.KEYS_FIRST_PLAIN if self.env.accessible else words.KEYS_FIRST, style="dim")

    def arrive(self, plan: Plan) -> bool | None:
        """Pain, urge and the size of the day: True for the short form, None for one breath."""
        pain = self.scale(words.PAIN, words.PAIN_LOW, words.PAIN_HIGH)
        with writing(self.connection):
            arrival = sessions.arrive(self.connection, self.env.now(), self.env.today(), pain)
        urge = self.scale(words.URGE, words.URGE_LOW, words.URGE_HIGH)
        with writing(self.connection):
            sessions.arrived(self.connection, arrival, urge)
        size = self.size(plan)
        if size == ONE_BREATH:
            return None
        self.offer_bell()
        return size == SHORT

    def size(self, plan: Plan) -> int:
        if self.asked.short or self.asked.whole or plan.day.number is None:
            return SHORT if self.asked.short else WHOLE
        whole, short = (duration(round(day_seconds(plan.day, plan.practices, form) / 60) * 60) for form in (False, True))
        answers = tuple(answer.format(whole=whole, short=short) for answer in words.SIZE_ANSWERS)
        picked = self.speaker.put(lambda: self.screen.choose(words.SIZE, answers))
        if picked is Command.EASE:
            return SHORT
        return unless_left(picked) or WHOLE

    def offer_bell(self) -> None:
        """Once: a bell for those who close their eyes in the silences."""
        if self.env.settings.bell is not None:
            return
        self.screen.ring()
        wanted = unless_left(self.speaker.put(lambda: self.screen.yes_no(words.BELL, default=False)))
        self.env = self.env.with_settings(self.env.settings._replace(bell=wanted is True))
        self.screen.bell = wanted is True

    def sit(self, plan: Plan, record: SessionRecord) -> None:
        from cmt_cli.commands.keeping import StoreKeeper
        from cmt_cli.programme.runner import play

        keeper = StoreKeeper(self.env, self.connection, record)
        outcome = play(plan, self.screen, keeper, counted=record.counted_at is not None)
        where = progress_of(self.env, self.connection, self.on)
        practised = days_practised(where)
        if outcome.left:
            self.out.say(words.LEFT_COUNTED if outcome.counted else words.LEFT)
        elif not outcome.counted:
            self.out.say(words.NOT_COUNTED.format(day=record.number))
        else:
            done = words.DAY_DONE if record.number else words.MAINTENANCE_DONE
            self.out.say(done.format(day=record.number, practised=practised))
        if outcome.counted and where.day is None and self.where.day is not None:
            self.out.say(words.LAST_DAY_DONE)

    def rest(self) -> None:
        """One breath, and that is today."""
        practice, speaker = self.library.practice("one-breath"), self.speaker
        self.screen.heading(practice.title)
        speaker.present([*speaker.said(self.library.refrains()["rest"], None), *speaker.beats_of(practice.parts)])
        keep_rest(self.env, self.connection, self.on)

    def close_open_ones(self) -> None:
        """A session begun anew leaves nothing to go back to in an older one."""
        latest = sessions.latest(self.connection, self.on.programme)
        if latest and not latest.ended:
            sessions.end(self.connection, [latest.id])

    # Questions before a session begins

    @cached_property
    def speaker(self) -> Speaker:
        """Speaks and asks where no session is open yet."""
        return asker(self.env, self.screen, self.library)

    def scale(self, text: str, low: str, high: str) -> int | None:
        return unless_left(self.speaker.put(lambda: self.screen.scale(text, low, high)))

    def choose(self, text: str, answers: tuple[str, ...]) -> int | None:
        return unless_left(self.speaker.put(lambda: self.screen.choose(text, answers)))


def _origin(day: Day) -> int | None:
    """The day of the programme that a practice brought back after the course was written for."""
    practices = [step.practice for step in day.steps if isinstance(step, Guided) and step.practice]
    return _written_for(practices[0].id) if practices else None


def _written_for(practice: str) -> int | None:
    """The day in a practice's name, such as 4 in `day-04/practice`; None for one that has a file of its own."""
    day, slash, _ = practice.partition("/")
    return int(day.removeprefix("day-")) if slash else None
