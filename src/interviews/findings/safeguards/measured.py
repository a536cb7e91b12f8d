"""How much the program finds before any review, as measured in docs/benchmarks.md on excerpts nobody had looked at."""

# Language, number of texts, mentions of persons, direct entities, quasi entities, span precision. A test compares
# them with that page.
UNSEEN: tuple[tuple[str, str, str, str, str, str], ...] = (
    ("de", "5", "94.3 %", "90.2 %", "79.6 %", "92.3 %"),
    ("de", "3", "94.4 %", "90.3 %", "79.2 %", "86.6 %"),
    ("en", "2, 1", "97.7 %, 92.3 %", "96.4 %, 90.0 %", "80.0 %, 80.0 %", "90.3 %, 91.7 %"),
    ("pl", "1, 1", "86.4 %, 80.0 %", "87.5 %, 77.8 %", "91.7 %, 71.4 %", "97.1 %, 95.2 %"),
)
