// JupyterLab's sidebar: transcripts by case with progress, the codebook, saved questions. A click opens the workspace there.

import { Api } from "./api.js";
import { speak } from "./core/words.js";
import { askQueries } from "./questions.js";
import { chip, element } from "./view/dom.js";
import { groupOf, sum } from "./view/outline.js";

/** @typedef {import("./api.js").Outline} Outline */
/** @typedef {import("./api.js").Code} Code */

const LOOK_EVERY_MS = 5000;

export class Sidebar {
  /**
   * @param {HTMLElement} host
   * @param {{page: string, language: string, onopen: (project: string, place: Record<string, string>) => void}} given The page's address; what a click does.
   */
  constructor(host, { page, language, onopen }) {
    this.host = host;
    this.page = new URL(page, window.location.href);
    this.say = speak(language);
    this.onopen = onopen;
    this.project = "";
    this.revision = -1;
    host.classList.add("iv-sidebar");
    host.addEventListener("keydown", (event) => walk(host, event));
    document.head.append(element("link", { rel: "stylesheet", href: new URL("sidebar.css", import.meta.url).href }));
    window.setInterval(() => void this.look(), LOOK_EVERY_MS);
  }

  get api() {
    const api = new Api(this.page);
    api.project = this.project;
    return api;
  }

  /**
   * Show the project in which a folder lies; elsewhere the one that is shown, the only one, or a choice.
   * @param {string} folder Below the server's folder.
   */
  async enter(folder) {
    const projects = await this.api.projects().catch(() => /** @type {string[]} */ ([]));
    const around = projects.filter((one) => one === "." || folder === one || folder.startsWith(`${one}/`));
    const found = around.sort((a, b) => b.length - a.length)[0] ?? (projects.length === 1 ? projects[0] : this.project);
    if (projects.includes(found)) await this.show(found);
    else this.choose(projects);
  }

  /** @param {string} project */
  async show(project) {
    this.project = project;
    const { api } = this;
    try {
      const { revision } = await api.changes(); // first: what is saved meanwhile is then told once more, never missed
      const [study, codebook, queries] = await Promise.all([api.study(), api.codebook(), askQueries(api)]);
      if (project !== this.project) return; // another one is wanted by now
      this.revision = revision;
      this.fill(
        element("h2", {}, study.name),
        this.transcripts(study.transcripts),
        this.codes(codebook.codes.filter((code) => !code.retired)),
        queries.length > 0 && this.queries(queries),
      );
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error);
      const open = element("button", { type: "button", onclick: () => this.onopen(project, {}) }, this.say("sidebar.open"));
      this.fill(element("h2", {}, project), element("p", { role: "alert" }, problem), open);
    }
  }

  /** @param {string[]} projects */
  choose(projects) {
    const rows = projects.map((one) => this.row({}, one, "", one));
    this.fill(projects.length ? this.part(this.say("app.projects"), rows) : element("p", {}, this.say("sidebar.none")));
  }

  async look() {
    if (!this.project || !this.host.offsetParent || document.hidden) return;
    const { revision } = await this.api.changes().catch(() => ({ revision: this.revision }));
    if (revision !== this.revision) await this.show(this.project);
  }

  /** @param {Outline[]} all */
  transcripts(all) {
    const { say } = this;
    const some = all.some((one) => one.assigned);
    const counted = all.filter((one) => one.assigned || !some);
    const [coded, turns] = [sum(counted.map((one) => one.coded)), sum(counted.map((one) => one.turns))];
    const told = element("p", { class: "told" }, say(some ? "progress.assigned" : "sidebar.progress", { coded, turns }));
    const names = [...new Set(all.map((one) => groupOf(one, some, say)))];
    const parts = names.map((name) => {
      const inside = all.filter((one) => groupOf(one, some, say) === name);
      return this.part(name, inside.map((one) => this.transcript(one)), "h4");
    });
    return this.part(say("app.transcripts"), [told, ...parts]);
  }

  /** @param {Outline} one */
  transcript(one) {
    const share = one.turns ? Math.round((100 * one.coded) / one.turns) : 0;
    return this.row({ transcript: one.id }, one.name, `${share} %`);
  }

  /** @param {Code[]} codes */
  codes(codes) {
    const rows = codes.map((code) => {
      const row = this.row({ code: code.path }, chip(code, code.name), code.everybody ? String(code.everybody) : "");
      row.title = code.definition;
      row.style.setProperty("--depth", String(code.path.split("/").length - 1));
      return row;
    });
    return this.part(this.say("app.codebook"), rows);
  }

  /** @param {{name: string}[]} queries */
  queries(queries) {
    return this.part(this.say("reading.saved"), queries.map((one) => this.row({ question: `@${one.name}` }, one.name, "")));
  }

  /**
   * @param {Record<string, string>} place
   * @param {string | Node} label
   * @param {string} count
   * @param {string} [project] One to be shown here, rather than a place to be opened.
   */
  row(place, label, count, project) {
    const onclick = () => (project ? void this.show(project) : this.onopen(this.project, place));
    return element("button", { type: "button", onclick }, label, element("span", { class: "count" }, count));
  }

  /**
   * @param {string} name
   * @param {HTMLElement[]} content
   * @param {"h3" | "h4"} heading
   */
  part(name, content, heading = "h3") {
    const parts = content.map((one) => (one instanceof HTMLButtonElement ? element("li", {}, one) : one));
    const holder = parts.some((one) => one.tagName === "LI") ? element("ul", { role: "list" }, ...parts) : element("div", {}, ...parts);
    return element("details", { open: !this.closed.has(name), "data-part": name }, element("summary", {}, element(heading, {}, name)), holder);
  }

  /** Parts that were closed stay so. */
  get closed() {
    const parts = /** @type {HTMLElement[]} */ ([...this.host.querySelectorAll("details:not([open])")]);
    return new Set(parts.map((one) => one.dataset.part));
  }

  /** @param {(Node | false)[]} content */
  fill(...content) {
    const buttons = [...this.host.querySelectorAll("button")];
    const at = buttons.findIndex((one) => one === document.activeElement);
    this.host.replaceChildren(...content.filter((one) => one !== false));
    if (at >= 0) this.host.querySelectorAll("button")[at]?.focus();
  }
}

/**
 * Arrows go from row to row.
 * @param {HTMLElement} host
 * @param {KeyboardEvent} event
 */
function walk(host, event) {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!by) return;
  const stops = /** @type {HTMLElement[]} */ ([...host.querySelectorAll("summary, button")]).filter((one) => one.offsetParent);
  const at = stops.findIndex((one) => one === document.activeElement);
  if (at < 0) return;
  event.preventDefault();
  stops[at + by]?.focus();
}
