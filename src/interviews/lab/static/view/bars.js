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
/** @typedef {import("./lines.js").Edge} Edge */

/**
 * Draw the bars of a turn from its top, and a mark beside each hit.
 * @param {CanvasRenderingContext2D} pen
 * @param {{width: number, ink: string}} paper
 * @param {{bars: Bar[], heights: Edge[], hits: Edge[]}} marks
 */
export function drawBars(pen, { width, ink }, { bars, heights, hits }) {
  for (const hit of hits) triangle(pen, hit, ink);
  const chosen = lanes(heights);
  bars.forEach((bar, at) => {
    const { top, bottom } = heights[at];
    const x = NOTES + chosen[at] * LANE + BAR / 2 + 1;
    if (x > width) return;
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
