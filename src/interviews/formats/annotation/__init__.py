"""Formats of linguists and oral historians: utterances on a time line, with tiers of annotation beside them."""
