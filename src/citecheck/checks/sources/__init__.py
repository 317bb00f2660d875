"""Rules about what registries know of the works that a report cites."""
