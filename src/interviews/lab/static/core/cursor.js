// Where the cursor goes: from a selection to the next one, by words, sentences or turns, on into the turns before and after.

import { turnIndex } from "./turns.js";
import { indexAt, rangesOf } from "./units.js";

/** @typedef {import("./units.js").Unit} Unit */
/** @typedef {{start: number, end: number}} Selected UTF-16 in the whole text, half-open. */
/** @typedef {{start: number, end: number, text: string, language: string}} Spoken A turn with its words. */

/**
 * The unit of a turn that holds a position.
 * @param {Spoken} turn
 * @param {number} at UTF-16 within the turn.
 * @param {Unit} unit
 * @returns {Selected}
 */
export function unitAt(turn, at, unit) {
  const ranges = rangesOf(turn.text, turn.language, unit);
  const [start, end] = ranges[Math.max(indexAt(ranges, at), 0)] ?? [0, turn.text.length];
  return { start: turn.start + start, end: turn.start + end };
}

/**
 * The unit after or before what is selected; undefined at the end and at the beginning of the transcript.
 * @param {Spoken[]} turns
 * @param {Selected} selected
 * @param {Unit} unit
 * @param {number} by 1 or -1
 * @returns {Selected | undefined}
 */
export function moved(turns, selected, unit, by) {
  const at = turnIndex(turns, selected.start);
  const turn = turns[at];
  if (!turn) return undefined;
  const ranges = rangesOf(turn.text, turn.language, unit);
  const here = indexAt(ranges, selected.start - turn.start);
  const selectsMore = unit !== "turn" && selected.end - turn.start > (ranges[here]?.[1] ?? 0);
  const next = by > 0 && selectsMore ? indexAt(ranges, selected.end - 1 - turn.start) + 1 : here + by;
  const range = unit === "turn" ? undefined : ranges[next];
  if (range) return { start: turn.start + range[0], end: turn.start + range[1] };
  return entered(turns[at + by], unit, by);
}

/**
 * @param {Spoken | undefined} turn
 * @param {Unit} unit
 * @param {number} by
 */
function entered(turn, unit, by) {
  return turn && unitAt(turn, by > 0 || unit === "turn" ? 0 : Math.max(turn.text.length - 1, 0), unit);
}

/**
 * The selection extended at its end, or at its start, or shrunk there, never to less than one unit; undefined where nothing is left to take.
 * @param {Spoken[]} turns
 * @param {Selected} selected
 * @param {boolean} atStart
 * @param {Unit} unit
 * @param {number} by 1 or -1
 * @returns {Selected | undefined}
 */
export function extended(turns, { start, end }, atStart, unit, by) {
  const borders = bordersAround(turns, { start, end }, unit, atStart ? 0 : 1);
  const from = atStart ? start : end;
  const inside = (/** @type {number} */ one) => (atStart ? one < end : one > start);
  const to = by > 0 ? borders.find((one) => one > from && inside(one)) : borders.filter((one) => one < from && inside(one)).pop();
  if (to === undefined) return undefined;
  return atStart ? { start: to, end } : { start, end: to };
}

/**
 * Where units start (0) or end (1), from the turn before the selection to the one after it.
 * @param {Spoken[]} turns
 * @param {Selected} selected
 * @param {Unit} unit
 * @param {0 | 1} side
 */
function bordersAround(turns, { start, end }, unit, side) {
  const first = Math.max(turnIndex(turns, start) - 1, 0);
  const last = turnIndex(turns, end) + 1;
  return turns
    .slice(first, last + 1)
    .flatMap((turn) => rangesOf(turn.text, turn.language, unit).map((range) => turn.start + range[side]));
}
