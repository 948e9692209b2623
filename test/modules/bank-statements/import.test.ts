import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Store } from '../../../src/app/store.ts';
import { anonymous } from '../../../src/kernel/caller.ts';
import { resolveBankException } from '../../../src/modules/bank-statements/exceptions/resolve-bank-exception.ts';
import { suggestPayments } from '../../../src/modules/bank-statements/exceptions/suggest-payments.ts';
import { continueBankFile } from '../../../src/modules/bank-statements/import/continue-bank-file.ts';
import type { Payment } from '../../../src/modules/payments/payment.ts';
import { iban } from '../../support/bank-statements/examples.ts';
import { type Importing, kindsOf, openImporting, referenceOf } from '../../support/bank-statements/importing.ts';
import {
  credit,
  rejecting,
  returned,
  writtenReport,
  writtenStatement,
} from '../../support/bank-statements/written-files.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { openForEach } from '../../support/open-for.ts';
import { someRuns } from '../../support/sample.ts';

describe.each(drawnDatabases())('a file of the bank ($name)', (database) => {
  const on = openForEach(() => openImporting(database));

  describe('is refused whole, with the place, and nothing is applied,', () => {
    it.each<[string, (file: string) => string, string]>([
      [
        'of a foreign account',
        (file) => file.replace(iban.company, iban.germany),
        'the account is of no société of this gateway',
      ],
      ['cut off at the end', (file) => file.slice(0, -30), 'broken or cut off'],
      [
        'with one entry in dollars',
        (file) => file.replace('<Amt Ccy="EUR">5.00', '<Amt Ccy="USD">5.00'),
        'the currency is not EUR',
      ],
      [
        'with a booking of another century',
        (file) => file.replace('<BookgDt><Dt>2026', '<BookgDt><Dt>2126'),
        'the booking date lies too far ahead',
      ],
      ['with a document type', (file) => file.replace('<Document', '<!DOCTYPE a><Document'), 'DOCTYPE'],
    ])('%s', async (_what, spoil, reason) => {
      const payment = await on.transfer();
      const entries = [credit('123.45', { structured: referenceOf(payment) }, { bankReference: 'B1' }), credit('5.00')];
      const { file } = await on.import(spoil(writtenStatement({ entries })));
      expect(file).toMatchObject({ status: 'REFUSED', reason: expect.stringMatching(/^Line \d+/), steps: 0 });
      expect(file.reason).toContain(reason);
      expect(await on.statusOf(payment)).toBe('REQUIRES_ACTION');
      expect(await kindsOf(on.store)).toEqual([]);
    });

    it('a report on a message that we did not send', async () => {
      const { file } = await on.import(writtenReport({ messageId: 'SOMEBODY', group: { status: 'RJCT' } }));
      expect(file).toMatchObject({ status: 'REFUSED', reason: expect.stringContaining('of no file that we sent') });
    });

    it('that its sender may not touch', async () => {
      const file = writtenStatement({ entries: [credit('1.00')] });
      const other = { ...anonymous, client: 'other', societes: new Set(['3']) };
      expect((await on.import(file, { caller: other })).file).toMatchObject({
        status: 'REFUSED',
        reason: expect.stringContaining('may not work for the société'),
      });
      // A client with the right can import the same file again.
      expect((await on.import(file)).file.status).toBe('IMPORTED');
      await expect(on.import(file, { caller: other })).rejects.toThrow(/may not work with the accounts/);
      const reader = { ...anonymous, scopes: new Set(['read'] as const) };
      await expect(on.import(file, { caller: reader })).rejects.toThrow(/scope bankFiles/);
    });
  });

  describe('an exception', () => {
    it('suggests payments of the amount, and is resolved by a person, who says why', async () => {
      const payment = await on.transfer();
      await on.transfer({ amountCents: 1 });
      await on.statement([
        credit('123.45', { texts: ['SANS REFERENCE'], debtor: { name: 'Café', iban: iban.france } }),
      ]);
      const exception = await on.only();
      expect(exception.details).toMatchObject({ counterparty: 'Café', remittance: 'SANS REFERENCE' });
      expect((await suggestPayments(on.services, exception)).map(({ id }) => id)).toEqual([payment.id]);
      const resolve = (input: object) => resolveBankException(on.services, anonymous, { id: exception.id, ...input });
      for (const bad of [
        { resolution: 'ASSIGNED', reason: 'vu avec le client' },
        { resolution: 'ASSIGNED', payment: payment.id, reason: '' },
        { resolution: 'ASSIGNED', payment: `pay_${'0'.repeat(32)}`, reason: 'vu avec le client' },
        { resolution: 'HANDLED', payment: payment.id, reason: 'vu avec le client' },
      ]) {
        await expect(resolve(bad)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
      }
      const resolved = await resolve({ resolution: 'ASSIGNED', payment: payment.id, reason: 'vu avec le client' });
      expect(resolved.payment).toMatchObject({ id: payment.id, status: 'PAID' });
      expect(await on.store.bankException(exception.id)).toMatchObject({
        ...{ status: 'RESOLVED', resolution: 'ASSIGNED', resolvedBy: 'anonymous', paymentId: payment.id },
        resolutionReason: 'vu avec le client',
      });
      await expect(resolve({ resolution: 'HANDLED', reason: 'encore' })).rejects.toThrow(/RESOLVED/);
    });

    it('on an account that sociétés share goes to a payment of either, and to no other', async () => {
      const shared = writtenStatement({ iban: iban.france, entries: [credit('123.45', { texts: ['MERCI'] })] });
      expect((await on.import(shared)).file).toMatchObject({ status: 'IMPORTED', idSociete: null });
      const exception = await on.only();
      const [second, first] = [await on.transfer({ idSociete: '6' }), await on.transfer({ idSociete: '1' })];
      expect((await suggestPayments(on.services, exception)).map(({ id }) => id)).toEqual([second.id]);
      const resolve = (payment: Payment, caller = anonymous) =>
        resolveBankException(on.services, caller, {
          ...{ id: exception?.id, resolution: 'ASSIGNED', payment: payment.id, reason: 'vu avec le client' },
        });
      await expect(resolve(first)).rejects.toThrow(/no such payment of this account/);
      await expect(resolve(second, { ...anonymous, societes: new Set(['2']) })).rejects.toThrow(/no such payment/);
      expect((await resolve(second)).payment?.status).toBe('PAID');
    });

    it('that was dealt with elsewhere stays so, whatever file comes again', async () => {
      const entries = [credit('123.45', { texts: ['SANS REFERENCE'] }, { bankReference: 'B1' })];
      await on.statement(entries);
      await on.decide();
      expect(await on.statement(entries, 'S2')).toMatchObject({ repeated: 1, exceptions: 0 });
      expect(await kindsOf(on.store)).toEqual([]);
    });
  });
});

/** The end of a story of files: every status, what was received, and what is open. */
async function endOf(on: Importing, payments: readonly Payment[]) {
  const received = await on.store.transact(async (t) => {
    const sums: number[] = [];
    for (const { id } of payments) sums.push(await t.receivedFor(id));
    return sums;
  });
  const open = await on.open();
  return {
    statuses: await Promise.all(payments.map((payment) => on.statusOf(payment))),
    received,
    open: open.map(({ subject }) => subject).toSorted(),
    journal: (await Promise.all(payments.map(({ id }) => on.store.journalEntriesOf(id)))).map((entries) =>
      entries
        .map(({ kind, lines }) =>
          [kind, ...lines.map(({ debitCents, creditCents }) => debitCents - creditCents)].join(' '),
        )
        .toSorted(),
    ),
  };
}

describe.each(drawnDatabases())('files of the bank ($name)', (database) => {
  async function story() {
    const on = await openImporting(database);
    const transfers = [await on.transfer({ reference: 'AAAA-0001' }), await on.transfer({ reference: 'AAAA-0002' })];
    const debits = [];
    for (const id of ['E1', 'E2', 'E3', 'E4']) debits.push(await on.debit(id));
    const [first, second] = transfers.map(referenceOf) as [string, string];
    const day = [
      credit('123.45', { structured: first }, { bankReference: 'B1' }),
      credit('100.00', { texts: [second] }, { bankReference: 'B2' }),
      credit('50.00', { texts: ['INCONNU'] }, { bankReference: 'B3' }),
      { amount: '370.35', batch: 'M1-1', code: ['IDDT', 'ESDD'], bankReference: 'B4' } as const,
    ];
    const next = [
      credit('23.45', { texts: [second] }, { bankReference: 'B5' }),
      returned('123.45', 'E3', 'AC04', { bankReference: 'B6' }),
    ];
    const files = [
      writtenStatement({ id: 'S1', entries: day }),
      writtenStatement({ id: 'S2', entries: next }),
      writtenStatement({ format: 'camt.054', version: '02', id: 'N1', entries: [...next, ...day] }),
      rejecting('E2', 'AM04'),
    ];
    return { on, payments: [...transfers, ...debits], files };
  }

  /** Every call of the store is counted; the one that is chosen, and all after it, fail, as when the process died. */
  function dying(on: Importing, callsLeft: number) {
    let left = callsLeft;
    const store: Store = {
      ...on.store,
      transact: (work) => {
        if (left-- <= 0) return Promise.reject(new Error('the process died'));
        return on.store.transact(work);
      },
    };
    return { ...on.services, store };
  }

  it('come to the same end in any order, each any number of times, with crashes between any two steps', async () => {
    const calm = await story();
    for (const file of calm.files) await calm.on.import(file);
    const expected = await endOf(calm.on, calm.payments);
    await calm.on.close();
    expect(expected.statuses).toEqual(['PAID', 'PAID', 'PAID', 'REFUSED', 'RETURNED', 'PAID']);
    const runs = fc.array(fc.record({ file: fc.nat(3), crash: fc.option(fc.nat(25)) }), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(runs, fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), async (sequence, rest) => {
        const { on, payments, files } = await story();
        try {
          for (const { file, crash } of sequence) {
            const services = crash === null ? on.services : dying(on, crash);
            await on.import(files[file] as string, { services }).catch((error: Error) => {
              if (error.message !== 'the process died') throw error;
            });
            // A lease of a process that died runs out.
            await on.store.transact(async (t) =>
              t.claimLease({ name: 'bank-import', holder: '', now: Number.MAX_SAFE_INTEGER, until: 0 }),
            );
          }
          for (const file of rest) await on.import(files[file] as string);
          for (const { id } of await on.store.unfinishedBankFiles('', 100)) await continueBankFile(on.services, id);
          const end = await endOf(on, payments);
          expect(end.statuses).toEqual(expected.statuses);
          expect(end.open.filter((subject) => subject.includes('UNMATCHED'))).toEqual(
            expected.open.filter((subject) => subject.includes('UNMATCHED')),
          );
          expect(end.received).toEqual(expected.received);
        } finally {
          await on.close();
        }
      }),
      someRuns(database.name === 'sqlite' ? 4 : 2),
    );
  });
});
