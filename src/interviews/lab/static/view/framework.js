// The framework matrix: every cell with its evidence, one key to its place, and what somebody reads out of it.

import { newId, reverse } from "../acts.js";
import { askCell, askMatrix } from "../questions.js";
import { announce, failureOf } from "../telling.js";
import { element } from "./dom.js";
import { MatrixGrid } from "./matrix.js";
import { PassageList } from "./passages.js";

/** @typedef {import("../workspace.js").Workspace} Workspace */
/** @typedef {import("../core/queue.js").Act} Act */

export class FrameworkView {
  /** @param {Workspace} w */
  constructor(w) {
    this.w = w;
    const { say } = w;
    /** @type {Map<string, {text: string, since?: string}>} What is not saved yet, by cell, and the summary it was begun on. */
    this.drafts = new Map();
    /** How often evidence was asked for: a late answer to an earlier question is dropped. */
    this.asked = 0;
    /** Of which cell evidence is listed, or asked for. */
    this.shown = "";
    this.grid = new MatrixGrid(say, { onmove: () => void this.move(), onopen: () => this.list.focus() });
    this.heading = element("h2", {});
    this.text = element("textarea", { id: "summary", rows: "5", dir: "auto", "aria-describedby": "summary-told", oninput: () => this.write() });
    this.told = element("p", { id: "summary-told", class: "told" });
    this.saved = element("p", { class: "memo", dir: "auto" });
    this.button = element("button", { type: "button", onclick: () => this.save() }, say("matrix.save"));
    this.list = new PassageList(w, say("matrix.evidence"), () => this.grid.focus());
    this.text.addEventListener("keydown", (event) => this.typed(event));
    this.element = element(
      "main",
      { id: "framework", class: "view framework-view", hidden: true, tabindex: "-1", "aria-label": say("view.framework"), "data-lm-suppress-shortcuts": "true" },
      element("section", { class: "table", "aria-label": say("view.framework") }, this.grid.element),
      element(
        "section",
        { class: "side", "aria-label": say("matrix.cell") },
        this.heading,
        element("label", { for: "summary" }, `${say("matrix.summary")} `, element("kbd", {}, "E")),
        this.text,
        this.told,
        this.saved,
        element("div", { class: "buttons" }, this.button),
        element("h3", {}, say("matrix.evidence")),
        this.list.element,
      ),
    );
    this.element.addEventListener("keydown", (event) => this.key(event));
  }

  async refresh() {
    this.grid.show(await askMatrix(this.w.api));
    await this.open();
    if (document.activeElement === this.element) this.grid.focus();
  }

  focus() {
    if (this.grid.cell) this.grid.focus();
    else this.element.focus();
  }

  async move() {
    try {
      await this.open();
    } catch (error) {
      if (this.list.element.childElementCount) return; // that of the next cell has come
      this.list.tell(failureOf(error, this.w.say));
    }
  }

  /** Show the chosen cell: its words at once, its evidence as soon as it is told. */
  async open() {
    const { w, grid } = this;
    const { cell } = grid;
    this.tellSummary();
    if (this.shown !== nameOf(cell)) this.list.show([]); // nothing of another cell stands here meanwhile
    this.shown = nameOf(cell);
    if (!cell) return;
    this.asked += 1;
    const question = this.asked;
    const evidence = cell.count ? await askCell(w.api, cell) : [];
    if (question !== this.asked) return;
    if (evidence.length) this.list.show(evidence);
    else this.list.tell(w.say("matrix.none"));
  }

  tellSummary() {
    const { grid, w } = this;
    const { cell } = grid;
    const written = grid.summaryOf(cell);
    const draft = this.drafts.get(nameOf(cell));
    this.heading.textContent = cell ? `${cell.case} × ${cell.label}` : "";
    const shown = draft?.text ?? written?.text ?? "";
    if (this.text.value !== shown) this.text.value = shown;
    this.text.disabled = !cell?.written;
    this.button.disabled = !draft;
    this.told.textContent = written ? w.say("by", { coder: written.author }) : "";
    this.saved.textContent = draft && written ? written.text : "";
  }

  /**
   * Show this cell, as soon as the matrix is told.
   * @param {{case: string, theme: string}} cell
   */
  choose(cell) {
    this.grid.wanted = cell;
  }

  write() {
    const { cell } = this.grid;
    const before = this.drafts.get(nameOf(cell));
    this.drafts.set(nameOf(cell), { text: this.text.value, since: before ? before.since : (this.grid.summaryOf(cell)?.id ?? "") });
    this.tellSummary();
  }

  save() {
    const { w, grid } = this;
    const { cell } = grid;
    const draft = this.drafts.get(nameOf(cell));
    if (!cell || !draft) return;
    const written = grid.summaryOf(cell);
    const text = draft.text.trim();
    const id = newId();
    w.done({ op: "summarize", id, case: cell.case, theme: cell.theme, text, since: draft.since ?? written?.id ?? "" });
    this.drafts.delete(nameOf(cell));
    const others = grid.told.summaries.filter((one) => one !== written);
    grid.told.summaries = text ? [...others, { case: cell.case, theme: cell.theme, text, author: w.study.coder, id }] : others;
    grid.draw();
    this.tellSummary();
    announce(w, w.say("matrix.saved", { cell: this.heading.textContent ?? "" }));
  }

  /**
   * What the project refused is a draft again, to be saved on what stands there now.
   * @param {Act} act
   */
  refused(act) {
    if (act.op !== "summarize") return;
    const name = nameOf({ case: String(act.case), theme: String(act.theme) });
    this.drafts.set(name, { text: this.drafts.get(name)?.text ?? String(act.text) }); // what was written since says more
  }

  /** @param {KeyboardEvent} event */
  typed(event) {
    if (event.key === "F8") return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) this.save();
    if (event.key === "Escape" || (event.key === "Enter" && (event.ctrlKey || event.metaKey))) {
      event.preventDefault();
      this.grid.focus();
    }
    event.stopPropagation();
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const letter = event.key.toLowerCase();
    if (event.ctrlKey || event.metaKey) {
      if (event.altKey || !["z", "y"].includes(letter)) return;
      void reverse(this.w, letter === "y" || event.shiftKey ? "redo" : "undo");
    } else if (event.altKey) return;
    else if (event.key === "F2" || (letter === "e" && this.w.letters)) this.text.focus();
    else if (event.key === "Escape") void this.w.views.show("coding");
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}

/** @param {{case: string, theme: string} | null} cell */
function nameOf(cell) {
  return cell ? JSON.stringify([cell.case, cell.theme]) : "";
}
