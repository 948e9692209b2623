import { expect } from 'vitest';
import type { TestGateway } from '../gateway.ts';
import { countPayments } from '../requests.ts';
import { type RawAnswer, sendRaw } from './requests.ts';

type Sent = Parameters<typeof sendRaw>[2];

export const formHeaders = { 'Content-Type': 'application/x-www-form-urlencoded' };
export const contentType = ({ headers }: RawAnswer): string | undefined => headers['content-type'];

/** What old systems send to this gateway. */
export function legacyOn(gateway: TestGateway) {
  const ask = (path: string, options?: Sent): Promise<RawAnswer> => sendRaw(gateway.url, path, options);
  const askJson = (path: string, options: Sent = {}): Promise<RawAnswer> =>
    ask(path, { ...options, headers: { Accept: 'application/json', ...options.headers } });
  const postForm = (path: string, body: string): Promise<RawAnswer> =>
    askJson(path, { method: 'POST', headers: formHeaders, body });
  /** Asks, and checks that nothing was recorded. */
  async function refused(path: string, options?: Sent): Promise<RawAnswer> {
    const before = await countPayments(gateway);
    const answer = await askJson(path, options);
    expect(await countPayments(gateway)).toBe(before);
    return answer;
  }
  return { ask, askJson, postForm, refused };
}
