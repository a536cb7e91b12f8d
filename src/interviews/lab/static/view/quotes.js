// Quotes for print: what checks say of each, and by one key whether it is released or held back, with the reason.

import { newId } from "../acts.js";
import { askQuotes } from "../questions.js";
import { announce } from "../telling.js";
import { checksOf } from "./checks.js";
import { chip, element } from "./dom.js";
import { lineKey, listKey } from "./list_keys.js";
import { chooseCode } from "./palette.js";
import { openPassage, placeOf, wordsOf } from "./passage.js";

/** @typedef {import("../workspace.js").Workspace} Workspace */
/** @typedef {import("../questions.js").PrintQuote} PrintQuote */

export class QuotesView {
  /** @param {Workspace} w */
  constructor(w) {
    this.w = w;
    const { say } = w;
    /** @type {{code?: string, ids?: string[]}} */
    this.wanted = {};
    /** Which of what was wanted is shown. */
    this.shown = this.wanted;
    this.total = 0;
    /** Whether anything was told yet. */
    this.loaded = false;
    /** @type {PrintQuote[]} */
    this.all = [];
    /** @type {PrintQuote[]} Those in the state that is chosen. */
    this.items = [];
    this.at = 0;
    const states = ["all", "open", "released", "held"].map((state) => element("option", { value: state }, say(`quotes.${state}`)));
    this.state = element("select", { "aria-label": say("quotes.state"), onchange: () => this.narrow() }, ...states);
    this.told = element("p", { class: "told", role: "status" });
    this.list = element("ol", { class: "waiting", role: "list" });
    this.card = element("article", { class: "card", "aria-label": say("view.quotes") });
    this.reason = element("input", { id: "release-reason", dir: "auto", autocomplete: "off" });
    this.reason.addEventListener("keydown", (event) => lineKey(this, event));
    const choices = element(
      "div",
      { class: "choices" },
      element("button", { type: "button", onclick: () => void this.askCode() }, say("reading.code")),
      element("button", { type: "button", onclick: () => void this.ask({ ids: w.basket.ids }) }, say("reading.basket")),
      element("button", { type: "button", onclick: () => void this.ask({}) }, say("quotes.everything")),
      this.state,
    );
    this.element = element(
      "main",
      { id: "quotes", class: "view review-view", hidden: true, tabindex: "0", "aria-label": say("view.quotes"), "data-lm-suppress-shortcuts": "true" },
      element("section", { class: "side", "aria-label": say("quotes.list") }, choices, this.told, this.list),
      this.card,
    );
    this.element.addEventListener("keydown", (event) => this.key(event));
    this.showItem();
  }

  async askCode() {
    const code = await chooseCode(this.w.palette, this.w.codebook.codes);
    if (code) await this.ask({ code: code.path });
  }

  /** @param {{code?: string, ids?: string[]}} wanted */
  async ask(wanted) {
    this.wanted = wanted;
    await this.w.views.refresh();
    this.element.focus();
  }

  async refresh() {
    const { wanted } = this;
    const none = { total: 0, quotes: [] }; // of an empty basket, which asks for nothing
    const { total, quotes } = wanted.ids && !wanted.ids.length ? none : await askQuotes(this.w.api, wanted);
    if (wanted !== this.wanted) return;
    if (wanted !== this.shown) this.items = [];
    this.shown = wanted;
    this.loaded = true;
    this.total = total;
    this.all = quotes;
    this.show();
  }

  focus() {
    this.element.focus();
  }

  narrow() {
    this.items = [];
    this.show();
  }

  show() {
    const here = this.items[this.at]?.id;
    const { value } = this.state;
    this.items = this.all.filter((one) => one.id === here || value === "all" || stateOf(one) === value);
    this.at = Math.max(this.items.findIndex((one) => one.id === here), 0);
    const released = this.all.filter((one) => stateOf(one) === "released").length;
    const held = this.all.filter((one) => stateOf(one) === "held").length;
    this.told.textContent = this.w.say("quotes.progress", { total: this.total, shown: this.all.length, released, held });
    this.showItem();
  }

