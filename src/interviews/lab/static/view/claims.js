// Findings as the report prints them: a claim each, those that somebody wrote and the drafts.

import { element } from "./dom.js";

/** @typedef {import("../workspace.js").Workspace} Workspace */
/** @typedef {import("../questions.js").Claim} Claim */

export class ClaimList {
  /**
   * @param {Workspace} w
   * @param {(claim: Claim) => void} onopen
   */
  constructor(w, onopen) {
    this.w = w;
    this.onopen = onopen;
    /** @type {Claim[]} */
    this.claims = [];
    this.element = element("ol", { class: "passages", role: "list", "aria-label": w.say("reading.findings") });
    this.element.addEventListener("keydown", (event) => this.key(event));
  }

  /** @param {Claim[]} claims */
  show(claims) {
    const held = [...this.element.children].indexOf(/** @type {Element} */ (document.activeElement));
    const before = this.claims[held];
    this.claims = claims;
    this.element.replaceChildren(...claims.map((one) => this.row(one)));
    if (before) this.focus(before);
  }

  /**
   * To the claim of a cell, or to the first one.
   * @param {{case: string, theme: string}} [cell]
   */
  focus(cell) {
    const at = this.claims.findIndex((one) => one.case === cell?.case && one.theme === cell.theme);
    /** @type {HTMLElement | undefined} */ (this.element.children[Math.max(at, 0)])?.focus();
  }

  /** @param {Claim} one */
  row(one) {
    const { say } = this.w;
    return element(
      "li",
      { tabindex: "0", "data-claim": `${one.case} × ${one.theme}` },
      element("p", { class: "place" }, `${one.case} × ${one.label} · ${toldAs(one, say)}`),
      element("p", { class: "claim", dir: "auto" }, one.claim),
      element("div", { class: "buttons" }, element("button", { type: "button", class: "small", onclick: () => this.onopen(one) }, say("matrix.evidence"))),
    );
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const item = /** @type {HTMLElement} */ (event.target);
    const one = this.claims[[...this.element.children].indexOf(item)];
    if (!one || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "ArrowDown") /** @type {HTMLElement | null} */ (item.nextElementSibling)?.focus();
    else if (event.key === "ArrowUp") /** @type {HTMLElement | null} */ (item.previousElementSibling)?.focus();
    else if (event.key === "Enter") this.onopen(one);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}

/**
 * Whose claim it is: a draft is nobody's.
 * @param {Claim} one
 * @param {import("../core/words.js").Say} say
 */
export function toldAs(one, say) {
  return one.draft ? say("finding.draft") : say("by", { coder: one.author });
}
