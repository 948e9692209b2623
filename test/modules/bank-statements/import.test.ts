import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Store } from '../../../src/app/store.ts';
import { anonymous } from '../../../src/kernel/caller.ts';
import { resolveBankException } from '../../../src/modules/bank-statements/exceptions/resolve-bank-exception.ts';
import { suggestPayments } from '../../../src/modules/bank-statements/exceptions/suggest-payments.ts';
import { continueBankFile } from '../../../src/modules/bank-statements/import/continue-bank-file.ts';
import type { Payment } from '../../../src/modules/payments/payment.ts';
import { iban } from '../../support/bank-statements/examples.ts';
import { exampleMandate, type Importing, openImporting, referenceOf } from '../../support/bank-statements/importing.ts';
import {
  type WrittenDetail,
  type WrittenEntry,
  writtenReport,
  writtenStatement,
} from '../../support/bank-statements/written-files.ts';
import { databases } from '../../support/databases.ts';
import { openForEach } from '../../support/open-for.ts';
import { someRuns } from '../../support/sample.ts';

const credit = (amount: string, detail: WrittenDetail = {}, change: Partial<WrittenEntry> = {}): WrittenEntry => ({
  amount,
  details: [{ amount, ...detail }],
  ...change,
});
const collection = (amount: string, detail: WrittenDetail = {}, change: Partial<WrittenEntry> = {}): WrittenEntry =>
  credit(amount, detail, { code: ['IDDT', 'ESDD'], ...change });
const returned = (amount: string, endToEndId: string, reason: string, change: Partial<WrittenEntry> = {}) =>
  credit(amount, { endToEndId, reason }, { direction: 'DBIT', code: ['IDDT', 'UPDD'], ...change });

const everything = { limit: 100, beforeId: null, status: null, kind: null, societes: null } as const;

async function kindsOf(store: Store, status: 'OPEN' | null = 'OPEN'): Promise<readonly string[]> {
  return (await store.bankExceptions({ ...everything, status })).map(({ kind }) => kind).toSorted();
}

