"""A screen that answers from a script and a keeper that remembers, so that a session can be led without a terminal or a file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple, NoReturn, Self

from cmt_cli.programme.model import Picture, Rhythm
from cmt_cli.programme.ports import Command, LeftBy

Reply = str | int | bool | Command | BaseException | type[BaseException] | None
PROMPTS = ("ask", "scale", "choose", "yes_no", "compose")


class Unscripted(AssertionError):
    """The session asked something the script has no reply to, or the script says what nobody asked."""


class Shown(NamedTuple):
    """One thing a person was shown. `spoken` is what a voice may say of it; `answers` are those of a choice."""

    kind: str
    text: str
    seconds: float = 0
    aloud: str | None = None
    note: str = ""
    answers: tuple[str, ...] = ()

    @property
    def spoken(self) -> str:
        return self.text if self.aloud is None else self.aloud


class ScriptedScreen:
    """A Screen that answers from a script and keeps `transcript`, everything it showed, in order.

    `in_order` are the replies to the prompts, one after another. `at` maps a piece of what is shown to the reply given there, or to a list of
    replies for each time it is shown; it serves prompts and also lines, pictures, silences (`quiet 20`) and breaths (`breathe 4/6 60`).

    A reply is what the person gives: text, a number, True or False, the words or the index of a choice, None for a pass, a Command for a key, or
    an exception to raise. A prompt without a reply raises Unscripted; `finish`, or leaving it as a context, raises when replies are left over.
    """

    def __init__(self, *in_order: Reply, at: Mapping[str, Reply | list[Reply]] | None = None) -> None:
        self.in_order = list(in_order)
        self.at = {piece: list(given) if isinstance(given, list) else [given] for piece, given in (at or {}).items()}
        self.transcript: list[Shown] = []
        self.bell = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None:
            self.finish()

    def finish(self) -> None:
        """Raise when the script was not used up."""
        left = [*self.in_order, *((piece, given) for piece, replies in self.at.items() for given in replies)]
        if left:
            raise Unscripted(f"replies nobody asked for: {left!r}; shown last: {self.transcript[-3:]!r}")

    def texts(self, *kinds: str) -> list[str]:
        """What was shown, without the space around it; of these kinds only, when some are named."""
        return [one.text.strip() for one in self.transcript if not kinds or one.kind in kinds]

    def count(self, piece: str) -> int:
        """How often something was shown that holds this piece."""
        return sum(piece in one.text for one in self.transcript)

    # What a session shows

    def heading(self, text: str) -> None:
        self.transcript.append(Shown("heading", text))

    def line(self, text: str, seconds: float, aloud: str | None = None) -> Command | None:
        return self._key(Shown("line", text, seconds, aloud))

    def picture(self, picture: Picture, seconds: float) -> Command | None:
        return self._key(Shown("picture", picture.words, seconds))

    def quiet(self, seconds: float) -> Command | None:
        return self._key(Shown("quiet", f"quiet {seconds}", seconds))

    def breathe(self, rhythm: Rhythm) -> Command | None:
        return self._key(Shown("breathe", f"breathe {rhythm.breath_in}/{rhythm.breath_out} {rhythm.seconds}", rhythm.seconds))

    def tell(self, lines: Sequence[str]) -> None:
        self.transcript += [Shown("tell", line) for line in lines]

    def ring(self) -> None:
        self.transcript.append(Shown("bell", ""))

    def close(self) -> None:
        pass

    # What it asks

    def ask(self, text: str, note: str = "") -> str | Command | None:
        shown = Shown("ask", text, note=note)
        given = self._answer(shown)
        if given is None or isinstance(given, Command) or (isinstance(given, str) and given):
            return given
        return self._unfit(shown, given)

    def compose(self, begin: str) -> str | Command | None:
        shown = Shown("compose", begin)
        given = self._answer(shown)
        if given is None or isinstance(given, Command) or (isinstance(given, str) and given):
            return given
        return self._unfit(shown, given)

    def scale(self, text: str, low: str, high: str) -> int | Command | None:
        shown = Shown("scale", text, note=f"{low}; {high}")
        given = self._answer(shown)
        if given is None or isinstance(given, Command) or (type(given) is int and 0 <= given <= 10):
            return given
        return self._unfit(shown, given)

    def choose(self, text: str, answers: Sequence[str], note: str = "") -> int | Command | None:
        shown = Shown("choose", text, note=note, answers=tuple(answers))
        given = self._answer(shown)
        if given is None or isinstance(given, Command) or (type(given) is int and 0 <= given < len(answers)):
            return given
        if given in shown.answers:
            return shown.answers.index(given)
        return self._unfit(shown, given)

    def yes_no(self, text: str, default: bool) -> bool | Command:
        shown = Shown("yes_no", text, note=f"default {default}")
        given = self._answer(shown)
        if given is None:
            return default
        if isinstance(given, bool | Command):
            return given
        return self._unfit(shown, given)

    # The script

    def _key(self, shown: Shown) -> Command | None:
        self.transcript.append(shown)
        found, given = self._scripted(shown)
        if found and given is not None and not isinstance(given, Command):
            return self._unfit(shown, given)
        key: Command | None = given
        return key

    def _answer(self, shown: Shown) -> Any:
        self.transcript.append(shown)
        found, given = self._scripted(shown)
        if found:
            return given
        if not self.in_order:
            raise Unscripted(f"no reply is scripted for this {shown.kind}: {shown.text!r}")
        return _given(self.in_order.pop(0))

    def _scripted(self, shown: Shown) -> tuple[bool, Any]:
        for piece, replies in self.at.items():
            if piece in shown.text and replies:
                return True, _given(replies.pop(0))
        return False, None

    @staticmethod
    def _unfit(shown: Shown, given: object) -> NoReturn:
        raise Unscripted(f"{given!r} is no reply to this {shown.kind}: {shown.text!r} {shown.answers or ''}")


def _given(reply: Reply) -> Any:
    if isinstance(reply, BaseException) or (isinstance(reply, type) and issubclass(reply, BaseException)):
        raise reply
    return reply


class RecordingKeeper:
    """A Keeper that writes down each call in `calls`, as its name and what was given, and in `seen` how many things the screen had shown by then.

    Thoughts are numbered from 11 and replies from 21, so that one is never taken for the other.
    """

    def __init__(self, screen: ScriptedScreen | None = None) -> None:
        self.screen = screen
        self.calls: list[tuple[Any, ...]] = []
        self.seen: list[int] = []

    def reached(self, step: str) -> None:
        self._keep("reached", step)

    def answer(self, step: str, value: str | int | None) -> None:
        self._keep("answer", step, value)

    def thought(self, step: str, text: str, bring_back: bool) -> int:
        return 10 + self._keep("thought", step, text, bring_back)

    def reply(self, thought: int, text: str) -> int:
        return 20 + self._keep("reply", thought, text)

    def about_reply(self, reply: int, warmth: int | None, before: int | None, after: int | None) -> None:
        self._keep("about_reply", reply, warmth, before, after)

    def met(self, thought: int, reply: int | None, readily: int | None) -> None:
        self._keep("met", thought, reply, readily)

    def diary(self, step: str, text: str) -> None:
        self._keep("diary", step, text)

    def practised(self, step: str, practice: str, left_by: LeftBy) -> None:
        self._keep("practised", step, practice, left_by)

    def felt(self, step: str, felt: int) -> None:
        self._keep("felt", step, felt)

    def helped(self, step: str, helped: int) -> None:
        self._keep("helped", step, helped)

    def shortened(self) -> None:
        self._keep("shortened")

    def counted(self) -> None:
        self._keep("counted")

    def ended(self) -> None:
        self._keep("ended")

    def given(self) -> list[tuple[Any, ...]]:
        """The calls that keep something: all but `reached`."""
        return [call for call in self.calls if call[0] != "reached"]

    def _keep(self, *call: Any) -> int:
        self.calls.append(call)
        self.seen.append(len(self.screen.transcript) if self.screen else 0)
        return sum(one[0] == call[0] for one in self.calls)
