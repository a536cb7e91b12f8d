// The codings of two coders side by side: the same words twice, each with what one of them coded.

import { joined } from "../core/stretches.js";
import { describe } from "./definition.js";
import { chip, element } from "./dom.js";

/** @typedef {import("../workspace.js").Workspace} Workspace */
/** @typedef {import("../questions.js").Disagreement} Disagreement */
/** @typedef {import("../questions.js").Judged} Judged */

/**
 * One of the columns.
 * @param {Workspace} w
 * @param {Disagreement} one
 * @param {string} heading
 * @param {Judged[]} codings
 * @param {boolean} [held] Whether this is what was decided for.
 */
export function columnOf(w, one, heading, codings, held = false) {
  const { say } = w;
  const codes = [...new Set(codings.map((coding) => coding.code))];
  const memos = codings.filter((coding) => coding.memo).map((coding) => element("p", { class: "memo", dir: "auto" }, coding.memo));
  return element(
    "section",
    { class: held ? "column held" : "column", "aria-label": heading },
    element("h3", {}, heading, held ? ` – ${say("settle.held")}` : ""),
    element("p", {}, ...(codes.length ? codes.flatMap((code) => [chip(w.code(code), code), " "]) : [say("settle.nothing")])),
    markedWords(one, codings),
    ...memos,
    ...codes.map((path) => w.byPath.get(path)).map((code) => code && describe(code, say)),
  );
}

/**
 * The words of the turns around, those of the codings marked.
 * @param {Disagreement} one
 * @param {{start: number, end: number}[]} codings
 */
function markedWords(one, codings) {
  const letters = [...one.before, ...one.words, ...one.after];
  const from = one.start - [...one.before].length;
  const made = element("p", { class: "words", dir: "auto", lang: one.language });
  let at = 0;
  for (const { start, end } of joined(codings)) {
    made.append(letters.slice(at, start - from).join(""), element("mark", {}, letters.slice(start - from, end - from).join("")));
    at = end - from;
  }
  made.append(letters.slice(at).join(""));
  return made;
}
