"""Invented talk in which people go by ordinary words, so that only the context tells who is meant."""

from interviews.anonymity import EntityType
from interviews.anonymity.gazetteer import Name
from interviews.anonymity.models.decided import Decided
from interviews.model import Span

NICKNAMES = [
    "Besen",
    "Kelle",
    "Tüte",
    "Hobel",
    "Zange",
    "Bürste",
    "Deckel",
    "Kanne",
    "Schippe",
    "Knopf",
    "Eimer",
    "Spule",
]
THINGS = ["Lampe", "Kiste", "Leiter", "Wanne", "Mappe", "Karte", "Matte", "Decke", "Kette", "Tasse", "Bank", "Tafel"]


def talk(number: int) -> str:
    """An interview: two people by their nicknames, and things of the same form in other sentences."""
    one, other = NICKNAMES[2 * number], NICKNAMES[2 * number + 1]
    thing, another = THINGS[2 * number], THINGS[2 * number + 1]
    return (
        f"I: Wer wohnt hier noch?\n"
        f"B: Oben wohnt der kleine {one}, den kennen alle. Neben mir wohnt der kleine {other}, den mögen alle.\n"
        f"I: Und im Hof?\n"
        f"B: Da steht eine {thing}, die gehört keinem. Dann liegt da eine {another}, die braucht keiner.\n"
        f"B: Abends sitzt der kleine {one} draußen. Morgens fegt der kleine {other} den Weg.\n"
        f"B: Das war eine {thing} ohne Farbe darauf, und die {another} war kaputt.\n"
    )


def decided(number: int) -> Decided:
    """The interview with its people decided."""
    text = talk(number)
    spans = [
        Span(at, at + len(nickname))
        for nickname in NICKNAMES[2 * number : 2 * number + 2]
        for at in range(len(text))
        if text.startswith(f"kleine {nickname}", at - len("kleine "))
    ]
    replaced = tuple((span, EntityType.PER) for span in sorted(spans))
    names = frozenset(Name(span.of(text), EntityType.PER) for span in spans)
    return Decided(text, "de", replaced, names, frozenset({f"PER-{2 * number:03}", f"PER-{2 * number + 1:03}"}))
