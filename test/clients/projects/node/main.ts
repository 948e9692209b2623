import { createClient, GetPaymentDocument, match } from '@reglement/client';
import { followPayment } from '@reglement/client/follow';
import { buildUrl, parseUrl } from '@reglement/client/legacy';
import { createSandbox } from '@reglement/client/testing';
import { verify, WebhookError } from '@reglement/client/webhooks';
import { documents } from './documents.js';

const answers: typeof fetch = async () => Response.json({ data: { payment: null } });
const gateway = createClient({ url: 'http://127.0.0.1:4000', fetch: answers });
const asked = gateway.execute(GetPaymentDocument, { id: 'pay_1' });
const url = buildUrl('http://127.0.0.1:4000', {
  payment_target: 'PAYBOX',
  payment_run_mode: 'TEST',
  payment_type: 'CB',
  id_origin: 'web',
  id_societe: '1',
  id_client: '2263',
  type_paiement: 'CB',
  amount: 1250,
  email: 'client@example.fr',
});
let refusal = '';
try {
  verify('{}', {}, 'whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3');
} catch (error) {
  if (error instanceof WebhookError) refusal = error.name;
}
// No `await` at the top: CommonJS has none.
void asked.then(({ payment }) =>
  console.log(
    JSON.stringify([
      payment,
      parseUrl(url)?.request.amount,
      refusal,
      [match, followPayment, createSandbox].map((part) => typeof part),
      Object.keys(documents).length > 5,
    ]),
  ),
);
