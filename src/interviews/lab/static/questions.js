// What the further views ask the server: the codebook and its versions, what waits for a decision, passages to read, disagreements,
// the framework matrix, findings, quotes for print.

/** @typedef {import("./api.js").Api} Api */
/** @typedef {{op: string, [field: string]: unknown}} Step */
/** @typedef {{sentence: string, texts: [string, string, string][]}} Change */
/** @typedef {{version: number, changes: Change[], coders: {coder: string, moved: number, waiting: number}[], problems: string[]}} Preview */
/** @typedef {{version: number, changes: Change[], problems: string[]}} Revised */
/** @typedef {{version: number, before: number | null, codes: number, retired: number, when: string, author: string, changes: number | null}} Version */
/** @typedef {{transcript: string, version: number, name: string, case: string | null, language: string, start: number, end: number, turn: number | null, speaker: string | null, before: string, words: string, after: string, id: string, code: string}} Passage */
/** @typedef {Passage & {memo: string, review: string, changes: Change[]}} WaitingCoding */
/** @typedef {Passage & {source: string, score: number}} OpenSuggestion */
/** @typedef {Passage & {coder: string, memo: string}} Found */
/** @typedef {{start: number, end: number, code: string, memo: string}} Judged */
/** @typedef {{decision: string, outcome: Judged[], reason: string, author: string}} Decided */
/** @typedef {Omit<Passage, "code"> & {difference: string, first: Judged[], second: Judged[], decided: Decided | null}} Disagreement */
/** @typedef {{coders: string[], first: string, second: string, as: string, disagreements: Disagreement[]}} Disagreements */
/** @typedef {{case: string, theme: string, text: string, author: string, id: string}} Summary */
/** @typedef {{cases: {name: string, written: boolean}[], themes: {path: string, label: string, written: boolean}[], cells: number[][], summaries: Summary[]}} Matrix */
/** @typedef {Omit<Passage, "code"> & {codes: string[], coders: string[], citation?: string}} Evidence */
/** @typedef {{case: string, theme: string, label: string, claim: string, author: string, draft: boolean}} Claim */
/** @typedef {Omit<Passage, "code"> & {text: string, codes: string[], consent: string | null, allowed: boolean, named: string[] | null, shared: number | null, rare: string, decided: {released: boolean, reason: string, author: string} | null}} PrintQuote */

const language = () => document.documentElement.lang || "en";

/**
 * @param {Api} api
 * @returns {Promise<Version[]>}
 */
export function askVersions(api) {
  return api.ask("GET", "codebook/versions");
}

/**
 * @param {Api} api
 * @param {number} from
 * @param {number} to
 * @returns {Promise<Change[]>}
 */
export function askDiff(api, from, to) {
  return api.ask("GET", `codebook/diff?from=${from}&to=${to}&language=${language()}`);
}

/**
 * @param {Api} api
 * @param {Step[]} steps
 * @returns {Promise<Preview>}
 */
export function askPreview(api, steps) {
  return api.ask("POST", `codebook/preview?language=${language()}`, { steps });
}

/**
 * @param {Api} api
 * @param {Step[]} steps
 * @param {number} version
 * @param {string} reason
 * @returns {Promise<Revised>}
 */
export function askRevision(api, steps, version, reason) {
  return api.ask("POST", `codebook/revise?language=${language()}`, { steps, version, reason });
}

/**
 * @param {Api} api
 * @returns {Promise<{codings: WaitingCoding[], suggestions: OpenSuggestion[]}>}
 */
export function askReview(api) {
  return api.ask("GET", `review?language=${language()}`);
}

/**
 * @param {Api} api
 * @param {{code?: string, question?: string, ids?: string[]}} wanted
 * @returns {Promise<{total: number, passages: Found[]}>}
 */
export function askPassages(api, wanted) {
  return api.ask("POST", "passages", wanted);
}

/**
 * @param {Api} api
 * @returns {Promise<{name: string, text: string}[]>}
 */
export function askQueries(api) {
  return api.ask("GET", "queries");
}

/**
 * @param {Api} api
 * @param {{first: string, second: string, as: string}} names
 * @returns {Promise<Disagreements>}
 */
export function askDisagreements(api, names) {
  return api.ask("GET", `disagreements?${new URLSearchParams(names)}`);
}

/**
 * @param {Api} api
 * @returns {Promise<Matrix>}
 */
export function askMatrix(api) {
  return api.ask("GET", `framework?language=${language()}`);
}

/**
 * @param {Api} api
 * @param {{case: string, theme: string}} cell
 * @returns {Promise<Evidence[]>}
 */
export function askCell(api, cell) {
  return api.ask("GET", `framework/cell?${new URLSearchParams({ case: cell.case, theme: cell.theme })}`);
}

/**
 * @param {Api} api
 * @returns {Promise<{least: number, findings: Claim[]}>}
 */
export function askFindings(api) {
  return api.ask("GET", `findings?language=${language()}`);
}

/**
 * @param {Api} api
 * @param {{case: string, theme: string}} cell
 * @returns {Promise<{finding: Claim, passages: Evidence[]} | null>}
 */
export function askFinding(api, cell) {
  return api.ask("GET", `findings/one?${new URLSearchParams({ case: cell.case, theme: cell.theme, language: language() })}`);
}

/**
 * @param {Api} api
 * @param {{code?: string, ids?: string[]}} wanted
 * @returns {Promise<{total: number, quotes: PrintQuote[]}>}
 */
export function askQuotes(api, wanted) {
  return api.ask("POST", "quotes", wanted);
}
