import type { Asked } from './caller.ts';
import { customerOf, type Intent, type Operation, orderOf } from './intents.ts';
import type { ClientName, World } from './world.ts';

/** The requests of both doors, written as clients write them. */

const initiation = `mutation($input: InitiatePaymentInput!) { initiatePayment(input: $input) { __typename
  ... on InitiatePaymentSuccess { replayed payment { id reference status amount { cents } paymentUrl
    nextAction { ... on RedirectAction { url fields { name value } } } } }
  ... on PaymentError { code message } } }`;

const parts = 'payment { status } operation { id status }';
const operations: Readonly<Record<Operation['kind'], string>> = {
  REFUND: `mutation($input: RefundPaymentInput!) { answer: refundPayment(input: $input) { __typename
    ... on RefundPaymentSuccess { payment { status } operation: refund { id status amount { cents } } }
    ... on PaymentError { code message } } }`,
  CANCEL: `mutation($input: CancelPaymentInput!) { answer: cancelPayment(input: $input) { __typename
    ... on CancelPaymentSuccess { ${parts} } ... on PaymentError { code message } } }`,
  CAPTURE: `mutation($input: CapturePaymentInput!) { answer: capturePayment(input: $input) { __typename
    ... on CapturePaymentSuccess { ${parts} } ... on PaymentError { code message } } }`,
};
const refresh = `mutation($id: ID!) { answer: refreshPayment(id: $id) { __typename
  ... on RefreshPaymentSuccess { payment { status } } ... on PaymentError { code message } } }`;
const standing = 'query($id: ID!) { payment(id: $id) { status } }';
const settlement = `mutation($input: SettleOperationInput!) { answer: settleOperation(input: $input) { __typename
  ... on PaymentError { code message } } }`;
const review = `mutation($input: ReviewPaymentInput!) { answer: reviewPayment(input: $input) { __typename
  ... on PaymentError { code message } } }`;

export type Doors = ReturnType<typeof createDoors>;

export function createDoors({ publicUrl, clients }: Pick<World, 'publicUrl' | 'clients'>) {
  const graphql = (client: ClientName, query: string, variables: object, key: string | null = null): Asked => ({
    url: `${publicUrl}/graphql`,
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      // Who has no key of its own is served by the back office.
      authorization: `Bearer ${clients[client] ?? clients.desk}`,
      ...(key === null ? {} : { 'idempotency-key': `"${key}"` }),
    },
    body: JSON.stringify({ query, variables }),
  });
  return {
    initiate: (intent: Intent, { addCents = 0 } = {}): Asked =>
      intent.door === 'GRAPHQL'
        ? graphql(intent.client, initiation, { input: inputOf(intent, addCents) }, keyOf(intent))
        : { url: publicUrl + legacyPath(intent, addCents) },
    operate: (intent: Intent, payment: string, { kind, amountCents }: Operation, key: string): Asked =>
      graphql(intent.client, operations[kind], {
        input: { id: payment, idempotencyKey: key, ...(amountCents === null ? {} : { amount: amountCents }) },
      }),
    refresh: (intent: Intent, id: string): Asked => graphql(intent.client, refresh, { id }),
    standing: (intent: Intent, id: string): Asked => graphql(intent.client, standing, { id }),
    settle: (id: string, outcome: 'DONE' | 'NOT_DONE'): Asked =>
      graphql('desk', settlement, { input: { id, outcome } }),
    review: (id: string, status: string): Asked => graphql('desk', review, { input: { id, status } }),
  };
}

export const keyOf = ({ number }: Pick<Intent, 'number'>): string => `key-${number}`;

const routes = {
  PAYBOX: { target: 'PAYBOX', type: 'CB' },
  LABANQUEPOSTALE: { target: 'LABANQUEPOSTALE', type: 'CB' },
  TRANSFER: { target: 'MILLIET', type: 'SEPA' },
  BOOKING: { target: 'MILLIET', type: 'COMPTABILITE' },
} as const;

