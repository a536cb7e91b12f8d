// The workspace of one coder: keys and clicks become acts; acts are painted at once and saved at once.

import { commandOf, HELP } from "./core/keys.js";
import { Queue } from "./core/queue.js";
import { CodebookView } from "./view/codebook.js";
import { describe } from "./view/definition.js";
import { ask, tell } from "./view/dialogs.js";
import { element } from "./view/dom.js";
import { HereView } from "./view/here.js";
import { OutlineView } from "./view/outline.js";
import { Palette } from "./view/palette.js";
import { TranscriptView } from "./view/transcript.js";

/** @typedef {import("./api.js").Api} Api */
/** @typedef {import("./api.js").Code} Code */
/** @typedef {import("./api.js").Coding} Coding */
/** @typedef {import("./api.js").Study} Study */
/** @typedef {import("./api.js").Codebook} Codebook */
/** @typedef {import("./api.js").Suggestion} Suggestion */
/** @typedef {import("./core/queue.js").Act} Act */

const LOOK_EVERY_MS = 2000;
const NEWS_AFTER_MS = 400;

export class Workspace {
  /**
   * @param {HTMLElement} host
   * @param {Api} api
   * @param {{study: Study, codebook: Codebook, say: import("./core/words.js").Say}} given
   */
  constructor(host, api, { study, codebook, say }) {
    this.host = host;
    this.api = api;
    this.study = study;
    this.say = say;
    this.recent = kept(study, "recent");
    this.letters = true;
    this.revision = -1;
    /** @type {TranscriptView | null} */
    this.view = null;
    /** @type {Suggestion[]} */
    this.suggestions = [];
    this.palette = new Palette(say, (code) => this.apply(code.path), () => this.pane.focus());
    this.tree = new CodebookView(say, { onapply: (code) => this.apply(code.path), onshow: (code) => this.define(code) });
    this.outline = new OutlineView(say, (id) => this.open(id));
    this.here = new HereView(say, {
      coder: study.coder,
      onpick: (id) => this.pick(id),
      onretract: (id) => this.retract(id),
      onmemo: (id) => this.memo(id),
      onkeep: (id) => this.keep(id),
      onaccept: (one) => this.decide(one, true),
      onreject: (one) => this.decide(one, false),
      codeOf: (path) => this.code(path),
    });
    this.build();
    this.setCodebook(codebook);
    this.queue = new Queue((acts) => api.act(acts), window.localStorage, `interviews:${api.project || study.name}:${study.coder}`);
    this.queue.onchange = (waiting, cut) => this.tellState(waiting, cut);
    this.queue.onrefused = (act, problem) => this.refused(act, problem);
    this.tellState(this.queue.waiting.length, false);
    void this.queue.flush();
    window.addEventListener("online", () => void this.queue.flush());
    window.setInterval(() => void this.look(), LOOK_EVERY_MS);
  }

  build() {
    const { say, study } = this;
    this.state = element("span", { class: "state", role: "status" });
    this.live = element("div", { class: "unseen", "aria-live": "polite" });
    this.pane = element("main", {
      id: "transcript",
      class: "pane",
      tabindex: "0",
      "aria-label": say("app.transcript"),
      "data-lm-suppress-shortcuts": "true",
      onkeydown: (/** @type {KeyboardEvent} */ event) => this.key(event),
      onmouseup: (/** @type {MouseEvent} */ event) => this.mouse(event),
      ondragover: (/** @type {DragEvent} */ event) => event.preventDefault(),
      ondrop: (/** @type {DragEvent} */ event) => this.drop(event),
    });
    this.detail = element("section", { class: "detail", "aria-label": say("app.definition"), tabindex: "-1" });
    const notes = [study.blind ? say("blind") : "", study.round ? say("round", { round: study.round }) : ""];
    const header = element(
      "header",
      {},
      element("a", { href: "#transcript", class: "skip" }, say("app.skip")),
      element("h1", {}, study.name),
      this.outline.element,
      element("span", { class: "notes" }, notes.filter(Boolean).join(" · ")),
      this.state,
      element("span", { class: "coder" }, study.coder),
      element("button", { type: "button", class: "small", "aria-label": say("keys.help"), onclick: () => this.help() }, "?"),
    );
    const aside = element("aside", { "aria-label": say("app.here") }, this.here.element, this.detail);
    this.host.replaceChildren(header, this.tree.element, this.pane, aside, this.live, this.palette.element);
  }

  /** @param {Codebook} codebook */
  setCodebook(codebook) {
    this.codebook = codebook;
    this.byPath = new Map(codebook.codes.map((code) => [code.path, code]));
    this.themes = [...new Set(codebook.codes.map((code) => code.path.split("/")[0]))];
    this.tree.setCodes(codebook.codes);
  }

