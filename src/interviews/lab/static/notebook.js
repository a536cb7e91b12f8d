// The workspace in a notebook's cell: the server's page in a frame, where keys stay its own. Without a server the kernel hands
// the same page over and answers it.

/** @typedef {{get(name: string): string, send(message: unknown): void, on(name: string, heard: (message: any) => void): void, off(name: string, heard: (message: any) => void): void}} Model */
/** @typedef {{method: string, what: string, body?: unknown}} Question */

/** A kernel that was restarted never answers. */
const PATIENCE_MS = 10_000;

/** @param {{model: Model, el: HTMLElement}} given */
async function render({ model, el }) {
  const frame = document.createElement("iframe");
  frame.title = "Interviews";
  frame.dataset.lmSuppressShortcuts = "true";
  Object.assign(frame.style, { width: "100%", height: "100%", border: "0" });
  const box = document.createElement("div");
  box.dataset.lmSuppressShortcuts = "true";
  Object.assign(box.style, { height: "min(46rem, 80vh)", minHeight: "16rem", resize: "vertical", overflow: "hidden" });
  box.append(frame);
  el.append(box);
  const page = model.get("page");
  if (page && (await answers(page))) {
    frame.src = page;
    return () => {};
  }
  const { ask, close } = asking(model);
  await fill(frame, ask);
  return close;
}

/**
 * Whether a server serves the page: a kernel may know one that the browser does not reach, or that lacks the workspace.
 * A hub asks questions, too, for the cookie's token.
 * @param {string} page
 */
async function answers(page) {
  const token = document.cookie.match(/(?:^|; )_xsrf=([^;]*)/)?.[1] ?? "";
  try {
    const answer = await fetch(page.replace("?", "/api/changes?"), { headers: { "X-XSRFToken": decodeURIComponent(token) }, credentials: "same-origin" });
    return answer.ok;
  } catch {
    return false;
  }
}

/**
 * Questions to the kernel, each answered by its id.
 * @param {Model} model
 */
function asking(model) {
  /** @type {Map<string, (answer: any) => void>} */
  const open = new Map();
  const heard = (/** @type {{id: string}} */ answer) => open.get(answer.id)?.(answer);
  model.on("msg:custom", heard);
  const ask = (/** @type {Question} */ question) =>
    new Promise((resolve, reject) => {
      const id = `${Date.now()}-${Math.random()}`;
      const late = window.setTimeout(() => settle(reject, new Error("the kernel does not answer")), PATIENCE_MS);
      const settle = (/** @type {(value: any) => void} */ how, /** @type {unknown} */ value) => {
        window.clearTimeout(late);
        open.delete(id);
        how(value);
      };
      open.set(id, (answer) => settle(resolve, answer));
      try {
        model.send({ id, ...question });
      } catch (error) {
        settle(reject, error);
      }
    });
  return { ask, close: () => model.off("msg:custom", heard) };
}

/**
 * Make the frame the page: its modules under the names by which they import each other.
 * @param {HTMLIFrameElement} frame
 * @param {(question: Question) => Promise<any>} ask
 */
async function fill(frame, ask) {
  const { modules, styles } = (await ask({ method: "GET", what: "page" })).answer;
  const loaded = new Promise((done) => frame.addEventListener("load", done, { once: true }));
  frame.srcdoc = '<!doctype html><meta charset="utf-8"><title>Interviews</title><div id="workspace"></div>';
  await loaded;
  const inside = /** @type {Document} */ (frame.contentDocument);
  /** @type {any} */ (frame.contentWindow).askKernel = ask;
  /** @type {Record<string, string>} */
  const imports = {};
  for (const [name, source] of Object.entries(modules)) imports[name] = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  const made = (/** @type {string} */ tag, /** @type {string} */ text, type = "") => Object.assign(inside.createElement(tag), { textContent: text }, type ? { type } : {});
  for (const style of styles) inside.head.append(made("style", style));
  inside.head.append(made("script", JSON.stringify({ imports }), "importmap"));
  inside.head.append(made("script", 'import "interviews/boot.js";', "module"));
}

export default { render };
