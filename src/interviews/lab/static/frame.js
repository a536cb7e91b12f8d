// The page's parts: header, codebook, transcript, and what stands at the cursor.

import { element } from "./view/dom.js";

/** @typedef {import("./workspace.js").Workspace} Workspace */
/** @typedef {{onkeydown: (event: KeyboardEvent) => void, onmouseup: (event: MouseEvent) => void, ondrop: (event: DragEvent) => void, onhelp: () => void, onnewer: () => void}} Listeners */

/**
 * @param {Workspace} w
 * @param {Listeners} listeners
 */
export function buildFrame(w, { onkeydown, onmouseup, ondrop, onhelp, onnewer }) {
  const { say, study } = w;
  const state = element("span", { class: "state", role: "status" });
  const live = element("div", { class: "unseen", "aria-live": "polite" });
  const detail = element("section", { class: "detail", "aria-label": say("app.definition") });
  const pane = element("main", {
    id: "transcript",
    class: "pane",
    tabindex: "0",
    "aria-label": say("app.transcript"),
    "data-lm-suppress-shortcuts": "true",
    onkeydown,
    onmouseup,
    ondrop,
    ondragover: (/** @type {DragEvent} */ event) => event.preventDefault(),
  });
  const newer = element("button", { type: "button", class: "newer", hidden: true, onclick: onnewer }, `${say("version.load")} `, element("kbd", {}, "F9"));
  const notes = [study.blind ? say("blind") : "", study.round ? say("round", { round: study.round }) : ""];
  const header = element(
    "header",
    {},
    element("a", { href: "#transcript", class: "skip" }, say("app.skip")),
    element("h1", {}, study.name),
    w.views.element,
    w.outline.element,
    element("span", { class: "notes" }, notes.filter(Boolean).join(" · ")),
    newer,
    state,
    element("span", { class: "coder" }, study.coder),
    element("button", { type: "button", class: "small", "aria-label": say("keys.help"), onclick: onhelp }, "?"),
  );
  const aside = element("aside", { "aria-label": say("app.here") }, w.here.element, w.quick.element, detail);
  w.host.replaceChildren(header, w.tree.element, pane, w.overview.element, aside, ...w.views.elements, live, w.palette.element);
  return { pane, state, live, detail, newer };
}
