"""Where words come from: the command line, a pipe, the person's editor, or typed in place; and that none of them are lost."""

from __future__ import annotations

import io
import json
import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from journeys.terminal import CTRL_C, CTRL_D, Terminal

from cmt_cli.base.faults import Exit, Signalled
from cmt_cli.store import drafts, file

ROOT = Path(__file__).resolve().parents[2]
MARKER = "zwetschgenmus"
ANY = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0") | st.sampled_from("\r\n\t'\u202e\u05d0\U0001f327\u0301"))


def everything(cmt):
    return cmt("journal", "list", "--json").json["entries"]


def texts(cmt):
    return [one["text"] for one in everything(cmt)]


def drafts_in(home):
    return [draft.read_text(encoding="utf-8") for draft in drafts.left_over(home)]


def left_in(home):
    """Whatever an editor left behind."""
    return [path for path in (home / "writing").rglob("*") if path.is_file()]


class Tty(io.StringIO):
    """A terminal's side of stdin, with what is typed."""

    def isatty(self):
        return True


@pytest.fixture
def at_terminal(cmt):
    """Run a command as somebody at a terminal would, with what they type."""

    def run(*args, typed="", **environ):
        stdin = typed if isinstance(typed, io.StringIO) else Tty(typed)
        cmt.changes.update(stdin=stdin, interactive=True, environ={"PATH": os.environ["PATH"], **environ})
        result = cmt(*args)
        cmt.changes.clear()
        return result

    return run


@pytest.fixture
def editor(tmp_path):
    """The command of an editor that is a few lines of shell; the file it opens is $1."""

    def made(script):
        path = tmp_path / "an editor"
        path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        path.chmod(0o755)
        return f"'{path}'"

    return made


# The editor


def test_what_the_editor_wrote_is_kept_and_nothing_stays_behind(cmt, home, at_terminal, editor):
    result = at_terminal("journal", "add", "--pain", "4", "--json", EDITOR=editor(f'printf "{MARKER}\\n\\nand more\\n" > "$1"'))
    assert (result.code, result.err) == (0, "")
    assert everything(cmt) == [result.json["entry"]]
    assert (result.json["entry"]["text"], result.json["entry"]["pain"]) == (f"{MARKER}\n\nand more", 4)
    assert left_in(home) == []
    assert drafts_in(home) == []


def test_visual_goes_before_editor_and_either_may_have_arguments(cmt, at_terminal, editor):
    writes = editor('shift; echo "$0" | grep -q "an editor" && echo words > "$2"')
    assert at_terminal("journal", "add", "--json", VISUAL=f"{writes} --wait -n", EDITOR="/no/such/editor").json["entry"]["text"] == "words"


@pytest.mark.parametrize("script", ["true", 'rm "$1"', 'echo > "$1"', 'printf "  \\n\\n" > "$1"', 'touch "$1"'])
def test_an_editor_that_was_left_without_a_word_stores_nothing_and_says_so(cmt, home, at_terminal, editor, script):
    result = at_terminal("journal", "add", EDITOR=editor(script))
    assert (result.code, result.err) == (0, "")
    assert result.out == "Nothing was written, so nothing was stored.\n"
    assert texts(cmt) == []
    assert (left_in(home), drafts_in(home)) == ([], [])


def test_in_json_nothing_written_is_null_and_the_sentence_stands_beside_it(at_terminal, editor):
    result = at_terminal("journal", "add", "--json", EDITOR=editor("true"))
    assert (result.code, result.json["entry"]) == (0, None)
    assert "Nothing was written" in result.err


def test_edit_opens_the_words_that_are_there(cmt, at_terminal, editor):
    cmt("journal", "add", f"{MARKER}\r\ntwo", "--pain", "4", "--tag", "a")
    before = everything(cmt)[0]
    result = at_terminal("journal", "edit", "1", "--json", EDITOR=editor('printf "\\nthree\\n" >> "$1"'))
    assert result.json["entry"] == before | {"text": f"{MARKER}\r\ntwo\nthree"}
    assert everything(cmt) == [result.json["entry"]]


