// Other ways to show codings in a text, for the benchmark of the workspace: `text`, `turns`, `codings` are given, UTF-16.
// Each returns a function that adds a coding. No part of the workspace.

const colours = ["#fff3b0", "#ffe08a", "#ffcf66", "#d6f5c9", "#bfe3ff", "#f5d0e0"];

function paragraphs(host, { text, turns }) {
  return turns.map(([start, end]) => {
    const made = document.createElement("p");
    made.textContent = text.slice(start, end);
    host.append(made);
    return { start, end, element: made, node: made.firstChild, codings: [] };
  });
}

function touched(turns, { start, end }) {
  return turns.filter((turn) => turn.start < end && turn.end > start);
}

/** The bare text: what a page of so many words costs anyway. A key does nothing there. */
function text(host, given) {
  paragraphs(host, given);
  return () => {};
}

/** Every run of words between two borders of codings becomes a mark; a key wraps the touched turns anew. */
function marks(host, given) {
  const turns = paragraphs(host, given);
  const wrap = (turn) => {
    const cuts = new Set([0, turn.end - turn.start]);
    for (const { start, end } of turn.codings) cuts.add(Math.max(start - turn.start, 0)).add(Math.min(end, turn.end) - turn.start);
    const borders = [...cuts].sort((a, b) => a - b);
    turn.element.replaceChildren(
      ...borders.slice(1).map((to, at) => {
        const from = borders[at];
        const over = turn.codings.filter((one) => one.start - turn.start < to && one.end - turn.start > from);
        const words = given.text.slice(turn.start + from, turn.start + to);
        if (!over.length) return document.createTextNode(words);
        const mark = document.createElement("mark");
        mark.textContent = words;
        mark.style.backgroundColor = colours[Math.min(over.length, 6) - 1];
        return mark;
      }),
    );
  };
  for (const coding of given.codings) for (const turn of touched(turns, coding)) turn.codings.push(coding);
  turns.forEach(wrap);
  return (coding) => touched(turns, coding).forEach((turn) => (turn.codings.push(coding), wrap(turn)));
}

/** One highlight for each code, with all of its ranges. */
function highlights(host, given) {
  const turns = paragraphs(host, given);
  const codes = new Map();
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets.push(sheet);
  const add = (coding) => {
    if (!codes.has(coding.code)) {
      const name = `code-${codes.size}`;
      sheet.insertRule(`::highlight(${name}) { background-color: ${colours[codes.size % 6]}88 }`);
      codes.set(coding.code, new Highlight());
      CSS.highlights.set(name, codes.get(coding.code));
    }
    for (const turn of touched(turns, coding)) {
      codes.get(coding.code).add(
        new StaticRange({
          startContainer: turn.node,
          startOffset: Math.max(coding.start - turn.start, 0),
          endContainer: turn.node,
          endOffset: Math.min(coding.end, turn.end) - turn.start,
        }),
      );
    }
  };
  given.codings.forEach(add);
  return add;
}

/** The annotator of a peer, where its bundle was loaded before as `Recogito`. */
function recogito(host, given) {
  paragraphs(host, given);
  const annotator = window.Recogito.createTextAnnotator(host, { renderer: "SPANS" });
  let number = 0;
  const annotationOf = ({ start, end }) => {
    const id = `a${(number += 1)}`;
    const selector = [{ quote: given.text.slice(start, end), start, end }];
    return { id, bodies: [], target: { annotation: id, selector, created: new Date() } };
  };
  annotator.setAnnotations(given.codings.map(annotationOf));
  return (coding) => annotator.addAnnotation(annotationOf(coding));
}

window.WAYS = { text, marks, highlights, recogito };
