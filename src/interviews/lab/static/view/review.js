// What waits for a decision over all transcripts: codings whose code came to mean another thing, and suggestions.

import { newId } from "../acts.js";
import { askReview } from "../questions.js";
import { announce } from "../telling.js";
import { tellChanges } from "./changes.js";
import { describe } from "./definition.js";
import { chip, element } from "./dom.js";
import { listKey } from "./list_keys.js";
import { chooseCode } from "./palette.js";
import { openPassage, placeOf, wordsOf } from "./passage.js";

/** @typedef {import("../workspace.js").Workspace} Workspace */
/** @typedef {import("../core/queue.js").Act} Act */
/** @typedef {import("../questions.js").WaitingCoding} WaitingCoding */
/** @typedef {import("../questions.js").OpenSuggestion} OpenSuggestion */
/** @typedef {WaitingCoding | OpenSuggestion} Item */

export class ReviewView {
  /** @param {Workspace} w */
  constructor(w) {
    this.w = w;
    const { say } = w;
    /** @type {Item[]} */
    this.items = [];
    /** @type {Set<string>} What was decided here, which a slow answer of the server may still bring. */
    this.decided = new Set();
    this.at = 0;
    this.bar = element("progress", { max: "1", value: "0", "aria-label": say("review.title") });
    this.told = element("p", { class: "told" });
    this.list = element("ol", { class: "waiting", role: "list" });
    this.card = element("article", { class: "card", "aria-label": say("review.title") });
    this.element = element(
      "main",
      { id: "review", class: "view review-view", hidden: true, tabindex: "0", "aria-label": say("view.review"), "data-lm-suppress-shortcuts": "true" },
      element("section", { class: "side", "aria-label": say("review.list") }, this.told, this.bar, this.list),
      this.card,
    );
    this.element.addEventListener("keydown", (event) => this.key(event));
  }

  async refresh() {
    const { codings, suggestions } = await askReview(this.w.api);
    const here = this.items[this.at]?.id;
    this.items = [...codings, ...suggestions].filter((one) => !this.decided.has(one.id));
    const again = this.items.findIndex((one) => one.id === here);
    this.at = again >= 0 ? again : Math.min(this.at, Math.max(this.items.length - 1, 0));
    this.show();
  }

  focus() {
    this.element.focus();
  }

  show() {
    const { say } = this.w;
    const all = this.items.length + this.decided.size;
    this.bar.max = Math.max(all, 1);
    this.bar.value = this.decided.size;
    this.told.textContent = say("review.progress", { decided: this.decided.size, all });
    this.bar.setAttribute("aria-label", this.told.textContent);
    this.list.replaceChildren(...this.items.map((one, at) => this.row(one, at)));
    this.list.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
    const item = this.items[this.at];
    this.card.replaceChildren(...(item ? this.tell(item) : [element("p", { class: "none" }, say("review.none"))]));
  }

  /**
   * @param {Item} one
   * @param {number} at
   */
  row(one, at) {
    const go = () => {
      this.at = at;
      this.show();
      this.element.focus();
    };
    const button = element(
      "button",
      { type: "button", "aria-current": at === this.at ? "true" : null, onclick: go },
      chip(this.w.code(one.code), one.code),
      element("span", { class: "count" }, placeOf(one, this.w.say)),
    );
    return element("li", {}, button);
  }

  /** @param {Item} one */
  tell(one) {
    const { w } = this;
    const { say } = w;
    const code = w.byPath.get(one.code);
    const coding = isCoding(one);
    return [
      element("h2", {}, placeOf(one, say)),
      wordsOf(one),
      element("p", {}, chip(w.code(one.code), one.code)),
      coding ? element("p", { class: "review" }, say("review.reason", { reason: say.told(one.review) })) : element("p", { class: "review" }, say("suggestion", { code: one.code, source: one.source })),
      coding && one.memo ? element("p", { class: "memo", dir: "auto" }, one.memo) : "",
      element("div", { class: "buttons" }, ...this.commandsOf(one).map(([key, name, act]) => this.button(key, name, act))),
      coding && one.changes.length ? element("section", {}, element("h3", {}, say("review.changed")), tellChanges(one.changes, say)) : "",
      code ? element("section", { class: "now" }, element("h3", {}, say("review.now")), describe(code, say)) : "",
    ];
  }

