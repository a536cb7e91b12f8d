// Light, dark, more contrast: as JupyterLab around the page has it, otherwise as the system has it; and changing with it.

const dark = window.matchMedia("(prefers-color-scheme: dark)");
const contrast = window.matchMedia("(prefers-contrast: more)");

/** What JupyterLab tells of its theme: null where the page stands alone, or inside a page that it may not look at. */
function around() {
  try {
    return window.parent === window ? null : window.parent.document.body;
  } catch {
    return null;
  }
}

/** Whether the page is dark now, with an event `change` for what is drawn rather than styled. */
class Darkness extends EventTarget {
  /** @type {HTMLElement | null} */
  lab = null;

  /** From now on the page follows. */
  start() {
    this.lab = around();
    for (const one of [dark, contrast]) one.addEventListener("change", () => this.follow());
    const attributeFilter = ["data-jp-theme-light", "data-jp-theme-name"];
    if (this.lab) new MutationObserver(() => this.follow()).observe(this.lab, { attributeFilter });
    this.follow();
  }

  get matches() {
    const { theme } = document.documentElement.dataset;
    return theme ? theme === "dark" : dark.matches;
  }

  follow() {
    const { jpThemeLight: light, jpThemeName: name } = this.lab?.dataset ?? {};
    const { dataset } = document.documentElement;
    dataset.theme = light ? (light === "true" ? "light" : "dark") : "";
    dataset.contrast = contrast.matches || /high contrast/i.test(name ?? "") ? "more" : "";
    this.dispatchEvent(new Event("change"));
  }
}

export const darkness = new Darkness();
