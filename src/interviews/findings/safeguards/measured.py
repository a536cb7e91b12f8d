"""How much the program finds before any review, as measured in docs/benchmarks.md on excerpts nobody had looked at."""

# Language, number of texts, mentions of persons, direct entities, quasi entities, span precision. A test compares
# them with that page.
UNSEEN: tuple[tuple[str, str, str, str, str, str], ...] = (
    ("de", "14", "93.7 %", "92.0 %", "76.7 %", "96.0 %"),
    ("en", "3", "100 %", "91.7 %", "81.8 %", "100 %"),
    ("pl", "3", "96.7 %", "96.0 %", "80.6 %", "96.1 %"),
)
