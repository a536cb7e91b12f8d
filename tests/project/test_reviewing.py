"""A review that is left and taken up again, by one person or two."""

import pytest

import interviews as iv
from interviews.anonymity import Decision
from interviews.errors import MisuseError

pytestmark = pytest.mark.slow  # whole studies

FIRST = "I: Wie heißen Sie?\nB: Ich heiße Ayşe Yılmaz. Mehmet ist mein Sohn. Wir wohnen in Marxloh.\n"
SECOND = "I: Und Sie?\nB: Ich heiße Zofia Kowalczyk. Ayşe Yılmaz kenne ich gut.\n"


@pytest.fixture
def project(tmp_path):
    write(tmp_path, "a1", FIRST)
    made = iv.create(tmp_path / "study", language="de", key=tmp_path / "study.agekey")
    made.save(iv.read(tmp_path / "talks"))
    yield made
    made.close()


def write(tmp_path, name, text):
    (tmp_path / "talks").mkdir(exist_ok=True)
    (tmp_path / "talks" / f"{name}.txt").write_text(text, encoding="utf-8")


def id_of(proposals, name):
    return next(one.id for one in proposals.entities if name in one.forms)


def texts(project):
    return "\n".join(one.text for one in project.transcripts)


def publish(project, tmp_path):
    return iv.export(project.codings, tmp_path / "out" / "codings.csv", project=project)


def test_a_review_that_was_left_goes_on_where_it_was_and_touches_no_text(project):
    proposals = iv.anonymize(project)
    ids = [one.id for one in proposals.entities]
    mehmet, ayse = id_of(proposals, "Mehmet"), id_of(proposals, "Ayşe Yılmaz")
    saved = project.save(proposals.decide(mehmet, "pseudonym", "Kerem"), author="c1")
    assert saved.counts["decisions"] == 1
    assert not project.transcripts
    assert project.vault.key() == ()
    again = iv.anonymize(project)
    assert [one.id for one in again.entities] == ids
    assert (again.get(mehmet).replacement, again.get(mehmet).decided_by) == ("Kerem", "c1")
    assert mehmet not in {one.id for one in again.open}
    assert ayse in {one.id for one in again.open}
    assert len(again.open) == len(ids) - 1
    event = project.history().iloc[-1]
    assert (event["author"], event["action"], event["detail"]) == ("c1", "decided", mehmet)


def test_what_is_open_is_proposed_anew_by_what_is_known_now(project):
    proposals = iv.anonymize(project)
    mehmet, ayse = id_of(proposals, "Mehmet"), id_of(proposals, "Ayşe Yılmaz")
    project.save(proposals.decide(ayse, "label"), author="c1")
    again = iv.anonymize(project, keep=["Mehmet", "Ayşe Yılmaz"])
    assert again.get(mehmet).decision is Decision.KEEP
    assert again.get(ayse).decision is Decision.LABEL


def test_what_was_accepted_as_proposed_is_signed_so_and_not_as_decided(project):
    proposals = iv.anonymize(project)
    mehmet, ayse = id_of(proposals, "Mehmet"), id_of(proposals, "Ayşe Yılmaz")
    project.save(proposals.decide(mehmet, "keep").accept(), author="c1")
    key = {entry.id: entry for entry in project.vault.key()}
    assert (key[mehmet].decided_by, key[mehmet].accepted_by) == ("c1", "")
    assert (key[ayse].decided_by, key[ayse].decided_at, key[ayse].accepted_by) == ("", None, "c1")
    again = iv.anonymize(project)
    assert ayse in {one.id for one in again.open}
    table = again.table().set_index("id")
    assert table.loc[mehmet, "decided by"] == "c1"
    assert table.loc[mehmet, "decided on"] == key[mehmet].decided_at.date().isoformat()


