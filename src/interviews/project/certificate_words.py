"""The words of the certificate of an erasure, in the languages of projects."""

WORDS = {
    "de": {
        "title": "Nachweis über die Löschung nach Widerruf der Einwilligung",
        "by": "Ausgeführt von",
        "counted": "Vernichtet, nach Art und Ort",
        "lost": "Verlorene Codierungen",
        "day": "Tag der Löschung",
        "of": "Betroffen (Pseudonyme und Kennungen)",
        "successful": "Das Interview ist an allen unten genannten Orten vernichtet. Die anschließende Prüfung fand "
        "nichts.",
        "unsuccessful": "Das Interview ist vernichtet, doch die anschließende Prüfung fand noch Spuren (siehe unten). "
        "Dieser Nachweis gilt erst, wenn sie beseitigt sind und der Befehl noch einmal gelaufen ist.",
        "destroyed": "Was vernichtet wurde",
        "what": "Was",
        "where": "Wo",
        "count": "Anzahl",
        "crypto": "Das Original lag mit einem eigenen Schlüssel verschlüsselt im Tresor. Dieser Schlüssel ist "
        "vernichtet; ohne ihn öffnet niemand Reste der Dateien. Die Datenbank wurde überschrieben und neu"
        " aufgebaut.",
        "codes": "Codierungen je Code",
        "codes_told": "So viele gültige Codierungen hat jeder Code verloren; frühere Auswertungen zählen anders.",
        "code": "Code",
        "check": "Prüfung danach",
        "check_told": "Gesucht wurde in allen Dateien des Projektordners, in den unverschlüsselten Dateien des Tresors "
        "und in den genannten Archiven: nach jedem im Interview ersetzten Namen in allen Formen und nach "
        "Wortfolgen, die nur der anonymisierte Text dieses Interviews enthielt.",
        "nothing": "Nichts gefunden.",
        "code_names": "Codes, deren Name Worte des Interviews zitiert und auf Entscheidung der Ausführenden bleibt",
        "beyond": "Was das Programm nicht erreicht",
        "backups": "Sicherungskopien von Projekt und Tresor: Wer eine solche Kopie und einen Schlüssel hat, kann das"
        " Interview lesen. Sie sind zu löschen.",
        "copies": "Kopien des Projekts bei anderen: Wird eine von ihnen mit diesem Projekt zusammengeführt, kommt "
        "das Interview nicht zurück; gelöscht wird es dort erst, wenn dieses Projekt in die Kopie "
        "übernommen wird.",
        "own_words": "Was andere mit eigenen Worten über das Interview geschrieben haben, ohne es zu zitieren: in "
        "Zellen der Framework-Matrix, Notizen zu Fällen und Codes, Gründen für "
        "Änderungen am Codebuch. Es ist durchzulesen.",
        "source": "Die Datei, aus der das Interview gelesen wurde, die Zeile in der Tabelle der Beteiligten und die "
        "Aufnahme außerhalb des Tresors. Damit die Datei nicht noch einmal eingelesen wird, bleibt ihre Prüfsumme "
        "(SHA-256) verschlüsselt im Tresor.",
        "disk": "Von Dateisystemen und Datenträgern aufbewahrte frühere Zustände (Schnappschüsse, "
        "Versionsverläufe, git).",
        "keepers": "Wer einen Schlüssel zum Tresor hatte, kann sich vorher etwas kopiert haben.",
        "exports": "Ausgegebene Dateien",
        "exports_told": "Diese Dateien hat das Projekt ausgegeben. Sie können das Interview enthalten und sind zu "
        "löschen"
        " oder neu zu schreiben:",
        "archives": "Archive",
        "archives_told": "Neu geschrieben wurden die folgenden. Alle anderen Archive sind zu löschen oder neu zu "
        "schreiben, auch frühere Stände in git.",
        "none": "Keine.",
    },
    "en": {
        "title": "Certificate of erasure after withdrawal of consent",
        "by": "Carried out by",
        "counted": "Destroyed, by kind and place",
        "lost": "Codings lost",
        "day": "Day of erasure",
        "of": "Concerns (pseudonyms and ids)",
        "successful": "The interview is destroyed at all places named below. The check afterwards found nothing.",
        "unsuccessful": "The interview is destroyed, but the check afterwards still found traces (see below). This "
        "certificate is valid only when they are removed and the command has run once more.",
        "destroyed": "What was destroyed",
        "what": "What",
        "where": "Where",
        "count": "Count",
        "crypto": "The original lay in the vault, encrypted with a key of its own. That key is destroyed; without "
        "it nobody opens what may be left of the files. The database was overwritten and built anew.",
        "codes": "Codings by code",
        "codes_told": "So many valid codings were lost by each code; earlier analyses count differently.",
        "code": "Code",
        "check": "The check afterwards",
        "check_told": "Searched were all files of the project folder, the unencrypted files of the vault, and the "
        "archives named: for every name replaced in the interview, in all its forms, and for rows of "
        "words that only the anonymized text of this interview held.",
        "nothing": "Nothing was found.",
        "code_names": "Codes whose name quotes words of the interview and stays by decision of who carried this out",
        "beyond": "What the program does not reach",
        "backups": "Backups of project and vault: whoever has one and a key can read the interview. They are to be "
        "deleted.",
        "copies": "Other people's copies of the project: if one is merged into this project, the interview does not"
        " come back; there it is deleted only when this project is merged into the copy.",
        "own_words": "What others wrote about the interview in words of their own, without quoting it: in cells of the "
        "framework matrix, memos on cases and codes, reasons for changes of the codebook. It is to be read through.",
        "source": "The file from which the interview was read, the row in the table of participants, and the recording "
        "outside the vault. So that the file is not read in again, its digest (SHA-256) stays in the vault, encrypted.",
        "disk": "Earlier states kept by file systems and disks (snapshots, version histories, git).",
        "keepers": "Whoever had a key to the vault may have copied something before.",
        "exports": "Exported files",
        "exports_told": "These files were exported by the project. They may hold the interview and are to be "
        "deleted or "
        "written anew:",
        "archives": "Archives",
        "archives_told": "These were written anew. All other archives are to be deleted or written anew, earlier "
        "states in"
        " git, too.",
        "none": "None.",
    },
    "pl": {
        "title": "Zaświadczenie o usunięciu po wycofaniu zgody",
        "by": "Wykonał(a)",
        "counted": "Zniszczone według rodzaju i miejsca",
        "lost": "Utracone kodowania",
        "day": "Dzień usunięcia",
        "of": "Dotyczy (pseudonimy i identyfikatory)",
        "successful": "Wywiad został zniszczony we wszystkich miejscach wymienionych poniżej. Późniejsze sprawdzenie "
        "nic nie wykryło.",
        "unsuccessful": "Wywiad został zniszczony, ale sprawdzenie wykryło jeszcze ślady (patrz niżej). Zaświadczenie "
        "jest ważne dopiero po ich usunięciu i ponownym uruchomieniu polecenia.",
        "destroyed": "Co zostało zniszczone",
        "what": "Co",
        "where": "Gdzie",
        "count": "Liczba",
        "crypto": "Oryginał leżał w sejfie zaszyfrowany własnym kluczem. Klucz ten został zniszczony; bez niego "
        "nikt nie otworzy pozostałości plików. Bazę danych nadpisano i zbudowano na nowo.",
        "codes": "Kodowania według kodów",
        "codes_told": "Tyle ważnych kodowań utracił każdy kod; wcześniejsze analizy liczą inaczej.",
        "code": "Kod",
        "check": "Sprawdzenie po usunięciu",
        "check_told": "Przeszukano wszystkie pliki folderu projektu, niezaszyfrowane pliki sejfu i wymienione archiwa: "
        "pod kątem każdego nazwiska zastąpionego w wywiadzie, we wszystkich formach, oraz ciągów słów, "
        "które zawierał tylko zanonimizowany tekst tego wywiadu.",
        "nothing": "Nic nie znaleziono.",
        "code_names": "Kody, których nazwa cytuje słowa wywiadu i decyzją wykonującej osoby pozostaje",
        "beyond": "Czego program nie obejmuje",
        "backups": "Kopie zapasowe projektu i sejfu: kto ma taką kopię i klucz, może przeczytać wywiad. Należy je "
        "usunąć.",
        "copies": "Kopie projektu u innych osób: po scaleniu z tym projektem wywiad nie wraca; tam zostanie "
        "usunięty dopiero, gdy ten projekt zostanie scalony z kopią.",
        "own_words": "To, co inni napisali o wywiadzie własnymi słowami, nie cytując go: w komórkach macierzy, "
        "notatkach o przypadkach i kodach, uzasadnieniach zmian księgi kodów. Należy to przeczytać.",
        "source": "Plik, z którego wczytano wywiad, wiersz w tabeli uczestników oraz nagranie poza sejfem. Aby plik "
        "nie został wczytany ponownie, jego suma kontrolna (SHA-256) pozostaje zaszyfrowana w sejfie.",
        "disk": "Wcześniejsze stany przechowywane przez systemy plików i dyski (migawki, historie wersji, git).",
        "keepers": "Kto miał klucz do sejfu, mógł wcześniej coś skopiować.",
        "exports": "Wyeksportowane pliki",
        "exports_told": "Te pliki wyeksportował projekt. Mogą zawierać wywiad; należy je usunąć albo zapisać na nowo:",
        "archives": "Archiwa",
        "archives_told": "Na nowo zapisano następujące. Wszystkie inne archiwa należy usunąć albo zapisać na nowo, "
        "także "
        "wcześniejsze stany w git.",
        "none": "Brak.",
    },
}
"""Sentences, by language."""

