import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawnDatabases } from '../support/drawn-databases.ts';
import { openForGroup, temporaryFolder } from '../support/open-for.ts';
import { type GatewayProcess, startProcess } from '../support/process.ts';
import { cardPayment, legacyPath } from '../support/requests.ts';
import { whereTo } from '../support/sandbox/running-sandbox.ts';
import { listen } from '../support/streams.ts';

/** Real processes on one database: none of them keeps what another would miss. */

type LegacyAnswer = {
  readonly payment_id: string;
  readonly payment_url: string;
  readonly replayed: boolean;
  readonly redirect: { readonly url: string; readonly fields: Readonly<Record<string, string>> };
};

describe.each(drawnDatabases())('three gateways on one database ($name)', ({ openEmpty }) => {
  const database = openForGroup(openEmpty);
  const folder = temporaryFolder('many');
  let gateways: readonly GatewayProcess[] = [];

  beforeAll(async () => {
    const start = () => startProcess({ DATABASE_URL: database.databaseUrl, LOG_LEVEL: 'warn' }, folder);
    // All at once: they find an empty database, and one of them makes the tables.
    const starts = await Promise.allSettled([start(), start(), start()]);
    gateways = starts.filter((it) => it.status === 'fulfilled').map(({ value }) => value);
    expect(starts.filter((it) => it.status === 'rejected')).toEqual([]);
  });
  afterAll(() => Promise.all(gateways.map((gateway) => gateway.stop('SIGKILL'))));

  const initiate = async (gateway: GatewayProcess, idCommande: string): Promise<LegacyAnswer> => {
    const response = await fetch(`${gateway.url}${legacyPath({ idCommande }, '.json')}`);
    expect(response.status).toBe(200);
    return (await response.json()) as LegacyAnswer;
  };

  const initiateByKey = async (gateway: GatewayProcess, idempotencyKey: string) => {
    const { initiatePayment } = await ask<{ initiatePayment: { replayed: boolean; payment: { id: string } } }>(
      gateway,
      'mutation($input: InitiatePaymentInput!) { initiatePayment(input: $input) { ... on InitiatePaymentSuccess { replayed payment { id } } } }',
      { input: { ...cardPayment, idempotencyKey } },
    );
    return initiatePayment;
  };

  it('make one payment of the same key, and of the same legacy URL, sent to all of them at once', async () => {
    const everywhere = [...gateways, ...gateways, ...gateways];
    const byKey = await Promise.all(everywhere.map((gateway) => initiateByKey(gateway, 'one-intent')));
    expect(new Set(byKey.map(({ payment }) => payment.id)).size).toBe(1);
    expect(byKey.filter(({ replayed }) => !replayed)).toHaveLength(1);
    const byUrl = await Promise.all(everywhere.map((gateway) => initiate(gateway, 'one-url')));
    expect(new Set(byUrl.map(({ payment_id }) => payment_id)).size).toBe(1);
    expect(byUrl.filter(({ replayed }) => !replayed)).toHaveLength(1);
  });

  it('tell every subscriber of each of them every event once, whichever wrote it, and soon', async () => {
    const [first] = gateways as [GatewayProcess];
    const payment = await initiate(first, 'followed');
    const query = `subscription { paymentUpdated(id: "${payment.payment_id}") { sequence type status } }`;
    const streams = await Promise.all(
      gateways.map(({ url }) => listen({ get: (where, init) => fetch(url + where, init) }, query)),
    );
    const pages = await Promise.all(
      gateways.map(({ url }) => fetch(`${url}${new URL(payment.payment_url).pathname}/events`)),
    );
    for (const stream of streams) await stream.hears('"INITIATED"');

    const session = whereTo(await post(payment.redirect.url, payment.redirect.fields));
    const card = { card_number: '1111222233334444', expiry: '12/99', security_code: '123' };
    const sentAt = performance.now();
    await post(session, { ...card, action: 'pay' });
    await Promise.all(streams.map((stream) => stream.hears('"PAID"')));
    // The simulator's own work and the notification are in it.
    expect(performance.now() - sentAt).toBeLessThan(3000);
    const told = await Promise.all(pages.map((page) => page.text()));
    for (const stream of streams) stream.leave();
    for (const text of told) {
      expect(text.match(/"status":"(\w+)"/g)).toEqual(['"status":"REQUIRES_ACTION"', '"status":"PAID"']);
    }
    for (const stream of streams) {
      expect([...stream.heard().matchAll(/"sequence":(\d)/g)].map(([, sequence]) => sequence)).toEqual(['1', '2']);
    }
  });

  it('give the bank numbers that no other of them gives it on that day', async () => {
    const everywhere = Array.from({ length: 6 }, () => gateways).flat();
    const forms = await Promise.all(
      everywhere.map(async ({ url }, index) => {
        const change = { paymentTarget: 'LABANQUEPOSTALE', idCommande: `number-${index}` } as const;
        return (await (await fetch(`${url}${legacyPath(change, '.json')}`)).json()) as LegacyAnswer;
      }),
    );
    expect(new Set(forms.map(({ redirect }) => redirect.fields.vads_trans_id)).size).toBe(everywhere.length);
  });

  it('give money back once where all of them are asked at once with the same key', async () => {
    const [first] = gateways as [GatewayProcess];
    const payment = await initiate(first, 'refunded');
    const session = whereTo(await post(payment.redirect.url, payment.redirect.fields));
    await post(session, { card_number: '1111222233334444', expiry: '12/99', security_code: '123', action: 'pay' });
    const refund = (gateway: GatewayProcess) =>
      ask<{ refundPayment: { __typename: string } }>(
        gateway,
        'mutation($input: RefundPaymentInput!) { refundPayment(input: $input) { __typename } }',
        { input: { id: payment.payment_id, amount: 250, idempotencyKey: 'one-refund' } },
      );
    const answers = await Promise.all([...gateways, ...gateways].map(refund));
    // A caller that comes while the bank is being asked gets an error, and asks again with the same key.
    for (const { refundPayment } of answers) {
      expect(['RefundPaymentSuccess', 'OperationInProgressError']).toContain(refundPayment.__typename);
    }
    for (const gateway of gateways) await refund(gateway);
    const refunds = 'query($id: ID!) { payment(id: $id) { status refunds { status amount { cents } } } }';
    for (const gateway of gateways) {
      expect(await ask(gateway, refunds, { id: payment.payment_id })).toEqual({
        payment: { status: 'PARTIALLY_REFUNDED', refunds: [{ status: 'DONE', amount: { cents: 250 } }] },
      });
    }
  });

  it('show that they run on the same settings', async () => {
    const shown = await Promise.all(
      gateways.map(async ({ url }) => (await fetch(`${url}/health/ready`)).json() as Promise<{ config: string }>),
    );
    expect(new Set(shown.map(({ config }) => config)).size).toBe(1);
  });
});

async function ask<Data>({ url }: GatewayProcess, query: string, variables: object): Promise<Data> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  return ((await response.json()) as { data: Data }).data;
}

const post = (url: string, fields: Readonly<Record<string, string>>): Promise<Response> =>
  fetch(url, { method: 'POST', redirect: 'manual', body: new URLSearchParams(fields) });
