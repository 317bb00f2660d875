"""SRC: what identifies a source, as far as it can be judged without asking for it."""
