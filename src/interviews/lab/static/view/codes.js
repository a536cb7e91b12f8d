// The codebook view: the tree, all fields of a code, and the history. Every change shows first what it does to codings.

import { reverse } from "../acts.js";
import { isWithin, nameOf, parentOf } from "../core/places.js";
import { revise } from "./changes.js";
import { CodeForm } from "./code_form.js";
import { CodeTree } from "./code_tree.js";
import { ask, open } from "./dialogs.js";
import { element } from "./dom.js";
import { chooseCode } from "./palette.js";
import { VersionsView } from "./versions.js";

/** @typedef {import("../workspace.js").Workspace} Workspace */
/** @typedef {import("../api.js").Code} Code */
/** @typedef {import("../questions.js").Step} Step */

export class CodesView {
  /** @param {Workspace} w */
  constructor(w) {
    this.w = w;
    const { say } = w;
    this.version = -1;
    this.tree = new CodeTree(
      say,
      {
        onchoose: () => this.showCode(),
        onplace: (path, place) => void this.place(path, place),
        oncommand: (name) => this.command(name),
        isDraft: (path) => this.form.drafts.has(path),
      },
      w.study.blind,
    );
    this.form = new CodeForm(say, { onsave: (code, steps) => void this.save(code, steps), ondraft: () => this.tree.show() });
    this.versions = new VersionsView(say, w.api);
    /** @type {[string, () => unknown][]} */
    const commands = [
      ["add", () => this.add(this.code)],
      ["theme", () => this.add(null)],
      ["move", () => this.move()],
      ["merge", () => this.merge()],
      ["split", () => this.split()],
      ["retire", () => this.retire()],
      ["undo", () => void reverse(w, "undo")],
      ["redo", () => void reverse(w, "redo")],
    ];
    const buttons = commands.map(([name, act]) => element("button", { type: "button", "data-command": name, onclick: act }, say(`codes.${name}`)));
    this.element = element(
      "main",
      { id: "codes", class: "view codes", hidden: true, tabindex: "-1", "aria-label": say("view.codebook"), "data-lm-suppress-shortcuts": "true" },
      element("div", { class: "toolbar", role: "toolbar", "aria-label": say("codes.commands") }, ...buttons),
      this.tree.element,
      this.form.element,
      this.versions.element,
    );
    this.element.addEventListener("keydown", (event) => this.key(event));
  }

  get code() {
    return this.w.byPath.get(this.tree.chosen) ?? null;
  }

  async refresh() {
    const { codebook } = this.w;
    this.tree.setCodes(codebook.codes, this.tree.chosen);
    this.form.update(this.code, codebook.language);
    this.nameRetire();
    if (codebook.version !== this.version) await this.versions.refresh();
    this.version = codebook.version;
  }

  focus() {
    this.tree.focus();
  }

  showCode() {
    this.form.show(this.code, this.w.codebook.language);
    this.nameRetire();
  }

  nameRetire() {
    const retire = this.element.querySelector("[data-command=retire]");
    if (retire) retire.textContent = this.w.say(this.code?.retired ? "codes.use_again" : "codes.retire");
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const inField = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
    const letter = event.key.toLowerCase();
    if (inField || !(event.ctrlKey || event.metaKey) || event.altKey || !["z", "y"].includes(letter)) return;
    event.preventDefault();
    void reverse(this.w, letter === "y" || event.shiftKey ? "redo" : "undo");
  }

  /** @param {string} name */
  command(name) {
    if (name === "add") void this.add(this.code);
    if (name === "retire") void this.retire();
    if (name === "rename" || name === "edit") this.form.focus(name === "rename" ? "name" : "definition");
  }

  /**
   * Take steps, after a look at what they do; `path` is the code that is looked at then.
   * @param {Step[]} steps
   * @param {string} [path]
   */
  async take(steps, path = this.tree.chosen) {
    if (!(await revise(this.w, steps))) return;
    if (steps[0].op === "redefine") this.form.drafts.delete(String(steps[0].code));
    for (const step of steps) if (step.op === "rename" || step.op === "move") this.form.carry(String(step.code), path);
    const chosen = this.tree.chosen;
    this.w.setCodebook(await this.w.api.codebook());
    const stayed = this.tree.chosen === chosen; // or somebody has gone on already
    if (stayed) this.tree.chosen = path;
    await this.refresh();
    if (stayed) this.tree.focus();
    void this.w.refresh();
  }

