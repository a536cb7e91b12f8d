"""Whether anything that leaves still names somebody."""
