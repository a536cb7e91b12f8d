"""Every command, as a person types it: what it prints, and the status it leaves with."""

import json
import os
import shutil
import subprocess
import sys

import pytest
import spacy

from interviews.cli import read
from interviews.cli.main import app, main
from tests.small_study import NAMES, make_study, write_files

pytestmark = pytest.mark.slow  # whole studies


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("commands")
    make_study(folder).close()
    return folder


def test_every_command_has_help(interviews):
    for command in app.registered_commands:
        status, printed, _ = interviews(command.name, "--help")
        assert status == 0
        assert command.callback.__doc__.strip().splitlines()[0] in " ".join(printed.split())


def test_a_study_can_be_carried_by_commands_alone(interviews, tmp_path):
    write_files(tmp_path)
    project, key = tmp_path / "study", ("--key", tmp_path / "study.agekey")
    steps = [
        ("new", project, *key),
        ("read", tmp_path / "talks", "--project", project, *key),
        ("anonymize", project, "--sheet", tmp_path / "review.xlsx", *key),
        ("anonymize", project, "--from", tmp_path / "review.xlsx", "--accept", *key),
        ("codebook", tmp_path / "klein.yaml", "--project", project),
        ("import", project, tmp_path / "codings.csv", *key),
        ("leaks", project, *key),
        ("show", project, "--code", "Wohnen"),
        ("agree", project),
        ("search", project, "*wohnung*"),
        ("crosstab", project),
        ("framework", project),
        ("framework", project, "--case", "nord", "--theme", "Wohnen"),
        ("report", project, tmp_path / "out" / "bericht.md", *key),
        ("export", project, tmp_path / "out" / "codings.xlsx", *key),
        ("export", project, tmp_path / "out" / "zitate.xlsx", "--what", "quotes", *key),
        ("export", project, tmp_path / "out" / "people.csv", "--what", "participants", *key),
        ("export", project, tmp_path / "out" / "matrix.xlsx", "--what", "matrix", *key),
        ("export", project, tmp_path / "out" / "codes.xlsx", "--what", "codebook", *key),
        ("codebook", tmp_path / "out" / "codes.xlsx", "--project", project),
        ("history", project),
    ]
    for step in steps:
        status, printed, complaints = interviews(*step)
        assert status == 0, (step, complaints)
        if step[0] != "new":
            assert not any(name in printed + complaints for name in NAMES), step
    # One person did not agree to be quoted, which the export tells.
    _, printed, complaints = interviews("quotes", project, "--released", *key)
    assert ("0 quotes" in printed, "none is released yet" in complaints) == (True, True)
    status, _, complaints = interviews("quotes", project, "--out", tmp_path / "out" / "zitate.docx", *key)
    assert (tmp_path / "out" / "zitate.docx").exists()
    assert "consent" in complaints
    assert status == 0  # consent that was not given is no fault of the data


@pytest.mark.parametrize("command", ["show", "agree", "crosstab", "framework", "history"])
def test_figures_come_as_json_too(interviews, folder, command):
    status, printed, _ = interviews(command, folder / "study", "--json")
    assert status == 0
    assert json.loads(printed)


def test_detect_prints_spans_over_the_text_that_read_prints(interviews, folder):
    file = folder / "talks" / "nord" / "a1.txt"
    status, text, _ = interviews("read", file, "--text")
    assert status == 0
    assert text == file.read_text(encoding="utf-8")
    status, printed, _ = interviews("detect", file, "--language", "de", "--json")
    assert status == 0
    spans = json.loads(printed)
    assert {"start", "end", "type", "text", "finder", "score"} == set(spans[0])
    assert all(text[span["start"] : span["end"]] == span["text"] for span in spans)
    assert any("Yılmaz" in span["text"] for span in spans)


def test_detect_finds_names_in_speaker_labels(interviews, tmp_path):
    file = tmp_path / "gespräch.txt"
    file.write_text("Interviewerin: Und dann?\nAyşe Yılmaz: Dann war es gut.\nInterviewerin: Ja?\nAyşe Yılmaz: Ja.\n")
    status, printed, _ = interviews("detect", file, "--language", "de", "--json")
    assert status == 0
    found = [(span["start"], span["end"], span["type"], span["finder"]) for span in json.loads(printed)]
    assert found == [(25, 36, "PER", "speaker"), (74, 85, "PER", "speaker")]
    assert file.read_text()[25:36] == "Ayşe Yılmaz"


