"""One file for each command group: ask, work out, keep, answer."""
