// The views of the workspace, one at a time: coding, the codebook, what waits for a decision, reading, and those of a
// team, which a blind round does not have. F8 goes on.

import { announce, failureOf } from "./telling.js";
import { element } from "./view/dom.js";
import { AdjudicationView } from "./view/adjudication.js";
import { CodesView } from "./view/codes.js";
import { FrameworkView } from "./view/framework.js";
import { QuotesView } from "./view/quotes.js";
import { ReadingView } from "./view/reading.js";
import { ReviewView } from "./view/review.js";

/** @typedef {import("./workspace.js").Workspace} Workspace */
/** @typedef {import("./core/queue.js").Act} Act */

export class Views {
  /** @param {Workspace} w */
  constructor(w) {
    this.w = w;
    this.codes = new CodesView(w);
    this.review = new ReviewView(w);
    this.reading = new ReadingView(w);
    /** @type {Record<string, {element: HTMLElement, refresh(): Promise<void>, focus(): void, refused?(act: Act): void}>} */
    this.parts = { codebook: this.codes, review: this.review, reading: this.reading };
    if (!w.study.blind) {
      this.framework = new FrameworkView(w);
      Object.assign(this.parts, { adjudication: new AdjudicationView(w), framework: this.framework, quotes: new QuotesView(w) });
    }
    this.names = ["coding", ...(w.api.coding ? [] : Object.keys(this.parts))];
    this.shown = "coding";
    /** How far the transcript was scrolled when it was left. */
    this.scrolled = 0;
    this.tabs = this.names.map((name) =>
      element("button", { type: "button", "data-view": name, onclick: () => void this.show(name) }, w.say(`view.${name}`)),
    );
    this.element = element("nav", { class: "views", hidden: w.api.coding, "aria-label": w.say("view.title") }, ...this.tabs);
    w.host.addEventListener("keydown", (event) => this.key(event));
  }

  /** The views' own parts of the page, which are hidden at first. */
  get elements() {
    return Object.values(this.parts).map((part) => part.element);
  }

  /** @param {string} name */
  async show(name) {
    const { host, pane } = this.w;
    if (this.shown === "coding") this.scrolled = pane.scrollTop;
    const back = this.shown !== name;
    this.shown = name;
    host.dataset.view = name;
    for (const tab of this.tabs) {
      if (tab.dataset.view === name) tab.setAttribute("aria-current", "page");
      else tab.removeAttribute("aria-current");
    }
    for (const [other, part] of Object.entries(this.parts)) part.element.hidden = other !== name;
    for (const one of host.querySelectorAll(":scope > .codebook, :scope > .pane, :scope > aside")) one.toggleAttribute("hidden", name !== "coding");
    host.querySelector(".skip")?.setAttribute("href", `#${name === "coding" ? pane.id : this.parts[name].element.id}`);
    if (name === "coding") {
      if (back) pane.scrollTop = this.scrolled;
      pane.focus();
      return;
    }
    const refreshed = this.refresh();
    this.parts[name].focus(); // at once, so that no key is lost
    await refreshed;
    if (this.shown === name && document.activeElement === document.body) this.parts[name].focus();
  }

  /**
   * The matrix, at one of its cells.
   * @param {{case: string, theme: string}} cell
   */
  showCell(cell) {
    this.framework?.choose(cell);
    return this.show("framework");
  }

  /** Show what the project holds now. */
  async refresh() {
    const { acts } = this.w;
    try {
      await this.parts[this.shown]?.refresh();
      if (acts !== this.w.acts) this.w.revision = -1; // what was done meanwhile is not in the answer: it is asked for again
    } catch (error) {
      announce(this.w, failureOf(error, this.w.say), true);
    }
  }

  /**
   * The project refused an act: what a view took for done is not.
   * @param {Act} act
   */
  refused(act) {
    for (const part of Object.values(this.parts)) part.refused?.(act);
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (event.key !== "F8" || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const at = this.names.indexOf(this.shown) + (event.shiftKey ? -1 : 1);
    void this.show(this.names[(at + this.names.length) % this.names.length]);
  }
}
