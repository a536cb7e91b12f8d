// The turns of a transcript as they stand in the page: who speaks when, and one text node with the words.

import { element } from "./dom.js";
import { Painted } from "./highlights.js";
import { Lines } from "./lines.js";

/** @typedef {import("../api.js").Transcript} Told */
/** @typedef {import("../core/words.js").Say} Say */
/** @typedef {import("../api.js").Coding & import("../core/turns.js").Place} Placed A coding with its UTF-16 range. */
/**
 * @typedef {object} TurnView
 * @property {number} at Place in the transcript, from 0.
 * @property {number} number
 * @property {number} start UTF-16, of the speech in the whole text.
 * @property {number} end
 * @property {string} text
 * @property {string} language
 * @property {string} role
 * @property {string} who Who speaks when, as it is said.
 * @property {Text} node
 * @property {HTMLElement} element
 * @property {HTMLElement} speech
 * @property {HTMLElement} leaf The part of the transcript that it stands in.
 * @property {Map<string, Placed>} codings
 * @property {Painted} painted
 * @property {Lines} lines
 * @property {number} mine How many codings of this coder it has.
 */

/** About how long a line is: what was not seen yet is taken to be as high as that makes it. */
const LETTERS_A_LINE = 80;
/** The least that a turn takes, for the name beside it. */
const LEAST_LINES = 2;
/** About how many lines a leaf has: a screen or two. */
const LINES_A_LEAF = 60;

/**
 * The turns, in leaves: a browser lays out and paints the leaves that are seen, and asks of each, frame by frame, whether it is; asked
 * of every turn, that would cost more than it saves.
 * @param {Told} told
 * @param {import("../core/offsets.js").Offsets} offsets
 * @param {Say} say
 * @returns {TurnView[]}
 */
export function buildTurns(told, offsets, say) {
  const pieces = told.turns.length ? told.turns : paragraphs(told.text);
  const leafOf = leaves();
  return pieces.map(([number, first, last, speaker, role, startMs, language], at) => {
    const start = offsets.toUnits(first);
    const end = offsets.toUnits(last);
    const text = told.text.slice(start, end);
    const spoken = language || told.language;
    const node = document.createTextNode(text);
    const speech = element("p", { class: "speech", dir: directionOf(text, spoken), lang: spoken }, node);
    const heads = [
      element("span", { class: "speaker", dir: "auto" }, speaker ?? ""),
      element("span", { class: "number" }, told.turns.length ? String(number) : say("line", { line: number })),
      ...(startMs === null ? [] : [element("time", {}, clock(startMs))]),
    ];
    const who = element("div", { class: "who" }, ...heads);
    const box = element("div", { class: `turn ${role}`, "data-turn": number, role: "group" }, who, speech);
    /** @type {TurnView} */
    const turn = {
      at,
      number,
      start,
      end,
      text,
      language: spoken,
      role,
      who: heads.map((one) => one.textContent).filter(Boolean).join(", "),
      node,
      element: box,
      speech,
      leaf: leafOf(box, text),
      codings: new Map(),
      painted: new Painted(),
      lines: new Lines(box, node),
      mine: 0,
    };
    describe(turn, say);
    return turn;
  });
}

/** Puts one turn after the other into a leaf, and into a new one where that is full. */
function leaves() {
  let leaf = element("div", { class: "leaf" });
  let [lines, turns] = [0, 0];
  return (/** @type {HTMLElement} */ box, /** @type {string} */ text) => {
    if (lines >= LINES_A_LEAF) {
      leaf = element("div", { class: "leaf" });
      [lines, turns] = [0, 0];
    }
    leaf.append(box);
    lines += Math.max(Math.ceil(text.length / LETTERS_A_LINE), LEAST_LINES);
    turns += 1;
    leaf.style.setProperty("--lines", String(lines));
    leaf.style.setProperty("--turns", String(turns));
    return leaf;
  };
}

/**
 * What a screen reader says of a turn: who speaks when, and which codings it has.
 * @param {TurnView} turn
 * @param {Say} say
 */
export function describe(turn, say) {
  const codes = [...new Set([...turn.codings.values()].map((one) => one.code))];
  const told = codes.length ? say("codings.count", { count: turn.codings.size, codes: codes.join(", ") }) : "";
  turn.element.setAttribute("aria-label", [turn.who, told].filter(Boolean).join(", "));
}

/**
 * A text without turns is shown by its paragraphs.
 * @param {string} text
 * @returns {import("../api.js").Turn[]}
 */
function paragraphs(text) {
  /** @type {import("../api.js").Turn[]} */
  const made = [];
  let at = 0;
  for (const line of text.split("\n")) {
    const length = [...line].length;
    if (line.trim()) made.push([made.length + 1, at, at + length, null, "other", null, null]);
    at += length + 1;
  }
  return made;
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
