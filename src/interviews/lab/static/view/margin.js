// Bars in the margin of a turn: one for each coding, in its code's colour, with a pattern for those who see no colours.

import { lanes } from "../core/layers.js";
import { seenColour } from "./dom.js";

const BAR = 5;
const LANE = 8;
/** Dashes by the number of the code's theme: solid, long, short, dotted, mixed. */
const PATTERNS = [[], [9, 3], [4, 3], [2, 2], [9, 3, 2, 3]];

/** @typedef {{id: string, start: number, end: number, colour: string, pattern: number, current: boolean}} Bar */

/**
 * Draw the bars of a turn; positions are UTF-16 within its one text node.
 * @param {HTMLCanvasElement} canvas
 * @param {Text} node
 * @param {Bar[]} bars
 */
export function drawBars(canvas, node, bars) {
  const box = canvas.getBoundingClientRect();
  const scale = window.devicePixelRatio || 1;
  canvas.width = Math.round(box.width * scale);
  canvas.height = Math.round(box.height * scale);
  const pen = canvas.getContext("2d");
  if (!pen || !bars.length || !box.height) return;
  pen.scale(scale, scale);
  const places = bars.map((bar) => heightOf(node, bar, box.top));
  const chosen = lanes(places);
  const ink = getComputedStyle(canvas).color;
  bars.forEach((bar, at) => {
    const { top, bottom } = places[at];
    const x = chosen[at] * LANE + BAR / 2 + 1;
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
  });
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

const range = document.createRange();

/**
 * @param {Text} node
 * @param {Bar} bar
 * @param {number} origin
 */
function heightOf(node, bar, origin) {
  const top = edge(node, bar.start, Math.min(bar.start + 1, node.length));
  const bottom = edge(node, Math.max(bar.end - 1, bar.start), bar.end);
  return { top: top.top - origin, bottom: bottom.bottom - origin };
}

/**
 * @param {Text} node
 * @param {number} start
 * @param {number} end
 */
function edge(node, start, end) {
  range.setStart(node, start);
  range.setEnd(node, end);
  return range.getBoundingClientRect();
}
