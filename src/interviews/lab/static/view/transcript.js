// The transcript: turns with one text node each, codings painted over them, and a cursor that moves by words, sentences, turns.

import { density, DEEPEST } from "../core/layers.js";
import { Offsets, snap } from "../core/offsets.js";
import { indexAt, rangesOf } from "../core/units.js";
import { element } from "./dom.js";
import { Painted } from "./highlights.js";
import { drawBars } from "./margin.js";

/** @typedef {import("../api.js").Transcript} Told */
/** @typedef {import("../api.js").Coding} Coding */
/** @typedef {import("../core/units.js").Unit} Unit */
/** @typedef {import("../core/units.js").Range} Range */
/**
 * @typedef {object} TurnView
 * @property {number} at Place in the transcript, from 0.
 * @property {number} number
 * @property {number} start UTF-16, of the speech in the whole text.
 * @property {number} end
 * @property {string} text
 * @property {string} language
 * @property {string} role
 * @property {Text} node
 * @property {HTMLElement} element
 * @property {HTMLElement} speech
 * @property {HTMLCanvasElement} canvas
 * @property {Set<string>} codings
 * @property {Painted} painted
 * @property {boolean} near Whether it is near the part that is seen.
 */
/** @typedef {{start: number, end: number}} Selected UTF-16 in the whole text. */
/** @typedef {Coding & {from: number, to: number}} Placed A coding with its UTF-16 range. */

export class TranscriptView {
  /**
   * @param {HTMLElement} host Scrolls, and takes the keys.
   * @param {Told} told
   * @param {{styleOf: (code: string) => {colour: string, pattern: number}, say: import("../core/words.js").Say}} options
   */
  constructor(host, told, { styleOf, say }) {
    this.host = host;
    this.told = told;
    this.styleOf = styleOf;
    this.say = say;
    this.offsets = new Offsets(told.text);
    /** @type {Map<string, Placed>} */
    this.codings = new Map();
    /** @type {TurnView[]} */
    this.turns = [];
    /** @type {Selected} */
    this.selected = { start: 0, end: 0 };
    /** @type {string | null} */
    this.current = null;
    this.cursor = new Painted();
    this.suggested = new Painted();
    this.found = new Painted();
    this.onselect = () => {};
    this.build();
    this.watch();
    for (const coding of told.codings) this.place(coding);
    for (const turn of this.turns) this.paint(turn);
    this.select(this.turns.length ? this.unitAt(this.turns[0], 0, "sentence") : { start: 0, end: 0 });
  }

  build() {
    const fragment = document.createDocumentFragment();
    const pieces = this.told.turns.length ? this.told.turns : this.paragraphs();
    for (const [number, first, last, speaker, role, startMs, language] of pieces) {
      const start = this.offsets.toUnits(first);
      const end = this.offsets.toUnits(last);
      const text = this.told.text.slice(start, end);
      const spoken = language || this.told.language;
      const node = document.createTextNode(text);
      const speech = element("p", { class: "speech", dir: directionOf(text, spoken), lang: spoken }, node);
      const canvas = element("canvas", { class: "bars", "aria-hidden": "true" });
      const who = element(
        "div",
        { class: "who" },
        element("span", { class: "speaker", dir: "auto" }, speaker ?? ""),
        element("span", { class: "number" }, this.told.turns.length ? String(number) : this.say("line", { line: number })),
        startMs === null ? null : element("time", {}, clock(startMs)),
      );
      const box = element("section", { class: `turn ${role}`, "data-turn": number }, who, speech, canvas);
      fragment.append(box);
      this.turns.push({
        at: this.turns.length,
        number,
        start,
        end,
        text,
        language: spoken,
        role,
        node,
        element: box,
        speech,
        canvas,
        codings: new Set(),
        painted: new Painted(),
        near: false,
      });
    }
    this.host.replaceChildren(fragment);
  }

  /**
   * A text without turns is shown by its paragraphs.
   * @returns {import("../api.js").Turn[]}
   */
  paragraphs() {
    /** @type {import("../api.js").Turn[]} */
    const made = [];
    let at = 0;
    for (const line of this.told.text.split("\n")) {
      const length = [...line].length;
      if (line.trim()) made.push([made.length + 1, at, at + length, null, "other", null, null]);
      at += length + 1;
    }
    return made;
  }

