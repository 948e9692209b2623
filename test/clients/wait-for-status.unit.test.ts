import { afterEach, expect, it, vi } from 'vitest';
import { waitForStatus } from '../../clients/typescript/src/testing.ts';
import { clientOf, json } from '../support/clients/fake-answers.ts';

afterEach(() => void vi.useRealTimers());

const standing = (status: string) => json({ data: { payment: { id: 'pay_1', status } } });

it('looks once more at the end of its time', async () => {
  const replies = [standing('PENDING'), standing('PENDING'), standing('PAID')];
  // The looks come after 0, 50 and 120 ms: a wait of 100 ms would pass the end.
  const paid = await waitForStatus(clientOf(replies).client, 'pay_1', 'PAID', { timeoutMs: 120 });
  expect(paid).toMatchObject({ status: 'PAID' });
});

it('ends also where the clock stands still', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const { client } = clientOf(Array.from({ length: 20 }, () => standing('PENDING')));
  const waited = waitForStatus(client, 'pay_1', 'PAID', { timeoutMs: 100 });
  await expect(waited).rejects.toThrow('pay_1 is PENDING after 100 ms, not PAID.');
});
