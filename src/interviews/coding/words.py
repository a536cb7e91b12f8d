"""What the parts of a code, and the changes of a codebook, are called in German and English."""

from interviews.coding.code_fields import LABEL
from interviews.model import Change

FIELDS = {
    "de": {
        "definition": "Definition",
        "use_when": "Anwenden, wenn",
        "not_when": "Nicht anwenden, wenn",
        "anchor": "Ankerbeispiel",
        "anchor_source": "Quelle des Ankerbeispiels",
        "counter": "Gegenbeispiel",
        "memo": "Memo",
        "colour": "Farbe",
        "retired": "Stillgelegt",
        LABEL: "Bezeichnung",
    },
    "en": {
        "definition": "Definition",
        "use_when": "Use when",
        "not_when": "Do not use when",
        "anchor": "Anchor example",
        "anchor_source": "Source of the anchor example",
        "counter": "Counter-example",
        "memo": "Memo",
        "colour": "Colour",
        "retired": "Retired",
        LABEL: "Label",
    },
}
PRINT = {
    "de": {
        "title": "Codebuch",
        "version": "Version {version}",
        "codes": "{count} Codes, davon {themes} Oberthemen",
        "overview": "Übersicht",
        "retired": "Stillgelegte Codes",
        "retired_told": "Diese Codes werden nicht mehr vergeben; sie stehen hier, weil mit ihnen codiert wurde.",
        "coded": "Codierungen",
    },
    "en": {
        "title": "Codebook",
        "version": "Version {version}",
        "codes": "{count} codes, {themes} of them themes",
        "overview": "Overview",
        "retired": "Retired codes",
        "retired_told": "These codes are not used any more; they stand here because passages were coded with them.",
        "coded": "Codings",
    },
}
CHANGES = {
    "de": {
        Change.ADD: "{code} ist neu",
        Change.RENAME: "{code} heißt jetzt {to}",
        Change.MOVE: "{code} steht jetzt unter {above}: {to}",
        Change.MERGE: "{code} geht in {to} auf",
        Change.SPLIT: "{code} ist geteilt in {to}",
        Change.RETIRE: "{code} ist stillgelegt und wird nicht mehr vergeben",
        Change.REDEFINE: "{fields} von {code} geändert",
        "top": "{code} ist jetzt ein Oberthema: {to}",
        "place": "{code} steht jetzt an anderer Stelle",
        "guessed": "geraten, weil die Texte gleich sind",
        "before": "vorher",
        "after": "jetzt",
        "nothing": "Nichts ist geändert.",
        "empty": "(leer)",
    },
    "en": {
        Change.ADD: "{code} is new",
        Change.RENAME: "{code} is called {to} now",
        Change.MOVE: "{code} stands under {above} now: {to}",
        Change.MERGE: "{code} is merged into {to}",
        Change.SPLIT: "{code} is split into {to}",
        Change.RETIRE: "{code} is retired and not used for coding any more",
        Change.REDEFINE: "{fields} of {code} changed",
        "top": "{code} is a theme of its own now: {to}",
        "place": "{code} stands in another place now",
        "guessed": "guessed, for the texts are the same",
        "before": "before",
        "after": "now",
        "nothing": "Nothing has changed.",
        "empty": "(empty)",
    },
}


def field_name(field: str, language: str) -> str:
    """What a field is called; a label with its language."""
    names = FIELDS.get(language, FIELDS["en"])
    return f"{names[LABEL]} ({field.removeprefix(LABEL)})" if field.startswith(LABEL) else names.get(field, field)
