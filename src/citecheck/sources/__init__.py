"""Sources: each reference held against the registries of publications, by pure readers and one asker."""