  /**
   * @param {string} key
   * @param {string} name
   * @param {() => unknown} act
   */
  button(key, name, act) {
    return element("button", { type: "button", onclick: act }, `${this.w.say(name)} `, element("kbd", {}, key.length === 1 ? key.toUpperCase() : key));
  }

  /**
   * Keys, names and what they do.
   * @param {Item} one
   * @returns {[string, string, () => unknown][]}
   */
  commandsOf(one) {
    const { w } = this;
    /** @type {[string, string, () => unknown][]} */
    const common = [
      ["c", "review.other", () => void this.recode(one)],
      ["o", "review.open", () => void openPassage(w, one)],
      ["n", "review.next", () => this.go(1)],
      ["p", "review.previous", () => this.go(-1)],
    ];
    if (!isCoding(one)) {
      return [
        ["a", "suggestion.accept", () => this.decide(one, { op: "accept", id: newId(), suggestion: one.id }, "coded")],
        ["r", "suggestion.reject", () => this.decide(one, { op: "reject", id: newId(), suggestion: one.id }, "review.rejected")],
        ...common,
      ];
    }
    return [
      ["k", "review.keep", () => this.decide(one, { op: "confirm", id: newId(), coding: one.id }, "review.kept")],
      ["t", "review.retract", () => this.decide(one, { op: "retract", id: newId(), coding: one.id }, "retracted")],
      ...common,
    ];
  }

  /** @param {Item} one */
  async recode(one) {
    const { w } = this;
    const code = await chooseCode(w.palette, w.codebook.codes);
    this.element.focus();
    if (!code) return;
    if (isCoding(one)) {
      const same = code.path === one.code && !w.byPath.get(one.code)?.retired;
      this.decide(one, same ? { op: "confirm", id: newId(), coding: one.id } : { op: "change", id: newId(), coding: one.id, code: code.path }, "coded", code.path);
      return;
    }
    const { transcript, version, start, end } = one;
    w.done({ op: "add", id: newId(), transcript, version, start, end, code: code.path });
    this.decide(one, { op: "reject", id: newId(), suggestion: one.id }, "coded", code.path);
  }

  /**
   * @param {Item} one
   * @param {Act} act
   * @param {string} told
   * @param {string} [code]
   */
  decide(one, act, told, code = one.code) {
    const { w } = this;
    this.decided.add(one.id);
    this.items = this.items.filter((other) => other.id !== one.id);
    this.at = Math.min(this.at, Math.max(this.items.length - 1, 0));
    w.done({ ...act, of: one.id });
    w.revision = -1; // the transcript that is open does not know of it
    this.show();
    this.element.focus();
    const next = this.items[this.at];
    announce(w, [w.say(told, { code }), next ? `${next.code}: ${next.words}` : w.say("review.none")].join(" – "));
  }

  /**
   * What the project refused waits again.
   * @param {Act} act
   */
  refused(act) {
    this.decided.delete(String(act.of ?? ""));
  }

  /** @param {number} by */
  go(by) {
    const { w } = this;
    this.at = Math.min(Math.max(this.at + by, 0), Math.max(this.items.length - 1, 0));
    this.show();
    const one = this.items[this.at];
    if (one) announce(w, `${one.code}: ${one.words}`);
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    listKey(this, event, (key) => {
      const item = this.items[this.at];
      return item && this.commandsOf(item).find(([one]) => one === (key === "delete" ? "t" : key))?.[2];
    });
  }

  onundo() {
    this.decided.clear();
  }
}

/**
 * @param {Item} one
 * @returns {one is WaitingCoding}
 */
function isCoding(one) {
  return "review" in one;
}
