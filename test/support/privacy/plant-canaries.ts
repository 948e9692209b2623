import { setTimeout } from 'node:timers/promises';
import { schema } from '../../../src/schema/index.ts';
import { sendRaw } from '../rest/requests.ts';
import {
  type Ask,
  cardNumber,
  type Graphql,
  iban,
  input,
  keyOf,
  mark,
  mutation,
  type Payment,
  phone,
  type Reference,
} from './canary.ts';
import { requestsOf } from './every-input.ts';
import { plantInFiles } from './plant-in-files.ts';
import { plantOnLegacyDoor } from './plant-on-legacy-door.ts';
import { plantInNotifications, plantOnPages } from './plant-on-pages.ts';

/** Headers that a client fills as it likes. */
const headers: Record<string, string> = {
  'User-Agent': `${mark}-agent ${cardNumber}`,
  Referer: `https://shop.example/?email=${mark}@example.fr`,
  Cookie: `session=${mark}`,
  'X-Request-Id': `${mark}@example.fr`,
  'X-Forwarded-For': `${mark}, 192.0.2.1`,
  'Accept-Language': `fr, ${mark}`,
  'X-Anything': iban,
  traceparent: `00-${mark}`,
  baggage: `user=${mark}`,
};

export type Planted = {
  /** What may not be found, in small letters. */
  readonly canaries: readonly string[];
  /** Bodies that others received, and the metrics. */
  readonly overheard: readonly string[];
  /** How many requests were answered with which status. */
  readonly statuses: ReadonlyMap<number, number>;
  /** Fields of the schema's roots that no request of all came to: each was refused before. */
  readonly unreached: readonly string[];
  /** What was planted in mandates and files and came to its end. */
  readonly inFiles: readonly string[];
};

