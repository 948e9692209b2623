import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { waitForStatus } from '../../clients/typescript/src/testing.ts';
import { clientOf, json } from '../support/clients/fake-answers.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const standing = (status: string) => json({ data: { payment: { id: 'pay_1', status } } });

it('looks once more at the end of its time', async () => {
  const replies = [standing('PENDING'), standing('PENDING'), standing('PAID')];
  // The looks come after 0, 50 and 120 ms: a wait of 100 ms would pass the end.
  const paid = waitForStatus(clientOf(replies).client, 'pay_1', 'PAID', { timeoutMs: 120 });
  await vi.advanceTimersByTimeAsync(120);
  expect(await paid).toMatchObject({ status: 'PAID' });
});

it('ends also where the clock stands still', async () => {
  vi.spyOn(Date, 'now').mockReturnValue(0);
  const { client } = clientOf(Array.from({ length: 20 }, () => standing('PENDING')));
  const ended = vi.fn<(error: Error) => void>();
  void waitForStatus(client, 'pay_1', 'PAID', { timeoutMs: 3_000 }).catch(ended);
  await vi.advanceTimersByTimeAsync(3_000);
  expect(String(ended.mock.calls[0]?.[0])).toContain('pay_1 is PENDING after 3000 ms, not PAID.');
});
