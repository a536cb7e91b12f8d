"""Users, variables, cases, and participants as cases."""

from collections.abc import Iterable, Mapping

from interviews.errors import Severity
from interviews.formats.refi.draft import Draft, case_names
from interviews.formats.refi.lexical import VALUE_TYPES
from interviews.formats.refi.markup import attributes, content, nested, references, section, textual
from interviews.model import Case, Participant


def users(draft: Draft) -> list[str]:
    """Everybody the file names."""
    return section(
        "Users",
        [f"<User{attributes([('guid', draft.user(name)), ('name', name)])}/>" for name in draft.users()],
    )


def variable_types(draft: Draft) -> dict[str, str]:
    """The type of every attribute: as given, or Text where a value is not of that type."""
    exchange = draft.exchange
    types: dict[str, str] = {}
    owned = [one.attributes for one in exchange.cases] + [one.attributes for one in exchange.participants]
    for has in owned:
        for name, value in has.items():
            kind = types.setdefault(name, exchange.types.get(name, "Text"))
            if kind not in VALUE_TYPES or (kind != "Text" and value and not VALUE_TYPES[kind](value)):
                types[name] = "Text"
    for name, kind in exchange.types.items():
        types.setdefault(name, kind if kind in VALUE_TYPES else "Text")
        what = "with values that are not of its type, written as Text"
        draft.losses.add("Variable", what, types[name] != kind, Severity.INFO)
    return types


def variables(draft: Draft, types: Mapping[str, str]) -> list[str]:
    """All attributes of cases and participants."""
    lines = []
    for name, kind in types.items():
        pairs = [("guid", draft.guids.of("variable", name)), ("name", name), ("typeOfVariable", kind)]
        lines.append(f"<Variable{attributes(pairs)}/>")
    return section("Variables", lines)


def cases(draft: Draft, types: Mapping[str, str]) -> list[str]:
    """Cases first, then participants, for which the standard has no other word."""
    exchange, lines = draft.exchange, []
    sources, belongings = _sources(draft), _belongings(draft)
    known = {case.name: case for case in exchange.cases}
    for name in dict.fromkeys([*known, *case_names(exchange)]):
        case = known.get(name, Case(name))
        lines += _case(draft, "case", case, types, sources.get(("case", name), []), belongings.get(name, []))
    for participant in exchange.participants:
        lines += _case(draft, "participant", participant, types, sources.get(("participant", participant.name), []), [])
    count = len(exchange.participants)
    draft.losses.add("Participant", "written as Case, as the standard has no participants", count, Severity.INFO)
    return section("Cases", lines)


def _sources(draft: Draft) -> dict[tuple[str, str], list[str]]:
    """The sources of every case and participant."""
    found: dict[tuple[str, str], list[str]] = {}
    for transcript in draft.exchange.transcripts:
        owners = [("participant", one.participant) for one in transcript.speakers if one.participant is not None]
        owners += [("case", transcript.case)] if transcript.case is not None else []
        for owner in owners:
            found.setdefault(owner, []).append(draft.source(transcript.id))
    return found


def _belongings(draft: Draft) -> dict[str, list[tuple[str, str]]]:
    """Tag and GUID of what cases hold beside their transcripts."""
    found: dict[str, list[tuple[str, str]]] = {}
    whole = set(map(draft.source, draft.transcripts))
    for case, kind, record in draft.exchange.belongings:
        guid = draft.guid_of(kind, record)
        if guid is None:
            draft.losses.add("Case", "holding a record that is not written, left out", severity=Severity.ERROR)
            continue
        tag = {"code": "CodeRef", "coding": "SelectionRef"}.get(kind, "SourceRef")
        found.setdefault(case, []).append(("SourceRef" if guid in whole else tag, guid))
    return found


def _case(
    draft: Draft,
    kind: str,
    owner: Case | Participant,
    types: Mapping[str, str],
    sources: Iterable[str],
    belongings: Iterable[tuple[str, str]],
) -> list[str]:
    held = {tag: [guid for one, guid in belongings if one == tag] for tag in ("CodeRef", "SourceRef", "SelectionRef")}
    inside = textual("Description", draft.described.get((kind, owner.name), ""))
    inside += references("CodeRef", held["CodeRef"])
    for name, value in owner.attributes.items():
        inside += _value(draft.guids.of("variable", name), types[name], value)
    inside += references("SourceRef", [*sources, *held["SourceRef"]])
    inside += references("SelectionRef", held["SelectionRef"])
    return nested("Case" + attributes([("guid", draft.guids.of(kind, owner.name)), ("name", owner.name)]), inside)


def _value(guid: str, kind: str, value: str) -> list[str]:
    """A value; one that is missing has no element, except for an empty text."""
    written = [f"<{kind}Value>{content(value)}</{kind}Value>"] if value or kind == "Text" else []
    return ["<VariableValue>", *references("VariableRef", [guid]), *written, "</VariableValue>"]
