"""The kinds of error that can be planted, in modules by what they spoil. Nothing lists them; they are found by looking."""
