// Elements, made without markup: text goes in as text.

import { darkness } from "../theme.js";

export { darkness };

/**
 * An element with attributes, classes (`class`), listeners (`on…`) and children; null and false children are left out.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, unknown>} [attributes]
 * @param {(Node | string | null | false | undefined)[]} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) made.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
    else made.setAttribute(name, value === true ? "" : String(value));
  }
  for (const child of children) if (child) made.append(child);
  return made;
}

/**
 * Let these be the children of an element, in order; those that are stay as they are, with the focus that one of them may have.
 * @param {HTMLElement} parent
 * @param {HTMLElement[]} children
 */
export function arrange(parent, children) {
  const wanted = new Set(/** @type {Element[]} */ (children));
  for (const old of [...parent.children]) if (!wanted.has(old)) old.remove();
  children.forEach((child, at) => {
    if (parent.children[at] !== child) parent.insertBefore(child, parent.children[at] ?? null);
  });
}

/**
 * A code's name in its colour.
 * @param {{path: string, colour: string}} code
 * @param {string} [label]
 */
export function chip(code, label = code.path) {
  const made = element("span", { class: "chip" }, label);
  made.style.setProperty("--code", safeColour(code.colour));
  return made;
}

/** @param {string} colour */
function safeColour(colour) {
  return /^#[0-9a-fA-F]{6}$/.test(colour) ? colour : "#777777";
}

/**
 * The colour as it is seen on the page: lighter on a dark one, where the dark colours of a codebook would vanish.
 * @param {string} colour
 */
export function seenColour(colour) {
  const safe = safeColour(colour);
  if (!darkness.matches) return safe;
  const channels = [1, 3, 5].map((at) => parseInt(safe.slice(at, at + 2), 16));
  return `#${channels.map((one) => Math.round(one + (255 - one) * 0.4).toString(16).padStart(2, "0")).join("")}`;
}
