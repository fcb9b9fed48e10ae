"""Days, steps, practices, progress and the session runner: pure."""
