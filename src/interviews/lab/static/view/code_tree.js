// The codes as a tree: found by letters, walked by arrows, moved by dragging or with Alt and an arrow.

import { isWithin, placeAt, placeTowards } from "../core/places.js";
import { plain } from "../core/fuzzy.js";
import { chip, element } from "./dom.js";

/** @typedef {import("../api.js").Code} Code */
/** @typedef {import("../core/places.js").Place} Place */
/** @typedef {{onchoose: (path: string) => void, onplace: (path: string, place: Place) => void, oncommand: (name: string) => void, isDraft: (path: string) => boolean}} Acts */

const KIND = "text/x-interviews-code";
/** @type {Record<string, "up" | "down" | "out" | "in">} */
const WAYS = { ArrowUp: "up", ArrowDown: "down", ArrowLeft: "out", ArrowRight: "in" };
/** @type {Record<string, string>} */
const COMMANDS = { Insert: "add", F2: "rename", Delete: "retire", Enter: "edit" };

export class CodeTree {
  /**
   * @param {import("../core/words.js").Say} say
   * @param {Acts} acts
   * @param {boolean} blind
   */
  constructor(say, acts, blind) {
    this.say = say;
    this.acts = acts;
    this.blind = blind;
    /** @type {Code[]} */
    this.codes = [];
    this.chosen = "";
    this.dragged = "";
    /** Whether something came in while a code was dragged: rows that change under the pointer would end the drag. */
    this.late = false;
    /** The codes as they were told last. */
    this.told = "";
    this.filter = element("input", { type: "search", "aria-label": say("app.filter"), placeholder: say("app.filter"), oninput: () => this.show() });
    this.list = element("ul", {
      role: "tree",
      "aria-label": say("app.codebook"),
      onkeydown: (/** @type {KeyboardEvent} */ event) => this.key(event),
    });
    const legend = say(blind ? "codes.legend_own" : "codes.legend");
    this.element = element("div", { class: "tree" }, this.filter, element("p", { class: "count legend" }, legend), this.list);
  }

  /**
   * @param {Code[]} codes
   * @param {string} chosen
   */
  setCodes(codes, chosen) {
    const told = JSON.stringify(codes);
    if (told === this.told && chosen === this.chosen) return; // rows that are replaced under the mouse cannot be dragged
    this.told = told;
    this.codes = codes;
    this.chosen = codes.some((code) => code.path === chosen) ? chosen : (codes[0]?.path ?? "");
    this.show();
  }

  show() {
    this.late = this.dragged !== "";
    if (this.late) return;
    const held = this.list.contains(document.activeElement);
    const wanted = plain(this.filter.value);
    const shown = this.codes.filter((code) => plain(code.path).includes(wanted));
    this.list.replaceChildren(...shown.map((code) => this.row(code)));
    if (shown.length && !shown.some((code) => code.path === this.chosen)) this.list.firstElementChild?.setAttribute("tabindex", "0");
    if (held) this.focus();
  }

  focus() {
    /** @type {HTMLElement | null} */ (this.list.querySelector("[tabindex='0']"))?.focus();
  }

  /** @param {Code} code */
  row(code) {
    const { say } = this;
    const chosen = code.path === this.chosen;
    const counts = this.blind ? String(code.count) : `${code.count} / ${code.everybody}`;
    const item = element(
      "li",
      {
        role: "treeitem",
        class: code.retired ? "retired" : null,
        "data-path": code.path,
        "aria-level": code.path.split("/").length,
        "aria-selected": chosen ? "true" : "false",
        tabindex: chosen ? "0" : "-1",
        draggable: "true",
        onclick: () => this.choose(code.path),
        ondragstart: (/** @type {DragEvent} */ event) => this.drag(event, code.path),
        ondragend: () => this.dragEnds(),
        ondragover: (/** @type {DragEvent} */ event) => this.over(event, item, code.path),
        ondragleave: () => item.removeAttribute("data-drop"),
        ondrop: (/** @type {DragEvent} */ event) => this.drop(event, item, code.path),
      },
      chip(code, code.name),
      element("span", { class: "count" }, this.acts.isDraft(code.path) ? `${say("codes.draft")} · ` : "", code.retired ? `${say("codes.retired")} · ` : "", counts),
    );
    item.style.setProperty("--depth", String(code.path.split("/").length - 1));
    return item;
  }

  /** @param {string} path */
  choose(path) {
    this.chosen = path;
    for (const item of this.list.children) {
      const here = /** @type {HTMLElement} */ (item).dataset.path === path;
      item.setAttribute("aria-selected", String(here));
      item.setAttribute("tabindex", here ? "0" : "-1");
    }
    this.focus();
    this.acts.onchoose(path);
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (event.ctrlKey || event.metaKey) return;
    const items = /** @type {HTMLElement[]} */ ([...this.list.children]);
    const at = items.findIndex((item) => item === document.activeElement);
    const path = items[at]?.dataset.path ?? "";
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
    if (event.altKey) {
      if (!WAYS[event.key]) return;
      const place = placeTowards(this.codes, path, WAYS[event.key]);
      if (place) this.acts.onplace(path, place);
    } else if (next !== undefined) {
      const to = items[Math.min(Math.max(next, 0), items.length - 1)]?.dataset.path;
      if (to) this.choose(to);
    } else if (COMMANDS[event.key]) {
      if (path !== this.chosen) this.choose(path);
      this.acts.oncommand(COMMANDS[event.key]);
    } else if (event.key === "/") {
      this.filter.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /**
   * @param {DragEvent} event
   * @param {string} path
   */
  drag(event, path) {
    this.dragged = path;
    event.dataTransfer?.setData(KIND, path);
  }

  /**
   * @param {DragEvent} event
   * @param {HTMLElement} item
   * @param {string} path
   */
  over(event, item, path) {
    if (!this.dragged || isWithin(path, this.dragged)) return;
    event.preventDefault();
    item.dataset.drop = partOf(event, item);
  }

  /**
   * @param {DragEvent} event
   * @param {HTMLElement} item
   * @param {string} path
   */
  drop(event, item, path) {
    event.preventDefault();
    item.removeAttribute("data-drop");
    const place = placeAt(this.codes, this.dragged, path, partOf(event, item));
    const { dragged } = this;
    this.dragEnds();
    if (dragged && place) this.acts.onplace(dragged, place);
  }

  dragEnds() {
    this.dragged = "";
    if (this.late) this.show();
  }
}

/**
 * The upper quarter of a row means before it, the lower one after it, the middle into it.
 * @param {DragEvent} event
 * @param {HTMLElement} item
 * @returns {"before" | "into" | "after"}
 */
function partOf(event, item) {
  const { top, height } = item.getBoundingClientRect();
  const part = (event.clientY - top) / Math.max(height, 1);
  return part < 0.25 ? "before" : part > 0.75 ? "after" : "into";
}
