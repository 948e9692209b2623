import { describe, expect, it } from 'vitest';
import { anonymous } from '../../../src/kernel/caller.ts';
import { reverseJournalEntry } from '../../../src/modules/accounting/reverse-journal-entry.ts';
import { resolveBankException } from '../../../src/modules/bank-statements/exceptions/resolve-bank-exception.ts';
import { placeRest } from '../../../src/modules/bank-statements/matching/rest-of-block.ts';
import { balancesOf } from '../../support/accounting/balances.ts';
import { openImporting } from '../../support/bank-statements/importing.ts';
import { credit } from '../../support/bank-statements/written-files.ts';
import { databases } from '../../support/databases.ts';
import { openForEach } from '../../support/open-for.ts';
import { overtakenStore } from '../../support/store/overtaken.ts';

/** Two persons take the same money out of suspense at once, on PostgreSQL. */
describe.each(databases.filter(({ name }) => name === 'postgres'))('money in suspense ($name)', (database) => {
  const on = openForEach(() => openImporting(database));

  const suspended = async (number: number) => {
    await on.statement([credit('123.45', { texts: ['MERCI'] }, { bankReference: `B${number}` })], `S${number}`);
    const [exception] = await on.open('UNMATCHED_CREDIT');
    const kept = exception?.entryId ? await on.store.suspenseOf(exception.entryId) : null;
    if (!exception?.entryId || !kept) throw new Error('its money is in suspense');
    return { exception, kept, entryId: exception.entryId };
  };

  it('is not undone where a payment gets it between two reads', async () => {
    const { store, atEachRead } = overtakenStore(on.store);
    await atEachRead(async (overtakenBy, at) => {
      const { exception, kept } = await suspended(at);
      const payment = await on.transfer();
      const before = await balancesOf(on);
      const decision = { id: exception.id, resolution: 'ASSIGNED', payment: payment.id, reason: 'vu avec le client' };
      await overtakenBy(
        () => resolveBankException(on.services, anonymous, decision),
        () =>
          reverseJournalEntry({ ...on.services, store }, anonymous, { id: kept.id, reason: 'erreur' }).catch(
            (error: unknown) => expect(String(error)).toContain('has left this account'),
          ),
      );
      const after = await balancesOf(on);
      // Either it is in suspense no more, or it came from the bank anew.
      expect([at, after['471000'] ?? 0]).toEqual([at, (before['471000'] ?? 0) + 12_345]);
    });
  });

  it('is released once where two release it', async () => {
    const { store, atEachRead } = overtakenStore(on.store);
    const { suspense } = on.services;
    await atEachRead(async (overtakenBy, at) => {
      const { entryId } = await suspended(at);
      const release = (by: typeof store) => by.transact((transaction) => suspense.release(transaction, entryId));
      await overtakenBy(
        () => release(on.store),
        () => release(store),
      );
      const left = await on.store.transact((transaction) => suspense.remaining(transaction, entryId));
      expect([at, left]).toEqual([at, 0]);
    });
  });

  it('of a block loses what came back before once, where two runs place its rest', async () => {
    const { store, atEachRead } = overtakenStore(on.store);
    const code = ['IDDT', 'UPDD'] as const;
    await atEachRead(async (overtakenBy, at) => {
      const [messageId, paymentInformationId] = [`M${at}`, `M${at}-1`];
      for (const endToEndId of [`E1-${at}`, `E2-${at}`])
        await on.debit(endToEndId, {}, { messageId, paymentInformationId });
      const details = [{ amount: '123.45', endToEndId: `E1-${at}`, reason: 'AC04' }];
      const back = { amount: '123.45', direction: 'DBIT', code, bankReference: `BACK-${at}`, details } as const;
      await on.statement([back], `BACK-${at}`, { opening: 30_000 });
      const more = { amount: '300.00', batch: paymentInformationId, code: ['IDDT', 'ESDD'] as const };
      await on.statement([{ ...more, bankReference: `B${at}` }], `S${at}`);
      const [exception] = await on.open('BLOCK_DIFFERS');
      const entry = exception?.entryId ? await on.store.bankEntry(exception.entryId) : null;
      if (!entry) throw new Error('the sum differs from what is open in the block');
      const place = (by: typeof store) => placeRest({ ...on.services, store: by }, { paymentInformationId, entry }, 0);
      await overtakenBy(
        () => place(on.store),
        () => place(store),
      );
      const left = await on.store.transact((transaction) => on.services.suspense.remaining(transaction, entry.id));
      expect([at, left]).toEqual([at, 30_000 - 12_345]);
    });
  });
});
