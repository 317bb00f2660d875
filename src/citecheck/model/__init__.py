"""The nouns, in the order data meets them. Every value is frozen and holds what it came from; nothing here does I/O."""
