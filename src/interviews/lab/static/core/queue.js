// Acts on their way to the disk. An act is in the queue until the server has said that it is saved, whatever happens.

/** @typedef {{op: string, id: string, [field: string]: unknown}} Act */
/** @typedef {{id: string, saved: boolean, problem?: string}} Answer */
/** @typedef {{getItem(key: string): string | null, setItem(key: string, value: string): void, removeItem(key: string): void}} Keeper */

const PATIENCE = [500, 1000, 2000, 5000, 10000];

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
    this.keep();
    this.onchange(this.waiting.length, this.failures > 0);
    return this.flush();
  }

  /**
   * Forget an act that was never sent; false where it is under way already.
   * @param {string} id
   */
  drop(id) {
    const at = this.waiting.findIndex((act) => act.id === id);
    if (at < 0 || this.sent.has(id)) return false;
    this.waiting.splice(at, 1);
    this.keep();
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
      const batch = this.waiting.slice();
      for (const act of batch) this.sent.add(act.id);
      try {
        this.settle(batch, await this.send(batch));
        this.failures = 0;
      } catch {
        this.failures += 1;
        this.onchange(this.waiting.length, true);
        await this.wait(PATIENCE[Math.min(this.failures, PATIENCE.length) - 1]);
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
      this.waiting = this.waiting.filter((one) => one.id !== act.id);
      this.sent.delete(act.id);
      if (!answer.saved) this.onrefused(act, answer.problem ?? "");
    }
    this.keep();
    this.onchange(this.waiting.length, false);
  }

  keep() {
    if (this.waiting.length) this.keeper.setItem(this.name, JSON.stringify(this.waiting));
    else this.keeper.removeItem(this.name);
  }
}

/**
 * @param {Keeper} keeper
 * @param {string} name
 * @returns {Act[]}
 */
function restored(keeper, name) {
  try {
    const kept = JSON.parse(keeper.getItem(name) ?? "[]");
    return Array.isArray(kept) ? kept : [];
  } catch {
    return [];
  }
}
