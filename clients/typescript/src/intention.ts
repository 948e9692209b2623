/**
 * One intention to pay, to refund, to capture… It has one idempotency key, and every try of it sends that key. The
 * gateway gives the same answer to the same key, so a lost answer never pays twice.
 */
export class Intention {
  #key: string;
  #inFlight = 0;
  #isLost: boolean;

  /** @param key of an intention that was kept over a reload. What became of it is unknown until an answer comes. */
  constructor(key?: string) {
    this.#key = key ?? newKey();
    this.#isLost = key !== undefined;
  }

  get key(): string {
    return this.#key;
  }

  /** Whether a request with this key may have been carried out, and no answer came. */
  get isUnknown(): boolean {
    return this.#isLost || this.#inFlight > 0;
  }

  /**
   * A new key, for the next intention.
   * @throws while the outcome of this one is unknown: a new key could pay a second time. Send the request again first.
   */
  renew(): void {
    if (this.isUnknown) {
      throw new Error('The outcome of this intention is unknown. Send the same request again before you renew it.');
    }
    this.#key = newKey();
  }

  /** Sends a request under the key. `send` says whether an answer came. */
  async during<Answer extends { readonly isLost: boolean }>(send: () => Promise<Answer>): Promise<Answer> {
    this.#inFlight++;
    let isLost = true;
    try {
      const answer = await send();
      isLost = answer.isLost;
      return answer;
    } finally {
      this.#inFlight--;
      this.#isLost = isLost;
    }
  }
}

/** 128 random bits. `crypto.randomUUID` is missing on pages without https. */
function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
