// What the interface says, by language; a text that a language lacks is said in English.

import de from "../words/de.js";
import en from "../words/en.js";
import pl from "../words/pl.js";

/** @type {Record<string, Record<string, string>>} */
const CATALOGUES = { de, en, pl };

/**
 * A function that gives the text of a name, with `{…}` filled in.
 * @param {string} language
 */
export function speak(language) {
  const own = CATALOGUES[language.slice(0, 2)] ?? en;
  return (/** @type {string} */ name, /** @type {Record<string, string | number>} */ values = {}) =>
    (own[name] ?? en[name] ?? name).replace(/\{(\w+)\}/g, (whole, key) => String(values[key] ?? whole));
}

/** @typedef {ReturnType<typeof speak>} Say */
