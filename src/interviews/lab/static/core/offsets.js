// Positions: the project counts Unicode code points, the browser UTF-16 units. Both are half-open.

/** Translates positions of one text; a map of every code point is built once, the way back is a binary search. */
export class Offsets {
  /** @param {string} text */
  constructor(text) {
    const starts = new Uint32Array(text.length + 1);
    let points = 0;
    for (let unit = 0; unit < text.length; points += 1) {
      starts[points] = unit;
      unit += /** @type {number} */ (text.codePointAt(unit)) > 0xffff ? 2 : 1;
    }
    starts[points] = text.length;
    this.starts = starts.subarray(0, points + 1);
  }

  /** How many code points the text has. */
  get length() {
    return this.starts.length - 1;
  }

  /**
   * The UTF-16 position of a code point.
   * @param {number} point
   */
  toUnits(point) {
    return this.starts[Math.min(Math.max(point, 0), this.length)];
  }

  /**
   * The code point at a UTF-16 position; within a pair the one that it is half of.
   * @param {number} unit
   */
  toPoints(unit) {
    let low = 0;
    let high = this.length;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle] <= unit) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/**
 * The range widened to whole characters as people see them, such as a family of emoji or a letter with its marks.
 * @param {string} text
 * @param {number} start UTF-16
 * @param {number} end UTF-16
 * @returns {[number, number]}
 */
export function snap(text, start, end) {
  const segments = graphemes.segment(text);
  const first = segments.containing(start);
  const last = end > start ? segments.containing(end - 1) : undefined;
  return [first ? first.index : start, last ? last.index + last.segment.length : end];
}
