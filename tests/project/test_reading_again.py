"""Reading again: what is unchanged is skipped, what has changed travels on with its codings, nothing is there twice."""

import os
import re
import shutil

import pytest
from hypothesis import given
from hypothesis import strategies as st

import interviews as iv
from interviews.anonymity import Vault
from interviews.formats import State
from interviews.formats import files as format_files
from interviews.model import Span, Transcript
from interviews.project.revisions import edits_between_versions
from interviews.text import Edit, Edits
from tests.small_study import NAMES, TALKS, make_study, write_files

pytestmark = pytest.mark.slow  # whole studies


@pytest.fixture
def study(tmp_path):
    with make_study(tmp_path) as project:
        yield project


def read(project):
    readings = iv.read(project.folder.parent / "talks", case_from="folder")
    return readings, project.save(readings, author="lead")


def rewrite(project, name, text):
    (project.folder.parent / "talks" / name).write_text(text, encoding="utf-8", newline="\n")


def states(readings):
    return {reading.path.name: reading.state for reading in readings.outcomes}


def stored(project):
    return sorted(path.name for path in project.vault.path.rglob("*.age"))


def test_an_unchanged_file_is_not_parsed_and_nothing_is_written(study, monkeypatch):
    before = stored(study)
    monkeypatch.setattr(format_files, "_read", lambda file: pytest.fail("a file was parsed"))
    readings, saved = read(study)
    assert states(readings) == {"a1.txt": State.UNCHANGED, "b1.txt": State.UNCHANGED}
    assert (saved.counts, saved.problems) == ({}, ())
    assert stored(study) == before
    assert list(readings.table()["turns"]) == [4, 4]
    assert set(readings.speakers()["participant"]) == {"", "P01", "P02"}


def test_a_changed_file_becomes_a_revision_and_the_original_stays(study):
    a1 = next(one for one in study.vault.originals() if one.name == "a1")
    rewrite(study, "nord/a1.txt", TALKS["nord/a1.txt"].replace("Die Wohnung bleibt", "Ja, die Wohnung bleibt"))
    readings, saved = read(study)
    assert states(readings) == {"a1.txt": State.CHANGED, "b1.txt": State.UNCHANGED}
    assert saved.counts == {"changed transcripts": 1}
    assert "a1.txt: it has changed and was kept as revision 2" in str(saved)
    assert study.vault.original(a1.id, 1) == a1
    newest = study.vault.original(a1.id)
    assert "Ja, die Wohnung bleibt" in newest.text
    assert study.vault.revision_edits(a1.id, 2).apply(a1.text) == newest.text
    assert (newest.speakers, newest.case) == (a1.speakers, a1.case)
    assert len(study.vault.originals()) == len(study.store.registrations()) == 2
    assert read(study)[1].counts == {}


def test_codings_travel_over_the_change_and_over_both_anonymizations(study):
    words = study.codings.where(coder="c1").table()["text"].tolist()
    changed = "I: Guten Tag, Herr Schulte!\n\n" + TALKS["nord/a1.txt"].replace("gut.", "gut. Frau Demir auch.")
    rewrite(study, "nord/a1.txt", changed.replace("Die Wohnung ist feucht", "Die Wohnung ist ganz feucht"))
    read(study)
    assert study.codings.where(coder="c1").table()["text"].tolist() == words
    proposals = iv.anonymize(study)
    person = next(entity for entity in proposals.entities if "Demir" in entity.name)
    saved = study.save(proposals.decide(person.id, "pseudonym", "Frau Kaya").accept())
    text = next(one for one in study.transcripts if one.name == "a1")
    assert text.version == 2
    assert "gut. Frau Kaya auch." in text.text
    assert not any(name in text.text for name in NAMES)
    assert study.codings.where(coder="c1").table()["text"].tolist() == [
        "Die Wohnung ist ganz feucht",
        *words[1:],
    ]
    report = study.store.carried().report
    assert {travel.change for travel in report} == {"changed"}
    assert "codings whose words were changed since: 2" in str(saved)
    assert not any(name.encode() in path.read_bytes() for path in study.folder.rglob("*.*") for name in NAMES)


