"""A study from another program: texts to the vault, all that is said about them where it belongs once it may be."""

from dataclasses import replace
from types import MappingProxyType

import pytest

import interviews as iv
from interviews.anonymity import Anonymization, Anonymized
from interviews.errors import MisuseError, Severity
from interviews.model import Code, Codebook, Coding, Exchange, Medium, Memo, Participant, Span, Transcript, new_id
from interviews.project.definitions import without_texts
from interviews.project.incoming import UNVERIFIED
from interviews.text import Edit, Edits
from tests.foreign_study import CODEBOOK, foreign_exchange, texts
from tests.small_study import NAMES, PASSAGES, make_study

pytestmark = pytest.mark.slow  # whole studies


@pytest.fixture
def project(tmp_path):
    with iv.create(tmp_path / "p", key=tmp_path / "p.agekey") as project:
        yield project


@pytest.fixture
def foreign(tmp_path):
    return foreign_exchange(texts(tmp_path))


def anonymize(project):
    return project.save(iv.anonymize(project).accept())


def told(saved):
    return " | ".join(map(str, saved.problems))


def test_nothing_of_texts_as_read_is_in_the_project_before_they_are_anonymized(project, foreign):
    saved = project.save(foreign)
    assert saved.counts["transcripts"] == 2
    assert project.codebook == replace(without_texts(CODEBOOK), name=project.name)
    assert project.coding_records == ()
    assert (project.store.memos(), project.store.groups(), project.store.links()) == ([], [], [])
    assert "codings: 7, memos: 3, groups: 2, links: 1, texts of codes: 4 wait" in told(saved)
    for path in project.folder.rglob("*"):
        raw = path.read_bytes() if path.is_file() else b""
        assert not any(name.encode() in raw for name in (*NAMES, "Hof"))


QUOTING = Codebook(
    "Studie",
    1,
    (
        Code("Wohnen", "alles über das Wohnen", anchor="Frau Demir hat uns geholfen"),
        Code("Wohnen/Zustand", "wie es Schulte sagt", labels=MappingProxyType({"en": "condition"})),
    ),
)


def test_what_a_codebook_says_waits_with_the_texts_it_came_with_and_what_names_somebody_stays(project, foreign):
    project.save(replace(foreign, codebook=QUOTING, codings=()))
    assert [(code.path, code.definition, code.anchor) for code in project.codebook] == [
        ("Wohnen", "", ""),
        ("Wohnen/Zustand", "", ""),
    ]
    assert project.codebook.codes[1].label("en") == "condition"
    saved = anonymize(project)
    assert [(code.definition, code.anchor) for code in project.codebook] == [("alles über das Wohnen", ""), ("", "")]
    assert "code 1: its anchor names PER-" in told(saved)
    assert "code 2: its definition names PER-" in told(saved)
    for path in project.folder.rglob("*"):
        raw = path.read_bytes() if path.is_file() else b""
        assert b"Demir" not in raw
        assert b"Schulte" not in raw
    assert project.save(replace(foreign, codebook=QUOTING, codings=())).counts.get("codebook (2 codes)") is None
    assert not [leak for leak in iv.leaks(project) if leak.certain]


def test_a_definition_that_was_changed_meanwhile_is_not_overwritten_by_the_one_that_waited(project, foreign):
    project.save(replace(foreign, codebook=QUOTING, codings=()))
    anonymize(project)
    first, second = project.codebook.codes
    project.save(replace(project.codebook, version=9, codes=(replace(first, definition="neu gefasst"), second)))
    anonymize(project)
    assert project.codebook.codes[0].definition == "neu gefasst"


def test_what_was_written_before_the_anonymization_counts_more_than_what_waited(project, foreign):
    project.save(replace(foreign, name="Studie Demir", codebook=replace(QUOTING, name="Studie Demir"), codings=()))
    assert project.codebook.name == project.name
    first, second = project.codebook.codes
    project.save(replace(project.codebook, version=2, codes=(replace(first, definition="eigene Worte"), second)))
    anonymize(project)
    assert project.codebook.codes[0].definition == "eigene Worte"
    assert not [leak for leak in iv.leaks(project) if leak.certain]


