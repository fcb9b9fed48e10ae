"""Help and usage, for a listener."""

WRITTEN = "Written as: {pieces}"
OPTION = "{names}: {text}"
COMMAND = "Command {name}: {text}"
NEAREST = ". The nearest is '{word}'."
