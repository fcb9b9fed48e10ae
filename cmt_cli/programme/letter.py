"""A letter to oneself: here sentence by sentence, in the editor, or in the head; read back slowly, and a line of it kept."""

from __future__ import annotations

from cmt_cli.base.words import session as words
from cmt_cli.programme.minutes import READ_SLOWLY
from cmt_cli.programme.model import Letter
from cmt_cli.programme.ports import Command, Move
from cmt_cli.programme.session import Away, Session
from cmt_cli.programme.speaking import Beat, Line, Quiet, lines_of

IN_HEAD_SECONDS = 25
MOST_LINES_TO_PICK = 8
KEEP_IT = 0


def write_letter(session: Session, step: Letter) -> Move:
    """Lead through a letter. Each line is kept as soon as it is typed; the letter itself stays only if they put it into the diary."""
    try:
        return _letter(session, step)
    except Away as away:
        return session.move_for(away.command)


def _letter(session: Session, step: Letter) -> Move:
    begun = session.speaker.answers.get((None, _draft(step)), "").splitlines()
    if not begun:
        session.say(lines_of(step.text))
    lines = _go_on(session, step, begun) if begun else _begin(session, step)
    if not lines:
        session.answer(step.id, words.OWN_IN_HEAD)
        session.say(lines_of(words.LETTER_UNTYPED))
    else:
        _read_back(session, step, lines)
        _pick(session, step, lines)
        _keep(session, step, lines)
    return Move.ON


def _begin(session: Session, step: Letter) -> list[str]:
    """The lines of the letter; none for one that stays in the head."""
    ways = [words.LETTER_HERE, *([words.LETTER_EDITOR] if session.speaker.plan.can_compose else []), words.LETTER_IN_HEAD]
    picked = session.choose(words.LETTER_HOW, tuple(ways))
    way = words.LETTER_IN_HEAD if picked is None else ways[picked]
    if way == words.LETTER_IN_HEAD:
        _in_the_head(session, step)
        return []
    if way == words.LETTER_EDITOR:
        return _in_the_editor(session, step)
    lines: list[str] = []
    for starter in step.starters:
        if ending := session.ask(f"{starter} ...", words.EMPTY_IS_FINE):
            lines.append(f"{starter} {ending}")
            _hold(session, step, lines)
    return _more(session, step, lines)


def _go_on(session: Session, step: Letter, begun: list[str]) -> list[str]:
    session.say([*lines_of(words.LETTER_SO_FAR), *_own(begun)])
    return _more(session, step, begun)


def _more(session: Session, step: Letter, lines: list[str]) -> list[str]:
    while line := session.ask(words.LETTER_MORE, words.LETTER_MORE_NOTE):
        lines.append(line)
        _hold(session, step, lines)
    return lines


def _in_the_head(session: Session, step: Letter) -> None:
    beats: list[Beat] = []
    for starter in step.starters:
        beats += [Line(f"{starter} ..."), Quiet(IN_HEAD_SECONDS)]
    session.say([*beats, *lines_of(step.warmly), Quiet(IN_HEAD_SECONDS)])


def _in_the_editor(session: Session, step: Letter) -> list[str]:
    written = session.speaker.put(lambda: session.screen.compose("\n".join(f"{starter} " for starter in step.starters)))
    if isinstance(written, Command):
        raise Away(written)
    started = {starter.strip() for starter in step.starters}
    lines = [line.strip() for line in (written or "").splitlines() if line.strip() and line.strip() not in started]
    if lines:
        _hold(session, step, lines)
    return lines


def _read_back(session: Session, step: Letter, lines: list[str]) -> None:
    session.say([*lines_of(step.warmly), *_own(lines)])


def _pick(session: Session, step: Letter, lines: list[str]) -> None:
    """The line to keep for a hard day."""
    offered = lines[:MOST_LINES_TO_PICK]
    picked = session.choose(step.pick, (*offered, words.LETTER_NO_LINE))
    session.answer(step.id, offered[picked] if picked is not None and picked < len(offered) else None)


def _keep(session: Session, step: Letter, lines: list[str]) -> None:
    if session.choose(words.LETTER_KEEP, words.LETTER_KEEP_ANSWERS) == KEEP_IT:
        session.keeper.diary(step.id, "\n".join(lines))
    session.answer(_draft(step), None)


def _hold(session: Session, step: Letter, lines: list[str]) -> None:
    """Keep the letter as it stands, until it is known whether it is to stay."""
    session.answer(_draft(step), "\n".join(lines))


def _draft(step: Letter) -> str:
    """No step of an author can be called this: ids have no full stop."""
    return f"{step.id}.letter"


def _own(lines: list[str]) -> list[Beat]:
    """The person's own lines, slowly, and never aloud."""
    return [beat for line in lines for beat in (Line(line, aloud=""), Quiet(READ_SLOWLY))]