@pytest.mark.parametrize(
    "script", ["true", 'echo >> "$1"', 'rm "$1"', 'echo > "$1"'], ids=["closed", "a new line at the end", "removed", "emptied"]
)
def test_an_edit_without_a_change_says_so_and_leaves_the_words(cmt, home, at_terminal, editor, script):
    cmt("journal", "add", MARKER)
    before = everything(cmt)
    result = at_terminal("journal", "edit", "1", EDITOR=editor(script))
    assert (result.code, result.out, result.err) == (0, "Nothing was changed, so nothing was stored.\n", "")
    assert everything(cmt) == before
    assert left_in(home) == []


def test_flags_alone_open_no_editor(cmt, at_terminal):
    cmt("journal", "add", MARKER)
    assert at_terminal("journal", "edit", "1", "--pain", "4", "--json", EDITOR="/no/such/editor").json["entry"]["pain"] == 4


def test_words_that_are_given_open_no_editor(at_terminal):
    assert at_terminal("journal", "add", MARKER, "--json", EDITOR="/no/such/editor").json["entry"]["text"] == MARKER


def test_an_editor_that_ends_with_an_error_stores_nothing_and_what_was_written_stays(cmt, home, at_terminal, editor):
    result = at_terminal("journal", "add", EDITOR=editor(f'echo {MARKER} > "$1"; exit 1'))
    assert (result.code, result.out) == (1, "")
    [left] = left_in(home)
    assert left.read_text(encoding="utf-8") == f"{MARKER}\n"
    assert str(left) in result.err
    assert MARKER not in result.err
    assert texts(cmt) == []


def test_an_editor_that_cannot_be_started_is_a_sentence(cmt, home, at_terminal):
    result = at_terminal("journal", "add", EDITOR="/no/such/editor")
    assert (result.code, result.out) == (1, "")
    assert "EDITOR" in result.err
    assert left_in(home) == []


@pytest.mark.parametrize("script", ['printf "nul \\0 in it\\n" > "$1"', 'printf "caf\\351\\n" > "$1"'], ids=["nul", "no UTF-8"])
@pytest.mark.parametrize("command", [("add",), ("edit", "1")], ids=" ".join)
def test_what_an_editor_wrote_that_is_no_text_is_refused_and_stays_as_it_was(cmt, home, at_terminal, editor, command, script):
    cmt("journal", "add", "before")
    result = at_terminal("journal", *command, "--json", EDITOR=editor(script))
    assert (result.code, result.out) == (2, "")
    assert "Something went wrong" not in result.err
    kept = [path.read_bytes() for path in (*drafts.left_over(home), *left_in(home))]
    assert b"nul \0 in it\n" in kept or b"caf\xe9\n" in kept
    assert texts(cmt) == ["before"]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ANY.filter(str.strip))
def test_any_text_comes_back_from_the_editor(at_terminal, tmp_path, text):
    (tmp_path / "written").write_bytes(f"{text}\n".encode())
    result = at_terminal("journal", "add", "--json", EDITOR=f"cp '{tmp_path / 'written'}'")
    assert result.json["entry"]["text"] == text


@pytest.mark.parametrize("state", ["broken", "newer"])
def test_a_file_that_cannot_be_used_is_said_before_anything_is_written(home, tmp_path, at_terminal, editor, state):
    home.mkdir()
    with closing(sqlite3.connect(home / file.FILE)) as connection:
        connection.execute("PRAGMA user_version = 99")
    if state == "broken":
        (home / file.FILE).write_bytes(b"not a data file at all, whatever its name says")
    result = at_terminal("journal", "add", EDITOR=editor(f'touch "{tmp_path}/it was opened"'), typed="words\n.\n")
    assert (result.code, result.out) == (1, "")
    assert not (tmp_path / "it was opened").exists()


def test_a_time_that_cannot_be_is_said_before_anything_is_written(tmp_path, at_terminal, editor):
    result = at_terminal("journal", "add", "--at", "2099-01-01", EDITOR=editor(f'touch "{tmp_path}/it was opened"'))
    assert (result.code, result.out) == (2, "")
    assert not (tmp_path / "it was opened").exists()


def other_terminal(home, statement):
    """A line of shell that does something to the record while the editor is open."""
    return f'{sys.executable} -c \'import sqlite3; c = sqlite3.connect("{home / file.FILE}"); c.execute("{statement}"); c.commit()\''


