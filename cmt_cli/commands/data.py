"""`cmt data path` and `check`."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path

from cmt_cli.base.faults import Exit, Fault
from cmt_cli.base.words import data as words
from cmt_cli.commands.desk import output
from cmt_cli.env import Env
from cmt_cli.store import drafts
from cmt_cli.store.checking import Damage, damage
from cmt_cli.store.file import BACKUPS, FILE, opened_if_there

WRITING = "writing"


def path(env: Env, as_json: bool) -> None:
    """Where everything is."""
    if as_json:
        output(env).json({"path": str(env.home)})
    else:
        output(env).line(str(env.home))


def check(env: Env, as_json: bool) -> Exit:
    """Look at the whole record, and say in plain words what is not as it should be. Exit 1 with problems."""
    there = (env.home / FILE).is_file()
    problems = [*_of_the_file(env.home), *_of_the_folder(env.home)]
    out = output(env)
    if as_json:
        out.json({"ok": not problems, "problems": problems})
    elif problems:
        out.say(words.CHECK_FOUND.format(path=env.home))
        for problem in problems:
            out.say(problem)
    else:
        out.say(words.CHECK_OK if there else words.CHECK_NONE)
    return Exit.COULD_NOT if problems else Exit.DONE


def _of_the_file(home: Path) -> list[str]:
    try:
        with opened_if_there(home) as connection:
            found = damage(connection) if connection else Damage()
    except Fault as fault:
        return [fault.sentence, *_backups(home)]
    said = [words.DAMAGED.format(said=found.inside), *_backups(home)] if found.inside else []
    return [*said, *([words.LOOSE] if found.loose else []), *([words.INDEX_WRONG] if found.search else [])]


def _backups(home: Path) -> list[str]:
    return [words.BACKUPS.format(path=home / BACKUPS)] if any((home / BACKUPS).glob("*.db")) else []


def _of_the_folder(home: Path) -> list[str]:
    """Words left behind, and what others could read."""
    left = [words.DRAFT.format(path=one) for one in drafts.left_over(home)]
    left += [words.WRITING.format(path=one) for one in sorted((home / WRITING).glob("*/*")) if one.is_file()]
    everything = [home, *sorted(home.rglob("*"))] if home.is_dir() else []
    return left + [words.OPEN_TO_OTHERS.format(path=one) for one in everything if _is_open(one)]


def _is_open(path: Path) -> bool:
    """Whether other accounts may read it. A link says nothing of that, and another program may have taken the file away meanwhile."""
    with suppress(OSError):
        mode = path.lstat().st_mode
        return os.name == "posix" and not stat.S_ISLNK(mode) and bool(mode & 0o077)
    return False
