import { describe, expect, it } from 'vitest';
import { anonymous } from '../../../src/kernel/caller.ts';
import { listSuspense } from '../../../src/modules/accounting/list-suspense.ts';
import { resolveBankException } from '../../../src/modules/bank-statements/exceptions/resolve-bank-exception.ts';
import type { Payment } from '../../../src/modules/payments/payment.ts';
import { balancesOf } from '../../support/accounting/balances.ts';
import { reconciledDays } from '../../support/accounting/reconciled.ts';
import { openImporting } from '../../support/bank-statements/importing.ts';
import {
  collection,
  returned,
  type WrittenStatement,
  writtenStatement,
} from '../../support/bank-statements/written-files.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { openForEach } from '../../support/open-for.ts';

/** The bank account of the books is that of the bank on each day, whatever comes first. */
describe.each(drawnDatabases())('a debit that comes back while its block is in suspense ($name)', (database) => {
  const on = openForEach(() => openImporting(database));

  const block = (amount: string): WrittenStatement => ({
    ...{ id: 'S1', day: '2026-11-24', opening: 0 },
    entries: [{ amount, batch: 'M1-1', bankReference: 'A', code: ['IDDT', 'ESDD'], bookedOn: '2026-11-24' }],
  });
  /** Of 123.45, with a fee of 0.89. */
  const back = (opening: number): WrittenStatement => {
    const detail = { amount: '123.45', endToEndId: 'E1', reason: 'AC04', charges: '0.89' };
    const entry = returned('124.34', 'E1', 'AC04', { bankReference: 'B', bookedOn: '2026-11-25' });
    return { id: 'S2', day: '2026-11-25', opening, entries: [{ ...entry, details: [detail] }] };
  };
  const brought = async (statement: WrittenStatement) => {
    const { file } = await on.import(writtenStatement(statement));
    expect(file).toMatchObject({ status: 'IMPORTED', reason: null });
  };
  const decide = async (decision: object) => {
    const [exception] = await on.open('BLOCK_DIFFERS');
    await resolveBankException(on.services, anonymous, { id: exception?.id, reason: 'vu avec la banque', ...decision });
  };
  const isRight = async (balances: Readonly<Record<string, number>>) => {
    expect(await balancesOf(on)).toEqual(balances);
    expect(new Set((await reconciledDays(on)).map(({ differenceCents }) => differenceCents))).toEqual(new Set([0]));
    let heldCents = 0;
    const books = { idSociete: '1', runMode: 'TEST' } as const;
    for await (const { remainingCents } of listSuspense({ store: on.store }, books)) heldCents += remainingCents;
    expect(heldCents + (balances['471000'] ?? 0)).toBe(0);
  };

  it.each([
    ['block', 'back', 'HANDLED'],
    ['block', 'HANDLED', 'back'],
    ['back', 'block', 'HANDLED'],
    ['block', 'notice', 'back', 'COLLECTED'],
    ['block', 'back', 'back again', 'COLLECTED'],
    ['back', 'block', 'COLLECTED'],
  ])('is taken out of it once: %s, %s, %s %s', async (...steps) => {
    await on.debit('E1');
    const other = await on.debit('E2');
    for (const step of steps) {
      if (step === 'block') await brought(block('240.00'));
      else if (step === 'notice') await brought({ ...back(24_000), id: 'N', format: 'camt.054' });
      else if (step === 'back') await brought(back(24_000));
      else if (step === 'back again') await brought({ ...back(24_000), version: '02' });
      else await decide({ resolution: step });
    }
    const isCollected = steps.includes('COLLECTED');
    expect(await on.statusOf(other)).toBe(isCollected ? 'PAID' : 'SUBMITTED');
    const rest: Record<string, number> = isCollected
      ? { '411000': -12_345, '627800': 779 }
      : { '471000': -11_655, '627800': 89 };
    await isRight({ ...rest, '512100': 11_566 });
  });

  it('is all of it on the day on which it came', async () => {
    for (const id of ['E1', 'E2']) await on.debit(id);
    await brought(block('123.45'));
    const entry = returned('123.45', 'E1', 'AC04', { bankReference: 'B', bookedOn: '2026-11-24' });
    await brought({ id: 'S2', day: '2026-11-24', opening: 12_345, entries: [entry] });
    await isRight({});
  });

  it('leaves the money of the others, where a person says which one is missing in it', async () => {
    const debits: Payment[] = [];
    for (const id of ['E1', 'E2', 'E3']) debits.push(await on.debit(id));
    await brought(block('246.90'));
    await brought(back(24_690));
    await decide({ resolution: 'ASSIGNED', payment: debits[1]?.id });
    expect(await Promise.all(debits.map(on.statusOf))).toEqual(['RETURNED', 'REFUSED', 'PAID']);
    await isRight({ '411000': -12_345, '512100': 12_256, '627800': 89 });
  });

  it('goes back into it where the bank credited the debit alone, which is known last', async () => {
    for (const id of ['E1', 'E2', 'E3']) await on.debit(id);
    await brought(block('240.00'));
    await brought(back(36_345));
    const alone = collection('123.45', { endToEndId: 'E1' }, { bankReference: 'C', bookedOn: '2026-11-24' });
    await brought({ id: 'S3', day: '2026-11-24', opening: 24_000, entries: [alone] });
    expect(await balancesOf(on)).toEqual({ '471000': -24_000, '512100': 23_911, '627800': 89 });
    await decide({ resolution: 'COLLECTED' });
    expect(await balancesOf(on)).toEqual({ '411000': -24_690, '512100': 23_911, '627800': 779 });
  });
});
