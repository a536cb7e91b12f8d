"""EXMARaLDA: what the head of a transcription says of it and of its speakers."""

from collections.abc import Iterator
from typing import Any

from interviews.formats.annotation.building import Gathered
from interviews.formats.annotation.labels import labels_by_id
from interviews.formats.annotation.words import language_of, one_line

_META = {
    "project-name": "project",
    "transcription-name": "title",
    "comment": "comment",
    "transcription-convention": "remark",
}


def speaker_labels(root: Any, gathered: Gathered) -> dict[str, str]:
    """The abbreviation of each speaker, by the id that tiers refer to."""
    speakers = root.iterfind("head/speakertable/speaker")
    return labels_by_id(((speaker.get("id"), speaker.findtext("abbreviation")) for speaker in speakers), gathered)


def speaker_languages(root: Any) -> dict[str, str]:
    """The language of each speaker who is said to use one only."""
    languages = {}
    for speaker in root.iterfind("head/speakertable/speaker"):
        used = {language_of(language.get("lang")) for language in speaker.iterfind("languages-used/language")} - {None}
        if len(used) == 1:
            languages[speaker.get("id", "")] = str(used.pop())
    return languages


def note_header(root: Any, gathered: Gathered) -> None:
    """Keep names, comments, recordings and what is told of the speakers beside the text."""
    for meta in root.iterfind("head/meta-information"):
        for tag, kind in _META.items():
            gathered.note(kind, meta.findtext(tag))
        for media in meta.iterfind("referenced-file"):
            gathered.note("media", media.get("url"))
        for told in meta.iterfind("ud-meta-information/ud-information"):
            gathered.note("remark", _named(told))
    for speaker in root.iterfind("head/speakertable/speaker"):
        gathered.note("speaker", "; ".join(_told(speaker)))
        gathered.note("comment", speaker.findtext("comment"))


def _told(speaker: Any) -> Iterator[str]:
    label = one_line(speaker.findtext("abbreviation")) or speaker.get("id", "")
    sex = speaker.find("sex")
    if sex is not None and sex.get("value"):
        yield f"{label}: sex: {sex.get('value')}"
    for tag in ("languages-used", "l1", "l2"):
        codes = [language.get("lang", "") for language in speaker.iterfind(f"{tag}/language")]
        if any(codes):
            yield f"{label}: {tag}: {', '.join(codes)}"
    for told in speaker.iterfind("ud-speaker-information/ud-information"):
        if one_line(told.text):
            yield f"{label}: {_named(told)}"


def _named(told: Any) -> str:
    text = one_line(told.text)
    name = one_line(told.get("attribute-name"))
    return f"{name}: {text}" if name and text else text
