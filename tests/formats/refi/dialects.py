# ruff: noqa: E501 - elements and quotes on one line
"""One invented study, written as each program writes it: clean, or with the deviations seen in its exports."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import NAMESPACE_URL, uuid5
from xml.sax.saxutils import escape, quoteattr

from interviews.formats.refi.grammar import PROJECT
from interviews.model import Exchange

TEXTS = {
    "Anna": "I: Wie war der Anfang? 👍\nB: Kalt. Die Wohnung hatte keine Heizung, und der Nachbar 😀 half uns.\n"
    "\nI: Und heute?\nB: Heute grüßen alle, auch die Müllers von gegenüber, jeden Tag.\n",
    "Olena": "I: Was fehlt?\nB: Ein Ort für alle 👩‍👩‍👧‍👦 im Viertel.\nI: Warum?\nB: Weil man sich sonst nie trifft, sagen viele.\n",
}
CODES = {"Wohnen": None, "Wohnen/Heizung": "Wohnen", "Nachbarn": None}
QUOTES = [
    ("Anna", "Die Wohnung hatte keine Heizung", ["Wohnen/Heizung"], "c1"),
    ("Anna", "der Nachbar 😀 half uns", ["Nachbarn", "Wohnen"], "c2"),
    ("Anna", "Heizung, und der Nachbar 😀 half uns.\n\nI: Und heute?\nB: Heute grüßen alle, auch die Müllers von", ["Wohnen"], "c1"),
    ("Anna", "auch die Müllers von gegenüber", ["Nachbarn"], "c1"),
    ("Olena", "Ein Ort für alle 👩‍👩‍👧‍👦 im Viertel", ["Nachbarn"], "c2"),
    ("Olena", "Weil man sich sonst nie trifft, sagen viele.\n", ["Wohnen"], "c2"),
]  # fmt: skip
AGES = {"Anna": "34", "Olena": "51"}
MEMO = "Beim zweiten Gespräch nachfragen."


def upper(name: str) -> str:
    return str(uuid5(NAMESPACE_URL, name)).upper()


@dataclass
class Dialect:
    """The ways in which exports differ. The defaults are the clean form."""

    project: str = "project.qde"
    sources: str = "sources/"
    scheme: str = "internal://"
    namespace: str = PROJECT
    guid: Callable[[str], str] = upper
    bom: bool = False
    crlf: bool = False
    crlf_counts_two: bool = False
    utf16: bool = False
    inclusive: bool = False
    bom_counts: bool = False
    quote: Callable[[str], str] = lambda words: " ".join(words.split())
    own_selections: bool = False
    """One selection for each coding."""
    container: str = ""
    """A code around all others."""
    colour: str = "#112233"
    people: str = "cases"
    """Where ages stand: `cases`, `sources`, or `sets`."""
    case_names: bool = True
    member: str = '<MemberSource targetGUID="{}"/>'
    extra: str = ""
    """Elements of another vocabulary."""
    entries: tuple[str, ...] = ()
    head: str = 'creatingUserGUID="{user}" creationDateTime="2026-02-01T10:00:00Z"'
    content: bool = False
    """Texts within the XML."""


def units(text: str, dialect: Dialect) -> int:
    length = len(text.encode("utf-16-le")) // 2 if dialect.utf16 else len(text)
    return length + (text.count("\n") if dialect.crlf and dialect.crlf_counts_two else 0)


def write(dialect: Dialect) -> dict[str, bytes]:
    """The entries of the zip."""
    entries = {dialect.project: _project(dialect).encode()}
    for name, text in {**TEXTS, "memo": MEMO}.items():
        if dialect.content:
            break
        written = text.replace("\n", "\r\n") if dialect.crlf else text
        entries[f"{dialect.sources}{dialect.guid(name).strip('{}')}.txt"] = (
            ("\ufeff" if dialect.bom else "") + written
        ).encode()
    return {**entries, **dict.fromkeys(dialect.entries, b"x")}


def _project(dialect: Dialect) -> str:
    guid = dialect.guid
    users = "".join(f'<User guid="{guid(name)}" name="{name}"/>' for name in ("c1", "c2"))
    cases, sets = _cases(dialect), _sets(dialect)
    head = dialect.head.format(user=guid("c1"))
    return (
        f'<?xml version="1.0" encoding="utf-8"?><Project xmlns="{dialect.namespace}" xmlns:tq="urn:tq" name="Studie" '
        f'origin="Test" {head}><Users>{users}</Users>{dialect.extra}<CodeBook><Codes>{_codes(dialect)}</Codes></CodeBook>'
        f"{cases}<Sources>{''.join(_source(dialect, name) for name in TEXTS)}</Sources>"
        f"<Notes>{_text(dialect, 'Note', 'memo', MEMO, '')}</Notes>{sets}</Project>"
    )


def _codes(dialect: Dialect) -> str:
    def one(path: str) -> str:
        inner = "".join(one(other) for other, above in CODES.items() if above == path)
        name = path.rpartition("/")[2]
        return (
            f'<Code guid="{dialect.guid(path)}" name="{name}" isCodable="true" color="{dialect.colour}">'
            f"<Description>Alles über {name}</Description>{inner}</Code>"
        )

    codes = "".join(one(path) for path, above in CODES.items() if above is None)
    if not dialect.container:
        return codes
    return f'<Code guid="{dialect.guid("container")}" name="{dialect.container}" isCodable="false">{codes}</Code>'


def _text(dialect: Dialect, tag: str, name: str, text: str, inside: str) -> str:
    guid = dialect.guid(name)
    if dialect.content:
        words = f"<PlainTextContent>{escape(text)}</PlainTextContent>"
        return f'<{tag} guid="{guid}" name="{name}">{words}{inside}</{tag}>'
    path = f"{dialect.scheme}{guid.strip('{}')}.txt"
    return f'<{tag} guid="{guid}" name="{name}" plainTextPath="{path}">{inside}</{tag}>'


def _source(dialect: Dialect, name: str) -> str:
    inside = ""
    for number, (source, words, codes, user) in enumerate(QUOTES):
        if source == name:
            for part in [[code] for code in codes] if dialect.own_selections else [codes]:
                inside += _selection(dialect, f"{number}{part}", TEXTS[name], words, part, user)
    if name == "Anna":
        inside += f'<NoteRef targetGUID="{dialect.guid("memo")}"/>'
    if dialect.people == "sources":
        inside += _value(dialect, name)
    return _text(dialect, "TextSource", name, TEXTS[name], inside)


def _selection(dialect: Dialect, key: str, text: str, words: str, codes: list[str], user: str) -> str:
    before = text[: text.index(words)]
    start = units(before, dialect) + (dialect.bom and dialect.bom_counts)
    end = start + units(words, dialect) - dialect.inclusive
    stamps = f'creatingUser="{dialect.guid(user)}" creationDateTime="2026-02-03T10:00:00Z"'
    codings = "".join(
        f'<Coding guid="{dialect.guid(key + code)}" {stamps}><CodeRef targetGUID="{dialect.guid(code)}"/></Coding>'
        for code in codes
    )
    quote = dialect.quote(words)
    name = f" name={quoteattr(quote)}" if quote else ""
    return (
        f'<PlainTextSelection guid="{dialect.guid("s" + key)}"{name} startPosition="{start}" endPosition="{end}" '
        f"{stamps}>{codings}</PlainTextSelection>"
    )


def _value(dialect: Dialect, name: str) -> str:
    return (
        f'<VariableValue><VariableRef targetGUID="{dialect.guid("age")}"/><IntegerValue>{AGES[name]}</IntegerValue>'
        "</VariableValue>"
    )


def _cases(dialect: Dialect) -> str:
    if dialect.people == "sets":
        return ""
    variables = f'<Variables><Variable guid="{dialect.guid("age")}" name="age" typeOfVariable="Integer"/></Variables>'
    if dialect.people == "sources":
        return variables
    cases = ""
    for name in TEXTS:
        named = f' name="{name}"' if dialect.case_names else ""
        cases += f'<Case guid="{dialect.guid("case" + name)}"{named}>{_value(dialect, name)}'
        cases += f'<SourceRef targetGUID="{dialect.guid(name)}"/></Case>'
    return f"{variables}<Cases>{cases}</Cases>"


def _sets(dialect: Dialect) -> str:
    members = "".join(dialect.member.format(dialect.guid(name)) for name in TEXTS)
    sets = f'<Set guid="{dialect.guid("set")}" name="Alle">{members}</Set>'
    if dialect.people == "sets":
        for name, age in AGES.items():
            member = dialect.member.format(dialect.guid(name))
            sets += f'<Set guid="{dialect.guid("set" + name)}" name="age: {age}">{member}</Set>'
    return f"<Sets>{sets}</Sets>"


def meaning(study: Exchange) -> dict[str, Any]:
    """What a study says, without the ids it says it by."""
    names = {one.id: one.name for one in study.transcripts}
    return {
        "texts": {one.name: (one.text, one.case, [(t.speech, t.speaker, t.role) for t in one.turns]) for one in study.transcripts},
        "codes": [(code.path, code.definition, code.colour) for code in study.codebook or ()],
        "codings": sorted((names[one.transcript], one.span, one.code, one.coder, one.memo, one.created) for one in study.codings),
        "coders": [coder.name for coder in study.coders],
        "cases": sorted((case.name, tuple(case.attributes.items())) for case in study.cases),
        "types": dict(study.types),
        "groups": [(group.name, [names[record] for _, record in group.members]) for group in study.groups],
        "memos": [(names.get(memo.about, memo.about), memo.text) for memo in study.memos],
    }  # fmt: skip
