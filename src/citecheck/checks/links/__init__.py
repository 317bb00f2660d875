"""LNK: what became of every URL when it was asked for."""
