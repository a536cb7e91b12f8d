// The entity that is decided on: what it is called, what is proposed, and every mention in the words around it.

import { colourOf, stateOf } from "../core/entities.js";
import { chip, element } from "./dom.js";
import { commandsOf, perform, split } from "./entity_keys.js";

/** @typedef {import("../anonymizing.js").AnonymizationReview} AnonymizationReview */
/** @typedef {import("../core/entities.js").Entity} Entity */
/** @typedef {{number: number, place: [string, number, number, boolean], transcript: string, language: string, in_head: boolean, before: string, words: string, after: string, kept: boolean}} Mention */

/** Mentions shown before all are asked for. */
const FIRST = 25;

export class EntityCard {
  /** @param {AnonymizationReview} r */
  constructor(r) {
    this.r = r;
    /** @type {Entity | undefined} */
    this.shown = undefined;
    /** @type {Mention[]} */
    this.mentions = [];
    this.everything = false;
    /** Until the mentions are there. */
    this.loaded = Promise.resolve();
    this.head = element("div");
    this.list = element("ol", { class: "mentions", role: "list", "aria-label": r.say("anon.places") });
    this.element = element("article", { class: "card", "aria-label": r.say("anon.entity") }, this.head, this.list);
  }

  refresh() {
    this.loaded = this.load();
    return this.loaded;
  }

  /** Show the current entity; its mentions come from the server where it is another one, or another number of them stays. */
  async load() {
    const entity = this.r.entities.get(this.r.current);
    const before = this.shown;
    this.shown = entity;
    this.head.replaceChildren(...(entity ? this.told(entity) : [element("p", { class: "none" }, this.r.say("anon.none"))]));
    if (entity && before?.id === entity.id && before.mentions === entity.mentions && before.kept === entity.kept) return;
    if (entity?.id !== before?.id) {
      this.everything = false;
      this.element.scrollTop = 0;
      this.list.replaceChildren();
    }
    const focused = this.focusedMention();
    this.mentions = entity ? await this.r.api.ask("GET", `mentions/${entity.id}`).catch(() => []) : [];
    if (this.shown !== entity) return; // another one is shown by now
    this.tellMentions();
    if (focused) this.focusMention(Math.min(focused, this.mentions.length));
  }

  /** @param {Entity} one */
  told(one) {
    const { say, study, entities } = this.r;
    const others = one.forms.filter((form) => form !== one.name);
    const may = one.may_be.flatMap((id) => entities.get(id) ?? []);
    return [
      element("h2", { dir: "auto" }, one.name),
      element("p", { class: "kind" }, chip({ path: one.id, colour: colourOf(one.type, study.types) }, say(one.family ? "anon.family" : `type.${one.type}`)), ` ${one.id}`),
      others.length ? element("p", { class: "forms", dir: "auto" }, say("anon.forms"), " ", others.join(" · ")) : "",
      element("p", { class: "treatment" }, `${this.stateTold(one)}: `, element("strong", {}, say(`decision.${one.decision}`)), one.replacement ? element("span", { class: "label", dir: "auto" }, one.replacement) : ""),
      ...commandsOf(this.r, one).map((group) => element("div", { class: "buttons" }, ...group.map(([key, name, pressed]) => this.button(one, key, name, pressed)))),
      ...may.map((other) => element("p", { class: "may-be" }, say("anon.may_be", { name: other.name, id: other.id }), " ", this.join(one, other))),
      one.note ? element("p", { class: "count" }, say("anon.note", { note: one.note })) : "",
      element("p", { class: "count" }, say("anon.found", { finders: one.finders.join(", "), score: one.score })),
      element("h3", {}, say("anon.mentions_in", { count: one.mentions, transcripts: one.transcripts })),
    ];
  }

  /** @param {Entity} one */
  stateTold(one) {
    const { say } = this.r;
    const told = say(`anon.state.${stateOf(one)}`, { by: one.decided_by, on: one.decided_on, accepted: one.accepted_by, confirmed: one.confirmed_by });
    return one.to_confirm ? `${told} (${say("anon.awaits")})` : told;
  }

  /**
   * @param {Entity} one
   * @param {string} key
   * @param {string} name
   * @param {boolean | undefined} pressed
   */
  button(one, key, name, pressed) {
    return element(
      "button",
      { type: "button", "aria-pressed": pressed === undefined ? null : String(pressed), "data-key": key, onclick: () => perform(this.r, key, one) },
      `${name} `,
      element("kbd", {}, key.toUpperCase()),
    );
  }

  /**
   * @param {Entity} one
   * @param {Entity} other
   */
  join(one, other) {
    return element("button", { type: "button", onclick: () => this.r.act({ op: "join", entity: one.id, into: other.id }) }, this.r.say("anon.join"));
  }

  tellMentions() {
    const { say } = this.r;
    const first = this.everything ? this.mentions : this.mentions.slice(0, FIRST);
    const rest = this.mentions.length - first.length;
    const more = element("button", { type: "button", onclick: () => this.showAll() }, say("anon.more", { count: rest }), " ", element("kbd", {}, "V"));
    this.list.replaceChildren(...first.map((one) => this.mention(one)), ...(rest ? [element("li", {}, more)] : []));
  }

  /** @param {Mention} one */
  mention(one) {
    const { say } = this.r;
    const button = element(
      "button",
      { type: "button", class: "small", "aria-pressed": String(one.kept), "aria-label": say("anon.keep_mention", { number: one.number }), onclick: () => this.keep(one) },
      say(one.kept ? "anon.kept" : "anon.keep_one"),
    );
    const other = element(
      "button",
      { type: "button", class: "small", "aria-label": say("anon.split_mention", { number: one.number }), onclick: () => void split(this.r, one) },
      say("anon.split_one"),
    );
    const buttons = this.mentions.length > 1 ? [button, other] : [button];
    for (const each of buttons) each.dataset.mention = String(one.number);
    const row = element(
      "li",
      { class: one.kept ? "kept" : null },
      element("span", { class: "place" }, `${one.number}. ${one.transcript}${one.in_head ? ` (${say("anon.in_head")})` : ""}`),
      element("p", { class: "keyword", dir: "auto", lang: one.language }, element("span", {}, one.before), element("mark", {}, one.words), element("span", {}, one.after)),
      element("div", { class: "buttons" }, ...buttons),
    );
    return row;
  }

  /** @param {Mention} one */
  keep(one) {
    if (this.shown) this.r.act({ op: "mention", entity: this.shown.id, mention: one.place }, false);
  }

  showAll() {
    this.everything = true;
    this.tellMentions();
  }

  /** Go into the mentions, as soon as they are there; whether there are any. */
  async enter() {
    await this.loaded;
    return this.focusMention(this.focusedMention() || 1);
  }

  /** The number of the mention that has the focus; 0 where none has. */
  focusedMention() {
    return Number(document.activeElement instanceof HTMLElement ? (document.activeElement.dataset.mention ?? 0) : 0);
  }

  /** @param {number} number */
  focusMention(number) {
    const button = this.list.querySelector(`[data-mention="${number}"]`);
    if (!(button instanceof HTMLElement)) return false;
    button.focus();
    button.scrollIntoView({ block: "nearest" });
    return true;
  }

  /**
   * What is said of an entity that is visited.
   * @param {Entity | undefined} one
   */
  spoken(one) {
    const { say } = this.r;
    if (!one) return say("anon.none");
    return [one.name, say(`type.${one.type}`), say("anon.mentions", { count: one.mentions }), `${this.stateTold(one)}: ${say(`decision.${one.decision}`)} ${one.replacement}`].join(", ");
  }
}