def test_a_coding_whose_words_are_gone_is_told(study):
    rewrite(study, "sued/b1.txt", TALKS["sued/b1.txt"].replace("Die Miete ist zu hoch, und ", ""))
    read(study)
    saved = study.save(iv.anonymize(study).accept())
    assert "b1: codings whose words are all gone, and which are not shown any more: 1" in str(saved)


def test_two_changes_between_two_anonymizations_are_carried_at_once(study):
    words = study.codings.where(coder="c1").table()["text"].tolist()
    for text in ("I: Eins.\n\n" + TALKS["nord/a1.txt"], "I: Zwei.\n\nB: Ja?\n\n" + TALKS["nord/a1.txt"]):
        rewrite(study, "nord/a1.txt", text)
        read(study)
    study.save(iv.anonymize(study).accept())
    assert study.codings.where(coder="c1").table()["text"].tolist() == words
    original = next(one for one in study.vault.originals() if one.name == "a1")
    assert study.vault.revision(original.id) == 3
    assert study.vault.edits(original.id, 2).apply(original.text) == study.store.transcript("a1").text


def test_a_file_that_holds_its_first_text_again_is_a_change_too(study):
    rewrite(study, "nord/a1.txt", "I: Eins.\n\n" + TALKS["nord/a1.txt"])
    read(study)
    rewrite(study, "nord/a1.txt", TALKS["nord/a1.txt"])
    assert states(read(study)[0])["a1.txt"] is State.CHANGED
    assert TALKS["nord/a1.txt"] in [one.text for one in study.vault.originals()]
    assert states(read(study)[0])["a1.txt"] is State.UNCHANGED


def test_proposals_made_before_a_change_do_not_replace_what_came_after(study):
    accepted = iv.anonymize(study).accept()
    rewrite(study, "nord/a1.txt", "I: Eins.\n\n" + TALKS["nord/a1.txt"])
    read(study)
    saved = study.save(accepted)
    assert "a1: its original has changed since these proposals were made" in str(saved)


def test_codings_over_a_text_as_read_wait_until_the_new_text_is_anonymized(study, tmp_path):
    text = "I: Eins.\n\n" + TALKS["nord/a1.txt"]
    rewrite(study, "nord/a1.txt", text)
    read(study)
    start = text.index("die Nachbarn sind gut")
    file = tmp_path / "late.csv"
    file.write_text(f"transcript,start,end,code,coder\na1,{start},{start + 21},Wohnen,c9\n")
    assert "anonymize it again" in str(study.save(iv.read_codings(file)[0]))
    study.save(iv.anonymize(study).accept())
    study.save(iv.read_codings(file)[0])
    assert study.codings.where(coder="c9").table()["text"].tolist() == ["die Nachbarn sind gut"]


def test_a_renamed_file_is_known_by_its_content_and_by_its_new_name_afterwards(study, tmp_path):
    old, new = tmp_path / "talks" / "nord" / "a1.txt", tmp_path / "talks" / "nord" / "gespräch.txt"
    old.rename(new)
    readings, saved = read(study)
    assert states(readings)["gespräch.txt"] is State.UNCHANGED
    assert "gespräch.txt: its content is in the project already, from a file of another name" in str(saved)
    new.write_text("I: Eins.\n\n" + TALKS["nord/a1.txt"], encoding="utf-8")
    assert states(read(study)[0])["gespräch.txt"] is State.CHANGED
    assert len(study.vault.originals()) == 2


