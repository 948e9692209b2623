import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isNode } from '../../scripts/prose/parts-of-source.ts';
import { refusalIn, refusalsOfCodes } from '../../src/html/refusals/refusal-in.ts';
import { paymentErrorCode } from '../../src/kernel/vocabulary.ts';
import { nodesOf, textsOf } from '../support/html/source-texts.ts';

/** What a French person reads where the gateway refuses: no English. */

/** Refusals that no page of the console shows. */
const elsewhere: readonly RegExp[] = [
  /modules\/direct-debits\/mandates\/import-mandate\.ts$/, // the command line
  /modules\/people\/sign-in\/invite-person\.ts$/, // the command line
  /modules\/people\/proofs\//, // pages of the sign-in have texts of their own
  /modules\/people\/sign-in\//,
  /modules\/bank-statements\/import\/bank-uploads\.ts$/, // uploads of programs
  /modules\/bank-statements\/import\/bank-file-content\.ts$/, // `importBankFile`, which pages do not use
  /modules\/direct-debits\/batches\/downloads\.ts$/, // downloads of programs
  /modules\/bank-statements\/files\//, // `bank-file-refusals.unit.test.ts`
  /modules\/exports\//, // the page says its own sentence for each code
  /modules\/payments\/attempts\/attempts\.ts$/, // the customer's page
  /modules\/search\/parse-fragment\.ts$/,
];

const refusals =
  /^(?:NotAllowed|InvalidInput|IdempotencyConflict|MandateRequired|MandateState|ProviderUnavailable|OperationNotPossible|OperationInProgress|OutcomeUnknown|UnusableFile)Error$/;
const throwing = /^(?:refuse|refuseInput|refusal|refused|held)$/;

const nameOf = (callee: unknown): string => (isNode(callee) && typeof callee.name === 'string' ? callee.name : '');

function messagesIn(file: string): readonly string[] {
  const found = [...nodesOf(file)].flatMap((node) => {
    if (node.type === 'NewExpression' && refusals.test(nameOf(node.callee))) return [node.arguments].flat();
    if (node.type === 'CallExpression' && throwing.test(nameOf(node.callee))) return [node.arguments].flat();
    return node.type === 'Property' && nameOf(node.key) === 'message' ? [node.value] : [];
  });
  return found.flatMap(textsOf).flatMap((text) => {
    // Put together of other texts, or none.
    if (!/[a-z]{3}.* /.test(text)) return [];
    // A rule of a field, which stands after the field's name.
    return /^(?:must|is|holds) /.test(text) ? [`field ${text}.`] : [text];
  });
}

