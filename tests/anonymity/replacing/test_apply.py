import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.anonymity.entity import Decision, Entity, Occurrence
from interviews.anonymity.mention import EntityType
from interviews.anonymity.replacing.apply import anonymize_transcripts, head_of, make_edits
from interviews.anonymity.replacing.labels import label
from interviews.anonymity.vault.serialization import edits_from, edits_record
from interviews.model import Role, Span, Speaker, Transcript, Turn

PER, LOC, AGE = EntityType.PER, EntityType.LOC, EntityType.AGE


def entity(number: int, kind: EntityType, text: str, *forms: str, **more: object) -> Entity:
    """An entity with every place of its forms in the text as mentions, the longest form first."""
    spans: list[Span] = []
    for form in sorted(forms, key=len, reverse=True):
        found = (Span(match.start(), match.end()) for match in re.finditer(re.escape(form), text))
        spans += [span for span in found if not any(span.overlaps(other) for other in spans)]
    made = Entity(
        id=f"{kind}-{number:03d}",
        type=kind,
        name=max(forms, key=len),
        forms=forms,
        mentions=tuple(Occurrence("t", span) for span in sorted(spans)),
        finders=("test",),
        score=1.0,
        replacement=label(kind, number, forms[0], "de", family=bool(more.get("family"))),
    )
    return replace(made, **more)  # type: ignore[arg-type]


def anonymized(text: str, *entities: Entity, language: str = "de") -> str:
    places = [(occurrence, one) for one in entities for occurrence in one.mentions]
    return make_edits(places, text, language).apply(text)


@pytest.mark.parametrize(
    ("text", "forms", "result"),
    [
        ("Mehmet und Mehmets Schule", ("Mehmet", "Mehmets"), "[Person 3] und [Person 3]s Schule"),
        ("Frau Yılmaz, Ayşe Yılmaz", ("Frau Yılmaz", "Ayşe Yılmaz"), "Frau [Person 3], [Person 3]"),
        ("Herr Dr. Stefan Kühn", ("Herr Dr. Stefan Kühn",), "Herr Dr. [Person 3]"),
        (
            "Fatma Abla, Fatmas Kurs, Fatma",
            ("Fatma Abla", "Fatmas", "Fatma"),
            "[Person 3] Abla, [Person 3]s Kurs, [Person 3]",
        ),
        ("Hans’ Hund und Hans", ("Hans’", "Hans"), "[Person 3]’ Hund und [Person 3]"),
        ("Dave's office, Dave", ("Dave's", "Dave"), "[Person 3]'s office, [Person 3]"),
        ("Kowalczyk, Kowalczykhaus", ("Kowalczyk", "Kowalczykhaus"), "[Person 3], [Person 3]haus"),
        ("Marie, Marie-Luise", ("Marie", "Marie-Luise"), "[Person 3], [Person 3]"),
        ("Özdemirs", ("Özdemirs",), "[Person 3]"),
    ],
)
def test_titles_genitives_and_compounds_of_persons_stay(text: str, forms: tuple[str, ...], result: str) -> None:
    assert anonymized(text, entity(3, PER, text, *forms)) == result


@pytest.mark.parametrize(
    ("text", "forms", "result"),
    [
        ("Marxloh, Marxloher, Marxlohs", ("Marxloh", "Marxloher", "Marxlohs"), "[Ort 2], [Ort 2]er, [Ort 2]s"),
        ("Marxloh, das Marxloh-Projekt", ("Marxloh", "Marxloh-Projekt"), "[Ort 2], das [Ort 2]-Projekt"),
        ("Nordstadt, Nordstädter*innen", ("Nordstadt", "Nordstädter*innen"), "[Ort 2], [Ort 2]er*innen"),
        ("Oberbarmen, Oberbarmer Bezirk", ("Oberbarmen", "Oberbarmer"), "[Ort 2], [Ort 2]er Bezirk"),
        ("die Dortmunder Nordstadt", ("die Dortmunder Nordstadt",), "die [Ort 2]"),
        ("Ma\u0308rxloh, Ma\u0308rxloher", ("Ma\u0308rxloh", "Ma\u0308rxloher"), "[Ort 2], [Ort 2]er"),
    ],
)
def test_derivations_and_compounds_of_places_keep_their_tail(text: str, forms: tuple[str, ...], result: str) -> None:
    assert anonymized(text, entity(2, LOC, text, *forms)) == result


