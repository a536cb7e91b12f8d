// Where a code stands in the tree, and where it goes when it is moved.

/** @typedef {{path: string}} Pathed */
/** @typedef {{under: string | null, after?: string}} Place `after` is the sibling in front of it, "" for the first place, absent for the last. */

/** @param {string} path */
export function parentOf(path) {
  const at = path.lastIndexOf("/");
  return at < 0 ? null : path.slice(0, at);
}

/** @param {string} path */
export function nameOf(path) {
  return path.slice(path.lastIndexOf("/") + 1);
}

/**
 * @param {string} path
 * @param {string} ancestor
 */
export function isWithin(path, ancestor) {
  return path === ancestor || path.startsWith(`${ancestor}/`);
}

/**
 * The place before, after or in another code; null where a code cannot go, such as into itself.
 * @param {Pathed[]} codes
 * @param {string} path
 * @param {string} target
 * @param {"before" | "into" | "after"} where
 * @returns {Place | null}
 */
export function placeAt(codes, path, target, where) {
  if (isWithin(target, path)) return null;
  if (where === "into") return { under: target };
  const under = parentOf(target);
  if (where === "after") return { under, after: nameOf(target) };
  const others = siblings(codes, under).filter((one) => one !== path);
  const at = others.indexOf(target);
  return { under, after: at > 0 ? nameOf(others[at - 1]) : "" };
}

/**
 * The place one step up, down, out (to the level above) or in (below the sibling in front of it).
 * @param {Pathed[]} codes
 * @param {string} path
 * @param {"up" | "down" | "out" | "in"} way
 * @returns {Place | null}
 */
export function placeTowards(codes, path, way) {
  const under = parentOf(path);
  const all = siblings(codes, under);
  const at = all.indexOf(path);
  if (way === "out") return under === null ? null : { under: parentOf(under), after: nameOf(under) };
  if (way === "down") return at < all.length - 1 ? { under, after: nameOf(all[at + 1]) } : null;
  if (at < 1) return null;
  return way === "in" ? { under: all[at - 1] } : { under, after: at > 1 ? nameOf(all[at - 2]) : "" };
}

/**
 * @param {Pathed[]} codes
 * @param {string | null} under
 */
function siblings(codes, under) {
  return codes.map((code) => code.path).filter((path) => parentOf(path) === under);
}
