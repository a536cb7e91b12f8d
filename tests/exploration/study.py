"""A small study for the tests of this room."""

from datetime import UTC, datetime

from interviews.model import Code, Codebook, Coding, Participant, Role, Span, Speaker, Transcript, Turn

SPEECHES = [
    ("I", "Wie wohnen Sie?"),
    ("B", "In einer Sozialwohnung. Die Miete in der Zweizimmer-Wohnung war hoch."),
    ("B", "Mit den Bewohner*innen im Quartier lebe ich gern."),
    ("I", "Und die Arbeit?"),
    ("B", "Über die Wohnungslosenhilfe kam die Arbeit."),
]


def transcript(name="nord-1", case="Nord", participant="B01", speeches=SPEECHES, **more):
    text, turns = "", []
    for number, (label, speech) in enumerate(speeches, 1):
        start = len(text)
        text += f"{label}: {speech}\n\n"
        role = Role.INTERVIEWER if label == "I" else Role.INTERVIEWEE
        span = Span(start + len(label) + 2, start + len(label) + 2 + len(speech))
        turns.append(Turn(number, span, label, role, Span(start, start + len(label) + 1)))
    speakers = (Speaker("I", Role.INTERVIEWER), Speaker("B", Role.INTERVIEWEE, participant))
    return Transcript(name, text, tuple(turns), speakers, case=case, version=1, id=f"id-{name}", **more)


def coding(of, words, code, coder="c1", id=None):
    start = of.text.index(words)
    where = Span(start, start + len(words))
    return Coding(of.id, where, code, coder, id=id or f"{code}{coder}{start}", created=datetime(2026, 1, 1, tzinfo=UTC))


CODEBOOK = Codebook(
    "test",
    1,
    (
        Code("Wohnen", colour="#1f77b4"),
        Code("Wohnen/Miete", colour="#ffff00"),
        Code("Arbeit"),
        Code("Zusammenleben"),
    ),
)
PARTICIPANTS = (
    Participant("B01", "Nord", {"Alter": "30-39"}),
    Participant("B02", "Sued", {"Alter": "60-69"}),
    Participant("B03", "West", {"Alter": "60-69"}),
)
NORTH = transcript()
SOUTH = transcript("sued-1", None, "B02")
CODINGS = (
    coding(NORTH, "Sozialwohnung", "Wohnen"),
    coding(NORTH, "Sozialwohnung. Die Miete", "Wohnen", "c2"),
    coding(NORTH, "Die Miete", "Wohnen/Miete"),
    coding(NORTH, "Und die Arbeit?\n\nB: Über die", "Arbeit"),
    coding(SOUTH, "Die Miete", "Wohnen/Miete"),
)
