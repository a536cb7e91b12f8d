// What a key does in the review. The letters are those of the review in the terminal, and come from there.

import { colourOf } from "../core/entities.js";
import { announce } from "../telling.js";
import { ask } from "./dialogs.js";
import { chooseCode } from "./palette.js";

/** @typedef {import("../anonymizing.js").AnonymizationReview} AnonymizationReview */
/** @typedef {import("../core/entities.js").Entity} Entity */
/** @typedef {import("./entity.js").Mention} Mention */

/** @typedef {[key: string, name: string, stands?: boolean]} Button */

/**
 * The buttons beside an entity, decisions and the rest: key, name, and of a decision whether it is the one that stands.
 * @param {AnonymizationReview} r
 * @param {Entity} one
 * @returns {Button[][]}
 */
export function commandsOf(r, one) {
  const { say, study } = r;
  const decisions = Object.entries(study.decisions).filter(([, decision]) => decision !== "surrogate" || one.type === "PER");
  const others = ["as proposed", "same as", "type", ...(one.to_confirm ? ["confirm"] : []), "next", "undo"];
  return [
    decisions.map(([key, decision]) => [key, say(`do.${decision}`), one.decision === decision && one.decided]),
    others.map((what) => [study.commands[what], say(`anon.${what.replace(" ", "_")}`)]),
  ];
}

/**
 * Do what a key stands for; false where it is not one of ours.
 * @param {AnonymizationReview} r
 * @param {string} key
 * @param {Entity | undefined} one
 */
export function perform(r, key, one) {
  const { commands, decisions } = r.study;
  if (key === commands.undo) r.act({ op: "undo" }, false);
  else if (key === commands.next) r.next();
  else if (!one) return false;
  else if (decisions[key]) void decide(r, one, decisions[key]);
  else if (key === commands["as proposed"]) r.act({ op: "approve", entity: one.id });
  else if (key === commands.confirm) r.act({ op: "confirm", entity: one.id });
  else if (key === commands["same as"]) void join(r, one);
  else if (key === commands.type) void retype(r, one);
  else if (key === commands["view all mentions"]) r.card.showAll();
  else if (key === commands["keep one mention"]) void onMention(r, (mention) => r.card.keep(mention));
  else if (key === commands["somebody else"]) void onMention(r, (mention) => void split(r, mention));
  else return false;
  return true;
}

/**
 * @param {AnonymizationReview} r
 * @param {KeyboardEvent} event
 */
export function runKey(r, event) {
  const one = r.entities.get(r.current);
  const target = /** @type {HTMLElement} */ (event.target);
  const typing = target.matches("input, select");
  const letter = event.key.toLowerCase();
  if (event.ctrlKey || event.metaKey) {
    if (event.key === "Enter") void r.apply();
    else if (letter === "z" && !event.altKey && !typing) r.act({ op: "undo" }, false);
    else return false;
    return true;
  }
  if (event.altKey) return false;
  if (typing) {
    if (event.key !== "Escape" && !(event.key === "Enter" && target.matches("input"))) return false;
    r.main.focus({ preventScroll: true });
    return true;
  }
  const mention = r.card.focusedMention();
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    const by = event.key === "ArrowDown" ? 1 : -1;
    if (!mention) r.go(by);
    else r.card.focusMention(mention + by);
  } else if (event.key === "ArrowRight") void r.card.enter();
  else if (event.key === "ArrowLeft" || event.key === "Escape") r.main.focus({ preventScroll: true });
  else if (event.key === "Enter" && target === r.main && one) perform(r, r.wanted.which === "confirm" ? r.study.commands.confirm : r.study.commands["as proposed"], one);
  else if (letter === "/") r.list.text.focus();
  else if (letter === "f") r.list.type.focus();
  else if (letter === "o") toggleOpen(r);
  else if (letter === "?") r.help();
  else return perform(r, letter, one);
  return true;
}

/**
 * @param {AnonymizationReview} r
 * @param {Entity} one
 * @param {string} decision
 */
