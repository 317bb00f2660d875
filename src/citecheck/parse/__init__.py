"""Source to Document: markers, notes, entries, citations, amounts, dates and URLs, each with its exact span."""
