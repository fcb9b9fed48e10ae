"""The terminal screen: paced lines, single keys, a steady breath bar. The only file that imports questionary, and only for typed words."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import TYPE_CHECKING

from cmt_cli.base.faults import Signalled
from cmt_cli.base.text import duration, sentence_case
from cmt_cli.base.words import screen as words
from cmt_cli.programme.model import Picture, Rhythm
from cmt_cli.programme.ports import Command
from cmt_cli.screen import keys
from cmt_cli.screen.keys import Keyboard
from cmt_cli.screen.output import Output
from cmt_cli.screen.pacer import pace_breath
from cmt_cli.screen.plain import as_typed, composed
from cmt_cli.screen.speech import Speech

if TYPE_CHECKING:
    from cmt_cli.screen.editor import Editor

COMMANDS = {command.value: command for command in Command}
BELL_AFTER = 10
SHORTEST_LINE = 1.2
SPEECH_POLL = 0.1
GO_ON = True


class TerminalScreen:
    """A Screen for a terminal. `pace` 1 is as written, 2 twice as long, 0 waits for Enter; breaths keep their seconds."""

    def __init__(
        self,
        out: Output,
        keyboard: Keyboard,
        *,
        pace: float = 1,
        bell: bool = False,
        speech: Speech | None = None,
        editor: Editor | None = None,
    ) -> None:
        self.out = out
        self.keyboard = keyboard
        self.pace = pace
        self.bell = bell
        self.speech = speech or Speech(())
        self.editor = editor
        self.full = "\u2588" if (out.out.encoding or "").lower().startswith("utf") else "#"

    def heading(self, text: str) -> None:
        self.out.line("")
        self.out.say(text, style="bold")

    def line(self, text: str, seconds: float, aloud: str | None = None) -> Command | None:
        if text.startswith("\n"):
            self.out.line("")
        self.out.say(text.strip())
        self.speech.say(text if aloud is None else aloud)
        command = self._wait(max(SHORTEST_LINE, seconds * self.pace) if self.pace else None)
        while command is None and self.speech.speaking():
            command = self._wait(SPEECH_POLL)
        if command is not None:
            self.speech.stop()
        return _asked(command)

    def picture(self, picture: Picture, seconds: float) -> Command | None:
        drawn = picture.lines.split("\n")
        if self.out.width is None or max(map(len, drawn)) > self.out.width:
            return self.line(picture.words, seconds)
        self.out.line("")
        for line in drawn:
            self.out.line(line)
        self.out.line("")
        return _asked(self._wait(seconds * self.pace if self.pace else None))

    def quiet(self, seconds: float) -> Command | None:
        length = sentence_case(duration(seconds * (self.pace or 1)))
        if self.pace == 0:
            self.out.say(f"  ({words.QUIET_TILL_ENTER.format(length=length)})", style="dim")
            return _asked(self._wait(None))
        self.out.say(f"  ({length})", style="dim")
        command = self._wait(seconds * self.pace)
        if self.bell and seconds >= BELL_AFTER and command is None:
            self.ring()
        return _asked(command)

    def breathe(self, rhythm: Rhythm) -> Command | None:
        command = pace_breath(rhythm, self.out.raw, self._wait, self.full)
        length = duration(rhythm.seconds)
        self.out.say(
            f"  ({words.BREATHE_ONCE.format(breath_in=rhythm.breath_in, breath_out=rhythm.breath_out, length=length)})", style="dim"
        )
        return command

    def ask(self, text: str, note: str = "") -> str | Command | None:
        self._question(text, note)
        self.keyboard.forget()
        with self.keyboard.as_usual():
            typed = self._line_edited() if self.out.color else self._line_plain()
        return Command.LEAVE if typed is None else as_typed(typed) or None

    def _line_edited(self) -> str | None:
        import questionary

        try:
            return str(questionary.text("", qmark=">").unsafe_ask())
        except EOFError:
            return None

    def _line_plain(self) -> str | None:
        """Without colour: questionary would write codes all the same."""
        self.out.raw("> ")
        typed = self.keyboard.line(None)
        return None if typed in (None, keys.END) else typed

    def compose(self, begin: str) -> str | Command | None:
        with self.keyboard.as_usual():
            return composed(self.out, self.editor, begin)

    def scale(self, text: str, low: str, high: str) -> int | Command | None:
        self._question(text, words.SCALE_ENDS.format(low=low, high=high))
        while True:
            given = self._digits()
            if isinstance(given, Command) or given is None:
                return given
            if given <= 10:
                return given
            self.out.say(words.NOT_A_NUMBER, style="dim")

    def choose(self, text: str, answers: Sequence[str], note: str = "") -> int | Command | None:
        self._question(text, note)
        for number, answer in enumerate(answers, 1):
            first, *rest = self._hanging(answer)
            self.out.line(f"  {number}  {first}")
            for line in rest:
                self.out.line(f"     {line}")
        picked = self._pressed({str(number): number - 1 for number in range(1, len(answers) + 1)}, words.NOT_A_CHOICE)
        if isinstance(picked, int):
            self.out.line(f"> {picked + 1}", style="dim")
        return picked

    def yes_no(self, text: str, default: bool) -> bool | Command:
        self._question(text, words.PRESS_YES_NO.format(default=words.YES if default else words.NO))
        given = self._pressed({"y": 1, "Y": 1, "n": 0, "N": 0}, words.NOT_YES_OR_NO)
        answer = given if isinstance(given, Command) else default if given is None else bool(given)
        if not isinstance(answer, Command):
            self.out.line(f"> {words.YES if answer else words.NO}", style="dim")
        return answer

    def tell(self, lines: Sequence[str]) -> None:
        self.out.line("")
        for line in lines:
            self.out.say(line)
        self.out.line("")

    def ring(self) -> None:
        self.out.raw("\a")

    def close(self) -> None:
        self.speech.stop()

    # Keys

    def _question(self, text: str, note: str) -> None:
        self.out.line("")
        self.out.say(text.strip(), style="bold")
        if note:
            self.out.say(note, style="dim")

    def _hanging(self, text: str) -> list[str]:
        from textwrap import wrap

        return wrap(text, (self.out.width or 80) - 5) or [""]

    def _pressed(self, meanings: dict[str, int], wrong: str) -> int | Command | None:
        """One key with a meaning; Enter alone is None. Keys typed before the question stood there do not count."""
        self.keyboard.forget()
        while True:
            key = self.keyboard.key(None)
            if key in meanings:
                return meanings[key]
            if command := _command(key):
                return command
            if key == keys.ENTER:
                self.out.line(f"> {words.PASSED}", style="dim")
                return None
            if key not in (keys.SPACE, keys.NONE):
                self.out.say(wrong, style="dim")

    def _digits(self) -> int | Command | None:
        """A number typed with Enter, which may be mended until then."""
        self.keyboard.forget()
        self.out.raw("> ")
        try:
            return self._number()
        except (KeyboardInterrupt, Signalled):
            self.out.raw("\n")
            raise

    def _number(self) -> int | Command | None:
        typed = ""
        while True:
            key = self.keyboard.key(None)
            if command := _command(key):
                self.out.raw("\n")
                return command
            if key == keys.ENTER:
                self.out.raw("\n" if typed else f"{words.PASSED}\n")
                return int(typed) if typed else None
            if key == keys.ERASE and typed:
                typed = typed[:-1]
                self.out.raw("\b \b")
            elif key and key in "0123456789" and len(typed) < 3:
                typed += key
                self.out.raw(key)

    def _wait(self, seconds: float | None) -> Command | bool | None:
        """Wait that long: None when it passed, GO_ON at Enter, or a key's command. Space holds until space or Enter."""
        deadline = None if seconds is None else time.monotonic() + seconds
        while True:
            left = None if deadline is None else max(0.0, deadline - time.monotonic())
            key = self.keyboard.key(left)
            if key is None:
                return None
            if key == keys.ENTER:
                return GO_ON
            if command := _command(key):
                return command
            if key == keys.SPACE:
                began = time.monotonic()
                if command := self._held():
                    return command
                deadline = None if deadline is None else deadline + time.monotonic() - began

    def _held(self) -> Command | None:
        self.speech.stop()
        self.out.say(f"  ({words.HELD})", style="dim")
        while True:
            key = self.keyboard.key(None)
            if key in (keys.SPACE, keys.ENTER):
                return None
            if command := _command(key):
                return command


def _command(key: str | None) -> Command | None:
    if key == keys.END:
        return Command.LEAVE
    return COMMANDS.get(key.lower()) if key else None


def _asked(command: Command | bool | None) -> Command | None:
    return command if isinstance(command, Command) else None
