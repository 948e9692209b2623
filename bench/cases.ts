import { type MeasuredServer, startGateway, startPeer } from './servers.ts';

/** One request that is measured, and who serves it. */
export type Case = {
  readonly name: string;
  readonly server: 'gateway' | 'yoga' | 'apollo' | 'mercurius';
  readonly request: LoadRequest;
  /** Every answer holds this text, else the run is worth nothing. */
  readonly expected: string;
};

export type LoadRequest = {
  readonly method: 'GET' | 'POST';
  /** `{n}`, in the path and in the body, is another text in each request. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
};

const input = {
  paymentTarget: 'PAYBOX',
  paymentRunMode: 'TEST',
  paymentType: 'CB',
  idOrigin: 'web',
  idSociete: '1',
  idClient: '2263',
  idCommande: '45012',
  typePaiement: 'CB',
  amount: 1250,
  email: 'client@example.fr',
  commentaire: 'Livraison du 12',
};

export const mutation = (
  selection: string,
  change: Partial<typeof input & { idempotencyKey: string }> = {},
): LoadRequest => ({
  method: 'POST',
  path: '/graphql',
  headers: { 'content-type': 'application/json', accept: 'application/json' },
  body: JSON.stringify({
    query: `mutation InitiatePayment($input: InitiatePaymentInput!) {
  initiatePayment(input: $input) {
    __typename
    ... on InitiatePaymentSuccess {
      replayed
      payment { ${selection} }
    }
  }
}`,
    variables: { input: { ...input, ...change } },
  }),
});

/** Seven fields of a payment. */
export const selection = 'id reference status effectiveRunMode amount { cents currency } paymentUrl';

export const query = (document: string, variables: object = {}): LoadRequest => ({
  method: 'POST',
  path: '/graphql',
  headers: { 'content-type': 'application/json', accept: 'application/json' },
  body: JSON.stringify({ query: document, variables }),
});

/** `{payment}` is the id of a payment that is there. */
export const paymentById = query(`query ($id: ID!) { payment(id: $id) { ${selection} } }`, { id: '{payment}' });

const short = mutation(selection);
/** What the old door answers and does: its fields, the bank's form, and a payment that is found again. */
const whole = mutation(
  `id reference status paymentUrl paymentTarget paymentRunMode effectiveRunMode paymentType idOrigin idSociete idClient
  idCommande typePaiement amount { cents currency } email commentaire
  nextAction { __typename ... on RedirectAction { method url values } }`,
  { idCommande: 'bench-0', idempotencyKey: 'bench-{n}' },
);

export const legacyUrl: LoadRequest = {
  method: 'GET',
  path: '/payment_initiate/PAYBOX/TEST/CB/web/1/2263/bench-{n}/CB/1250/client@example.fr/Livraison%20du%2012.json',
  headers: {},
};

const initiated = '"InitiatePaymentSuccess"';

/** A payment through the GraphQL door. */
export const graphqlLoad = { request: short, expected: initiated };

export const graphqlDoor = 'Règlement, GraphQL: durable initiatePayment';
export const restDoor = 'Règlement, REST: durable, a new order each';

export const cases: readonly Case[] = [
  { name: graphqlDoor, server: 'gateway', ...graphqlLoad },
  {
    name: 'Règlement, GraphQL: the same with a key, answered as by the old door',
    server: 'gateway',
    request: whole,
    expected: '"PBX_HMAC"',
  },
  { name: restDoor, server: 'gateway', request: legacyUrl, expected: '"replayed":false' },
  { name: 'Yoga on node:http: no-op', server: 'yoga', request: short, expected: initiated },
  { name: 'Apollo Server on Express: no-op', server: 'apollo', request: short, expected: initiated },
  { name: 'Mercurius on Fastify: no-op', server: 'mercurius', request: short, expected: initiated },
];

export function startServer(name: Case['server']): Promise<MeasuredServer> {
  return name === 'gateway' ? startGateway() : startPeer(name);
}