/** Sends canaries in every field, header and address that there is, on good paths and on bad ones. */
export async function plantCanaries(url: string): Promise<Planted> {
  const statuses = new Map<number, number>();
  const ask = async (path: string, options: Parameters<typeof sendRaw>[2] = {}): Promise<string> => {
    const answer = await sendRaw(url, path, { ...options, headers: { ...headers, ...options.headers } });
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
    return answer.body;
  };
  const graphql = (body: object | string, more: Record<string, string> = keyOf('owner')): Promise<string> =>
    ask('/graphql', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json', ...more },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  const answer = await graphql({ query: mutation, variables: { input }, operationName: mark });
  const payment = paymentIn(answer);
  await plantOnGraphql(graphql);
  const unreached = await plantInEveryInput(graphql, payment);
  await plantOnLegacyDoor(ask);
  const inFiles = await plantInFiles(ask, graphql, { mark, iban, headers: keyOf('owner') });
  if (payment) {
    await plantOnPages(ask, payment);
    await plantInNotifications(ask, payment);
    await askTheBank(graphql, payment);
  }
  const overheard = await overhear(ask, graphql, payment);
  const token = payment && new URL(payment.paymentUrl).pathname.split('/')[2];
  const canaries = [mark, cardNumber, iban, phone.slice(3), ...(token ? [token] : [])].map((text) =>
    text.toLowerCase(),
  );
  return { canaries, overheard, statuses, unreached, inFiles };
}

function paymentIn(answer: string): Payment | null {
  const { data } = JSON.parse(answer) as { data?: { initiatePayment?: { payment?: Payment } } | null };
  return data?.initiatePayment?.payment ?? null;
}

async function plantOnGraphql(graphql: Graphql): Promise<void> {
  const changes: Record<string, unknown>[] = [
    { amount: `${mark}` },
    { amount: { [mark]: mark } },
    { email: `${mark} at example` },
    { commentaire: `${mark} ${cardNumber}` },
    { commentaire: `${mark}\u0000` },
    { idClient: `${mark}/` },
    { idSociete: `${mark}9` },
    { idOrigin: `${mark}Origin` },
    { paymentTarget: `${mark}` },
    { payer: { [mark]: mark } },
    { payer: { phone: `${mark}${phone}` } },
    { returnUrl: `https://${mark}.example/` },
    { idempotencyKey: `${mark}é` },
    { amount: 1251 },
    { paymentRunMode: 'FORCE_LIVE' },
    { [mark]: mark },
    { paymentType: 'COMPTABILITE', paymentTarget: 'PAYBOX' },
  ];
  for (const change of changes) await graphql({ query: mutation, variables: { input: { ...input, ...change } } });
  const customer = { idSociete: '1', idClient: input.idClient, ...input.payer };
  for (const change of [{}, { lastName: `${mark} ${cardNumber}` }, { phone: `${mark}${phone}` }, { [mark]: mark }]) {
    await graphql({
      query: `mutation ${mark}($input: UpsertCustomerInput!) { upsertCustomer(input: $input) { __typename ... on PaymentError { message } } }`,
      variables: { input: { ...customer, ...change } },
    });
  }
  for (const body of [
    {
      query: `{ customer(idSociete: "1", idClient: "${mark}") { lastName } customers(after: "${mark}") { edges { cursor } } }`,
    },
    { query: `{ ${mark} }` },
    { query: `{ payment(id: "${mark}") { id ${mark} } }` },
    {
      query: `{ payment(id: "pay_${mark}") { id } paymentByReference(reference: "${mark}") { id } node(id: "${mark}") { id } }`,
    },
    { query: `{ payments(filter: { idClient: "${mark}IdClient" }, after: "${mark}") { edges { node { email } } } }` },
    { query: `query ${mark} { __typename } ${mark} "${mark}` },
    { query: '{ __typename }', operationName: mark },
    { query: '{ __typename }', variables: mark, extensions: { [mark]: mark } },
    { query: `{ __typename @${mark} }` },
    { [mark]: mark },
    `{"query": "${mark}`,
    `"${mark}"`,
    '',
  ]) {
    await graphql(body);
  }
  await graphql({ query: '{ __typename }' }, { 'X-API-Key': `rgl_${mark}-unknown` });
  await graphql({ query: '{ __typename }' }, { Authorization: `Basic ${mark}` });
  await graphql(`query=${mark}`, { 'Content-Type': `text/${mark}` });
  await graphql({ query: '{ __typename }' }, { 'Content-Encoding': mark });
  await graphql({ query: '{ __typename }' }, { ...keyOf('owner'), Origin: `https://${mark}.example` });
  await graphql({ query: `{ ${'a'.repeat(70_000)}${mark} }` });
}

/** Whatever the schema takes: good words everywhere but in one place, and then a canary in every place. */
async function plantInEveryInput(graphql: Graphql, payment: Payment | null): Promise<string[]> {
  const good: Readonly<Record<string, unknown>> = {
    ...input,
    ...input.payer,
    ...{ paymentTarget: 'PAYBOX', idClient: '2263', idCommande: '45013', email: 'x@example.fr', commentaire: 'x' },
    ...{ idempotencyKey: null, returnUrl: null, mandate: null, payer: null, phone: '+33102030405' },
    ...{ firstName: 'A', lastName: 'B', address: '1 rue C', city: 'Paris' },
    id: payment?.id ?? '',
    reference: payment?.reference ?? '',
    after: null,
  };
  const plainOf = (path: readonly string[], typeName: string): unknown => {
    const name = path.at(-1) ?? '';
    if (name in good) return good[name];
    // A scalar that is new needs a good word here, or its operations stay unreached.
    return (
      { Int: 1, Float: 1, Boolean: true, Cents: 1, Date: '2026-01-01', DateTime: '2026-01-01T00:00:00Z' }[typeName] ??
      null
    );
  };
  const reached = new Map<string, boolean>();
  for (const { name, ...body } of requestsOf(schema, {
    marked: (path, typeName) => (typeName === 'EmailAddress' ? `${mark}.input@example.fr` : `${mark}-${path.at(-1)}`),
    plain: (path, typeName) => (typeName.startsWith('enum ') ? typeName.slice(5) : plainOf(path, typeName)),
  })) {
    if (name.startsWith('subscription')) {
      // One that is permitted ends with the gateway: it has read the canaries by then.
      const stream = graphql(body, { ...keyOf('other'), Accept: 'text/event-stream' }).catch(() => '');
      await Promise.race([stream, setTimeout(300)]);
      continue;
    }
    const answers = [await graphql(body), await graphql(body, keyOf('other'))];
    const isReached = answers.some((answer) => answer.startsWith('{"data":{'));
    reached.set(name, isReached || reached.get(name) === true);
  }
  return [...reached].flatMap(([name, isReached]) => (isReached ? [] : [name]));
}

/** The bank's answer repeats the customer's data that it received. */
async function askTheBank(graphql: Graphql, { id }: Payment): Promise<void> {
  const query = `mutation { refreshPayment(id: "${id}") { __typename ... on PaymentError { message } ... on RefreshPaymentSuccess { payment { email } } } }`;
  await graphql({ query });
  await graphql({ query: query.replace(id, `pay_${mark}`) });
  await graphql({ query }, keyOf('other'));
}

/** The answers to another client, to a caller without a key, and to the reader of the metrics. */
async function overhear(ask: Ask, graphql: Graphql, payment: Reference | null): Promise<string[]> {
  const other = keyOf('other');
  const [id, reference] = [payment?.id ?? '', payment?.reference ?? ''];
  const refused = (change: object): object => ({
    query: mutation,
    variables: {
      input: {
        ...input,
        idClient: '1',
        idCommande: '1',
        email: 'x@example.fr',
        commentaire: 'x',
        mandate: null,
        payer: null,
        returnUrl: null,
        ...change,
      },
    },
  });
  return [
    await graphql({ query: `{ payment(id: "${id}") { id email commentaire } node(id: "${id}") { id } }` }, other),
    await graphql(
      { query: `{ paymentByReference(reference: "${reference}") { email } payments { edges { node { email } } } }` },
      other,
    ),
    await graphql(
      { query: `subscription { paymentUpdated(id: "${id}") { id } }` },
      { ...other, Accept: 'text/event-stream' },
    ),
    await graphql(refused({ amount: 1 }), other),
    await graphql(refused({ amount: 2 }), other),
    await graphql(refused({ amount: 0 }), other),
    await graphql({ query: `{ payment(id: "${id}") { email } }` }, {}),
    await ask(`/payment_initiate/PAYBOX/TEST/CB/web/1/1/1/CB/0/x@example.fr.json`, { headers: other }),
    await ask('/payment_initiate/PAYBOX/TEST/CB/web/1/1/1/CB/1/x@example.fr.json'),
    await ask(`/pay/${'x'.repeat(24)}`),
    await ask('/health/ready'),
    await ask('/metrics'),
  ];
}
