"""The plain screen: one sentence a line, answers typed with Enter, no redraw. For screen readers, simple terminals and tired brains."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from cmt_cli.base.faults import Fault
from cmt_cli.base.text import duration, sentence_case
from cmt_cli.base.words import screen as words
from cmt_cli.programme.model import Picture, Rhythm
from cmt_cli.programme.ports import Command
from cmt_cli.screen.keys import END, LONGEST_LINE, Keyboard
from cmt_cli.screen.output import Output
from cmt_cli.screen.speech import Speech

if TYPE_CHECKING:
    from cmt_cli.screen.editor import Editor

COMMANDS = {command.value: command for command in Command}


class PlainScreen:
    """A Screen of plain lines. `pace` None: each line waits for Enter, silences keep their seconds; 0: silences wait for Enter too."""

    def __init__(
        self,
        out: Output,
        keyboard: Keyboard,
        *,
        pace: float | None,
        cues: bool = False,
        bell: bool = False,
        speech: Speech | None = None,
        editor: Editor | None = None,
    ) -> None:
        self.out = out
        self.keyboard = keyboard
        self.pace = pace
        self.cues = cues
        self.bell = bell
        self.speech = speech or Speech(())
        self.editor = editor

    def heading(self, text: str) -> None:
        self.out.say(text if text.endswith((".", "?")) else f"{text}.")

    def line(self, text: str, seconds: float, aloud: str | None = None) -> Command | None:
        self.speech.say(text if aloud is None else aloud)
        fitted = self.out.fitted(text.strip())
        for sentence in fitted:
            self.out.line(sentence)
            if command := self._after(seconds / max(1, len(fitted))):
                return command
        return self._until_spoken()

    def picture(self, picture: Picture, seconds: float) -> Command | None:
        return self.line(picture.words, seconds)

    def quiet(self, seconds: float) -> Command | None:
        length = sentence_case(duration(seconds * (self.pace or 1)))
        if self.pace == 0:
            self.out.say(words.QUIET_TILL_ENTER.format(length=length))
            return self._enter(None)
        self.out.say(words.QUIET.format(length=length))
        command = self._enter(seconds * (self.pace or 1))
        if self.bell:
            self.out.raw("\a")
        if command is None:
            self.out.line(words.BACK_NOW)
        return command

    def breathe(self, rhythm: Rhythm) -> Command | None:
        if self.cues:
            return self._breathe_by_cues(rhythm)
        length = duration(rhythm.seconds)
        self.out.line(words.BREATHE_ONCE.format(breath_in=rhythm.breath_in, breath_out=rhythm.breath_out, length=length))
        return self._enter(rhythm.seconds)

    def ask(self, text: str, note: str = "") -> str | Command | None:
        self._question(text, note, words.TYPE_WORDS)
        typed = self._typed()
        if isinstance(typed, Command) or not typed:
            return typed or None
        if len(typed.encode()) >= LONGEST_LINE:
            self.out.say(words.LINE_FULL)
        return typed

    def compose(self, begin: str) -> str | Command | None:
        return composed(self.out, self.editor, begin)

    def scale(self, text: str, low: str, high: str) -> int | Command | None:
        self._question(text, words.SCALE_ENDS.format(low=low, high=high), words.TYPE_SCALE)
        return self._until(lambda typed: int(typed) if typed.isdecimal() and int(typed) <= 10 else None, words.NOT_A_NUMBER)

    def choose(self, text: str, answers: Sequence[str], note: str = "") -> int | Command | None:
        numbered = [f"{number}. {_ended(answer)}" for number, answer in enumerate(answers, 1)]
        self._question(text, note, *numbered, words.TYPE_CHOICE.format(most=len(answers)))
        picked = self._until(
            lambda typed: int(typed) if typed.isdecimal() and 1 <= int(typed) <= len(answers) else None, words.NOT_A_CHOICE
        )
        return picked - 1 if isinstance(picked, int) else picked

    def yes_no(self, text: str, default: bool) -> bool | Command:
        self._question(text, "", words.TYPE_YES_NO.format(default=words.YES if default else words.NO))
        letters = {"y": 1, "yes": 1, "n": 0, "no": 0}
        given = self._until(lambda typed: letters.get(typed.lower()), words.NOT_YES_OR_NO)
        return given if isinstance(given, Command) else default if given is None else bool(given)

    def tell(self, lines: Sequence[str]) -> None:
        for line in lines:
            self.out.say(line)
        if self.pace is None:
            self._enter(None)

    def ring(self) -> None:
        self.out.raw("\a")

    def close(self) -> None:
        self.speech.stop()

    # Waiting and reading

    def _question(self, text: str, *lines: str) -> None:
        for line in (text, *lines):
            if line[:1].isdigit() and line[1:3] == ". ":
                self.out.line(line)
            elif line:
                self.out.say(line)

    def _until(self, read: Callable[[str], int | None], wrong: str) -> int | Command | None:
        while True:
            typed = self._typed()
            if isinstance(typed, Command) or not typed:
                return typed or None
            if typed.lower() in COMMANDS:
                return COMMANDS[typed.lower()]
            number = read(typed)
            if number is not None:
                return number
            self.out.say(wrong)

    def _typed(self) -> str | Command | None:
        """A line typed for a question. A bare key works where words are not asked; `/q` works everywhere."""
        self.keyboard.forget()
        line = self.keyboard.line(None)
        self.out.entered()
        return Command.LEAVE if line == END or line is None else as_typed(line)

    def _after(self, seconds: float) -> Command | None:
        """After a line: Enter, or its time."""
        return self._enter(seconds * self.pace if self.pace else None)

    def _enter(self, seconds: float | None) -> Command | None:
        line = self.keyboard.line(seconds)
        if line is None:
            return None
        self.out.entered()
        if line == END:
            return Command.LEAVE
        self.speech.stop()
        command = COMMANDS.get(line.strip().lower().removeprefix("/"))
        if command is None and line.strip() == "" and seconds is not None and line != "":
            self.out.line(words.HELD)
            return self._enter(None)
        return command

    def _until_spoken(self) -> Command | None:
        while self.speech.speaking():
            if command := self._enter(0.1):
                return command
        return None

    def _breathe_by_cues(self, rhythm: Rhythm) -> Command | None:
        end = time.monotonic() + rhythm.seconds
        while time.monotonic() < end - 0.5:
            for cue, seconds in ((words.CUE_IN, rhythm.breath_in), (words.CUE_OUT, rhythm.breath_out)):
                self.out.line(cue.format(seconds=seconds))
                began = time.monotonic()
                command = self._enter(seconds)
                if command or time.monotonic() - began < seconds - 0.1:
                    return command
        return None


def as_typed(line: str) -> str | Command:
    """What a typed line means: `/q` is a key, `//` a slash, anything else itself."""
    text = line.strip()
    if text.startswith("//"):
        return text[1:]
    if text.startswith("/") and text[1:].lower() in COMMANDS:
        return COMMANDS[text[1:].lower()]
    return text


def composed(out: Output, editor: Editor | None, begin: str) -> str | None:
    """Words from the editor. One that fails is told of, and the session goes on."""
    try:
        if editor:
            with editor.wrote(begin) as written:
                return written.encode("utf-8", "surrogateescape").decode("utf-8", "replace") if written else None
    except Fault as fault:
        out.say(fault.sentence)
    return None


def _ended(text: str) -> str:
    return text if text.endswith((".", "?")) else f"{text}."
