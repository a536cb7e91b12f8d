"""Documents of words: plain text, Markdown, Word and their like."""
