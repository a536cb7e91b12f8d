// A disagreement in words: in the list, for the ear, and how it was decided.

import { chip, element } from "./dom.js";
import { placeOf } from "./passage.js";

/** @typedef {import("../workspace.js").Workspace} Workspace */
/** @typedef {import("../core/words.js").Say} Say */
/** @typedef {import("../questions.js").Disagreement} Disagreement */

/**
 * @param {string} decision
 * @param {Say} say
 */
export function decisionOf(decision, say) {
  return decision.startsWith("as ") ? say("settle.as", { coder: decision.slice(3) }) : say(`settle.${decision}`);
}

/**
 * @param {Workspace} w
 * @param {Disagreement} one
 * @param {boolean} current
 * @param {() => void} go
 */
export function rowOf(w, one, current, go) {
  const told = one.decided ? `✓ ${decisionOf(one.decided.decision, w.say)}` : w.say(`settle.differ.${one.difference}`);
  const button = element(
    "button",
    { type: "button", "aria-current": current ? "true" : null, class: one.decided ? "done" : null, onclick: go },
    element("span", {}, ...codesOf(one).flatMap((code) => [chip(w.code(code), code), " "])),
    element("span", { class: "count" }, `${told} · ${placeOf(one, w.say)}`),
  );
  return element("li", {}, button);
}

/**
 * @param {Disagreement} one
 * @param {Say} say
 */
export function spokenOf(one, say) {
  return `${say(`settle.differ.${one.difference}`)}: ${codesOf(one).join(", ")}: ${one.words}`;
}

/** @param {Disagreement} one */
function codesOf(one) {
  return [...new Set([...one.first, ...one.second].map((coding) => coding.code))];
}
