// The codes of the digits 1 to 9, shown with their digits: those kept there first, then those used last.

import { chip, element } from "./dom.js";

/** @typedef {{onapply: (path: string) => void, onpin: (path: string) => void, codeOf: (path: string) => {path: string, colour: string}}} Acts */

export class QuickView {
  /**
   * @param {import("../core/words.js").Say} say
   * @param {Acts} acts
   */
  constructor(say, acts) {
    this.say = say;
    this.acts = acts;
    this.list = element("ol", { role: "list" });
    this.element = element("section", { class: "quick", "aria-label": say("app.quick") }, element("h2", {}, say("app.quick")), this.list);
  }

  /**
   * @param {string[]} paths
   * @param {string[]} pinned
   */
  show(paths, pinned) {
    this.element.hidden = !paths.length;
    this.list.replaceChildren(...paths.map((path, at) => this.row(path, at + 1, pinned.includes(path))));
  }

  /**
   * @param {string} path
   * @param {number} digit
   * @param {boolean} kept
   */
  row(path, digit, kept) {
    const label = this.say("pin", { code: path });
    return element(
      "li",
      {},
      element("kbd", {}, String(digit)),
      element("button", { type: "button", class: "name", title: path, onclick: () => this.acts.onapply(path) }, chip(this.acts.codeOf(path), path.split("/").pop())),
      element(
        "button",
        { type: "button", class: "small", "aria-pressed": kept ? "true" : "false", "aria-label": label, title: label, onclick: () => this.acts.onpin(path) },
        kept ? "★" : "☆",
      ),
    );
  }
}
