"""The few words that exports print around quotes, by language."""

from collections.abc import Sequence

from interviews.model import Quote

_WORDS = {
    "de": {
        "title": "Zitate",
        "turn": "Beitrag",
        "uncoded": "Ohne Code",
        "rare": "Vor dem Druck zu prüfen: {rare} von {all} Zitaten stammen von Personen, deren Merkmale in dieser "
        "Kombination nur wenige der Befragten teilen; sie könnten daran zu erkennen sein: {cited}",
        "more": " und {n} weitere",
    },
    "en": {
        "title": "Quotes",
        "turn": "turn",
        "uncoded": "Without a code",
        "rare": "To be looked at before printing: {rare} of {all} quotes are by people whose attributes only few of "
        "those interviewed share in this combination; they might be recognized by them: {cited}",
        "more": " and {n} more",
    },
    "pl": {
        "title": "Cytaty",
        "turn": "wypowiedź",
        "uncoded": "Bez kodu",
        "rare": "Do sprawdzenia przed drukiem: {rare} z {all} cytatów pochodzi od osób, których cechy w tej kombinacji "
        "ma niewielu badanych; mogą zostać po nich rozpoznane: {cited}",
        "more": " i {n} więcej",
    },
}
_LISTED = 20


def word(name: str, language: str) -> str:
    """One of the words, in English where the language is not known."""
    return _WORDS.get(language, _WORDS["en"])[name]


def attribution(quote: Quote, language: str) -> str:
    """Who said it and where it stands."""
    turn = f"{word('turn', language)} {quote.turn}" if quote.turn else ""
    return ", ".join(part for part in (quote.speaker, quote.case, turn) if part)


def warning(quotes: Sequence[Quote], language: str) -> str:
    """Which quotes a person should look at before they are printed, and why; empty where there are none."""
    rare = [quote for quote in quotes if quote.rare]
    if not rare:
        return ""
    people = list(dict.fromkeys(f"{quote.speaker} ({quote.rare}: {quote.shared_by})" for quote in rare))
    cited = ", ".join(people[:_LISTED])
    if len(people) > _LISTED:
        cited += word("more", language).format(n=len(people) - _LISTED)
    return word("rare", language).format(rare=len(rare), all=len(quotes), cited=cited) + "."
