// The layers of the CSS Custom Highlight API. The registry is the page's, so each transcript adds and removes its own ranges.

import { DEEPEST } from "../core/layers.js";

/** @typedef {"density-1" | "density-2" | "density-3" | "cursor" | "current" | "suggestion" | "hit"} Layer */

/** @type {Map<string, Highlight>} */
const layers = new Map();

/** @param {string} name */
function layer(name) {
  let found = layers.get(name);
  if (!found) {
    found = new Highlight();
    found.priority = ["suggestion", "density-1", "density-2", `density-${DEEPEST}`, "hit", "current", "cursor"].indexOf(name);
    CSS.highlights.set(`iv-${name}`, found);
    layers.set(name, found);
  }
  return found;
}

/**
 * @param {Text} node
 * @param {{start: number, end: number}} stretch
 */
export function staticRange(node, { start, end }) {
  return new StaticRange({ startContainer: node, startOffset: start, endContainer: node, endOffset: Math.max(start, end) });
}

/**
 * @param {AbstractRange} one
 * @param {AbstractRange} other
 */
function same(one, other) {
  const { startContainer, startOffset, endContainer, endOffset } = other;
  return one.startContainer === startContainer && one.startOffset === startOffset && one.endContainer === endContainer && one.endOffset === endOffset;
}

/** Ranges of one owner in the layers; what is shown anew takes the place of what was. */
export class Painted {
  constructor() {
    /** @type {Map<string, AbstractRange[]>} */
    this.ranges = new Map();
  }

  /**
   * @param {string} name
   * @param {AbstractRange[]} ranges
   */
  show(name, ranges) {
    const before = this.ranges.get(name) ?? [];
    if (before.length === ranges.length && ranges.every((one, at) => same(one, before[at]))) return;
    const shared = layer(name);
    for (const old of before) shared.delete(old);
    for (const one of ranges) shared.add(one);
    this.ranges.set(name, ranges);
  }

  clear() {
    for (const name of [...this.ranges.keys()]) this.show(name, []);
  }
}
