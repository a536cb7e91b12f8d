"""Recordings, pictures and PDF files of another program's study: in the vault, encrypted, and nowhere else."""

import io
import random
from dataclasses import replace
from types import MappingProxyType

import interviews as iv
from interviews.formats import refi
from interviews.model import Exchange, Group, Medium, new_id
from tests.foreign_study import foreign_exchange, texts

SOUND = random.Random(5).randbytes(200_000)


def with_media(tmp_path) -> Exchange:
    exchange = foreign_exchange(texts(tmp_path))
    voice = Medium("Gespräch Yılmaz.mp3", "audio", "a.mp3", exchange.transcripts[0].id)
    gone = Medium("Foto.jpg", "picture", "")
    group = Group("Aufnahmen", (("medium", voice.id), ("code", "Wohnen")))
    exchange = replace(exchange, media=(voice, gone), groups=(group,), memos=(), links=(), ids=MappingProxyType({}))

    def opened(medium: Medium) -> io.BytesIO:
        if medium.id != voice.id:
            raise iv.MisuseError("not there")
        return io.BytesIO(SOUND)

    refi.write_qdpx(exchange, tmp_path / "media.qdpx", media=opened)
    return iv.read_exchange(tmp_path / "media.qdpx")


def test_media_are_kept_encrypted_once_and_told(tmp_path):
    exchange = with_media(tmp_path)
    with iv.create(tmp_path / "p", key=tmp_path / "p.agekey") as project:
        saved = project.save(exchange)
        assert saved.counts["media"] == 1
        told = " | ".join(problem.message for problem in saved.problems)
        assert "1 are kept in the vault, encrypted" in told
        assert "1 are only named in the file" in told
        kept = {medium.kind: medium for medium in project.vault.media()}
        assert kept["audio"].transcript == exchange.transcripts[0].id
        assert kept["audio"].entry
        assert not kept["picture"].entry
        for path in [*project.folder.rglob("*"), *project.vault.path.rglob("*")]:
            raw = path.read_bytes() if path.is_file() else b""
            assert SOUND[:32] not in raw
            assert b"lmaz" not in raw
        files = sorted(project.vault.path.rglob("*"))
        assert project.save(exchange).summary == "nothing new"
        assert sorted(project.vault.path.rglob("*")) == files


def test_what_is_said_about_media_that_stay_in_the_vault_is_told_on_the_way_out(tmp_path):
    with iv.create(tmp_path / "p", key=tmp_path / "p.agekey") as project:
        project.save(with_media(tmp_path))
        project.save(iv.anonymize(project).accept())
        assert [group.members[0][0] for group in project.store.groups()] == ["medium"]
        written = iv.export(project, tmp_path / "p.qdpx")
        assert "1 members of groups that are not there" in str(written)
        assert "2 recordings, pictures and PDF files" in str(written)
        assert iv.read_exchange(written).media == ()


def test_pictures_of_the_same_name_are_all_kept_and_a_second_import_adds_none(tmp_path):
    pictures = tuple(Medium("Foto", "picture", f"{number}.jpg") for number in range(3))
    exchange = replace(foreign_exchange(texts(tmp_path)), media=pictures, ids=MappingProxyType({}))
    exchange = replace(exchange, groups=(), memos=(), links=())
    refi.write_qdpx(exchange, tmp_path / "media.qdpx", media=lambda medium: io.BytesIO(medium.entry.encode()))
    exchange = iv.read_exchange(tmp_path / "media.qdpx")
    renumbered = replace(exchange, media=tuple(replace(one, id=new_id()) for one in exchange.media))
    with iv.create(tmp_path / "p", key=tmp_path / "p.agekey") as project:
        assert project.save(exchange).counts["media"] == 3
        for again in (exchange, renumbered):
            assert "media" not in project.save(again).counts
        assert {medium.id for medium in project.vault.media()} == {medium.id for medium in exchange.media}
