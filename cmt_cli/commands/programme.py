"""`cmt programme`: the programmes there are, a check of one, and a small one to begin from."""

from __future__ import annotations

from pathlib import Path

from cmt_cli.base.faults import Exit, Fault
from cmt_cli.base.words import programme as words
from cmt_cli.commands.desk import output
from cmt_cli.commands.library import Checked, Library
from cmt_cli.commands.placing import library_of
from cmt_cli.env import Env
from cmt_cli.programme.minutes import day_seconds, spoken_text
from cmt_cli.programme.model import Day
from cmt_cli.programme.reading import day_reading, words_of
from cmt_cli.screen.tables import show_records


def listed(env: Env, as_json: bool) -> None:
    """The programmes that come with cmt."""
    folders = sorted((env.content / "programmes").iterdir())
    found = [Library(env.content, folder).programme() for folder in folders if (folder / "programme.yaml").is_file()]
    out = output(env)
    if as_json:
        out.json({"programmes": [{"id": one.id, "title": one.title, "days": one.days} for one in found]})
        return
    show_records(out, words.LIST_COLUMNS, [[one.id, one.title, one.days] for one in found])


def check(env: Env, path: str, as_json: bool) -> Exit:
    """Every problem at once, then what each day measures. Exit 1 with problems."""
    library = library_of(env, path)
    checked = library.check()
    days = [_measured(day, checked) for day in checked.days]
    out = output(env)
    if as_json:
        problems = [problem._asdict() for problem in checked.problems]
        out.json({"problems": problems, "days": days})
        return Exit.COULD_NOT if problems else Exit.DONE
    for problem in checked.problems:
        out.line(str(problem))
    show_records(out, words.CHECK_COLUMNS, [_rounded(day) for day in days], [list(day.values()) for day in days])
    if checked.problems:
        count = words.ONE_PROBLEM if len(checked.problems) == 1 else words.PROBLEMS.format(count=len(checked.problems))
        out.remark(words.CHECK_FOUND.format(count=count, path=library.folder))
        return Exit.COULD_NOT
    out.remark(words.CHECK_FINE.format(path=library.folder))
    return Exit.DONE


def new(env: Env, path: str) -> None:
    """Write a small programme that already passes `check`."""
    folder = Path(path).expanduser()
    if folder.exists():
        raise Fault(words.NEW_EXISTS.format(path=folder))
    from cmt_cli.base.words.example import DAY, PROGRAMME

    try:
        folder.mkdir(parents=True)
        (folder / "programme.yaml").write_text(PROGRAMME, encoding="utf-8")
        (folder / "day-01.yaml").write_text(DAY, encoding="utf-8")
    except OSError as error:
        raise Fault(words.CANNOT_MAKE.format(path=folder, reason=error.strerror or "unknown")) from None
    output(env).say(words.NEW_MADE.format(path=folder))


def _measured(day: Day, checked: Checked) -> dict[str, object]:
    said = [text for step in day.steps for text in spoken_text(step, checked.practices)]
    return {
        "day": day.number,
        "title": day.title,
        "minutes": day_seconds(day, checked.practices, short=False) / 60,
        "short_minutes": day_seconds(day, checked.practices, short=True) / 60,
        "words": sum(len(words_of(text)) for text in said),
        "reading_grade": day_reading(day, checked.practices).grade,
    }


def _rounded(day: dict[str, object]) -> list[object]:
    return [f"{value:.1f}" if isinstance(value, float) else value for value in day.values()]
