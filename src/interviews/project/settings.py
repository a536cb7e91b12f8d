"""`interviews.toml`: what a project is called, its language, and where its store and its vault lie."""

import json
import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from shlex import quote
from typing import Any

from interviews.errors import MisuseError, StoreError

FILE = "interviews.toml"
_OF_ANONYMIZATION = ("reviewers", "models")
_TABLES = (*_OF_ANONYMIZATION, "assignments")


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one project folder."""

    name: str
    language: str
    store: str = "project.db"
    vault: str | None = None
    """Path of the vault, relative to the project folder where it can be; None for a project without one."""
    reviewers: int = 1
    """How many people must have seen every entity before something is published: 1 or 2."""
    models: tuple[str, ...] = ()
    """spaCy pipelines that join the finders, by package name or by path from the project folder."""
    assignments: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By coder: names of the transcripts that they are to code, or of cases."""


def read_settings(folder: Path) -> Settings:
    """The settings in `folder`. Raises MisuseError where it is no project or its settings cannot be read."""
    path = folder / FILE
    if not path.is_file():
        raise MisuseError(f"{folder} is no project: it holds no {FILE}. A new one: interviews new {quote(str(folder))}")
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as reason:
        raise MisuseError(f"{path} cannot be read: {reason.strerror}.") from None
    except UnicodeDecodeError as reason:
        raise MisuseError(f"{path} cannot be read: {reason}") from None
    return parse_settings(text, path)


def parse_settings(text: str, path: Path) -> Settings:
    """The settings in a text, which stands in the file `path`."""
    try:
        known = tomllib.loads(text)
    except tomllib.TOMLDecodeError as reason:
        raise MisuseError(f"{path} cannot be read: {reason}") from None
    of_anonymization = _of_anonymization(known.pop("anonymization", {}), path)
    assignments = _assignments(known.pop("assignments", {}), path)
    allowed = [field.name for field in fields(Settings) if field.name not in _TABLES]
    for name, value in known.items():
        if name not in allowed or not isinstance(value, str):
            raise MisuseError(f"{path}: {name} must be one of {', '.join(allowed)}, with a text in quotation marks.")
    for name in ("name", "language"):
        if name not in known:
            raise MisuseError(f"{path}: the line with {name} = is missing.")
    return Settings(**known, **of_anonymization, assignments=assignments)


def _of_anonymization(table: Any, path: Path) -> dict[str, Any]:
    """What the table [anonymization] says."""
    if not isinstance(table, dict) or not set(table) <= set(_OF_ANONYMIZATION):
        raise MisuseError(f"{path}: [anonymization] is a table that knows {' and '.join(_OF_ANONYMIZATION)}.")
    reviewers, models = table.get("reviewers", 1), table.get("models", [])
    if reviewers not in (1, 2) or isinstance(reviewers, bool):
        raise MisuseError(f"{path}: [anonymization] says how many people review: reviewers = 2 (or 1).")
    if not isinstance(models, list) or not all(isinstance(model, str) for model in models):
        raise MisuseError(f'{path}: [anonymization] names models so: models = ["a path or a package"].')
    return {"reviewers": reviewers, "models": tuple(models)}


def _assignments(table: Any, path: Path) -> dict[str, tuple[str, ...]]:
    """What the table [assignments] says."""
    told: dict[str, Any] = table if isinstance(table, dict) else {"": None}
    for names in told.values():
        if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
            raise MisuseError(f'{path}: [assignments] names transcripts or cases of a coder so: c1 = ["a1", "Nord"].')
    return {coder: tuple(names) for coder, names in told.items()}


def write_settings(folder: Path, settings: Settings) -> None:
    """Write the settings into a new project folder."""
    try:
        (folder / FILE).write_text(settings_text(settings), encoding="utf-8")
    except OSError as reason:
        raise StoreError(f"{folder} cannot be written: {reason.strerror}.") from None


def settings_text(settings: Settings) -> str:
    """The settings as they stand in the file."""
    lines = [f"name = {_quoted(settings.name)}", f"language = {_quoted(settings.language)}"]
    lines += [f"store = {_quoted(settings.store)}"]
    lines += [f"vault = {_quoted(settings.vault)}"] if settings.vault else []
    own = [f"reviewers = {settings.reviewers}"] if settings.reviewers > 1 else []
    own += [f"models = [{', '.join(map(_quoted, settings.models))}]"] if settings.models else []
    lines += ["", "[anonymization]", *own] if own else []
    rows = [f"{_quoted(coder)} = [{', '.join(map(_quoted, names))}]" for coder, names in settings.assignments.items()]
    lines += ["", "[assignments]", *rows] if rows else []
    return "\n".join(lines) + "\n"


def key_file_for(vault: Path) -> Path:
    """Where the key of a vault lies on this computer unless the caller says otherwise.

    `INTERVIEWS_KEY` names it; otherwise a file named after the vault in the user's own configuration folder, which is
    apart from projects and vaults alike.
    """
    if named := os.environ.get("INTERVIEWS_KEY"):
        return Path(named)
    base = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    return base / "interviews" / f"{vault.name.removesuffix('.vault')}.agekey"


def _quoted(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)  # a JSON string is a TOML basic string
