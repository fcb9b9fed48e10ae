"""What the programme commands say."""

CANNOT_USE = "The programme cannot be used yet: {problem} (and {more} more). 'cmt programme check' lists them all."
NO_PRACTICE = "The practice '{name}' is missing from the content. 'cmt programme check' says more."
NO_DAY = "There is no day {day} in this programme; it has days 1 to {days}."
CHECK_FINE = "No problems in {path}."
CHECK_FOUND = "{count} to mend in {path}."
NEW_MADE = "A small programme is in {path}. 'cmt programme check {path}' checks it, 'cmt today --programme {path} --print' reads it to you."
NEW_EXISTS = "{path} is already there and was left as it is. Give a path that does not exist yet."
CANNOT_MAKE = "{path} could not be made ({reason}). Nothing was left behind."
ONE_PROBLEM = "One thing"
PROBLEMS = "{count} things"
LIST_COLUMNS = ("Name", "Title", "Days")
CHECK_COLUMNS = ("Day", "Title", "Minutes", "Short", "Words", "Grade")
