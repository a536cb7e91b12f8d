"""A table of codings says where it stands: by text version, and by the words that it quotes."""

import csv

import interviews as iv
from tests.small_study import make_study


def exported(study, path):
    iv.export(study.codings, path, project=study)
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def written(rows, path):
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)
    return iv.read_codings(path)[0]


def test_exported_codings_come_back_to_their_words(tmp_path):
    with make_study(tmp_path) as study:
        before = study.codings.table()
        rows = exported(study, tmp_path / "codings.csv")
        study.retract(study.codings, reason="to take them in again")
        saved = study.save(written(rows, tmp_path / "again.csv"))
        assert saved.counts == {"codings": len(before)}
        columns = ["transcript", "start", "end", "text", "code", "coder", "memo"]
        assert study.codings.table()[columns].equals(before[columns])


def test_a_wrong_text_version_is_told_by_the_words_and_nothing_is_shifted(tmp_path):
    with make_study(tmp_path) as study:
        rows = exported(study, tmp_path / "codings.csv")
        study.retract(study.codings, reason="to take them in again")
        wrong = written([row | {"version": "0"} for row in rows], tmp_path / "again.csv")
        saved = study.save(wrong)
        told = [str(problem) for problem in saved.problems if "other words stand there" in str(problem)]
        assert told
        quoted = {(row["transcript"], row["text"]) for row in rows}
        assert {(row.transcript, row.text) for row in study.codings.table().itertuples()} <= quoted


def test_turns_and_transcripts_find_their_place(tmp_path):
    with make_study(tmp_path) as study:
        table = [
            {"transcript": name, "turn": turn, "code": "Wohnen", "coder": "c9"}
            for name, turn in (("a1", 2), ("a1", 99))
        ]
        saved = study.save(written(table, tmp_path / "turns.csv"))
        assert [str(problem) for problem in saved.problems] == ["a1: it has no turn 99; it has 4 turns"]
        text = study.store.transcript("a1")
        (coded,) = (one for one in study.coding_records if one.coder == "c9")
        assert (coded.unit, coded.span) == ("turn", text.turns[1].speech)
        study.save(written([{"transcript": "a1", "code": "Wohnen", "coder": "c8"}], tmp_path / "whole.csv"))
        (coded,) = (one for one in study.coding_records if one.coder == "c8")
        assert len(coded.span) == len(text.text)
