import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ConfigError } from '../../src/config/config.ts';
import { readTracingSettings } from '../../src/config/tracing.ts';
import { startCollector } from '../support/collector.ts';
import { openForGroup, temporaryFolder } from '../support/open-for.ts';
import { type GatewayProcess, startProcess } from '../support/process.ts';
import { cardPayment, legacyPath } from '../support/requests.ts';

/** Traces, as a collector gets them from the real program. */

const folder = temporaryFolder('tracing');
const collector = openForGroup(() => startCollector());

const start = (name: string, environment: Record<string, string>): Promise<GatewayProcess> =>
  startProcess({ DATABASE_URL: `sqlite:${path.join(folder, `${name}.sqlite`)}`, ...environment });

const mutate = (gateway: GatewayProcess, query: string, variables: object, headers: Record<string, string> = {}) =>
  fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  });

const initiate =
  'mutation A($input: InitiatePaymentInput!) { mine: initiatePayment(input: $input) { ... on InitiatePaymentSuccess { payment { id } } } }';
const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
const traceparent = `00-${traceId}-00f067aa0ba902b7-01`;

describe('a gateway with a collector', () => {
  let gateway: GatewayProcess;
  beforeAll(async () => {
    gateway = await start('on', {
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
      OTEL_EXPORTER_OTLP_HEADERS: 'x-collector-key=of-the-collector',
      OTEL_SERVICE_NAME: 'payments-of-the-shop',
    });
    const answer = await mutate(gateway, initiate, { input: cardPayment }, { traceparent });
    const { data } = (await answer.json()) as { data: { mine: { payment: { id: string } } } };
    await mutate(gateway, 'mutation($id: ID!) { refreshPayment(id: $id) { __typename } }', {
      id: data.mine.payment.id,
    });
    await fetch(`${gateway.url}${legacyPath({}, '.json')}`);
    await fetch(`${gateway.url}/nowhere/at-all`);
    await fetch(`${gateway.url}/graphql?query=${encodeURIComponent('{ __typename }')}`);
    for (const probe of ['/metrics', '/health', '/health/live', '/health/ready']) await fetch(gateway.url + probe);
    await gateway.stop('SIGTERM');
  });

  it.each([
    ['the request, by its route and never by its path', 'POST /graphql'],
    ['the old door, by its route', 'GET /payment_initiate'],
    ['the same route by GET', 'GET /graphql'],
    ['the scheme', 'url.scheme'],
    ['the kind of the operation', 'graphql.operation.type'],
    ['its fields', 'graphql.operation.name'],
    ['the method, of requests and of bank calls', 'http.request.method'],
    ['the operation, without the words of the client', 'mutation initiatePayment'],
    ['what the bank was asked', 'bank call'],
    ['the transaction', 'store transaction'],
    ['the time of the bank, apart', 'reglement.bank_ms'],
    ['our own time', 'reglement.own_ms'],
    ['the name of the service', 'payments-of-the-shop'],
  ])('tells it %s', (_what, words) => {
    expect(collector.received()).toContain(words);
  });

  it('goes on with the trace of the caller, and says so in its log', () => {
    // The request, its operation and its transactions.
    expect(collector.receivedHex().split(traceId).length - 1).toBeGreaterThanOrEqual(3);
    expect(gateway.output()).toContain(`"traceId":"${traceId}"`);
    expect(gateway.output()).not.toContain('could not be sent');
  });

  it('names no route for a path that no route serves, and none twice', () => {
    expect(collector.received()).not.toMatch(/GET none|\/graphql\/graphql/);
  });

  it('does not tell it who asked for what, nor of probes', () => {
    expect(collector.received()).not.toMatch(/a\.client|example\.fr|45012|at-all|\/metrics|\/health|mine/);
  });

  it('sends what the standard variables say', () => {
    expect(collector.headers()).toContain('of-the-collector');
  });
});

describe('a gateway whose collector is gone', () => {
  it('takes payments all the same, says once that traces are lost, and stops', async () => {
    const gateway = await start('gone', { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9', LOG_LEVEL: 'warn' });
    const answer = await mutate(gateway, initiate, { input: cardPayment });
    expect(answer.status).toBe(200);
    expect(await gateway.stop('SIGTERM')).toBe(0);
  });
});

describe('the standard variables', () => {
  it('leave tracing off where no endpoint is named, or it is switched off', () => {
    const endpoint = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318/' };
    expect(readTracingSettings({ OTEL_SERVICE_NAME: 'a' })).toBeNull();
    expect(readTracingSettings({ ...endpoint, OTEL_SDK_DISABLED: 'true' })).toBeNull();
    expect(readTracingSettings({ ...endpoint, OTEL_TRACES_EXPORTER: 'none' })).toBeNull();
    expect(readTracingSettings(endpoint)).toEqual({
      url: 'http://collector:4318/v1/traces',
      ratio: 1,
      followsParent: true,
    });
  });

  it('choose where traces go, and how many', () => {
    expect(
      readTracingSettings({
        OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'https://collector/traces',
        OTEL_TRACES_SAMPLER: 'traceidratio',
        OTEL_TRACES_SAMPLER_ARG: '0.25',
      }),
    ).toEqual({ url: 'https://collector/traces', ratio: 0.25, followsParent: false });
  });

  it.each([
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318' }, /OTEL_EXPORTER_OTLP_ENDPOINT/],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://c', OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' }, /only http\/protobuf/],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://c', OTEL_TRACES_SAMPLER: 'jaeger_remote' }, /OTEL_TRACES_SAMPLER/],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://c', OTEL_TRACES_SAMPLER_ARG: '2' }, /from 0 to 1/],
  ])('that cannot be followed stop the start: %j', (environment, reason) => {
    expect(() => readTracingSettings(environment)).toThrow(ConfigError);
    expect(() => readTracingSettings(environment)).toThrow(reason);
  });
});
