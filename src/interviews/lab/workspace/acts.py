"""What a page of the workspace did, saved act by act. Sent twice, as after a lost answer, an act is saved once."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from interviews.errors import InterviewsError, MisuseError
from interviews.lab.workspace.identity import check_coder
from interviews.model import CellSummary, Coding, Memo, Span
from interviews.project import Project
from interviews.project.adjudicating import Verdict, adjudicate
from interviews.project.releasing import decide_release
from interviews.project.summarizing import summarize

BLIND = "in a blind round nobody sees what others coded"
Act = Mapping[str, Any]
Answer = dict[str, Any]


def save_act(project: Project, coder: str, act: Act, *, blind: bool = False) -> Answer:
    """Save one act; its id, and whether it is on the disk, or the sentence that says why not.

    In a `blind` round nothing can be done with what others coded.
    """
    id = act.get("id") if isinstance(act, Mapping) else None
    try:
        if not isinstance(id, str) or not id:
            raise MisuseError("an act needs an id")
        perform = _OPERATIONS.get(act.get("op", ""))
        if perform is None:
            raise MisuseError(f"there is no act called {act.get('op')!r}")
        if blind and perform in _OF_TEAMS:
            raise MisuseError(BLIND)
        perform(project, coder, act)
    except InterviewsError as error:
        return {"id": id, "saved": False, "problem": str(error)}
    except (KeyError, TypeError, ValueError):
        return {"id": id, "saved": False, "problem": "the act is not complete: load the page again"}
    return {"id": id, "saved": True}


def _add(project: Project, coder: str, act: Act) -> None:
    if not _is_saved(project, act):
        span = Span(act["start"], act["end"])
        _save(
            project,
            coder,
            Coding(
                transcript=act["transcript"],
                span=span,
                code=act["code"],
                coder=coder,
                version=act["version"],
                memo=act.get("memo", ""),
                weight=act.get("weight"),
                unit=act.get("unit", "segment"),
                round=act.get("round", ""),
                id=act["id"],
            ),
        )


def _retract(project: Project, coder: str, act: Act) -> None:
    taken_back = project.store.coding(act["coding"]) is None and project.store.has_coding(act["coding"])
    if not taken_back:
        project.store.retract([_own(project, coder, act["coding"]).id], author=coder)


def _change(project: Project, coder: str, act: Act) -> None:
    if _is_saved(project, act):
        return
    before = _own(project, coder, act["coding"])
    if "start" in act:
        _check_newest(act, before.version)
    span = Span(act.get("start", before.span.start), act.get("end", before.span.end))
    fields = {name: act[name] for name in ("code", "memo", "weight") if name in act}
    fresh = Coding(before.transcript, span, before.code, coder, before.version, before.memo, before.weight)
    changed = replace(fresh, unit=before.unit, round=before.round, id=act["id"], **fields)
    project.check_coding(changed)
    project.store.change(before.id, changed, author=coder)


def _confirm(project: Project, coder: str, act: Act) -> None:
    coding = _own(project, coder, act["coding"])
    if coding.review:
        project.store.review({coding.id: coding.code}, author=coder)


def _in_vivo(project: Project, coder: str, act: Act) -> None:
    if not _is_saved(project, act):
        span = Span(act["start"], act["end"])
        _check_newest(act, project.store.versions().get(act["transcript"]))
        project.code_in_vivo(act["transcript"], span, coder=coder, under=act.get("under"), id=act["id"])


def _accept(project: Project, coder: str, act: Act) -> None:
    suggestion = next((one for one in project.store.suggestions() if one.id == act["suggestion"]), None)
    if suggestion is None:
        return  # it was decided before
    coding = Coding(suggestion.transcript, suggestion.span, suggestion.code, coder, suggestion.version, id=act["id"])
    fresh = [] if _is_saved(project, act) else [coding]
    for one in fresh:
        project.check_coding(one)
    project.store.decide_suggestions({suggestion.id: coding.id}, author=coder, codings=fresh)


def _reject(project: Project, coder: str, act: Act) -> None:
    if any(one.id == act["suggestion"] for one in project.store.suggestions()):
        project.store.decide_suggestions({act["suggestion"]: None}, author=coder)


def _memo(project: Project, coder: str, act: Act) -> None:
    if not project.store.has_memo(act["id"]):
        project.save(Memo(act["about"], act["text"], coder, id=act["id"]), author=coder)


def _adjudicate(project: Project, coder: str, act: Act) -> None:
    if not project.store.has_memo(act["id"]):
        span = Span(act["start"], act["end"]) if "start" in act else None
        decision, name, ids = (_text(act, field) for field in ("decision", "as", "disagreement"))
        code, reason, round = (_text(act, field, "") for field in ("code", "reason", "round"))
        adjudicate(project, ids, Verdict(decision, code, span, reason, check_coder(name), round), coder, act["id"])


def _summarize(project: Project, coder: str, act: Act) -> None:
    if not project.store.has_memo(act["id"]):
        case, theme, text, since = (_text(act, field) for field in ("case", "theme", "text", "since"))
        summarize(project, CellSummary(case, theme, text.strip(), coder, act["id"]), since)


def _release(project: Project, coder: str, act: Act) -> None:
    if not project.store.has_memo(act["id"]):
        citation, reason = _text(act, "citation"), _text(act, "reason", "")
        decide_release(project, citation, act["op"] == "release", reason, coder, act["id"])


_OPERATIONS: dict[str, Callable[[Project, str, Act], None]] = {
    "add": _add,
    "retract": _retract,
    "change": _change,
    "confirm": _confirm,
    "in-vivo": _in_vivo,
    "accept": _accept,
    "reject": _reject,
    "memo": _memo,
    "adjudicate": _adjudicate,
    "summarize": _summarize,
    "release": _release,
    "hold": _release,
}
_OF_TEAMS = (_adjudicate, _summarize, _release)


def _text(act: Act, name: str, default: str | None = None) -> str:
    """A field that holds a text. Raises TypeError where it holds something else, or nothing and there is no default."""
    value = act.get(name, default)
    if not isinstance(value, str):
        raise TypeError(name)
    return value


def _save(project: Project, coder: str, coding: Coding) -> None:
    with project.store.together():
        project.check_coding(coding)
        project.store.add_codings([coding], author=coder)


def _check_newest(act: Act, version: int | None) -> None:
    """A position that is not carried along has to be one of the newest text, which a page may not show yet."""
    if act.get("version", version) != version:
        raise MisuseError("this text has a newer version: load it, and choose the words there")


def _is_saved(project: Project, act: Act) -> bool:
    return project.store.has_coding(act["id"])


def _own(project: Project, coder: str, id: str) -> Coding:
    """The coding of this id, which must be this coder's and still count."""
    coding = project.store.coding(id)
    if coding is None:
        raise MisuseError("this coding was taken back meanwhile: load the page again")
    if coding.coder != coder:
        raise MisuseError(f"this coding is one of {coding.coder}'s, which you cannot change")
    return coding
