// The palette: a few letters find a code, Enter applies it. Its definition stands beside it while one decides.

import { rank } from "../core/fuzzy.js";
import { describe } from "./definition.js";
import { chip, element } from "./dom.js";

/** @typedef {import("../api.js").Code} Code */

const MOST = 9;

export class Palette {
  /**
   * @param {import("../core/words.js").Say} say
   * @param {(code: Code) => void} onchoose
   * @param {() => void} onclose
   */
  constructor(say, onchoose, onclose) {
    this.say = say;
    this.onchoose = onchoose;
    this.onclose = onclose;
    /** @type {Code[]} */
    this.codes = [];
    /** @type {string[]} */
    this.recent = [];
    /** @type {Code[]} */
    this.found = [];
    this.active = 0;
    this.input = element("input", {
      role: "combobox",
      "aria-label": say("palette.title"),
      "aria-expanded": "true",
      "aria-controls": "palette-list",
      "aria-autocomplete": "list",
      placeholder: say("palette.placeholder"),
      autocomplete: "off",
      spellcheck: "false",
      oninput: () => this.search(),
      onkeydown: (/** @type {KeyboardEvent} */ event) => this.key(event),
    });
    this.list = element("ul", { id: "palette-list", role: "listbox", "aria-label": say("palette.title") });
    this.beside = element("div", { class: "beside", "aria-live": "polite" });
    this.element = element(
      "dialog",
      { class: "palette", "aria-label": say("palette.title") },
      this.input,
      element("div", { class: "columns" }, this.list, this.beside),
    );
    this.element.addEventListener("close", () => this.onclose());
    this.element.addEventListener("click", (event) => {
      if (event.target === this.element) this.element.close();
    });
  }

  /**
   * @param {Code[]} codes
   * @param {string[]} recent
   * @param {string} letters
   */
  open(codes, recent, letters) {
    this.codes = codes;
    this.recent = recent;
    this.input.value = letters;
    if (!this.element.open) this.element.showModal();
    this.input.focus();
    this.search();
  }

  search() {
    this.found = rank(this.input.value, this.codes, this.recent).slice(0, MOST);
    this.active = 0;
    this.show();
  }

  show() {
    this.list.replaceChildren(
      ...this.found.map((code, at) =>
        element(
          "li",
          {
            id: `palette-${at}`,
            role: "option",
            "aria-selected": at === this.active ? "true" : "false",
            onclick: () => this.choose(at),
          },
          chip(code),
        ),
      ),
    );
    if (!this.found.length) this.list.append(element("li", { class: "none" }, this.say("palette.none")));
    const code = this.found[this.active];
    this.input.setAttribute("aria-activedescendant", code ? `palette-${this.active}` : "");
    this.beside.replaceChildren(...(code ? [describe(code, this.say)] : []));
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    event.stopPropagation();
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const by = event.key === "ArrowDown" ? 1 : -1;
      this.active = (this.active + by + this.found.length) % Math.max(this.found.length, 1);
      this.show();
    } else if (event.key === "Enter") {
      event.preventDefault();
      this.choose(this.active, event.shiftKey);
    }
  }

  /**
   * @param {number} at
   * @param {boolean} [more] Whether another code for the same passage follows.
   */
  choose(at, more = false) {
    const code = this.found[at];
    if (!code) return;
    if (!more) this.element.close();
    this.onchoose(code);
    if (more) this.open(this.codes, this.recent, "");
  }
}

/**
 * Choose a code for something else than coding; null where the palette was closed.
 * @param {Palette} palette
 * @param {Code[]} codes
 * @returns {Promise<Code | null>}
 */
export function chooseCode(palette, codes) {
  const { onchoose, onclose } = palette;
  const before = document.activeElement;
  return new Promise((answer) => {
    /** @type {Code | null} */
    let chosen = null;
    palette.onchoose = (code) => (chosen = code);
    palette.onclose = () => {
      Object.assign(palette, { onchoose, onclose });
      if (before instanceof HTMLElement) before.focus();
      answer(chosen);
    };
    palette.open(codes, [], "");
  });
}
