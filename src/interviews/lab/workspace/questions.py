"""The questions of the page where no server stands between it and the project: what the handlers answer over HTTP."""

from collections.abc import Callable
from typing import Any
from urllib.parse import unquote

from interviews.errors import InterviewsError, MisuseError
from interviews.lab.workspace.workspace import Workspace

Ask = Callable[[Workspace, str, Any], Any]


def answer(workspace: Workspace, method: str, what: str, body: Any = None) -> dict[str, Any]:
    """The answer to a question of the coding view, or the sentence that says why there is none."""
    name, _, rest = what.partition("/")
    ask = _QUESTIONS.get((method, name))
    try:
        if ask is None:
            raise MisuseError("this is told by a Jupyter server only: interviews code opens one")
        return {"answer": ask(workspace, unquote(rest), body)}
    except InterviewsError as error:
        return {"problem": str(error), "refused": isinstance(error, MisuseError)}


_QUESTIONS: dict[tuple[str, str], Ask] = {
    ("GET", "coder"): lambda workspace, _, __: {"coder": workspace.coder},
    ("GET", "projects"): lambda _, __, ___: [],
    ("GET", "study"): lambda workspace, _, __: workspace.study(),
    ("GET", "codebook"): lambda workspace, _, __: workspace.codebook(),
    ("GET", "transcripts"): lambda workspace, id, _: workspace.transcript(id),
    ("GET", "changes"): lambda workspace, _, __: workspace.changes(),
    ("POST", "acts"): lambda workspace, _, acts: workspace.act(acts),
    ("POST", "undo"): lambda workspace, _, __: workspace.undo(),
    ("POST", "redo"): lambda workspace, _, __: workspace.redo(),
}