def test_codings_of_two_coders_stand_on_their_words_after_the_anonymization(project, foreign):
    project.save(foreign)
    saved = anonymize(project)
    assert saved.counts["codings"] == 7
    frame = project.codings.table()
    for transcript, passage, code, coder in PASSAGES:
        own = frame[(frame["transcript"] == transcript) & (frame["code"] == code) & (frame["coder"] == coder)]
        assert passage.removesuffix("Schulte") in " ".join(own["text"])
    assert {coding.weight for coding in project.coding_records} == {0.5}
    assert {coding.id for coding in project.coding_records} == {coding.id for coding in foreign.codings}


@pytest.mark.parametrize("texts_of_codes", [True, False])
def test_what_waits_follows_the_revisions_that_were_made_meanwhile(project, foreign, texts_of_codes):
    codebook = CODEBOOK if texts_of_codes else without_texts(CODEBOOK)
    project.save(replace(foreign, codebook=codebook, memos=(*foreign.memos, Memo("Wohnen/Miete", "teuer", "c1"))))
    project.revise(
        iv.steps.rename("Wohnen/Miete", "Kosten"),
        iv.steps.merge("Wohnen/Zustand", "Wohnen"),
        iv.steps.redefine("Nachbarschaft", definition="nur Haus an Haus"),
    )
    anonymize(project)
    assert [code.path for code in project.codebook] == ["Wohnen", "Wohnen/Kosten", "Nachbarschaft"]
    assert project.codebook.get("Nachbarschaft").definition == "nur Haus an Haus"
    assert dict(project.codings.count()) == {"Wohnen": 3, "Wohnen/Kosten": 2, "Nachbarschaft": 2}
    assert set(project.to_review.table()["code"]) == {"Nachbarschaft"}
    assert "Wohnen/Kosten" in {memo.about for memo in project.store.memos()}
    assert iv.verify(project).sound


def test_memos_groups_and_links_follow_and_those_that_name_somebody_stay_in_the_vault(project, foreign):
    project.save(foreign)
    saved = anonymize(project)
    assert {memo.text for memo in project.store.memos()} == {"noch einmal lesen", UNVERIFIED}
    assert [group.name for group in project.store.groups()] == ["Vorstudie"]
    assert project.store.groups()[0].members == foreign.groups[0].members
    assert [link.name for link in project.store.links()] == ["dasselbe"]
    assert "memos: 1 name PER-" in told(saved)
    assert "groups: 1 name PER-" in told(saved)
    assert not any(name in told(saved) for name in NAMES)
    assert not [leak for leak in iv.leaks(project) if leak.certain]


def test_a_memo_comes_in_when_the_name_in_it_is_kept_after_all(project, foreign):
    project.save(foreign)
    anonymize(project)
    proposals = iv.anonymize(project)
    demir = next(entity for entity in proposals.entities if "Demir" in entity.name)
    saved = project.save(proposals.decide(demir.id, "keep").accept())
    assert saved.counts["memos"] == 1
    assert "Frau Demir wieder fragen" in {memo.text for memo in project.store.memos()}
    assert len(project.coding_records) == 7


def test_an_unverified_coding_has_a_memo_by_the_import_and_is_told(project, foreign):
    saved = project.save(foreign)
    assert "1 stand at a place that could not be confirmed" in told(saved)
    anonymize(project)
    memo = next(memo for memo in project.store.memos() if memo.text == UNVERIFIED)
    assert memo.author == "import"
    assert memo.about == foreign.codings[3].id


def test_people_and_guids_go_where_people_go_under_the_names_they_have_there(project, foreign):
    project.save(foreign)
    assert set(project.store.guids()) == {"code:Wohnen", "coder:c1", "coder:c9"}
    anonymize(project)
    assert [one.name for one in project.participants] == ["[Person 1]"]
    assert project.participants[0].attributes == {"age": "44"}
    guids = project.store.guids()
    assert guids[f"coding:{foreign.codings[0].id}"] == "{AAAAAAAA-0000-4000-8000-000000000001}"
    assert guids["case:Hof"] == "AAAAAAAA-0000-4000-8000-000000000003"
    assert guids["type:age"] == "Integer"


