// Bars in the margin of a turn: one for each coding, in its code's colour, with a pattern for those who see no colours.

import { lanes } from "../core/layers.js";
import { seenColour } from "./dom.js";

const BAR = 5;
const LANE = 8;
/** Dashes by the number of the code's theme: solid, long, short, dotted, mixed. */
const PATTERNS = [[], [9, 3], [4, 3], [2, 2], [9, 3, 2, 3]];

/** Where hits of a search are marked, before the bars. */
const NOTES = 7;

/** @typedef {{start: number, end: number, colour: string, pattern: number, current: boolean, memo: boolean}} Bar */
/** @typedef {{top: number, bottom: number}} Edge */

/** Where the letters of a turn stand; asked once for each, as long as lines break where they do. */
export class Lines {
  /**
   * @param {HTMLCanvasElement} canvas
   * @param {Text} node
   */
  constructor(canvas, node) {
    this.canvas = canvas;
    this.node = node;
    this.box = canvas.getBoundingClientRect();
    this.ink = getComputedStyle(canvas).color;
    /** @type {Map<number, Edge>} */
    this.known = new Map();
  }

  /** @param {{start: number, end: number}} stretch */
  heightOf({ start, end }) {
    return { top: this.edge(start).top, bottom: this.edge(Math.max(end - 1, start)).bottom };
  }

  /** @param {number} at */
  edge(at) {
    let found = this.known.get(at);
    if (!found) {
      range.setStart(this.node, at);
      range.setEnd(this.node, Math.min(at + 1, this.node.length));
      const { top, bottom } = range.getBoundingClientRect();
      const origin = this.canvas.getBoundingClientRect().top; // it may have been scrolled since
      found = { top: top - origin, bottom: bottom - origin };
      this.known.set(at, found);
    }
    return found;
  }
}

const range = document.createRange();

/**
 * Draw the bars of a turn, and a mark beside each hit; positions are UTF-16 within its one text node.
 * @param {HTMLCanvasElement} canvas
 * @param {Lines} lines
 * @param {Bar[]} bars
 * @param {{start: number, end: number}[]} hits
 */
export function drawBars(canvas, lines, bars, hits) {
  const { box, ink } = lines;
  const scale = window.devicePixelRatio || 1;
  const [width, height] = [Math.round(box.width * scale), Math.round(box.height * scale)];
  if (canvas.width !== width) canvas.width = width; // setting it lays the page out anew, even to the same
  if (canvas.height !== height) canvas.height = height;
  const pen = canvas.getContext("2d");
  if (!pen || !box.height) return;
  pen.setTransform(scale, 0, 0, scale, 0, 0);
  pen.clearRect(0, 0, box.width, box.height);
  for (const hit of hits) triangle(pen, lines.heightOf(hit), ink);
  const places = bars.map((bar) => lines.heightOf(bar));
  const chosen = lanes(places);
  bars.forEach((bar, at) => {
    const { top, bottom } = places[at];
    const x = NOTES + chosen[at] * LANE + BAR / 2 + 1;
    if (x > box.width) return;
    pen.setLineDash(PATTERNS[bar.pattern % PATTERNS.length]);
    pen.lineWidth = bar.current ? BAR + 2 : BAR;
    pen.strokeStyle = bar.current ? ink : seenColour(bar.colour);
    line(pen, x, top, bottom);
    if (bar.current) {
      pen.lineWidth = BAR - 1;
      pen.strokeStyle = seenColour(bar.colour);
      line(pen, x, top, bottom);
    }
    if (bar.memo) dot(pen, x, top + BAR, ink);
  });
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {Edge} place
 * @param {string} ink
 */
function triangle(pen, { top }, ink) {
  pen.fillStyle = ink;
  pen.beginPath();
  pen.moveTo(NOTES - 1, top + 5);
  pen.lineTo(0, top + 10);
  pen.lineTo(NOTES - 1, top + 15);
  pen.fill();
}

/**
 * A dot on a bar: this coding has a memo.
 * @param {CanvasRenderingContext2D} pen
 * @param {number} x
 * @param {number} y
 * @param {string} ink
 */
function dot(pen, x, y, ink) {
  pen.fillStyle = ink;
  pen.beginPath();
  pen.arc(x, y, BAR / 2 + 0.5, 0, 2 * Math.PI);
  pen.fill();
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {number} x
 * @param {number} top
 * @param {number} bottom
 */
function line(pen, x, top, bottom) {
  pen.beginPath();
  pen.moveTo(x, top + 1);
  pen.lineTo(x, Math.max(bottom - 1, top + 3));
  pen.stroke();
}