def test_a_merge_a_type_and_a_decision_taken_back_are_as_they_were(project):
    first = iv.anonymize(project)
    mehmet, ayse, place = (id_of(first, name) for name in ("Mehmet", "Ayşe Yılmaz", "Marxloh"))
    changed = first.decide(mehmet, "keep").merge(mehmet, ayse).retype(place, "ORG")
    project.save(changed, author="c1")
    assert [one.id for one in iv.anonymize(project).entities] == [one.id for one in changed.entities]
    project.save(changed.taken_back(first), author="c1")
    again = iv.anonymize(project)
    assert [(one.id, one.decision, one.decided_by) for one in again.entities] == [
        (one.id, one.decision, one.decided_by) for one in first.entities
    ]
    project.save(again.accept(), author="c1")
    assert not [word for word in ("Ayşe", "Mehmet", "Marxloh") if word in texts(project)]


def test_two_reviewers_at_once_lose_nothing(project):
    one, other = iv.anonymize(project), iv.anonymize(project)
    mehmet, ayse = id_of(one, "Mehmet"), id_of(one, "Ayşe Yılmaz")
    project.save(one.decide(mehmet, "keep"), author="c1")
    project.save(other.decide(ayse, "pseudonym", "Nuray Aksoy"), author="c2")
    again = iv.anonymize(project)
    assert (again.get(mehmet).decided_by, again.get(ayse).decided_by) == ("c1", "c2")
    overruled = project.save(other.decide(mehmet, "label"), author="c2")
    assert [str(one) for one in overruled.problems] == [f"{mehmet}: c1 had decided keep; now it is label"]


def test_proposals_older_than_decisions_of_others_are_not_accepted(project):
    stale, fresh = iv.anonymize(project), iv.anonymize(project)
    mehmet = id_of(fresh, "Mehmet")
    project.save(fresh.decide(mehmet, "keep"), author="c1")
    with pytest.raises(MisuseError, match=f"others saved decisions.*{mehmet}.*Propose again"):
        project.save(stale.accept(), author="c2")
    assert not project.transcripts
    project.save(iv.anonymize(project).accept(), author="c2")
    assert "Mehmet ist mein Sohn" in texts(project)
    assert {one.id: one.decided_by for one in project.vault.key()}[mehmet] == "c1"


def test_a_decision_never_reaches_somebody_else_who_got_the_number_meanwhile(project, tmp_path):
    stale = iv.anonymize(project)
    place = id_of(stale, "Marxloh")
    write(tmp_path, "a2", SECOND)
    project.save(iv.read(tmp_path / "talks"))
    project.save(iv.anonymize(project), author="c1")
    wrong = stale.retype(place, "PER").decide("PER-003", "keep")
    saved = project.save(wrong, author="c2")
    assert [str(one) for one in saved.problems] == [
        "PER-003: is somebody else by now, so what was decided was not saved: propose again and decide on it"
    ]
    again = iv.anonymize(project)
    assert again.get("PER-003").name == "Zofia Kowalczyk"
    assert again.get("PER-003").decided_at is None
    assert id_of(again, "Marxloh") == place


def test_nothing_is_published_before_decisions_reached_the_texts(project, tmp_path):
    project.save(iv.anonymize(project).accept(), author="c1")
    publish(project, tmp_path)
    again = iv.anonymize(project)
    mehmet = id_of(again, "Mehmet")
    project.save(again.decide(mehmet, "label"), author="c1")
    publish(project, tmp_path)  # the texts say so already
    project.save(iv.anonymize(project).decide(mehmet, "pseudonym", "Kerem"), author="c1")
    for publishing in (publish, lambda project, path: iv.archive(project, path / "archive")):
        with pytest.raises(MisuseError, match=f"{mehmet}.*interviews anonymize PROJECT --accept"):
            publishing(project, tmp_path)
    assert not (tmp_path / "archive").exists()
    project.save(iv.anonymize(project).accept(), author="c1")
    publish(project, tmp_path)
    assert "Kerem" in texts(project)


