import { createHmac } from 'node:crypto';
import { sandboxShops } from '../../../src/config/development.ts';
import { schema } from '../../../src/schema/index.ts';
import { sendRaw } from '../rest/requests.ts';
import { requestsOf } from './every-input.ts';
import { plantInFiles } from './plant-in-files.ts';

/** Data that must be found nowhere but in the answers to whom it belongs: words with a mark, and what has a form. */
export const mark = 'cnry';
const cardNumber = '4970110000000013';
const iban = 'DE89370400440532013000';
const phone = '+33698765432';
export const keys = { owner: `rgl_${mark}-key-of-the-owner`, other: `rgl_${mark}-key-of-another-client` } as const;
const keyOf = (name: keyof typeof keys): Record<string, string> => ({ Authorization: `Bearer ${keys[name]}` });

const input = {
  paymentTarget: 'LABANQUEPOSTALE',
  paymentRunMode: 'TEST',
  paymentType: 'CB',
  idOrigin: 'web',
  idSociete: '1',
  idClient: `${mark}IdClient`,
  idCommande: `${mark}Order`,
  amount: 1250,
  email: `${mark}.email+tag@example.fr`,
  commentaire: `${mark} été 100%`,
  idempotencyKey: `${mark}-idempotency`,
  returnUrl: `https://shop.example/${mark}?name=${mark}`,
  mandate: `${mark}-RUM`,
  payer: {
    firstName: `${mark}First`,
    lastName: `${mark}Last`,
    address: `1 rue ${mark}`,
    zipCode: '75002',
    city: `${mark}ville`,
    country: 'FR',
    phone,
  },
};

const mutation = `mutation ${mark}($input: InitiatePaymentInput!) { initiatePayment(input: $input) {
  __typename
  ... on InitiatePaymentSuccess { payment { id reference paymentUrl nextAction { ... on RedirectAction { url fields { name value } } } } }
  ... on PaymentError { code message path requestId }
} }`;

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

type Reference = { readonly id: string; readonly reference: string; readonly paymentUrl: string };
type Payment = Reference & { readonly nextAction: { url: string; fields: { name: string; value: string }[] } };

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

type Ask = (path: string, options?: Parameters<typeof sendRaw>[2]) => Promise<string>;
type Graphql = (body: object | string, more?: Record<string, string>) => Promise<string>;

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
      // A permitted subscription would never end.
      await graphql(body, { ...keyOf('other'), Accept: 'text/event-stream' });
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

async function plantOnLegacyDoor(ask: Ask): Promise<void> {
  const fields = [
    'PAYBOX',
    'TEST',
    'CB',
    'web',
    '1',
    `${mark}IdClient`,
    `${mark}Legacy`,
    'CB',
    '1250',
    `${mark}.legacy@example.fr`,
  ];
  const pathOf = (change: Record<number, string> = {}, rest = `/${mark}%20Comment`): string =>
    `/payment_initiate/${fields.map((field, index) => encodeURIComponent(change[index] ?? field)).join('/')}${rest}`;
  const json = { ...keyOf('owner'), Accept: 'application/json' };
  for (const path of [
    pathOf(),
    `${pathOf()}?format=xml`,
    `${pathOf()}?format=csv&${mark}=${mark}`,
    `${pathOf()}?callback=${mark}`,
    `${pathOf()}?callback=${mark}(`,
    `${pathOf()}?api_key=${keys.owner}&idempotency_key=${mark}`,
    `${pathOf()}?email=${mark}.second@example.fr`,
    `${pathOf()}?format=${mark}`,
    pathOf({ 0: mark }),
    pathOf({ 3: `${mark}Origin` }),
    pathOf({ 4: `${mark}9` }),
    pathOf({ 8: `${mark}1` }),
    pathOf({ 9: mark }),
    pathOf({}, `/${mark}%E9`),
    pathOf({}, `/carte%20${cardNumber}`),
    pathOf({}, `//${mark}`),
    `/payment_initiate/${mark}`,
    `/payment_status/${mark}`,
    `/payment_status/${mark}%E9?callback=${mark}`,
    `/api/payment_status?reference=${mark}&reference=${mark}`,
    `/json/reply/PaymentInitiate?email=${mark}@example.fr`,
    `/json/reply/${mark}`,
    `/api/${mark}`,
    `/${mark}?${mark}=${mark}`,
    `/${mark}%E9%00`,
  ]) {
    await ask(path, { headers: json });
    await ask(path, { headers: { ...json, Accept: 'text/html' } });
  }
  await ask(pathOf());
  await ask(pathOf(), { headers: { ...json, 'X-API-Key': `rgl_${mark}-unknown`, Authorization: '' } });
  await ask(pathOf(), { method: 'HEAD', headers: json });
  for (const [type, body] of [
    ['application/x-www-form-urlencoded', `email=${mark}.form@example.fr&commentaire=${mark}&${mark}=${iban}`],
    ['application/json', `{"commentaire":"${mark}", "amount": "${mark}`],
    ['application/xml', `<${mark}>${mark}</${mark}`],
    ['text/csv', `commentaire,email\n${mark},"${mark}`],
    [
      `multipart/form-data; boundary=${mark}`,
      `--${mark}\r\nContent-Disposition: form-data; name="${mark}"\r\n\r\n${mark}`,
    ],
    [`text/${mark}`, mark],
    ['application/json', `{"commentaire":"${mark.repeat(10_000)}"}`],
  ]) {
    await ask(pathOf(), { method: 'POST', headers: { ...json, 'Content-Type': type ?? '' }, body: body ?? '' });
  }
}

