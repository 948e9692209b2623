import { setTimeout as pause } from 'node:timers/promises';
import { Agent, request } from 'undici';

/** A client's program: it asks again with the same key until it knows, and believes no answer that did not come. */

export type Answer = { readonly status: number; readonly body: string; readonly location: string | null };

export type Caller = {
  /** One request. @throws where no whole answer came. */
  readonly once: (asked: Asked) => Promise<Answer>;
  /** The same request until it is answered; null without an answer before the run's end. */
  readonly untilAnswered: (asked: Asked) => Promise<Answer | null>;
  readonly close: () => Promise<void>;
  /** Requests that got no answer, or one that says "later". */
  readonly lost: () => number;
};

export type Asked = {
  readonly url: string;
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
};

/** After so long a caller gives up and asks again. */
export const deadlineMs = 20_000;
const firstPauseMs = 60;
const longestPauseMs = 4_000;

/** @param isOver ends all further requests */
export function createCaller(isOver: () => boolean): Caller {
  const agent = new Agent({ connections: 128, pipelining: 1, headersTimeout: deadlineMs, bodyTimeout: deadlineMs });
  let lost = 0;
  const once = async ({ url, method = 'GET', headers = {}, body }: Asked): Promise<Answer> => {
    const answer = await request(url, {
      dispatcher: agent,
      method,
      headers,
      ...(body === undefined ? {} : { body }),
      signal: AbortSignal.timeout(deadlineMs),
    });
    const { location } = answer.headers;
    const found = typeof location === 'string' ? location : null;
    return { status: answer.statusCode, body: await answer.body.text(), location: found };
  };
  return {
    once,
    untilAnswered: async (asked) => {
      for (let tries = 0; !isOver(); tries++) {
        const answer = await once(asked).catch(() => null);
        if (answer !== null && answer.status < 500 && answer.status !== 429) return answer;
        lost++;
        await pause(pauseAfter(tries));
      }
      return null;
    },
    close: () => agent.destroy(),
    lost: () => lost,
  };
}

/** Longer and longer, and not all at the same moment. */
export const pauseAfter = (tries: number, longestMs = longestPauseMs): number =>
  Math.min(firstPauseMs * 2 ** Math.min(tries, 10), longestMs) * (0.5 + Math.random());

/** A form, as a browser posts it. */
export const form = (url: string, fields: Readonly<Record<string, string>>): Asked => ({
  url,
  method: 'POST',
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  body: new URLSearchParams(fields).toString(),
});
