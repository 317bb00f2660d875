"""NUM: the numbers of notes, markers and entries."""
