"""What `cmt today` says around a session."""

DAY_TITLE = "Day {day}. {title}"
MAINTENANCE_TITLE = "Five minutes: {title}"
PAIN = "How strong is the pain right now?"
PAIN_LOW = "no pain"
PAIN_HIGH = "the worst you can imagine"
URGE = "And how strong is the urge for a painkiller right now?"
URGE_LOW = "no urge"
URGE_HIGH = "as strong as it gets"
SIZE = "How much of today, today?"
SIZE_ANSWERS = ("The whole day, about {whole}", "The short form, about {short}", "One breath, and that is today")
BEFORE_IT_BEGINS = "Nothing has begun yet."
KEYS_FIRST = "Keys: Enter goes on, space holds, e is easier, g steadies, h has help lines, q leaves, ? shows them all."
KEYS_FIRST_PLAIN = (
    "Each line waits for Enter. A letter and Enter does more. e is easier. g steadies. h has help lines. q leaves. ? shows them all."
)
BELL = "A bell when to look up? Try it:"

GO_ON = "Day {day} is open where you left it. Go on from there?"
GO_ON_MAINTENANCE = "Your last five minutes are open where you left them. Go on from there?"
GO_ON_ANSWERS = ("Go on from there", "Start it again from the top")
DONE_TODAY = "Today's session is done. What would you like?"
DONE_TODAY_ANSWERS = ("Leave it there for today", "Day {done} again", "Open day {day} now")
ANOTHER_OPEN = "Another session seems to be open in a second window. You can go on here; both are kept."

DAY_DONE = "Day {day} is done. {practised}"
MAINTENANCE_DONE = "That is done. {practised}"
LAST_DAY_DONE = "That was the last day. From now on 'cmt today' is five minutes with a practice you know."
LEFT = "Left here. Your place is kept; 'cmt today' goes on from there."
LEFT_COUNTED = "Left here. The day counts."
LEFT_BEFORE = "Left here. Nothing was begun."
NOT_COUNTED = "That is the end of day {day}. Its practice was left for another time, so the day is still here when you want it."
STOPPED = "Stopped. What you had answered is kept; 'cmt today' goes on from there."

ALREADY_DONE = "Today's session is done already; nothing was changed. '--day {day}' opens the next."
PRACTISED_AWAY = "Day {day} is kept as practised away from the screen. {practised}"
RESTED = "Kept as a rest day. Day {day} waits where it was."
RESTED_AFTER = "Kept as a rest day."
BEYOND = "Day {day} comes after day {next}, which is the next. 'cmt today --day {next}' opens that; '--print' shows any day."
JSON_OF_A_SESSION = "--json goes with --done, --rest or --print. A session that is led is not one record. Nothing was begun."
ONE_SIZE = "Give one of --short, --whole, --rest and --done. Nothing was begun."

ARRIVE_ON_PAPER = (
    "Before you begin, take two numbers from 0 to 10, in your head or on paper: the pain now, and the urge for a painkiller now."
)
DONE_ON_PAPER = "'cmt today --done' keeps it as practised. 'cmt support' has help lines."
