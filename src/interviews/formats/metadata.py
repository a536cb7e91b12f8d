"""What a file says beside its text, counted for people: the words themselves go to the vault."""

from collections import Counter
from collections.abc import Sequence

from interviews.model import SourceNote

_WORDS = {
    "author": ("author's name", "authors' names"),
    "editor": ("editor's name", "editors' names"),
    "company": ("name of a company", "names of companies"),
    "media": ("name of a recording", "names of recordings"),
    "legend": ("legend", "legends"),
}


def describe_notes(notes: Sequence[SourceNote]) -> str | None:
    """`3 comments and 1 author's name are kept in the vault, not in the text`; None where there is nothing."""
    counts = Counter(note.kind for note in notes)
    parts = [f"{count} {_WORDS.get(kind, (kind, f'{kind}s'))[count > 1]}" for kind, count in counts.items()]
    if not parts:
        return None
    listed = " and ".join(filter(None, [", ".join(parts[:-1]), parts[-1]]))
    return f"{listed} {'is' if len(notes) == 1 else 'are'} kept in the vault, not in the text"
