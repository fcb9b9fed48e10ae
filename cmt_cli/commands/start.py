"""`cmt start` and the first run: plain lines or not, six lines, a country, the first breath."""

from __future__ import annotations

from typing import NamedTuple

from cmt_cli.base.faults import Fault, Signalled, Stopped, UsageFault, how_stopped
from cmt_cli.base.words import desk as desk_words
from cmt_cli.base.words import start as words
from cmt_cli.base.words import support as support_words
from cmt_cli.base.words import today as today_words
from cmt_cli.commands import desk
from cmt_cli.commands.asking import Left, asker, unless_left
from cmt_cli.commands.desk import output
from cmt_cli.commands.helplines import read_helplines
from cmt_cli.commands.library import COMPASSION
from cmt_cli.commands.placing import library_of, on_programme
from cmt_cli.commands.status import progress_of, status_values
from cmt_cli.env import Env
from cmt_cli.programme.model import Rhythm
from cmt_cli.programme.speaking import Breath, lines_of
from cmt_cli.store.file import opened

FLAGS = "--yes, and --country GB if you like"


class Asked(NamedTuple):
    """The options of `cmt start`. `programme` is a name or a path."""

    programme: str = COMPASSION
    country: str | None = None
    yes: bool = False
    as_json: bool = False


def start(env: Env, asked: Asked) -> None:
    """Set up, by questions or by flags."""
    path = programme_path(env, asked.programme)
    if not asked.yes:
        desk.need_terminal(env, FLAGS)
    if asked.country is not None:
        env = env.with_settings(env.settings._replace(country=checked_country(env, asked.country)))
    with opened(env.home) as connection:
        if not asked.yes:
            try:
                env = first_run(env, ask_country=asked.country is None)
            except Left:
                output(env).say(today_words.LEFT_BEFORE)
                return
        on = on_programme(env, connection, path)
        where = progress_of(env, connection, on)
        out = output(env)
        if asked.as_json:
            out.json(status_values(where, on))
            return
        if asked.yes:
            for line in words.SIX_LINES:
                out.say(line)
        out.say(words.READY.format(title=on.title, folder=env.home))


def first_run(env: Env, ask_country: bool = True) -> Env:
    """The first minute. Leaving at any point changes nothing but what was already answered. Raises Left."""
    try:
        env = _plain_or_not(env)
        out = output(env)
        for line in words.SIX_LINES:
            out.say(line)
        if ask_country and not env.settings.country:
            env = _country(env)
        _first_breath(env)
    except (KeyboardInterrupt, Signalled) as stop:
        raise Stopped(desk_words.STOPPED, how_stopped(stop)) from None
    return env


def programme_path(env: Env, name: str) -> str:
    """The folder of a programme named or pointed at; empty for the one that comes with cmt. Raises UsageFault."""
    if name == COMPASSION:
        return ""
    if not (library_of(env, name).folder / "programme.yaml").is_file():
        raise UsageFault(words.NO_PROGRAMME.format(name=name))
    return name


def checked_country(env: Env, code: str) -> str:
    """A country's code, as its two large letters. Raises UsageFault for one without help lines here."""
    known = read_helplines(env.content)
    if known is None:
        raise Fault(support_words.LINES_BROKEN)
    country = known.of(code)
    if country is None:
        raise UsageFault(words.NO_COUNTRY.format(known=", ".join(one.code for one in known.countries)))
    return country.code


def _plain_or_not(env: Env) -> Env:
    """Asked before anything is drawn, in one plain line."""
    if env.settings.accessible is not None or env.accessible:
        return env
    output(env).say(words.PLAIN_OR_NOT)
    plain = env.stdin.readline().strip().lower() in ("y", "yes")
    output(env).entered()
    return env.with_settings(env.settings._replace(accessible=plain))


def _country(env: Env) -> Env:
    known = read_helplines(env.content)
    if known is None:
        return env
    names = tuple(country.name for country in known.countries)
    with desk.screen(env) as screen:
        speaker = asker(env, screen, library_of(env, ""))
        picked = unless_left(speaker.put(lambda: screen.choose(words.COUNTRY, names, words.COUNTRY_NOTE)))
    return env if picked is None else env.with_settings(env.settings._replace(country=known.countries[picked].code))


def _first_breath(env: Env) -> None:
    with desk.screen(env, pace=1) as screen:
        speaker = asker(env, screen, library_of(env, ""))
        beats = [*lines_of(words.FIRST_BREATH), Breath(Rhythm(4, 4, 8)), *lines_of(words.AFTER_BREATH)]
        unless_left(speaker.present(beats, aside=True))