  /** @param {string} path */
  code(path) {
    return this.byPath?.get(path) ?? { path, colour: "#777777" };
  }

  /** @param {string} path */
  styleOf(path) {
    return { colour: this.code(path).colour, pattern: Math.max(this.themes?.indexOf(path.split("/")[0]) ?? 0, 0) };
  }

  /** @param {string} id */
  async open(id) {
    const told = await this.api.transcript(id);
    this.view?.close();
    this.revision = told.revision;
    this.suggestions = told.suggestions;
    const view = new TranscriptView(this.pane, told, { styleOf: (path) => this.styleOf(path), say: this.say });
    this.view = view;
    view.onselect = () => this.showHere();
    this.paintSuggestions();
    this.pane.scrollTop = 0;
    this.outline.show(this.study.transcripts, id);
    this.waitingHere();
    this.showHere();
    this.pane.focus();
    keep(this.study, "transcript", [id]);
  }

  /** What was done here before the page was closed and is not saved yet is shown as done. */
  waitingHere() {
    for (const act of this.queue.waiting) {
      if (act.op === "add" && act.transcript === this.view?.told.id) this.view?.add(this.codingOf(act));
      if (act.op === "retract") this.view?.remove(String(act.coding));
    }
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const view = this.view;
    if (!view || event.isComposing) return;
    const command = commandOf(event, view.turn()?.speech.dir === "rtl", this.letters);
    if (!command) return;
    event.preventDefault();
    event.stopPropagation();
    this.run(command);
  }

  /** @param {import("./core/keys.js").Command} command */
  run(command) {
    const view = /** @type {TranscriptView} */ (this.view);
    const unit = /** @type {import("./core/units.js").Unit} */ (command.unit);
    const by = Number(command.by);
    switch (command.command) {
      case "move":
        view.move(unit, by);
        return this.sayCursor();
      case "extend":
        view.extend(unit, by);
        return this.sayCursor();
      case "jump":
        return this.goTo(view.turns[command.to === "first" ? 0 : view.turns.length - 1]);
      case "palette":
        return this.palette.open(this.codebook?.codes ?? [], this.recent, String(command.letters ?? ""));
      case "recent":
        return this.applyRecent(Number(command.number) - 1);
      case "repeat":
        return this.applyRecent(0);
      case "in-vivo":
        return this.inVivo();
      case "retract":
        return this.withCurrent((id) => this.retract(id));
      case "memo":
        return this.withCurrent((id) => void this.memo(id));
      case "weight":
        return this.withCurrent((id) => void this.weigh(id));
      case "definition":
        return this.withCurrent((id) => this.define(this.byPath?.get(view.coding(id).code), true));
      case "undo":
      case "redo":
        return void this.reverse(command.command);
      case "next-uncoded":
        return this.goTo(this.nextUncoded());
      case "next-same":
        return this.nextSame(by);
      case "next-review":
        return this.nextReview();
      case "search":
        return void this.search();
      case "help":
        return this.help();
      case "escape":
        return view.select({ start: view.selected.start, end: view.selected.start });
    }
  }

  // What is coded

  /** @param {string} path */
  apply(path) {
    const view = this.view;
    if (!view) return;
    if (view.selected.end <= view.selected.start) view.select(view.unitAt(view.turn(), view.selected.start - view.turn().start, "sentence"));
    const act = { op: "add", id: newId(), transcript: view.told.id, version: view.told.version, code: path, ...view.points() };
    const whole = view.turn();
    const unit = whole && view.words().trim() === whole.text.trim() && whole.text.trim() ? "turn" : "segment";
    this.remember(path);
    this.done({ ...act, unit });
    view.add(this.codingOf({ ...act, unit }));
    view.setCurrent(act.id);
    this.showHere();
    this.announce(this.say("coded", { code: path }));
  }

  /** @param {number} at */
  applyRecent(at) {
    const path = this.recent[at];
    if (path && this.byPath?.has(path)) this.apply(path);
  }

  inVivo() {
    const view = this.view;
    if (!view || view.selected.end <= view.selected.start) return;
    const act = { op: "in-vivo", id: newId(), transcript: view.told.id, version: view.told.version, ...view.points() };
    const words = view.words().split(/\s+/).join(" ").trim();
    this.done(act);
    view.add(this.codingOf({ ...act, code: words }));
    view.setCurrent(act.id);
    this.showHere();
    this.announce(this.say("invivo.done", { code: words }));
  }

