"""Counting: cross-tabulations, what occurs together and follows one another, portraits, small cells."""