def test_a_family_is_named_once() -> None:
    text = "Familie Demir. Die Demirs"
    assert (
        anonymized(text, entity(3, PER, text, "Familie Demir", "Demirs", family=True)) == "[Familie 3]. Die [Familie 3]"
    )
    assert anonymized(text, entity(3, PER, text, "Demir", "Demirs", family=True)) == "[Familie 3]. Die [Familie 3]"


@pytest.mark.parametrize(
    ("text", "result"),
    [("43", "[40-49 Jahre]"), ("neun Jahre alt", "[40-49 Jahre] alt"), ("43-jährige", "[40-49]-jährige")],
)
def test_an_age_band_fits_into_its_phrase(text: str, result: str) -> None:
    band = entity(1, AGE, text, text, decision=Decision.GENERALIZE, replacement="[40-49 Jahre]")
    assert anonymized(text, band) == result


def test_a_surrogate_name_answers_part_by_part_and_takes_the_genitive() -> None:
    text = "Ayşe Yılmaz, Frau Yılmaz, Ayşes Sohn"
    one = entity(
        1, PER, text, "Ayşe Yılmaz", "Yılmaz", "Ayşes", "Ayşe", decision=Decision.PSEUDONYM, replacement="Nuray Aksoy"
    )
    assert anonymized(text, one) == "Nuray Aksoy, Frau Aksoy, Nurays Sohn"
    text = "Mehmet, Mehmets Sohn"
    two = entity(1, PER, text, "Mehmet", "Mehmets", decision=Decision.PSEUDONYM, replacement="Hans")
    assert anonymized(text, two) == "Hans, Hans' Sohn"


def test_swapped_names_do_not_collapse() -> None:
    text = "Anna und Maria"
    anna = entity(1, PER, text, "Anna", decision=Decision.PSEUDONYM, replacement="Maria")
    maria = entity(2, PER, text, "Maria", decision=Decision.PSEUDONYM, replacement="Petra")
    assert anonymized(text, anna, maria) == "Maria und Petra"


def test_where_mentions_overlap_nothing_of_either_survives() -> None:
    text = "Peter Hamm Straße"
    places = [(Occurrence("t", Span(0, 10)), entity(1, PER, text, "Peter Hamm"))]
    places += [(Occurrence("t", Span(6, 17)), entity(1, EntityType.ADDR, text, "Hamm Straße"))]
    result = make_edits(places, text, "de").apply(text)
    assert "Peter" not in result
    assert "Hamm" not in result


LABELLED = "Frau Yılmaz: Ich bin Ayşe.\nI: Und Marxloh?\n"
LABELLED_TRANSCRIPT = Transcript(
    "Interview_Yılmaz_01",
    LABELLED,
    turns=(
        Turn(1, Span(13, 26), "Frau Yılmaz", Role.INTERVIEWEE, Span(0, 12)),
        Turn(2, Span(30, 42), "I", Role.INTERVIEWER, Span(27, 29)),
    ),
    speakers=(Speaker("Frau Yılmaz", Role.INTERVIEWEE), Speaker("I", Role.INTERVIEWER)),
    id="t",
    source="/x/Interview_Yılmaz_01.txt",
)


