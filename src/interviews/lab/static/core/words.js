// What the interface says, by language; a text that a language lacks is said in English.

import de from "../words/de.js";
import en from "../words/en.js";
import pl from "../words/pl.js";
import { retell } from "./refusals.js";

/** @type {Record<string, Record<string, string>>} */
const CATALOGUES = { de, en, pl };

/**
 * A function that gives the text of a name, with `{…}` filled in; `told` says a sentence of the project in this language.
 * @param {string} language
 */
export function speak(language) {
  const own = CATALOGUES[language.slice(0, 2)] ?? en;
  const say = (/** @type {string} */ name, /** @type {Record<string, string | number>} */ values = {}) =>
    (own[name] ?? en[name] ?? name).replace(/\{(\w+)\}/g, (whole, key) => String(values[key] ?? whole));
  return Object.assign(say, { told: (/** @type {string} */ sentence) => retell(sentence, language) });
}

/** @typedef {ReturnType<typeof speak>} Say */
