"""The coding workspace in Chromium: 30,000 words with thousands of codings, beside bare text, plain ways and a peer.

    python benchmarks/workspace.py [--codings 5000 20000] [--rounds 3] [--keys 30] [--recogito BUNDLE.js]

Each figure is the median of as many rounds, in which all rows take turns; the other ways are measured with the first
number of codings. In each round a page is opened: painted after its data were there, then scrolled through 200 frames,
then coded in by key. Processor time is that of the page's main thread (DevTools, thread ticks), which depends less than
the clock on what else the machine does. Needs Chromium and playwright. BUNDLE.js holds the peer:

    npm install @recogito/text-annotator@4.1.1 esbuild
    echo 'export { createTextAnnotator } from "@recogito/text-annotator";' > entry.js
    npx esbuild entry.js --bundle --format=iife --global-name=Recogito --loader:.css=text --outfile=BUNDLE.js
"""

import argparse
import gzip
import json
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from generate import fill_project
from playwright.sync_api import sync_playwright

import interviews as iv

WORDS, FRAMES, STEP_PX, PAUSE_MS = 30_000, 200, 60, 120
HERE = Path(__file__).parent
STATIC = HERE.parents[0] / "src" / "interviews" / "lab" / "static"
PROBE = """
(() => {
  const seen = (window.PROBE = { painted: [], saved: [], long: [], data: 0, first: 0, key: 0 });
  const afterPaint = (done) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => done(performance.now());
    port2.postMessage(0);
  });
  window.AFTER_PAINT = afterPaint;
  addEventListener("keydown", (event) => {
    seen.key = event.timeStamp;
    if (event.key === ".") afterPaint((now) => seen.painted.push(now - event.timeStamp));
  }, true);
  new PerformanceObserver((list) => seen.long.push(...list.getEntries().map((one) => one.duration)))
    .observe({ type: "longtask" });
  const fetch = window.fetch;
  window.fetch = async (address, ...rest) => {
    const answer = await fetch(address, ...rest);
    if (String(address).includes("/acts")) seen.saved.push(performance.now() - seen.key);
    if (!String(address).includes("/transcripts/") || seen.data) return answer;
    const text = await answer.text();
    const value = JSON.parse(text);
    return { ok: answer.ok, status: answer.status, json: async () => {
      seen.data = performance.now();
      const look = () => document.querySelector(".turn")
        ? afterPaint((now) => (seen.first = now - seen.data)) : setTimeout(look);
      setTimeout(look);
      return value;
    } };
  };
})();
"""
SCROLL = """
async ([frames, step]) => {
  const host = document.querySelector("main");
  PROBE.long.length = 0;
  const took = [];
  let last = await new Promise(requestAnimationFrame);
  for (let at = 0; at < frames; at += 1) {
    host.scrollTop += step;
    const now = await new Promise(requestAnimationFrame);
    took.push(now - last);
    last = now;
  }
  return { took, long: PROBE.long.filter((one) => one > 50).length };
}
"""
WAY = """
async ([way, given]) => {
  const host = document.querySelector("main");
  const began = performance.now();
  const add = WAYS[way] ? WAYS[way](host, given) : () => {};
  await new Promise((done) => AFTER_PAINT((now) => { PROBE.first = now - began; done(); }));
  let at = 0;
  addEventListener("keydown", (event) => {
    if (event.key !== ".") return;
    const middle = host.getBoundingClientRect().height / 2;
    const shown = [...host.querySelectorAll("p")].findIndex((one) => one.getBoundingClientRect().bottom > middle);
    const [start] = given.turns[shown];
    at += 1;
    add({ start: start + at * 3, end: start + at * 3 + 40, code: "A" });
  });
}
"""


@contextmanager
def served(folder: Path, home: Path) -> Iterator[str]:
    """The address of a workspace for this project."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = [f"--ServerApp.port={port}", "--IdentityProvider.token=t", f"--WorkspaceApp.project={folder}"]
    command = [sys.executable, "-m", "interviews.lab.workspace", "--allow-root", "--no-browser", *options]
    places = {f"JUPYTER_{name}_DIR": str(home / name) for name in ("CONFIG", "DATA", "RUNTIME")}
    process = subprocess.Popen([*command, "--WorkspaceApp.coder=anna"], env=os.environ | places, stderr=subprocess.PIPE)
    address = f"http://127.0.0.1:{port}/interviews"
    try:
        for _ in range(600):
            try:
                urllib.request.urlopen(f"{address}/api/coder?token=t")
                break
            except OSError:
                time.sleep(0.1)
        yield address
    finally:
        process.terminate()
        process.wait(20)


def used_ms(session: Any) -> float:
    """Processor time of the page's main thread until now."""
    told = session.send("Performance.getMetrics")["metrics"]
    return 1000 * float(next(one["value"] for one in told if one["name"] == "TaskDuration"))


def high(values: list[float]) -> float:
    """The 95th percentile."""
    return sorted(values)[round(0.95 * (len(values) - 1))] if values else float("nan")


