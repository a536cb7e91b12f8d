"""The units of a topic model: what interviewees said, turn by turn, as lemmas."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from interviews.errors import MisuseError
from interviews.model import Role, Span, Transcript
from interviews.topics.lemmas import has_lemmas, has_stop_words, lemmas

FEWEST_UNITS = 20
# Measured on 130 turns: leaving out a fifth of them changes more than half of the top words.
FEW_UNITS = 300
# A word of one turn only cannot be shared by a topic; one in half of all turns belongs to no topic in particular.
FEWEST_TURNS = 2
MOST_OF_TURNS = 0.5


@dataclass(frozen=True, slots=True, repr=False)
class Unit:
    """One turn with its content words."""

    transcript: str
    turn: int
    span: Span
    text: str
    language: str
    terms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, repr=False)
class Corpus:
    """Units of one language, by transcript and turn, over one vocabulary."""

    language: str
    units: tuple[Unit, ...]
    spelling: dict[str, str]
    """For every term the way it is mostly written."""
    notes: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.units)


def build_corpus(transcripts: Sequence[Transcript], *, min_words: int, roles: Sequence[Role]) -> Corpus:
    """The turns of `roles` with at least `min_words` words, in the language with most of them.

    Raises MisuseError for transcripts that are not anonymized, and where fewer than 20 turns remain.
    """
    raw = sum(transcript.version == 0 for transcript in transcripts)
    if raw:
        raise MisuseError(f"{raw} transcripts are not anonymized yet: topics are fitted on anonymized text only")
    units = list(_turns(transcripts, roles))
    long_enough = [unit for unit in units if len(unit.text.split()) >= min_words]
    language, kept = _main_language(long_enough)
    spelled, spelling = _with_terms(kept)
    told = tuple(unit for unit in spelled if unit.terms)
    if len(told) < FEWEST_UNITS:
        raise MisuseError(
            f"topics need at least {FEWEST_UNITS} turns of {min_words} words or more in one language, there are "
            f"{len(told)}: add interviews, or check the roles of the speakers"
        )
    notes = [
        (len(units) - len(long_enough), f"turns of fewer than {min_words} words left out"),
        *_other_languages(long_enough, language),
        (len(kept) - len(told), "turns without a content word that occurs elsewhere left out"),
    ]
    return Corpus(language, told, spelling, (*_counted(notes), *_cautions(len(told)), *_missing_resources(language)))


def _turns(transcripts: Sequence[Transcript], roles: Sequence[Role]) -> Iterator[Unit]:
    for transcript in sorted(transcripts, key=lambda t: t.name):
        for turn in transcript.turns:
            if turn.role in roles:
                words = turn.speech.of(transcript.text)
                language = turn.language or transcript.language
                yield Unit(transcript.name, turn.number, turn.speech, words, language)


def _main_language(units: list[Unit]) -> tuple[str, list[Unit]]:
    """Words of two languages share no topics, so the larger part is fitted."""
    counts = Counter(unit.language for unit in units)
    main = min(counts, key=lambda language: (-counts[language], language), default="")
    return main, [unit for unit in units if unit.language == main]


def _with_terms(units: list[Unit]) -> tuple[list[Unit], dict[str, str]]:
    """The units with the terms that enough and not too many of them share, and how each term is written."""
    written = [lemmas(unit.text, unit.language) for unit in units]
    spread = Counter(term for words in written for term in {word.casefold() for word in words})
    most = max(MOST_OF_TURNS * len(units), FEWEST_TURNS)
    vocabulary = {term for term, turns in spread.items() if FEWEST_TURNS <= turns <= most}
    spellings = Counter(word for words in written for word in words)
    spelling: dict[str, str] = {}
    for word in sorted(spellings, key=lambda word: (spellings[word], word)):
        spelling[word.casefold()] = word
    terms = [tuple(word.casefold() for word in words if word.casefold() in vocabulary) for words in written]
    return [replace(unit, terms=found) for unit, found in zip(units, terms, strict=True)], spelling


def _other_languages(units: list[Unit], main: str) -> Iterator[tuple[int, str]]:
    counts = Counter(unit.language for unit in units if unit.language != main)
    for language, count in sorted(counts.items()):
        yield count, f"turns in {language} left out: topics are fitted in one language, here {main}"


def _counted(notes: list[tuple[int, str]]) -> Iterator[str]:
    return (f"{count} {what}" for count, what in notes if count)


def _cautions(units: int) -> Iterator[str]:
    if units < FEW_UNITS:
        yield f"{units} turns are few: topics change much with every interview added; take them as a hint where to read"


def _missing_resources(language: str) -> Iterator[str]:
    if not has_lemmas(language):
        yield f"no lemmas for {language}: words stand as they were said"
    if not has_stop_words(language):
        yield f"no stop words for {language}: words without content may appear in topics"
