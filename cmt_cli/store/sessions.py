"""Sessions and everything given inside them, kept step by step; rests, arrivals and the person's place in a programme."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import date, datetime

from cmt_cli.base.records import Practised, SessionRecord, Started
from cmt_cli.base.times import iso
from cmt_cli.programme.progress import Sitting

STARTED = ("programme", "title", "version", "path")


def started(connection: sqlite3.Connection) -> Started | None:
    """The programme the person is on, or None before they have started."""
    marks = dict(connection.execute("SELECT key, value FROM marks WHERE key LIKE 'on-%'").fetchall())
    return Started(*(marks[f"on-{name}"] for name in STARTED)) if marks else None


def start(connection: sqlite3.Connection, on: Started) -> None:
    """Put the person on a programme; sessions of another one stay as they are."""
    for name, value in zip(STARTED, on, strict=True):
        mark(connection, f"on-{name}", value)


def mark(connection: sqlite3.Connection, key: str, value: str) -> None:
    connection.execute("INSERT INTO marks VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value", (key, value))


def unmark(connection: sqlite3.Connection, key: str) -> None:
    connection.execute("DELETE FROM marks WHERE key = ?", (key,))


def marked(connection: sqlite3.Connection, key: str) -> str | None:
    row = connection.execute("SELECT value FROM marks WHERE key = ?", (key,)).fetchone()
    return row[0] if row else None


def sittings(connection: sqlite3.Connection, programme: str) -> list[Sitting]:
    """Every session of a programme, oldest first, as progress sees it."""
    rows = connection.execute(
        "SELECT number, day, counted_at IS NOT NULL, ended FROM sessions WHERE programme = ? ORDER BY id", (programme,)
    )
    return [Sitting(number, date.fromisoformat(day), bool(counted), bool(ended)) for number, day, counted, ended in rows]


def latest(connection: sqlite3.Connection, programme: str) -> SessionRecord | None:
    """The session opened last."""
    row = connection.execute("SELECT * FROM sessions WHERE programme = ? ORDER BY id DESC LIMIT 1", (programme,)).fetchone()
    if row is None:
        return None
    counted = datetime.fromisoformat(row["counted_at"]) if row["counted_at"] else None
    at, day = datetime.fromisoformat(row["at"]), date.fromisoformat(row["day"])
    return SessionRecord(
        row["id"], programme, at, day, row["number"], row["form"], row["step"], counted, bool(row["ended"]), row["seconds"] or 0
    )


def begin(connection: sqlite3.Connection, on: Started, at: datetime, day: date, number: int | None, form: str) -> int:
    """Open a session and return its number."""
    cursor = connection.execute(
        "INSERT INTO sessions (at, day, programme, content_version, number, form) VALUES (?, ?, ?, ?, ?, ?)",
        (iso(at), str(day), on.programme, on.version, number, form),
    )
    return cursor.lastrowid or 0


def reach(connection: sqlite3.Connection, session: int, step: str, seconds: int) -> None:
    """The session goes on from `step`, after so many seconds in all."""
    connection.execute("UPDATE sessions SET step = ?, seconds = ? WHERE id = ?", (step, seconds, session))


def shorten(connection: sqlite3.Connection, session: int) -> None:
    """A whole day goes on in its short form."""
    connection.execute("UPDATE sessions SET form = 'short' WHERE id = ? AND form = 'whole'", (session,))


def count(connection: sqlite3.Connection, session: int, at: datetime) -> None:
    """The session counts as a day practised."""
    connection.execute("UPDATE sessions SET counted_at = ? WHERE id = ? AND counted_at IS NULL", (iso(at), session))


def end(connection: sqlite3.Connection, sessions: Iterable[int]) -> None:
    """Nothing is left to come back to in these sessions."""
    connection.executemany("UPDATE sessions SET ended = 1 WHERE id = ?", [(one,) for one in sessions])


def answer(connection: sqlite3.Connection, session: int, step: str, value: str | None, at: datetime, day: date) -> None:
    """Keep an answer; one given again takes the place of the first."""
    connection.execute(
        """INSERT INTO answers (at, day, session_id, programme, content_version, number, step, value)
        SELECT ?, ?, id, programme, content_version, number, ?, ? FROM sessions WHERE id = ?
        ON CONFLICT (session_id, step) DO UPDATE SET value = excluded.value, at = excluded.at, day = excluded.day""",
        (iso(at), str(day), step, value, session),
    )


def recalled(connection: sqlite3.Connection, programme: str, number: int, step: str) -> str | None:
    """What was answered last at a step of a day; None for nothing or a pass."""
    row = connection.execute(
        "SELECT value FROM answers WHERE programme = ? AND number = ? AND step = ? AND value IS NOT NULL ORDER BY id DESC LIMIT 1",
        (programme, number, step),
    ).fetchone()
    return row[0] if row else None


def answers_of(connection: sqlite3.Connection, session: int) -> dict[str, str]:
    """What was answered in one session, by step."""
    rows = connection.execute("SELECT step, value FROM answers WHERE session_id = ? AND value IS NOT NULL", (session,))
    return dict(rows.fetchall())


def practise(connection: sqlite3.Connection, session: int, step: str, practice: str, left_by: str, at: datetime, day: date) -> None:
    connection.execute(
        """INSERT INTO practices (at, day, session_id, step, practice, left_by) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (session_id, step) DO UPDATE SET practice = excluded.practice, left_by = excluded.left_by""",
        (iso(at), str(day), session, step, practice, left_by),
    )


def feel(connection: sqlite3.Connection, session: int, step: str, felt: int) -> None:
    connection.execute("UPDATE practices SET felt = ? WHERE session_id = ? AND step = ?", (felt, session, step))


def help_given(connection: sqlite3.Connection, session: int, step: str, helped: int) -> None:
    connection.execute("UPDATE practices SET helped = ? WHERE session_id = ? AND step = ?", (helped, session, step))


def felt(connection: sqlite3.Connection) -> list[tuple[date, int]]:
    """How practices left the person, by local day, oldest first."""
    rows = connection.execute("SELECT day, felt FROM practices WHERE felt IS NOT NULL ORDER BY id")
    return [(date.fromisoformat(day), answer) for day, answer in rows]


def practised(connection: sqlite3.Connection, programme: str) -> list[Practised]:
    """Every practice left by a road that counts, oldest first."""
    rows = connection.execute(
        """SELECT practice, helped FROM practices JOIN sessions ON sessions.id = session_id
        WHERE programme = ? AND left_by IN ('end', 'eased', 'ground') ORDER BY practices.id""",
        (programme,),
    )
    return [Practised(*row) for row in rows]


def arrive(connection: sqlite3.Connection, at: datetime, day: date, pain: int | None) -> int:
    """The pain somebody arrived with, whatever follows; the arrival's number."""
    cursor = connection.execute("INSERT INTO arrivals (at, day, pain) VALUES (?, ?, ?)", (iso(at), str(day), pain))
    return cursor.lastrowid or 0


def arrived(connection: sqlite3.Connection, arrival: int, urge: int | None) -> None:
    """The urge they arrived with. An arrival that says neither is not kept."""
    connection.execute("UPDATE arrivals SET urge = ? WHERE id = ?", (urge, arrival))
    connection.execute("DELETE FROM arrivals WHERE id = ? AND pain IS NULL AND urge IS NULL", (arrival,))


def rest(connection: sqlite3.Connection, at: datetime, day: date) -> None:
    connection.execute("INSERT INTO rests (at, day) VALUES (?, ?)", (iso(at), str(day)))


def rests(connection: sqlite3.Connection) -> list[date]:
    return [date.fromisoformat(row[0]) for row in connection.execute("SELECT day FROM rests ORDER BY id")]
