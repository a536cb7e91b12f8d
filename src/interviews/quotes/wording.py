"""The few words that exports print around quotes, by language."""

from interviews.model import Quote

_WORDS = {
    "de": {"title": "Zitate", "turn": "Beitrag", "uncoded": "Ohne Code"},
    "en": {"title": "Quotes", "turn": "turn", "uncoded": "Without a code"},
    "pl": {"title": "Cytaty", "turn": "wypowiedź", "uncoded": "Bez kodu"},
}


def word(name: str, language: str) -> str:
    """One of the words, in English where the language is not known."""
    return _WORDS.get(language, _WORDS["en"])[name]


def attribution(quote: Quote, language: str) -> str:
    """Who said it and where it stands."""
    turn = f"{word('turn', language)} {quote.turn}" if quote.turn else ""
    return ", ".join(part for part in (quote.speaker, quote.case, turn) if part)