  /** Bars are drawn near what is seen, and anew where lines break differently. */
  watch() {
    this.seen = new IntersectionObserver(
      (entries) => {
        for (const entry of entries) {
          const turn = this.turns.find((one) => one.element === entry.target);
          if (!turn) continue;
          turn.near = entry.isIntersecting;
          if (turn.near) this.draw(turn);
          else turn.canvas.width = turn.canvas.height = 0;
        }
      },
      { root: this.host, rootMargin: "1200px 0px" },
    );
    for (const turn of this.turns) this.seen.observe(turn.element);
    this.resized = new ResizeObserver(() => this.redraw());
    this.resized.observe(this.host);
  }

  /** Let go of what the page shares. */
  close() {
    this.seen?.disconnect();
    this.resized?.disconnect();
    for (const turn of this.turns) turn.painted.clear();
    for (const painted of [this.cursor, this.suggested, this.found]) painted.clear();
  }

  redraw() {
    for (const turn of this.turns) if (turn.near) this.draw(turn);
  }

  /** @param {Coding} coding */
  add(coding) {
    this.place(coding);
    this.repaint(coding.id);
  }

  /** @param {string} id */
  remove(id) {
    const coding = this.codings.get(id);
    if (!coding) return;
    this.codings.delete(id);
    if (this.current === id) this.current = null;
    for (const turn of this.touched(coding)) {
      turn.codings.delete(id);
      this.paint(turn);
      this.draw(turn);
    }
  }

  /**
   * Show these codings instead of those before; only turns where something differs are painted anew.
   * @param {Coding[]} codings
   */
  replace(codings) {
    const now = new Map(codings.map((coding) => [coding.id, coding]));
    for (const id of [...this.codings.keys()]) if (!now.has(id)) this.remove(id);
    for (const coding of codings) {
      const known = this.codings.get(coding.id);
      if (known && Object.entries(coding).every(([name, value]) => Reflect.get(known, name) === value)) continue;
      if (known) this.remove(coding.id);
      this.add(coding);
    }
  }

  /** @param {Coding} coding */
  place(coding) {
    const placed = { ...coding, from: this.offsets.toUnits(coding.start), to: this.offsets.toUnits(coding.end) };
    this.codings.set(coding.id, placed);
    for (const turn of this.touched(placed)) turn.codings.add(coding.id);
  }

  /** @param {string | null} id */
  setCurrent(id) {
    const before = this.current;
    this.current = id;
    for (const one of [before, id]) if (one) this.repaint(one);
  }

  /** @param {string} id */
  repaint(id) {
    const coding = this.codings.get(id);
    for (const turn of coding ? this.touched(coding) : []) {
      this.paint(turn);
      this.draw(turn);
    }
  }

  /**
   * The turns that a range touches, by binary search for the first.
   * @param {{from: number, to: number}} range
   */
  touched({ from, to }) {
    const turns = [];
    for (let at = this.turnIndex(from); at >= 0 && at < this.turns.length && this.turns[at].start < to; at += 1) {
      if (this.turns[at].end > from) turns.push(this.turns[at]);
    }
    return turns;
  }

  /**
   * The last turn that begins at or before a position; the first one where none does.
   * @param {number} unit
   */
  turnIndex(unit) {
    let low = 0;
    let high = this.turns.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.turns[middle].start <= unit) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** @param {TurnView} turn */
  paint(turn) {
    const clipped = [...turn.codings].map((id) => this.clip(turn, this.coding(id)));
    /** @type {AbstractRange[][]} */
    const byDepth = Array.from({ length: DEEPEST }, () => []);
    for (const run of density(clipped)) byDepth[run.depth - 1].push(staticRange(turn.node, run.start, run.end));
    byDepth.forEach((ranges, depth) => turn.painted.show(`density-${depth + 1}`, ranges));
    const current = this.current && turn.codings.has(this.current) ? this.clip(turn, this.coding(this.current)) : null;
    turn.painted.show("current", current ? [staticRange(turn.node, current.start, current.end)] : []);
  }

