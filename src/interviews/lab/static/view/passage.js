// A passage with the words around it, and where it stands.

import { openTranscript } from "../going.js";
import { element } from "./dom.js";

/** @typedef {import("../questions.js").Passage} Passage */
/** @typedef {import("../core/words.js").Say} Say */

/**
 * @param {Omit<Passage, "code">} one
 * @param {Say} say
 */
export function placeOf(one, say) {
  const turn = one.turn === null ? "" : say("turn", { number: one.turn });
  return [one.name, one.case, turn, one.speaker].filter(Boolean).join(" · ");
}

/**
 * @param {Omit<Passage, "code">} one
 * @param {number} around How many characters are shown on either side at most.
 */
export function wordsOf(one, around = Infinity) {
  const before = [...one.before];
  const after = [...one.after];
  const left = before.length > around ? `… ${before.slice(-around).join("")}` : one.before;
  const right = after.length > around ? `${after.slice(0, around).join("")} …` : one.after;
  const words = one.words.trim() ? element("mark", {}, one.words) : "";
  return element("p", { class: "words", dir: "auto", lang: one.language }, left, words, right);
}

/**
 * Open the passage in its transcript.
 * @param {import("../workspace.js").Workspace} w
 * @param {Omit<Passage, "code">} one
 */
export async function openPassage(w, one) {
  await w.views.show("coding");
  const shown = w.view?.told.id === one.transcript && w.view.told.version === one.version;
  if (!shown && !(await openTranscript(w, one.transcript))) return;
  const view = w.view;
  if (!view) return;
  view.select({ start: view.offsets.toUnits(one.start), end: view.offsets.toUnits(one.end) }, true);
  if (view.codings.has(one.id)) view.setCurrent(one.id);
  view.onselect();
  w.pane.focus();
}
