"""Help. Every text has an example, which stands before the options."""

CMT = """A course of Compassionate Mind Training, for people who live with pain and painkillers.

Ten to fifteen minutes a day; shorter on bad days. Everything stays on this computer.

Example: cmt today

Help lines, at any hour: cmt support"""

VERSION = "Say which program and content this is."
ACCESSIBLE = "Plain lines for a screen reader or a tired brain, before or after any command."
JSON = "Answer with one JSON object."
YES = "Do not ask."
AT = "When it was: 18:30, yesterday 18:30, 2 hours ago, monday, 2026-01-05."
PROGRAMME_PATH = "A programme in a folder of your own."
PACE = "1 as written, 2 twice as long, from 0.25 to 4; 0 waits for Enter. Breaths keep their seconds."
CUES = "In plain lines, say each breath in and out."

STATUS = """Where you are, and the next step.

Example: cmt status --json"""

TODAY = """Lead me through today's session.

It asks about pain first, and then how much of today: the whole, the short form, or one breath. Without a terminal it prints the day.

Example: cmt today --short"""
SHORT = "The short form, 3 to 5 minutes."
WHOLE = "The whole day, 10 to 15 minutes."
REST = "One breath, and that is today: a rest day."
DONE = "I practised away from the screen."
PRINT = "Print the session. Nothing is kept."
DAY = "Go through a day again, or open the next one early."

START = """Set up, by a few questions or by flags.

Plain lines or not, what this is, a country for help lines, the first breath.

Example: cmt start --country GB --yes"""
START_PROGRAMME = "The programme's name, or a folder with one."
COUNTRY = "Two letters, for help lines: GB, IE, US, CA, AU, NZ, IN, ZA, DE."
START_YES = "Ask nothing."

GROUND = """Steady me now, one line at a time.

Feet, things heard or touched, or breath.

Example: cmt ground --with around"""
GROUND_WITH = "What to stay with."

SUPPORT = """Help now: help lines, and what to do.

For thoughts of ending your life, too many tablets, someone who cannot be woken, a medicine that ran out.
It works offline and with a broken record, and opening it is never recorded.

Example: cmt support"""

SETTINGS = """Show or change a setting.

The settings are country, accessible, speak, bell, day-start, hide-names, paracetamol-24h and people.

Example: cmt settings speak on"""
PEOPLE_ADD = "With people: keep somebody to ring or text."
PEOPLE_REMOVE = "With people: take somebody off."
PERSON_NAME = "With --add: their name."
PERSON_NUMBER = "With --add: their number."
LIMIT_BY = "With paracetamol-24h: who gave you the lower limit."

UNDO = """Take back the last command that changed your record, then the one before it.

The last hundred can be taken back. For a whole session it asks first.

Example: cmt undo"""

REMIND = """Write a calendar file with a reminder for each day that is left.

The reminders tell nothing about you or the course. Made again, the file leaves out the days that are done.

Example: cmt remind --at 20:00 --out reminders.ics"""
REMIND_AT = "The time of day, such as 20:00."
REMIND_OUT = "The calendar file to write."

CHECKIN = """A look at the day in under a minute.

Every question may be passed. With any option it asks nothing.

Example: cmt checkin --pain 4 --urge 6"""
PAIN = "Pain, mostly, today."
URGE = "The strongest urge for a painkiller."
NEED = "The feeling of needing one."
MOOD = "Mood, 10 is good."
CRITICAL_VOICE = "How loud the self-critical voice was."
SELF_KINDNESS = "How kind you were to yourself."
PAINKILLERS = "Taken today: none, all of them logged, or more than logged."
MORE = "What else was taken, in words."
PRACTISED = "Whether you practised."
USED = "Where you used it, in words."
CHECKIN_LIST = """Show check-ins, newest first.

Example: cmt checkin list --since monday"""
SINCE = "From this day on."
UNTIL = "Up to this day."
LIMIT = "At most this many."
CHECKIN_EDIT = """Change what you name in a check-in, and leave the rest.

Example: cmt checkin edit 3 --pain 5"""
CHECKIN_DELETE = """Delete a check-in.

Example: cmt checkin delete 3"""

