"""Pieces that notices are filled in with. The notices themselves are in content/notices.yaml."""

AT_LEAST = "at least {sum}"
GRAMS = "{amount} g"
MILLIGRAMS = "{amount} mg"
AND = "{first} and {last}"
ENTRY = "dose {numbers}"
ENTRIES = "doses {numbers}"
A_CLINICIAN = "your clinician"
# In the place of names that the person has hidden.
YOUR_MEDICINES = "medicines in your log"
ONE_MEDICINE = "medicine of one kind"
RING = "{name}, {number}"
TEXT = "{name}, text {number}"
EMERGENCY = "{number}, or the nearest hospital"
# Where no line of the country is known.
ANY_EMERGENCY = "the emergency number (112, 999 or 911), or the nearest hospital"
CRISIS_DIRECTORY = "findahelpline.com, or 'cmt support'"
# Where content/notices.yaml cannot be read.
UNREADABLE = {
    "text": "A notice is met by this entry, and its words could not be read.",
    "next": "A pharmacist can say what to do now. 'cmt support' has the lines for advice at any hour: {line}.",
    "source": "docs/safety.md",
}
