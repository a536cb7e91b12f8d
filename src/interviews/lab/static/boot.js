// From an empty page to the workspace: who codes, which study, which transcript.

import { speak } from "./core/words.js";
import { ask } from "./view/dialogs.js";
import { element } from "./view/dom.js";
import { kept } from "./keeping.js";
import { chosenApi } from "./kernel.js";
import { chosenLanguage } from "./languages.js";
import { followAddress } from "./place.js";
import { failureOf } from "./telling.js";
import { darkness } from "./theme.js";
import { Workspace } from "./workspace.js";

/** @typedef {import("./api.js").Api} Api */

const NAME = /^[^\s/\\<>"'&]{1,40}$/u;

/** @param {HTMLElement} host */
export async function start(host) {
  const api = chosenApi();
  let say = speak(navigator.language);
  host.replaceChildren(element("p", { class: "loading", role: "status" }, say("app.loading")));
  try {
    await askWho(api, say);
    if (!api.project && (await choose(host, api, say))) return null;
    const [study, codebook] = await Promise.all([api.study(), api.codebook()]);
    say = speak(chosenLanguage(study.language));
    document.documentElement.lang = chosenLanguage(study.language);
    document.title = `${study.name} · ${study.coder}`;
    const workspace = new Workspace(host, api, { study, codebook, say });
    const [last] = kept(study, "transcript");
    const wanted = new URLSearchParams(window.location.search).get("transcript") ?? last;
    const first = study.transcripts.find((one) => one.id === wanted || one.name === wanted) ?? study.transcripts[0];
    if (first) await workspace.open(first.id);
    await followAddress(workspace);
    return workspace;
  } catch (error) {
    const again = element("button", { type: "button", onclick: () => void start(host) }, say("app.retry"));
    host.replaceChildren(element("p", { class: "loading", role: "alert" }, failureOf(error, say), " ", again));
    return null;
  }
}

/**
 * Where the server knows several projects and the page none: a list of links, one each; whether there is one.
 * @param {HTMLElement} host
 * @param {Api} api
 * @param {import("./core/words.js").Say} say
 */
async function choose(host, api, say) {
  const projects = await api.projects();
  if (projects.length < 2) {
    api.project = projects[0] ?? "";
    return false;
  }
  const links = projects.map((path) => {
    const address = new URL(window.location.href);
    address.searchParams.set("project", path);
    return element("li", {}, element("a", { href: address.href }, path));
  });
  host.replaceChildren(element("main", { class: "loading" }, element("h1", {}, say("app.projects")), element("ul", {}, ...links)));
  return true;
}

/**
 * @param {Api} api
 * @param {import("./core/words.js").Say} say
 */
async function askWho(api, say) {
  let { coder } = await api.coder();
  while (!coder) {
    const check = (/** @type {string} */ text) => (NAME.test(text.trim()) ? "" : say("coder.bad"));
    const given = await ask(say("coder.ask"), "", say, { check });
    if (given) coder = (await api.keepCoder(given.trim())).coder;
  }
}

const host = document.getElementById("workspace");
if (host) {
  darkness.start();
  void start(host);
}
