"""When a reply comes back to be practised."""

from __future__ import annotations

from datetime import date

import pytest

from cmt_cli.clinical.returning import first_due


@pytest.mark.parametrize(
    ("replied_on", "due"),
    [
        (date(2026, 1, 5), date(2026, 1, 8)),
        (date(2026, 1, 30), date(2026, 2, 2)),
        (date(2028, 2, 27), date(2028, 3, 1)),
        (date(2026, 12, 29), date(2027, 1, 1)),
    ],
)
def test_a_thought_first_comes_back_three_days_after_its_reply(replied_on, due):
    assert first_due(replied_on) == due
