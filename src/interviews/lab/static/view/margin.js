// The margin: one canvas beside the turns that are near, which scrolls with them and is moved on in steps.

import { drawBars } from "./bars.js";
import { element } from "./dom.js";

/** @typedef {import("./turns.js").TurnView} TurnView */
/** @typedef {import("./bars.js").Bar} Bar */

export class Margin {
  /**
   * @param {HTMLElement} host Scrolls; the canvas is put into it.
   * @param {number} beyond How far beyond what is seen it reaches, in pixels.
   */
  constructor(host, beyond) {
    this.host = host;
    this.beyond = beyond;
    this.canvas = element("canvas", { class: "bars", "aria-hidden": "true" });
    host.append(this.canvas);
    this.ink = "";
    this.top = 0;
    this.width = 0;
    /** @type {Map<TurnView, {top: number, height: number}>} Where the turns stand beside which it is, in the canvas. */
    this.boxes = new Map();
  }

  /**
   * Move it beside these turns, in order; what was drawn is gone.
   * @param {TurnView[]} turns
   */
  place(turns) {
    const { host, canvas } = this;
    const frame = host.getBoundingClientRect();
    const boxes = turns.map((turn) => turn.element.getBoundingClientRect());
    const first = Math.max(boxes[0].top, frame.top - this.beyond);
    const height = Math.min(boxes[boxes.length - 1].bottom, frame.bottom + this.beyond) - first;
    this.top = Math.round(first - frame.top + host.scrollTop);
    this.boxes = new Map(turns.map((turn, at) => [turn, { top: boxes[at].top - first, height: boxes[at].height }]));
    const left = turns[0].speech.getBoundingClientRect().right - frame.left;
    Object.assign(canvas.style, { top: `${this.top}px`, left: `${left}px`, height: `${Math.max(height, 0)}px` });
    const { color, width } = getComputedStyle(canvas);
    this.ink = color;
    this.width = parseFloat(width);
    const scale = window.devicePixelRatio || 1;
    canvas.width = Math.round(this.width * scale);
    canvas.height = Math.round(height * scale);
    canvas.getContext("2d")?.scale(scale, scale);
  }

  /**
   * Draw the bars of a turn, and a mark beside each hit, instead of those before; positions are UTF-16 within the turn.
   * @param {TurnView} turn
   * @param {Bar[]} bars
   * @param {{start: number, end: number}[]} hits
   */
  draw(turn, bars, hits) {
    const box = this.boxes.get(turn);
    const pen = this.canvas.getContext("2d");
    if (!box || !pen) return;
    pen.clearRect(0, box.top, this.width, box.height);
    pen.save();
    pen.translate(0, box.top);
    drawBars(pen, { width: this.width, ink: this.ink }, { bars, heights: turn.lines.heightsOf(bars), hits: turn.lines.heightsOf(hits) });
    pen.restore();
  }
}
