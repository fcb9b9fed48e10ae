"""`cmt support`: help now, on one screen, whatever else is broken. It reads no record and leaves none."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from cmt_cli.base.text import visible
from cmt_cli.base.times import spoken_day
from cmt_cli.base.words import support as words
from cmt_cli.commands.desk import output
from cmt_cli.commands.helplines import HelpLine, HelpLines, read_helplines
from cmt_cli.env import Env

FALLBACK_EMERGENCY = "112, 999 or 911"


def support(env: Env, as_json: bool) -> None:
    """Show the help screen."""
    known = read_helplines(env.content)
    out = output(env)
    if as_json:
        out.json(_as_json(env, known))
        return
    for title, *lines in screenful(env, known):
        out.say(title, style="bold")
        for line in lines:
            out.say(line if env.accessible else f"  {line}")


def help_lines(env: Env) -> list[str]:
    """The help screen as lines, for the key `h`."""
    return [line for block in screenful(env, read_helplines(env.content)) for line in block]


def screenful(env: Env, known: HelpLines | None) -> list[list[str]]:
    """The blocks of the help screen, each a title and its lines."""
    country = env.settings.country
    lines = known.lines(country) if known else ()
    emergency = _first(lines, "emergency") or FALLBACK_EMERGENCY
    calls = [line for line in lines if line.by == "call"]
    nearest = words.OR_NEAREST.format(emergency=emergency)
    texting = [_said(line) for line in lines if line.by == "text"]
    people = [f"{visible(person.name)} {visible(person.number)}" for person in env.settings.people]
    directories = [_said(line) for line in lines if line.kind == "directory"] if not _first(calls, "crisis") else []
    blocks = [
        [words.END_MY_LIFE, words.END_MY_LIFE_TEXT.format(emergency=emergency), *_of(calls, "crisis"), *directories],
        [words.TABLETS, words.TABLETS_TEXT, *(_of(calls, "poison") or [nearest])],
        [words.NOT_WOKEN, words.NOT_WOKEN_TEXT.format(emergency=emergency)],
        [words.RAN_OUT, words.RAN_OUT_TEXT, *_of(calls, "drugs")],
        [words.TO_TEXT, *(texting or [words.NO_TEXT_LINE])],
        [words.MY_PEOPLE, *(people or [words.NO_PEOPLE])],
    ]
    return [*blocks, [_footer(known, country, lines)]]


def _footer(known: HelpLines | None, country: str, lines: Iterable[HelpLine]) -> str:
    if known is None:
        return words.LINES_BROKEN
    if known.of(country) is None:
        return words.ELSEWHERE
    return words.CHECKED.format(day=spoken_day(date.fromisoformat(min(line.checked_on for line in lines))))


def _of(lines: Iterable[HelpLine], kind: str) -> list[str]:
    return [_said(line) for line in lines if line.kind == kind]


def _said(line: HelpLine) -> str:
    return f"{line.name}: {line.number}" + (f" ({line.hours})" if line.hours else "") + "."


def _first(lines: Iterable[HelpLine], kind: str) -> str:
    return next((line.number for line in lines if line.kind == kind), "")


def _as_json(env: Env, known: HelpLines | None) -> dict[str, object]:
    lines = [
        {"kind": one.kind, "name": one.name, "number": one.number, "hours": one.hours or None}
        | {"checked_on": one.checked_on, "source": one.source}
        for one in (known.lines(env.settings.country) if known else ())
    ]
    people = [
        {"kind": "person", "name": one.name, "number": one.number, "hours": None, "checked_on": None, "source": None}
        for one in env.settings.people
    ]
    return {"country": env.settings.country or None, "lines": lines + people}
