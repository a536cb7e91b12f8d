// The transcript: its turns, the codings in them, and a cursor that moves by words, sentences, turns.

import { extended, moved, unitAt } from "../core/cursor.js";
import { Offsets, snap } from "../core/offsets.js";
import { touched, turnIndex } from "../core/turns.js";
import { Grips } from "./grips.js";
import { Painting } from "./painting.js";
import { reveal, selectedByBrowser, unitUnder } from "./pointing.js";
import { buildTurns } from "./turns.js";

/** @typedef {import("../api.js").Transcript} Told */
/** @typedef {import("../api.js").Coding} Coding */
/** @typedef {import("../core/units.js").Unit} Unit */
/** @typedef {import("../core/cursor.js").Selected} Selected */
/** @typedef {import("./turns.js").TurnView} TurnView */
/** @typedef {import("./turns.js").Placed} Placed */

export class TranscriptView {
  /**
   * @param {HTMLElement} host Scrolls, and takes the keys.
   * @param {Told} told
   * @param {{coder: string, styleOf: import("./painting.js").StyleOf, say: import("../core/words.js").Say}} options
   */
  constructor(host, told, { coder, styleOf, say }) {
    this.host = host;
    this.told = told;
    this.coder = coder;
    this.offsets = new Offsets(told.text);
    this.turns = buildTurns(told, this.offsets, say);
    host.replaceChildren(...new Set(this.turns.map((turn) => turn.leaf)));
    /** @type {Map<string, Placed>} */
    this.codings = new Map();
    /** How many codings are this coder's. */
    this.mine = 0;
    /** Whether extending moves the start of the selection. */
    this.atStart = false;
    /** @type {Selected} */
    this.selected = { start: 0, end: 0 };
    /** @type {string | null} */
    this.current = null;
    this.onselect = () => {};
    for (const coding of told.codings) this.place(coding);
    this.grips = new Grips(this);
    this.painting = new Painting(host, this.turns, { styleOf, say, onlook: () => this.grips.place() });
    this.select(this.turns.length ? unitAt(this.turns[0], 0, "sentence") : { start: 0, end: 0 });
  }

  /** Let go of what the page shares. */
  close() {
    this.painting.close();
    this.grips.close();
  }

  /** @param {Coding} coding */
  add(coding) {
    this.painting.refresh(this.touched(this.place(coding)));
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
    this.painting.refresh(turns);
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
    for (const turn of this.touched(placed)) turn.codings.set(coding.id, placed);
    this.count(placed, 1);
    return placed;
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

  /** @param {string | null} id */
  setCurrent(id) {
    if (id === this.current) return;
    const both = [this.current, id].flatMap((one) => this.codings.get(one ?? "") ?? []);
    this.current = this.painting.current = id;
    this.painting.mark("current", id ? [this.coding(id)] : []);
    this.painting.refresh(both.flatMap((one) => this.touched(one)));
  }

  /**
   * Places of a search, or of suggestions, instead of those before.
   * @param {"hit" | "suggestion"} layer
   * @param {import("../core/turns.js").Place[]} places
   */
  setPlaces(layer, places) {
    this.painting.setPlaces(layer, places);
  }

  /** @param {import("../core/turns.js").Place} place */
  touched(place) {
    return touched(this.turns, place);
  }

  /** @param {string} id */
  coding(id) {
    return /** @type {Placed} */ (this.codings.get(id));
  }

  /** The codings that share a character with what is selected, the shortest first. */
  here() {
    const { start, end } = this.selected;
    const to = Math.max(end, start + 1);
    const near = new Set(this.touched({ from: start, to }).flatMap((turn) => [...turn.codings.values()]));
    const shared = [...near].filter((one) => one.from < to && one.to > start);
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
    this.painting.mark("cursor", [{ from: range.start, to: range.end }]);
    const [turn] = this.touched({ from: range.start, to: Math.max(range.end, range.start + 1) });
    if (scroll && turn) reveal(this.host, turn, range);
    this.grips.place();
    this.onselect();
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
    return this.turnAt(this.selected.start);
  }

  /** @param {number} unit */
  turnAt(unit) {
    return this.turns[turnIndex(this.turns, unit)];
  }

  /**
   * Move the cursor by units, on into the next turn or back into the one before.
   * @param {Unit} unit
   * @param {number} by 1 or -1
   */
  move(unit, by) {
    const to = moved(this.turns, this.selected, unit, by);
    if (to) this.select(to, true);
  }

  /**
   * Extend the selection at its end (at its start, where that was chosen), or shrink it.
   * @param {Unit} unit
   * @param {number} by 1 or -1
   */
  extend(unit, by) {
    const { atStart } = this;
    const to = extended(this.turns, this.selected, atStart, unit, by);
    if (!to) return;
    this.select(to, true);
    this.atStart = atStart;
  }

  /** Take over what was selected with the mouse or a finger, widened to whole characters. */
  takeSelection() {
    const chosen = selectedByBrowser(this.turns);
    if (!chosen) return;
    const [start, end] = snap(this.told.text, chosen.start, chosen.end);
    this.select({ start, end });
  }

  /**
   * Let the selection start or end elsewhere, at a whole character; at least one stays.
   * @param {"start" | "end"} side
   * @param {number} unit
   */
  selectTo(side, unit) {
    const { start, end } = this.selected;
    const [from, to] = side === "start" ? snap(this.told.text, Math.min(unit, end - 1), end) : snap(this.told.text, start, Math.max(unit, start + 1));
    if (from !== start || to !== end) this.select({ start: from, end: to });
  }

  /**
   * Put the cursor where somebody clicked or tapped: on the sentence there, or the word.
   * @param {number} x
   * @param {number} y
   * @param {Unit} [unit]
   */
  click(x, y, unit = "sentence") {
    const at = unitUnder(this.turns, x, y);
    if (at === undefined) return;
    const turn = this.turnAt(at);
    this.select(unitAt(turn, Math.max(at - turn.start, 0), unit));
  }
}