ON = "On this day."
CONTAINS = "With this somewhere in the words."
TAG = "A tag, such as work. May be given more than once."
FOREVER = "Remove it so that it cannot be brought back."
EVERYWHERE = "With --forever: also from what still holds its words, backups too."

JOURNAL = """The pain diary: add, list, show, edit, delete, search.

Example: cmt journal add"""
JOURNAL_ADD = """Write a diary entry, as many a day as you like, for today or any past day.

Without words it opens your editor, or lets you type here. Words need not be given on the command line, so they need not enter its history.
A single - reads them from a pipe. After -- they may begin with a dash.

Example: cmt journal add --pain 6"""
JOURNAL_LIST = """Show diary entries, newest first.

Example: cmt journal list --since monday --tag work"""
JOURNAL_SEARCH = """Find diary entries by words: cant finds can't, pace finds pacing.

Example: cmt journal search stairs"""
JOURNAL_SHOW = """Show one diary entry whole.

Example: cmt journal show 3"""
JOURNAL_EDIT = """Change what you name in a diary entry, or with nothing named, its words in your editor.

Example: cmt journal edit 3 --pain 5"""
JOURNAL_DELETE = """Delete a diary entry. 'cmt undo' brings it back, unless --forever.

Example: cmt journal delete 3"""

LABEL = "A name it can come back by, without its words."
REPLY = "A compassionate reply to it."
WARMTH = "How warm the reply sounded."
BELIEF_BEFORE = "How much the thought was believed before the reply."
BELIEF_AFTER = "How much it was believed after."
LEAVE_BE = "Keep it, and do not bring it back."

THOUGHT = """Self-critical thoughts and your compassionate replies: add, list, show, edit, retire, delete, practise.

If it is about ending your life or hurting yourself, run 'cmt support'. It is not one to practise alone.

Example: cmt thought add"""
THOUGHT_ADD = """Keep a self-critical thought, and your reply to it.

Without words it asks. With --from it shows the sentences of a diary entry, and you pick.

Example: cmt thought add --from 3"""
THOUGHT_FROM = "Made from this diary entry."
THOUGHT_LIST = """Show what the thoughts are called and the best replies to them.

Example: cmt thought list --best"""
FULL = "Show the thoughts in their own words too."
BEST = "Your five strongest replies, on a page."
THOUGHT_SHOW = """Show one thought with all its replies.

Example: cmt thought show 2"""
THOUGHT_EDIT = """Change a thought, its name, its latest reply, or its state.

A thought without a reply gets one by --reply. --state active wakes one that rests.

Example: cmt thought edit 2 --label queue"""
THOUGHT_TEXT = "The thought in other words."
STATE = "Whether it comes back: active, resting until woken, or retired."
THOUGHT_RETIRE = """Let a thought not come back any more; it stays in your record.

Example: cmt thought retire 2"""
THOUGHT_DELETE = """Delete a thought and its replies. 'cmt undo' brings them back, unless --forever.

Example: cmt thought delete 2"""
THOUGHT_PRACTISE = """Meet thoughts that are due, three at most, and answer them again.

Each is shown by its name. With a number and --readily it asks nothing.

Example: cmt thought practise"""
READILY = "How readily kindness came."

DATA = """Your data is yours: where it is, whether it is whole, and bringing in a diary kept elsewhere.

Example: cmt data path"""
DATA_PATH = """Say which folder holds everything.

Example: cmt data path"""
DATA_CHECK = """Look at the whole record, and say what is not as it should be.

Example: cmt data check"""
DATA_IMPORT = """Bring in a diary kept elsewhere: a jrnl JSON export, or a CSV with a time and words.

What is here already is left as it is, so a file may be imported again. 'cmt undo' takes an import back.

Example: cmt data import diary.csv --map at=Date --map text=Notes"""
MAP = "Which column of a CSV holds at, text, pain, mood or tags."
DRY_RUN = "Say what would be imported, and store nothing."

