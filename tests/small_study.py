"""A study small enough for unit tests: two short interviews, a codebook, two coders."""

from pathlib import Path

import interviews as iv

TALKS = {
    "nord/a1.txt": """I: Wie wohnen Sie hier?

B: Ich heiße Ayşe Yılmaz und wohne seit 2014 in der Weseler Straße 112. Die Wohnung ist feucht 👍🏽, sagt Herr Schulte.

I: Und Herr Schulte hilft?

B: Der Schulte? Nein. Frau Demir hilft uns. Die Wohnung bleibt feucht, aber die Nachbarn sind gut.
""",
    "sued/b1.txt": """I: Was machen Sie beruflich?

B: Ich leite den Treff. Manchmal kommt Frau Demir vorbei, und wir reden über die Miete.

I: Ja?

B: Ja. Die Miete ist zu hoch, und im Sommer ist es laut. Erreichen kann man mich unter 0176 55512345.
""",
}
PARTICIPANTS = """transcript,speaker,participant,group,consent
a1,B,P01,resident,publication
b1,B,P02,local actor,team
"""
CODEBOOK = """codebook: klein
version: 1
language: de
codes:
  - name: Wohnen
    colour: "#4477AA"
    definition: Alles zur Wohnung.
    codes:
      - name: Zustand
        definition: Wie die Wohnung ist.
      - name: Miete
        definition: Was sie kostet.
  - name: Nachbarschaft
    colour: "#EE6677"
    definition: Wer nebenan wohnt.
"""
PASSAGES = [
    ("a1", "Die Wohnung ist feucht", "Wohnen/Zustand", "c1"),
    ("a1", "Die Wohnung bleibt feucht", "Wohnen/Zustand", "c1"),
    ("a1", "die Nachbarn sind gut", "Nachbarschaft", "c1"),
    ("b1", "Die Miete ist zu hoch", "Wohnen/Miete", "c1"),
    ("a1", "Die Wohnung ist feucht 👍🏽, sagt Herr Schulte", "Wohnen/Zustand", "c2"),
    ("a1", "die Nachbarn sind gut", "Nachbarschaft", "c2"),
    ("b1", "wir reden über die Miete", "Wohnen/Miete", "c2"),
]
NAMES = ("Yılmaz", "Yilmaz", "Schulte", "Demir", "Ayşe", "55512345", "Weseler")


def write_files(folder: Path) -> Path:
    """The files a team would have: transcripts in folders, participants, codebook, codings."""
    for name, text in TALKS.items():
        path = folder / "talks" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    (folder / "talks" / "participants.csv").write_text(PARTICIPANTS, encoding="utf-8")
    (folder / "klein.yaml").write_text(CODEBOOK, encoding="utf-8")
    texts = {Path(name).stem: text for name, text in TALKS.items()}
    rows = ["transcript,start,end,code,coder,memo"]
    for transcript, words, code, coder in PASSAGES:
        start = texts[transcript].index(words)
        rows.append(f"{transcript},{start},{start + len(words)},{code},{coder},")
    (folder / "codings.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    return folder


def make_study(folder: Path) -> iv.Project:
    """The same, carried through to codings."""
    write_files(folder)
    project = iv.create(folder / "study", language="de", key=folder / "study.agekey")
    project.save(iv.read(folder / "talks", case_from="folder"), author="lead")
    project.save(iv.anonymize(project).accept(), author="lead")
    project.save(iv.read_codebook(folder / "klein.yaml"), author="lead")
    project.save(iv.read_codings(folder / "codings.csv")[0], author="lead")
    return project
