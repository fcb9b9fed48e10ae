"""Work on a self-critical thought inside a session: notice it, or answer it and read the answer again warmly."""

from __future__ import annotations

from cmt_cli.base.words import session as words
from cmt_cli.programme.minutes import READ_SLOWLY, READ_WARMLY
from cmt_cli.programme.model import ThoughtWork
from cmt_cli.programme.ports import Command, Move
from cmt_cli.programme.session import Session
from cmt_cli.programme.speaking import Beat, Line, Quiet, lines_of

TYPE_IT, IN_MIND, NONE_TODAY = range(3)
BRING_BACK, LEAVE_BE = range(2)
TIME_TO_ANSWER = 30


class _Away(Exception):
    """A key left the step."""

    def __init__(self, command: Command) -> None:
        super().__init__()
        self.command = command


def work_on_thought(session: Session, step: ThoughtWork) -> Move:
    """`notice`: a few words, not for keeping, or none. `answer`: the same, and then a kind reply to it."""
    try:
        return _work(session, step)
    except _Away as away:
        return session.move_for(away.command)


def _work(session: Session, step: ThoughtWork) -> Move:
    answering = step.do == "answer"
    answers = words.THOUGHT_ANSWERS if answering else words.NOTICE_ANSWERS
    which = _choose(session, session.speaker.text_of(step), answers, words.IF_ABOUT_ENDING_LIFE)
    if which not in (TYPE_IT, IN_MIND):
        session.keeper.answer(step.id, words.KEPT_NONE if which == NONE_TODAY else None)
        if which == NONE_TODAY:
            _say(session, [*lines_of(step.none), Quiet(READ_SLOWLY)])
        return Move.ON
    thought = _catch(session, step) if which == TYPE_IT else None
    if answering:
        _answer(session, step, thought)
    session.keeper.answer(step.id, words.KEPT_CAUGHT if thought else words.KEPT_IN_MIND)
    return Move.ON


def _catch(session: Session, step: ThoughtWork) -> int | None:
    """The thought in its own words, kept if they wish; None when nothing is kept."""
    text = _ask(session, words.CATCH, words.IF_ABOUT_ENDING_LIFE_TYPING)
    if not text:
        return None
    keep = _choose(session, words.KEEP_IT, words.KEEP_ANSWERS, words.IF_ABOUT_ENDING_LIFE)
    if keep not in (BRING_BACK, LEAVE_BE):
        return None
    return session.keeper.thought(step.id, text, bring_back=keep == BRING_BACK)


def _answer(session: Session, step: ThoughtWork, thought: int | None) -> None:
    before = _scale(session, words.BELIEF_BEFORE, words.BELIEF_LOW, words.BELIEF_HIGH) if step.belief else None
    reply = _ask(session, step.reply, words.EMPTY_IS_FINE)
    kept = session.keeper.reply(thought, reply) if thought and reply else None
    if kept and before is not None:
        session.keeper.about_reply(kept, None, before, None)
    if not reply:
        _say(session, [Quiet(TIME_TO_ANSWER)])
    _say(session, [*lines_of(step.warmly), *([Line(reply, aloud="")] if reply else []), Quiet(READ_WARMLY)])
    warmth = _scale(session, words.WARMTH, words.WARMTH_LOW, words.WARMTH_HIGH)
    if kept:
        session.keeper.about_reply(kept, warmth, before, None)
    after = _scale(session, words.BELIEF_AFTER, words.BELIEF_LOW, words.BELIEF_HIGH) if step.belief else None
    if kept and after is not None:
        session.keeper.about_reply(kept, warmth, before, after)


def _say(session: Session, beats: list[Beat]) -> None:
    command = session.speaker.present(beats)
    if command and command is not Command.SKIP:
        raise _Away(command)


def _ask(session: Session, text: str, note: str) -> str:
    given = session.speaker.put(lambda: session.screen.ask(text, note))
    if isinstance(given, Command):
        raise _Away(given)
    return given or ""


def _choose(session: Session, text: str, answers: tuple[str, ...], note: str) -> int | None:
    given = session.speaker.put(lambda: session.screen.choose(text, answers, note))
    if isinstance(given, Command):
        raise _Away(given)
    return given


def _scale(session: Session, text: str, low: str, high: str) -> int | None:
    given = session.speaker.put(lambda: session.screen.scale(text, low, high))
    if isinstance(given, Command):
        raise _Away(given)
    return given
