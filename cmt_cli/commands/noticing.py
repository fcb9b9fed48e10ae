"""Which notices a person is shown, in their words: once a day, or weekly, or not while set aside. The dose is always kept first."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from cmt_cli.base.medicine import Dose
from cmt_cli.base.text import number as in_words
from cmt_cli.base.text import sentence_case
from cmt_cli.base.times import spoken_day
from cmt_cli.base.words import noticing as words
from cmt_cli.clinical.notices import ADVICE_FOR, Finding, World, brings_something_new, gone_quiet, met_by
from cmt_cli.env import Env
from cmt_cli.store import medicines, sessions

if TYPE_CHECKING:
    from cmt_cli.commands.helplines import HelpLine

FILE = "notices.yaml"
LIMIT, BY = "paracetamol-24h", "paracetamol-24h-by"
LOG_DAYS = 100
# R1 and R11 are shown whenever a new entry meets them, R7 once for each stop; the others rest for so many days.
RESTS = {"R3": 1, "R4": 1, "R5": 30, "R6-two": 1, "R6-label": 1, "R8": 7}
# These rest for the medicines they are about; the others whatever they are about.
RESTS_BY_MEDICINE = ("R7", "R8")
SET_ASIDE = ("R4", "R5", "R6", "R8")
SAID = ("text", "next", "ahead", "ahead_next", "source")


class Notice(NamedTuple):
    """One calm line, one next step, and where the rule comes from."""

    rule: str
    text: str
    next: str
    source: str


def notices_for(env: Env, connection: sqlite3.Connection, new: Dose) -> list[Notice]:
    """What a new dose meets and is to be shown now; kept as shown. To be called inside a transaction."""
    log = [dose for dose in _log(connection, new.day) if dose.id != new.id]
    if medicines.any_set_aside(connection, env.today()) and brings_something_new(
        new.product, medicines.products_beside(connection, new.id)
    ):
        medicines.end_set_asides(connection, env.today())
    return _shown(env, connection, met_by(new, log, _world(env, connection)))


def quiet_notices(env: Env, connection: sqlite3.Connection) -> list[Notice]:
    """A medicine taken daily that is no longer in the log; kept as shown. To be called inside a transaction."""
    return _shown(env, connection, gone_quiet(_log(connection, env.today()), env.now()))


def would_meet(env: Env, connection: sqlite3.Connection, dose: Dose, rules: tuple[str, ...]) -> list[Notice]:
    """What a dose would meet of some rules, before it is taken. Nothing is kept."""
    found = [one for one in met_by(dose, _log(connection, dose.day), _world(env, connection)) if _name(one.rule) in rules]
    return _worded(env, connection, [one for one in found if not _is_set_aside(env, connection, one)], ahead=True)


def notices_now(env: Env, connection: sqlite3.Connection) -> list[Notice]:
    """Everything that the doses of the last days meet at this moment, shown before or not. Nothing is kept."""
    log, world = _log(connection, env.today()), _world(env, connection)
    late = [dose for dose in log if dose.at > env.now() - ADVICE_FOR]
    found = [one for new in late for one in met_by(new, [dose for dose in log if dose.id != new.id], world)]
    found += gone_quiet(log, env.now())
    latest = {(one.rule, *sorted(one.about)): one for one in reversed(found)}
    return _worded(env, connection, [one for one in latest.values() if not _is_set_aside(env, connection, one)])


def _log(connection: sqlite3.Connection, day: date) -> list[Dose]:
    return medicines.doses(connection, day - timedelta(days=LOG_DAYS))


def _world(env: Env, connection: sqlite3.Connection) -> World:
    limit = sessions.marked(connection, LIMIT)
    return World(env.now(), env.today(), env.settings.country, float(limit) if limit else None)


def _shown(env: Env, connection: sqlite3.Connection, found: Sequence[Finding]) -> list[Notice]:
    """What of these is not at rest and not set aside; each is kept as shown."""
    today, due = env.today(), []
    for one in found:
        if not _rests(connection, one, today) and not _is_set_aside(env, connection, one):
            medicines.show(connection, one.rule, _about(one), env.now(), today)
            due.append(one)
    return _worded(env, connection, due)


def _rests(connection: sqlite3.Connection, finding: Finding, today: date) -> bool:
    rests = RESTS.get(finding.rule)
    since = finding.values.get("since") or (rests and today - timedelta(days=rests - 1))
    about = _about(finding) if finding.rule in RESTS_BY_MEDICINE else None
    return isinstance(since, date) and medicines.shown_since(connection, finding.rule, about, since)


def _is_set_aside(env: Env, connection: sqlite3.Connection, finding: Finding) -> bool:
    """True when the rule rests for one of its medicines, or for just these."""
    rule = _name(finding.rule)
    return rule in SET_ASIDE and medicines.is_set_aside(connection, rule, (_about(finding), *finding.about), env.today())


def _about(finding: Finding) -> str:
    return " + ".join(sorted(finding.about))


def _name(rule: str) -> str:
    return rule.partition("-")[0]


def _worded(env: Env, connection: sqlite3.Connection, found: Sequence[Finding], *, ahead: bool = False) -> list[Notice]:
    """The notices in words. What could not be read in the content is said all the same."""
    if not found:
        return []
    texts, lines = _texts(env), _filled_in_lines(env)
    return [_notice(env, connection, one, texts.get(one.rule, words.UNREADABLE), lines, ahead=ahead) for one in _together(found)]


def _together(found: Sequence[Finding]) -> list[Finding]:
    """Findings of R8 as one, because they say the same of each two medicines."""
    pairs = [one for one in found if one.rule == "R8"]
    if len(pairs) < 2:
        return list(found)
    about = dict.fromkeys(name for one in pairs for name in one.about)
    doses = dict.fromkeys(dose for one in pairs for dose in one.doses)
    joined = pairs[0]._replace(about=tuple(about), doses=tuple(doses))
    return [joined if one is pairs[0] else one for one in found if one not in pairs[1:]]


def _notice(
    env: Env, connection: sqlite3.Connection, finding: Finding, said: Mapping[str, str], lines: Mapping[str, str], *, ahead: bool
) -> Notice:
    values = {**_values(env, connection, finding), **lines}
    names = ("ahead", "ahead_next") if ahead and said.get("ahead") else ("text", "next")
    text, following = (sentence_case(said[name].format(**values)) for name in names)
    return Notice(_name(finding.rule), text, following, said["source"])


def _values(env: Env, connection: sqlite3.Connection, finding: Finding) -> dict[str, str]:
    """What a text is filled in with. Hidden names hide ingredients too, but for the paracetamol that R1 is about."""
    values = {name: _said(value) for name, value in finding.values.items()}
    mg, limit = finding.values.get("mg"), finding.values.get("limit")
    if isinstance(mg, float) and isinstance(limit, float):
        values["sum"] = words.AT_LEAST.format(sum=grams(mg)) if finding.values["at_least"] else grams(mg)
        values["limit"] = grams(limit)
    values["names"] = listed(finding.about)
    if env.settings.hide_names:
        values |= {"names": words.YOUR_MEDICINES, "ingredients": words.YOUR_MEDICINES, "ingredient": words.ONE_MEDICINE}
    by = sessions.marked(connection, BY) or words.A_CLINICIAN
    return {**values, "by": by, "entries": _entries(finding.doses)}


def listed(names: Iterable[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    *first, last = names
    return words.AND.format(first=", ".join(first), last=last) if first else last


def _entries(doses: Sequence[int]) -> str:
    """The numbers by which doses are edited."""
    return (words.ENTRIES if len(doses) > 1 else words.ENTRY).format(numbers=listed(str(number) for number in doses))


def _filled_in_lines(env: Env) -> dict[str, str]:
    """The lines that a text may name, as they are in the person's country."""
    from cmt_cli.commands.helplines import read_helplines

    known = read_helplines(env.content)
    lines = known.lines(env.settings.country) if known else ()
    return {"line": _advice(lines), "crisis": _crisis(lines)}


