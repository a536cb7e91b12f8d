// The turns of a transcript as they stand in the page: who speaks when, and one text node with the words.

import { element } from "./dom.js";
import { Painted } from "./highlights.js";

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
 * @property {HTMLCanvasElement} canvas
 * @property {Map<string, Placed>} codings
 * @property {Painted} painted
 * @property {boolean} near Whether it is near the part that is seen; only there anything is painted.
 * @property {import("./margin.js").Lines | null} lines Where its letters stand, while lines break as they do.
 * @property {number} mine How many codings of this coder it has.
 */

/** About how long a line is: what was not seen yet is taken to be as high as that makes it. */
const LETTERS_A_LINE = 80;

/**
 * @param {Told} told
 * @param {import("../core/offsets.js").Offsets} offsets
 * @param {Say} say
 * @returns {TurnView[]}
 */
export function buildTurns(told, offsets, say) {
  const pieces = told.turns.length ? told.turns : paragraphs(told.text);
  return pieces.map(([number, first, last, speaker, role, startMs, language], at) => {
    const start = offsets.toUnits(first);
    const end = offsets.toUnits(last);
    const text = told.text.slice(start, end);
    const spoken = language || told.language;
    const node = document.createTextNode(text);
    const speech = element("p", { class: "speech", dir: directionOf(text, spoken), lang: spoken }, node);
    const canvas = element("canvas", { class: "bars", "aria-hidden": "true" });
    const heads = [
      element("span", { class: "speaker", dir: "auto" }, speaker ?? ""),
      element("span", { class: "number" }, told.turns.length ? String(number) : say("line", { line: number })),
      ...(startMs === null ? [] : [element("time", {}, clock(startMs))]),
    ];
    const who = element("div", { class: "who" }, ...heads);
    const box = element("div", { class: `turn ${role}`, "data-turn": number, role: "group" }, who, speech, canvas);
    box.style.setProperty("--lines", String(Math.ceil(text.length / LETTERS_A_LINE)));
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
      canvas,
      codings: new Map(),
      painted: new Painted(),
      near: false,
      lines: null,
      mine: 0,
    };
    describe(turn, say);
    return turn;
  });
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
