// What a coder does: painted at once, and on its way to the disk at once.

import { unitAt } from "./core/cursor.js";
import { announce, failureOf, paintSuggestions, showHere, tellProgress } from "./telling.js";
import { ask } from "./view/dialogs.js";
import { keep } from "./keeping.js";

/** @typedef {import("./workspace.js").Workspace} Workspace */
/** @typedef {import("./api.js").Coding} Coding */
/** @typedef {import("./api.js").Suggestion} Suggestion */
/** @typedef {import("./core/queue.js").Act} Act */
/** @typedef {import("./view/transcript.js").TranscriptView} TranscriptView */

/** @type {(keyof Coding)[]} What two codings share that say the same. */
const SAME = ["coder", "code", "start", "end", "round"];

/**
 * @param {Workspace} w
 * @param {string} path
 */
export function apply(w, path) {
  const view = w.view;
  if (!view) return;
  if (view.selected.end <= view.selected.start) view.select(unitAt(view.turn(), view.selected.start - view.turn().start, "sentence"));
  const act = { op: "add", id: newId(), transcript: view.told.id, version: view.told.version, code: path, ...view.points() };
  const whole = view.turn();
  const unit = whole && view.words().trim() === whole.text.trim() && whole.text.trim() ? "turn" : "segment";
  const fresh = codingOf(w, { ...act, unit });
  remember(w, path);
  const known = [...view.codings.values()].find((one) => SAME.every((field) => one[field] === fresh[field]));
  if (known) {
    view.setCurrent(known.id);
    showHere(w);
    return announce(w, w.say("coded.already", { code: path }), true); // twice the same would count twice
  }
  view.add(fresh);
  view.setCurrent(fresh.id);
  w.done({ ...act, unit });
  showHere(w);
  announce(w, w.say("coded", { code: path }));
}

/**
 * The codes of the digits: those that were pinned stay where they are, those used last come after them.
 * @param {Workspace} w
 */
export function quick(w) {
  const known = (/** @type {string} */ path) => w.byPath.get(path)?.retired === false;
  return [...w.pinned, ...w.recent.filter((path) => !w.pinned.includes(path))].filter(known).slice(0, 9);
}

/**
 * @param {Workspace} w
 * @param {string | undefined} path
 */
export function applyQuick(w, path) {
  if (path && w.byPath.has(path)) apply(w, path);
}

/**
 * Give a code a digit of its own, or take it away.
 * @param {Workspace} w
 * @param {string} path
 */
export function pin(w, path) {
  const has = w.pinned.includes(path);
  if (!has && w.pinned.length >= 9) return announce(w, w.say("pin.full"), true);
  w.pinned = has ? w.pinned.filter((one) => one !== path) : [...w.pinned, path];
  keep(w.study, "pinned", w.pinned);
  w.quick.show(quick(w), w.pinned);
  announce(w, has ? w.say("unpinned", { code: path }) : w.say("pinned", { code: path, number: w.pinned.length }), true);
}

/**
 * The coding gets the selected words as its passage.
 * @param {Workspace} w
 * @param {string} id
 */
export function fit(w, id) {
  const view = w.view;
  const coding = view?.codings.get(id);
  if (!view || !coding || coding.coder !== w.study.coder || view.selected.end <= view.selected.start) return;
  if (!w.newer.hidden) return announce(w, w.say("version.newer"), true); // its new borders would be those of another text
  const { start, end } = view.points();
  if (start === coding.start && end === coding.end) return;
  change(w, id, { start, end });
  announce(w, w.say("fitted", { code: coding.code }), true);
}

/** @param {Workspace} w */
export function inVivo(w) {
  const view = w.view;
  if (!view || view.selected.end <= view.selected.start) return;
  if (!w.newer.hidden) return announce(w, w.say("version.newer"), true);
  const act = { op: "in-vivo", id: newId(), transcript: view.told.id, version: view.told.version, ...view.points() };
  const words = view.words().split(/\s+/).join(" ").trim();
  w.done(act);
  view.add(codingOf(w, { ...act, code: words }));
  view.setCurrent(act.id);
  showHere(w);
  announce(w, w.say("invivo.done", { code: words }));
}

/**
 * @param {Workspace} w
 * @param {string} id
 */
export function retract(w, id) {
  const coding = w.view?.codings.get(id);
  if (!coding || coding.coder !== w.study.coder) return;
  w.view?.remove(id);
  if (w.queue.drop(id)) tellProgress(w);
  else w.done({ op: "retract", id: newId(), coding: id });
  showHere(w);
  announce(w, w.say("retracted", { code: coding.code }));
}

/**
 * @param {Workspace} w
 * @param {string} id
 */
export async function memo(w, id) {
  const coding = w.view?.codings.get(id);
  if (!coding || coding.coder !== w.study.coder) return;
  const memo = await ask(w.say("memo.title"), coding.memo, w.say, { long: true });
  if (memo !== null && memo !== coding.memo) change(w, id, { memo });
}

/**
 * @param {Workspace} w
 * @param {string} id
 */
