// The codebook beside the transcript: a tree to look codes up in, to click, or to drag onto the words.

import { plain } from "../core/fuzzy.js";
import { chip, element } from "./dom.js";

/** @typedef {import("../api.js").Code} Code */

export class CodebookView {
  /**
   * @param {import("../core/words.js").Say} say
   * @param {{onapply: (code: Code) => void, onshow: (code: Code) => void}} acts
   */
  constructor(say, acts) {
    this.say = say;
    this.acts = acts;
    /** @type {Code[]} */
    this.codes = [];
    this.filter = element("input", {
      type: "search",
      "aria-label": say("app.filter"),
      placeholder: say("app.filter"),
      oninput: () => this.show(),
    });
    this.list = element("ul", { role: "list" });
    this.element = element(
      "nav",
      { class: "codebook", "aria-label": say("app.codebook") },
      element("h2", {}, say("app.codebook")),
      this.filter,
      this.list,
    );
  }

  /** @param {Code[]} codes */
  setCodes(codes) {
    this.codes = codes;
    this.show();
  }

  show() {
    const wanted = plain(this.filter.value);
    const shown = this.codes.filter((code) => !code.retired && plain(code.path).includes(wanted));
    this.list.replaceChildren(...shown.map((code) => this.row(code)));
  }

  /** @param {Code} code */
  row(code) {
    const depth = code.path.split("/").length - 1;
    const button = element(
      "button",
      {
        type: "button",
        draggable: "true",
        title: code.definition,
        onclick: () => this.acts.onapply(code),
        onfocus: () => this.acts.onshow(code),
        onmouseenter: () => this.acts.onshow(code),
        ondragstart: (/** @type {DragEvent} */ event) => event.dataTransfer?.setData("text/x-interviews-code", code.path),
      },
      chip(code, code.name),
      element("span", { class: "count" }, code.count ? String(code.count) : ""),
    );
    const item = element("li", {}, button);
    item.style.setProperty("--depth", String(depth));
    return item;
  }
}
