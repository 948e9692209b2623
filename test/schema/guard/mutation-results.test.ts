import { describe, expect, it } from 'vitest';
import { credit, writtenStatement } from '../../support/bank-statements/written-files.ts';
import { startGateway } from '../../support/gateway.ts';
import { openForGroup } from '../../support/open-for.ts';
import { cardPayment, countPayments } from '../../support/requests.ts';
import { askGraphql, codesOf } from '../../support/schema/ask-graphql.ts';

/** An error must not replace the result of a mutation that was carried out. */

const gateway = openForGroup(() => startGateway());

describe('a mutation whose result is asked for with a bad argument', () => {
  const initiation = (declared: string, selected: string) =>
    `mutation($input: InitiatePaymentInput!${declared}) {
      initiatePayment(input: $input) { ... on InitiatePaymentSuccess { payment { ${selected} } } }
    }`;
  const page = 'events(first: $first) { edges { node { id } } }';
  const amount = 'amount { formatted(locale: $locale) }';
  const longLanguage = `en-x${'-longword'.repeat(20)}`;

  it.each<[string, string, Record<string, unknown>, Record<string, unknown>]>([
    ['a page of 0', initiation('', page.replace('$first', '0')), {}, {}],
    ['a page of 101, in a variable', initiation(', $first: Int', page), { first: 100 }, { first: 101 }],
    [
      'a condition of null',
      initiation(', $short: Boolean = false', 'id @skip(if: $short)'),
      { short: true },
      { short: null },
    ],
    [
      'the same on a fragment',
      initiation(', $long: Boolean = true', '... @include(if: $long) { id }'),
      {},
      { long: null },
    ],
    ['a language that is none', initiation('', amount.replace('$locale', '"en_US"')), {}, {}],
    ['the same in a variable', initiation(', $locale: String', amount), { locale: 'en-US' }, { locale: 'en_US' }],
    [
      'a language too long',
      initiation(', $l: String', amount.replace('$locale', '$l')),
      { l: 'en' },
      { l: longLanguage },
    ],
  ])('%s records nothing', async (name, query, good, bad) => {
    const input = { ...cardPayment, idCommande: 'unasked', idempotencyKey: name };
    // Known after the first time, and measured again all the same.
    if (Object.keys(good).length > 0) {
      expect((await askGraphql(gateway, query, { input, ...good })).errors).toEqual([]);
    }
    const before = await countPayments(gateway, { idCommande: 'unasked' });
    const answer = await askGraphql(gateway, query, { input: { ...input, idempotencyKey: `${name}, badly` }, ...bad });
    expect([answer.data, codesOf(answer)]).toEqual([undefined, ['BAD_USER_INPUT']]);
    expect(await countPayments(gateway, { idCommande: 'unasked' })).toBe(before);
  });

  it.each(['evt_of-another-payment', `evt_${'0'.repeat(32)}`, 'x', '-1', '9'.repeat(30)])(
    'that goes on after %s, which is no event of it, tells the whole story',
    async (after) => {
      const query = initiation(', $after: String', 'events(after: $after) { edges { node { type } } }');
      const answer = await askGraphql(gateway, query, { input: cardPayment, after });
      expect(answer.errors).toEqual([]);
      expect(answer.data).toEqual({
        initiatePayment: { payment: { events: { edges: [{ node: { type: 'INITIATED' } }] } } },
      });
    },
  );
});

it('a file that is imported lists its entries and exceptions from the beginning after a foreign cursor', async () => {
  const query = `mutation($input: ImportBankFileInput!) { importBankFile(input: $input) { ... on ImportBankFileSuccess {
    bankFile {
      entries(after: "x") { edges { node { place } } pageInfo { hasPreviousPage } }
      bankExceptions(after: "x") { edges { node { kind } } pageInfo { hasPreviousPage } }
    }
  } } }`;
  const content = writtenStatement({ id: 'S1', entries: [credit('7.00', { texts: ['MERCI'] })] });
  const { data, errors } = await askGraphql(gateway, query, { input: { name: 'releve.xml', content } });
  expect(errors).toEqual([]);
  const pageInfo = { hasPreviousPage: false };
  const bankFile = {
    entries: { edges: [{ node: { place: 1 } }], pageInfo },
    bankExceptions: { edges: [{ node: { kind: 'UNMATCHED_CREDIT' } }], pageInfo },
  };
  expect(data).toEqual({ importBankFile: { bankFile } });
});
