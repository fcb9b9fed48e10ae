"""`cmt --version`."""

from __future__ import annotations

from cmt_cli import __version__
from cmt_cli.base.words import desk as words
from cmt_cli.commands.desk import output
from cmt_cli.commands.library import Library
from cmt_cli.env import Env


def version(env: Env) -> None:
    """Say which program and which content this is."""
    output(env).say(words.VERSION.format(program=__version__, content=Library(env.content).programme().version))
