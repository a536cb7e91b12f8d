"""Persons: runs of words that are names by list, by shape, or by what announces them."""

import re
from collections.abc import Iterator
from functools import lru_cache

from interviews.anonymity.finders.page import Finding, Page, Word
from interviews.anonymity.finders.reading import begins_as_word, stands_as_name, stands_as_person, stands_under_article
from interviews.anonymity.mention import EntityType
from interviews.anonymity.words.dictionary import is_explained, is_german_plural, is_listed, is_ordinary_word, lemma
from interviews.anonymity.words.names import load_names
from interviews.anonymity.words.titles import (
    is_office,
    is_title,
    kinship,
    named_after,
    naming,
    nicknaming,
    possessed,
    titles,
)
from interviews.anonymity.words.towns import is_too_large, load_towns
from interviews.anonymity.words.wordlists import word_set
from interviews.text import fold

_PARTICLES = frozenset(
    (
        "von van vom zu zur zum de der den del della di da dos das du la le el al bin ibn abu ben ter ten thi o' st mac"
    ).split()
)
_FOREIGN_PARTICLES = frozenset("de del della di dos do bin ibn al el thi van ter ten".split())
# With a capital letter these begin a name rather than a sentence (Le Thi Hoa, El Masri).
_LEADING_PARTICLES = frozenset("al el le thi della dos bin abu ben van".split())
_HONORIFICS = frozenset("abla abi bey hanim hoca hodscha amca teyze agha khan dayi efendi usta".split())
_TITLED, _TITLED_WORD = "follows a title", "follows a title that is also a word"
_OFFICE = "follows an office"
_LONGEST_RUN = 5
_GENERATION = re.compile(r" (?:[Ss]enior|[Jj]unior|sen\.|jun\.|Sr\.?|Jr\.?|Snr|Jnr)(?!\w)")
_INITIAL = re.compile(r"[A-ZÄÖÜŁŚŻ]|Ch|Chr|Th|St|Ph")
_NO_OBJECT_AFTER = frozenset(
    "mit von bei fur ohne gegen durch zu vom beim zum und der die den dem dat mein meine meinem meinen meiner "
    "unser unsere auf an uber".split()
)
# What follows an office without being a name: a time, a place of office, an abbreviation.
_NO_NAME = re.compile(
    r"(?:Anfang|Mitte|Ende|Stadt|Land|Kreis|Gemeinde|Bezirk|Abteilung|Amt|Bereich|\w*(?:tag|abend|woche|jahr)s?|[A-Z]{2,})"
)
# A word for one who does something needs an article: right after a given name it is a surname (Andreas Kleiber).
_TRADE = re.compile(r"(?:er|mann|ert|ke)$")
_MASS = re.compile(
    r"(?:hunger|fieber|wasser|arger|kummer|zucker|pfeffer|feuer|leder|papier|bier|futter|puder|pulver|silber|kupfer|zimmer"
    r"|wetter|theater|alter|keller|fenster|ufer|musiker|muster|tochter|schwester|bruder|mutter|vater|kinder|bilder|lieder"
    r"|bucher|hauser|eier|gelder|blumer)$"
)
_PRONOUNS = frozenset(
    (
        "sie ihr ihre ihnen ihrem ihren du wir man "
        "i i'm i'd i've i'll pan pani panstwo monday tuesday wednesday thursday "
        "friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays"
    ).split()
)


def find_people(page: Page) -> Iterator[Finding]:
    """Names by list and by cue; a run of them is one finding."""
    announced = _announced(page)
    index = 0
    while index < len(page.words):
        cue = announced.get(page.words[index].start)
        run = _run(page, index, cue) if cue or page.words[index].capital else None
        if run is None:
            index += 1
            continue
        last, reason, score = run
        start = _start_of(page, index, announced)
        end = _end_of(page, last)
        yield Finding(start, end, EntityType.PER, "names", reason, score)
        index = last + 1


