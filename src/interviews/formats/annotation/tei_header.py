"""TEI: who the people of a transcription are, and whom else its header names."""

from collections.abc import Iterator
from typing import Any

from interviews.formats.annotation.building import Gathered
from interviews.formats.annotation.labels import labels_by_id
from interviews.formats.annotation.words import one_line
from interviews.formats.talk.roles import role_of

_ID = "{http://www.w3.org/XML/1998/namespace}id"
_NOTED = {
    "title": "title",
    "author": "author",
    "editor": "editor",
    "principal": "author",
    "sponsor": "company",
    "funder": "company",
    "publisher": "company",
    "distributor": "company",
    "authority": "company",
    "placeName": "place",
    "note": "comment",
    "change": "remark",
    "idno": "remark",
    "desc": "remark",
    "licence": "remark",
    "date": "remark",
    "addrLine": "remark",
}


def speaker_labels(root: Any, gathered: Gathered) -> dict[str, str]:
    """A label for each person or group that utterances may refer to, by its id; and the roles that are told."""
    people = [person for tag in ("person", "personGrp", "participant") for person in root.iter(f"{{*}}{tag}")]
    named = [(ident, _label(person)) for person in people for ident in _ids(person)[:1]]
    labels = labels_by_id(named, gathered)
    for person in people:
        idents = _ids(person)
        role = role_of(person.get("role", "")) if person.get("role") else None
        if idents and role is not None:
            gathered.roles[labels[idents[0]]] = role
        for ident in idents[1:]:
            labels.setdefault(ident, labels[idents[0]])
        told = [*(f"{name.rpartition('}')[2]}: {value}" for name, value in person.attrib.items()), *_texts(person)]
        gathered.note("speaker", "; ".join(told))
    return labels


def note_header(root: Any, gathered: Gathered) -> None:
    """Keep what the header says of people, places and recordings beside the text."""
    for header in root.iter("{*}teiHeader"):
        for element in header.iter():
            name = _name(element)
            if name == "respStmt":
                told = [one_line("".join(child.itertext())) for child in element if isinstance(child.tag, str)]
                gathered.note("editor", ", ".join(filter(None, told)))
            elif name in _NOTED:
                gathered.note(_NOTED[name], "".join(element.itertext()))
            for attribute in ("url", "facs") if name in ("media", "recording", "graphic") else ():
                gathered.note("media", element.get(attribute))


def bare_reference(reference: str) -> str:
    """An id without the mark of a fragment or the prefix of a private scheme such as `corpus:`."""
    return reference.rpartition("#")[2].rpartition(":")[2] or reference


def _ids(person: Any) -> list[str]:
    """What utterances may call a person by: the id, else what it is the same as, else a number or label."""
    given = [person.get(_ID), person.get("sameAs"), person.get("corresp"), person.get("n"), person.get("id")]
    return list(dict.fromkeys(bare_reference(ident.strip()) for ident in given if ident and ident.strip()))


def _label(person: Any) -> str:
    """How a transcript calls a person: the sign given for it, else its name."""
    if person.get("n"):
        return str(person.get("n"))
    for path in ("{*}persName/{*}abbr", "{*}abbr", "{*}persName", "{*}name", "{*}idno"):
        found = person.find(path)
        text = one_line("".join(found.itertext())) if found is not None else ""
        if text:
            return text
    return ""


def _texts(person: Any) -> Iterator[str]:
    for element in person.iter():
        if element is not person and isinstance(element.tag, str) and one_line(element.text):
            yield f"{_name(element)}: {one_line(element.text)}"


def _name(element: Any) -> str:
    return str(element.tag).rpartition("}")[2] if isinstance(element.tag, str) else ""
