// Acts on their way to the disk. An act is in the queue until the server has said that it is saved, whatever happens.

/** @typedef {{op: string, id: string, [field: string]: unknown}} Act */
/** @typedef {{id: string, saved: boolean, problem?: string, revision?: [number, number]}} Answer */
/** @typedef {{length: number, key(at: number): string | null, getItem(key: string): string | null, setItem(key: string, value: string): void, removeItem(key: string): void}} Keeper */

const PATIENCE = [500, 1000, 2000, 5000, 10000];
/** How many acts are sent at a time. */
const MOST = 100;

export class Queue {
  /**
   * @param {(acts: Act[]) => Promise<Answer[]>} send Rejects where the server cannot be reached.
   * @param {Keeper} keeper Where waiting acts outlive the page.
   * @param {string} name Under which they are kept: of this project and coder.
   * @param {(ms: number) => Promise<void>} wait
   */
  constructor(send, keeper, name, wait = (ms) => new Promise((done) => setTimeout(done, ms))) {
    this.send = send;
    this.keeper = keeper;
    this.name = name;
    this.wait = wait;
    /** @type {Act[]} */
    this.waiting = restored(keeper, name);
    /** @type {Set<string>} */
    this.sent = new Set();
    this.failures = 0;
    /** @type {Promise<void> | undefined} */
    this.running = undefined;
    /** Ends the pause before the next attempt. */
    this.hurry = () => {};
    /** Called with the answer to each act. */
    this.onsaved = (/** @type {Answer} */ _answer) => {};
    /** Called with how many acts wait, and whether the server could not be reached. */
    this.onchange = (/** @type {number} */ _waiting, /** @type {boolean} */ _cut) => {};
    /** Called with each act that the project refused, and why. */
    this.onrefused = (/** @type {Act} */ _act, /** @type {string} */ _problem) => {};
  }

  /**
   * Take an act; it is kept at once, and sent as soon as it can be.
   * @param {Act} act
   */
  add(act) {
    this.waiting.push(act);
    this.keeper.setItem(`${this.name}:${act.id}`, JSON.stringify(act));
    this.onchange(this.waiting.length, this.failures > 0);
    return this.flush();
  }

  /**
   * Forget a coding that was never sent; false where it is under way already, or where other acts rest on it.
   * @param {string} id
   */
  drop(id) {
    const act = this.waiting.find((one) => one.id === id);
    if (act?.op !== "add" || this.sent.has(id) || this.waiting.some((one) => one.coding === id)) return false;
    this.forget(id);
    this.onchange(this.waiting.length, this.failures > 0);
    return true;
  }

  /** Send what waits until nothing does; resolves then. */
  flush() {
    this.running ??= this.run().finally(() => {
      this.running = undefined;
    });
    return this.running;
  }

  async run() {
    while (this.waiting.length > 0) {
      const batch = this.waiting.slice(0, MOST);
      for (const act of batch) this.sent.add(act.id);
      try {
        this.settle(batch, await this.send(batch));
        this.failures = 0;
      } catch {
        this.failures += 1;
        this.onchange(this.waiting.length, true);
        const hurried = new Promise((done) => (this.hurry = () => done(undefined)));
        await Promise.race([hurried, this.wait(PATIENCE[Math.min(this.failures, PATIENCE.length) - 1])]);
      }
    }
    this.onchange(0, false);
  }

  /**
   * @param {Act[]} batch
   * @param {Answer[]} answers
   */
  settle(batch, answers) {
    const told = new Map(answers.map((answer) => [answer.id, answer]));
    for (const act of batch) {
      const answer = told.get(act.id);
      if (!answer) continue; // it waits for the next round
      this.forget(act.id);
      if (answer.saved) this.onsaved(answer);
      else this.onrefused(act, answer.problem ?? "");
    }
    this.onchange(this.waiting.length, false);
  }

  /** @param {string} id */
  forget(id) {
    this.waiting = this.waiting.filter((one) => one.id !== id);
    this.sent.delete(id);
    this.keeper.removeItem(`${this.name}:${id}`);
  }
}

/**
 * What waits, each act under a key of its own: another window of the same coder keeps its acts beside them. Their ids grow with time.
 * @param {Keeper} keeper
 * @param {string} name
 * @returns {Act[]}
 */
function restored(keeper, name) {
  const keys = Array.from({ length: keeper.length }, (_, at) => keeper.key(at) ?? "");
  return keys
    .filter((key) => key.startsWith(`${name}:`))
    .sort()
    .flatMap((key) => parsed(keeper.getItem(key)));
}

/**
 * @param {string | null} text
 * @returns {Act[]}
 */
function parsed(text) {
  try {
    const act = JSON.parse(text ?? "");
    return act?.op && act.id ? [act] : [];
  } catch {
    return [];
  }
}