export async function weigh(w, id) {
  const coding = w.view?.codings.get(id);
  if (!coding || coding.coder !== w.study.coder) return;
  const check = (/** @type {string} */ text) => (numberOf(text) === undefined ? w.say("weight.title") : "");
  const given = await ask(w.say("weight.title"), coding.weight === null ? "" : String(coding.weight), w.say, { check });
  if (given !== null) change(w, id, { weight: numberOf(given) ?? null });
}

/**
 * @param {Workspace} w
 * @param {string} id
 * @param {Partial<Coding>} fields
 */
export function change(w, id, fields) {
  const view = w.view;
  const coding = view?.codings.get(id);
  if (!view || !coding) return;
  const act = { op: "change", id: newId(), coding: id, version: view.told.version, ...fields };
  view.remove(id);
  view.add({ ...coding, ...fields, id: act.id, review: "" });
  view.setCurrent(act.id);
  w.done(act);
  showHere(w);
}

/**
 * @param {Workspace} w
 * @param {string} id
 */
export function confirm(w, id) {
  const coding = w.view?.codings.get(id);
  if (!coding) return;
  w.done({ op: "confirm", id: newId(), coding: id });
  coding.review = "";
  showHere(w);
}

/**
 * @param {Workspace} w
 * @param {Suggestion} one
 * @param {boolean} accepted
 */
export function decide(w, one, accepted) {
  const id = newId();
  w.suggestions = w.suggestions.filter((other) => other.id !== one.id);
  paintSuggestions(w);
  w.done({ op: accepted ? "accept" : "reject", id, suggestion: one.id });
  if (accepted) w.view?.add(codingOf(w, { op: "add", id, start: one.start, end: one.end, code: one.code }));
  showHere(w);
}

/**
 * @param {Workspace} w
 * @param {"undo" | "redo"} which
 */
export async function reverse(w, which) {
  if (w.queue.failures) return announce(w, w.say(w.api.cut, { count: w.queue.waiting.length }), true);
  await w.queue.flush();
  try {
    const told = await w.api.reverse(which);
    announce(w, told.problem ? w.say.told(told.problem) : w.say(which === "undo" ? "undone" : "redone", { what: told.done ?? "" }), true);
    await w.refresh();
  } catch (error) {
    announce(w, failureOf(error, w.say), true);
  }
}

/**
 * Act on the coding at the cursor: on the chosen one, where it is the coder's own, or on the shortest of their own.
 * @param {Workspace} w
 * @param {(id: string) => void} act
 * @param {boolean} [anyone] Whether it may be somebody else's.
 */
export function withCurrent(w, act, anyone = false) {
  const view = /** @type {TranscriptView} */ (w.view);
  const here = view.here().filter((one) => anyone || one.coder === w.study.coder);
  const chosen = here.find((one) => one.id === view.current) ?? here[0];
  if (chosen) act(chosen.id);
}

/**
 * @param {Workspace} w
 * @param {MouseEvent} event
 */
export function mouse(w, event) {
  const chosen = document.getSelection();
  if (chosen && !chosen.isCollapsed) w.view?.takeSelection();
  else w.view?.click(event.clientX, event.clientY, event.detail > 1 ? "word" : "sentence");
}

/**
 * @param {Workspace} w
 * @param {DragEvent} event
 */
export function drop(w, event) {
  const path = event.dataTransfer?.getData("text/x-interviews-code");
  const view = w.view;
  if (!path || !view) return;
  event.preventDefault();
  const before = view.selected;
  view.click(event.clientX, event.clientY);
  const inside = view.selected.start < before.end && view.selected.end > before.start;
  if (inside && before.end > before.start) view.select(before);
  apply(w, path);
  w.pane.focus();
}

/**
 * @param {Workspace} w
 * @param {Act} act
 * @returns {Coding}
 */
export function codingOf(w, act) {
  return {
    id: act.id,
    start: Number(act.start),
    end: Number(act.end),
    code: String(act.code ?? ""),
    coder: w.study.coder,
    memo: String(act.memo ?? ""),
    weight: typeof act.weight === "number" ? act.weight : null,
    unit: String(act.unit ?? "segment"),
    round: w.study.round,
    review: "",
  };
}

/**
 * @param {Workspace} w
 * @param {string} path
 */
function remember(w, path) {
  if (w.recent[0] === path) return;
  w.recent = [path, ...w.recent.filter((one) => one !== path)].slice(0, 9);
  keep(w.study, "recent", w.recent);
  w.quick.show(quick(w), w.pinned);
}

/** A UUID of version 7 (RFC 9562): later ones sort after earlier ones, in the project's database, too. */
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const now = Date.now();
  for (let at = 0; at < 6; at += 1) bytes[at] = Math.floor(now / 2 ** (8 * (5 - at))) & 0xff;
  bytes[6] = (bytes[6] & 0x0f) | 0x70;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const digits = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-${digits.slice(12, 16)}-${digits.slice(16, 20)}-${digits.slice(20)}`;
}

/**
 * A number, null for nothing, undefined for anything else.
 * @param {string} text
 */
function numberOf(text) {
  if (!text.trim()) return null;
  const number = Number(text.replace(",", "."));
  return Number.isFinite(number) ? number : undefined;
}
