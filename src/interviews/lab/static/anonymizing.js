// A review of an anonymization as one person leads it: what is shown, what is sent, and what others decided meanwhile.

import { isShown, nextOf, ordered, progressOf, waits } from "./core/entities.js";
import { Queue } from "./core/queue.js";
import { announce, tellState } from "./telling.js";
import { applyDecisions } from "./view/applying.js";
import { buildReview } from "./view/anonymization_frame.js";
import { helpReview } from "./view/entity_help.js";
import { EntityCard } from "./view/entity.js";
import { EntityList } from "./view/entities.js";
import { runKey } from "./view/entity_keys.js";
import { element } from "./view/dom.js";
import { Palette } from "./view/palette.js";

/** @typedef {import("./core/entities.js").Entity} Entity */
/** @typedef {import("./core/entities.js").Wanted} Wanted */
/** @typedef {import("./core/queue.js").Act} Act */
/** @typedef {{name: string, language: string, author: string, confirming: boolean, kind: string, only_open: boolean, reviewers: number, decisions: Record<string, string>, commands: Record<string, string>, types: string[], entities: Entity[], revision: number}} Study */
/** @typedef {import("./core/queue.js").Answer & {op?: string, entity?: string, problems?: string[], changed?: Entity[], gone?: string[]}} Told */

const LOOK_EVERY_MS = 2000;
/** So often nobody listens at the server's place before it is taken for gone. */
const MOST_UNHEARD = 3;

export class AnonymizationReview {
  /**
   * @param {HTMLElement} host
   * @param {import("./api.js").Api} api
   * @param {Study} study
   * @param {import("./core/words.js").Say} say
   */
  constructor(host, api, study, say) {
    this.host = host;
    this.api = api;
    this.study = study;
    this.say = say;
    /** @type {number | undefined} */
    this.slow = undefined;
    /** @type {Map<string, Entity>} */
    this.entities = new Map();
    /** @type {Wanted} */
    this.wanted = { type: study.kind, which: study.confirming ? "confirm" : study.only_open ? "open" : "all", text: "" };
    /** @type {string[]} The ids that are shown, in an order that stays while one decides. */
    this.ids = [];
    this.current = "";
    /** @type {Set<string>} What was decided here and is on its way to the disk. */
    this.sending = new Set();
    this.revision = study.revision;
    this.busy = false;
    this.unheard = 0;
    this.palette = new Palette(say, () => {}, () => {});
    this.list = new EntityList(this);
    this.card = new EntityCard(this);
    const frame = buildReview(this, { onkey: (event) => this.key(event), onapply: () => void this.apply(), onend: () => void this.end() });
    this.main = frame.main;
    this.live = frame.live;
    this.state = frame.state;
    this.queue = new Queue((acts) => api.act(acts), nowhere(), "review");
    this.queue.onchange = (waiting, cut) => tellState(this, waiting, cut);
    this.queue.onsaved = (answer) => this.saved(/** @type {Told} */ (answer));
    this.queue.onrefused = (act, problem) => this.refused(act, problem);
    tellState(this, 0, false);
    window.addEventListener("beforeunload", (event) => {
      if (this.queue.waiting.length) event.preventDefault(); // nothing is kept in the browser: it would be lost
    });
    this.timer = window.setInterval(() => void this.look(), LOOK_EVERY_MS);
    this.take(study.entities);
    this.show(this.ids.find((id) => this.isOpen(id)) ?? this.ids[0] ?? "");
  }

  /** @param {Entity[]} entities */
  take(entities) {
    this.entities = new Map(entities.map((one) => [one.id, one]));
    this.filter(this.wanted);
  }

  /**
   * Show those that are wanted; the order is made anew.
   * @param {Wanted} wanted
   */
  filter(wanted) {
    this.wanted = wanted;
    this.ids = ordered([...this.entities.values()].filter((one) => isShown(one, wanted))).map((one) => one.id);
    if (!this.ids.includes(this.current)) this.current = this.ids[0] ?? "";
    this.list.refresh();
    void this.card.refresh();
  }

  /** @param {string} id */
  isOpen(id) {
    const entity = this.entities.get(id);
    return Boolean(entity && waits(entity, this.wanted.which === "confirm") && !this.sending.has(id));
  }

  /** @param {string} id */
  show(id) {
    this.current = id;
    this.list.mark();
    void this.card.refresh();
  }

