"""A group interview of two people who agreed to different things, for the tests of this room."""

import pandas as pd

from interviews.model import Participant, Role, Span, Speaker, Transcript, Turn

LINES = [
    ("I", Role.INTERVIEWER, "Wie wohnen Sie?"),
    ("B1", Role.INTERVIEWEE, "Gut. Die Miete ist hoch, die Miete ist hoch."),
    ("B2", Role.INTERVIEWEE, "Bei mir auch!"),
    ("B1", Role.INTERVIEWEE, "Wir sind *alle* Bewohner*innen."),
    ("B1", Role.INTERVIEWEE, "שלום, sagt der Nachbar."),
]


def transcript(name="nord-1", lines=LINES, version=1):
    text, turns = "", []
    for number, (label, role, speech) in enumerate(lines, 1):
        start = len(text)
        text += f"{label}: {speech}\n"
        said = Span(start + len(label) + 2, len(text) - 1)
        turns.append(Turn(number, said, label, role, Span(start, start + len(label) + 1)))
    speakers = (
        Speaker("I", Role.INTERVIEWER),
        Speaker("B1", Role.INTERVIEWEE, "P1"),
        Speaker("B2", Role.INTERVIEWEE, "P2"),
    )
    return Transcript(name, text, tuple(turns), speakers, case="Nord", version=version)


NORTH = transcript()
PARTICIPANTS = (Participant("P1", "Nord", {"consent": "publication"}), Participant("P2", "Nord", {"consent": "team"}))


def codings(*rows, of=NORTH):
    """A codings table of (words, code) pairs."""
    places = [(words, of.text.index(words), code) for words, code in rows]
    frame = [(of.name, start, start + len(words), code) for words, start, code in places]
    return pd.DataFrame(frame, columns=["transcript", "start", "end", "code"])
