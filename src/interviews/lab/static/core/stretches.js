// Stretches of a text, half-open: joined, and those that an own coding beside those of two coders may cover.

/** @typedef {{start: number, end: number}} Stretch */

/**
 * Stretches in their order, those that overlap or touch as one.
 * @param {Stretch[]} stretches
 */
export function joined(stretches) {
  /** @type {Stretch[]} */
  const made = [];
  for (const { start, end } of [...stretches].sort((a, b) => a.start - b.start)) {
    const last = made[made.length - 1];
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else made.push({ start, end });
  }
  return made;
}

/**
 * Which words a coding of one's own can cover, by name: those of both, those that both share, those of one.
 * @param {{first: Stretch[], second: Stretch[]}} one
 * @returns {Map<string, Stretch>}
 */
export function choicesOf(one) {
  const first = hull(one.first);
  const second = hull(one.second);
  /** @type {[string, Stretch | null][]} */
  const named = [["both", hull([...one.first, ...one.second])]];
  if (first && second) {
    const shared = { start: Math.max(first.start, second.start), end: Math.min(first.end, second.end) };
    named.push(["shared", shared.start < shared.end ? shared : null], ["first", first], ["second", second]);
  }
  const seen = new Set();
  /** @type {Map<string, Stretch>} */
  const choices = new Map();
  for (const [name, stretch] of named) {
    if (!stretch || seen.has(`${stretch.start}-${stretch.end}`)) continue;
    seen.add(`${stretch.start}-${stretch.end}`);
    choices.set(name, stretch);
  }
  return choices;
}

/** @param {Stretch[]} stretches */
function hull(stretches) {
  if (!stretches.length) return null;
  return { start: Math.min(...stretches.map((one) => one.start)), end: Math.max(...stretches.map((one) => one.end)) };
}
