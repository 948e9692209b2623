import type { RequestListener } from 'node:http';
import path from 'node:path';
import express from 'express';
import { Gauge, Registry } from 'prom-client';
import { describe, expect, it } from 'vitest';
import { remarksOnMetrics } from '../../src/app/remarks/metrics.ts';
import type { Config } from '../../src/config/config.ts';
import { printableConfig } from '../../src/config/print.ts';
import { Secret } from '../../src/kernel/merchant.ts';
import { createCollection } from '../../src/observability/metrics-collection.ts';
import { createMetricsDoor } from '../../src/observability/metrics-door.ts';
import { configOf, problemsOfConfig } from '../support/config-of.ts';
import { freePort } from '../support/http/free-port.ts';
import { createListening } from '../support/http/listening.ts';
import { temporaryFolder } from '../support/open-for.ts';
import { startProcess } from '../support/process.ts';

/** Who may read the metrics, where, and how often they are collected. */

const token = 'a-token-of-24-characters';
const collection = { contentType: 'text/plain', collect: async () => 'figures' };
const listening = createListening();
const folder = temporaryFolder('metrics');

async function serve(app: RequestListener): Promise<(authorization?: string) => Promise<string>> {
  const url = `${await listening.serve(app)}/metrics`;
  return async (authorization) => {
    const answer = await fetch(url, authorization === undefined ? {} : { headers: { Authorization: authorization } });
    return `${answer.status} ${await answer.text()}`.trim();
  };
}

const at = (change: Partial<NonNullable<Config['metrics']>>): NonNullable<Config['metrics']> => ({
  ...{ host: '127.0.0.1', port: null, token: null },
  ...change,
});

/** What a stranger, a wrong token and the right one get, at the gateway's address and at their own. */
const rows: readonly (readonly [Config['deployment'], Config['metrics'], readonly string[], readonly string[]])[] = [
  ['development', null, ['200', '200', '200'], ['200', '200', '200']],
  ['production', null, ['404', '404', '404'], ['200', '200', '200']],
  ['production', at({ port: 9464 }), ['404', '404', '404'], ['200', '200', '200']],
  ['development', at({ port: 9464 }), ['404', '404', '404'], ['200', '200', '200']],
  ['production', at({ token: new Secret(token) }), ['401', '401', '200'], ['401', '401', '200']],
  ['development', at({ token: new Secret(token) }), ['401', '401', '200'], ['401', '401', '200']],
  ['production', at({ port: 9464, token: new Secret(token) }), ['404', '404', '404'], ['401', '401', '200']],
];

describe('the metrics', () => {
  it.each(rows)('in %s, with the setting %j, are for no one else', async (deployment, metrics, gateway, own) => {
    const door = createMetricsDoor({ deployment, metrics }, collection);
    for (const [app, expected] of [
      [express().use(door.route), gateway],
      [door.app, own],
    ] as const) {
      const ask = await serve(app);
      const answers = [await ask(), await ask(`Bearer ${token}x`), await ask(`Bearer ${token}`)];
      expect(answers.map((answer) => answer.slice(0, 3))).toEqual(expected);
      expect(answers.map((answer) => answer.includes('figures'))).toEqual(expected.map((status) => status === '200'));
    }
  });

  it('have nothing else at their own address', async () => {
    const ask = await serve(
      express().use('/metrics', createMetricsDoor({ deployment: 'production', metrics: null }, collection).app),
    );
    expect(await ask()).toBe('404');
  });
});