  /** @param {string} id */
  retract(id) {
    const coding = this.view?.codings.get(id);
    if (!coding || coding.coder !== this.study.coder) return;
    this.view?.remove(id);
    if (!this.queue.drop(id)) this.done({ op: "retract", id: newId(), coding: id });
    this.showHere();
    this.announce(this.say("retracted", { code: coding.code }));
  }

  /** @param {string} id */
  async memo(id) {
    const coding = this.view?.codings.get(id);
    if (!coding || coding.coder !== this.study.coder) return;
    const memo = await ask(this.say("memo.title"), coding.memo, this.say, { long: true });
    if (memo !== null && memo !== coding.memo) this.change(id, { memo });
  }

  /** @param {string} id */
  async weigh(id) {
    const coding = this.view?.codings.get(id);
    if (!coding || coding.coder !== this.study.coder) return;
    const check = (/** @type {string} */ text) => (numberOf(text) === undefined ? this.say("weight.title") : "");
    const given = await ask(this.say("weight.title"), coding.weight === null ? "" : String(coding.weight), this.say, { check });
    if (given !== null) this.change(id, { weight: numberOf(given) ?? null });
  }

  /**
   * @param {string} id
   * @param {Partial<Coding>} fields
   */
  change(id, fields) {
    const view = this.view;
    const coding = view?.codings.get(id);
    if (!view || !coding) return;
    const act = { op: "change", id: newId(), coding: id, ...fields };
    view.remove(id);
    view.add({ ...coding, ...fields, id: act.id, review: "" });
    view.setCurrent(act.id);
    this.done(act);
    this.showHere();
  }

  /** @param {string} id */
  keep(id) {
    const coding = this.view?.codings.get(id);
    if (!coding) return;
    this.done({ op: "confirm", id: newId(), coding: id });
    coding.review = "";
    this.showHere();
  }

  /**
   * @param {Suggestion} one
   * @param {boolean} accepted
   */
  decide(one, accepted) {
    const id = newId();
    this.suggestions = this.suggestions.filter((other) => other.id !== one.id);
    this.paintSuggestions();
    this.done({ op: accepted ? "accept" : "reject", id, suggestion: one.id });
    if (accepted) this.view?.add(this.codingOf({ op: "add", id, start: one.start, end: one.end, code: one.code }));
    this.showHere();
  }

  /** @param {Act} act */
  done(act) {
    void this.queue.add(act);
    this.tellProgress();
  }

  /** @param {"undo" | "redo"} which */
  async reverse(which) {
    await this.queue.flush();
    try {
      const told = await this.api.reverse(which);
      this.announce(told.problem ?? this.say(which === "undo" ? "undone" : "redone", { what: told.done ?? "" }), true);
      await this.refresh();
    } catch (error) {
      this.announce(this.say("app.failed", { problem: String(error) }), true);
    }
  }

  /**
   * @param {Act} act
   * @param {string} problem
   */
  refused(act, problem) {
    this.announce(this.say("state.refused", { problem }), true);
    if (act.op !== "confirm") void this.refresh();
  }

  // Where to go

  /** @param {import("./view/transcript.js").TurnView | undefined} turn */
  goTo(turn) {
    if (!turn || !this.view) return this.announce(this.say("jump.none"));
    this.view.select(this.view.unitAt(turn, 0, "sentence"), true);
    this.sayCursor();
  }

  nextUncoded() {
    const view = /** @type {TranscriptView} */ (this.view);
    const here = view.turn()?.at ?? -1;
    const mine = (/** @type {string} */ id) => view.coding(id).coder === this.study.coder;
    return view.turns.find((turn) => turn.at > here && turn.role === "interviewee" && ![...turn.codings].some(mine));
  }

  /** @param {number} by */
  nextSame(by) {
    const view = /** @type {TranscriptView} */ (this.view);
    const code = view.current ? view.coding(view.current).code : this.recent[0];
    const all = [...view.codings.values()].filter((one) => one.code === code).sort((a, b) => a.from - b.from || a.to - b.to);
    const at = view.selected.start;
    const next = by > 0 ? all.find((one) => one.from > at) : all.filter((one) => one.from < at).pop();
    this.visit(next);
  }

  nextReview() {
    const view = /** @type {TranscriptView} */ (this.view);
    const open = [...view.codings.values()].filter((one) => one.review && one.coder === this.study.coder);
    const suggested = this.suggestions.map((one) => ({ id: "", from: view.offsets.toUnits(one.start), to: view.offsets.toUnits(one.end) }));
    const places = [...open, ...suggested].sort((a, b) => a.from - b.from);
    this.visit(places.find((one) => one.from > view.selected.start));
  }

