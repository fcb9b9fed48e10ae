"""What an author is told about the words of a day, beside what is wrong with its file: what was measured, and what to do."""

# How long, how hard
WHOLE_SECONDS = "the whole day takes {seconds:.1f} seconds as written; make it {least} to {most}, which is 10 to 15 minutes"
SHORT_SECONDS = "the short form takes {seconds:.1f} seconds as written; make it {least} to {most}, which is 3 to 5 minutes"
DAY_GRADE = "the day reads at grade {grade:.2f}; make it {least} to {most}, by shorter or longer sentences and words"
STEP_GRADE = "this step reads at grade {grade:.2f}; bring it to {most} or less, by shorter sentences and words"

# Sentences
TOO_LONG = "the sentence '{words}' has {count} words; make it {most} at most"
LITTLE_ROOM = "{count} of the {all} sentences in the lessons have {least} to {most} words; make it a third of them, by joining short ones"
MANY_SHORT = "{count} of the {all} sentences in the whole day have under {words} words; make it a quarter at most, by joining some"
MANY_SHORT_IN_SHORT = (
    "{count} of the {all} sentences in the short form have under {words} words; make it a quarter at most, by joining some"
)
SHORT_RUN = "three sentences of under {count} words follow each other from '{words}'; join two of them"
QUESTIONS = "the lessons ask {count} questions, '{words}' among them; keep one"

# Words
UNSAID = "the programme does not say '{word}'; say it another way, mark a critic's line 'voice: critic', or give a reason with 'ok'"
NOTHING_TO_EXCUSE = "'ok' excuses no word here; take it out"
NO_REASON = "'ok' gives its reason in three words or more"
UNANSWERED = "the critic has the last word from '{words}'; answer it in the same step"
FIRST_PERSON = "'{word}' is the programme speaking of itself; say 'you', or put somebody else's words in double quotes"
EXCLAIMED = "'{words}' has an exclamation mark; end it with a full stop"

# What is asked
SCALES = "the day has {count} scales, with those the program asks by itself; keep {most} at most"
TYPED = "the day asks for {count} typed answers; keep {most} at most"
RECALL_UNSAID = "'recall' brings words back and the text has no '{{recall}}' for them; put it last in a line"
NOTHING_RECALLED = "'{{recall}}' is in the text without a 'recall'; say with 'recall' which answer comes back"
RECALL_NOT_LAST = "'{{recall}}' is not the end of its line; put the person's own words last"
RECALL_IN_FALLBACK = "the fallback is said when there are no words to bring back; take '{{recall}}' out of it"

# The short form
SHORT_ORDER = "the short form is a welcome, the idea, a practice and a closing line; mark these four, and no other words, 'short: true'"
SHORT_BEGINS = "the short form begins with another step than the day; mark the first step 'short: true'"
SHORT_ENDS = "the short form ends with another step than the day; end the day with a closing 'say' marked 'short: true'"
SHORT_CLOSE = "the closing line of the short form has a line break; make it one line"
SHORT_IDEA = "the idea of the short form has {count} words; keep it to {most}"
SHORT_PRACTICE = "the short practice takes {seconds:.1f} seconds; make it {least} to {most}, by the parts marked 'short: true'"

# Heavier days and practices
GENTLE_DOOR = "no second door of this heavier day is a gentle one; name a practice with card {cards}"
NO_SUPPORT = "a heavier day closes with support; put 'refrain: support', or a line with 'cmt support', among the last {count} steps"
ONE_BEAT = "'beats' lists what the card asks for; name two or more, with commas between"
NO_ROAD_BACK = "this practice names no road back beside the breath; add one to the caution, such as the nearest sound"
LONG_SILENCE = "a silence of {seconds} seconds is long to be alone in; make it {most} at most"
INVITATIONS = "'if you like' and 'you might' are said {count} times in this practice; keep {most} at most"
CAUTION_LACKS = "the caution of card {card} lacks {missing}; add these words"
PAUSE_LACKS = "a practice with card P says '{missing}'; add it to a part"
PAUSE_CHOICE = "the last part of card P leaves the decision with the person; say it there with 'decide', 'decision' or 'choice'"

# Days beside each other
SAID_TWICE = "'{words}' is said in day {day} as well, in step '{step}'; say it another way"
RUNS_SHARED = "{share:.1f} in 100 of the day's runs of five words are in other days as well, '{words}' among them; make it {most} at most"
SAME_OPENING = "day {day} opens with '{word}' as well; open with another word"
SAME_SHAPE = "day {day} has the shape '{shape}' as well; choose another than the day before"
SHAPE_TOO_OFTEN = "{count} days before this one have the shape '{shape}'; choose another"
SAME_IMAGE = "day {day} has the image '{words}' as well; give this day one of its own"
IMAGE_UNSAID = "no word of the image '{words}' is said in the day; use it in the lesson or the practice"