def test_speaker_labels_turns_and_the_name_of_the_transcript_move_along() -> None:
    head = head_of(LABELLED_TRANSCRIPT)
    assert head == "Interview_Yılmaz_01\nFrau Yılmaz\nI"
    one = entity(1, PER, LABELLED, "Frau Yılmaz", "Ayşe")
    in_head = (Occurrence("t", Span(10, 16), in_head=True), Occurrence("t", Span(20, 31), in_head=True))
    place = entity(1, LOC, LABELLED, "Marxloh")
    made = anonymize_transcripts([LABELLED_TRANSCRIPT], [replace(one, mentions=one.mentions + in_head), place])
    new = made.versions[0].transcript
    assert new.text == "Frau [Person 1]: Ich bin [Person 1].\nI: Und [Ort 1]?\n"
    assert new.name == "Interview_Person-1_01"
    assert new.speakers == (Speaker("Frau [Person 1]", Role.INTERVIEWEE), Speaker("I", Role.INTERVIEWER))
    assert [turn.speaker for turn in new.turns] == ["Frau [Person 1]", "I"]
    assert [turn.speech.of(new.text) for turn in new.turns] == ["Ich bin [Person 1].", "Und [Ort 1]?"]
    assert [turn.label.of(new.text) for turn in new.turns if turn.label] == ["Frau [Person 1]:", "I:"]
    assert (new.id, new.version, new.source) == ("t", 1, None)
    assert "lmaz" not in repr(made)


def test_two_transcripts_never_get_one_name() -> None:
    transcripts = [Transcript("Anna", "Anna", id="a"), Transcript("Hanna", "Hanna", id="b")]
    names = [
        replace(entity(1, PER, "", "Anna"), mentions=(Occurrence("a", Span(0, 4), in_head=True),)),
        replace(entity(1, PER, "", "Hanna"), mentions=(Occurrence("b", Span(0, 5), in_head=True),)),
    ]
    made = anonymize_transcripts(transcripts, names)
    assert [one.transcript.name for one in made.versions] == ["Person-1", "Person-1-2"]


def test_kept_entities_and_kept_mentions_stay() -> None:
    text = "Rose und eine Rose in Essen"
    rose, essen = entity(1, PER, text, "Rose"), entity(1, LOC, text, "Essen", decision=Decision.KEEP, replacement="")
    rose = replace(rose, kept=frozenset(rose.mentions[1:]))
    made = anonymize_transcripts([Transcript("x", text, id="t")], [rose, essen])
    assert made.versions[0].transcript.text == "[Person 1] und eine Rose in Essen"
    assert [(one.id, one.replaced, one.partly_kept) for one in made.key] == [
        ("PER-001", True, True),
        ("LOC-001", False, False),
    ]


WORDS = st.lists(
    st.sampled_from(
        ["Mehmet", "Mehmets", "Ayşe", "Marxloher", "Marxloh", "👍", "e\u0301", "die", "Frau", "שלום", "-", "\n", "'"]
    ),
    max_size=25,
)


@st.composite
def annotated(draw: st.DrawFn) -> tuple[str, list[Entity]]:
    text = draw(st.sampled_from([" ", ""])).join(draw(WORDS))
    entities = []
    for number, kind in enumerate(draw(st.lists(st.sampled_from([PER, LOC, AGE]), max_size=4)), start=1):
        points = st.integers(0, len(text))
        spans = {Span(min(a, b), max(a, b)) for a, b in draw(st.lists(st.tuples(points, points), max_size=5)) if a != b}
        if spans:
            forms = tuple(dict.fromkeys(span.of(text) for span in sorted(spans)))
            mentions = tuple(Occurrence("t", span) for span in sorted(spans))
            entities.append(replace(entity(number, kind, "", *forms), mentions=mentions))
    return text, entities


@given(annotated())
def test_the_edits_kept_in_the_vault_lead_back_byte_for_byte(example: tuple[str, list[Entity]]) -> None:
    text, entities = example
    made = anonymize_transcripts([Transcript("x", text, id="t")], entities).versions[0]
    edits = edits_from(edits_record(made.edits))
    assert edits.apply(text) == made.transcript.text
    assert edits.inverse(text).apply(made.transcript.text).encode() == text.encode()


@given(annotated())
def test_the_same_proposals_give_the_same_texts(example: tuple[str, list[Entity]]) -> None:
    text, entities = example
    transcript = Transcript("x", text, id="t")
    one, other = anonymize_transcripts([transcript], entities), anonymize_transcripts([transcript], entities[::-1])
    assert one.versions == other.versions
