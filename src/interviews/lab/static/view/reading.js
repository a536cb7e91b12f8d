// Reading: all passages of a code or of a question, one key to their place; and a basket of those that are wanted again.

import { keep, kept } from "../keeping.js";
import { askPassages, askQueries } from "../questions.js";
import { announce } from "../telling.js";
import { chip, element } from "./dom.js";
import { chooseCode } from "./palette.js";
import { openPassage, placeOf, wordsOf } from "./passage.js";

/** @typedef {import("../workspace.js").Workspace} Workspace */
/** @typedef {import("../questions.js").Found} Found */

const AROUND = 160;

export class ReadingView {
  /** @param {Workspace} w */
  constructor(w) {
    this.w = w;
    const { say } = w;
    /** @type {{code?: string, question?: string}} */
    this.wanted = {};
    /** Whether the next list that is shown takes the keys: a refresh may show it before the answer to the question. */
    this.asked = false;
    /** @type {Found[]} */
    this.found = [];
    this.basket = kept(w.study, "basket");
    this.question = element("input", { type: "search", "aria-label": say("reading.question"), placeholder: say("reading.question"), spellcheck: "false" });
    this.saved = element("select", { "aria-label": say("reading.saved"), onchange: () => this.askSaved() });
    this.told = element("p", { class: "told", role: "status" });
    this.list = element("ol", { class: "passages", role: "list", "aria-label": say("reading.passages") });
    this.kept = element("ol", { class: "kept", role: "list" });
    this.line = element("textarea", { readonly: true, id: "basket-line", rows: "4", spellcheck: "false" });
    this.leaving = element("div", { hidden: true }, element("label", { for: "basket-line" }, say("reading.line")), this.line);
    const ask = element(
      "form",
      { class: "asking" },
      element("button", { type: "button", onclick: () => void this.askCode() }, say("reading.code")),
      this.saved,
      this.question,
      element("button", { type: "submit" }, say("reading.ask")),
    );
    ask.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.ask({ question: this.question.value.trim() });
    });
    this.basketElement = element(
      "section",
      { class: "basket", "aria-label": say("reading.basket") },
      element("h2", {}, say("reading.basket")),
      this.kept,
      this.leaving,
    );
    this.element = element(
      "main",
      { id: "reading", class: "view reading-view", hidden: true, tabindex: "-1", "aria-label": say("view.reading"), "data-lm-suppress-shortcuts": "true" },
      ask,
      element("section", { class: "results", "aria-label": say("reading.passages") }, this.told, this.list),
      this.basketElement,
    );
    this.list.addEventListener("keydown", (event) => this.key(event));
  }

  async refresh() {
    const queries = await askQueries(this.w.api);
    const none = element("option", { value: "" }, this.w.say("reading.saved"));
    this.saved.replaceChildren(none, ...queries.map((one) => element("option", { value: one.name }, one.name)));
    this.saved.hidden = queries.length === 0;
    await Promise.all([this.load(), this.showBasket()]);
  }

  focus() {
    this.question.focus();
  }

  async askCode() {
    const code = await chooseCode(this.w.palette, this.w.codebook.codes);
    if (code) await this.ask({ code: code.path });
  }

  askSaved() {
    if (!this.saved.value) return;
    this.question.value = `@${this.saved.value}`;
    void this.ask({ question: this.question.value });
  }

  /** @param {{code?: string, question?: string}} wanted */
  async ask(wanted) {
    this.wanted = wanted;
    this.asked = true;
    try {
      await this.load();
    } catch (error) {
      this.told.textContent = error instanceof Error ? error.message : String(error);
      this.list.replaceChildren();
    }
  }

  async load() {
    const { code, question } = this.wanted;
    if (!code && !question) {
      this.told.textContent = this.w.say("reading.start");
      return;
    }
    const { total, passages } = await askPassages(this.w.api, this.wanted);
    const held = /** @type {HTMLElement | null} */ (document.activeElement)?.closest("li")?.dataset.passage;
    this.found = passages;
    this.told.textContent = this.w.say(total > passages.length ? "reading.some" : "reading.found", { asked: code || question || "", total, shown: passages.length });
    this.list.replaceChildren(...passages.map((one) => this.row(one)));
    if (this.asked) this.list.querySelector("li")?.focus();
    else if (held) /** @type {HTMLElement | null} */ (this.list.querySelector(`[data-passage="${CSS.escape(held)}"]`))?.focus();
    this.asked = false;
  }

  /** @param {Found} one */
  row(one) {
    const { w } = this;
    const inBasket = this.basket.includes(one.id);
    return element(
      "li",
      { tabindex: "0", "data-passage": one.id },
      element("p", { class: "place" }, chip(w.code(one.code), one.code), ` · ${placeOf(one, w.say)} · ${w.say("by", { coder: one.coder })}`),
      wordsOf(one, AROUND),
      one.memo ? element("p", { class: "memo", dir: "auto" }, one.memo) : null,
      element(
        "div",
        { class: "buttons" },
        element("button", { type: "button", class: "small", onclick: () => void openPassage(w, one) }, w.say("reading.open")),
        element("button", { type: "button", class: "small", "aria-pressed": inBasket ? "true" : "false", onclick: () => void this.toggle(one) }, w.say("reading.keep")),
      ),
    );
  }

  /** @param {Found} one */
  async toggle(one) {
    const there = this.basket.includes(one.id);
    this.basket = there ? this.basket.filter((id) => id !== one.id) : [...this.basket, one.id];
    keep(this.w.study, "basket", this.basket);
    for (const button of this.list.querySelectorAll(`[data-passage="${CSS.escape(one.id)}"] [aria-pressed]`)) button.setAttribute("aria-pressed", String(!there));
    announce(this.w, this.w.say(there ? "reading.taken_out" : "reading.put_in", { count: this.basket.length }));
    await this.showBasket();
  }

  /** The basket holds names of codings only; their words are asked for. */
  async showBasket() {
    const { say } = this.w;
    const { passages } = this.basket.length ? await askPassages(this.w.api, { ids: this.basket }) : { passages: [] };
    const rows = passages.map((one) =>
      element(
        "li",
        {},
        element("button", { type: "button", class: "name", onclick: () => void openPassage(this.w, one) }, placeOf(one, say)),
        element("p", { class: "words", dir: "auto", lang: one.language }, one.words),
        element("button", { type: "button", class: "small", "aria-label": say("reading.take_out"), onclick: () => void this.toggle(one) }, "×"),
      ),
    );
    const lost = this.basket.length - passages.length;
    if (lost > 0) rows.push(element("li", { class: "none" }, say("reading.lost", { count: lost })));
    this.kept.replaceChildren(...(rows.length ? rows : [element("li", { class: "none" }, say("reading.empty"))]));
    this.leaving.hidden = passages.length === 0;
    const ids = passages.map((one) => `"${one.id}"`).join(", ");
    this.line.value = `iv.export(project.codings.where(coding=[${ids}]), "quotes.xlsx", project=project)`;
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const item = /** @type {HTMLElement} */ (event.target);
    const one = this.found.find((passage) => passage.id === item.dataset.passage);
    if (!one || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "ArrowDown") /** @type {HTMLElement | null} */ (item.nextElementSibling)?.focus();
    else if (event.key === "ArrowUp") /** @type {HTMLElement | null} */ (item.previousElementSibling)?.focus();
    else if (event.key === "Enter") void openPassage(this.w, one);
    else if (event.key === " ") void this.toggle(one);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}
