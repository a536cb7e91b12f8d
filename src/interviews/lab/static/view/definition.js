// What the codebook says of a code, for the moment of deciding.

import { chip, element } from "./dom.js";

/** @typedef {import("../api.js").Code} Code */

const FIELDS = /** @type {const} */ (["use_when", "not_when", "anchor", "counter", "memo"]);

/**
 * @param {Code} code
 * @param {import("../core/words.js").Say} say
 */
export function describe(code, say) {
  const fields = FIELDS.filter((name) => code[name]).flatMap((name) => [
    element("dt", {}, say(`field.${name}`)),
    element("dd", { dir: "auto" }, code[name]),
  ]);
  return element(
    "article",
    { class: "definition" },
    element("h3", {}, chip(code)),
    code.definition ? element("p", { dir: "auto" }, code.definition) : null,
    element("dl", {}, ...fields),
  );
}
