import { describe, expect, it } from 'vitest';
import {
  GetPaymentDocument,
  InitiatePaymentDocument,
  Intention,
  ListPaymentsDocument,
} from '../../clients/typescript/src/index.ts';
import { clientOf, fakeTimers, input, lost, proxy, settle, success } from '../support/clients/fake-answers.ts';

fakeTimers();

describe('what a caller gives to a call', () => {
  it.each(['rgl_SECRET\nrgl_OTHER', '\uFEFFrgl_SECRET'])(
    'says no key that cannot be sent, and loses nothing by it',
    async (key) => {
      const { client, sent } = clientOf([success], { key });
      const intention = new Intention();
      const fault = await client
        .execute(InitiatePaymentDocument, { input }, { intention })
        .catch((one: unknown) => one);
      expect([fault, sent.length, intention.isUnknown]).toEqual([
        new TypeError('key has characters that no header can carry.'),
        0,
        false,
      ]);
      const padded = clientOf([success], { key: 'rgl_SECRET\n' });
      await padded.client.execute(InitiatePaymentDocument, { input });
      expect(padded.sent).toHaveLength(1);
    },
  );

  it.each([Number.NaN, -1])('refuses to try again so many times: %s', async (retries) => {
    const { client, sent } = clientOf([success], { retries });
    await expect(client.execute(GetPaymentDocument, { id: 'pay_1' })).rejects.toThrow(
      'retries must be a number from 0',
    );
    expect(sent).toEqual([]);
  });

  it('rejects with the reason of a signal, also while a query is under way or waits', async () => {
    for (const answer of [lost, proxy]) {
      const stop = new AbortController();
      const reason = new Error('the page was left');
      const { client } = clientOf([
        () => {
          stop.abort(reason);
          return answer();
        },
      ]);
      const asked = client.execute(GetPaymentDocument, { id: 'pay_1' }, { signal: stop.signal });
      await expect(asked).rejects.toBe(reason);
    }
  });

  it('compiles with no variable that the document does not have', async () => {
    const { client } = clientOf([success]);
    // @ts-expect-error The list would be that of every customer.
    expect(await settle(client.execute(ListPaymentsDocument, { filtr: { idClient: '9999' } }))).toBeDefined();
  });
});
