"""Where a person's words come from: given with the command, a pipe, their editor, or typed in place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TextIO

from cmt_cli.base.faults import Exit, Fault, Signalled, Stopped, UsageFault, how_stopped
from cmt_cli.base.words import journal as words
from cmt_cli.base.words import store as store_words
from cmt_cli.commands import desk
from cmt_cli.commands.desk import output
from cmt_cli.env import Env
from cmt_cli.store import drafts

PIPE = "-"
END = "."
# What is left of a letter that the terminal cut in two at the end of a line that is too long for it.
PARTS_OF_LETTERS = "".join(map(chr, range(0xDC80, 0xDD00)))


@contextmanager
def written(env: Env, given: Sequence[str] | None, begin: str = "") -> Iterator[str | None]:
    """The words, None when nothing was written or changed. While they are not stored, a draft or the editor's file holds them.

    `begin` is the text to be changed. Raises UsageFault where nobody can be asked, and Fault for what is no text.
    """
    there = brought(env, given)
    with drafts.keeping(env.home, [there], env.now()), composed(env, there, begin, bool(given)) as text:
        yield text


def brought(env: Env, given: Sequence[str] | None) -> str | None:
    """Words that are there already, given with the command or piped: empty for blank ones, None when they are still to be written."""
    if given and list(given) != [PIPE]:
        there = " ".join(given)
    elif env.stdin.isatty():
        return None
    else:
        there = _piped(env.stdin)
    return there if there.strip() else ""


@contextmanager
def composed(env: Env, there: str | None, begin: str = "", in_place: bool = False) -> Iterator[str | None]:
    """The words that were brought, or else what the person writes now, in their editor unless it is to be `in_place`. None for nothing."""
    if there is not None:
        yield as_text(there) or None
    elif not env.interactive:
        desk.need_terminal(env, words.FLAGS)
    elif (editor := desk.editor_of(env)) and not in_place:
        with editor.wrote(begin) as text, drafts.keeping(env.home, [text], env.now()):
            yield as_text(text.removesuffix("\n")) if text and text.strip() else None
    else:
        with _typed(env, words.TYPE_ANEW if begin else words.TYPE_HERE) as text:
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


def _piped(stdin: TextIO) -> str:
    """All of a pipe with its line ends as they are, but for the last one. What is no text in it is kept for a draft, and refused later."""
    raw = getattr(stdin, "buffer", None)
    text: str = _decoded(raw.read(), stdin) if raw else stdin.read()
    return text[:-2] if text.endswith("\r\n") else text.removesuffix("\n")


@contextmanager
def _typed(env: Env, how: str) -> Iterator[str | None]:
    """Lines typed in place up to a full stop alone, each in the draft as soon as it is there."""
    output(env).say(how, style="dim")
    draft = drafts.Draft(env.home, env.now())
    lines: list[str] = []
    try:
        while (line := _line(env)) not in (None, END):
            lines.append(line or "")
            draft.add(lines[-1])
        text = "\n".join(lines)
        yield as_text(text) if text.strip() else None
    except Fault as fault:
        raise type(fault)(draft.told(fault.sentence)) from None
    except (KeyboardInterrupt, Signalled) as stop:
        raise Stopped(draft.told(words.STOPPED_BEFORE), how_stopped(stop)) from None
    except Exception as error:  # noqa: BLE001  (whatever happens, what was typed is kept and said to be)
        raise Fault(draft.told(store_words.NOT_STORED.format(kind=type(error).__name__))) from None
    draft.discard()


def _line(env: Env) -> str | None:
    """The next line, None at the end of input. A terminal that is gone says that it ended: that is a hang-up, and no end of the words."""
    from cmt_cli.screen.keys import LONGEST_LINE

    raw = getattr(env.stdin, "buffer", None)
    read = raw.readline() if raw else env.stdin.readline().encode("utf-8", "surrogatepass")
    if not read:
        if not env.stdin.isatty():
            raise Signalled(Exit.HANG_UP)
        return None
    line = _decoded(read, env.stdin).rstrip("\r\n")
    if len(read) < LONGEST_LINE:
        return line
    output(env).remark(words.ONE_LINE_FULL)
    return line.rstrip(PARTS_OF_LETTERS)


def _decoded(read: bytes, stdin: TextIO) -> str:
    return read.decode(stdin.encoding or "utf-8", "surrogateescape")
