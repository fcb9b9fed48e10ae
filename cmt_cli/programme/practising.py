"""A practice inside a session: its two doors, its caution, its parts, the ways out of it, and how it left the person."""

from __future__ import annotations

from cmt_cli.base.text import number
from cmt_cli.base.words import session as words
from cmt_cli.programme.model import OPEN_EYES, Guided, asked_after, parts_in_form
from cmt_cli.programme.ports import Command, LeftBy, Move
from cmt_cli.programme.progress import STIRRED_UP
from cmt_cli.programme.session import Session
from cmt_cli.programme.speaking import lines_of

# What leaves the questions after a practice, when the day already counts. GROUND comes only from somebody who stops there.
AWAY = {Command.BACK: Move.BACK, Command.LEAVE: Move.LEAVE, Command.GROUND: Move.STOP}


def practise(session: Session, step: Guided) -> Move:
    """Lead through a practice. The day counts when it is left by any road but q; after a skip, the person says."""
    speaker, plan = session.speaker, session.speaker.plan
    practice = step.practice or plan.practices[step.use]
    if step.doors:
        doors = (practice, *(plan.practices[name] for name in step.doors))
        question = words.WAYS_IN.format(count=number(len(doors)))
        which = speaker.put(lambda: session.screen.choose(question, tuple(door.title for door in doors)))
        if isinstance(which, Command) and which in (Command.BACK, Command.LEAVE, Command.GROUND):
            return session.move_for(which)
        if which is Command.SKIP:
            return _leave(session, step, practice.id, which, "skipped")
        if isinstance(which, int):
            practice = doors[which]
        elif which is Command.EASE:
            practice = doors[-1]
    session.screen.heading(practice.title)
    beats = [*lines_of(practice.caution), *speaker.beats_of(parts_in_form(practice, session.short))]
    command = speaker.present(beats)
    left_by: LeftBy = "end"
    if command is Command.EASE:
        left_by = "eased"
        easier = plan.practices[step.alternative or practice.alternative or OPEN_EYES]
        session.screen.heading(easier.title)
        command = speaker.present(speaker.beats_of(easier.parts))
    return _leave(session, step, practice.id, command, left_by)


def _leave(session: Session, step: Guided, name: str, command: Command | None, left_by: LeftBy) -> Move:
    if command is Command.BACK:
        return Move.BACK
    if command is Command.LEAVE:
        session.keeper.practised(step.id, name, "left")
        return Move.LEAVE
    if command is Command.SKIP:
        session.keeper.practised(step.id, name, "skipped")
        return _count_after_skip(session)
    session.keeper.practised(step.id, name, "ground" if command is Command.GROUND else left_by)
    session.count()
    if command is Command.GROUND:
        return Move.STOP
    return _how_it_left_them(session, step) if asked_after(session.steps, session.at) else Move.ON


def _count_after_skip(session: Session) -> Move:
    if session.counted:
        return Move.ON
    agreed = session.speaker.put(lambda: session.screen.yes_no(words.COUNT_SKIPPED, default=True))
    if isinstance(agreed, Command):
        return session.move_for(agreed)
    if agreed:
        session.count()
    return Move.ON


def _how_it_left_them(session: Session, step: Guided) -> Move:
    """Two questions: how it left them, and whether it helped. Back goes to the question before, or to the step before."""
    put, screen = session.speaker.put, session.screen
    while True:
        felt = put(lambda: screen.choose(words.FELT, words.FELT_ANSWERS))
        if felt in AWAY:
            return AWAY[felt]
        if isinstance(felt, int):
            session.keeper.felt(step.id, felt + 1)
            move = _steady(session) if felt + 1 == STIRRED_UP else Move.ON
            if move is Move.BACK:
                continue
            if move is not Move.ON:
                return move
        helped = put(lambda: screen.scale(words.HELPED, words.HELPED_LOW, words.HELPED_HIGH))
        if helped is not Command.BACK:
            break
    if helped in AWAY:
        return AWAY[helped]
    if isinstance(helped, int):
        session.keeper.helped(step.id, helped)
    return Move.ON


def _steady(session: Session) -> Move:
    """Steady somebody whom the practice stirred up; where they go from there."""
    speaker, refrains = session.speaker, session.speaker.plan.refrains
    left = speaker.present([*lines_of(refrains["stirred-up"]), *speaker.beats_of(speaker.plan.ground.parts)], aside=True)
    stop = left if left is Command.LEAVE else speaker.put(lambda: session.screen.yes_no(words.STOP_HERE, default=False))
    lines = refrains["support"].split("\n")
    if speaker.plan.stirred_before:
        lines += refrains["plainest"].split("\n")
    session.screen.tell([line for line in lines if line])
    if isinstance(stop, Command):
        return AWAY.get(stop, Move.ON)
    return Move.STOP if stop else Move.ON
