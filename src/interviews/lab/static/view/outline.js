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
    /** @type {Outline[]} */
    this.assigned = [];
    /** @type {Outline | undefined} The transcript that is shown. */
    this.now = undefined;
    this.element = element("div", { class: "outline" }, this.select, this.bar, this.told);
  }

  /**
   * What is assigned to the coder comes first; where nothing is, all are alike.
   * @param {Outline[]} transcripts
   * @param {string} chosen
   */
  show(transcripts, chosen) {
    /** @type {Map<string, Outline[]>} */
    const cases = new Map();
    const some = transcripts.some((one) => one.assigned);
    for (const one of transcripts) {
      const name = groupOf(one, some, this.say);
      cases.set(name, [...(cases.get(name) ?? []), one]);
    }
    const groups = [...cases].map(([name, ones]) =>
      element("optgroup", { label: name }, ...ones.map((one) => element("option", { value: one.id }, label(one)))),
    );
    this.select.replaceChildren(...groups);
    this.select.value = chosen;
    this.assigned = transcripts.filter((one) => one.assigned);
    this.now = transcripts.find((one) => one.id === chosen);
    if (this.now) this.progress(this.now.coded, this.now.turns, this.now.codings);
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
    if (this.now) this.now.coded = coded;
    const { assigned } = this;
    const all = { coded: sum(assigned.map((one) => one.coded)), turns: sum(assigned.map((one) => one.turns)) };
    if (assigned.length) this.told.append(` · ${this.say("progress.assigned", all)}`);
    this.bar.setAttribute("aria-label", this.told.textContent);
  }
}

/** @param {Outline} one */
function label(one) {
  const share = one.turns ? Math.round((100 * one.coded) / one.turns) : 0;
  return `${one.name} · ${share} %`;
}

/**
 * @param {Outline} one
 * @param {boolean} some Whether any is assigned to the coder.
 * @param {import("../core/words.js").Say} say
 */
export function groupOf(one, some, say) {
  const name = one.case ?? say("app.no_case");
  return some && !one.assigned ? say("app.unassigned", { case: name }) : name;
}

/** @param {number[]} numbers */
export function sum(numbers) {
  return numbers.reduce((all, one) => all + one, 0);
}