def _advice(lines: Sequence[HelpLine]) -> str:
    """The country's poisons or advice line; else the emergency number and the nearest hospital."""
    numbers = {line.kind: line for line in reversed(lines) if line.by == "call"}
    if line := numbers.get("poison"):
        return words.RING.format(name=line.name, number=line.number)
    emergency = numbers.get("emergency")
    return words.EMERGENCY.format(number=emergency.number) if emergency else words.ANY_EMERGENCY


def _crisis(lines: Sequence[HelpLine]) -> str:
    """Every line for someone in despair, to ring or to text; else where such lines are found."""
    said = [(line, words.RING if line.by == "call" else words.TEXT) for line in lines if line.kind == "crisis"]
    return "; ".join(form.format(name=line.name, number=line.number) for line, form in said) or words.CRISIS_DIRECTORY


def grams(mg: float) -> str:
    """An amount as a person says it: `4.5 g`, `600 mg`."""
    return words.GRAMS.format(amount=f"{mg / 1000:.10g}") if mg >= 1000 else words.MILLIGRAMS.format(amount=f"{mg:.10g}")


def _said(value: object) -> str:
    if isinstance(value, date):
        return spoken_day(value)
    if isinstance(value, float | int):
        return in_words(int(value)) if value == int(value) else f"{value:g}"
    return str(value)


def _texts(env: Env) -> Mapping[str, Mapping[str, str]]:
    """The words of each rule. Read only when there is something to say."""
    from cmt_cli.base.reader import load

    fields, _ = load(env.content / FILE)
    listed_notices = fields.each("notices") if fields else []
    return {one.text("rule"): {name: one.text(name, required=False) for name in SAID} for one in listed_notices}
