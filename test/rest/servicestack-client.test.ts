import { ApiResult, type ErrorResponse, JsonApiClient, JsonServiceClient, ResponseStatus } from '@servicestack/client';
import { describe, expect, test } from 'vitest';
import { startGateway } from '../support/gateway.ts';
import { openForGroup } from '../support/open-for.ts';
import { countPayments } from '../support/requests.ts';
import { goodPath } from '../support/rest/requests.ts';

/** What the client's own generator makes of the operation. */
class PaymentInitiate {
  payment_target = 'PAYBOX';
  payment_run_mode = 'TEST';
  payment_type = 'CB';
  id_origin = 'web';
  id_societe = '1';
  id_client = '2263';
  id_commande: string | null = 'client-npm';
  type_paiement = 'CB';
  amount = '1250';
  email = 'a.client+npm@example.fr';
  commentaire: string | null = 'été & « ça » 1+1';
  constructor(change: Partial<PaymentInitiate> = {}) {
    Object.assign(this, change);
  }
  getTypeName(): string {
    return 'payment_initiate';
  }
  getMethod(): string {
    return 'POST';
  }
  createResponse(): Payment {
    return {} as Payment;
  }
}
type Payment = { payment_id: string; amount: string; commentaire: string; id_commande: string };

const gateway = openForGroup(() => startGateway());

const failure = async (call: Promise<unknown>): Promise<NonNullable<ErrorResponse['responseStatus']>> => {
  const thrown = await call.then(
    () => null,
    (error: unknown) => error as ErrorResponse,
  );
  expect(thrown).toHaveProperty('responseStatus');
  return (thrown as ErrorResponse).responseStatus ?? new ResponseStatus();
};

/** By default it calls `/api/{Operation}`, with an empty base path `/json/reply/{Operation}`. */
const clients: readonly (readonly [string, () => JsonServiceClient])[] = [
  ['JsonServiceClient', () => new JsonServiceClient(gateway.url)],
  ['JsonServiceClient with an empty base path', () => new JsonServiceClient(gateway.url).useBasePath()],
  ['JsonApiClient', () => JsonApiClient.create(gateway.url)],
];

describe.each(clients)('the npm client: %s', (_name, create) => {
  test('posts the operation', async () => {
    const payment = await create().post<Payment>(new PaymentInitiate());
    expect(payment).toMatchObject({ amount: '1250', commentaire: 'été & « ça » 1+1', id_commande: 'client-npm' });
  });

  test('gets the operation, its properties in the query string and null as a bare key', async () => {
    const payment = await create().get<Payment>(new PaymentInitiate({ id_commande: null, commentaire: null }));
    expect(payment).toMatchObject({ amount: '1250', id_commande: '0' });
    expect(payment).not.toHaveProperty('commentaire');
  });

  test('sends by the method of the operation, and one way', async () => {
    expect((await create().send<Payment>(new PaymentInitiate())).payment_id).toMatch(/^pay_/);
    expect(await create().sendOneWay(new PaymentInitiate())).toHaveProperty('payment_id');
  });

  test('posts a form', async () => {
    const form = new FormData();
    for (const [name, value] of Object.entries(new PaymentInitiate({ id_commande: 'formulaire' })))
      form.set(name, String(value));
    const result = await create().apiForm(new PaymentInitiate({ id_commande: 'formulaire' }), form);
    expect(result).toBeInstanceOf(ApiResult);
    expect(result.errorMessage).toBeFalsy();
    expect(result.response).toMatchObject({ id_commande: 'formulaire' });
  });

  test('reads the errors', async () => {
    const before = await countPayments(gateway);
    const invalid = await failure(create().post(new PaymentInitiate({ amount: '0', email: 'nobody' })));
    expect(invalid).toMatchObject({ errorCode: 'InvalidInput' });
    expect(invalid.errors?.map(({ fieldName }) => fieldName)).toEqual(['amount', 'email']);
    const unreadable = await failure(create().post(new PaymentInitiate({ payment_target: 'BOGUS' })));
    expect(unreadable).toMatchObject({
      errorCode: 'SerializationException',
      message: "Unable to bind to request 'payment_initiate'",
      errors: [{ fieldName: 'payment_target', message: "'BOGUS' is an Invalid value for 'payment_target'" }],
    });
    expect(await countPayments(gateway)).toBe(before);
  });

  test('learns that batches and other verbs are not supported', async () => {
    const before = await countPayments(gateway);
    const client = create();
    const batch = [new PaymentInitiate({ id_commande: 'lot-1' }), new PaymentInitiate({ id_commande: 'lot-2' })];
    for (const call of [
      () => client.sendAll(batch),
      () => client.sendAllOneWay(batch),
      () => client.put(batch[0] as PaymentInitiate),
      () => client.patch(batch[0] as PaymentInitiate),
      () => client.delete(batch[0] as PaymentInitiate),
    ])
      expect((await failure(call())).errorCode).toBe('NotImplementedException');
    expect(await countPayments(gateway)).toBe(before);
  });

  test('gets, and posts to, a plain route with a suffix, and gets an error where there is none', async () => {
    const client = create();
    const url = `${goodPath}.json?id_commande=suffixe`;
    expect(await client.get<Payment>(url)).toMatchObject({ amount: '1250', id_commande: 'suffixe' });
    expect(await client.postToUrl<Payment>(url, new PaymentInitiate({ amount: '1' }))).toMatchObject({
      amount: '1250',
    });
    expect((await failure(client.get('/payment_initiate/PAYBOX'))).errorCode).toBe('404');
    const unreadable = await failure(client.get(url.replace('TEST', 'ESSAI')));
    expect(unreadable.errors?.map(({ fieldName }) => fieldName)).toEqual(['payment_run_mode']);
  });
});

test('the npm client gets a plain route, and posts an object to one', async () => {
  const client = new JsonServiceClient(gateway.url);
  expect(await client.get<Payment>(goodPath.slice(1))).toMatchObject({ amount: '1250' });
  const posted = await client.postToUrl<Payment>(
    `${goodPath}?id_commande=postToUrl`,
    new PaymentInitiate({ amount: '1', commentaire: 'du corps' }),
  );
  expect(posted).toMatchObject({ amount: '1250', commentaire: 'du corps', id_commande: 'postToUrl' });
});

test('the npm client reads the envelope in PascalCase as well', async () => {
  await using pascal = await startGateway();
  const client = new JsonServiceClient(pascal.url);
  const status = await failure(client.get(`${goodPath.slice(1).replace('PAYBOX', 'BOGUS')}?jsconfig=tc:pc`));
  expect(status).toMatchObject({ errorCode: 'SerializationException', errors: [{ fieldName: 'payment_target' }] });
});
