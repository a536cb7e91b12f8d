// The workspace in JupyterLab: a launcher card, a command, a sidebar, and a double click on interviews.toml. Written by hand,
// for it only opens the page that the server extension serves; the interface is that of a module federation container.

(() => {
  const NAME = "interviews";
  const OPEN = "interviews:open";
  const ICON =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 22 22"><g class="jp-icon3" fill="#616161"><path d="M2 3h12v8H8l-3 3v-3H2z"/><path d="M10 13h5v-6h5v8h-2v3l-3-3h-5z"/></g></svg>';
  const LABEL = { de: "Interviews codieren", en: "Code interviews", pl: "Kodowanie wywiadów" };

  /** Modules that JupyterLab shares: by name, then by version. */
  let shared = {};

  const container = {
    init: (scope) => {
      shared = scope;
    },
    get: async (module) => {
      if (module !== "./extension") throw new Error(`${NAME} has no module ${module}`);
      const plugin = await makePlugin();
      return () => ({ __esModule: true, default: plugin });
    },
  };
  window._JUPYTERLAB = window._JUPYTERLAB || {};
  window._JUPYTERLAB[NAME] = container;

  /** The newest version of a shared module; 4.10 is newer than 4.9. */
  async function load(name) {
    const versions = Object.keys(shared[name] || {}).sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
    if (!versions.length) throw new Error(`JupyterLab does not share ${name}`);
    const factory = await shared[name][versions[versions.length - 1]].get();
    return factory();
  }

  async function makePlugin() {
    const names = ["apputils", "coreutils", "docregistry", "filebrowser", "launcher", "ui-components"].map((name) => `@jupyterlab/${name}`);
    const [apputils, coreutils, docregistry, filebrowser, launching, components, widgets] = await Promise.all([...names, "@lumino/widgets"].map(load));
    return {
      id: `${NAME}:workspace`,
      description: "Opens the coding workspace.",
      autoStart: true,
      optional: [launching.ILauncher, apputils.ICommandPalette, filebrowser.IDefaultFileBrowser],
      activate: (app, launcher, palette, browser) => {
        const base = coreutils.PageConfig.getBaseUrl();
        const language = (document.documentElement.lang || navigator.language || "en").slice(0, 2);
        const label = LABEL[language] || LABEL.en;
        const icon = new components.LabIcon({ name: `${NAME}:icon`, svgstr: ICON });
        const panes = new Panes(app, new URL(`${base}interviews`, window.location.href), label, icon, widgets.Widget);
        addCommand(app, launcher, palette, panes, apputils.MainAreaWidget);
        addFileType(app, panes, docregistry);
        if (app.shell.currentChanged) void addSidebar(app, browser, panes, base, language, widgets.Widget);
      },
    };
  }

  /** Panes with the page, one for each project, by its path below the server's folder. */
  class Panes {
    constructor(app, page, label, icon, Widget) {
      Object.assign(this, { app, page, label, icon, Widget, open: new Map() });
    }

    /** A new pane, at a place such as {transcript: id}. */
    make(project, place) {
      const frame = document.createElement("iframe");
      const address = new URL(this.page);
      if (project) address.searchParams.set("project", project);
      address.hash = new URLSearchParams(place).toString();
      frame.src = address.href;
      frame.title = this.label;
      Object.assign(frame.style, { width: "100%", height: "100%", border: "0" });
      const content = new this.Widget();
      content.node.append(frame);
      content.addClass("jp-interviews");
      Object.assign(content.title, { label: project ? project.split("/").pop() : this.label, caption: this.label, icon: this.icon, closable: true });
      content.onActivateRequest = () => frame.focus(); // the keys are the page's, whoever opened it by key
      this.open.set(project, { content, frame });
      content.disposed.connect(() => {
        if (this.open.get(project)?.content === content) this.open.delete(project);
      });
      return content;
    }

    /** Whether the project is open already; then it goes to the place. */
    turn(project, place) {
      const found = this.open.get(project);
      if (!found || !found.content.parent) return false;
      this.app.shell.activateById(found.content.parent.id);
      found.frame.contentWindow.location.hash = new URLSearchParams(place).toString();
      return true;
    }

    /** The project that a widget of the main area shows. */
    projectOf(widget) {
      return [...this.open].find(([, { content }]) => widget && content.parent === widget)?.[0];
    }
  }

  function addCommand(app, launcher, palette, panes, MainAreaWidget) {
    const { label, icon } = panes;
    app.commands.addCommand(OPEN, {
      label,
      caption: label,
      icon,
      execute: ({ project = "", place = {} } = {}) => {
        if (project && panes.turn(project, place)) return;
        const opened = new MainAreaWidget({ content: panes.make(project, place) });
        app.shell.add(opened, "main");
        app.shell.activateById(opened.id);
      },
    });
    if (launcher) launcher.add({ command: OPEN, category: "Other", rank: 1 });
    if (palette) palette.addItem({ command: OPEN, category: label });
  }

  function addFileType(app, panes, docregistry) {
    class Factory extends docregistry.ABCWidgetFactory {
      createNewWidget(context) {
        return new docregistry.DocumentWidget({ content: panes.make(context.path.split("/").slice(0, -1).join("/") || "."), context });
      }
    }
    app.docRegistry.addFileType({
      name: "interviews-project",
      displayName: "Interviews",
      pattern: "^interviews\\.toml$",
      extensions: [".toml"],
      mimeTypes: ["application/toml"],
      fileFormat: "text",
      contentType: "file",
      icon: panes.icon,
    });
    app.docRegistry.addWidgetFactory(
      new Factory({ name: panes.label, modelName: "text", fileTypes: ["interviews-project"], defaultFor: ["interviews-project"], readOnly: true }),
    );
  }

  /** The sidebar shows the project of the folder, or of the workspace, to which the user went last. */
  async function addSidebar(app, browser, panes, base, language, Widget) {
    const widget = new Widget();
    widget.id = `${NAME}-sidebar`;
    Object.assign(widget.title, { caption: "Interviews", icon: panes.icon });
    app.shell.add(widget, "left", { rank: 600 });
    const { Sidebar } = await import(new URL(`${base}static/interviews/sidebar.js`, window.location.href).href);
    const onopen = (project, place) => void app.commands.execute(OPEN, { project, place });
    const sidebar = new Sidebar(widget.node, { page: panes.page.href, language, onopen });
    const folder = () => (browser ? browser.model.path.split(":").pop() : "");
    if (browser) browser.model.pathChanged.connect(() => void sidebar.enter(folder()));
    app.shell.currentChanged.connect((_, { newValue }) => {
      const project = panes.projectOf(newValue);
      if (project) void sidebar.show(project);
    });
    await app.restored;
    await sidebar.enter(folder());
  }
})();
