"""What no shipped word does, in the content or in the program itself. How the days speak is held by `cmt programme check`."""

from __future__ import annotations

import unicodedata

from sentences import program_texts, yaml_texts

TEXTS = yaml_texts() | program_texts()


def test_nothing_is_exclaimed():
    assert {at: text for at, text in TEXTS.items() if "!" in text.replace("(!)", "")} == {}


def test_there_are_no_emoji_arrows_or_boxes():
    odd = {
        at: [char for char in text if unicodedata.category(char) in ("So", "Cf", "Co") or "\u2190" <= char <= "\u2bff"]
        for at, text in TEXTS.items()
    }
    assert {at: chars for at, chars in odd.items() if chars} == {}
