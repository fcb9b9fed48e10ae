"""What is said of times that cannot be used."""

NOT_A_TIME = (
    "That was not understood as a time, so nothing was stored. Try 18:30, yesterday 18:30, 2 hours ago, monday, or 2026-01-05 18:30."
)
IN_THE_FUTURE = "That was read as {read}, which has not come yet, so nothing was stored. Give a time that has passed."
