// The pure parts of the workspace, run by `node --test`.

import assert from "node:assert/strict";
import test from "node:test";

import { extended, moved, unitAt } from "../../../src/interviews/lab/static/core/cursor.js";
import { differences } from "../../../src/interviews/lab/static/core/differences.js";
import { placeAt, placeTowards } from "../../../src/interviews/lab/static/core/places.js";
import { rank } from "../../../src/interviews/lab/static/core/fuzzy.js";
import { commandOf } from "../../../src/interviews/lab/static/core/keys.js";
import { density, lanes } from "../../../src/interviews/lab/static/core/layers.js";
import { Offsets, snap } from "../../../src/interviews/lab/static/core/offsets.js";
import { Queue } from "../../../src/interviews/lab/static/core/queue.js";
import { choicesOf, joined } from "../../../src/interviews/lab/static/core/stretches.js";
import { clip, touched, turnIndex } from "../../../src/interviews/lab/static/core/turns.js";
import { indexAt, sentences, words } from "../../../src/interviews/lab/static/core/units.js";
import { speak } from "../../../src/interviews/lab/static/core/words.js";
import de from "../../../src/interviews/lab/static/words/de.js";
import en from "../../../src/interviews/lab/static/words/en.js";
import pl from "../../../src/interviews/lab/static/words/pl.js";

