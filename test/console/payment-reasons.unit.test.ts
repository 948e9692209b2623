import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { reasonInFrench } from '../../console/src/pages/payment/reasons-in-french.ts';
import { directCodes, otherDirectCodes } from '../../src/providers/paybox/meanings.ts';

/** The page of a payment says in French why something happened: the gateway writes it in English. */

const sources = globSync([
  'src/modules/payments/**/*.ts',
  'src/modules/bank-statements/{exceptions,matching}/*.ts',
  'src/modules/direct-debits/batches/review-silent-debits.ts',
  'src/providers/{paybox,labanquepostale}/*.ts',
]).toSorted();

/** `reason: '…'`, constants and choices of reasons, and the rows of the tables of codes. */
const written = [
  /\breason(?::| =)\s+(?:'([^']+)'|"([^"]+)")/g,
  /^(?:export )?const \w+ = '([a-z][^']+[a-z])'/gm,
  /\breason = \w+ \? '([^']+)'/g,
  /\['(?:REFUSED|NOT_SENT|UNKNOWN)',\s+'([a-z][^']+)'/g,
];

const reasons = sources.flatMap((file) => {
  const text = readFileSync(file, 'utf8');
  const found = written.flatMap((pattern) => [...text.matchAll(pattern)].map(([, one, other]) => one ?? other ?? ''));
  // Rows of `directCodes` are read from the table itself.
  return found.filter((reason) => / /.test(reason)).map((reason) => [reason, file] as const);
});

describe('a reason on the French page of a payment', () => {
  it('is looked for where the gateway writes it', () => {
    expect(new Set(reasons.map(([reason]) => reason)).size).toBeGreaterThan(40);
  });

  it.each(reasons)('has French words for “%s” of %s', (reason) => {
    expect(reasonInFrench(reason)).toMatch(/[a-zé]{3}/);
  });

  it.each(directCodes.flatMap(([, operation, , , what]) => (operation === 'DONE' ? [] : [what])))(
    'has French words for “%s” of Paybox Direct',
    (what) => {
      expect(reasonInFrench(what)).not.toBeNull();
      expect(reasonInFrench(`00006: ${what}`)).toBe(`code 00006, ${reasonInFrench(what)}`);
    },
  );

  it.each(Object.values(otherDirectCodes))('has French words for other codes: $reason', ({ reason }) => {
    expect(reasonInFrench(reason)).not.toBeNull();
  });

  it.each([
    ['shop', 'le message est d’une autre société'],
    ['late: the payment is PAID', 'trop tard\u00a0: le paiement est dans l’état «\u00a0Payé\u00a0»'],
    ['late: the transaction is REFUSED', 'trop tard\u00a0: la transaction est dans l’état «\u00a0Refusé\u00a0»'],
    ['a refund of a payment that is CANCELLED', 'remboursement d’un paiement dans l’état «\u00a0Annulé\u00a0»'],
    [
      'the bank did it, but the payment is RETURNED',
      'la banque l’a fait, mais le paiement est dans l’état «\u00a0Rejeté\u00a0»',
    ],
    ['operation VERIFICATION is no new payment', 'l’opération VERIFICATION n’est pas un nouveau paiement'],
    ['operation VERIFICATION', 'opération VERIFICATION'],
    ['reported paid, and the account has no Paybox Direct', 'annoncé payé, et le contrat n’a pas Paybox Direct'],
    [
      'late: this transaction has ended, and too many of its transactions are asked about',
      'trop tard\u00a0: cette transaction est terminée, et la banque est déjà interrogée sur trop de ses transactions',
    ],
    [
      'the transaction could not be looked up: the answer was lost',
      'la transaction n’a pas pu être recherchée\u00a0: la réponse s’est perdue',
    ],
    ['console/per_1 says that it was never done', 'selon console/per_1, la demande n’a jamais été exécutée'],
    ['PSP_010: the bank has no such transaction', 'code PSP_010, la banque ne connaît pas cette transaction'],
  ])('says “%s” in French', (english, french) => {
    expect(reasonInFrench(english)).toBe(french);
  });

  it.each(['a reason of a newer gateway', 'late: the payment is BLESSED', 'PSP_999: something new', 'constructor'])(
    'leaves “%s” as it is',
    (reason) => {
      expect(reasonInFrench(reason)).toBeNull();
    },
  );
});
