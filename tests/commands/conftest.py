"""The catalogue of medicines is read once for all commands that are tried here: each new folder would read it anew."""

from __future__ import annotations

from functools import cache

import pytest

from cmt_cli.commands import catalogue

READS_IT_ITSELF = "test_catalogue_copy.py"
_read_once = cache(catalogue.read_file)


@pytest.fixture(autouse=True)
def _the_catalogue_is_read_once(request, monkeypatch):
    if request.path.name != READS_IT_ITSELF:
        monkeypatch.setattr(catalogue, "read_file", _read_once)