@pytest.mark.parametrize("when", ["before", "after"])
def test_the_same_exchange_twice_adds_nothing(project, foreign, when):
    project.save(foreign)
    if when == "after":
        anonymize(project)
    events, waiting = project.store.history(), project.vault.waiting()
    saved = project.save(foreign)
    assert saved.summary == "nothing new"
    assert project.store.history() == events
    assert project.vault.waiting() == waiting
    if when == "before":
        anonymize(project)
    assert len(project.coding_records) == 7


def test_a_second_reading_of_the_file_with_other_ids_adds_nothing_either(project, foreign, tmp_path):
    project.save(foreign)
    anonymize(project)
    again = foreign_exchange(texts(tmp_path))
    assert {one.id for one in again.transcripts}.isdisjoint(one.id for one in foreign.transcripts)
    saved = project.save(replace(again, ids=MappingProxyType({})))
    assert saved.summary == "nothing new"
    assert len(project.coding_records) == 7


def test_a_coding_taken_back_here_stays_so_when_the_file_comes_again(project, foreign):
    project.save(foreign)
    anonymize(project)
    project.retract(project.codings.where(coder="c2"))
    project.save(foreign)
    anonymize(project)
    assert {coding.coder for coding in project.coding_records} == {"c1"}


def test_codings_for_texts_that_were_read_from_files_are_placed_on_those(tmp_path):
    with make_study(tmp_path) as project:
        before = len(project.coding_records)
        exchange = foreign_exchange(texts(tmp_path))
        more = [replace(one, id=new_id(), coder="c3") for one in exchange.codings]
        saved = project.save(replace(exchange, codings=tuple(more), links=(), participants=()))
        assert "transcripts" not in saved.counts
        assert saved.counts["codings"] == 7
        assert len(project.coding_records) == before + 7
        frame = project.codings.where(coder="c3").table()
        assert frame["text"].tolist()[0].startswith("Die Wohnung ist feucht")


def test_what_the_other_program_changed_comes_in_beside_what_was_there(project, foreign):
    project.save(foreign)
    anonymize(project)
    moved = replace(foreign.codings[0], code="Nachbarschaft")
    saved = project.save(replace(foreign, codings=(moved, *foreign.codings[1:])))
    assert saved.counts["codings"] == 1
    assert "1 were changed in the other program" in told(saved)
    assert len(project.coding_records) == 8


def test_texts_said_to_be_anonymized_are_version_1_as_they_are(project, foreign):
    clean = replace(foreign, memos=foreign.memos[:1], groups=foreign.groups[:1])
    saved = project.save(clean, anonymized=True)
    assert saved.counts["anonymized texts"] == 2
    assert saved.counts["codings"] == 7
    assert {one.text for one in project.transcripts} == {one.text for one in foreign.transcripts}
    assert {one.version for one in project.transcripts} == {1}
    assert [one.name for one in project.participants] == ["Ayşe Yılmaz"]
    frame = project.codings.table()
    assert set(frame["text"]) == {passage for _, passage, _, _ in PASSAGES}
    assert project.save(clean, anonymized=True).summary == "nothing new"


def test_texts_said_to_be_anonymized_that_name_somebody_replaced_stay_in_the_vault(project, foreign):
    project.save(foreign)
    anonymize(project)
    text = "I: Wer?\nB: Frau Demir.\nI: Gut.\nB: Ja.\n"
    more = replace(foreign.transcripts[0], text=text, turns=(), speakers=(), id=new_id(), name="c1")
    saved = project.save(Exchange("x", transcripts=(more,)), anonymized=True)
    assert "1 name PER-" in told(saved)
    assert len(project.transcripts) == 2


def test_codings_made_elsewhere_over_the_anonymized_texts_come_back_without_the_vault(tmp_path):
    with make_study(tmp_path) as project:
        exchange = project.exchange()
    text = exchange.transcripts[0]
    coding = Coding(text.id, Span(3, 20), "Wohnen", "c7", version=1)
    with iv.open(tmp_path / "study", key=tmp_path / "nowhere.agekey") as project:
        saved = project.save(replace(exchange, codings=(*exchange.codings, coding)))
        assert saved.counts == {"codings": 1}
        assert project.codings.where(coder="c7").table()["text"].item() == Span(3, 20).of(text.text)