def _run(page: Page, index: int, cue: tuple[int, str] | None) -> tuple[int, str, float] | None:
    """The last word of the run of names that begins here, why, and how surely; None if none does."""
    first = page.words[index]
    if cue is not None and first.text in _PARTICLES and (leading := _particles(page, index)):
        return _extended(page, index + leading), cue[1], 0.95
    if not first.capital or (first.folded in _PRONOUNS and not _is_initial(first)):
        return None
    if cue is not None and _cue_accepts(page, index, cue[1]):
        return _after_title(page, index, cue[1]), cue[1], 0.95
    if is_too_large(first.folded) or first.folded in word_set("nationwide") or _is_dialect_for_my(page, index):
        return None
    kind = _kind_here(first, page.language)
    last = _extended(page, index)
    if kind == "given" and not (first.initial and _starts_like_a_word(first, page.language)):
        return last, "a listed given name", 0.9
    if kind == "either" and last > index and _begins_plain_talk(page, index):
        return None
    if kind in ("family", "either") and last > index:
        return last, "listed names side by side", 0.85
    if kind == "family" and not (first.initial and begins_as_word(first.text, page.language)):
        return last, "a listed family name", 0.6
    return _by_context(page, index, last)


def _is_dialect_for_my(page: Page, index: int) -> bool:
    """Whether a word that may be a given name is a southern "mein" before a noun (Mei Vater)."""
    if page.language != "de" or page.words[index].folded not in ("mei", "dei", "sei") or page.gap(index) != " ":
        return False
    return is_listed(page.words[index + 1].text, "de") and name_kind(page.words[index + 1].text, "de") not in (
        "given",
        "family",
    )


def _by_context(page: Page, index: int, last: int) -> tuple[int, str, float] | None:
    """The same for words that no list has as names alone."""
    first = page.words[index]
    if page.language == "de" and (
        stands_as_person(page, index) or stands_as_name(page, index) or stands_under_article(page, index)
    ):
        return last, "stands as only a name does", 0.6
    if _is_initial(first) and page.text[first.end : first.end + 1] == "." and last > index:
        return last, "an initial before a name", 0.7
    return None


def _particles(page: Page, index: int) -> int:
    """How many particles stand here before a capitalized word (Frau de Lange, Herr von der Heide), 0 if none does."""
    for count in (1, 2):
        if index + count >= len(page.words) or page.gap(index + count - 1) != " ":
            return 0
        if page.words[index + count].capital:
            german = page.words[index].text not in _FOREIGN_PARTICLES
            return 0 if german and _is_plain_noun(page.words[index + count], page.language) else count
        if page.words[index + count].text not in _PARTICLES:
            return 0
    return 0


def _after_title(page: Page, index: int, reason: str) -> int:
    """The last word of an announced name; after title and given name a family name follows, even an ordinary word."""
    last = _extended(page, index)
    if reason != _TITLED or last > index or page.gap(last) != " ":
        return last
    following = page.words[last + 1]
    given = name_kind(page.words[index].text, page.language) == "given" and not page.words[index].text.endswith("s")
    return last + 1 if given and following.capital and following.folded not in _PRONOUNS else last


def _is_given(word: Word, language: str) -> bool:
    listed = load_names().english if language == "en" else load_names().given
    return not word.text.isupper() and any(base in listed for base in _bases(word.text, language))


def _kind_here(word: Word, language: str) -> str:
    kind = name_kind(word.text, language)
    if kind == "either" and language in ("en", "pl") and not word.initial and _is_given(word, language):
        return "given"  # nouns are small in these languages
    return kind


def _begins_plain_talk(page: Page, index: int) -> bool:
    """Whether a small word and then no name begin a sentence (Das Gschäft)."""
    first, second = page.words[index], page.words[index + 1]
    return first.initial and _starts_like_a_word(first, page.language) and not name_kind(second.text, page.language)


def _starts_like_a_word(word: Word, language: str) -> bool:
    return begins_as_word(word.text, language) and is_ordinary_word(word.text, language)


@lru_cache(maxsize=65536)
def name_kind(text: str, language: str) -> str:
    """Whether a word is a name by list: "given", "family", "either" (an ordinary word, too), or ""."""
    names = load_names()
    for folded in _bases(text, language):
        given, family = folded in names.given, folded in names.family
        if not given and not family:
            continue
        if given and folded in word_set("given_names") and _is_rare_inflection(text, language):
            return "given"
        if is_ordinary_word(text, language) or is_ordinary_word(folded.capitalize(), language):
            return "either"
        if folded in load_towns() and not given:
            return "either"
        return "given" if given else "family"
    return ""


