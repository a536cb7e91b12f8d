"""Sets become groups, links stay links; graphs are lost."""

from collections.abc import Iterable

from interviews.errors import Severity
from interviews.formats.refi.lexical import is_colour
from interviews.formats.refi.raw import note_refs, target_of
from interviews.formats.refi.stream import Element
from interviews.formats.refi.study import Study
from interviews.model import Group, Link

DIRECTIONS = {"associative": "Associative", "one-way": "OneWay", "bidirectional": "Bidirectional"}
_DIRECTIONS = {written: name for name, written in DIRECTIONS.items()}
_MEMBERS = ("MemberCode", "MemberSource", "MemberNote")


def read_groups(study: Study, sets: Iterable[Element]) -> list[Group]:
    """Groups with those members that there are."""
    groups = []
    for number, element in enumerate(sets, 1):
        record = study.new_id("group", element.get("guid"))
        study.register("group", record, element.get("guid"))
        name = element.get("name")
        if not name:
            study.losses.add("Set", "without a name, numbered")
        members: list[tuple[str, str]] = []
        for child in element.children:
            if child.tag in _MEMBERS:
                found = study.find(target_of(child))
                members += found
                study.losses.add(child.tag, "leads nowhere, left out", not found, Severity.ERROR)
        groups.append(Group(name or f"group {number}", tuple(members), element.text_of("Description"), record))
    return groups


def read_links(study: Study, elements: Iterable[Element]) -> list[Link]:
    """Links between records that there are."""
    links = []
    for element in elements:
        origin, target = study.find(element.get("originGUID")), study.find(element.get("targetGUID"))
        if not (origin and target):
            study.losses.add("Link", "with an end that leads nowhere, left out", severity=Severity.ERROR)
            continue
        record = study.new_id("link", element.get("guid"))
        study.register("link", record, element.get("guid"))
        study.point_notes(note_refs(element), "link", record)
        direction = _DIRECTIONS.get(element.get("direction"), "associative")
        colour = element.get("color") if is_colour(element.get("color")) else None
        links.append(Link(origin[0], target[0], element.get("name"), direction, colour, record))
    return links


def report_graphs(study: Study, graphs: Iterable[Element]) -> None:
    """Count what is lost with graphs."""
    for graph in graphs:
        study.losses.add("Graph", "left out: there are no drawings here", severity=Severity.ERROR)
        study.losses.add("Vertex", "left out with its graph", len(graph.all("Vertex")), Severity.INFO)
        study.losses.add("Edge", "left out with its graph", len(graph.all("Edge")), Severity.INFO)
