"""The review over HTTP, for one person's browser on this computer, and for nobody and nothing else.

It answers whoever shows the token, which is in no file of the project and in no address that is sent; it logs nothing.
"""

import secrets
from collections.abc import Callable
from hmac import compare_digest
from html import escape
from pathlib import Path
from typing import Any

from tornado import httpserver, netutil, web

from interviews.errors import MisuseError
from interviews.lab.anonymization.session import Session
from interviews.lab.answering import POLICY, JsonHandler

STATIC = Path(__file__).parents[1] / "static"
HOST = "127.0.0.1"


class ReviewServer:
    """A server that listens as soon as it is made; `end` is called when the page ends the review."""

    def __init__(self, session: Session, end: Callable[[], object]) -> None:
        self.token = secrets.token_urlsafe(32)
        given = {"session": session, "end": end, "token": self.token}
        routes: list[Any] = [
            (r"/", _PageHandler),
            (r"/static/(.*)", _StaticHandler, {"path": str(STATIC)}),
            (r"/api/study", _StudyHandler, given),
            (r"/api/mentions/([A-Z]+-\d+)", _MentionsHandler, given),
            (r"/api/changes", _ChangesHandler, given),
            (r"/api/acts", _ActsHandler, given),
            (r"/api/apply", _ApplyHandler, given),
            (r"/api/end", _EndHandler, given),
        ]
        # Only under its own name: a page elsewhere that got this computer's address cannot ask. Nothing is logged.
        application = web.Application(log_function=lambda handler: None)
        application.add_handlers(r"127\.0\.0\.1", routes)
        sockets = netutil.bind_sockets(0, HOST)
        self._server = httpserver.HTTPServer(application)
        self._server.add_sockets(sockets)
        self.port: int = sockets[0].getsockname()[1]

    @property
    def address(self) -> str:
        """Where the page is. What follows the # stays in the browser: it is never part of what is asked."""
        return f"http://{HOST}:{self.port}/#token={self.token}"

    def stop(self) -> None:
        """Take no more questions."""
        self._server.stop()


class _Handler(JsonHandler):
    def set_default_headers(self) -> None:
        self.set_header("Cache-Control", "no-store")
        self.set_header("Content-Security-Policy", POLICY.replace("frame-ancestors 'self'", "frame-ancestors 'none'"))
        self.set_header("Referrer-Policy", "no-referrer")
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header("Cross-Origin-Resource-Policy", "same-origin")
        self.set_header("Cross-Origin-Opener-Policy", "same-origin")
        self.clear_header("Server")

    def log_exception(self, *error: Any) -> None:
        """Say it nowhere: what went wrong may have a name in it."""


class _PageHandler(_Handler):
    """The page, which holds nothing of the study."""

    def get(self) -> None:
        self.set_header("Content-Type", "text/html; charset=UTF-8")
        page = (STATIC / "anonymization.html").read_text(encoding="utf-8")
        self.finish(page.replace("{{static}}", escape("static/")))


class _StaticHandler(_Handler, web.StaticFileHandler):
    """The page's scripts and styles, asked for anew each time."""

    def set_extra_headers(self, path: str) -> None:
        self.set_header("Cache-Control", "no-store")


class _ReviewHandler(_Handler):
    """A question that takes the token."""

    def initialize(self, session: Session, end: Callable[[], object], token: str) -> None:
        self.session = session
        self.end = end
        self.token = token

    def prepare(self) -> None:
        shown = self.request.headers.get("Authorization", "")
        if not compare_digest(shown.encode(), f"token {self.token}".encode()):
            raise web.HTTPError(403, reason="this page belongs to no review that is open: start one again")


class _StudyHandler(_ReviewHandler):
    def get(self) -> None:
        self.answer(self.session.study())


class _MentionsHandler(_ReviewHandler):
    def get(self, id: str) -> None:
        self.answer(self.session.mentions(id))


class _ChangesHandler(_ReviewHandler):
    def get(self) -> None:
        self.answer({"revision": self.session.revision()})


class _ActsHandler(_ReviewHandler):
    def post(self) -> None:
        acts = self.body()
        if not isinstance(acts, list) or not all(isinstance(act, dict) for act in acts):
            raise web.HTTPError(400, reason="acts come as a list")
        self.answer(self.session.act(acts))


class _ApplyHandler(_ReviewHandler):
    def post(self) -> None:
        asked = self.body()
        if not isinstance(asked, dict) or not isinstance(asked.get("open"), int):
            raise MisuseError("say how many open entities you were told of")
        self.answer(self.session.apply(asked["open"]))


class _EndHandler(_ReviewHandler):
    async def post(self) -> None:
        await self.answer({"ended": True})
        self.end()