def test_what_another_terminal_changed_meanwhile_stays(cmt, home, at_terminal, editor):
    cmt("journal", "add", "before", "--mood", "5")
    script = f'{other_terminal(home, "UPDATE entries SET pain = 9")}; echo {MARKER} > "$1"'
    assert at_terminal("journal", "edit", "1", EDITOR=editor(script)).code == 0
    assert [(one["text"], one["pain"], one["mood"]) for one in everything(cmt)] == [(MARKER, 9, 5)]


def test_words_for_an_entry_that_was_deleted_meanwhile_are_not_lost(cmt, home, at_terminal, editor):
    cmt("journal", "add", "before")
    result = at_terminal("journal", "edit", "1", EDITOR=editor(f'{other_terminal(home, "DELETE FROM entries")}; echo {MARKER} > "$1"'))
    assert (result.code, result.out) == (1, "")
    assert "journal list" in result.err
    assert drafts_in(home)[0].strip() == MARKER


# Typed in place


def test_lines_are_taken_up_to_a_full_stop_alone(cmt, home, at_terminal):
    result = at_terminal("journal", "add", "--mood", "5", "--json", typed="It rained.\n\n. not the end\n.\nnot read\n")
    assert result.code == 0
    assert [(one["text"], one["mood"]) for one in everything(cmt)] == [("It rained.\n\n. not the end", 5)]
    assert drafts_in(home) == []


def test_how_it_ends_is_said_before_anything_is_typed(at_terminal):
    result = at_terminal("journal", "add", typed="")
    assert "full stop" in result.out
    assert "Nothing was written" in result.out
    assert result.code == 0


@pytest.mark.parametrize("typed", ["", ".\n", "\n \n.\n"], ids=repr)
def test_nothing_typed_is_nothing_stored_and_no_draft(cmt, home, at_terminal, typed):
    result = at_terminal("journal", "add", typed=typed)
    assert (result.code, result.err) == (0, "")
    assert texts(cmt) == []
    assert drafts_in(home) == []


def test_the_end_of_input_ends_the_words_too(cmt, at_terminal):
    at_terminal("journal", "add", "--json", typed="one\ntwo")
    assert texts(cmt) == ["one\ntwo"]


def test_a_dash_at_a_terminal_is_typed_in_place(cmt, at_terminal):
    at_terminal("journal", "add", "-", "--json", typed="one\n.\ntwo\n", EDITOR="/no/such/editor")
    assert texts(cmt) == ["one"]


def test_edit_without_an_editor_says_that_the_words_are_typed_anew(cmt, at_terminal):
    cmt("journal", "add", "before")
    result = at_terminal("journal", "edit", "1", typed=f"{MARKER}\n.\n")
    assert "take the place" in result.out
    assert texts(cmt) == [MARKER]


class Watched(Tty):
    """Somebody typing, who looks into the folder before every line."""

    def __init__(self, home, *lines):
        super().__init__()
        self.home = home
        self.lines = list(lines)
        self.seen = []

    def readline(self, *_):
        self.seen.append(drafts_in(self.home))
        line = self.lines.pop(0)
        if isinstance(line, str):
            return line
        raise line


def test_each_line_is_in_the_draft_before_the_next_is_typed(home, at_terminal):
    typed = Watched(home, "one\n", "\n", "two\n", ".\n")
    assert at_terminal("journal", "add", "--json", typed=typed).code == 0
    assert typed.seen == [[], ["one\n"], ["one\n\n"], ["one\n\ntwo\n"]]
    assert drafts_in(home) == []


@pytest.mark.parametrize(
    ("stop", "code"),
    [(KeyboardInterrupt(), 130), (Signalled(Exit.HANG_UP), 129), (Signalled(Exit.TERMINATED), 143), (ZeroDivisionError(MARKER), 1)],
    ids=["ctrl-c", "hang-up", "term", "error"],
)
def test_whatever_stops_the_typing_leaves_the_draft_and_says_where(cmt, home, at_terminal, stop, code):
    result = at_terminal("journal", "add", typed=Watched(home, f"{MARKER}\n", "two\n", stop))
    assert result.code == code
    [draft] = drafts.left_over(home)
    assert draft.read_text(encoding="utf-8") == f"{MARKER}\ntwo\n"
    assert str(draft) in result.err
    assert MARKER not in result.err
    assert texts(cmt) == []


