"""What two copies of one text say otherwise: notes, markers and entries."""
