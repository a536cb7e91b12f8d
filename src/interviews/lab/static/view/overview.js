// A strip beside the transcript: where in all of it the hits of a search are.

import { element } from "./dom.js";

export class Overview {
  constructor() {
    this.element = element("canvas", { class: "overview", "aria-hidden": "true" });
  }

  /**
   * @param {HTMLElement} pane
   * @param {HTMLElement[]} turns With hits.
   */
  show(pane, turns) {
    const { clientWidth: width, clientHeight: height } = this.element;
    this.element.width = width;
    this.element.height = height;
    const pen = this.element.getContext("2d");
    if (!pen) return;
    pen.fillStyle = getComputedStyle(this.element).color;
    const first = pane.firstElementChild?.getBoundingClientRect().top ?? 0;
    for (const turn of new Set(turns)) {
      const down = (turn.getBoundingClientRect().top - first) / pane.scrollHeight;
      pen.fillRect(0, Math.floor(down * height), width, 2);
    }
  }
}
