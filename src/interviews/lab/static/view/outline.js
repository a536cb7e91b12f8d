// The transcripts of the study by case, each with how far the coder has come.

import { element } from "./dom.js";

/** @typedef {import("../api.js").Outline} Outline */

export class OutlineView {
  /**
   * @param {import("../core/words.js").Say} say
   * @param {(id: string) => void} onopen
   */
  constructor(say, onopen) {
    this.say = say;
    this.onopen = onopen;
    this.select = element("select", { "aria-label": say("app.transcript"), onchange: () => onopen(this.select.value) });
    this.told = element("span", { class: "told" });
    this.bar = element("progress", { max: "1", value: "0", "aria-label": "" });
    this.element = element("div", { class: "outline" }, this.select, this.bar, this.told);
  }

  /**
   * @param {Outline[]} transcripts
   * @param {string} chosen
   */
  show(transcripts, chosen) {
    /** @type {Map<string, Outline[]>} */
    const cases = new Map();
    for (const one of transcripts) {
      const name = one.case ?? this.say("app.no_case");
      cases.set(name, [...(cases.get(name) ?? []), one]);
    }
    const groups = [...cases].map(([name, ones]) =>
      element("optgroup", { label: name }, ...ones.map((one) => element("option", { value: one.id }, label(one)))),
    );
    this.select.replaceChildren(...groups);
    this.select.value = chosen;
    const now = transcripts.find((one) => one.id === chosen);
    if (now) this.progress(now.coded, now.turns, now.codings);
  }

  /**
   * @param {number} coded
   * @param {number} turns
   * @param {number} codings
   */
  progress(coded, turns, codings) {
    this.bar.max = Math.max(turns, 1);
    this.bar.value = coded;
    this.told.textContent = this.say("progress", { coded, turns, codings });
    this.bar.setAttribute("aria-label", this.told.textContent);
  }
}

/** @param {Outline} one */
function label(one) {
  const share = one.turns ? Math.round((100 * one.coded) / one.turns) : 0;
  return `${one.name} · ${share} %`;
}
