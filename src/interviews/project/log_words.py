"""What the log of a study says, in German and English."""

# Of one and of several; {what} are the codes and transcripts of codings, {detail} what the event says of itself.
SENTENCES: dict[str, dict[tuple[str, str], tuple[str, str]]] = {
    "en": {
        ("add", "coding"): ("coded a passage{what}", "coded {count} passages{what}"),
        ("retract", "coding"): ("took a coding back{detail}", "took {count} codings back{detail}"),
        ("change", "coding"): ("changed a coding{what}", "changed {count} codings{what}"),
        ("review", "coding"): ("looked at a coding again{detail}", "looked at {count} codings again{detail}"),
        ("adjudicate", "coding"): (
            "decided on a coding{what}",
            "decided on {count} codings in which coders differ{what}",
        ),
        ("add", "case coding"): ("coded a case", "gave codes to cases, {count} times"),
        ("retract", "case coding"): ("took a code of a case back", "took {count} codes of cases back"),
        ("add", "codebook"): ("saved a codebook{detail}", "saved {count} codebooks{detail}"),
        ("revise", "codebook"): ("revised the codebook{detail}", "revised {count} codebooks{detail}"),
        ("add", "memo"): ("wrote a memo", "wrote {count} memos"),
        ("release", "quote"): ("released a quote{detail}", "released a quote{detail}"),
        ("hold", "quote"): ("holds a quote back{detail}", "holds a quote back{detail}"),
        ("add", "group"): ("made a group", "made {count} groups"),
        ("add", "link"): ("drew a link", "drew {count} links"),
        ("add", "guid"): ("noted an id of another program", "noted {count} ids of other programs"),
        ("add", "query"): ("saved a query", "saved {count} queries"),
        ("add", "suggestion"): ("had a passage suggested{detail}", "had {count} passages suggested{detail}"),
        ("decide", "suggestion"): ("decided on a suggestion", "decided on {count} suggestions"),
        ("decide", "coding"): ("accepted a suggestion{what}", "decided on {count} suggestions and accepted{what}"),
        ("register", "transcript"): ("read a transcript in", "read {count} transcripts in"),
        ("add", "text version"): ("saved an anonymized text", "saved {count} anonymized texts"),
        ("add", "participant"): ("described a participant", "described {count} participants"),
        ("add", "case"): ("described a case", "described {count} cases"),
        ("anonymize", "text version"): ("anonymized a text{detail}", "anonymized {count} texts{detail}"),
        ("erase", "transcript"): ("erased an interview", "erased {count} interviews"),
        ("export", "export"): ("exported {name}", "exported {name}"),
        ("export", "file"): ("decided about an export{detail}", "decided about an export{detail}"),
    },
    "de": {
        ("add", "coding"): ("hat eine Stelle codiert{what}", "hat {count} Stellen codiert{what}"),
        ("retract", "coding"): (
            "hat eine Codierung zurückgenommen{detail}",
            "hat {count} Codierungen zurückgenommen{detail}",
        ),
        ("change", "coding"): ("hat eine Codierung geändert{what}", "hat {count} Codierungen geändert{what}"),
        ("review", "coding"): (
            "hat eine Codierung noch einmal angesehen{detail}",
            "hat {count} Codierungen noch einmal angesehen{detail}",
        ),
        ("adjudicate", "coding"): (
            "hat über eine Codierung entschieden{what}",
            "hat über {count} voneinander abweichende Codierungen entschieden{what}",
        ),
        ("add", "case coding"): ("hat einen Fall codiert", "hat {count} Codes für Fälle vergeben"),
        ("retract", "case coding"): (
            "hat einen Code eines Falls zurückgenommen",
            "hat {count} Codes von Fällen zurückgenommen",
        ),
        ("add", "codebook"): ("hat ein Codebuch gespeichert{detail}", "hat {count} Codebücher gespeichert{detail}"),
        ("revise", "codebook"): ("hat das Codebuch geändert{detail}", "hat {count} Codebücher geändert{detail}"),
        ("add", "memo"): ("hat eine Notiz geschrieben", "hat {count} Notizen geschrieben"),
        ("release", "quote"): ("hat ein Zitat freigegeben{detail}", "hat ein Zitat freigegeben{detail}"),
        ("hold", "quote"): ("hält ein Zitat zurück{detail}", "hält ein Zitat zurück{detail}"),
        ("add", "group"): ("hat eine Gruppe gebildet", "hat {count} Gruppen gebildet"),
        ("add", "link"): ("hat eine Beziehung gezogen", "hat {count} Beziehungen gezogen"),
        ("add", "guid"): (
            "hat eine Kennung eines anderen Programms vermerkt",
            "hat {count} Kennungen anderer Programme vermerkt",
        ),
        ("add", "query"): ("hat eine Abfrage gespeichert", "hat {count} Abfragen gespeichert"),
        ("add", "suggestion"): (
            "hat sich eine Stelle vorschlagen lassen{detail}",
            "hat sich {count} Stellen vorschlagen lassen{detail}",
        ),
        ("decide", "suggestion"): ("hat über einen Vorschlag entschieden", "hat über {count} Vorschläge entschieden"),
        ("decide", "coding"): (
            "hat einen Vorschlag angenommen{what}",
            "hat über {count} Vorschläge entschieden und angenommen{what}",
        ),
        ("register", "transcript"): ("hat ein Transkript eingelesen", "hat {count} Transkripte eingelesen"),
        ("add", "text version"): (
            "hat einen anonymisierten Text gespeichert",
            "hat {count} anonymisierte Texte gespeichert",
        ),
        ("add", "participant"): ("hat eine beteiligte Person beschrieben", "hat {count} Beteiligte beschrieben"),
        ("add", "case"): ("hat einen Fall beschrieben", "hat {count} Fälle beschrieben"),
        ("anonymize", "text version"): (
            "hat einen Text anonymisiert{detail}",
            "hat {count} Texte anonymisiert{detail}",
        ),
        ("erase", "transcript"): ("hat ein Interview gelöscht", "hat {count} Interviews gelöscht"),
        ("export", "export"): ("hat {name} exportiert", "hat {name} exportiert"),
        ("export", "file"): ("hat über einen Export entschieden{detail}", "hat über einen Export entschieden{detail}"),
    },
}
WORDS = {
    "en": {
        "undo": "undid: {sentence}",
        "redo": "did again: {sentence}",
        "undone": " (undone)",
        "in": "in",
        "more": "more",
    },
    "de": {
        "undo": "rückgängig: {sentence}",
        "redo": "wiederhergestellt: {sentence}",
        "undone": " (rückgängig gemacht)",
        "in": "in",
        "more": "weitere",
    },
}