def _is_rare_inflection(text: str, language: str) -> bool:
    """Whether a listed given name is a word only as an inflected noun (Asen: several of the Æsir)."""
    root = lemma(text, language)
    return language == "de" and root[:1].isupper() and root != text and not is_listed(text.lower(), "de")


def _bases(text: str, language: str) -> list[str]:
    """Folded forms under which a list may have the word: itself, without a genitive ending, its Polish nominative."""
    folded = fold(text)
    found = [folded]
    for ending in ("'s", "s", "'"):
        if len(folded) - len(ending) >= 3 and folded.endswith(ending):
            found.append(folded.removesuffix(ending))
            break
    if "'" in folded:
        found.append(folded.split("'")[0])
    if language == "pl":
        root = lemma(text, "pl")
        found += [fold(root)] if root else []
    if "-" in folded:
        found += folded.split("-")[:1]
    return [base for base in found if len(base) >= 2]


def _cue_accepts(page: Page, index: int, reason: str) -> bool:
    """Whether what follows a cue can be a name: after a title any capitalized word, else no ordinary one."""
    word = page.words[index]
    if reason == _TITLED:
        return not _is_title_follower(word, page.language) or _is_surname_of_woman(page, index)
    if is_too_large(word.folded):
        return False
    if reason == _OFFICE:
        return not (is_german_plural(word.text) or _NO_NAME.fullmatch(word.text) or _is_title_follower(word, "de"))
    if page.language in ("en", "pl"):
        return word.folded not in ("ok", "okay") and not (
            reason == "follows a phrase of naming"
            and is_ordinary_word(word.text, page.language)
            and not name_kind(word.text, page.language)
        )
    if reason == "owns something":
        return not is_listed(word.text, page.language) or name_kind(word.text, page.language) != ""
    if reason == "follows a phrase of nicknaming":
        return not is_german_plural(word.text)
    if reason == _TITLED_WORD:
        return name_kind(word.text, page.language) != "" or not is_listed(word.text, page.language)
    return name_kind(word.text, page.language) != "" or not is_explained(word.text, page.language)


# By these a woman may be addressed without an ending.
_FOR_BOTH = frozenset("doktor professor pastor minister kaplan major oberst dekan kantor diakon".split())


def _is_surname_of_woman(page: Page, index: int) -> bool:
    """Whether an office after "Frau" is a family name, since the office of a woman has its ending (Frau Hauptmann)."""
    word = page.words[index]
    ends = word.folded.endswith(("in", "frau", "rau", "leitung", "e"))
    return page.language == "de" and page.before(index) == "frau" and not ends and word.folded not in _FOR_BOTH


def _is_title_follower(word: Word, language: str) -> bool:
    """Whether a word after a title is itself an office, by which somebody is addressed (Herr Doktor, vielen Dank)."""
    if word.folded in ("und", "oder", "and", "or"):
        return True
    office = is_title(word.text, language) or word.folded in (
        "kollege",
        "kollegin",
        "nachbar",
        "nachbarin",
    )
    return bool(office) and word.folded not in load_names().family and is_explained(word.text, language)


def _announced(page: Page) -> dict[int, tuple[int, str]]:
    """Where a name is announced: position of its first letter to the start of the title (or itself) and the reason."""
    found: dict[int, tuple[int, str]] = {}
    cues = (
        (naming, "follows a phrase of naming"),
        (nicknaming, "follows a phrase of nicknaming"),
        (kinship, "follows a word of relation"),
    )
    for pattern, reason in cues:
        for match in pattern(page.language).finditer(page.text):
            found[match.end()] = (match.end(), reason)
    for match in possessed(page.language).finditer(page.text):
        found[match.start("hit")] = (match.start("hit"), "owns something")
    for match in named_after(page.language).finditer(page.text):
        found[match.start("hit")] = (match.start("hit"), "follows a phrase of nicknaming")
    for match in titles(page.language).finditer(page.text):
        strong = not _STRONG_TITLES.isdisjoint(re.split(r"[\s.]+", match[0].lower()))
        weak = _OFFICE if page.language == "de" and is_office(match[0]) else _TITLED_WORD
        reason = _TITLED if strong else weak
        found[match.end()] = (match.start(), reason)
        if strong and page.text[match.end()].islower() and (last := match[0].rstrip().rfind(" ")) > 0:
            found[match.start() + last + 1] = (match.start(), reason)  # Frau Hauptmann sagt
    return found


