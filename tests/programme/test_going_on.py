"""A session gone on with later: what was given before it was left comes back, and what stayed in the head stays there."""

from __future__ import annotations

from contextlib import contextmanager

import pytest
from scripted import ScriptedScreen

from cmt_cli.base.words import session as words
from cmt_cli.base.words import today
from cmt_cli.base.words.example import DAY, PROGRAMME
from cmt_cli.commands import desk
from cmt_cli.programme.ports import Command

CHOICE = DAY[DAY.index("  - id: act") : DAY.index("  - id: close")]
THOUGHT = DAY[DAY.index("  - id: notice") : DAY.index("  - id: act")]
LATER = '  - {id: later, kind: say, text: "You chose: {recall}", recall: {step: act, fallback: You chose something.}}\n'
CHOOSING_FIRST = DAY.replace(THOUGHT + CHOICE, "").replace("  - id: listen", CHOICE + LATER + "  - id: listen")
ARRIVING = {today.PAIN: 4, today.URGE: 2, today.SIZE: 0, today.BELL: False}


@pytest.fixture
def sit(cmt, tmp_path, monkeypatch):
    """Go through `cmt today` on a scripted screen, in a programme whose day begins with a choice."""
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "programme.yaml").write_text(PROGRAMME)
    (folder / "day-01.yaml").write_text(CHOOSING_FIRST)
    assert cmt("start", "--programme", str(folder), "--country", "GB", "--yes").code == 0

    def run(at):
        with ScriptedScreen(at=at) as scripted:

            @contextmanager
            def screen(*_args, **_more):
                yield scripted

            monkeypatch.setattr(desk, "screen", screen)
            result = cmt("today", interactive=True, stdout_is_terminal=True)
            assert result.code == 0, result.err
            return scripted

    return run


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        ("Listen to one sound before a phone call", "You chose: Listen to one sound before a phone call"),
        (words.OWN_IN_HEAD, "You chose something."),
        (None, "You chose something."),
    ],
)
def test_a_choice_made_before_it_was_left_comes_back_as_it_would_have(sit, chosen, said):
    first = sit({**ARRIVING, "One small thing": chosen, "You chose": Command.LEAVE})
    assert first.texts("line")[-1] == said
    second = sit({"Go on from there?": 0, "You chose": [None], words.FELT: None, words.HELPED: None})
    assert second.texts("line")[0] == said


def test_going_on_does_not_ask_again_what_was_answered(sit):
    sit({**ARRIVING, "One small thing": 0, "You chose": Command.LEAVE})
    second = sit({"Go on from there?": 0, words.FELT: None, words.HELPED: None})
    assert second.count("One small thing") == 0
    assert second.count(today.PAIN) == 0
