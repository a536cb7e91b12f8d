// Adjudication: where two coders differ, side by side; whose codings hold is decided by one key, with the reason.

import { newId } from "../acts.js";
import { choicesOf } from "../core/stretches.js";
import { keep, kept } from "../keeping.js";
import { askDisagreements } from "../questions.js";
import { announce, failureOf } from "../telling.js";
import { columnOf } from "./beside.js";
import { Choices } from "./choices.js";
import { decisionOf, rowOf, spokenOf } from "./dispute.js";
import { chip, element } from "./dom.js";
import { lineKey, listKey } from "./list_keys.js";
import { chooseCode } from "./palette.js";
import { openPassage, placeOf } from "./passage.js";

/** @typedef {import("../workspace.js").Workspace} Workspace */
/** @typedef {import("../questions.js").Disagreement} Disagreement */
/** @typedef {import("../questions.js").Judged} Judged */

export class AdjudicationView {
  /** @param {Workspace} w */
  constructor(w) {
    this.w = w;
    const { say } = w;
    /** @type {Disagreement[]} */
    this.all = [];
    /** @type {Disagreement[]} What the choices leave. */
    this.items = [];
    this.at = 0;
    /** Which words an own coding covers. */
    this.covered = "both";
    const [first = "", second = "", name = ""] = kept(w.study, "adjudication");
    this.names = { first, second, as: name };
    this.choices = new Choices(say, { onnames: (names) => void this.choose(names), onfilter: () => this.narrow() });
    this.bar = element("progress", { max: "1", value: "0" });
    this.told = element("p", { class: "told" });
    this.list = element("ol", { class: "waiting", role: "list" });
    this.card = element("article", { class: "card", "aria-label": say("view.adjudication") });
    this.reasons = element("datalist", { id: "reasons" });
    this.reason = element("input", { id: "reason", dir: "auto", list: "reasons", autocomplete: "off" });
    this.reason.addEventListener("keydown", (event) => lineKey(this, event));
    this.element = element(
      "main",
      { id: "adjudication", class: "view review-view", hidden: true, tabindex: "0", "aria-label": say("view.adjudication"), "data-lm-suppress-shortcuts": "true" },
      element("section", { class: "side", "aria-label": say("settle.list") }, this.choices.element, this.told, this.bar, this.list),
      this.card,
    );
    this.element.addEventListener("keydown", (event) => this.key(event));
  }

  /** @param {{first: string, second: string, as: string}} names */
  async choose(names) {
    const before = this.names;
    this.names = names;
    try {
      await this.refresh();
      keep(this.w.study, "adjudication", [names.first, names.second, names.as]);
    } catch (error) {
      this.names = before;
      announce(this.w, failureOf(error, this.w.say), true);
      this.choices.setNames(this.coders ?? [], before);
    }
  }

  async refresh() {
    const told = await askDisagreements(this.w.api, this.names).catch((error) => {
      if (this.coders) throw error;
      this.names = { first: "", second: "", as: "" }; // who was kept does not code here any more
      return askDisagreements(this.w.api, this.names);
    });
    this.coders = told.coders;
    this.names = { first: told.first, second: told.second, as: told.as };
    this.all = told.disagreements;
    this.choices.setNames(told.coders, this.names);
    this.choices.setItems(this.all);
    this.show();
  }

  narrow() {
    this.items = [];
    this.show();
  }

  focus() {
    this.element.focus();
  }

  show() {
    const { say } = this.w;
    const here = this.items[this.at]?.id;
    this.items = this.all.filter((one) => this.choices.fits(one) || one.id === here);
    this.at = Math.max(this.items.findIndex((one) => one.id === here), 0);
    const decided = this.all.filter((one) => one.decided).length;
    this.bar.max = Math.max(this.all.length, 1);
    this.bar.value = decided;
    this.told.textContent = say("settle.progress", { decided, all: this.all.length });
    this.bar.setAttribute("aria-label", this.told.textContent);
    const reasons = [...new Set(this.all.map((one) => one.decided?.reason).filter(Boolean))];
    this.reasons.replaceChildren(...reasons.map((reason) => element("option", { value: reason })));
    this.showItem();
  }

  showItem() {
    const { say } = this.w;
    const writing = document.activeElement === this.reason;
    const go = (/** @type {number} */ at) => (this.go(at - this.at), this.element.focus());
    this.list.replaceChildren(...this.items.map((one, at) => rowOf(this.w, one, at === this.at, () => go(at))));
    this.list.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
    const item = this.items[this.at];
    const none = (this.coders?.length ?? 0) < 2 ? "settle.alone" : "settle.none";
    this.card.replaceChildren(...(item ? this.tell(item) : [element("p", { class: "none" }, say(none))]));
    if (writing) this.reason.focus();
  }

