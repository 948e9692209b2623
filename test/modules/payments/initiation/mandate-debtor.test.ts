import { expect, it } from 'vitest';
import { developmentSocietes } from '../../../../src/config/development.ts';
import type { InitiatePaymentInput } from '../../../generated/graphql.ts';
import { asClient } from '../../../support/clients/client-named.ts';
import { startGateway } from '../../../support/gateway.ts';
import { openForGroup } from '../../../support/open-for.ts';
import { liveConfig } from '../../../support/providers/paybox-live.ts';
import { initiate } from '../../../support/requests.ts';

/** A mandate at La Banque Postale names its debtor, who signs it with a code sent to the debtor's phone. */

const societe = developmentSocietes('http://127.0.0.1:1').get('1');
const shop = societe?.accounts.LABANQUEPOSTALE?.TEST;
if (!societe || !shop) throw new Error('there is no shop');
const accounts = { LABANQUEPOSTALE: { TEST: shop, LIVE: shop } };
const gateway = openForGroup(() => startGateway({ config: liveConfig({ ...societe, accounts }) }));

const fieldsOf = async (change: Partial<InitiatePaymentInput>) => {
  const result = await initiate(gateway, { paymentTarget: 'LABANQUEPOSTALE', ...change }, asClient('shop'));
  if (result.__typename !== 'InitiatePaymentSuccess') return result;
  const { nextAction } = result.payment;
  if (nextAction?.__typename !== 'RedirectAction') throw new Error('there is no form');
  return Object.fromEntries(nextAction.fields.map(({ name, value }) => [name, value]));
};
const mandate = { paymentType: 'DIRECT_SEPA', paymentRunMode: 'LIVE' } as const;
const payer = {
  ...{ firstName: 'Zoé', lastName: 'Léger', address: '1 rue Haute', zipCode: '69001', city: 'Lyon', country: 'FR' },
  phone: '+33611223344',
};

it('is never the fallback in LIVE: what is missing is named', async () => {
  const names = ['firstName', 'lastName', 'address', 'zipCode', 'city', 'country', 'phone'];
  const refused = { __typename: 'PayerDataMissingError' };
  expect(await fieldsOf(mandate)).toMatchObject({ ...refused, missingFields: names });
  const { phone: _left, ...withoutPhone } = payer;
  expect(await fieldsOf({ ...mandate, payer: withoutPhone })).toMatchObject({ ...refused, missingFields: ['phone'] });
});

it('is the payer that the request names', async () => {
  expect(await fieldsOf({ ...mandate, payer })).toMatchObject({
    vads_cust_last_name: 'Léger',
    vads_cust_cell_phone: expect.stringMatching(/611223344$/),
  });
});

it.each([
  ['a mandate in TEST', { ...mandate, paymentRunMode: 'TEST' }],
  ['a card in LIVE', { ...mandate, paymentType: 'CB' }],
] as const)('may be the fallback for %s', async (_what, change) => {
  expect(await fieldsOf(change)).toMatchObject({ vads_cust_last_name: societe.fallbackPayer?.lastName });
});
