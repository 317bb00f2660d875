"""BIL: the versions in two languages against each other, from their alignment only."""
