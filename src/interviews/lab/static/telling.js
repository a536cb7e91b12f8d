// What is shown and said of what happens: to the eye, and to a screen reader.

import { describe } from "./view/definition.js";
import { tell } from "./view/dialogs.js";
import { element } from "./view/dom.js";
import { HELP } from "./core/keys.js";
import { Refusal } from "./api.js";

/** @typedef {import("./workspace.js").Workspace} Workspace */
/** @typedef {import("./api.js").Code} Code */

const NEWS_AFTER_MS = 400;
/** How many letters of a passage are said; where it starts and ends is what one needs to hear. */
const SPOKEN = 240;

/** @param {Workspace} w */
export function showHere(w) {
  const view = w.view;
  if (!view) return;
  const here = view.here();
  const own = here.find((one) => one.coder === w.study.coder) ?? here[0];
  if (!here.some((one) => one.id === view.current)) view.setCurrent(own?.id ?? null);
  const { start, end } = view.points();
  const suggested = w.suggestions.filter((one) => one.start < Math.max(end, start + 1) && one.end > start);
  w.here.show(here, suggested, view.current);
}

/**
 * @param {Workspace} w
 * @param {Code | undefined} code
 * @param {boolean} [focus]
 */
export function define(w, code, focus = false) {
  w.detail.replaceChildren(...(code ? [describe(code, w.say)] : []));
  if (focus && code) tell(code.path, [describe(code, w.say)], w.say);
}

/** @param {Workspace} w */
export function paintSuggestions(w) {
  const view = w.view;
  if (!view) return;
  const places = w.suggestions.map(({ start, end }) => ({ from: view.offsets.toUnits(start), to: view.offsets.toUnits(end) }));
  view.setPlaces("suggestion", places);
}

/** @param {Workspace} w */
export function help(w) {
  const rows = HELP.map(([keys, name]) => element("tr", {}, element("th", { scope: "row" }, element("kbd", {}, keys)), element("td", {}, w.say(name))));
  const letters = element("input", { type: "checkbox", id: "letters", onchange: () => w.setLetters(letters.checked) });
  letters.checked = w.letters;
  const choice = element("p", {}, letters, element("label", { for: "letters" }, w.say("help.letters")));
  tell(w.say("help.title"), [choice, element("table", {}, element("tbody", {}, ...rows))], w.say);
}

/** @param {Workspace} w */
export function sayCursor(w) {
  const view = w.view;
  const turn = view?.turn();
  if (!view || !turn) return;
  const here = view.here();
  const codes = here.length ? ` – ${w.say("codings.count", { count: here.length, codes: here.map((one) => one.code).join(", ") })}` : "";
  announce(w, `${w.say("turn", { number: turn.number })}: ${shortened(view.words())}${codes}`);
}

/** @param {string} words */
function shortened(words) {
  return words.length > SPOKEN ? `${words.slice(0, SPOKEN / 2)} … ${words.slice(-SPOKEN / 2)}` : words;
}

/**
 * @param {Pick<Workspace, "live" | "host">} w
 * @param {string} text
 * @param {boolean} [seen] Whether it is shown, too, for a moment.
 */
export function announce(w, text, seen = false) {
  w.live.textContent = text;
  if (!seen) return;
  w.host.querySelector(".note")?.remove(); // the newest only
  const note = element("div", { class: "note", "aria-hidden": "true" }, text); // it is said already
  w.host.append(note);
  window.setTimeout(() => note.remove(), 4000);
}

/**
 * Why something was not answered: a refusal speaks for itself, all else is a server that cannot be reached.
 * @param {unknown} error
 * @param {import("./core/words.js").Say} say
 */
export function failureOf(error, say) {
  const problem = say.told(error instanceof Error ? error.message : String(error));
  return error instanceof Refusal ? problem : say("app.failed", { problem });
}

/**
 * @param {Pick<Workspace, "slow" | "say" | "state" | "api">} w
 * @param {number} waiting
 * @param {boolean} cut
 */
export function tellState(w, waiting, cut) {
  window.clearTimeout(w.slow);
  const told = cut ? w.say(w.api.cut, { count: waiting }) : w.say("state.saved");
  w.state.classList.toggle("cut", cut);
  w.state.dataset.state = cut ? "cut" : waiting ? "saving" : "saved";
  if (w.state.textContent === told && !waiting) return;
  if (waiting && !cut) w.slow = window.setTimeout(() => (w.state.textContent = w.say("state.saving", { count: waiting })), NEWS_AFTER_MS);
  else if (w.state.textContent !== told) w.state.textContent = told;
}

/** @param {Workspace} w */
export function tellProgress(w) {
  const view = w.view;
  if (!view) return;
  const answers = view.turns.filter((turn) => turn.role === "interviewee");
  w.outline.progress(answers.filter((turn) => turn.mine > 0).length, answers.length, view.mine);
}
