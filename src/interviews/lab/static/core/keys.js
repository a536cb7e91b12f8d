// The keyboard: which command a key means. Letters find codes, so commands are other keys.

/** @typedef {{key: string, ctrlKey: boolean, shiftKey: boolean, altKey: boolean, metaKey: boolean}} Pressed */
/** @typedef {{command: string, [detail: string]: unknown}} Command */

/** What the help lists, in order: keys and the word that names the command in the catalogue. */
export const HELP = [
  ["↑ ↓", "keys.turn"],
  ["← →", "keys.sentence"],
  ["Ctrl ← →", "keys.word"],
  ["Shift + ← →", "keys.extend"],
  [",", "keys.end"],
  ["a … z", "keys.palette"],
  ["Enter", "keys.open"],
  ["Shift Enter", "keys.more"],
  ["1 … 9", "keys.recent"],
  [".", "keys.repeat"],
  ["*", "keys.pin"],
  ["!", "keys.invivo"],
  ["Delete", "keys.retract"],
  ["#", "keys.fit"],
  ["+", "keys.memo"],
  ["=", "keys.weight"],
  ["§ · F2", "keys.definition"],
  ["Alt ↓", "keys.uncoded"],
  ["Alt → ←", "keys.same"],
  ["Alt ↑", "keys.review"],
  ["Alt Page ↓ ↑", "keys.transcript"],
  ["/", "keys.search"],
  ["Ctrl Z · Ctrl Y", "keys.undo"],
  ["Esc", "keys.escape"],
  ["F8 · Shift F8", "keys.views"],
  ["F9", "keys.newer"],
  ["?", "keys.help"],
];

/**
 * The command of a key in the transcript, or undefined where the key is not ours.
 * @param {Pressed} pressed
 * @param {boolean} rightToLeft Whether the text at the cursor runs from right to left.
 * @param {boolean} letters Whether single letters find codes.
 * @returns {Command | undefined}
 */
export function commandOf(pressed, rightToLeft = false, letters = true) {
  const { key, shiftKey, altKey } = pressed;
  const ctrl = pressed.ctrlKey || pressed.metaKey;
  if (ctrl && !altKey) return withControl(key, shiftKey, rightToLeft);
  if (altKey) return ctrl ? undefined : withAlt(key, rightToLeft);
  const along = alongOf(key, rightToLeft);
  if (along) return { command: shiftKey ? "extend" : "move", unit: "sentence", by: along };
  if (key === "ArrowDown" || key === "ArrowUp") {
    return { command: shiftKey ? "extend" : "move", unit: "turn", by: key === "ArrowDown" ? 1 : -1 };
  }
  if (/^[1-9]$/.test(key)) return { command: "recent", number: Number(key) };
  if (PLAIN[key]) return { command: PLAIN[key] };
  if (letters && [...key].length === 1 && /\p{L}/u.test(key)) return { command: "palette", letters: key };
  return undefined;
}

/** @type {Record<string, string>} */
const PLAIN = {
  Enter: "palette",
  ".": "repeat",
  "!": "in-vivo",
  "*": "pin",
  "#": "fit",
  ",": "other-end",
  Delete: "retract",
  Backspace: "retract",
  "+": "memo",
  "=": "weight",
  "§": "definition",
  F2: "definition",
  F9: "newer",
  "/": "search",
  Escape: "escape",
  "?": "help",
};

/**
 * @param {string} key
 * @param {boolean} shift
 * @param {boolean} rightToLeft
 * @returns {Command | undefined}
 */
function withControl(key, shift, rightToLeft) {
  const along = alongOf(key, rightToLeft);
  if (along) return { command: shift ? "extend" : "move", unit: "word", by: along };
  const letter = key.toLowerCase();
  if (letter === "z") return { command: shift ? "redo" : "undo" };
  if (letter === "y") return { command: "redo" };
  if (key === "Home" || key === "End") return { command: "jump", to: key === "Home" ? "first" : "last" };
  return undefined;
}

/**
 * @param {string} key
 * @param {boolean} rightToLeft
 * @returns {Command | undefined}
 */
function withAlt(key, rightToLeft) {
  if (key === "ArrowDown") return { command: "next-uncoded" };
  if (key === "ArrowUp") return { command: "next-review" };
  if (key === "PageDown" || key === "PageUp") return { command: "transcript", by: key === "PageDown" ? 1 : -1 };
  const along = alongOf(key, rightToLeft);
  return along ? { command: "next-same", by: along } : undefined;
}

/**
 * Forward (1) or back (-1) in reading order, 0 for any other key.
 * @param {string} key
 * @param {boolean} rightToLeft
 */
function alongOf(key, rightToLeft) {
  const visual = key === "ArrowRight" ? 1 : key === "ArrowLeft" ? -1 : 0;
  return rightToLeft ? -visual || 0 : visual;
}
