"""CIT: citations against the bibliography and the notes."""