const files = ['src/modules', 'src/kernel', 'src/schema/gateway', 'src/schema/accounting'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name}`),
);
const shown = files.filter((file) => !elsewhere.some((one) => one.test(file)));

describe('a refusal on a French page', () => {
  it.each(shown.map((file) => [file, messagesIn(file)] as const).filter(([, messages]) => messages.length > 0))(
    'has French words for each sentence of %s',
    (_file, messages) => {
      expect(messages.filter((message) => refusalIn('fr', message, '') === '')).toEqual([]);
    },
  );

  it('finds the sentences that it looks for', () => {
    expect(shown.flatMap(messagesIn).length).toBeGreaterThan(100);
    expect(messagesIn('src/modules/payments/operations/refund-payment.ts')).toContain(
      'amount is more than can still be given back: 7 cents.',
    );
  });

  it.each(paymentErrorCode.names)('has a French sentence for %s', (code) => {
    expect(refusalsOfCodes[code]).toMatch(/^[A-ZÀÉ].+\.$/);
  });

  it.each([
    ['The payment is refunded.', 'Le paiement est remboursé.'],
    [
      'The payment is refunded and is for 123.45 EUR: this cannot be applied.',
      'Le paiement est remboursé et son montant est de 123,45\u00a0€\u00a0: cela ne peut pas lui être affecté.',
    ],
    [
      '10.00 EUR of this payment wait for the approval of a second person: 5.50 EUR are left.',
      'Un remboursement de 10,00\u00a0€ sur ce paiement attend la validation d’une deuxième personne\u00a0: il reste 5,50\u00a0€.',
    ],
    [
      'This client may not do that: it takes the scope cancel or book.',
      'Vos droits ne le permettent pas\u00a0: il faut le droit «\u00a0cancel\u00a0» ou «\u00a0book\u00a0».',
    ],
    [
      'This client may not do that: it takes the scope refund.',
      'Vos droits ne le permettent pas\u00a0: il faut le droit «\u00a0refund\u00a0».',
    ],
    [
      'The batch is SUBMITTED: it cannot be submitted.',
      'État de la remise\u00a0: remise à la banque. Elle ne peut pas être confirmée comme remise à la banque.',
    ],
    [
      'The batch is CANCELLED: it cannot be submitted.',
      'État de la remise\u00a0: annulée. Elle ne peut pas être confirmée comme remise à la banque.',
    ],
    [
      'The bank is said to have this file, and it must not go there any more. It can be downloaded once the bank has answered.',
      'Ce fichier est noté comme remis à la banque, et ne doit plus y aller. Il se télécharge quand la banque a répondu.',
    ],
    [
      'No debit of this file is to be collected any more: it must not go to the bank again.',
      'Plus aucun prélèvement de ce fichier n’est à encaisser\u00a0: il ne doit pas retourner à la banque.',
    ],
    [
      'The bank is said to have this file, and it does not fit its mandates any more: R1. It can be downloaded once the bank has answered.',
      'Ce fichier est noté comme remis à la banque, et ne correspond plus à ses mandats\u00a0: R1. Il se télécharge quand la banque a répondu.',
    ],
    ['This approval is WITHDRAWN.', 'État de la validation\u00a0: retirée. Il n’y a plus rien à décider.'],
    ['The operation is DONE.', 'État de l’opération\u00a0: faite. Il n’y a plus rien à décider.'],
    ['The operation is PENDING.', 'État de l’opération\u00a0: en attente. Il n’y a plus rien à décider.'],
    [
      'The exception is RESOLVED: there is nothing to decide.',
      'État de l’exception\u00a0: traitée. Il n’y a plus rien à décider.',
    ],
    [
      'This refund is above your limit. It waits for a second person, for seven days.',
      'Ce remboursement dépasse votre limite. La demande attend une deuxième personne, pendant sept jours.',
    ],
    [
      'The mandate is EXPIRED: it cannot be amended any more.',
      'Le mandat est caduc\u00a0: il ne peut plus être modifié.',
    ],
    [
      'The mandate is EXPIRED: it cannot become SIGNED like this.',
      'Le mandat est caduc\u00a0: il ne peut pas devenir ainsi\u00a0: signé.',
    ],
    [
      'Nothing was changed at the bank: the bank cannot be reached.',
      'Rien n’a été changé chez la banque (elle ne répond pas).',
    ],
    [
      'Nothing was changed at the bank: the transaction could not be looked up: the answer was lost.',
      'Rien n’a été changé chez la banque (sa transaction n’a pas pu être recherchée).',
    ],
    [
      'The file does not wait for a confirmation: it is RECEIVED.',
      'Ce fichier n’attend pas de confirmation (état\u00a0: reçu).',
    ],
    ['payer.phone must be 5 characters at most.', '5 caractères au plus.'],
    [
      'the bank takes none for 2026-12-01 any more: it is announced for 2026-12-08',
      'la banque n’en accepte plus pour le 01/12/2026\u00a0: il est annoncé pour le 08/12/2026',
    ],
  ])('says “%s” in French', (english, french) => {
    expect(refusalIn('fr', english)).toBe(french);
    expect(refusalIn('en', english)).toBe(english);
  });

  it.each([
    ['An operation of this payment is in doubt: first settleOperation.', 'is in doubt: first decide about it.'],
    ['It waits for a person who looks and decides: settleOperation.', 'looks and decides.'],
    ['It is not settled yet; see `operations`.', 'is not settled yet.'],
  ])('says “%s” in English without a name of the API', (english, end) => {
    expect(refusalIn('en', english).endsWith(end)).toBe(true);
  });

  it('says the meaning of the code where a sentence has no French words', () => {
    expect(refusalIn('fr', 'Something new happened.', refusalsOfCodes.NOT_ALLOWED)).toBe(
      'Vos droits ne le permettent pas.',
    );
    expect(refusalIn('fr', 'Something new happened.')).toBe('Something new happened.');
    const long = 'Something new happened. '.repeat(40);
    expect(refusalIn('fr', long)).toBe(long);
  });
});