/** Numbers that are the same every time (mulberry32). */
function chance(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const PIECES = ["a", "ß", "e\u0301", "👍🏽", "👩‍👩‍👧", " ", "\n", "ع", "مَ", "א", "Ł", "𝔘", "\u200d", "🇩🇪", "."];

test("code points and units lead to each other in 10,000 generated selections", () => {
  const next = chance(1);
  for (let round = 0; round < 500; round += 1) {
    const text = Array.from({ length: 1 + Math.floor(next() * 40) }, () => PIECES[Math.floor(next() * PIECES.length)]).join("");
    const points = [...text];
    const offsets = new Offsets(text);
    assert.equal(offsets.length, points.length);
    for (let one = 0; one < 20; one += 1) {
      const ends = [Math.floor(next() * (points.length + 1)), Math.floor(next() * (points.length + 1))].sort((a, b) => a - b);
      const [start, end] = ends.map((point) => offsets.toUnits(point));
      assert.equal(text.slice(start, end), points.slice(...ends).join(""));
      assert.deepEqual([offsets.toPoints(start), offsets.toPoints(end)], ends);
    }
  }
});

test("a selection takes characters whole, as people see them", () => {
  const text = "ab👩‍👩‍👧e\u0301";
  assert.deepEqual(snap(text, 3, 4), [2, 10]);
  assert.deepEqual(snap(text, 10, 11), [10, 12]);
  assert.deepEqual(snap(text, 0, 1), [0, 1]);
});

test("layers are disjoint runs that say how many codings lie over each other", () => {
  const next = chance(2);
  for (let round = 0; round < 300; round += 1) {
    const stretches = Array.from({ length: Math.floor(next() * 12) }, () => {
      const start = Math.floor(next() * 30);
      return { start, end: start + Math.floor(next() * 10) };
    });
    const runs = density(stretches);
    runs.forEach((run, at) => {
      assert.ok(run.start < run.end);
      if (at) assert.ok(runs[at - 1].end <= run.start);
    });
    for (let position = 0; position < 45; position += 1) {
      const depth = stretches.filter((one) => one.start <= position && position < one.end).length;
      const run = runs.find((one) => one.start <= position && position < one.end);
      assert.equal(run ? run.depth : 0, Math.min(depth, 3));
    }
  }
});

test("bars that share a height stand in different lanes", () => {
  const next = chance(3);
  for (let round = 0; round < 300; round += 1) {
    const bars = Array.from({ length: Math.floor(next() * 12) }, () => {
      const top = Math.floor(next() * 30);
      return { top, bottom: top + 1 + Math.floor(next() * 10) };
    });
    const chosen = lanes(bars);
    bars.forEach((one, a) =>
      bars.forEach((other, b) => {
        if (a < b && chosen[a] === chosen[b]) assert.ok(one.bottom <= other.top || other.bottom <= one.top);
      }),
    );
  }
});

test("words and sentences are found in any script", () => {
  const text = "Na ja. Die Miete, die steigt! ";
  assert.deepEqual(sentences(text, "de").map(([start, end]) => text.slice(start, end)), ["Na ja.", "Die Miete, die steigt!"]);
  assert.deepEqual(words("البيت كبير", "ar").length, 2);
  assert.deepEqual(indexAt([[0, 3], [4, 8]], 3), 1);
  assert.deepEqual(indexAt([[0, 3], [4, 8]], 99), 1);
  assert.deepEqual(indexAt([], 0), -1);
});

const CODES = ["Wohnen", "Wohnen/Zustand", "Wohnen/Zugang", "Arbeit", "Über mich", "Alt"].map((path) => ({
  path,
  name: path.split("/").pop(),
  labels: path === "Arbeit" ? { en: "Labour" } : {},
  retired: path === "Alt",
}));

test("two letters find a code, and the one used last comes first", () => {
  const found = (letters, recent = []) => rank(letters, CODES, recent).map((code) => code.path);
  assert.deepEqual(found("zu"), ["Wohnen/Zustand", "Wohnen/Zugang"]);
  assert.deepEqual(found("zu", ["Wohnen/Zugang"]), ["Wohnen/Zugang", "Wohnen/Zustand"]);
  assert.deepEqual(found("la")[0], "Arbeit");
  assert.deepEqual(found("um")[0], "Über mich");
  assert.deepEqual(found("zzz"), []);
  assert.ok(!found("").includes("Alt"));
});

test("keys mean what the help says", () => {
  const press = (key, more = {}) => ({ key, ctrlKey: false, shiftKey: false, altKey: false, metaKey: false, ...more });
  assert.deepEqual(commandOf(press("w")), { command: "palette", letters: "w" });
  assert.equal(commandOf(press("w"), false, false), undefined);
  assert.deepEqual(commandOf(press("ArrowRight")), { command: "move", unit: "sentence", by: 1 });
  assert.deepEqual(commandOf(press("ArrowRight"), true), { command: "move", unit: "sentence", by: -1 });
  assert.deepEqual(commandOf(press("ArrowLeft", { ctrlKey: true, shiftKey: true })), { command: "extend", unit: "word", by: -1 });
  assert.deepEqual(commandOf(press("z", { metaKey: true })), { command: "undo" });
  assert.deepEqual(commandOf(press("Z", { ctrlKey: true, shiftKey: true })), { command: "redo" });
  assert.deepEqual(commandOf(press("3")), { command: "recent", number: 3 });
  assert.deepEqual(commandOf(press("PageDown", { altKey: true })), { command: "transcript", by: 1 });
  assert.deepEqual(commandOf(press(",")), { command: "other-end" });
  assert.equal(commandOf(press("c", { ctrlKey: true })), undefined);
  assert.equal(commandOf(press("Tab")), undefined);
});

/** A keeper of texts, as the browser has one. */
function keeper() {
  const kept = new Map();
  return {
    get length() {
      return kept.size;
    },
    key: (at) => [...kept.keys()][at] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => kept.set(key, value),
    removeItem: (key) => kept.delete(key),
    kept,
  };
}

test("acts are sent a hundred at a time, and at once when the network is back", async () => {
  const sizes = [];
  let fails = 1;
  const send = async (acts) => {
    sizes.push(acts.length);
    if (fails-- > 0) throw new Error("cut");
    return acts.map((act) => ({ id: act.id, saved: true }));
  };
  const queue = new Queue(send, keeper(), "q", () => new Promise(() => {}));
  for (let at = 0; at < 250; at += 1) void queue.add({ op: "add", id: String(at).padStart(3, "0") });
  await new Promise((done) => setTimeout(done));
  queue.hurry();
  await queue.flush();
  assert.deepEqual(sizes, [1, 100, 100, 50]);
});

test("1,000 acts through a connection that fails half of the time arrive once each, in order", async () => {
  const next = chance(4);
  const arrived = [];
  const send = async (acts) => {
    const reaches = next() < 0.75;
    if (reaches) for (const act of acts) if (!arrived.includes(act.id)) arrived.push(act.id);
    if (!reaches || next() < 0.3) throw new Error("cut");
    return acts.map((act) => ({ id: act.id, saved: true }));
  };
  const store = keeper();
  const queue = new Queue(send, store, "q", async () => {});
  const all = Array.from({ length: 1000 }, (_, at) => ({ op: "add", id: String(at) }));
  for (const act of all) void queue.add(act);
  await queue.flush();
  assert.deepEqual(arrived, all.map((act) => act.id));
  assert.equal(store.kept.size, 0);
});

test("what a closed page had not sent is sent by the next one", async () => {
  const store = keeper();
  const cut = new Queue(() => Promise.reject(new Error("cut")), store, "q", () => new Promise(() => {}));
  void cut.add({ op: "add", id: "a" });
  await Promise.resolve();
  const sent = [];
  const again = new Queue(async (acts) => acts.map((act) => (sent.push(act.id), { id: act.id, saved: true })), store, "q");
  await again.flush();
  assert.deepEqual(sent, ["a"]);
});

test("two windows of one coder keep their waiting acts beside each other", () => {
  const store = keeper();
  const never = () => new Promise(() => {});
  const one = new Queue(() => Promise.reject(new Error("cut")), store, "q", never);
  const other = new Queue(async (acts) => acts.map((act) => ({ id: act.id, saved: true })), store, "q");
  void one.add({ op: "add", id: "a" });
  void other.add({ op: "add", id: "b" });
  return other.flush().then(() => assert.deepEqual(new Queue(never, store, "q").waiting.map((act) => act.id), ["a"]));
});

test("a coding that waits is forgotten when taken back, one that was changed is not", () => {
  const queue = new Queue(() => new Promise(() => {}), keeper(), "q");
  void queue.add({ op: "add", id: "a" });
  void queue.add({ op: "add", id: "b" });
  void queue.add({ op: "change", id: "c", coding: "b" });
  assert.equal(queue.drop("a"), false); // it is under way
  assert.equal(queue.drop("b"), false); // a change rests on it
  assert.equal(queue.drop("c"), false);
});

test("an act that is refused is told and does not come again", async () => {
  const refused = [];
  const queue = new Queue(async (acts) => acts.map((act) => ({ id: act.id, saved: false, problem: "no" })), keeper(), "q");
  queue.onrefused = (act, problem) => refused.push([act.id, problem]);
  await queue.add({ op: "add", id: "a" });
  assert.deepEqual(refused, [["a", "no"]]);
  assert.equal(queue.waiting.length, 0);
});

test("the catalogues say the same in German and English, and nothing that English lacks in Polish", () => {
  assert.deepEqual(Object.keys(de).sort(), Object.keys(en).sort());
  for (const name of Object.keys(pl)) assert.ok(name in en, name);
  const filled = (text) => (text.match(/\{\w+\}/g) ?? []).sort();
  for (const name of Object.keys(en)) assert.deepEqual(filled(de[name]), filled(en[name]), name);
  assert.equal(speak("de-AT")("progress", { coded: 1, turns: 2, codings: 3 }), "1 von 2 Antworten codiert, 3 Codierungen");
  assert.equal(speak("fr")("ok"), "OK");
});

test("a sentence of the project is said in the language of the page, and stays where it has no words", () => {
  const { told } = speak("de");
  assert.equal(told("0190, 12–20: the code 'Wohnen' was retired: choose another one"), "der Code „Wohnen“ wurde stillgelegt: bitte einen anderen wählen");
  assert.equal(told("A was retired in version 2; B was split into C, D in version 3 (x)"), "A in Version 2 stillgelegt; B in Version 3 (x) geteilt in C, D");
  assert.equal(told("B: definition, not_when changed in version 3 (x; y)"), "B: Definition, „Nicht, wenn“ in Version 3 (x; y) geändert");
  assert.equal(told("a1:2 cannot be released: it names P1"), "a1:2 kann nicht freigegeben werden: darin steht P1");
  assert.equal(told("This bracket is not closed.\n  (\n  ^"), "Diese Klammer wird nicht geschlossen.\n  (\n  ^");
  assert.equal(told("nobody knows this"), "nobody knows this");
  assert.equal(speak("en").told("it names P1"), "it names P1");
});

test("a code moves before, after and into others, and never into itself", () => {
  const codes = ["a", "a/x", "a/y", "b", "c"].map((path) => ({ path }));
  assert.deepEqual(placeAt(codes, "c", "a", "before"), { under: null, after: "" });
  assert.deepEqual(placeAt(codes, "a", "c", "before"), { under: null, after: "b" });
  assert.deepEqual(placeAt(codes, "c", "a/y", "before"), { under: "a", after: "x" });
  assert.deepEqual(placeAt(codes, "c", "a/y", "after"), { under: "a", after: "y" });
  assert.deepEqual(placeAt(codes, "c", "a", "into"), { under: "a" });
  assert.equal(placeAt(codes, "a", "a/x", "into"), null);
  assert.deepEqual(placeTowards(codes, "c", "up"), { under: null, after: "a" });
  assert.deepEqual(placeTowards(codes, "b", "up"), { under: null, after: "" });
  assert.deepEqual(placeTowards(codes, "a", "down"), { under: null, after: "b" });
  assert.deepEqual(placeTowards(codes, "b", "in"), { under: "a" });
  assert.deepEqual(placeTowards(codes, "a/x", "out"), { under: null, after: "a" });
  for (const [path, way] of [["a", "up"], ["c", "down"], ["a", "in"], ["a", "out"]]) assert.equal(placeTowards(codes, path, way), null);
});

test("the differences of two texts give both of them back", () => {
  const texts = ["", "a", "Wie die Wohnung ist.", "Wie sie ist, die Wohnung.", "  zwei\n\nZeilen 👍🏽 ", "a a a b"];
  for (const before of texts) {
    for (const after of texts) {
      const parts = differences(before, after);
      assert.equal(parts.filter((one) => one.kind !== "come").map((one) => one.words).join(""), before);
      assert.equal(parts.filter((one) => one.kind !== "gone").map((one) => one.words).join(""), after);
    }
  }
  assert.deepEqual(differences("nur die Wohnung", "die Wohnung"), [
    { kind: "gone", words: "nur " },
    { kind: "same", words: "die Wohnung" },
  ]);
});

/** Turns of a few words each, with a label's room between them. */
function turnsOf(texts) {
  let start = 0;
  return texts.map((text) => {
    const turn = { start, end: start + text.length, text, language: "de" };
    start += text.length + 4;
    return turn;
  });
}

test("the turns that a place touches are those that share a character with it", () => {
  const next = chance(7);
  for (let round = 0; round < 300; round += 1) {
    const turns = turnsOf(Array.from({ length: Math.floor(next() * 9) }, () => "x".repeat(1 + Math.floor(next() * 12))));
    const length = (turns.at(-1)?.end ?? 0) + 3;
    const [from, to] = [Math.floor(next() * length), Math.floor(next() * length)].sort((a, b) => a - b);
    const shared = turns.filter((turn) => turn.start < to && turn.end > from);
    assert.deepEqual(touched(turns, { from, to }), shared);
    for (const turn of shared) {
      const { start, end } = clip(turn, { from, to });
      assert.ok(0 <= start && (from < to ? start < end : start === end) && end <= turn.text.length);
    }
    const last = turns.findLastIndex((turn) => turn.start <= from);
    assert.equal(turnIndex(turns, from), Math.max(last, 0));
  }
});

test("the cursor goes through every sentence and back, and stops at both ends", () => {
  const turns = turnsOf(["Wir zogen her. Es war kalt.", "Und dann?", "Die Miete stieg! Sehr."]);
  const texts = (one) => turns.flatMap((turn) => turn.text.slice(Math.max(one.start - turn.start, 0), Math.max(one.end - turn.start, 0))).join("");
  const seen = [];
  for (let at = unitAt(turns[0], 0, "sentence"); at; at = moved(turns, at, "sentence", 1)) seen.push(at);
  assert.deepEqual(seen.map(texts), ["Wir zogen her.", "Es war kalt.", "Und dann?", "Die Miete stieg!", "Sehr."]);
  const back = [];
  for (let at = seen.at(-1); at; at = moved(turns, at, "sentence", -1)) back.unshift(at);
  assert.deepEqual(back, seen);
  assert.deepEqual(moved(turns, seen[1], "turn", 1), { start: turns[1].start, end: turns[1].end });
  assert.equal(moved(turns, seen[4], "turn", 1), undefined);
  assert.equal(moved([], { start: 0, end: 0 }, "turn", 1), undefined);
});

test("a selection is extended and shrunk at either end, never to nothing", () => {
  const turns = turnsOf(["Wir zogen her. Es war kalt.", "Und dann?"]);
  const first = unitAt(turns[0], 0, "word");
  const two = extended(turns, first, false, "word", 1);
  assert.equal(turns[0].text.slice(two.start, two.end), "Wir zogen");
  assert.deepEqual(extended(turns, two, false, "word", -1), first);
  assert.equal(extended(turns, first, false, "word", -1), undefined);
  const last = extended(turns, two, true, "word", 1);
  assert.equal(turns[0].text.slice(last.start, last.end), "zogen");
  assert.equal(extended(turns, last, true, "word", 1), undefined);
  assert.deepEqual(extended(turns, unitAt(turns[0], 20, "sentence"), false, "sentence", 1).end, turns[1].end);
});

test("stretches that overlap or touch are one, and cover the same places", () => {
  const random = chance(7);
  const whole = (below) => Math.floor(random() * below);
  for (let round = 0; round < 500; round += 1) {
    const stretches = Array.from({ length: whole(6) }, () => {
      const start = whole(40);
      return { start, end: start + 1 + whole(12) };
    });
    const made = joined(stretches);
    const places = (some) => new Set(some.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, at) => start + at)));
    assert.deepEqual([...places(made)].sort((a, b) => a - b), [...places(stretches)].sort((a, b) => a - b));
    assert.ok(made.every((one, at) => at === 0 || made[at - 1].end < one.start));
  }
});

test("an own coding covers the words of both, those shared, or those of one; none is offered twice", () => {
  const at = (start, end) => [{ start, end }];
  assert.deepEqual([...choicesOf({ first: at(0, 9), second: at(5, 12) })], [
    ["both", { start: 0, end: 12 }],
    ["shared", { start: 5, end: 9 }],
    ["first", { start: 0, end: 9 }],
    ["second", { start: 5, end: 12 }],
  ]);
  assert.deepEqual([...choicesOf({ first: at(0, 9), second: at(2, 4) }).keys()], ["both", "shared"]);
  assert.deepEqual([...choicesOf({ first: at(0, 9), second: [] }).keys()], ["both"]);
});
