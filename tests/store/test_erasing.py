"""What still holds a record's words, what is removed with it, and that nothing of them is left in the file."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from datetime import date, datetime

import pytest
from asked import files_with

from cmt_cli.base.records import CheckIn, Entry, Started
from cmt_cli.store import checkins, drafts, entries, erasing, sessions, thoughts
from cmt_cli.store.checking import damage
from cmt_cli.store.file import FILE, STEPS_KEPT, back_up, opened, writing

AT = datetime.fromisoformat("2026-01-05T19:00:00+00:00")
DAY = date(2026, 1, 5)
ON = Started("compassion", "A title", "1.0", "")


@pytest.fixture
def home(tmp_path):
    return tmp_path / "home"


@pytest.fixture
def connection(home):
    with opened(home, "a command", "2026-01-05T19:00:00+00:00") as connection:
        connection.execute("PRAGMA synchronous = OFF")
        yield connection


def command(connection, change, *given, **named):
    connection.step = None
    with writing(connection):
        return change(connection, *given, **named)


def add(connection, text, session=None):
    return command(connection, entries.add, Entry(0, AT, DAY, text), session).id


def catch(connection, text, entry=None, session=None):
    return command(connection, thoughts.catch, text, True, session, AT, DAY, entry=entry)


def forget(connection, home, kind, number):
    """As `--forever --everywhere` does it."""
    others = erasing.elsewhere(connection, home, kind, number)
    own = erasing.own_drafts(connection, home, kind, number)
    connection.doing = ""
    with writing(connection):
        erasing.forget(connection, kind, number)
        erasing.forget_elsewhere(connection, others)
    erasing.remove([*own, *others.drafts, *others.backups])
    erasing.scrub(connection)


def draft(home, *lines):
    return drafts._keep(home, lines, AT)


# What holds the words


def test_nothing_else_holds_the_words_of_an_entry_of_its_own(connection, home):
    add(connection, "the words of one")
    add(connection, "the words of another")
    catch(connection, "the words of one")
    assert erasing.elsewhere(connection, home, "entries", 1) == erasing.Elsewhere()


@pytest.mark.parametrize("deleted", ["neither", "the thought", "the entry", "both"])
def test_a_thought_made_from_an_entry_is_named_deleted_or_not(connection, home, deleted):
    add(connection, "You hold everyone up. It rained.")
    catch(connection, "You hold everyone up.", entry=1)
    if deleted in ("the thought", "both"):
        command(connection, thoughts.delete, 1)
    if deleted in ("the entry", "both"):
        command(connection, entries.delete, 1)
    assert erasing.elsewhere(connection, home, "entries", 1).thoughts == (1,)


def test_the_entry_a_thought_was_picked_from_and_the_same_pick_again_are_named(connection, home):
    add(connection, "You hold everyone up. It rained.")
    catch(connection, "You hold everyone up.", entry=1)
    catch(connection, "You hold everyone up.", entry=1)
    catch(connection, "It rained.", entry=1)
    found = erasing.elsewhere(connection, home, "thoughts", 1)
    assert (found.entries, found.thoughts) == ((1,), (2,))


def test_an_entry_that_never_had_the_words_of_its_thought_is_not_named(connection, home):
    add(connection, "A long wait.")
    catch(connection, "You hold everyone up.", entry=1)
    assert erasing.elsewhere(connection, home, "thoughts", 1).entries == ()


def test_lines_kept_in_the_same_session_are_named_as_they_are_or_were(connection, home):
    session = command(connection, sessions.begin, ON, AT, DAY, 1, "whole")
    for value in ("A line of the letter.", None):
        command(connection, sessions.answer, session, "letter.letter", value, AT, DAY)
    command(connection, sessions.answer, session, "line", "A line of the letter.", AT, DAY)
    command(connection, sessions.answer, session, "wind", "3", AT, DAY)
    command(connection, sessions.answer, session, "shell", "something of its own", AT, DAY)
    add(connection, "A line of the letter.\nAnd 3 more lines.", session)
    letter, line = (row[0] for row in connection.execute("SELECT id FROM answers WHERE step LIKE 'l%' ORDER BY id"))
    assert erasing.elsewhere(connection, home, "entries", 1).answers == (letter, line)


def test_backups_are_named(connection, home):
    add(connection, "words")
    backup = back_up(connection, home, "import")
    for kind in ("entries", "thoughts", "checkins"):
        assert erasing.elsewhere(connection, home, kind, 1).backups == (backup,)


def test_a_draft_of_these_words_alone_goes_with_them(connection, home):
    add(connection, "You hold\neveryone   up. It rained.")
    own = draft(home, "You", "hold", "everyone", "up.")
    assert erasing.own_drafts(connection, home, "entries", 1) == [own]
    assert erasing.elsewhere(connection, home, "entries", 1).drafts == ()


def test_a_draft_with_more_in_it_is_named_and_not_removed_with_them(connection, home):
    add(connection, "You hold everyone up.")
    more = draft(home, "You hold everyone up.", "And a thing that was stored nowhere else.")
    assert erasing.own_drafts(connection, home, "entries", 1) == []
    assert erasing.elsewhere(connection, home, "entries", 1).drafts == (more,)


@pytest.mark.parametrize("lines", [("Something else.",), ("a", "b", "up"), ("",)], ids=str)
def test_other_drafts_are_left_alone(connection, home, lines):
    add(connection, "You hold everyone there.")
    draft(home, *lines, "that nobody stored")
    assert erasing.own_drafts(connection, home, "entries", 1) == []
    assert erasing.elsewhere(connection, home, "entries", 1).drafts == ()


def test_what_an_editor_left_behind_is_a_draft_too(connection, home):
    folder = home / "writing" / "abc"
    folder.mkdir(parents=True)
    (folder / "words.txt").write_text("You hold everyone up.\n")
    (folder / ".words.txt.swp").write_bytes(b"b0VIM\0\xff\0You hold everyone up.\0")
    add(connection, "You hold everyone up.")
    assert erasing.own_drafts(connection, home, "entries", 1) == [folder / "words.txt"]
    assert erasing.elsewhere(connection, home, "entries", 1).drafts == (folder / ".words.txt.swp",)


# That nothing is left


def test_every_road_of_the_words_of_an_entry_is_closed(connection, home):
    session = command(connection, sessions.begin, ON, AT, DAY, 1, "whole")
    for value in ("zwergpinguine here", "quokkaword here", None):
        command(connection, sessions.answer, session, "letter.letter", value, AT, DAY)
    add(connection, "zwergpinguine here", session)
    command(connection, entries.change, entries.find(connection, 1)._replace(text="quokkaword here, and zwergpinguine"))
    catch(connection, "numbatword", entry=1, session=session)
    command(connection, thoughts.reply, 1, "wombatword", AT, DAY, DAY)
    command(connection, thoughts.change, thoughts.find(connection, 1)._replace(text="dingoword", label="bilbyword"))
    command(connection, thoughts.delete, 1)
    command(connection, entries.delete, 1)
    draft(home, "quokkaword here")
    draft(home, "zwergpinguine here", "and a thing of its own")
    back_up(connection, home, "import")
    pieces = ("zwergping", "quokkaw", "numbatw", "wombatw", "dingow", "bilbyw")
    assert len(files_with(home, *pieces)) == 3
    forget(connection, home, "entries", 1)
    assert files_with(home, *pieces) == []
    assert damage(connection) == ("", False, False)


def test_the_words_of_a_check_in_go_with_every_image_of_it(connection, home):
    command(connection, checkins.add, CheckIn(0, AT, DAY, pain=4, more="quokkaword", used_in_life="wombatword"))
    command(connection, checkins.change, CheckIn(1, AT, DAY, pain=4, more="numbatword"))
    command(connection, checkins.delete, 1)
    draft(home, "quokkaword")
    forget(connection, home, "checkins", 1)
    assert files_with(home, "quokkaw", "wombatw", "numbatw") == []


def test_a_thought_that_is_left_forgets_the_entry_it_came_from_in_its_images_too(connection, home):
    add(connection, "words")
    catch(connection, "other", entry=1)
    command(connection, thoughts.change, thoughts.find(connection, 1)._replace(label="x"))
    connection.doing = ""
    with writing(connection):
        erasing.forget(connection, "entries", 1)
    images = connection.execute("SELECT json_extract(before, '$.entry_id') FROM images WHERE before IS NOT NULL").fetchall()
    assert {row[0] for row in images} == {None}


def test_the_index_holds_no_stem_and_no_folded_form_of_it(connection, home):
    add(connection, "Żółwiowanie zwergpinguinings can't")
    assert len(files_with(home, "zolwiow", "zwergping")) == 1
    forget(connection, home, "entries", 1)
    assert files_with(home, "zolwiow", "Żółwi", "zwergping", "can't", "cant") == []


def test_after_a_delete_that_undo_no_longer_holds_the_words_are_nowhere(connection, home):
    """Many entries of many lengths, so that the file is cut up and joined again in every way."""
    chance = random.Random(4)
    for number in range(80):
        add(connection, f"secret{number}x " * chance.choice([1, 3, 40, 400]))
    for number in range(1, 21):
        command(connection, entries.change, entries.find(connection, number)._replace(text=f"changed{number}x " * chance.choice([1, 40])))
    gone = chance.sample(range(1, 81), 40)
    for number in gone:
        command(connection, entries.delete, number)
    for _ in range(STEPS_KEPT):
        command(connection, checkins.add, CheckIn(0, AT, DAY, pain=3))
    data = (home / FILE).read_bytes()
    kept = set(range(1, 81)) - set(gone)
    left = [number for number in range(1, 81) if f"secret{number - 1}x".encode() in data and not (number in kept and number > 20)]
    left += [number for number in gone if f"changed{number}x".encode() in data]
    assert left == []
    assert damage(connection) == ("", False, False)


def test_until_then_undo_holds_them(connection, home):
    add(connection, "quokkaword")
    command(connection, entries.delete, 1)
    for _ in range(STEPS_KEPT - 1):
        command(connection, checkins.add, CheckIn(0, AT, DAY, pain=3))
    assert files_with(home, "quokkaw") == [FILE]
    command(connection, checkins.add, CheckIn(0, AT, DAY, pain=3))
    assert files_with(home, "quokkaw") == []


def test_what_is_left_can_still_be_read_and_taken_back(connection, home):
    for text in ("one", "two", "three"):
        add(connection, text)
    command(connection, entries.delete, 3)
    forget(connection, home, "entries", 2)
    with closing(sqlite3.connect(home / FILE)) as beside:
        assert beside.execute("SELECT text FROM entries").fetchall() == [("one",)]
        assert beside.execute("SELECT kind, record FROM images ORDER BY id").fetchall() == [("entries", 1), ("entries", 3), ("entries", 3)]
        assert beside.execute("SELECT count(*) FROM steps").fetchone() == (3,)
