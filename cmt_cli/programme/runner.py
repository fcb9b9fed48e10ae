"""The session runner: hands each step to a Screen, checks the reply, gives it to a Keeper at once, and goes on. Pure."""

from __future__ import annotations

from typing import NamedTuple

from cmt_cli.base.words import session as words
from cmt_cli.programme.letter import write_letter
from cmt_cli.programme.minutes import READ_SLOWLY
from cmt_cli.programme.model import Ask, Breathe, Choose, Diary, Guided, Letter, Replies, Say, Scale, Step, ThoughtWork
from cmt_cli.programme.ports import Command, Keeper, Move, Screen
from cmt_cli.programme.practising import practise
from cmt_cli.programme.session import Session
from cmt_cli.programme.speaking import Beat, Breath, Line, Plan, Quiet, lines_of
from cmt_cli.programme.thought_work import work_on_thought

WRITE = 0


class Outcome(NamedTuple):
    """How a session ended: `left` with q or at its end; `counted` as a day practised."""

    left: bool
    counted: bool


def play(plan: Plan, screen: Screen, keeper: Keeper, counted: bool = False) -> Outcome:
    """Lead a person through a day, from `plan.start` or from the top. `counted`: the day was counted before this."""
    session = Session(plan, screen, keeper, counted)
    while session.at < len(session.steps):
        step = session.steps[session.at]
        keeper.reached(step.id)
        move = _take(session, step)
        if move is Move.LEAVE:
            return Outcome(left=True, counted=session.counted)
        if move is Move.STOP:
            break
        session.at = max(0, session.at - 1) if move is Move.BACK else session.at + 1
    keeper.ended()
    return Outcome(left=False, counted=session.counted)


def _take(session: Session, step: Step) -> Move:
    if isinstance(step, Guided):
        return practise(session, step)
    if isinstance(step, ThoughtWork):
        return work_on_thought(session, step)
    if isinstance(step, Letter):
        return write_letter(session, step)
    if isinstance(step, Say | Breathe | Replies):
        return session.move_for(session.speaker.present(_beats(session, step)))
    if isinstance(step, Diary):
        return _diary(session, step)
    return _question(session, step)


def _beats(session: Session, step: Say | Breathe | Replies) -> list[Beat]:
    if isinstance(step, Replies):
        return _page(session, step)
    if isinstance(step, Breathe):
        return [*session.speaker.lines_in(step, step.instead), Breath(step.rhythm)]
    pictures = [step.picture] if step.picture else []
    return [*session.speaker.lines_in(step), *pictures]


def _page(session: Session, step: Replies) -> list[Beat]:
    """The person's best replies, or what is said where there are none."""
    best = session.speaker.plan.best_replies()
    if not best:
        return lines_of(step.none)
    own = [beat for reply in best for beat in (Line(f"\n{reply}", aloud=""), Quiet(READ_SLOWLY))]
    return [*lines_of(step.text), *own]


def _question(session: Session, step: Step) -> Move:
    text = session.speaker.text_of(step)
    given: str | int | Command | None
    if isinstance(step, Choose):
        given = session.speaker.put(lambda: session.screen.choose(text, step.answers))
        given = step.answers[given] if isinstance(given, int) else given
    elif isinstance(step, Scale):
        given = session.speaker.put(lambda: session.screen.scale(text, step.low, step.high))
    else:
        assert isinstance(step, Ask)
        given = session.speaker.put(lambda: session.screen.ask(text, words.EMPTY_IS_FINE))
    if isinstance(given, Command):
        return session.move_for(given)
    session.answer(step.id, given)
    return Move.ON


def _diary(session: Session, step: Diary) -> Move:
    text = session.speaker.text_of(step)
    wish = session.speaker.put(lambda: session.screen.choose(text, words.DIARY_ANSWERS))
    if isinstance(wish, Command):
        return session.move_for(wish)
    if wish == WRITE:
        written = session.speaker.put(lambda: session.screen.ask(words.DIARY_ASK, words.DIARY_NOTE))
        if isinstance(written, Command):
            return session.move_for(written)
        if written:
            session.keeper.diary(step.id, written)
    return Move.ON