class Gone(Watched):
    """A terminal whose window was closed: it says that input ended, and is none any more."""

    def isatty(self):
        return bool(self.lines)

    def readline(self, *_):
        return self.lines.pop(0) if self.lines else ""


def test_the_end_of_a_terminal_that_is_gone_is_no_end_of_the_words(cmt, home, at_terminal):
    result = at_terminal("journal", "add", typed=Gone(home, f"{MARKER}\n", "two\n"))
    assert result.code == 129
    assert drafts_in(home) == [f"{MARKER}\ntwo\n"]
    assert texts(cmt) == []


def test_a_stop_before_the_first_line_tells_of_no_draft(home, at_terminal):
    result = at_terminal("journal", "add", typed=Watched(home, KeyboardInterrupt()))
    assert (result.code, result.err) == (130, "Stopped before it was stored.\n")
    assert drafts_in(home) == []


def test_typed_words_that_are_no_text_are_refused_and_in_the_draft(cmt, home, at_terminal):
    result = at_terminal("journal", "add", typed="nul \0 in it\n.\n")
    assert result.code == 2
    [draft] = drafts.left_over(home)
    assert str(draft) in result.err
    assert draft.read_bytes() == b"nul \0 in it\n"
    assert texts(cmt) == []


@pytest.mark.parametrize("letter", ["a", "\u0105", "\u8170", "\U0001f327"])
def test_a_line_that_filled_the_terminal_is_said_and_kept_up_to_its_last_whole_letter(cmt, home, at_terminal, letter):
    cut = (letter * 5000).encode()[:4094] + b"\n"
    typed = io.TextIOWrapper(io.BytesIO(cut + b"more\n.\n"), encoding="utf-8")
    typed.isatty = lambda: True
    cmt.changes.update(stdin=typed, interactive=True)
    result = cmt("journal", "add", "--json")
    cmt.changes.clear()
    assert result.code == 0
    assert "its end may be missing" in result.err
    assert texts(cmt) == [letter * (4094 // len(letter.encode())) + "\nmore"]


# A pipe into a process of its own


@pytest.fixture
def piped(tmp_path):
    def run(data, *args, **environ):
        world = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "CMT_HOME": str(tmp_path / "home"), "TZ": "UTC", **environ}
        return subprocess.run([sys.executable, "-m", "cmt_cli", *args], cwd=ROOT, env=world, input=data, capture_output=True, check=False)

    return run


@pytest.mark.parametrize(
    "data",
    [b"one\r\ntwo\r\n", b"\xe2\x80\xaepain \xd7\x90 \xf0\x9f\x8c\xa7\n", b"one\rtwo\x85\x0c".replace(b"\x85", b"\xc2\x85")],
    ids=["crlf", "right to left", "odd line ends"],
)
def test_a_pipe_is_kept_as_it_came(piped, data):
    result = piped(data, "journal", "add", "-", "--json")
    assert (result.returncode, result.stderr) == (0, b"")
    text = data.decode()
    assert json.loads(result.stdout)["entry"]["text"] == text.removesuffix("\n").removesuffix("\r")


@pytest.mark.parametrize(
    "environ", [{}, {"PYTHONIOENCODING": "utf-8:strict"}, {"PYTHONUTF8": "0", "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0"}], ids=str
)
@pytest.mark.parametrize("data", [b"caf\xe9\n", b"nul \0 in it\n"], ids=["no UTF-8", "nul"])
def test_a_pipe_of_no_text_is_refused_and_is_in_a_draft_byte_by_byte(piped, tmp_path, data, environ):
    result = piped(data, "journal", "add", **environ)
    assert (result.returncode, result.stdout) == (2, b"")
    assert b"Something went wrong" not in result.stderr
    [draft] = drafts.left_over(tmp_path / "home")
    assert str(draft).encode() in result.stderr
    assert draft.read_bytes() == data


# At a real terminal


@pytest.fixture
def sit(home):
    open_ones = []

    def down(*args, **environ):
        open_ones.append(Terminal(home, *args, env={"PROMPT_TOOLKIT_NO_CPR": "1", **environ}))
        return open_ones[-1]

    yield down
    for one in open_ones:
        one.close()


def test_ctrl_c_keeps_what_was_typed_and_says_where(cmt, home, sit):
    terminal = sit("journal", "add").type(MARKER).type("two")
    terminal.write(CTRL_C)
    assert terminal.ends() == 130
    [draft] = drafts.left_over(home)
    assert "".join(str(draft).split()) in "".join(terminal.said.split())
    assert draft.read_text(encoding="utf-8") == f"{MARKER}\ntwo\n"
    assert texts(cmt) == []


def test_a_closed_terminal_keeps_what_was_typed(cmt, home, sit):
    terminal = sit("journal", "add").type(MARKER).type("two")
    assert terminal.hang_up() == 129
    assert drafts_in(home) == [f"{MARKER}\ntwo\n"]
    assert texts(cmt) == []


def test_a_line_that_is_too_long_for_the_terminal_is_said_and_not_lost(cmt, sit):
    terminal = sit("journal", "add").type("first").type("\u0105" * 3000)
    terminal.wait_for("its end may be missing")
    terminal.type("last").type(".")
    terminal.wait_for("is kept for")
    first, long, last = texts(cmt)[0].split("\n")
    assert (first, last) == ("first", "last")
    assert set(long) == {"\u0105"}
    assert len(long) > 2000


@pytest.mark.parametrize("answer", ["n", "q", "\r"], ids=["no", "q", "enter"])
@pytest.mark.parametrize("has_editor", [True, False])
def test_after_an_entry_it_may_be_left_without_a_thought(cmt, home, sit, editor, answer, has_editor):
    terminal = sit("journal", "add", **({"EDITOR": editor(f'echo {MARKER} > "$1"')} if has_editor else {}))
    if not has_editor:
        terminal.type(MARKER).type(".")
    terminal.wait_for("Diary entry 1 is kept")
    terminal.press(answer)
    assert terminal.ends() == 0
    assert "Something went wrong" not in terminal.words
    assert "not stored" not in terminal.words
    assert texts(cmt) == [MARKER]
    assert drafts_in(home) == []


@pytest.mark.parametrize("stop", [CTRL_C, CTRL_D], ids=["ctrl-c", "ctrl-d"])
def test_a_stop_after_an_entry_does_not_say_that_it_was_lost(cmt, home, sit, editor, stop):
    terminal = sit("journal", "add", EDITOR=editor(f'echo {MARKER} > "$1"'))
    terminal.wait_for("Diary entry 1 is kept")
    terminal.settle().write(stop)
    assert terminal.ends() == (130 if stop == CTRL_C else 0)
    assert "Nothing was stored" not in terminal.words
    assert "before it was stored" not in terminal.words
    assert texts(cmt) == [MARKER]
    assert drafts_in(home) == []


def test_ctrl_c_is_the_editors_own_while_it_is_open(cmt, sit, editor):
    terminal = sit(
        "journal",
        "add",
        "--json",
        EDITOR=editor(f'trap : INT; echo {MARKER} > "$1"; echo open; read line; echo went on; read line; exit 0'),
    )
    terminal.wait_for("open")
    terminal.write(CTRL_C)
    terminal.write("\r")  # for an editor that was not yet reading when Ctrl-C came
    terminal.wait_for("went on")
    terminal.write("\r")
    assert terminal.ends() == 0
    assert texts(cmt) == [MARKER]


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM], ids=lambda number: number.name)
def test_an_end_while_the_editor_is_open_says_where_the_words_are(cmt, home, sit, editor, number):
    terminal = sit("journal", "add", EDITOR=editor(f'echo {MARKER} > "$1"; echo open; read line'))
    terminal.wait_for("open")
    terminal.signal(number)
    assert terminal.ends() == 128 + number
    [left] = [*left_in(home), *drafts.left_over(home)]
    assert left.read_text(encoding="utf-8") == f"{MARKER}\n"
    assert "".join(str(left).split()) in "".join(terminal.transcript.split())
    assert texts(cmt) == []


def test_a_delete_asks_and_the_default_is_no(cmt, sit):
    cmt("journal", "add", MARKER)
    terminal = sit("journal", "delete", "1")
    terminal.wait_for("Delete diary entry 1 of Mon 5 Jan 2026 19:00?")
    assert MARKER not in terminal.words
    terminal.press("\r")
    assert terminal.ends() == 0
    assert "Nothing was deleted." in terminal.words
    assert texts(cmt) == [MARKER]
