// Where the page's address points: to a transcript, a code, or a saved question. JupyterLab's sidebar writes it.

/** @typedef {import("./workspace.js").Workspace} Workspace */

/**
 * Go where the address points now, and wherever it points later.
 * @param {Workspace} w
 */
export function followAddress(w) {
  window.addEventListener("hashchange", () => void go(w));
  return go(w);
}

/** @param {Workspace} w */
async function go(w) {
  const wanted = new URLSearchParams(window.location.hash.slice(1));
  const [transcript, code, question] = ["transcript", "code", "question"].map((name) => wanted.get(name) ?? "");
  if (!transcript && !code && !question) return;
  window.history.replaceState(null, "", window.location.pathname + window.location.search); // the same can be wanted again
  if (transcript) await openTranscript(w, transcript);
  if (code) await showCode(w, code);
  if (question) await ask(w, question);
}

/**
 * @param {Workspace} w
 * @param {string} id
 */
async function openTranscript(w, id) {
  await w.views.show("coding");
  if (w.view?.told.id !== id) await w.open(id);
  w.pane.focus();
}

/**
 * @param {Workspace} w
 * @param {string} path
 */
async function showCode(w, path) {
  const { codes } = w.views;
  codes.tree.setCodes(w.codebook.codes, path);
  codes.showCode();
  await w.views.show("codebook");
  codes.focus();
}

/**
 * @param {Workspace} w
 * @param {string} question
 */
async function ask(w, question) {
  const { reading } = w.views;
  reading.question.value = question;
  await w.views.show("reading");
  await reading.ask({ question });
}
