// The entities of a review without a browser, run by `node --test`.

import assert from "node:assert/strict";
import test from "node:test";

import { colourOf, isShown, nextOf, openByType, ordered, progressOf, stateOf, waits } from "../../../src/interviews/lab/static/core/entities.js";

const blank = { type: "PER", forms: [], mentions: 1, score: 0.9, decided: false, to_confirm: false, confirmed_by: "", accepted_by: "", replacement: "" };
const made = (id, more = {}) => ({ ...blank, id, name: id, ...more });
const ids = (entities) => entities.map((one) => one.id);

test("open ones come first, then those with many mentions, then the less sure ones", () => {
  const entities = [made("a", { decided: true, mentions: 9 }), made("b"), made("c", { mentions: 3 }), made("d", { score: 0.2 })];
  assert.deepEqual(ids(ordered(entities)), ["c", "d", "b", "a"]);
  assert.deepEqual(ids(entities), ["a", "b", "c", "d"]);
});

test("entities are found by type, by state, and by a name in any of its forms", () => {
  const one = made("PER-001", { name: "Ayşe Yılmaz", forms: ["Frau Yılmaz"], replacement: "[Person 1]" });
  const all = { type: "", which: "all", text: "" };
  for (const text of ["", " ", "ayse", "FRAU Y", "person 1", "per-001"]) assert.ok(isShown(one, { ...all, text }), text);
  assert.equal(isShown(one, { ...all, text: "Mehmet" }), false);
  assert.equal(isShown(one, { ...all, type: "LOC" }), false);
  assert.equal(isShown({ ...one, decided: true }, { ...all, which: "open" }), false);
  assert.equal(isShown(one, { ...all, which: "confirm" }), false);
  assert.ok(isShown({ ...one, to_confirm: true }, { ...all, which: "confirm" }));
});

test("the next one is sought to the end and then from the start, and is never the same", () => {
  const open = (wanted) => (id) => wanted.includes(id);
  assert.equal(nextOf(["a", "b", "c"], "b", open(["a", "b", "c"])), "c");
  assert.equal(nextOf(["a", "b", "c"], "c", open(["a", "c"])), "a");
  assert.equal(nextOf(["a", "b", "c"], "b", open(["b"])), undefined);
  assert.equal(nextOf([], "b", open(["b"])), undefined);
  assert.equal(nextOf(["a", "c"], "gone", open(["a"])), "a");
});

test("what is counted is what there is", () => {
  const entities = [made("a", { decided: true, confirmed_by: "c2" }), made("b", { accepted_by: "c1" }), made("c", { type: "LOC" })];
  assert.deepEqual(progressOf(entities), { all: 3, decided: 1, confirmed: 1 });
  assert.deepEqual(openByType(entities, ["LOC", "ORG", "PER"]), [["LOC", 1], ["PER", 1]]);
  assert.deepEqual(entities.map(stateOf), ["confirmed", "accepted", "open"]);
  assert.equal(waits(entities[1], false), true);
  assert.equal(waits(entities[1], true), false);
  assert.notEqual(colourOf("PER", ["PER", "LOC"]), colourOf("LOC", ["PER", "LOC"]));
});
