// A list of passages: by one key or click each comes into its place in the transcript, or into the basket.

import { chip, element } from "./dom.js";
import { openPassage, placeOf, wordsOf } from "./passage.js";

/** @typedef {import("../workspace.js").Workspace} Workspace */
/** @typedef {import("../questions.js").Found} Found */
/** @typedef {import("../questions.js").Evidence} Evidence */

const AROUND = 160;

export class PassageList {
  /**
   * @param {Workspace} w
   * @param {string} name
   * @param {() => void} onescape
   */
  constructor(w, name, onescape) {
    this.w = w;
    this.onescape = onescape;
    /** @type {(Found | Evidence)[]} */
    this.passages = [];
    this.element = element("ol", { class: "passages", role: "list", "aria-label": name });
    this.element.addEventListener("keydown", (event) => this.key(event));
    w.basket.onchange.push((id) => this.mark(id));
  }

  /**
   * Show these passages; the one that holds the keys keeps them.
   * @param {(Found | Evidence)[]} passages
   */
  show(passages) {
    const held = /** @type {HTMLElement | null} */ (this.element.contains(document.activeElement) ? document.activeElement : null)?.closest("li")?.dataset.passage;
    this.passages = passages;
    this.element.replaceChildren(...passages.map((one) => this.row(one)));
    if (held) this.rowOf(held)?.focus();
  }

  /** @param {string} sentence Why there are none. */
  tell(sentence) {
    this.passages = [];
    this.element.replaceChildren(element("li", { class: "none" }, sentence));
  }

  focus() {
    /** @type {HTMLElement | null} */ (this.element.querySelector("[data-passage]"))?.focus();
  }

  /** @param {string} id */
  rowOf(id) {
    return /** @type {HTMLElement | null} */ (this.element.querySelector(`[data-passage="${CSS.escape(id)}"]`));
  }

  /** @param {Found | Evidence} one */
  row(one) {
    const { w } = this;
    const { say } = w;
    const [codes, coders] = "codes" in one ? [one.codes, one.coders] : [[one.code], [one.coder]];
    const citation = "citation" in one ? one.citation : undefined;
    const memo = "memo" in one ? one.memo : "";
    return element(
      "li",
      { tabindex: "0", "data-passage": one.id },
      citation ? element("p", { class: "supports" }, say("finding.supports", { citation })) : null,
      element("p", { class: "place" }, ...codes.flatMap((code) => [chip(w.code(code), code), " "]), `· ${placeOf(one, say)} · ${say("by", { coder: coders.join(", ") })}`),
      wordsOf(one, AROUND),
      memo ? element("p", { class: "memo", dir: "auto" }, memo) : null,
      element(
        "div",
        { class: "buttons" },
        element("button", { type: "button", class: "small", onclick: () => void openPassage(w, one) }, say("reading.open")),
        element("button", { type: "button", class: "small", "aria-pressed": String(w.basket.ids.includes(one.id)), onclick: () => w.basket.toggle(one.id) }, say("reading.keep")),
      ),
    );
  }

  /**
   * Whether a passage is in the basket.
   * @param {string} id
   */
  mark(id) {
    this.rowOf(id)?.querySelector("[aria-pressed]")?.setAttribute("aria-pressed", String(this.w.basket.ids.includes(id)));
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const item = /** @type {HTMLElement} */ (event.target);
    const one = this.passages.find((passage) => passage.id === item.dataset.passage);
    if (!one || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "ArrowDown") /** @type {HTMLElement | null} */ (item.nextElementSibling)?.focus();
    else if (event.key === "ArrowUp") /** @type {HTMLElement | null} */ (item.previousElementSibling)?.focus();
    else if (event.key === "Enter") void openPassage(this.w, one);
    else if (event.key === " ") this.w.basket.toggle(one.id);
    else if (event.key === "Escape") this.onescape();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}
