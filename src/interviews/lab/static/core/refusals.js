// What the project refuses, or asks to look at again, in the page's language: its sentences are looked up by their fixed words,
// and one that is not known stays as the project says it.

import de from "../words/refusals_de.js";

/** @type {Record<string, Record<string, string>>} */
const CATALOGUES = { de };
/** What changes in a sentence and is one of the project's own words again. */
const WORDS = new Set(["why", "what", "by", "fields"]);
/** Where it happened, which the page shows anyway. */
const PLACE = /^(?:\S+, \d+–\d+|codebook, code \d+): /;

/**
 * The project's sentence in a language. Lines below it, such as the question with a mark under the mistake, stay.
 * @param {string} sentence
 * @param {string} language
 */
export function retell(sentence, language) {
  const own = CATALOGUES[language.slice(0, 2)];
  if (!own) return sentence;
  const [first, ...rest] = sentence.split("\n");
  const parts = first.split("; ").map((part) => found(part, own) ?? "");
  const told = parts.every(Boolean) ? parts.join("; ") : found(first, own);
  return [told ?? first, ...rest].join("\n");
}

/**
 * @param {string} sentence
 * @param {Record<string, string>} own
 * @returns {string | undefined}
 */
function found(sentence, own) {
  const plain = sentence.replace(PLACE, "");
  for (const [known, words] of Object.entries(own)) {
    const values = patternOf(known).exec(plain)?.groups;
    if (values || known === plain) return words.replace(/\{(\w+)\}/g, (_, name) => (WORDS.has(name) ? inWords(values?.[name] ?? "", own) : (values?.[name] ?? "")));
  }
  return undefined;
}

/**
 * @param {string} value
 * @param {Record<string, string>} own
 */
function inWords(value, own) {
  return found(value, own) ?? value.split(", ").map((one) => own[one] ?? one).join(", ");
}

/** @param {string} known */
function patternOf(known) {
  const escaped = known.replace(/[.*+?^$()|[\]\\/]/g, "\\$&");
  return new RegExp(`^${escaped.replace(/\{(\w+)\}/g, "(?<$1>.*?)")}$`, "u");
}
