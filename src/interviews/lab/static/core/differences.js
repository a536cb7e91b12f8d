// Two texts word by word: what stayed, what went, what came.

/** @typedef {{kind: "same" | "gone" | "come", words: string}} Part */

const MOST_WORDS = 1500;

/**
 * @param {string} before
 * @param {string} after
 * @returns {Part[]}
 */
export function differences(before, after) {
  const old = before.split(/(?<=\s)/);
  const now = after.split(/(?<=\s)/);
  if (old.length + now.length > MOST_WORDS) return joined([{ kind: "gone", words: before }, { kind: "come", words: after }]);
  const longest = table(old, now);
  /** @type {Part[]} */
  const parts = [];
  let [a, b] = [0, 0];
  while (a < old.length && b < now.length) {
    if (old[a] === now[b]) [parts[parts.length], a, b] = [{ kind: "same", words: old[a] }, a + 1, b + 1];
    else if (longest[a + 1][b] >= longest[a][b + 1]) [parts[parts.length], a] = [{ kind: "gone", words: old[a] }, a + 1];
    else [parts[parts.length], b] = [{ kind: "come", words: now[b] }, b + 1];
  }
  parts.push({ kind: "gone", words: old.slice(a).join("") }, { kind: "come", words: now.slice(b).join("") });
  return joined(parts);
}

/**
 * How many words both have in common from each pair of places on.
 * @param {string[]} old
 * @param {string[]} now
 */
function table(old, now) {
  const longest = Array.from({ length: old.length + 1 }, () => new Uint16Array(now.length + 1));
  for (let a = old.length - 1; a >= 0; a -= 1) {
    for (let b = now.length - 1; b >= 0; b -= 1) {
      longest[a][b] = old[a] === now[b] ? longest[a + 1][b + 1] + 1 : Math.max(longest[a + 1][b], longest[a][b + 1]);
    }
  }
  return longest;
}

/** @param {Part[]} parts */
function joined(parts) {
  /** @type {Part[]} */
  const found = [];
  for (const part of parts) {
    const last = found[found.length - 1];
    if (!part.words) continue;
    if (last?.kind === part.kind) last.words += part.words;
    else found.push({ ...part });
  }
  return found;
}
