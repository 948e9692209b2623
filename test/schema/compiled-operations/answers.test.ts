import { describe, expect, it } from 'vitest';
import type { Store } from '../../../src/app/store.ts';
import { schema } from '../../../src/schema/index.ts';
import { startGateway } from '../../support/gateway.ts';
import { openForGroup } from '../../support/open-for.ts';
import { cardPayment, initiated } from '../../support/requests.ts';
import { isExhaustive, seed } from '../../support/sample.ts';
import { askGraphql } from '../../support/schema/ask-graphql.ts';
import { drawFrom } from '../../support/schema/compiled/draw.ts';
import { drawDocument } from '../../support/schema/compiled/draw-document.ts';
import { drawValue } from '../../support/schema/compiled/draw-input.ts';

/** The executor answers a document three times, a plan afterwards. Callers see no difference. */

const isBroken = { attempts: false };
const around = (store: Store): Store => ({
  ...store,
  attemptsOf: async (...asked) => {
    if (isBroken.attempts) throw new Error('the database failed');
    return store.attemptsOf(...asked);
  },
});
const gateway = openForGroup(() => startGateway({ around }));

const rootFields = ['payment', 'paymentByReference', 'payments', 'paymentCapabilities', 'paymentTotals', 'node'];

describe('a document that comes often', () => {
  it('is answered as at first, whatever it asks', async () => {
    const made = [
      await initiated(gateway),
      await initiated(gateway, { paymentTarget: 'MILLIET', paymentType: 'SEPA', idCommande: 'transfer' }),
      await initiated(gateway, { paymentTarget: 'LABANQUEPOSTALE', idCommande: 'scellius' }),
    ];
    const texts = made.flatMap(({ payment }) => [payment.id, payment.reference]);
    const draw = drawFrom(seed, [...texts, '1', 'web', '2263', 'none']);
    let withData = 0;
    for (let count = isExhaustive ? 1000 : 60; count > 0; count--) {
      const drawn = drawDocument(schema, draw, { depth: 4, rootFields });
      const variables = Object.fromEntries(
        [...drawn.variables].map(([name, type]) => [name, drawValue(type, draw, 60)]),
      );
      const ask = async () => {
        const { status, text } = await askGraphql(gateway, drawn.text, variables);
        return { status, text: text.replaceAll(/req_[0-9a-f]{32}/g, 'req') };
      };
      const first = await ask();
      for (const time of [2, 3, 4, 5])
        expect({ ...(await ask()), time, ...drawn }).toEqual({ ...first, time, ...drawn });
      if (first.text.startsWith('{"data":{')) withData++;
    }
    expect(withData).toBeGreaterThan(10);
  });

  it('records one payment each time, also where a part of the answer fails after the recording', async () => {
    const mutation = `mutation ($input: InitiatePaymentInput!) { initiatePayment(input: $input) {
      __typename ... on InitiatePaymentSuccess { payment { id attempts { reference } } } } }`;
    const idClient = 'failing';
    const ask = () => askGraphql(gateway, mutation, { input: { ...cardPayment, idClient } });
    for (let time = 0; time < 5; time++) expect((await ask()).errors).toEqual([]);
    isBroken.attempts = true;
    const failed = await ask();
    const again = await ask();
    isBroken.attempts = false;
    expect(failed.errors).toMatchObject([
      { message: 'Unexpected error.', path: ['initiatePayment', 'payment', 'attempts'] },
    ]);
    expect(again.errors).toMatchObject(failed.errors.map(({ message }) => ({ message })));
    const listed = await askGraphql(
      gateway,
      'query ($filter: PaymentFilter) { payments(first: 100, filter: $filter) { edges { node { id } } } }',
      { filter: { idClient } },
    );
    expect(listed.data).toMatchObject({ payments: { edges: { length: 7 } } });
  });
});
