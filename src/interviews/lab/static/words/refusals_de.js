// Was das Projekt ablehnt oder noch einmal ansehen lässt, auf Deutsch. Links steht sein Satz; mit {…} steht darin, was wechselt.

/** @type {Record<string, string>} */
export default {
  // Codierungen.
  "the act is not complete: load the page again": "es fehlt eine Angabe: bitte die Seite neu laden",
  "this coding was taken back meanwhile: load the page again": "diese Codierung wurde inzwischen zurückgenommen: bitte die Seite neu laden",
  "this coding is one of {coder}'s, which you cannot change": "diese Codierung ist von {coder} und nur von dort zu ändern",
  "this text has a newer version: load it, and choose the words there": "dieser Text hat eine neue Fassung: bitte laden und die Worte dort auswählen",
  "the codebook has no code '{code}'{near}": "das Codebuch hat keinen Code „{code}“ (mehr): bitte einen anderen wählen",
  "the codebook has no code {code}; nothing was saved": "das Codebuch hat keinen Code {code} (mehr): bitte einen anderen wählen",
  "the code '{code}' was retired: choose another one": "der Code „{code}“ wurde stillgelegt: bitte einen anderen wählen",
  "the coding ends outside the text, which has {length} characters": "die Codierung endet hinter dem Ende des Textes: bitte die Seite neu laden",
  "the project has no text version {version} of transcript {transcript}": "das Projekt hat diese Fassung des Textes nicht (mehr): bitte die Seite neu laden",
  "no transcript has the name or id {transcript}; the project has {count} transcripts": "dieses Transkript ist nicht (mehr) im Projekt",
  "these words make no name of a code: it has 1 to {most} characters, and they have {count}": "diese Worte geben keinen Namen eines Codes: Er hat 1 bis {most} Zeichen, sie haben {count}",
  "{what} {number} names {entities}: write what stands in the text instead.": "{what} nennt {entities}: bitte schreiben, was stattdessen im Text steht",
  "Memo": "das Memo",
  "Summary": "die Zusammenfassung",
  "Reason": "die Begründung",

  // Rückgängig.
  "there is nothing that {coder} could undo": "von {coder} gibt es nichts rückgängig zu machen",
  "there is nothing that {coder} could redo": "von {coder} gibt es nichts wiederherzustellen",
  "the codebook was revised further since by somebody else: its newest version has to be undone first": "das Codebuch wurde seither von anderen weiter geändert: Zuerst muss seine neueste Version zurückgenommen werden",

  // Was noch einmal anzusehen ist.
  "{code}: {fields} changed in version {version}{reason}": "{code}: {fields} in Version {version}{reason} geändert",
  "{code} was split into {parts} in version {version}{reason}": "{code} in Version {version}{reason} geteilt in {parts}",
  "{code} was retired in version {version}{reason}": "{code} in Version {version}{reason} stillgelegt",
  "{code} is no code of version {version}": "{code} ist kein Code der Version {version}",
  "definition": "Definition",
  "use_when": "„Verwenden, wenn“",
  "not_when": "„Nicht, wenn“",

  // Das Codebuch.
  "the codebook has version {version} by now: look at it again": "das Codebuch hat inzwischen Version {version}: bitte noch einmal ansehen",
  "a step is not complete: load the page again": "es fehlt eine Angabe: bitte die Seite neu laden",
  "a code's name has no / in it": "der Name eines Codes enthält kein /",
  "'{name}' is a name for another place than that of '{code}': a code is renamed to a name without /, and moved by a move.": "der Name eines Codes enthält kein /; an einen anderen Ort kommt er durch Verschieben",
  "'{code}' is called so already: give another name.": "„{code}“ heißt schon so: bitte einen anderen Namen geben",
  "'{code}' cannot be moved below itself: choose a code that is not one of its own.": "„{code}“ kann nicht unter sich selbst verschoben werden: bitte einen Code wählen, der nicht darunter liegt",
  "'{code}' cannot be merged into itself: name the code that takes it over.": "„{code}“ kann nicht mit sich selbst zusammengelegt werden: bitte einen anderen Code wählen",
  "'{code}' cannot be merged into '{other}', which lies in it: merge the other way round.": "„{code}“ kann nicht in „{other}“ aufgehen, das darunter liegt: bitte umgekehrt zusammenlegen",
  "'{code}' is retired already.": "„{code}“ ist schon stillgelegt",
  "The codebook has no code '{code}'{near}.": "das Codebuch hat keinen Code „{code}“ (mehr)",
  "'{code}' has an empty name in it: a code needs a name, which has no / in it.": "ein Code braucht einen Namen, ohne / darin",
  "There is a code '{code}' already: choose another name, or merge the two.": "den Code „{code}“ gibt es schon: bitte einen anderen Namen wählen oder beide zusammenlegen",
  "it names {entities}: give it other words, for exports with it are refused": "ein Code nennt {entities}: bitte andere Worte geben, sonst wird jeder Export damit abgelehnt",
  "The project {project} has no codebook yet: read one (interviews codebook FILE --project …).": "Das Projekt {project} hat noch kein Codebuch: Es kommt durch interviews codebook DATEI --project … hinein.",

  // Abgleichen, Matrix, Zitate.
  "a coding that was to be decided on was changed or taken back meanwhile: look at it again": "eine Codierung, über die zu entscheiden war, wurde inzwischen geändert oder zurückgenommen: bitte noch einmal ansehen",
  "a disagreement is one between two coders: name two different ones": "zum Abgleichen braucht es zwei: bitte zwei verschiedene wählen",
  "decisions need a name of their own under which nobody codes, such as '{example}'; '{name}' is none": "Entscheidungen brauchen einen eigenen Namen, unter dem niemand codiert, etwa „{example}“: „{name}“ ist keiner",
  "a coder's short name is one word of 1 to 40 letters or digits, such as c1 or anna": "ein Kürzel ist ein Wort aus 1 bis 40 Buchstaben oder Ziffern, etwa c1 oder anna",
  "{by} has written into this cell meanwhile: read it, and save once more": "in diese Zelle hat inzwischen {by} geschrieben: bitte lesen und noch einmal speichern",
  "somebody": "jemand",
  "there is no case '{case}'; nothing was saved": "den Fall „{case}“ gibt es nicht (mehr)",
  "the codebook has no theme '{theme}'; nothing was saved": "das Oberthema „{theme}“ gibt es nicht (mehr)",
  "{citation} is the citation of no quote here: its words or codings changed, look again": "das Zitat {citation} gibt es so nicht mehr: Worte oder Codierungen haben sich geändert, bitte noch einmal ansehen",
  "{citation} cannot be released: {why}": "{citation} kann nicht freigegeben werden: {why}",
  "not everyone heard in it agreed to be quoted (attribute consent: {consent})": "nicht alle, die darin zu hören sind, sind mit dem Abdruck einverstanden (consent: {consent})",
  "it names {entities}": "darin steht {entities}",

  // Fragen.
  "The question is empty: write the name of a code, or a condition such as case = Nord.": "Die Frage ist leer: bitte den Namen eines Codes schreiben oder eine Bedingung wie case = Nord.",
  "This bracket was never opened.": "Diese Klammer wurde nie geöffnet.",
  "This bracket is not closed.": "Diese Klammer wird nicht geschlossen.",
  "This quotation mark is not closed.": "Dieses Anführungszeichen wird nicht geschlossen.",
  "Before this, 'and' or 'or' is missing; a name of several words stands in quotation marks.": "Davor fehlt „und“ oder „oder“; ein Name aus mehreren Worten steht in Anführungszeichen.",
  "Here the name of a code, a condition or a bracket is missing.": "Hier fehlt der Name eines Codes, eine Bedingung oder eine Klammer.",
  "Here a value is missing, such as a name or a number.": "Hier fehlt ein Wert, etwa ein Name oder eine Zahl.",
  "There is no code {code}: {why}": "Den Code {code} gibt es nicht: {why}",
  "There is no column {column}: {why}": "Das Merkmal {column} gibt es nicht: {why}",
  "There is no saved query @{name}: {why}": "Die gespeicherte Frage @{name} gibt es nicht: {why}",
  "No coding has the {column} {value}: {why}": "Keine Codierung hat {column} {value}: {why}",
  "did you mean {name}?": "ist {name} gemeint?",
  "did you mean @{name}?": "ist @{name} gemeint?",
  "there are {names}.": "es gibt {names}.",
  "there are: {names}.": "es gibt {names}.",

  // Der Datenträger.
  "{file} could not be read or saved, nothing was changed: {why}": "{file} konnte nicht gelesen oder gespeichert werden, nichts hat sich geändert: {why}",
  "the disk is full": "der Datenträger ist voll",
  "the file or its folder is read-only": "Datei oder Ordner sind schreibgeschützt",
  "another program has locked it, try again when that has finished": "ein anderes Programm hat sie gesperrt, bitte danach noch einmal versuchen",
  "the disk reports an error": "der Datenträger meldet einen Fehler",
  "the server failed; nothing was saved": "auf dem Server ging etwas schief, nichts wurde gespeichert",
};
