// At the end: what is still open is told first, and only then, if a person says so, the texts are replaced.

import { openByType, progressOf } from "../core/entities.js";
import { announce } from "../telling.js";
import { open, tell } from "./dialogs.js";
import { element } from "./dom.js";

/** @typedef {import("../anonymizing.js").AnonymizationReview} AnonymizationReview */

/** Replacing takes as long as the study is large. */
const PATIENCE_MS = 900_000;

/** @param {AnonymizationReview} r */
export async function applyDecisions(r) {
  const { say } = r;
  await r.refresh();
  const left = openByType(r.entities.values(), r.study.types);
  const count = left.reduce((sum, [, one]) => sum + one, 0);
  const chosen = await askWhether(r, left, count);
  if (chosen === "next") return r.next();
  if (chosen !== "apply") return;
  announce(r, say("anon.applying"), true);
  try {
    const { summary, problems } = await r.api.ask("POST", "apply", { open: count }, PATIENCE_MS);
    const list = problems.length ? [element("h3", {}, say("anon.problems")), element("ul", {}, ...problems.map((/** @type {string} */ one) => element("li", {}, one)))] : [];
    tell(say("anon.applied"), [element("p", {}, summary), element("p", {}, say("anon.applied_next")), ...list], say);
  } catch (error) {
    tell(say("anon.not_applied"), [element("p", { class: "wrong" }, error instanceof Error ? error.message : String(error))], say);
  }
}

/**
 * What the person chose: to apply, to go to the next open one, or neither.
 * @param {AnonymizationReview} r
 * @param {[string, number][]} left
 * @param {number} count
 * @returns {Promise<string>}
 */
function askWhether(r, left, count) {
  const { say } = r;
  const { decided, confirmed, all } = progressOf(r.entities.values());
  const button = (/** @type {string} */ name, /** @type {string} */ value) => element("button", { type: "button", onclick: () => dialog.close(value) }, say(name));
  const dialog = element(
    "dialog",
    { "aria-label": say("anon.apply_title") },
    element("h2", {}, say("anon.apply_title")),
    element("p", {}, say("anon.progress", { decided, all })),
    ...(count
      ? [
          element("p", { class: "wrong" }, say("anon.open", { count })),
          element("ul", {}, ...left.map(([type, one]) => element("li", {}, `${say(`type.${type}`)}: ${one}`))),
          element("p", {}, say("anon.open_means")),
        ]
      : []),
    r.study.reviewers > 1 && confirmed < all ? element("p", { class: "wrong" }, say("anon.unconfirmed", { count: all - confirmed })) : "",
    element("div", { class: "buttons" }, ...(count ? [button("anon.to_open", "next"), button("anon.apply_open", "apply")] : [button("anon.apply_now", "apply")]), button("cancel", "")),
  );
  return new Promise((answer) => open(dialog, () => answer(dialog.returnValue)));
}
