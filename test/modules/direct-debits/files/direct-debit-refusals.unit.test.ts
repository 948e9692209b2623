import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCreditorIdentifier } from '../../../../src/kernel/sepa/creditor-identifier.ts';
import { isBic } from '../../../../src/kernel/sepa/sepa-accounts.ts';
import { buildDirectDebitFile } from '../../../../src/modules/direct-debits/files/direct-debit-file.ts';
import {
  type DirectDebitBatch,
  directDebitFileVersions,
} from '../../../../src/modules/direct-debits/files/direct-debit-input.ts';
import { exampleBatch, exampleDebit, iban } from '../../../support/bank-statements/examples.ts';
import { checkedWith, schemaFaults } from '../../../support/bank-statements/schemas.ts';
import { issuesOf, textOf } from '../../../support/direct-debits/direct-debit-file.ts';

const { address } = exampleDebit().debtor;

describe('a batch is refused whole', () => {
  const withDebit = (change: Parameters<typeof exampleDebit>[0]) => exampleBatch({ debits: [exampleDebit(change)] });
  const withDebtor = (change: object) => withDebit({ debtor: { ...exampleDebit().debtor, ...change } });
  const withAddress = (change: object) => withDebtor({ address: { ...address, ...change } });
  const withMandate = (change: object) => withDebit({ mandate: { ...exampleDebit().mandate, ...change } });
  const withCreditor = (change: object) => exampleBatch({ creditor: { ...exampleBatch().creditor, ...change } });

  it.each<[string, DirectDebitBatch, string]>([
    ['for a message id that is too long', exampleBatch({ messageId: 'A'.repeat(31) }), 'messageId'],
    ['for a message id with a small letter', exampleBatch({ messageId: 'a' }), 'messageId'],
    ['without a debit', exampleBatch({ debits: [] }), 'debits'],
    ['for two debits of one id', exampleBatch({ debits: [exampleDebit(), exampleDebit()] }), 'debits.1.endToEndId'],
    [
      'for two debits under a mandate for one',
      exampleBatch({
        debits: [exampleDebit({ sequenceType: 'OOFF' }), exampleDebit({ endToEndId: 'P2', sequenceType: 'OOFF' })],
      }),
      'debits.1.mandate.reference',
    ],
    ['for a debit of another mode', withDebit({ runMode: 'TEST' }), 'debits.0.runMode'],
    ['for an amount of 0', withDebit({ amountCents: 0 }), 'debits.0.amountCents'],
    ['for an amount with half a cent', withDebit({ amountCents: 0.5 }), 'debits.0.amountCents'],
    ['for more than SEPA carries', withDebit({ amountCents: 100_000_000_000 }), 'debits.0.amountCents'],
    ['for an id with an accent', withDebit({ endToEndId: 'É1' }), 'debits.0.endToEndId'],
    ['for a due date on Christmas', withDebit({ dueDate: '2026-12-25' }), 'debits.0.dueDate'],
    ['for a due date that is no day', withDebit({ dueDate: '2026-02-30' }), 'debits.0.dueDate'],
    ['for a due date today', withDebit({ dueDate: '2026-11-25' }), 'debits.0.dueDate'],
    ['for a mandate that is signed tomorrow', withMandate({ signedOn: '2026-11-26' }), 'debits.0.mandate.signedOn'],
    ['for a mandate reference with two slashes', withMandate({ reference: 'A//B' }), 'debits.0.mandate.reference'],
    ['for a mandate reference that ends with a slash', withMandate({ reference: 'A/' }), 'debits.0.mandate.reference'],
    ['for a mandate reference with a blank', withMandate({ reference: 'A B' }), 'debits.0.mandate.reference'],
    ['for a wrong RIB key', withDebtor({ iban: 'FR8420041010050500013M02607' }), 'debits.0.debtor.iban'],
    ['for wrong check digits', withDebtor({ iban: 'FR7630006000011234567890188' }), 'debits.0.debtor.iban'],
    ['for an account outside of SEPA', withDebtor({ iban: 'TR330006100519786457841326' }), 'debits.0.debtor.iban'],
    ['for a debtor without a name', withDebtor({ name: ' ' }), 'debits.0.debtor.name'],
    ['for a debtor whose name no bank can read', withDebtor({ name: '***' }), 'debits.0.debtor.name'],
    [
      'for Gibraltar without one',
      withDebtor({ iban: 'GI75NWBK000000007099453', address: null }),
      'debits.0.debtor.address',
    ],
    ['for Monaco without an address', withDebtor({ iban: iban.monaco, address: null }), 'debits.0.debtor.address'],
    ['for an address without a town', withAddress({ town: '' }), 'debits.0.debtor.address.town'],
    ['for an address without a country', withAddress({ country: 'France' }), 'debits.0.debtor.address.country'],
    [
      'for a postal code that is too long',
      withAddress({ postalCode: '1'.repeat(17) }),
      'debits.0.debtor.address.postalCode',
    ],
    [
      'for an ICS that was checked like an IBAN',
      withCreditor({ creditorIdentifier: 'FR73ZZZ123456' }),
      'creditor.creditorIdentifier',
    ],
    ["for a creditor's bank that is not named", withCreditor({ bic: '' }), 'creditor.bic'],
    [
      'for a BIC with digits in .02',
      { ...withCreditor({ bic: 'P2STFRPP' }), version: 'pain.008.001.02' },
      'creditor.bic',
    ],
    ...(['PSSTFR1P', 'PSSTFRPO'] as const).map((bic): [string, DirectDebitBatch, string] => [
      `for the BIC ${bic} in .02, which knows no such place`,
      { ...withDebtor({ bic }), version: 'pain.008.001.02' },
      'debits.0.debtor.bic',
    ]),
    [
      'for an amendment to a wrong account',
      withMandate({ amendment: { originalDebtorAccount: { iban: 'FR00' } } }),
      'debits.0.mandate.amendment.originalDebtorAccount.iban',
    ],
  ])('%s', (_why, batch, path) => {
    expect(issuesOf(batch)).toEqual([path]);
  });

  it('with everything that is wrong, in one go, and no value in it', () => {
    const batch = exampleBatch({
      messageId: '',
      debits: [exampleDebit({ amountCents: 0 }), exampleDebit({ endToEndId: 'secret name', dueDate: '2026-12-26' })],
    });
    expect(issuesOf(batch)).toEqual(['messageId', 'debits.0.amountCents', 'debits.1.endToEndId', 'debits.1.dueDate']);
    expect(() => buildDirectDebitFile(batch)).not.toThrow(/secret/);
  });
});