def test_codings_over_an_earlier_anonymized_text_are_carried_to_the_newest(tmp_path):
    with make_study(tmp_path) as project:
        exchange = project.exchange()
        proposals = iv.anonymize(project)
        person = next(entity for entity in proposals.entities if "Demir" in entity.name)
        project.save(proposals.decide(person.id, "pseudonym", "Frau Kaya").accept())
        text = exchange.transcripts[0]
        start = text.text.index("hilft uns")
        coding = Coding(text.id, Span(start, start + 9), "Wohnen", "c7")
        saved = project.save(replace(exchange, codings=(*exchange.codings, coding)))
        assert saved.counts == {"codings": 1}
        assert project.codings.where(coder="c7").table()["text"].item() == "hilft uns"


def test_an_attribute_from_elsewhere_is_added_to_the_person_it_is_about(project, foreign):
    project.save(foreign)
    anonymize(project)
    person = Participant("[Person 1]", "Hof", MappingProxyType({"children": "2"}))
    project.save(replace(project.exchange(), participants=(person,)))
    anonymize(project)
    assert [dict(one.attributes) for one in project.participants] == [{"age": "44", "children": "2"}]


def test_a_changed_codebook_is_the_next_version_and_forgets_nothing(project, foreign):
    project.save(foreign)
    changed = (replace(CODEBOOK.codes[0], definition="Alles zum Wohnen."), Code("Wohnen/Lärm"), Code("Arbeit"))
    saved = project.save(Exchange("x", codebook=Codebook("anders", 1, changed)))
    assert "version 2 of the project: 2 new, 1 with another text, 3 only here and kept" in told(saved)
    codebook = project.codebook
    assert (codebook.name, codebook.version) == (project.name, 2)
    paths = [code.path for code in codebook]
    assert paths == ["Wohnen", "Wohnen/Zustand", "Wohnen/Miete", "Wohnen/Lärm", "Nachbarschaft", "Arbeit"]
    assert codebook.get("Wohnen").definition == "Alles zum Wohnen."
    assert codebook.get("Wohnen").colour == "#4477AA"
    assert project.save(foreign).summary == "nothing new"  # what it says of Wohnen was so once, and changed here


@pytest.mark.parametrize("own", [True, False])
def test_what_was_renamed_and_merged_here_since_comes_back_under_its_name_of_today(tmp_path, own):
    with make_study(tmp_path) as project:
        left = project.exchange()
        if not own:  # another program numbers codebooks anew, and knows no versions of ours
            codings = (replace(coding, codebook_version=None) for coding in left.codings)
            left = replace(left, codebook=replace(left.codebook, name="elsewhere", version=1), codings=tuple(codings))
        left = replace(left, memos=(Memo("Wohnen/Miete", "hier zuerst", "c1"),))
        count = len(project.coding_records)
        project.revise(iv.steps.rename("Wohnen/Miete", "Kosten"), author="lead")
        project.revise(iv.steps.merge("Wohnen/Zustand", "Nachbarschaft"), author="lead")
        codebook = project.codebook
        first = left.codings[0]
        fresh = replace(first, id=new_id(), coder="c9", code="Wohnen/Miete")
        saved = project.save(replace(left, codings=(*left.codings, fresh)))
        assert saved.counts == {"codings": 1, "memos": 1}
        assert "2 codes got another name or place here since" in told(saved)
        assert project.codebook == codebook
        assert len(project.coding_records) == count + 1
        assert {one.code for one in project.coding_records if one.coder == "c9"} == {"Wohnen/Kosten"}
        assert [memo.about for memo in project.store.memos()] == ["Wohnen/Kosten"]
        assert not len(project.to_review)
        assert project.save(replace(left, codings=(*left.codings, fresh))).counts == {}


def test_definitions_changed_elsewhere_ask_for_a_review_and_numbers_of_undone_versions_are_not_given_again(tmp_path):
    with make_study(tmp_path) as project:
        left = project.exchange().codebook
        project.revise(iv.steps.add("Neu"), author="lead")
        project.undo(author="lead")
        changed = [replace(one, definition="Nur kalt.") if one.name == "Miete" else one for one in left]
        saved = project.save(Exchange("x", codebook=replace(left, codes=(*changed, Code("Arbeit")))), author="lead")
        assert "version 3 of the project: 1 new, 1 with another text" in told(saved)
        waiting = project.to_review.columns("code", "review")
        assert set(waiting["code"]) == {"Wohnen/Miete"}
        assert set(waiting["review"]) == {"Wohnen/Miete: definition changed in version 3"}
        assert "Arbeit ist neu" in str(project.codebook_diff())
        project.undo(author="lead")
        assert project.codebook == left
        assert not len(project.to_review)


