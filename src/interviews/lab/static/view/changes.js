// A change of the codebook in words; and the question whether to save it, with what it does to codings.

import { differences } from "../core/differences.js";
import { askPreview, askRevision } from "../questions.js";
import { announce, failureOf } from "../telling.js";
import { open } from "./dialogs.js";
import { element } from "./dom.js";

/** @typedef {import("../workspace.js").Workspace} Workspace */
/** @typedef {import("../core/words.js").Say} Say */
/** @typedef {import("../questions.js").Change} Change */
/** @typedef {import("../questions.js").Preview} Preview */
/** @typedef {import("../questions.js").Step} Step */

/**
 * Sentences, and below them changed texts with the words that went and those that came.
 * @param {Change[]} changes
 * @param {Say} say
 */
export function tellChanges(changes, say) {
  const rows = changes.map(({ sentence, texts }) =>
    element("li", {}, element("p", {}, sentence), ...texts.map(([name, before, after]) => changed(texts.length > 1 ? name : "", before, after, say))),
  );
  return element("ul", { class: "changes", role: "list" }, ...(rows.length ? rows : [element("li", {}, say("codes.unchanged"))]));
}

/**
 * @param {string} name
 * @param {string} before
 * @param {string} after
 * @param {Say} say
 */
function changed(name, before, after, say) {
  const words = differences(before, after).map(({ kind, words }) => {
    if (kind === "same") return words;
    const tag = kind === "gone" ? "del" : "ins";
    return element(tag, {}, element("span", { class: "unseen" }, say(`codes.${kind}`)), words);
  });
  return element("p", { class: "words", dir: "auto" }, name ? element("strong", {}, `${name}: `) : null, ...words);
}

/**
 * Show what the steps would do, ask for a reason, and save them; whether they were saved.
 * @param {Workspace} w
 * @param {Step[]} steps
 * @returns {Promise<boolean>}
 */
export async function revise(w, steps) {
  const version = w.codebook.version;
  try {
    await w.queue.flush();
    const told = await askPreview(w.api, steps);
    return await confirm(w, told, steps, version);
  } catch (error) {
    announce(w, failureOf(error, w.say), true);
    return false;
  }
}

/**
 * @param {Workspace} w
 * @param {Preview} told
 * @param {Step[]} steps
 * @param {number} version
 * @returns {Promise<boolean>}
 */
function confirm(w, told, steps, version) {
  const { say } = w;
  const reason = element("input", { id: "reason", dir: "auto", "aria-describedby": "reason-wrong", maxlength: "500" });
  const wrong = element("p", { id: "reason-wrong", class: "wrong", role: "alert" });
  const cancel = element("button", { type: "button", class: "quiet" }, say("cancel"));
  const form = element(
    "form",
    { class: "preview" },
    element("h2", {}, say("codes.preview", { version: told.version })),
    tellChanges(told.changes, say),
    whatMoves(told, say),
    ...told.problems.map((problem) => element("p", { class: "wrong" }, say.told(problem))),
    element("label", { for: "reason" }, say("codes.reason")),
    reason,
    wrong,
    element("div", { class: "buttons" }, element("button", { type: "submit" }, say("codes.save")), cancel),
  );
  const dialog = element("dialog", { "aria-label": say("codes.preview", { version: told.version }) }, form);
  return new Promise((answer) => {
    let saved = false;
    cancel.addEventListener("click", () => dialog.close());
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      if (saved) return;
      try {
        const done = await askRevision(w.api, steps, version, reason.value);
        saved = true;
        dialog.close();
        announce(w, [...done.changes.map((one) => one.sentence), ...done.problems.map(say.told)].join(" · "), true);
      } catch (error) {
        wrong.textContent = failureOf(error, say);
      }
    });
    open(dialog, () => answer(saved));
    reason.focus();
  });
}

/**
 * @param {Preview} told
 * @param {Say} say
 */
function whatMoves(told, say) {
  const touched = told.coders.filter((one) => one.moved || one.waiting);
  if (!touched.length) return element("p", { class: "none" }, say("codes.untouched"));
  const head = ["codes.coder", "codes.moved", "codes.waiting"].map((name) => element("th", { scope: "col" }, say(name)));
  const rows = touched.map(({ coder, moved, waiting }) =>
    element("tr", {}, element("th", { scope: "row" }, coder), element("td", {}, String(moved)), element("td", {}, String(waiting))),
  );
  return element("table", { class: "moves" }, element("thead", {}, element("tr", {}, ...head)), element("tbody", {}, ...rows));
}
