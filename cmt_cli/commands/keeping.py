"""The keeper of a session: each thing a person gives is in the data file before the next is asked."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime

from cmt_cli.base.records import Entry, SessionRecord
from cmt_cli.clinical.returning import READILY, first_due
from cmt_cli.commands.meeting import meet
from cmt_cli.env import Env
from cmt_cli.programme.ports import LeftBy
from cmt_cli.store import drafts, entries, sessions, thoughts
from cmt_cli.store.file import writing

SESSION = "session"


class PractiseKeeper:
    """Keeps replies and meetings with thoughts. Outside a session there is nothing else to keep."""

    session_id: int | None = None

    def __init__(self, env: Env, connection: sqlite3.Connection, day: date | None = None) -> None:
        self.env = env
        self.connection = connection
        self.day = day or env.today()

    def reply(self, thought: int, text: str) -> int:
        with self._keeping(text) as at:
            return thoughts.reply(self.connection, thought, text, at, self.day, first_due(self.day))

    def about_reply(self, reply: int, warmth: int | None, before: int | None, after: int | None) -> None:
        with self._keeping():
            thoughts.about_reply(self.connection, reply, warmth, before, after)

    def met(self, thought: int, reply: int | None, readily: int | None) -> None:
        answer = None if readily is None else READILY[readily]
        with self._keeping() as at:
            meet(self.connection, thought, reply, answer, self.session_id, at, self.day)

    @contextmanager
    def _keeping(self, *texts: str | None) -> Iterator[datetime]:
        now = self.env.now()
        with drafts.keeping(self.env.home, texts, now), writing(self.connection):
            yield now


class StoreKeeper(PractiseKeeper):
    """A Keeper over the data file, for one session."""

    def __init__(self, env: Env, connection: sqlite3.Connection, session: SessionRecord) -> None:
        super().__init__(env, connection, session.day)
        self.session = session
        self.session_id = session.id
        self.began = env.now()

    def reached(self, step: str) -> None:
        seconds = self.session.seconds + int((self.env.now() - self.began).total_seconds())
        with self._keeping():
            sessions.reach(self.connection, self.session.id, step, seconds)

    def shortened(self) -> None:
        with self._keeping():
            sessions.shorten(self.connection, self.session.id)

    def answer(self, step: str, value: str | int | None) -> None:
        text = None if value is None else str(value)
        with self._keeping(text) as at:
            sessions.answer(self.connection, self.session.id, step, text, at, self.session.day)

    def thought(self, step: str, text: str, bring_back: bool) -> int:
        with self._keeping(text) as at:
            return thoughts.catch(self.connection, text, bring_back, self.session.id, at, self.session.day)

    def diary(self, step: str, text: str) -> None:
        with self._keeping(text) as at:
            entries.add(self.connection, Entry(0, at, self.session.day, text, source=SESSION), self.session.id)

    def practised(self, step: str, practice: str, left_by: LeftBy) -> None:
        with self._keeping() as at:
            sessions.practise(self.connection, self.session.id, step, practice, left_by, at, self.session.day)

    def felt(self, step: str, felt: int) -> None:
        with self._keeping():
            sessions.feel(self.connection, self.session.id, step, felt)

    def helped(self, step: str, helped: int) -> None:
        with self._keeping():
            sessions.help_given(self.connection, self.session.id, step, helped)

    def counted(self) -> None:
        with self._keeping() as at:
            sessions.count(self.connection, self.session.id, at)

    def ended(self) -> None:
        with self._keeping():
            sessions.end(self.connection, [self.session.id])
