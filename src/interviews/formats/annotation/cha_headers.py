"""CHAT: what the headers say of participants, languages, recordings and circumstances."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from interviews.formats.annotation.building import Gathered
from interviews.formats.annotation.words import language_of, one_line
from interviews.formats.talk.roles import role_of
from interviews.model import Role

_MARKS = frozenset(("UTF8", "Begin", "End", "Languages", "Participants", "Font", "Window", "Color words", "Options"))
_KINDS = {"Media": "media", "Comment": "comment", "Transcriber": "author", "Coder": "author", "Warning": "comment"}
# Roles of CHAT that tell what somebody does in an interview; what family members are to a child tells nothing of it.
_ROLES: Mapping[str, Role] = {
    **dict.fromkeys(("investigator", "interviewer", "examiner", "clinician", "therapist"), Role.INTERVIEWER),
    **dict.fromkeys(("participant", "subject", "informant", "patient", "client", "narrator"), Role.INTERVIEWEE),
    **dict.fromkeys(("target_child", "target_adult", "interviewee", "respondent"), Role.INTERVIEWEE),
    **dict.fromkeys(("observer", "media", "environment", "non_human", "camera_operator"), Role.OTHER),
}


class Headers(NamedTuple):
    """What a file says of the languages in it, and of those of single speakers."""

    language: str | None
    of_speakers: Mapping[str, str | None]

    def language_of(self, speaker: str) -> str | None:
        """The language of a speaker, if one is given."""
        return self.of_speakers.get(speaker) or self.language


def read_headers(headers: Sequence[tuple[str, str]], gathered: Gathered) -> Headers:
    """Roles and languages from the headers; everything that tells of people and circumstances is kept as notes."""
    language: str | None = None
    of_speakers: dict[str, str | None] = {}
    for name, text in headers:
        if name == "Languages":
            language = language_of(text.replace(",", " ").split()[0]) if text.replace(",", " ").split() else None
            gathered.note("remark", f"{name}: {text}")
        elif name == "Participants":
            _participants(text, gathered)
        elif name == "ID":
            _identity(text, of_speakers, gathered)
        elif name not in _MARKS:
            gathered.note(_KINDS.get(name, "header"), text if name in _KINDS else f"{name}: {text}")
    return Headers(language, of_speakers)


def _participants(text: str, gathered: Gathered) -> None:
    """`PAR Anna Participant, INV Investigator`: code, perhaps a name, role."""
    for entry in text.split(","):
        code, *rest = entry.split() or [""]
        if rest:
            _give_role(code, rest[-1], gathered)
        if len(rest) > 1:
            gathered.note("speaker", f"{code}: {' '.join(rest)}")


def _identity(text: str, of_speakers: dict[str, str | None], gathered: Gathered) -> None:
    """`deu|corpus|PAR|65;|male|||Participant|||`: language, corpus, code, age, sex, group, class, role and more."""
    fields = [field.strip() for field in text.split("|")]
    if len(fields) < 3:
        return
    code = fields[2]
    languages = fields[0].replace(",", " ").split()
    of_speakers.setdefault(code, language_of(languages[0]) if len(languages) == 1 else None)
    if len(fields) > 7:
        _give_role(code, fields[7], gathered)
    gathered.note("speaker", f"ID: {one_line(text)}")


def _give_role(code: str, told: str, gathered: Gathered) -> None:
    role = _ROLES.get(told.casefold()) or role_of(told.replace("_", " "))
    if role is not None:
        gathered.roles.setdefault(code, role)
