// The keys that all lists of what is to be decided share.

import { reverse } from "../acts.js";

/** @typedef {{w: import("../workspace.js").Workspace, element: HTMLElement, go(by: number): void, onundo?(): void}} Listing */

/**
 * Up and down, undo and redo, back to coding; any other key does what the view says.
 * @param {Listing} view
 * @param {KeyboardEvent} event
 * @param {(key: string) => (() => unknown) | null | undefined} command What a key does now.
 */
export function listKey(view, event, command) {
  const key = event.key.toLowerCase();
  if (event.ctrlKey || event.metaKey) {
    if (event.altKey || !["z", "y"].includes(key)) return;
    view.onundo?.();
    void reverse(view.w, key === "y" || event.shiftKey ? "redo" : "undo");
  } else if (event.altKey) return;
  else if (key === "arrowdown" || key === "arrowup") view.go(key === "arrowdown" ? 1 : -1);
  else if (key === "escape") void view.w.views.show("coding");
  else {
    const wanted = !event.repeat && (view.w.letters || key.length > 1); // a key that stays down decides once
    const act = wanted && command(key);
    if (!act) return;
    act();
  }
  event.preventDefault();
  event.stopPropagation();
}

/**
 * In the line for a reason letters are words; Enter and Escape lead back to the list.
 * @param {Listing} view
 * @param {KeyboardEvent} event
 */
export function lineKey(view, event) {
  if (event.key === "F8") return;
  if (event.key === "Enter" || event.key === "Escape") {
    event.preventDefault();
    view.element.focus();
  }
  event.stopPropagation();
}
