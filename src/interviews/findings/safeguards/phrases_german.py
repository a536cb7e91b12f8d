"""The German phrases of the report on an anonymization."""

from collections.abc import Mapping

GERMAN: Mapping[str, str] = {
    "kind": "Bericht über die Pseudonymisierung",
    "readers": "für die Ethikkommission und die Datenschutzbeauftragten",
    "status": "Der Bericht enthält Zahlen, keine Namen und keine Worte aus den Interviews.",
    "in_short": "In Kürze",
    "short_found": "{found} identifizierende Angaben (Personen, Orte, Organisationen, Daten …) wurden "
    "gefunden; {replaced} wurden ersetzt, {kept} bewusst belassen.",
    "short_review": "{decided} wurden einzeln entschieden, {accepted} wie vorgeschlagen übernommen, "
    "{confirmed} von einer zweiten Person bestätigt.",
    "short_unrecorded": "Bei {n} ist nicht festgehalten, wer darüber entschieden hat.",
    "check_clean": "Die Leckprüfung über alle Dateien des Projekts fand keinen der ersetzten Namen.",
    "check_look": "Die Leckprüfung über die Dateien des Projekts ist nicht ohne Befund: siehe den Abschnitt dazu.",
    "short_alone": "{alone} von {people} Befragten haben in mindestens einer Kombination ihrer Merkmale "
    "niemanden neben sich.",
    "short_status": "Die Texte sind pseudonymisiert, nicht anonym: Sie bleiben personenbezogene Daten.",
    "matter": "Gegenstand",
    "n_interviews": "Interviews",
    "n_participants": "Befragte",
    "n_passages": "ersetzte Textstellen",
    "matter_text": "Die anonymisierten Texte umfassen {words} Wörter in {cases} Fällen. Sprachen: {languages}.",
    "matter_waiting": "{n} Interviews sind eingelesen, aber noch nicht bearbeitet; sie liegen verschlüsselt "
    "im Tresor und sind niemandem sonst zugänglich.",
    "matter_law": "Bearbeitet wurden die Namen und Angaben, mit denen Befragte oder Dritte in den Texten, in "
    "Sprecherkennungen, Dateinamen und Merkmalen genannt sind. Im Sinne von Art. 4 Nr. 5 DSGVO ist das eine "
    "Pseudonymisierung: Die Zuordnung ist mit zusätzlichen Informationen möglich, die gesondert und "
    "verschlüsselt aufbewahrt werden. Nach Erwägungsgrund 26 gelten die Texte damit weiter als Informationen "
    "über identifizierbare Personen, bei jedem, der sie hat.",
    "outcome": "Gefunden und ersetzt",
    "outcome_lead": "Gezählt werden nicht Textstellen, sondern das, was sie benennen: Eine Person, die in "
    "zehn Interviews vorkommt, zählt einmal und erhält überall denselben Ersatz.",
    "kind_column": "Art",
    "found": "gefunden",
    "texts": "in Interviews",
    "sum": "zusammen",
    "outcome_table": "Was gefunden wurde und was damit geschah",
    "outcome_remark": "An {passages} Stellen der Texte steht dadurch etwas anderes als im Original. Ein "
    "Platzhalter ist ein Wort in Klammern wie [Person 3]; vergröbert heißt: Alter zum Jahrzehnt, Datum zum Jahr, "
    "Amt zur Art des Amtes.",
    "review": "Prüfung durch Menschen",
    "review_lead": "Das Programm schlägt vor, Menschen entscheiden. Ohne eine ausdrückliche Übernahme "
    "entsteht kein anonymisierter Text.",
    "review_decided": "{n} Angaben wurden einzeln angesehen und entschieden.",
    "review_accepted": "{n} wurden übernommen, wie sie vorgeschlagen waren.",
    "review_confirmed": "{n} Entscheidungen hat eine zweite Person bestätigt.",
    "review_unrecorded": "Bei {n} ist nicht festgehalten, wer entschieden hat (Entscheidungen aus einer "
    "früheren Fassung des Programms, oder übernommen ohne Durchsicht).",
    "who": "Person",
    "decided": "entschieden",
    "accepted": "übernommen",
    "confirmed": "bestätigt",
    "first": "von",
    "last": "bis",
    "review_table": "Wer geprüft hat",
    "day": "Tag",
    "rounds_table": "Wann anonymisierte Texte gespeichert wurden",
    "policy": "Vorschläge kamen aus diesen Regelwerken (Zahl der Angaben): {profiles}.",
    "policy_default": "Vorgeschlagen wurde nach den Voreinstellungen: Namen, Orte, Organisationen, Adressen, "
    "Kontaktdaten, Nummern und Berufe werden ersetzt, Altersangaben zum Jahrzehnt und volle Daten zum Jahr "
    "vergröbert; Staaten und bloße Jahreszahlen bleiben.",
    "safekeeping": "Verwahrung, Einwilligung, Leckprüfung",
    "vault": "Die Originale und der Schlüssel zu den Pseudonymen liegen in einem Tresor außerhalb des "
    "Projektordners. Jede Datei darin ist mit age (X25519, ChaCha20-Poly1305) verschlüsselt; unverschlüsselt "
    "wird dort nichts geschrieben. Wer codiert und auswertet, braucht ihn nicht. Mit Tresor und Schlüssel lässt "
    "sich jedes Original Zeichen für Zeichen wiederherstellen, ohne sie nicht.",
    "keepers": "{n} Personen oder Stellen haben einen Schlüssel, der den Tresor öffnet.",
    "keepers_one": "Genau ein Schlüssel öffnet den Tresor.",
    "consent": "Einwilligung und Widerruf",
    "level": "Einwilligung",
    "people": "Befragte",
    "consent_table": "Worin die Befragten eingewilligt haben",
    "consent_unknown": "Im Projekt ist keine Stufe der Einwilligung festgehalten; ohne sie wird kein Zitat "
    "zum Druck ausgegeben.",
    "withdrawals": "Nach einem Widerruf gelöschte Interviews: {n} ({days}).",
    "withdrawals_none": "Ein Widerruf, nach dem ein Interview zu löschen war, ist nicht verzeichnet.",
    "check": "Leckprüfung",
    "check_text": "Durchsucht werden alle Dateien des Projekts, auch Datenbankseiten mit gelöschten Zeilen, "
    "Office-Dokumente, Archive, Notizbücher, PDF und das, was Bilder neben ihren Bildpunkten enthalten, nach "
    "jeder Form jedes ersetzten Namens. Dieselbe Prüfung läuft vor jedem Export und verweigert ihn bei einem "
    "Fund.",
    "check_found": "Als dieser Bericht geschrieben wurde: {certain} sichere und {possible} mögliche "
    "Fundstellen. Mögliche sind Wörter, die ein Name und ein gewöhnliches Wort sind; eine Person muss sie "
    "ansehen.",
    "check_unsearched": "Nicht durchsucht werden konnte (Zahl der Dateien):",
    "check_let_through": "Beim Export nach Ansicht zugelassen:",
    "cells": "Seltene Merkmale",
    "cells_lead": "Auch ohne Namen kann jemand erkannt werden, wenn nur wenige seine Merkmale teilen. "
    "Gezählt wurde, wie viele der Befragten jede Kombination von bis zu drei festgehaltenen Merkmalen teilen; "
    "unter {k} gilt als selten.",
    "cells_none": "Im Projekt sind keine Merkmale von Befragten festgehalten.",
    "cells_found": "Von {all} vorkommenden Kombinationen teilen {small} weniger als {k} Befragte. {alone} "
    "Befragte sind in mindestens einer die einzigen.",
    "attributes": "Merkmale",
    "small": "seltene Kombinationen",
    "cells_table": "Welche Merkmale zusammen selten sind (weniger als {k} Befragte)",
    "cells_quotes": "Von {all} Zitaten, die gedruckt werden dürfen, stammen {rare} von Befragten mit "
    "seltenen Merkmalen. Tabellen und Exporte von Zitaten weisen sie aus.",
    "cells_limit": "Gezählt ist in der Stichprobe. Ob jemand erkannt werden kann, hängt davon ab, wie viele "
    "Menschen der Gemeinde die Merkmale teilen; das weiß kein Programm, und was die Interviews erzählen, ist "
    "nicht mitgezählt.",
    "method": "Verfahren und Grenzen",
    "step_find": "Finden: Muster mit Prüfung (Telefon, Mail, Nummern, Daten, Altersangaben, Adressen, auch "
    "gesprochen), Listen von Vor- und Familiennamen und Orten, Hinweiswörter (Frau, ich heiße, mein Mann), Ämter "
    "und Berufe, die Ortsliste der Studie und großgeschriebene Wörter, die kein Wörterbuch erklärt.",
    "step_close": "Schließen: Jeder Name, der einmal gefunden ist, wird in allen Interviews in allen Formen gesucht.",
    "step_link": "Verbinden: Nennungen werden nur dann zu einer Person verbunden, wenn das sicher ist; den "
    "Rest entscheidet ein Mensch.",
    "step_decide": "Entscheiden: einmal je Person, Ort oder Organisation, mit dem Zusammenhang der Stelle vor Augen.",
    "step_apply": "Ersetzen: in einem Durchgang, im ganzen Projekt gleich; das Original bleibt unverändert im Tresor.",
    "step_check": "Prüfen: Leckprüfung über alles, was den Tresor verlässt.",
    "models": "Statistische Modelle, die auf diesem Rechner am Finden beteiligt sein konnten: {models}.",
    "models_none": "Auf diesem Rechner ist kein statistisches Modell installiert, das am Finden beteiligt "
    "wäre; das Programm lädt nichts herunter und sendet nichts.",
    "measured": "Wie viel vor der Prüfung gefunden wird",
    "measured_text": "Gemessen an erfundenen Interviewausschnitten, die beim Schreiben der Regeln niemand "
    "angesehen hatte (zwei Sätze je Sprache; wenige, kurze Texte einer Autorin oder eines Autors):",
    "texts_measured": "Texte",
    "language": "Sprache",
    "persons": "Nennungen von Personen",
    "direct": "direkte Merkmale",
    "quasi": "mittelbare Merkmale",
    "precision": "zu Recht vorgeschlagen",
    "measured_table": "Anteil des Gefundenen ohne jede Prüfung durch Menschen",
    "measured_limit": "Das sind Messungen am Programm, nicht an dieser Studie; in anderen Texten kann es "
    "mehr oder weniger sein. Sie stehen mit ihrem Befehl in der Dokumentation des Programms (benchmarks).",
    "limits": "Was nicht versprochen werden kann",
    "limit_recall": "Kein Verfahren findet alles. Die Prüfung durch Menschen, auch das Lesen ganzer "
    "Interviews, ist Teil des Verfahrens.",
    "limit_unseen": "Am ehesten bleiben Spitznamen, ungewöhnliche Schreibungen, Namen, die gewöhnliche "
    "Wörter sind, Ämter und Umstände stehen.",
    "limit_circumstances": "Was jemand erzählt, kann ohne jeden Namen erkennen lassen, wer spricht. Das "
    "sieht kein Programm.",
    "limit_pseudonymous": "Solange Tresor und Schlüssel bestehen, sind die Texte pseudonymisiert. Auch ohne "
    "sie wären sie nur dann anonym, wenn niemand mit Mitteln erkannt werden kann, die nach allgemeinem Ermessen "
    "wahrscheinlich genutzt werden (Erwägungsgrund 26 DSGVO).",
    "limit_check": "Die Leckprüfung kennt die ersetzten Namen, nicht die übersehenen. Altersangaben, Jahre "
    "und einzelne Berufswörter sucht sie nicht, weil sie als gewöhnliche Wörter zu häufig sind.",
    "limit_pictures": "Was Bilder zeigen und Aufnahmen hören lassen, wird nicht durchsucht.",
    "risks": "Verbleibende Risiken",
    "risks_lead": "In dieser Studie ist abzuwägen:",
    "risk_missed": "Übersehene Namen: Das Programm findet nicht alle; wie viele die Prüfung nachgetragen "
    "hat, lässt sich nicht messen.",
    "risk_unlooked": "{n} von {all} Angaben hat niemand nachweislich einzeln angesehen.",
    "risk_one_pair": "Keine Entscheidung wurde von einer zweiten Person bestätigt.",
    "risk_kept": "Bewusst belassen sind: {kept}.",
    "risk_waiting": "{n} Interviews sind noch nicht anonymisiert.",
    "risk_leaks": "Die Leckprüfung fand {certain} sichere und {possible} mögliche Stellen; sie sind vor "
    "jeder Weitergabe zu klären.",
    "risk_unsearched": "{n} Dateien oder Teile davon konnten nicht durchsucht werden.",
    "risk_alone": "{n} Befragte sind in einer Kombination ihrer Merkmale die einzigen; wer den Ort kennt, "
    "könnte sie erkennen.",
    "risk_quotes": "{n} druckbare Zitate stammen von Befragten mit seltenen Merkmalen.",
    "risk_consent": "Nicht von allen Befragten ist festgehalten, worin sie eingewilligt haben.",
    "risk_keeper": "Es gibt nur einen Schlüssel zum Tresor: Geht er verloren, sind die Originale verloren.",
    "risk_vault": "Wer Tresor und Schlüsseldatei zugleich erlangt, kann jede Ersetzung rückgängig machen; "
    "beide sind getrennt aufzubewahren.",
    "signatures": "Kenntnisnahme",
    "signatures_text": "Die Unterzeichnenden haben die verbleibenden Risiken abgewogen.",
    "signatures_table": "Unterschriften",
    "role": "Funktion",
    "place_day": "Ort, Tag",
    "signature": "Unterschrift",
    "lead": "Projektleitung",
    "officer": "Datenschutzbeauftragte(r)",
}
