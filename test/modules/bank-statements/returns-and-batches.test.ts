import { describe, expect, it } from 'vitest';
import { balancesOf } from '../../support/accounting/balances.ts';
import { feeNotations } from '../../support/bank-statements/fee-notations.ts';
import { everything, kindsOf, openImporting, referenceOf } from '../../support/bank-statements/importing.ts';
import { writtenCfonb120 } from '../../support/bank-statements/written-cfonb.ts';
import { type WrittenEntry, writtenStatement } from '../../support/bank-statements/written-files.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { openForEach } from '../../support/open-for.ts';

const collected = (endToEndId: string, amount: string): WrittenEntry => ({
  ...{ amount, code: ['IDDT', 'ESDD'], bankReference: `C-${endToEndId}`, bookedOn: '2026-11-23' },
  details: [{ amount, endToEndId }],
});
const sumOfBoth: WrittenEntry = { amount: '15.50', details: [{ amount: '15.50', charges: '3.00' }] };

describe.each(drawnDatabases())('a direct debit that comes back with a fee ($name)', (database) => {
  const on = openForEach(() => openImporting(database));

  it.each(
    (['02', '08'] as const).flatMap((version) =>
      [...feeNotations, ['the sum of both', sumOfBoth] as const].map(([what, entry]) => ({ version, what, entry })),
    ),
  )("is returned in .$version with $what, and the fee is booked as the bank's", async ({ version, entry }) => {
    const payment = await on.debit('P1', { amountCents: 1_250 });
    await on.import(writtenStatement({ version, id: 'S1', entries: [collected('P1', '12.50')] }));
    const details = entry.details?.map((detail) => ({ ...detail, endToEndId: 'P1', reason: 'AM04' })) ?? [];
    const entries = [{ direction: 'DBIT' as const, code: ['IDDT', 'UPDD'] as const, ...entry, details }];
    const { file } = await on.import(writtenStatement({ version, id: 'S2', opening: 10_000, entries }));
    expect(file).toMatchObject({ status: 'IMPORTED', counts: { applied: 1, exceptions: 0 } });
    expect(await on.statusOf(payment)).toBe('RETURNED');
    expect(await kindsOf(on.store)).toEqual([]);
    expect(await balancesOf(on)).toEqual({ 512100: -300, 627800: 300 });
  });

  it('is shown to a person where the difference has no name, and can be assigned', async () => {
    const payment = await on.debit('P1', { amountCents: 1_250 });
    await on.import(writtenStatement({ id: 'S1', entries: [collected('P1', '12.50')] }));
    const details = [{ instructed: '12.50', endToEndId: 'P1', reason: 'AM04' }];
    const entry = { amount: '15.50', direction: 'DBIT', code: ['IDDT', 'UPDD'], details } as const;
    await on.import(writtenStatement({ id: 'S2', opening: 10_000, entries: [entry] }));
    expect(await on.statusOf(payment)).toBe('PAID');
    expect(await kindsOf(on.store)).toEqual(['AMOUNT_DIFFERS']);
  });

  it('counts once where the notice writes the fee otherwise than the statement', async () => {
    const payment = await on.debit('P1', { amountCents: 1_250 });
    await on.import(writtenStatement({ id: 'S1', entries: [collected('P1', '12.50')] }));
    const back = { direction: 'DBIT', code: ['IDDT', 'UPDD'], bankReference: 'B9', amount: '15.50' } as const;
    const detail = { endToEndId: 'P1', reason: 'AM04', charges: '3.00', amount: '15.50' };
    const notice = writtenStatement({ format: 'camt.054', id: 'N', entries: [{ ...back, details: [detail] }] });
    const full = [{ ...back, details: [{ ...detail, instructed: '12.50' }] }];
    await on.import(notice);
    const { file } = await on.import(writtenStatement({ id: 'S2', opening: 10_000, entries: full }));
    expect(file.counts).toMatchObject({ repeated: 1, exceptions: 0 });
    expect(await on.statusOf(payment)).toBe('RETURNED');
    expect(await balancesOf(on)).toEqual({ 512100: -300, 627800: 300 });
  });

  const atOnce = { openingCents: 10_000, from: '2026-11-24', until: '2026-11-25' };
  const movement = (cents: number, code: string) => ({
    ...{ cents, code, day: '2026-11-25', label: 'PRLV P1', qualifiers: [['RCN', 'P1']] as const },
  });

  it('is returned where one statement has the sum, and a later one tells the fee apart', async () => {
    const payment = await on.debit('P1', { amountCents: 1_250 });
    await on.import(writtenStatement({ id: 'S1', entries: [collected('P1', '12.50')] }));
    await on.import(writtenCfonb120([{ ...atOnce, movements: [movement(-1_550, 'B3')] }]));
    expect(await kindsOf(on.store)).toEqual(['AMOUNT_DIFFERS']);
    const details = [{ amount: '12.50', charges: '3.00', endToEndId: 'P1', reason: 'AM04' }];
    const entry = { amount: '15.50', direction: 'DBIT', code: ['IDDT', 'UPDD'], details } as const;
    await on.import(writtenStatement({ id: 'S2', opening: 10_000, entries: [entry] }));
    expect([await on.statusOf(payment), await kindsOf(on.store), await on.store.receivedFor(payment.id)]).toEqual([
      ...['RETURNED', [], 0],
    ]);
    expect(await on.lastEvent(payment)).toMatchObject({ data: { receivedBeforeCents: 1_250, feeCents: 300 } });
    expect(await balancesOf(on)).toEqual({ 512100: -300, 627800: 300 });
  });

  it('is paid where one statement has it less the fee, and a later one tells the fee apart', async () => {
    const payment = await on.debit('P1', { amountCents: 1_250 });
    await on.import(writtenCfonb120([{ ...atOnce, movements: [movement(1_200, 'B1')] }]));
    expect(await kindsOf(on.store)).toEqual(['AMOUNT_DIFFERS']);
    const details = [{ amount: '12.50', charges: '0.50', endToEndId: 'P1' }];
    await on.import(writtenStatement({ id: 'S2', entries: [{ amount: '12.00', code: ['IDDT', 'ESDD'], details }] }));
    expect([await on.statusOf(payment), await kindsOf(on.store), await on.store.receivedFor(payment.id)]).toEqual([
      ...['PAID', [], 1_250],
    ]);
    expect(await balancesOf(on)).toEqual({ 411000: -1_250, 512100: 1_200, 627800: 50 });
  });

  it('is shown to a person where the bank credits it once more', async () => {
    const payment = await on.debit('P1', { amountCents: 1_250 });
    await on.import(writtenStatement({ id: 'S1', entries: [collected('P1', '12.50')] }));
    const details = [{ amount: '15.50', charges: '3.00', endToEndId: 'P1', reason: 'AM04' }];
    const back = { amount: '15.50', direction: 'DBIT', code: ['IDDT', 'UPDD'], details } as const;
    await on.import(writtenStatement({ id: 'S2', opening: 10_000, entries: [back] }));
    await on.import(writtenStatement({ id: 'S3', entries: [{ ...collected('P1', '12.50'), bankReference: 'AGAIN' }] }));
    expect([await on.statusOf(payment), await kindsOf(on.store)]).toEqual(['RETURNED', ['CONTRADICTION']]);
    expect(await balancesOf(on)).toEqual({ 471000: -1_250, 512100: 950, 627800: 300 });
  });

  it('is a transfer that goes back', async () => {
    const payment = await on.transfer({ amountCents: 1_250 });
    const structured = referenceOf(payment);
    await on.import(writtenStatement({ id: 'S1', entries: [{ amount: '12.50', details: [{ structured }] }] }));
    const details = [{ instructed: '12.50', amount: '15.50', charges: '3.00', structured, reason: 'AC04' }];
    const entry = { amount: '15.50', direction: 'DBIT', code: ['RCDT', 'RRTN'], details, bankReference: 'B2' } as const;
    await on.import(writtenStatement({ id: 'S2', opening: 10_000, entries: [entry] }));
    expect(await on.statusOf(payment)).toBe('RETURNED');
    expect(await balancesOf(on)).toEqual({ 512100: -300, 627800: 300 });
  });

  it.each(['02', '08'] as const)('stands in one entry of .%s with debits that were collected', async (version) => {
    const [paid, alsoPaid, back] = [
      await on.debit('P1', { amountCents: 10_000 }),
      await on.debit('P2', { amountCents: 5_000 }),
      await on.debit('P3', { amountCents: 3_000 }),
    ];
    await on.import(writtenStatement({ version, id: 'S1', entries: [collected('P3', '30.00')] }));
    const details = [
      { amount: '100.00', endToEndId: 'P1' },
      { amount: '50.00', endToEndId: 'P2' },
      { amount: '30.00', endToEndId: 'P3', reason: 'AM04', direction: 'DBIT' as const },
    ];
    const batch: WrittenEntry = { amount: '120.00', code: ['IDDT', 'ESDD'], bankReference: 'B2', details };
    const statement = writtenStatement({ version, id: 'S2', entries: [batch] });
    const notice = writtenStatement({ version, format: 'camt.054', id: 'N2', entries: [batch] });
    const { file } = await on.import(statement);
    expect(file.counts).toMatchObject({ applied: 3, exceptions: 0 });
    expect((await on.import(notice)).file.counts).toMatchObject({ repeated: 3, exceptions: 0 });
    expect(await Promise.all([paid, alsoPaid, back].map(on.statusOf))).toEqual(['PAID', 'PAID', 'RETURNED']);
    expect((await balancesOf(on))[512100]).toBe(15_000);
  });

  it('names the other party of what went, and for whom', async () => {
    const creditor = { name: 'FOURNISSEUR', iban: 'FR7630006000011234567890189', ultimate: 'FILIALE' };
    const details = [{ amount: '80.00', debtor: { name: 'J MILLIET BBC' }, creditor }];
    const entry = { amount: '80.00', direction: 'DBIT', code: ['ICDT', 'ESCT'], details } as const;
    await on.import(writtenStatement({ id: 'S1', opening: 10_000, entries: [entry] }));
    const [listed] = await on.store.bankExceptions({ ...everything, withRuled: true });
    expect(listed?.details).toMatchObject({
      ...{ counterparty: 'FOURNISSEUR', counterpartyIban: creditor.iban, ultimateCounterparty: 'FILIALE' },
    });
  });
});
