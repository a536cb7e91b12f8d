// What checks say of a quote, a line each, with a sign that needs no colour.

import { element } from "./dom.js";

/** @typedef {import("../questions.js").PrintQuote} PrintQuote */

/**
 * @param {PrintQuote} one
 * @param {import("../core/words.js").Say} say
 */
export function checksOf(one, say) {
  const { allowed, named, rare, shared } = one;
  const consent = allowed ? say("check.consent") : say("check.no_consent", { consent: one.consent ?? "–" });
  const names = named === null ? say("check.unchecked") : named.length ? say("check.named", { names: named.join(", ") }) : say("check.names");
  const rarity = rare ? say("check.rare", { rare, shared: shared ?? 0 }) : shared === null ? say("check.unknown") : say("check.common");
  /** @type {["ok" | "look" | "no", string][]} */
  const lines = [
    ["ok", say("check.anonymized", { version: one.version })],
    [allowed ? "ok" : "no", consent],
    [named === null ? "look" : named.length ? "no" : "ok", names],
    [rare || shared === null ? "look" : "ok", rarity],
  ];
  return element("ul", { class: "checks", role: "list", "aria-label": say("check.title") }, ...lines.map(([state, text]) => element("li", { class: state }, `${SIGNS[state]} ${text}`)));
}

const SIGNS = { ok: "✓", look: "!", no: "✕" };
