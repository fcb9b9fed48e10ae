"""kill -9 in the middle of a hundred sessions, each gone on with to its end."""

from __future__ import annotations

import pytest
from journeys.kills import assert_nothing_but_the_unanswered_step_is_lost, begun, gone_on_with, killed_sessions
from journeys.terminal import Homes


@pytest.mark.faults
def test_a_hundred_sessions_killed_at_random_moments_lose_at_most_the_unanswered_step(tmp_path):
    killed = killed_sessions(Homes(tmp_path), tmp_path, range(1000, 1100))
    assert sum(map(begun, killed)) > 80, "most of them are killed in mid session"
    for one in killed:
        assert_nothing_but_the_unanswered_step_is_lost(one)
    gone_on_with(killed, to_the_end=True)
