"""Records as values for other programs. Nothing here opens the data file."""
