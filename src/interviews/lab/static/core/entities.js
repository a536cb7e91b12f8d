// The entities of a review without a browser: in which order they wait, which of them are shown, how far the review is.

import { plain } from "./fuzzy.js";

/** @typedef {{id: string, type: string, name: string, forms: string[], family: boolean, mentions: number, transcripts: number, kept: number, decision: string, replacement: string, decided: boolean, decided_by: string, decided_on: string, accepted_by: string, confirmed_by: string, to_confirm: boolean, note: string, may_be: string[], finders: string[], score: number}} Entity */
/** @typedef {"all" | "open" | "confirm"} Which */
/** @typedef {{type: string, which: Which, text: string}} Wanted */

/** A colour a type, told apart by those who do not see all colours; the words beside it say the same. */
const COLOURS = ["#4477AA", "#228833", "#EE6677", "#CCBB44", "#66CCEE", "#AA3377", "#BBBBBB", "#117733", "#882255"];

/**
 * Open ones first; then those where a decision matters most: many mentions, and what the finders are less sure of.
 * @param {Entity[]} entities
 */
export function ordered(entities) {
  const rank = (/** @type {Entity} */ one) => (one.decided ? 1 : 0);
  return [...entities].sort((a, b) => rank(a) - rank(b) || b.mentions - a.mentions || a.score - b.score || (a.id < b.id ? -1 : 1));
}

/**
 * @param {Entity} entity
 * @param {Wanted} wanted
 */
export function isShown(entity, { type, which, text }) {
  if (type && entity.type !== type) return false;
  if (which === "open" && entity.decided) return false;
  if (which === "confirm" && !entity.to_confirm) return false;
  const sought = plain(text.trim());
  return !sought || [entity.id, entity.name, ...entity.forms, entity.replacement].some((one) => plain(one).includes(sought));
}

/**
 * Whether a decision of this person is still asked for.
 * @param {Entity} entity
 * @param {boolean} confirming Whether this is the second person.
 */
export function waits(entity, confirming) {
  return confirming ? entity.to_confirm : !entity.decided;
}

/**
 * The next id after one in a list, then from its start, for which something holds; undefined where it holds for none.
 * @param {string[]} ids
 * @param {string} from
 * @param {(id: string) => boolean} holds
 */
export function nextOf(ids, from, holds) {
  const at = ids.indexOf(from);
  return [...ids.slice(at + 1), ...ids.slice(0, at + 1)].find((id) => id !== from && holds(id));
}

/**
 * How many are decided, and how many confirmed, of how many.
 * @param {Iterable<Entity>} entities
 */
export function progressOf(entities) {
  const all = [...entities];
  return { all: all.length, decided: all.filter((one) => one.decided).length, confirmed: all.filter((one) => one.confirmed_by).length };
}

/**
 * How many open ones there are of each type, in the order of the types.
 * @param {Iterable<Entity>} entities
 * @param {string[]} types
 * @returns {[string, number][]}
 */
export function openByType(entities, types) {
  const open = [...entities].filter((one) => !one.decided);
  return types.map((type) => /** @type {[string, number]} */ ([type, open.filter((one) => one.type === type).length])).filter(([, count]) => count);
}

/**
 * Its state in a word of the catalogue: `open`, `accepted`, `decided` or `confirmed`.
 * @param {Entity} entity
 */
export function stateOf(entity) {
  if (entity.confirmed_by) return "confirmed";
  if (entity.decided) return "decided";
  return entity.accepted_by ? "accepted" : "open";
}

/**
 * @param {string} type
 * @param {string[]} types
 */
export function colourOf(type, types) {
  return COLOURS[Math.max(types.indexOf(type), 0) % COLOURS.length];
}
