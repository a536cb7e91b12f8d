// The versions of the codebook, the newest first, each with what it changed; and any two of them side by side.

import { askDiff, askVersions } from "../questions.js";
import { tellChanges } from "./changes.js";
import { element } from "./dom.js";

/** @typedef {import("../questions.js").Version} Version */

export class VersionsView {
  /**
   * @param {import("../core/words.js").Say} say
   * @param {import("../api.js").Api} api
   */
  constructor(say, api) {
    this.say = say;
    this.api = api;
    this.list = element("ol", { class: "versions", role: "list" });
    this.from = element("select", { "aria-label": say("codes.from"), onchange: () => void this.compare() });
    this.to = element("select", { "aria-label": say("codes.to"), onchange: () => void this.compare() });
    this.compared = element("div", { "aria-live": "polite" });
    this.element = element(
      "section",
      { class: "history", "aria-label": say("codes.history") },
      element("h2", {}, say("codes.history")),
      this.list,
      element("h3", {}, say("codes.compare")),
      element("div", { class: "buttons" }, this.from, this.to),
      this.compared,
    );
  }

  async refresh() {
    const versions = await askVersions(this.api);
    this.list.replaceChildren(...versions.map((one) => this.row(one)));
    const options = () => versions.map((one) => element("option", { value: one.version }, this.say("codes.version", { version: one.version })));
    this.from.replaceChildren(...options());
    this.to.replaceChildren(...options());
    this.from.value = String(versions[versions.length - 1]?.version ?? "");
    this.to.value = String(versions[0]?.version ?? "");
    this.compared.replaceChildren();
  }

  /** @param {Version} one */
  row(one) {
    const { say } = this;
    const told = [say("codes.version", { version: one.version }), one.author, one.when].filter(Boolean).join(" · ");
    if (one.before === null) return element("li", {}, told);
    const before = one.before;
    const details = element("details", {}, element("summary", {}, told));
    details.addEventListener("toggle", async () => {
      if (details.open && details.children.length < 2) details.append(tellChanges(await askDiff(this.api, before, one.version), say));
    });
    return element("li", {}, details);
  }

  async compare() {
    this.compared.replaceChildren(tellChanges(await askDiff(this.api, Number(this.from.value), Number(this.to.value)), this.say));
  }
}
