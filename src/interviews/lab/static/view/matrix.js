// The framework matrix as a grid: cases down, themes across, in each cell how many passages and what somebody wrote.

import { element } from "./dom.js";

/** @typedef {import("../questions.js").Matrix} Matrix */
/** @typedef {import("../questions.js").Summary} Summary */

export class MatrixGrid {
  /**
   * @param {import("../core/words.js").Say} say
   * @param {{onmove: () => void, onopen: () => void}} listeners Another cell was chosen; its evidence is wanted.
   */
  constructor(say, { onmove, onopen }) {
    this.say = say;
    this.onmove = onmove;
    this.onopen = onopen;
    /** @type {Matrix} */
    this.told = { cases: [], themes: [], cells: [], summaries: [] };
    this.row = 0;
    this.column = 0;
    /** @type {{case: string, theme: string} | null} The cell that is to be chosen as soon as it is told. */
    this.wanted = null;
    this.element = element("table", { role: "grid", class: "matrix", "aria-label": say("view.framework") });
    this.element.addEventListener("keydown", (event) => this.key(event));
  }

  /** The chosen cell. */
  get cell() {
    const { told, row, column } = this;
    const theme = told.themes[column];
    const one = told.cases[row];
    return theme && one ? { case: one.name, theme: theme.path, label: theme.label, count: told.cells[row][column], written: one.written && theme.written } : null;
  }

  /**
   * What somebody wrote into a cell.
   * @param {{case: string, theme: string} | null} cell
   */
  summaryOf(cell) {
    return this.told.summaries.find((one) => one.case === cell?.case && one.theme === cell.theme);
  }

  /** @param {Matrix} told */
  show(told) {
    const here = this.wanted ?? this.cell;
    this.wanted = null;
    this.told = told;
    this.row = Math.max(told.cases.findIndex((one) => one.name === here?.case), 0);
    this.column = Math.max(told.themes.findIndex((one) => one.path === here?.theme), 0);
    this.draw();
  }

  draw() {
    const { told } = this;
    const focused = this.element.contains(document.activeElement);
    const head = element("tr", {}, element("td", {}), ...told.themes.map((theme) => element("th", { scope: "col", dir: "auto" }, theme.label)));
    const most = Math.max(1, ...told.cells.flat());
    const rows = told.cases.map((one, row) =>
      element("tr", {}, element("th", { scope: "row", dir: "auto" }, one.name), ...told.themes.map((theme, column) => this.drawCell(row, column, most, { case: one.name, theme: theme.path }))),
    );
    this.element.replaceChildren(element("thead", {}, head), element("tbody", {}, ...rows));
    if (focused) this.focus();
  }

  /**
   * @param {number} row
   * @param {number} column
   * @param {number} most
   * @param {{case: string, theme: string}} cell
   */
  drawCell(row, column, most, cell) {
    const count = this.told.cells[row][column];
    const chosen = row === this.row && column === this.column;
    const text = this.summaryOf(cell)?.text;
    const made = element(
      "td",
      { role: "gridcell", tabindex: chosen ? "0" : "-1", "aria-selected": String(chosen), onclick: () => this.choose(row, column) },
      element("span", { class: "number" }, String(count)),
      text ? element("span", { class: "text", dir: "auto" }, text) : null,
    );
    made.style.setProperty("--share", `${Math.round((count / most) * 40)}%`);
    return made;
  }

  focus() {
    /** @type {HTMLElement | null} */ (this.element.querySelector("[aria-selected=true]"))?.focus();
  }

  /**
   * @param {number} row
   * @param {number} column
   */
  choose(row, column) {
    this.row = Math.min(Math.max(row, 0), this.told.cases.length - 1);
    this.column = Math.min(Math.max(column, 0), this.told.themes.length - 1);
    this.draw();
    this.focus();
    this.onmove();
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = STEPS[event.key];
    if (step) this.choose(this.row + step[0], this.column + step[1]);
    else if (event.key === "Home" || event.key === "End") this.choose(this.row, event.key === "Home" ? 0 : Infinity);
    else if (event.key === "Enter") this.onopen();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}

/** @type {Record<string, [number, number]>} */
const STEPS = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] };