describe.each(directDebitFileVersions)('a BIC in %s', (version) => {
  it(`is one that the message takes, checked with ${checkedWith}`, () => {
    const letter = fc.constantFrom(...'ABOPZ019');
    fc.assert(
      fc.property(fc.array(letter, { minLength: 6, maxLength: 12 }), (letters) => {
        const bic = letters.join('');
        const debits = [exampleDebit({ debtor: { ...exampleDebit().debtor, bic } })];
        if (!isBic(bic, version)) expect(issuesOf(exampleBatch({ version, debits }))).toEqual(['debits.0.debtor.bic']);
        else expect(schemaFaults(version, textOf(exampleBatch({ version, debits })))).toEqual([]);
      }),
      { examples: [[[...'PSSTFRPP']], [[...'PSSTFRPPPAR']], [[...'PSSTFR1P']], [[...'PSSTFRPO']], [[...'1234FRPP']]] },
    );
  });
});

describe('a creditor identifier', () => {
  it.each(['FR72ZZZ123456', 'FR72ABC123456', 'FR78ZZZ123ABC', 'FR49ZZZ000001', 'DE98ZZZ09999999999'])(
    '%s is right',
    (text) => expect(isCreditorIdentifier(text)).toBe(true),
  );
  it.each(['FR73ZZZ123456', 'FR72ZZZ12345', 'FR72ZZ123456', 'fr72zzz123456', 'FR72ZZZ1234567', ''])(
    '%s is wrong',
    (text) => expect(isCreditorIdentifier(text)).toBe(false),
  );
});