  /** @param {TurnView} turn */
  draw(turn) {
    if (!turn.near) return;
    const bars = [...turn.codings].map((id) => {
      const coding = this.coding(id);
      return { id, ...this.clip(turn, coding), ...this.styleOf(coding.code), current: id === this.current };
    });
    drawBars(turn.canvas, turn.node, bars);
  }

  /**
   * @param {TurnView} turn
   * @param {{from: number, to: number}} range
   */
  clip(turn, { from, to }) {
    return { start: Math.max(from, turn.start) - turn.start, end: Math.min(to, turn.end) - turn.start };
  }

  /** @param {string} id */
  coding(id) {
    return /** @type {Placed} */ (this.codings.get(id));
  }

  /**
   * Paint places, clipped into the turns that they touch.
   * @param {Painted} painted
   * @param {string} layer
   * @param {{from: number, to: number}[]} places
   */
  mark(painted, layer, places) {
    const ranges = places.flatMap((place) =>
      this.touched(place).map((turn) => {
        const { start, end } = this.clip(turn, place);
        return staticRange(turn.node, start, end);
      }),
    );
    painted.show(layer, ranges);
  }

  /** The codings that share a character with what is selected, the shortest first. */
  here() {
    const { start, end } = this.selected;
    const shared = [...this.codings.values()].filter((one) => one.from < Math.max(end, start + 1) && one.to > start);
    return shared.sort((a, b) => a.to - a.from - (b.to - b.from) || a.from - b.from);
  }

  /**
   * Select a range, paint the cursor, and bring it into view.
   * @param {Selected} range
   * @param {boolean} [scroll]
   */
  select(range, scroll = false) {
    this.selected = range;
    this.mark(this.cursor, "cursor", [{ from: range.start, to: range.end }]);
    const [turn] = this.touched({ from: range.start, to: Math.max(range.end, range.start + 1) });
    if (scroll && turn) this.reveal(turn, range);
    this.onselect();
  }

  /**
   * @param {TurnView} turn
   * @param {Selected} range
   */
  reveal(turn, range) {
    const { start, end } = this.clip(turn, { from: range.start, to: range.end });
    const place = document.createRange();
    place.setStart(turn.node, start);
    place.setEnd(turn.node, Math.max(start, Math.min(end, turn.node.length)));
    const box = place.getBoundingClientRect();
    const frame = this.host.getBoundingClientRect();
    const margin = frame.height / 5;
    if (box.top < frame.top + margin) this.host.scrollTop -= frame.top + margin - box.top;
    else if (box.bottom > frame.bottom - margin) {
      this.host.scrollTop += Math.min(box.bottom - frame.bottom + margin, box.top - frame.top - margin);
    }
  }

  /** The words that are selected. */
  words() {
    return this.told.text.slice(this.selected.start, this.selected.end);
  }

  /** What is selected, in code points. */
  points() {
    return { start: this.offsets.toPoints(this.selected.start), end: this.offsets.toPoints(this.selected.end) };
  }

  /** The turn at the cursor. */
  turn() {
    return this.turns[this.turnIndex(this.selected.start)];
  }

  /**
   * The unit of a turn that holds a position.
   * @param {TurnView} turn
   * @param {number} at UTF-16 within the turn.
   * @param {Unit} unit
   * @returns {Selected}
   */
  unitAt(turn, at, unit) {
    const ranges = rangesOf(turn.text, turn.language, unit);
    const range = ranges[Math.max(indexAt(ranges, at), 0)] ?? [0, turn.text.length];
    return { start: turn.start + range[0], end: turn.start + range[1] };
  }

  /**
   * Move the cursor by units, on into the next turn or back into the one before.
   * @param {Unit} unit
   * @param {number} by 1 or -1
   */
  move(unit, by) {
    const turn = this.turn();
    if (!turn) return;
    const ranges = rangesOf(turn.text, turn.language, unit);
    const here = indexAt(ranges, this.selected.start - turn.start);
    const selectsMore = unit !== "turn" && this.selected.end - turn.start > (ranges[here]?.[1] ?? 0);
    const next = by > 0 && selectsMore ? indexAt(ranges, this.selected.end - 1 - turn.start) + 1 : here + by;
    const range = unit === "turn" ? undefined : ranges[next];
    if (range) this.select({ start: turn.start + range[0], end: turn.start + range[1] }, true);
    else this.enter(turn.at + by, unit, by);
  }

