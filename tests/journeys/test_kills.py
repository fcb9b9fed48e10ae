"""kill -9 in the middle of ten sessions; `make faults` does it to a hundred."""

from __future__ import annotations

from journeys.kills import assert_nothing_but_the_unanswered_step_is_lost, gone_on_with, killed_sessions


def test_ten_sessions_killed_at_random_moments_lose_at_most_the_unanswered_step(homes, tmp_path):
    killed = killed_sessions(homes, tmp_path, range(10))
    for one in killed:
        assert_nothing_but_the_unanswered_step_is_lost(one)
    gone_on_with(killed, to_the_end=False)
