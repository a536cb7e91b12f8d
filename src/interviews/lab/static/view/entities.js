// The list of entities with its filters; rows are made once, and made anew where something about one has changed.

import { colourOf, progressOf, stateOf } from "../core/entities.js";
import { chip, element } from "./dom.js";

/** @typedef {import("../anonymizing.js").AnonymizationReview} AnonymizationReview */
/** @typedef {import("../core/entities.js").Entity} Entity */

/** To see the state by, beside the word that a screen reader says. */
const SIGNS = { open: "○", accepted: "◐", decided: "●", confirmed: "✔" };

export class EntityList {
  /** @param {AnonymizationReview} r */
  constructor(r) {
    this.r = r;
    const { say, study } = r;
    /** @type {Map<string, {entity: Entity | undefined, sending: boolean, row: HTMLLIElement}>} */
    this.rows = new Map();
    const refilter = () => r.filter({ type: this.type.value, which: /** @type {import("../core/entities.js").Which} */ (this.which.value), text: this.text.value });
    this.text = element("input", { type: "search", "aria-label": say("anon.text"), placeholder: say("anon.text"), autocomplete: "off", spellcheck: "false", oninput: refilter });
    this.type = element("select", { "aria-label": say("anon.kind"), onchange: refilter }, ...["", ...study.types].map((one) => element("option", { value: one }, say(one ? `type.${one}` : "anon.every_type"))));
    this.which = element("select", { "aria-label": say("anon.which"), onchange: refilter }, ...["all", "open", "confirm"].map((one) => element("option", { value: one }, say(`anon.which.${one}`))));
    this.type.value = r.wanted.type;
    this.which.value = r.wanted.which;
    this.told = element("p", { class: "told" });
    this.bar = element("progress", { max: "1", value: "0", "aria-label": say("anon.title") });
    this.list = element("ol", { class: "waiting", role: "list", "aria-label": say("anon.list") });
    this.element = element("section", { class: "side", "aria-label": say("anon.list") }, element("div", { class: "filters" }, this.text, this.type, this.which), this.told, this.bar, this.list);
  }

  /** The list and how far the review is. */
  refresh() {
    const { r } = this;
    const { decided, confirmed, all } = progressOf(r.entities.values());
    const second = r.study.reviewers > 1 || r.study.confirming;
    this.told.textContent = r.say(second ? "anon.progress_second" : "anon.progress", { decided, confirmed, all });
    this.bar.max = Math.max(all, 1);
    this.bar.value = r.study.confirming ? confirmed : decided;
    this.bar.setAttribute("aria-label", this.told.textContent ?? "");
    const rows = r.ids.map((id) => this.row(id));
    this.list.replaceChildren(...(rows.length ? rows : [element("li", { class: "none" }, r.say("anon.none"))]));
    this.mark();
  }

  /** @param {string} id */
  redraw(id) {
    const before = this.rows.get(id)?.row;
    const after = this.row(id);
    if (before !== after) before?.replaceWith(after);
    this.mark();
  }

  /** Mark the row of the entity that is shown. */
  mark() {
    for (const one of this.list.querySelectorAll("[aria-current]")) one.removeAttribute("aria-current");
    const button = this.rows.get(this.r.current)?.row.querySelector("button");
    button?.setAttribute("aria-current", "true");
    button?.scrollIntoView({ block: "nearest" });
  }

  /**
   * @param {string} id
   * @returns {HTMLLIElement}
   */
  row(id) {
    const entity = this.r.entities.get(id);
    const sending = this.r.sending.has(id);
    const known = this.rows.get(id);
    if (known && known.entity === entity && known.sending === sending) return known.row;
    const row = entity ? this.made(entity, sending) : element("li");
    this.rows.set(id, { entity, sending, row });
    return row;
  }

  /**
   * @param {Entity} one
   * @param {boolean} sending
   */
  made(one, sending) {
    const { say, study } = this.r;
    const state = sending ? "decided" : stateOf(one);
    const told = [say(`type.${one.type}`), say("anon.mentions", { count: one.mentions }), one.replacement || say(`decision.${one.decision}`)].join(" · ");
    const button = element(
      "button",
      { type: "button", onclick: () => this.r.visit(one.id) },
      element("span", { class: "sign", role: "img", "aria-label": say(`state.${state}`) }, SIGNS[state]),
      chip({ path: one.id, colour: colourOf(one.type, study.types) }, one.name),
      element("span", { class: "count" }, told),
    );
    button.dataset.state = state;
    button.dataset.entity = one.id;
    return element("li", {}, button);
  }
}
