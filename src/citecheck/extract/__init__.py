"""Document to data: the files that hold a report's notes and bibliography without its prose, and exports for others."""
