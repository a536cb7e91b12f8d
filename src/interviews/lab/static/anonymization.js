// The page that shows real names, from nothing to the review. It keeps nothing: no storage, no cookie, no word in an address.

import { Api, Refusal } from "./api.js";
import { AnonymizationReview } from "./anonymizing.js";
import { speak } from "./core/words.js";
import { chosenLanguage } from "./languages.js";
import { darkness } from "./theme.js";
import { element } from "./view/dom.js";

/** What the parts of the coding page say otherwise here. */
const OTHERWISE = ["palette.title", "palette.placeholder", "palette.none"];

/** @param {HTMLElement} host */
async function start(host) {
  const api = new Api(window.location);
  api.cut = "anon.state.cut";
  let say = speak(navigator.language);
  host.replaceChildren(element("p", { class: "loading", role: "status" }, say("app.loading")));
  try {
    /** @type {import("./anonymizing.js").Study} */
    const study = await api.ask("GET", "study");
    const language = chosenLanguage(study.language);
    const ours = speak(language);
    const here = (/** @type {string} */ name, /** @type {Record<string, string | number> | undefined} */ values) => ours(OTHERWISE.includes(name) ? `anon.${name}` : name, values);
    say = Object.assign(here, { told: ours.told });
    document.documentElement.lang = language;
    document.title = `${study.name} · ${say("anon.title")}`;
    const review = new AnonymizationReview(host, api, study, say);
    review.main.focus({ preventScroll: true });
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    const told = error instanceof Refusal || problem.includes("review") ? problem : say("app.failed", { problem });
    host.replaceChildren(element("p", { class: "loading", role: "alert" }, told));
  }
}

const host = document.getElementById("workspace");
if (host) {
  darkness.start();
  void start(host);
}
