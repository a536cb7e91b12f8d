"""The fixed remarks of tables that other rooms hand to a report, which are in English, in the report's language."""

from collections.abc import Mapping

REMARKS: Mapping[str, Mapping[str, str]] = {
    "de": {
        "all codes, exact set": "alle Codes, gleiche Menge",
        "all codes, MASI": "alle Codes, MASI",
        "kappa is not defined with a set distance": "Kappa gibt es nicht für Abstände von Mengen",
        "no coder used this code": "niemand hat diesen Code verwendet",
        "no unit was judged by two coders": "keine Einheit wurde von zweien beurteilt",
        "every judgement is the same, so there is no agreement by chance to compare with": "alle Urteile sind gleich,"
        " so dass es keine zufällige Übereinstimmung zum Vergleich gibt",
    },
    "en": {},
    "pl": {
        "all codes, exact set": "wszystkie kody, ten sam zbiór",
        "all codes, MASI": "wszystkie kody, MASI",
        "kappa is not defined with a set distance": "kappa nie istnieje dla odległości zbiorów",
        "no coder used this code": "nikt nie użył tego kodu",
        "no unit was judged by two coders": "żadnej jednostki nie oceniły dwie osoby",
        "every judgement is the same, so there is no agreement by chance to compare with": "wszystkie oceny są takie"
        " same, więc nie ma zgodności przypadkowej do porównania",
    },
}
