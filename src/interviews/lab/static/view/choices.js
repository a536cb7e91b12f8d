// Whose codings are compared, in whose name is decided, and which disagreements are listed.

import { element } from "./dom.js";

/** @typedef {import("../questions.js").Disagreement} Disagreement */
/** @typedef {{first: string, second: string, as: string}} Compared */

export class Choices {
  /**
   * @param {import("../core/words.js").Say} say
   * @param {{onnames: (names: Compared) => void, onfilter: () => void}} listeners
   */
  constructor(say, { onnames, onfilter }) {
    this.say = say;
    const named = () => onnames({ first: this.first.value, second: this.second.value, as: this.name.value.trim() });
    this.first = element("select", { "aria-label": say("settle.first"), onchange: named });
    this.second = element("select", { "aria-label": say("settle.second"), onchange: named });
    this.name = element("input", { id: "settled-as", autocomplete: "off", spellcheck: "false", onchange: named });
    this.transcript = element("select", { "aria-label": say("settle.transcripts"), onchange: onfilter });
    this.code = element("select", { "aria-label": say("settle.codes"), onchange: onfilter });
    this.open = element("input", { id: "settle-open", type: "checkbox", onchange: onfilter });
    this.element = element(
      "div",
      { class: "choices" },
      this.first,
      this.second,
      element("label", { for: "settled-as" }, say("settle.name")),
      this.name,
      this.transcript,
      this.code,
      element("span", {}, this.open, element("label", { for: "settle-open" }, say("settle.open"))),
    );
  }

  /**
   * @param {string[]} coders
   * @param {Compared} names
   */
  setNames(coders, names) {
    for (const one of [this.first, this.second]) one.replaceChildren(...coders.map((coder) => element("option", { value: coder }, coder)));
    this.first.value = names.first;
    this.second.value = names.second;
    this.name.value = names.as;
  }

  /** @param {Disagreement[]} items */
  setItems(items) {
    const codes = items.flatMap((one) => [...one.first, ...one.second].map((coding) => coding.code));
    fill(this.transcript, this.say("settle.transcripts"), items.map((one) => one.name));
    fill(this.code, this.say("settle.codes"), codes.sort());
  }

  /**
   * Whether a disagreement is listed.
   * @param {Disagreement} one
   */
  fits(one) {
    const { transcript, code, open } = this;
    const ofCode = (/** @type {{code: string}} */ coding) => coding.code === code.value;
    return (!transcript.value || one.name === transcript.value) && (!code.value || [...one.first, ...one.second].some(ofCode)) && !(open.checked && one.decided);
  }
}

/**
 * @param {HTMLSelectElement} select
 * @param {string} all
 * @param {string[]} values
 */
function fill(select, all, values) {
  const before = select.value;
  const options = [...new Set(values)].map((value) => element("option", { value }, value));
  select.replaceChildren(element("option", { value: "" }, all), ...options);
  select.value = before;
  if (select.selectedIndex < 0) select.value = "";
}
