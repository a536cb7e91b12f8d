// What the page remembers between visits: which transcript, which codes; never a word of an interview.

/** @typedef {import("./api.js").Study} Study */

/**
 * @param {Study} study
 * @param {string} what
 * @returns {string[]}
 */
export function kept(study, what) {
  try {
    const found = JSON.parse(window.localStorage.getItem(`interviews:${study.name}:${study.coder}:${what}`) ?? "[]");
    return Array.isArray(found) ? found.map(String) : [];
  } catch {
    return [];
  }
}

/**
 * @param {Study} study
 * @param {string} what
 * @param {string[]} value
 */
export function keep(study, what, value) {
  window.localStorage.setItem(`interviews:${study.name}:${study.coder}:${what}`, JSON.stringify(value));
}
