"""Somebody who is led through whole sessions: knows each prompt by its form, answers it, and remembers what was answered."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from cmt_cli.base.words import screen as words
from cmt_cli.base.words import start
from journeys.terminal import CTRL_E, CTRL_U, DOWN, ENTER, ESCAPE, TAB, UP, Terminal, on_one_line

LONGEST_WALK = 600
ANY, SCALE, CHOOSE, YES_NO, ASK, ON = "any", "scale", "choose", "yes or no", "ask", "on"
USUAL = {SCALE: "3", CHOOSE: "1", YES_NO: "n", ASK: "", ON: "", ANY: ""}

_ANSWER = re.compile(r"^  (\d)  (.*(?:\n {5}\S.*)*)", re.MULTILINE)
_PLAIN_ANSWER = re.compile(r"^(\d)\. (.*)", re.MULTILINE)


class Prompt(NamedTuple):
    """What the program waits for. `text` is all that it said since the last key, on one line; `answers` those of a choice."""

    kind: str
    text: str
    answers: tuple[str, ...] = ()


class Given(NamedTuple):
    prompt: Prompt
    reply: str


def prompt_of(terminal: Terminal) -> Prompt:
    """What stands before the person now."""
    said = terminal.said.replace("\b", "").rstrip()
    text = on_one_line(said)
    last = said.rpartition("\n")[2]
    if text.endswith(start.PLAIN_OR_NOT):
        return Prompt(ANY, text)
    if found := _prompt_in_plain_lines(said, text):
        return found
    if last.strip() == ">":
        return Prompt(SCALE if "10 is" in text else ASK, text)
    if last.startswith("y or n?"):
        return Prompt(YES_NO, text)
    if re.match(r"  \d  |     \S", last) and (answers := _ANSWER.findall(said)):
        return Prompt(CHOOSE, text, tuple(on_one_line(answer) for _, answer in answers))
    return Prompt(ON, text)


def _prompt_in_plain_lines(said: str, text: str) -> Prompt | None:
    if text.endswith(words.TYPE_SCALE):
        return Prompt(SCALE, text)
    if text.endswith(words.TYPE_WORDS):
        return Prompt(ASK, text)
    if re.search(r"Type y or n, then Enter\. Enter alone means \w+\.$", text):
        return Prompt(YES_NO, text)
    if re.search(r"Type 1 to \d, then Enter\. Enter alone passes\.$", text):
        return Prompt(CHOOSE, text, tuple(answer for _, answer in _PLAIN_ANSWER.findall(said)))
    return None


class Walker:
    """Answers prompts one after another. `replies` gives what to answer by words of the question; anything else has its usual answer.

    `typed` is the usual answer where words are asked for.
    """

    def __init__(
        self,
        terminal: Terminal,
        replies: Mapping[str, str] | None = None,
        *,
        typed: str = "",
        plain: bool = False,
        wrong_keys: bool = False,
    ) -> None:
        self.terminal = terminal
        self.usual = {**USUAL, ASK: typed}
        self.replies = dict(replies or {})
        self.plain = plain
        self.wrong_keys = wrong_keys
        self.given: list[Given] = []

    @property
    def prompt(self) -> Prompt:
        self.terminal.settle()
        return prompt_of(self.terminal)

    def step(self) -> None:
        """Answer what stands there."""
        prompt = self.prompt
        if self.terminal.gone:
            return
        reply = next((reply for words_in, reply in self.replies.items() if words_in in prompt.text), self.usual[prompt.kind])
        if self.wrong_keys:
            self._press_everything_else(prompt)
        self.given.append(Given(prompt, reply))
        self.answer(prompt, reply)

    def answer(self, prompt: Prompt, reply: str) -> None:
        one_key = not self.plain and prompt.kind in (CHOOSE, YES_NO) and reply
        self.terminal.press(reply if one_key else reply + ENTER)

    def to(self, *texts: str) -> Prompt:
        """Go on until one of these texts stands there, and stop before answering it."""
        for _ in range(LONGEST_WALK):
            prompt = self.prompt
            if any(text in prompt.text for text in texts):
                return prompt
            assert not self.terminal.gone, f"it ended before {texts!r} appeared:\n{self.terminal.picture()}"
            self.step()
        raise AssertionError(f"{texts!r} never appeared")

    def finish(self) -> int:
        """Go on to the end; the exit code."""
        for _ in range(LONGEST_WALK):
            self.terminal.settle()
            if self.terminal.gone:
                return self.terminal.ends()
            self.step()
        raise AssertionError("it never ended")

    def _press_everything_else(self, prompt: Prompt) -> None:
        terminal = self.terminal
        if self.plain:
            self._type_everything_else(prompt)
            return
        if prompt.kind == ASK:
            terminal.press("x99é", UP, DOWN, TAB, ESCAPE)
        elif prompt.kind == SCALE:
            terminal.press("x", "9", "9", ENTER)
            assert words.NOT_A_NUMBER in on_one_line(terminal.said)
            terminal.press(f"é{TAB}{UP}{DOWN}{ESCAPE}")
        elif prompt.kind in (CHOOSE, YES_NO):
            wrong = "x0é" if len(prompt.answers) == 9 else "x99é"
            terminal.press(wrong)
            assert on_one_line(terminal.said).count("Nothing was kept yet.") == len(wrong), terminal.said
            terminal.press(f"{TAB}{UP}{DOWN}{ESCAPE}")
        elif prompt.kind == ON:
            terminal.press(f"x99é{TAB}{UP}{DOWN}{ESCAPE}" if len(self.given) % 2 else f"x99é{TAB}")
            assert terminal.said == "" or "\u2588" in prompt.text, f"a key without a meaning did something:\n{terminal.said}"
        if prompt.kind == ASK:
            terminal.press(CTRL_E + CTRL_U)

    def _type_everything_else(self, prompt: Prompt) -> None:
        if prompt.kind in (SCALE, CHOOSE, YES_NO):
            for wrong in ("x", "99", UP + DOWN, ESCAPE, TAB + "y9", "é"):
                self.terminal.type(wrong)
                assert "Nothing was kept yet." in on_one_line(self.terminal.said), (wrong, self.terminal.said)
