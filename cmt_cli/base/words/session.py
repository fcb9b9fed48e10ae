"""What the program itself says while it leads a session."""

KEYS = (
    "Enter goes on. Space holds, and space again goes on.",
    "b goes back. s skips this. q leaves; your place is kept.",
    "e eases off: shorter, eyes open, something outside you to stay with.",
    "g steadies you now. h shows the help lines. ? shows these keys.",
    "Where you type words, put / before the key, such as /q, alone on the line. // types a slash.",
)
WHERE = "This is step {step} of {steps}, with about {left} left."
SHORT_FROM_HERE = "The short form from here."
EMPTY_IS_FINE = "Enter alone means: thought it, not typed."

OWN_IN_HEAD = "One of my own, in my head"
EMPTY_ON_PAPER = "A few words, or only in your head."
IF_ABOUT_ENDING_LIFE_ON_PAPER = (
    "If it is about ending your life or hurting yourself, leave it and run 'cmt support'. It is not one to practise alone."
)

AFTER_GROUND = "Go on from where you were, or stop here?"
AFTER_GROUND_ANSWERS = ("Go on", "Stop here for now")
WAYS_IN = "There are {count} ways in today, and each counts. Which one?"
COUNT_SKIPPED = "Count today as practised?"

FELT = "How has it left you?"
FELT_ANSWERS = ("Steadier", "Much the same", "More stirred up")
STOP_HERE = "Stop here? The day counts."
HELPED = "Did it help?"
HELPED_LOW = "not at all"
HELPED_HIGH = "very much"

NOTICE_ANSWERS = ("A few words", "Yes, and not for keeping", "None today")
THOUGHT_ANSWERS = ("I will type it", "I will hold it in mind", "None today")
CATCH = "The thought, in the words it uses:"
KEEP_IT = "Shall it be kept? Enter alone does not keep it."
KEEP_ANSWERS = ("Keep it, and bring my reply back when it is time", "Keep it, and leave it be", "Do not keep it")
IF_ABOUT_ENDING_LIFE = "If it is about ending your life or hurting yourself, leave it and press h. It is not one to practise alone."
IF_ABOUT_ENDING_LIFE_TYPING = "If it is about ending your life or hurting yourself, leave it and type /h. It is not one to practise alone."
BELIEF_BEFORE = "How much do you believe the thought now?"
BELIEF_AFTER = "And how much do you believe the thought after your answer?"
BELIEF_LOW = "not at all"
BELIEF_HIGH = "completely"
WARMTH = "How warm did the answer sound? 0 is common, and fine."
WARMTH_LOW = "no warmth"
WARMTH_HIGH = "very warm"

EARLIER_OFFER = "An earlier thought can be met again, if you want it: {name}"
EARLIER_ANSWERS = ("Meet it again", "A thought of now instead", "None today")
PRACTISE_ANSWERS = ("Meet it", "Another", "None today")
DUE_ANSWERS = ("Meet it again", "Not today")
NAMELESS = "a thought of {day}"
MEET_SETTLE = "Before you look at it, let your weight down where you are, and let one breath out or one sound go by."
MEET_THOUGHT = "The thought was:"
MEET_HOW = "How would you meet it?"
MEET_ANSWERS = ("Answer it as you would now", "Read the reply you gave it before")
READILY = "How readily did kindness come?"
READILY_ANSWERS = ("Not at all", "Slowly", "Fairly", "Readily")
NOT_THIS_TIME = "Kindness stayed away this time, and nothing has gone wrong. The thought is left in peace for a week at least."
KIND_LINE = "That is enough for now. May the next hour be gentle with you."
DUE_LEAD = "Answer it in the voice that would help, in as few words as you like."
DUE_WARMLY = "Go over it once more, slowly, in the kindest tone you have to hand."
DUE_NONE = "Then it stays where it is. You can rest here a moment instead, as you would let anyone."

LETTER_HOW = "How would you like to write it?"
LETTER_HERE = "Here, from the beginnings of sentences"
LETTER_EDITOR = "In my editor"
LETTER_IN_HEAD = "In my head"
LETTER_MORE = "Another line of your own, or Enter alone to end the letter:"
LETTER_MORE_NOTE = "Each line is kept when you press Enter."
LETTER_SO_FAR = "This is the letter as you left it."
LETTER_UNTYPED = "A letter in the head is a letter too. Nothing of it is kept here."
LETTER_NO_LINE = "None of these"
LETTER_KEEP = "The letter itself: shall it go into the diary?"
LETTER_KEEP_ANSWERS = ("Keep it in the diary", "Do not keep it")
BEST_ON_PAPER = "(Up to five of your own replies stand here when the day is led.)"

KEPT_MET = "met"
KEPT_NONE = "none today"
KEPT_CAUGHT = "caught"
KEPT_OPEN = "caught {thought}"
KEPT_IN_MIND = "in mind"

DIARY_ANSWERS = ("Write a few lines", "Not today")
DIARY_ASK = "A few lines, for you alone:"
DIARY_NOTE = "Enter ends it. Enter alone keeps nothing."
