"""The first minute."""

PLAIN_OR_NOT = "Plain lines for a screen reader or a tired brain? y, or Enter"

_NOT_MADE_FOR = (
    "It was not made for under 18s, pregnancy, cancer or end-of-life pain, or methadone or buprenorphine for opioid dependence."
    " If that is you, ask your team."
)
SIX_LINES = (
    "cmt is a course of 21 short days that trains a kinder way of meeting pain, and the moment before a painkiller.",
    "It is not treatment, and it never advises a dose. The training it follows has been tested, in one small trial; cmt itself has not.",
    _NOT_MADE_FOR,
    "Keep taking what is prescribed as prescribed; nothing here asks you to take less.",
    "What you write is kept on this computer and sent nowhere. It has no passphrase yet, so whoever opens this account can read it.",
    "You can stop anywhere with q, and 'cmt support' has help lines at any hour.",
)
COUNTRY = "Which country's help lines would you like?"
COUNTRY_NOTE = "Enter alone: somewhere else."
FIRST_BREATH = "One breath first. Let it come in and go out, in whatever way is easiest."
AFTER_BREATH = "That was the first one."
READY = "{title} is ready. Your record is kept in {folder}. 'cmt today' begins."
NO_PROGRAMME = "No programme is called '{name}', and no programme.yaml is in that folder. 'cmt programme list' shows those there are."
NO_COUNTRY = "No help lines are listed here for that. The countries are {known}."
