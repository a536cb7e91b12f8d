"""Keyword in context: an index of words, what a query means, where it is said, and coding all that was found."""