describe.each(databases)('a file of the bank ($name)', (database) => {
  const on = openForEach(() => openImporting(database));

  const importing = async (entries: readonly WrittenEntry[], id = 'S1') => {
    const { file } = await on.import(writtenStatement({ id, entries }));
    expect(file).toMatchObject({ status: 'IMPORTED', reason: null });
    return file.counts;
  };
  const statusOf = (payment: Payment) => on.statusOf(payment);
  const lastEvent = async ({ id }: Payment) => (await on.store.eventsOf(id, 0, 50)).at(-1);

  describe('with transfers', () => {
    it('pays those whose reference it names, wherever it stands', async () => {
      const payments = await Promise.all([on.transfer(), on.transfer(), on.transfer()]);
      const [structured, split, own] = payments.map(referenceOf);
      await importing([
        credit('123.45', { structured: structured as string }, { bankReference: 'B1' }),
        credit(
          '123.45',
          { texts: ['FACTURE', String(split).slice(0, 5), String(split).slice(5)] },
          { bankReference: 'B2' },
        ),
        credit('123.45', { endToEndId: own as string }, { bankReference: 'B3' }),
      ]);
      expect(await Promise.all(payments.map(statusOf))).toEqual(['PAID', 'PAID', 'PAID']);
      const event = await lastEvent(payments[0] as Payment);
      expect(event).toMatchObject({
        type: 'STATUS_CHANGED',
        data: { cause: 'BANK_STATEMENT', bookingDate: '2026-11-25', receivedCents: 12_345 },
      });
      expect(await kindsOf(on.store)).toEqual([]);
      // The movement is in the books, in the transaction of the event.
      expect(await on.store.journalEntriesOf((payments[0] as Payment).id)).toHaveLength(1);
    });

    it('waits for the rest of one that is too small, and is paid by two that make the amount', async () => {
      const payment = await on.transfer();
      await importing([credit('100.00', { structured: referenceOf(payment) }, { bankReference: 'B1' })]);
      expect([await statusOf(payment), await kindsOf(on.store)]).toEqual(['REQUIRES_ACTION', ['UNDERPAID']]);
      expect(await lastEvent(payment)).toMatchObject({ type: 'MONEY_RECEIVED', data: { reason: 'UNDERPAID' } });
      await importing([credit('23.45', { structured: referenceOf(payment) }, { bankReference: 'B2' })], 'S2');
      expect([await statusOf(payment), await kindsOf(on.store)]).toEqual(['PAID', []]);
      const booked = await on.store.journalEntriesOf(payment.id);
      expect(booked.map(({ lines }) => lines.map(({ creditCents }) => creditCents).filter(Boolean))).toEqual([
        [10_000],
        [2_345],
      ]);
    });

    it('keeps what is too much for a person, and never loses a second transfer', async () => {
      const payment = await on.transfer();
      await importing([credit('200.00', { structured: referenceOf(payment) }, { bankReference: 'B1' })]);
      expect(await statusOf(payment)).toBe('PAID');
      const [over] = await on.store.bankExceptions(everything);
      expect(over).toMatchObject({ kind: 'OVERPAID', amountCents: 7_655, paymentId: payment.id });
      await importing([credit('123.45', { structured: referenceOf(payment) }, { bankReference: 'B2' })], 'S2');
      expect(await kindsOf(on.store)).toEqual(['OVERPAID', 'SURPLUS']);
      expect(await lastEvent(payment)).toMatchObject({
        type: 'MONEY_RECEIVED',
        status: 'PAID',
        data: { reason: 'SURPLUS' },
      });
    });

    it('pays one that was given up, and says so', async () => {
      const [expired, cancelled] = [
        await on.transfer({ status: 'EXPIRED' }),
        await on.transfer({ status: 'CANCELLED' }),
      ];
      await importing([
        credit('123.45', { structured: referenceOf(expired) }, { bankReference: 'B1' }),
        credit('123.45', { structured: referenceOf(cancelled) }, { bankReference: 'B2' }),
      ]);
      expect([await statusOf(expired), await statusOf(cancelled)]).toEqual(['PAID', 'PAID']);
      expect(await kindsOf(on.store)).toEqual(['LATE', 'LATE']);
    });

    it('guesses nothing: no reference, a wrong one, two, one of another société or of the other mode', async () => {
      const [one, other] = [await on.transfer(), await on.transfer()];
      const foreign = await on.transfer({ idSociete: '2' });
      const live = await on.transfer({ effectiveRunMode: 'LIVE' });
      await importing([
        credit('123.45', { texts: ['MERCI'] }, { bankReference: 'B1' }),
        credit('123.45', { texts: [`RF00${one.reference}`] }, { bankReference: 'B2' }),
        credit('123.45', { texts: [referenceOf(one), referenceOf(other)] }, { bankReference: 'B3' }),
        credit('123.45', { structured: referenceOf(foreign) }, { bankReference: 'B4' }),
        credit('123.45', { structured: referenceOf(live) }, { bankReference: 'B5' }),
        { amount: '9.99', direction: 'DBIT', bankReference: 'B6', text: 'COTISATION' },
        credit('123.45', { structured: referenceOf(one) }, { bankReference: 'B7', reversal: true }),
        credit('5.00', { structured: referenceOf(one), amount: '4.99' }, { bankReference: 'B8' }),
      ]);
      expect(await Promise.all([one, other, foreign, live].map(statusOf))).toEqual(Array(4).fill('REQUIRES_ACTION'));
      expect(await kindsOf(on.store)).toEqual([
        ...['AMBIGUOUS', 'ENTRY_FAULT', 'REVERSAL', 'UNMATCHED_CREDIT', 'UNMATCHED_CREDIT', 'UNMATCHED_DEBIT'],
        ...['WRONG_ACCOUNT', 'WRONG_ACCOUNT'],
      ]);
      const wrong = await on.store.bankExceptions({ ...everything, kind: 'WRONG_ACCOUNT' });
      expect(wrong.map(({ paymentId, idSociete }) => [paymentId, idSociete])).toEqual([
        [null, '1'],
        [null, '1'],
      ]);
    });

    it('takes back one that the bank took back', async () => {
      const payment = await on.transfer();
      const back = credit(
        '123.45',
        { structured: referenceOf(payment), reason: 'AC04' },
        {
          direction: 'DBIT',
          code: ['RCDT', 'RRTN'],
          bankReference: 'B2',
        },
      );
      await importing([credit('123.45', { structured: referenceOf(payment) }, { bankReference: 'B1' }), back]);
      expect(await statusOf(payment)).toBe('RETURNED');
    });

    it('takes it back also where the bank calls it the reversal of an entry', async () => {
      const payment = await on.transfer();
      const named = { structured: referenceOf(payment) };
      const change = { direction: 'DBIT', code: ['RCDT', 'RRTN'], reversal: true } as const;
      await importing([
        credit('123.45', named, { bankReference: 'B1' }),
        credit('123.45', named, { ...change, bankReference: 'B2' }),
        credit('5.00', {}, { ...change, bankReference: 'B3' }),
      ]);
      expect([await statusOf(payment), await kindsOf(on.store)]).toEqual(['RETURNED', ['REVERSAL']]);
    });

    it('leaves what is not booked alone', async () => {
      const payment = await on.transfer();
      const entry = credit('123.45', { structured: referenceOf(payment) });
      expect(await importing([{ ...entry, status: 'PDNG' }])).toEqual({
        applied: 0,
        repeated: 0,
        exceptions: 0,
        ignored: 1,
      });
      expect(await statusOf(payment)).toBe('REQUIRES_ACTION');
      expect((await importing([entry], 'S2')).applied).toBe(1);
      expect(await statusOf(payment)).toBe('PAID');
    });
  });

  describe('with direct debits', () => {
    it('settles, refuses and returns each by its id, with the codes in its story', async () => {
      const [paid, refused, back] = [await on.debit('E1'), await on.debit('E2'), await on.debit('E3')];
      await on.import(
        writtenReport({
          messageId: 'M1',
          blocks: [{ id: 'M1-1', transactions: [{ endToEndId: 'E2', status: 'RJCT', reason: 'AM04' }] }],
        }),
      );
      await importing([
        collection('123.45', { endToEndId: 'E1' }, { bankReference: 'B1' }),
        collection('123.45', { endToEndId: 'E3' }, { bankReference: 'B2' }),
      ]);
      await importing([returned('123.45', 'E3', 'MD06', { bankReference: 'B3' })], 'S2');
      expect(await Promise.all([paid, refused, back].map(statusOf))).toEqual(['PAID', 'REFUSED', 'RETURNED']);
      expect(await lastEvent(refused)).toMatchObject({ data: { bankCode: 'AM04', bankStatus: 'RJCT' } });
      expect(await lastEvent(back)).toMatchObject({
        data: { bankCode: 'MD06', isRefund: true, cause: 'BANK_STATEMENT' },
      });
      expect(await kindsOf(on.store)).toEqual([]);
    });

    it('suspends the mandate where the code says that it is not good any more, and only then', async () => {
      for (const id of ['E1', 'E2']) await on.debit(id);
      const refusal = (endToEndId: string, reason: string) =>
        on.import(
          writtenReport({
            messageId: 'M1',
            blocks: [{ id: 'M1-1', transactions: [{ endToEndId, status: 'RJCT', reason }] }],
          }),
        );
      await refusal('E1', 'AM04');
      expect((await on.store.mandateById(exampleMandate.id))?.status).toBe('ACTIVE');
      await refusal('E2', 'MD01');
      expect((await on.store.mandateById(exampleMandate.id))?.status).toBe('SUSPENDED');
      expect((await on.store.mandateEventsOf(exampleMandate.id, 0, 10)).at(-1)).toMatchObject({
        by: 'bank',
        data: { cause: 'BANK', bankCode: 'MD01' },
      });
    });

    it.each(['02', '08'] as const)(
      'returns one, and suspends its mandate, also where the bank calls that the reversal of an entry, in version %s',
      async (version) => {
        const payment = await on.debit('E1');
        await importing([collection('123.45', { endToEndId: 'E1' }, { bankReference: 'B1' })]);
        const back = returned('123.45', 'E1', 'MD01', { bankReference: 'B2', reversal: true });
        const file = writtenStatement({ id: 'S2', version, opening: 20_000, entries: [back] });
        expect((await on.import(file)).file.counts).toMatchObject({ applied: 1, exceptions: 0 });
        expect([await statusOf(payment), await kindsOf(on.store)]).toEqual(['RETURNED', []]);
        expect(await lastEvent(payment)).toMatchObject({ data: { bankCode: 'MD01', isRefund: true } });
        expect((await on.store.mandateById(exampleMandate.id))?.status).toBe('SUSPENDED');
      },
    );

    it('leaves any other reversal to a person, for whom it is the return of the debit that they name', async () => {
      const payments = [await on.debit('E1'), await on.debit('E2')];
      const taken = { code: ['IDDT', 'PRDD'], reversal: true } as const;
      await importing([
        collection('123.45', { endToEndId: 'E1' }, { bankReference: 'B1' }),
        credit('123.45', { endToEndId: 'E1' }, { ...taken, bankReference: 'B2', direction: 'DBIT' }),
        // The bank takes back a return: that is money, and again not by itself the debit's.
        credit('123.45', { endToEndId: 'E2', reason: 'AM04' }, { ...taken, bankReference: 'B3' }),
      ]);
      expect(await Promise.all(payments.map(statusOf))).toEqual(['PAID', 'SUBMITTED']);
      expect(await kindsOf(on.store)).toEqual(['REVERSAL', 'REVERSAL']);
      const reversals = await on.store.bankExceptions({ ...everything, status: 'OPEN' });
      const { id } = reversals.find(({ direction }) => direction === 'DEBIT') ?? {};
      const decision = { id, resolution: 'ASSIGNED', payment: payments[0]?.id, reason: 'vu avec la banque' };
      expect((await resolveBankException(on.services, anonymous, decision)).payment?.status).toBe('RETURNED');
      expect(await kindsOf(on.store)).toEqual(['REVERSAL']);
    });

    it('books the fee of a return apart', async () => {
      const payment = await on.debit('E1', { amountCents: 23_456 });
      await importing([collection('234.56', { endToEndId: 'E1' }, { bankReference: 'B1' })]);
      await importing(
        [
          returned('235.45', 'E1', 'AM04', {
            bankReference: 'B2',
            details: [{ amount: '234.56', endToEndId: 'E1', reason: 'AM04', charges: '0.89' }],
          }),
        ],
        'S2',
      );
      expect(await statusOf(payment)).toBe('RETURNED');
      expect(await lastEvent(payment)).toMatchObject({ data: { bookedCents: 23_456, feeCents: 89 } });
    });

    it('settles a block that is booked in one sum, without those that were refused', async () => {
      const payments = [await on.debit('E1'), await on.debit('E2'), await on.debit('E3')];
      await on.import(
        writtenReport({
          messageId: 'M1',
          blocks: [{ id: 'M1-1', transactions: [{ endToEndId: 'E2', status: 'RJCT', reason: 'AC04' }] }],
        }),
      );
      await importing([{ amount: '246.90', batch: 'M1-1', code: ['IDDT', 'ESDD'] }]);
      expect(await Promise.all(payments.map(statusOf))).toEqual(['PAID', 'REFUSED', 'PAID']);
    });

    it('settles it as well where the refusals come later, and nothing before', async () => {
      const payments = [await on.debit('E1'), await on.debit('E2'), await on.debit('E3')];
      await importing([{ amount: '246.90', batch: 'M1-1', code: ['IDDT', 'ESDD'] }]);
      expect(await Promise.all(payments.map(statusOf))).toEqual(Array(3).fill('SUBMITTED'));
      expect(await kindsOf(on.store)).toEqual(['BLOCK_DIFFERS']);
      await on.import(
        writtenReport({
          messageId: 'M1',
          blocks: [{ id: 'M1-1', transactions: [{ endToEndId: 'E2', status: 'RJCT', reason: 'AC04' }] }],
        }),
      );
      expect(await Promise.all(payments.map(statusOf))).toEqual(['PAID', 'REFUSED', 'PAID']);
      expect(await kindsOf(on.store)).toEqual([]);
    });

    it('refuses a whole block, and a whole file', async () => {
      const block = [await on.debit('E1'), await on.debit('E2')];
      const rest = await on.debit('E3', {}, { paymentInformationId: 'M1-2' });
      await on.import(writtenReport({ messageId: 'M1', blocks: [{ id: 'M1-1', status: 'RJCT', reason: 'BE05' }] }));
      expect(await Promise.all([...block, rest].map(statusOf))).toEqual(['REFUSED', 'REFUSED', 'SUBMITTED']);
      await on.import(writtenReport({ messageId: 'M1', group: { status: 'RJCT', reason: 'FF01' } }));
      expect(await statusOf(rest)).toBe('REFUSED');
      expect(await lastEvent(rest)).toMatchObject({ data: { bankCode: 'FF01' } });
    });

    it('never makes one paid by a report, and keeps what it does not understand', async () => {
      const payment = await on.debit('E1');
      const status = (code: string) =>
        on.import(
          writtenReport({
            messageId: 'M1',
            blocks: [{ id: 'M1-1', transactions: [{ endToEndId: 'E1', status: code }] }],
          }),
        );
      for (const code of ['RCVD', 'ACTC', 'ACCP', 'ACSP', 'ACSC', 'ACCC', 'PDNG']) await status(code);
      expect([await statusOf(payment), await kindsOf(on.store)]).toEqual(['SUBMITTED', []]);
      await status('ACWC');
      await status('XYZ');
      expect([await statusOf(payment), await kindsOf(on.store)]).toEqual([
        'SUBMITTED',
        ['REPORT_UNCLEAR', 'REPORT_UNCLEAR'],
      ]);
    });

    it('leaves a wrong amount, a second settlement and a contradiction to a person', async () => {
      const [wrong, twice, late] = [await on.debit('E1'), await on.debit('E2'), await on.debit('E3')];
      await importing([
        collection('123.46', { endToEndId: 'E1' }, { bankReference: 'B1' }),
        collection('123.45', { endToEndId: 'E2' }, { bankReference: 'B2' }),
        collection('123.45', { endToEndId: 'E2' }, { bankReference: 'B3' }),
        collection('123.45', { endToEndId: 'E3' }, { bankReference: 'B4' }),
      ]);
      await on.import(
        writtenReport({
          messageId: 'M1',
          blocks: [{ id: 'M1-1', transactions: [{ endToEndId: 'E3', status: 'RJCT', reason: 'AC04' }] }],
        }),
      );
      expect(await Promise.all([wrong, twice, late].map(statusOf))).toEqual(['SUBMITTED', 'PAID', 'PAID']);
      expect(await kindsOf(on.store)).toEqual(['AMOUNT_DIFFERS', 'CONTRADICTION', 'CONTRADICTION']);
    });
  });

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
      expect(await statusOf(payment)).toBe('REQUIRES_ACTION');
      expect(await kindsOf(on.store)).toEqual([]);
    });

    it('a report on a message that we did not send', async () => {
      const { file } = await on.import(writtenReport({ messageId: 'SOMEBODY', group: { status: 'RJCT' } }));
      expect(file).toMatchObject({ status: 'REFUSED', reason: expect.stringContaining('of no file that we sent') });
    });

    it('that whoever brought it may not touch', async () => {
      const file = writtenStatement({ entries: [credit('1.00')] });
      const other = { ...anonymous, client: 'other', societes: new Set(['3']) };
      expect((await on.import(file, { caller: other })).file).toMatchObject({
        status: 'REFUSED',
        reason: expect.stringContaining('may not work for the société'),
      });
      // For somebody who may, the same file is read again.
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
      await importing([credit('123.45', { texts: ['SANS REFERENCE'], debtor: { name: 'Café', iban: iban.france } })]);
      const [exception] = await on.store.bankExceptions(everything);
      if (!exception) throw new Error('there is an exception');
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
      const [exception] = await on.store.bankExceptions(everything);
      const [second, first] = [await on.transfer({ idSociete: '6' }), await on.transfer({ idSociete: '1' })];
      if (!exception) throw new Error('there is an exception');
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
      await importing(entries);
      const [exception] = await on.store.bankExceptions(everything);
      await resolveBankException(on.services, anonymous, {
        id: exception?.id,
        resolution: 'HANDLED',
        reason: 'rendu au client',
      });
      expect(await importing(entries, 'S2')).toMatchObject({ repeated: 1, exceptions: 0 });
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
  const open = await on.store.bankExceptions({ ...everything, status: 'OPEN' });
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

describe.each(databases)('files of the bank ($name)', (database) => {
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
      writtenReport({
        messageId: 'M1',
        blocks: [{ id: 'M1-1', transactions: [{ endToEndId: 'E2', status: 'RJCT', reason: 'AM04' }] }],
      }),
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
          for (const { id } of await on.store.unfinishedBankFiles(100)) await continueBankFile(on.services, id);
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
