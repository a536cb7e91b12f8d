// Turns of a transcript as ranges, in order: which of them a range touches, and what of it lies within one.

/** @typedef {{start: number, end: number}} Turn UTF-16 in the whole text, half-open. */
/** @typedef {{from: number, to: number}} Place UTF-16 in the whole text, half-open. */

/**
 * The last turn that begins at or before a position, by binary search; the first one where none does.
 * @param {Turn[]} turns
 * @param {number} unit
 */
export function turnIndex(turns, unit) {
  let low = 0;
  let high = turns.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (turns[middle].start <= unit) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * The turns that share a character with a place, in order.
 * @template {Turn} T
 * @param {T[]} turns
 * @param {Place} place
 * @returns {T[]}
 */
export function touched(turns, { from, to }) {
  const found = [];
  for (let at = turnIndex(turns, from); at >= 0 && at < turns.length && turns[at].start < to; at += 1) {
    if (turns[at].end > from) found.push(turns[at]);
  }
  return found;
}

/**
 * What of a place lies within a turn, counted from the turn's start.
 * @param {Turn} turn
 * @param {Place} place
 */
export function clip(turn, { from, to }) {
  return { start: Math.max(from, turn.start) - turn.start, end: Math.min(to, turn.end) - turn.start };
}
