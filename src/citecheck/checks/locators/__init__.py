"""Rules about pages: how they are written, where they are missing, and whether the source can have them."""
