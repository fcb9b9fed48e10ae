"""Where someone is. Missed, rest and flare days are never counted."""

WELCOME = "cmt is a course of Compassionate Mind Training, 10 to 15 minutes a day, for people who live with pain and painkillers."
HOW_TO_START = "'cmt today' begins. It takes less than a minute to the first breath."
HELP = "'cmt support' has help lines. 'cmt --help' lists everything."
ON = "{title}."
RUN = "To go there: {command}"
PRACTISED = "{days} days practised."
PRACTISED_ONE = "One day practised."
AFTER_DAYS_AWAY = "Day {day} is here when you want it. There is a short form."

NEXT = {
    "not_started": "Day 1 is next.",
    "ready": "Day {day} is next.",
    "part_way": "Day {day} is open where you left it.",
    "done_today": "Today's session is done. Day {day} is for tomorrow, or whenever you come.",
    "finished": "The days are done. Five minutes with a practice you know are here whenever you like.",
}