def test_a_corrected_copy_from_elsewhere_is_a_change_and_the_old_one_is_left_alone_later(study, tmp_path):
    (tmp_path / "corrected").mkdir()
    copy = tmp_path / "corrected" / "a1.txt"
    copy.write_text(TALKS["nord/a1.txt"].replace("laut", "leise") + "\nI: Danke.\n", encoding="utf-8")
    assert study.save(iv.read(copy)).counts == {"changed transcripts": 1}
    readings, saved = read(study)
    assert states(readings)["a1.txt"] is State.LEFT_OUT
    assert "a1.txt: an earlier text of a transcript in the project" in str(saved)


def test_another_interview_of_a_known_name_never_takes_its_place(study, tmp_path):
    (tmp_path / "other").mkdir()
    other = tmp_path / "other" / "a1.txt"
    other.write_text("I: Wo arbeiten Sie?\n\nB: Im Hafen, seit vier Jahren.\n\nI: Ja?\n\nB: Ja.\n", encoding="utf-8")
    saved = study.save(iv.read(other))
    assert "a1.txt: a transcript from another folder has its name" in str(saved)
    assert sorted(one.name for one in study.vault.originals()) == ["a1", "b1", "other-a1"]
    assert study.save(iv.read(other)).counts == {}
    (tmp_path / "talks" / "nord" / "a1.txt").unlink()
    other.rename(tmp_path / "a1.txt")
    (tmp_path / "a1.txt").write_text("I: Ganz anders?\n\nB: Nein, wieso denn auch?\n", encoding="utf-8")
    saved = study.save(iv.read(tmp_path / "a1.txt"))
    assert "another text of this name is in the project" in str(saved)
    assert saved.counts == {}


def test_files_of_one_name_in_several_folders_stay_apart_when_read_again(study, tmp_path):
    a1, talk = tmp_path / "talks" / "nord" / "a1.txt", "I: Wo arbeiten Sie?\n\nB: Im Hafen, seit Jahren.\n"
    (tmp_path / "talks" / "sued" / "a1.txt").write_text(talk, encoding="utf-8")
    (tmp_path / "talks" / "a1.txt").write_text("I: Und die Schule?\n\nB: Geht so, meistens.\n", encoding="utf-8")
    assert read(study)[1].counts["transcripts"] == 2
    names = {"a1": "nord", "b1": "sued", "sued-a1": "sued", "talks-a1": "talks"}
    assert {one.name: one.case for one in study.vault.originals()} == names
    (tmp_path / "talks" / "sued" / "a1.txt").write_text(talk + "\nI: Ja?\n", encoding="utf-8")
    a1.write_text(TALKS["nord/a1.txt"].replace("gut.", "gut. Ja."), encoding="utf-8")
    assert read(study)[1].counts == {"changed transcripts": 2}
    assert read(study)[1].counts == {}
    assert {one.name: one.case for one in study.vault.originals()} == names


def test_a_copy_with_the_same_words_is_told_when_the_file_itself_is_unchanged(study, tmp_path):
    (tmp_path / "talks" / "zz.txt").write_bytes(b"\xef\xbb\xbf" + TALKS["nord/a1.txt"].encode())
    readings, saved = read(study)
    assert "zz.txt: this text is in the project already" in str(saved)
    assert states(readings)["zz.txt"] is State.LEFT_OUT


def test_the_same_interview_in_two_formats_is_there_once(tmp_path):
    write_files(tmp_path)
    markdown = tmp_path / "talks" / "nord" / "a1.md"
    markdown.write_text(TALKS["nord/a1.txt"] + "\nI: Danke.\n", encoding="utf-8")
    with iv.create(tmp_path / "study", key=tmp_path / "study.agekey") as project:
        for _ in range(2):
            readings, saved = read(project)
            assert "a1.txt and a1.md: another file gives a transcript of the same name" in str(saved)
            assert len(project.vault.originals()) == 2
        assert states(readings) == {"a1.md": "unchanged", "a1.txt": "left out", "b1.txt": "unchanged"}


