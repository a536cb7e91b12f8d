"""What keeps a study in: decisions that its texts do not carry yet, and entities that nobody has looked at twice."""

from interviews.anonymity import Vault, unapplied, unconfirmed
from interviews.errors import MisuseError
from interviews.project.reviewing import followed, listed
from interviews.project.settings import Settings
from interviews.store import Store


def refuse_unfinished(name: str, store: Store, vault: Vault, settings: Settings) -> None:
    """Raise MisuseError where a review is not finished: then the file `name` is not written.

    Only what concerns the texts that are in the project counts. Names found in interviews that were read since keep
    nothing back: those texts are in the vault alone.
    """
    texts, known = set(store.versions()), followed(vault.known(), vault)
    if waiting := unapplied(known, followed(vault.key(), vault), texts):
        raise MisuseError(
            f"{name} was not written: decisions were saved that the texts do not show yet ({listed(waiting)}). Apply "
            "them: interviews anonymize PROJECT --accept"
        )
    if settings.reviewers > 1 and (waiting := unconfirmed(known, texts)):
        raise MisuseError(
            f"{name} was not written: a second person has not confirmed {listed(waiting)}, and the project's settings "
            "ask for two reviewers. Confirm them: interviews review PROJECT --confirm --author NAME"
        )
