"""The command tree below its first word, a file for each group. One is only imported when its name is called."""