def test_a_file_stored_anew_with_the_same_text_is_no_change(study, tmp_path):
    file = tmp_path / "talks" / "nord" / "a1.txt"
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    readings, saved = read(study)
    assert states(readings)["a1.txt"] is State.UNCHANGED
    assert saved.counts == {}


def test_a_vault_without_a_catalogue_gets_one_and_a_damaged_part_is_made_anew(study):
    folder = study.vault.path / "catalogue"
    shutil.rmtree(folder)
    assert {entry.outline.name for entry in study.vault.catalogue()} == {"a1", "b1"}
    part = next(folder.glob("*.age"))
    part.write_bytes(part.read_bytes()[:-5])
    readings, saved = read(study)
    assert (saved.counts, states(readings)["a1.txt"]) == ({}, State.UNCHANGED)


def test_every_original_is_known_although_the_read_was_interrupted(tmp_path):
    write_files(tmp_path)
    with iv.create(tmp_path / "study", key=tmp_path / "study.agekey") as project:

        def interrupt(done, total):
            if done == 1:
                raise KeyboardInterrupt

        readings = iv.formats.read_many([tmp_path / "talks"], progress=interrupt)
        with pytest.raises(KeyboardInterrupt):
            project.save(readings)
        assert len(project.store.registrations()) == len(project.vault.originals()) == 1
        readings, saved = read(project)
        assert saved.counts["transcripts"] == 1
        assert states(readings) == {"a1.txt": State.UNCHANGED, "b1.txt": State.READ}


def test_the_names_of_files_that_are_not_utf8_can_be_kept_and_shown(tmp_path):
    name = os.fsdecode(b"Gespr\xe4ch\x1b[31m.txt")
    (tmp_path / name).write_text(TALKS["sued/b1.txt"], encoding="utf-8")
    with iv.create(tmp_path / "study", key=tmp_path / "study.agekey") as project:
        readings = iv.read(tmp_path / name)
        saved = project.save(readings)
        assert "Gespr\ufffdch\ufffd[31m.txt" in str(readings.table())
        project.save(iv.anonymize(project).accept())
        assert project.save(iv.read(tmp_path / name)).counts == {}
        str(saved).encode()


TURNS = st.lists(
    st.sampled_from(["ja", "nein", "Herr Kowalk", "die Wohnung", "👍🏽", "Mu\u0308ller", "laut"]), max_size=9
)


@given(TURNS, TURNS, TURNS, st.data())
def test_a_coding_over_words_that_nobody_touched_keeps_exactly_them(tmp_path_factory, head, body, tail, data):
    """Whatever is replaced before and after, and whatever is put around the words."""
    name = data.draw(st.sampled_from(["[Person 1]", "Frau Kaya", ""]))
    words = "was unberührt bleibt"
    before = f"I: {' '.join(head)} {words} {' '.join(body)}\nB: {' '.join(tail)}\n"
    after = f"I: {' '.join(body)}\n\nI: {' '.join(head)} {words} {' '.join(tail)}\n"
    vault = Vault.create(tmp_path_factory.mktemp("v") / "vault", tmp_path_factory.mktemp("k") / "key")
    first, second = _replacing(before, "[Person 3]"), _replacing(after, name)
    vault.save_original(Transcript("a", before, id="a"))
    vault.save_edits("a", 1, first)
    vault.revise_original(Transcript("a", after, id="a"))
    edits = edits_between_versions(vault, "a", 1, second)
    one, other = first.apply(before), second.apply(after)
    assert edits.apply(one) == other
    moved = edits.forward(Span(one.index(words), one.index(words) + len(words)))
    stood = Span(before.index(words), before.index(words) + len(words))
    if vault.revision_edits("a", 2).forward(stood).change == "kept":
        assert (moved.change, moved.span.of(other)) == ("kept", words)


def _replacing(text, words):
    found = [Span(match.start(), match.end()) for match in re.finditer("Herr Kowalk", text)]
    return Edits(len(text), [Edit(span, words) for span in found])
