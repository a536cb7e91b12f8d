// All fields of one code, edited in place. What is written and not saved yet stays as a draft while one looks elsewhere.

import { isWithin } from "../core/places.js";
import { element } from "./dom.js";

/** @typedef {import("../api.js").Code} Code */
/** @typedef {import("../questions.js").Step} Step */
/** @typedef {Record<string, string>} Fields */

const LONG = ["definition", "use_when", "not_when", "anchor", "counter", "memo"];
const LANGUAGES = ["de", "en", "pl"];

export class CodeForm {
  /**
   * @param {import("../core/words.js").Say} say
   * @param {{onsave: (code: Code, steps: Step[]) => void, ondraft: () => void}} acts
   */
  constructor(say, acts) {
    this.say = say;
    this.acts = acts;
    /** @type {Code | null} */
    this.code = null;
    /** @type {Map<string, Fields>} */
    this.drafts = new Map();
    this.element = element("form", { class: "code-form", "aria-label": say("codes.fields") });
    this.element.addEventListener("input", () => this.note());
    this.element.addEventListener("submit", (event) => {
      event.preventDefault();
      this.save();
    });
    this.element.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) this.element.requestSubmit();
    });
  }

  /**
   * @param {Code | null} code
   * @param {string} language The codebook's own, in which codes have their names.
   */
  show(code, language) {
    this.code = code;
    if (!code) return this.element.replaceChildren();
    const { say } = this;
    const others = [...new Set([...LANGUAGES, ...Object.keys(code.labels)])].filter((one) => one !== language);
    this.element.replaceChildren(
      element("h2", {}, code.path),
      this.field("name", say("codes.name"), "input"),
      this.field("colour", say("codes.colour"), "input", "color"),
      ...LONG.flatMap((name) => [
        this.field(name, say(`field.${name}`), "textarea"),
        ...(name === "anchor" ? [this.field("anchor_source", say("codes.anchor_source"), "input")] : []),
      ]),
      ...others.map((one) => this.field(`label_${one}`, say("codes.label", { language: one }), "input")),
      element(
        "div",
        { class: "buttons" },
        element("button", { type: "submit" }, say("codes.save_fields")),
        element("button", { type: "button", onclick: () => this.discard(language) }, say("codes.discard")),
      ),
    );
  }

  /**
   * Show the code as others have left it; what is being written stays, and the cursor in it.
   * @param {Code | null} code
   * @param {string} language
   */
  update(code, language) {
    if (code && this.code && JSON.stringify(fieldsOf(code)) === JSON.stringify(fieldsOf(this.code)) && code.path === this.code.path) {
      this.code = code;
      return;
    }
    const held = this.element.contains(document.activeElement) ? /** @type {HTMLInputElement} */ (document.activeElement) : null;
    const [name, at] = [held?.name, held && held.type !== "color" ? held.selectionStart : null];
    this.show(code, language);
    const again = name && /** @type {HTMLInputElement | null} */ (this.element.querySelector(`[name="${CSS.escape(name)}"]`));
    if (!again) return;
    again.focus();
    if (at !== null) again.setSelectionRange(at, at);
  }

  /**
   * Drafts of a code and those below it, after it was moved or renamed.
   * @param {string} before
   * @param {string} after
   */
  carry(before, after) {
    for (const [path, draft] of [...this.drafts]) {
      if (before === after || !isWithin(path, before)) continue;
      this.drafts.delete(path);
      this.drafts.set(after + path.slice(before.length), draft);
    }
  }

  /**
   * @param {string} name
   * @param {string} label
   * @param {"input" | "textarea"} tag
   * @param {string} [type]
   */
  field(name, label, tag, type) {
    const code = /** @type {Code} */ (this.code);
    const input = element(tag, { id: `code-${name}`, name, dir: type ? null : "auto", type });
    input.value = this.drafts.get(code.path)?.[name] ?? fieldsOf(code)[name] ?? "";
    return element("div", { class: "field" }, element("label", { for: `code-${name}` }, label), input);
  }

  /** @param {string} [name] */
  focus(name = "definition") {
    const field = /** @type {HTMLInputElement | null} */ (this.element.querySelector(`[name=${name}]`));
    field?.focus();
    if (name === "name") field?.select();
  }

  /** What differs from the code as it is saved. */
  changed() {
    const before = this.code ? fieldsOf(this.code) : {};
    const inputs = /** @type {NodeListOf<HTMLInputElement>} */ (this.element.querySelectorAll("[name]"));
    const entries = [...inputs].map((input) => [input.name, input.value.trim()]);
    return /** @type {Fields} */ (Object.fromEntries(entries.filter(([name, value]) => value !== (before[name] ?? ""))));
  }

  note() {
    if (!this.code) return;
    const fields = this.changed();
    const known = this.drafts.has(this.code.path);
    if (Object.keys(fields).length) this.drafts.set(this.code.path, fields);
    else this.drafts.delete(this.code.path);
    if (known !== this.drafts.has(this.code.path)) this.acts.ondraft();
  }

  save() {
    if (!this.code) return;
    const { name, ...fields } = this.changed();
    /** @type {Step[]} */
    const steps = [];
    if (Object.keys(fields).length) steps.push({ op: "redefine", code: this.code.path, fields });
    if (name !== undefined) steps.push({ op: "rename", code: this.code.path, name });
    if (steps.length) this.acts.onsave(this.code, steps);
  }

  /** @param {string} language */
  discard(language) {
    if (!this.code) return;
    this.drafts.delete(this.code.path);
    this.show(this.code, language);
    this.acts.ondraft();
  }
}

/**
 * @param {Code} code
 * @returns {Fields}
 */
function fieldsOf(code) {
  const { name, colour, definition, use_when, not_when, anchor, anchor_source, counter, memo } = code;
  const labels = Object.fromEntries(Object.entries(code.labels).map(([language, label]) => [`label_${language}`, label]));
  return { name, colour: colour.toLowerCase(), definition, use_when, not_when, anchor, anchor_source, counter, memo, ...labels };
}
