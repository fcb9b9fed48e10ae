"""`cmt undo`."""

NOTHING = "There is nothing to take back."
UNDONE = "'cmt {command}' of {when} is taken back: {records}."
AND = ", "
RECORD = "{kind} {number}"
KINDS = {
    "sessions": "session",
    "answers": "answer",
    "practices": "practice",
    "arrivals": "arrival",
    "rests": "rest day",
    "entries": "diary entry",
    "thoughts": "thought",
    "replies": "reply",
    "meetings": "meeting with a thought",
    "checkins": "check-in",
    "medicines": "medicine",
    "doses": "dose",
    "nones": "day with none taken",
    "directions": "directions",
    "pauses": "pause",
    "set_aside": "notice set aside",
}
JSON_KINDS = {**{kind: kind.removesuffix("s") for kind in KINDS}, "entries": "entry", "replies": "reply"}
MANY = "{count} records, {kind} {first} to {last} among them"
SESSION = "This takes back all that was given in 'cmt {command}' of {when}. Take it back?"
KEPT = "Nothing was taken back."
STILL_OPEN = "Nothing was taken back: the last thing stored belongs to a session that is open in another window. End that one first."
