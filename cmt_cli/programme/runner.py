"""The session runner: hands each step to a Screen, checks the reply, gives it to a Keeper at once, and goes on. Pure."""

from __future__ import annotations

from typing import NamedTuple

from cmt_cli.base.text import duration
from cmt_cli.base.words import session as words
from cmt_cli.programme import minutes
from cmt_cli.programme.model import Ask, Breathe, Choose, Diary, Guided, Say, Scale, Step, ThoughtWork
from cmt_cli.programme.ports import Command, Keeper, Move, Screen
from cmt_cli.programme.practising import practise
from cmt_cli.programme.speaking import Beat, Breath, Line, Plan, Speaker, lines_of
from cmt_cli.programme.thought_work import work_on_thought

WRITE = 0


class Outcome(NamedTuple):
    """How a session ended: `left` with q or at its end; `counted` as a day practised."""

    left: bool
    counted: bool


def play(plan: Plan, screen: Screen, keeper: Keeper, counted: bool = False) -> Outcome:
    """Lead a person through a day, from `plan.start` or from the top. `counted`: the day was counted before this."""
    return Session(plan, screen, keeper, counted).run()


class Session:
    """One sitting. `speaker` says and asks, `keeper` keeps, `at` is the step being taken."""

    def __init__(self, plan: Plan, screen: Screen, keeper: Keeper, counted: bool) -> None:
        self.day = plan.day
        self.short = plan.short
        self.steps = list(plan.day.in_form(plan.short))
        self.at = next((i for i, step in enumerate(self.steps) if step.id == plan.start), 0)
        self.screen = screen
        self.keeper = keeper
        self.counted = counted
        self.speaker = Speaker(plan, screen, self.where)

    def run(self) -> Outcome:
        while self.at < len(self.steps):
            step = self.steps[self.at]
            self.keeper.reached(step.id)
            move = self.take(step)
            if move is Move.LEAVE:
                return Outcome(left=True, counted=self.counted)
            if move is Move.STOP:
                break
            self.at = max(0, self.at - 1) if move is Move.BACK else self.at + 1
        self.keeper.ended()
        return Outcome(left=False, counted=self.counted)

    def take(self, step: Step) -> Move:
        if isinstance(step, Guided):
            return practise(self, step)
        if isinstance(step, ThoughtWork):
            return work_on_thought(self, step)
        if isinstance(step, Say | Breathe):
            return self.move_for(self.speaker.present(self.beats(step)))
        if isinstance(step, Diary):
            return self.diary(step)
        return self.question(step)

    def move_for(self, command: Command | None) -> Move:
        """What a key means for the step it was pressed in."""
        if command is Command.EASE:
            self.ease_the_day()
        moves = {Command.BACK: Move.BACK, Command.LEAVE: Move.LEAVE, Command.GROUND: Move.LEAVE}
        return moves.get(command, Move.ON) if command else Move.ON

    def ease_the_day(self) -> None:
        """From here on, only the steps of the short form."""
        if not self.short:
            self.short = True
            done, rest = self.steps[: self.at + 1], self.steps[self.at + 1 :]
            self.steps = done + [step for step in rest if step.short]
            self.screen.tell([words.SHORT_FROM_HERE])

    def count(self) -> None:
        """The day is done, whatever follows."""
        if not self.counted:
            self.counted = True
            self.keeper.counted()

    def where(self) -> str:
        left = minutes.steps_seconds(self.steps[self.at :], self.speaker.plan.practices, self.short)
        return words.WHERE.format(step=self.at + 1, steps=len(self.steps), left=duration(max(60, round(left / 60) * 60)))

    def beats(self, step: Step) -> list[Beat]:
        if isinstance(step, Breathe):
            return [Line(step.text, step.instead), Breath(step.rhythm, step.instead)]
        recall = step.recall
        if recall and not self.speaker.answers.get((recall.day, recall.step)):
            return lines_of(recall.fallback)
        pictures = [step.picture] if isinstance(step, Say) and step.picture else []
        return [*self.speaker.said(step.text, recall), *pictures]

    def question(self, step: Step) -> Move:
        text = self.speaker.recalled_whole(step.text, step.recall)
        given: str | int | Command | None
        if isinstance(step, Choose):
            given = self.speaker.put(lambda: self.screen.choose(text, step.answers))
            given = step.answers[given] if isinstance(given, int) else given
        elif isinstance(step, Scale):
            given = self.speaker.put(lambda: self.screen.scale(text, step.low, step.high))
        else:
            assert isinstance(step, Ask)
            given = self.speaker.put(lambda: self.screen.ask(text, words.EMPTY_IS_FINE))
        if isinstance(given, Command):
            return self.move_for(given)
        self.keeper.answer(step.id, given)
        self.speaker.answers[None, step.id] = "" if given in (None, words.OWN_IN_HEAD) else str(given)
        return Move.ON

    def diary(self, step: Diary) -> Move:
        wish = self.speaker.put(lambda: self.screen.choose(step.text, words.DIARY_ANSWERS))
        if isinstance(wish, Command):
            return self.move_for(wish)
        if wish == WRITE:
            written = self.speaker.put(lambda: self.screen.ask(words.DIARY_ASK, words.DIARY_NOTE))
            if isinstance(written, Command):
                return self.move_for(written)
            if written:
                self.keeper.diary(step.id, written)
        return Move.ON
