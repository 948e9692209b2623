import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compiledInitiationInput, initiationInput } from '../../../../src/modules/payments/initiation/initiation.ts';
import { cardPayment } from '../../../support/requests.ts';

const good = {
  ...cardPayment,
  typePaiement: 'CB',
  amount: '1250',
  email: ' Client+a@Exämple.FR ',
  idempotencyKey: 'a key',
  payer: { firstName: 'Jean', country: ' fr ', phone: '06 12 34 56 78' },
  returnUrl: 'https://shop.example/merci?a=1#b',
  capture: 'LATER',
  mandate: 'RUM-1',
  accounting: { means: 'CHEQUE', date: '2026-11-28' },
};

const values = fc.oneof(
  fc.constantFrom(
    undefined,
    null,
    '',
    ' ',
    '0',
    'CB',
    'LIVE',
    'NOW',
    '2026-02-30',
    '4111 1111 1111 1111',
    'a@b',
    '\u0000',
  ),
  fc.constantFrom('e\u0301', '\ud800', '12.50', -1, 0, 1.5, 1250n, true, [], {}, { firstName: 1 }, { unknown: 'x' }),
  fc.string({ unit: 'binary', maxLength: 70 }),
  fc.anything(),
);
const names = fc.constantFrom(...Object.keys(good), 'unknown', 'typepaiement');
const changes = fc.array(fc.tuple(names, values), { maxLength: 3 });

test('an initiation is compiled', () => {
  expect(compiledInitiationInput()).not.toBe(initiationInput);
  expect(compiledInitiationInput().safeParse(good)).toMatchObject({
    success: true,
    data: { email: 'Client+a@xn--exmple-cua.fr' },
  });
});

test('a compiled initiation reads and refuses every input as the schema does', () => {
  const read = (schema: typeof initiationInput, input: unknown) => {
    const { success, data, error } = schema.safeParse(input);
    return success ? { data } : { issues: error?.issues };
  };
  fc.assert(
    fc.property(fc.oneof(changes, fc.anything()), (change) => {
      const input =
        Array.isArray(change) && change.every(Array.isArray) ? changed(change as [string, unknown][]) : change;
      expect(read(compiledInitiationInput(), input)).toStrictEqual(read(initiationInput, input));
    }),
    { numRuns: 2000 },
  );
});

/** Left out where the value is undefined. */
const changed = (changes: readonly (readonly [string, unknown])[]) =>
  Object.fromEntries(
    Object.entries({ ...good, ...Object.fromEntries(changes) }).filter(([, value]) => value !== undefined),
  );
