// What a coder moves by: words and sentences of a turn, as UTF-16 ranges within its text.

/** @typedef {[number, number]} Range */
/** @typedef {"word" | "sentence" | "turn"} Unit */

/**
 * The words of a text, without blanks and punctuation.
 * @param {string} text
 * @param {string} language
 * @returns {Range[]}
 */
export function words(text, language) {
  return [...segments(text, language, "word")]
    .filter((one) => one.isWordLike)
    .map((one) => [one.index, one.index + one.segment.length]);
}

/**
 * The sentences of a text, without the blanks around them.
 * @param {string} text
 * @param {string} language
 * @returns {Range[]}
 */
export function sentences(text, language) {
  return [...segments(text, language, "sentence")]
    .map((one) => /** @type {Range} */ (trimmed(text, one.index, one.index + one.segment.length)))
    .filter(([start, end]) => start < end);
}

/**
 * The ranges of a text by unit; a turn is one range.
 * @param {string} text
 * @param {string} language
 * @param {Unit} unit
 * @returns {Range[]}
 */
export function rangesOf(text, language, unit) {
  if (unit === "word") return words(text, language);
  if (unit === "sentence") return sentences(text, language);
  return text.length ? [trimmed(text, 0, text.length)] : [];
}

/**
 * The range that holds a position, or the nearest one after it, or the last; -1 where there is none.
 * @param {Range[]} ranges
 * @param {number} at
 */
export function indexAt(ranges, at) {
  const found = ranges.findIndex(([, end]) => at < end);
  return found < 0 ? ranges.length - 1 : found;
}

/**
 * @param {string} text
 * @param {string} language
 * @param {"word" | "sentence"} granularity
 */
function segments(text, language, granularity) {
  const name = `${language} ${granularity}`;
  let segmenter = segmenters.get(name);
  if (!segmenter) segmenters.set(name, (segmenter = new Intl.Segmenter(language || undefined, { granularity })));
  return segmenter.segment(text);
}

/** @type {Map<string, Intl.Segmenter>} */
const segmenters = new Map(); // each takes a millisecond to make

/**
 * @param {string} text
 * @param {number} start
 * @param {number} end
 * @returns {Range}
 */
function trimmed(text, start, end) {
  while (start < end && /\s/u.test(text[start])) start += 1;
  while (end > start && /\s/u.test(text[end - 1])) end -= 1;
  return [start, end];
}
