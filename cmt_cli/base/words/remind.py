"""What `cmt remind` says, and the one line that its reminders say."""

REMINDER = "Ten quiet minutes"

BAD_AT = "'{said}' is no time of day. Give one such as 20:00. No file was written."
NOT_OURS = "{path} is there already, and cmt did not make it. Give another name. Nothing was changed."
CANNOT_WRITE = "{path} could not be written ({reason}). Nothing was changed."
WRITTEN = "{count} are in {path}, from {first} on. Each says only: {text}."
ONE = "One reminder"
MORE = "{count} reminders"
OPEN_IT = "Open the file with your calendar. Made again later, it leaves out the days that are done."
NONE_LEFT = "Every day of the course is done, so there is nothing to be reminded of. No file was written."
