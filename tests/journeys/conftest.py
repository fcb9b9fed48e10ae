"""Folders to begin from, and terminals that are closed when a test is over."""

from __future__ import annotations

from contextlib import ExitStack

import pytest

from journeys.terminal import Homes, Terminal


@pytest.fixture(scope="session")
def homes(tmp_path_factory):
    return Homes(tmp_path_factory.mktemp("homes"))


@pytest.fixture
def home(homes, tmp_path):
    """The folder of somebody who has started: country GB, not the plain screen, no bell, day 1 next."""
    return homes.on_day(1, tmp_path / "home")


@pytest.fixture
def sea(homes, tmp_path):
    """The same, with the little programme of the tests."""
    return homes.by_the_sea(tmp_path / "sea")


@pytest.fixture
def new_home(tmp_path):
    """The folder of somebody who has never run the program."""
    return tmp_path / "new"


@pytest.fixture
def sit():
    """Sit down at a terminal: `sit(home, "today", "--pace", "0")`."""
    with ExitStack() as open_ones:
        yield lambda *args, **changes: open_ones.enter_context(Terminal(*args, **changes))
