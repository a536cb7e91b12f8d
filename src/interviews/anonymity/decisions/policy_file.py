"""`anonymization.yaml` of a project: its profile, what its profiles decide by type, and stricter rules by consent."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from interviews.anonymity.decisions.policy import PROFILES, ByType, Policy
from interviews.anonymity.entity import Decision
from interviews.anonymity.mention import EntityType
from interviews.errors import MisuseError
from interviews.text import fold

POLICY_FILE = "anonymization.yaml"
_D, _T = Decision, EntityType
_TAKEN_OUT = (_D.LABEL, _D.DELETE)
_VAGUE = (_D.LABEL, _D.GENERALIZE, _D.DELETE, _D.KEEP)
# A policy never lets persons, addresses and numbers stand; a person can, one by one.
_ALLOWED: Mapping[EntityType, tuple[Decision, ...]] = {
    _T.PER: (_D.LABEL, _D.SURROGATE, _D.DELETE),
    **dict.fromkeys((_T.LOC, _T.ORG, _T.OCC, _T.AGE, _T.DATE), _VAGUE),
    **dict.fromkeys((_T.ADDR, _T.CONTACT, _T.ID), _TAKEN_OUT),
}
_CHOICES: Mapping[str, tuple[str, ...]] = {"labels": ("number", "role"), "dates": ("year", "season")}
_KEYS = ("profile", *_CHOICES, "profiles", "consent")


def read_policy(path: Path, profile: str | None = None, last: str = "") -> Policy:
    """The policy of a project: the profile asked for, else the file's, else that of the `last` round, else `team`.

    A project without the file has the bundled profiles. Raises MisuseError with one sentence for what is not known.
    """
    written = _mapping(_load(path), path.name, _KEYS, "the file") if path.is_file() else {}
    named = _mapping(written.get("profiles") or {}, path.name, None, "profiles")
    own = {name: _profile(name, content, written, path.name) for name, content in named.items()}
    bundled = {name: _profile(name, {}, written, path.name) for name in PROFILES}
    known = {**bundled, **own}
    chosen = profile or str(written.get("profile") or "") or (last if last in known else "") or "team"
    if chosen not in known:
        raise MisuseError(f"There is no profile {chosen!r} for an anonymization; there are: {', '.join(known)}.")
    return replace(known[chosen], consent=_consent(written.get("consent") or {}, path.name))


def _load(path: Path) -> Any:
    import yaml

    try:
        return yaml.safe_load(path.read_text(encoding="utf-8-sig")) or {}
    except (yaml.YAMLError, UnicodeDecodeError) as reason:
        mark = getattr(reason, "problem_mark", None)
        line = f", line {mark.line + 1}" if mark else ""
        raise MisuseError(f"{path.name}{line}: this is no YAML; write lines such as 'profile: archive'.") from None
    except OSError as reason:
        raise MisuseError(f"{path.name} cannot be read: {reason.strerror}.") from None


def _mapping(content: Any, file: str, known: Collection[str] | None, where: str) -> dict[str, Any]:
    if not isinstance(content, dict):
        raise MisuseError(f"{file}: {where} must be written as 'key: value' lines.")
    for key in content:
        if known is not None and key not in known:
            raise MisuseError(f"{file}: {str(key)[:30]!r} is not known in {where}; known are {', '.join(known)}.")
    return {str(key): value for key, value in content.items()}


def _profile(name: str, content: Any, written: Mapping[str, Any], file: str) -> Policy:
    """A bundled profile with what the file changes about it, or a new one on the ground of `team`."""
    where = f"the profile {name!r}"
    own = _mapping(content or {}, file, (*EntityType, *_CHOICES), where)
    base = PROFILES.get(name, PROFILES["team"])
    said = {**{key: written[key] for key in _CHOICES if key in written}, **own}
    for key, choices in _CHOICES.items():
        if key in said and said[key] not in choices:
            raise MisuseError(f"{file}: {key} in {where} must be one of {', '.join(choices)}.")
    decisions = {kind: _decision(own[kind], kind, _ALLOWED[kind], where, file) for kind in EntityType if kind in own}
    return Policy(
        name,
        MappingProxyType({**base.decisions, **decisions}),
        roles=said["labels"] == "role" if "labels" in said else base.roles,
        seasons=said["dates"] == "season" if "dates" in said else base.seasons,
    )


def _consent(content: Any, file: str) -> Mapping[str, ByType]:
    levels: dict[str, ByType] = {}
    for level, rules in _mapping(content, file, None, "consent").items():
        where = f"consent {level!r}"
        listed = _mapping(rules, file, tuple(EntityType), where)
        levels[fold(level).strip()] = MappingProxyType(
            {
                EntityType(kind): _decision(rule, kind, _stricter(EntityType(kind)), where, file)
                for kind, rule in listed.items()
            }
        )
    return MappingProxyType(levels)


def _stricter(entity_type: EntityType) -> tuple[Decision, ...]:
    """What a rule by consent may ask for: nothing that lets words or names stand."""
    return tuple(one for one in _ALLOWED[entity_type] if one not in (Decision.KEEP, Decision.SURROGATE))


def _decision(written: Any, kind: str, allowed: tuple[Decision, ...], where: str, file: str) -> Decision:
    if written not in list(allowed):
        raise MisuseError(
            f"{file}: {kind} in {where} must be one of {', '.join(allowed)}; it says {str(written)[:20]!r}."
        )
    return Decision(written)