def test_detect_takes_a_model_of_the_users(interviews, tmp_path):
    nlp = spacy.blank("de")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "PER", "pattern": "Zapfen"}])
    nlp.to_disk(tmp_path / "modell")
    file = tmp_path / "talk.txt"
    file.write_text("I: Und dann?\nB: 👍 Der Zapfen war da.\n")
    status, printed, _ = interviews("detect", file, "--language", "de", "--json", "--model", tmp_path / "modell")
    assert status == 0
    (span,) = json.loads(printed)
    assert span == {"start": 22, "end": 28, "type": "PER", "text": "Zapfen", "finder": "modell", "score": 0.5}
    status, _, complaints = interviews("detect", file, "--model", "de_core_news_none")
    assert status == 2
    assert "python -m spacy download de_core_news_none" in complaints


def test_learn_says_what_it_learned_from_and_found(interviews, folder):
    key = ("--key", folder / "study.agekey")
    status, printed, _ = interviews("learn", folder / "study", *key)
    assert status == 0
    assert printed.startswith("learned from ")
    assert "decisions in 2 interviews; on interviews held out (cross-validation): found 0 of 0" in printed
    assert not any(name in printed for name in NAMES)
    status, printed, _ = interviews("learn", folder / "study", "--json", *key)
    assert {"found": 0, "missed": 0, "used": False}.items() <= json.loads(printed).items()


def test_a_folder_of_files_is_no_case_and_folders_within_one_are(interviews, folder, tmp_path):
    key = ("--key", tmp_path / "p.agekey")
    interviews("new", tmp_path / "p", *key)
    interviews("read", folder / "talks" / "nord", "--project", tmp_path / "p", *key)
    interviews("anonymize", tmp_path / "p", "--accept", *key)
    _, printed, _ = interviews("transcripts", tmp_path / "p", "--json")
    assert [row["case"] for row in json.loads(printed)] == [None]
    _, printed, _ = interviews("transcripts", folder / "study", "--json")
    assert [row["case"] for row in json.loads(printed)] == ["nord", "sued"]


def test_columns_of_a_table_can_be_chosen(interviews, tmp_path):
    file = tmp_path / "a.csv"
    file.write_text("Stimme;Redeanteil\nI;Wie geht es?\nB;Gut so, danke.\n", encoding="utf-8")
    assert interviews("read", file, "--text")[0] == 2
    status, text, _ = interviews("read", file, "--text", "--columns", "speaker=Stimme,text=Redeanteil")
    assert (status, text) == (0, "I: Wie geht es?\n\nB: Gut so, danke.\n")
    assert interviews("read", file, "--columns", "Stimme")[0] == 2


def test_crlf_and_a_byte_order_mark_are_read_as_lf(interviews, tmp_path):
    file = tmp_path / "a.txt"
    file.write_bytes("\ufeffI: Ja?\r\n\r\nB: Müller 👍\r\n".encode())
    _, text, _ = interviews("read", file, "--text")
    assert text == "I: Ja?\n\nB: Müller 👍\n"


def test_a_coder_without_the_key_reads_the_anonymized_text_and_codes_it(interviews, tmp_path):
    make_study(tmp_path).close()
    (tmp_path / "study.agekey").unlink()
    project = tmp_path / "study"
    status, printed, _ = interviews("transcripts", project, "--json")
    assert status == 0
    assert [row["transcript"] for row in json.loads(printed)] == ["a1", "b1"]
    _, text, _ = interviews("transcripts", project, "a1")
    assert not any(name in text for name in NAMES)
    start = text.index("hilft uns")
    rows = f"transcript,start,end,code,coder,version\na1,{start},{start + 9},Nachbarschaft,c3,1\na1,0,9,Wohnen,c3,7\n"
    (tmp_path / "c3.csv").write_text(rows, encoding="utf-8")
    status, printed, complaint = interviews("import", project, tmp_path / "c3.csv")
    assert status == 1
    assert "no text version 7" in complaint
    _, printed, _ = interviews("show", project, "--coder", "c3", "--json")
    assert [row["text"] for row in json.loads(printed)] == ["hilft uns"]


def test_an_empty_project_is_answered_in_a_sentence_or_an_empty_table(interviews, tmp_path):
    project, key = tmp_path / "p", ("--key", tmp_path / "p.agekey")
    interviews("new", project, *key)
    for words in (["anonymize", project, *key], ["agree", project], ["framework", project], ["topics", project]):
        status, _, complaint = interviews(*words)
        assert status == 2
        assert len(complaint.strip().splitlines()) <= 2
    for words in (["show", project], ["search", project, "x"], ["quotes", project], ["history", project]):
        assert interviews(*words)[0] == 0


