import type { Verdict } from './attempt.ts';

/**
 * One intention to pay, to refund, to capture… It has one idempotency key, and every try of it sends that key. The
 * gateway gives the same answer to the same key, so a lost answer never pays twice.
 */
export class Intention {
  #key: string;
  #inFlight = 0;
  /** The requests of which a try was lost. */
  readonly #lost = new Set<string>();
  /** Whether the key was kept over a reload, and no answer has told its outcome. */
  #isKept: boolean;

  /**
   * @param key of an intention that was kept over a reload. Its outcome is unknown until an answer comes.
   * @throws TypeError for a key that the gateway does not take
   */
  constructor(key?: string) {
    if (key !== undefined && !keyPattern.test(key)) {
      throw new TypeError('The key of an intention has 1 to 255 printable ASCII characters, no blank at its ends.');
    }
    this.#key = key ?? newKey();
    this.#isKept = key !== undefined;
  }

  get key(): string {
    return this.#key;
  }

  /** Whether a request with this key may have been carried out, and no answer says so. */
  get isUnknown(): boolean {
    return this.#inFlight > 0 || this.isLost;
  }

  /** The same, without the requests that are under way. */
  get isLost(): boolean {
    return this.#isKept || this.#lost.size > 0;
  }

  /**
   * Whether an answer says nothing of an earlier try that was lost. A doubt of the gateway says that the outcome is
   * unknown, and a state what may have come of it. That an input is bad is said also after a reload:
   * the caller corrects it, and sends it with the same key.
   */
  isLostAfter(verdict: Verdict): boolean {
    if (verdict === 'OUTCOME' || verdict === 'DOUBT' || verdict === 'STATE') return false;
    return verdict === 'BAD_INPUT' ? this.#lost.size > 0 : this.isLost;
  }

  /**
   * A new key, for the next intention.
   * @throws while the outcome of this one is unknown: a new key could pay a second time. Send the request again first.
   */
  renew(): void {
    if (this.isUnknown) {
      throw new Error('The outcome of this intention is unknown. Send the same request again.');
    }
    this.#key = newKey();
  }

  /**
   * Sends one try of a request, and keeps what it says.
   * @param key that the request carries. The outcome of another key, or of none, is the outcome of that request alone.
   */
  async during<Answer extends { readonly verdict: Verdict }>(
    request: string,
    key: string | null,
    send: () => Promise<Answer>,
  ): Promise<Answer> {
    this.#inFlight++;
    let verdict: Verdict = 'LOST';
    try {
      const answer = await send();
      verdict = answer.verdict;
      return answer;
    } finally {
      this.#inFlight--;
      if (verdict === 'LOST' || verdict === 'DOUBT') this.#lost.add(request);
      else if (verdict === 'OUTCOME' || verdict === 'BAD_INPUT') this.#lost.delete(request);
      if (verdict === 'OUTCOME' && key === this.#key) {
        this.#lost.clear();
        this.#isKept = false;
      }
    }
  }
}

const keyPattern = /^(?! )[ -~]{1,255}(?<! )$/;

/** 128 random bits. `crypto.randomUUID` is missing on pages without https. */
function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