  /** @param {Disagreement} one */
  tell(one) {
    const { w, names } = this;
    const { say } = w;
    const { decided } = one;
    const held = (/** @type {string} */ name) => decided?.decision === `as ${name}` || decided?.decision === "both";
    this.reason.value = this.reason.dataset.of === one.id ? this.reason.value : (decided?.reason ?? "");
    this.reason.dataset.of = one.id;
    return [
      element("h2", {}, placeOf(one, say)),
      element("p", { class: "review" }, say(`settle.differ.${one.difference}`)),
      element("div", { class: "buttons" }, ...this.commands().map(([key, name, act]) => element("button", { type: "button", onclick: () => act(one) }, `${name} `, element("kbd", {}, key.toUpperCase())))),
      element("p", { class: "why" }, element("label", { for: "reason" }, say("settle.reason"), " ", element("kbd", {}, "R")), this.reason, this.reasons),
      decided
        ? element(
            "p",
            { class: "decided" },
            say("settle.told", { decision: decisionOf(decided.decision, say), author: decided.author }),
            ...decided.outcome.flatMap((coding) => [" ", chip(w.code(coding.code), coding.code)]),
          )
        : "",
      element("div", { class: "beside" }, columnOf(w, one, names.first, one.first, held(names.first)), columnOf(w, one, names.second, one.second, held(names.second))),
    ];
  }

  /**
   * Keys, names and what they do.
   * @returns {[string, string, (one: Disagreement) => unknown][]}
   */
  commands() {
    const { w, names } = this;
    const { say } = w;
    const one = this.items[this.at];
    const choices = one ? [...choicesOf(one).keys()] : ["both"];
    if (!choices.includes(this.covered)) this.covered = choices[0];
    /** @type {[string, string, (one: Disagreement) => unknown][]} */
    const cover = [["w", say("settle.words", { words: say(`settle.words.${this.covered}`) }), () => this.cover(choices)]];
    return [
      ["1", names.first, (item) => this.decide(item, names.first, item.first)],
      ["2", names.second, (item) => this.decide(item, names.second, item.second)],
      ["b", say("settle.both"), (item) => this.decide(item, "both", [...item.first, ...item.second])],
      ["n", say("settle.neither"), (item) => this.decide(item, "neither", [])],
      ["c", say("settle.own"), (item) => void this.own(item)],
      ...(choices.length > 1 ? cover : []),
      ["o", say("review.open"), (item) => void openPassage(w, item)],
    ];
  }

  /** @param {string[]} choices */
  cover(choices) {
    const { say } = this.w;
    this.covered = choices[(choices.indexOf(this.covered) + 1) % choices.length];
    this.showItem();
    this.element.focus();
    announce(this.w, say("settle.words", { words: say(`settle.words.${this.covered}`) }));
  }

  /** @param {Disagreement} one */
  async own(one) {
    const code = await chooseCode(this.w.palette, this.w.codebook.codes);
    this.element.focus();
    const stretch = choicesOf(one).get(this.covered);
    if (code && stretch) this.decide(one, "own", [{ ...stretch, code: code.path, memo: "" }], { ...stretch, code: code.path });
  }

  /**
   * @param {Disagreement} one
   * @param {string} decision
   * @param {Judged[]} outcome
   * @param {Record<string, unknown>} [own]
   */
  decide(one, decision, outcome, own = {}) {
    const { w } = this;
    const reason = this.reason.dataset.of === one.id ? this.reason.value.trim() : "";
    const told = ["both", "neither", "own"].includes(decision) ? decision : `as ${decision}`;
    w.done({ op: "adjudicate", id: newId(), disagreement: one.id, decision, as: this.names.as, reason, ...own });
    one.decided = { decision: told, outcome, reason, author: w.study.coder };
    w.revision = -1; // the transcript that is open does not know of it
    const open = this.items.filter((other) => !other.decided);
    const next = open.find((other) => this.items.indexOf(other) > this.at) ?? open[0] ?? one;
    this.at = this.items.indexOf(next);
    this.show();
    this.element.focus();
    announce(w, [decisionOf(told, w.say), this.spoken()].join(" – "));
  }

  spoken() {
    const one = this.items[this.at];
    return one ? spokenOf(one, this.w.say) : this.w.say("settle.none");
  }

  /** @param {number} by */
  go(by) {
    this.at = Math.min(Math.max(this.at + by, 0), Math.max(this.items.length - 1, 0));
    this.showItem();
    announce(this.w, this.spoken());
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (event.target instanceof HTMLSelectElement || event.target instanceof HTMLInputElement) return;
    listKey(this, event, (key) => {
      const item = this.items[this.at];
      const command = key === "r" ? () => this.reason.focus() : this.commands().find(([one]) => one === key)?.[2];
      return item && command && (() => command(item));
    });
  }
}
