// The few questions to the server, all below the page's own address, so that a hub's prefix works unchanged.

/** @typedef {import("./core/queue.js").Act} Act */
/** @typedef {import("./core/queue.js").Answer} Answer */
/** @typedef {{id: string, name: string, case: string | null, assigned: boolean, turns: number, words: number, coded: number, codings: number, reviews: number}} Outline */
/** @typedef {{name: string, language: string, coder: string, round: string, blind: boolean, codebook: number, texts: number, transcripts: Outline[]}} Study */
/** @typedef {{id: string, start: number, end: number, code: string, coder: string, memo: string, weight: number | null, unit: string, round: string, review: string}} Coding */
/** @typedef {{id: string, start: number, end: number, code: string, source: string, score: number}} Suggestion */
/** @typedef {[number, number, number, string | null, string, number | null, string | null]} Turn */
/** @typedef {{id: string, name: string, case: string | null, language: string, version: number, text: string, turns: Turn[], codings: Coding[], suggestions: Suggestion[], revision: number}} Transcript */
/** @typedef {{path: string, name: string, labels: Record<string, string>, colour: string, definition: string, use_when: string, not_when: string, anchor: string, anchor_source: string, counter: string, memo: string, retired: boolean, count: number, everybody: number}} Code */
/** @typedef {{name: string, version: number, language: string, codes: Code[]}} Codebook */

/** A connection that died without a word, as behind a closed lid, is given up after this. */
const PATIENCE_MS = 30_000;

/** What the server answered instead of doing what was asked. */
export class Refusal extends Error {}

export class Api {
  /** @param {Location | URL} location */
  constructor(location) {
    this.base = location.pathname.replace(/\/+$/, "") + "/api/";
    this.project = new URLSearchParams(location.search).get("project") ?? "";
    this.token = new URLSearchParams(location.search).get("token") ?? new URLSearchParams(location.hash.slice(1)).get("token") ?? "";
    /** Who codes, where the page's address says so. */
    this.who = new URLSearchParams(location.search).get("coder") ?? "";
    /** Whether there is the view of coding only. */
    this.coding = false;
    /** What is said where nobody answers. */
    this.cut = "state.cut";
    /** How often it is asked whether others saved something, in milliseconds. */
    this.lookEvery = 2000;
  }

  /** @returns {Promise<{coder: string | null}>} */
  coder() {
    return this.ask("GET", "coder");
  }

  /** @param {string} coder */
  keepCoder(coder) {
    return this.ask("PUT", "coder", { coder });
  }

  /**
   * Where no project is named: those that there are, by path.
   * @returns {Promise<string[]>}
   */
  projects() {
    return this.ask("GET", "projects");
  }

  /** @returns {Promise<Study>} */
  study() {
    return this.ask("GET", "study");
  }

  /** @returns {Promise<Codebook>} */
  codebook() {
    return this.ask("GET", "codebook");
  }

  /**
   * @param {string} id
   * @returns {Promise<Transcript>}
   */
  transcript(id) {
    return this.ask("GET", `transcripts/${encodeURIComponent(id)}`);
  }

  /**
   * @param {Act[]} acts
   * @returns {Promise<Answer[]>}
   */
  act(acts) {
    return this.ask("POST", "acts", acts);
  }

  /**
   * @param {"undo" | "redo"} which
   * @returns {Promise<{done?: string, problem?: string}>}
   */
  reverse(which) {
    return this.ask("POST", which);
  }

  /**
   * Other numbers after anybody saved something, and after texts were added or changed.
   * @returns {Promise<{revision: number, texts: number}>}
   */
  changes() {
    return this.ask("GET", "changes");
  }

  /**
   * @param {string} method
   * @param {string} what
   * @param {unknown} [body]
   * @param {number} [patience]
   */
  async ask(method, what, body, patience = PATIENCE_MS) {
    const address = new URL(this.base + what, window.location.origin);
    if (this.project) address.searchParams.set("project", this.project);
    if (this.who) address.searchParams.set("coder", this.who);
    const sent = body === undefined ? undefined : JSON.stringify(body);
    const answer = await fetch(address, {
      method,
      headers: { "Content-Type": "application/json", "X-XSRFToken": cookie("_xsrf"), ...(this.token && { Authorization: `token ${this.token}` }) },
      body: sent,
      credentials: "same-origin",
      // What is under way when the page closes still arrives; browsers allow that for 64 KiB.
      keepalive: method === "POST" && (sent?.length ?? 0) < 15_000,
      signal: AbortSignal.timeout(patience),
    });
    const told = await answer.json().catch(() => ({}));
    if (answer.status >= 500 || answer.status === 403) throw new Error(told.problem ?? `${answer.status}`);
    if (!answer.ok) throw new Refusal(told.problem ?? `${answer.status}`);
    return told;
  }
}

/** @param {string} name */
function cookie(name) {
  const found = document.cookie.split("; ").find((one) => one.startsWith(`${name}=`));
  return found ? decodeURIComponent(found.slice(name.length + 1)) : "";
}
