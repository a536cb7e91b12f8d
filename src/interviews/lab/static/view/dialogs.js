// Small questions, each a native dialog: the keyboard stays in it, Escape closes it, and the focus goes back.

import { element } from "./dom.js";

/** @typedef {import("../core/words.js").Say} Say */

/**
 * Ask for a text; the text, or null where it was cancelled.
 * @param {string} question
 * @param {string} value
 * @param {Say} say
 * @param {{long?: boolean, check?: (text: string) => string}} [how] `check` says what is wrong, or nothing.
 * @returns {Promise<string | null>}
 */
export function ask(question, value, say, { long = false, check = () => "" } = {}) {
  // Browsers keep what was typed into forms, unless they are told not to.
  const field = element(long ? "textarea" : "input", { id: "asked", dir: "auto", autocomplete: "off", "aria-describedby": "asked-wrong" });
  field.value = value;
  const wrong = element("p", { id: "asked-wrong", class: "wrong", role: "alert" });
  const form = element(
    "form",
    {},
    element("label", { for: "asked" }, question),
    field,
    wrong,
    element(
      "div",
      { class: "buttons" },
      element("button", { type: "submit" }, say("ok")),
      element("button", { type: "button", value: "cancel", class: "quiet" }, say("cancel")),
    ),
  );
  const dialog = element("dialog", { "aria-label": question }, form);
  return new Promise((answer) => {
    /** @type {string | null} */
    let given = null;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      wrong.textContent = check(field.value);
      if (wrong.textContent) return;
      given = field.value;
      dialog.close();
    });
    form.querySelector("[value=cancel]")?.addEventListener("click", () => dialog.close());
    field.addEventListener("keydown", (event) => {
      const key = /** @type {KeyboardEvent} */ (event);
      if (long && key.key === "Enter" && (key.ctrlKey || key.metaKey)) form.requestSubmit();
    });
    open(dialog, () => answer(given));
    field.select();
  });
}

/**
 * Show something until it is closed.
 * @param {string} title
 * @param {(Node | string)[]} content
 * @param {Say} say
 */
export function tell(title, content, say) {
  const close = element("button", { type: "button" }, say("close"));
  const dialog = element("dialog", { "aria-label": title }, element("h2", {}, title), ...content, close);
  close.addEventListener("click", () => dialog.close());
  open(dialog, () => {});
}

/**
 * @param {HTMLDialogElement} dialog
 * @param {() => void} closed
 */
export function open(dialog, closed) {
  const before = document.activeElement;
  dialog.addEventListener("keydown", (event) => event.stopPropagation());
  dialog.addEventListener("close", () => {
    dialog.remove();
    if (before instanceof HTMLElement) before.focus();
    closed();
  });
  document.body.append(dialog);
  dialog.showModal();
}