  /** @param {{id: string, from: number, to: number} | undefined} place */
  visit(place) {
    if (!place || !this.view) return this.announce(this.say("jump.none"));
    this.view.select({ start: place.from, end: place.to }, true);
    if (place.id) this.view.setCurrent(place.id);
    this.showHere();
    this.sayCursor();
  }

  async search() {
    const view = this.view;
    const query = view && (await ask(this.say("search.title"), this.query ?? "", this.say));
    if (!view || !query) return view?.found.show("hit", []);
    this.query = query;
    const hits = occurrences(view.told.text, query);
    const turns = hits.flatMap(({ start, end }) =>
      view.touched({ from: start, to: end }).map((turn) => {
        const clipped = view.clip(turn, { from: start, to: end });
        return new StaticRange({ startContainer: turn.node, startOffset: clipped.start, endContainer: turn.node, endOffset: clipped.end });
      }),
    );
    view.found.show("hit", turns);
    if (!hits.length) return this.announce(this.say("search.none", { query }), true);
    const at = Math.max(hits.findIndex((hit) => hit.start > view.selected.start), 0);
    view.select(hits[at], true);
    this.announce(this.say("search.found", { at: at + 1, count: hits.length, query }), true);
  }

  /** @param {string} id */
  pick(id) {
    const coding = this.view?.codings.get(id);
    if (!coding || !this.view) return;
    this.view.select({ start: coding.from, end: coding.to }, true);
    this.view.setCurrent(id);
    this.showHere();
    this.define(this.byPath?.get(coding.code));
    this.pane.focus();
  }

  /** @param {(id: string) => void} act */
  withCurrent(act) {
    const view = /** @type {TranscriptView} */ (this.view);
    const here = view.here();
    const id = here.some((one) => one.id === view.current) ? view.current : here.find((one) => one.coder === this.study.coder)?.id;
    if (id) act(id);
  }

  // The mouse

  /** @param {MouseEvent} event */
  mouse(event) {
    const chosen = document.getSelection();
    if (chosen && !chosen.isCollapsed) this.view?.takeSelection();
    else this.view?.click(event.clientX, event.clientY);
  }

  /** @param {DragEvent} event */
  drop(event) {
    const path = event.dataTransfer?.getData("text/x-interviews-code");
    const view = this.view;
    if (!path || !view) return;
    event.preventDefault();
    const before = view.selected;
    view.click(event.clientX, event.clientY);
    const inside = view.selected.start < before.end && view.selected.end > before.start;
    if (inside && before.end > before.start) view.select(before);
    this.apply(path);
  }

  // What is shown and said

  showHere() {
    const view = this.view;
    if (!view) return;
    const here = view.here();
    if (!here.some((one) => one.id === view.current)) view.setCurrent(here[0]?.id ?? null);
    const { start, end } = view.points();
    const suggested = this.suggestions.filter((one) => one.start < Math.max(end, start + 1) && one.end > start);
    this.here.show(here, suggested, view.current);
  }

  /**
   * @param {Code | undefined} code
   * @param {boolean} [focus]
   */
  define(code, focus = false) {
    this.detail.replaceChildren(...(code ? [describe(code, this.say)] : []));
    if (focus && code) tell(code.path, [describe(code, this.say)], this.say);
  }

  paintSuggestions() {
    const view = this.view;
    if (!view) return;
    const ranges = this.suggestions.flatMap((one) => {
      const place = { from: view.offsets.toUnits(one.start), to: view.offsets.toUnits(one.end) };
      return view.touched(place).map((turn) => {
        const { start, end } = view.clip(turn, place);
        return new StaticRange({ startContainer: turn.node, startOffset: start, endContainer: turn.node, endOffset: end });
      });
    });
    view.suggested.show("suggestion", ranges);
  }

  help() {
    const rows = HELP.map(([keys, name]) => element("tr", {}, element("th", { scope: "row" }, element("kbd", {}, keys)), element("td", {}, this.say(name))));
    const letters = element("input", { type: "checkbox", id: "letters", onchange: () => (this.letters = letters.checked) });
    letters.checked = this.letters;
    const choice = element("p", {}, letters, element("label", { for: "letters" }, this.say("help.letters")));
    tell(this.say("help.title"), [element("table", {}, element("tbody", {}, ...rows)), choice], this.say);
  }

  sayCursor() {
    const view = this.view;
    const turn = view?.turn();
    if (!view || !turn) return;
    const here = view.here();
    const codes = here.length ? ` – ${this.say("codings.count", { count: here.length, codes: here.map((one) => one.code).join(", ") })}` : "";
    this.announce(`${this.say("turn", { number: turn.number })}: ${view.words()}${codes}`);
  }

