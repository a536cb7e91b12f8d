// Where the letters of a turn stand, counted from its top; asked once for each place, as long as lines break where they do.

/** @typedef {{top: number, bottom: number}} Edge */

const range = document.createRange();

export class Lines {
  /**
   * @param {HTMLElement} element The turn.
   * @param {Text} node With its words.
   */
  constructor(element, node) {
    this.element = element;
    this.node = node;
    /** @type {Map<number, Edge>} */
    this.known = new Map();
  }

  /**
   * From the top of the first line of each stretch to the bottom of its last one.
   * @param {{start: number, end: number}[]} stretches UTF-16 within the turn.
   * @returns {Edge[]}
   */
  heightsOf(stretches) {
    const origin = this.element.getBoundingClientRect().top;
    return stretches.map(({ start, end }) => ({
      top: this.edge(start, origin).top,
      bottom: this.edge(Math.max(end - 1, start), origin).bottom,
    }));
  }

  /**
   * @param {number} at
   * @param {number} origin
   */
  edge(at, origin) {
    let found = this.known.get(at);
    if (!found) {
      range.setStart(this.node, at);
      range.setEnd(this.node, Math.min(at + 1, this.node.length));
      const { top, bottom } = range.getBoundingClientRect();
      found = { top: top - origin, bottom: bottom - origin };
      this.known.set(at, found);
    }
    return found;
  }
}
