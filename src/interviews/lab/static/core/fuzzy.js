// Finding a code by a few letters: of its name, its label, or the beginnings of its words.

/** @typedef {{path: string, name: string, labels: Record<string, string>, retired: boolean}} Named */

/**
 * The codes that the letters may mean, the likeliest first; those used last before others of the same rank.
 * @template {Named} Code
 * @param {string} letters
 * @param {Code[]} codes
 * @param {string[]} recent Paths, the newest first.
 * @returns {Code[]}
 */
export function rank(letters, codes, recent = []) {
  const wanted = plain(letters);
  const scored = codes
    .filter((code) => !code.retired)
    .map((code, at) => ({ code, at, score: score(wanted, code), used: recent.indexOf(code.path) }))
    .filter((one) => one.score > 0);
  const rankOf = (/** @type {number} */ used) => (used < 0 ? Infinity : used);
  scored.sort((a, b) => b.score - a.score || compare(rankOf(a.used), rankOf(b.used)) || a.at - b.at);
  return scored.map((one) => one.code);
}

/**
 * Small letters without marks, so that u finds Ü.
 * @param {string} text
 */
export function plain(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/ß/g, "ss").replace(/ł/g, "l");
}

/**
 * @param {string} wanted
 * @param {Named} code
 */
function score(wanted, code) {
  if (!wanted) return 1;
  const names = [code.name, ...Object.values(code.labels)].map(plain);
  if (names.some((name) => name === wanted)) return 6;
  if (names.some((name) => name.startsWith(wanted))) return 5;
  if (names.some((name) => initials(name).startsWith(wanted))) return 4;
  if (names.some((name) => name.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(wanted)))) return 3;
  if (names.some((name) => name.includes(wanted)) || plain(code.path).includes(wanted)) return 2;
  return names.some((name) => inOrder(wanted, name)) ? 1 : 0;
}

/** @param {string} name */
function initials(name) {
  return name
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => word[0] ?? "")
    .join("");
}

/**
 * Whether the letters come in this order, whatever stands between them.
 * @param {string} letters
 * @param {string} name
 */
function inOrder(letters, name) {
  let at = -1;
  return [...letters].every((letter) => (at = name.indexOf(letter, at + 1)) >= 0);
}

/**
 * @param {number} a
 * @param {number} b
 */
function compare(a, b) {
  return a === b ? 0 : a < b ? -1 : 1;
}
