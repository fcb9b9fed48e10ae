"""The output and the screen a command works with, made from what is known of the outside."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import TYPE_CHECKING

from cmt_cli.base.faults import UsageFault
from cmt_cli.base.words import desk as words
from cmt_cli.env import Env
from cmt_cli.screen.output import Output

if TYPE_CHECKING:
    import sqlite3

    from cmt_cli.screen.editor import Editor
    from cmt_cli.screen.plain import PlainScreen
    from cmt_cli.screen.terminal import TerminalScreen

    AnyScreen = PlainScreen | TerminalScreen

PACES = (0.25, 4.0)


def output(env: Env) -> Output:
    """Where the command's answer and its remarks go."""
    return Output(
        env.stdout,
        env.stderr,
        width=env.width if env.stdout_is_terminal else None,
        measure=env.measure,
        accessible=env.accessible,
        color=env.color,
        pause=_pause(env) if env.interactive and env.accessible else None,
    )


@contextmanager
def screen(env: Env, pace: float | None = None, cues: bool = False) -> Iterator[AnyScreen]:
    """The screen a person is led or asked on. The terminal is left as it was found."""
    from cmt_cli.screen.keys import Keyboard, can_read_keys
    from cmt_cli.screen.speech import Speech

    out, keyboard = output(env), Keyboard(env.stdin)
    speech = Speech(env.speech_command() if env.settings.speak else ())
    bell = bool(env.settings.bell)
    editor = editor_of(env)
    if env.accessible or not can_read_keys():
        from cmt_cli.screen.plain import PlainScreen

        plain = PlainScreen(out, keyboard, pace=pace, cues=cues, bell=bell, speech=speech, editor=editor)
        try:
            yield plain
        finally:
            plain.close()
        return
    from cmt_cli.screen.terminal import TerminalScreen

    shown = TerminalScreen(out, keyboard, pace=1 if pace is None else pace, bell=bell, speech=speech, editor=editor)
    try:
        with keyboard.one_at_a_time():
            yield shown
    finally:
        shown.close()


def editor_of(env: Env) -> Editor | None:
    """The editor the person has named, in VISUAL or EDITOR."""
    command = env.environ.get("VISUAL") or env.environ.get("EDITOR")
    if not command or not env.interactive:
        return None
    from cmt_cli.screen.editor import Editor

    return Editor(command, env.home, env.environ)


def recording(env: Env, doing: str) -> AbstractContextManager[sqlite3.Connection]:
    """The data file, for a command that changes records; undo takes back what it changes, by its name."""
    from cmt_cli.base.times import iso
    from cmt_cli.store.file import opened

    return opened(env.home, doing, iso(env.now()))


def checked_pace(pace: float | None) -> float | None:
    """A pace from 0.25 to 4, or 0. Raises UsageFault."""
    if pace is None or pace == 0 or PACES[0] <= pace <= PACES[1]:
        return pace
    raise UsageFault(words.BAD_PACE)


def agreed(env: Env, question: str) -> bool:
    """Ask before something goes; the default is no. Raises UsageFault where nobody can answer."""
    if not env.interactive:
        raise UsageFault(words.NEEDS_YES)
    with screen(env) as shown:
        return shown.yes_no(question, default=False) is True


def need_terminal(env: Env, flags: str) -> None:
    """Where nobody can answer, say which flags to give. Raises UsageFault."""
    if not env.interactive:
        raise UsageFault(words.NEEDS_TERMINAL.format(flags=flags))


def _pause(env: Env) -> Callable[[str], None]:
    def pause(text: str) -> None:
        env.stdout.write(text + "\n")
        env.stdout.flush()
        env.stdin.readline()

    return pause
