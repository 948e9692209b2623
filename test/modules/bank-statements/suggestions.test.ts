import { describe, expect, it } from 'vitest';
import { suggestPayments } from '../../../src/modules/bank-statements/exceptions/suggest-payments.ts';
import { iban } from '../../support/bank-statements/examples.ts';
import { everything, exampleMandate, openImporting, referenceOf } from '../../support/bank-statements/importing.ts';
import { returnOfTransfer } from '../../support/bank-statements/moving-surplus.ts';
import { credit, type WrittenEntry } from '../../support/bank-statements/written-files.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { openForEach } from '../../support/open-for.ts';

describe.each(drawnDatabases())('what a program could only guess ($name)', (database) => {
  const on = openForEach(() => openImporting(database));

  /** The last exception, and the payments that it may be about. */
  const last = async () => {
    const [exception] = await on.store.bankExceptions({ ...everything, limit: 1 });
    if (!exception) throw new Error('there is an exception');
    return { exception, ids: (await suggestPayments(on.services, exception)).map(({ id }) => id) };
  };

  it('suggests first what its text seems to name, wrong digits and another amount included', async () => {
    const [meant, other] = [await on.transfer(), await on.transfer({ amountCents: 5_000 })];
    const wrong = `RF00${meant.reference.replace('-', '')}`;
    for (const [index, text] of [
      `FACTURE ${meant.reference}`,
      `VIR ${wrong.slice(0, 7)}\n${wrong.slice(7)}`,
      wrong,
    ].entries()) {
      const texts = text.split('\n');
      await on.statement([credit('50.00', { texts }, { bankReference: `B${index}` })], `S${index}`);
      expect((await last()).ids).toEqual([meant.id, other.id]);
    }
    expect(await on.statusOf(meant)).toBe('REQUIRES_ACTION');
  });

  it('suggests first the payment of the customer under whose mandate the account of the payer stands', async () => {
    await on.debit('E1', { amountCents: 1 });
    const theirs = await on.transfer({ idClient: exampleMandate.idClient });
    const others = [await on.transfer({ idClient: 'B' }), await on.transfer({ idClient: 'C' })];
    const suggestedFor = async (account: string) => {
      const debtor = { name: 'Café', iban: account };
      await on.statement([credit('123.45', { texts: ['MERCI'], debtor }, { bankReference: account })], account);
      return (await last()).ids;
    };
    const newestFirst = others.map(({ id }) => id).toReversed();
    expect(await suggestedFor(iban.monaco)).toEqual([...newestFirst, theirs.id]);
    expect(await suggestedFor(iban.france)).toEqual([theirs.id, ...newestFirst]);
    expect(await on.statusOf(theirs)).toBe('REQUIRES_ACTION');
  });

  it('suggests debits that may have come back: those of the mandate, then those of the amount', async () => {
    const [small, first, second] = [
      await on.debit('E0', { amountCents: 100_00 }),
      await on.debit('E1'),
      await on.debit('E2'),
    ];
    await on.statement([{ amount: '346.90', batch: 'M1-1', bankReference: 'B0', code: ['IDDT', 'ESDD'] }], 'S0');
    const live = await on.debit('E3', { effectiveRunMode: 'LIVE' });
    const back = (amount: string, mandate?: string): WrittenEntry => ({
      ...{ amount, direction: 'DBIT', code: ['IDDT', 'UPDD'] },
      details: [{ amount, reason: 'AM04', ...(mandate && { mandate }) }],
    });
    const suggestedFor = async (entry: WrittenEntry, id: string) => {
      await on.statement([{ ...entry, bankReference: id }], id);
      return last();
    };
    const ofAmount = [second.id, first.id];
    expect((await suggestedFor(back('123.45'), 'S1')).ids).toEqual(ofAmount);
    expect((await suggestedFor(back('123.45', 'NOBODY'), 'S2')).ids).toEqual(ofAmount);
    expect((await suggestedFor(back('7.00'), 'S3')).ids).toEqual([]);
    const { exception, ids } = await suggestedFor(back('123.45', 'rum-1'), 'S4');
    expect([exception.details.mandateReference, ids]).toEqual(['rum-1', [...ofAmount, small.id]]);
    expect(ids).not.toContain(live.id);
    await on.decide({ id: exception.id, resolution: 'ASSIGNED', payment: first.id });
    expect(await on.statusOf(first)).toBe('RETURNED');
    expect((await suggestedFor(back('123.45'), 'S5')).ids).toEqual([second.id]);
  });

  it('suggests the payment that the bank names with another amount, as long as it can be assigned to it', async () => {
    const debit = await on.debit('E1');
    const less = {
      amount: '100.00',
      details: [{ amount: '100.00', endToEndId: 'E1' }],
      code: ['IDDT', 'ESDD'],
    } as const;
    await on.statement([{ ...less, bankReference: 'B1' }], 'S1');
    const { exception, ids } = await last();
    expect([exception.kind, exception.paymentId, ids]).toEqual(['AMOUNT_DIFFERS', debit.id, [debit.id]]);
    const transfer = await on.transfer({ amountCents: 1_000 });
    const texts = [referenceOf(transfer)];
    await on.statement([credit('10.00', { texts }, { bankReference: 'B2' })], 'S2');
    const taken = async (amount: string, bankReference: string) => {
      await on.statement([credit(amount, { texts }, { bankReference, ...returnOfTransfer })], bankReference);
      return (await last()).ids;
    };
    expect(await taken('9.00', 'B3')).toEqual([transfer.id]);
    // More than a fee beyond it.
    expect(await taken('60.01', 'B4')).toEqual([]);
  });
});
