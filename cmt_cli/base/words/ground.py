"""Steadying."""

WHICH = "What would be easiest to stay with for a minute?"
NO_WAY = "--with takes one of {known}."
AGAIN = "'cmt ground' does this again, as often as you like. 'cmt support' has people."
STOPPED = "Stopped. Nothing of this was kept."
