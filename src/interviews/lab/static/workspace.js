// The workspace of one coder: what it knows, and how it stays the same as the project. What keys mean is in `run.js`.

import * as acts from "./acts.js";
import { Basket } from "./basket.js";
import { Queue } from "./core/queue.js";
import { buildFrame } from "./frame.js";
import * as going from "./going.js";
import { keep, kept } from "./keeping.js";
import { run } from "./run.js";
import { announce, define, help, paintSuggestions, showHere, tellProgress, tellState } from "./telling.js";
import { commandOf } from "./core/keys.js";
import { CodebookView } from "./view/codebook.js";
import { HereView } from "./view/here.js";
import { OutlineView } from "./view/outline.js";
import { Overview } from "./view/overview.js";
import { Palette } from "./view/palette.js";
import { QuickView } from "./view/quick.js";
import { TranscriptView } from "./view/transcript.js";
import { Views } from "./views.js";

/** @typedef {import("./api.js").Api} Api */
/** @typedef {import("./api.js").Study} Study */
/** @typedef {import("./api.js").Code} Code */
/** @typedef {import("./api.js").Codebook} Codebook */
/** @typedef {import("./api.js").Suggestion} Suggestion */
/** @typedef {import("./core/queue.js").Act} Act */

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
    this.codebook = codebook;
    this.say = say;
    this.recent = kept(study, "recent");
    /** Codes that keep their digits. */
    this.pinned = kept(study, "pinned");
    /** Whether single letters find codes. */
    this.letters = kept(study, "letters")[0] !== "off";
    /** What was searched last. */
    this.query = "";
    this.revision = -1;
    /** How many acts were done on this page. */
    this.acts = 0;
    /** @type {TranscriptView | null} */
    this.view = null;
    /** @type {Suggestion[]} */
    this.suggestions = [];
    /** @type {Map<string, Code>} */
    this.byPath = new Map();
    /** @type {string[]} */
    this.themes = [];
    /** @type {number | undefined} */
    this.slow = undefined;
    const apply = (/** @type {Code} */ code) => acts.apply(this, code.path);
    this.palette = new Palette(say, apply, () => this.pane.focus());
    this.tree = new CodebookView(say, { onapply: (code) => (apply(code), this.pane.focus()), onshow: (code) => define(this, code) });
    this.quick = new QuickView(say, {
      onapply: (path) => (acts.applyQuick(this, path), this.pane.focus()),
      onpin: (path) => acts.pin(this, path),
      codeOf: (path) => this.code(path),
    });
    this.overview = new Overview();
    this.outline = new OutlineView(say, (id) => void going.openTranscript(this, id));
    this.here = new HereView(say, {
      coder: study.coder,
      onpick: (id) => going.pick(this, id),
      onretract: (id) => acts.retract(this, id),
      onmemo: (id) => acts.memo(this, id),
      onkeep: (id) => acts.confirm(this, id),
      onaccept: (one) => acts.decide(this, one, true),
      onreject: (one) => acts.decide(this, one, false),
      codeOf: (path) => this.code(path),
    });
    this.basket = new Basket(this);
    this.views = new Views(this);
    const frame = buildFrame(this, {
      onkeydown: (event) => this.key(event),
      onmouseup: (event) => acts.mouse(this, event),
      ondrop: (event) => acts.drop(this, event),
      onhelp: () => help(this),
      onnewer: () => void going.loadNewer(this),
    });
    this.pane = frame.pane;
    this.state = frame.state;
    this.live = frame.live;
    this.detail = frame.detail;
    /** Shown where the transcript has a newer text version than the one that is read. */
    this.newer = frame.newer;
    this.setCodebook(codebook);
    void this.views.show("coding");
    this.queue = new Queue((some) => api.act(some), window.localStorage, `interviews:${api.project || study.name}:${study.coder}:act`);
    this.queue.onchange = (waiting, cut) => tellState(this, waiting, cut);
    this.queue.onsaved = (answer) => {
      if (answer.revision?.[0] === this.revision) this.revision = answer.revision[1]; // nobody else saved meanwhile
    };
    this.queue.onrefused = (act, problem) => this.refused(act, problem);
    tellState(this, this.queue.waiting.length, false);
    void this.queue.flush();
    window.addEventListener("online", () => this.wake());
    window.addEventListener("pagehide", () => this.keepPlace());
    document.addEventListener("visibilitychange", () => (document.hidden ? this.keepPlace() : this.wake()));
    window.setInterval(() => void this.look(), api.lookEvery);
  }

  /** @param {Codebook} codebook */
  setCodebook(codebook) {
    this.codebook = codebook;
    this.byPath = new Map(codebook.codes.map((code) => [code.path, code]));
    this.themes = [...new Set(codebook.codes.map((code) => code.path.split("/")[0]))];
    this.tree.setCodes(codebook.codes);
    this.quick.show(acts.quick(this), this.pinned);
  }

  /** @param {boolean} on */
  setLetters(on) {
    this.letters = on;
    keep(this.study, "letters", [on ? "on" : "off"]);
  }

  /** The lid was opened, or the network is back: send what waits, and look what is new. */
  wake() {
    this.queue.hurry();
    void this.queue.flush().then(() => this.look());
  }

  /** Where the coder is in the transcript, for the next visit. */
  keepPlace() {
    const { view } = this;
    if (view) keep(this.study, `place:${view.told.id}`, [String(view.told.version), ...Object.values(view.points()).map(String)]);
  }

  /** @param {TranscriptView} view */
  findPlace(view) {
    const [version, start, end] = kept(this.study, `place:${view.told.id}`).map(Number);
    if (version !== view.told.version || !(end >= start)) return;
    view.select({ start: view.offsets.toUnits(start), end: view.offsets.toUnits(end) }, true);
  }

  /** @param {string} path */
  code(path) {
    return this.byPath.get(path) ?? { path, colour: "#777777" };
  }

  /** @param {string} path */
  styleOf(path) {
    return { colour: this.code(path).colour, pattern: Math.max(this.themes.indexOf(path.split("/")[0]), 0) };
  }

  /** @param {string} id */
  async open(id) {
    this.keepPlace();
    const told = await this.api.transcript(id);
    this.view?.close();
    this.revision = told.revision;
    this.suggestions = told.suggestions;
    this.newer.hidden = true;
    const view = new TranscriptView(this.pane, told, { coder: this.study.coder, styleOf: (path) => this.styleOf(path), say: this.say });
    this.view = view;
    this.showWaiting(view);
    view.onselect = () => showHere(this);
    paintSuggestions(this);
    this.pane.scrollTop = 0;
    this.overview.show(this.pane, []);
    this.findPlace(view);
    this.outline.show(this.study.transcripts, id);
    tellProgress(this);
    showHere(this);
    this.pane.focus();
    keep(this.study, "transcript", [id]);
  }

  /**
   * What was done before the page was closed and is not saved yet is shown as done.
   * @param {TranscriptView} view
   */
  showWaiting(view) {
    for (const act of this.queue.waiting) {
      if (act.version !== undefined && act.version !== view.told.version) {
        this.revision = -1; // a place in an earlier text: it is told with the others as soon as it is saved
        continue;
      }
      if (act.op === "add" && act.transcript === view.told.id) view.add(acts.codingOf(this, act));
      if (act.op === "retract") view.remove(String(act.coding));
      const changed = act.op === "change" && view.codings.get(String(act.coding));
      if (!changed) continue;
      view.remove(changed.id);
      view.add({ ...changed, ...act, review: "" });
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
    run(this, view, { ...command, held: event.repeat });
  }

  /** @param {Act} act */
  done(act) {
    this.acts += 1;
    void this.queue.add(act);
    tellProgress(this);
  }

  /**
   * @param {Act} act
   * @param {string} problem
   */
  refused(act, problem) {
    announce(this, this.say("state.refused", { problem: this.say.told(problem) }), true);
    this.views.refused(act);
    this.revision = -1; // shown is what the project does not hold: it is told anew
    void this.refresh();
    if (act.op === "in-vivo") this.recent = [];
  }

  /** Ask whether others, or this coder in another window, have saved something. */
  async look() {
    if (this.queue.waiting.length || document.hidden) return;
    try {
      const { revision, texts } = await this.api.changes();
      if (texts !== this.study.texts) await this.refreshOutline();
      if (revision !== this.revision) await this.refresh();
    } catch {
      tellState(this, this.queue.waiting.length, true);
    }
  }

  /** Others added transcripts, or gave texts new versions: the list tells it; what is read stays. */
  async refreshOutline() {
    const { study, view } = this;
    const known = new Set(study.transcripts.map((one) => one.id));
    const { transcripts, texts } = await this.api.study();
    Object.assign(study, { transcripts, texts });
    this.outline.show(transcripts, view?.told.id ?? "");
    tellProgress(this);
    const fresh = transcripts.filter((one) => !known.has(one.id));
    if (fresh.length) announce(this, this.say("transcripts.new", { count: fresh.length, names: fresh.map((one) => one.name).join(", ") }), true);
    if (!view && fresh.length) await this.open(fresh[0].id);
  }

  /**
   * The text that is read stays as it is, and so do the codings in it, whose places are those of this text, until the
   * coder loads the newer one. What was taken back goes.
   * @param {TranscriptView} view
   * @param {import("./api.js").Transcript} told
   */
  tellNewer(view, told) {
    const known = new Set(told.codings.map((one) => one.id));
    for (const id of [...view.codings.keys()]) if (!known.has(id)) view.remove(id);
    if (this.newer.hidden) announce(this, this.say("version.newer"), true);
    this.newer.hidden = false;
  }

  /** Show what the project holds now; what is not saved yet stays as it is until it is. */
  async refresh() {
    const view = this.view;
    if (!view) return;
    const [told, codebook] = await Promise.all([this.api.transcript(view.told.id), this.api.codebook()]);
    if (this.view !== view || this.queue.waiting.length) return;
    this.revision = told.revision;
    this.setCodebook(codebook);
    if (told.version === view.told.version) {
      this.suggestions = told.suggestions;
      view.replace(told.codings);
      paintSuggestions(this);
    } else this.tellNewer(view, told);
    showHere(this);
    tellProgress(this);
    tellState(this, 0, false);
    void this.views.refresh();
  }
}
