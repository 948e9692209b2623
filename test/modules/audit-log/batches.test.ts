import { describe, expect, it } from 'vitest';
import { batch, batched, debited, openForDebits } from '../../support/direct-debits/debit-requests.ts';
import { signed } from '../../support/direct-debits/mandate-requests.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';

/** The lease that is held while a batch is made counts for nothing in the audit log. Only the batch counts. */

describe.each(drawnDatabases())('the entry of a batch of direct debits ($name)', ({ open }) => {
  const { gateway, newClient } = openForDebits({ open });
  const entries = async () => {
    const filter = { actors: null, action: 'createDirectDebitBatch', object: null, outcome: null };
    const found = await gateway.store.auditEntries({ ...filter, from: null, until: null }, null, 100);
    return found.map(({ outcome, code }) => [outcome, code]).toReversed();
  };

  it('is UNCHANGED where nothing is due', async () => {
    const before = await entries();
    expect(await batched(gateway)).toMatchObject({ batches: [] });
    expect(await entries()).toEqual([...before, ['UNCHANGED', null]]);
  });

  it('is UNCHANGED for the same key again, and REFUSED alone for the key of another request', async () => {
    const idClient = newClient();
    await signed(gateway, { idClient });
    await debited(gateway, { idClient });
    const before = await entries();
    const asked = { idempotencyKey: 'once', cutOff: '2026-12-09' };
    expect((await batched(gateway, asked)).batches).toHaveLength(1);
    await batched(gateway, asked);
    const other = await batch(gateway, { ...asked, cutOff: '2026-12-08' });
    expect(other).toMatchObject({ __typename: 'IdempotencyConflictError' });
    const after = [
      ['DONE', null],
      ['UNCHANGED', null],
      ['REFUSED', 'IDEMPOTENCY_CONFLICT'],
    ];
    expect(await entries()).toEqual([...before, ...after]);
  });

  it('is not there after a fault before anything was made', async () => {
    const before = await entries();
    const { dueDebits } = gateway.store;
    const store: { dueDebits: unknown } = gateway.store;
    store.dueDebits = () => Promise.reject(new Error('the disk is full'));
    await expect(batch(gateway)).rejects.toThrow();
    store.dueDebits = dueDebits;
    expect(await entries()).toEqual(before);
  });
});