PLACES = {
    "de": {"vault": "Tresor", "store": "Datenbank"},
    "en": {"vault": "vault", "store": "database"},
    "pl": {"vault": "sejf", "store": "baza danych"},
}
"""Where something was, by language."""

_NAMES = {
    "originals": (
        "vault",
        "Originaltexte mit allen Fassungen",
        "originals with all revisions",
        "oryginały ze wszystkimi wersjami",
    ),
    "replacements": (
        "vault",
        "Listen der Ersetzungen",
        "lists of replacements",
        "listy zastąpień",
    ),
    "interview keys": (
        "vault",
        "Schlüssel des Interviews",
        "keys of the interview",
        "klucze wywiadu",
    ),
    "media": (
        "vault",
        "Aufnahmen, Bilder, PDF",
        "recordings, pictures, PDF",
        "nagrania, obrazy, PDF",
    ),
    "key entries": (
        "vault",
        "Einträge des Ersetzungsschlüssels",
        "entries of the replacement key",
        "wpisy klucza zastąpień",
    ),
    "people": (
        "vault",
        "Beteiligte",
        "participants",
        "uczestnicy",
    ),
    "vault cases": (
        "vault",
        "Fälle",
        "cases",
        "przypadki",
    ),
    "learned": (
        "vault",
        "gelernte Modelle",
        "learned models",
        "wyuczone modele",
    ),
    "transcripts": (
        "store",
        "Transkripte",
        "transcripts",
        "transkrypcje",
    ),
    "text_versions": (
        "store",
        "anonymisierte Textversionen",
        "anonymized text versions",
        "zanonimizowane wersje tekstu",
    ),
    "edits": (
        "store",
        "Wege zwischen Textversionen",
        "edits between text versions",
        "przejścia między wersjami",
    ),
    "codings": (
        "store",
        "Codierungen",
        "codings",
        "kodowania",
    ),
    "retractions": (
        "store",
        "Rücknahmen von Codierungen",
        "retractions of codings",
        "wycofania kodowań",
    ),
    "reviews": (
        "store",
        "Überprüfungen von Codierungen",
        "reviews of codings",
        "ponowne oceny kodowań",
    ),
    "suggestions": (
        "store",
        "Vorschläge",
        "suggestions",
        "propozycje",
    ),
    "decisions": (
        "store",
        "Entscheidungen über Vorschläge",
        "decisions on suggestions",
        "decyzje o propozycjach",
    ),
    "case_codings": (
        "store",
        "Codes von Fällen",
        "codes of cases",
        "kody przypadków",
    ),
    "memos": (
        "store",
        "Notizen",
        "memos",
        "notatki",
    ),
    "participants": (
        "store",
        "Zeilen zu Beteiligten",
        "rows on participants",
        "wiersze o uczestnikach",
    ),
    "cases": (
        "store",
        "Zeilen zu Fällen",
        "rows on cases",
        "wiersze o przypadkach",
    ),
    "links": (
        "store",
        "Beziehungen",
        "links",
        "powiązania",
    ),
    "guids": (
        "store",
        "Kennungen anderer Programme",
        "ids of other programs",
        "identyfikatory innych programów",
    ),
    "emptied": (
        "store",
        "geleerte Zitate in anderen Einträgen",
        "quotes emptied in other records",
        "usunięte cytaty w innych zapisach",
    ),
}
COUNTED = {
    language: {what: (names[0], names[place]) for what, names in _NAMES.items()}
    for place, language in enumerate(("de", "en", "pl"), 1)
}
"""Where what was counted was, and what it is called, by language."""
