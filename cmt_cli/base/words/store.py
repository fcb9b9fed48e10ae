"""What is said when the data file cannot be used."""

OLD_SQLITE = (
    "This Python's SQLite is {version}; cmt needs 3.37 or newer with full-text search. Nothing was changed. Install a newer Python."
)
NEWER_FILE = (
    "The data file was written by a newer cmt (its form is {found}, this program knows {known}). Nothing was changed. Use that newer cmt."
)
BROKEN = "The data file cannot be read: {path}. It was left as it is. 'cmt support' and 'cmt ground' still work."
BUSY = "Another cmt is writing to the data file and did not finish. Nothing was stored; try again in a moment."
CANNOT_WRITE = "Your record could not be stored ({reason}). What was stored before is kept."
NO_FOLDER = "The folder for your record could not be made or used: {path} ({reason}). Set CMT_HOME to a folder of your own."
READ_ONLY = "the folder or disk does not let it"
STOPPED = "Stopped before it was stored."
NOT_STORED = "Something went wrong inside cmt ({kind}), and it was not stored."
DRAFT_KEPT = "The words are kept in {path}"
