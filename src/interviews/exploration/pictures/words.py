"""What stands on pictures, in German and English."""

_WORDS = {
    "de": {
        **{
            "participants": "Befragte",
            "code": "Code",
            "theme": "Thema",
            "case": "Fall",
            "role": "Rolle",
            "participant": "Person",
        },
        **{"codings": "Codierungen", "transcripts": "Transkripte", "characters": "Zeichen", "coder": "Codierende"},
        **{"transcript": "Transkript", "by": "{} nach {} und {}", "together": "Codes, die sich überschneiden"},
        **{"meetings": "Überschneidungen", "closeness": "Wie eng Codes zusammengehen (c × 100)", "c": "c × 100"},
        **{"turn": "Beitrag", "percent": "Prozent des Textes", "course": "Codes im Verlauf von {}"},
        **{"after": "Wie oft binnen {} Beiträgen ein Thema auf ein anderes folgt", "then": "danach", "first": "zuerst"},
        **{"times": "Stellen", "portrait": "Code: {}", "words": "Wörter, die ihn auszeichnen", "weight": "Gewicht (z)"},
        **{"together with": "gemeinsam mit", "sub-code": "Untercode"},
    },
    "en": {
        **{
            "participants": "Participants",
            "code": "code",
            "theme": "theme",
            "case": "case",
            "role": "role",
            "participant": "participant",
        },
        **{"codings": "Codings", "transcripts": "Transcripts", "characters": "Characters", "coder": "coder"},
        **{"transcript": "transcript", "by": "{} by {} and {}", "together": "Codes that overlap"},
        **{"meetings": "Overlaps", "closeness": "How closely codes go together (c × 100)", "c": "c × 100"},
        **{"turn": "turn", "percent": "per cent of the text", "course": "Codes along {}"},
        **{"after": "How often a theme follows another within {} turns", "then": "then", "first": "first"},
        **{"times": "passages", "portrait": "Code: {}", "words": "Words that mark it", "weight": "weight (z)"},
        **{"together with": "together with", "sub-code": "sub-code"},
    },
}


def words_in(language: str) -> dict[str, str]:
    """The words of pictures: German ones, and English ones for every other language."""
    return _WORDS.get(language, _WORDS["en"])
