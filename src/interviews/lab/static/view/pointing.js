// Between places in the page and positions in the text: where somebody pointed, what was selected with the mouse, what comes into view.

import { clip } from "../core/turns.js";

/** @typedef {import("./turns.js").TurnView} TurnView */

/**
 * The UTF-16 position in the text of a place in the page; undefined outside the turns.
 * @param {TurnView[]} turns
 * @param {Node} node
 * @param {number} offset
 */
export function unitOf(turns, node, offset) {
  const inside = (node instanceof Element ? node : node.parentElement)?.closest("[data-turn]");
  const turn = inside && turns.find((one) => one.element === inside);
  if (!turn) return undefined;
  if (node === turn.node) return turn.start + offset;
  return node === turn.speech && offset > 0 ? turn.end : turn.start;
}

/**
 * The position in the text under a point of the window.
 * @param {TurnView[]} turns
 * @param {number} x
 * @param {number} y
 */
export function unitUnder(turns, x, y) {
  const place = caretAt(x, y);
  return place ? unitOf(turns, place.node, place.offset) : undefined;
}

/**
 * What the browser's own selection takes of the text; undefined where that is nothing.
 * @param {TurnView[]} turns
 */
export function selectedByBrowser(turns) {
  const chosen = document.getSelection();
  if (!chosen || chosen.isCollapsed || !chosen.rangeCount) return undefined;
  const range = chosen.getRangeAt(0);
  const start = unitOf(turns, range.startContainer, range.startOffset);
  const end = unitOf(turns, range.endContainer, range.endOffset);
  return start === undefined || end === undefined || start >= end ? undefined : { start, end };
}

/**
 * Bring a range of the text into view, with some lines around it.
 * @param {HTMLElement} host Scrolls.
 * @param {TurnView} turn In which the range begins.
 * @param {{start: number, end: number}} range UTF-16 in the whole text.
 */
export function reveal(host, turn, range) {
  const { start, end } = clip(turn, { from: range.start, to: range.end });
  const place = document.createRange();
  place.setStart(turn.node, start);
  place.setEnd(turn.node, Math.max(start, Math.min(end, turn.node.length)));
  const box = place.getBoundingClientRect();
  const frame = host.getBoundingClientRect();
  const margin = frame.height / 5;
  if (box.top < frame.top + margin) host.scrollTop -= frame.top + margin - box.top;
  else if (box.bottom > frame.bottom - margin) {
    host.scrollTop += Math.min(box.bottom - frame.bottom + margin, box.top - frame.top - margin);
  }
}

/**
 * @param {number} x
 * @param {number} y
 * @returns {{node: Node, offset: number} | null}
 */
function caretAt(x, y) {
  if (document.caretPositionFromPoint) {
    const place = document.caretPositionFromPoint(x, y);
    return place && { node: place.offsetNode, offset: place.offset };
  }
  const range = document.caretRangeFromPoint?.(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : null;
}
