"""Groups for programs without cases: the transcripts of each case, and of each value of an attribute."""

from collections.abc import Iterable

from interviews.formats.refi.guids import default_guid
from interviews.model import Case, Group, Participant, Transcript

# A longer value is prose and groups nothing.
VALUE = 60


def derived_groups(
    transcripts: Iterable[Transcript], cases: Iterable[Case], participants: Iterable[Participant]
) -> list[Group]:
    """A group for every case and for every value of an attribute that some transcript has through case or speaker."""
    of_case = {case.name: case for case in cases}
    people = {participant.name: participant for participant in participants}
    members: dict[tuple[str, str], dict[str, None]] = {}
    for transcript in transcripts:
        speakers = [people[one.participant] for one in transcript.speakers if one.participant in people]
        owned = [of_case[transcript.case].attributes] if transcript.case in of_case else []
        owned += [speaker.attributes for speaker in speakers]
        keys = [("value-set", f"{key}: {value}") for has in owned for key, value in has.items() if value]
        if transcript.case is not None:
            keys.insert(0, ("case-set", transcript.case))
        for key in keys:
            members.setdefault(key, {})[transcript.id] = None
    return [
        Group(name, tuple(("transcript", one) for one in ids), id=default_guid(kind, name).lower())
        for (kind, name), ids in sorted(members.items())
        if kind == "case-set" or len(name) <= VALUE
    ]