  /**
   * @param {string} text
   * @param {boolean} [seen] Whether it is shown, too, for a moment.
   */
  announce(text, seen = false) {
    this.live.textContent = text;
    if (!seen) return;
    const note = element("div", { class: "note" }, text);
    this.host.append(note);
    window.setTimeout(() => note.remove(), 4000);
  }

  /**
   * @param {number} waiting
   * @param {boolean} cut
   */
  tellState(waiting, cut) {
    window.clearTimeout(this.slow);
    const told = cut ? this.say("state.cut", { count: waiting }) : this.say("state.saved");
    this.state.dataset.state = cut ? "cut" : waiting ? "saving" : "saved";
    if (waiting && !cut) this.slow = window.setTimeout(() => (this.state.textContent = this.say("state.saving", { count: waiting })), NEWS_AFTER_MS);
    else this.state.textContent = told;
  }

  tellProgress() {
    const view = this.view;
    if (!view) return;
    const mine = [...view.codings.values()].filter((one) => one.coder === this.study.coder);
    const answers = view.turns.filter((turn) => turn.role === "interviewee");
    const coded = answers.filter((turn) => [...turn.codings].some((id) => view.coding(id).coder === this.study.coder));
    this.outline.progress(coded.length, answers.length, mine.length);
  }

  // What others do, and this coder in another window

  async look() {
    if (!this.view || this.queue.waiting.length || document.hidden) return;
    try {
      const { revision } = await this.api.changes();
      if (revision !== this.revision) await this.refresh();
    } catch {
      this.tellState(this.queue.waiting.length, true);
    }
  }

  async refresh() {
    const view = this.view;
    if (!view) return;
    const [told, codebook] = await Promise.all([this.api.transcript(view.told.id), this.api.codebook()]);
    if (this.view !== view || this.queue.waiting.length) return;
    if (told.version !== view.told.version) return this.open(view.told.id);
    this.revision = told.revision;
    this.setCodebook(codebook);
    this.suggestions = told.suggestions;
    view.replace(told.codings);
    this.paintSuggestions();
    this.showHere();
    this.tellProgress();
    this.tellState(0, false);
  }

  /** @param {string} path */
  remember(path) {
    this.recent = [path, ...this.recent.filter((one) => one !== path)].slice(0, 9);
    keep(this.study, "recent", this.recent);
  }

  /**
   * @param {Act} act
   * @returns {Coding}
   */
  codingOf(act) {
    return {
      id: act.id,
      start: Number(act.start),
      end: Number(act.end),
      code: String(act.code ?? ""),
      coder: this.study.coder,
      memo: String(act.memo ?? ""),
      weight: null,
      unit: String(act.unit ?? "segment"),
      round: this.study.round,
      review: "",
    };
  }
}

/** A UUID of version 7 (RFC 9562): later ones sort after earlier ones, in the project's database, too. */
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const now = Date.now();
  for (let at = 0; at < 6; at += 1) bytes[at] = Math.floor(now / 2 ** (8 * (5 - at))) & 0xff;
  bytes[6] = (bytes[6] & 0x0f) | 0x70;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const digits = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-${digits.slice(12, 16)}-${digits.slice(16, 20)}-${digits.slice(20)}`;
}

/**
 * Where a text occurs in another, small and capital letters alike.
 * @param {string} text
 * @param {string} query
 */
function occurrences(text, query) {
  const escaped = query.trim().replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/g, "\\s+");
  return escaped ? [...text.matchAll(new RegExp(escaped, "giu"))].map((hit) => ({ start: hit.index, end: hit.index + hit[0].length })) : [];
}

/**
 * A number, null for nothing, undefined for anything else.
 * @param {string} text
 */
function numberOf(text) {
  if (!text.trim()) return null;
  const number = Number(text.replace(",", "."));
  return Number.isFinite(number) ? number : undefined;
}

/**
 * @param {Study} study
 * @param {string} what
 * @returns {string[]}
 */
export function kept(study, what) {
  try {
    const found = JSON.parse(window.localStorage.getItem(`interviews:${study.name}:${study.coder}:${what}`) ?? "[]");
    return Array.isArray(found) ? found.map(String) : [];
  } catch {
    return [];
  }
}

/**
 * @param {Study} study
 * @param {string} what
 * @param {string[]} value
 */
function keep(study, what, value) {
  window.localStorage.setItem(`interviews:${study.name}:${study.coder}:${what}`, JSON.stringify(value));
}
