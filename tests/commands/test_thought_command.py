"""`cmt thought` by flags: add, list, show, edit, retire, delete, in words and in JSON."""

from __future__ import annotations

import pytest

from cmt_cli.base.words import thought as words

KEYS = ["id", "at", "day", "label", "text", "entry_id", "state", "due_on", "replies"]
REPLY_KEYS = ["id", "at", "text", "warmth", "belief_before", "belief_after"]
ANSWERED = ("you hold everyone up", "--label", "the queue", "--reply", "You hurt, and you waited.")
MEASURED = ("--warmth", "6", "--belief-before", "8", "--belief-after", "5")


def kept(cmt, *args):
    return cmt("thought", "add", *args, "--json").json["thought"]


def all_of(cmt):
    return cmt("thought", "list", "--json").json["thoughts"]


def shown(cmt, number=1):
    return cmt("thought", "show", str(number), "--json").json["thought"]


# Add


def test_everything_that_is_given_is_kept(cmt):
    cmt("journal", "add", "A long wait.")
    thought = kept(cmt, *ANSWERED, *MEASURED, "--from", "1")
    assert list(thought) == KEYS
    assert thought["replies"] == [
        {
            "id": 1,
            "at": "2026-01-05T19:00:00+00:00",
            "text": "You hurt, and you waited.",
            "warmth": 6,
            "belief_before": 8,
            "belief_after": 5,
        }
    ]
    assert {name: thought[name] for name in KEYS[:-1]} == {
        "id": 1,
        "at": "2026-01-05T19:00:00+00:00",
        "day": "2026-01-05",
        "label": "the queue",
        "text": "you hold everyone up",
        "entry_id": 1,
        "state": "active",
        "due_on": "2026-01-08",
    }


def test_what_is_not_given_is_null_and_a_thought_without_a_reply_is_never_due(cmt):
    thought = kept(cmt, "not", "good", "enough")
    assert thought["text"] == "not good enough"
    assert [thought[name] for name in ("label", "entry_id", "due_on", "replies")] == [None, None, None, []]


def test_one_that_is_left_be_is_not_brought_back_whatever_the_reply(cmt):
    thought = kept(cmt, *ANSWERED, "--leave-be")
    assert (thought["state"], thought["due_on"]) == ("active", None)


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("no",), words.WITHOUT_REPLY),
        (ANSWERED, words.COMES_BACK.format(day="8 January")),
        ((*ANSWERED, "--leave-be"), words.LEFT_BE),
    ],
    ids=["without a reply", "with one", "left be"],
)
def test_the_answer_says_its_number_and_when_it_comes_back(cmt, args, said):
    result = cmt("thought", "add", *args)
    assert (result.code, result.err) == (0, "")
    assert result.out == f"{words.KEPT.format(number=1)} {said}\n"


def test_the_words_may_come_by_a_pipe_so_that_they_need_not_enter_shell_history(cmt):
    result = cmt("thought", "add", "-", "--json", stdin="  you hold\neveryone up\n")
    assert result.json["thought"]["text"] == "you hold\neveryone up"


def test_words_after_a_double_dash_may_begin_with_a_dash(cmt):
    assert cmt("thought", "add", "--json", "--", "--not", "good").json["thought"]["text"] == "--not good"


@pytest.mark.parametrize("given", ["", "  \n"])
def test_nothing_is_no_thought(cmt, given):
    result = cmt("thought", "add", stdin=given)
    assert (result.code, result.out) == (2, "")
    assert all_of(cmt) == []


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (("words", "--warmth", "6"), 2),
        (("words", "--belief-before", "6"), 2),
        (("words", "--reply", "no", "--warmth", "11"), 2),
        (("words", "--from", "7"), 1),
        (("words", "--from", "0"), 2),
        (("wo\0rds",), 2),
        (("words", "--reply", "no\0"), 2),
        (("words", "--label", "no\0"), 2),
        (("wo\udcffrds",), 2),
    ],
    ids=ascii,
)
def test_what_cannot_be_is_refused_in_a_sentence_and_nothing_is_kept(cmt, args, code):
    result = cmt("thought", "add", *args)
    assert (result.code, result.out) == (code, "")
    assert "Traceback" not in result.err
    assert all_of(cmt) == []


def test_words_that_were_refused_are_in_a_draft_and_never_in_the_error(cmt, home):
    result = cmt("thought", "add", "quokka", "--reply", "wombat", "--from", "7")
    (draft,) = (home / "drafts").glob("*.txt")
    assert str(draft) in result.err
    assert "quokka" in draft.read_text()
    assert "wombat" in draft.read_text()
    assert "quokka" not in result.err


# List, show and the best replies


def test_the_list_shows_names_and_best_replies_and_keeps_the_thoughts_back(cmt):
    kept(cmt, *ANSWERED)
    kept(cmt, "not good enough")
    result = cmt("thought", "list")
    assert [line.split("\t")[0] for line in result.out.splitlines()] == ["2", "1"]
    assert "You hurt, and you waited." in result.out
    assert "hold everyone up" not in result.out
    assert "not good enough" not in result.out


def test_the_list_in_a_terminal_shows_names_and_replies_and_not_the_thoughts(cmt):
    kept(cmt, *ANSWERED)
    kept(cmt, "not good enough")
    result = cmt("thought", "list", stdout_is_terminal=True, width=100)
    assert "the queue" in result.out
    assert "a thought of 5 January" in result.out
    assert "hold everyone up" not in result.out
    assert "not good enough" not in result.out


def test_full_shows_the_thoughts_too(cmt):
    kept(cmt, *ANSWERED)
    assert cmt("thought", "list", "--full").out.splitlines()[0].endswith("\tyou hold everyone up")


