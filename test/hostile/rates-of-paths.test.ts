import { describe, expect, it } from 'vitest';
import { openFront } from '../support/hostile/front.ts';

/** Which counter a request counts for, by its path: what costs as much as a payment counts as one. */
describe('a request', () => {
  it.each([
    ['/payment_initiate/PAYBOX', 'creation'],
    ['/bank-files?name=a', 'creation'],
    ['/console/bank-files?name=a', 'creation'],
    ['/console/bank-files/check', 'creation'],
    ['/console/b%61nk-files/check', 'creation'],
    ['/console/customers/check?idSociete=1', 'creation'],
    ['/console/customers/import', null],
    ['/direct-debit-batches/bat_1/file', 'reading'],
    ['/console/direct-debit-batches/bat_1/file', 'reading'],
    ['/console/exports/payments', 'reading'],
    ['/console/bank-files-and-more', 'creation'],
    ['/console/payments', null],
    ['/', null],
  ])('for %s counts for %s', async (path, name) => {
    const counted: string[] = [];
    const rates = {
      count: async (rate: string) => {
        counted.push(rate);
        return null;
      },
      close: async () => undefined,
    };
    const { url } = await openFront({ rates });
    await fetch(`${url}${path}`);
    expect(counted).toEqual(['address', ...(name === null ? [] : [name])]);
  });
});
