import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { postgres } from '../support/databases.ts';
import { freePort } from '../support/http/free-port.ts';
import { openForGroup, temporaryFolder } from '../support/open-for.ts';
import { type Balancer, startBalancer } from '../support/postgres/balancer.ts';
import { type GatewayProcess, startProcess } from '../support/process.ts';
import { cardPayment, legacyPath } from '../support/requests.ts';

/** Two gateways on one PostgreSQL behind a balancer, each killed and replaced while requests keep coming. */

const database = openForGroup(postgres.openEmpty);
const folder = temporaryFolder('rolling');
let balancer: Balancer;
const gateways: GatewayProcess[] = [];

const start = async (port: number, STOP_GRACE_SECONDS = '1'): Promise<GatewayProcess> => {
  const gateway = await startProcess(
    { PORT: String(port), DATABASE_URL: database.databaseUrl, STOP_GRACE_SECONDS, LOG_LEVEL: 'warn' },
    folder,
  );
  gateways.push(gateway);
  return gateway;
};

afterAll(async () => {
  await balancer?.close();
  for (const gateway of gateways) await gateway.stop('SIGKILL');
});

type Failure = { readonly what: string; readonly answer: string };

/** Asks through both doors, one request after the other, until it is stopped. */
async function load(name: string, isOver: () => boolean, failures: Failure[]): Promise<number> {
  let answered = 0;
  for (let count = 0; !isOver(); count++) {
    const idCommande = `${name}-${count}`;
    const asks: [string, RequestInit][] = [
      [`${balancer.url}${legacyPath({ idCommande }, '.json')}`, {}],
      [
        `${balancer.url}/graphql`,
        {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', 'Idempotency-Key': idCommande },
          body: JSON.stringify({
            query: `mutation($input: InitiatePaymentInput!) { initiatePayment(input: $input) { __typename } }`,
            variables: { input: { ...cardPayment, idCommande } },
          }),
        },
      ],
    ];
    for (const [url, init] of asks) {
      const answer = await fetch(url, init).then(
        async (response) => ({ status: response.status, text: await response.text() }),
        (error: Error) => ({ status: 0, text: `${error.message} ${String(error.cause)}` }),
      );
      if (answer.status === 200 && /"payment_id"|InitiatePaymentSuccess/.test(answer.text)) answered++;
      else failures.push({ what: url.slice(balancer.url.length, 40), answer: `${answer.status} ${answer.text}` });
    }
    await pause(5);
  }
  return answered;
}

describe('a rolling restart', () => {
  it('fails no request, and closes streams so that their readers come back', async () => {
    const ports = [await freePort(), await freePort()] as const;
    const [first, second] = [await start(ports[0]), await start(ports[1])];
    balancer = await startBalancer([first.url, second.url]);
    let isOver = false;
    const failures: Failure[] = [];
    const loads = Array.from({ length: 4 }, (_, index) => load(`load${index}`, () => isOver, failures));

    for (const [leaving, port] of [
      [first, ports[0]],
      [second, ports[1]],
    ] as const) {
      const stream = await openStream(leaving.url);
      await pause(300);
      expect(await leaving.stop('SIGTERM')).toBe(0);
      expect(await stream.heard).toMatch(/^id: 1\nevent: status\n/);
      expect(await stream.heard).not.toContain('event: end');
      const replacement = await start(port);
      balancer.add(replacement.url);
      await expect.poll(() => balancer.ready()).toBe(2);
      await pause(300);
    }
    isOver = true;
    const answered = await Promise.all(loads);
    expect(failures).toEqual([]);
    expect(Math.min(...answered)).toBeGreaterThan(50);
    for (const gateway of gateways) expect(gateway.output()).not.toMatch(/"level":(50|60)/);
  });

  it('answers 503 to the readiness probe from the first moment, and other requests until its grace is over', async () => {
    // Long enough for a machine that has much else to do.
    const leaving = await start(await freePort(), '6');
    const ready = () => fetch(`${leaving.url}/health/ready`);
    expect(await (await ready()).json()).toMatchObject({ status: 'ready', config: expect.stringMatching(/^\w{12}$/) });
    const stopped = leaving.stop('SIGTERM');
    await expect.poll(async () => (await ready()).status, { interval: 10 }).toBe(503);
    const answer = await fetch(`${leaving.url}${legacyPath({ idCommande: 'late' }, '.json')}`);
    expect([answer.status, answer.headers.get('Connection')]).toEqual([200, 'close']);
    expect(await (await ready()).json()).toMatchObject({ status: 'not ready', reason: 'stopping' });
    expect(await stopped).toBe(0);
    await expect(ready()).rejects.toThrow('fetch failed');
  });
});

/** What a customer's page hears until its stream ends. */
async function openStream(url: string): Promise<{ readonly heard: Promise<string> }> {
  const response = await fetch(`${url}${legacyPath({ idCommande: `stream-${Math.random()}` }, '.json')}`);
  const { payment_url } = (await response.json()) as { payment_url: string };
  const stream = await fetch(`${url}${new URL(payment_url).pathname}/events`);
  expect(stream.status).toBe(200);
  return { heard: stream.text() };
}
