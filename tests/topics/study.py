"""Interviews about three things, made of a few words each, for the tests of this room."""

import random

from interviews.model import Role, Span, Speaker, Transcript, Turn

THINGS = {
    "Wohnen": "Wohnung Miete Vermieter Schimmel Heizung Balkon Nachbarhaus Treppenhaus Keller Kaution".split(),
    "Arbeit": "Fabrik Lohn Schicht Kollege Vertrag Meister Werkzeug Maschine Überstunde Baustelle".split(),
    "Schule": "Lehrerin Klasse Zeugnis Hausaufgabe Pausenhof Unterricht Prüfung Schulbus Elternabend Heft".split(),
}


def transcript(name, speeches, language="de", version=1):
    """Turns of one interviewee, each after a question."""
    text, turns = "", []
    for speech in speeches:
        for label, role, words in (("I", Role.INTERVIEWER, "Und was war da noch?"), ("B", Role.INTERVIEWEE, speech)):
            said = Span(len(text) + 3, len(text) + 3 + len(words))
            turns.append(Turn(len(turns) + 1, said, label, role))
            text += f"{label}: {words}\n"
    speakers = (Speaker("I", Role.INTERVIEWER), Speaker("B", Role.INTERVIEWEE))
    return Transcript(name, text, tuple(turns), speakers, language=language, version=version)


def interviews(count=6, per_thing=5):
    chance = random.Random(7)
    return [
        transcript(
            f"nord-{number}",
            [
                "Also ja, da war halt " + " und ".join(chance.sample(words, 5)) + " (lacht)."
                for words in THINGS.values()
                for _ in range(per_thing)
            ],
        )
        for number in range(count)
    ]


def thing_of(turn):
    """What a turn of `interviews()` is about: five answers about each thing in a row."""
    return list(THINGS)[(turn // 2 - 1) // 5]
