"""What a study's team has decided so far, brought together for learning: from the vault, for the vault."""

from collections.abc import Callable

from interviews.anonymity import Decided, Learned, Vault, decided_of, learn
from interviews.errors import MisuseError
from interviews.store import Store

_FEWEST = 2


def learn_from_decisions(store: Store, vault: Vault, progress: Callable[[int, int], object] | None = None) -> Learned:
    """Learn from every interview whose anonymization was accepted, and keep what was learned in the vault.

    Raises MisuseError where there are not yet two: what is learned is tried on interviews held out.
    """
    interviews = _decided(store, vault)
    if len(interviews) < _FEWEST:
        raise MisuseError(
            f"There is not enough to learn from: {len(interviews)} anonymized interviews, and at least {_FEWEST} are "
            "needed, since what is learned is tried on others. Accept more proposals first."
        )
    learned = learn(interviews, progress=progress)
    vault.save_learned(learned)
    return learned


def _decided(store: Store, vault: Vault) -> list[Decided]:
    """The interviews with an accepted anonymization, in the order of their ids."""
    key, decided = vault.key(), []
    for id, version in sorted(store.versions().items()):
        if vault.revision(id):  # texts that came anonymized have no original
            original = vault.original(id, vault.edited_revision(id, version))
            decided.append(decided_of(original, vault.edits(id, version), key))
    return decided
