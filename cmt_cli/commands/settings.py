"""`cmt settings`: show them, show one, set one."""

from __future__ import annotations

from collections.abc import Callable

from cmt_cli.base.faults import UsageFault
from cmt_cli.base.nearest import nearest
from cmt_cli.base.settings import Person, Settings
from cmt_cli.base.times import NOON, parse_clock
from cmt_cli.base.words import settings as words
from cmt_cli.base.words.usage import NEAREST
from cmt_cli.commands import desk
from cmt_cli.commands.desk import output
from cmt_cli.commands.start import checked_country
from cmt_cli.env import Env

KEYS = ("country", "accessible", "speak", "bell", "day-start", "hide-names", "people")


def settings(env: Env, key: str | None, value: str | None, as_json: bool) -> None:
    """Show all settings, show one, or set one."""
    if key is not None and key not in KEYS:
        near = nearest(key, (*KEYS, "paracetamol-24h"))
        said = NEAREST.format(word=near) if near else "."
        raise UsageFault(words.NO_KEY.format(near=said, known=", ".join((*KEYS, "paracetamol-24h"))))
    if key == "people" and value is not None:
        raise UsageFault(words.PEOPLE_BY_FLAG)
    if key and value is not None:
        env = env.with_settings(_set(env, key, value))
    shown = {name: _shown(env.settings, name) for name in KEYS if key in (None, name)}
    out = output(env)
    if as_json:
        out.json({"settings": {name.replace("-", "_"): _json(env.settings, name) for name in shown}})
        return
    for name, text in shown.items():
        said = words.IS_NOW if value is not None else words.IS
        out.say(said.format(name=name, value=text)) if out.width or out.accessible else out.record([name, text])


def add_person(env: Env, key: str | None, name: str | None, number: str | None, as_json: bool) -> None:
    """Keep somebody to ring or text among one's own people."""
    _only_for_people(key)
    if not name or not number:
        desk.need_terminal(env, '--add with --name "Sam" --number "07700 900123"')
        with desk.screen(env) as screen:
            given = [name or screen.ask(words.PERSON_NAME), number or screen.ask(words.PERSON_NUMBER)]
        if not all(isinstance(one, str) and one for one in given):
            output(env).say(words.NO_PERSON_ADDED)
            return
        name, number = (str(one) for one in given)
    people = (*env.settings.people, Person(name.strip(), number.strip()))
    _keep_people(env, people, words.PERSON_ADDED, as_json)


def remove_person(env: Env, key: str | None, name: str, as_json: bool) -> None:
    """Take somebody off the list of one's own people."""
    _only_for_people(key)
    rest = tuple(person for person in env.settings.people if person.name.casefold() != name.strip().casefold())
    if len(rest) == len(env.settings.people):
        raise UsageFault(words.NO_SUCH_PERSON)
    _keep_people(env, rest, words.PERSON_REMOVED, as_json)


def _only_for_people(key: str | None) -> None:
    if key != "people":
        raise UsageFault(words.ONLY_FOR_PEOPLE)


def _keep_people(env: Env, people: tuple[Person, ...], said: str, as_json: bool) -> None:
    env = env.with_settings(env.settings._replace(people=people))
    if as_json:
        output(env).json({"settings": {"people": _json(env.settings, "people")}})
    else:
        output(env).say(said)


def _set(env: Env, key: str, value: str) -> Settings:
    return _SETTERS[key](env, value)


def _truth(name: str) -> Callable[[Env, str], Settings]:
    def put(env: Env, value: str) -> Settings:
        meaning = {"on": True, "yes": True, "true": True, "off": False, "no": False, "false": False}.get(value.lower())
        if meaning is None:
            raise UsageFault(words.ON_OR_OFF.format(name=name))
        return env.settings._replace(**{name: meaning})  # type: ignore[arg-type]

    return put


def _country(env: Env, value: str) -> Settings:
    return env.settings._replace(country=checked_country(env, value))


def _day_start(env: Env, value: str) -> Settings:
    clock = parse_clock(value)
    if clock is None or clock.hour >= NOON.hour:
        raise UsageFault(words.BAD_DAY_START)
    return env.settings._replace(day_start=clock)


_SETTERS: dict[str, Callable[[Env, str], Settings]] = {
    "country": _country,
    "accessible": _truth("accessible"),
    "speak": _truth("speak"),
    "bell": _truth("bell"),
    "day-start": _day_start,
    "hide-names": _truth("hide_names"),
}


def _shown(settings: Settings, name: str) -> str:
    value = _json(settings, name)
    if name == "people":
        return ", ".join(f"{person.name} {person.number}" for person in settings.people) or words.NOBODY
    if value is None:
        return words.NOT_SET
    return {True: words.ON, False: words.OFF}[value] if isinstance(value, bool) else str(value)


def _json(settings: Settings, name: str) -> object:
    if name == "day-start":
        return f"{settings.day_start:%H:%M}"
    if name == "people":
        return [person._asdict() for person in settings.people]
    value = getattr(settings, name.replace("-", "_"))
    return value if value != "" else None
