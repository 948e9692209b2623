import { describe, expect, it } from 'vitest';
import type { Caller } from '../../src/kernel/caller.ts';
import { routes, statusRoute } from '../../src/rest/request/operation.ts';
import { schema } from '../../src/schema/index.ts';
import { drawnDatabases } from '../support/drawn-databases.ts';
import { openForGroup } from '../support/open-for.ts';
import { countPayments, legacyPath } from '../support/requests.ts';
import { type Answer, createAsking, expectAnswer, unknownSubject } from '../support/rights/asking.ts';
import { startProduction } from '../support/rights/clients.ts';
import { maySee, type Operation, type Subject } from '../support/rights/operation-kinds.ts';
import { operations } from '../support/rights/operations.ts';
import { senders } from '../support/rights/senders.ts';
import { sampled } from '../support/sample.ts';

/** Every operation by every kind of sender, through both doors: who may is answered, and who may not learns nothing. */

const fields = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].flatMap((root) =>
  Object.keys(root?.getFields() ?? {}).map((field) => `${root?.name}.${field}`),
);

it('every field of the schema has its line in operations.ts, and every line its field', () => {
  expect(Object.keys(operations).toSorted()).toEqual(fields.toSorted());
});

it('the old door has these operations: another one would need its lines here', () => {
  const paths = [...routes, statusRoute];
  expect(new Set(paths.map((route) => route.split('/')[1]))).toEqual(new Set(['payment_initiate', 'payment_status']));
});

type OldRequest = RequestInit & { readonly path: string; readonly headers?: Record<string, string> };

/** The ways in that the old door has, each from the URL that most callers send. */
const oldWays: readonly (readonly [title: string, requestOf: (url: string) => OldRequest])[] = [
  ['as it is', (url) => ({ path: `${url}?format=json` })],
  ['as a form', (url) => ({ path: `${url}.json`, method: 'POST', body: new URLSearchParams({ commentaire: 'x' }) })],
  ['by /json/reply', (url) => ({ path: `/json/reply/payment_initiate?${fieldsOf(url)}` })],
  [
    'by /api, as JSON',
    (url) => ({
      path: '/api/payment_initiate',
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(Object.fromEntries(fieldsOf(url))),
    }),
  ],
];
const fieldsOf = (url: string): URLSearchParams =>
  new URLSearchParams(
    url
      .split('/')
      .slice(2)
      .map((value, index) => [fieldNames[index] ?? '', decodeURIComponent(value)]),
  );
const fieldNames = [
  ...['payment_target', 'payment_run_mode', 'payment_type', 'id_origin', 'id_societe', 'id_client', 'id_commande'],
  ...['type_paiement', 'amount', 'email'],
];

describe.each(drawnDatabases())('on $name', ({ name: database, open }) => {
  let count = 0;

  const gateway = openForGroup(() => startProduction({ open }));
  const asking = openForGroup(() => createAsking(gateway));

  async function expectRefused(operation: Operation, caller: Caller, subject: Subject, answer: Answer, other: Answer) {
    if (operation.reveals === undefined || operation.reveals(caller, subject)) return;
    expect(answer).toEqual(other);
    expect(JSON.stringify(answer)).not.toContain(subject.id);
    expect((await gateway.store.paymentById(subject.id))?.version).toBe(1);
  }

  describe.each(senders)('$kind', ({ kind, headers, caller }) => {
    const some = sampled(Object.entries(operations), { about: 20, name: `${database} ${kind}` });
    let shared: Subject | undefined;
    it.each(some)('by GraphQL: %s', async (name, operation) => {
      // A payment for each would come near to what a client may ask for in ten seconds.
      if (!operation.reveals) shared ??= await asking.newSubject();
      const subject = (operation.reveals ? undefined : shared) ?? (await asking.newSubject());
      const answer = await asking.ask(name, subject, headers);
      if (caller === null) {
        expect(answer.status).toBe(401);
        expect(JSON.stringify(answer.body)).toContain('UNAUTHENTICATED');
        expect(await countPayments(gateway, { idCommande: subject.idCommande })).toBe(1);
        return;
      }
      const expected = operation.answer(caller, subject);
      expectAnswer(answer, name, expected);
      await expectRefused(operation, caller, subject, answer, await asking.ask(name, unknownSubject, headers));
    });

    it('by the old URL of a status', async () => {
      const subject = await asking.newSubject();
      const ask = async (reference: string) => {
        const answer = await gateway.get(`/payment_status/${reference}.json`, { headers });
        return { status: answer.status, text: await answer.text() };
      };
      const answer = await ask(subject.reference);
      if (caller === null) expect(answer.status).toBe(401);
      else if (maySee(caller, subject)) expect([answer.status, answer.text.includes(subject.id)]).toEqual([200, true]);
      else expect(answer).toEqual({ ...(await ask(unknownSubject.reference)), status: 404 });
    });

    it.each(oldWays)('by the old URL, %s', async (_title, requestOf) => {
      const idClient = `old-${count++}`;
      const { path, ...init } = requestOf(legacyPath({ paymentRunMode: 'LIVE', idCommande: '0', idClient }));
      const response = await gateway.get(path, { ...init, headers: { ...init.headers, ...headers } });
      const body = (await response.json()) as {
        effective_run_mode?: string;
        responseStatus?: { errorCode: string; errors?: { fieldName: string }[] };
      };
      const expected = caller && (operations['Mutation.initiatePayment']?.answer(caller, unknownSubject) as Outcome);
      if (expected === null) {
        expect([response.status, body.responseStatus?.errorCode]).toEqual([401, 'Unauthorized']);
      } else if (expected.__typename === 'InitiatePaymentSuccess') {
        expect([response.status, body.effective_run_mode]).toEqual([200, 'LIVE']);
      } else {
        const path = (expected.path ?? []).map((field) =>
          field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
        );
        expect([response.status, body.responseStatus?.errorCode]).toEqual([403, 'NotAllowed']);
        expect((body.responseStatus?.errors ?? []).map(({ fieldName }) => fieldName)).toEqual(path);
      }
      const recorded = expected?.__typename === 'InitiatePaymentSuccess' ? 1 : 0;
      expect(await countPayments(gateway, { idClient })).toBe(recorded);
    });
  });
});

type Outcome = { readonly __typename: string; readonly path?: readonly string[] | null };
