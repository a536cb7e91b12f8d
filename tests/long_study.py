"""A study with one long transcript, coded often: for what is painted, and for what it costs."""

import random
from pathlib import Path

import interviews as iv

ANSWERS, CODINGS = 150, 5000
GERMAN = "die wohnung war feucht und wir zogen weiter weil es im winter kalt blieb sagt sie".split()
ARABIC = "كنا نعيش في بيت صغير قرب الميناء ثم انتقلنا إلى هنا".split()
CODEBOOK = """codebook: lang
version: 1
language: de
codes:
  - name: Wohnen
    colour: "#4477AA"
    definition: Alles zur Wohnung.
"""
CODED = "Kodiert"
"""How an answer begins that is coded as a whole; the others have no coding, unless all are coded at random."""


def make_long_study(folder: Path, *, at_random: bool = False) -> Path:
    """Where the project lies. Every third answer is coded as a whole, or there are thousands of codings anywhere."""
    chance = random.Random(11)
    text, spans = "", []
    for number in range(ANSWERS):
        words = chance.choices(ARABIC if number % 5 == 4 else GERMAN, k=chance.randrange(20, 300 if at_random else 90))
        begin = f"{CODED} " if number % 3 == 2 else "Offen "
        text += f"I: Und dann, Frage {number}?\n\nB: "
        start = len(text)
        text += begin + " ".join(words) + "."
        if number % 3 == 2:
            spans.append((start, len(text)))
        text += "\n\n"
    if at_random:
        starts = [chance.randrange(len(text) - 600) for _ in range(CODINGS)]
        spans = [(start, start + chance.randrange(20, 600)) for start in starts]
    (folder / "talks").mkdir(parents=True)
    (folder / "talks" / "lang.txt").write_text(text, encoding="utf-8", newline="\n")
    (folder / "lang.yaml").write_text(CODEBOOK, encoding="utf-8")
    rows = [f"lang,{start},{end},Wohnen,c1," for start, end in spans]
    (folder / "codings.csv").write_text("\n".join(["transcript,start,end,code,coder,memo", *rows]) + "\n", "utf-8")
    with iv.create(folder / "study", language="de", key=folder / "study.agekey") as project:
        project.save(iv.read(folder / "talks"), author="lead")
        project.save(iv.anonymize(project).accept(), author="lead")
        project.save(iv.read_codebook(folder / "lang.yaml"), author="lead")
        project.save(iv.read_codings(folder / "codings.csv")[0], author="lead")
        return project.folder