MED = """Painkillers taken, and why: add, none, list, edit, delete, usual, names, directions, notices.

It is a log. It never advises a dose. These notices check a few rules only. No notice does not mean no risk.

Example: cmt med add co-codamol 30/500 --units 2"""
MED_ADD = """Log a painkiller. The name may be loose: cocodamol 30, Zapain, tylenol 3.

Without --units it logs the usual dose, or one unit.

Example: cmt med add ibuprofen 200 --units 2 --reason headache"""
MED_NONE = """Log that no painkiller was taken, which is not the same as nothing logged.

Example: cmt med none --on yesterday"""
MED_LIST = """Show doses, newest first.

Example: cmt med list --since monday"""
MED_EDIT = """Change what you name of a dose, and leave the rest.

Example: cmt med edit 3 --units 1"""
MED_DELETE = """Delete a dose. 'cmt undo' brings it back, unless --forever.

Example: cmt med delete 3"""
MED_USUAL = """Log the usual dose now, in one step; with --set, say what the usual dose is, and log nothing.

Example: cmt med usual co-codamol 30/500"""
MED_NAMES = """Show your medicines, or keep one with what its pack says is in one unit.

Example: cmt med names --add Painaway --contains 'paracetamol 500, codeine 8' --unit tablet"""
MED_DIRECTIONS = """Keep what the label or prescriber says of a medicine, in their words; without a name, show all.

Example: cmt med directions naproxen 250 --text 'one twice a day with food' --units 1 --times 2"""
MED_NOTICES = """Show notices, or set one aside because your prescriber or pharmacist knows.

R4, R5, R6 and R8 can be set aside, for half a year.

Example: cmt med notices --set-aside R8 tramadol pregabalin"""
UNITS = "How many tablets, capsules, patches, or ml."
REASON = "Why: pain, headache, sleep, stress, low_mood, ahead, habit, withdrawal or other."
REASON_WORDS = "The reason in words."
SOURCE = "Where it is from: prescription, over_the_counter or unknown."
SET_USUAL = "Set the usual dose, and log nothing."
ADD_NAME = "A medicine of your own."
CONTAINS_MG = "What is in one unit, such as 'paracetamol 500, codeine 30'."
UNIT = "What one counts: tablet, capsule, sachet, ml, patch, and so on."
MED_KIND = "Whether it is taken by the clock or when needed."
DIRECTION_TEXT = "What the label or prescriber says, in their words."
DIRECTION_UNITS = "How many units at a time, as they say."
DIRECTION_TIMES = "How many times a day, as they say."
DIRECTION_DAYS = "For how many days, as they say."
SET_ASIDE = "The notice to set aside: R4, R5, R6 or R8."
MED_PAIN = "Pain at the time."
MED_URGE = "The urge at the time."

PAUSE = """A minute before a painkiller, and then your own choice. 'cmt pause list' and 'delete' show and remove pauses.

It is not for putting off a dose you take by the clock, and nothing has to wait for it.

Example: cmt pause co-codamol 30/500"""
PAUSE_LIST = """Show pauses, newest first.

Example: cmt pause list"""
PAUSE_DELETE = """Delete a pause. 'cmt undo' brings it back, unless --forever.

Example: cmt pause delete 2"""
ABOUT = "What it is mostly about: pain, headache, sleep, stress, low_mood, ahead, habit, withdrawal or other."
ABOUT_WORDS = "The same in words."
URGE_AFTER = "The urge after three breaths."
CHOICE = "Your choice: take, wait, something_else, talk or open."
WAIT = "How long to wait, such as 20m."

PROGRAMME = """Programmes as files: list, show, check, new.

Example: cmt programme show 1"""
PROGRAMME_LIST = """The programmes that come with cmt.

Example: cmt programme list"""
PROGRAMME_SHOW = """A day as its author wrote it.

Example: cmt programme show 4"""
PROGRAMME_CHECK = """Every problem in a programme at once, and what each day measures.

Example: cmt programme check my-programme"""
PROGRAMME_NEW = """Write a small programme to begin from.

Example: cmt programme new my-programme"""
