import { iban } from './examples.ts';
import type { WrittenEntry } from './written-files.ts';

/** What a bank says of a transfer, and of a debit that comes back with a fee. */
export const transfer: WrittenEntry = {
  amount: '1234.56',
  entryReference: 'N1',
  bankReference: 'BANK-1',
  details: [
    {
      amount: '1234.56',
      endToEndId: 'NOTPROVIDED',
      structured: 'RF811000042',
      texts: ['FACTURE', '12'],
      debtor: { name: 'Café & Fils', iban: iban.france },
    },
  ],
};
export const returned: WrittenEntry = {
  amount: '235.45',
  direction: 'DBIT',
  code: ['IDDT', 'UPDD'],
  details: [{ amount: '234.56', endToEndId: 'P2', reason: 'AM04', charges: '0.89' }],
};