  /**
   * @param {Code} code
   * @param {Step[]} steps
   */
  async save(code, steps) {
    const name = steps.find((step) => step.op === "rename")?.name;
    const path = name === undefined ? code.path : below(parentOf(code.path), String(name).trim());
    await this.take(steps, path);
  }

  /** @param {Code | null} under */
  async add(under) {
    const { say } = this.w;
    const question = under ? say("codes.add_name", { code: under.path }) : say("codes.theme_name");
    const name = (await ask(question, "", say, { check: (text) => nameProblem(text, say) }))?.trim();
    if (name) await this.take([{ op: "add", name, under: under?.path ?? null }], below(under?.path ?? null, name));
  }

  async move() {
    const { code, w } = this;
    if (!code) return;
    const others = w.codebook.codes.filter((one) => !isWithin(one.path, code.path) && one.path !== parentOf(code.path));
    const top = { ...code, path: w.say("codes.top"), name: w.say("codes.top"), labels: {}, colour: "#777777", definition: "", use_when: "", not_when: "", anchor: "", counter: "", memo: "", retired: false };
    const chosen = await chooseCode(w.palette, code.path.includes("/") ? [top, ...others] : others);
    if (chosen) await this.place(code.path, { under: chosen === top ? null : chosen.path });
  }

  /**
   * @param {string} path
   * @param {import("../core/places.js").Place} place
   */
  place(path, place) {
    return this.take([{ op: "move", code: path, ...place }], below(place.under, nameOf(path)));
  }

  async merge() {
    const { code, w } = this;
    if (!code) return;
    const into = await chooseCode(w.palette, w.codebook.codes.filter((one) => !isWithin(one.path, code.path)));
    if (into) await this.take([{ op: "merge", code: code.path, into: into.path }], into.path);
  }

  async split() {
    const { code, w } = this;
    const asked = code && (await askSplit(code, w.say));
    if (code && asked?.parts.length) await this.take([{ op: "split", code: code.path, ...asked }]);
  }

  async retire() {
    const { code, w } = this;
    if (!code) return;
    if (code.retired) {
      await this.take([{ op: "redefine", code: code.path, fields: { retired: "" } }]);
      return;
    }
    const family = w.codebook.codes.some((one) => one.path !== code.path && isWithin(one.path, code.path) && !one.retired);
    await this.take([{ op: "retire", code: code.path, family }]);
  }
}

/**
 * @param {string | null} under
 * @param {string} name
 */
function below(under, name) {
  return under === null ? name : `${under}/${name}`;
}

/**
 * @param {string} text
 * @param {import("../core/words.js").Say} say
 */
function nameProblem(text, say) {
  return text.trim() && !text.includes("/") ? "" : say("codes.bad_name");
}

/**
 * The names of the new codes, a line each, and whether they stand beside the code or below it.
 * @param {Code} code
 * @param {import("../core/words.js").Say} say
 * @returns {Promise<{parts: string[], beside: boolean} | null>}
 */
function askSplit(code, say) {
  const names = element("textarea", { id: "parts", dir: "auto" });
  const beside = element("input", { type: "checkbox", id: "beside" });
  const cancel = element("button", { type: "button", class: "quiet" }, say("cancel"));
  const form = element(
    "form",
    {},
    element("label", { for: "parts" }, say("codes.split_names", { code: code.path })),
    names,
    element("p", {}, beside, " ", element("label", { for: "beside" }, say("codes.split_beside"))),
    element("div", { class: "buttons" }, element("button", { type: "submit" }, say("ok")), cancel),
  );
  const dialog = element("dialog", { "aria-label": say("codes.split") }, form);
  return new Promise((answer) => {
    /** @type {{parts: string[], beside: boolean} | null} */
    let given = null;
    cancel.addEventListener("click", () => dialog.close());
    names.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const parts = names.value.split("\n").map((line) => line.trim());
      given = { parts: parts.filter(Boolean), beside: beside.checked };
      dialog.close();
    });
    open(dialog, () => answer(given));
  });
}
