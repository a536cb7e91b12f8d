"""A page of a real Firefox, with the words of Playwright's pages: Playwright drives only a Firefox of its own.

Firefox itself speaks WebDriver BiDi over a WebSocket. Without Firefox its tests are skipped, except in CI.
"""

import json
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

FIREFOX = next((found for name in ("firefox-esr", "firefox") if (found := shutil.which(name))), None)
_ALLOWED = ("http://127.0.0.1", "data:", "blob:", "about:")
_PATIENCE_SECONDS = 30
_EVENTS = ["log.entryAdded", "network.beforeRequestSent"]
_KEYS = {
    **{"Tab": "\ue004", "Enter": "\ue007", "Shift": "\ue008", "Control": "\ue009", "Escape": "\ue00c", "End": "\ue010"},
    **{"ArrowLeft": "\ue012", "ArrowUp": "\ue013", "ArrowRight": "\ue014", "ArrowDown": "\ue015", "F8": "\ue038"},
}
_SEEN = """
(selector, words) => {
  const seen = [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility());
  return seen.some((one) => one.textContent.toLowerCase().includes(words.toLowerCase()));
}
"""


class Page:
    """One tab; what goes wrong in it, and whom it asks beside our server, is noted in `wrong`."""

    def __init__(self, address: str) -> None:
        websocket = pytest.importorskip("websocket")
        self.socket = websocket.create_connection(address, suppress_origin=True, timeout=_PATIENCE_SECONDS)
        self.sent = 0
        self.wrong: list[str] = []
        self.keyboard = self
        self.ask("session.new", capabilities={})
        self.context = self.ask("browsingContext.create", type="tab")["context"]  # the first one never gets the focus
        self.ask("session.subscribe", events=_EVENTS, contexts=[self.context])
        self.set_viewport_size({"width": 1400, "height": 900})

    def ask(self, method: str, **params: Any) -> Any:
        """Send a command, and note what is told until it is answered."""
        self.sent += 1
        self.socket.send(json.dumps({"id": self.sent, "method": method, "params": params}))
        while (told := json.loads(self.socket.recv())).get("id") != self.sent:
            self.note(told.get("method"), told["params"])
        assert told["type"] == "success", told
        return told["result"]

    def note(self, method: str, params: Any) -> None:
        """Keep what an event tells, where it should not have happened."""
        if method == "log.entryAdded" and params["level"] == "error":
            self.wrong.append(params["text"])
        elif method == "network.beforeRequestSent" and not params["request"]["url"].startswith(_ALLOWED):
            self.wrong.append(params["request"]["url"])

    def goto(self, address: str) -> None:
        self.ask("browsingContext.navigate", context=self.context, url=address, wait="complete")

    def set_viewport_size(self, size: dict[str, int]) -> None:
        self.ask("browsingContext.setViewport", context=self.context, viewport=size)

    def evaluate(self, script: str, arg: Any = None) -> Any:
        """Call a function and give back its answer; any other script is run."""
        called = script.lstrip().startswith("(")
        if called:
            script = f"(async () => JSON.stringify(await ({script})({json.dumps(arg)})) ?? 'null')()"
        told = self.ask("script.evaluate", expression=script, target={"context": self.context}, awaitPromise=True)
        assert told["type"] == "success", told["exceptionDetails"]["text"]
        return json.loads(told["result"]["value"]) if called else None

    def wait_for_function(self, script: str, arg: Any = None) -> None:
        until = time.monotonic() + _PATIENCE_SECONDS
        while not self.evaluate(script, arg):
            assert time.monotonic() < until, (script, arg, self.wrong)
            time.sleep(0.03)

    def wait_for_selector(self, selector: str, state: str = "visible") -> None:
        """Wait until such an element is seen (with `>> text=`, one that holds these words), or until none is."""
        css, _, words = selector.partition(" >> text=")
        seen = f"({_SEEN})({json.dumps(css)}, {json.dumps(words)})"
        self.wait_for_function(f"() => {seen} === {'true' if state == 'visible' else 'false'}")

    def press(self, keys: str) -> None:
        """Press a key, like `a`, `Enter` or `Control+z`."""
        held = [_KEYS.get(one, one) for one in (keys.split("+") if len(keys) > 1 else keys)]
        down = [{"type": "keyDown", "value": one} for one in held]
        up = [{"type": "keyUp", "value": one} for one in reversed(held)]
        actions = [{"type": "key", "id": "keyboard", "actions": down + up}]
        self.ask("input.performActions", context=self.context, actions=actions)

    def type(self, words: str) -> None:
        for letter in words:
            self.press(letter)


@contextmanager
def firefox_page(home: Path) -> Iterator[Page]:
    """A page of a Firefox without a screen, which keeps its profile in this folder."""
    if FIREFOX is None:
        if os.environ.get("CI"):
            pytest.fail("there is no Firefox, which tests of the workspace need")
        pytest.skip("there is no Firefox: install firefox-esr")
    words = ("--headless", "--no-remote", "--remote-debugging-port=0", "--profile", str(home))
    with (home / "firefox.log").open("wb") as log:
        process = subprocess.Popen([FIREFOX, *words], env=os.environ | {"HOME": str(home)}, stdout=log, stderr=log)
    try:
        yield Page(_address(home / "WebDriverBiDiServer.json", process))
    finally:
        process.terminate()
        process.wait(20)


def _address(told: Path, process: "subprocess.Popen[bytes]") -> str:
    """Where it listens, as soon as it tells."""
    until = time.monotonic() + _PATIENCE_SECONDS
    while time.monotonic() < until and process.poll() is None:
        with suppress(OSError, ValueError):
            where = json.loads(told.read_text(encoding="utf-8"))
            return f"ws://{where['ws_host']}:{where['ws_port']}/session"
        time.sleep(0.05)
    raise AssertionError("Firefox did not start")
