// Where the cursor goes: the next answer without a code, the next passage of a code, what is found.

import { unitAt } from "./core/cursor.js";
import { announce, define, failureOf, sayCursor, showHere } from "./telling.js";
import { ask } from "./view/dialogs.js";

/** @typedef {import("./workspace.js").Workspace} Workspace */
/** @typedef {import("./view/transcript.js").TranscriptView} TranscriptView */

/**
 * @param {Workspace} w
 * @param {import("./view/turns.js").TurnView | undefined} turn
 */
export function goTo(w, turn) {
  if (!turn || !w.view) return announce(w, w.say("jump.none"));
  w.view.select(unitAt(turn, 0, "sentence"), true);
  sayCursor(w);
}

/** @param {Workspace} w */
export function nextUncoded(w) {
  const view = /** @type {TranscriptView} */ (w.view);
  const here = view.turn()?.at ?? -1;
  return view.turns.find((turn) => turn.at > here && turn.role === "interviewee" && !turn.mine);
}

/**
 * @param {Workspace} w
 * @param {number} by
 */
export function nextSame(w, by) {
  const view = /** @type {TranscriptView} */ (w.view);
  const code = view.current ? view.coding(view.current).code : w.recent[0];
  const all = [...view.codings.values()].filter((one) => one.code === code).sort((a, b) => a.from - b.from || a.to - b.to);
  const at = view.selected.start;
  const next = by > 0 ? all.find((one) => one.from > at) : all.filter((one) => one.from < at).pop();
  visit(w, next);
}

/** @param {Workspace} w */
export function nextReview(w) {
  const view = /** @type {TranscriptView} */ (w.view);
  const open = [...view.codings.values()].filter((one) => one.review && one.coder === w.study.coder);
  const suggested = w.suggestions.map((one) => ({ id: "", from: view.offsets.toUnits(one.start), to: view.offsets.toUnits(one.end) }));
  const places = [...open, ...suggested].sort((a, b) => a.from - b.from);
  visit(w, places.find((one) => one.from > view.selected.start));
}

/**
 * @param {Workspace} w
 * @param {{id: string, from: number, to: number} | undefined} place
 */
export function visit(w, place) {
  if (!place || !w.view) return announce(w, w.say("jump.none"));
  w.view.select({ start: place.from, end: place.to }, true);
  if (place.id) w.view.setCurrent(place.id);
  showHere(w);
  sayCursor(w);
}

/** @param {Workspace} w */
export async function search(w) {
  const view = w.view;
  const query = view && (await ask(w.say("search.title"), w.query, w.say));
  if (!view || !query) return showHits(w, []);
  w.query = query;
  const hits = occurrences(view.told.text, query);
  showHits(w, hits);
  if (!hits.length) return announce(w, w.say("search.none", { query }), true);
  const at = Math.max(hits.findIndex((hit) => hit.start > view.selected.start), 0);
  view.select(hits[at], true);
  announce(w, w.say("search.found", { at: at + 1, count: hits.length, query }), true);
}

/**
 * Hits in the text, beside their turns, and along the whole transcript.
 * @param {Workspace} w
 * @param {{start: number, end: number}[]} hits
 */
function showHits(w, hits) {
  const view = w.view;
  if (!view) return;
  view.setPlaces("hit", hits.map(({ start, end }) => ({ from: start, to: end })));
  w.overview.show(w.pane, hits.map((hit) => view.turnAt(hit.start).element));
}

/**
 * The transcript after this one, or before it.
 * @param {Workspace} w
 * @param {number} by
 */
export function neighbour(w, by) {
  const at = w.study.transcripts.findIndex((one) => one.id === w.view?.told.id);
  const next = w.study.transcripts[at + by];
  if (!next) return announce(w, w.say("jump.none"), true);
  void openTranscript(w, next.id).then((opened) => opened && announce(w, next.name, true));
}

/**
 * Open a transcript; where it is not answered, that is said, and the one that is shown stays chosen. Whether it was opened.
 * @param {Workspace} w
 * @param {string} id
 */
export async function openTranscript(w, id) {
  try {
    await w.open(id);
    return true;
  } catch (error) {
    w.outline.select.value = w.view?.told.id ?? "";
    announce(w, failureOf(error, w.say), true);
    return false;
  }
}

/**
 * The newer text version of the transcript that is shown, at the same turn.
 * @param {Workspace} w
 */
export async function loadNewer(w) {
  const view = w.view;
  if (!view || w.newer.hidden) return;
  const number = view.turn()?.number;
  if (!(await openTranscript(w, view.told.id))) return;
  goTo(w, w.view?.turns.find((turn) => turn.number === number) ?? w.view?.turns[0]);
}

/**
 * @param {Workspace} w
 * @param {string} id
 */
export function pick(w, id) {
  const coding = w.view?.codings.get(id);
  if (!coding || !w.view) return;
  w.view.select({ start: coding.from, end: coding.to }, true);
  w.view.setCurrent(id);
  showHere(w);
  define(w, w.byPath?.get(coding.code));
  w.pane.focus();
}

/**
 * Where a text occurs in another, small and capital letters alike.
 * @param {string} text
 * @param {string} query
 */
function occurrences(text, query) {
  const escaped = query.trim().replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/g, "\\s+");
  return escaped ? [...text.matchAll(new RegExp(escaped, "giu"))].map((hit) => ({ start: hit.index, end: hit.index + hit[0].length })) : [];
}
