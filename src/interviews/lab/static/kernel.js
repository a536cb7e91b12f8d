// The same questions as to the server, asked of a notebook's kernel.

import { Api, Refusal } from "./api.js";

/** @typedef {(question: {method: string, what: string, body?: unknown}) => Promise<{answer?: any, problem?: string, refused?: boolean}>} Ask */

export class KernelApi extends Api {
  /** @param {Ask} send */
  constructor(send) {
    super(window.location);
    this.send = send;
    this.coding = true;
    this.cut = "state.cut_kernel";
    this.lookEvery = 20_000; // each question shows in the notebook as work of the kernel
  }

  /**
   * @param {string} method
   * @param {string} what
   * @param {unknown} [body]
   */
  async ask(method, what, body) {
    const { answer, problem, refused } = await this.send({ method, what, body });
    if (problem !== undefined) throw refused ? new Refusal(problem) : new Error(problem);
    return answer;
  }
}

/** The server's questions, or the kernel's where a notebook made this page. */
export function chosenApi() {
  const send = /** @type {{askKernel?: Ask}} */ (/** @type {unknown} */ (window)).askKernel;
  return send ? new KernelApi(send) : new Api(window.location);
}
