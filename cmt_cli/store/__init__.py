"""The data file: opening it, migrating it, and one file for each kind of record."""
