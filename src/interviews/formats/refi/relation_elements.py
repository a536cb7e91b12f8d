"""Notes, links and sets."""

from interviews.errors import Severity
from interviews.formats.refi.derived import derived_groups
from interviews.formats.refi.draft import Draft
from interviews.formats.refi.guids import default_guid
from interviews.formats.refi.lexical import is_colour, written_moment
from interviews.formats.refi.markup import attributes, name_of, nested, references, section, textual
from interviews.formats.refi.relations import DIRECTIONS
from interviews.formats.refi.source_elements import text_path
from interviews.model import Group

_MEMBERS = {"code": "MemberCode", "transcript": "MemberSource", "medium": "MemberSource", "memo": "MemberNote"}


def notes(draft: Draft) -> list[str]:
    """Memos, each with its text in a file."""
    lines = []
    for guid, memo in draft.notes:
        pairs = [
            ("guid", guid),
            ("name", name_of(memo.text)),
            ("plainTextPath", text_path(guid)),
            ("creatingUser", draft.user(memo.author)),
            ("creationDateTime", None if guid in draft.undated else written_moment(memo.created)),
        ]
        lines.append(f"<Note{attributes(pairs)}/>")
    return section("Notes", lines)


def links(draft: Draft) -> list[str]:
    """Links between records that are in the file."""
    lines = []
    for link in draft.exchange.links:
        origin, target = draft.guid_of(*link.origin), draft.guid_of(*link.target)
        if origin is None or target is None:
            draft.losses.add("Link", "with an end that is not in the file, left out", severity=Severity.ERROR)
            continue
        if link.colour is not None and not is_colour(link.colour):
            draft.losses.add("Link", "with a colour that is not #RRGGBB, written without")
        pairs = [
            ("guid", draft.guids.of("link", link.id)),
            ("name", link.name),
            ("direction", DIRECTIONS.get(link.direction, "Associative")),
            ("color", link.colour if link.colour is not None and is_colour(link.colour) else None),
            ("originGUID", origin),
            ("targetGUID", target),
        ]
        lines += nested("Link" + attributes(pairs), references("NoteRef", draft.noted("link", link.id)))
    return section("Links", lines)


def sets(draft: Draft) -> list[str]:
    """Groups, then a set for each case and each value of an attribute, since some programs know no cases."""
    exchange = draft.exchange
    lines = [line for group in exchange.groups for line in _set(draft, group)]
    for group in derived_groups(exchange.transcripts, exchange.cases, exchange.participants):
        if draft.guids.is_free(default_guid("group", group.id)):
            lines += _set(draft, group)
    return section("Sets", lines)


def _set(draft: Draft, group: Group) -> list[str]:
    inside = textual("Description", group.description)
    members: dict[str, list[str]] = {tag: [] for tag in ("MemberCode", "MemberSource", "MemberNote")}
    for kind, record in group.members:
        guid = draft.guid_of(kind, record) if kind in _MEMBERS else None
        if guid is None:
            draft.losses.add("Set", "with a member that is not in the file, left out", severity=Severity.ERROR)
        else:
            members[_MEMBERS[kind]].append(guid)
    for tag, guids in members.items():
        inside += references(tag, guids)
    return nested("Set" + attributes([("guid", draft.guids.of("group", group.id)), ("name", group.name)]), inside)
