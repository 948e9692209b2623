import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import path from 'node:path';
import express, { Router } from 'express';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newConnectionCounts } from '../../src/http/connection-shares.ts';
import { UnauthenticatedError } from '../../src/kernel/errors.ts';
import { notificationOutcome } from '../../src/modules/payments/notifications/notification.ts';
import { type BankCall, LostAnswerError, NotSentError } from '../../src/modules/payments/operations/bank-operation.ts';
import { hostedTargets } from '../../src/modules/payments/provider.ts';
import { createMetrics, type Metrics } from '../../src/observability/metrics.ts';
import { createMetricsDoor } from '../../src/observability/metrics-door.ts';
import { createLegacyDoor } from '../../src/rest/routes/legacy-door.ts';
import { type Serving, serving } from '../support/http/serving.ts';

const what = { version: '1.2.3', configDigest: () => 'c0ffee', isStoreReady: async () => true };

let metrics: Metrics;
let server: Serving;
let monotonicMs: number;

beforeEach(async () => {
  monotonicMs = 1000;
  metrics = createMetrics({ ...what, collectEveryMs: 0, monotonicMs: () => monotonicMs });
  server = await serving(createServer(createApp()));
});
afterEach(() => server.close());

/** The doors as the gateway has them: routes, a mounted router, and the legacy door, which is no route of Express. */
function createApp(): express.Express {
  const app = express();
  app.use(metrics.timeRequests);
  app.use(createMetricsDoor({ deployment: 'development', metrics: null }, metrics.collection).route);
  app.get('/pay/:token', (_request, response) => {
    monotonicMs += 30;
    response.send('page');
  });
  app.get('/pay/:token/events', (_request, response) => {
    response.set('Content-Type', 'text/event-stream').end('data: 1\n\n');
  });
  app.get('/slow', (_request, response) => void response.write('and then nothing'));
  app.use(
    '/sandbox',
    Router().get('/paybox/:page', (_request, response) => void response.status(418).end()),
  );
  app.use(
    createLegacyDoor({
      execute: () => Promise.reject(new Error('no request of these tests is good enough to be run')),
      authenticate: ({ headers }) => {
        throw new UnauthenticatedError(`nobody is known here: ${Object.keys(headers).length} headers`);
      },
      logger: pino({ level: 'silent' }),
      count: metrics.countLegacyRequest,
      settings: { envelopeCasing: 'camel', languageOf: () => 'fr', maximumBodyBytes: 16_384, isDocumented: true },
    }),
  );
  return app;
}