  /** @param {number} by */
  go(by) {
    const at = this.ids.indexOf(this.current) + by;
    this.visit(this.ids[Math.min(Math.max(at, 0), this.ids.length - 1)] ?? "");
  }

  /** The next one that waits for this person. */
  next() {
    const id = nextOf(this.ids, this.current, (one) => this.isOpen(one));
    if (id) return this.visit(id);
    this.show(this.current);
    announce(this, this.say("anon.none_open"), true);
  }

  /** @param {string} id */
  visit(id) {
    this.show(id);
    this.main.focus({ preventScroll: true });
    this.card.head.scrollIntoView({ block: "nearest" });
    announce(this, this.card.spoken(this.entities.get(id)));
  }

  /**
   * Save an act, and go on at once if it decides the entity.
   * @param {{op: string, [field: string]: unknown}} fields
   * @param {boolean} [goOn]
   */
  act(fields, goOn = true) {
    const entity = String(fields.entity ?? "");
    if (entity && goOn) this.sending.add(entity);
    void this.queue.add({ ...fields, id: crypto.randomUUID() });
    this.list.redraw(entity);
    if (goOn) this.next();
  }

  /** @param {Told} answer */
  saved(answer) {
    const [before, after] = answer.revision ?? [0, 0];
    if (before === this.revision) this.revision = after; // nobody else decided meanwhile
    for (const one of answer.changed ?? []) this.entities.set(one.id, one);
    for (const id of answer.gone ?? []) this.entities.delete(id);
    for (const one of [...(answer.changed ?? []).map(({ id }) => id), ...(answer.gone ?? [])]) this.sending.delete(one);
    const here = answer.gone?.includes(this.current) ? (answer.entity ?? "") : this.current;
    const fresh = (answer.changed ?? []).map(({ id }) => id).filter((id) => !this.ids.includes(id));
    this.ids = this.ids.flatMap((id) => (answer.gone?.includes(id) ? fresh.splice(0) : [id]));
    this.ids.push(...fresh);
    this.list.refresh();
    if (answer.op === "undo" && answer.entity) this.visit(answer.entity);
    else this.show(here);
    if (answer.problems?.length) announce(this, answer.problems.join(" "), true);
  }

  /**
   * What was refused is shown again, with the reason.
   * @param {Act} act
   * @param {string} problem
   */
  refused(act, problem) {
    const entity = String(act.entity ?? "");
    this.sending.delete(entity);
    this.list.redraw(entity);
    if (this.entities.has(entity)) this.show(entity);
    announce(this, this.say("state.refused", { problem }), true);
  }

  /** Whether others decided anything, in the terminal, a spreadsheet or another window. */
  async look() {
    if (this.busy || this.queue.waiting.length || document.hidden) return;
    try {
      const { revision } = await this.api.changes();
      this.unheard = 0;
      if (revision !== this.revision && !this.queue.waiting.length) await this.refresh();
      tellState(this, this.queue.waiting.length, false);
    } catch (error) {
      tellState(this, this.queue.waiting.length, true);
      this.unheard = error instanceof TypeError ? this.unheard + 1 : 0; // what fetch throws where nobody listens
      if (this.unheard >= MOST_UNHEARD && !this.queue.waiting.length) this.leave();
    }
  }

  async refresh() {
    /** @type {Study} */
    const study = await this.api.ask("GET", "study");
    this.revision = study.revision;
    this.take(study.entities);
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (!event.isComposing && runKey(this, event)) {
      event.preventDefault();
      event.stopPropagation();
    }
  }

  help() {
    helpReview(this);
  }

  async apply() {
    if (this.busy) return; // pressed twice
    this.busy = true;
    try {
      await this.queue.flush();
      await applyDecisions(this);
    } finally {
      this.busy = false;
    }
    await this.look();
    this.main.focus({ preventScroll: true });
  }

  async end() {
    await this.queue.flush();
    await this.api.ask("POST", "end").catch(() => {});
    this.leave();
  }

  /** The names leave the page: the review was ended here, or where it was started. */
  leave() {
    window.clearInterval(this.timer);
    this.busy = true;
    const { decided, all } = progressOf(this.entities.values());
    this.entities.clear();
    document.body.replaceChildren(element("main", { class: "loading" }, element("h1", {}, this.say("anon.ended")), element("p", {}, this.say("anon.progress", { decided, all }))));
  }
}

/** A keeper of acts that forgets them with the page. */
function nowhere() {
  return { length: 0, key: () => null, getItem: () => null, setItem: () => {}, removeItem: () => {} };
}