def test_json_has_every_thought_whole_newest_first(cmt):
    first, second = kept(cmt, *ANSWERED), kept(cmt, "not good enough")
    assert all_of(cmt) == [second, first]
    assert list(all_of(cmt)[1]["replies"][0]) == REPLY_KEYS


@pytest.mark.parametrize("args", [("list",), ("list", "--best"), ("list", "--full")], ids=" ".join)
def test_nothing_yet_is_no_error_and_makes_nothing(cmt, home, args):
    result = cmt("thought", *args)
    assert (result.code, result.out, result.err) == (0, "", "")
    assert cmt("thought", *args, "--json").json == {"schema_version": 1, "thoughts": []}
    assert not home.exists()


def test_best_is_the_five_strongest_replies_one_a_thought_and_none_of_a_retired_one(cmt):
    for warmth in range(1, 8):
        kept(cmt, f"thought {warmth}", "--reply", f"reply {warmth}", "--warmth", str(warmth))
    cmt("thought", "retire", "7")
    assert cmt("thought", "list", "--best").out.splitlines() == [f"reply {warmth}" for warmth in (6, 5, 4, 3, 2)]
    assert [one["id"] for one in cmt("thought", "list", "--best", "--json").json["thoughts"]] == [2, 3, 4, 5, 6]


def test_show_has_the_thought_its_replies_and_when_it_comes_back(cmt):
    kept(cmt, *ANSWERED, *MEASURED)
    result = cmt("thought", "show", "1")
    for said in ("you hold everyone up", "the queue", "You hurt, and you waited.", "Warmth 6.", "8 January"):
        assert said in result.out


# Edit and retire


def test_edit_changes_what_is_named_and_leaves_the_rest(cmt):
    before = kept(cmt, *ANSWERED, *MEASURED)
    after = cmt("thought", "edit", "1", "--text", "you are slow", "--json").json["thought"]
    assert after == before | {"text": "you are slow"}
    assert shown(cmt) == after


def test_edit_changes_the_latest_reply_and_its_warmth(cmt):
    kept(cmt, *ANSWERED, *MEASURED)
    after = cmt("thought", "edit", "1", "--reply", "You were in pain.", "--warmth", "9", "--json").json["thought"]
    (reply,) = after["replies"]
    assert (reply["text"], reply["warmth"], reply["belief_before"], reply["belief_after"]) == ("You were in pain.", 9, 8, 5)


def test_a_first_reply_given_by_edit_brings_the_thought_back_in_three_days(cmt):
    kept(cmt, "not good enough")
    cmt.later(days=2)
    after = cmt("thought", "edit", "1", "--reply", "Enough for today.", "--json").json["thought"]
    assert (after["due_on"], len(after["replies"])) == ("2026-01-10", 1)


def test_an_empty_label_takes_the_name_away(cmt):
    kept(cmt, *ANSWERED)
    assert cmt("thought", "edit", "1", "--label", "", "--json").json["thought"]["label"] is None


def test_retire_and_edit_to_retired_are_the_same_and_end_its_coming_back(cmt):
    for _ in range(2):
        kept(cmt, *ANSWERED)
    one = cmt("thought", "retire", "1", "--json").json["thought"]
    two = cmt("thought", "edit", "2", "--state", "retired", "--json").json["thought"]
    assert (one["state"], one["due_on"]) == (two["state"], two["due_on"]) == ("retired", None)


def test_one_that_was_left_be_retired_or_resting_is_woken_by_name(cmt):
    kept(cmt, *ANSWERED, "--leave-be")
    cmt("thought", "edit", "1", "--state", "resting")
    assert words.RESTS.format(number=1) in cmt("thought", "show", "1").out
    cmt.later(days=1)
    after = cmt("thought", "edit", "1", "--state", "active", "--json").json["thought"]
    assert (after["state"], after["due_on"]) == ("active", "2026-01-09")


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (("edit", "1"), 2),
        (("edit", "1", "--state", "gone"), 2),
        (("edit", "1", "--warmth", "4"), 1),
        (("edit", "9", "--label", "x"), 1),
        (("retire", "9"), 1),
        (("show", "9"), 1),
        (("delete", "9", "--yes"), 1),
        (("delete", "9", "--forever", "--yes"), 1),
        (("practise", "9", "--readily", "fairly"), 1),
        (("delete", "1"), 2),
        (("show", "one"), 2),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else str(value),
)
def test_what_cannot_be_done_is_said_and_changes_nothing(cmt, args, code):
    before = kept(cmt, "not good enough")
    result = cmt("thought", *args)
    assert (result.code, result.out) == (code, "")
    assert all_of(cmt) == [before]


def test_a_refused_edit_keeps_the_typed_words_in_a_draft(cmt, home):
    result = cmt("thought", "edit", "9", "--text", "quokka", "--reply", "wombat")
    (draft,) = (home / "drafts").glob("*.txt")
    assert draft.read_text().split() == ["quokka", "wombat"]
    assert "quokka" not in result.err


# Delete


def test_delete_takes_the_replies_with_it_and_answers_with_the_record(cmt):
    thought = kept(cmt, *ANSWERED)
    assert cmt("thought", "delete", "1", "--yes", "--json").json["thought"] == thought
    assert all_of(cmt) == []
    assert cmt("undo").code == 0
    assert all_of(cmt) == [thought]


def test_deleting_the_entry_it_came_from_leaves_the_thought(cmt):
    cmt("journal", "add", "you hold everyone up")
    kept(cmt, *ANSWERED, "--from", "1")
    cmt("journal", "delete", "1", "--yes")
    assert shown(cmt)["entry_id"] is None
    cmt("undo")
    assert shown(cmt)["entry_id"] == 1