  showItem() {
    const writing = document.activeElement === this.reason;
    this.list.replaceChildren(...this.items.map((one, at) => this.row(one, at)));
    this.list.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
    const one = this.items[this.at];
    this.card.replaceChildren(...(one ? this.tell(one) : [element("p", { class: "none" }, this.w.say(this.loaded ? "quotes.none" : "app.loading"))]));
    if (writing) this.reason.focus();
  }

  /**
   * @param {PrintQuote} one
   * @param {number} at
   */
  row(one, at) {
    const state = stateOf(one);
    const mark = { open: "", released: "✓ ", held: "✕ " }[state];
    const button = element(
      "button",
      { type: "button", "aria-current": at === this.at ? "true" : null, class: state === "open" ? null : "done", onclick: () => (this.go(at - this.at), this.element.focus()) },
      element("span", { dir: "auto" }, one.text.length > 80 ? `${one.text.slice(0, 79)}…` : one.text),
      element("span", { class: "count" }, `${mark}${this.w.say(`quotes.${state}`)} · ${placeOf(one, this.w.say)}`),
    );
    return element("li", {}, button);
  }

  /** @param {PrintQuote} one */
  tell(one) {
    const { w } = this;
    const { say } = w;
    this.reason.value = this.reason.dataset.of === one.id ? this.reason.value : (one.decided?.reason ?? "");
    this.reason.dataset.of = one.id;
    const buttons = COMMANDS.map(([key, name, act]) => element("button", { type: "button", onclick: () => act(this, one) }, `${say(name)} `, element("kbd", {}, key.toUpperCase())));
    return [
      element("h2", {}, placeOf(one, say)),
      element("blockquote", { class: "words", dir: "auto", lang: one.language }, one.text),
      element("p", {}, ...one.codes.flatMap((code) => [chip(w.code(code), code), " "]), element("span", { class: "count" }, one.id)),
      checksOf(one, say),
      element("p", { class: "why" }, element("label", { for: "release-reason" }, say("settle.reason"), " ", element("kbd", {}, "R")), this.reason),
      element("div", { class: "buttons" }, ...buttons),
      one.decided ? element("p", { class: "decided" }, say("settle.told", { author: one.decided.author, decision: say(`quotes.${stateOf(one)}`) })) : "",
      element("section", {}, element("h3", {}, say("quotes.context")), wordsOf(one)),
    ];
  }

  /**
   * @param {PrintQuote} one
   * @param {boolean} released
   */
  decide(one, released) {
    const { w } = this;
    if (released && (!one.allowed || one.named?.length)) return announce(w, w.say("quotes.cannot"), true);
    const reason = this.reason.dataset.of === one.id ? this.reason.value.trim() : "";
    w.done({ op: released ? "release" : "hold", id: newId(), citation: one.id, reason });
    one.decided = { released, reason, author: w.study.coder };
    const open = this.items.filter((other) => !other.decided);
    this.at = this.items.indexOf(open.find((other) => this.items.indexOf(other) > this.at) ?? open[0] ?? one);
    this.show();
    this.element.focus();
    announce(w, [w.say(`quotes.${released ? "released" : "held"}`), this.items[this.at].text].join(" – "));
  }

  /** @param {number} by */
  go(by) {
    this.at = Math.min(Math.max(this.at + by, 0), Math.max(this.items.length - 1, 0));
    this.showItem();
    const one = this.items[this.at];
    if (one) announce(this.w, `${this.w.say(`quotes.${stateOf(one)}`)}: ${one.text}`);
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (event.target instanceof HTMLSelectElement) return;
    listKey(this, event, (key) => {
      const one = this.items[this.at];
      if (key === "c") return () => this.askCode();
      const command = key === "r" ? () => this.reason.focus() : COMMANDS.find(([known]) => known === key)?.[2];
      return one && command && (() => command(this, one));
    });
  }
}

/** @type {[string, string, (view: QuotesView, one: PrintQuote) => unknown][]} */
const COMMANDS = [
  ["f", "quotes.release", (view, one) => view.decide(one, true)],
  ["h", "quotes.hold", (view, one) => view.decide(one, false)],
  ["o", "review.open", (view, one) => void openPassage(view.w, one)],
];

/** @param {PrintQuote} one */
function stateOf(one) {
  return one.decided ? (one.decided.released ? "released" : "held") : "open";
}
