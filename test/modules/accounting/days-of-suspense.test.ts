import { describe, expect, it } from 'vitest';
import { anonymous } from '../../../src/kernel/caller.ts';
import { dayMs } from '../../../src/kernel/durations.ts';
import { reverseJournalEntry } from '../../../src/modules/accounting/reverse-journal-entry.ts';
import { raiseRuledEntry } from '../../../src/modules/bank-statements/exceptions/raise-ruled-entry.ts';
import type { Payment } from '../../../src/modules/payments/payment.ts';
import { inWords, reconciledDays } from '../../support/accounting/reconciled.ts';
import { iban } from '../../support/bank-statements/examples.ts';
import { at, everything, openImporting, referenceOf } from '../../support/bank-statements/importing.ts';
import { withRules } from '../../support/bank-statements/ruled.ts';
import {
  collection,
  credit,
  rejecting,
  returned,
  writtenStatement,
} from '../../support/bank-statements/written-files.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { openForEach } from '../../support/open-for.ts';

/** Another entry counts the money of a suspense entry later, on the day on which the bank moved it. */
describe.each(drawnDatabases())('the bank account, day by day ($name)', (database) => {
  const on = openForEach(() => openImporting(database));

  /** 4 January. */
  const nextYear = at + 40 * dayMs;
  const assign = (payment: Payment, services = on.servicesAt(nextYear)) =>
    on.decide({ resolution: 'ASSIGNED', payment: payment.id }, undefined, services);
  const shown = async (idSociete?: string) => inWords(await reconciledDays(on, undefined, idSociete));
  /** `RETURNED 2026-11-25 -10400`, of the bank account alone. */
  const moved = async (idSociete = '1') =>
    (await on.store.journalEntries({ idSociete, runMode: 'TEST', limit: 50, beforeId: null }))
      .toReversed()
      .flatMap(({ kind, date, lines }) =>
        lines
          .filter(({ account }) => account === '512100')
          .map(({ debitCents, creditCents }) => `${kind} ${date} ${debitCents - creditCents}`),
      );

  async function returnedWithMore(bookedOn = '2026-11-25'): Promise<Payment> {
    const payment = await on.transfer({ amountCents: 10_000 });
    const structured = referenceOf(payment);
    await on.statement([credit('100.00', { structured }, { bankReference: 'A' })], 'S1', { opening: 0 });
    const back = { direction: 'DBIT', code: ['RCDT', 'RRTN'], bankReference: 'B', bookedOn } as const;
    await on.statement([credit('104.00', { structured }, back)], 'S2', { opening: 10_000, day: bookedOn });
    return payment;
  }

  it('is right at the end of the year where a return is assigned in the next one', async () => {
    await assign(await returnedWithMore());
    expect(await moved()).toEqual([
      'TRANSFER_RECEIVED 2026-11-25 10000',
      'SUSPENSE 2026-11-25 -10400',
      'SUSPENSE_RELEASED 2026-11-25 10400',
      'RETURNED 2026-11-25 -10400',
    ]);
    expect(await shown()).toEqual([['2026-11-25', 0]]);
  });

  it('is right where the days are closed by then: both entries go to the first open day', async () => {
    const payment = await returnedWithMore();
    await assign(payment, on.servicesAt(nextYear, { closedUntil: '2026-12-31' }));
    expect((await moved()).slice(2)).toEqual(['SUSPENSE_RELEASED 2027-01-01 10400', 'RETURNED 2027-01-01 -10400']);
  });

  it('is right where the bank books ahead: nothing is taken out before it was put in', async () => {
    await assign(await returnedWithMore('2026-11-28'), on.services);
    expect((await moved()).slice(1)).toEqual([
      'SUSPENSE 2026-11-28 -10400',
      'SUSPENSE_RELEASED 2026-11-28 10400',
      'RETURNED 2026-11-28 -10400',
    ]);
  });

  it('shows nothing in suspense where accounting reversed that entry later, until that is undone', async () => {
    await on.statement([credit('100.00', { texts: ['MERCI'] }, { bankReference: 'A' })], 'S1', { opening: 0 });
    const [entry] = await on.store.journalEntries({ idSociete: '1', runMode: 'TEST', limit: 1, beforeId: null });
    const later = on.servicesAt(at + dayMs) as never;
    const undone = await reverseJournalEntry(later, anonymous, { id: entry?.id, reason: 'erreur' });
    expect(await shown()).toEqual([
      ['2026-11-25', 0],
      ['2026-11-26', 10_000, 'BOOKED_ALONE 10000'],
    ]);
    await reverseJournalEntry(later, anonymous, { id: undone.id, reason: 'reprise' });
    expect(await shown()).toEqual([
      ['2026-11-25', 0, 'SUSPENSE 10000'],
      ['2026-11-26', 0],
    ]);
  });

  it('is right where a returned direct debit with its fee is assigned later', async () => {
    const payment = await on.debit('E1', { amountCents: 10_000 });
    await on.statement([collection('100.00', { endToEndId: 'E1' }, { bankReference: 'A' })], 'S1', { opening: 0 });
    await on.statement([returned('101.50', 'E1', 'AC04', { bankReference: 'B' })], 'S2', { opening: 10_000 });
    await assign(payment);
    expect(await on.statusOf(payment)).toBe('RETURNED');
    expect(await shown()).toEqual([['2026-11-25', 0]]);
  });

  it('is right where a notice has the sum, and the statement of the next day its payments', async () => {
    const [one, other] = [await on.transfer({ amountCents: 10_000 }), await on.transfer({ amountCents: 5_000 })];
    const sum = { amount: '150.00', bankReference: 'SUM' };
    await on.import(writtenStatement({ id: 'N', format: 'camt.054', entries: [sum] }));
    const details = [
      { amount: '100.00', structured: referenceOf(one) },
      { amount: '50.00', structured: referenceOf(other) },
    ];
    const statement = writtenStatement({ id: 'S', opening: 0, entries: [{ ...sum, details }] });
    await on.import(statement, { services: on.servicesAt(at + dayMs) });
    expect(await on.statusOf(other)).toBe('PAID');
    expect(await shown()).toEqual([['2026-11-25', 0]]);
  });

  it('is right where a rule booked what is raised and assigned later, and so is the income', async () => {
    const payment = await on.transfer({ amountCents: 10_000 });
    const account = { number: '758000', label: 'Produits divers' };
    const rules = [{ name: 'loyer', direction: 'IN', text: 'LOYER', action: 'BOOK', account }] as const;
    const entry = credit('100.00', { texts: ['LOYER'] }, { bankReference: 'A' });
    const statement = writtenStatement({ opening: 0, entries: [entry] });
    await on.import(statement, { services: withRules(on.services, rules) });
    const [listed] = await on.store.bankExceptions({ ...everything, withRuled: true });
    const later = withRules(on.servicesAt(nextYear), rules);
    await raiseRuledEntry(later, anonymous, listed?.entryId ?? '');
    await assign(payment, later);
    expect(await moved()).toEqual([
      'BY_RULE 2026-11-25 10000',
      'SUSPENSE_RELEASED 2026-11-25 -10000',
      'TRANSFER_RECEIVED 2026-11-25 10000',
    ]);
    expect(await shown()).toEqual([['2026-11-25', 0]]);
  });

  it('is right where a rule booked what a person raised, and dealt with elsewhere', async () => {
    const account = { number: '627100', label: 'Frais bancaires' };
    const rules = [{ name: 'frais', direction: 'OUT', text: 'COTISATION', action: 'BOOK', account }] as const;
    const entry = { amount: '50.00', direction: 'DBIT', bankReference: 'A', text: 'COTISATION' } as const;
    const statement = writtenStatement({ opening: 10_000, entries: [entry] });
    await on.import(statement, { services: withRules(on.services, rules) });
    const [listed] = await on.store.bankExceptions({ ...everything, withRuled: true });
    const { id } = await raiseRuledEntry(on.services, anonymous, listed?.entryId ?? '');
    expect(await shown()).toEqual([['2026-11-25', 0, 'EXCEPTION -5000']]);
    await on.decide({ id });
    expect(await moved()).toEqual(['BY_RULE 2026-11-25 -5000', 'SUSPENSE_RELEASED 2026-11-25 5000']);
    expect(await shown()).toEqual([['2026-11-25', 0, 'EXCEPTION -5000']]);
  });

  it('is right where a credit is understood after its return: it leaves on the day of the return', async () => {
    await on.debit('E1');
    const entry = { bankReference: 'A', bookedOn: '2026-11-23' } as const;
    const day = '2026-11-23';
    await on.statement([collection('123.45', { texts: ['?'] }, entry)], 'S1', { day, opening: 0 });
    const back = returned('123.45', 'E1', 'AC04', { bankReference: 'B', bookedOn: '2026-11-24' });
    await on.statement([back], 'S2', { day: '2026-11-24', opening: 12_345 });
    const again = writtenStatement({
      id: 'S3',
      day,
      opening: 0,
      entries: [collection('123.45', { endToEndId: 'E1' }, entry)],
    });
    await on.import(again, { services: on.servicesAt(nextYear) });
    expect(await moved()).toEqual(['SUSPENSE 2026-11-23 12345', 'SUSPENSE_RELEASED 2026-11-24 -12345']);
    expect((await shown()).map(([, difference]) => difference)).toEqual([0, 0]);
  });

  it('is right where a debit of a block came back before the block is understood', async () => {
    for (const id of ['E1', 'E2', 'E3']) await on.debit(id);
    const block = { amount: '246.90', batch: 'M1-1', code: ['IDDT', 'ESDD'], bankReference: 'A' } as const;
    await on.statement([{ ...block, bookedOn: '2026-11-23' }], 'S1', { day: '2026-11-23', opening: 0 });
    const back = returned('123.45', 'E3', 'AC04', { bankReference: 'B', bookedOn: '2026-11-24' });
    await on.statement([back], 'S2', { day: '2026-11-24', opening: 24_690 });
    await on.import(rejecting('E2'), { services: on.servicesAt(nextYear) });
    expect(await moved()).toEqual(['SUSPENSE 2026-11-23 24690', 'SUSPENSE_RELEASED 2026-11-24 -12345']);
    expect((await shown()).map(([, difference]) => difference)).toEqual([0, 0]);
  });

  it('is right where the money is of another société on the same account', async () => {
    const entry = credit('123.45', { texts: ['MERCI'] }, { bankReference: 'A' });
    await on.statement([entry], 'S1', { iban: iban.france, opening: 0 });
    await assign(await on.transfer({ idSociete: '6' }));
    expect([await moved('2'), await moved('6')]).toEqual([
      ['SUSPENSE 2026-11-25 12345', 'SUSPENSE_RELEASED 2026-11-25 -12345'],
      ['TRANSFER_RECEIVED 2026-11-25 12345'],
    ]);
    expect(await shown('2')).toEqual([['2026-11-25', 0]]);
  });
});
