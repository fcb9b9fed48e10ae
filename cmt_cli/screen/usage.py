"""Help as plain lines for a listener, and one calm sentence for a command that was asked wrongly."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from cmt_cli.base.text import sentences
from cmt_cli.base.words import desk as words
from cmt_cli.base.words import usage


def spoken_help(command: Any, context: Any) -> list[str]:
    """A command's help, one sentence a line: what it is, how it is written, its options, its commands."""
    lines = [usage.WRITTEN.format(pieces=" ".join([context.command_path, *command.collect_usage_pieces(context)]))]
    lines += [line for paragraph in (command.help or "").split("\n") for line in sentences(paragraph)]
    for parameter in command.get_params(context):
        record, text = parameter.get_help_record(context), getattr(parameter, "help", None)
        if record and text:
            lines.append(usage.OPTION.format(names=record[0], text=_ended(text)))
    for name in command.list_commands(context) if hasattr(command, "list_commands") else ():
        child = command.get_command(context, name)
        if child and not child.hidden:
            lines.append(usage.COMMAND.format(name=name, text=_ended(child.get_short_help_str(limit=200))))
    return lines


def usage_sentence(error: Any) -> str:
    """What was wrong with the way a command was asked. What the person typed is never said back: it may be their own words."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "cmt"
    kind = type(error).__name__
    if kind == "NoSuchOption":
        near = usage.NEAREST.format(word=error.possibilities[0]) if error.possibilities else "."
        return words.NO_OPTION.format(near=near, command=command)
    parameter = getattr(error, "param", None)
    if kind == "MissingParameter" and parameter is not None:
        return words.MISSING_WORD.format(command=command, name=_name(parameter))
    if kind == "BadParameter" and parameter is not None:
        return _bad_value(_name(parameter), parameter.type, command)
    if kind == "BadOptionUsage":
        return words.NEEDS_VALUE.format(name=error.option_name, command=command)
    if kind == "UsageError" and "Missing command" in error.message:
        return words.WHICH_COMMAND.format(command=command)
    return words.EXTRA_WORDS.format(command=command)


def _bad_value(name: str, kind: Any, command: str) -> str:
    low, high = getattr(kind, "min", None), getattr(kind, "max", None)
    if low is not None and high is not None:
        return words.BAD_RANGE.format(name=name, low=low, high=high)
    choices: Sequence[str] | None = getattr(kind, "choices", None)
    if choices:
        return words.BAD_CHOICE.format(name=name, known=", ".join(choices))
    if getattr(kind, "name", "") in ("integer", "integer range"):
        return words.BAD_NUMBER.format(name=name)
    return words.BAD_VALUE.format(name=name, command=command)


def _name(parameter: Any) -> str:
    return str(max(parameter.opts, key=len)) if str(parameter.opts[0]).startswith("-") else str(parameter.metavar or parameter.name)


def _ended(text: str) -> str:
    text = " ".join(text.split())
    return text if not text or text.endswith((".", "?", ")")) else f"{text}."
