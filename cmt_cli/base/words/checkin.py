"""The check-in."""

KIND = "check-in"
FLAGS = "--pain 4, or any other of its options ('cmt checkin --help')"
SCALES = (
    ("How strong is the pain, mostly, today?", "no pain", "the worst you can imagine"),
    ("The strongest urge for a painkiller today?", "no urge", "as strong as it gets"),
    ("How strong was the feeling of needing one?", "no need", "as strong as it gets"),
    ("Your mood, mostly?", "as low as it gets", "as good as it gets"),
    ("How loud was the self-critical voice?", "not heard", "as loud as it gets"),
    ("How kind were you to yourself?", "not at all", "as kind as you could be"),
)
PAINKILLERS = "Painkillers today? This asks only what is in the log. There is no right answer."
PAINKILLER_ANSWERS = ("None today", "All of them are logged", "Some more than are logged")
SHORT_PAINKILLERS = {"none": "none", "all_logged": "all logged", "more": "and more"}
MORE = "What else, in a few words? Enter alone passes."
PRACTISED = "Did you practise today, in any way?"
PRACTISED_ANSWERS = ("Yes", "No")
USED = "Where did you use it, in a few words? Enter alone passes."
YES = "yes"
NO = "no"

KEPT = "Check-in {number} is kept for {when}."
CHANGED = "Check-in {number} is changed. It stands for {when}."
DELETED = "Check-in {number} of {when} is deleted."
DELETE = "Delete check-in {number} of {when}?"
LEFT = "Left. Nothing was stored."
NONE_YET = "No check-ins here yet."
OPTIONS_AFTER = "Options stand after list, edit or delete, such as: cmt checkin edit 3 --pain 4. Nothing was stored."
NOTHING_TO_CHANGE = "Say what to change, such as --pain 4. Nothing was changed."
BAD_PAINKILLERS = "--painkillers takes none, all_logged or more. Nothing was stored."
NOT_UTF8 = "The words are not in UTF-8, the encoding cmt keeps them in, so nothing was stored."
COLUMNS = (
    "Number",
    "When",
    "Pain",
    "Urge",
    "Need",
    "Mood",
    "Critic",
    "Kind",
    "Painkillers",
    "Practised",
    "Also taken",
    "Used it",
)
WORDS_FROM = 9
