"""Which labels before a colon are the names of speakers and not their roles."""

import re
from collections import Counter
from collections.abc import Iterator

from interviews.anonymity.finders.page import Finding, Page
from interviews.anonymity.linking.persons import Title, parse_person
from interviews.anonymity.mention import EntityType
from interviews.anonymity.words.dictionary import is_explained, is_ordinary_word
from interviews.text import fold

LABEL_FINDER = "speaker"
NAME_OF_SPEAKER = "a speaker label that is a name"
ROLES = frozenset(
    "interviewer interviewerin interviewter interviewte interview befragter befragte befragt moderator moderatorin "
    "dolmetscher dolmetscherin sprecher sprecherin speaker interviewee respondent participant interpreter teilnehmer "
    "teilnehmerin expertin experte proband probandin unbekannt unknown moderatorka badacz badaczka respondentka "
    "ankieter ankieterka tlumacz tlumaczka gruppe alle host guest int bef transkript transcript protokoll".split()
)
_LABEL = re.compile(r"^[ \t]*(?P<label>[^\W\d_][\w.'-]*(?: [\w.'-]+){0,2}):(?=\s)", re.MULTILINE)
# Whoever speaks once may be a heading.
_OFTEN = 2


def find_labels(page: Page) -> Iterator[Finding]:
    """Names before a colon where lines begin, if the same one does so again."""
    labels = list(_LABEL.finditer(page.text))
    counts = Counter(match["label"] for match in labels)
    for match in labels:
        if counts[match["label"]] >= _OFTEN and is_name(match["label"], page.language):
            yield Finding(*match.span("label"), EntityType.PER, LABEL_FINDER, NAME_OF_SPEAKER, 0.95)


def is_name(label: str, language: str) -> bool:
    """Whether a speaker label looks like a person's name, and not like a role, an initial or a number."""
    name = parse_person(label)
    words = re.findall(r"[^\W\d_]+", label[name.start : name.end])
    if not words or any(fold(word) in ROLES for word in words) or not words[0][0].isupper():
        return False
    if max(map(len, words)) < 3 or (len(words) == 1 and words[0].isupper() and len(words[0]) < 5):
        return False
    if name.titles & {Title.FEMALE, Title.MALE, Title.FAMILY} or (name.titles and name.is_full):
        return True
    return not all(is_explained(word, language) and not _is_only_a_name(word, language) for word in words)


def _is_only_a_name(word: str, language: str) -> bool:
    """Whether a word that dictionaries have is a name that means nothing else."""
    from interviews.anonymity.words.names import load_names

    names = load_names()
    return (fold(word) in names.given or fold(word) in names.family) and not is_ordinary_word(word, language)
