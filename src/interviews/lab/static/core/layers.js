// From overlapping codings to what is painted: disjoint runs of density, and lanes for bars in the margin.

/** @typedef {{start: number, end: number}} Stretch */
/** @typedef {{start: number, end: number, depth: number}} Run */

export const DEEPEST = 3;

/**
 * Disjoint runs by how many stretches lie over each other there, at most `DEEPEST`; in order, none empty.
 * @param {Iterable<Stretch>} stretches
 * @returns {Run[]}
 */
export function density(stretches) {
  /** @type {Map<number, number>} */
  const steps = new Map();
  for (const { start, end } of stretches) {
    if (start >= end) continue;
    steps.set(start, (steps.get(start) ?? 0) + 1);
    steps.set(end, (steps.get(end) ?? 0) - 1);
  }
  /** @type {Run[]} */
  const runs = [];
  let depth = 0;
  let since = 0;
  let shown = 0;
  for (const at of [...steps.keys()].sort((a, b) => a - b)) {
    depth += /** @type {number} */ (steps.get(at));
    const now = Math.min(depth, DEEPEST);
    if (now === shown) continue;
    if (shown > 0) runs.push({ start: since, end: at, depth: shown });
    since = at;
    shown = now;
  }
  return runs;
}

/**
 * The lane of each bar, so that no two in one lane share a height: the first that is free, from the top down.
 * @param {{top: number, bottom: number}[]} bars
 * @returns {number[]}
 */
export function lanes(bars) {
  const order = bars.map((_, at) => at).sort((a, b) => bars[a].top - bars[b].top || bars[b].bottom - bars[a].bottom);
  /** @type {number[]} */
  const reach = [];
  const chosen = new Array(bars.length).fill(0);
  for (const at of order) {
    let lane = reach.findIndex((bottom) => bottom <= bars[at].top);
    if (lane < 0) lane = reach.length;
    reach[lane] = bars[at].bottom;
    chosen[at] = lane;
  }
  return chosen;
}
