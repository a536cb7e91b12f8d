// Reading: all passages of a code or of a question, or the evidence of a finding; and the basket of those that are wanted again.

import { askFinding, askFindings, askPassages, askQueries } from "../questions.js";
import { failureOf } from "../telling.js";
import { ClaimList, toldAs } from "./claims.js";
import { element } from "./dom.js";
import { chooseCode } from "./palette.js";
import { openPassage, placeOf } from "./passage.js";
import { PassageList } from "./passages.js";

/** @typedef {import("../workspace.js").Workspace} Workspace */
/** @typedef {import("../questions.js").Claim} Claim */
/** @typedef {{code?: string, question?: string, findings?: boolean, finding?: {case: string, theme: string}}} Wanted */

export class ReadingView {
  /** @param {Workspace} w */
  constructor(w) {
    this.w = w;
    const { say } = w;
    /** @type {Wanted} */
    this.wanted = {};
    /** Whether the next list that is shown takes the keys: a refresh may show it before the answer to the question. */
    this.asked = false;
    this.question = element("input", { type: "search", "aria-label": say("reading.question"), placeholder: say("reading.question"), spellcheck: "false" });
    this.saved = element("select", { "aria-label": say("reading.saved"), onchange: () => this.askSaved() });
    this.told = element("p", { class: "told", role: "status" });
    this.ways = element(
      "div",
      { class: "buttons", hidden: true },
      element("button", { type: "button", class: "small", onclick: () => this.back() }, `${say("finding.all")} `, element("kbd", {}, "Esc")),
      element("button", { type: "button", class: "small", onclick: () => this.showCell() }, say("finding.cell")),
    );
    this.claims = new ClaimList(w, (claim) => void this.ask({ finding: claim }));
    this.list = new PassageList(w, say("reading.passages"), () => this.back());
    this.kept = element("ol", { class: "kept", role: "list" });
    this.line = element("textarea", { readonly: true, id: "basket-line", rows: "4", spellcheck: "false" });
    this.leaving = element("div", { hidden: true }, element("label", { for: "basket-line" }, say("reading.line")), this.line);
    const ask = element(
      "form",
      { class: "asking" },
      element("button", { type: "button", onclick: () => void this.askCode() }, say("reading.code")),
      element("button", { type: "button", hidden: w.study.blind, onclick: () => void this.ask({ findings: true }) }, say("reading.findings")),
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
      element("section", { class: "results", "aria-label": say("reading.passages") }, this.told, this.ways, this.claims.element, this.list.element),
      this.basketElement,
    );
    w.basket.onchange.push(() => this.element.hidden || void this.showBasket());
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

  /** From the evidence of a finding to all findings, where it stands. */
  back() {
    if (!this.wanted.finding) return;
    const { finding } = this.wanted;
    void this.ask({ findings: true }).then(() => this.claims.focus(finding));
  }

  /** The cell of the matrix that a finding is about. */
  showCell() {
    if (this.wanted.finding) void this.w.views.showCell(this.wanted.finding);
  }

  /** @param {Wanted} wanted */
  async ask(wanted) {
    this.wanted = wanted;
    this.asked = true;
    try {
      await this.load();
    } catch (error) {
      this.tell(failureOf(error, this.w.say));
    }
  }

  async load() {
    const { wanted } = this;
    if (wanted.findings) await this.loadFindings(wanted);
    else if (wanted.finding) await this.loadFinding(wanted, wanted.finding);
    else if (wanted.code || wanted.question) await this.loadPassages(wanted);
    else this.tell(this.w.say("reading.start"));
  }

  /** @param {Wanted} wanted */
  async loadFindings(wanted) {
    const { say } = this.w;
    const { least, findings } = await askFindings(this.w.api);
    if (wanted !== this.wanted) return;
    this.tell(findings.length ? say("finding.found", { total: findings.length }) : say("finding.none", { least }), { claims: findings });
    this.take(this.claims);
  }

  /**
   * @param {Wanted} wanted
   * @param {{case: string, theme: string}} cell
   */
  async loadFinding(wanted, cell) {
    const told = await askFinding(this.w.api, cell);
    if (wanted !== this.wanted) return;
    if (!told) return this.ask({ findings: true }); // its codings were taken back meanwhile
    const { finding, passages } = told;
    this.tell(`${finding.case} × ${finding.label} · ${toldAs(finding, this.w.say)}: ${finding.claim}`, { passages });
    this.take(this.list);
  }

  /** @param {Wanted} wanted */
  async loadPassages(wanted) {
    const { code, question } = wanted;
    const { total, passages } = await askPassages(this.w.api, { code, question });
    if (wanted !== this.wanted) return;
    const words = { asked: code || question || "", total, shown: passages.length };
    this.tell(this.w.say(total > passages.length ? "reading.some" : "reading.found", words), { passages });
    this.take(this.list);
  }

  /**
   * Show a sentence, and below it claims, or passages.
   * @param {string} sentence
   * @param {{claims?: Claim[], passages?: (import("../questions.js").Found | import("../questions.js").Evidence)[]}} [below]
   */
  tell(sentence, { claims = [], passages = [] } = {}) {
    if (this.told.textContent !== sentence) this.told.textContent = sentence;
    this.ways.hidden = !this.wanted.finding;
    this.claims.show(claims);
    this.list.show(passages);
  }

  /**
   * The list that was asked for takes the keys, once.
   * @param {{focus(): void}} list
   */
  take(list) {
    if (this.asked) list.focus();
    this.asked = false;
  }

  /** The basket holds names of codings only; their words are asked for. */
  async showBasket() {
    const { say, basket } = this.w;
    const { passages } = basket.ids.length ? await askPassages(this.w.api, { ids: basket.ids }) : { passages: [] };
    const rows = passages.map((one) =>
      element(
        "li",
        {},
        element("button", { type: "button", class: "name", onclick: () => void openPassage(this.w, one) }, placeOf(one, say)),
        element("p", { class: "words", dir: "auto", lang: one.language }, one.words),
        element("button", { type: "button", class: "small", "aria-label": say("reading.take_out"), onclick: () => basket.toggle(one.id) }, "×"),
      ),
    );
    const lost = basket.ids.length - passages.length;
    if (lost > 0) rows.push(element("li", { class: "none" }, say("reading.lost", { count: lost })));
    const held = [...this.kept.querySelectorAll("button")].indexOf(/** @type {HTMLButtonElement} */ (document.activeElement));
    this.kept.replaceChildren(...(rows.length ? rows : [element("li", { class: "none" }, say("reading.empty"))]));
    if (held >= 0) ([...this.kept.querySelectorAll("button")].at(Math.min(held, 2 * passages.length - 1)) ?? this.question).focus();
    this.leaving.hidden = passages.length === 0;
    const ids = passages.map((one) => `"${one.id}"`).join(", ");
    this.line.value = `iv.export(project.codings.where(coding=[${ids}]), "quotes.xlsx", project=project)`;
  }
}