def test_a_text_changed_elsewhere_comes_to_the_code_under_its_name_of_today(tmp_path):
    with make_study(tmp_path) as project:
        left = project.exchange()
        project.revise(iv.steps.rename("Wohnen/Miete", "Kosten"), author="lead")
        changed = [replace(code, memo="von dort") if code.name == "Miete" else code for code in left.codebook]
        project.save(replace(left, codebook=replace(left.codebook, codes=tuple(changed))))
        assert project.codebook.get("Wohnen/Kosten").memo == "von dort"
        assert project.codebook.get("Wohnen/Miete") is None


def test_codings_without_place_or_code_are_counted_and_the_others_come_in(project, foreign):
    good = foreign.codings[0]
    bad = (
        replace(good, id=new_id(), span=Span(0, 9999)),
        replace(good, id=new_id(), code="Fremdes"),
        replace(good, id=new_id(), transcript="nowhere"),
    )
    saved = project.save(replace(foreign, codings=(good, *bad)))
    errors = [problem.message for problem in saved.problems if problem.severity is Severity.ERROR]
    assert len(errors) == 3
    anonymize(project)
    assert len(project.coding_records) == 1


def test_texts_of_one_name_are_told_apart_and_so_are_texts_of_the_same_words(project, foreign):
    first, second = foreign.transcripts
    third = replace(first, id=new_id(), name="anders")
    exchange = Exchange("x", transcripts=(first, replace(second, name="a1"), third), codebook=CODEBOOK)
    saved = project.save(exchange)
    assert sorted(one.name for one in project.vault.originals()) == ["a1", "a1-2", "anders"]
    assert "1 of 3 have the same words as another one: they stay apart" in told(saved)
    assert project.save(exchange).summary == "nothing new"


@pytest.mark.parametrize("recorded", [False, True])
@pytest.mark.parametrize("order", [slice(None), slice(None, None, -1)])
def test_answers_of_the_same_words_stay_with_those_who_gave_them(project, order, recorded):
    answers = [Transcript(f"Antwort {number}", "ja\n", id=new_id()) for number in (1, 2)]
    codings = [Coding(one.id, Span(0, 2), "Wohnen", name) for one, name in zip(answers, ("c1", "c2"), strict=True)]
    media = tuple(Medium(one.name, "audio", "", one.id) for one in answers) if recorded else ()
    exchange = Exchange("x", transcripts=tuple(answers), codebook=CODEBOOK, codings=tuple(codings), media=media)
    project.save(exchange, anonymized=True)
    codings = [replace(coding, coder=f"{coding.coder}-again", id=new_id()) for coding in codings]
    project.save(replace(exchange, transcripts=tuple(answers[order]), codings=tuple(codings)), anonymized=True)
    names = {one.id: one.name for one in project.transcripts}
    assert {(names[one.transcript], one.coder) for one in project.coding_records} == {
        ("Antwort 1", "c1"),
        ("Antwort 2", "c2"),
        ("Antwort 1", "c1-again"),
        ("Antwort 2", "c2-again"),
    }


def test_the_transcript_of_a_recording_that_is_a_text_already_is_taken_once(project, foreign):
    text = foreign.transcripts[0]
    again = replace(text, id=new_id(), name="Aufnahme")
    medium = Medium("Aufnahme", "audio", "", again.id)
    saved = project.save(Exchange("x", transcripts=(again, text), media=(medium,), codebook=CODEBOOK))
    assert [one.name for one in project.vault.originals()] == [text.name]
    assert "1 of 2 are recordings' transcripts" in told(saved)


def test_a_study_without_any_of_its_texts_is_refused_and_nothing_is_saved(project, foreign):
    empty = tuple(replace(one, text="", turns=(), speakers=()) for one in foreign.transcripts)
    with pytest.raises(MisuseError, match="none of the 2 texts is in the file; nothing was saved"):
        project.save(replace(foreign, transcripts=empty))
    assert project.store.codebooks() == []
    assert project.vault.waiting() == ()


