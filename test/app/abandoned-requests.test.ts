import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InitiatePaymentInput } from '../generated/graphql.ts';
import { coreMandate } from '../support/direct-debits/mandate-requests.ts';
import { drawnDatabases } from '../support/drawn-databases.ts';
import { openForGroup, temporaryFolder } from '../support/open-for.ts';
import { type GatewayProcess, startProcess } from '../support/process.ts';
import { legacyPath } from '../support/requests.ts';

/** A request of the legacy door that waits in the socket of a gateway that stands still, after its caller gave up. */

const booking: Partial<InitiatePaymentInput> = { paymentTarget: 'MILLIET', paymentType: 'COMPTABILITE' };
const debit: Partial<InitiatePaymentInput> = { paymentTarget: 'MILLIET', paymentType: 'DIRECT_SEPA' };

describe.each(drawnDatabases())('a request whose caller gave up, on $name', ({ open }) => {
  const database = openForGroup(open);
  const folder = temporaryFolder('abandoned');
  let gateways: readonly GatewayProcess[] = [];
  const frozen = () => gateways[0] as GatewayProcess;
  const awake = () => gateways[1] as GatewayProcess;

  beforeAll(async () => {
    const start = () => startProcess({ DATABASE_URL: database.databaseUrl, LOG_LEVEL: 'warn' }, folder);
    gateways = await Promise.all([start(), start()]);
    const mandate = await ask<{ createMandate: { mandate: { id: string } } }>(
      awake(),
      'mutation($input: CreateMandateInput!) { createMandate(input: $input) { ... on CreateMandateSuccess { mandate { id } } } }',
      { input: coreMandate },
    );
    const signature = { signedOn: new Date().toISOString().slice(0, 10), method: 'PAPER', place: 'Paris' };
    await ask(awake(), 'mutation($input: SignMandateInput!) { signMandate(input: $input) { __typename } }', {
      input: { ...mandate.createMandate.mandate, ...signature, evidenceDigest: 'ab'.repeat(32) },
    });
  });
  afterAll(() => Promise.all(gateways.map((gateway) => gateway.stop('SIGKILL'))));

  it.each([
    ['booking', 'another gateway', 'B-1', booking],
    ['debit', 'another gateway', 'D-1', debit],
    ['booking without an order', 'another gateway', '0', booking],
    ['booking', 'the same gateway', 'B-2', booking],
    ['debit', 'the same gateway', 'D-2', debit],
  ])('opens no second %s after the cancellation at %s (order %s)', async (_kind, where, idCommande, change) => {
    const path = legacyPath({ ...change, idCommande }, '.json');
    const initiateAndCancel = async (gateway: GatewayProcess): Promise<string> => {
      const { payment_id } = await initiate(gateway, path);
      const cancel = 'mutation($id: ID!) { cancelPayment(input: { id: $id }) { __typename } }';
      const { cancelPayment } = await ask<{ cancelPayment: object }>(gateway, cancel, { id: payment_id });
      expect(cancelPayment).toEqual({ __typename: 'CancelPaymentSuccess' });
      return payment_id;
    };
    const before = await paymentsOf(awake(), idCommande);
    const first = where === 'the same gateway' ? await initiateAndCancel(frozen()) : null;
    process.kill(frozen().pid as number, 'SIGSTOP');
    await sendAndLeave(frozen(), path, 'before the answer');
    const id = first ?? (await initiateAndCancel(awake()));
    process.kill(frozen().pid as number, 'SIGCONT');
    await untilRead(frozen());
    expect(await paymentsOf(awake(), idCommande)).toEqual([{ id, status: 'CANCELLED' }, ...before]);
    // A caller that waits means another payment.
    expect((await initiate(frozen(), path)).payment_id).not.toBe(id);
  });

  it('pays at the first request of a program that never reads the answer', async () => {
    await sendAndLeave(awake(), legacyPath({ ...booking, idCommande: 'F-1' }), 'before the answer');
    await sendAndLeave(awake(), legacyPath({ ...booking, idCommande: 'F-2' }), 'its sending half');
    for (const idCommande of ['F-1', 'F-2']) {
      await expect.poll(() => paymentsOf(awake(), idCommande)).toMatchObject([{ status: 'PAID' }]);
    }
  });
});

const initiate = async ({ url }: GatewayProcess, path: string): Promise<{ payment_id: string }> => {
  const response = await fetch(url + path);
  expect(response.status).toBe(200);
  return (await response.json()) as { payment_id: string };
};

/** A whole request, and then the end of the connection, or of its sending half. */
async function sendAndLeave(
  { url }: GatewayProcess,
  path: string,
  leaves: 'before the answer' | 'its sending half',
): Promise<void> {
  const { hostname, port, host } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true });
  await once(socket, 'connect');
  const request = `GET ${path} HTTP/1.1\r\nHost: ${host}\r\n\r\n`;
  if (leaves === 'its sending half') {
    socket.end(request);
    return;
  }
  await new Promise((sent) => socket.write(request, sent));
  socket.destroy();
}

/** The gateway reads connections in the order in which they came, and has answered the one before after a moment. */
async function untilRead({ url }: GatewayProcess): Promise<void> {
  await fetch(`${url}/health/ready`);
  await pause(500);
}

async function paymentsOf(gateway: GatewayProcess, idCommande: string) {
  const query = 'query($filter: PaymentFilter!) { payments(filter: $filter) { edges { node { id status } } } }';
  const variables = { filter: { idCommande } };
  const { payments } = await ask<{ payments: { edges: { node: object }[] } }>(gateway, query, variables);
  return payments.edges.map(({ node }) => node);
}

async function ask<Data>({ url }: GatewayProcess, query: string, variables: object): Promise<Data> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data: Data; errors?: unknown };
  expect(errors).toBeUndefined();
  return data;
}