  /**
   * @param {number} at
   * @param {Unit} unit
   * @param {number} by
   */
  enter(at, unit, by) {
    const turn = this.turns[at];
    if (!turn) return;
    this.select(this.unitAt(turn, by > 0 || unit === "turn" ? 0 : Math.max(turn.text.length - 1, 0), unit), true);
  }

  /**
   * Extend the selection at its end, or shrink it, never to less than one unit.
   * @param {Unit} unit
   * @param {number} by 1 or -1
   */
  extend(unit, by) {
    const ends = this.ends(unit);
    const { start, end } = this.selected;
    const to = by > 0 ? ends.find((one) => one > end) : ends.filter((one) => one < end && one > start).pop();
    if (to !== undefined) this.select({ start, end: to }, true);
  }

  /**
   * Where units end, in the turns from the selection's first to the one after its last.
   * @param {Unit} unit
   */
  ends(unit) {
    const first = this.turnIndex(this.selected.start);
    const last = Math.min(this.turnIndex(this.selected.end) + 1, this.turns.length - 1);
    return this.turns
      .slice(first, last + 1)
      .flatMap((turn) => rangesOf(turn.text, turn.language, unit).map(([, end]) => turn.start + end));
  }

  /** Take over what was selected with the mouse or a finger, widened to whole characters. */
  takeSelection() {
    const chosen = document.getSelection();
    if (!chosen || chosen.isCollapsed || !chosen.rangeCount) return;
    const range = chosen.getRangeAt(0);
    const from = this.unitOf(range.startContainer, range.startOffset);
    const to = this.unitOf(range.endContainer, range.endOffset);
    if (from === undefined || to === undefined || from >= to) return;
    const [start, end] = snap(this.told.text, from, to);
    this.select({ start, end });
  }

  /**
   * Put the cursor where the mouse clicked: on the sentence there.
   * @param {number} x
   * @param {number} y
   */
  click(x, y) {
    const place = caretAt(x, y);
    const unit = place && this.unitOf(place.node, place.offset);
    if (unit === undefined || unit === null) return;
    const turn = this.turns[this.turnIndex(unit)];
    this.select(this.unitAt(turn, Math.max(unit - turn.start, 0), "sentence"));
  }

  /**
   * The UTF-16 position in the text of a place in the page.
   * @param {Node} node
   * @param {number} offset
   */
  unitOf(node, offset) {
    const inside = (node instanceof Element ? node : node.parentElement)?.closest("[data-turn]");
    const turn = inside && this.turns.find((one) => one.element === inside);
    if (!turn) return undefined;
    if (node === turn.node) return turn.start + offset;
    return node === turn.speech && offset > 0 ? turn.end : turn.start;
  }
}

/**
 * @param {Text} node
 * @param {number} start
 * @param {number} end
 */
function staticRange(node, start, end) {
  return new StaticRange({ startContainer: node, startOffset: start, endContainer: node, endOffset: Math.max(start, end) });
}

/**
 * The direction of most letters, so that one Arabic word does not turn a German sentence round.
 * @param {string} text
 * @param {string} language
 */
function directionOf(text, language) {
  const right = (text.match(/[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/gu) ?? []).length;
  const letters = (text.match(/\p{L}/gu) ?? []).length;
  if (!letters) return /^(ar|fa|ur|he|yi|ckb|ps)\b/.test(language) ? "rtl" : "ltr";
  return right * 2 > letters ? "rtl" : "ltr";
}

/** @param {number} milliseconds */
function clock(milliseconds) {
  const seconds = Math.floor(milliseconds / 1000);
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/**
 * @param {number} x
 * @param {number} y
 * @returns {{node: Node, offset: number} | null}
 */
function caretAt(x, y) {
  if (document.caretPositionFromPoint) {
    const place = document.caretPositionFromPoint(x, y);
    return place && { node: place.offsetNode, offset: place.offset };
  }
  const range = document.caretRangeFromPoint?.(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : null;
}
