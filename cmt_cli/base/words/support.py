"""The help screen. It works offline, locked, and with a broken file, and opening it is never recorded."""

CHECKED = "Numbers checked {day}. 'cmt settings country' changes the country."
ELSEWHERE = "No country is set, or none that is known here. 'cmt settings country GB' sets yours."

END_MY_LIFE = "I might end my life"
END_MY_LIFE_TEXT = "You do not have to be sure. Ring {emergency} if you may act on it, and be near someone if you can."
TABLETS = "Too many tablets, even if I feel well"
TABLETS_TEXT = "Get advice now. Feeling well is no sign, and treatment works best early. Have the packs with you."
NOT_WOKEN = "Someone cannot be woken, or is breathing slowly"
NOT_WOKEN_TEXT = "Ring {emergency} now. Give naloxone if there is any, and still ring: it wears off in about half an hour."
RAN_OUT = "A medicine ran out, or was stopped"
RAN_OUT_TEXT = (
    "A sudden stop can bring withdrawal, more pain included. "
    "Whoever prescribes it, or an out-of-hours line, can help today. A pharmacist can advise."
)
TO_TEXT = "Someone to text"
NO_TEXT_LINE = "No text line is listed here. findahelpline.com lists chat and text lines."
MY_PEOPLE = "My own people"
NO_PEOPLE = "None yet. 'cmt settings people --add' keeps one here."
OR_NEAREST = "Ring {emergency}, or go to the nearest hospital."

HEAVY = "If today is heavy, 'cmt support' has people to ring or text."
LINES_BROKEN = (
    "The list of help lines cannot be read. In Europe ring 112, in the United Kingdom 999, in North America 911, in Australia 000."
)
