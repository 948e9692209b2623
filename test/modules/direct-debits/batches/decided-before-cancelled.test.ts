import { beforeEach, describe, expect, it } from 'vitest';
import type { CreatedBatches } from '../../../../src/modules/direct-debits/batches/create-batch.ts';
import type { Payment } from '../../../../src/modules/payments/payment.ts';
import { collection, writtenStatement } from '../../../support/bank-statements/written-files.ts';
import { openCompany } from '../../../support/direct-debits/company.ts';
import { drawnDatabases } from '../../../support/drawn-databases.ts';
import { openForEach } from '../../../support/open-for.ts';

/** The bank books something of a batch that was not marked as submitted, and a person decides about that. */
describe.each(drawnDatabases())('a batch with something that the bank booked ($name)', (database) => {
  const company = openForEach(() => openCompany(database));
  let made: CreatedBatches;
  let first: Payment;
  let sent: { readonly endToEndId: string; readonly block: string };
  beforeEach(async () => {
    first = await company.newDebit();
    await company.newDebit();
    made = await company.batch('2026-12-09');
    const { endToEndId, blockId } = await company.presentation(first);
    sent = { endToEndId, block: blockId ?? '' };
  });

  const book = (...entries: Parameters<typeof writtenStatement>[0]['entries']) =>
    company.read(writtenStatement({ id: 'S1', entries }));
  const lessFee = () => book(collection('12.00', { endToEndId: sent.endToEndId }));

  it.each([
    ['one debit less a fee', lessFee, () => ({})],
    ['one debit less a fee', lessFee, () => ({ resolution: 'ASSIGNED', payment: first.id })],
    [
      'its block with another amount',
      () => book({ amount: '12.50', batch: sent.block, code: ['IDDT', 'ESDD'] }),
      () => ({}),
    ],
    [
      'that its block is taken back',
      () => book({ amount: '25.00', direction: 'DBIT', batch: sent.block, code: ['IDDT', 'ESDD'] }),
      () => ({}),
    ],
  ])('is at the bank once a person decided about %s', async (_what, bring, decision) => {
    await bring();
    await company.decide(decision());
    await expect(company.cancel(made)).rejects.toThrow('The batch is SUBMITTED');
    expect(await company.debitsOfNextBatch()).toBe(0);
  });

  it('is at the bank once the bank charges for its block, which a rule places', async () => {
    await book({ amount: '0.40', direction: 'DBIT', batch: sent.block, code: ['IDDT', 'CHRG'] });
    await expect(company.cancel(made)).rejects.toThrow('The batch is SUBMITTED');
  });

  it('is at the bank once the bank credits a debit of its block that is not known', async () => {
    await book(collection('12.50', { endToEndId: 'UNKNOWN-1' }, { batch: sent.block }));
    await expect(company.cancel(made)).rejects.toThrow('The batch is SUBMITTED');
  });

  it('can be cancelled before a person decides: its debits wait until then', async () => {
    await lessFee();
    await company.cancel(made);
    expect(await company.debitsOfNextBatch()).toBe(0);
    await company.decide();
    expect(await company.debitsOfNextBatch()).toBe(2);
  });

  it('can be cancelled where a person says that the bank did not book it', async () => {
    await book(collection('99.00', { texts: ['REGLEMENT'] }, { bankReference: 'B1' }));
    await company.decide();
    await company.read(
      writtenStatement({
        id: 'S2',
        entries: [collection('12.50', { endToEndId: sent.endToEndId }, { bankReference: 'B1' })],
      }),
    );
    expect(await company.decide()).toBe('SAME_REFERENCE');
    await company.cancel(made);
    expect(await company.debitsOfNextBatch()).toBe(2);
  });
});
