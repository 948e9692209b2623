import { createServer } from 'node:http';
import { createServer as createRawServer } from 'node:net';
import pino from 'pino';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createClient, GatewayError, InitiatePaymentDocument } from '../../clients/typescript/src/index.ts';
import { createGatewayServer } from '../../src/app/listening.ts';
import { runGateway } from '../../src/app/run-gateway.ts';
import { createStartingAnswer } from '../../src/app/starting-answer.ts';
import { newConnectionCounts } from '../../src/http/connection-shares.ts';
import { createIdentifiers } from '../../src/kernel/identifiers.ts';
import { input } from '../support/clients/fake-answers.ts';
import { configOf } from '../support/config-of.ts';
import { createListening } from '../support/http/listening.ts';
import { serving } from '../support/http/serving.ts';
import { openForGroup } from '../support/open-for.ts';
import { goodPath } from '../support/rest/requests.ts';

/** What a gateway answers before it stands, which a migration may take minutes for. */

describe('a gateway that starts', () => {
  const server = openForGroup(() => serving(createServer(createStartingAnswer(() => 'req_1'))));

  it.each(['/console', '/pay/abc', '/graphql'])('shows a person a page that loads itself again: %s', async (path) => {
    const answer = await fetch(`${server.url}${path}`, { headers: { accept: 'text/html,application/xhtml+xml' } });
    expect([answer.status, answer.headers.get('retry-after'), answer.headers.get('refresh')]).toEqual([503, '1', '2']);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const page = await answer.text();
    for (const said of ['La passerelle démarre', 'The gateway is starting']) expect(page).toContain(said);
  });

  it('keeps JSON for programs, for a form that is sent, and for the probes', async () => {
    const answers = await Promise.all([
      fetch(`${server.url}/health/ready`),
      fetch(`${server.url}/notify/paybox/1`, { method: 'POST', headers: { accept: 'text/html' } }),
    ]);
    for (const answer of answers) {
      expect(answer.status).toBe(503);
      expect(await answer.json()).toEqual({ status: 'not ready', reason: 'starting' });
    }
    const live = await fetch(`${server.url}/health/live`, { headers: { accept: 'text/html' } });
    expect([live.status, await live.json()]).toEqual([200, { status: 'live' }]);
  });

  it('lets a GraphQL client know that nothing was done, and that the same key may be sent again', async () => {
    const client = createClient({ url: server.url, retries: 0 });
    const fault = await client.execute(InitiatePaymentDocument, { input }).catch((one: unknown) => one);
    // No lost answer, after which the client would have to find out what was done.
    expect(fault).toBeInstanceOf(GatewayError);
    expect(fault).toMatchObject({
      name: 'GatewayError',
      code: 'DATABASE_UNAVAILABLE',
      status: 503,
      requestId: 'req_1',
    });
    expect((fault as GatewayError).message).toMatch(/^The gateway is starting\. Nothing was done/);
  });
});

describe('the legacy door of a gateway that waits for its database', () => {
  const { listen: listenUntilEnd } = createListening();

  /** Its database takes connections, and says nothing. */
  async function starting(): Promise<string> {
    const database = await listenUntilEnd(createRawServer(() => {}));
    const config = configOf({}, { DATABASE_URL: `postgresql://u:p@${new URL(database).host}/d` });
    const logger = pino({ enabled: false });
    const identifiers = createIdentifiers(Date.now);
    const connections = newConnectionCounts();
    const gatewayServer = createGatewayServer(config, logger, () => identifiers.newId('req'), connections);
    const url = await listenUntilEnd(gatewayServer.server);
    const parts = { config, logger, identifiers, connections, gatewayServer };
    const program = { kind: 'sources', isWanted: true } as const;
    const output = { write: () => true, flush: (done: () => void) => done(), flushSync: () => {} };
    const started = runGateway({ ...parts, output, metricsServer: null, tracing: null, program });
    onTestFinished(() => expect(started).rejects.toThrow());
    return url;
  }

  const message = 'The gateway is starting. Nothing was done: ask again in a moment, with the same idempotency key.';
  const envelope = { responseStatus: { errorCode: 'ServiceUnavailable', message, errors: [] } };

  it('refuses in the envelope, in the format of the address, inside the callback', async () => {
    const url = await starting();
    const ask = async (path: string, headers: Record<string, string> = {}) => {
      const answer = await fetch(`${url}${path}`, { headers });
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '1']);
      expect(answer.headers.get('x-request-id')).toMatch(/^req_/);
      return { type: answer.headers.get('content-type'), text: await answer.text(), headers: answer.headers };
    };
    const json = await ask(`${goodPath}.json`);
    expect([json.type, JSON.parse(json.text)]).toEqual(['application/json; charset=utf-8', envelope]);
    const script = await ask(`${goodPath}?callback=cb`);
    expect([script.type, script.text]).toEqual([
      'text/javascript; charset=utf-8',
      `/**/cb(${JSON.stringify(envelope)})`,
    ]);
    expect((await ask('/xml/reply/payment_initiate')).text).toContain('<ErrorCode>ServiceUnavailable</ErrorCode>');
    const page = await ask(goodPath, { Accept: 'text/html' });
    expect([page.type, page.headers.get('refresh')]).toEqual(['text/html', '2']);
    expect(page.text).toContain('Le service est indisponible pour un moment.');
    expect(JSON.parse((await ask('/notify/paybox/1')).text)).toEqual({ status: 'not ready', reason: 'starting' });
  });
});
