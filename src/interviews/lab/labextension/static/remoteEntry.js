// The workspace in JupyterLab: a launcher card, a command, and a double click on interviews.toml. Written by hand, for it
// only opens the page that the server extension serves; the interface is that of a module federation container.

(() => {
  const NAME = "interviews";
  const OPEN = "interviews:open";
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
    const [apputils, coreutils, docregistry, launching, widgets] = await Promise.all(
      ["@jupyterlab/apputils", "@jupyterlab/coreutils", "@jupyterlab/docregistry", "@jupyterlab/launcher", "@lumino/widgets"].map(load),
    );
    return {
      id: `${NAME}:workspace`,
      description: "Opens the coding workspace.",
      autoStart: true,
      optional: [launching.ILauncher, apputils.ICommandPalette],
      activate: (app, launcher, palette) => activate(app, launcher, palette, { apputils, coreutils, docregistry, widgets }),
    };
  }

  function activate(app, launcher, palette, modules) {
    const { apputils, coreutils, docregistry, widgets } = modules;
    const language = (document.documentElement.lang || navigator.language || "en").slice(0, 2);
    const label = LABEL[language] || LABEL.en;

    /** A pane with the page for a project, by its path below the server's folder. */
    function pane(project) {
      const frame = document.createElement("iframe");
      const address = new URL(coreutils.PageConfig.getBaseUrl() + "interviews", window.location.href);
      if (project) address.searchParams.set("project", project);
      frame.src = address.href;
      frame.title = label;
      Object.assign(frame.style, { width: "100%", height: "100%", border: "0" });
      const content = new widgets.Widget();
      content.node.append(frame);
      content.addClass("jp-interviews");
      content.title.label = project ? project.split("/").pop() : label;
      content.title.caption = label;
      content.title.closable = true;
      return content;
    }

    app.commands.addCommand(OPEN, {
      label,
      caption: label,
      execute: (given) => {
        const opened = new apputils.MainAreaWidget({ content: pane((given && given.project) || "") });
        app.shell.add(opened, "main");
        app.shell.activateById(opened.id);
        return opened;
      },
    });
    if (launcher) launcher.add({ command: OPEN, category: "Other", rank: 1 });
    if (palette) palette.addItem({ command: OPEN, category: label });

    class Factory extends docregistry.ABCWidgetFactory {
      createNewWidget(context) {
        return new docregistry.DocumentWidget({ content: pane(context.path.split("/").slice(0, -1).join("/") || "."), context });
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
    });
    app.docRegistry.addWidgetFactory(
      new Factory({ name: label, modelName: "text", fileTypes: ["interviews-project"], defaultFor: ["interviews-project"], readOnly: true }),
    );
  }
})();
