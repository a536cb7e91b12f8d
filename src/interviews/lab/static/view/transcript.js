// The transcript: turns with one text node each, codings painted over them, and a cursor that moves by words, sentences, turns.

import { density, DEEPEST } from "../core/layers.js";
import { Offsets, snap } from "../core/offsets.js";
import { indexAt, rangesOf } from "../core/units.js";
import { darkness, element } from "./dom.js";
import { Painted } from "./highlights.js";
import { drawBars, Lines } from "./margin.js";

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
 * @property {boolean} near Whether it is near the part that is seen; only there anything is painted.
 * @property {Lines | null} lines Where its letters stand, while lines break as they do.
 * @property {number} mine How many codings of this coder it has.
 */
/** @typedef {{start: number, end: number}} Selected UTF-16 in the whole text. */
/** @typedef {Coding & {from: number, to: number}} Placed A coding with its UTF-16 range. */

/** About how long a line is: what was not seen yet is taken to be as high as that makes it. */
const LETTERS_A_LINE = 80;
/** How far beyond what is seen turns are painted. */
const NEAR = "900px 0px";

export class TranscriptView {
  /**
   * @param {HTMLElement} host Scrolls, and takes the keys.
   * @param {Told} told
   * @param {{coder: string, styleOf: (code: string) => {colour: string, pattern: number}, say: import("../core/words.js").Say}} options
   */
  constructor(host, told, { coder, styleOf, say }) {
    this.host = host;
    this.told = told;
    this.coder = coder;
    this.styleOf = styleOf;
    this.say = say;
    this.offsets = new Offsets(told.text);
    /** @type {Map<string, Placed>} */
    this.codings = new Map();
    /** @type {TurnView[]} */
    this.turns = [];
    /** @type {WeakMap<Element, TurnView>} */
    this.byElement = new WeakMap();
    /** How many codings are this coder's. */
    this.mine = 0;
    /** Whether extending moves the start of the selection. */
    this.atStart = false;
    /** @type {Record<"hit" | "suggestion", {from: number, to: number}[]>} */
    this.places = { hit: [], suggestion: [] };
    /** @type {Selected} */
    this.selected = { start: 0, end: 0 };
    /** @type {string | null} */
    this.current = null;
    this.cursor = new Painted();
    this.onselect = () => {};
    this.build();
    for (const coding of told.codings) this.place(coding);
    this.watch();
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
      const box = element("div", { class: `turn ${role}`, "data-turn": number, role: "group" }, who, speech, canvas);
      box.style.setProperty("--lines", String(Math.ceil(text.length / LETTERS_A_LINE)));
      fragment.append(box);
      /** @type {TurnView} */
      const turn = {
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
        lines: null,
        mine: 0,
      };
      this.describe(turn);
      this.turns.push(turn);
      this.byElement.set(box, turn);
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

  /**
   * What is near the part that is seen is painted, and anew where lines break differently. A browser looks at every range
   * of a highlight whenever one changes, so those far away are not there at all.
   */
  watch() {
    const come = (/** @type {IntersectionObserverEntry} */ { target, isIntersecting }) => {
      const turn = this.byElement.get(target);
      if (turn) this.approach(turn, isIntersecting);
    };
    this.seen = new IntersectionObserver((entries) => entries.forEach(come), { root: this.host, rootMargin: NEAR });
    for (const turn of this.turns) this.seen.observe(turn.element);
    this.resized = new ResizeObserver(() => this.redraw());
    this.resized.observe(this.host);
    this.redrawn = () => this.redraw();
    darkness.addEventListener("change", this.redrawn);
    void document.fonts.ready.then(this.redrawn);
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

  /** Let go of what the page shares. */
  close() {
    this.seen?.disconnect();
    this.resized?.disconnect();
    if (this.redrawn) darkness.removeEventListener("change", this.redrawn);
    for (const turn of this.turns) turn.painted.clear();
    this.cursor.clear();
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

  /** @param {Coding} coding */
  add(coding) {
    this.refresh(this.touched(this.place(coding)));
  }

  /** @param {string} id */
  remove(id) {
    const coding = this.codings.get(id);
    if (!coding) return;
    this.codings.delete(id);
    if (this.current === id) this.setCurrent(null);
    this.count(coding, -1);
    const turns = this.touched(coding);
    for (const turn of turns) turn.codings.delete(id);
    this.refresh(turns);
  }

  /**
   * @param {Placed} coding
   * @param {number} by
   */
  count(coding, by) {
    if (coding.coder !== this.coder) return;
    this.mine += by;
    for (const turn of this.touched(coding)) turn.mine += by;
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

  /**
   * @param {Coding} coding
   * @returns {Placed}
   */
  place(coding) {
    /** @type {Placed} */
    const placed = { ...coding, from: this.offsets.toUnits(coding.start), to: this.offsets.toUnits(coding.end) };
    this.codings.set(coding.id, placed);
    for (const turn of this.touched(placed)) turn.codings.add(coding.id);
    this.count(placed, 1);
    return placed;
  }

  /** @param {string | null} id */
  setCurrent(id) {
    if (id === this.current) return;
    const both = [this.current, id].flatMap((one) => this.codings.get(one ?? "") ?? []);
    this.current = id;
    this.mark("current", id ? [this.coding(id)] : []);
    for (const turn of new Set(both.flatMap((one) => this.touched(one)))) this.draw(turn);
  }

  /**
   * Places of a search, or of suggestions, instead of those before.
   * @param {"hit" | "suggestion"} layer
   * @param {{from: number, to: number}[]} places
   */
  setPlaces(layer, places) {
    this.places[layer] = places;
    this.refresh(this.turns);
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
    if (!turn.near) return;
    const clipped = [...turn.codings].map((id) => this.clip(turn, this.coding(id)));
    /** @type {AbstractRange[][]} */
    const byDepth = Array.from({ length: DEEPEST }, () => []);
    for (const run of density(clipped)) byDepth[run.depth - 1].push(staticRange(turn.node, run.start, run.end));
    byDepth.forEach((ranges, depth) => turn.painted.show(`density-${depth + 1}`, ranges));
    for (const layer of /** @type {const} */ (["hit", "suggestion"])) {
      turn.painted.show(layer, this.within(turn, layer).map((one) => staticRange(turn.node, one.start, one.end)));
    }
    this.describe(turn);
  }

  /**
   * @param {TurnView} turn
   * @param {"hit" | "suggestion"} layer
   */
  within(turn, layer) {
    const shared = this.places[layer].filter(({ from, to }) => from < turn.end && to > turn.start);
    return shared.map((one) => this.clip(turn, one));
  }

  /**
   * What a screen reader says of a turn: who speaks when, and which codings it has.
   * @param {TurnView} turn
   */
  describe(turn) {
    const who = [...turn.element.querySelectorAll(".who > *")].map((one) => one.textContent);
    const codes = [...new Set([...turn.codings].map((id) => this.coding(id).code))];
    const told = codes.length ? this.say("codings.count", { count: turn.codings.size, codes: codes.join(", ") }) : "";
    turn.element.setAttribute("aria-label", [...who, told].filter(Boolean).join(", "));
  }

  /** @param {TurnView} turn */
  draw(turn) {
    if (!turn.near) return;
    const bars = [...turn.codings].map((id) => {
      const coding = this.coding(id);
      return { id, ...this.clip(turn, coding), ...this.styleOf(coding.code), current: id === this.current, memo: coding.memo !== "" };
    });
    turn.lines ??= new Lines(turn.canvas, turn.node);
    drawBars(turn.canvas, turn.lines, bars, this.within(turn, "hit"));
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
   * Paint the cursor's places, clipped into the turns that they touch.
   * @param {"cursor" | "current"} layer
   * @param {{from: number, to: number}[]} places
   */
  mark(layer, places) {
    const ranges = places.flatMap((place) =>
      this.touched(place).map((turn) => {
        const { start, end } = this.clip(turn, place);
        return staticRange(turn.node, start, end);
      }),
    );
    this.cursor.show(layer, ranges);
  }

  /** The codings that share a character with what is selected, the shortest first. */
  here() {
    const { start, end } = this.selected;
    const to = Math.max(end, start + 1);
    const near = new Set(this.touched({ from: start, to }).flatMap((turn) => [...turn.codings]));
    const shared = [...near].map((id) => this.coding(id)).filter((one) => one.from < to && one.to > start);
    return shared.sort((a, b) => a.to - a.from - (b.to - b.from) || a.from - b.from);
  }

  /**
   * Select a range, paint the cursor, and bring it into view.
   * @param {Selected} range
   * @param {boolean} [scroll]
   */
  select(range, scroll = false) {
    this.selected = range;
    this.atStart = false;
    this.mark("cursor", [{ from: range.start, to: range.end }]);
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
   * Extend the selection at its end (at its start, where that was chosen), or shrink it, never to less than one unit.
   * @param {Unit} unit
   * @param {number} by 1 or -1
   */
  extend(unit, by) {
    const { start, end } = this.selected;
    const borders = this.borders(unit, this.atStart ? 0 : 1);
    const from = this.atStart ? start : end;
    const inside = (/** @type {number} */ one) => (this.atStart ? one < end : one > start);
    const to = by > 0 ? borders.find((one) => one > from && inside(one)) : borders.filter((one) => one < from && inside(one)).pop();
    if (to === undefined) return;
    const { atStart } = this;
    this.select(atStart ? { start: to, end } : { start, end: to }, true);
    this.atStart = atStart;
  }

  /**
   * Where units start (0) or end (1), from the turn before the selection to the one after it.
   * @param {Unit} unit
   * @param {0 | 1} side
   */
  borders(unit, side) {
    const first = Math.max(this.turnIndex(this.selected.start) - 1, 0);
    const last = this.turnIndex(this.selected.end) + 1;
    return this.turns
      .slice(first, last + 1)
      .flatMap((turn) => rangesOf(turn.text, turn.language, unit).map((range) => turn.start + range[side]));
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
    const turn = inside && this.byElement.get(inside);
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