def test_a_text_changed_in_the_other_program_is_a_text_of_its_own_and_told(project, foreign):
    project.save(foreign)
    changed = replace(foreign.transcripts[0], text=foreign.transcripts[0].text + "I: Danke.\n")
    saved = project.save(Exchange("x", transcripts=(changed,)))
    assert "1 of 1 were changed in the other program" in told(saved)
    assert len(project.vault.originals()) == 3


def test_a_stranger_without_the_key_takes_in_no_texts(tmp_path, foreign):
    make_study(tmp_path).close()
    with iv.open(tmp_path / "study", key=tmp_path / "nowhere.agekey") as project:
        new = replace(foreign.transcripts[0], text="I: Und?\nB: Nichts.\n", turns=(), speakers=())
        with pytest.raises(MisuseError, match="does not exist"):
            project.save(Exchange("x", transcripts=(new,)))


def test_an_empty_exchange_adds_nothing(project):
    assert project.save(Exchange("leer")).summary == "nothing new"


def test_memos_on_memos_find_them(project, foreign):
    first = foreign.memos[0]
    reply = Memo(first.id, "gelesen", "c2")
    project.save(replace(foreign, memos=(reply, first)))
    anonymize(project)
    assert {memo.about for memo in project.store.memos() if memo.text == "gelesen"} == {first.id}


def test_codings_over_an_earlier_or_later_revision_of_a_text_stand_on_their_words(project, foreign):
    project.save(foreign)
    first = next(one for one in foreign.transcripts if one.name == "a1")
    longer = replace(first, text="I: Vorab: Danke!\n\n" + first.text, turns=(), speakers=())
    project.vault.revise_original(longer)
    anonymize(project)  # the codings that waited came over the text before
    start = longer.text.index("die Nachbarn sind gut")
    coding = Coding(longer.id, Span(start, start + 21), "Nachbarschaft", "c8")
    project.save(Exchange("x", transcripts=(longer,), codings=(coding,)))
    frame = project.codings.where(code="Nachbarschaft").table()
    assert frame["text"].tolist() == ["die Nachbarn sind gut"] * 3


def test_texts_that_are_not_in_the_file_are_told_and_never_mixed_up(project, foreign):
    first, second = foreign.transcripts
    missing = replace(first, text="", turns=(), speakers=())
    left = sum(coding.transcript == first.id for coding in foreign.codings)
    saved = project.save(replace(foreign, transcripts=(missing, second)))
    assert "1 of 2 are empty, or not in the file" in told(saved)
    assert f"{left} belong to a text that is not in the file and were left out" in told(saved)
    assert [one.id for one in project.vault.originals()] == [second.id]
    project.save(foreign)
    anonymize(project)
    assert len(project.coding_records) == 7


def test_what_comes_without_texts_waits_until_something_is_anonymized(project, foreign):
    bare = replace(foreign, transcripts=(), codings=())
    project.save(bare)
    assert (project.store.memos(), project.store.groups(), project.cases) == ([], [], ())
    for path in project.folder.rglob("*"):
        raw = path.read_bytes() if path.is_file() else b""
        assert not any(name.encode() in raw for name in (*NAMES, "Hof"))
    project.save(foreign)
    anonymize(project)
    assert [case.name for case in project.cases] == ["Hof"]
    assert [group.name for group in project.store.groups()] == ["Vorstudie"]
    assert not [leak for leak in iv.leaks(project) if leak.certain]


def test_a_coding_whose_words_the_anonymization_deleted_is_told_and_stays_in_the_vault(project, foreign):
    first = next(one for one in foreign.transcripts if one.name == "a1")
    start = first.text.index("Herr Schulte")
    name = Coding(first.id, Span(start, start + len("Herr Schulte")), "Wohnen", "c1", version=0)
    project.save(replace(foreign, codings=(name,), unverified=frozenset()))
    text, edits = project.vault.original(first.id), Edits(len(first.text), [Edit(name.span, "")])
    cut = replace(text, text=edits.apply(text.text), turns=(), speakers=text.speakers, version=1, source=None)
    saved = project.save(Anonymization((Anonymized(cut, edits),), ()))
    assert "1 codings have no words in the anonymized text and stay in the vault" in told(saved)
    assert project.coding_records == ()
    assert [coding.id for coding in project.vault.waiting()[0].codings] == [name.id]
