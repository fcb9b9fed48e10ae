"""`cmt ground`: steady me now. It needs no record and leaves none."""

from __future__ import annotations

from cmt_cli.base.faults import Signalled, Stopped, UsageFault, how_stopped
from cmt_cli.base.words import ground as words
from cmt_cli.commands import desk
from cmt_cli.commands.asking import Left, asker, unless_left
from cmt_cli.commands.desk import output
from cmt_cli.commands.library import Library
from cmt_cli.env import Env
from cmt_cli.screen.printed import print_practice

WAYS = {"feet": "ground-feet", "around": "ground-around", "breath": "ground-breath"}


def ground(env: Env, way: str | None, pace: float | None, cues: bool) -> None:
    """Lead through one way of steadying; without a terminal, print it."""
    if way not in (None, *WAYS):
        raise UsageFault(words.NO_WAY.format(known=", ".join(WAYS)))
    library = Library(env.content)
    pace = desk.checked_pace(pace)
    if not env.interactive:
        print_practice(output(env), library.practice(WAYS[way or "around"]), short=True)
        return
    try:
        with desk.screen(env, pace, cues) as screen:
            practices = {name: library.practice(file) for name, file in WAYS.items()}
            chosen = practices[way] if way else None
            speaker = asker(env, screen, library, practices["around"])
            if chosen is None:
                titles = tuple(practice.title for practice in practices.values())
                picked = unless_left(speaker.put(lambda: screen.choose(words.WHICH, titles)))
                chosen = list(practices.values())[1 if picked is None else picked]
            left = speaker.present(speaker.beats_of(chosen.parts), aside=True)
            if left is None:
                output(env).say(words.AGAIN)
    except Left:
        return
    except (KeyboardInterrupt, Signalled) as stop:
        raise Stopped(words.STOPPED, how_stopped(stop)) from None
