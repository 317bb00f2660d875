"""Changing documents where they are changed, and nowhere else: parts of archives, runs of paragraphs."""
