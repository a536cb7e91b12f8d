// For fingers: a long press selects a word, and two grips at the ends of what is selected extend and shrink it.

import { clip } from "../core/turns.js";
import { element } from "./dom.js";
import { unitUnder } from "./pointing.js";

/** @typedef {import("./transcript.js").TranscriptView} TranscriptView */
/** @typedef {"start" | "end"} Side */

const HOLD_MS = 500;
/** A finger that stays moves less, in pixels. */
const STILL = 10;

export class Grips {
  /** @param {TranscriptView} view Whose selection they hold. */
  constructor(view) {
    this.view = view;
    /** Whether a finger, or a pen, pointed last. */
    this.finger = false;
    /** Whether the finger that is down, or was last, selected a word by staying. */
    this.held = false;
    this.hold = 0;
    /** Where it came down. */
    this.down = { x: 0, y: 0 };
    this.ending = new AbortController();
    const { signal } = this.ending;
    this.grips = { start: this.grip("start"), end: this.grip("end") };
    const { host } = view;
    host.append(this.grips.start, this.grips.end);
    host.addEventListener("pointerdown", (event) => this.touch(event), { signal });
    host.addEventListener("pointermove", (event) => this.stays(event) || clearTimeout(this.hold), { signal });
    for (const end of /** @type {const} */ (["pointerup", "pointercancel"])) host.addEventListener(end, () => clearTimeout(this.hold), { signal });
    host.addEventListener("mouseup", (event) => this.held && event.stopPropagation(), { signal, capture: true }); // it was no tap
    host.addEventListener("keydown", () => this.point("mouse"), { signal });
    document.addEventListener("selectionchange", () => this.finger && view.takeSelection(), { signal }); // by handles of the browser
  }

  /** Let go of what the page shares. */
  close() {
    clearTimeout(this.hold);
    this.ending.abort();
  }

  /** @param {PointerEvent} event */
  touch(event) {
    clearTimeout(this.hold);
    this.held = false;
    this.point(event.pointerType);
    const inText = event.target instanceof Element && event.target.closest(".speech");
    if (!this.finger || !inText) return;
    const { x, y } = (this.down = { x: event.clientX, y: event.clientY });
    this.hold = window.setTimeout(() => {
      this.held = true;
      this.view.click(x, y, "word");
    }, HOLD_MS);
  }

  /** @param {string} kind Of the pointer; keys count as a mouse. */
  point(kind) {
    const finger = kind !== "mouse";
    if (this.finger === finger) return;
    this.finger = finger;
    this.place();
  }

  /** @param {PointerEvent} event */
  stays({ clientX, clientY }) {
    return Math.hypot(clientX - this.down.x, clientY - this.down.y) < STILL;
  }

  /** Put them at the ends of what is selected, where a finger selected it and the browser shows no handles of its own. */
  place() {
    const { start, end } = this.view.selected;
    const shown = this.finger && start < end && (document.getSelection()?.isCollapsed ?? true);
    for (const side of /** @type {const} */ (["start", "end"])) {
      const grip = this.grips[side];
      grip.hidden = !shown;
      if (!shown) continue;
      const { x, bottom } = this.edge(side);
      const frame = this.view.host.getBoundingClientRect();
      grip.style.left = `${x - frame.left}px`;
      grip.style.top = `${bottom - frame.top + this.view.host.scrollTop}px`;
    }
  }

  /**
   * Where what is selected starts or ends, in the window.
   * @param {Side} side
   */
  edge(side) {
    const { start, end } = this.view.selected;
    const at = side === "start" ? start : end - 1;
    const turn = this.view.turnAt(at);
    const inside = clip(turn, { from: at, to: at + 1 });
    const letter = document.createRange();
    letter.setStart(turn.node, Math.min(inside.start, turn.node.length));
    letter.setEnd(turn.node, Math.max(Math.min(inside.end, turn.node.length), letter.startOffset));
    const { left, right, top, bottom } = letter.getBoundingClientRect();
    const leftwards = (turn.speech.dir === "rtl") === (side === "end");
    return { x: leftwards ? left : right, middle: (top + bottom) / 2, bottom };
  }

  /** @param {Side} side */
  grip(side) {
    const grip = element("div", { class: `grip ${side}`, "aria-hidden": "true", hidden: true });
    let [across, down] = [0, 0];
    const { signal } = this.ending;
    const taken = (/** @type {PointerEvent} */ event) => {
      event.preventDefault();
      grip.setPointerCapture(event.pointerId);
      grip.classList.add("dragged");
      const { x, middle } = this.edge(side);
      [across, down] = [x - event.clientX, middle - event.clientY];
    };
    const moved = (/** @type {PointerEvent} */ event) => {
      if (!grip.classList.contains("dragged")) return;
      const { left, right } = this.view.turn().speech.getBoundingClientRect();
      const x = Math.min(Math.max(event.clientX + across, left + 1), right - 1); // beside a line, its start or end is meant
      const unit = unitUnder(this.view.turns, x, event.clientY + down);
      if (unit !== undefined) this.view.selectTo(side, unit);
    };
    const ended = () => grip.classList.remove("dragged");
    grip.addEventListener("pointerdown", taken, { signal });
    grip.addEventListener("pointermove", moved, { signal });
    grip.addEventListener("pointerup", ended, { signal });
    grip.addEventListener("pointercancel", ended, { signal });
    grip.addEventListener("mouseup", (event) => event.stopPropagation(), { signal }); // it is no click into the text
    return grip;
  }
}
