import { describe, expect, it } from 'vitest';
import { anonymous, type Caller } from '../../../../src/kernel/caller.ts';
import { resolveBankException } from '../../../../src/modules/bank-statements/exceptions/resolve-bank-exception.ts';
import { createOpenExports } from '../../../../src/modules/exports/open-exports.ts';
import type { Services } from '../../../../src/modules/exports/ports.ts';
import { startExport } from '../../../../src/modules/exports/start-export.ts';
import type { Payment } from '../../../../src/modules/payments/payment.ts';
import { type Importing, openImporting, referenceOf } from '../../../support/bank-statements/importing.ts';
import { collection, credit, writtenReport } from '../../../support/bank-statements/written-files.ts';
import { drawnDatabases } from '../../../support/drawn-databases.ts';
import { openForEach } from '../../../support/open-for.ts';

/** A person or client may decide about exceptions of a société without seeing each of its payments. */

const unknown = `pay_${'0'.repeat(32)}`;
const blind: readonly (readonly [string, Caller])[] = [
  ['has not the scope read', { ...anonymous, client: 'blind', scopes: new Set(['decide'] as const) }],
  ['works for another origin', { ...anonymous, client: 'blind', origins: new Set(['dcp']) }],
];

/** Each opens one exception, and gives a payment that can be assigned. */
const openings: Readonly<Record<string, (on: Importing) => Promise<Payment>>> = {
  'money that names no payment': async (on) => {
    const payment = await on.transfer();
    await on.statement([credit('123.45', { texts: ['SANS REFERENCE'] })]);
    return payment;
  },
  'another amount than that of its payment': async (on) => {
    const payment = await on.debit('E1');
    await on.statement([collection('100.00', { endToEndId: 'E1' }, { bankReference: 'B1' })]);
    return payment;
  },
  'a report that names no debit': async (on) => {
    const [payment] = [await on.debit('E1'), await on.debit('E2')];
    const blocks = [{ id: 'M1-1', transactions: [{ status: 'RJCT', reason: 'AC04' }] }];
    await on.import(writtenReport({ messageId: 'M1', blocks }));
    return payment;
  },
  'a block in which a debit is missing': async (on) => {
    const [payment] = [await on.debit('E1'), await on.debit('E2')];
    await on.statement([{ amount: '123.45', batch: 'M1-1', bankReference: 'B1', code: ['IDDT', 'ESDD'] }]);
    return payment;
  },
};

describe.each(drawnDatabases())('a payment that the caller may not see ($name)', (database) => {
  const on = openForEach(() => openImporting(database));
  const decide = async (caller: Caller, input: object) => {
    const [exception] = await on.open();
    return resolveBankException(on.services, caller, { id: exception?.id, reason: 'vu ensemble', ...input });
  };
  const refusalOf = (caller: Caller, input: object) =>
    decide(caller, input).then(
      () => 'was done',
      ({ message }: Error) => message,
    );

  describe.each(Object.entries(openings))('and %s', (_what, opening) => {
    it.each(blind)('looks like an unknown one to a client that %s', async (_who, caller) => {
      const payment = await opening(on);
      const before = await on.statusOf(payment);
      const refusals = await Promise.all(
        [payment.id, unknown].map((id) => refusalOf(caller, { resolution: 'ASSIGNED', payment: id })),
      );
      expect(refusals[0]).toBe(refusals[1]);
      expect(refusals[0]).not.toMatch(/was done|pay_/);
      expect(await on.statusOf(payment)).toBe(before);
      await decide(anonymous, { resolution: 'ASSIGNED', payment: payment.id });
    });
  });

  it.each(blind)('keeps the money that an entry brought it, for a client that %s', async (_who, caller) => {
    const [first, second] = [await on.transfer(), await on.transfer()];
    for (const [index, payment] of [first, second].entries()) {
      await on.statement(
        [credit('123.45', { structured: referenceOf(payment) }, { bankReference: 'B1' })],
        `S${index}`,
      );
    }
    const input = { resolution: 'HANDLED', takeBackCounted: true };
    expect(await refusalOf(caller, input)).toContain('no single payment that you may decide about');
    expect(await on.statusOf(first)).toBe('PAID');
    await decide(anonymous, input);
    expect(await on.statusOf(first)).toBe('RETURNED');
  });

  it.each(blind)('is not named in the export of exceptions of a client that %s', async (_who, caller) => {
    await on.debit('E1');
    await on.statement([collection('100.00', { endToEndId: 'E1' }, { bankReference: 'B1' })]);
    const namesIt = async (of: Caller): Promise<boolean> => {
      const { text } = await startExport(on.services as unknown as Services, createOpenExports(), of, {
        ...{ kind: 'exceptions', query: new URLSearchParams(), language: 'en', request: 'req_1' },
        ...{ callerNow: async () => of, isGone: () => false },
      });
      let whole = '';
      for await (const piece of text) whole += piece;
      expect(whole).toMatch(/;AMOUNT_DIFFERS;/);
      return whole.includes('pay_');
    };
    expect([await namesIt(anonymous), await namesIt(caller)]).toEqual([true, false]);
  });
});
