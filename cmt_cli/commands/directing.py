"""`cmt med directions`: what the label or prescriber says of a medicine, in their words and as numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from cmt_cli.base.faults import UsageFault
from cmt_cli.base.medicine import Direction
from cmt_cli.base.words import med as words
from cmt_cli.commands import desk
from cmt_cli.commands.contents import number_of
from cmt_cli.commands.desk import output
from cmt_cli.commands.naming import checked_kind, medicine_called, shown_names
from cmt_cli.commands.writing import as_text
from cmt_cli.env import Env
from cmt_cli.store import drafts, medicines
from cmt_cli.store.file import opened_if_there, writing

MOST = 1000


class Directing(NamedTuple):
    """What was given of directions with the command."""

    text: str | None = None
    units: str | None = None
    times: str | None = None
    days: int | None = None
    kind: str | None = None


def directions(env: Env, typed: Sequence[str], given: Directing, as_json: bool) -> None:
    """What the label or prescriber says: keep it, or show all there are."""
    if not typed and given == Directing():
        _show(env, as_json)
        return
    with drafts.keeping(env.home, [given.text], env.now()) as unstored:
        said = _checked(env, typed, given)
        with desk.recording(env, "med directions") as connection:
            medicine = medicine_called(env, connection, as_text(" ".join(typed)))
            said = said._replace(medicine=medicine.product.name, kind=given.kind or medicine.kind)
            with writing(connection):
                medicines.direct(connection, said, env.now(), env.today())
                if given.kind and given.kind != medicine.kind:
                    medicines.change(connection, medicine._replace(kind=given.kind))
            unstored.clear()
    if as_json:
        output(env).json({"directions": [_values(said)]})
    else:
        output(env).say(words.DIRECTIONS_KEPT.format(name=shown_names(env, [medicine.product.name]), text=said.text))


def _checked(env: Env, typed: Sequence[str], given: Directing) -> Direction:
    """What was given, as values. Raises UsageFault for what is missing or no number."""
    if not typed:
        raise UsageFault(words.DIRECTIONS_NEED_NAME)
    if not given.text or not given.text.strip():
        raise UsageFault(words.NEEDS_TEXT)
    checked_kind(given.kind)
    units, times = _number("--units", given.units), _number("--times", given.times)
    if given.days is not None:
        _number("--days", str(given.days))
    return Direction("", as_text(given.text), units, times, given.days, env.today(), given.kind)


def _number(flag: str, said: str | None) -> float | None:
    number = None if said is None else number_of(said) or 0.0
    if number is not None and not 0 < number < MOST:
        raise UsageFault(words.BAD_NUMBER.format(flag=flag))
    return number


def _show(env: Env, as_json: bool) -> None:
    with opened_if_there(env.home) as connection:
        said = medicines.directions(connection) if connection else []
    out = output(env)
    if as_json:
        out.json({"directions": [_values(one) for one in said]})
        return
    if not said and env.stdout_is_terminal:
        out.remark(words.DIRECTIONS_NONE)
        return
    from cmt_cli.screen.tables import show_records

    show_records(out, words.DIRECTION_COLUMNS, [_row(env, one) for one in said], [list(_values(one).values()) for one in said])


def _row(env: Env, said: Direction) -> list[object]:
    units, times = (None if one is None else f"{one:g}" for one in (said.units, said.times_a_day))
    kind = words.BY_KIND[said.kind] if said.kind else None
    return [said.since, shown_names(env, [said.medicine]), units, times, said.days, kind, said.text]


def _values(said: Direction) -> dict[str, object]:
    about = {"medicine": said.medicine, "text": said.text, "units": said.units, "times_a_day": said.times_a_day, "days": said.days}
    return {**about, "from": str(said.since), "kind": said.kind}
