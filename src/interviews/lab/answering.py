"""What every server of a page has in common: its content policy, answers in JSON, failures in one sentence."""

import json
from collections.abc import Awaitable
from typing import Any

from tornado import web

from interviews.errors import InterviewsError, MisuseError

# No exception for styles or scripts: text of an interview that looks like markup cannot become any.
POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "connect-src 'self'",
        "img-src 'self' data:",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'self'",
    )
)


class JsonHandler(web.RequestHandler):
    """Asks and answers in JSON."""

    def answer(self, value: Any) -> Awaitable[None]:
        """JSON with letters as letters, never kept by the browser; whoever waits for it knows that it was sent."""
        self.set_header("Cache-Control", "no-store")
        self.set_header("Content-Type", "application/json; charset=UTF-8")
        return self.finish(json.dumps(value, ensure_ascii=False))

    def body(self) -> Any:
        """What the page sent."""
        try:
            return json.loads(self.request.body or b"null")
        except ValueError:
            raise web.HTTPError(400, reason="this is not JSON") from None

    def write_error(self, status_code: int, **details: Any) -> None:
        """A failure in one sentence; what the project says of it, and nothing of the program's insides."""
        error = details.get("exc_info", (None, None))[1]
        known = isinstance(error, InterviewsError)
        self.set_status(400 if isinstance(error, MisuseError) else 500 if known else status_code)
        told = str(error) if known else getattr(error, "reason", None) or "the server failed; nothing was saved"
        self.answer({"problem": told})
