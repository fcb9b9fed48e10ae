"""`cmt pause`: a minute before a painkiller, and the person's own choice."""

KIND = "pause"
OPENS = "A minute, and then you choose. Anything here may be passed with Enter."
PAIN = "How strong is the pain right now?"
PAIN_ENDS = ("no pain", "the worst you can imagine")
URGE = "And the urge for a painkiller?"
URGE_ENDS = ("no urge", "as strong as it gets")
NEED = "And the feeling of needing one?"
NEED_ENDS = ("no need", "as strong as it gets")
SCALES = (("pain", PAIN, PAIN_ENDS), ("urge", URGE, URGE_ENDS), ("need", NEED, NEED_ENDS))
ABOUT = "What is it mostly about?"
ABOUT_ANSWERS = (
    "Pain",
    "Headache",
    "Sleep",
    "Stress",
    "Low mood",
    "Getting ahead of pain",
    "Habit",
    "Withdrawal feelings",
    "Something else",
)
ABOUT_WORDS = "In a few words, if you like:"
LAST = "{name} is in the log last at {when}."
NOT_LOGGED = "{name} is not in the log yet."
IN_24 = "In the last 24 hours: {amounts}."
AT_LEAST_IN_24 = "In the last 24 hours at least: {amounts}. The contents of some doses are unknown."
UNKNOWN_IN_24 = "Nothing of it is known to be in the log for the last 24 hours. The contents of some doses are unknown."
AMOUNT = "{ingredient} {mg}"
NOTHING_IN_24 = "Nothing of it is in the log for the last 24 hours."
BREATH = "Three slow breaths, as small as you like, or one sound, or something under your hand."
INSTEAD = "Stay with one sound, or with something under your hand."
URGE_AFTER = "And the urge now?"
KIND_LINES = "Wanting relief makes sense. Whatever you decide, be on your own side."
BY_CLOCK = "This is not for putting it off. A breath beside it, if you like."
CHOICE = "What would you like to do?"
CHOICE_ANSWERS = ("Take it now", "Wait a while", "Something else first", "Talk to someone", "Leave it open")
ENDS = "That was your own decision, and you can come back to it."
HOW_MANY = "How many {units} of {name}? A number such as 1, 2 or 0.5; Enter alone logs none."
WHICH_MEDICINE = "Which medicine? Enter alone logs none."
NOT_LOGGED_NOW = "No dose was logged. 'cmt med add' keeps one."
NOT_NAMED = "No dose was logged, because no medicine was named. 'cmt med add' keeps one."
NOT_SAID_HOW_MANY = "No dose was logged, because no --units were given and no usual dose is set. 'cmt med add' keeps one."
TALK = "Numbers are in 'cmt support'."
WENT = "You waited with a painkiller at {when}. How did it go?"
WENT_ANSWERS = ("It eased", "Much the same", "It grew stronger")
KEPT = "Pause {number} is kept, {when}."
DELETED = "Pause {number} of {when} is deleted. 'cmt undo' brings it back."
DELETE = "Delete pause {number} of {when}?"
LEFT = "Left. Nothing of this pause is kept."
NONE_YET = "No pauses here yet."
COLUMNS = ("Number", "When", "Medicine", "Pain", "Urge", "Need", "After", "About", "Choice", "Minutes", "Went", "In words")

FLAGS = "--choice take, wait, something_else, talk or open, and any of --pain, --urge, --need, --about, --urge-after"
BAD_CHOICE = "--choice takes take, wait, something_else, talk or open. Nothing was stored."
BAD_ABOUT = "--about takes one of {known}. Nothing was stored."
UNITS_WITH_TAKE = "--units goes with --choice take. Nothing was stored."
WAIT_WITH_WAIT = "--wait goes with --choice wait. Nothing was stored."
JSON_NEEDS_CHOICE = "--json needs --choice here, because the questions are for a person. Nothing was stored."
BAD_WAIT = "--wait takes minutes, such as 20m. Nothing was stored."
