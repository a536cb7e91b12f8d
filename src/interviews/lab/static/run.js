// What each command of the keyboard does.

import * as acts from "./acts.js";
import * as going from "./going.js";
import { announce, define, help, sayCursor } from "./telling.js";

/** @typedef {import("./workspace.js").Workspace} Workspace */
/** @typedef {import("./view/transcript.js").TranscriptView} TranscriptView */
/** @typedef {import("./core/keys.js").Command} Command */

/**
 * @param {Workspace} w
 * @param {TranscriptView} view
 * @param {Command} command
 */
export function run(w, view, command) {
  if (command.held && ONCE.has(command.command)) return;
  COMMANDS[command.command]?.(w, view, command);
}

/** What a key does once only, however long it stays down. */
const ONCE = new Set(["recent", "repeat", "in-vivo", "retract", "pin"]);

/** @type {Record<string, (w: Workspace, view: TranscriptView, command: Command) => unknown>} */
const COMMANDS = {
  move: (w, view, { unit, by }) => {
    view.move(/** @type {import("./core/units.js").Unit} */ (unit), Number(by));
    sayCursor(w);
  },
  extend: (w, view, { unit, by }) => {
    view.extend(/** @type {import("./core/units.js").Unit} */ (unit), Number(by));
    sayCursor(w);
  },
  jump: (w, view, { to }) => going.goTo(w, view.turns[to === "first" ? 0 : view.turns.length - 1]),
  palette: (w, _view, { letters }) => w.palette.open(w.codebook.codes, w.recent, String(letters ?? "")),
  recent: (w, _view, { number }) => acts.applyQuick(w, acts.quick(w)[Number(number) - 1]),
  repeat: (w) => acts.applyQuick(w, w.recent[0]),
  pin: (w, view) => acts.pin(w, view.current ? view.coding(view.current).code : w.recent[0] ?? ""),
  fit: (w) => acts.withCurrent(w, (id) => acts.fit(w, id)),
  "other-end": (w, view) => {
    view.atStart = !view.atStart;
    announce(w, w.say(view.atStart ? "end.start" : "end.end"), true);
  },
  transcript: (w, _view, { by }) => going.neighbour(w, Number(by)),
  "in-vivo": (w) => acts.inVivo(w),
  retract: (w) => acts.withCurrent(w, (id) => acts.retract(w, id)),
  memo: (w) => acts.withCurrent(w, (id) => acts.memo(w, id)),
  weight: (w) => acts.withCurrent(w, (id) => acts.weigh(w, id)),
  definition: (w, view) => acts.withCurrent(w, (id) => define(w, w.byPath.get(view.coding(id).code), true), true),
  undo: (w) => acts.reverse(w, "undo"),
  redo: (w) => acts.reverse(w, "redo"),
  "next-uncoded": (w) => going.goTo(w, going.nextUncoded(w)),
  "next-same": (w, _view, { by }) => going.nextSame(w, Number(by)),
  "next-review": (w) => going.nextReview(w),
  search: (w) => going.search(w),
  newer: (w) => going.loadNewer(w),
  help: (w) => help(w),
  escape: (_w, view) => view.select({ start: view.selected.start, end: view.selected.start }),
};
