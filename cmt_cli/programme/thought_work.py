"""Work on a self-critical thought: notice it, answer it and read the answer again warmly, or meet an earlier one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from cmt_cli.base.records import Earlier
from cmt_cli.base.words import session as words
from cmt_cli.programme.minutes import READ_SLOWLY, READ_WARMLY
from cmt_cli.programme.model import ThoughtWork
from cmt_cli.programme.ports import Command, Keeper, Move, ReplyKeeper, Screen
from cmt_cli.programme.session import Away, Session
from cmt_cli.programme.speaking import Line, Plan, Quiet, lines_of

NOTICE, EARLIER, DUE = "notice", "earlier", "due"
MEET_IT, ANOTHER = range(2)
READ_THE_OLD = 1
NOT_AT_ALL = 0
TYPE_IT, IN_MIND, NONE_TODAY = range(3)
BRING_BACK, LEAVE_BE = range(2)
TIME_TO_ANSWER = 30


def work_on_thought(session: Session, step: ThoughtWork) -> Move:
    """`notice`: a few words, not for keeping, or none. `answer`: the same, then a kind reply to it. `earlier`: one that is due, or that."""
    try:
        if session.earlier and step.do in (EARLIER, DUE):
            return _offer(session, step, session.earlier)
        return Move.ON if step.do == DUE else _work(session, step)
    except Away as away:
        return session.move_for(away.command)


def _offer(session: Session, step: ThoughtWork, earlier: Earlier) -> Move:
    """A thought that is due, offered by its name: meet it, another, or none today."""
    answers = words.EARLIER_ANSWERS if step.do == EARLIER else words.DUE_ANSWERS
    which = session.choose(words.EARLIER_OFFER.format(name=earlier.name), answers, words.IF_ABOUT_ENDING_LIFE)
    session.earlier = None
    if which == MEET_IT:
        meet(session, step, earlier)
        session.keeper.answer(step.id, words.KEPT_MET)
    elif which == ANOTHER and step.do == EARLIER:
        return _work(session, step)
    else:
        _none(session, step, passed=which is None)
    return Move.ON


def meet_each(earlier: Sequence[Earlier], plan: Plan, screen: Screen, keeper: ReplyKeeper) -> None:
    """Thoughts one after another, each by its name: met, passed over for the next, or left for today. The kind line is last."""
    session = Session(plan, screen, cast("Keeper", keeper), counted=True)  # outside a day there is nothing else to keep
    step = ThoughtWork(id=EARLIER, do=DUE, none="", reply=words.DUE_LEAD, warmly=words.DUE_WARMLY)
    try:
        for one in earlier:
            which = session.choose(words.EARLIER_OFFER.format(name=one.name), words.PRACTISE_ANSWERS, words.IF_ABOUT_ENDING_LIFE)
            if which == MEET_IT:
                meet(session, step, one)
            elif which != ANOTHER:
                break
        if which != MEET_IT:
            session.say(lines_of(words.KIND_LINE))
    except Away as away:
        if away.command is not Command.LEAVE:
            session.say(lines_of(words.KIND_LINE))


def meet(session: Session, step: ThoughtWork, earlier: Earlier) -> None:
    """Meet an earlier thought: settle, answer it anew or read the best reply, say how readily kindness came; the kind line last."""
    session.say([*lines_of(words.MEET_SETTLE), Line(f"{words.MEET_THOUGHT} {earlier.text}", aloud=words.MEET_THOUGHT), Quiet(READ_SLOWLY)])
    how = session.choose(words.MEET_HOW, words.MEET_ANSWERS, words.IF_ABOUT_ENDING_LIFE)
    if how == READ_THE_OLD:
        kept = None
        session.say([*lines_of(step.warmly), Line(earlier.reply, aloud=""), Quiet(READ_WARMLY)])
    else:
        kept = _answer(session, step, earlier.thought)
    readily = session.choose(words.READILY, words.READILY_ANSWERS, "")
    session.keeper.met(earlier.thought, kept, readily)
    session.say([*(lines_of(words.NOT_THIS_TIME) if readily == NOT_AT_ALL else []), *lines_of(words.KIND_LINE), Quiet(READ_SLOWLY)])


def _work(session: Session, step: ThoughtWork) -> Move:
    answering = step.do != NOTICE
    answers = words.THOUGHT_ANSWERS if answering else words.NOTICE_ANSWERS
    thought = _caught_before(session, step)
    if thought is None:
        which = session.choose(session.speaker.text_of(step), answers, words.IF_ABOUT_ENDING_LIFE)
        if which not in (TYPE_IT, IN_MIND):
            _none(session, step, passed=which is None)
            return Move.ON
        thought = _catch(session, step) if which == TYPE_IT else None
    if answering:
        _answer(session, step, thought)
    session.keeper.answer(step.id, words.KEPT_CAUGHT if thought else words.KEPT_IN_MIND)
    return Move.ON


def _none(session: Session, step: ThoughtWork, passed: bool) -> None:
    session.keeper.answer(step.id, None if passed else words.KEPT_NONE)
    if not passed:
        session.say([*lines_of(step.none), Quiet(READ_SLOWLY)])


def _catch(session: Session, step: ThoughtWork) -> int | None:
    """The thought in its own words, kept if they wish; None when nothing is kept."""
    text = session.ask(words.CATCH, words.IF_ABOUT_ENDING_LIFE_TYPING)
    if not text:
        return None
    keep = session.choose(words.KEEP_IT, words.KEEP_ANSWERS, words.IF_ABOUT_ENDING_LIFE)
    if keep not in (BRING_BACK, LEAVE_BE):
        return None
    thought = session.keeper.thought(step.id, text, bring_back=keep == BRING_BACK)
    if step.do != NOTICE:
        session.keeper.answer(step.id, words.KEPT_OPEN.format(thought=thought))
    return thought


def _caught_before(session: Session, step: ThoughtWork) -> int | None:
    """The thought that was kept in this step before the session was stopped in it."""
    before, _, thought = session.speaker.answers.get((None, step.id), "").partition(" ")
    return int(thought) if before == words.KEPT_CAUGHT and thought else None


def _answer(session: Session, step: ThoughtWork, thought: int | None) -> int | None:
    """Answer a thought and read the answer again warmly; the number of the reply, where one is kept."""
    before = session.scale(words.BELIEF_BEFORE, words.BELIEF_LOW, words.BELIEF_HIGH) if step.belief else None
    reply = session.ask(step.reply, words.EMPTY_IS_FINE)
    kept = session.keeper.reply(thought, reply) if thought and reply else None
    if kept and before is not None:
        session.keeper.about_reply(kept, None, before, None)
    if not reply:
        session.say([Quiet(TIME_TO_ANSWER)])
    session.say([*lines_of(step.warmly), *([Line(reply, aloud="")] if reply else []), Quiet(READ_WARMLY)])
    warmth = session.scale(words.WARMTH, words.WARMTH_LOW, words.WARMTH_HIGH)
    if kept:
        session.keeper.about_reply(kept, warmth, before, None)
    after = session.scale(words.BELIEF_AFTER, words.BELIEF_LOW, words.BELIEF_HIGH) if step.belief else None
    if kept and after is not None:
        session.keeper.about_reply(kept, warmth, before, after)
    return kept
