"""Rules of our own for project and codebook files: what the schemas say, and what they cannot say.

Order, required attributes, types and empty containers are in the schemas; that GUIDs are unique, that references
resolve and to the right kind, that there is one text, that passages lie in it and values have their variable's type
is not.
"""

from collections.abc import Iterable, Mapping
from xml.parsers import expat

from interviews.formats.reading import Unreadable
from interviews.formats.refi.checker import Checker


def check_structure(content: bytes, lengths: Mapping[str, int] | None = None) -> tuple[str, ...]:
    """What breaks the rules in the XML of a project or codebook, each kind once with its first line; empty if nothing.

    `lengths` are the characters of the texts by `plainTextPath`. Messages quote nothing of the file.
    """
    return check_chunks([content], lengths)


def check_chunks(chunks: Iterable[bytes], lengths: Mapping[str, int] | None = None) -> tuple[str, ...]:
    """The same for a file that comes piece by piece."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    checker = Checker(parser, lengths)
    parser.StartElementHandler, parser.EndElementHandler = checker.start, checker.end
    parser.CharacterDataHandler, parser.StartDoctypeDeclHandler = checker.characters, _refuse
    try:
        for chunk in chunks:
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except (expat.ExpatError, ValueError, LookupError):
        checker.complain("the XML is not well-formed")
    except Unreadable as reason:
        checker.complain(str(reason))
    return checker.findings()


def _refuse(*declaration: object) -> None:
    raise Unreadable("the file declares a document type")
