import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../src/app/store.ts';
import { StoreUnavailableError } from '../../src/kernel/store-unavailable.ts';
import { drawnDatabases } from '../support/drawn-databases.ts';
import { startGateway } from '../support/gateway.ts';
import { openForGroup } from '../support/open-for.ts';
import { initiated, legacyPath } from '../support/requests.ts';

/** A database that is not available, at every door: 503, when to come back, what to do; and well again without a restart. */

type Outage = { readonly isOut: boolean; readonly isOutcomeUnknown: boolean; readonly reads: boolean };
const well: Outage = { isOut: false, isOutcomeUnknown: false, reads: false };

/** A store that fails as each of its two engines does when it cannot be used: see test/store/store-faults.test.ts. */
function failing(store: Store, outage: () => Outage): Store {
  const refuse = (): never => {
    const { isOutcomeUnknown } = outage();
    throw new StoreUnavailableError('FULL', { cause: new Error('no space left'), isOutcomeUnknown });
  };
  return new Proxy(store, {
    get: (target, name) => {
      const value = Reflect.get(target, name);
      if (typeof value !== 'function' || name === 'close') return value;
      const isWrite = name === 'transact' || name === 'recordInitiation' || name === 'ping';
      return async (...input: unknown[]) => {
        const { isOut, reads } = outage();
        return isOut && (isWrite || reads) ? refuse() : value.apply(target, input);
      };
    },
  });
}

type Answer = { readonly status: number; readonly retryAfter: string | null; readonly text: string };

const graphql = (query: string, variables: object = {}, accept = 'application/json') => ({
  path: '/graphql',
  init: {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: accept },
    body: JSON.stringify({ query, variables }),
  },
});

const input = {
  ...{ paymentTarget: 'MILLIET', paymentRunMode: 'TEST', paymentType: 'SEPA', idOrigin: 'web', idSociete: '1' },
  ...{ idClient: '2263', idCommande: '0', amount: 1250, email: 'a.client@example.fr' },
};
const initiation = 'mutation($input: InitiatePaymentInput!) { initiatePayment(input: $input) { __typename } }';
const refund = 'mutation($id: ID!) { refundPayment(input: { id: $id, idempotencyKey: "k" }) { __typename } }';

const xml = { method: 'POST', headers: { 'Content-Type': 'application/xml' }, body: '<Document/>' };
const html = { headers: { Accept: 'text/html', 'Accept-Language': 'fr' } };
const legacy = (suffix: string, query = '') =>
  legacyPath({ paymentTarget: 'MILLIET', paymentType: 'SEPA' }, suffix) + query;

type Door = {
  readonly door: string;
  readonly ask: (known: Known) => { readonly path: string; readonly init?: RequestInit };
  /** What the body says to do. Left out: RETRY_SAME_KEY. Null: this door says nothing of it. */
  readonly advice?: 'CHECK_STATUS_FIRST' | null;
  /** Only needs the database for reading. */
  readonly reads?: true;
};
type Known = { readonly id: string; readonly reference: string; readonly payPath: string };

const doors: readonly Door[] = [
  { door: 'a GraphQL initiation', ask: () => graphql(initiation, { input }) },
  {
    door: 'a GraphQL initiation in its own media type',
    ask: () => graphql(initiation, { input }, 'application/graphql-response+json'),
  },
  // A document that comes for the first time goes by the long way.
  { door: 'a new GraphQL document', ask: () => graphql(`${initiation} # ${Math.random()}`, { input }) },
  { door: 'another GraphQL mutation', ask: ({ id }) => graphql(refund, { id }), advice: 'CHECK_STATUS_FIRST' },
  {
    door: 'a GraphQL query',
    ask: ({ id }) => graphql('query($id: ID!) { payment(id: $id) { id } }', { id }),
    reads: true,
  },
  { door: 'a GraphQL list', ask: () => graphql('{ payments(first: 3) { edges { node { id } } } }'), reads: true },
  {
    door: 'a GraphQL subscription',
    ask: ({ id }) => graphql('subscription($id: ID!) { paymentUpdated(id: $id) { id } }', { id }, 'text/event-stream'),
    reads: true,
  },
  ...['.json', '.xml', '.jsv', '.csv', '.jsonl'].map(
    (suffix): Door => ({ door: `the legacy URL in ${suffix}`, ask: () => ({ path: legacy(suffix) }) }),
  ),
  { door: 'the legacy URL as a script', ask: () => ({ path: legacy('', '?format=json&callback=cb') }) },
  { door: 'the legacy URL as a page', ask: () => ({ path: legacy('.html') }), advice: null },
  { door: 'the legacy form', ask: () => ({ path: legacy('.json'), init: { method: 'POST', body: '' } }) },
  { door: 'a legacy status', ask: ({ reference }) => ({ path: `/payment_status/${reference}.json` }), reads: true },
  { door: 'the pay page', ask: ({ payPath }) => ({ path: payPath, init: html }), advice: null, reads: true },
  {
    door: 'the page of the return',
    ask: ({ payPath }) => ({ path: `${payPath}/return/success`, init: html }),
    advice: null,
    reads: true,
  },
  { door: "the pay page's events", ask: ({ payPath }) => ({ path: `${payPath}/events` }), reads: true },
  {
    door: 'the upload of a bank file',
    ask: () => ({ path: '/bank-files?name=a.xml', init: xml }),
    advice: 'CHECK_STATUS_FIRST',
  },
  { door: 'a download', ask: () => ({ path: `/direct-debit-batches/bat_${'0'.repeat(32)}/file` }), reads: true },
  { door: 'the probe', ask: () => ({ path: '/health/ready' }), advice: null },
];

