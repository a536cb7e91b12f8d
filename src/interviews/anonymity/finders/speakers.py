"""Names in what stands around the speech: speaker labels and the names of files."""

import re
from collections.abc import Container, Iterable, Sequence

from interviews.anonymity.finders.detection import PageFinder, detect
from interviews.anonymity.finders.labels import LABEL_FINDER, NAME_OF_SPEAKER, ROLES, is_name
from interviews.anonymity.gazetteer import Gazetteer, Name
from interviews.anonymity.mention import EntityType, Mention
from interviews.anonymity.words.wordlists import word_set
from interviews.model import Span, Transcript
from interviews.text import fold

# A finder that is less sure than this errs too often where there is no sentence around the words.
_SURE = 0.5
_LEAST_LETTERS = 3
_WORD = re.compile(r"[^\W\d_]+")
_SPELLED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
_NAMES = (EntityType.PER, EntityType.LOC, EntityType.ORG)


def detect_transcript(
    transcript: Transcript, *, gazetteer: Gazetteer | None = None, finders: Sequence[PageFinder] = ()
) -> list[Mention]:
    """What identifies somebody in a transcript's text and in its speaker labels, in order."""
    speakers = names_of_speakers(transcript)
    mentions = detect(
        transcript.text,
        transcript.language,
        gazetteer=gazetteer,
        known={speaker.text for speaker in speakers},
        turns=transcript.turns,
        finders=finders,
    )
    persons = words_of_persons(Name(mention.text, mention.type) for mention in (*mentions, *speakers))
    called = called_after(transcript, transcript.text, persons, in_head=False)
    more = [one for one in called if not any(one.span.overlaps(speaker.span) for speaker in speakers)]
    return sorted((*mentions, *speakers, *more), key=lambda mention: mention.span)


def names_of_speakers(transcript: Transcript) -> list[Mention]:
    """The labels in the text that are names of persons, as mentions."""
    found = []
    for turn in transcript.turns:
        if turn.label is None or turn.speaker is None or not is_name(turn.speaker, transcript.language):
            continue
        start = transcript.text.find(turn.speaker, turn.label.start, turn.label.end)
        if start >= 0:
            found.append(_mention(turn.speaker, start))
    return found


def names_in_head(transcript: Transcript, head: str, gazetteer: Gazetteer | None) -> list[Mention]:
    """Names in the transcript's name (the first line of the head) and in its speaker labels (the other lines)."""
    found = []
    at = 0
    for number, line in enumerate(head.split("\n")):
        if number and is_name(line, transcript.language):
            found.append(_mention(line, at))
        elif number == 0:
            words = re.sub(r"[_\d]", " ", line)
            seen = detect(words, transcript.language, gazetteer=gazetteer)
            found += [_moved(one, at) for one in seen if one.score >= _SURE and one.type in _NAMES and _says(one)]
        at += len(line) + 1
    return found


def names_in_notes(transcript: Transcript, gazetteer: Gazetteer | None) -> set[Name]:
    """Names in what a file says beside its text (author, title, company, comments): they are searched for in the texts.

    The notes themselves stay in the vault.
    """
    found = set()
    for line in {line for note in transcript.notes for line in (note.text, note.author) if line}:
        seen = detect(line, transcript.language, gazetteer=gazetteer)
        found |= {Name(one.text, one.type) for one in seen if one.score >= _SURE and one.type in _NAMES and _says(one)}
    return found


def words_of_persons(names: Iterable[Name]) -> frozenset[str]:
    """The words, folded, of the persons' names of a study, each half of a double name for itself."""
    words = {
        word for name in names if name.type is EntityType.PER for word in _WORD.findall(name.text) if word[0].isupper()
    }
    folded = {fold(word) for word in words} | {fold(word.translate(_SPELLED)) for word in words}
    return frozenset(word for word in folded - ROLES - word_set("everyday") if len(word) >= _LEAST_LETTERS)


def called_after(transcript: Transcript, head: str, persons: Container[str], *, in_head: bool) -> list[Mention]:
    """Words of the head, or of the labels in the text, that are in the name of a person, whatever else they mean.

    No sentence around them tells which of the two they are, and files and labels are called after whom they are about.
    """
    if in_head:
        return _borne(head, 0, len(head), persons)
    labels = [turn.label for turn in transcript.turns if turn.label is not None]
    return [one for label in labels for one in _borne(transcript.text, label.start, label.end, persons)]


def _borne(text: str, start: int, end: int, persons: Container[str]) -> list[Mention]:
    words = [word for word in _WORD.finditer(text, start, end) if word[0][0].isupper() and fold(word[0]) in persons]
    reason = "a file or speaker called after a name found elsewhere"
    return [Mention(Span(*word.span()), EntityType.PER, word[0], LABEL_FINDER, reason, 0.7) for word in words]


def _says(mention: Mention) -> bool:
    return fold(mention.text) not in ROLES


def _mention(label: str, start: int) -> Mention:
    return Mention(Span(start, start + len(label)), EntityType.PER, label, LABEL_FINDER, NAME_OF_SPEAKER, 0.95)


def _moved(mention: Mention, by: int) -> Mention:
    return Mention(mention.span.shift(by), mention.type, mention.text, mention.finder, mention.reason, mention.score)