describe('a collection', () => {
  let nowMs = 0;
  let collected = 0;
  let release = (): void => undefined;

  function open() {
    const registry = new Registry();
    [nowMs, collected] = [0, 0];
    new Gauge({
      ...{ name: 'slow', help: 'Asks the database.', registers: [registry] },
      async collect() {
        collected++;
        await new Promise<void>((resolve) => (release = resolve));
        this.set(collected);
      },
    });
    return createCollection(registry, { monotonicMs: () => nowMs });
  }

  it('is one for all scrapes that come while it runs, and for a second after it', async () => {
    const { collect } = open();
    const scrapes = Promise.all(Array.from({ length: 50 }, collect));
    await expect.poll(() => collected).toBe(1);
    nowMs = 5_000;
    const late = collect();
    release();
    const texts = new Set([...(await scrapes), await late]);
    nowMs = 5_999;
    texts.add(await collect());
    expect([texts.size, collected]).toEqual([1, 1]);
    nowMs = 6_000;
    const next = collect();
    await expect.poll(() => collected).toBe(2);
    release();
    expect(await next).toContain('slow 2');
  });

  it('that fails is not kept', async () => {
    const registry = new Registry();
    let isBroken = true;
    new Gauge({
      ...{ name: 'broken', help: 'Fails once.', registers: [registry] },
      collect() {
        if (isBroken) throw new Error('no figure');
      },
    });
    const { collect } = createCollection(registry, { monotonicMs: () => 0 });
    await expect(collect()).rejects.toThrow('no figure');
    isBroken = false;
    expect(await collect()).toContain('broken 0');
  });
});

describe('the setting', () => {
  const secrets = { TOKEN: token, SHORT: 'short' };
  const read = (metrics: unknown, environment: Record<string, string> = {}): Config =>
    configOf({ metrics }, { ...secrets, ...environment });

  it('is an address, a token, or both; the environment names another port', () => {
    expect(read(undefined).metrics).toBeNull();
    expect(read({ port: 9464 }).metrics).toEqual(at({ port: 9464 }));
    expect(read({ host: '10.0.0.5', port: 9464 }, { METRICS_PORT: '9465' }).metrics).toEqual(
      at({ host: '10.0.0.5', port: 9465 }),
    );
    expect(read(undefined, { METRICS_PORT: '9465' }).metrics).toEqual(at({ port: 9465 }));
    const config = read({ token: { env: 'TOKEN' } });
    expect(config.metrics?.token?.reveal()).toBe(token);
    expect(JSON.stringify(printableConfig(config))).not.toContain(token);
  });

  it('has no port that the system draws', () => {
    expect(() => read(undefined, { METRICS_PORT: '0' })).toThrow(
      'METRICS_PORT: must be a whole number from 1 to 65535',
    );
  });

  it.each([
    ['neither', {}, 'metrics: needs a port of their own, or a token: nothing says who may read them.'],
    [
      'a host alone',
      { host: '::1' },
      'metrics: needs a port of their own, or a token: nothing says who may read them.',
    ],
    ['the port of the gateway', { port: 4000 }, 'metrics.port: 4000 is the port of the gateway itself.'],
    [
      'a token in the file',
      { token },
      'metrics.token: must be {"env":"NAME"} or {"file":"/path"}: secrets stand in the config by reference only.',
    ],
    [
      'a token that is not there',
      { token: { env: 'NONE' } },
      'metrics.token: the secret {"env":"NONE"} is not there or empty.',
    ],
    [
      'a short token',
      { token: { env: 'SHORT' } },
      'metrics.token: the secret must be 16 or more letters, digits and signs of ASCII.',
    ],
  ])('is refused with %s', (_title, metrics, problem) => {
    expect(problemsOfConfig({ metrics }, secrets)).toContain(problem);
  });

  it('is remarked on where production has none', () => {
    const config = read(undefined);
    expect(remarksOnMetrics({ ...config, deployment: 'production' })).toEqual([expect.stringContaining('404')]);
    expect(remarksOnMetrics(config)).toEqual([]);
    expect(remarksOnMetrics({ ...config, deployment: 'production', metrics: at({ port: 9464 }) })).toEqual([]);
  });
});

it('a process serves them at their own address alone, and says which port is taken', async () => {
  const METRICS_PORT = String(await freePort());
  const environment = { DATABASE_URL: `sqlite:${path.join(folder, 'payments.sqlite')}`, METRICS_PORT };
  const gateway = await startProcess(environment);
  expect((await fetch(`${gateway.url}/metrics`)).status).toBe(404);
  const own = await fetch(`http://127.0.0.1:${METRICS_PORT}/metrics`);
  expect(await own.text()).toContain('reglement_open_connections ');
  await expect(startProcess(environment)).rejects.toThrow(
    `Port ${METRICS_PORT} is taken by another program: set METRICS_PORT=… to a free one.`,
  );
  expect(await gateway.stop('SIGTERM')).toBe(0);
});
