// The keys of the review, told in a dialog.

import { tell } from "./dialogs.js";
import { element } from "./dom.js";

/** @param {import("../anonymizing.js").AnonymizationReview} r */
export function helpReview(r) {
  const { say, study } = r;
  const named = Object.entries(study.commands).filter(([what]) => what !== "quit");
  /** @type {[string, string][]} */
  const rows = [
    ...Object.entries(study.decisions).map(([key, decision]) => /** @type {[string, string]} */ ([key, say(`do.${decision}`)])),
    ...named.map(([what, key]) => /** @type {[string, string]} */ ([key, say(`anon.${what.replaceAll(" ", "_")}`)])),
    ["Enter", say("anon.enter")],
    ["↑ ↓", say("anon.keys.move")],
    ["→ ←", say("anon.keys.mentions")],
    ["/", say("anon.text")],
    ["F", say("anon.kind")],
    ["O", say("anon.keys.open")],
    ["Ctrl Z", say("anon.undo")],
    ["Ctrl Enter", say("anon.apply")],
    ["?", say("keys.help")],
  ];
  const told = rows.map(([key, what]) => element("tr", {}, element("th", { scope: "row" }, element("kbd", {}, key.length === 1 ? key.toUpperCase() : key)), element("td", {}, what)));
  tell(say("help.title"), [element("table", {}, element("tbody", {}, ...told))], say);
}
