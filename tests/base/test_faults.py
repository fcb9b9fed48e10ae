"""Exit codes that people and scripts depend on."""

from __future__ import annotations

import pytest

from cmt_cli.base.faults import Exit, Fault, Signalled, Stopped, UsageFault, how_stopped


def test_the_exit_codes_are_those_of_the_contract():
    assert {code.name: code.value for code in Exit} == {
        "DONE": 0,
        "COULD_NOT": 1,
        "USAGE": 2,
        "LOCKED": 3,
        "HANG_UP": 129,
        "INTERRUPTED": 130,
        "TERMINATED": 143,
    }


@pytest.mark.parametrize(("kind", "code"), [(Fault, Exit.COULD_NOT), (UsageFault, Exit.USAGE)])
def test_a_fault_carries_its_sentence_and_its_code(kind, code):
    fault = kind("The file could not be read.")
    assert (fault.sentence, str(fault), fault.code) == ("The file could not be read.", "The file could not be read.", code)


@pytest.mark.parametrize("code", [Exit.HANG_UP, Exit.TERMINATED])
def test_a_signal_ends_with_its_own_code(code):
    assert how_stopped(Signalled(code)) is code
    assert Signalled(code).code == int(code)


def test_a_signal_passes_through_event_loops_as_a_system_exit():
    assert isinstance(Signalled(Exit.HANG_UP), SystemExit)


def test_ctrl_c_ends_with_130():
    assert how_stopped(KeyboardInterrupt()) is Exit.INTERRUPTED


def test_a_stop_says_what_was_kept():
    stop = Stopped("Stopped. Your place is kept.", Exit.INTERRUPTED)
    assert (stop.sentence, stop.code) == ("Stopped. Your place is kept.", 130)
