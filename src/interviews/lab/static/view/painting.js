// What is painted over the turns near the part that is seen: layers in the text, bars beside it.

import { density, DEEPEST } from "../core/layers.js";
import { clip, touched } from "../core/turns.js";
import { darkness } from "./dom.js";
import { Painted, staticRange } from "./highlights.js";
import { Margin } from "./margin.js";
import { describe } from "./turns.js";

/** @typedef {import("./turns.js").TurnView} TurnView */
/** @typedef {import("../core/turns.js").Place} Place */
/** @typedef {(code: string) => {colour: string, pattern: number}} StyleOf */

/** How far beyond what is seen turns are painted, in pixels. */
const NEAR = 600;
/** After so much scrolling it is painted on: many turns at once, for a browser looks at all of them whenever one changes. */
const STEP = 400;

/**
 * Only what is near is painted: a browser goes through every range of every highlight whenever one changes. What changes is painted
 * before the next frame, all at once, however many acts it took.
 */
export class Painting {
  /**
   * @param {HTMLElement} host Scrolls; holds the turns.
   * @param {TurnView[]} turns
   * @param {{styleOf: StyleOf, say: import("../core/words.js").Say, onlook: () => void}} options Who else puts things beside lines, after those moved.
   */
  constructor(host, turns, { styleOf, say, onlook }) {
    this.host = host;
    this.turns = turns;
    this.styleOf = styleOf;
    this.say = say;
    this.onlook = onlook;
    /** @type {string | null} */
    this.current = null;
    /** @type {Record<"hit" | "suggestion", Place[]>} */
    this.places = { hit: [], suggestion: [] };
    this.cursor = new Painted();
    this.leaves = new Set(turns.map((turn) => turn.leaf));
    /** @type {TurnView[]} Those that are near. */
    this.near = [];
    /** @type {Set<TurnView>} Those in which something changed since the last frame. */
    this.changed = new Set();
    /** Where it was scrolled to when it was last looked what is near. */
    this.looked = -Infinity;
    this.frame = 0;
    this.resized = new ResizeObserver((entries) => this.reflow(new Set(entries.map((one) => one.target))));
    for (const one of [host, ...this.leaves]) this.resized.observe(one);
    this.margin = new Margin(host, NEAR);
    this.ending = new AbortController();
    const { signal } = this.ending;
    host.addEventListener("scroll", () => Math.abs(host.scrollTop - this.looked) < STEP || this.look(), { passive: true, signal });
    darkness.addEventListener("change", () => this.look(), { signal });
    void document.fonts.ready.then(() => signal.aborted || this.reflow(new Set([host])));
  }

  /** Let go of what the page shares. */
  close() {
    this.ending.abort();
    this.resized.disconnect();
    cancelAnimationFrame(this.frame);
    for (const turn of this.near) turn.painted.clear();
    this.cursor.clear();
  }

  /**
   * Lines break differently in these parts of the page, or stand elsewhere.
   * @param {Set<Element>} parts
   */
  reflow(parts) {
    const all = parts.has(this.host);
    for (const turn of this.turns) if (all || parts.has(turn.leaf)) turn.lines.known.clear();
    this.look();
  }

  /** Paint what is near now, and no more what was. */
  look() {
    const frame = this.host.getBoundingClientRect();
    if (!frame.height || !this.turns.length) return; // another view is shown
    this.looked = this.host.scrollTop;
    const near = this.turns.slice(this.indexAt(frame.top - NEAR), this.indexAt(frame.bottom + NEAR) + 1);
    const stays = new Set(near);
    const before = new Set(this.near);
    for (const turn of before) if (!stays.has(turn)) turn.painted.clear();
    const leaves = new Set(near.map((turn) => turn.leaf));
    for (const leaf of this.leaves) leaf.classList.toggle("near", leaves.has(leaf));
    this.near = near;
    for (const turn of near) if (!before.has(turn)) this.paint(turn);
    this.margin.place(near);
    for (const turn of near) this.draw(turn);
    this.onlook();
  }

  /**
   * The first turn that ends below a height of the window, or the last one.
   * @param {number} y
   */
  indexAt(y) {
    let low = 0;
    let high = this.turns.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.turns[middle].element.getBoundingClientRect().bottom < y) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /**
   * Something changed in these turns: they are painted anew with the next frame.
   * @param {Iterable<TurnView>} turns
   */
  refresh(turns) {
    for (const turn of turns) this.changed.add(turn);
    this.frame ||= requestAnimationFrame(() => this.settle());
  }

  settle() {
    this.frame = 0;
    for (const turn of this.near) {
      if (!this.changed.has(turn)) continue;
      this.paint(turn);
      this.draw(turn);
    }
    this.changed.clear();
  }

  /**
   * Places of a search, or of suggestions, instead of those before.
   * @param {"hit" | "suggestion"} layer
   * @param {Place[]} places
   */
  setPlaces(layer, places) {
    this.places[layer] = places;
    this.refresh(this.near);
  }

  /**
   * Paint the cursor's places, clipped into the turns that they touch.
   * @param {"cursor" | "current"} layer
   * @param {Place[]} places
   */
  mark(layer, places) {
    const ranges = places.flatMap((place) => touched(this.turns, place).map((turn) => staticRange(turn.node, clip(turn, place))));
    this.cursor.show(layer, ranges);
  }

  /** @param {TurnView} turn */
  paint(turn) {
    const clipped = [...turn.codings.values()].map((one) => clip(turn, one));
    /** @type {AbstractRange[][]} */
    const byDepth = Array.from({ length: DEEPEST }, () => []);
    for (const run of density(clipped)) byDepth[run.depth - 1].push(staticRange(turn.node, run));
    byDepth.forEach((ranges, depth) => turn.painted.show(`density-${depth + 1}`, ranges));
    for (const layer of /** @type {const} */ (["hit", "suggestion"])) {
      turn.painted.show(layer, this.within(turn, layer).map((one) => staticRange(turn.node, one)));
    }
    describe(turn, this.say);
  }

  /**
   * @param {TurnView} turn
   * @param {"hit" | "suggestion"} layer
   */
  within(turn, layer) {
    const shared = this.places[layer].filter(({ from, to }) => from < turn.end && to > turn.start);
    return shared.map((one) => clip(turn, one));
  }

  /** @param {TurnView} turn */
  draw(turn) {
    const bars = [...turn.codings.values()].map((one) => {
      return { ...clip(turn, one), ...this.styleOf(one.code), current: one.id === this.current, memo: one.memo !== "" };
    });
    this.margin.draw(turn, bars, this.within(turn, "hit"));
  }
}
