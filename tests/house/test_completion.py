"""House rule 12: completion for bash, zsh, fish and PowerShell, which reads no record and makes none."""

from __future__ import annotations

import pytest

SHELLS = ("bash", "zsh", "fish", "powershell")


@pytest.mark.parametrize("shell", SHELLS)
def test_each_shell_gets_a_script_that_asks_this_program(whole, shell):
    result = whole(_CMT_COMPLETE=f"source_{shell}")
    assert (result.code, result.err) == (0, "")
    assert f"complete_{shell}" in result.out
    assert "_CMT_COMPLETE" in result.out


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_is_shown_by_an_option_too(whole, shell):
    result = whole("--show-completion", shell, _TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION="1")
    assert (result.code, result.err) == (0, "")
    assert f"complete_{shell}" in result.out


def completed(whole, shell, line):
    words = line.split(" ")
    asked = {"COMP_WORDS": line, "COMP_CWORD": str(len(words) - 1)} if shell == "bash" else {"_TYPER_COMPLETE_ARGS": line}
    if shell == "powershell":
        asked["_TYPER_COMPLETE_WORD_TO_COMPLETE"] = words[-1]
    if shell == "fish":
        asked["_TYPER_COMPLETE_FISH_ACTION"] = "get-args"
    return whole(_CMT_COMPLETE=f"complete_{shell}", **asked)


@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize(
    ("line", "offered"),
    [("cmt st", ["status", "start"]), ("cmt checkin de", ["delete"]), ("cmt checkin --pa", ["--pain", "--painkillers"])],
)
def test_commands_and_options_are_completed(whole, tmp_path, shell, line, offered):
    result = completed(whole, shell, line)
    assert result.code == 0
    assert all(word in result.out for word in offered)
    assert "ground" not in result.out
    assert not (tmp_path / "home").exists()


@pytest.mark.parametrize("shell", SHELLS)
def test_hidden_names_are_not_offered(whole, shell):
    out = completed(whole, shell, "cmt s").out
    assert "support" in out
    assert "sos" not in out
