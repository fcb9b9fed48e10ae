"""What is said of the world the program finds itself in."""

SETTINGS_BROKEN = "The settings in {path} cannot be read, so the usual ones are used. Setting one sets this file aside."
SETTINGS_NOT_KEPT = "The settings could not be kept in {path} ({reason}). Nothing else was changed."
CMT_NOW = "The clock was started at {moment} by CMT_NOW."
BAD_CMT_NOW = "CMT_NOW is an ISO time with an offset, such as 2026-01-05T09:00:00+00:00. Mend it, or unset it."
