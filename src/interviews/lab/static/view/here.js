// The codings at the cursor, as a list: what layers and bars show to the eye, for everybody.

import { chip, element } from "./dom.js";

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
    this.element = element("section", { class: "here", "aria-label": say("app.here") }, element("h2", {}, say("app.here")), this.list);
  }

  /**
   * @param {Placed[]} codings
   * @param {Suggestion[]} suggestions
   * @param {string | null} current
   */
  show(codings, suggestions, current) {
    const rows = [...codings.map((one) => this.coding(one, current)), ...suggestions.map((one) => this.suggestion(one))];
    this.list.replaceChildren(...(rows.length ? rows : [element("li", { class: "none" }, this.say("app.none_here"))]));
  }

  /**
   * @param {Placed} coding
   * @param {string | null} current
   */
  coding(coding, current) {
    const { say, acts } = this;
    const mine = coding.coder === acts.coder;
    return element(
      "li",
      { "data-coding": coding.id, "aria-current": coding.id === current ? "true" : null },
      element("button", { type: "button", class: "name", onclick: () => acts.onpick(coding.id) }, chip(acts.codeOf(coding.code), coding.code)),
      mine ? null : element("span", { class: "coder" }, say("by", { coder: coding.coder })),
      coding.weight === null ? null : element("span", { class: "weight" }, `= ${coding.weight}`),
      coding.memo ? element("p", { class: "memo", dir: "auto" }, coding.memo) : null,
      coding.review ? element("p", { class: "review" }, say("review.reason", { reason: coding.review })) : null,
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
 * @param {string} label
 * @param {() => void} onclick
 * @param {string} [name]
 */
function button(label, onclick, name) {
  return element("button", { type: "button", class: "small", "aria-label": name, title: name, onclick }, label);
}