_STRONG_TITLES = frozenset(
    "herr herrn frau fräulein dr prof professor professorin mr mrs ms miss mx councillor "
    "cllr familie pan pana panu panem panie "
    "pani panią państwo państwa".split()
)


def _extended(page: Page, index: int) -> int:
    """The last word of the run of name words that begins at `index`."""
    last = index
    while last - index < _LONGEST_RUN and last + 1 < len(page.words):
        step = _joins(page, last)
        if not step:
            break
        last += step
    return last


def _joins(page: Page, last: int) -> int:
    """How many further words continue the name after word `last`: 0, 1, or 2 where a particle stands between."""
    gap = page.gap(last)
    if gap not in (" ", "-", ". ", "."):
        return 0
    if gap.startswith(".") and not _is_initial(page.words[last]):
        return 0
    following = page.words[last + 1]
    if following.folded in _PARTICLES and _leads_to_name(page, last + 1):
        return 2
    if following.folded in _HONORIFICS and following.capital:
        return 1
    if _is_initial(following) and page.text[following.end : following.end + 1] == ".":
        return 1
    return int(following.capital and (_continues(following, page.language) or _is_surname(page, last)))


def _leads_to_name(page: Page, particle: int) -> bool:
    """Whether a family name follows a particle (Luis dos Santos, Olga von Treskow)."""
    if particle + 1 >= len(page.words) or page.gap(particle) not in (" ", "-", "'"):
        return False
    after, text = page.words[particle + 1], page.words[particle].folded
    if not after.capital or text in ("der", "den", "das", "zu", "zum", "vom", "da", "du", "la"):
        return False
    if text == "von" and page.language == "de":
        return not is_ordinary_word(after.text, "de") and not is_german_plural(after.text)
    return text in _FOREIGN_PARTICLES or not _is_plain_noun(after, page.language)


def _continues(word: Word, language: str) -> bool:
    """Whether a capitalized word right after a name can be the next part of it."""
    if word.folded in _PRONOUNS or is_too_large(word.folded):
        return False
    if name_kind(word.text, language):
        return True
    if word.folded in load_towns():
        return True
    return not _is_plain_noun(word, language)


def _is_surname(page: Page, given: int) -> bool:
    """Whether a German noun after a given name can only be the family name, no object (mit Thorsten Stark)."""
    first, second = page.words[given], page.words[given + 1]
    if (
        page.language != "de"
        or name_kind(first.text, "de") != "given"
        or (first.folded.endswith("s") and first.folded not in load_names().given)
    ):
        return False
    if second.folded in _PRONOUNS or is_too_large(second.folded) or is_german_plural(second.text):
        return False
    if not is_ordinary_word(second.text, "de") and is_listed(second.text, "de"):
        return True
    if _TRADE.search(second.folded) and not _MASS.search(second.folded):
        return True
    before = page.before(given)
    return first.initial or before == "" or before in _NO_OBJECT_AFTER or page.words[given - 1].capital


def _is_plain_noun(word: Word, language: str) -> bool:
    if language == "de":
        return is_explained(word.text, language)
    return is_ordinary_word(word.text, language)


def _is_initial(word: Word) -> bool:
    return bool(_INITIAL.fullmatch(word.text))


def _start_of(page: Page, index: int, announced: dict[int, tuple[int, str]]) -> int:
    """Where the mention begins: with the title where there is one, else with the first initial or particle."""
    start = page.words[index].start
    if start in announced:
        return announced[start][0]
    at = index
    while at > 0 and index - at < _LONGEST_RUN and page.gap(at - 1) in (". ", ".", " ") and _leads(page, at - 1):
        at -= 1
    return page.words[at].start


def _leads(page: Page, index: int) -> bool:
    word = page.words[index]
    if _is_initial(word) and page.gap(index).startswith("."):
        return True
    return word.folded in _LEADING_PARTICLES and page.gap(index) == " " and word.capital


def _end_of(page: Page, last: int) -> int:
    """Where the mention ends: an initial takes its full stop along."""
    end = page.words[last].end
    if generation := _GENERATION.match(page.text, end):
        return generation.end()
    if _is_initial(page.words[last]) and page.text[end : end + 1] == ".":
        return end + 1
    return end