MISUSES = {
    "a folder instead of a file": ("detect", "talks"),
    "a missing file": ("read", "nowhere.txt"),
    "a folder that is no project": ("show", "."),
    "a wrong code": ("show", "study", "--code", "Wonen"),
    "a wrong unit": ("agree", "study", "--unit", "word"),
    "a coder who is not there": ("show", "study", "--coder", "c9"),
    "agreement with oneself": ("agree", "study", "--coders", "c1"),
    "a transcript that is not there": ("transcripts", "study", "c1"),
    "a wrong pattern": ("search", "study", "(", "--regex"),
    "a wrong engine": ("topics", "study", "--engine", "magic"),
    "too little text for topics": ("topics", "study", "--engine", "nmf"),
    "a wrong report format": ("report", "study", "bericht.pdf", "--key", "study.agekey"),
    "a wrong key": ("leaks", "study", "--key", "klein.yaml"),
    "a folder in use": ("new", "talks", "--key", "new.agekey"),
}


@pytest.mark.parametrize("words", MISUSES.values(), ids=MISUSES.keys())
def test_misuse_is_answered_in_one_sentence_with_status_2(interviews, folder, monkeypatch, words):
    monkeypatch.chdir(folder)
    status, _, complaint = interviews(*words)
    assert status == 2, complaint
    assert complaint.startswith("interviews: ")
    assert "Traceback" not in complaint
    assert len(complaint) < 400