@pytest.mark.parametrize("act", ["merge", "retype", "keep one"])
def test_whatever_would_change_a_text_keeps_it_in(project, tmp_path, act):
    project.save(iv.anonymize(project).accept(), author="c1")
    again = iv.anonymize(project)
    mehmet, ayse = id_of(again, "Mehmet"), id_of(again, "Ayşe Yılmaz")
    mention = again.get(mehmet).mentions[0]
    changed = {
        "merge": lambda: again.merge(mehmet, ayse),
        "retype": lambda: again.retype(mehmet, "ORG"),
        "keep one": lambda: again.keep_mention(mehmet, mention.transcript, mention.span.start),
    }[act]()
    project.save(changed, author="c1")
    with pytest.raises(MisuseError, match="the texts do not show yet"):
        publish(project, tmp_path)
    project.save(changed.taken_back(again), author="c1")
    publish(project, tmp_path)


THREE = "I: Und?\nB: Mein Chef ist Witold Kowalski, seit Jahren. Gestern hat Kowalski angerufen. Kowalski sagt wenig.\n"


def split(project, tmp_path):
    """The project with a third interview and its texts replaced; proposals before and after a split, and both ids."""
    write(tmp_path, "a3", THREE)
    project.save(iv.read(tmp_path / "talks"))
    project.save(iv.anonymize(project).accept(), author="c1")
    before = iv.anonymize(project)
    one = id_of(before, "Witold Kowalski")
    after = before.split(one, "Kowalski")
    return before, after, one, id_of(after, "Kowalski")


def test_who_was_split_off_stays_apart_and_open_in_later_rounds_and_reaches_the_texts(project, tmp_path):
    _, after, one, other = split(project, tmp_path)
    project.save(after, author="c1")
    with pytest.raises(MisuseError, match=f"the texts do not show yet .{other}"):
        publish(project, tmp_path)
    write(tmp_path, "a3", THREE + "B: Auch heute hat Kowalski angerufen.\n")
    project.save(iv.read(tmp_path / "talks"))
    again = iv.anonymize(project)
    assert (len(again.get(one).mentions), len(again.get(other).mentions)) == (1, 3)
    assert (again.get(one).decided_by, again.get(other).decided_at) == ("c1", None)
    project.save(again.decide(other, "pseudonym", "Nowak").accept(), author="c1")
    publish(project, tmp_path)
    assert texts(project).count("Nowak") == 3
    assert "Kowalski" not in texts(project)
    assert not [leak for leak in iv.leaks(project) if leak.certain]


def test_a_split_keeps_it_in_also_where_the_original_was_corrected_meanwhile(project, tmp_path):
    _, _, one, _ = split(project, tmp_path)
    write(tmp_path, "a3", THREE.replace("seit Jahren", "seit vielen Jahren"))
    project.save(iv.read(tmp_path / "talks"))
    publish(project, tmp_path)
    project.save(iv.anonymize(project).split(one, "Kowalski"), author="c1")
    with pytest.raises(MisuseError, match="the texts do not show yet"):
        publish(project, tmp_path)


def test_a_split_that_the_texts_show_is_taken_back_from_them(project, tmp_path):
    before, after, one, other = split(project, tmp_path)
    project.save(after.accept(), author="c1")
    shown = texts(project)
    project.save(after.taken_back(before), author="c1")
    with pytest.raises(MisuseError, match="the texts do not show yet"):
        publish(project, tmp_path)
    again = iv.anonymize(project)
    assert again.get(one).mentions == before.get(one).mentions
    project.save(again.accept(), author="c1")
    publish(project, tmp_path)
    number = int(other[4:])
    assert (f"[Person {number}]" in shown, f"[Person {number}]" in texts(project)) == (True, False)


