"""What is said when the person's editor cannot be used."""

NO_FOLDER = "No place could be made for the editor to write in: {path} ({reason}). Nothing was stored."
CANNOT_START = "The editor '{command}' could not be started ({reason}). Nothing was stored. Set EDITOR to one that is installed."
FAILED = "The editor '{command}' ended with an error ({code}). Nothing was written."
FAILED_KEPT = "The editor '{command}' ended with an error ({code}), and nothing was stored. What you wrote is kept in {path}"
STOPPED_KEPT = "Stopped before it was stored. What the editor had saved is kept in {path}"
