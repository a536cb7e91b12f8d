"""Names that a file carries beside its text are in the vault, and nowhere else."""

from dataclasses import replace

import pytest
from docx import Document

import interviews as iv
from interviews.cli.main import main
from interviews.formats import Reading, kinds
from interviews.formats.documents.docx import read_docx
from interviews.model import SourceNote

CANARIES = ("Kanarienfrau", "Zeisigmann", "Stieglitzer", "Finkenwerth", "Gimpelheim")
NOTES = (
    SourceNote("author", CANARIES[0]),
    SourceNote("comment", f"Frag {CANARIES[1]}!", CANARIES[1]),
    SourceNote("header", f"Gespräch mit {CANARIES[2]}"),
)


@pytest.fixture
def talks(tmp_path, monkeypatch):
    """A Word file in a folder and under a name that name somebody, with an author, a comment and a header."""
    folder = tmp_path / "talks" / CANARIES[3]
    folder.mkdir(parents=True)
    document = Document()
    for line in ("I: Wie war das für Sie?", "B: Das war gut so.", "I: Und dann?", "B: Dann war es zu Ende."):
        document.add_paragraph(line)
    document.core_properties.author = CANARIES[0]
    document.sections[0].header.paragraphs[0].text = f"Gespräch mit {CANARIES[2]}"
    document.save(folder / f"{CANARIES[4]}.docx")

    def read(file):
        reading = read_docx(file)
        return Reading(replace(reading.transcript, notes=NOTES), reading.problems, reading.path)

    found = [replace_kind(kind, read) if kind.name == "docx" else kind for kind in kinds.KINDS]
    monkeypatch.setattr("interviews.formats.files.KINDS", tuple(found))
    return tmp_path / "talks"


def replace_kind(kind, read):
    return kinds.Kind(kind.name, kind.suffixes, kind.fits, read)


def test_metadata_is_kept_in_the_vault_and_counted_for_people(talks, tmp_path):
    with iv.create(tmp_path / "study", key=tmp_path / "study.agekey") as project:
        readings = iv.read(talks)
        saved = project.save(readings)
        (original,) = project.vault.originals()
        assert original.notes == NOTES
        assert "1 author's name, 1 comment and 1 header are kept in the vault, not in the text" in str(saved)
        project.save(iv.anonymize(project).accept())
        assert project.transcripts[0].notes == ()


def test_no_name_of_the_metadata_is_in_the_project_or_in_what_is_shown(talks, tmp_path, capsys, monkeypatch):
    study, key = tmp_path / "study", tmp_path / "study.agekey"
    with iv.create(study, key=key) as project:
        readings = iv.read(talks, case_from="folder")
        saved = project.save(readings)
        shown = [repr(readings), repr(list(readings)), str(saved), repr(project.vault.originals()), repr(project)]
        shown += [repr(project.vault.catalogue())]
        shown.append(readings.table().drop(columns="file").to_json(force_ascii=False))
        shown.append(str([problem.message for problem in readings.problems]))
    for path in study.rglob("*"):
        if path.is_file():
            assert not any(name.encode() in path.read_bytes() for name in CANARIES), path
    commands = (["read", talks, "--json"], ["read", talks, "--project", study], ["speakers", study])
    monkeypatch.setenv("INTERVIEWS_KEY", str(key))
    for words in commands:
        monkeypatch.setattr("sys.argv", ["interviews", *map(str, words)])
        with pytest.raises(SystemExit):
            main()
        printed = capsys.readouterr()
        # The file's name is what the table of files is there to show.
        shown.append((printed.out + printed.err).replace(CANARIES[4], "" if words[0] == "read" else CANARIES[4]))
    # Problems say in which file they are.
    shown = [text.replace(f"{CANARIES[4]}.docx: ", "").replace(f"'{CANARIES[4]}.docx'", "") for text in shown]
    assert not [name for name in CANARIES for text in shown if name in text]