function inputOf(intent: Intent, addCents: number): object {
  const { target, type } = routes[intent.flow];
  return {
    paymentTarget: target,
    paymentRunMode: 'TEST',
    paymentType: type,
    idOrigin: intent.client,
    idSociete: intent.societe,
    idClient: customerOf(intent.number),
    idCommande: orderOf(intent.number),
    amount: intent.amountCents + addCents,
    email: 'a.client@example.fr',
    ...(intent.capture === 'LATER' ? { capture: 'LATER' } : {}),
  };
}

function legacyPath(intent: Intent, addCents: number): string {
  const { target, type } = routes[intent.flow];
  const segments = [target, 'TEST', type, intent.client, intent.societe, customerOf(intent.number)];
  const rest = [orderOf(intent.number), type, String(intent.amountCents + addCents), 'a.client@example.fr'];
  const query = intent.door === 'LEGACY_WITH_KEY' ? `?idempotency_key=${keyOf(intent)}` : '';
  return `/payment_initiate/${[...segments, ...rest].join('/')}.json${query}`;
}

/** What an initiation was answered, through either door. */
export type Initiated = {
  readonly id: string;
  readonly reference: string;
  readonly status: string;
  readonly cents: number;
  readonly replayed: boolean;
  readonly payPath: string | null;
  readonly redirect: { readonly url: string; readonly fields: Readonly<Record<string, string>> } | null;
};
export type Reading<Found> =
  | { readonly kind: 'FOUND'; readonly found: Found }
  | { readonly kind: 'REFUSED'; readonly code: string; readonly text: string }
  /** Nothing that a client can act on: it asks again. */
  | { readonly kind: 'UNREADABLE' };

export function readInitiation({ door }: Intent, body: string): Reading<Initiated> {
  const answer = parse(body);
  if (answer === null) return { kind: 'UNREADABLE' };
  return door === 'GRAPHQL' ? readGraphql(answer, body) : readLegacy(answer, body);
}

// biome-ignore lint/suspicious/noExplicitAny: what comes over the wire is looked at field by field.
type Json = any;

function readGraphql(answer: Json, text: string): Reading<Initiated> {
  const result = answer.data?.initiatePayment;
  if (!result) return { kind: 'UNREADABLE' };
  if (result.__typename !== 'InitiatePaymentSuccess') return { kind: 'REFUSED', code: String(result.code), text };
  const { id, reference, status, amount, paymentUrl, nextAction } = result.payment;
  const redirect = nextAction?.fields
    ? { url: nextAction.url, fields: Object.fromEntries(nextAction.fields.map((it: Json) => [it.name, it.value])) }
    : null;
  const found = { id, reference, status, cents: amount.cents, replayed: result.replayed, redirect };
  return { kind: 'FOUND', found: { ...found, payPath: pathOf(paymentUrl) } };
}

function readLegacy(answer: Json, text: string): Reading<Initiated> {
  if (!answer.payment_id) {
    const code = answer.responseStatus?.errorCode;
    return code ? { kind: 'REFUSED', code, text } : { kind: 'UNREADABLE' };
  }
  const { payment_id: id, reference, status, amount, replayed, payment_url: paymentUrl, redirect } = answer;
  const found = { id, reference, status, cents: Number(amount), replayed, redirect: redirect ?? null };
  return { kind: 'FOUND', found: { ...found, payPath: pathOf(paymentUrl) } };
}

const pathOf = (url: unknown): string | null => (typeof url === 'string' ? new URL(url).pathname : null);

export type Operated = { readonly status: string; readonly operation: string | null; readonly outcome: string };

/** Of refunds, cancellations, captures, questions and decisions. */
export function readOperation(body: string): Reading<Operated> {
  const result = parse(body)?.data?.answer;
  if (!result) return { kind: 'UNREADABLE' };
  if (result.code) return { kind: 'REFUSED', code: String(result.code), text: body };
  const { payment, operation } = result;
  return {
    kind: 'FOUND',
    found: { status: payment?.status ?? '', operation: operation?.id ?? null, outcome: operation?.status ?? 'DONE' },
  };
}

export const readStanding = (body: string): string | null => parse(body)?.data?.payment?.status ?? null;

function parse(body: string): Json {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