async function plantOnPages(ask: Ask, { paymentUrl, nextAction }: Payment): Promise<void> {
  const { pathname } = new URL(paymentUrl);
  for (const path of [
    pathname,
    `${pathname}?${mark}=${mark}`,
    `${pathname}/return/success?vads_cust_email=${mark}@example.fr&vads_card_number=${cardNumber}`,
    `${pathname}/return/${mark}`,
    `${pathname}/${mark}`,
    `/pay/${mark.repeat(5)}xx`,
    `/pay/${mark}`,
  ]) {
    await ask(path);
  }
  const form = new URLSearchParams(nextAction.fields.map(({ name, value }) => [name, value]));
  const sandboxPath = new URL(nextAction.url).pathname;
  for (const body of [form.toString(), `${form}&${mark}=${mark}`, `${mark}=${mark}`, mark]) {
    await ask(sandboxPath, { method: 'POST', headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, body });
  }
  await ask(`/sandbox/${mark}?${mark}=${mark}`);
}

async function plantInNotifications(ask: Ask, { reference, nextAction, id }: Payment): Promise<void> {
  const key = sandboxShops().labanquepostaleShops[0]?.keys.TEST ?? '';
  const echoed = nextAction.fields.filter(({ name }) => name !== 'signature' && !name.startsWith('vads_url_'));
  const message = (change: Record<string, string>): string => {
    const fields: Record<string, string> = {
      ...Object.fromEntries(echoed.map(({ name, value }) => [name, value])),
      vads_card_brand: 'CB',
      vads_card_number: cardNumber,
      vads_cust_name: `${mark} Name`,
      vads_operation_type: 'DEBIT',
      vads_result: '00',
      vads_auth_result: '00',
      vads_trans_status: 'AUTHORISED',
      vads_trans_uuid: id.slice(4),
      vads_url_check_src: 'PAY',
      ...change,
    };
    const values = Object.keys(fields)
      .sort()
      .map((name) => fields[name]);
    const signature = createHmac('sha256', key)
      .update([...values, key].join('+'))
      .digest('base64');
    return new URLSearchParams({ ...fields, signature }).toString();
  };
  const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
  const good = message({ vads_sepa_iban: iban });
  for (const body of [
    good.replace('AUTHORISED', 'REFUSED'),
    good.replace('&vads_amount', `&vads_${mark}=1&vads_amount`),
    message({ vads_order_id: `${mark}-1` }),
    message({ vads_site_id: '99999999' }),
    `signature=${mark}&vads_cust_email=${mark}@example.fr`,
    `%E9%00${mark}`,
    `${mark.repeat(20_000)}`,
    good,
    good,
    message({ vads_amount: '999', vads_trans_uuid: 'f'.repeat(32) }),
  ]) {
    await ask('/notify/labanquepostale/1', { method: 'POST', headers: form, body });
  }
  await ask(`/notify/labanquepostale/${mark}`, { method: 'POST', headers: form, body: good });
  for (const query of [
    `Ref=${reference}-1&Mt=1250&email=${mark}@example.fr&Sign=${mark}`,
    mark,
    `Erreur=00000&${mark}=%E9`,
  ]) {
    await ask(`/notify/paybox?${query}`);
    await ask(`/notify/paybox/${mark}`, { method: 'POST', headers: form, body: query });
  }
  await ask('/notify/paybox', { method: 'PUT', headers: form, body: mark });
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
