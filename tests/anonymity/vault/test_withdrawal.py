"""What the vault has of an interview is destroyed, and what it has of others stays."""

import io
from dataclasses import replace
from pathlib import Path

import pyrage
import pytest

from interviews.anonymity.entity import Decision, KeyEntry
from interviews.anonymity.mention import EntityType
from interviews.anonymity.vault.erased import erased_ids
from interviews.anonymity.vault.key_history import destroyed_entries, mentioned_entries
from interviews.anonymity.vault.vault import Vault
from interviews.anonymity.vault.waiting import Waiting
from interviews.anonymity.vault.withdrawal import Withdrawal, begin, count_in_vault, destroy, forget, unfinished
from interviews.errors import MisuseError
from interviews.model import Case, Code, Codebook, Coding, Group, Link, Medium, Memo, Participant, Span, Transcript
from interviews.text import Edits

GOING = Transcript(
    "Yılmaz", "B: Ich bin Ayşe Yılmaz, Schulti kennt mich. Frau Demir auch, seit vielen Jahren.", id="go"
)
STAYING = Transcript("Demir", "B: Ich bin Frau Demir, und Herr Schulte kommt manchmal.", id="stay")


def entry(id: str, name: str, forms: tuple[str, ...], transcripts: tuple[str, ...]) -> KeyEntry:
    return KeyEntry(id, EntityType.PER, name, forms, f"[{id}]", Decision.LABEL, transcripts=transcripts)


AYSE = entry("PER-001", "Ayşe Yılmaz", ("Ayşe Yılmaz",), ("go",))
SCHULTE = entry("PER-002", "Schulti Schulte", ("Schulti", "Schulte"), ("go", "stay"))
DEMIR = entry("PER-003", "Demir", ("Demir",), ("go", "stay"))
ASKED = Withdrawal(("go",), ("P01",), (), {"participants": ("P01",), "cases": ()}, (AYSE, SCHULTE, DEMIR))


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    made = Vault.create(tmp_path / "v", tmp_path / "a.key")
    made.save_catalogue([made.save_original(GOING, "f-go"), made.save_original(STAYING, "f-stay")])
    made.revise_original(replace(GOING, text=f"{GOING.text} Ja."), "f-go2")
    for one in (GOING, STAYING):
        made.save_edits(one.id, 1, Edits(len(one.text), []), revision=1)
    made.save_key([AYSE, replace(SCHULTE, transcripts=("go",))])
    made.save_key([AYSE, SCHULTE, DEMIR])
    made.save_people(
        [Participant("P01", None, {"age": "40"}), Participant("P02", None, {"n": "kennt Ayşe Yılmaz"})], []
    )
    made.save_people([Participant("P01", None, {"age": "41"})], [Case("Nord")])
    made.save_medium(Medium("ton.mp3", "audio", "x", "go", "m-go"), io.BytesIO(b"sound"))
    made.save_medium(Medium("bild.png", "picture", "x", "stay", "m-stay"), io.BytesIO(b"picture"))
    return made


def plain_of(vault: Vault) -> str:
    identities = [one for file in (vault.path / "keys").glob("*.age") for one in vault.safe.identities(file.stem)]
    files = vault.path.rglob("*.age")
    return "\n".join(bytes(pyrage.decrypt(file.read_bytes(), identities)).decode() for file in files)


def test_texts_revisions_key_edits_and_media_are_gone_and_those_of_others_stay(vault: Vault) -> None:
    counts = count_in_vault(vault, ["go"], 1, 0)
    assert counts == {
        "originals": 2, "replacements": 2, "interview keys": 1, "media": 1, "key entries": 1, "people": 1,
    }  # fmt: skip
    destroy(vault, ASKED)
    assert sorted(str(file.relative_to(vault.path)) for file in vault.path.rglob("*go*")) == []
    assert vault.originals() == (STAYING,)
    assert [medium.id for medium in vault.media()] == ["m-stay"]
    assert [one.id for one in vault.catalogue()] == ["stay"]
    assert vault.edits("stay", 1) == Edits(len(STAYING.text), [])


