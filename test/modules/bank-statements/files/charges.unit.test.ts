import { describe, expect, it } from 'vitest';
import { understandAmounts } from '../../../../src/modules/bank-statements/files/entry-amounts.ts';
import { entriesIn } from '../../../support/bank-statements/read-pieces.ts';
import { writtenStatement } from '../../../support/bank-statements/written-files.ts';

describe('a debit that names charges and no amount', () => {
  const chargedBy = async (beside: string, within: string, reason?: string) => {
    const details = [{ charges: within, texts: ['FRAIS'], ...(reason && { reason }) }];
    const entry = { amount: '12.00', direction: 'DBIT', code: ['ACMT', 'CHRG'], charges: beside, details } as const;
    const [read] = await entriesIn(writtenStatement({ entries: [entry] }));
    return [read?.fault, read?.details.map(({ amountCents, chargesCents }) => [amountCents, chargesCents])];
  };

  it.each([
    ['once', '7.00', '7.00', 500, 700],
    ['twice', '7.00', '2.00', 300, 900],
    ['with tax and without', '12.00', '10.00', 0, 1_200],
    ['in a sum larger than itself', '14.40', '12.00', 1_200, 0],
  ])('is understood where it names them %s', async (_how, beside, within, amountCents, chargesCents) => {
    expect(await chargedBy(beside, within)).toEqual([null, [[amountCents, chargesCents]]]);
  });

  it('is left to a person where they are larger than a return', async () => {
    expect(await chargedBy('14.40', '12.00', 'AM04')).toEqual([expect.stringContaining('do not add up'), [[1_200, 0]]]);
  });
});

describe('a charge that the bank gives back within an entry', () => {
  it.each([
    { charges: [50, -20, 0], understood: [30, 0, 0] },
    { charges: [-20, 10, 50], understood: [0, 0, 40] },
    { charges: [20, -20, 0], understood: [0, 0, 0] },
  ])('is taken off the charges of the other payments: $charges are $understood', ({ charges, understood }) => {
    const all = charges.reduce((sum, cents) => sum + cents, 0);
    const stated = charges.map((cents) => ({
      ...{ movedCents: 10_000, otherCents: [], direction: 'CREDIT' as const, isReturn: false, isInstructedByUs: true },
      charges: { included: cents, all: cents },
    }));
    const whole = { amountCents: 30_000 - all, direction: 'CREDIT' as const, charges: { included: 0, all: 0 } };
    const { fault, chargesCents, parts } = understandAmounts(whole, stated);
    expect([fault, chargesCents, parts.map((part) => part.chargesCents)]).toEqual([null, all, understood]);
  });
});