def test_mentions_that_went_to_somebody_known_keep_it_in_until_the_texts_say_so(project, tmp_path):
    before, _, one, _ = split(project, tmp_path)
    known = next(entity for entity in before.entities if entity.type == "PER" and entity.id != one)
    project.save(before.split(one, "Kowalski", known.id), author="c1")
    with pytest.raises(MisuseError, match=f"the texts do not show yet .{known.id}"):
        publish(project, tmp_path)
    again = iv.anonymize(project)
    assert (len(again.get(one).mentions), len(again.get(known.id).mentions)) == (1, 2 + len(known.mentions))
    project.save(again.accept(), author="c1")
    publish(project, tmp_path)


def test_names_in_an_interview_read_since_keep_back_nothing(project, tmp_path):
    project.save(iv.anonymize(project).accept(), author="c1")
    write(tmp_path, "a2", SECOND)
    project.save(iv.read(tmp_path / "talks"))
    proposals = iv.anonymize(project)
    project.save(proposals.decide(id_of(proposals, "Zofia Kowalczyk"), "keep"), author="c1")
    publish(project, tmp_path)


def two_reviewers(project):
    settings = project.folder / "interviews.toml"
    settings.write_text(settings.read_text() + "\n[anonymization]\nreviewers = 2\n")
    return iv.open(project.folder, key=project.key_file)


def test_with_two_reviewers_nothing_is_published_until_a_second_person_confirmed_everything(project, tmp_path):
    with two_reviewers(project) as study:
        study.save(iv.anonymize(study).accept(), author="c1")
        with pytest.raises(MisuseError, match="a second person has not confirmed LOC-001, PER-001"):
            publish(study, tmp_path)
        proposals = iv.anonymize(study)
        with pytest.raises(MisuseError, match="decided by C1: somebody else"):
            proposals.confirm("PER-001", "C1")
        *most, last = [one.id for one in proposals.entities]
        study.save(proposals.confirm(most, "c2"), author="c2")
        with pytest.raises(MisuseError, match=f"has not confirmed {last},"):
            publish(study, tmp_path)
        study.save(iv.anonymize(study).confirm(last, "c2"), author="c2")
        publish(study, tmp_path)
        iv.archive(study, tmp_path / "archive")
        changed = iv.anonymize(study).decide("PER-001", "pseudonym", "Nuray Aksoy")
        study.save(changed.accept(), author="c2")
        with pytest.raises(MisuseError, match="has not confirmed PER-001,"):
            publish(study, tmp_path)
    restored = iv.restore(tmp_path / "archive", tmp_path / "restored")
    assert restored.settings.reviewers == 2
    with pytest.raises(MisuseError, match="whether a second person confirmed"):
        iv.archive(restored, tmp_path / "again")
    restored.close()


def test_nobody_confirms_what_nobody_decided_or_what_is_his_own(project):
    proposals = iv.anonymize(project)
    with pytest.raises(MisuseError, match="Nobody has decided on PER-001"):
        proposals.confirm("PER-001", "c2")
    with pytest.raises(MisuseError, match="Say who confirms"):
        proposals.confirm("PER-001", " ")
    own = proposals.decide("PER-001", "label").confirm("PER-001", "c1")
    assert [str(one) for one in project.save(own, author="c1").problems] == [
        "PER-001: c1 decided on it and cannot confirm it too"
    ]
    assert not iv.anonymize(project).get("PER-001").confirmed_by


@pytest.mark.parametrize("line", ["reviewers = 3", "reviewers = true", 'reviewers = "2"', "reviewer = 2"])
def test_settings_that_ask_for_odd_reviewers_are_refused(project, line):
    settings = project.folder / "interviews.toml"
    settings.write_text(settings.read_text() + f"\n[anonymization]\n{line}\n")
    with pytest.raises(MisuseError, match=r"\[anonymization\]"):
        iv.open(project.folder)


def test_names_stand_in_the_vault_alone(project):
    proposals = iv.anonymize(project)
    project.save(proposals.decide("PER-001", "keep"), author="c1")
    saved = b"".join(path.read_bytes() for path in project.folder.rglob("*") if path.is_file())
    assert "Ayşe".encode() not in saved
