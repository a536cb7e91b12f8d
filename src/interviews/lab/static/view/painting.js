// What is painted over the turns near the part that is seen: layers in the text, bars beside it.

import { density, DEEPEST } from "../core/layers.js";
import { clip, touched } from "../core/turns.js";
import { darkness } from "./dom.js";
import { Painted, staticRange } from "./highlights.js";
import { drawBars, Lines } from "./margin.js";
import { describe } from "./turns.js";

/** @typedef {import("./turns.js").TurnView} TurnView */
/** @typedef {import("../core/turns.js").Place} Place */
/** @typedef {(code: string) => {colour: string, pattern: number}} StyleOf */

/** How far beyond what is seen turns are painted. */
const NEAR = "900px 0px";

/**
 * What is near the part that is seen is painted, and anew where lines break differently. A browser looks at every range
 * of a highlight whenever one changes, so those far away are not there at all.
 */
export class Painting {
  /**
   * @param {HTMLElement} host Scrolls.
   * @param {TurnView[]} turns
   * @param {{styleOf: StyleOf, say: import("../core/words.js").Say}} options
   */
  constructor(host, turns, { styleOf, say }) {
    this.turns = turns;
    this.styleOf = styleOf;
    this.say = say;
    /** @type {string | null} */
    this.current = null;
    /** @type {Record<"hit" | "suggestion", Place[]>} */
    this.places = { hit: [], suggestion: [] };
    this.cursor = new Painted();
    const byElement = new Map(turns.map((turn) => [/** @type {Element} */ (turn.element), turn]));
    const come = (/** @type {IntersectionObserverEntry} */ { target, isIntersecting }) => {
      const turn = byElement.get(target);
      if (turn) this.approach(turn, isIntersecting);
    };
    this.seen = new IntersectionObserver((entries) => entries.forEach(come), { root: host, rootMargin: NEAR });
    for (const turn of turns) this.seen.observe(turn.element);
    this.redrawn = () => this.redraw();
    this.resized = new ResizeObserver(this.redrawn);
    this.resized.observe(host);
    darkness.addEventListener("change", this.redrawn);
    void document.fonts.ready.then(this.redrawn);
  }

  /** Let go of what the page shares. */
  close() {
    this.seen.disconnect();
    this.resized.disconnect();
    darkness.removeEventListener("change", this.redrawn);
    for (const turn of this.turns) turn.painted.clear();
    this.cursor.clear();
  }

  /**
   * @param {TurnView} turn
   * @param {boolean} near
   */
  approach(turn, near) {
    turn.near = near;
    if (near) {
      this.refresh([turn]);
      return;
    }
    turn.painted.clear();
    turn.canvas.width = turn.canvas.height = 0;
    turn.lines = null;
  }

  redraw() {
    for (const turn of this.turns) {
      turn.lines = null;
      this.draw(turn);
    }
  }

  /** @param {Iterable<TurnView>} turns */
  refresh(turns) {
    for (const turn of turns) {
      this.paint(turn);
      this.draw(turn);
    }
  }

  /**
   * Places of a search, or of suggestions, instead of those before.
   * @param {"hit" | "suggestion"} layer
   * @param {Place[]} places
   */
  setPlaces(layer, places) {
    this.places[layer] = places;
    this.refresh(this.turns);
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
    if (!turn.near) return;
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
    if (!turn.near) return;
    const bars = [...turn.codings.values()].map((one) => {
      return { ...clip(turn, one), ...this.styleOf(one.code), current: one.id === this.current, memo: one.memo !== "" };
    });
    turn.lines ??= new Lines(turn.canvas, turn.node);
    drawBars(turn.canvas, turn.lines, bars, this.within(turn, "hit"));
  }
}
