// The codings at the cursor, as a list: what layers and bars show to the eye, for everybody.

import { arrange, chip, element, seenColour } from "./dom.js";

/** @typedef {import("./turns.js").Placed} Placed */
/** @typedef {import("../api.js").Suggestion} Suggestion */
/** @typedef {{coder: string, onpick: (id: string) => void, onretract: (id: string) => void, onmemo: (id: string) => void, onkeep: (id: string) => void, onaccept: (one: Suggestion) => void, onreject: (one: Suggestion) => void, codeOf: (path: string) => {path: string, colour: string}}} Acts */

export class HereView {
  /**
   * @param {import("../core/words.js").Say} say
   * @param {Acts} acts
   */
  constructor(say, acts) {
    this.say = say;
    this.acts = acts;
    this.list = element("ul", { role: "list" });
    /** @type {Map<string, HTMLElement>} The rows that are shown, by all that stands in them. */
    this.rows = new Map();
    this.none = element("li", { class: "none" }, say("app.none_here"));
    this.element = element("section", { class: "here", "aria-label": say("app.here") }, element("h2", {}, say("app.here")), this.list);
  }

  /**
   * @param {Placed[]} codings
   * @param {Suggestion[]} suggestions
   * @param {string | null} current
   */
  show(codings, suggestions, current) {
    const known = this.rows;
    this.rows = new Map();
    for (const one of codings) {
      const { path, colour } = this.acts.codeOf(one.code);
      const told = JSON.stringify([one.id, one.coder, path, seenColour(colour), one.weight, one.memo, one.review]);
      const row = known.get(told) ?? this.coding(one);
      markCurrent(row, one.id === current);
      this.rows.set(told, row);
    }
    const rows = [...this.rows.values(), ...suggestions.map((one) => this.suggestion(one))];
    arrange(this.list, rows.length ? rows : [this.none]);
  }

  /** @param {Placed} coding */
  coding(coding) {
    const { say, acts } = this;
    const mine = coding.coder === acts.coder;
    return element(
      "li",
      { "data-coding": coding.id },
      element("button", { type: "button", class: "name", onclick: () => acts.onpick(coding.id) }, chip(acts.codeOf(coding.code), coding.code)),
      mine ? null : element("span", { class: "coder" }, say("by", { coder: coding.coder })),
      coding.weight === null ? null : element("span", { class: "weight" }, `= ${coding.weight}`),
      coding.memo ? element("p", { class: "memo", dir: "auto" }, coding.memo) : null,
      coding.review ? element("p", { class: "review" }, say("review.reason", { reason: say.told(coding.review) })) : null,
      mine && coding.review ? button(say("review.keep"), () => acts.onkeep(coding.id)) : null,
      mine ? button("+", () => acts.onmemo(coding.id), say("keys.memo")) : null,
      mine ? button("×", () => acts.onretract(coding.id), say("keys.retract")) : null,
    );
  }

  /** @param {Suggestion} one */
  suggestion(one) {
    const { say, acts } = this;
    return element(
      "li",
      { class: "suggestion" },
      element("p", {}, say("suggestion", { code: one.code, source: one.source })),
      button(say("suggestion.accept"), () => acts.onaccept(one)),
      button(say("suggestion.reject"), () => acts.onreject(one)),
    );
  }
}

/**
 * @param {HTMLElement} row
 * @param {boolean} current
 */
function markCurrent(row, current) {
  if (row.hasAttribute("aria-current") === current) return;
  if (current) row.setAttribute("aria-current", "true");
  else row.removeAttribute("aria-current");
}

/**
 * @param {string} label
 * @param {() => void} onclick
 * @param {string} [name]
 */
function button(label, onclick, name) {
  return element("button", { type: "button", class: "small", "aria-label": name, title: name, onclick }, label);
}