def test_every_version_of_the_key_forgets_who_only_this_interview_mentions(vault: Vault) -> None:
    assert destroyed_entries(vault.safe, vault, {"go"}) == (AYSE,)
    assert mentioned_entries(vault.safe, vault, {"go"}) == (AYSE, SCHULTE, DEMIR)
    destroy(vault, ASKED)
    plain = plain_of(vault)
    assert not [word for word in ("Ayşe", "Yılmaz", "Schulti") if word in plain]
    ayse, schulte, demir = vault.key()
    assert (ayse.id, ayse.name, ayse.forms, ayse.replacement, ayse.departed) == ("PER-001", "", (), "", True)
    assert (schulte.name, schulte.forms, schulte.transcripts) == ("Schulte", ("Schulte",), ("stay",))
    assert demir == replace(DEMIR, transcripts=("stay",))
    assert len(list((vault.path / "key").iterdir())) == 2


def test_a_key_that_does_not_say_which_interviews_mention_somebody_is_compared_with_the_texts(tmp_path: Path) -> None:
    vault = Vault.create(tmp_path / "v", tmp_path / "a.key")
    for one in (GOING, STAYING):
        vault.save_original(one)
    vault.save_key([replace(one, transcripts=()) for one in (AYSE, SCHULTE, DEMIR)])
    destroy(vault, ASKED)
    assert [one.name for one in vault.key()] == ["", "Schulte", "Demir"]
    assert [one.forms for one in vault.key()] == [(), ("Schulte",), ("Demir",)]


def test_people_go_and_what_is_said_about_them_in_others(vault: Vault) -> None:
    destroy(vault, ASKED)
    assert vault.people() == ((Participant("P02"),), (Case("Nord"),))


def test_what_waited_goes_with_the_texts_it_came_with(vault: Vault) -> None:
    codings = (Coding("go", Span(0, 1), "A", "c1", id="c-go"), Coding("stay", Span(0, 1), "A", "c1", id="c-stay"))
    quote = "Schulti kennt mich. Frau Demir auch, seit Jahren"
    memos = [("go", "m", "1"), ("c-go", "m", "2"), ("2", "m", "3"), ("stay", quote, "4"), ("stay", "bleibt", "5")]
    vault.save_waiting(
        Waiting(
            {"go": "d", "stay": "d"},
            codings,
            tuple(Memo(about, text, "c1", id) for about, text, id in memos),
            (Group("g", (("transcript", "go"), ("transcript", "stay")), quote, "g"),),
            (Link(("transcript", "go"), ("code", "A"), id="l"),),
            {"coding:c-go": "G", "coding:c-stay": "H"},
            Codebook("b", 1, (Code("A", definition="Nähe", anchor=quote),)),
        )
    )
    destroy(vault, ASKED)
    (left,) = vault.waiting()
    assert (dict(left.texts), dict(left.guids)) == ({"stay": "d"}, {"coding:c-stay": "H"})
    assert ([one.id for one in left.codings], [one.id for one in left.memos], left.links) == (["c-stay"], ["5"], ())
    assert [(group.members, group.description) for group in left.groups] == [((("transcript", "stay"),), "")]
    assert left.codebook is not None
    assert [(code.definition, code.anchor) for code in left.codebook] == [("Nähe", "")]


def test_what_was_learned_is_deleted(vault: Vault) -> None:
    vault.safe.append("learned", {"weights": ["Ayşe"]})
    assert count_in_vault(vault, ["go"], 0, 0)["learned"] == 1
    destroy(vault, ASKED)
    assert not (vault.path / "learned").exists()


def test_an_erased_interview_is_not_taken_in_again_and_known_by_its_digests(vault: Vault) -> None:
    destroy(vault, ASKED)
    assert erased_ids(vault.path) == {"go"}
    assert {"f-go", "f-go2", GOING.digest} <= vault.erased()
    with pytest.raises(MisuseError, match="was erased"):
        vault.save_original(GOING)


def test_a_second_time_changes_nothing(vault: Vault) -> None:
    destroy(vault, ASKED)
    before = plain_of(vault)
    destroy(vault, ASKED)
    assert plain_of(vault) == before


def test_what_was_begun_is_known_until_it_is_complete_and_then_forgotten(vault: Vault) -> None:
    begin(vault.safe, ASKED)
    ((file, known),) = unfinished(vault.safe)
    assert known == ASKED
    assert "maz" not in repr(known)
    assert "Ayşe".encode() not in file.read_bytes()
    forget(file)
    assert unfinished(vault.safe) == []
