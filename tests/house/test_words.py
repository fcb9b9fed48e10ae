"""House rule 13, and the sentences the program says: no streaks, no points, no blame, and none that is never said."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2] / "cmt_cli"
FILES = sorted((ROOT / "base" / "words").glob("*.py"))
CODE = [path for path in ROOT.rglob("*.py") if path.parent.name != "words"]
COUNTED = re.compile(
    r"\b(streaks?|missed|in a row|points?|badges?|score[sd]?|levels? up|failed|failure|you forgot|lapsed?|perfect|well done|keep it up)\b",
    re.IGNORECASE,
)
PROMISED = re.compile(
    r"\b(you (can|could) (still )?take|safe to|fine to|all clear|no risk|cure[sd]?|pain[- ]free|guarantee[sd]?)\b", re.IGNORECASE
)


def constants(path):
    """The names a words file gives, and every text in each."""
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
        for target in targets:
            texts = [one.value for one in ast.walk(node.value) if isinstance(one, ast.Constant) and isinstance(one.value, str)]
            yield target.id, texts


ALL = [(path, name, texts) for path in FILES for name, texts in constants(path)]


def named(value):
    return f"{value.stem}" if isinstance(value, Path) else value if isinstance(value, str) else ""


@pytest.fixture(scope="module")
def used():
    """(module, name) of every words constant that code outside the words reads."""
    found = set()
    for path in CODE:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        known = {}
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and node.module == "cmt_cli.base.words":
                known |= {alias.asname or alias.name: alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("cmt_cli.base.words."):
                found |= {(node.module.rpartition(".")[2], alias.name) for alias in node.names}
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in known:
                found.add((known[node.value.id], node.attr))
    return found


def test_there_are_words_to_look_at():
    assert len(ALL) > 150


@pytest.mark.parametrize("path", FILES, ids=named)
def test_every_sentence_is_said_somewhere(used, path):
    inside = {
        node.id
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)
    }
    assert [name for name, _ in constants(path) if (path.stem, name) not in used and name not in inside] == []


@pytest.mark.parametrize("path", FILES, ids=named)
def test_nothing_is_counted_praised_or_blamed(path):
    assert [text for _, texts in constants(path) for text in texts if COUNTED.search(text)] == []


# The one sentence that says the opposite of a promise, word for word as the issue of the notices has it.
FEW_RULES = "No notice does not mean no risk."


@pytest.mark.parametrize("path", FILES, ids=named)
def test_nothing_is_promised_and_no_dose_is_called_safe(path):
    assert [text for _, texts in constants(path) for text in texts if PROMISED.search(text.replace(FEW_RULES, ""))] == []


@pytest.mark.parametrize("path", FILES, ids=named)
def test_nobody_is_shouted_at(path):
    assert [text for _, texts in constants(path) for text in texts if re.search(r"\w!", text)] == []


@pytest.mark.parametrize("path", FILES, ids=named)
def test_every_sentence_can_be_shown_in_the_oldest_terminal(path):
    assert [text for _, texts in constants(path) for text in texts if not text.isascii()] == []


def test_the_code_itself_says_nothing():
    """What is printed comes from words: code hands no literal sentence to the output."""
    spoken = []
    for path in CODE:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute | ast.Name):
                name = node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id
                texts = [one.value for one in node.args if isinstance(one, ast.Constant) and isinstance(one.value, str)]
                if name in ("say", "remark", "print", "echo", "Fault", "UsageFault", "Stopped"):
                    spoken += [f"{path.name}: {text}" for text in texts if " " in text.strip()]
    assert spoken == []