def measured(page: Any, keys: int, moving: bool) -> dict[str, float]:
    """Scroll, then code by key; the page has been painted."""
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.wait_for_timeout(1500)
    before = used_ms(session)
    scrolled = page.evaluate(SCROLL, [FRAMES, STEP_PX])
    scroll = (used_ms(session) - before) / FRAMES
    page.wait_for_timeout(500)
    page.evaluate("() => { PROBE.painted.length = PROBE.saved.length = PROBE.long.length = 0; }")
    cost = 0.0
    for _ in range(keys):
        if moving:
            page.keyboard.press("ArrowRight")
            page.wait_for_timeout(PAUSE_MS)
        before = used_ms(session)
        page.keyboard.press(".")
        page.wait_for_timeout(PAUSE_MS)
        cost += used_ms(session) - before
    page.wait_for_timeout(1000)
    probe = page.evaluate("() => PROBE")
    return {
        "nodes": page.evaluate("() => document.querySelectorAll('main *').length"),
        "first paint ms": probe["first"],
        "scroll CPU ms/frame": scroll,
        "scroll p95 ms": high(scrolled["took"]),
        "scroll tasks > 50 ms": scrolled["long"],
        "key CPU ms": cost / keys,
        "key → paint p50": statistics.median(probe["painted"]),
        "key → paint p95": high(probe["painted"]),
        "key → saved p95": high(probe["saved"]),
    }


def workspace(browser: Any, address: str, keys: int, down: int) -> dict[str, float]:
    """The page itself, with its server; coded in from so many turns down, which no earlier round coded."""
    page = browser.new_page(viewport={"width": 1400, "height": 900})
    page.add_init_script(PROBE)
    page.goto(f"{address}?token=t&language=en")
    page.wait_for_function("() => window.PROBE.first > 0", timeout=60_000)
    page.wait_for_selector("#transcript:focus")
    page.keyboard.press("ArrowDown")
    page.keyboard.type("As")
    page.keyboard.press("Enter")
    for _ in range(down):
        page.keyboard.press("ArrowDown")
    figures = measured(page, keys, moving=True)
    page.close()
    return figures


def other(browser: Any, way: str, given: dict[str, Any], keys: int, bundle: Path | None) -> dict[str, float]:
    """Another way on an empty page; nothing is saved there."""
    page = browser.new_page(viewport={"width": 1400, "height": 900})
    page.set_content("<main style='height: 800px; overflow: auto; width: 42rem; line-height: 1.65'></main>")
    page.evaluate(PROBE)
    page.evaluate((HERE / "workspace_ways.js").read_text("utf-8"))
    if bundle:
        page.evaluate(bundle.read_text("utf-8") + "\n;window.Recogito = Recogito;")
    page.evaluate(WAY, [way, given])
    figures = measured(page, keys, moving=False)
    page.close()
    return figures


def in_units(told: dict[str, Any]) -> dict[str, Any]:
    """Text, turns and codings as a browser counts (the invented texts lie in the basic plane, so both count alike)."""
    codings = [{"start": one["start"], "end": one["end"], "code": one["code"]} for one in told["codings"]]
    return {"text": told["text"], "turns": [turn[1:3] for turn in told["turns"]], "codings": codings}


def front_end_kb() -> float:
    """What the page loads, gzipped file by file."""
    files = [path for path in STATIC.rglob("*") if path.suffix in {".js", ".css", ".html"}]
    return sum(len(gzip.compress(path.read_bytes())) for path in files) / 1024


class Measures:
    """One transcript with so many codings, shown in each way, round after round."""

    def __init__(self, browser: Any, home: Path, codings: int, keys: int, bundle: Path | None) -> None:
        self._browser, self._home, self._codings, self._keys, self._bundle = browser, home, codings, keys, bundle
        self._rows: dict[str, list[dict[str, float]]] = {}
        with iv.create(self._folder, language="de", key=home / f"{codings}.agekey") as project:
            fill_project(project, 1, WORDS, codings)

    @property
    def _folder(self) -> Path:
        return self._home / f"study-{self._codings}"

    def take(self, alone: bool) -> None:
        """One round: the workspace and, unless alone, the other ways."""
        with served(self._folder, self._home) as address:
            outline = json.load(urllib.request.urlopen(f"{address}/api/study?token=t"))["transcripts"][0]
            told = json.load(urllib.request.urlopen(f"{address}/api/transcripts/{outline['id']}?token=t"))
            down = 20 + self._keys * len(self._rows.get("workspace", []))
            self._keep("workspace", workspace(self._browser, address, self._keys, down))
        ways = [] if alone else ["text", "marks", "highlights", *(["recogito"] if self._bundle else [])]
        for way in ways:
            bundle = self._bundle if way == "recogito" else None
            self._keep(way, other(self._browser, way, in_units(told), self._keys, bundle))

    def _keep(self, way: str, figures: dict[str, float]) -> None:
        self._rows.setdefault(way, []).append(figures)

    def table(self) -> str:
        """The medians, a line for each way."""
        names = list(self._rows["workspace"][0])
        lines = [f"\n{self._codings} codings", f"| way | {' | '.join(names)} |"]
        for way, rounds in self._rows.items():
            medians = [statistics.median(one[name] for one in rounds) for name in names]
            lines.append(f"| {way} | {' | '.join(f'{value:.4g}' for value in medians)} |")
        return "\n".join(lines)


def main() -> None:
    """Read the arguments, measure, print a table for each size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--codings", type=int, nargs="+", default=[5000, 20_000])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--keys", type=int, default=30)
    parser.add_argument("--alone", action="store_true", help="measure the workspace only")
    parser.add_argument("--recogito", type=Path)
    arguments = parser.parse_args()
    print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores; front end {front_end_kb():.0f} kB gzipped")
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as home:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        measures = [
            Measures(browser, Path(home), codings, arguments.keys, arguments.recogito) for codings in arguments.codings
        ]
        for _ in range(arguments.rounds):
            for at, one in enumerate(measures):
                one.take(alone=arguments.alone or at > 0)
        for one in measures:
            print(one.table(), flush=True)
    print(f"\nload {os.getloadavg()[0]:.1f} at the end")


if __name__ == "__main__":
    main()
