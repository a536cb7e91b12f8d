// The parts of the review's page: header, filters with the list of entities, and the one that is decided on.

import { element } from "./dom.js";

/** @typedef {import("../anonymizing.js").AnonymizationReview} AnonymizationReview */

/**
 * @param {AnonymizationReview} r
 * @param {{onkey: (event: KeyboardEvent) => void, onapply: () => void, onend: () => void}} listeners
 */
export function buildReview(r, { onkey, onapply, onend }) {
  const { say, study } = r;
  const state = element("span", { class: "state", role: "status" });
  const live = element("div", { class: "unseen", "aria-live": "polite" });
  const header = element(
    "header",
    {},
    element("a", { href: "#review", class: "skip" }, say("anon.skip")),
    element("h1", {}, `${study.name} · ${say("anon.title")}`),
    element("span", { class: "notes" }, say(study.confirming ? "anon.secret_second" : "anon.secret")),
    state,
    element("span", { class: "coder" }, study.author),
    element("button", { type: "button", onclick: onapply }, say("anon.apply"), " ", element("kbd", {}, "Ctrl Enter")),
    element("button", { type: "button", onclick: onend }, say("anon.end")),
    element("button", { type: "button", class: "small", "aria-label": say("keys.help"), onclick: () => r.help() }, "?"),
  );
  const main = element(
    "main",
    { id: "review", class: "view review-view", tabindex: "0", "aria-label": say("anon.title"), onkeydown: onkey },
    r.list.element,
    r.card.element,
  );
  r.host.replaceChildren(header, main, live, r.palette.element);
  return { main, live, state };
}
