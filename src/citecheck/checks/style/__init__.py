"""STY: the document's own habits, and what departs from them."""
