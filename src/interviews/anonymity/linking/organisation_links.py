"""Which organisations are the same: by their words in any case, without legal form; short names are proposals."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from interviews.anonymity.forms.name_pieces import LEGAL_FORM
from interviews.anonymity.forms.polish import polish_stems
from interviews.anonymity.linking.grouping import Group, Named
from interviews.text import fold

_ARTICLE = re.compile(r"^(?:der|die|das|den|dem|des|the|am|im|vom|zur|zum|beim|w|we|na|our|unser\w*)\s+", re.I)
_SMALL = frozenset("der die das des den dem für fur und of the and for in im am an auf e v w z na i dla".split())
_ENDINGS = ("es", "er", "en", "em", "e", "n", "s")
_LEAST_STEM = 4
_FEWEST_LETTERS = 2


@lru_cache(maxsize=16384)
def key_of(text: str, language: str) -> tuple[str, ...]:
    """The stems of the words that name an organisation, in any case."""
    bare = LEGAL_FORM.sub("", _ARTICLE.sub("", " ".join(text.split())))
    return tuple(_stem(word, language) for word in re.split(r"[^\w]+", fold(bare)) if word)


def _stem(word: str, language: str) -> str:
    if language == "pl":
        return min(polish_stems(word), key=lambda stem: (len(stem), stem)) if len(word) >= _LEAST_STEM else word
    for ending in _ENDINGS if language == "de" else ("s",):
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST_STEM:
            return word.removesuffix(ending)
    return word


def with_short_names(groups: Sequence[Group]) -> list[Group]:
    """The groups of organisations, each with those of which it may be a short name or an abbreviation."""
    longer: dict[object, list[int]] = defaultdict(list)
    for number, group in enumerate(groups):
        for key in {key for named in group.members for key in _short_keys(named)}:
            longer[key].append(number)
    return [
        Group(group.type, group.members, could_be=group.could_be,
              may_be=tuple(groups[other].first for other in _of_key(group, longer) if other != number))
        for number, group in enumerate(groups)
    ]  # fmt: skip


def _of_key(group: Group, longer: Mapping[object, list[int]]) -> list[int]:
    text = group.first.mention.text
    letters = re.sub(r"\W", "", text)
    found = [*longer.get(key_of(text, group.first.language), ())]
    if len(letters) >= _FEWEST_LETTERS and letters.isupper():
        found += longer.get(fold(letters), ())
    return list(dict.fromkeys(found))


def _short_keys(named: Named) -> Iterator[object]:
    """What the organisation may be called for short: its first words, its last ones, its first letters."""
    words = key_of(named.mention.text, named.language)
    for count in range(1, len(words)):
        yield words[:count]
        yield words[-count:]
    if len(words) > 1:
        yield "".join(word[0] for word in words if word not in _SMALL)
        yield "".join(word[0] for word in words)
