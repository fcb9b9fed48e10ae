"""`cmt checkin`: one look at the day, in under a minute, with list, edit and delete."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from cmt_cli.base.faults import Fault, Signalled, Stopped, UsageFault, how_stopped
from cmt_cli.base.records import PAINKILLER_ANSWERS, CheckIn
from cmt_cli.base.times import parse_day, spoken
from cmt_cli.base.words import checkin as words
from cmt_cli.base.words import desk as desk_words
from cmt_cli.base.words import support as support_words
from cmt_cli.commands import desk
from cmt_cli.commands.desk import output
from cmt_cli.commands.waiting import how_it_went
from cmt_cli.env import Env
from cmt_cli.exchange.values import checkin_values
from cmt_cli.programme.ports import Command
from cmt_cli.store import checkins, drafts
from cmt_cli.store.file import opened_if_there, writing

SCALES = ("pain", "urge", "need", "mood", "critical_voice", "self_kindness")
WORDS = ("more", "used_in_life")
HEAVY_URGE, HEAVY_MOOD = 8, 2
Given = TypeVar("Given")


def add(env: Env, given: Mapping[str, Any], at: str | None, as_json: bool) -> None:
    """Keep a check-in from what was given; with nothing given, ask."""
    filled = {name: value for name, value in given.items() if value not in (None, "")}
    if not filled:
        desk.need_terminal(env, words.FLAGS)
    if not filled:
        how_it_went(env)
    with drafts.keeping(env.home, _typed(filled), env.now()):
        checked(filled)
        moment = env.when(at)
        blank = CheckIn(0, moment, env.day_of(moment))
        with desk.recording(env, "checkin") as connection:
            checkin = blank._replace(**filled) if filled else _asked(env, blank)
            if checkin is None:
                output(env).say(words.LEFT)
                return
            asked = {} if filled else checkin._asdict()
            with drafts.keeping(env.home, _typed(asked), env.now()), writing(connection):
                kept = checkins.add(connection, checkin)
    _answer(env, kept, words.KEPT, as_json)
    if (kept.urge or 0) >= HEAVY_URGE or (kept.mood is not None and kept.mood <= HEAVY_MOOD):
        output(env).remark(support_words.HEAVY)


def refuse_options(env: Env, given: Mapping[str, Any]) -> None:
    """Options of a check-in that stand before list, edit or delete are refused, so that nothing is dropped unseen."""
    with drafts.keeping(env.home, _typed(given), env.now()):
        if any(value is not None for value in given.values()):
            raise UsageFault(words.OPTIONS_AFTER)


def listed(env: Env, since: str | None, until: str | None, limit: int, as_json: bool) -> None:
    """Show check-ins, newest first."""
    days = [parse_day(text, env.now(), env.settings.day_start) if text else None for text in (since, until)]
    with opened_if_there(env.home) as connection:
        found = checkins.newest(connection, days[0], days[1], limit) if connection else []
    out = output(env)
    if as_json:
        out.json({"checkins": [checkin_values(one) for one in found]})
        return
    if not found and env.stdout_is_terminal:
        out.remark(words.NONE_YET)
        return
    from cmt_cli.screen.tables import show_records

    records = [list(checkin_values(one).values()) for one in found]
    show_records(out, words.COLUMNS, [_row(one) for one in found], records, words_from=words.WORDS_FROM)


def edit(env: Env, number: int, given: Mapping[str, Any], at: str | None, as_json: bool) -> None:
    """Change what is given and leave the rest."""
    filled = {name: value for name, value in given.items() if value not in (None, "")}
    if not filled and at is None:
        raise UsageFault(words.NOTHING_TO_CHANGE)
    with drafts.keeping(env.home, _typed(filled), env.now()):
        checked(filled)
        with desk.recording(env, "checkin edit") as connection:
            changed = _found(checkins.find(connection, number), number)._replace(**filled)
            if at is not None:
                moment = env.when(at)
                changed = changed._replace(at=moment, day=env.day_of(moment))
            with writing(connection):
                checkins.change(connection, changed)
    _answer(env, changed, words.CHANGED, as_json)


def delete(env: Env, number: int, forever: bool, everywhere: bool, yes: bool, as_json: bool) -> None:
    """Delete one check-in, after asking; `forever` so that its words are nowhere in the folder."""
    if forever:
        from cmt_cli.commands.forgetting import forget

        forget(env, "checkins", number, everywhere, yes, as_json)
        return
    with desk.recording(env, "checkin delete") as connection:
        checkin = _found(checkins.find(connection, number), number)
        if not yes and not desk.agreed(env, words.DELETE.format(number=number, when=spoken(checkin.at))):
            output(env).say(desk_words.NOTHING_DELETED)
            return
        with writing(connection):
            checkins.delete(connection, number)
    _answer(env, checkin, words.DELETED, as_json)


def checked(given: Mapping[str, Any]) -> None:
    """Raises UsageFault for a scale out of range, an unknown answer, or words that are not UTF-8."""
    for name in SCALES:
        value = given.get(name)
        if value is not None and not (isinstance(value, int) and 0 <= value <= 10):
            raise UsageFault(desk_words.BAD_SCALE.format(flag=f"--{name.replace('_', '-')}"))
    for text in _typed(given):
        try:
            text.encode()
        except UnicodeEncodeError:
            raise UsageFault(words.NOT_UTF8) from None
    if given.get("painkillers") not in (None, *PAINKILLER_ANSWERS):
        raise UsageFault(words.BAD_PAINKILLERS)


def _typed(given: Mapping[str, Any]) -> list[str]:
    """The words among what was given."""
    return [str(given[name]) for name in WORDS if given.get(name)]


def _asked(env: Env, blank: CheckIn) -> CheckIn | None:
    """A check-in by questions, every one of which may be passed; None when they left."""
    from cmt_cli.commands.asking import Left

    try:
        with desk.screen(env) as screen:
            return _through(env, screen, blank)
    except Left:
        return None
    except (KeyboardInterrupt, Signalled) as stop:
        raise Stopped(desk_words.STOPPED, how_stopped(stop)) from None


def _through(env: Env, screen: desk.AnyScreen, blank: CheckIn) -> CheckIn:
    from cmt_cli.commands.asking import asker, unless_left
    from cmt_cli.commands.library import Library

    speaker = asker(env, screen, Library(env.content))

    def put(question: Callable[[], Given | Command]) -> Given | None:
        return unless_left(speaker.put(question))

    found: dict[str, Any] = {}
    for name, (text, low, high) in zip(SCALES, words.SCALES, strict=True):
        found[name] = put(lambda text=text, low=low, high=high: screen.scale(text, low, high))  # type: ignore[misc]
    taken = put(lambda: screen.choose(words.PAINKILLERS, words.PAINKILLER_ANSWERS))
    found["painkillers"] = None if taken is None else PAINKILLER_ANSWERS[taken]
    if found["painkillers"] == "more":
        found["more"] = put(lambda: screen.ask(words.MORE))
    practised = put(lambda: screen.choose(words.PRACTISED, words.PRACTISED_ANSWERS))
    found["practised"] = None if practised is None else practised == 0
    if found["practised"]:
        found["used_in_life"] = put(lambda: screen.ask(words.USED))
    return blank._replace(**found)


def _found(checkin: CheckIn | None, number: int) -> CheckIn:
    if checkin is None:
        raise Fault(desk_words.NOT_FOUND.format(kind=words.KIND, number=number, command="checkin"))
    return checkin


def _answer(env: Env, checkin: CheckIn, said: str, as_json: bool) -> None:
    out = output(env)
    if as_json:
        out.json({"checkin": checkin_values(checkin)})
    else:
        out.say(said.format(number=checkin.id, when=spoken(checkin.at)))


def _row(checkin: CheckIn) -> list[object]:
    practised = None if checkin.practised is None else words.YES if checkin.practised else words.NO
    painkillers = words.SHORT_PAINKILLERS.get(checkin.painkillers or "")
    return [checkin.id, f"{checkin.at:%Y-%m-%d %H:%M}", *checkin[3:9], painkillers, practised, checkin.more, checkin.used_in_life]
