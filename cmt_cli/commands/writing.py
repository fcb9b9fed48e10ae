"""Where a person's words come from: given with the command, a pipe, their editor, or typed in place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from cmt_cli.base.faults import Fault, Signalled, Stopped, UsageFault, how_stopped
from cmt_cli.base.words import journal as words
from cmt_cli.commands import desk
from cmt_cli.commands.desk import output
from cmt_cli.env import Env
from cmt_cli.store import drafts

PIPE = "-"
END = "."


@contextmanager
def written(env: Env, given: Sequence[str] | None, begin: str = "") -> Iterator[str | None]:
    """The words, None when nothing was written or changed. While they are not stored, a draft or the editor's file holds them.

    `begin` is the text to be changed. Raises UsageFault where nobody can be asked, and Fault for what is no text.
    """
    if given and list(given) != [PIPE]:
        with drafts.keeping(env.home, given, env.now()):
            yield as_text(" ".join(given))
    elif given or not env.stdin.isatty():
        piped = env.stdin.read().removesuffix("\n")
        with drafts.keeping(env.home, [piped], env.now()):
            yield as_text(piped) if piped.strip() else None
    elif not env.interactive:
        desk.need_terminal(env, words.FLAGS)
    elif editor := desk.editor_of(env):
        with editor.wrote(begin) as text, drafts.keeping(env.home, [text], env.now()):
            yield as_text(text.removesuffix("\n")) if text and text.strip() else None
    else:
        with _typed(env) as text:
            yield text


def as_text(text: str) -> str:
    """The text, when it is one. Raises Fault for bytes that are no UTF-8 and for NUL."""
    try:
        text.encode()
    except UnicodeEncodeError:
        raise UsageFault(words.NOT_TEXT) from None
    if "\0" in text:
        raise UsageFault(words.HAS_NUL)
    return text


@contextmanager
def _typed(env: Env) -> Iterator[str | None]:
    """Lines typed in place up to a full stop alone, each in the draft as soon as it is there."""
    from cmt_cli.screen.keys import LONGEST_LINE

    output(env).say(words.TYPE_HERE, style="dim")
    draft = drafts.Draft(env.home, env.now())
    lines: list[str] = []
    try:
        while (line := env.stdin.readline()) and line.strip("\r\n") != END:
            lines.append(line.rstrip("\r\n"))
            draft.add(lines[-1])
            if len(line.encode("utf-8", "surrogateescape")) >= LONGEST_LINE:
                output(env).remark(words.ONE_LINE_FULL)
        text = "\n".join(lines)
        yield as_text(text) if text.strip() else None
    except Fault as fault:
        raise type(fault)(draft.told(fault.sentence)) from None
    except (KeyboardInterrupt, Signalled) as stop:
        raise Stopped(draft.told(words.STOPPED_BEFORE), how_stopped(stop)) from None
    draft.discard()
