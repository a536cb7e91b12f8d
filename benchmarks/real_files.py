"""The table of docs/real-files.md, made from what the tests hold: `python benchmarks/real_files.py` prints it."""

import csv
from pathlib import Path

TABLES = Path(__file__).resolve().parents[1] / "tests" / "formats" / "real"


def rows() -> list[dict[str, str]]:
    """A row for every real file, by folder and number."""
    found = []
    for table in sorted(TABLES.glob("*.csv")):
        with table.open(encoding="utf-8", newline="") as file:
            found += [{"folder": table.stem, **row} for row in csv.DictReader(file)]
    return found


def table() -> str:
    """The table in Markdown."""
    lines = ["| file | read as | turns found / there | speakers found / there | with time | problems | remarks |"]
    lines.append("|---|---|--:|--:|--:|--:|---|")
    for row in rows():
        turns, speakers = (f"{row[name]} / {row[f'true_{name}']}" for name in ("turns", "speakers"))
        cells = [f"{row['folder']} {row['number']}", row["kind"] or "–", turns, speakers, row["timed"], row["problems"]]
        lines.append(f"| {' | '.join([*cells, row['remark'].replace('|', '/')])} |")
    return "\n".join(lines)


def summary() -> str:
    """How many files are exact, and how many hold no transcript."""
    listed = rows()
    exact = sum(row["turns"] == row["true_turns"] and row["speakers"] == row["true_speakers"] for row in listed)
    none = sum(row["true_turns"] == "0" for row in listed)
    unlabelled = sum(row["true_speakers"] == "0" and row["true_turns"] != "0" for row in listed)
    return (
        f"{len(listed)} files: turns and speakers are those that were counted in {exact} of them. "
        f"{none} hold no transcript and are refused; in {unlabelled} nobody is named, so that paragraphs, sentences "
        "or cues were counted."
    )


if __name__ == "__main__":
    print(summary(), table(), sep="\n\n")
