"""How much the program finds before any review, as measured in docs/benchmarks.md on excerpts nobody had looked at."""

# Language, number of texts, mentions of persons, direct entities, quasi entities, span precision. A test compares
# them with that page.
UNSEEN: tuple[tuple[str, str, str, str, str, str], ...] = (
    ("de", "42", "95.1 %", "91.8 %", "83.9 %", "86.9 %"),
    ("en", "11", "95.5 %", "90.9 %", "87.9 %", "87.8 %"),
    ("pl", "11", "97.6 %", "96.6 %", "78.0 %", "91.2 %"),
)
