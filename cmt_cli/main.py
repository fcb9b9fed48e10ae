"""Running one command: signals, the outside world, and an ending of one sentence and an exit code, whatever happens."""

from __future__ import annotations

import errno
import os
import signal
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TextIO

import typer

from cmt_cli import env as outside
from cmt_cli.base.faults import Exit, Fault, Signalled, Stopped
from cmt_cli.base.words import desk as words
from cmt_cli.cli import tree
from cmt_cli.env import Env

ACCESSIBLE = "--accessible"


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code. Whatever happens ends with one sentence, never a traceback."""
    os.umask(0o077)
    _listen_for_signals()
    args, accessible = _without_accessible(list(sys.argv[1:] if argv is None else argv))
    try:
        code = run(args, outside.real(accessible))
    except Fault as fault:
        sys.stderr.write(f"{fault.sentence}\n")
        code = fault.code
    return code if _all_is_written() else code or Exit.COULD_NOT


def run(args: list[str], env: Env) -> int:
    sentence, code = _ending(args, env)
    if sentence:
        from cmt_cli.commands.desk import output

        with suppress(OSError):  # nobody is left to tell
            output(env).remark(sentence)
    return code


def _ending(args: list[str], env: Env) -> tuple[str, int]:  # noqa: PLR0911  (one for each way to end)
    """Run the command; what is still to be said, and the exit code."""
    try:
        if env.remarks:
            from cmt_cli.commands.desk import output

            for remark in env.remarks:
                output(env).remark(remark)
        code = int(tree(args[0] if args else "")(args, prog_name="cmt", obj=env, standalone_mode=False) or Exit.DONE)
    except (Fault, Stopped) as ended:
        return ended.sentence, ended.code
    except Signalled as ended:
        return words.STOPPED, ended.exit
    except SystemExit:  # typer's answer to a pipe whose reader went away
        _write_no_more(env.stdout)
        return "", Exit.DONE
    except typer.TyperException as error:
        from cmt_cli.screen.usage import usage_sentence

        return usage_sentence(error), Exit.USAGE
    except (typer.Abort, KeyboardInterrupt):
        return words.STOPPED, Exit.INTERRUPTED
    except OSError as error:
        gone = error.errno == errno.EIO  # the terminal was closed, and its signal comes too late
        return words.UNEXPECTED.format(kind=error.strerror), Exit.HANG_UP if gone else Exit.COULD_NOT
    except Exception as error:  # noqa: BLE001  (the promise is one sentence, whatever happens)
        return words.UNEXPECTED.format(kind=type(error).__name__), Exit.COULD_NOT
    return words.STOPPED if code == Exit.INTERRUPTED else "", code


def _all_is_written() -> bool:
    """False when what was said could not all be written, for a full disk or a closed terminal."""
    written = True
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError as error:
            _write_no_more(stream)
            written = written and isinstance(error, BrokenPipeError)
    return written


def _write_no_more(stream: TextIO) -> None:
    """Let the interpreter's own last flush go into nothing."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _without_accessible(args: list[str]) -> tuple[list[str], bool]:
    """`--accessible` may stand before or after any command; words after `--` are left alone."""
    end = args.index("--") if "--" in args else len(args)
    options = [arg for arg in args[:end] if arg != ACCESSIBLE]
    return options + args[end:], len(options) < end


def _listen_for_signals() -> None:
    def end(code: Exit) -> Callable[..., None]:
        def handler(*_: object) -> None:
            raise Signalled(code)

        return handler

    signal.signal(signal.SIGTERM, end(Exit.TERMINATED))
    if hasattr(signal, "SIGHUP"):
        signal.signal(signal.SIGHUP, end(Exit.HANG_UP))