const ask = (target: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(server.url + target, { headers });
const scrape = async (): Promise<string> => (await ask('/metrics')).text();
/** The lines of one metric, without its `# HELP` and `# TYPE`. */
const linesOf = async (name: string): Promise<string[]> =>
  (await scrape()).split('\n').filter((line) => line.startsWith(name) && /^[{ ]/.test(line.slice(name.length)));
const legacyPath = '/payment_initiate/PAYBOX/TEST/CB/web/1/2263/45012/CB/1250/jean.dupont@example.fr';

const askBank = (call: BankCall = async () => ({ status: 200, body: Buffer.alloc(0) })) =>
  metrics.watchBankCall(call)({
    ...{ bank: 'PAYBOX', headers: {}, body: 'REFERENCE=1' },
    url: 'https://bank.example/Direct?SITE=1999888',
  });

describe('/metrics', () => {
  test('answers in the format of Prometheus, with the metrics of the process', async () => {
    const answer = await ask('/metrics');
    expect(answer.headers.get('Content-Type')).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
    expect(await answer.text()).toContain('process_cpu_seconds_total');
    expect((await ask('/metrics')).status).toBe(200);
  });

  test('has nothing but what docs/reference/metrics.md describes, with the same labels', async () => {
    metrics.countInitiation({ target: 'PAYBOX', type: 'CB', mode: 'TEST', door: 'legacy' });
    metrics.countWebhook({ client: 'shop', endpoint: 'main', outcome: 'failed' });
    metrics.watchWebhooks(async () => [{ client: 'shop', endpoint: 'main', waiting: 1, oldestWaitingSeconds: 2 }]);
    metrics.watchOpenCases({
      paymentsInReview: async () => 1,
      overdueDebits: async () => 0,
      unconfirmedBankFiles: async () => 0,
    });
    metrics.watchConnections(newConnectionCounts());
    metrics.watchFollowers(() => 1);
    await askBank();
    await ask(legacyPath);
    await ask('/pay/abc');
    const text = await scrape();
    const guide = await readFile(path.resolve(import.meta.dirname, '../../docs/reference/metrics.md'), 'utf8');
    const rows = [...guide.matchAll(/^\| `(reglement_\w+)` \| \w+ \| ([^|]*) \|/gm)];
    const documented = new Map(rows.map(([, name = '', labels = '']) => [name, labels.match(/\w+/g) ?? []]));
    const served = [...text.matchAll(/^# TYPE (reglement_\w+) /gm)].map(([, name = '']) => name);
    expect(new Set(served)).toEqual(new Set(documented.keys()));
    for (const [name, labels] of documented) {
      const line = text.split('\n').find((candidate) => candidate.startsWith(name) && candidate.includes('{'));
      const written = [...(line ?? '').matchAll(/(\w+)="/g)]
        .map(([, label]) => label)
        .filter((label) => label !== 'le');
      expect([name, written]).toEqual([name, labels]);
    }
    const others = [...text.matchAll(/^# TYPE (\w+) /gm)].filter(([, name = '']) => !name.startsWith('reglement_'));
    expect(others.every(([, name = '']) => /^(?:process|nodejs)_/.test(name))).toBe(true);
  });
});

describe('the counters', () => {
  test('count what the legacy door answered, by client, format and outcome', async () => {
    await ask(`${legacyPath}.json`);
    await ask(`${legacyPath}.json`);
    await ask(`${legacyPath}?callback=cb`);
    await ask(`${legacyPath.replace('PAYBOX/', '')}`);
    await ask(legacyPath, { 'Sec-Purpose': 'prefetch' });
    await ask('/json/reply/unknown');
    expect(await linesOf('reglement_legacy_requests_total')).toEqual([
      'reglement_legacy_requests_total{client="unknown",format="json",outcome="Unauthorized"} 2',
      'reglement_legacy_requests_total{client="unknown",format="jsonp",outcome="Unauthorized"} 1',
      'reglement_legacy_requests_total{client="unknown",format="none",outcome="not_found"} 1',
      'reglement_legacy_requests_total{client="unknown",format="none",outcome="unintended"} 1',
      'reglement_legacy_requests_total{client="unknown",format="json",outcome="NotImplementedException"} 1',
    ]);
  });

  test('count payments and notifications, the latter from zero on', async () => {
    metrics.countInitiation({ target: 'MILLIET', type: 'SEPA', mode: 'LIVE', door: 'graphql' });
    metrics.countNotification({ target: 'PAYBOX', outcome: 'REJECTED' });
    expect(await linesOf('reglement_payments_initiated_total')).toEqual([
      'reglement_payments_initiated_total{target="MILLIET",type="SEPA",mode="LIVE",door="graphql"} 1',
    ]);
    const notifications = await linesOf('reglement_notifications_total');
    expect(notifications).toHaveLength(hostedTargets.length * notificationOutcome.names.length);
    expect(notifications).toContain('reglement_notifications_total{target="PAYBOX",outcome="REJECTED"} 1');
    expect(notifications).toContain('reglement_notifications_total{target="LABANQUEPOSTALE",outcome="REJECTED"} 0');
  });

  test('of webhooks leave out what the database does not tell, and nothing else', async () => {
    metrics.countWebhook({ client: 'shop', endpoint: 'main', outcome: 'dead' });
    metrics.watchWebhooks(() => Promise.reject(new Error('the database does not answer')));
    expect(await linesOf('reglement_webhooks_waiting')).toEqual([]);
    expect(await linesOf('reglement_webhook_tries_total')).toEqual([
      'reglement_webhook_tries_total{client="shop",endpoint="main",outcome="dead"} 1',
    ]);
  });

  test('of webhooks stand at zero before the first one is given up', async () => {
    metrics.watchWebhooks(async () => [{ client: 'shop', endpoint: 'main', waiting: 0, oldestWaitingSeconds: 0 }]);
    await scrape();
    const zero = 'reglement_webhook_tries_total{client="shop",endpoint="main",outcome="dead"} 0';
    expect(await scrape()).toContain(zero);
  });

  test('of what waits for a person are asked of the database, by run mode', async () => {
    const ofLive = (found: number) => (mode: string) =>
      mode === 'LIVE' ? Promise.resolve(found) : Promise.reject(new Error('no answer'));
    metrics.watchOpenCases({ paymentsInReview: ofLive(2), overdueDebits: ofLive(3), unconfirmedBankFiles: ofLive(4) });
    expect(await linesOf('reglement_bank_files_unconfirmed')).toEqual([
      'reglement_bank_files_unconfirmed{mode="LIVE"} 4',
    ]);
    expect(await linesOf('reglement_payments_in_review')).toEqual(['reglement_payments_in_review{mode="LIVE"} 2']);
    expect(await linesOf('reglement_direct_debits_overdue')).toEqual([
      'reglement_direct_debits_overdue{mode="LIVE"} 3',
    ]);
  });

  test('of connections say what the server counts at that moment', async () => {
    const counts = newConnectionCounts();
    metrics.watchConnections(counts);
    counts.open = 7;
    counts.refused.address = 3;
    counts.closed.slow = 2;
    expect(await linesOf('reglement_open_connections')).toEqual(['reglement_open_connections 7']);
    expect(await linesOf('reglement_connections_refused_total')).toEqual([
      'reglement_connections_refused_total{reason="address"} 3',
      'reglement_connections_refused_total{reason="network"} 0',
      'reglement_connections_refused_total{reason="full"} 0',
    ]);
    expect(await linesOf('reglement_connections_closed_total')).toEqual([
      'reglement_connections_closed_total{reason="slow"} 2',
      'reglement_connections_closed_total{reason="idle"} 0',
    ]);
  });

  test('of streams that were refused begin with zero', async () => {
    metrics.countRefusedStream('address');
    const name = 'reglement_streams_refused_total';
    expect(await linesOf(name)).toEqual(
      ['link', 'address', 'client', 'total'].map(
        (reason) => `${name}{reason="${reason}"} ${reason === 'address' ? 1 : 0}`,
      ),
    );
  });

  test('are of one gateway: another in the same process has its own', async () => {
    createMetrics({ ...what, monotonicMs: () => 0 }).countInitiation({
      target: 'PAYBOX',
      type: 'CB',
      mode: 'TEST',
      door: 'legacy',
    });
    expect(await linesOf('reglement_payments_initiated_total')).toEqual([]);
  });
});

test('which program runs, and on which settings, is in a series of its own', async () => {
  expect(await linesOf('reglement_info')).toEqual(['reglement_info{version="1.2.3",config="c0ffee"} 1']);
});

describe('the durations', () => {
  const name = 'reglement_http_request_duration_seconds_count';

  test('are kept by method, route template and status', async () => {
    await ask('/pay/one');
    await ask('/pay/two?x=1');
    await ask('/sandbox/paybox/pay');
    await ask(legacyPath);
    await ask('/JSON/reply/payment_initiate');
    await ask('/api/payment_initiate');
    await fetch(`${server.url}/nowhere`, { method: 'POST' });
    const lines = await linesOf(name);
    expect(lines).toEqual([
      `${name}{method="GET",route="/pay/:token",status="200"} 2`,
      `${name}{method="GET",route="/sandbox/paybox/:page",status="418"} 1`,
      `${name}{method="GET",route="/payment_initiate",status="401"} 1`,
      `${name}{method="GET",route="/{format}/reply/{operation}",status="401"} 1`,
      `${name}{method="GET",route="/api/{operation}",status="401"} 1`,
      `${name}{method="POST",route="none",status="404"} 1`,
    ]);
    const sums = await linesOf('reglement_http_request_duration_seconds_sum');
    expect(sums[0]).toBe(
      'reglement_http_request_duration_seconds_sum{method="GET",route="/pay/:token",status="200"} 0.06',
    );
  });

  test('say that a caller left, and leave streams out', async () => {
    await (await ask('/pay/one/events')).text();
    const socket = connect(server.port, '127.0.0.1');
    socket.write('GET /slow HTTP/1.1\r\nHost: here\r\n\r\n');
    await new Promise((resolve) => socket.once('data', resolve));
    socket.destroy();
    await expect
      .poll(async () => (await linesOf(name)).filter((line) => !line.includes('/metrics')))
      .toEqual([`${name}{method="GET",route="/slow",status="aborted"} 1`]);
  });
});

test('calls to banks are timed by host, and by whether we know what came of them', async () => {
  await askBank();
  await expect(askBank(() => Promise.reject(new NotSentError('no connection')))).rejects.toThrow(NotSentError);
  await expect(askBank(() => Promise.reject(new LostAnswerError('silence')))).rejects.toThrow(LostAnswerError);
  const name = 'reglement_bank_call_duration_seconds_count';
  expect(await linesOf(name)).toEqual(
    ['answered', 'not_sent', 'lost'].map((outcome) => `${name}{host="bank.example",outcome="${outcome}"} 1`),
  );
});

describe('the labels', () => {
  test('stay few and tell nothing about a person, whatever is sent', async () => {
    const hostile = [
      `/payment_initiate/${'x/'.repeat(9)}marie@example.fr`,
      '/payment_initiate/PAYBOX/TEST/CB/web/1/2263/45012/CB/1250/marie@example.fr/Pour%20Marie.json',
      '/payment_initiate/MARIE/TEST/CB/web/1/2263/45012/CB/1250/marie@example.fr?callback=marie',
      '/payment_initiate/PAYBOX/TEST/CB/web/1/2263/45012/CB/1250/marie@example.fr?format=marie',
      '/marie/reply/payment_initiate',
      '/json/reply/marie',
      '/api/marie.json',
      '/pay/marie',
      '/marie"} 1\nreglement_fake 1',
      '/%E2%82%AC/marie',
    ];
    const send = async (change: (target: string) => string): Promise<void> => {
      for (const target of hostile) await ask(change(encodeURI(decodeURI(target))));
    };
    const countSeries = (text: string): number =>
      text.split('\n').filter((line) => line.startsWith('reglement_')).length;
    await send((target) => target);
    // The scrapes themselves are timed as well.
    await scrape();
    const before = countSeries(await scrape());
    for (let index = 0; index < 50; index++) {
      await send((target) => target.replaceAll('marie', `marie${index}`));
      await ask('/', { Authorization: `Bearer marie${index}`, 'User-Agent': `marie${index}` });
    }
    const text = await scrape();
    expect(text).not.toMatch(/marie|example\.fr/i);
    expect(countSeries(text)).toBe(before);
    expect(text).not.toContain('reglement_fake');
  });
});
