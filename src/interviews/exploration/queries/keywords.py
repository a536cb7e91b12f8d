"""The words of the grammar in English and German, as `fold` gives them; whatever is not here is a name or a value."""

from interviews.exploration.queries.expression import Measure, Relation

AND = frozenset({"and", "und"})
OR = frozenset({"or", "oder"})
NOT = frozenset({"not", "nicht"})
IN = frozenset({"in"})
NONE = frozenset({"none", "keine", "keiner", "keines"})
# How far: "within 3 turns", "innerhalb von 3 Beiträgen".
UP_TO = frozenset({"within", "innerhalb"})
# Small words that a person may write after a keyword.
FILLERS = frozenset({"von", "mit", "with", "of", "to"})

RELATIONS = {
    **dict.fromkeys(("overlapping", "overlaps", "uberlappt", "uberlappend", "uberschneidet"), Relation.OVERLAPPING),
    **dict.fromkeys(("within", "innerhalb"), Relation.WITHIN),
    **dict.fromkeys(("containing", "contains", "enthalt", "enthaltend"), Relation.CONTAINING),
    **dict.fromkeys(("equals", "deckungsgleich"), Relation.EQUALS),
    **dict.fromkeys(("followed by", "gefolgt von"), Relation.FOLLOWED),
    **dict.fromkeys(("preceded by", "nach"), Relation.PRECEDED),
    **dict.fromkeys(("near", "nahe"), Relation.NEAR),
}
# The first words of those that are two.
BEGINNINGS = frozenset(words.partition(" ")[0] for words in RELATIONS if " " in words)

MEASURES = {
    **dict.fromkeys(
        ("turn", "turns", "beitrag", "beitrage", "beitragen", "wechsel", "wechseln", "redebeitrag", "redebeitragen"),
        Measure.TURNS,
    ),
    **dict.fromkeys(("character", "characters", "zeichen"), Measure.CHARACTERS),
}
COLUMNS = {
    "fall": "case",
    "rolle": "role",
    **dict.fromkeys(("codierer", "codiererin", "codierende", "kodierer", "kodiererin", "kodierende"), "coder"),
    "runde": "round",
    **dict.fromkeys(("date", "datum"), "created"),
    "gewicht": "weight",
    "transkript": "transcript",
    **dict.fromkeys(("sprecher", "sprecherin"), "speaker"),
    **dict.fromkeys(("person", "teilnehmer", "teilnehmerin", "teilnehmende"), "participant"),
    "thema": "theme",
    "beitrag": "turn",
    "einheit": "unit",
    "prufen": "review",
}
ROLES = {
    **dict.fromkeys(("befragte", "befragter", "interviewte", "interviewter"), "interviewee"),
    **dict.fromkeys(("interviewerin", "interviewende"), "interviewer"),
    **dict.fromkeys(("dolmetscher", "dolmetscherin", "dolmetschende"), "interpreter"),
    "andere": "other",
}
UNITS = {"segment": "segment", "abschnitt": "segment", "beitrag": "turn", "transkript": "transcript"}
# Columns that may stand alone: they hold where there is something in them.
ALONE = frozenset({"review", "prufen"})

KEYWORDS = AND | OR | NOT | IN | NONE | ALONE | {word for words in RELATIONS for word in words.split()}
"""A code that is called so is written in quotation marks."""
