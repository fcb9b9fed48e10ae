"""Medicines and what was taken of them. Neutral words: a log, and no mark."""

KIND = "dose"
KEPT = "Kept as dose {number}: {amount}, {when}."
CHANGED = "Dose {number} is changed: {amount}, {when}."
DELETED = "Dose {number} of {when} is deleted. 'cmt undo' brings it back."
DELETE = "Delete dose {number} of {when}?"
AMOUNT = "{count} of {name}"
COUNT = "{units} {unit}"
PLURALS = {"ml": "ml", "patch": "patches", "suppository": "suppositories"}
A_MEDICINE = "a medicine"
MEDICINES = "medicines in your log"
AND = " and "
NONE_KEPT = "Kept for {day}: no painkiller was taken."
NONE_BESIDE = "Kept for {day}. A dose is in the log for that day too, and the dose counts."
NONE_YET = "No doses here yet."
NO_MEDICINES = "No medicines here yet. 'cmt med add' keeps one with its first dose."
COLUMNS = ("Number", "When", "Medicine", "Units", "Reason", "Pain", "Urge", "From", "In words")
NAME_COLUMNS = ("Number", "Medicine", "Unit", "Holds", "Taken", "Usual")
UNKNOWN_CONTENTS = "contents unknown"
HIDDEN_CONTENTS = "contents known"
COMPONENT = "{ingredient} {mg} mg"
IN_ONE = "{contents} in one {unit}"
IN_PATCH = "{ingredient} {rate} micrograms an hour for {hours} hours"
IN_LIQUID = "{contents} in 5 ml"
BY_KIND = {"clock": "by the clock", "needed": "when needed"}

WHICH = "That name could be one of these: {choices}. Nothing was stored. Give one of them."
UNKNOWN = (
    "That name is not in the catalogue{near}, so it is kept with contents unknown, and sums with it say at least. "
    "'cmt med names --add' can give it contents; 'cmt undo' takes a slip back."
)
NEAR = " (the nearest name there is {name})"
BAD_UNITS = "{flag} takes a number above 0, such as 1, 2 or 0.5. Nothing was stored."
NOT_A_COUNT = "That is no number above 0, such as 1, 2 or 0.5."
BAD_REASON = "--reason takes one of {known}. Nothing was stored."
BAD_SOURCE = "--source takes prescription, over_the_counter or unknown. Nothing was stored."
BAD_KIND = "--kind takes clock or needed. Nothing was stored."
BAD_UNIT = "--unit takes one of {known}. Nothing was stored."
BAD_NAME = "A medicine's name is one line of at most eighty characters, with a letter in it. Nothing was stored."
BAD_CONTENTS = (
    "--contains takes ingredients with milligrams, such as 'paracetamol 500, codeine 30', "
    "or with --unit ml 'paracetamol 120 in 5 ml'. Nothing was stored."
)
NEEDS_ADD = "Say which medicine with --add NAME. Nothing was stored."
UNIT_NEEDS_CONTENTS = "What is in one unit is known already, so another --unit needs --contains. Nothing was stored."
NOT_YOURS = "No medicine of yours has that name. 'cmt med names' shows them. Nothing was stored."
NO_USUAL = "No usual dose is set for it. 'cmt med usual NAME --set 1' sets one. Nothing was logged."
WHICH_USUAL = "More than one medicine has a usual dose{names}. Name one. Nothing was logged."
THESE = " ({names})"
SET_NEEDS_NAME = "--set also takes the medicine's name: cmt med usual NAME --set 1. Nothing was stored."
NONE_USUAL = "No medicine has a usual dose yet. 'cmt med usual NAME --set 1' sets one. Nothing was logged."
USUAL_SET = "The usual dose of {name} is {amount}. Nothing was logged."
NOTHING_TO_CHANGE = "Say what to change, such as --units 1. Nothing was changed."
NAMED = "{name} is kept: {contents}."
FEW_RULES = "These notices check a few rules only. No notice does not mean no risk."

ASK_KIND = "Is {name} taken by the clock, or when needed? It is asked once."
KIND_ANSWERS = ("By the clock", "When needed")
ASK_PACK = "{name} is taken here to hold {contents}. Does your pack say so?"
ASK_CONTENTS = "What does the pack say is in one {unit}? Such as: paracetamol 500, codeine 30. Enter alone leaves it."
ASK_LIQUID = "What does the pack say it holds? Such as: paracetamol 120 in 5 ml. Enter alone leaves it."
NOT_CONTENTS = "That could not be read. It takes ingredients with milligrams."

DIRECTIONS_KEPT = "Kept for {name}: {text}"
DIRECTIONS_NONE = "No directions here yet."
NEEDS_TEXT = "--text is needed: what the label or prescriber says, in their words. Nothing was stored."
BAD_NUMBER = "{flag} takes a number above 0. Nothing was stored."
DIRECTIONS_NEED_NAME = "Name the medicine: cmt med directions naproxen 250 --text 'one twice a day'. Nothing was stored."
DIRECTION_COLUMNS = ("Day", "Medicine", "Units", "Times a day", "Days", "Taken", "Says")

CANNOT_SET_ASIDE = "{rule} cannot be set aside. R4, R5, R6 and R8 can. Nothing was changed."
SET_ASIDE = (
    "{rule} for {names} is set aside until {day}, because your prescriber or pharmacist knows. "
    "It comes back then, or with a new opioid or sedative."
)
NEEDS_NAME = "Name the medicine it is about, such as: cmt med notices --set-aside R8 codeine. Nothing was changed."
NEEDS_RULE = "A name goes with --set-aside R4, R5, R6 or R8. Nothing was changed."
NO_NOTICES = "No notice now."