BAD_FILES = {
    "wrong.pdf": b"%PDF-1.7 not a transcript",
    "empty.txt": b"",
    "junk.docx": bytes(range(256)) * 20,
    "junk.txt": bytes(range(256)) * 20,
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_bad_file_is_a_problem_with_status_1_and_never_stops_the_others(interviews, tmp_path, name):
    (tmp_path / name).write_bytes(BAD_FILES[name])
    (tmp_path / "good.txt").write_text("I: Ja?\nB: Nein.\nI: Gut.\nB: Ja.\n", encoding="utf-8")
    status, printed, complaint = interviews("read", tmp_path / name, tmp_path / "good.txt", "--json")
    assert status == 1, complaint
    assert name in complaint
    assert {row["file"]: row["turns"] for row in json.loads(printed)}["good.txt"] == 4


BAD_CODEBOOKS = {
    "a duplicate": "codebook: b\nversion: 1\ncodes:\n  - name: A\n  - name: A\n",
    "a cycle": "codebook: b\nversion: 1\ncodes:\n  - {name: A, parent: B}\n  - {name: B, parent: A}\n",
    "no YAML": "codes: [",
    "nothing": "",
}


@pytest.mark.parametrize("text", BAD_CODEBOOKS.values(), ids=BAD_CODEBOOKS.keys())
def test_a_bad_codebook_is_refused_with_its_line(interviews, tmp_path, text):
    (tmp_path / "book.yaml").write_text(text)
    status, _, complaint = interviews("codebook", tmp_path / "book.yaml")
    assert status == 2
    assert "book.yaml" in complaint


def test_a_coding_outside_the_text_is_told_and_the_others_are_saved(interviews, tmp_path):
    make_study(tmp_path).close()
    (tmp_path / "more.csv").write_text(
        "transcript,start,end,code,coder\na1,3,20,Wohnen,c3\na1,5,99999,Wohnen,c3\na1,3,9,Wohnn,c3\n", encoding="utf-8"
    )
    status, printed, complaint = interviews(
        "import", tmp_path / "study", tmp_path / "more.csv", "--key", tmp_path / "study.agekey"
    )
    assert status == 1
    assert "1 coding" in printed
    assert "outside the text" in complaint
    assert "Wohnen" in complaint  # the code that was meant


# Root may write anywhere, unless it gives up the right to.
AS_ANYBODY = ["setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-dac_override,-dac_read_search"]


@pytest.mark.skipif(os.geteuid() == 0 and not shutil.which("setpriv"), reason="root may write anywhere")
def test_a_read_only_folder_is_refused_in_one_sentence_and_nothing_is_lost(tmp_path):
    make_study(tmp_path).close()
    study = tmp_path / "study"
    before = {path: path.read_bytes() for path in study.rglob("*") if path.is_file()}
    everything = [study, *study.rglob("*"), tmp_path]
    for path in everything:
        path.chmod(path.stat().st_mode & ~0o222)
    try:
        for words in (["new", tmp_path / "other"], ["codebook", tmp_path / "klein.yaml", "--project", study]):
            command = [*(AS_ANYBODY if os.geteuid() == 0 else []), sys.executable, "-m", "interviews.cli.main"]
            done = subprocess.run([*command, *map(str, words)], capture_output=True, text=True, timeout=120)
            assert done.returncode == 2, words
            assert done.stderr.startswith("interviews: ")
            assert len(done.stderr.strip().splitlines()) == 1
    finally:
        for path in reversed(everything):
            path.chmod(path.stat().st_mode | 0o200)
    assert {path: path.read_bytes() for path in study.rglob("*") if path.is_file()} == before


def test_problems_of_files_are_counted_in_the_table_and_told_below_it(interviews, tmp_path):
    (tmp_path / "gespräch.txt").write_text("Hier hat niemand einen Namen.\n\nNoch ein Absatz.\n", encoding="utf-8")
    status, printed, complaints = interviews("read", tmp_path)
    assert status == 1
    assert "speaker labels" not in printed
    assert "no speaker labels were found" in complaints
    assert "problems" in printed


def test_agreement_fits_a_terminal_and_tells_what_is_absent_below_the_table(interviews, folder):
    _, printed, _ = interviews("agree", folder / "study")
    assert "Wohnen" in printed
    assert "all codes, MASI: kappa is not defined with a set distance" in " ".join(printed.split())


def test_reading_again_tells_what_is_unchanged_and_what_has_changed(interviews, tmp_path):
    make_study(tmp_path).close()
    read = ("read", tmp_path / "talks", "--project", tmp_path / "study", "--key", tmp_path / "study.agekey")
    status, printed, complaints = interviews(*read)
    assert (status, complaints) == (0, "")
    assert "2 files: 2 unchanged" in printed
    file = tmp_path / "talks" / "nord" / "a1.txt"
    file.write_text(file.read_text(encoding="utf-8") + "\nI: Danke.\n", encoding="utf-8")
    status, printed, complaints = interviews(*read)
    assert status == 0
    assert "2 files: 1 unchanged, 1 changed" in printed
    assert f"next: interviews anonymize {tmp_path / 'study'} — until then" in printed
    assert "a1.txt: it has changed" in complaints
    assert not any(name in printed + complaints for name in NAMES)
    assert [row["state"] for row in json.loads(interviews(*read, "--json")[1])] == ["unchanged"] * 2


def test_the_table_of_a_messy_folder_fits_80_columns_and_problems_stand_by_file(interviews, tmp_path):
    (tmp_path / "Gespräch mit einem sehr langen Namen im Stadtteilzentrum am Dienstag.vtt").write_text(
        "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n<v I>Ja?\n\n00:00:03.000 --> 01:00:04.000\n<v B>Nein.\n"
    )
    (tmp_path / "leer.txt").touch()
    (tmp_path / "ton.mp3").touch()
    status, printed, complaints = interviews("read", tmp_path)
    assert status == 1
    assert max(map(len, printed.splitlines())) <= 80
    assert "1:00:04" in printed
    assert "2 files: 1 read, 1 not readable" in printed
    assert "1 file passed over: 1 .mp3" in complaints
    assert "leer.txt: the file is empty" in complaints


def test_speakers_are_corrected_by_a_sheet(interviews, tmp_path):
    make_study(tmp_path).close()
    command = ("speakers", tmp_path / "study", "--key", tmp_path / "study.agekey")
    assert interviews(*command, "--sheet", tmp_path / "study" / "s.csv")[0] == 2
    sheet = tmp_path / "speakers.csv"
    status, printed, _ = interviews(*command, "--sheet", sheet)
    assert status == 0
    assert "interviewer" in printed
    sheet.write_text(sheet.read_text().replace("a1,I,interviewer", "a1,I,interpreter").replace("b1,I,", "b9,I,"))
    status, printed, complaints = interviews(*command, "--from", sheet)
    assert status == 1
    assert "1 corrected transcript" in printed
    assert "speakers.csv, row 4: the row fits no transcript" in complaints
    rows = {(row["role"], row["known from"]): row["speakers"] for row in json.loads(interviews(*command, "--json")[1])}
    assert rows["interpreter", "table"] == 1


def test_ctrl_c_ends_a_command_with_a_sentence_and_a_status_of_its_own(tmp_path, monkeypatch, capsys):
    def interrupt(*paths, **options):
        raise KeyboardInterrupt

    monkeypatch.setattr(read.iv, "read", interrupt)
    monkeypatch.setattr(sys, "argv", ["interviews", "read", str(tmp_path)])
    with pytest.raises(SystemExit) as leaving:
        main()
    assert leaving.value.code == 130
    assert "stopped; what was saved is saved." in capsys.readouterr().err


def test_a_profile_is_asked_for_by_name(interviews, tmp_path):
    key = ("--key", tmp_path / "k.agekey")
    (tmp_path / "talk.txt").write_text("I: Wer?\n\nB: Ich heiße Ayşe Yılmaz.\n", encoding="utf-8")
    interviews("new", tmp_path / "p", *key)
    interviews("read", tmp_path / "talk.txt", "--project", tmp_path / "p", *key)
    status, _, complaint = interviews("anonymize", tmp_path / "p", "--profile", "everything", *key)
    assert status == 2
    assert "There is no profile 'everything'" in complaint
    status, printed, _ = interviews("anonymize", tmp_path / "p", "--profile", "publication", *key)
    assert status == 0
    assert "surrogate" in printed
    assert "by the profile publication" in " ".join(printed.split())
