import { expect, it } from 'vitest';
import { schema } from '../../src/schema/index.ts';

/** Explorers and the reference show fields in the schema's order, so that it is the order in which people need them. */
it('has its root fields in the order of use: payments first, then what keeps them company', () => {
  const mutations = Object.keys(schema.getMutationType()?.getFields() ?? {});
  expect(mutations.slice(0, 5)).toEqual([
    'initiatePayment',
    'refreshPayment',
    'refundPayment',
    'cancelPayment',
    'capturePayment',
  ]);
  const queries = Object.keys(schema.getQueryType()?.getFields() ?? {});
  expect(queries.slice(0, 4)).toEqual(['paymentCapabilities', 'payment', 'paymentByReference', 'payments']);
  const place = (name: string): number => [...mutations, ...queries].indexOf(name);
  expect(place('createMandate')).toBeLessThan(place('createDirectDebitBatch'));
  expect(place('createDirectDebitBatch')).toBeLessThan(place('importBankFile'));
});
