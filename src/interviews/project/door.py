"""The account of one import: where it goes, what was taken in, and what a person should know."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from interviews.anonymity import KeyEntry, Vault
from interviews.errors import MisuseError, Problem
from interviews.project.people import Aliases, find_aliases
from interviews.store import Store


@dataclass(slots=True)
class Door:
    """Store and vault of a project, and who comes in. A coder may be without the key of the vault."""

    store: Store
    vault: Callable[[], Vault]
    """Opens the vault; raises MisuseError where the user's key is not at hand."""
    language: str
    author: str
    counts: dict[str, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def vault_at_hand(self) -> Vault | None:
        """The vault, None for those who work without its key."""
        try:
            return self.vault()
        except MisuseError:
            return None

    def key(self) -> tuple[KeyEntry, ...]:
        """The replacement key, empty for those who work without the key of the vault."""
        vault = self.vault_at_hand()
        return vault.key() if vault else ()

    def aliases(self) -> Aliases | None:
        """What people and cases are called in the store, None where nobody was replaced yet."""
        vault = self.vault_at_hand()
        key = vault.key() if vault else ()
        if vault is None or not any(entry.replaced for entry in key):
            return None
        return find_aliases(*vault.people(), vault.originals(), key, self.language)

    def add(self, outcome: tuple[Mapping[str, int], Iterable[Problem]]) -> None:
        """Take a step's outcome into the account."""
        counts, problems = outcome
        for what, count in counts.items():
            self.counts[what] = self.counts.get(what, 0) + count
        self.problems += problems
