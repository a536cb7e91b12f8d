"""The command line: the same words as in a notebook."""
