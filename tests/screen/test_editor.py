"""The person's editor: what it wrote, what it leaves behind, and how it fails."""

from __future__ import annotations

import os
import stat

import pytest

from cmt_cli.base.faults import Fault
from cmt_cli.screen.editor import FOLDER, Editor


@pytest.fixture
def editor(tmp_path):
    """An editor that is a few lines of shell; the file it opens is $1."""

    def made(script):
        path = tmp_path / "an editor"
        path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        path.chmod(0o755)
        return Editor(f"'{path}' --wait", tmp_path / "home", {"PATH": os.environ["PATH"]})

    return made


def left_in(editor):
    folder = editor.home / FOLDER
    return [path for path in folder.rglob("*") if path.is_file()] if folder.exists() else []


def test_what_was_written_is_given_and_nothing_stays_behind(editor):
    one = editor('printf "more\\n" >> "$2"')
    with one.wrote("begun ") as written:
        assert written == "begun more\n"
        assert left_in(one)
    assert left_in(one) == []


@pytest.mark.parametrize("script", ["true", 'rm "$2"'])
def test_an_unchanged_or_deleted_file_is_nothing_written(editor, script):
    with editor(script).wrote("begun") as written:
        assert written is None


def test_the_file_its_folder_and_its_temporary_files_are_private(editor, tmp_path):
    one = editor(f'ls -ld "$2" "$TMPDIR" | cut -c1-10 > {tmp_path}/modes; echo x > "$2"; echo "$TMPDIR" >> {tmp_path}/modes')
    with one.wrote(""):
        pass
    modes = (tmp_path / "modes").read_text(encoding="utf-8").split()
    assert sorted(modes[:2]) == ["-rw-------", "drwx------"]
    assert modes[2].startswith(str(one.home / FOLDER))
    assert stat.S_IMODE((one.home / FOLDER).stat().st_mode) == 0o700


def test_when_what_follows_fails_the_words_stay(editor):
    one = editor('echo dear > "$2"')
    with pytest.raises(ZeroDivisionError), one.wrote(""):
        raise ZeroDivisionError
    assert [path.read_text(encoding="utf-8") for path in left_in(one)] == ["dear\n"]


def test_an_editor_that_fails_says_so_and_keeps_what_was_changed(editor):
    one = editor('echo dear > "$2"; exit 3')
    with pytest.raises(Fault, match=r"ended with an error \(3\).*kept in") as failed, one.wrote(""):
        pass
    assert str(left_in(one)[0]) in failed.value.sentence


def test_one_that_fails_without_a_change_leaves_nothing(editor):
    one = editor("exit 1")
    with pytest.raises(Fault, match="Nothing was written"), one.wrote("begun"):
        pass
    assert left_in(one) == []


@pytest.mark.parametrize("command", ["/no/such/editor", "'unclosed"])
def test_one_that_cannot_be_started_leaves_nothing(tmp_path, command):
    one = Editor(command, tmp_path / "home", {})
    with pytest.raises(Fault, match="could not be started"), one.wrote(""):
        pass
    assert left_in(one) == []


def test_bytes_that_are_no_utf8_are_given_as_they_are(editor):
    with editor('printf "caf\\351" > "$2"').wrote("") as written:
        assert written == "caf\udce9"


def test_a_folder_that_cannot_be_made_is_a_sentence(tmp_path):
    (tmp_path / "home").write_text("in the way", encoding="utf-8")
    with pytest.raises(Fault, match="No place could be made"), Editor("true", tmp_path / "home", {}).wrote(""):
        pass
