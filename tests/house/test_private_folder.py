"""House rule 11: one folder holds everything, and it is for its owner alone."""

from __future__ import annotations

import os
import stat

ARGS = (
    ("start", "--yes", "--country", "GB"),
    ("checkin", "--pain", "4", "--more", "words"),
    ("journal", "add", "words"),
    ("thought", "add", "words", "--reply", "words"),
    ("data", "import", "../diary.csv", "--yes"),
    ("journal", "delete", "1", "--forever", "--yes"),
    ("today", "--done"),
    ("today", "--rest"),
    ("settings", "people", "--add", "--name", "Sam", "--number", "07700 900123"),
)


def modes(folder):
    return {path.relative_to(folder): stat.S_IMODE(path.stat().st_mode) for path in (folder, *folder.rglob("*"))}


def test_whatever_is_kept_is_in_the_one_folder_with_0700_and_0600(whole, tmp_path):
    (tmp_path / "diary.csv").write_text("at,text\n2025-06-01 10:00,the garden\n", encoding="utf-8")
    for args in ARGS:
        assert whole(*args).code == 0
    assert {path.name for path in tmp_path.iterdir()} == {"home", "here", "diary.csv"}
    assert list((tmp_path / "here").iterdir()) == []
    for path, mode in modes(tmp_path / "home").items():
        assert mode == (0o700 if (tmp_path / "home" / path).is_dir() else 0o600), path


def test_a_draft_is_as_private(whole, tmp_path):
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "cmt.db").write_bytes(b"not a data file at all")
    (tmp_path / "home" / "cmt.db").chmod(0o600)
    assert whole("checkin", "--more", "words").code == 1
    assert whole("journal", "add", "words").code == 1
    for path, mode in modes(tmp_path / "home").items():
        assert mode == (0o700 if (tmp_path / "home" / path).is_dir() else 0o600), path


def test_a_process_of_its_own_keeps_everything_private_whatever_the_mask(program, tmp_path):
    before = os.umask(0)
    try:
        assert program("checkin", "--pain", "4").returncode == 0
    finally:
        os.umask(before)
    assert set(modes(tmp_path / "home").values()) == {0o700, 0o600}


def test_the_platforms_folder_is_used_without_cmt_home(program, tmp_path):
    assert program("checkin", "--pain", "4", env={"CMT_HOME": "", "XDG_DATA_HOME": str(tmp_path / "data")}).returncode == 0
    assert [path.parent.name for path in tmp_path.rglob("cmt.db")] == ["cmt"]
    assert not (tmp_path / "home").exists()
