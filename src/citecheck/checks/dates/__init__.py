"""DAT: dates that cannot be right."""