describe.each(drawnDatabases())('while the database is not available ($name)', ({ open }) => {
  let outage = well;
  const gateway = openForGroup(() => startGateway({ open, around: (store) => failing(store, () => outage) }));
  let known: Known;
  beforeAll(async () => {
    const { payment } = await initiated(gateway, { paymentTarget: 'LABANQUEPOSTALE' });
    const payPath = new URL(payment.paymentUrl ?? '').pathname;
    known = { id: payment.id, reference: payment.reference, payPath };
    // So that the GraphQL door knows the documents, and answers them by the short way.
    for (const { ask } of doors.filter(({ door }) => /GraphQL (?:init|query|list)/.test(door))) await send(ask);
  });
  afterAll(() => {
    outage = well;
  });

  async function send(ask: Door['ask']): Promise<Answer> {
    const { path, init } = ask(known);
    const controller = new AbortController();
    const response = await gateway.get(path, { ...init, signal: controller.signal });
    const isStream = response.headers.get('Content-Type')?.startsWith('text/event-stream') && response.status === 200;
    const text = isStream ? '' : await response.text();
    if (isStream) controller.abort();
    return { status: response.status, retryAfter: response.headers.get('Retry-After'), text };
  }
  const nothingInternal = /no space left|INTERNAL_SERVER_ERROR|Unexpected error|InternalServerError|at \w+ \(/;

  it.each(doors)('$door says 503, when to come back, what to do', async ({ ask, advice = 'RETRY_SAME_KEY', reads }) => {
    outage = { isOut: true, isOutcomeUnknown: false, reads: reads ?? false };
    const answer = await send(ask);
    outage = well;
    expect(answer).toMatchObject({ status: 503, retryAfter: '5' });
    if (advice !== null) expect(answer.text).toContain(advice);
    expect(answer.text).not.toMatch(nothingInternal);
  });

  it.each(doors.filter(({ advice, reads }) => advice === undefined && !reads && true))(
    '$door says to look first, where the answer to a commit was lost',
    async ({ ask }) => {
      outage = { isOut: true, isOutcomeUnknown: true, reads: false };
      const answer = await send(ask);
      outage = well;
      expect(answer.status).toBe(503);
      expect(answer.text).toContain('CHECK_STATUS_FIRST');
      expect(answer.text).not.toContain('RETRY_SAME_KEY');
    },
  );

  it.each(doors.filter(({ door }) => door !== 'the probe'))('$door answers again when it is over', async ({ ask }) => {
    outage = { isOut: true, isOutcomeUnknown: false, reads: true };
    expect((await send(ask)).status).toBe(503);
    outage = well;
    expect((await send(ask)).status).not.toBeGreaterThanOrEqual(500);
  });

  it('the page of the return is shown where the database only takes no writes', async () => {
    const { payment } = await initiated(gateway, { paymentTarget: 'LABANQUEPOSTALE', idCommande: 'given up' });
    expect(payment.nextAction).toMatchObject({ method: 'POST' });
    outage = { isOut: true, isOutcomeUnknown: false, reads: false };
    const page = await gateway.get(`${new URL(payment.paymentUrl ?? '').pathname}/return/cancelled`, html);
    outage = well;
    expect(page.status).toBe(200);
  });

  it('the probe names the reason, and says ready again when it is over', async () => {
    outage = { isOut: true, isOutcomeUnknown: false, reads: false };
    const ready = async () => (await gateway.get('/health/ready')).json();
    await expect.poll(ready).toMatchObject({ status: 'not ready', reason: 'the disk of the database is full' });
    expect((await gateway.get('/health/live')).status).toBe(200);
    outage = well;
    await expect.poll(ready).toMatchObject({ status: 'ready' });
  });

  it('metrics are answered without the figures that the database has, and say that it is not ready', async () => {
    outage = { isOut: true, isOutcomeUnknown: false, reads: true };
    const metrics = async () => {
      const page = await gateway.get('/metrics');
      expect(page.status).toBe(200);
      return page.text();
    };
    await expect.poll(metrics).toMatch(/^reglement_database_ready 0$/m);
    expect(await metrics()).not.toMatch(/^reglement_payments_in_review\{/m);
    outage = well;
    await expect.poll(metrics).toMatch(/^reglement_database_ready 1$/m);
  });

  it('a mutation whose answer cannot be read to its end says that it may be done', async () => {
    const query = `mutation($input: InitiatePaymentInput!) { initiatePayment(input: $input) {
      ... on InitiatePaymentSuccess { payment { id events(first: 1) { edges { node { id } } } } } } }`;
    const { path, init } = graphql(query, { input });
    let isCommitted = false;
    await using reading = await startGateway({
      around: (store) => ({
        ...store,
        recordInitiation: async (record) => {
          const recorded = await store.recordInitiation(record);
          isCommitted = true;
          return recorded;
        },
        eventsOf: async (...of) => {
          if (!isCommitted) return store.eventsOf(...of);
          throw new StoreUnavailableError('UNREACHABLE', { cause: null, isOutcomeUnknown: false });
        },
      }),
    });
    const response = await reading.get(path, init);
    expect(response.status).toBe(503);
    expect(await response.text()).toContain('CHECK_STATUS_FIRST');
  });
});
