import type { InitiatePaymentInput } from '../../generated/graphql.ts';
import type { TestGateway } from '../gateway.ts';

type Initiated = { readonly id: string; readonly reference: string };

/** A card payment at Paybox that waits for its customer, by the gateway's own door with a key of the console's tests. */
export async function initiateCard(
  gateway: Pick<TestGateway, 'get'>,
  change: Partial<InitiatePaymentInput> = {},
): Promise<Initiated> {
  const input = {
    ...{ paymentTarget: 'PAYBOX', paymentRunMode: 'TEST', paymentType: 'CB', idOrigin: 'web', idSociete: '1' },
    ...{ idClient: '2263', idCommande: '0', amount: '1250', email: 'client@exemple.fr' },
    ...change,
  };
  const query = `mutation ($input: InitiatePaymentInput!) {
    initiatePayment(input: $input) { ... on InitiatePaymentSuccess { payment { id reference } } }
  }`;
  const response = await gateway.get('/graphql', {
    ...{ method: 'POST', headers: { 'Content-Type': 'application/json' } },
    body: JSON.stringify({ query, variables: { input } }),
  });
  const { data } = (await response.json()) as { data: { initiatePayment: { payment: Initiated } } };
  return data.initiatePayment.payment;
}
