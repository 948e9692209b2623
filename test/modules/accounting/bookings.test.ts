import { describe, expect, it } from 'vitest';
import { dayMs } from '../../../src/kernel/durations.ts';
import { addDays, parisDateOf } from '../../../src/kernel/sepa/target-calendar.ts';
import {
  type AccountingInput,
  JournalEntriesDocument,
  PaymentAccountingDocument,
  ReverseJournalEntryDocument,
  type ReverseJournalEntryInput,
  TrialBalanceDocument,
} from '../../generated/graphql.ts';
import { entriesOf, notifyCard, payByCard, recorded } from '../../support/accounting/books.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { startGateway } from '../../support/gateway.ts';
import { openForGroup } from '../../support/open-for.ts';
import { countPayments, initiate, initiated, legacyPath } from '../../support/requests.ts';
import { startProduction, withKey } from '../../support/rights/clients.ts';

describe.each(drawnDatabases())('a payment that accounting records, on $name', ({ open }) => {
  const gateway = openForGroup(() => startGateway({ open }));

  const today = () => parisDateOf(gateway.now());
  const book = (accounting?: AccountingInput, change: Parameters<typeof initiated>[1] = {}) =>
    initiated(gateway, { ...recorded, ...(accounting && { accounting }), ...change });
  const accountingOf = async (id: string) => {
    const { data } = await gateway.send(PaymentAccountingDocument, { id });
    return data?.payment;
  };
  const entries = async (variables: { idSociete?: string; first?: number; after?: string | null } = {}) => {
    const { data, errors } = await gateway.send(JournalEntriesDocument, {
      idSociete: '1',
      runMode: 'TEST',
      ...variables,
    });
    if (data?.journalEntries.__typename !== 'JournalEntryConnection') throw new Error(JSON.stringify([data, errors]));
    return data.journalEntries;
  };
  const reverse = async (input: Partial<ReverseJournalEntryInput> & { id: string }) => {
    const { data, errors } = await gateway.send(ReverseJournalEntryDocument, {
      input: { reason: 'Chèque rejeté', ...input },
    });
    if (!data) throw new Error(JSON.stringify(errors));
    return data.reverseJournalEntry;
  };

  it('is paid at once and in the books under what accounting says', async () => {
    const date = addDays(today(), -3);
    const given = { means: 'CHEQUE', date, pieceReference: 'CHQ 0042', operator: 'm.durand' } as const;
    const { payment } = await book(given);
    expect(await accountingOf(payment.id)).toEqual({ status: 'PAID', accounting: given });
    const [newest] = (await entries({ first: 1 })).edges;
    expect(newest?.node).toMatchObject({
      kind: 'RECORDED',
      journalCode: 'OD',
      date,
      pieceReference: 'CHQ 0042',
      label: 'REGLEMENT CHQ 0042',
      operator: 'm.durand',
      number: null,
      payment: { id: payment.id, status: 'PAID' },
      lines: [
        { account: '511200', auxiliary: null, debit: { cents: 1250 }, credit: { cents: 0 } },
        { account: '411000', auxiliary: '2263', debit: { cents: 0 }, credit: { cents: 1250 } },
      ],
    });
  });

  it.each([
    ['CB', 'CARD'],
    ['AMEX', 'CARD'],
    ['SEPA', 'TRANSFER'],
    ['DIRECT_SEPA', 'DIRECT_DEBIT'],
    ['COMPTABILITE', 'OTHER'],
  ] as const)(
    'by the old URL, which cannot say how: %s is %s, today, for the order, by the client',
    async (type, means) => {
      const path = legacyPath({ ...recorded, idCommande: `45-${type}`, typePaiement: type, commentaire: null });
      const response = await gateway.get(`${path}.json`);
      const body = (await response.json()) as { payment_id: string; status: string; type_paiement: string };
      expect(body).toMatchObject({ status: 'PAID', type_paiement: type });
      expect((await accountingOf(body.payment_id))?.accounting).toEqual({
        means,
        date: today(),
        pieceReference: `45-${type}`,
        operator: 'anonymous',
      });
    },
  );

  it('has its own reference as its piece where there is no order', async () => {
    const { payment } = await book();
    expect((await accountingOf(payment.id))?.accounting?.pieceReference).toBe(payment.reference);
  });

  it.each([
    ['a day that does not exist', { date: '2026-02-30' }, ['accounting', 'date'], 'must be a day'],
    ['a closed day', { date: '2019-12-31' }, ['accounting', 'date'], 'is closed: the first open day is'],
    ['a day too far ahead', { date: '2999-01-01' }, ['accounting', 'date'], 'is too far ahead'],
    ['too much cash', { means: 'CASH' }, ['accounting', 'means'], '1000.00 EUR at most'],
    [
      'a piece of which nothing is left in the export',
      { pieceReference: '| |' },
      ['accounting', 'pieceReference'],
      'must hold more',
    ],
    ['a piece that is invisible', { pieceReference: '\u200b' }, ['accounting', 'pieceReference'], 'must hold more'],
    ['an empty piece', { pieceReference: ' ' }, ['accounting', 'pieceReference'], 'must not be empty'],
    ['a card number', { operator: '4111 1111 1111 1111' }, ['accounting', 'operator'], 'card number'],
  ] as const)('is refused for %s, and nothing is recorded', async (_what, accounting, path, message) => {
    const before = await countPayments(gateway);
    const result = await initiate(gateway, { ...recorded, amount: 100_001, accounting });
    expect(result).toMatchObject({ __typename: 'InvalidInputError', path, message: expect.stringContaining(message) });
    expect(await countPayments(gateway)).toBe(before);
  });

  it('alone may say how it is recorded', async () => {
    const result = await initiate(gateway, { accounting: { means: 'CASH' } });
    expect(result).toMatchObject({ __typename: 'InvalidInputError', path: ['accounting'] });
  });

  it('is another request where accounting says something else', async () => {
    const key = { idempotencyKey: `booking-${gateway.url}` };
    const first = await book({ means: 'CASH', pieceReference: 'A' }, key);
    const again = await book({ pieceReference: 'A', means: 'CASH', operator: null }, key);
    expect([again.replayed, again.payment.id]).toEqual([true, first.payment.id]);
    const other = await initiate(gateway, { ...recorded, ...key, accounting: { means: 'CASH', pieceReference: 'B' } });
    expect(other.__typename).toBe('IdempotencyConflictError');
    expect((await initiate(gateway, { ...recorded, ...key })).__typename).toBe('IdempotencyConflictError');
    expect(await entriesOf(gateway, first)).toHaveLength(1);
  });

  it('is cancelled with its entry, once, and says why and by whom', async () => {
    const booked = await book({ means: 'CHEQUE', pieceReference: 'CHQ 7' });
    const [entry] = await entriesOf(gateway, booked);
    const id = entry?.id ?? '';
    const results = await Promise.all([reverse({ id, operator: 'm.durand' }), reverse({ id })]);
    expect(results.map(({ __typename }) => __typename).toSorted()).toEqual([
      'InvalidInputError',
      'ReverseJournalEntrySuccess',
    ]);
    expect((await accountingOf(booked.payment.id))?.status).toBe('CANCELLED');
    const [, undone] = await entriesOf(gateway, booked);
    expect(undone).toMatchObject({ kind: 'CANCELLED', reverses: id, reason: 'Chèque rejeté' });
    expect(undone?.lines).toMatchObject([
      { account: '411000', auxiliary: '2263', debitCents: 1250 },
      { account: '511200', creditCents: 1250 },
    ]);
    expect(await reverse({ id })).toMatchObject({ path: ['id'], message: 'This entry is reversed already.' });
  });

  it('ahead of its day is undone on that day, not before it', async () => {
    const booked = await book({ means: 'CHEQUE', pieceReference: 'CHQ 8', date: addDays(today(), 3) });
    const [entry] = await entriesOf(gateway, booked);
    await reverse({ id: entry?.id ?? '' });
    const [, undone] = await entriesOf(gateway, booked);
    expect(undone).toMatchObject({ kind: 'CANCELLED', reverses: entry?.id, date: addDays(today(), 3) });
  });

  it('that was taken back is recorded anew by the same old URL', async () => {
    const path = `${legacyPath({ ...recorded, idCommande: 'again', commentaire: null })}.json`;
    const ask = async () => (await gateway.get(path)).json() as Promise<{ payment_id: string; status: string }>;
    const first = await ask();
    expect((await ask()).payment_id).toBe(first.payment_id);
    const [entry] = await gateway.store.journalEntriesOf(first.payment_id);
    await reverse({ id: entry?.id ?? '' });
    const second = await ask();
    expect(second).toMatchObject({ status: 'PAID' });
    expect(second.payment_id).not.toBe(first.payment_id);
    expect((await ask()).payment_id).toBe(second.payment_id);
  });

  it("has a bank's entry undone once, whichever caller asks at the same time", async () => {
    const paid = await payByCard(gateway);
    const [entry] = await entriesOf(gateway, paid);
    const asked = await Promise.all([
      ...Array.from({ length: 4 }, () => reverse({ id: entry?.id ?? '' })),
      notifyCard(gateway, paid, { vads_trans_status: 'CANCELLED' }),
    ]);
    const undone = asked.filter((one) => typeof one === 'object' && one.__typename === 'ReverseJournalEntrySuccess');
    const [, cancelled] = await entriesOf(gateway, paid);
    expect([asked.at(-1), cancelled?.kind]).toEqual([200, 'CANCELLED']);
    expect(undone.length + (cancelled?.reverses ? 1 : 0)).toBe(1);
  });

  it("leaves a bank's payment as it is where its entry is reversed, on the day that is asked for", async () => {
    const paid = await payByCard(gateway, { idSociete: '1' });
    const [entry] = await entriesOf(gateway, paid);
    const id = entry?.id ?? '';
    for (const [change, path] of [
      [{ reason: ' ' }, ['reason']],
      [{ reason: 'a\nb' }, ['reason']],
      [{ date: '2019-01-01' }, ['date']],
      [{ date: addDays(today(), -1) }, ['date']],
      [{ date: 'demain' }, ['date']],
      [{ id: `jrn_${'0'.repeat(32)}` }, ['id']],
      [{ id: "jrn_' or 1=1" }, ['id']],
    ] as const)
      expect(await reverse({ id, ...change })).toMatchObject({ __typename: 'InvalidInputError', path });
    gateway.advance(2 * dayMs);
    const date = addDays(today(), -1);
    const reversed = await reverse({ id, date });
    expect(reversed).toMatchObject({ entry: { kind: 'REVERSAL', reverses: id, date, operator: 'anonymous' } });
    expect((await accountingOf(paid.payment.id))?.status).toBe('PAID');
    await gateway.runWorkers('journal');
    expect((await entries({ first: 1 })).edges[0]?.node).toMatchObject({ reverses: id, number: expect.any(Number) });
  });

  it('is listed page by page, newest first, each once', async () => {
    const all = (await entries({ first: 40 })).edges.map(({ node }) => node.id);
    const paged: string[] = [];
    for (let after: string | null = null; ; ) {
      const { edges, pageInfo } = await entries({ first: 3, after });
      paged.push(...edges.map(({ node }) => node.id));
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor ?? null;
    }
    expect(paged).toEqual(all);
    expect(all).toEqual(all.toSorted().toReversed());
  });

  it('is in a trial balance whose debits are its credits', async () => {
    await gateway.runWorkers('journal');
    const ask = async (from: string, to: string, runMode: 'TEST' | 'LIVE' | 'FORCE_LIVE' = 'TEST') =>
      (await gateway.send(TrialBalanceDocument, { idSociete: '1', runMode, from, to })).data?.trialBalance;
    const balance = await ask(addDays(today(), -30), today());
    if (balance?.__typename !== 'TrialBalance') throw new Error(JSON.stringify(balance));
    expect(balance.isComplete).toBe(true);
    expect(balance.debit.cents).toBe(balance.credit.cents);
    expect(balance.accounts.map(({ account }) => account)).toEqual(
      balance.accounts.map(({ account }) => account).toSorted(),
    );
    const customers = balance.accounts.find(({ account }) => account === '411000');
    expect(customers?.balance.cents).toBe((customers?.debit.cents ?? 0) - (customers?.credit.cents ?? 0));
    expect(customers?.balance.formatted).toMatch(/^-\d/);
    expect(await ask('2026-01-01', '2025-01-01')).toMatchObject({ path: ['to'] });
    expect(await ask('hier', '2025-01-01')).toMatchObject({ path: ['from'] });
    expect(await ask('2020-01-01', '2026-01-01')).toMatchObject({ path: ['to'] });
    expect(await ask(today(), today(), 'FORCE_LIVE')).toMatchObject({ path: ['runMode'] });
  });
});

describe('the books of LIVE', () => {
  const gateway = openForGroup(() => startProduction());

  it('share no number, no entry and no total with those of TEST', async () => {
    const booking = { ...recorded, idOrigin: 'web' };
    const live = await initiated(gateway, { ...booking, paymentRunMode: 'LIVE' }, withKey('booking'));
    const test = await initiated(gateway, { ...booking, amount: 99 }, withKey('booking'));
    await gateway.runWorkers('journal');
    for (const [runMode, { payment }] of [['LIVE', live] as const, ['TEST', test] as const]) {
      const { data } = await gateway.send(JournalEntriesDocument, { idSociete: '1', runMode }, withKey('booking'));
      expect(data?.journalEntries).toMatchObject({
        edges: [{ node: { effectiveRunMode: runMode, number: 1, payment: { id: payment.id } } }],
      });
    }
    const [entry] = await entriesOf(gateway, live);
    const input = { id: entry?.id ?? '', reason: 'essai' };
    const { data } = await gateway.send(ReverseJournalEntryDocument, { input }, withKey('only-tests'));
    expect(data?.reverseJournalEntry).toMatchObject({ path: ['id'], message: 'There is no such entry.' });
  });
});
