// The basket of passages that are wanted again, by the ids of their codings; kept in this browser, never a word of them.

import { keep, kept } from "./keeping.js";
import { announce } from "./telling.js";

/** @typedef {import("./workspace.js").Workspace} Workspace */

export class Basket {
  /** @param {Workspace} w */
  constructor(w) {
    this.w = w;
    this.ids = kept(w.study, "basket");
    /** @type {((id: string) => void)[]} Called with what was put in or taken out. */
    this.onchange = [];
  }

  /** @param {string} id */
  toggle(id) {
    const there = this.ids.includes(id);
    this.ids = there ? this.ids.filter((one) => one !== id) : [...this.ids, id];
    keep(this.w.study, "basket", this.ids);
    announce(this.w, this.w.say(there ? "reading.taken_out" : "reading.put_in", { count: this.ids.length }));
    for (const tell of this.onchange) tell(id);
  }
}