async function decide(r, one, decision) {
  if (decision !== "pseudonym" && decision !== "generalize") return r.act({ op: "decide", entity: one.id, decision });
  const before = one.decision === decision ? one.replacement.replace(/^\[|\]$/g, "") : "";
  const words = await ask(r.say(`anon.ask.${decision}`, { name: one.name }), before, r.say);
  r.main.focus({ preventScroll: true });
  if (words !== null) r.act({ op: "decide", entity: one.id, decision, words });
}

/**
 * @param {AnonymizationReview} r
 * @param {Entity} one
 */
async function join(r, one) {
  const chosen = await choose(r, othersOf(r, one));
  if (chosen) r.act({ op: "join", entity: one.id, into: chosen });
}

/**
 * The other entities, those that it may be first.
 * @param {AnonymizationReview} r
 * @param {Entity} one
 */
function othersOf(r, one) {
  const likely = (/** @type {Entity} */ other) => (one.may_be.includes(other.id) ? 0 : other.type === one.type ? 1 : 2);
  const others = [...r.entities.values()].filter((other) => other.id !== one.id);
  return others.sort((a, b) => likely(a) - likely(b) || b.mentions - a.mentions);
}

/**
 * @param {AnonymizationReview} r
 * @param {Entity} one
 */
async function retype(r, one) {
  const chosen = await choose(r, r.study.types.map((type) => ({ id: type, name: r.say(`type.${type}`), forms: [], type })));
  if (chosen) r.act({ op: "retype", entity: one.id, type: chosen }, false);
}

/**
 * Choose by a few letters, as codes are; the id, or null.
 * @param {AnonymizationReview} r
 * @param {{id: string, name: string, forms: string[], type: string, path?: string}[]} choices
 */
async function choose(r, choices) {
  const blank = { use_when: "", not_when: "", anchor: "", anchor_source: "", counter: "", memo: "", retired: false, count: 0, everybody: 0 };
  const named = choices.map(({ id, name, forms, type, path }) => ({
    ...blank,
    id,
    name,
    path: path ?? `${name} · ${id}`,
    labels: Object.fromEntries(forms.map((form) => [form, form])),
    colour: colourOf(type, r.study.types),
    definition: forms.join(" · "),
  }));
  const chosen = await chooseCode(r.palette, named);
  r.main.focus({ preventScroll: true });
  return named.find((one) => one === chosen)?.id ?? null;
}

/**
 * Say that a mention, or all that are written like it, is somebody else: a new entity, or another one of its type.
 * @param {AnonymizationReview} r
 * @param {Mention} mention
 */
export async function split(r, mention) {
  const one = r.card.shown;
  if (!one) return;
  const option = (/** @type {string} */ id, /** @type {string} */ name) => ({ id, name, path: name, forms: [], type: one.type });
  const alike = r.card.mentions.filter(({ words }) => words.toLowerCase() === mention.words.toLowerCase());
  const all = option("all", r.say("anon.split_all", { words: mention.words, count: alike.length }));
  const only = option("only", r.say("anon.split_only", { number: mention.number }));
  const which = alike.length > 1 && alike.length < one.mentions ? await choose(r, [all, only]) : only.id;
  if (!which) return;
  const known = othersOf(r, one).filter((other) => other.type === one.type);
  const into = await choose(r, [option("new", r.say("anon.split_new")), ...known]);
  if (!into) return;
  const mentions = (which === all.id ? alike : [mention]).map(({ place }) => place);
  r.act({ op: "split", entity: one.id, mentions, into: into === "new" ? "" : into }, false);
}

/**
 * Do something to the mention that has the focus; where none has, go there and ask.
 * @param {AnonymizationReview} r
 * @param {(mention: Mention) => void} act
 */
async function onMention(r, act) {
  const number = r.card.focusedMention();
  const mention = r.card.mentions.find((one) => one.number === number);
  if (mention) act(mention);
  else if (await r.card.enter()) announce(r, r.say("anon.which_mention"), true);
}

/** @param {AnonymizationReview} r */
function toggleOpen(r) {
  r.list.which.value = r.wanted.which === "open" ? "all" : "open";
  r.list.which.dispatchEvent(new Event("change"));
  announce(r, r.say(`anon.which.${r.wanted.which}`), true);
}
