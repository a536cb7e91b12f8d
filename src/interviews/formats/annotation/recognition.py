"""XML of annotation tools: which kind a file is by its root, and a calm word for all other XML."""

from interviews.formats.opened import Opened
from interviews.formats.reading import NoTranscript, Reading

_OTHERS = {
    "segmented-transcription": "this is a segmented transcription of EXMARaLDA: read the basic transcription (.exb)",
    "list-transcription": "this is a list transcription of EXMARaLDA: read the basic transcription (.exb)",
    "chat": "this is CHAT in XML: read the .cha file it was made from",
    "CHAT": "this is CHAT in XML: read the .cha file it was made from",
    "schema": "this is an XML schema, which describes files and holds no transcript",
}


def has_root(file: Opened, *names: str) -> bool:
    """Whether a file is XML whose root is one of `names`."""
    return file.is_xml and file.root in names


def is_other_xml(file: Opened) -> bool:
    """Whether a file is XML of no known kind, or damaged; pages of the web are for others to read."""
    return file.is_xml and file.root not in ("html", "HTML") and b"<html" not in file.content[:2000].lower()


def refuse_xml(file: Opened) -> Reading:
    """Say what is wrong with an XML file, or that it is of no known kind."""
    root = str(file.xml.tag).rpartition("}")[2]  # a damaged file ends here with a word on that
    known = "ELAN (.eaf), EXMARaLDA (.exb), FOLKER (.flk, .fln), TEI and Transcriber (.trs)"
    raise NoTranscript(_OTHERS.get(root) or f"this XML file holds no transcript in a known form; known are {known}")
