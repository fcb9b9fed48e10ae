"""`cmt undo`: take back the last command that changed records, step by step."""

from __future__ import annotations

from cmt_cli.base.faults import Fault
from cmt_cli.base.times import iso, spoken
from cmt_cli.base.words import undo as words
from cmt_cli.commands.desk import agreed, output
from cmt_cli.env import Env
from cmt_cli.store.file import opened, opened_if_there, writing
from cmt_cli.store.lock import sitting_alone
from cmt_cli.store.undo import Step, last_step, take_back

MOST_NAMED = 6


def undo(env: Env, yes: bool, as_json: bool) -> None:
    """Take the last step back. A whole session is only taken back when that is wished, or in a script."""
    with opened_if_there(env.home) as there:
        if there is None or last_step(there) is None:
            _answer(env, None, as_json)
            return
    with opened(env.home) as connection, sitting_alone(env.home) as alone:
        step = last_step(connection)
        if step and _is_session(step) and not alone:
            raise Fault(words.STILL_OPEN)
        if step and _is_session(step) and env.interactive and not yes and not agreed(env, _question(step)):
            output(env).say(words.KEPT)
            return
        with writing(connection):
            step = last_step(connection)
            if step:
                take_back(connection, step.id)
    _answer(env, step, as_json)


def _is_session(step: Step) -> bool:
    return any(kind == "sessions" for kind, _ in step.records)


def _question(step: Step) -> str:
    return words.SESSION.format(command=step.command, when=spoken(step.at))


def _answer(env: Env, step: Step | None, as_json: bool) -> None:
    out = output(env)
    if as_json:
        out.json({"undone": _values(step) if step else None})
    elif step is None:
        out.say(words.NOTHING)
    else:
        out.say(words.UNDONE.format(command=step.command, when=spoken(step.at), records=_records(step)))


def _values(step: Step) -> dict[str, object]:
    records = [{"kind": words.JSON_KINDS[kind], "id": number} for kind, number in step.records]
    return {"command": step.command, "at": iso(step.at), "records": records}


def _records(step: Step) -> str:
    """The records by name, or how many where they are many."""
    if len(step.records) > MOST_NAMED:
        kind = step.records[0][0]
        numbers = [number for one, number in step.records if one == kind]
        return words.MANY.format(count=len(step.records), kind=words.KINDS[kind], first=min(numbers), last=max(numbers))
    return words.AND.join(words.RECORD.format(kind=words.KINDS[kind], number=number) for kind, number in step.records)
