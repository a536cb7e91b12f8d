"""Codings whose code came to mean another thing: they wait until somebody confirms them or gives them another code."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from interviews.coding import suggestion
from interviews.errors import MisuseError, Problem, Severity
from interviews.exploration import View
from interviews.formats import read_table
from interviews.project.results import Saved
from interviews.text import Sheet

if TYPE_CHECKING:
    from interviews.project.nouns import Nouns
    from interviews.project.project import Project

KEEP = "keep"
_KEEPS = frozenset("keep behalten bleibt ja yes ok x".split())
_COLUMNS = ("decision", "code", "review", "text", "transcript", "turn", "coder", "definition", "coding")
_WIDTHS = {"decision": 24, "code": 24, "review": 34, "text": 60, "definition": 40, "coding": 12}


def waiting_codings(project: "Nouns") -> View:
    """The codings to be reviewed; their column `review` says why."""
    codings = project.codings
    return codings.take((codings.columns("review")["review"] != "").to_numpy())


def confirm_codings(project: "Nouns", codings: View | Iterable[str], author: str, reason: str = "") -> Saved:
    """Note that they hold under their code as it is defined now."""
    chosen = set(_ids(codings))
    here = {id: code for id, code in _codes(project.codings).items() if id in chosen}
    if lost := len(chosen) - len(here):
        raise MisuseError(
            f"{lost} of {len(chosen)} ids are no codings of this project, or taken back: none was confirmed"
        )
    return _save(project, dict(sorted(here.items())), author, reason, "confirmed codings")


def recode_codings(project: "Nouns", codings: View | Iterable[str], to: str, author: str, reason: str = "") -> Saved:
    """Give them another code."""
    _require_code(project, to)
    return _save(project, dict.fromkeys(_ids(codings), to), author, reason, "recoded codings")


def revisit_sheet(project: "Project", codings: View) -> Sheet:
    """A table with a column `decision`, which takes `keep` or the path of another code; `read_revisit` reads it."""
    frame = codings.columns(*_COLUMNS[1:7], "coding").astype(object)
    definitions = {code.path: code.definition for code in project.codebook}
    frame = frame.assign(decision=None, definition=frame["code"].map(definitions))[list(_COLUMNS)]
    rows = frame.where(frame.notna(), None).to_numpy().tolist()
    return Sheet("to review", _COLUMNS, rows, _WIDTHS)


def save_revisit(project: "Project", path: Path, author: str) -> Saved:
    """Take a decided sheet back; rows without a decision go on waiting, wrong ones are told."""
    frame = read_table(path)
    if missing := {"decision", "coding"} - set(frame.columns):
        raise MisuseError(f"{path.name}: there is no column {' and no column '.join(sorted(missing))}")
    waiting = _codes(waiting_codings(project))
    paths = {code.path for code in project.codebook if not code.retired}
    kept: dict[str, str] = {}
    changed: dict[str, str] = {}
    problems = []
    for number, (decision, id) in enumerate(zip(frame["decision"].str.strip(), frame["coding"], strict=True), 2):
        where = f"{path.name}, row {number}"
        if not decision:
            continue
        if id not in waiting:
            problems.append(Problem(where, "this coding does not wait for a review any more", Severity.INFO))
        elif decision.casefold() in _KEEPS:
            kept[id] = waiting[id]
        elif decision in paths:
            changed[id] = decision
        else:
            near = suggestion(decision, paths)
            told = f"there is no code '{decision}' in use{near}; write {KEEP} or the path of a code"
            problems.append(Problem(where, told, Severity.ERROR))
    saved = _save(project, {**kept, **changed}, author, "", "decided codings")
    counts = {"confirmed codings": len(kept), "recoded codings": len(changed)}
    return Saved(counts if saved.counts else {}, tuple(problems))


def _ids(codings: View | Iterable[str]) -> list[str]:
    if isinstance(codings, View):
        return [str(id) for id in codings.columns("coding")["coding"]]
    return [codings] if isinstance(codings, str) else list(codings)


def _codes(codings: View) -> dict[str, str]:
    frame = codings.columns("coding", "code")
    return dict(zip(frame["coding"].astype(str), frame["code"].astype(str), strict=True))


def _require_code(project: "Nouns", path: str) -> None:
    code = project.codebook.get(path)
    if code is None or code.retired:
        paths = [one.path for one in project.codebook if not one.retired]
        what = "retired and not used any more" if code else "not in the codebook"
        raise MisuseError(f"The code '{path}' is {what}{suggestion(path, paths)}: give the path of a code in use.")


def _save(project: "Nouns", codes: Mapping[str, str], author: str, reason: str, what: str) -> Saved:
    if codes:
        project.store.review(codes, author, reason)
    return Saved({what: len(codes)} if codes else {})
