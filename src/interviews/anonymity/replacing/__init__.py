"""What stands in place of what was taken out, and the texts made so."""
