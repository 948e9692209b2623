import { describe, expect, it } from 'vitest';
import type { Payment } from '../../../src/modules/payments/payment.ts';
import { balancesOf } from '../../support/accounting/balances.ts';
import { iban } from '../../support/bank-statements/examples.ts';
import { kindsOf, openImporting, referenceOf } from '../../support/bank-statements/importing.ts';
import {
  credit,
  type WrittenDetail,
  type WrittenEntry,
  writtenStatement,
} from '../../support/bank-statements/written-files.ts';
import { withAccount } from '../../support/config/changed-account.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { openForEach } from '../../support/open-for.ts';

/** Of a bank, through several of its files. */
describe.each(drawnDatabases())('the same entry ($name)', (database) => {
  const on = openForEach(() => openImporting(database));

  it('counts once, through a notice, a statement and the same file again', async () => {
    const payment = await on.transfer();
    const entry = credit('123.45', { structured: referenceOf(payment) }, { bankReference: 'B1' });
    const notice = writtenStatement({ format: 'camt.054', id: 'N1', entries: [entry] });
    const statement = writtenStatement({ id: 'S1', entries: [entry] });
    expect((await on.import(notice)).file.counts.applied).toBe(1);
    expect((await on.import(statement)).file.counts).toMatchObject({ applied: 0, repeated: 1 });
    expect(await on.import(statement)).toMatchObject({ repeated: true, file: { status: 'IMPORTED' } });
    expect([await on.statusOf(payment), await kindsOf(on.store)]).toEqual(['PAID', []]);
    expect(await on.store.bankFiles({ limit: 10, beforeId: null, visibleTo: null })).toHaveLength(2);
  });

  it('that a notice gives without the reference of the bank waits for the statement', async () => {
    const payment = await on.transfer();
    const entry = credit('123.45', { structured: referenceOf(payment) }, { bankReference: null });
    const notice = await on.import(writtenStatement({ format: 'camt.054', id: 'N1', entries: [entry] }));
    expect([notice.file.counts.ignored, await on.statusOf(payment)]).toEqual([1, 'REQUIRES_ACTION']);
    await on.statement([entry]);
    expect(await on.statusOf(payment)).toBe('PAID');
  });

  it('without a booking date is known by what its file says, not by the day of its statement', async () => {
    const entries = ['B1', null].map((bankReference) => credit('123.45', {}, { bankReference, bookedOn: null }));
    expect(await on.statement(entries)).toMatchObject({ exceptions: 2 });
    const after = { bookedOn: '2026-11-25', id: '' };
    const stored = await on.store.bankEntriesBetween(iban.company, { after, to: '2026-11-25', limit: 9 });
    expect(stored.map(({ identity }) => identity)).toEqual(['A:B1', 'P:S1//2']);
    const noticed = [credit('123.45', {}, { bankReference: 'B1', bookedOn: '2026-11-03' })];
    const { file } = await on.import(writtenStatement({ format: 'camt.054', id: 'N1', entries: noticed }));
    expect(file.counts).toMatchObject({ repeated: 1, exceptions: 0 });
  });

  it('as a sum in one file and payment by payment in another is understood, in any order', async () => {
    const details = ['E1', 'E2'].map((endToEndId): WrittenDetail => ({ amount: '123.45', endToEndId }));
    const sum = writtenStatement({ id: 'S1', entries: [{ amount: '246.90', bankReference: 'B1', batch: 'THEIRS' }] });
    const listed = writtenStatement({
      format: 'camt.054',
      id: 'N1',
      entries: [{ amount: '246.90', bankReference: 'B1', details }],
    });
    const payments = [await on.debit('E1'), await on.debit('E2')];
    await on.import(sum);
    expect(await kindsOf(on.store)).toEqual(['UNMATCHED_CREDIT']);
    await on.import(listed);
    expect([await Promise.all(payments.map(on.statusOf)), await kindsOf(on.store)]).toEqual([['PAID', 'PAID'], []]);
    await on.import(sum.replace('S1-M', 'S1-N'));
    expect([await Promise.all(payments.map(on.statusOf)), await kindsOf(on.store)]).toEqual([['PAID', 'PAID'], []]);
  });

  it('twice in one statement is two', async () => {
    const [one, other] = [await on.transfer(), await on.transfer()];
    await on.statement([
      credit('123.45', { structured: referenceOf(one) }, { bankReference: 'LOT' }),
      credit('123.45', { structured: referenceOf(other) }, { bankReference: 'LOT' }),
    ]);
    expect([await on.statusOf(one), await on.statusOf(other)]).toEqual(['PAID', 'PAID']);
  });

  it('by its reference may be more than the block that it is: the rest waits in suspense', async () => {
    const structured = referenceOf(await on.transfer({ amountCents: 30_000 }));
    await on.statement([credit('300.00', { structured }, { bankReference: 'B1' })]);
    const debits = [await on.debit('E1'), await on.debit('E2')];
    await on.statement([{ amount: '300.00', batch: 'M1-1', code: ['IDDT', 'ESDD'], bankReference: 'B1' }], 'S2');
    await on.decide({ resolution: 'COLLECTED' }, 'SAME_REFERENCE');
    expect(await Promise.all(debits.map(on.statusOf))).toEqual(['PAID', 'PAID']);
    expect(await balancesOf(on)).toEqual({ '411000': -54_690, '471000': -5_310, '512100': 60_000 });
  });

  it('by its reference, in a statement of another day, is other money: a person decides', async () => {
    const payments = [await on.transfer(), await on.transfer()];
    const [first, second] = payments.map((payment, index) =>
      credit('123.45', { structured: referenceOf(payment) }, { bankReference: '1', bookedOn: `2026-11-2${4 + index}` }),
    );
    await on.statement([first as WrittenEntry], 'S1');
    expect(await on.statement([second as WrittenEntry], 'S2')).toMatchObject({
      applied: 0,
      repeated: 0,
      exceptions: 1,
    });
    expect([await Promise.all(payments.map(on.statusOf)), await kindsOf(on.store)]).toEqual([
      ['PAID', 'REQUIRES_ACTION'],
      ['SAME_REFERENCE'],
    ]);
    await on.statement([second as WrittenEntry], 'S3');
    expect(await kindsOf(on.store)).toEqual(['SAME_REFERENCE']);
  });

  it('is dated a few days later by the statement than by the notice, and by no more', async () => {
    const entryOf = async (payment: Payment, bankReference: string, bookedOn: string) =>
      credit('123.45', { structured: referenceOf(payment) }, { bankReference, bookedOn });
    const noticed = async (payment: Payment, bankReference: string) => {
      const entries = [await entryOf(payment, bankReference, '2026-11-14')];
      await on.import(writtenStatement({ format: 'camt.054', id: `N${bankReference}`, entries }));
      return payment;
    };
    const [weekend, week] = [await noticed(await on.transfer(), 'A'), await noticed(await on.transfer(), 'B')];
    expect(await on.statement([await entryOf(weekend, 'A', '2026-11-16')], 'S1')).toMatchObject({ repeated: 1 });
    expect(await on.statement([await entryOf(week, 'B', '2026-11-23')], 'S2')).toMatchObject({ exceptions: 1 });
    expect(await kindsOf(on.store)).toEqual(['SAME_REFERENCE']);
  });

  it('in a notice is no money where the config of the account says so, and counts once by the statement', async () => {
    const societes = withAccount(on.services.societes, '1', 'MILLIET', (account) => ({
      TEST: { ...account, countsNotices: false },
    }));
    const services = { ...on.services, societes };
    const payment = await on.transfer();
    const entry = (bankReference: string) => credit('123.45', { structured: referenceOf(payment) }, { bankReference });
    const notice = writtenStatement({ format: 'camt.054', id: 'N1', entries: [entry('OF THE NOTICE')] });
    expect((await on.import(notice, { services })).file.counts).toMatchObject({ applied: 0, ignored: 1 });
    expect(await on.statusOf(payment)).toBe('REQUIRES_ACTION');
    const statement = writtenStatement({ id: 'S1', entries: [entry('OF THE STATEMENT')] });
    expect((await on.import(statement, { services })).file.counts).toMatchObject({ applied: 1, exceptions: 0 });
    expect([await on.statusOf(payment), await kindsOf(on.store)]).toEqual(['PAID', []]);
  });

  it('with another amount goes to a person', async () => {
    const payment = await on.transfer();
    await on.statement([credit('100.00', { structured: referenceOf(payment) }, { bankReference: 'B1' })]);
    await on.statement([credit('123.45', { structured: referenceOf(payment) }, { bankReference: 'B1' })], 'S2');
    expect([await on.statusOf(payment), await kindsOf(on.store)]).toEqual([
      'REQUIRES_ACTION',
      ['SAME_REFERENCE', 'UNDERPAID'],
    ]);
  });
});
