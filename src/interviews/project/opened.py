"""A study that is open: its folder, its store, and its vault, which stays closed until something needs it."""

from functools import cache
from getpass import getuser
from pathlib import Path
from types import TracebackType
from typing import Self

from interviews.anonymity import KeyEntry, Vault
from interviews.errors import MisuseError
from interviews.project.memory import Memory
from interviews.project.settings import Settings, key_file_for
from interviews.store import Store


class Opened:
    """Folder, settings and store of a study, and the way to its vault."""

    def __init__(self, folder: Path, settings: Settings, store: Store, key_file: Path | None = None) -> None:
        self.folder = folder
        self.settings = settings
        self.store = store
        self._key_file = key_file
        self._vault: Vault | None = None
        self._memory = Memory(store)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self.store.close()

    @property
    def name(self) -> str:
        """What the study is called."""
        return self.settings.name

    @property
    def vault(self) -> Vault:
        """The vault with the texts as read. Raises MisuseError where the user's key is not at hand."""
        if self._vault is None:
            if self.settings.vault is None:
                raise MisuseError(f"The project {self.name} has no vault.")
            place = (self.folder / self.settings.vault).resolve()
            if not place.exists():
                where = f"if it was moved, write its place into {self.folder / 'interviews.toml'}"
                raise MisuseError(f"The vault {place} is not there: {where}.")
            self._vault = Vault.open(place, self.key_file)
        return self._vault

    @property
    def key_file(self) -> Path:
        """The file that holds the user's key of the vault."""
        if self._key_file:
            return self._key_file
        return key_file_for(Path(self.settings.vault or self.name))

    def key_at_hand(self) -> tuple[KeyEntry, ...]:
        """The replacement key, for checks that those who work without a key of the vault go without."""
        try:
            return self.vault.key()
        except MisuseError:
            return ()

    @property
    def user(self) -> str:
        """The user's name on this computer."""
        return user_of_this_computer()


@cache
def user_of_this_computer() -> str:
    """The user's name, as the system knows it."""
    try:
        return getuser()
    except (OSError, KeyError):  # no user database, as in some containers
        return "unknown"
